namespace TransFlow.Engine.Jobs;

/// <summary>One kind of work that the newsroom does by itself, again and again; doing it twice is the same as doing it once.</summary>
internal interface IStep
{
    /// <summary>Its name in logs and in the schedule.</summary>
    string Name { get; }

    /// <summary>Does all of it that is due.</summary>
    /// <param name="cancellationToken">Stops between two commits.</param>
    /// <returns>How many changes it made.</returns>
    Task<int> Run(CancellationToken cancellationToken);
}

namespace TransFlow.Core.Stages;

/// <summary>What a stage asks of the person who works it.</summary>
public enum StageRole
{
    /// <summary>Decide whether the article may be worked on at all.</summary>
    Clear,

    /// <summary>Write the target.</summary>
    Write,

    /// <summary>Read, change and approve a target that others wrote.</summary>
    Review,

    /// <summary>Approve without having changed anything.</summary>
    Approve,
}

/// <summary>One station of a route.</summary>
/// <param name="Name">Its name in settings, folders and messages, such as <c>edit</c>.</param>
/// <param name="Role">What it asks.</param>
public sealed record Stage(string Name, StageRole Role);

namespace TransFlow.Core.Protection;

/// <summary>Nothing is published before its embargo ends.</summary>
public sealed class EmbargoPolicy : IEgressPolicy
{
    /// <inheritdoc/>
    public Refusal? Refuse(Departure departure) =>
        departure is { Exit: Exit.Publication, Edition.Embargo: { Until: var end } } && departure.At < end
            ? new Refusal("embargo", $"{departure.Edition.Article} [{departure.Edition.Language}] is under embargo until {end:yyyy-MM-dd HH:mm zzz}.", "It is published by itself when the embargo ends.")
            : null;
}

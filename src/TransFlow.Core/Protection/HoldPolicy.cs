namespace TransFlow.Core.Protection;

/// <summary>What is held does not leave, by any way.</summary>
public sealed class HoldPolicy : IEgressPolicy
{
    /// <inheritdoc/>
    public Refusal? Refuse(Departure departure) => departure.Edition is { Hold: { } reason }
        ? new Refusal("held", $"{departure.Edition.Article} [{departure.Edition.Language}] is held: {reason}", "Release it first: transflow release.")
        : null;
}

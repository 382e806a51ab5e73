namespace TransFlow.Core.Stages;

/// <summary>A hard not-before: nothing is published earlier, and it takes two people to lift it.</summary>
/// <param name="Until">The moment at which it ends.</param>
/// <param name="Zone">The IANA time zone in which it was given.</param>
/// <param name="Person">Who set it.</param>
public sealed record Embargo(DateTimeOffset Until, string Zone, string Person)
{
    /// <summary>The first of the two keys that lift it; null while nobody turned one.</summary>
    public FirstKey? Lift { get; init; }
}

/// <summary>One person wants what only two may do.</summary>
/// <param name="Person">The person.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record FirstKey(string Person, string Reason, DateTimeOffset At);

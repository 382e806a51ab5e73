namespace TransFlow.Xliff;

/// <summary>The states of the two families.</summary>
internal static class States
{
    private static readonly string[] Order = ["initial", "translated", "reviewed", "final"];

    /// <summary>What 1.2 calls final and says to be unapproved: 2.x calls nothing final that still waits for approval.</summary>
    private static readonly (string Word, string? State) Unapproved = ("final", "reviewed");

    /// <summary>The state and sub-state of 2.x that say the same as a target's state and its unit's approval.</summary>
    /// <param name="state">The target's state; null for none.</param>
    /// <param name="approved">The unit's <c>approved</c>; null when it is not there.</param>
    public static (string? State, string? SubState) To2(string? state, string? approved) => (state, approved) switch
    {
        (_, "yes") => ("final", null),
        ("final", "no") => (Unapproved.State, Carried.Value("final")),
        _ => (To2(state), More(state)),
    };

    /// <summary>The state of 1.2 that says the same.</summary>
    /// <param name="state">The state.</param>
    /// <param name="subState">Its sub-state, which may be a word of 1.2 itself.</param>
    public static string To1(string? state, string? subState) => Carried.Word(subState) is { } word && (To2(word) == (state ?? "initial") || (word, state) == Unapproved) ? word : state switch
    {
        "translated" => "translated",
        "reviewed" => "signed-off",
        "final" => "final",
        _ => "new",
    };

    /// <summary>The state of 2.x that says the same; null when there is nothing to say.</summary>
    private static string? To2(string? state) => state switch
    {
        null => null,
        "translated" => "translated",
        "signed-off" => "reviewed",
        "final" => "final",
        _ => "initial",
    };

    /// <summary>What a state of 1.2 says that no state of 2.x does, as a sub-state; null for nothing.</summary>
    private static string? More(string? state) => state is null or "new" or "translated" or "signed-off" or "final" ? null : Carried.Value(state);

    /// <summary>The earliest of some states; a missing one is initial.</summary>
    public static (string State, string? SubState) Earliest(IEnumerable<(string? State, string? SubState)> states) =>
        states.Select(s => (State: s.State ?? "initial", s.SubState)).OrderBy(s => Math.Max(0, Array.IndexOf(Order, s.State))).FirstOrDefault(("initial", null));
}

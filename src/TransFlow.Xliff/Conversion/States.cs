namespace TransFlow.Xliff;

/// <summary>The states of the two families.</summary>
internal static class States
{
    private static readonly string[] Order = ["initial", "translated", "reviewed", "final"];

    /// <summary>The state of 1.2 that says the same.</summary>
    /// <param name="state">The state.</param>
    /// <param name="subState">Its sub-state, which may be a word of 1.2 itself.</param>
    public static string To1(string? state, string? subState) => Carried.Word(subState) is { } word && To2(word) == (state ?? "initial") ? word : state switch
    {
        "translated" => "translated",
        "reviewed" => "signed-off",
        "final" => "final",
        _ => "new",
    };

    /// <summary>The state of 2.x that says the same; null when there is nothing to say.</summary>
    public static string? To2(string? state) => state switch
    {
        null => null,
        "translated" => "translated",
        "signed-off" => "reviewed",
        "final" => "final",
        _ => "initial",
    };

    /// <summary>What a state of 1.2 says that no state of 2.x does, as a sub-state; null for nothing.</summary>
    public static string? More(string? state) => state is null or "new" or "translated" or "signed-off" or "final" ? null : Carried.Value(state);

    /// <summary>The earliest of some states; a missing one is initial.</summary>
    public static (string State, string? SubState) Earliest(IEnumerable<(string? State, string? SubState)> states) =>
        states.Select(s => (State: s.State ?? "initial", s.SubState)).OrderBy(s => Math.Max(0, Array.IndexOf(Order, s.State))).FirstOrDefault(("initial", null));
}

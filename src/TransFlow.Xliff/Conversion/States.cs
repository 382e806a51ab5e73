namespace TransFlow.Xliff;

/// <summary>The states of the two families.</summary>
internal static class States
{
    private static readonly string[] Order = ["initial", "translated", "reviewed", "final"];

    /// <summary>The state of 1.2 that says the same.</summary>
    public static string To1(string? state) => state switch
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

    /// <summary>The earliest of some states; a missing one is initial.</summary>
    public static string Earliest(IEnumerable<string?> states) => states.Select(s => s ?? "initial").MinBy(s => Math.Max(0, Array.IndexOf(Order, s))) ?? "initial";
}

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Recognises the words in brackets that say behind a Japanese or Chinese text who wrote it, which agency it is from, or that it ends, as in
/// <c>つづく。（田中）</c> and <c>据新华社报道。（完）</c>.
/// </summary>
internal static class Byline
{
    private const int LongestName = 5;

    private static readonly WordFile File = WordFile.Load("bylines");
    private static readonly WordSet Agencies = File["agencies"];
    private static readonly WordSet Ends = File["ends"];
    private static readonly WordSet Families = File["families"];
    private static readonly WordSet Offices = File["offices"];

    /// <summary>Whether the words inside a bracket at the end of a paragraph are one.</summary>
    /// <param name="inside">What stands between the brackets.</param>
    public static bool Is(ReadOnlySpan<char> inside) =>
        Agencies.Contains(inside) || Ends.Contains(inside) || Offices.LengthAtStart(inside) > 0
        || (inside.Length <= LongestName && Families.LengthAtStart(inside) is > 0 and var family && AreHan(inside[family..]));

    private static bool AreHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Characters.IsHan(c))
                return false;
        }

        return true;
    }
}

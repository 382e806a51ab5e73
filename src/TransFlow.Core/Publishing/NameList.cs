using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Publishing;

/// <summary>How a language joins names: what stands between two, and between those of more.</summary>
/// <param name="Two">Between two names that are all.</param>
/// <param name="Inner">Between names of more than two, but for the last.</param>
/// <param name="Last">Before the last of more than two.</param>
public sealed partial record NameList(string Two, string Inner, string Last)
{
    private static readonly NameList Plain = new(", ", ", ", ", ");

    /// <summary>Reads how names are joined from how A and B, and A, B and C, would be.</summary>
    /// <param name="examples"><c>A and B</c>, and <c>A, B and C</c> where three are not joined as two are.</param>
    /// <returns>How names are joined; null when the examples do not say it.</returns>
    public static NameList? Of(ImmutableArray<string> examples) => examples switch
    {
        [var two] when Pair().Match(two) is { Success: true } m => new NameList(m.Groups[1].Value, m.Groups[1].Value, m.Groups[1].Value),
        [var two, var three] when Pair().Match(two) is { Success: true } m && Three().Match(three) is { Success: true } t => new NameList(m.Groups[1].Value, t.Groups[1].Value, t.Groups[2].Value),
        _ => null,
    };

    /// <summary>How names are joined in a language where the newsroom says nothing of its own; by commas where we do not know it.</summary>
    /// <param name="language">Its tag.</param>
    /// <returns>How names are joined.</returns>
    public static NameList OfLanguage(string language) => Of(PageLanguage.Of(language).Names) ?? Plain;

    /// <summary>The names in one line.</summary>
    /// <param name="names">The names, as they are to stand there.</param>
    /// <returns>The line.</returns>
    internal string Join(IReadOnlyList<string> names) => names.Count <= 2
        ? string.Join(Two, names)
        : string.Join(Inner, names.Take(names.Count - 1)) + Last + names[^1];

    [GeneratedRegex("^A(.+)B$")]
    private static partial Regex Pair();

    [GeneratedRegex("^A(.+?)B(.+)C$")]
    private static partial Regex Three();
}

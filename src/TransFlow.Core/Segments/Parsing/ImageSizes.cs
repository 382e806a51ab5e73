using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Sizes in images, as in <c>![alt](a.png =300x200)</c> (HackMD, Zenn, Wiki.js and others): CommonMark has none, and would read the image as words.
/// </summary>
internal static partial class ImageSizes
{
    /// <summary>Finds the sizes, with the blanks before them.</summary>
    /// <param name="text">The article.</param>
    /// <param name="from">Where its body begins.</param>
    public static List<(int Start, int End)> Find(string text, int from)
    {
        var found = new List<(int Start, int End)>();
        if (!text.AsSpan(from).Contains(" =", StringComparison.Ordinal))
            return found;
        foreach (var match in Size().EnumerateMatches(text, from))
        {
            var start = text.LastIndexOf(" =", match.Index + match.Length - 1, StringComparison.Ordinal);
            found.Add((start, match.Index + match.Length - 1));
        }

        return found;
    }

    [GeneratedRegex(@"!\[(?:[^\[\]\n\\]|\\.)*\]\([^()\s]+(?: ""[^""\n]*"")? =(?:\d+%?x?|x\d|\d+%?x\d)\d*%?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}

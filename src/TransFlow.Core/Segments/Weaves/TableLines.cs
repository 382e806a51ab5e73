using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Lines of which kramdown makes a table: those of a block each of which has a bar.</summary>
internal static partial class TableLines
{
    /// <summary>
    /// Whether a line of the source's words has no bar but escaped ones: then kramdown makes no table of them, and would of a target whose one line has one.
    /// The bar of a filter is gone before anybody reads Markdown, and that in code and in elements of HTML parts no cells.
    /// </summary>
    /// <param name="text">The source article.</param>
    /// <param name="place">Where the words stand.</param>
    public static bool AreNone(string text, UnitPlace place)
    {
        var (start, end) = place.Inset is null ? (place.Start, place.End) : Around(text, place);
        var lines = text.AsSpan(start, end - start);
        // What of another unit's bars are in code is not known here.
        if (!lines.Contains('|') || (place.Inset is not null && lines.ContainsAny("`<{")))
            return true;
        (int Start, int End, int Depth)[] codes = [.. place.Codes.SelectMany(c => new[] { (c.OpenStart, c.OpenEnd, DepthOf(text, c)), (c.CloseStart, c.CloseEnd, 0) }).Order()];
        var (next, depth, hasBar) = (0, 0, false);
        for (var at = start; ; at++)
        {
            at = text.AsSpan(at, end - at).IndexOfAny('|', '\n') is >= 0 and var skip ? at + skip : end;
            if (at < end && text[at] == '|')
            {
                while (next < codes.Length && codes[next].End <= at)
                    depth += codes[next++].Depth;
                hasBar |= depth <= 0 && !(next < codes.Length && codes[next].Start <= at) && (at == 0 || text[at - 1] != '\\');
                continue;
            }

            if (!hasBar || at == end)
                return !hasBar;
            hasBar = false;
        }
    }

    /// <summary>1 for the tag that begins an element, -1 for the one that ends it.</summary>
    private static int DepthOf(string text, CodeSource code) =>
        code.Kind != CodeKind.Html || HtmlTag.At(text, code.OpenStart, code.OpenEnd) is not { Name: { Length: > 0 } name } tag ? 0
        : tag.IsOpening ? (HtmlTag.IsVoid(name) || tag.End < code.OpenEnd ? 0 : 1)
        : text[code.OpenStart + 1] == '/' ? -1 : 0;

    /// <summary>The lines of the block in which words inside markup stand: kramdown looks at all of them. Of a long block those nearby are enough.</summary>
    private static (int Start, int End) Around(string text, UnitPlace place)
    {
        const int Far = 2_000;
        var (first, last) = (Math.Max(0, place.Start - Far), Math.Min(text.Length, place.End + Far));
        var start = EmptyLine().Matches(text[first..place.Start]) is [.., var before] ? first + before.Index + before.Length : first;
        return (start, EmptyLine().Match(text[place.End..last]) is { Success: true } after ? place.End + after.Index : place.End + text.AsSpan(place.End, last - place.End).TrimEnd("\r\n").Length);
    }

    [GeneratedRegex(@"\n[> \t\r]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();
}

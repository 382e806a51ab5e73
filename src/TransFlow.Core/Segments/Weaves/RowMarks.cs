using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Bars among words, which make rows of tables for kramdown.</summary>
internal static partial class RowMarks
{
    /// <summary>
    /// Whether a line of the source's words has no bar but escaped ones: then kramdown makes no table of them, and would of a target whose one line has one.
    /// The bar of a filter is gone before anybody reads Markdown, and that in code parts no cells.
    /// </summary>
    public static bool AreNone(string text, UnitPlace place)
    {
        var (start, end) = place.Inset is null ? (place.Start, place.End) : LinesAround(text, place);
        if (!text.AsSpan(start, end - start).Contains('|'))
            return true;
        (int Start, int End)[] codes = [.. place.Codes.SelectMany(c => new[] { (c.OpenStart, c.OpenEnd), (c.CloseStart, c.CloseEnd) }).Order()];
        var (next, hasBar) = (0, false);
        for (var at = start; ; at++)
        {
            at = text.AsSpan(at, end - at).IndexOfAny('|', '\n') is >= 0 and var skip ? at + skip : end;
            if (at < end && text[at] == '|')
            {
                while (next < codes.Length && codes[next].End <= at)
                    next++;
                hasBar |= !(next < codes.Length && codes[next].Start <= at) && (at == 0 || text[at - 1] != '\\');
                continue;
            }

            if (!hasBar || at == end)
                return !hasBar;
            hasBar = false;
        }
    }

    /// <summary>The lines of the block in which words inside markup stand: kramdown looks at all of them. Of a long block those nearby are enough.</summary>
    private static (int Start, int End) LinesAround(string text, UnitPlace place)
    {
        const int Far = 2_000;
        var (first, last) = (Math.Max(0, place.Start - Far), Math.Min(text.Length, place.End + Far));
        var start = EmptyLine().Matches(text[first..place.Start]) is [.., var before] ? first + before.Index + before.Length : first;
        return (start, EmptyLine().Match(text[place.End..last]) is { Success: true } after ? place.End + after.Index : place.End + text.AsSpan(place.End, last - place.End).TrimEnd("\r\n").Length);
    }

    [GeneratedRegex(@"\n[> \t\r]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();
}

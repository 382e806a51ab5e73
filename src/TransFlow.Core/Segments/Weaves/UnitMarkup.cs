using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes a unit's contents as the Markdown that stands in its place.</summary>
/// <param name="text">The source article.</param>
/// <param name="inner">What changes inside markup, in order: alternative texts, titles, addresses.</param>
internal sealed class UnitMarkup(string text, List<Splice> inner)
{
    private readonly StringBuilder _result = new();
    private readonly StringBuilder _line = new();

    /// <summary>A unit of a block with inline text.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="contents">Its target's sentences, put together.</param>
    /// <param name="wholly">True to escape every sign.</param>
    public string Leaf(Unit unit, UnitPlace place, Content contents, bool wholly)
    {
        if (place.IsHtml)
            return string.Concat(contents.Parts.Select(p => p.Kind == InlineKind.Text ? HtmlMarkup.Text(p.Value, wholly) : Markup(place.Code(p.Value), p.Kind, wholly: false)));
        var inCell = unit.Kind == UnitKind.TableCell;
        var result = _result.Clear();
        var line = _line.Clear();
        var links = 0;
        for (var i = 0; i < contents.Parts.Length; i++)
        {
            var (kind, value) = contents.Parts[i];
            if (kind == InlineKind.Text)
            {
                var next = i + 1 < contents.Parts.Length && contents.Parts[i + 1] is { Kind: InlineKind.Open } follower && place.Code(follower.Value).Kind == CodeKind.Link;
                line.Append(InlineEscape.Of(value, inCell, links > 0, next, wholly));
                continue;
            }

            var code = place.Code(value);
            links += code.Kind != CodeKind.Link ? 0 : kind == InlineKind.Open ? 1 : -1;
            if (code.Kind == CodeKind.LineBreak)
                Break(result, line, Markup(code, kind, wholly), place.Start == 0 || StartsLine(place));
            else
                line.Append(Markup(code, kind, wholly));
        }

        return result.Append(Line(line, result.Length > 0 || StartsLine(place), unit.Kind)).ToString();
    }

    /// <summary>Words inside markup, quoted as the source quotes them.</summary>
    public static string Inset(string text, Inset inset, string words, bool wholly)
    {
        if (inset.Kind == UnitKind.ImageAlt && inset.Key is null)
            return InlineEscape.Of(words, inset.InCell, inLink: true, beforeLink: false, wholly);
        var quote = text[inset.Start];
        if (inset.IsHtml)
            return $"{quote}{HtmlMarkup.Value(words)}{quote}";
        if (inset.Kind != UnitKind.Title && Shortcodes.IsLiquid(text, inset.Start))
            words = words.Replace("%}", "%&#125;", StringComparison.Ordinal);
        if (inset.Kind == UnitKind.Title)
            words = words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal).Replace("$", wholly ? "&#36;" : "$", StringComparison.Ordinal);
        if (inset.Kind == UnitKind.Title && inset.InCell)
            words = words.Replace("|", "&#124;", StringComparison.Ordinal);
        return quote switch
        {
            '`' => words.Contains('`', StringComparison.Ordinal) ? $"\"{Escaped(words, '"')}\"" : $"`{words}`",
            '(' => $"({words.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})",
            _ when inset.Kind == UnitKind.Title => $"{quote}{words.Replace(quote.ToString(), $"\\{quote}", StringComparison.Ordinal)}{quote}",
            _ => $"{quote}{Escaped(words, quote)}{quote}",
        };
    }

    private static string Escaped(string words, char quote) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote.ToString(), $"\\{quote}", StringComparison.Ordinal);

    private static void Break(StringBuilder result, StringBuilder line, string markup, bool isStart)
    {
        result.Append(Line(line, result.Length > 0 || isStart, UnitKind.Paragraph).TrimEnd()).Append(markup);
        line.Clear();
    }

    private static string Line(StringBuilder line, bool isStart, UnitKind kind)
    {
        var words = line.ToString();
        if (kind == UnitKind.Heading && words.EndsWith('#') && !words.EndsWith("\\#", StringComparison.Ordinal))
            words = words[..^1] + "\\#";
        return isStart ? LineStart.Escape(words) : words;
    }

    /// <summary>Whether nothing of the same line's words stands before the unit: markup of its block, or white space only.</summary>
    private bool StartsLine(UnitPlace place)
    {
        var start = place.Start;
        while (start > 0 && text[start - 1] is not ('\n' or '\r'))
            start--;
        var before = text.AsSpan(start, place.Start - start);
        if (EndsWithLabel(before))
            return true;
        foreach (var c in before)
        {
            if (char.IsLetter(c) || c is '!' or '<' or '|')
                return false;
        }

        return true;
    }

    /// <summary>Whether a line up to here ends with the label of a footnote, as in <c>[^1]: </c>.</summary>
    private static bool EndsWithLabel(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \t");
        return line.EndsWith("]:") && line.LastIndexOf("[^") is >= 0 and var open && line[(open + 2)..^2] is { Length: > 0 } label && !label.Contains(']');
    }

    private string Markup(CodeSource code, InlineKind kind, bool wholly)
    {
        var (start, end) = kind == InlineKind.Close ? (code.CloseStart, code.CloseEnd - code.Replaced) : (code.OpenStart, code.OpenEnd);
        var markup = Spliced(start, end) + (kind == InlineKind.Close ? code.Suffix : "");
        return wholly && code.Kind is CodeKind.Bold or CodeKind.Italic ? markup.Replace('_', '*') : markup;
    }

    private string Spliced(int start, int end)
    {
        int low = 0, high = inner.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = inner[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        var last = low;
        while (last < inner.Count && inner[last].Start < end)
            last++;
        return low == last ? text[start..end] : Splice.Apply(text, start, end, inner[low..last]);
    }
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Site generators' tags: Hugo shortcodes, Liquid, attribute lists such as <c>{#id}</c>, and formulas. They are no Markdown, so they are hidden from the Markdown parser behind
/// characters that mean nothing to it, in the same places.
/// </summary>
internal sealed partial class Shortcodes
{
    private const int LongestFormula = 300;

    private static readonly SearchValues<char> Formulaic = SearchValues.Create("\\^_{");

    private readonly List<(int Start, int End)> _spans = [];

    private Shortcodes(string masked, char mask) => (Masked, Mask) = (masked, mask);

    /// <summary>The text as the Markdown parser sees it: the tags are hidden, and there are empty lines where the front matter is. Every other character stands in its place.</summary>
    public string Masked { get; }

    /// <summary>The character that hides; it occurs nowhere in the article.</summary>
    public char Mask { get; }

    /// <summary>The tags in order.</summary>
    public IReadOnlyList<(int Start, int End)> Spans => _spans;

    /// <summary>Finds the tags from an offset on.</summary>
    public static Shortcodes Find(string text, int from)
    {
        var mask = '\uE000';
        while (text.Contains(mask, StringComparison.Ordinal))
            mask++;
        var spans = new List<(int Start, int End)>();
        var last = text.LastIndexOf('}');
        for (var at = Next(text, from); at < text.Length; at = Next(text, at))
        {
            var end = text[at] == '$' ? FormulaEnd(text, at) : at < last ? TagEnd(text, at) : 0;
            if (end > at)
                spans.Add((at, end));
            at = Math.Max(end, at + 1);
        }

        var found = new Shortcodes(spans.Count == 0 && from == 0 ? text : Hidden(text, from, spans, mask), mask);
        found._spans.AddRange(spans);
        return found;
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny('{', '$') is >= 0 and var at ? from + at : text.Length;

    /// <summary>The end of the tag that holds a place.</summary>
    public int EndAt(int place)
    {
        int low = 0, high = _spans.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _spans[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return _spans[low].End;
    }

    private static string Hidden(string text, int bodyStart, List<(int Start, int End)> spans, char mask) => string.Create(text.Length, (text, bodyStart, spans, mask), static (hidden, from) =>
    {
        from.text.CopyTo(hidden);
        hidden[..from.bodyStart].Fill('\n');
        foreach (var (start, end) in from.spans)
        {
            foreach (ref var c in hidden[start..end])
                c = c is '\n' or '\r' ? c : from.mask;
        }
    });

    /// <summary>The words in the attributes of a tag.</summary>
    public static IEnumerable<Inset> Words(string text, int start, int end)
    {
        foreach (Match match in Attribute().Matches(text[start..end]))
        {
            var equals = text.IndexOf('=', start + match.Index);
            var name = text[(start + match.Index)..equals].Trim();
            var open = text.IndexOfAny(['"', '`'], equals);
            var value = text[(open + 1)..(start + match.Index + match.Length - 1)];
            if (IsLiquid(text, start))
                value = value.Replace("&#125;", "}", StringComparison.Ordinal);
            if (value.Any(char.IsLetterOrDigit) && Kind(name) is { } kind)
                yield return new Inset(kind, name, text[open] == '"' ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : value, open, start + match.Index + match.Length);
        }
    }

    /// <summary>Whether a place is in a Liquid tag, whose end counts even between quotation marks.</summary>
    public static bool IsLiquid(string text, int at) => text.LastIndexOf('{', at) is >= 0 and var brace && text[brace + 1] == '%' && (brace == 0 || text[brace - 1] != '{');

    /// <summary>The end of the tag that begins at a brace; 0 when none does.</summary>
    private static int TagEnd(string text, int start) => start + 1 >= text.Length ? 0 : text[start + 1] switch
    {
        '{' => Closing(text, start) is > 0 and var end ? end : After(text, "}}", start + 2),
        '%' => After(text, "%}", start + 2),
        '#' or '.' or ':' => text.AsSpan(start + 2).IndexOfAny("{}\r\n") is >= 0 and var length && text[start + 2 + length] == '}' ? start + 3 + length : 0,
        _ => 0,
    };

    /// <summary>
    /// The end of a formula between dollar signs, single or double; 0 when it is none. It is of ASCII, stands on one line, and has what
    /// only formulas have, or is a letter or two, so that sums of money are none.
    /// </summary>
    private static int FormulaEnd(string text, int start)
    {
        if (IsEscaped(text, start) || (start > 0 && text[start - 1] == '$' && !IsEscaped(text, start - 1)))
            return 0;
        var width = start + 1 < text.Length && text[start + 1] == '$' ? 2 : 1;
        var from = start + width;
        var end = from;
        var limit = Math.Min(text.Length, start + LongestFormula);
        while (end < limit && text[end] is not ('$' or '`') and >= ' ' and <= '~')
            end += text[end] == '\\' ? 2 : 1;
        if (end >= limit || end == from || !text.AsSpan(end).StartsWith(width == 2 ? "$$" : "$"))
            return 0;
        var formula = text.AsSpan(from, end - from);
        if (width == 1 && (formula[0] == ' ' || formula[^1] == ' '))
            return 0;
        if (width == 2 || formula.ContainsAny(Formulaic))
            return end + width;
        var isFormula = formula.Contains('=') || (formula.Length is 1 or 2 && char.IsAsciiLetter(formula[0]) && char.IsAsciiLetter(formula[^1]));
        return isFormula && !(end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '$')) ? end + 1 : 0;
    }

    private static bool IsEscaped(string text, int at)
    {
        var from = at;
        while (from > 0 && text[from - 1] == '\\')
            from--;
        return (at - from) % 2 == 1;
    }

    /// <summary>The end of a tag whose quoted values may hold its closing braces; 0 when its quotation marks do not pair.</summary>
    private static int Closing(string text, int start)
    {
        for (var i = start + 2; i + 1 < text.Length; i++)
        {
            if (text[i] == '}' && text[i + 1] == '}')
                return i + 2;
            if (text[i] != '"')
                continue;
            for (i++; i < text.Length && text[i] is not ('"' or '\r' or '\n'); i++)
                i += text[i] == '\\' ? 1 : 0;
            if (i >= text.Length || text[i] != '"')
                return 0;
        }

        return 0;
    }

    private static int After(string text, string mark, int start) => text.IndexOf(mark, start, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : 0;

    /// <summary>What the words of an attribute are; null when its value is no words.</summary>
    public static UnitKind? Kind(string name) => name switch
    {
        "alt" => UnitKind.ImageAlt,
        "caption" => UnitKind.Caption,
        "title" or "description" or "summary" or "text" or "label" or "attr" or "credit" => UnitKind.Attribute,
        _ => null,
    };

    [GeneratedRegex("""(?<=\s)[A-Za-z_][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}

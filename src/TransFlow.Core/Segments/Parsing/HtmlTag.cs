using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>A tag, a comment or another piece of markup of HTML or JSX.</summary>
/// <param name="Name">The element's name; empty for comments, declarations and instructions.</param>
/// <param name="IsOpening">Whether it begins an element that has content.</param>
/// <param name="End">Offset after it.</param>
internal readonly partial record struct HtmlTag(string Name, bool IsOpening, int End)
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    /// <summary>Elements whose end tag may be left out (HTML Living Standard, 13.1.2.4).</summary>
    private static readonly HashSet<string> SelfEnding = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "html", "head", "body" };

    /// <summary>What may stand before words on a line: the marks of lists and quotations.</summary>
    private static readonly SearchValues<char> BeforeWords = SearchValues.Create("> \t-*+.)0123456789");

    /// <summary>Whether an element has its end tag always.</summary>
    public static bool HasEnd(string name) => name.Length > 0 && !Void.Contains(name) && !SelfEnding.Contains(name);

    /// <summary>Whether an element has no end tag (HTML Living Standard, 13.1.2, void elements).</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>The pieces of markup between two places, with where each begins.</summary>
    public static IEnumerable<(int Start, HtmlTag Tag)> Between(string text, int start, int end)
    {
        for (var at = text.IndexOf('<', start, end - start); at >= 0; at = text.IndexOf('<', at, end - at))
        {
            var tag = At(text, at, end);
            if (tag is { } markup)
                yield return (at, markup);
            at = tag?.End ?? at + 1;
        }
    }

    /// <summary>The markup that begins at a sign; null when the sign is text.</summary>
    public static HtmlTag? At(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        if (rest.StartsWith("<!--"))
            return new HtmlTag("", false, After(text, "-->", at + 4, end));
        if (rest.StartsWith("<![CDATA["))
            return new HtmlTag("", false, After(text, "]]>", at, end));
        if (rest.StartsWith("<?"))
            return new HtmlTag("", false, After(text, "?>", at, end));
        if (rest.StartsWith("<!"))
            return new HtmlTag("", false, After(text, ">", at, end));
        var isClosing = rest.StartsWith("</");
        var from = at + (isClosing ? 2 : 1);
        // A fragment of JSX has no name.
        if (from >= end || !(char.IsAsciiLetter(text[from]) || text[from] == '>'))
            return null;
        var to = from;
        while (to < end && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '-' or '.' or ':' or '_'))
            to++;
        var close = Close(text, at, to, end);
        // What begins and does not end takes the rest of the block with it, as in a browser.
        return close < 0 ? new HtmlTag("", false, end) : new HtmlTag(text[from..to], !isClosing && text[close - 1] != '/', close + 1);
    }

    /// <summary>Whether an element is none of HTML's, but a component's.</summary>
    public static bool IsComponent(string name) => char.IsAsciiLetterUpper(name[0]) || name.Contains('-', StringComparison.Ordinal);

    /// <summary>Whether a line that begins with a tag of MDX and ends with another is one of tags: where the element may stand in sentences there may be words between them; a component may have the name of one.</summary>
    public static bool IsBlockOfMdx(string name) => char.IsAsciiLetterUpper(name[0]) || !HtmlWalk.IsInText(name);

    /// <summary>Whether an element of MDX holds code or what is no text for readers; a component may have the name of one that does.</summary>
    public static bool HidesWords(string name) => HtmlWalk.IsOpaque(name) && !char.IsAsciiLetterUpper(name[0]);

    /// <summary>Whether there is nothing between a tag and the one that closes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Offset after the tag.</param>
    /// <param name="end">Offset after the closing tag.</param>
    public static bool HoldsNothing(string text, int from, int end) => text.AsSpan(from, text.LastIndexOf("</", end - 1, StringComparison.Ordinal) - from).IsWhiteSpace();

    /// <summary>Whether a piece of markup is a line break.</summary>
    public static bool IsBreak(string text, int start, int end) => text[start] == '<' && At(text, start, end) is { } tag && tag.Name.Equals("br", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the element that was opened ends; null when its closing tag is not there.</summary>
    public static int? Closing(string text, string name, int from, int end)
    {
        for (var at = text.IndexOf("</", from, end - from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("</", at + 2, end - at - 2, StringComparison.Ordinal))
        {
            if (string.Compare(text, at + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && At(text, at, end) is { } tag && (tag.Name.Length == name.Length || tag.End == end))
                return tag.End;
        }

        return null;
    }

    /// <summary>Whether a tag says that browsers do not show its element.</summary>
    public static bool Hides(string text, int start, int end)
    {
        var tag = text.AsSpan(start, end - start);
        if (tag.StartsWith("</") || (!tag.Contains("hidden", StringComparison.OrdinalIgnoreCase) && !tag.Contains("display", StringComparison.OrdinalIgnoreCase)))
            return false;
        var at = start;
        foreach (var (name, open, close) in Attributes(text, start, end))
        {
            if (name.Equals("style", StringComparison.OrdinalIgnoreCase) && text[open..close].Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
                return true;
            if (HiddenWord().IsMatch(text[at..open]))
                return true;
            at = close;
        }

        return HiddenWord().IsMatch(text[at..end]);
    }

    /// <summary>
    /// Whether a tag opens an element within a run of text that holds code, a drawing or what stands in for it, and nothing to read. What a template
    /// of Vue is for (<c>&lt;template #head></c>) is read.
    /// </summary>
    public static bool HoldsNoText(string text, int start, int end) => At(text, start, end) is { IsOpening: true } tag
        && (tag.Name is "script" or "style" or "svg" or "textarea" or "math" or "iframe" or "audio" or "video" or "canvas" or "object" || text.AsSpan(start, tag.End - start) is "<template>");

    /// <summary>Where the element that was opened ends, others of its name in it being whole; null when it does not.</summary>
    public static int? ClosingOf(string text, string name, int from, int end)
    {
        var depth = 1;
        for (var at = text.IndexOf('<', from, end - from); at >= 0; at = text.IndexOf('<', at + 1, end - at - 1))
        {
            var isClosing = at + 1 < end && text[at + 1] == '/';
            if (string.Compare(text, at + (isClosing ? 2 : 1), name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0 || At(text, at, end) is not { } tag || tag.Name.Length != name.Length)
                continue;
            depth += isClosing ? -1 : tag.IsOpening ? 1 : 0;
            if (depth == 0)
                return tag.End;
        }

        return null;
    }

    /// <summary>The attributes of a tag whose values stand between quotation marks: name, offset of the opening mark, offset after the closing one.</summary>
    public static IEnumerable<(string Name, int Open, int Close)> Attributes(string text, int start, int end)
    {
        var (hasBraces, hasTags) = (true, true);
        for (var at = start + 1; at < end; at++)
        {
            if (hasBraces && text[at] == '{')
            {
                at = Braces(text, at, end, ref hasBraces);
                continue;
            }

            if (text[at] is not ('"' or '\''))
                continue;
            var close = Quote(text, at, end, ref hasTags);
            if (close < 0)
                yield break;
            var equals = at;
            while (equals > start && char.IsWhiteSpace(text[equals - 1]))
                equals--;
            var to = equals - 1;
            while (to > start && char.IsWhiteSpace(text[to - 1]))
                to--;
            var from = to;
            while (from > start && (char.IsAsciiLetterOrDigit(text[from - 1]) || text[from - 1] is '-' or '_' or ':'))
                from--;
            if (equals > start && text[equals - 1] == '=' && from < to && char.IsWhiteSpace(text[from - 1]))
                yield return (text[from..to], at, close + 1);
            at = close;
        }
    }

    /// <summary>The mark that ends a value; those in tags of site generators in it do not. -1 when none does.</summary>
    private static int Quote(string text, int at, int end, ref bool hasTags)
    {
        var close = text.IndexOf(text[at], at + 1, end - at - 1);
        for (var from = at + 1; close > 0 && SiteTag.Next(text, from, close, end, ref hasTags) is var (_, after); from = after)
            close = after > close ? text.IndexOf(text[at], after, end - after) : close;
        return close;
    }

    /// <summary>The sign that closes a tag, outside quotation marks and braces; -1 when none does.</summary>
    private static int Close(string text, int start, int from, int end)
    {
        var (hasBraces, hasTags) = (true, true);
        int? depth = null;
        for (var at = from; at < end; at++)
        {
            if (text[at] == '>' && LineMark(text, start, at) is > 0 and var mark && mark <= (depth ??= Quotations(text, start)))
                continue;
            if (text[at] == '>')
                return at;
            if (hasBraces && text[at] == '{')
                at = Braces(text, at, end, ref hasBraces);
            else if (text[at] is '"' or '\'' && Quote(text, at, end, ref hasTags) is > 0 and var close)
                at = close;
        }

        return -1;
    }

    /// <summary>Which of the signs that begin a further line of a tag one is; 0 when something else stands before it on its line, or it is the tag's first.</summary>
    private static int LineMark(string text, int start, int at)
    {
        var mark = 1;
        var before = at - 1;
        for (; before > start && text[before] is ' ' or '\t' or '>'; before--)
            mark += text[before] == '>' ? 1 : 0;
        return before > start && text[before] == '\n' ? mark : 0;
    }

    /// <summary>In how many quotations a place stands, whose marks begin the lines of a tag there.</summary>
    private static int Quotations(string text, int at)
    {
        var line = text.AsSpan(0, at);
        line = line[(line.LastIndexOf('\n') + 1)..];
        return (line.IndexOfAnyExcept(BeforeWords) is >= 0 and var words ? line[..words] : line).Count('>');
    }

    /// <summary>The last brace of an expression of JSX; the first when it does not end, and then there is no use in looking again.</summary>
    private static int Braces(string text, int at, int end, ref bool hasBraces)
    {
        if (Script.End(text, at, end) is > 0 and var after)
            return after - 1;
        var depth = 0;
        for (var i = at; i < end; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        hasBraces = false;
        return at;
    }

    private static int After(string text, string mark, int from, int end) => text.IndexOf(mark, from, end - from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : end;

    [GeneratedRegex(@"\shidden(?=[\s/>]|=(?!\{))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenWord();
}

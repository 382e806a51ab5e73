using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>What stands between a tag of a site generator and the one that closes it, where it is no text: code, data, or a comment. Tags are asked for in order.</summary>
/// <param name="text">The article's text.</param>
/// <param name="hasNoData">Whether nothing is data that only its looks tell.</param>
internal sealed partial class TagContents(string text, bool hasNoData)
{
    /// <summary>Of so many names whose data are looked for in vain; then data begin none any more.</summary>
    private const int MostInVain = 50;

    private const string CommentEnd = "{:/";

    /// <summary>Tags with code, with data or with what nobody sees, between them and those that close them.</summary>
    private static readonly HashSet<string> CodeTags = new(StringComparer.Ordinal)
    {
        "apexcharts", "bash", "chart", "code", "codeblock", "command", "comment", "console", "css", "csv", "csvtable", "csv-table", "d2", "dot", "echarts", "flowchart", "goat", "graphviz", "highlight", "javascript", "js", "json",
        "katex", "kroki", "latex", "math", "mathjax", "mermaid", "plantuml", "plotly", "prism", "script", "sh", "terminal", "tikz", "toml", "vega", "vegalite", "vega-lite", "wavedrom", "yaml",
    };

    /// <summary>Languages that people speak, but for those whose names without a region are also, and more often, of languages for programs.</summary>
    private static readonly HashSet<string> Spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "bg", "bn", "ca", "da", "de", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mn", "ms", "my", "ne", "nl", "no", "pt", "ro", "ru", "si", "sk",
        "sl", "sq", "sr", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
    };

    /// <summary>The next tag of each name that closes another, from where it was last looked for on.</summary>
    private readonly Dictionary<string, (int At, int End)> _closings = new(StringComparer.Ordinal);

    private int _inVain;

    /// <summary>Whether the tabs that are open hold code; false where they hold text, whatever language they name; null where each says it for itself.</summary>
    private bool? _areCode;

    /// <summary>Whether a span is a tag and what it begins, and that is a table, or data that only their looks tell: readers may see words in it.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the span begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsData(string text, int start, int end)
    {
        if (end - start < 2 || !(text[start] == '{' ? text[start + 1] is '{' or '%' : text[start] == '[') || (TagEnd(text, start, end) is var after && (after <= start || after == end)))
            return false;
        var name = SiteTag.Name(text, start, after);
        return text[start] == '[' || name.StartsWith("csv") || !IsCode(name.ToString(), text[start..after], areCode: null);
    }

    /// <summary>Where the tag ends that begins what may reach to the one that closes it; 0 where it is an expression.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Where the whole ends.</param>
    public static int TagEnd(string text, int start, int end) => text[start] == '[' ? BracketTags.End(text, start, end) : Math.Min(end, SiteTag.End(text, start));

    /// <summary>Where what a tag begins ends: with the tag that closes it when what stands between them is code, data or a comment, else with the tag itself.</summary>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Where it ends.</param>
    public int End(int start, int end)
    {
        var tag = text.AsSpan(start, end - start);
        if (tag is "{::comment}")
            return Closing(CommentEnd, "}", end) is { End: > 0 and var after } ? after : end;
        var isLiquid = text[start + 1] == '%';
        if (!isLiquid && (tag is not ['{', '{', '<' or '%', ..] || tag is [.., '/', _, _, _]))
            return end;
        var name = SiteTag.Name(text, start, end).ToString();
        if (name is "tabpane" or "/tabpane")
            _areCode = IsText().IsMatch(tag) ? false : IsOfPrograms(text[start..end]) == true ? true : null;
        if (name is "" or ['/', ..] or "raw")
            return end;
        var isCode = IsCode(name, text[start..end], _areCode);
        var closes = (isLiquid ? "end" : "/") + name;
        if (!isCode && hasNoData)
            return end;
        if (!isCode && LinesEnd(end, closes, isLiquid) is > 0 and var last)
            return last;
        if (!isCode && (_inVain >= MostInVain || !TagData.BeginsJson(text.AsSpan(end, Math.Min(text.Length - end, SiteTag.LongestTag)))))
            return end;
        var closing = Closing(closes, isLiquid ? "%}" : "}}", end);
        if (closing.End > 0 && (isCode || TagData.EndsJson(text.AsSpan(end..text.LastIndexOf('{', closing.At)).TrimEnd('{'))))
            return closing.End;
        _inVain++;
        return end;
    }

    private static bool IsCode(string name, string tag, bool? areCode) => CodeTags.Contains(name) || (name == "tab" && areCode != false && !IsText().IsMatch(tag) && (IsOfPrograms(tag) ?? areCode ?? false));

    /// <summary>Whether a tag names a language of programs; null where it names none.</summary>
    private static bool? IsOfPrograms(string tag) => Language().Match(tag) is { Success: true } language ? !IsSpoken(language) : null;

    private static bool IsSpoken(Match language) => !language.Groups["code"].Success && (language.Groups["region"].Success || Spoken.Contains(language.Groups["name"].Value));

    /// <summary>The next tag at or behind a place that closes others of a name; an end of 0 for none.</summary>
    private (int At, int End) Closing(string name, string mark, int from)
    {
        if (_closings.TryGetValue(name, out var known) && (known.At >= from || known.End == 0))
            return known;
        for (var at = text.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((name == CommentEnd || IsName(at, name.Length)) && text.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var end)
                return _closings[name] = (at, end + mark.Length);
        }

        return _closings[name] = default;
    }

    /// <summary>Whether what stands at a place is a tag's whole name.</summary>
    private bool IsName(int at, int length) => !(at + length < text.Length && SiteTag.IsOfName(text[at + length])) && text.AsSpan(0, at).TrimEnd(" \t-<%").EndsWith('{');

    /// <summary>The end of the tag that closes rows or YAML, which begin at a place and in which no tag stands; 0 for none.</summary>
    private int LinesEnd(int from, string closes, bool isLiquid)
    {
        var at = text.IndexOf('{', from);
        while (at >= 0 && at + 1 < text.Length && text[at + 1] is not ('{' or '%'))
            at = text.IndexOf('{', at + 1);
        return at >= 0 && at + 1 < text.Length && text[at + 1] == (isLiquid ? '%' : '{') && SiteTag.Name(text, at, Math.Min(text.Length, at + SiteTag.LongestTag)).SequenceEqual(closes) && TagData.IsLines(text.AsSpan(from..at))
            ? SiteTag.End(text, at)
            : 0;
    }

    [GeneratedRegex("""\stext\s*=\s*["'`]?true\b""", RegexOptions.CultureInvariant)]
    private static partial Regex IsText();

    /// <summary>The language of what a tab holds; one of programs only where the name says so.</summary>
    [GeneratedRegex("""\s(?:(?<code>codelang)|lang)\s*=\s*["'`]?(?<name>[A-Za-z]{2,3}(?<region>[-_](?:[A-Z][a-z]{3}|[A-Za-z]{2}))?(?![\w#+-])|[^\s"'`]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}

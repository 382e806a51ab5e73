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

    /// <summary>Languages of programs that an attribute may name beside <c>code</c>; anything else there may be a country, or what somebody buys.</summary>
    private static readonly HashSet<string> OfPrograms = new(StringComparer.OrdinalIgnoreCase)
    {
        "asm", "bash", "c", "c#", "c++", "clojure", "cpp", "cs", "csharp", "css", "dart", "diff", "docker", "dockerfile", "elixir", "elm", "erlang", "f#", "fortran", "fsharp", "go", "golang", "graphql", "groovy", "haskell", "hcl",
        "html", "http", "ini", "java", "javascript", "js", "json", "jsx", "julia", "kotlin", "latex", "less", "lisp", "lua", "makefile", "markdown", "matlab", "nginx", "nix", "objective-c", "ocaml", "perl", "php", "plaintext",
        "powershell", "protobuf", "ps1", "py", "python", "r", "rb", "ruby", "rust", "sass", "scala", "scheme", "scss", "sh", "shell", "sol", "solidity", "sql", "swift", "terraform", "tex", "toml", "ts", "tsx", "typescript",
        "vb", "vim", "vue", "xml", "yaml", "yml", "zig", "zsh",
    };

    /// <summary>The next tag of each name that closes another, by what ends it too, from where it was last looked for on.</summary>
    private readonly Dictionary<(string Name, string Mark), (int At, int End)> _closings = [];

    private int _inVain;

    /// <summary>Whether the tabs that are open hold code; false where they hold text, whatever language they name; null where each says it for itself.</summary>
    private bool? _areCode;

    /// <summary>What stands between a tag and the one that closes it, both in a span, where it is a table, or data that only their looks tell: readers may see words in it. Nothing where it is none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the span begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="areCode">Whether the tabs that are open hold code.</param>
    public static ReadOnlySpan<char> Data(string text, int start, int end, bool? areCode = null)
    {
        if (end - start < 2 || !(text[start] == '{' ? text[start + 1] is '{' or '%' : text[start] == '[') || (TagEnd(text, start, end) is var after && (after <= start || after == end)))
            return [];
        var name = SiteTag.Name(text, start, after);
        var last = text.AsSpan(after..end).LastIndexOf(text.AsSpan(start, text[start] == '[' ? 1 : 2));
        if (last < 0)
            return [];
        var data = TagData.Unquoted(text, start, after, after + last);
        var isTable = text[start] == '{' && name.StartsWith("csv");
        return isTable || ((text[start] == '[' || !IsCode(name.ToString(), text[start..after], areCode)) && TagData.Is(data)) ? data : [];
    }

    /// <summary>Whether the tabs behind a tag hold code, as far as it says so.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="areCode">Whether those before it do.</param>
    public static bool? AreCode(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, bool? areCode) =>
        name is "tabpane" or "/tabpane" ? IsText().IsMatch(tag) ? false : IsOfPrograms(tag.ToString()) == true ? true : null : areCode;

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
        if (!isLiquid && (tag is not ['{', '{', '<' or '%', ..] || SiteTag.ClosesItself(tag)))
            return end;
        var name = SiteTag.Name(text, start, end).ToString();
        _areCode = AreCode(name, tag, _areCode);
        if (name is "" or ['/', ..] or "raw")
            return end;
        var isCode = IsCode(name, text[start..end], _areCode);
        // What Zola calls is closed by no name.
        var closes = isLiquid ? "end" + (SiteTag.IsCall(tag) ? "" : name) : "/" + name;
        if (!isCode && hasNoData)
            return end;
        if (!isCode && LinesEnd(start, end, closes, isLiquid) is > 0 and var last)
            return last;
        if (!isCode && (_inVain >= MostInVain || !TagData.MayBeJson(TagData.Unquoted(text, start, end, Math.Min(text.Length, end + SiteTag.LongestTag)))))
            return end;
        var mark = isLiquid ? "%}" : "}}";
        var closing = Closing(closes, mark, end);
        if (isCode && isLiquid && closing.End == 0)
            // Markdoc's have a stroke.
            closing = Closing("/" + name, mark, end);
        if (closing.End > 0 && (isCode || TagData.IsJson(TagData.Unquoted(text, start, end, text.AsSpan(0, text.LastIndexOf('{', closing.At)).TrimEnd('{').Length))))
            return closing.End;
        _inVain++;
        return end;
    }

    private static bool IsCode(string name, string tag, bool? areCode) => CodeTags.Contains(name) || SaysCode(tag) || (name == "tab" && areCode != false && !IsText().IsMatch(tag) && (IsOfPrograms(tag) ?? areCode ?? false));

    /// <summary>Whether a tag says by an attribute that it holds code.</summary>
    private static bool SaysCode(string tag) => tag.Contains("code", StringComparison.Ordinal) && Code().Match(tag) is { Success: true } code && (code.Groups["value"].ValueSpan is "true" || OfPrograms.Contains(code.Groups["value"].Value));

    /// <summary>Whether a tag names a language of programs; null where it names none.</summary>
    private static bool? IsOfPrograms(string tag) => Language().Match(tag) is { Success: true } language ? !IsSpoken(language) : null;

    private static bool IsSpoken(Match language) => !language.Groups["code"].Success && (language.Groups["region"].Success || Spoken.Contains(language.Groups["name"].Value));

    /// <summary>The next tag at or behind a place that closes others of a name; an end of 0 for none.</summary>
    private (int At, int End) Closing(string name, string mark, int from)
    {
        if (_closings.TryGetValue((name, mark), out var known) && (known.At >= from || known.End == 0))
            return known;
        // Between the stroke and what it closes blanks may stand.
        var word = name.TrimStart('/');
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((name == CommentEnd || IsName(at, word.Length, hasStroke: word != name)) && text.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var end)
                return _closings[(name, mark)] = (at, end + mark.Length);
        }

        return _closings[(name, mark)] = default;
    }

    /// <summary>Whether what stands at a place is a tag's whole name, behind a stroke or without.</summary>
    private bool IsName(int at, int length, bool hasStroke)
    {
        if (at + length < text.Length && SiteTag.IsOfName(text[at + length]))
            return false;
        var before = text.AsSpan(0, at);
        if (hasStroke)
            before = before.TrimEnd(" \t") is [.. var tag, '/'] ? tag : [];
        return before.TrimEnd(" \t-<%").EndsWith('{');
    }

    /// <summary>The end of the tag that closes rows or YAML, which begin behind one and in which no tag stands; 0 for none.</summary>
    private int LinesEnd(int start, int from, string closes, bool isLiquid)
    {
        var at = text.IndexOf('{', from);
        while (at >= 0 && at + 1 < text.Length && text[at + 1] is not ('{' or '%'))
            at = text.IndexOf('{', at + 1);
        return at >= 0 && at + 1 < text.Length && text[at + 1] == (isLiquid ? '%' : '{') && SiteTag.Name(text, at, Math.Min(text.Length, at + SiteTag.LongestTag)).SequenceEqual(closes) && TagData.IsLines(TagData.Unquoted(text, start, from, at))
            ? SiteTag.End(text, at)
            : 0;
    }

    [GeneratedRegex("""\stext\s*=\s*["'`]?true\b""", RegexOptions.CultureInvariant)]
    private static partial Regex IsText();

    [GeneratedRegex("""\scode\s*=\s*["'`]?(?<value>[^\s"'`>%}]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>The language of what a tab holds; one of programs only where the name says so.</summary>
    [GeneratedRegex("""\s(?:(?<code>codelang)|lang)\s*=\s*["'`]?(?<name>[A-Za-z]{2,3}(?<region>[-_](?:[A-Z][a-z]{3}|[A-Za-z]{2}))?(?![\w#+-])|[^\s"'`]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}

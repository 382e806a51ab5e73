using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>What is no text though it stands at the beginning of a line: what MDX takes from other modules and gives to them, the kind of an alert, the short form of an abbreviation, the sign with which kramdown ends a block, that of a table's caption, the one that parts columns; and
/// what notebooks have between brackets and signs.</summary>
internal static partial class LineMarks
{
    private static readonly SearchValues<string> Rare = SearchValues.Create(["[[", "%%", " ^", "8<-", "<<<"], StringComparison.Ordinal);

    private static readonly SearchValues<char> BeforeAlert = SearchValues.Create("> \t-*+.)0123456789");

    /// <summary>Parts the columns of a theme of Hugo's (Book).</summary>
    public const string Column = "<--->";

    /// <summary>A statement of more lines than this is none.</summary>
    private const int MostLines = 300;

    /// <summary>Finds them from an offset on, in order.</summary>
    public static List<(int Start, int End)> Find(string text, int from, bool hasNoData)
    {
        var found = new List<(int Start, int End)>();
        for (var at = from; at < text.Length; at = LineEnd(text, at) + 1)
        {
            var end = text[at] switch
            {
                'i' when text.AsSpan(at).StartsWith("import") => Import().Match(text, at) is { Success: true } import ? at + import.Length : 0,
                'e' when text.AsSpan(at).StartsWith("export") => Export().IsMatch(text, at) ? StatementEnd(text, at) : 0,
                '^' when text.AsSpan(at + 1, LineEnd(text, at) - at - 1).IsWhiteSpace() => at + 1,
                '@' when Embed().Match(text, at) is { Success: true } embed => at + embed.Length,
                '<' when text.AsSpan(at).StartsWith(Column) => at + Column.Length,
                '*' when text.AsSpan(at).StartsWith("*[") => Abbreviation(text, at),
                _ => 0,
            };
            if (end > at)
                found.Add((at, end));
            if (end > at && text[end - 1] != '\n')
                at = end - 1;
        }

        for (var at = text.IndexOf("[!", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("[!", at + 2, StringComparison.Ordinal))
        {
            if (AlertEnd(text, at) is > 0 and var end)
                found.Add((at, end));
        }

        if (text.AsSpan(from).Contains('['))
            BracketTags.Find(text, from, found, hasNoData);
        if (text.AsSpan(from).Contains('|'))
            TableCaption.Find(text, from, found);
        if (text.AsSpan(from).ContainsAny(Rare))
            Notes(text, from, found);
        if (text.AsSpan(from).Contains("::", StringComparison.Ordinal))
            OneLiners(text, from, found);
        if (text.AsSpan(from).Contains("@tab", StringComparison.Ordinal) && Tabs().IsMatch(text, from))
            found.AddRange(Tab().Matches(text, from).Select(t => (t.Index, t.Index + t.Length)));
        if (found.Count > 1)
            found.Sort();
        return found;
    }

    /// <summary>What Obsidian shows of other notes, the names of those it links to, its comments and the ids of its blocks; what MkDocs and VitePress take from other files.</summary>
    private static void Notes(string text, int from, List<(int Start, int End)> found)
    {
        foreach (Match note in Note().Matches(text, from))
        {
            var name = note.Groups["name"];
            if (!name.Success)
            {
                found.Add((note.Index, note.Index + note.Length));
                continue;
            }

            found.Add((note.Index, name.Index + name.Length));
            found.Add((note.Index + note.Length - 2, note.Index + note.Length));
        }
    }

    /// <summary>
    /// Directives of one line, as in <c>::card[words]{href="/a"}</c> (remark-directive). Those of Nuxt look alike and hold what
    /// comes up to a line of two colons.
    /// </summary>
    private static void OneLiners(string text, int from, List<(int Start, int End)> found)
    {
        var (first, last) = (-1, -1);
        foreach (Match line in OneLiner().Matches(text, from))
        {
            if (line.Length == 2 && first < 0)
                continue;
            first = first < 0 ? line.Index : first;
            last = line.Length == 2 ? line.Index : last;
            found.Add((line.Index, line.Index + line.Length));
        }

        if (last > first)
            found.AddRange(InBlock().Matches(text[..last], first).Select(m => (m.Groups["mark"].Index, m.Groups["mark"].Index + m.Groups["mark"].Length)));
    }

    /// <summary>The end of the kind of an alert, as in <c>> [!NOTE]</c>, with the sign that folds it; 0 where none stands alone at the beginning of a quotation.</summary>
    private static int AlertEnd(string text, int at)
    {
        if (!text.AsSpan(0, at).TrimEnd(" \t").EndsWith('>'))
            return 0;
        var start = text.LastIndexOf('\n', at - 1) + 1;
        if (text.AsSpan(start, at - start).ContainsAnyExcept(BeforeAlert))
            return 0;
        var previous = start > 1 ? text.AsSpan(0, start - 1) : [];
        // A line of the same quotation goes on with its paragraph; one that is deeper begins another.
        previous = previous[(previous.LastIndexOf('\n') + 1)..].TrimEnd('\r');
        var words = previous.IndexOfAnyExcept(BeforeAlert);
        if (words >= 0 && previous[..words].Count('>') is > 0 and var depth && depth >= text.AsSpan(start, at - start).Count('>'))
            return 0;
        var end = at + 2;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
            end++;
        if (end == at + 2 || end >= text.Length || text[end] != ']')
            return 0;
        end += end + 1 < text.Length && text[end + 1] is '+' or '-' ? 2 : 1;
        return end >= text.Length || char.IsWhiteSpace(text[end]) ? end : 0;
    }

    private static int Abbreviation(string text, int at)
    {
        var close = text.IndexOf(']', at, LineEnd(text, at) - at);
        return close > at + 2 && close + 1 < text.Length && text[close + 1] == ':' ? close + 2 : 0;
    }

    /// <summary>The end of the line on which all brackets of a statement are closed; 0 when they are not, or code around it ends before.</summary>
    private static int StatementEnd(string text, int at)
    {
        var depth = 0;
        for (var lines = 0; lines < MostLines && at < text.Length; lines++)
        {
            var end = LineEnd(text, at);
            var line = text.AsSpan(at, end - at);
            if (line.StartsWith("```") || line.StartsWith("~~~"))
                return 0;
            foreach (var c in line)
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth <= 0)
                return at + line.TrimEnd('\r').Length;
            at = end + 1;
        }

        return 0;
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    [GeneratedRegex("""!\[\[[^\[\]\r\n]+\]\](?![(\[])|\[\[(?<name>[^\[\]|\r\n]+\|)[^\[\]|\r\n]+\]\]|^%%[ \t]*\r?\n(?:(?!%%)[^\r\n]*\r?\n)*?%%(?=[ \t]*\r?$)|(?<![^\s.)\]*\u0080-\uFFFF])(?:%%(?=[^%\s])|(?<![0-9][ \t])%%(?=[ \t]+[^%\s]))(?:[^%\r\n]|%(?!%)|\r?\n(?![ \t]*\r?\n))*%%(?!%)|(?<=^[ \t>*+-]*(?:[0-9]{1,9}[.)][ \t]+)?)%%[ \t](?:[^%\r\n]|%(?!%)|\r?\n(?![ \t]*(?:\r?\n|>)))*%%(?=[ \t]*\r?$)|(?<=\S)[ ]\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{3,}(?=[ \t]*\r?$)|(?<=^[ \t]*)<<<[ \t]*[@./][^\s]*(?:[ \t]*\{[^{}\r\n]*\})?(?:[ \t]*\[[^\[\]\r\n]*\])?(?=[ \t]*\r?$)|(?<=^[ \t]*)-+8<-+[ \t]+"[^"\r\n]+"(?=[ \t]*\r?$)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"::(?<=^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*::)(?!:)(?:[A-Za-z][\w-]*(?:\[(?:[^\[\]\\\r\n]|\\.|\[[^\[\]\r\n]*\])*\])?(?:\{[^{}\r\n]*\})?)?(?=[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OneLiner();

    /// <summary>The properties of a block of Nuxt, between lines of hyphens right below its first line, and its slots, <c>#name</c> alone on a line.</summary>
    [GeneratedRegex(@"(?<=^[ \t]*:{2,}[\w-]+(?:\{[^{}\r\n]*\})?[ \t]*\r?\n)[ \t]*(?<mark>---[ \t]*\r?\n(?:(?![ \t]*---)[^\r\n]*\r?\n){0,50}[ \t]*---)(?=[ \t]*\r?$)|^[ \t]*(?<mark>#[A-Za-z][\w-]*)(?=[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex InBlock();

    [GeneratedRegex("""\Gimport[ \t]+(?:(?:[\w$*][^\r\n'"{}`]*)?(?:\{[^{}'"`]*\}[ \t]*)?from[ \t]*)?(["'])[^"'\r\n]+\1[ \t]*;?[ \t]*(?=\r?$)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Import();

    /// <summary>Where a tab of VuePress begins.</summary>
    [GeneratedRegex(@"@tab(?<=^[ \t>]*@tab)(?::active)?(?=[ \t]+\S)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*:{3,}[ \t]*(?:code-)?tabs\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tabs();

    /// <summary>What Zenn puts in, as in <c>@[card](https://…)</c>.</summary>
    [GeneratedRegex(@"\G@\[[a-z][a-z0-9-]*\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)(?=[ \t]*\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Embed();

    [GeneratedRegex("""\Gexport[ \t]+(?:(?:const|let|var)[ \t]+[^\s=\\]+[ \t]*=|(?:default[ \t]+)?(?:async[ \t]+)?(?:function|class)\b[ \t\w$*]*[({]|default[ \t]+[\w$.]*[({]|\{|\*[ \t]+from[ \t]+["'])""", RegexOptions.CultureInvariant)]
    private static partial Regex Export();
}

using System.Buffers;
using System.Text;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Data that stand between two tags whose names do not tell: JSON from end to end, rows with commas or tabs between their values, and YAML. What is a sentence, a list
/// or anything else of Markdown is none.
/// </summary>
internal static class TagData
{
    /// <summary>What begins blocks of Markdown, or of HTML, and items of lists as word processors write them.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("#>|:<`~![=•·ㆍ○●◦▪■□◆◇▲△▶▷※☞①②③④⑤⑥⑦⑧⑨⑩");

    /// <summary>What ends a sentence.</summary>
    private const string Stops = ".?!…。？！";

    /// <summary>What may close behind that.</summary>
    private const string Closes = "\"'”’」』»)）*_";

    /// <summary>What may stand before the first word of a line in a quotation.</summary>
    private static readonly SearchValues<char> Begins = SearchValues.Create(" \t>-*+");

    private const string Blanks = " \t\r\n";

    /// <summary>Whether a text is data from end to end.</summary>
    public static bool Is(ReadOnlySpan<char> text) => IsJson(text) || IsLines(text);

    /// <summary>Whether data may begin at a place, as JSON writes them.</summary>
    public static bool MayBeJson(ReadOnlySpan<char> text) =>
        text.TrimStart(Blanks) is var begun && begun.TrimStart("[ \t\r\n") is var first && (first is ['{', ..] ? first[1..].TrimStart(Blanks) is ['"', ..] : begun is ['[', ..] && first is ['"' or '-' or (>= '0' and <= '9'), ..]);

    /// <summary>Whether a text is JSON, from end to end: objects, which may have something of JavaScript in them, or arrays of several values.</summary>
    public static bool IsJson(ReadOnlySpan<char> text)
    {
        text = text.Trim(Blanks);
        return MayBeJson(text) && text[^1] is '}' or ']' && (text[0] == '{' || text[1..].TrimStart(Blanks) is ['{', ..] || IsArray(text));
    }

    /// <summary>Whether a text of several lines is rows of values or YAML.</summary>
    public static bool IsLines(ReadOnlySpan<char> text) => text.Trim().Contains('\n') && (TagRows.Are(text, ',') || TagRows.Are(text, '\t') || TagYaml.Is(text));

    /// <summary>Whether a line begins a block of Markdown or an item.</summary>
    public static bool BeginsBlock(ReadOnlySpan<char> line) => Marks.Contains(line[0]) || IsMark(line[..Math.Max(0, line.IndexOfAny(' ', '\t'))]);

    /// <summary>Whether a sentence ends with a text, whatever closes behind its stop.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd(Closes) is [.., var last] && Stops.Contains(last, StringComparison.Ordinal);

    /// <summary>What stands between two places, without the marks of the quotation in which the tag stands that begins it; as it is where a line has none.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tag">Where the tag begins.</param>
    /// <param name="from">Where it ends.</param>
    /// <param name="until">Where what is looked at ends.</param>
    public static ReadOnlySpan<char> Unquoted(string text, int tag, int from, int until)
    {
        var whole = text.AsSpan(from..until);
        var line = whole.IndexOf('\n') + 1;
        if (line == 0 || whole[line..].TrimStart(" \t") is not ['>', ..])
            return whole;
        var before = text.AsSpan(Math.Max(0, tag - SiteTag.LongestTag)..tag);
        before = before[(before.LastIndexOf('\n') + 1)..];
        var depth = before[..(before.IndexOfAnyExcept(Begins) is >= 0 and var words ? words : before.Length)].Count('>');
        if (depth == 0)
            return whole;
        var unquoted = new StringBuilder().Append(whole[..line]);
        foreach (var quoted in whole[line..].EnumerateLines())
        {
            var rest = quoted;
            if (rest.IsWhiteSpace())
                break;
            for (var level = 0; level < depth; level++)
            {
                if (rest.TrimStart(" \t") is not ['>', .. var behind])
                    return whole;
                rest = behind;
            }

            unquoted.Append(rest is [' ', .. var value] ? value : rest).Append('\n');
        }

        return unquoted.ToString();
    }

    /// <summary>Whether a text is one array, and nothing but signs of JSON, strings and words without blanks in it are in their order.</summary>
    private static bool IsArray(ReadOnlySpan<char> text)
    {
        var (depth, values) = (0, 0);
        var isBehindValue = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (Blanks.Contains(text[at], StringComparison.Ordinal))
                continue;
            if (text[at] is '[' or '{' ? isBehindValue : text[at] is ']' or '}' or ',' or ':' ? depth == 0 : isBehindValue)
                return false;
            switch (text[at])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    depth--;
                    isBehindValue = true;
                    break;
                case ',' or ':':
                    isBehindValue = false;
                    values++;
                    break;
                case '"':
                    for (at++; at < text.Length && text[at] is not ('"' or '\n'); at++)
                        at += text[at] == '\\' ? 1 : 0;
                    if (at >= text.Length || text[at] != '"')
                        return false;
                    isBehindValue = true;
                    break;
                case var sign when char.IsAsciiLetterOrDigit(sign) || sign is '-':
                    while (at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] is '.' or '+' or '-'))
                        at++;
                    isBehindValue = true;
                    break;
                default:
                    return false;
            }
        }

        return depth == 0 && values > 0;
    }

    /// <summary>Whether what stands before the first blank of a line makes an item of a list of it.</summary>
    private static bool IsMark(ReadOnlySpan<char> word) =>
        word is "-" or "*" or "+" || (word is [_, .., '.' or ')'] && (word.Length == 2 ? char.IsLetterOrDigit(word[0]) : !word[..^1].ContainsAnyExceptInRange('0', '9')));
}

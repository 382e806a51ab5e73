using System.Buffers;

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

    /// <summary>The digits of a number between two of its commas.</summary>
    private const int Thousand = 3;

    /// <summary>Whether a text is data from end to end.</summary>
    public static bool Is(ReadOnlySpan<char> text) => (BeginsJson(text) && EndsJson(text)) || IsLines(text);

    /// <summary>Whether data begin at a place, as JSON writes them.</summary>
    public static bool BeginsJson(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is ['[', ..])
            text = text[1..].TrimStart();
        return text is ['{', ..] && text[1..].TrimStart() is ['"', ..];
    }

    /// <summary>Whether data end with a text, as JSON writes them.</summary>
    public static bool EndsJson(ReadOnlySpan<char> text) => text.TrimEnd() is [.., '}' or ']'];

    /// <summary>Whether a text of several lines is rows of values or YAML.</summary>
    public static bool IsLines(ReadOnlySpan<char> text) => text.Trim().Contains('\n') && (AreRows(text, ',') || AreRows(text, '\t') || IsYaml(text));

    /// <summary>Whether each line has as many values as the others, more than one, and a sign between them; and not all of them are sentences with numbers.</summary>
    private static bool AreRows(ReadOnlySpan<char> text, char sign)
    {
        var (values, areValues) = (0, false);
        foreach (var written in text.EnumerateLines())
        {
            var line = written.Trim(sign == '\t' ? " " : " \t");
            if (line.IsWhiteSpace())
                continue;
            var found = Values(line, sign, ref areValues);
            // Nobody names the columns in a sentence, and a backslash breaks lines of words.
            if (found < 2 || line[^1] == '\\' || (values == 0 ? Stops.Contains(line[^1], StringComparison.Ordinal) : found != values))
                return false;
            values = found;
        }

        return areValues;
    }

    /// <summary>How many values a row has; 0 where it is a sentence, or of a list.</summary>
    private static int Values(ReadOnlySpan<char> line, char sign, ref bool areValues)
    {
        if (Marks.Contains(line[0]) || line[0] == sign || IsMark(line[..Math.Max(0, line.IndexOfAny(' ', '\t'))]))
            return 0;
        var hasWords = false;
        foreach (var c in line)
            hasWords |= char.IsLetter(c);
        for (var (count, at) = (1, 0); ; count++)
        {
            // What stands in quotation marks is one value, whatever signs are in it.
            if (line[at..] is ['"', ..] && line[(at + 1)..].IndexOf('"') is >= 0 and var close && (at + close + 2 == line.Length || line[at + close + 2] == sign))
                at += close + 2;
            if (line[at..].IndexOf(sign) is not (>= 0 and var next))
                return count;
            at += next;
            // Who speaks.
            if (at > 0 && line[at - 1] == ':')
                return 0;
            areValues |= !hasWords || sign != ',' || !IsOfNumber(line, at);
            if (++at == line.Length)
                return count > 1 ? count + 1 : 0;
            if (line[at] != sign && char.IsWhiteSpace(line[at]))
                return 0;
        }
    }

    /// <summary>Whether what stands before the first blank of a line makes an item of a list of it.</summary>
    private static bool IsMark(ReadOnlySpan<char> word) =>
        word is "-" or "*" or "+" || (word is [_, .., '.' or ')'] && (word.Length == 2 ? char.IsLetterOrDigit(word[0]) : !word[..^1].ContainsAnyExceptInRange('0', '9')));

    /// <summary>Whether a comma parts the thousands of a number.</summary>
    private static bool IsOfNumber(ReadOnlySpan<char> line, int at)
    {
        var digits = line[(at + 1)..].IndexOfAnyExceptInRange('0', '9');
        return at > 0 && char.IsAsciiDigit(line[at - 1]) && (digits < 0 ? line.Length - at - 1 : digits) == Thousand;
    }

    /// <summary>Whether every line has a key and what it means, or belongs to one above that has nothing beside it; and two have one.</summary>
    private static bool IsYaml(ReadOnlySpan<char> text)
    {
        // How far the key is indented that is open.
        var (keys, open) = (0, int.MaxValue);
        foreach (var written in text.EnumerateLines())
        {
            var line = written.Trim(' ');
            if (line.IsEmpty)
                continue;
            var indent = written.Length - written.TrimStart(' ').Length;
            if (ValueAt(line) is >= 0 and var value)
            {
                keys++;
                open = line[value..].TrimStart(' ') is [] or "|" or ">" or "|-" or ">-" ? indent : int.MaxValue;
            }
            else if (indent <= open && !(indent == open && line.StartsWith("- ")))
            {
                return false;
            }
        }

        return keys > 1;
    }

    /// <summary>Where the value begins behind a line's key; -1 for none.</summary>
    private static int ValueAt(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (line[at..].StartsWith("- "))
            at += 2;
        // One that begins with a capital is a word before a colon: a question's, a note's.
        if (at >= line.Length || !(char.IsAsciiLetterLower(line[at]) || line[at] == '_'))
            return -1;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '_' or '-'))
            at++;
        return at < line.Length && line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' ') ? at + 1 : -1;
    }
}

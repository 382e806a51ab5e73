using System.Text;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>How words stand between the quotation marks of site generators' tags, each of which has a way of its own to write its signs.</summary>
internal static class ShortcodeQuotes
{
    /// <summary>Signs that end an attribute or a shortcode between brackets, and how they are written in it.</summary>
    private static readonly (string Sign, string Reference)[] InBrackets = [("\"", "&quot;"), ("'", "&#39;"), ("[", "&#91;"), ("]", "&#93;")];

    /// <summary>A backslash as a reference.</summary>
    private const string Backslash = "&#92;";

    /// <summary>What begins a variable of Liquid.</summary>
    public const string Variable = "{{";

    private const string NoVariable = "{&#123;";

    /// <summary>Words between quotation marks, as they are meant.</summary>
    public static string Unescaped(string words, char quote) =>
        words.Replace($"\\{quote}", quote.ToString(), StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    /// <summary>Whether a value stands behind a name and a colon in a tag of Liquid, which knows no way to write the mark around it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">The place of its first mark.</param>
    public static bool IsBehindColon(string text, int quote) => text.AsSpan(0, quote).TrimEnd(' ') is [.., ':'] && IsLiquid(text, quote);

    /// <summary>Words behind a colon with the marks around them: those that they do not have, else with references.</summary>
    public static string BehindColon(string words, char quote)
    {
        var other = quote == '"' ? '\'' : '"';
        quote = words.Contains(quote, StringComparison.Ordinal) && !words.Contains(other, StringComparison.Ordinal) ? other : quote;
        return $"{quote}{words.Replace(quote.ToString(), quote == '"' ? "&quot;" : "&#39;", StringComparison.Ordinal)}{quote}";
    }

    /// <summary>What stands between the marks behind a colon, as it is meant.</summary>
    public static string OfColon(string value, char quote) => value.Replace(quote == '"' ? "&quot;" : "&#39;", quote.ToString(), StringComparison.Ordinal);

    /// <summary>What stands between the marks of an include, as it is meant: a backslash is one, unless it stands before the mark.</summary>
    public static string OfInclude(string value, char mark) =>
        value.Replace($"\\{mark}", mark.ToString(), StringComparison.Ordinal).Replace(Backslash, "\\", StringComparison.Ordinal).Replace(NoVariable, Variable, StringComparison.Ordinal);

    /// <summary>Words of an include with another way to write the braces of a variable: Jekyll looks for one before it knows of quotation marks.</summary>
    public static string WithoutVariables(string words) => words.Replace(Variable, NoVariable, StringComparison.Ordinal);

    /// <summary>Words as they stand between the marks of an include. A backslash that would take in the mark behind it is a reference, for the template to show.</summary>
    public static string Included(string words, char mark)
    {
        var made = new StringBuilder(words.Length + 8);
        var isOdd = false;
        for (var i = 0; i < words.Length; i++)
        {
            isOdd = words[i] == '\\' && !isOdd;
            if (isOdd && (i + 1 == words.Length || words[i + 1] == mark))
                made.Append(Backslash);
            else if (words[i] == mark)
                made.Append('\\').Append(mark);
            else
                made.Append(words[i]);
        }

        return made.ToString();
    }

    /// <summary>Words, or a code among them, as Hugo reads them: it knows an escape of the mark alone, and takes all backslashes of a value away that has one.</summary>
    /// <param name="words">What is between the marks, or a piece of it.</param>
    /// <param name="value">The value with its marks.</param>
    public static string OfHugo(string words, ReadOnlySpan<char> value) =>
        value[0] != '`' && value[1..^1].Contains(['\\', value[0]], StringComparison.Ordinal) ? words.Replace("\\", "", StringComparison.Ordinal) : words;

    /// <summary>Whether Hugo reads no value: it knows no escape of a backtick, and stops at one.</summary>
    /// <param name="value">The value with its marks.</param>
    public static bool StopsHugo(ReadOnlySpan<char> value) => value[0] == '"' && value.Contains("\\`", StringComparison.Ordinal);

    /// <summary>Words as they stand between the marks of a shortcode of Hugo.</summary>
    public static string Marked(string words, char mark) => words.Replace(mark.ToString(), $"\\{mark}", StringComparison.Ordinal);

    /// <summary>Whether Hugo has no way to write words: not between back-ticks, since they have one, and not between other marks, where a backslash goes with that before a mark, and takes in a back-tick.</summary>
    /// <param name="words">The words.</param>
    /// <param name="quote">The mark that the source has.</param>
    public static bool HasNoWay(string words, char quote) => words.Contains('`', StringComparison.Ordinal) && words.Contains('\\', StringComparison.Ordinal)
        && (words.Contains(quote == '`' ? '"' : quote, StringComparison.Ordinal) || words.Contains("\\`", StringComparison.Ordinal));

    /// <summary>Words as they stand in an attribute of a shortcode between brackets, which knows no other way to write its own signs.</summary>
    public static string Bracketed(string words)
    {
        words = words.Replace("\\", "\\\\", StringComparison.Ordinal);
        foreach (var (sign, reference) in InBrackets)
            words = words.Replace(sign, reference, StringComparison.Ordinal);
        return words;
    }

    /// <summary>Words that stand in an attribute of a shortcode between brackets, as they are meant.</summary>
    public static string Unbracketed(string words)
    {
        foreach (var (sign, reference) in InBrackets)
            words = words.Replace(reference, sign, StringComparison.Ordinal);
        return words;
    }

    /// <summary>Whether a place is in a Liquid tag, whose end counts even between quotation marks.</summary>
    public static bool IsLiquid(string text, int at) => text.LastIndexOf('{', at) is >= 0 and var brace && text[brace + 1] == '%' && (brace == 0 || text[brace - 1] != '{');
}

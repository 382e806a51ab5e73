using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Heads;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>How words stand in the value of a directive's option, which is YAML on one line for Sphinx. What YAML would not take stands for itself.</summary>
internal static partial class OptionValue
{
    /// <summary>What a value says.</summary>
    /// <param name="written">What stands behind the option's name, up to the end of the line.</param>
    /// <param name="length">How much of it is the value: behind it there may be a comment.</param>
    public static string Read(string written, out int length)
    {
        if (Quoted().Match(written) is not { Success: true } quoted)
        {
            length = written.IndexOf(" #", StringComparison.Ordinal) is > 0 and var comment ? written.AsSpan(0, comment).TrimEnd().Length : written.Length;
            return written[..length];
        }

        length = quoted.Length;
        var inside = quoted.Value[1..^1];
        return quoted.Value[0] == '\'' ? inside.Replace("''", "'", StringComparison.Ordinal) : !inside.Contains('\\', StringComparison.Ordinal) ? inside : YamlText.Of(quoted.Value) ?? inside;
    }

    /// <summary>Words as they stand in a value, quoted as the source's are, or where they have to be.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="option">The source's value.</param>
    /// <param name="words">The words.</param>
    public static string Written(string text, Inset option, string words)
    {
        words = words.ReplaceLineEndings(" ");
        return text[option.Start] == '"' ? HeadWriter.Double(words)
            : text[option.Start] == '\'' ? $"'{words.Replace("'", "''", StringComparison.Ordinal)}'"
            // Between lines of hyphens it is YAML for all; behind two colons Sphinx reads texts of YAML, others what is written, with its quotation marks.
            : !text.AsSpan(0, option.Start).TrimEnd(" \t").EndsWith(":alt:") ? HeadWriter.Plain(words, inFlow: false)
            : IsPlain(words) ? words : HeadWriter.Double(words);
    }

    /// <summary>Whether words are a text of YAML as they stand (1.2.2, 7.3.3).</summary>
    private static bool IsPlain(string words) => words is not ([] or [',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`', ..] or ['-' or '?' or ':'] or ['-' or '?' or ':', ' ', ..] or [.., ':'])
        && !words.Contains(": ", StringComparison.Ordinal) && !words.Contains(" #", StringComparison.Ordinal) && !words.Any(char.IsControl);

    /// <summary>A value between quotation marks, and nothing but a comment behind it.</summary>
    [GeneratedRegex("""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*$|\s+#)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}

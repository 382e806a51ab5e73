using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Heads;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>How words stand in the value of a directive's option, which is YAML on one line. What YAML would not take stands for itself.</summary>
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
        return quoted.Value[0] == '\'' ? inside.Replace("''", "'", StringComparison.Ordinal) : !inside.Contains('\\', StringComparison.Ordinal) ? inside : Unescaped(quoted.Value) ?? inside;
    }

    /// <summary>Words as they stand in a value, quoted as the source's are, or where they have to be.</summary>
    /// <param name="source">The source's value.</param>
    /// <param name="words">The words.</param>
    public static string Written(string source, string words)
    {
        words = words.ReplaceLineEndings(" ");
        return source[0] == '"' ? HeadWriter.Double(words)
            : source[0] == '\'' ? $"'{words.Replace("'", "''", StringComparison.Ordinal)}'"
            // A number with words behind it is a text; alone it is none.
            : words is [>= '0' and <= '9', ..] && words.Contains(' ', StringComparison.Ordinal) && words.Any(char.IsLetter) ? HeadWriter.Plain($"n{words}", inFlow: false) is ['n', ..] ? words : HeadWriter.Double(words)
            : HeadWriter.Plain(words, inFlow: false);
    }

    private static string? Unescaped(string quoted)
    {
        try
        {
            var parser = new Parser(new StringReader(quoted));
            while (parser.MoveNext())
            {
                if (parser.Current is Scalar scalar)
                    return scalar.Value;
            }
        }
        catch (YamlException)
        {
            // An escape that YAML does not know.
        }

        return null;
    }

    /// <summary>A value between quotation marks, and nothing but a comment behind it.</summary>
    [GeneratedRegex("""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*$|\s+#)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}

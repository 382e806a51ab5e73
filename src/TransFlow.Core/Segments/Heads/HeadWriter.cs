using System.Buffers;
using System.Text;
using TransFlow.Core.Segments.Splicing;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Writes front matter values in place, in the style in which the source's value is written, requoted where the words ask for it.</summary>
internal static class HeadWriter
{
    private const int FoldWidth = 88;

    /// <summary>Signs that no text between brackets has without quotation marks: a question mark stops the parser of Hugo, though YAML allows it.</summary>
    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(",[]{}&:?");

    /// <summary>The splice that gives a scalar another value.</summary>
    public static Splice Replace(string text, HeadScalar scalar, string value) =>
        new(scalar.Start, scalar.Length, Behind(text, scalar) + Write(text, scalar, value));

    /// <summary>What stands before a value that takes the place of another: where nothing stood, the place is behind the colon, or the dash, mostly right there.</summary>
    public static string Behind(string text, HeadScalar scalar) => scalar.Length == 0 && text[scalar.Start - 1] != ' ' ? " " : "";

    /// <summary>A front matter of texts, in the form in which another is written.</summary>
    /// <param name="like">The other.</param>
    /// <param name="values">Keys with a dot at most, and their values; what stands in a mapping comes last.</param>
    public static string Whole(Head like, IReadOnlyCollection<(string Key, string Value)> values)
    {
        var mappings = values.Where(v => v.Key.Contains('.', StringComparison.Ordinal)).GroupBy(v => v.Key[..v.Key.IndexOf('.', StringComparison.Ordinal)], v => (Key: v.Key[(v.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], v.Value), StringComparer.Ordinal).ToList();
        var plain = values.Where(v => !v.Key.Contains('.', StringComparison.Ordinal));
        return like switch
        {
            { IsJson: true } => $"{{\n{string.Join(",\n", [.. plain.Select(Member), .. mappings.Select(m => $"  {Double(m.Key)}: {{\n{string.Join(",\n", m.Select(v => "  " + Member(v)))}\n  }}")])}\n}}\n",
            { IsToml: true } => $"+++\n{string.Concat([.. plain.Select(Pair), .. mappings.Select(m => $"[{m.Key}]\n{string.Concat(m.Select(Pair))}")])}+++\n",
            _ => $"---\n{string.Concat([.. plain.Select(Line), .. mappings.Select(m => $"{m.Key}:\n{string.Concat(m.Select(v => "  " + Line(v)))}")])}---\n",
        };

        static string Member((string Key, string Value) value) => $"  {Double(value.Key)}: {Double(value.Value)}";
        static string Pair((string Key, string Value) value) => $"{value.Key} = {Double(value.Value)}\n";
        static string Line((string Key, string Value) value) => $"{value.Key}: {Double(value.Value)}\n";
    }

    /// <summary>A text of TOML: as the source quotes it where it can be.</summary>
    private static string Toml(HeadScalar scalar, string value) =>
        scalar.Style == ScalarStyle.SingleQuoted && !value.Any(c => c == '\'' || char.IsControl(c)) ? $"'{value}'" : Double(value);

    private static string Write(string text, HeadScalar scalar, string value) => scalar.IsToml ? Toml(scalar, value) : scalar.Style switch
    {
        ScalarStyle.DoubleQuoted => Double(value),
        ScalarStyle.SingleQuoted => Single(value),
        ScalarStyle.Folded or ScalarStyle.Literal => Block(text, scalar, value),
        _ => Plain(value, scalar.InFlow),
    };

    /// <summary>A value of YAML without quotes where it can be.</summary>
    public static string Plain(string value, bool inFlow) => IsPlain(value, inFlow) ? value : Double(value);

    /// <summary>True when the value reads as itself without quotes (YAML 1.2.2, 7.3.3) and under no schema as something other than text.</summary>
    private static bool IsPlain(string value, bool inFlow)
    {
        if (value.Length == 0 || value != value.Trim() || value.Any(char.IsControl) || value.Any(c => c is '\u2028' or '\u2029' or '\uFEFF'))
            return false;
        if ("-?:,[]{}#&*!|>'\"%@`=<~".Contains(value[0], StringComparison.Ordinal) || char.IsAsciiDigit(value[0]) || value[0] is '+' or '.')
            return false;
        if (value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal) || value[^1] == ':')
            return false;
        if (inFlow && value.AsSpan().ContainsAny(FlowMarks))
            return false;
        return value.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N" or "NULL" or "---" or "...");
    }

    private static string Single(string value) =>
        value.Any(char.IsControl) ? Double(value) : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A double-quoted scalar of YAML (1.2.2, 7.3.1), and a basic string of TOML (1.0.0, "String"): the escapes used are in both.</summary>
    public static string Double(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\u2028' or '\u2029' or '\uFEFF' or '\u0085' => quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ when char.IsControl(c) => quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Keeps the header, empty lines before the words, and the indentation; a folded value is folded again, which changes nothing in what it says.</summary>
    private static string Block(string text, HeadScalar scalar, string value)
    {
        var source = text.Substring(scalar.Start, scalar.Length);
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || value.Length == 0 || char.IsWhiteSpace(value[0]) || value.Any(c => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\uFEFF') || value != value.Trim())
            return Double(value);
        var newline = source[end - 1] == '\r' ? "\r\n" : "\n";
        // Empty lines may come first; the words' line says how far all are indented.
        var words = end + 1 + source.AsSpan(end + 1).IndexOfAnyExcept(" \t\r\n");
        var first = source.LastIndexOf('\n', words) + 1;
        var (header, indent) = (source[..first], words - first);
        var lines = scalar.Style == ScalarStyle.Folded ? Folded(value) : value.Split('\n');
        return header + string.Join(newline, lines.Select(l => l.Length == 0 ? l : new string(' ', indent) + l));
    }

    /// <summary>The lines of a folded value (YAML 1.2.2, 8.1.3): an empty line stands for a line break, except beside a line that is indented further.</summary>
    private static IEnumerable<string> Folded(string value)
    {
        string? before = null;
        foreach (var line in value.Split('\n'))
        {
            if (line.Length > 0 && before is not null && before[0] != ' ' && line[0] != ' ')
                yield return "";
            foreach (var piece in line is [] or [' ', ..] || line.Contains("  ", StringComparison.Ordinal) ? [line] : Fold(line))
                yield return piece;
            before = line.Length > 0 ? line : before;
        }
    }

    private static List<string> Fold(string value)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in value.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > FoldWidth)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}

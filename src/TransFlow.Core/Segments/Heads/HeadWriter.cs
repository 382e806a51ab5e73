using System.Buffers;
using System.Text;
using TransFlow.Core.Segments.Splicing;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Writes front matter values in place, in the style in which the source's value is written, requoted where the words ask for it.</summary>
internal static class HeadWriter
{
    private const int FoldWidth = 88;

    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(",[]{}&:");

    /// <summary>The splice that gives a scalar another value.</summary>
    public static Splice Replace(string text, HeadScalar scalar, string value) =>
        new(scalar.Start, scalar.Length, Write(text, scalar, value));

    /// <summary>The splices that set a key: its value in place, or a new entry after a neighbour.</summary>
    public static IEnumerable<Splice> Set(string text, Head head, FrontMatterEdit edit, IReadOnlyList<FrontMatterEdit> pending)
    {
        var present = head.Scalars.Where(s => s.Key == edit.Key).ToList();
        var entry = head.Entries.FirstOrDefault(e => e.Key == edit.Key);
        if (entry is { IsList: false } && !edit.IsList && present.Count == 1)
            return [Replace(text, present[0], edit.Values[0])];
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (head.IsJson)
            return [SetJson(text, head, edit, entry, entry is null ? Neighbour(head, edit, pending) : null, newline)];
        if (head.IsToml)
            return [SetToml(text, head, edit, entry, entry is null ? Neighbour(head, edit, pending) : null, newline)];
        if (entry is not null)
        {
            var colon = text.IndexOf(':', entry.Start);
            return [new Splice(colon + 1, entry.End - colon - 1, Values(edit, entry.IsFlow || !entry.IsList, entry.Indent, newline))];
        }

        var after = Neighbour(head, edit, pending);
        var name = edit.Key[(edit.Key.LastIndexOf('.') + 1)..];
        if (after is null)
            return edit.Key.Contains('.', StringComparison.Ordinal) ? [] : [new Splice(head.End, 0, name + ":" + Values(edit, true, 0, newline) + newline)];
        var end = text.IndexOf('\n', after.End) is var line && line < 0 || line >= head.End ? head.End : line + 1;
        var flow = !head.Entries.Any(e => e.IsList && e.Indent == after.Indent) || after.IsFlow || !after.IsList;
        return [new Splice(end, 0, new string(' ', after.Indent) + name + ":" + Values(edit, flow, after.Indent, newline) + newline)];
    }

    /// <summary>The splice that sets a key in JSON: its value in place, or a member after a neighbour, else first of all.</summary>
    private static Splice SetJson(string text, Head head, FrontMatterEdit edit, HeadEntry? entry, HeadEntry? after, string newline)
    {
        var value = edit.IsList ? $"[{string.Join(", ", edit.Values.Select(Double))}]" : Double(edit.Values[0]);
        if (entry is not null)
        {
            var colon = text.IndexOf(':', entry.Start + entry.Key.Length - (entry.Key.LastIndexOf('.') + 1));
            return new Splice(colon + 1, entry.End - colon - 1, " " + value);
        }

        var member = $"{Double(edit.Key[(edit.Key.LastIndexOf('.') + 1)..])}: {value}";
        return after is null
            ? new Splice(head.Start + 1, 0, $"{newline}  {member}{(head.Entries.IsEmpty ? "" : ",")}")
            : new Splice(after.End, 0, $",{newline}{new string(' ', after.Indent)}{member}");
    }

    /// <summary>The splice that sets a key in TOML: its value in place, or a line after a neighbour, else at the top, before any table.</summary>
    private static Splice SetToml(string text, Head head, FrontMatterEdit edit, HeadEntry? entry, HeadEntry? after, string newline)
    {
        var value = edit.IsList ? $"[{string.Join(", ", edit.Values.Select(Double))}]" : Double(edit.Values[0]);
        if (entry is not null)
        {
            var equals = text.IndexOf('=', entry.Start);
            return new Splice(equals + 1, entry.End - equals - 1, " " + value);
        }

        var line = after is null ? -1 : text.IndexOf('\n', after.End);
        var place = after is null ? head.Start : line < 0 || line >= head.End ? head.End : line + 1;
        return new Splice(place, 0, $"{edit.Key[(edit.Key.LastIndexOf('.') + 1)..]} = {value}{newline}");
    }

    /// <summary>A text of TOML: as the source quotes it where it can be.</summary>
    private static string Toml(HeadScalar scalar, string value) =>
        scalar.Style == ScalarStyle.SingleQuoted && !value.Any(c => c == '\'' || char.IsControl(c)) ? $"'{value}'" : Double(value);

    /// <summary>The present entry after which a new one goes; a neighbour that is itself new stands for its own neighbour.</summary>
    private static HeadEntry? Neighbour(Head head, FrontMatterEdit edit, IReadOnlyList<FrontMatterEdit> pending)
    {
        foreach (var key in edit.After)
        {
            if (head.Entries.FirstOrDefault(e => e.Key == key) is { } entry)
                return entry;
            if (pending.FirstOrDefault(p => p.Key == key) is { } other && other != edit && Neighbour(head, other, []) is { } theirs)
                return theirs;
        }

        // Else after the last of its mapping, when that is written one entry a line.
        var dot = edit.Key.LastIndexOf('.');
        var last = dot < 0 ? null : head.Entries.LastOrDefault(e => e.Key.LastIndexOf('.') == dot && e.Key.StartsWith(edit.Key[..(dot + 1)], StringComparison.Ordinal));
        return last is { Indent: > 0 } && !head.IsToml && !head.Scalars.Any(s => s.Key == last.Key && s.InFlow) ? last : null;
    }

    private static string Values(FrontMatterEdit edit, bool flow, int indent, string newline)
    {
        if (!edit.IsList)
            return " " + Plain(edit.Values[0], inFlow: false);
        if (flow)
            return $" [{string.Join(", ", edit.Values.Select(v => Plain(v, inFlow: true)))}]";
        var pad = new string(' ', indent + 2);
        return string.Concat(edit.Values.Select(v => $"{newline}{pad}- {Plain(v, inFlow: false)}"));
    }

    private static string Write(string text, HeadScalar scalar, string value) => scalar.IsToml ? Toml(scalar, value) : scalar.Style switch
    {
        ScalarStyle.DoubleQuoted => Double(value),
        ScalarStyle.SingleQuoted => Single(value),
        ScalarStyle.Folded or ScalarStyle.Literal => Block(text, scalar, value),
        _ => Plain(value, scalar.InFlow),
    };

    private static string Plain(string value, bool inFlow) => IsPlain(value, inFlow) ? value : Double(value);

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
    private static string Double(string value)
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

    /// <summary>Keeps the header and the indentation; a folded value is folded again, which changes nothing in what it says.</summary>
    private static string Block(string text, HeadScalar scalar, string value)
    {
        var source = text.Substring(scalar.Start, scalar.Length);
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || value.Length == 0 || char.IsWhiteSpace(value[0]) || value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') || value != value.Trim())
            return Double(value);
        var header = source[..(end + 1)];
        var indent = source[(end + 1)..].TakeWhile(c => c == ' ').Count();
        var newline = header.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        IEnumerable<string> lines = scalar.Style == ScalarStyle.Folded && !value.Contains("  ", StringComparison.Ordinal) ? Fold(value) : [value];
        return header + string.Join(newline, lines.Select(l => new string(' ', indent) + l));
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

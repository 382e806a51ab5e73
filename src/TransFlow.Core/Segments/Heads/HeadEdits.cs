using TransFlow.Core.Segments.Splicing;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Sets keys of a front matter: the value in place, or a new entry where such entries stand.</summary>
/// <param name="text">The article's text.</param>
/// <param name="head">Its front matter.</param>
/// <param name="pending">All that is to be set, in order: a new entry may go after another new one.</param>
internal sealed class HeadEdits(string text, Head head, IReadOnlyList<FrontMatterEdit> pending)
{
    private readonly string _newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The splice that sets a key; null when there is no place for it.</summary>
    public Splice? Set(FrontMatterEdit edit)
    {
        if (head.Entries.FirstOrDefault(e => e.Key == edit.Key) is { } entry)
            return Present(edit, entry);
        if (NewMapping(edit) is { } members)
            return edit == members[0] ? Whole(members) : new Splice(head.End, 0, "");
        if (Neighbour(edit, pending) is { } after)
            return Beside(edit, after, Last(edit.Key), Step(edit.Key));
        return head.IsJson ? NewInFlow(edit) ?? First(edit) : head.IsToml ? NewInFlow(edit) ?? NewInToml(edit) : NewInFlow(edit) ?? NewInYaml(edit);
    }

    private Splice Present(FrontMatterEdit edit, HeadEntry entry)
    {
        var scalars = head.Scalars.Where(s => s.Key == edit.Key).ToList();
        var stays = !entry.IsList && !edit.IsList && !edit.IsBare && scalars.Count == 1 && !(head.IsJson && scalars[0].Style == ScalarStyle.Plain);
        if (stays)
            return HeadWriter.Replace(text, scalars[0], edit.Values[0]);
        var sign = head.IsToml ? text.IndexOf('=', entry.Start) : text.IndexOf(':', entry.Start + (head.IsJson ? Step(entry.Key).Length : 0));
        return new Splice(sign + 1, entry.End - sign - 1, Values(edit, entry.IsFlow || !entry.IsList, entry.Indent));
    }

    /// <summary>What goes into the same mapping as a new key when none of it is there: it is written once, with all of them.</summary>
    private List<FrontMatterEdit>? NewMapping(FrontMatterEdit edit)
    {
        var dot = edit.Key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || edit.Key.IndexOf('.', dot + 1) > 0)
            return null;
        var mapping = edit.Key[..(dot + 1)];
        if (head.Entries.Any(e => e.Key == mapping[..^1] || e.Key.StartsWith(mapping, StringComparison.Ordinal)))
            return null;
        var members = pending.Where(p => p.Key.LastIndexOf('.') == dot && p.Key.StartsWith(mapping, StringComparison.Ordinal)).ToList();
        return members.Count > 1 ? members : null;
    }

    private Splice Whole(List<FrontMatterEdit> members)
    {
        var name = members[0].Key[..members[0].Key.IndexOf('.', StringComparison.Ordinal)];
        if (head.IsJson)
            return new Splice(head.Start + 1, 0, $"{_newline}  {HeadWriter.Double(name)}: {{ {string.Join(", ", members.Select(m => Member(m, Step(m.Key))))} }}{(head.Entries.IsEmpty ? "" : ",")}");
        return new Splice(head.End, 0, head.IsToml
            ? $"[{name}]{_newline}{string.Concat(members.Select(m => $"{Step(m.Key)} ={Values(m, true, 0)}{_newline}"))}"
            : $"{name}:{_newline}{string.Concat(members.Select(m => Nested(m, Step(m.Key), 2)))}");
    }

    /// <summary>A new entry after a present one.</summary>
    private Splice Beside(FrontMatterEdit edit, HeadEntry after, HeadEntry? last, string name)
    {
        if (head.IsJson)
            return new Splice(after.End, 0, $",{_newline}{new string(' ', after.Indent)}{HeadWriter.Double(name)}:{Values(edit, true, 0)}");
        var line = text.IndexOf('\n', after.End);
        var end = line < 0 || line >= head.End ? head.End : line + 1;
        if (head.IsToml)
            return new Splice(end, 0, $"{(last == after ? Prefix(after) : "")}{name} ={Values(edit, true, 0)}{_newline}");
        var flow = !head.Entries.Any(e => e.IsList && e.Indent == after.Indent) || after.IsFlow || !after.IsList;
        return new Splice(end, 0, new string(' ', after.Indent) + name + ":" + Values(edit, flow, after.Indent) + _newline);
    }

    /// <summary>The present entry after which a new one goes; a neighbour that is itself new stands for its own neighbour.</summary>
    private HeadEntry? Neighbour(FrontMatterEdit edit, IReadOnlyList<FrontMatterEdit> others)
    {
        foreach (var key in edit.After)
        {
            if (head.Entries.FirstOrDefault(e => e.Key == key) is { } entry)
                return entry;
            if (others.FirstOrDefault(p => p.Key == key) is { } other && other != edit && Neighbour(other, []) is { } theirs)
                return theirs;
        }

        // Else after the last of its mapping, when that is written one entry a line.
        var last = Last(edit.Key);
        return last is not null && (head.IsToml || last.Indent > 0) && !IsInFlow(edit.Key) ? last : null;
    }

    /// <summary>The last entry of the mapping in which a dotted key stands.</summary>
    private HeadEntry? Last(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot < 0 ? null : head.Entries.LastOrDefault(e => e.Key.LastIndexOf('.') == dot && e.Key.StartsWith(key[..(dot + 1)], StringComparison.Ordinal));
    }

    /// <summary>Whether the mapping of a dotted key is written between braces.</summary>
    private bool IsInFlow(string key) => key.LastIndexOf('.') is > 0 and var dot && head.Entries.FirstOrDefault(e => e.Key == key[..dot]) is { IsFlow: true };

    /// <summary>A new entry in the nearest mapping between braces that is there.</summary>
    private Splice? NewInFlow(FrontMatterEdit edit)
    {
        for (var dot = edit.Key.LastIndexOf('.'); dot > 0; dot = edit.Key.LastIndexOf('.', dot - 1))
        {
            if (head.Entries.FirstOrDefault(e => e.Key == edit.Key[..dot]) is not { } mapping)
                continue;
            if (!mapping.IsFlow || text[mapping.End - 1] != '}')
                return null;
            var inside = text.AsSpan(0, mapping.End - 1).TrimEnd().Length;
            var comma = text[inside - 1] is '{' or ',' ? "" : ", ";
            return new Splice(inside, 0, comma + Member(edit, edit.Key[(dot + 1)..]));
        }

        return null;
    }

    /// <summary>An entry between braces; a dotted name makes mappings in one another.</summary>
    private string Member(FrontMatterEdit edit, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? key : key[..dot];
        var value = dot < 0 ? Values(edit, true, 0) : $" {{ {Member(edit, key[(dot + 1)..])} }}";
        return head.IsToml ? $"{name} ={value}" : head.IsJson ? $"{HeadWriter.Double(name)}:{value}" : $"{name}:{value}";
    }

    /// <summary>The first member of a JSON object.</summary>
    private Splice First(FrontMatterEdit edit) => new(head.Start + 1, 0, $"{_newline}  {Member(edit, edit.Key)}{(head.Entries.IsEmpty ? "" : ",")}");

    /// <summary>A line at the top, before any table; for a dotted key a table of its own at the end.</summary>
    private Splice NewInToml(FrontMatterEdit edit)
    {
        var dot = edit.Key.LastIndexOf('.');
        return dot < 0
            ? new Splice(head.Start, 0, $"{edit.Key} ={Values(edit, true, 0)}{_newline}")
            : new Splice(head.End, 0, $"[{edit.Key[..dot]}]{_newline}{Step(edit.Key)} ={Values(edit, true, 0)}{_newline}");
    }

    /// <summary>An entry at the end of the nearest mapping that is there and is written one entry a line, with the mappings that are not.</summary>
    private Splice? NewInYaml(FrontMatterEdit edit)
    {
        for (var dot = edit.Key.LastIndexOf('.'); dot > 0; dot = edit.Key.LastIndexOf('.', dot - 1))
        {
            // A key that has another kind of value is not ours to change.
            if (head.Entries.Any(e => e.Key == edit.Key[..dot]))
                return null;
            if (Last(edit.Key[..dot]) is { Indent: > 0 } last)
                return new Splice(text.IndexOf('\n', last.End) is >= 0 and var line && line < head.End ? line + 1 : head.End, 0, Nested(edit, edit.Key[(edit.Key.LastIndexOf('.', dot - 1) + 1)..], last.Indent));
        }

        return new Splice(head.End, 0, Nested(edit, edit.Key, 0));
    }

    private string Nested(FrontMatterEdit edit, string key, int indent)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var pad = new string(' ', indent);
        return dot < 0 ? $"{pad}{key}:{Values(edit, true, indent)}{_newline}" : $"{pad}{key[..dot]}:{_newline}{Nested(edit, key[(dot + 1)..], indent + 2)}";
    }

    private string Values(FrontMatterEdit edit, bool flow, int indent)
    {
        if (!edit.IsList)
            return " " + Value(edit, edit.Values[0], inFlow: false);
        if (flow)
            return $" [{string.Join(", ", edit.Values.Select(v => Value(edit, v, inFlow: true)))}]";
        var pad = new string(' ', indent + 2);
        return string.Concat(edit.Values.Select(v => $"{_newline}{pad}- {Value(edit, v, inFlow: false)}"));
    }

    private string Value(FrontMatterEdit edit, string value, bool inFlow) => edit.IsBare ? value : head.IsJson || head.IsToml ? HeadWriter.Double(value) : HeadWriter.Plain(value, inFlow);

    /// <summary>What stands before an entry's own name where it is written with dots.</summary>
    private string Prefix(HeadEntry entry)
    {
        var written = text.AsSpan(entry.Start, text.IndexOf('=', entry.Start) - entry.Start);
        return written[..(written.LastIndexOf('.') + 1)].ToString();
    }

    private static string Step(string key) => key[(key.LastIndexOf('.') + 1)..];
}

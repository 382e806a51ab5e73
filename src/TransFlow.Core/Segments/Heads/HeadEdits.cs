using TransFlow.Core.Segments.Splicing;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>
/// Sets keys of a front matter one after the other: the value in place, or a new entry where such entries stand. Each is put into what the
/// ones before it have made, so that two may go into one mapping, or one behind another.
/// </summary>
internal sealed class HeadEdits
{
    private readonly string _newline;

    /// <summary>By key, the new one that was put right behind it.</summary>
    private readonly Dictionary<string, string> _behind = new(StringComparer.Ordinal);

    private string _text;
    private Head _head;

    /// <summary>The last of the new entries at the top.</summary>
    private string _top = "";

    private HeadEdits(string text, Head head)
    {
        (_text, _head) = (text, head);
        _newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>Sets keys.</summary>
    /// <param name="article">The article's text.</param>
    /// <param name="edits">What is to be set, in order.</param>
    /// <returns>The article, and those for which it had a place, with what else was to be set for their sake; whether they read as they should is for the caller to see.</returns>
    public static (string Text, List<FrontMatterEdit> Placed) Make(string article, IReadOnlyCollection<FrontMatterEdit> edits)
    {
        if (edits.Count == 0 || !HeadReader.Read(article, "").Try(out var head, out _))
            return (article, []);
        var made = new HeadEdits(article[..head.BodyStart], head);
        var placed = new List<FrontMatterEdit>();
        foreach (var edit in edits)
            placed.AddRange(made.Kept(edit, edits).Append(edit).Where(made.Set));
        return (made._text + article[head.BodyStart..], placed);
    }

    /// <summary>The splice that gives a scalar another value: JSON has texts between quotation marks alone.</summary>
    public static Splice Replaced(string text, Head head, HeadScalar scalar, string value) =>
        head.IsJson && scalar.Style == ScalarStyle.Plain ? new Splice(scalar.Start, scalar.Length, HeadWriter.Behind(text, scalar) + HeadWriter.Double(value)) : HeadWriter.Replace(text, scalar, value);

    /// <summary>The keys that take their value from the one that is set, and have it themselves from now on.</summary>
    private List<FrontMatterEdit> Kept(FrontMatterEdit edit, IReadOnlyCollection<FrontMatterEdit> edits)
    {
        var kept = new List<FrontMatterEdit>();
        foreach (var alias in _head.Aliases.Where(a => a.Source == edit.Key && a.To == a.From + 1 && edits.All(e => e.Key != a.Key)))
        {
            var value = _head.Scalars[alias.From];
            if (value.Key == edit.Key && !edit.Values.SequenceEqual([value.Value]) && _head.Entries.Count(e => e.Key == alias.Key) == 1 && !_head.Entries.Any(e => e.Key == alias.Key && e.IsList))
                kept.Add(new FrontMatterEdit(alias.Key, [value.Value]) { IsBare = _text.AsSpan(value.Start, value.Length).SequenceEqual(value.Value) });
        }

        return kept;
    }

    /// <summary>Sets a key, unless what it makes cannot be read any more.</summary>
    /// <returns>Whether there was a place for it.</returns>
    private bool Set(FrontMatterEdit edit)
    {
        if (Place(edit) is not { } splice)
            return false;
        var text = Splice.Apply(_text, [splice]);
        if (HeadReader.Read(text, "").Try(out var head, out _))
            (_text, _head) = (text, head);
        return true;
    }

    private Splice? Place(FrontMatterEdit edit)
    {
        if (IsInList(edit.Key))
            return null;
        if (_head.Entries.FirstOrDefault(e => e.Key == edit.Key) is { } entry)
            return Present(edit, entry);
        if (Neighbour(edit) is { } after)
            return Beside(edit, after, Last(edit.Key), Step(edit.Key));
        return _head.IsJson ? NewInFlow(edit) ?? First(edit) : _head.IsToml ? NewInFlow(edit) ?? NewInToml(edit) : NewInFlow(edit) ?? NewInYaml(edit);
    }

    private Splice Present(FrontMatterEdit edit, HeadEntry entry)
    {
        var scalars = _head.Scalars.Where(s => s.Key == edit.Key).ToList();
        if (!entry.IsList && !edit.IsList && !edit.IsBare && scalars.Count == 1)
            return Replaced(_text, _head, scalars[0], edit.Values[0]);
        var sign = _head.IsToml ? _text.IndexOf('=', entry.Start) : _text.IndexOf(':', entry.Start + (_head.IsJson ? Step(entry.Key).Length : 0));
        return new Splice(sign + 1, entry.End - sign - 1, Values(edit, entry.IsFlow || !entry.IsList, entry.Indent, IsInFlow(edit.Key)));
    }

    /// <summary>A new entry after a present one.</summary>
    private Splice Beside(FrontMatterEdit edit, HeadEntry after, HeadEntry? last, string name)
    {
        if (_head.IsJson)
        {
            var isFirst = _text.AsSpan(0, after.Start).TrimEnd(" \t") is [.., '\n'];
            return new Splice(after.End, 0, $",{(isFirst ? _newline + new string(' ', after.Indent) : " ")}{HeadWriter.Double(name)}:{Values(edit, true, 0)}");
        }

        var end = LineAfter(after);
        if (_head.IsToml)
            return new Splice(end, 0, $"{(last == after ? Prefix(after) : "")}{name} ={Values(edit, true, 0)}{_newline}");
        var flow = !_head.Entries.Any(e => e.IsList && e.Indent == after.Indent) || after.IsFlow || !after.IsList;
        return new Splice(end, 0, new string(' ', after.Indent) + name + ":" + Values(edit, flow, after.Indent) + _newline);
    }

    /// <summary>The entry after which a new one goes, behind the new ones that were put there before.</summary>
    private HeadEntry? Neighbour(FrontMatterEdit edit)
    {
        // Between braces a line of its own says nothing of where one entry ends, except in JSON.
        if (IsInFlow(edit.Key) && !_head.IsJson)
            return null;
        if (edit.After.FirstOrDefault(k => Above(k) == Above(edit.Key) && _head.Entries.Any(e => e.Key == k)) is { } key)
        {
            while (_behind.TryGetValue(key, out var next))
                key = next;
            _behind[key] = edit.Key;
            return _head.Entries.FirstOrDefault(e => e.Key == key);
        }

        // Else after the last of its mapping, when that is written one entry a line.
        var last = Last(edit.Key);
        return last is not null && (_head.IsToml || last.Indent > 0) && !IsInFlow(edit.Key) ? last : null;
    }

    /// <summary>The last entry of the mapping in which a dotted key stands.</summary>
    private HeadEntry? Last(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot < 0 ? null : _head.Entries.LastOrDefault(e => e.Key.LastIndexOf('.') == dot && e.Key.StartsWith(key[..(dot + 1)], StringComparison.Ordinal));
    }

    /// <summary>Whether the mapping of a dotted key is written between braces.</summary>
    private bool IsInFlow(string key) => key.LastIndexOf('.') is > 0 and var dot && _head.Entries.FirstOrDefault(e => e.Key == key[..dot]) is { IsFlow: true };

    /// <summary>Whether a key would stand in a list: none of its items is the one that is meant.</summary>
    private bool IsInList(string key)
    {
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            if (_head.Entries.Any(e => e.Key == key[..dot] && e.IsList) || (_head.IsToml && _text.AsSpan(_head.Start, _head.End - _head.Start).Contains($"[[{key[..dot]}]]", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>The key of the mapping in which a dotted key stands; empty at the top.</summary>
    private static string Above(string key) => key[..Math.Max(key.LastIndexOf('.'), 0)];

    /// <summary>What a key has that has no value; null for one that has.</summary>
    private HeadScalar? Nothing(HeadEntry entry) => entry.IsList ? null : _head.Scalars.FirstOrDefault(s => s.Key == entry.Key && s.IsNothing);

    /// <summary>Offset of the line after an entry.</summary>
    private int LineAfter(HeadEntry entry) => _text.IndexOf('\n', entry.End) is >= 0 and var line && line < _head.End ? line + 1 : _head.End;

    /// <summary>A new entry in the nearest mapping between braces that is there; where a word stands for nothing there, or nothing stands between braces, with its mapping.</summary>
    private Splice? NewInFlow(FrontMatterEdit edit)
    {
        for (var dot = edit.Key.LastIndexOf('.'); dot > 0; dot = edit.Key.LastIndexOf('.', dot - 1))
        {
            if (_head.Entries.FirstOrDefault(e => e.Key == edit.Key[..dot]) is not { } mapping)
                continue;
            if (Nothing(mapping) is { } nothing && (nothing.InFlow || nothing.Length > 0))
                return new Splice(nothing.Start, nothing.Length, $"{HeadWriter.Behind(_text, nothing)}{{ {Member(edit, edit.Key[(dot + 1)..])} }}");
            if (!mapping.IsFlow || _text[mapping.End - 1] != '}')
                return null;
            var inside = _text.AsSpan(0, mapping.End - 1).TrimEnd().Length;
            var comma = _text[inside - 1] is '{' or ',' ? "" : ", ";
            return new Splice(inside, 0, comma + Member(edit, edit.Key[(dot + 1)..]));
        }

        return null;
    }

    /// <summary>An entry between braces; a dotted name makes mappings in one another.</summary>
    private string Member(FrontMatterEdit edit, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? key : key[..dot];
        var value = dot < 0 ? Values(edit, true, 0, isInFlow: true) : $" {{ {Member(edit, key[(dot + 1)..])} }}";
        return _head.IsToml ? $"{name} ={value}" : _head.IsJson ? $"{HeadWriter.Double(name)}:{value}" : $"{name}:{value}";
    }

    /// <summary>The first member of a JSON object.</summary>
    private Splice First(FrontMatterEdit edit)
    {
        var above = Top(edit.Key.Split('.')[0]);
        return above is null
            ? new Splice(_head.Start + 1, 0, $"{_newline}  {Member(edit, edit.Key)}{(_head.Entries.IsEmpty ? "" : ",")}")
            : new Splice(above.End, 0, $",{_newline}  {Member(edit, edit.Key)}");
    }

    /// <summary>The new entry at the top behind which another one goes, which is the last there from now on; null for none.</summary>
    private HeadEntry? Top(string key)
    {
        var above = _top;
        _top = key;
        return _head.Entries.FirstOrDefault(e => e.Key == above);
    }

    /// <summary>A line at the top, before any table; for a dotted key a table of its own at the end.</summary>
    private Splice NewInToml(FrontMatterEdit edit)
    {
        var dot = edit.Key.LastIndexOf('.');
        if (dot >= 0)
            return new Splice(_head.End, 0, $"[{edit.Key[..dot]}]{_newline}{Step(edit.Key)} ={Values(edit, true, 0)}{_newline}");
        var start = Top(edit.Key) is { } above ? _text.IndexOf('\n', above.End) + 1 : _head.Start;
        return new Splice(start, 0, $"{edit.Key} ={Values(edit, true, 0)}{_newline}");
    }

    /// <summary>An entry at the end of the nearest mapping that is there and is written one entry a line, with the mappings that are not.</summary>
    private Splice? NewInYaml(FrontMatterEdit edit)
    {
        for (var dot = edit.Key.LastIndexOf('.'); dot > 0; dot = edit.Key.LastIndexOf('.', dot - 1))
        {
            // A key that has another kind of value is not ours to change; one that has none takes a mapping.
            if (_head.Entries.FirstOrDefault(e => e.Key == edit.Key[..dot]) is { } above)
                return Nothing(above) is null ? null : new Splice(LineAfter(above), 0, Nested(edit, edit.Key[(dot + 1)..], above.Indent + 2));
            if (Last(edit.Key[..dot]) is { Indent: > 0 } last)
                return new Splice(LineAfter(last), 0, Nested(edit, edit.Key[(edit.Key.LastIndexOf('.', dot - 1) + 1)..], last.Indent));
        }

        return new Splice(_head.End, 0, Nested(edit, edit.Key, 0));
    }

    private string Nested(FrontMatterEdit edit, string key, int indent)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var pad = new string(' ', indent);
        return dot < 0 ? $"{pad}{key}:{Values(edit, true, indent)}{_newline}" : $"{pad}{key[..dot]}:{_newline}{Nested(edit, key[(dot + 1)..], indent + 2)}";
    }

    private string Values(FrontMatterEdit edit, bool flow, int indent, bool isInFlow = false)
    {
        if (!edit.IsList)
            return " " + Value(edit, edit.Values[0], isInFlow);
        if (flow)
            return $" [{string.Join(", ", edit.Values.Select(v => Value(edit, v, inFlow: true)))}]";
        var pad = new string(' ', indent + 2);
        return string.Concat(edit.Values.Select(v => $"{_newline}{pad}- {Value(edit, v, inFlow: false)}"));
    }

    private string Value(FrontMatterEdit edit, string value, bool inFlow) => edit.IsBare ? value : _head.IsJson || _head.IsToml ? HeadWriter.Double(value) : HeadWriter.Plain(value, inFlow);

    /// <summary>What stands before an entry's own name where it is written with dots.</summary>
    private string Prefix(HeadEntry entry)
    {
        var written = _text.AsSpan(entry.Start, _text.IndexOf('=', entry.Start) - entry.Start);
        return written[..(written.LastIndexOf('.') + 1)].ToString();
    }

    private static string Step(string key) => key[(key.LastIndexOf('.') + 1)..];
}

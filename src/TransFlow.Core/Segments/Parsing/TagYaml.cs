using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>YAML, as against words behind colons: what speakers say, questions and notes.</summary>
internal ref struct TagYaml
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,:-+%");

    private int _keys;

    /// <summary>How far the key is indented that is open, which has nothing beside it, and the first one.</summary>
    private int _open, _first;

    private bool _isLevelled, _isBlock, _hasSentence, _hasSetting, _isTwice;

    private HashSet<string>? _names;

    /// <summary>Whether there are keys, and they are no speakers: those speak in sentences and in turns, and their words stand on one level.</summary>
    private readonly bool IsData => _keys > 1 && (_isLevelled || !(_isTwice || (_hasSentence && !_hasSetting)));

    /// <summary>Whether every line has a key and what it means, or belongs to one above that has nothing beside it, or is a comment; and two have one.</summary>
    /// <param name="text">The lines.</param>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var yaml = new TagYaml { _open = int.MaxValue };
        foreach (var written in text.EnumerateLines())
        {
            var line = written.Trim(' ');
            // Two signs of a number are a heading's.
            if (!line.IsEmpty && line is not ['#'] and not ['#', not '#', ..] && !yaml.Takes(line, written.Length - written.TrimStart(' ').Length))
                return false;
        }

        return yaml.IsData;
    }

    private bool Takes(ReadOnlySpan<char> line, int indent)
    {
        var isItem = line.StartsWith("- ");
        if (ValueAt(line) is not (>= 0 and var at))
        {
            _isLevelled |= isItem || _isBlock;
            _hasSentence |= TagData.EndsSentence(line);
            return indent > _open || (indent == _open && isItem);
        }

        var value = line[at..].Trim(' ');
        _isBlock = value is "|" or ">" or "|-" or ">-";
        _open = value.IsEmpty || _isBlock ? indent : int.MaxValue;
        _first = _keys++ == 0 ? indent : _first;
        _isLevelled |= indent != _first;
        _hasSentence |= TagData.EndsSentence(value);
        _hasSetting |= IsSetting(value);
        _isTwice |= !isItem && !(_names ??= new(StringComparer.Ordinal)).Add(line[..at].ToString());
        return true;
    }

    /// <summary>Whether a value is nothing that anybody says: a number, a switch, a file, a list.</summary>
    private static bool IsSetting(ReadOnlySpan<char> value) =>
        value is "true" or "false" or "null" or ['[', .., ']'] or ['{', .., '}'] || (value.Length > 0 && !value.ContainsAny(' ', '\t') && (!value.ContainsAnyExcept(OfNumbers) || Inset.IsPath(value.Trim("\"'").ToString())));

    /// <summary>Where the value begins behind a line's key; -1 for none.</summary>
    private static int ValueAt(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (line[at..].StartsWith("- "))
            at += 2;
        var quote = line[at..] is ['"' or '\'', ..] ? line[at] : '\0';
        at += quote == '\0' ? 0 : 1;
        // One that begins with a capital is a word before a colon: a question's, a note's.
        if (at >= line.Length || !(char.IsAsciiLetterLower(line[at]) || line[at] == '_'))
            return -1;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] is '_' or '-'))
            at++;
        if (quote != '\0' && (at == line.Length || line[at++] != quote))
            return -1;
        return at < line.Length && line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' ') ? at + 1 : -1;
    }
}

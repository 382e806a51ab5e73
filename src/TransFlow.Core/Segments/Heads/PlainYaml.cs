using System.Buffers;
using System.Collections.Immutable;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>
/// Reads YAML of the plainest kind, which most front matter is: one key a line, and its value behind it, a text or a list of texts between
/// brackets, plain or in quotation marks, without escapes; or below it and once further in, keys with such values, or a dash and a text a
/// line. Whatever is not plainly so is the YAML parser's, which takes many times as long; where both read a text they read the same.
/// </summary>
internal ref struct PlainYaml
{
    /// <summary>What a parser of YAML might see more in than a character: all white space but the space and line ends, and what is not to be printed.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019"
        + "\u001A\u001B\u001C\u001D\u001E\u001F\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090"
        + "\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
        + "\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\uFFFE\uFFFF");

    private const int MostLookedThrough = 32;

    /// <summary>What ends a plain text between brackets, or may mean something in it.</summary>
    private static readonly SearchValues<char> OfFlow = SearchValues.Create(",[]{}:#\"'`&*!|>%@?");

    private readonly string _text;
    private readonly ImmutableArray<HeadScalar>.Builder _scalars = ImmutableArray.CreateBuilder<HeadScalar>();
    private readonly ImmutableArray<HeadEntry>.Builder _entries = ImmutableArray.CreateBuilder<HeadEntry>();

    /// <summary>The keys of many entries; null as long as there are few.</summary>
    private HashSet<string>? _keys;

    /// <summary>The key at the margin that has nothing behind it: what stands below is its value. Empty before the first and behind others.</summary>
    private string _outer = "";

    private int _outerStart;

    /// <summary>Columns before what stands below that key; -1 as long as nothing does.</summary>
    private int _indent = -1;

    /// <summary>Whether what stands below it is a list.</summary>
    private bool _isItems;

    /// <summary>Offset after the last value.</summary>
    private int _last;

    private PlainYaml(string text) => _text = text;

    /// <summary>Reads what stands between the fences; null when it is not of the plainest kind.</summary>
    public static Head? Read(string text, int start, int end, int bodyStart)
    {
        var inside = text.AsSpan(start, end - start);
        if (inside.ContainsAny(Odd) || inside.ContainsAnyInRange('\uD800', '\uDFFF'))
            return null;
        var read = new PlainYaml(text);
        for (var at = start; at < end;)
        {
            var feed = text.IndexOf('\n', at, end - at);
            var stop = feed < 0 ? end : feed;
            var until = stop > at && text[stop - 1] == '\r' ? stop - 1 : stop;
            if (!read.Line(at, at + text.AsSpan(at, until - at).TrimEnd(' ').Length))
                return null;
            at = feed < 0 ? end : feed + 1;
        }

        return !read.Close() || read._entries.Count == 0 ? null : new Head(start, end, bodyStart, read._scalars.DrainToImmutable(), read._entries.DrainToImmutable());
    }

    private bool Line(int at, int end)
    {
        if (at == end || _text[at] == '#')
            return true;
        var first = Skip(at, end);
        if (first == end)
            return true;
        var isItem = _text[first] == '-';
        return first == at && !isItem ? Close() && Entry("", first, end, 0) : Inner(first, end, first - at, isItem);
    }

    /// <summary>A line below a key at the margin.</summary>
    private bool Inner(int at, int end, int indent, bool isItem)
    {
        if (_outer.Length == 0 || (_indent >= 0 && (_indent != indent || _isItems != isItem)))
            return false;
        (_indent, _isItems, _last) = (indent, isItem, end);
        return isItem
            ? at + 1 < end && _text[at + 1] == ' ' && Value(_outer, Skip(at + 1, end), end)
            : Entry($"{_outer}.", at, end, indent);
    }

    /// <summary>A key, and what stands behind it; behind one at the margin, nothing may.</summary>
    private bool Entry(string before, int at, int end, int indent)
    {
        var colon = at;
        while (colon < end && (char.IsAsciiLetterOrDigit(_text[colon]) || _text[colon] is '_' or '-'))
            colon++;
        if (!char.IsAsciiLetter(_text[at]) || colon >= end || _text[colon] != ':')
            return false;
        var key = before + _text[at..colon];
        if (IsThere(key))
            return false;
        if (colon + 1 == end)
        {
            (_outer, _outerStart, _indent) = (key, at, -1);
            return before.Length == 0;
        }

        if (_text[colon + 1] != ' ')
            return false;
        var from = Skip(colon + 1, end);
        var isList = _text[from] == '[';
        if (!(isList ? List(key, from + 1, end) : Value(key, from, end)))
            return false;
        _entries.Add(new HeadEntry(key, at, end, indent, isList, isList));
        return true;
    }

    /// <summary>Whether a key stood before; a few are looked through faster than they are kept in a set.</summary>
    private bool IsThere(string key)
    {
        if (_entries.Count > MostLookedThrough)
        {
            _keys ??= new(_entries.Select(e => e.Key), StringComparer.Ordinal);
            return !_keys.Add(key);
        }

        foreach (var entry in _entries)
        {
            if (entry.Key == key)
                return true;
        }

        return false;
    }

    /// <summary>Notes the key at the margin whose value stood below it, when there is one.</summary>
    private bool Close()
    {
        if (_outer.Length == 0)
            return true;
        if (_indent < 0)
            return false;
        _entries.Add(new HeadEntry(_outer, _outerStart, _last, 0, _isItems, false));
        _keys?.Add(_outer);
        _outer = "";
        return true;
    }

    private readonly bool Value(string key, int from, int end)
    {
        var words = _text.AsSpan(from, end - from);
        if (words[0] is '"' or '\'')
            return Quoted(key, from, inFlow: false) == end;
        if (!MayBegin(words[0]) || words.Contains('\r') || words.IndexOf(": ") >= 0 || words.IndexOf(" #") >= 0 || words[^1] == ':')
            return false;
        _scalars.Add(new HeadScalar(key, words.ToString(), from, words.Length, ScalarStyle.Plain, false));
        return true;
    }

    /// <summary>Whether a plain text may begin with a sign: with none that means something to YAML there.</summary>
    private static bool MayBegin(char sign) => char.IsLetterOrDigit(sign) || sign > '\u00A0' || sign is '/' or '(' or '.' or '<' or '$' or '_';

    private readonly bool List(string key, int from, int end)
    {
        for (var at = Skip(from, end); at < end; at = Skip(at + 1, end))
        {
            var stop = _text[at] is '"' or '\'' ? Quoted(key, at, inFlow: true) : Plain(key, at, end);
            if (stop < 0)
                return false;
            at = Skip(stop, end);
            if (at == end - 1 && _text[at] == ']')
                return true;
            if (at >= end || _text[at] != ',')
                return false;
        }

        return false;
    }

    /// <summary>A plain text between brackets.</summary>
    /// <returns>The offset after it; -1 when there is none.</returns>
    private readonly int Plain(string key, int at, int end)
    {
        var length = _text.AsSpan(at, end - at).IndexOfAny(OfFlow);
        var words = length < 0 ? [] : _text.AsSpan(at, length).TrimEnd(' ');
        if (words.IsEmpty || !char.IsLetterOrDigit(words[0]) || words.Contains('\r'))
            return -1;
        _scalars.Add(new HeadScalar(key, words.ToString(), at, words.Length, ScalarStyle.Plain, true));
        return at + words.Length;
    }

    /// <summary>A text in quotation marks, without any escape in it.</summary>
    /// <returns>The offset after it; -1 when there is none.</returns>
    private readonly int Quoted(string key, int at, bool inFlow)
    {
        var quote = _text[at];
        var length = _text.AsSpan(at + 1).IndexOfAny([quote, '\\', '\r', '\n']);
        var end = at + length + 2;
        if (length < 0 || _text[end - 1] != quote || (end < _text.Length && _text[end] == quote))
            return -1;
        _scalars.Add(new HeadScalar(key, _text.Substring(at + 1, length), at, length + 2, quote == '"' ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted, inFlow));
        return end;
    }

    private readonly int Skip(int at, int end)
    {
        while (at < end && _text[at] == ' ')
            at++;
        return at;
    }
}

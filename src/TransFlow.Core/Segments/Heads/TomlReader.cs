using System.Globalization;
using System.Text;
using YamlDotNet.Core;

namespace TransFlow.Core.Segments.Heads;

/// <summary>Reads a TOML front matter (TOML 1.0.0) with the place of every value; what dates and numbers say is not looked at, since they stay as they are.</summary>
internal sealed class TomlReader
{
    /// <summary>The most lists and tables that may stand in one another.</summary>
    private const int MostNested = 100;

    private readonly string _text;
    private readonly int _end;
    private readonly List<HeadScalar> _scalars = [];
    private readonly List<HeadEntry> _entries = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    private TomlReader(string text, int start, int end) => (_text, _at, _end) = (text, start, end);

    /// <summary>Reads what stands between the fences.</summary>
    public static Outcome<Head> Read(string text, int start, int end, int bodyStart, string file)
    {
        var reader = new TomlReader(text, start, end);
        try
        {
            reader.Document();
            return new Head(start, end, bodyStart, [.. reader._scalars], [.. reader._entries]) { IsToml = true };
        }
        catch (FormatException e)
        {
            var line = text.AsSpan(0, Math.Min(reader._at, end)).Count('\n') + 1;
            return new Refusal("front-matter-broken", $"The front matter is not TOML: {e.Message}.", "Mend that line; text needs quotes.") { File = file, Line = line };
        }
    }

    private char Now => _at < _end ? _text[_at] : '\0';

    private void Document()
    {
        var table = "";
        for (Blank(); _at < _end; Blank())
        {
            if (Now == '[')
                table = Table();
            else
                Entry(table, isInline: false);
            Spaces();
            if (Now == '#')
                Comment();
            if (_at < _end && Now is not ('\n' or '\r'))
                throw new FormatException($"there is '{Now}' after the value");
        }
    }

    /// <summary>A table's header; items of an array of tables share its name, as items of a list do.</summary>
    private string Table()
    {
        var isArray = _at + 1 < _end && _text[_at + 1] == '[';
        _at += isArray ? 2 : 1;
        var name = Key();
        Expect(isArray ? "]]" : "]");
        if (_keys.Contains(name) || (!isArray && !_keys.Add($"[{name}]")))
            throw new FormatException($"the table '{name}' is there twice");
        if (isArray)
            _keys.RemoveWhere(k => k.StartsWith(name + ".", StringComparison.Ordinal));
        return name;
    }

    private void Entry(string table, bool isInline)
    {
        var start = _at;
        var key = Key();
        var dotted = table.Length == 0 ? key : $"{table}.{key}";
        Expect("=");
        Spaces();
        var isList = Now == '[';
        var isFlow = Now is '[' or '{';
        Value(dotted, isInline);
        if (!isInline && !_keys.Add(dotted))
            throw new FormatException($"the key '{dotted}' is there twice");
        _entries.Add(new HeadEntry(dotted, start, _at, 0, isList, isFlow));
    }

    private string Key()
    {
        var parts = new List<string>();
        do
        {
            Spaces();
            parts.Add(Now is '"' or '\'' ? Text(Now).Value : Bare());
            Spaces();
        }
        while (Take('.'));
        return string.Join('.', parts);
    }

    private string Bare()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Now) || Now is '_' or '-')
            _at++;
        return _at > start ? _text[start.._at] : throw new FormatException(Now == '\0' ? "a key is missing" : $"'{Now}' cannot begin a key");
    }

    private void Value(string key, bool inFlow)
    {
        var start = _at;
        if (++_depth > MostNested)
            throw new FormatException("its lists and tables stand in one another too deeply");
        switch (Now)
        {
            case '"' or '\'':
                var (value, style) = Text(Now);
                _scalars.Add(new HeadScalar(key, value, start, _at - start, style, inFlow) { IsToml = true });
                break;
            case '[':
                List(key);
                break;
            case '{':
                Inline(key);
                break;
            default:
                while (_at < _end && Now is not (',' or ']' or '}' or '#' or '\n' or '\r'))
                    _at++;
                var word = _text[start.._at].TrimEnd();
                _at = start + word.Length;
                if (word.Length == 0 || !(char.IsAsciiDigit(word[0]) || word[0] is '+' or '-' || word is "true" or "false" or "inf" or "nan"))
                    throw new FormatException(word.Length == 0 ? $"'{key}' has no value" : $"'{word}' is no value");
                _scalars.Add(new HeadScalar(key, word, start, word.Length, ScalarStyle.Plain, inFlow) { IsToml = true });
                break;
        }

        _depth--;
    }

    private void List(string key)
    {
        _at++;
        for (Blank(); Now != ']'; Blank())
        {
            if (_at >= _end)
                throw new FormatException($"the list '{key}' is not closed");
            Value(key, true);
            Blank();
            if (!Take(',') && Now != ']')
                throw new FormatException($"a comma is missing in the list '{key}'");
        }

        _at++;
    }

    private void Inline(string key)
    {
        _at++;
        for (Spaces(); Now != '}'; Spaces())
        {
            if (_at >= _end || Now is '\n' or '\r')
                throw new FormatException($"the table '{key}' is not closed");
            Entry(key, isInline: true);
            Spaces();
            if (!Take(',') && Now != '}')
                throw new FormatException($"a comma is missing in the table '{key}'");
        }

        _at++;
    }

    private (string Value, ScalarStyle Style) Text(char quote)
    {
        var isLong = string.CompareOrdinal(_text, _at, new string(quote, 3), 0, 3) == 0;
        _at += isLong ? 3 : 1;
        if (isLong && Now == '\r')
            _at++;
        if (isLong && Now == '\n')
            _at++;
        var value = new StringBuilder();
        while (!Closes(quote, isLong))
        {
            if (_at >= _end || (!isLong && Now is '\n' or '\r'))
                throw new FormatException("a text is not closed");
            if (quote == '"' && Now == '\\')
                Escape(value, isLong);
            else
                value.Append(_text[_at++]);
        }

        _at += isLong ? 3 : 1;
        return (value.ToString(), isLong ? ScalarStyle.Literal : quote == '"' ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted);
    }

    /// <summary>Up to two quotation marks may stand right before the three that close a long text.</summary>
    private bool Closes(char quote, bool isLong) => Now == quote && (!isLong
        || (_at + 2 < _end && _text[_at + 1] == quote && _text[_at + 2] == quote && !(_at + 3 < _end && _text[_at + 3] == quote)));

    private void Escape(StringBuilder value, bool isLong)
    {
        _at++;
        var c = Now;
        if (isLong && c is '\n' or '\r' or ' ' or '\t')
        {
            while (_at < _end && char.IsWhiteSpace(Now))
                _at++;
            return;
        }

        _at++;
        if (c is 'u' or 'U')
        {
            var length = c == 'u' ? 4 : 8;
            if (_at + length > _end || !int.TryParse(_text.AsSpan(_at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) || !Rune.IsValid(point))
                throw new FormatException($"'\\{c}' needs {length} hexadecimal digits of a character");
            value.Append(new Rune(point).ToString());
            _at += length;
            return;
        }

        value.Append("btnfr\"\\e".IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? "\b\t\n\f\r\"\\\u001b"[place] : throw new FormatException($"'\\{c}' is no escape; write '\\\\' for a backslash"));
    }

    private void Expect(string mark)
    {
        Spaces();
        if (string.CompareOrdinal(_text, _at, mark, 0, mark.Length) != 0 || _at + mark.Length > _end)
            throw new FormatException($"'{mark}' is missing");
        _at += mark.Length;
    }

    private bool Take(char mark)
    {
        if (Now != mark || _at >= _end)
            return false;
        _at++;
        return true;
    }

    private void Spaces()
    {
        while (Now is ' ' or '\t')
            _at++;
    }

    /// <summary>White space, line ends and comments.</summary>
    private void Blank()
    {
        while (_at < _end && (char.IsWhiteSpace(Now) || Now == '#'))
        {
            if (Now == '#')
                Comment();
            else
                _at++;
        }
    }

    private void Comment()
    {
        while (_at < _end && Now is not ('\n' or '\r'))
            _at++;
    }
}

namespace TransFlow.Xliff;

/// <summary>
/// Gives each attribute <c>xml:space</c> another name as long, under which the framework's XML reader does not look at its value; what
/// reads on gives the name back. A value that XML does not know would end the reading, and is to be told with all else that is wrong.
/// </summary>
/// <param name="inner">The document.</param>
internal sealed class RenamedSpaces(TextReader inner) : TextReader
{
    private const string Name = "xml:space";

    /// <summary>A letter of names that none in the namespace of XML has; it stands for the last of <c>space</c>.</summary>
    private const char Letter = '\u9FA0';

    private State _state;
    private int _matched;

    private enum State
    {
        Text,
        Begun,
        Declared,
        Tag,
        Quoted,
        QuotedSingly,
        Comment,
        Verbatim,
        Instruction,
    }

    /// <summary>The name that the document has.</summary>
    public static string Restored(string name) => name.Replace(Letter, 'e');

    /// <summary>Whether a local name is one that was given.</summary>
    public static bool IsGiven(string localName) => localName.Length >= 5 && localName[4] == Letter && localName.StartsWith("spac", StringComparison.Ordinal);

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Rename(buffer.AsSpan(index, read));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Rename(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (_state == State.Text && text[i..].IndexOf('<') is var next and not 0)
            {
                if (next < 0)
                    return;
                i += next;
                c = '<';
            }

            if (_state == State.Tag && IsLast(c))
                text[i] = Letter;
            Step(c);
        }
    }

    /// <summary>Whether a letter ends the name that is looked for, which begins after white space.</summary>
    private bool IsLast(char c)
    {
        if (c is ' ' or '\t' or '\r' or '\n')
            _matched = 0;
        else
            _matched = _matched >= 0 && _matched < Name.Length && c == Name[_matched] ? _matched + 1 : -1;
        return _matched == Name.Length;
    }

    private void Step(char c)
    {
        _state = (_state, c) switch
        {
            (State.Text, '<') => State.Begun,
            (State.Begun, '!') => State.Declared,
            (State.Begun, '?') => Begin(State.Instruction),
            (State.Begun, _) => Begin(State.Tag),
            (State.Declared, '-') => Begin(State.Comment),
            (State.Declared, '[') => Begin(State.Verbatim),
            (State.Declared, _) => State.Text,
            (State.Tag, '"') => State.Quoted,
            (State.Tag, '\'') => State.QuotedSingly,
            (State.Tag, '>') => State.Text,
            (State.Quoted, '"') or (State.QuotedSingly, '\'') => State.Tag,
            (State.Comment, _) => Until(c, '-', 2),
            (State.Verbatim, _) => Until(c, ']', 2),
            (State.Instruction, _) => Until(c, '?', 1),
            _ => _state,
        };
    }

    private State Begin(State state)
    {
        _matched = state == State.Tag ? -1 : 0;
        return state;
    }

    /// <summary>Comments and the like go on until so many of a character stand before a <c>&gt;</c>.</summary>
    private State Until(char c, char end, int many)
    {
        if (c == '>' && _matched >= many)
            return State.Text;
        _matched = c == end ? _matched + 1 : 0;
        return _state;
    }
}

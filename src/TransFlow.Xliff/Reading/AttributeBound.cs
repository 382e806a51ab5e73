using System.Numerics;

namespace TransFlow.Xliff;

/// <summary>
/// Counts the attributes of a start tag, and the white space in any tag, while its pieces come in. The framework's XML reader takes all of a tag
/// before anybody can ask how much there is of them, in time that goes with their square. Tags that begin and end in one piece are left to whoever asks then.
/// </summary>
internal sealed class AttributeBound
{
    private State _state;
    private int _count;
    private int _blanks;

    private enum State
    {
        Outside,
        Name,
        Space,
        Attribute,
        Named,
        Value,
        Quoted,
        QuotedSingly,
        Ended,
        EndTag,
    }

    /// <summary>Looks at the next piece of a document: characters, or bytes of UTF-8.</summary>
    /// <param name="piece">The piece.</param>
    /// <exception cref="XliffException">A tag that is still open has more attributes, or more white space, than one may have.</exception>
    public void Look<T>(ReadOnlySpan<T> piece)
        where T : unmanaged, IBinaryInteger<T>
    {
        var at = 0;
        while (at < piece.Length && _state != State.Outside)
            Step((char)ushort.CreateTruncating(piece[at++]));
        if (_state != State.Outside)
            return;
        // What was looked at last may be the next one's start.
        var rest = piece[Math.Max(0, at - 1)..];
        var last = rest.LastIndexOf(T.CreateTruncating('<'));
        if (last < 0)
            return;
        (_state, _count, _blanks) = (State.Name, 0, 0);
        foreach (var c in rest[(last + 1)..])
        {
            Step((char)ushort.CreateTruncating(c));
            if (_state == State.Outside)
                return;
        }
    }

    private void Step(char c)
    {
        var isBlank = c is ' ' or '\t' or '\r' or '\n';
        if (isBlank && _state is not (State.Quoted or State.QuotedSingly or State.Outside) && ++_blanks > XliffReader.MaximumBlanks)
            throw new XliffException(XliffReader.TooManyBlanks, 0, 0);
        _state = _state switch
        {
            // Within quotation marks a '<' is not well-formed.
            State.Quoted => c == '"' ? Counted() : c == '<' ? State.Outside : State.Quoted,
            State.QuotedSingly => c == '\'' ? Counted() : c == '<' ? State.Outside : State.QuotedSingly,
            State.Value when c is '"' => State.Quoted,
            State.Value when c is '\'' => State.QuotedSingly,
            State.Attribute or State.Named when c == '=' => State.Value,
            State.Name when c == '/' => State.EndTag,
            State.EndTag when c is not ('<' or '>') => State.EndTag,
            _ when c is '<' or '>' or '/' or '!' or '?' or '=' or '"' or '\'' => State.Outside,
            State.Name or State.Space or State.Ended when isBlank => State.Space,
            State.Attribute or State.Named when isBlank => State.Named,
            State.Value when isBlank => State.Value,
            State.Name => State.Name,
            State.Space or State.Attribute => State.Attribute,
            _ => State.Outside,
        };
    }

    private State Counted() => ++_count <= XliffReader.MaximumAttributes ? State.Ended : throw new XliffException(XliffReader.TooManyAttributes, 0, 0);
}

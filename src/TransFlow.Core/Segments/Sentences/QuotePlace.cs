namespace TransFlow.Core.Segments.Sentences;

/// <summary>What stands on both sides of a quote or bracket, and what that says about it.</summary>
internal readonly ref struct QuotePlace
{
    private readonly char _before;
    private readonly char _after;
    private readonly char _afterThat;

    /// <summary>Looks at the neighbours of a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of the quote.</param>
    public QuotePlace(ReadOnlySpan<char> text, int at)
    {
        _before = at == 0 ? ' ' : text[at - 1];
        _after = at + 1 < text.Length ? text[at + 1] : ' ';
        _afterThat = at + 2 < text.Length ? text[at + 2] : ' ';
    }

    /// <summary>An apostrophe: between Latin letters or digits, or before a possessive s.</summary>
    public bool IsApostrophe =>
        (IsWordLike(_before) && IsWordLike(_after))
        || (char.IsLetter(_before) && _after == 's' && !char.IsLetter(_afterThat));

    /// <summary>The sign for inches after feet, as in <c>5'10"</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of the sign.</param>
    public static bool IsInches(ReadOnlySpan<char> text, int at)
    {
        var feet = text[..at].TrimEnd("0123456789");
        return at - feet.Length is 1 or 2 && feet is [.., >= '0' and <= '9', '\'' or '’' or '′'];
    }

    /// <summary>Whether a stop stands right before it.</summary>
    public bool FollowsStop => IsStop(_before);

    /// <summary>Whether nothing begins here.</summary>
    public bool MayClose => !OpensByPlace;

    private bool OpensByPlace => IsOutside(_before) && !IsSpace(_after);

    private bool ClosesByPlace => !IsOutside(_before) && (IsSpace(_after) || IsPunctuation(_after));

    /// <summary>Whether a straight quote opens.</summary>
    /// <param name="isOpen">True when one of its kind is open.</param>
    /// <param name="isSpaced">True when the open one is followed by a space, as quotes are set by some hands.</param>
    public bool StraightOpens(bool isOpen, bool isSpaced) =>
        isOpen ? OpensByPlace && !isSpaced : !ClosesByPlace;

    /// <summary>An opening curly quote where only a closing one can stand.</summary>
    /// <param name="kind">The pair.</param>
    public bool IsMistypedClose(MarkKind kind) =>
        kind is MarkKind.Double or MarkKind.Single && !IsOutside(_before) && (IsSpace(_after) || (IsStop(_before) && _after is ('라' or '고' or '며' or ',')));

    /// <summary>A closing curly quote where only an opening one can stand.</summary>
    /// <param name="kind">The pair.</param>
    public bool IsMistypedOpen(MarkKind kind) => kind == MarkKind.Double && OpensByPlace;

    /// <summary>A less-than or greater-than sign that hugs words as a bracket does.</summary>
    /// <param name="opens">True for the opening one.</param>
    public bool IsAngleBracket(bool opens) => opens ? !IsSpace(_after) && _after != '=' : !IsSpace(_before) && _before is not ('-' or '=');

    private static bool IsWordLike(char c) => char.IsAsciiLetterOrDigit(c) || Characters.IsLatin(c);

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static bool IsOutside(char c) =>
        IsSpace(c) || c is '-' or '–' or '—' or '=' or '/' or '·' || MarkTable.Classify(c, out _) == MarkRole.Open;

    private static bool IsStop(char c) => MarkTable.Classify(c, out var kind) == MarkRole.Stop && kind != MarkKind.MiddleDot;

    private static bool IsPunctuation(char c) => c < 0x80 ? char.IsPunctuation(c) && c is not ('"' or '\'') : char.IsPunctuation(c);
}

using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// The marks of one text in order, with quotes and brackets paired in one pass. A closing mark takes the nearest
/// open one of its kind and leaves those in between unpaired; each mark is pushed and popped at most once.
/// </summary>
internal ref struct MarkList
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<int> _open;
    private readonly char _dash;
    private Mark[] _marks;
    private int _top;

    /// <summary>Finds and pairs the marks of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Room for one count per kind, all zero.</param>
    public MarkList(ReadOnlySpan<char> text, Span<int> open)
    {
        _text = text;
        _open = open;
        _dash = DashAtStart(text.TrimStart());
        _marks = ArrayPool<Mark>.Shared.Rent(64);
        _top = Mark.None;
        for (var i = MarkTable.Next(text, 0); i < text.Length; i = MarkTable.Next(text, i + 1))
        {
            var role = MarkTable.Classify(text[i], out var kind);
            if (role != MarkRole.None)
                i = Take(i, role, kind);
        }

        Forget(Mark.None);
    }

    /// <summary>How many marks there are.</summary>
    public int Count { get; private set; }

    /// <summary>A mark.</summary>
    /// <param name="index">Which, from 0.</param>
    public readonly ref readonly Mark this[int index] => ref _marks[index];

    /// <summary>Gives the room back.</summary>
    public readonly void Dispose() => ArrayPool<Mark>.Shared.Return(_marks);

    private int Take(int at, MarkRole role, MarkKind kind)
    {
        switch (role)
        {
            case MarkRole.Stop when kind == MarkKind.MiddleDot:
                return TakeMiddleDots(at);
            case MarkRole.MayEndBlock when kind == MarkKind.Pointer:
                TakePointer(at);
                return at;
            case MarkRole.MayEndBlock:
                return TakeLineFeed(at);
            case MarkRole.Open or MarkRole.Close or MarkRole.Straight:
                TakePairMark(at, role, kind);
                return at;
            default:
                Add(at, role, kind);
                return at;
        }
    }

    private int TakeMiddleDots(int at)
    {
        var end = at + 1;
        while (end < _text.Length && _text[end] == _text[at])
            end++;
        if (end - at >= 3)
            Add(at, MarkRole.Stop, MarkKind.Ellipsis);
        return end - 1;
    }

    private int TakeLineFeed(int at)
    {
        var feeds = 1;
        var end = at + 1;
        while (end < _text.Length && char.IsWhiteSpace(_text[end]) && _text[end] != Characters.HardBreak)
            feeds += _text[end++] == '\n' ? 1 : 0;
        if (feeds > 1)
        {
            Forget(Mark.None);
            Add(at, MarkRole.BlockEnd, MarkKind.None);
        }
        else if (_dash != '\0' && DashAtStart(_text[end..]) == _dash)
        {
            // The next question of an interview, or the next speaker.
            Add(at, MarkRole.BlockEnd, MarkKind.None);
        }

        return end - 1;
    }

    /// <summary>The dash that a line begins with; a null character when it begins with none. A hyphen has a blank behind it.</summary>
    private static char DashAtStart(ReadOnlySpan<char> line) => line switch
    {
        ['―' or '—' or '–' or '─', ..] => line[0],
        ['-', ' ', ..] => '-',
        _ => '\0',
    };

    /// <summary>After the name of who owns a picture the sign begins the caption of the next one.</summary>
    private void TakePointer(int at)
    {
        if (Credit.IsAtEnd(_text[..at]))
            Add(at, MarkRole.BlockEnd, MarkKind.Pointer);
    }

    private void TakePairMark(int at, MarkRole role, MarkKind kind)
    {
        var place = new QuotePlace(_text, at);
        var open = _open[(int)kind];
        var opens = role switch
        {
            MarkRole.Straight => place.StraightOpens(open > 0, TopIsSpaced(kind)) && !(open > 0 && IsQuoted(at)),
            MarkRole.Open => open == 0 || !(place.IsMistypedClose(kind) || (TopIsLow(kind) && place.MayClose)),
            _ => open == 0 && place.IsMistypedOpen(kind),
        };
        if (kind is MarkKind.Single or MarkKind.StraightSingle && place.IsApostrophe)
            return;
        if (role == MarkRole.Straight && _text[at] is '"' or '″' && QuotePlace.IsInches(_text, at))
            return;
        if (kind == MarkKind.LessThan && !place.IsAngleBracket(opens))
            return;
        if (open == 0 && role != MarkRole.Open && Other(kind) is var other && other != MarkKind.None && _open[(int)other] > 0 && place.FollowsStop)
            Close(at, other);
        else if (opens)
            Push(at, kind);
        else if (open > 0)
            Close(at, kind);
        else
            Add(at, MarkRole.Close, kind);
    }

    /// <summary>Whether a mark with a blank before it has the particle of a Korean quotation behind it, as in <c>"비가 온다. "라고 말했다</c>: it closes.</summary>
    private readonly bool IsQuoted(int at) =>
        at > 0 && char.IsWhiteSpace(_text[at - 1]) && at + 1 < _text.Length && Characters.IsHangul(_text[at + 1]) && KoreanTies.Continues(_text[(at + 1)..]);

    /// <summary>The same quotation mark in the other style, with which hands in a hurry close what they opened in this one.</summary>
    private static MarkKind Other(MarkKind kind) => kind switch
    {
        MarkKind.Double => MarkKind.StraightDouble,
        MarkKind.StraightDouble => MarkKind.Double,
        MarkKind.Single => MarkKind.StraightSingle,
        MarkKind.StraightSingle => MarkKind.Single,
        _ => MarkKind.None,
    };

    private readonly bool TopIsSpaced(MarkKind kind)
    {
        if (_top == Mark.None || _marks[_top].Kind != kind)
            return false;
        var next = _marks[_top].Position + 1;
        return next < _text.Length && char.IsWhiteSpace(_text[next]);
    }

    /// <summary>Whether the innermost open mark is a low one, <c>„</c> or <c>‚</c>, which the opening mark of other hands closes.</summary>
    private readonly bool TopIsLow(MarkKind kind) => _top != Mark.None && _marks[_top].Kind == kind && _text[_marks[_top].Position] is '„' or '‚';

    private void Push(int at, MarkKind kind)
    {
        Add(at, MarkRole.Open, kind);
        _marks[Count - 1].Partner = _top;
        _top = Count - 1;
        _open[(int)kind]++;
    }

    private void Close(int at, MarkKind kind)
    {
        var opener = _top;
        while (_marks[opener].Kind != kind)
            opener = _marks[opener].Partner;
        Forget(opener);
        _top = _marks[opener].Partner;
        _open[(int)kind]--;
        Add(at, MarkRole.Close, kind);
        _marks[opener].Partner = Count - 1;
        _marks[Count - 1].Partner = opener;
    }

    /// <summary>Leaves every open mark above one of them unpaired.</summary>
    private void Forget(int opener)
    {
        while (_top != opener)
        {
            ref var mark = ref _marks[_top];
            _open[(int)mark.Kind]--;
            (_top, mark.Partner) = (mark.Partner, Mark.None);
        }
    }

    private void Add(int at, MarkRole role, MarkKind kind)
    {
        if (Count == _marks.Length)
            Grow();
        _marks[Count++] = new Mark { Position = at, Partner = Mark.None, Role = role, Kind = kind };
    }

    private void Grow()
    {
        var larger = ArrayPool<Mark>.Shared.Rent(_marks.Length * 2);
        _marks.AsSpan().CopyTo(larger);
        ArrayPool<Mark>.Shared.Return(_marks);
        _marks = larger;
    }
}

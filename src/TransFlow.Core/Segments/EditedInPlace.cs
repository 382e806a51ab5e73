using Line = TransFlow.Core.Segments.LineAlignment.Line;

namespace TransFlow.Core.Segments;

/// <summary>
/// Finds what stands in the place of what it was, between the same as before, and says now what stood elsewhere: a number was put right, and is the one
/// that another line had. By its words it would be that other line, which was moved; what stands around it tells that it was not.
/// </summary>
internal sealed class EditedInPlace
{
    private const int None = LineAlignment.None;

    /// <summary>What a line is known by is looked for over so many lines before it.</summary>
    private const int MostOfSection = 20;

    /// <summary>A line is held against so many of those that say the same.</summary>
    private const int MostAlike = 100;

    /// <summary>What goes back and forth between lines for longer than so many rounds is no correction.</summary>
    private const int MostRounds = 20;

    private readonly IReadOnlyList<Line> _before, _now;
    private readonly LineAlignment _alignment;

    /// <summary>The places of the lines of a kind that say the same, before and now.</summary>
    private readonly ILookup<(UnitKind, string), int> _said, _says;

    /// <summary>Which lines say what they said, or all of it but one number; and which of them say what nothing else says, before or now.</summary>
    private readonly bool[] _isSame, _isNumberOff, _isAlone;

    /// <summary>The line by which each is known; -1 for none.</summary>
    private int[] _anchors = [];

    private EditedInPlace(IReadOnlyList<Line> before, IReadOnlyList<Line> now)
    {
        (_before, _now) = (before, now);
        _alignment = new LineAlignment(before, now);
        (_said, _says) = (Places(before), Places(now));
        (_isSame, _isNumberOff, _isAlone) = (new bool[now.Count], new bool[now.Count], new bool[now.Count]);
        for (var i = 0; i < now.Count; i++)
        {
            if (_alignment.Places[i] is not (>= 0 and var place))
                continue;
            _isSame[i] = now[i].Text == before[place].Text;
            _isNumberOff[i] = !_isSame[i] && NumberFrame.IsOneNumberOff(now[i].Text, before[place].Text);
            _isAlone[i] = _isSame[i] && _says[(now[i].Kind, now[i].Text)].Count() == 1 && _said[(now[i].Kind, now[i].Text)].Count() == 1;
        }

        static ILookup<(UnitKind, string), int> Places(IReadOnlyList<Line> lines) => Enumerable.Range(0, lines.Count).ToLookup(i => (lines[i].Kind, lines[i].Text));
    }

    /// <summary>The former place of each line that was edited where it stands; of those beside such that say what they said, where there can be no doubt.</summary>
    /// <param name="before">The lines before.</param>
    /// <param name="now">The lines now.</param>
    /// <returns>By place now; -1 where what stands around does not tell.</returns>
    public static int[] Places(IReadOnlyList<Line> before, IReadOnlyList<Line> now) => new EditedInPlace(before, now).Places();

    /// <summary>Whether a block of a kind is known by its place, and not by a mark or a picture to which it belongs.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsKnownByPlace(UnitKind kind) => kind is UnitKind.Heading or UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.Definition or UnitKind.TableCell;

    private int[] Places()
    {
        List<int> corrected = [.. Enumerable.Range(0, _now.Count).Where(i => _alignment.Places[i] >= 0 && !_isSame[i])];
        TakeOutMoved(corrected);
        corrected.RemoveAll(i => !IsCorrection(i));
        var places = new int[_now.Count];
        Array.Fill(places, None);
        foreach (var i in corrected)
            places[i] = _alignment.Places[i];
        foreach (var (first, at, many) in _alignment.Runs)
        {
            if (Enumerable.Range(at, many).All(i => places[i] >= 0 || (_alignment.Places[i] >= 0 && _isSame[i])))
            {
                for (var n = 0; n < many; n++)
                    places[at + n] = first + n;
            }
        }

        return places;
    }

    /// <summary>Takes out what is no correction: it was moved, and leaves the place of what it says now, and of what it said; others may have been moved to there.</summary>
    private void TakeOutMoved(List<int> corrected)
    {
        for (var (round, many) = (1, -1); corrected.Count != many; round++)
        {
            many = corrected.Count;
            _anchors = [.. Enumerable.Range(0, _now.Count).Select(Anchor)];
            // To and fro, so that what falls with its neighbour, and that with its own, takes one round.
            corrected.Reverse();
            corrected.RemoveAll(i =>
            {
                var isMoved = round > MostRounds || !IsOwn(i);
                if (isMoved)
                    _alignment.Part(i);
                return isMoved;
            });
        }
    }

    /// <summary>Whether one number of a line is another, or, where it belongs to what stands before it, a word; and what stands around it, and what it belongs to, is the same as before.</summary>
    private bool IsCorrection(int at)
    {
        var place = _alignment.Places[at];
        return ((IsBeside(at, place, -1) && IsBeside(at, place, 1)) || _anchors[at] >= 0) && _alignment.IsOfSame(at, place)
            && (_isNumberOff[at] || (!_alignment.IsOfOneFrame(at, place) && _now[at].IsLed && _before[place].IsLed));
    }

    private bool IsBeside(int at, int place, int step)
    {
        var (its, was) = (at + step, place + step);
        var (isEdge, isEdgeNow) = (was < 0 || was == _before.Count, its < 0 || its == _now.Count);
        return isEdge || isEdgeNow ? isEdge && isEdgeNow : _alignment.Places[its] == was || _now[its].Text == _before[was].Text;
    }

    /// <summary>Whether neither another line came to where this one stands, nor this one went elsewhere.</summary>
    private bool IsOwn(int at)
    {
        var place = _alignment.Places[at];
        return Stay([.. _said[(_now[at].Kind, _now[at].Text)].Take(MostAlike)], _before, _alignment.Heirs, at, place) && Stay([.. _says[(_before[place].Kind, _before[place].Text)].Take(MostAlike)], _now, _alignment.Places, at, at);
    }

    /// <summary>Whether the lines that said what one says now, or that say what it said, are in places of their own: one of them says it as before; or each was corrected, too, and is known by something else, or came or went with what it belongs to.</summary>
    private bool Stay(List<int> others, IReadOnlyList<Line> lines, int[] pairs, int at, int own)
    {
        if (others.Count == 0 || others.Exists(o => pairs[o] >= 0 && _isSame[Now(o)]))
            return true;
        return _anchors[at] >= 0 && others.TrueForAll(o => !AreOfOne(lines[o], lines[own]) && (pairs[o] >= 0 ? _anchors[Now(o)] >= 0 && _anchors[Now(o)] != _anchors[at] : IsOfAll(lines, pairs, o)));

        int Now(int other) => lines == _now ? other : pairs[other];
    }

    /// <summary>
    /// What a line is known by: something that stands once before it, to which it belongs, or that stands before its paragraph, its list or its section, and nothing between the two came
    /// or went. By another item of its list none is known, nor by one like itself.
    /// </summary>
    private int Anchor(int at)
    {
        if (_alignment.Places[at] is not (>= 0 and var place))
            return None;
        var own = _now[at];
        var isLed = own.IsLed && _before[place].IsLed;
        if (!isLed && (!_isNumberOff[at] || own.Kind is UnitKind.Heading or UnitKind.TableCell))
            return None;
        for (var n = 1; n <= Math.Min(MostOfSection, Math.Min(at, place)); n++)
        {
            var (i, before) = (at - n, _now[at - n]);
            if (_alignment.Places[i] != place - n || !(_isSame[i] || _isNumberOff[i]))
                return None;
            // Items of its list, and what belongs to these; then that to which the list belongs.
            if (own.Kind == UnitKind.ListItem && before.Kind == UnitKind.ListItem && before.Depth >= own.Depth && !AreOfOne(own, before))
                continue;
            if (!isLed && own.Kind == UnitKind.Quotation && before.Kind == own.Kind)
                continue;
            if (_isAlone[i] && !LineAlignment.IsRank(before.Text))
                return i;
            // To what it belongs others belong, too; the section of a heading may tell.
            if (own.Kind is UnitKind.Paragraph or UnitKind.Definition && !isLed ? _alignment.IsOfOneFrame(i, place) : !before.IsLed && before.Kind != UnitKind.Heading)
                return None;
        }

        return None;
    }

    /// <summary>Whether a line came, or went, with what it belongs to, or with its whole section.</summary>
    private static bool IsOfAll(IReadOnlyList<Line> lines, int[] pairs, int at)
    {
        for (var n = 1; n <= Math.Min(MostOfSection, at) && pairs[at - n] < 0; n++)
        {
            if (lines[at].IsLed || lines[at - n].Kind == UnitKind.Heading)
                return true;
        }

        return false;
    }

    /// <summary>Whether two lines are of one paragraph, in which they may be put in another order.</summary>
    private static bool AreOfOne(Line one, Line other) => one.Group.Length > 0 && one.Group == other.Group;
}

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

    /// <summary>Of so many that say the same one is held against no others.</summary>
    private const int MostAlike = 100;

    private readonly IReadOnlyList<Line> _before, _now;
    private readonly LineAlignment _alignment;

    /// <summary>The places of the lines of a kind that say the same, before and now.</summary>
    private readonly ILookup<(UnitKind, string), int> _said, _says;

    private EditedInPlace(IReadOnlyList<Line> before, IReadOnlyList<Line> now)
    {
        (_before, _now) = (before, now);
        _alignment = new LineAlignment(before, now);
        (_said, _says) = (Places(before), Places(now));

        static ILookup<(UnitKind, string), int> Places(IReadOnlyList<Line> lines) => Enumerable.Range(0, lines.Count).ToLookup(i => (lines[i].Kind, lines[i].Text));
    }

    /// <summary>The former place of each line that was edited where it stands; of those beside such that say what they said, where there can be no doubt.</summary>
    /// <param name="before">The lines before.</param>
    /// <param name="now">The lines now.</param>
    /// <returns>By place now; -1 where what stands around does not tell.</returns>
    public static int[] Places(IReadOnlyList<Line> before, IReadOnlyList<Line> now) => new EditedInPlace(before, now).Places();

    /// <summary>Whether a block of a kind is known by its place, and not by a mark or a picture to which it belongs.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsKnownByPlace(UnitKind kind) => kind is UnitKind.Heading or UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.TableCell;

    private int[] Places()
    {
        var edited = Enumerable.Range(0, _now.Count).Where(i => _alignment.Places[i] >= 0 && !IsSame(i)).ToList();
        var places = new int[_now.Count];
        Array.Fill(places, None);
        var corrected = edited.ToHashSet();
        // What is no correction was moved, and leaves the place of what it says now, and of what it said: others may have been moved to there.
        for (var moved = corrected.Where(i => !IsOwn(i)).ToList(); moved.Count > 0; moved = [.. corrected.Where(i => !IsOwn(i))])
        {
            foreach (var i in moved)
            {
                _alignment.Part(i);
                corrected.Remove(i);
            }
        }

        corrected.RemoveWhere(i => !IsCorrection(i));
        foreach (var i in corrected)
            places[i] = _alignment.Places[i];
        foreach (var (first, at, many) in _alignment.Runs)
        {
            if (Enumerable.Range(at, many).All(i => corrected.Contains(i) || (_alignment.Places[i] >= 0 && IsSame(i))))
            {
                for (var n = 0; n < many; n++)
                    places[at + n] = first + n;
            }
        }

        return places;
    }

    private bool IsSame(int at) => _now[at].Text == _before[_alignment.Places[at]].Text;

    /// <summary>Whether one number of a line is another, or, where it belongs to what stands before it, a word; and what stands around it, and what it belongs to, is the same as before.</summary>
    private bool IsCorrection(int at)
    {
        var place = _alignment.Places[at];
        return ((IsBeside(at, place, -1) && IsBeside(at, place, 1)) || IsBound(at)) && _alignment.IsOfSame(at, place)
            && (IsNumberOff(at) || (!_alignment.IsOfOneFrame(at, place) && _now[at].IsLed && _before[place].IsLed));
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

    /// <summary>Whether the lines that said what one says now, or that say what it said, are in places of their own: one of them says it as before; or each was corrected, too, or came or went with what it belongs to.</summary>
    private bool Stay(List<int> others, IReadOnlyList<Line> lines, int[] pairs, int at, int own)
    {
        if (others.Count == 0 || others.Exists(o => pairs[o] >= 0 && IsSame(Now(o))))
            return true;
        return IsBound(at) && others.TrueForAll(o => !AreOfOne(lines[o], lines[own]) && (pairs[o] >= 0 ? IsBound(Now(o)) : IsOfAll(lines, pairs, o)));

        int Now(int other) => lines == _now ? other : pairs[other];
    }

    /// <summary>
    /// Whether a line is known by something that stands once before it: it belongs to that, or is a paragraph of its section, and nothing between the two came or went.
    /// What is one of several that are alike, as an item or a heading is, is known by nothing before it.
    /// </summary>
    private bool IsBound(int at)
    {
        var place = _alignment.Places[at];
        var isLed = _now[at].IsLed && _before[place].IsLed;
        if (!isLed && (_now[at].Kind != UnitKind.Paragraph || !IsNumberOff(at)))
            return false;
        for (var n = 1; n <= Math.Min(MostOfSection, Math.Min(at, place)) && _alignment.Places[at - n] == place - n && (IsSame(at - n) || IsNumberOff(at - n)) && !_alignment.IsOfOneFrame(at - n, place); n++)
        {
            if (IsAlone(at - n))
                return true;
            if (isLed && !_now[at - n].IsLed)
                return false;
        }

        return false;
    }

    /// <summary>Whether a line says what it said but for one number.</summary>
    private bool IsNumberOff(int at) => NumberFrame.IsOneNumberOff(_now[at].Text, _before[_alignment.Places[at]].Text);

    /// <summary>Whether a line says what it said, and nothing else says so, now or before.</summary>
    private bool IsAlone(int at) => _alignment.Places[at] >= 0 && IsSame(at) && _says[(_now[at].Kind, _now[at].Text)].Count() == 1 && _said[(_now[at].Kind, _now[at].Text)].Count() == 1;

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

using Line = TransFlow.Core.Segments.LineAlignment.Line;

namespace TransFlow.Core.Segments;

/// <summary>
/// Finds what stands in the place of what it was, between the same as before, and says now what stood elsewhere: a number was put right, and is the one
/// that another line had. By its words it would be that other line, which was moved; what stands around it tells that it was not.
/// </summary>
internal sealed class EditedInPlace
{
    private const int None = LineAlignment.None;

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
        var corrected = edited.Where(IsCorrection).ToHashSet();
        // What is no correction was moved, and leaves the place of what it says now, and of what it said.
        for (var moved = corrected.Where(i => !IsOwn(i)).ToList(); moved.Count > 0; moved = [.. corrected.Where(i => !IsOwn(i))])
        {
            foreach (var i in moved)
            {
                _alignment.Part(i);
                corrected.Remove(i);
            }
        }

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

    /// <summary>Whether one number of a line is another, or, where it belongs to what stands before it, a word; and what stands around it is the same as before.</summary>
    private bool IsCorrection(int at)
    {
        var place = _alignment.Places[at];
        return IsBeside(at, place, -1) && IsBeside(at, place, 1)
            && (NumberFrame.IsOneNumberOff(_now[at].Text, _before[place].Text) || (!_alignment.IsOfOneFrame(at, place) && _now[at].IsLed && _before[place].IsLed));
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
        var others = _said[(_now[at].Kind, _now[at].Text)].ToList();
        var heirs = _says[(_before[place].Kind, _before[place].Text)].ToList();
        return (others.Exists(p => _alignment.Heirs[p] is >= 0 and var heir && IsSame(heir)) || others.TrueForAll(p => Stays(at, place, p, _alignment.Heirs, _before, place)))
            && (heirs.Exists(i => _alignment.Places[i] >= 0 && IsSame(i)) || heirs.TrueForAll(i => Stays(at, place, i, _alignment.Places, _now, at)));
    }

    /// <summary>
    /// Whether another line that said what this one says, or says what this one said, is in a place of its own: corrected, too, and belonging to something else; or one
    /// that came or went with what it belongs to.
    /// </summary>
    private bool Stays(int at, int place, int other, int[] pairs, IReadOnlyList<Line> lines, int own) =>
        _now[at].IsLed && _before[place].IsLed && lines[other].IsLed && !(lines[own].Group.Length > 0 && lines[other].Group == lines[own].Group)
        && (pairs[other] >= 0 || pairs[other - 1] < 0);
}

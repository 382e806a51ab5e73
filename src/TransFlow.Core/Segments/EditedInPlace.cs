namespace TransFlow.Core.Segments;

/// <summary>
/// Finds what stands in the place of what it was, between the same as before, and says now what stood elsewhere: a number was put right, and is the one
/// that another line had. By its words it would be that other line, which was moved; what stands around it tells that it was not.
/// </summary>
internal static class EditedInPlace
{
    /// <summary>Stands for none.</summary>
    public const int None = -1;

    /// <summary>Stands for what is not known; no place is beside it.</summary>
    private const int Nowhere = int.MinValue / 2;

    /// <summary>From here on what belongs to what stands before it is the same with another word.</summary>
    private const double MuchAlike = 0.6;

    /// <summary>The former place of each line that stands, by what stands around it, where it stood; of those that say what they said, where there can be no doubt.</summary>
    /// <param name="before">The lines before.</param>
    /// <param name="now">The lines now.</param>
    /// <returns>By place now; -1 where what stands around does not tell.</returns>
    public static int[] Places(IReadOnlyList<Line> before, IReadOnlyList<Line> now)
    {
        var (was, its) = (Frames(before), Frames(now));
        var (once, onceNow) = (Once(was), Once(its));
        var anchors = new int[now.Count];
        for (var i = 0; i < anchors.Length; i++)
            anchors[i] = onceNow.ContainsKey(its[i]) && once.TryGetValue(its[i], out var place) ? place : None;
        var places = new int[now.Count];
        Array.Fill(places, None);
        var isMoved = new bool[now.Count];
        for (int i = 0, last = -1; i <= now.Count; i++)
        {
            if (i < now.Count && anchors[i] < 0)
                continue;
            var (start, end) = (last < 0 ? -1 : anchors[last], i == now.Count ? before.Count : anchors[i]);
            // As many lines as before between two that stand once, and each says what it said but for its numbers.
            if (end - start == i - last && Enumerable.Range(1, i - last - 1).All(n => its[last + n] == was[start + n]))
                SettleRun(last + 1, start + 1, i - last - 1);
            last = i;
        }

        // Where some of them stood in another of these places they were put in another order, or some came and others went.
        void SettleRun(int first, int place, int many)
        {
            var there = Enumerable.Range(place, many).Select(p => before[p].Text).ToHashSet(StringComparer.Ordinal);
            var corrected = Enumerable.Range(0, many).Where(n => now[first + n].Text != before[place + n].Text).ToList();
            if (corrected.Exists(n => there.Contains(now[first + n].Text)))
            {
                isMoved.AsSpan(first, many).Fill(true);
                return;
            }

            foreach (var n in Enumerable.Range(0, many).Except(corrected.Where(n => !NumberFrame.IsOneNumberOff(now[first + n].Text, before[place + n].Text))))
                places[first + n] = place + n;
        }

        int Known(int i) => i < 0 ? -1 : i == now.Count ? before.Count : anchors[i] >= 0 ? anchors[i] : places[i] >= 0 ? places[i] : Nowhere;
        var said = Enumerable.Range(0, before.Count).ToLookup(p => before[p].Text, StringComparer.Ordinal);
        bool IsBeside(int i, int place, int step) => Text(now, i + step) is { } beside && beside == Text(before, place + step);
        string? Text(IReadOnlyList<Line> lines, int i) => i < 0 || i == lines.Count ? null : lines[i].Text;
        // Between two that are known, or beside one that is and one that says what it said.
        void Settle(int i, int place)
        {
            if (places[i] >= 0 || isMoved[i] || place < 0 || place >= before.Count || before[place].Kind != now[i].Kind || before[place].Text == now[i].Text)
                return;
            var (isBehind, isBefore) = (Known(i - 1) == place - 1, Known(i + 1) == place + 1);
            if ((isBehind || Text(now, i - 1) == Text(before, place - 1)) && (isBefore || Text(now, i + 1) == Text(before, place + 1))
                && (NumberFrame.IsOneNumberOff(now[i].Text, before[place].Text) || (its[i] != was[place] && now[i].IsLed && before[place].IsLed && Similarity.ButForNumbers(before[place].Text, now[i].Text) >= MuchAlike))
                && !IsLeft(i))
                places[i] = place;
        }

        // Where the same words stood beside one of the same neighbours, or in the same paragraph, they are what they were, and something beside them came or went.
        bool IsLeft(int i) => said[now[i].Text].Any(p => IsBeside(i, p, -1) || IsBeside(i, p, 1) || (now[i].Group.Length > 0 && before[p].Group == now[i].Group));

        for (var i = 0; i < places.Length; i++)
            Settle(i, Known(i - 1) + 1);
        for (var i = places.Length - 1; i >= 0; i--)
            Settle(i, Known(i + 1) - 1);
        return places;
    }

    /// <summary>Whether a block of a kind is known by its place, and not by a mark or a picture to which it belongs.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsKnownByPlace(UnitKind kind) => kind is UnitKind.Heading or UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.TableCell;

    private static (UnitKind Kind, string Frame)[] Frames(IReadOnlyList<Line> lines) => [.. lines.Select(l => (l.Kind, NumberFrame.Of(l.Text)))];

    /// <summary>The places of what stands once.</summary>
    private static Dictionary<(UnitKind, string), int> Once((UnitKind, string)[] frames)
    {
        var once = new Dictionary<(UnitKind, string), int>();
        var several = new HashSet<(UnitKind, string)>();
        for (var i = 0; i < frames.Length; i++)
        {
            if (!once.TryAdd(frames[i], i))
                several.Add(frames[i]);
        }

        foreach (var frame in several)
            once.Remove(frame);
        return once;
    }

    /// <summary>A block or a sentence.</summary>
    /// <param name="Kind">Of which kind it is.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="IsLed">Whether it belongs to what stands right before it: to a heading, a paragraph's first sentences, or a row's first cells.</param>
    /// <param name="Group">The paragraph that it is of; empty for a whole one.</param>
    internal readonly record struct Line(UnitKind Kind, string Text, bool IsLed, string Group = "");
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Where the sentences of a changed article stood that stand where they stood: those that were edited there, and those whose block or neighbour tells.</summary>
internal sealed class FormerPlaces
{
    /// <summary>With fewer letters there is nothing to say but a number.</summary>
    private const int FewestLetters = 4;

    private readonly ImmutableArray<SegmentWork> _former, _now;
    private readonly UnitSigns? _signsBefore, _signsNow;
    private readonly int[] _was, _its;

    /// <summary>Finds them.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="now">The segments now.</param>
    /// <param name="signs">The signs of their units before and now; null where nothing is known of them.</param>
    /// <param name="was">The number of the words of each before.</param>
    /// <param name="its">That of each now; what was edited where it stands gets one of its own, whoever said before what it says now.</param>
    public FormerPlaces(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now, (UnitSigns Before, UnitSigns Now)? signs, int[] was, int[] its)
    {
        (_former, _now, _was, _its) = (former, now, was, its);
        (_signsBefore, _signsNow) = (signs?.Before, signs?.Now);
        Corrected = FindCorrected(out var likely);
        Standing = FindStanding(likely);
    }

    /// <summary>The former place of each that was edited there, so that its words are its own; -1 for the others.</summary>
    public int[] Corrected { get; }

    /// <summary>The former place of each that stands where it stood, whether it says the same or not; -1 where that does not tell.</summary>
    public int[] Standing { get; }

    /// <summary>Units whose id says nothing of where their sentences stood.</summary>
    public HashSet<string> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Finds what was edited where it stands, and gives it words of its own. What is little more than a number says the same wherever it stands.
    /// </summary>
    /// <param name="places">The former place of each that stands where it stood, by what stands around it; -1 where that does not tell.</param>
    /// <returns>The former place of each that was edited there; -1 for the others.</returns>
    private int[] FindCorrected(out int[] places)
    {
        var corrected = new int[_now.Length];
        Array.Fill(corrected, SamePlaces.None);
        places = corrected;
        if (_signsNow is null)
            return corrected;
        places = EditedInPlace.Places(Lines(_former, _signsBefore!), Lines(_now, _signsNow));
        var (known, said) = (_was.ToHashSet(), _its.ToHashSet());
        var next = Math.Max(_was.DefaultIfEmpty().Max(), _its.DefaultIfEmpty().Max());
        for (var i = 0; i < _now.Length; i++)
        {
            if (places[i] is not (>= 0 and var place) || _now[i].UnitId != _former[place].UnitId || !IsKnownByPlace(i) || _now[i].Source.Text.Count(char.IsLetter) < FewestLetters)
                continue;
            if (known.Contains(_its[i]) ? _now[i].Source.Text != _former[place].Source.Text : said.Contains(_was[place]) || NumberFrame.IsOneNumberOff(_now[i].Source.Text, _former[place].Source.Text))
                (corrected[i], _its[i]) = (place, ++next);
        }

        return corrected;

        static List<LineAlignment.Line> Lines(ImmutableArray<SegmentWork> segments, UnitSigns signs)
        {
            var lines = new List<LineAlignment.Line>(segments.Length);
            for (var i = 0; i < segments.Length; i++)
            {
                var (unit, (isLed, _, depth)) = (segments[i].UnitId, signs.LeadOf(segments[i].UnitId));
                lines.Add(new LineAlignment.Line(signs.Of(unit).Kind, segments[i].Source.Text, isLed || (i > 0 && segments[i - 1].UnitId == unit), unit, depth));
            }

            return lines;
        }
    }

    private bool IsKnownByPlace(int at) => EditedInPlace.IsKnownByPlace(_signsNow?.Of(_now[at].UnitId).Kind ?? default);

    /// <summary>
    /// The former places of sentences that stand where they stood: those of blocks that say what they said, and, whatever became of their blocks, those behind
    /// the sentence behind which they stood.
    /// </summary>
    private int[] FindStanding(int[] sure)
    {
        var (before, there) = (Blocks(_former), Blocks(_now));
        var places = SamePlaces.Of(_was, _its, out var likely);
        var own = new int[_now.Length];
        Array.Fill(own, SamePlaces.None);
        var isOwn = new bool[_former.Length];
        var heirs = Enumerable.Range(0, _now.Length).Where(i => places[i] >= 0).ToDictionary(i => places[i]);
        foreach (var (unit, block) in there)
        {
            if (!before.TryGetValue(unit, out var was) || !Stands(was, block) || IsPartOfAnother(was, block))
                continue;
            if (IsLeftOfAnother(was, block))
            {
                Others.Add(unit);
                continue;
            }

            for (var i = 0; i < was.Count; i++)
                (own[block.First + i], isOwn[was.First + i]) = (was.First + i, true);
        }

        return [.. Enumerable.Range(0, _now.Length).Select(i => sure[i] >= 0 && _was[sure[i]] == _its[i] && IsKnownByPlace(i) ? sure[i] : own[i] >= 0 ? own[i] : places[i] >= 0 && !isOwn[places[i]] && !IsThere(i, places[i]) ? places[i] : SamePlaces.None)];

        bool Stands((int First, int Count) was, (int First, int Count) block) => _was.AsSpan(was.First, was.Count).SequenceEqual(_its.AsSpan(block.First, block.Count));

        // The block of the former one says it still, and this stands in another.
        bool IsThere(int i, int place) => _former[place].UnitId is var unit && unit != _now[i].UnitId && !Others.Contains(unit) && there.TryGetValue(unit, out var block)
            && _its.AsSpan(block.First, block.Count).Count(_was[place]) >= _was.AsSpan(before[unit].First, before[unit].Count).Count(_was[place]);

        // What is left of a block, between the same as before, says what another says, whose id it has.
        bool IsLeftOfAnother((int First, int Count) was, (int First, int Count) block) => likely[block.First] is >= 0 and var place && place != was.First
            && !Stands(before[_former[place].UnitId], block) && Enumerable.Range(0, block.Count).All(i => likely[block.First + i] == place + i);

        // A block was split, and its second part says what the next one says, which has the id.
        bool IsPartOfAnother((int First, int Count) was, (int First, int Count) block) => places[block.First] is >= 0 and var place && place != was.First && heirs.ContainsKey(was.First)
            && before[_former[place].UnitId] is { Count: > 1 } whole && there.TryGetValue(_former[place].UnitId, out var rest) && !Stands(whole, rest);
    }

    private static Dictionary<string, (int First, int Count)> Blocks(ImmutableArray<SegmentWork> segments)
    {
        var blocks = new Dictionary<string, (int First, int Count)>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
            blocks[segments[i].UnitId] = blocks.TryGetValue(segments[i].UnitId, out var block) ? (block.First, block.Count + 1) : (i, 1);
        return blocks;
    }
}

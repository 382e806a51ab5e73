using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// For each sentence of a changed article whose words stood there before, the segment that it was. Words that stood in several places may
/// have a translation of its own in each: which is whose follows from the unit and from the sentence before; where it does not, none is taken.
/// </summary>
internal sealed class FormerCopies
{
    private readonly ImmutableArray<SegmentWork> _former, _now;
    private readonly SegmentWork?[] _origins, _offered;
    private readonly bool[] _taken;
    private readonly HashSet<Content> _known;

    /// <summary>Finds them.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="now">The segments now.</param>
    public FormerCopies(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now)
    {
        (_former, _now) = (former, now);
        (_origins, _offered, _taken) = (new SegmentWork?[now.Length], new SegmentWork?[now.Length], new bool[former.Length]);
        var before = Enumerable.Range(0, former.Length).GroupBy(p => former[p].Source).ToDictionary(g => g.Key, g => g.ToList());
        _known = [.. before.Keys];
        foreach (var same in Enumerable.Range(0, now.Length).GroupBy(i => now[i].Source))
        {
            if (!before.TryGetValue(same.Key, out var there))
                continue;
            var heirs = same.ToList();
            // Words that stood in one place alone came from there: their block was moved, split or merged.
            if (heirs.Count == 1 && there.Count == 1)
                _origins[heirs[0]] = former[there[0]];
            else
                Share(heirs, there);
        }
    }

    /// <summary>The segment that a sentence was; null for none, or when it is in doubt.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public SegmentWork? Of(int at) => _origins[at];

    /// <summary>For a sentence of which it is in doubt, a segment with the same words whose translation a person may look at; else null.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public SegmentWork? Offered(int at) => _offered[at];

    private void Share(List<int> heirs, List<int> there)
    {
        var areOne = there.TrueForAll(p => Equals(_former[p].Target, _former[there[0]].Target));
        var areAsMany = heirs.Count == there.Count;
        var shown = Shown(there);
        Pair(heirs, there, (all, i) => (all[i].UnitId, all[i].Index == 0 ? null : all[i - 1].Source));
        Pair(heirs, there, (all, i) => ("", i == 0 ? null : all[i - 1].Source), areInside: true);
        Pair(heirs, there, (all, i) => (all[i].UnitId, null));
        if (areOne && heirs.Count <= there.Count)
            Pair(heirs, there[..heirs.Count], (_, _) => ("", null));
        // None came and none went, and what stands before each is no new sentence: neighbours changed places, and each has its own by order.
        if (areAsMany && heirs.TrueForAll(i => i == 0 || _known.Contains(_now[i - 1].Source)))
            Pair(heirs, there, (_, _) => ("", null));
        foreach (var heir in heirs)
            _offered[heir] = Shown(there) ?? shown;
    }

    private SegmentWork? Shown(List<int> places) => places.Select(p => _former[p]).FirstOrDefault(s => s.Shown is not null);

    /// <summary>Pairs, in order, those that have the same sign, when there are as many of them as before. Who is paired is left out.</summary>
    /// <param name="heirs">Sentences now.</param>
    /// <param name="there">Segments before.</param>
    /// <param name="sign">The sign.</param>
    /// <param name="areInside">True when one of two has to be inside its unit: whether two that begin their units are the same, the units' ids say.</param>
    private void Pair(List<int> heirs, List<int> there, Func<ImmutableArray<SegmentWork>, int, (string, Content?)> sign, bool areInside = false)
    {
        if (heirs.Count == 0 || there.Count == 0)
            return;
        var before = there.ToLookup(p => sign(_former, p));
        foreach (var same in heirs.GroupBy(i => sign(_now, i)))
        {
            var own = before[same.Key].ToList();
            if (own.Count != same.Count() || (areInside && !same.Zip(own).All(p => _now[p.First].Index > 0 || _former[p.Second].Index > 0)))
                continue;
            foreach (var (heir, was) in same.Zip(own))
                (_origins[heir], _taken[was]) = (_former[was], true);
        }

        heirs.RemoveAll(i => _origins[i] is not null);
        there.RemoveAll(p => _taken[p]);
    }
}

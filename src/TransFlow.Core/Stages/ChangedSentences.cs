using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// Finds for changed sentences what they were: those of the same unit, translated or with a candidate of their own or in a joined text, whose translated words are most like their own, each for
/// one of them. What still stands is nobody else's former self.
/// </summary>
internal sealed class ChangedSentences
{
    /// <summary>Below this a sentence that came into the place of another has nothing to do with it.</summary>
    private const double SomewhatAlike = 0.2;

    private readonly ImmutableArray<SegmentWork> _former;
    private readonly Predicate<SegmentWork> _isJoined;
    private readonly Dictionary<string, List<int>> _units;

    /// <summary>Takes the sentences that may have been changed.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="isJoined">Whether one text stands for one of them and others.</param>
    /// <param name="stands">Whether one of them stands somewhere as it was.</param>
    public ChangedSentences(ImmutableArray<SegmentWork> former, Predicate<SegmentWork> isJoined, Predicate<SegmentWork> stands)
    {
        (_former, _isJoined) = (former, isJoined);
        _units = Enumerable.Range(0, former.Length).Where(p => isJoined(former[p]) || (!stands(former[p]) && former[p].Shown is { IsEmpty: false }))
            .GroupBy(p => former[p].UnitId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    /// <summary>Finds what the sentences were that stand nowhere as they are now; each former one is one sentence's.</summary>
    /// <param name="now">The segments now.</param>
    /// <param name="origins">The former sentence of each; those that are found are put in.</param>
    /// <param name="isNew">Whether the words at a place were nowhere before.</param>
    /// <param name="least">How alike they have to be.</param>
    public void Find(ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, Predicate<int> isNew, double least)
    {
        var heard = Heard(origins);
        foreach (var (unit, open) in Open(now, origins, isNew))
        {
            var left = unit.FindAll(p => !heard.Contains((_former[p].UnitId, _former[p].Index)));
            foreach (var (i, was) in Alike(left).Pair([.. open.Select(i => (now[i].Source.Text, now[i].Index))], least))
                origins[open[i]] = _former[left[was]];
        }
    }

    /// <summary>
    /// Finds what the others were, where nothing was found for them elsewhere either: the one that is like them although it is another's already, of which they may be a part; or the one
    /// in their place that is nobody's, if they have something in common.
    /// </summary>
    /// <param name="now">The segments now.</param>
    /// <param name="origins">The former sentence of each; those that are found are put in.</param>
    /// <param name="isNew">Whether the words at a place were nowhere before.</param>
    public void FindShared(ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, Predicate<int> isNew)
    {
        var heard = Heard(origins);
        foreach (var (unit, open) in Open(now, origins, isNew))
        {
            var alike = Alike(unit);
            var places = unit.ToDictionary(p => _former[p].Index);
            foreach (var i in open)
            {
                if (alike.Nearest(now[i].Source.Text, now[i].Index, EditionRevision.Alike) is { } was)
                    origins[i] = _former[unit[was]];
                else if (places.TryGetValue(now[i].Index, out var its) && (_isJoined(_former[its]) || (!heard.Contains((_former[its].UnitId, _former[its].Index)) && Similarity.ButForNumbers(Words(its), now[i].Source.Text) >= SomewhatAlike)))
                    origins[i] = _former[its];
            }
        }
    }

    private List<(List<int> Unit, List<int> Open)> Open(ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, Predicate<int> isNew) =>
        [.. Enumerable.Range(0, now.Length).Where(i => origins[i] is null && _units.ContainsKey(now[i].UnitId) && isNew(i)).GroupBy(i => now[i].UnitId, StringComparer.Ordinal).Select(g => (_units[g.Key], g.ToList()))];

    private static HashSet<(string, int)> Heard(List<SegmentWork?> origins) => [.. origins.OfType<SegmentWork>().Select(s => (s.UnitId, s.Index))];

    private AlikeSentences Alike(List<int> unit) => new([.. unit.Select(p => (_former[p].Index, Words(p)))]);

    private string Words(int place) => (_isJoined(_former[place]) ? _former[place].Source : _former[place].Translated).Text;
}

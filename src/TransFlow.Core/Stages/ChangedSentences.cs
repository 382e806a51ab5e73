using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// For a changed sentence the one of the same unit that it was, translated or with a candidate of its own or in a joined text, whose translated words are most like its own; when none is, the
/// one in its place, if they have something in common. What still stands is nobody else's former self.
/// </summary>
internal sealed class ChangedSentences
{
    /// <summary>Below this a sentence that came into the place of another has nothing to do with it.</summary>
    private const double SomewhatAlike = 0.2;

    private readonly ImmutableArray<SegmentWork> _former;
    private readonly Predicate<SegmentWork> _isJoined;
    private readonly Dictionary<string, List<int>> _units;
    private readonly Dictionary<string, (AlikeSentences Alike, Dictionary<int, int> ByIndex)> _asked = new(StringComparer.Ordinal);

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

    /// <summary>What a sentence was whose words stood nowhere.</summary>
    /// <param name="now">The sentence.</param>
    /// <param name="behind">The former place behind that of the sentence before it.</param>
    /// <returns>The former sentence; null when it is a new one.</returns>
    public SegmentWork? Of(SegmentWork now, int behind)
    {
        if (!_units.TryGetValue(now.UnitId, out var unit))
            return null;
        if (!_asked.TryGetValue(now.UnitId, out var asked))
        {
            var byIndex = new Dictionary<int, int>();
            foreach (var place in unit)
                byIndex.TryAdd(_former[place].Index, place);
            _asked.Add(now.UnitId, asked = (new AlikeSentences([.. unit.Select(p => (p, Words(p)))]), byIndex));
        }

        var (alike, places) = asked;
        var inPlace = places.TryGetValue(now.Index, out var its) ? its : -1;
        if (alike.Nearest(now.Source.Text, EditionRevision.Alike, behind, inPlace) is { } nearest)
            return _former[unit[nearest]];
        return inPlace >= 0 && (_isJoined(_former[inPlace]) || Similarity.ButForNumbers(Words(inPlace), now.Source.Text) >= SomewhatAlike) ? _former[inPlace] : null;
    }

    private string Words(int place) => (_isJoined(_former[place]) ? _former[place].Source : _former[place].Translated).Text;
}

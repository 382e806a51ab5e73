using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Where sentences of a file stand in an article that has changed since, when their unit has others that say the same: each where the
/// edition took its own work, and what is in doubt by order; not where another has come into its place.
/// </summary>
internal sealed class ReturnedCopies
{
    private readonly HashSet<(string Unit, Content Source)> _several;
    private readonly Dictionary<(string Unit, int Index), int> _places = [];
    private readonly Dictionary<int, (string Unit, int Index)> _origins = [];

    private ReturnedCopies(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now, HashSet<(string Unit, Content Source)> several)
    {
        _several = several;
        var copies = new FormerCopies(former, now);
        for (var i = 0; i < now.Length; i++)
        {
            if (copies.Of(i) is { } was)
                Pair(was, i);
        }

        var left = former.Where(f => IsOneOfSeveral(f.UnitId, f.Source) && !_places.ContainsKey((f.UnitId, f.Index))).ToLookup(f => (f.UnitId, f.Source));
        foreach (var free in Enumerable.Range(0, now.Length).Where(i => !_origins.ContainsKey(i)).GroupBy(i => (now[i].UnitId, now[i].Source)))
        {
            foreach (var (was, at) in left[free.Key].Zip(free))
                Pair(was, at);
        }
    }

    /// <summary>Finds them.</summary>
    /// <param name="edition">The edition as it is.</param>
    /// <param name="said">What the return says.</param>
    /// <param name="before">The article of the file's revision; null when it is the edition's.</param>
    /// <returns>Them; null when the article is the same, or no unit says anything twice.</returns>
    public static ReturnedCopies? Of(Edition edition, ImmutableArray<MergedSegment> said, Extraction? before)
    {
        if (before is null)
            return null;
        var sent = said.ToLookup(s => (s.UnitId, s.Index));
        // The codes of what moved are known in the return alone.
        ImmutableArray<SegmentWork> former = [.. EditionRevision.Begin(edition.Article, edition.Language, before, edition.Route).Segments.Select(s => sent[(s.UnitId, s.Index)].FirstOrDefault() is { } its ? s with { Source = its.Source, Target = its.Sent } : s)];
        var several = Several(former).Concat(Several(edition.Segments)).ToHashSet();
        return several.Count == 0 ? null : new ReturnedCopies(former, edition.Segments, several);
    }

    /// <summary>Whether a unit has, or had, several sentences of the same words.</summary>
    public bool IsOneOfSeveral(string unitId, Content source) => _several.Contains((unitId, source));

    /// <summary>The place of a sentence of the file now; -1 for none.</summary>
    public int PlaceOf(MergedSegment said) => _places.GetValueOrDefault((said.UnitId, said.Index), -1);

    /// <summary>Whether what stands at a place is the sentence of the file.</summary>
    public bool IsOrigin(MergedSegment said, int at) => _origins.TryGetValue(at, out var was) && was == (said.UnitId, said.Index);

    private void Pair(SegmentWork was, int at)
    {
        _places[(was.UnitId, was.Index)] = at;
        _origins[at] = (was.UnitId, was.Index);
    }

    private static IEnumerable<(string Unit, Content Source)> Several(ImmutableArray<SegmentWork> segments) =>
        segments.GroupBy(s => (s.UnitId, s.Source)).Where(g => g.Skip(1).Any()).Select(g => g.Key);
}

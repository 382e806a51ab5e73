using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Values of the front matter, which their keys tell unless they are one of a list, and words about a picture or link, which its address tells: they are the same texts though they have no word in common.</summary>
internal static class SameRole
{
    /// <summary>Finds the former sentences of such texts that were written anew, where nothing else was found for them.</summary>
    /// <param name="now">The segments now.</param>
    /// <param name="origins">The former sentence of each; those that are found are put in.</param>
    /// <param name="source">The changed article.</param>
    /// <param name="gone">The former sentences that stand nowhere any more and have words to show.</param>
    /// <param name="isNew">Whether the words at a place were nowhere before.</param>
    public static void Find(ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, Extraction source, IEnumerable<SegmentWork> gone, Predicate<int> isNew)
    {
        var units = source.Units.Where(u => u.Kind is UnitKind.FrontMatter).GroupBy(u => u.Key).Where(g => g.Count() == 1).SelectMany(g => g)
            .Concat(source.Units.Where(u => u.Kind is UnitKind.ImageAlt or UnitKind.Title)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        if (units.Count == 0)
            return;
        var heard = origins.OfType<SegmentWork>().Select(s => (s.UnitId, s.Index)).ToHashSet();
        var left = gone.Where(s => units.Contains(s.UnitId) && !heard.Contains((s.UnitId, s.Index))).ToDictionary(s => (s.UnitId, s.Index));
        for (var i = 0; i < now.Length && left.Count > 0; i++)
        {
            if (origins[i] is null && left.TryGetValue((now[i].UnitId, now[i].Index), out var was) && isNew(i))
                origins[i] = was;
        }
    }
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Makes editions from source articles, and carries them over when the article changes.</summary>
public static class EditionRevision
{
    /// <summary>The first state of an edition.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The target language.</param>
    /// <param name="source">The source article.</param>
    /// <param name="route">The stages it passes.</param>
    /// <returns>The edition; nothing in it is translated.</returns>
    public static Edition Begin(string article, string language, Extraction source, Route route) =>
        new(article, language, 1, route) { Segments = [.. SegmentsOf(source)] };

    /// <summary>
    /// The edition for a changed source: a segment whose words stayed keeps its target and its sign-offs, in a unit that stayed;
    /// one whose words changed comes back to the translator with the old target as its candidate. What is live stays live.
    /// </summary>
    /// <param name="edition">The edition of the former revision.</param>
    /// <param name="source">The changed article, its units named with the former extraction in mind.</param>
    /// <param name="revision">The number of the new revision.</param>
    /// <returns>The edition of the new revision.</returns>
    public static Edition Revise(Edition edition, Extraction source, int revision)
    {
        var former = edition.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var elsewhere = edition.Segments.GroupBy(s => s.Source).ToDictionary(g => g.Key, g => g.ToList());
        return edition with
        {
            Revision = revision,
            Segments = [.. SegmentsOf(source).Select(s => Continue(s, former.GetValueOrDefault(s.UnitId) ?? [], elsewhere.GetValueOrDefault(s.Source) ?? []))],
        };
    }

    private static IEnumerable<SegmentWork> SegmentsOf(Extraction source) =>
        source.Units.SelectMany(u => u.Segments.Select((s, i) => new SegmentWork(u.Id, i, s.Source)));

    private static SegmentWork Continue(SegmentWork now, List<SegmentWork> unit, List<SegmentWork> elsewhere)
    {
        var same = unit.Where(s => s.Source.Equals(now.Source)).ToList();
        if (same.Find(s => s.Index == now.Index) is { } kept)
            return kept;
        if (same.Count > 0)
            return Whole(unit, same[0]) with { Index = now.Index };
        if (unit.Count == 0 && elsewhere.Count == 1)
            return Whole(unit, elsewhere[0]) with { UnitId = now.UnitId, Index = now.Index };
        var candidate = unit.Find(s => s.Index == now.Index)?.Target;
        return now with { Candidate = candidate is { IsEmpty: false } ? candidate : null };
    }

    /// <summary>A target whose words stand in a joined neighbour cannot move alone.</summary>
    private static SegmentWork Whole(List<SegmentWork> unit, SegmentWork segment) =>
        segment.Target is { IsEmpty: true } || unit.Exists(s => s.Index == segment.Index + 1 && s.Target is { IsEmpty: true })
            ? new SegmentWork(segment.UnitId, segment.Index, segment.Source) { Candidate = segment.Target }
            : segment;
}

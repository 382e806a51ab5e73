using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Makes editions from source articles, and carries them over when the article changes.</summary>
public static class EditionRevision
{
    /// <summary>From where on two sentences are one that was changed.</summary>
    private const double Alike = 0.5;

    /// <summary>The first state of an edition.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The target language.</param>
    /// <param name="source">The source article.</param>
    /// <param name="route">The stages it passes.</param>
    /// <returns>The edition; nothing in it is translated.</returns>
    public static Edition Begin(string article, string language, Extraction source, Route route) =>
        new(article, language, 1, route) { Segments = SegmentsOf(source) };

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
            Segments = [.. SegmentsOf(source).Select(s => Continue(s, former, elsewhere.GetValueOrDefault(s.Source) ?? []))],
        };
    }

    private static ImmutableArray<SegmentWork> SegmentsOf(Extraction source)
    {
        var segments = ImmutableArray.CreateBuilder<SegmentWork>(source.Units.Sum(u => u.Segments.Length));
        foreach (var unit in source.Units)
        {
            for (var i = 0; i < unit.Segments.Length; i++)
                segments.Add(new SegmentWork(unit.Id, i, unit.Segments[i].Source));
        }

        return segments.MoveToImmutable();
    }

    private static SegmentWork Continue(SegmentWork now, Dictionary<string, List<SegmentWork>> former, List<SegmentWork> elsewhere)
    {
        var unit = former.GetValueOrDefault(now.UnitId) ?? [];
        var same = unit.Where(s => s.Source.Equals(now.Source)).ToList();
        if (same.Find(s => s.Index == now.Index) is { } kept)
            return kept;
        if (same.Count > 0)
            return Whole(unit, same[0]) with { Index = now.Index };
        // Words that stood in one other place alone came from there: their block was moved, split or merged.
        if (elsewhere.Count == 1)
            return Whole(former.GetValueOrDefault(elsewhere[0].UnitId) ?? [], elsewhere[0]) with { UnitId = now.UnitId, Index = now.Index };
        return Nearest(now, unit) is { } nearest ? now with { Candidate = nearest.Shown, CandidateSource = Translated(nearest) } : now;
    }

    /// <summary>
    /// The sentence of the same unit, translated or with a candidate of its own, whose translated words are most like a changed one's;
    /// when none is, the one in its place.
    /// </summary>
    private static SegmentWork? Nearest(SegmentWork now, List<SegmentWork> unit)
    {
        var translated = unit.Where(s => s.Shown is { IsEmpty: false }).ToList();
        var nearest = translated.MaxBy(s => Similarity.Of(Translated(s).Text, now.Source.Text));
        return nearest is not null && Similarity.Of(Translated(nearest).Text, now.Source.Text) >= Alike ? nearest : translated.Find(s => s.Index == now.Index);
    }

    /// <summary>The words that what is shown of a segment translates.</summary>
    private static Content Translated(SegmentWork segment) => segment.Target is null ? segment.CandidateSource ?? segment.Source : segment.Source;

    /// <summary>A target whose words stand in a joined neighbour cannot move alone.</summary>
    private static SegmentWork Whole(List<SegmentWork> unit, SegmentWork segment) =>
        segment.Target is { IsEmpty: true } || unit.Exists(s => s.Index == segment.Index + 1 && s.Target is { IsEmpty: true })
            ? new SegmentWork(segment.UnitId, segment.Index, segment.Source) { Candidate = segment.Shown, CandidateSource = Translated(segment) }
            : segment;
}

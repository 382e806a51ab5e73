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
    /// one whose words changed comes back to the translator with the old target as its candidate. Words that are put back, and that
    /// nobody has translated anew meanwhile, have their target and their sign-offs again. What is live stays live.
    /// </summary>
    /// <param name="edition">The edition of the former revision.</param>
    /// <param name="source">The changed article, its units named with the former extraction in mind.</param>
    /// <param name="revision">The number of the new revision.</param>
    /// <returns>The edition of the new revision.</returns>
    public static Edition Revise(Edition edition, Extraction source, int revision)
    {
        var former = edition.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var elsewhere = edition.Segments.GroupBy(s => s.Source).ToDictionary(g => g.Key, g => g.ToList());
        var shelved = Joined(edition.Shelf);
        var units = edition.Shelf.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        var shelf = edition.Shelf.Where(s => !shelved.Contains(s.UnitId)).GroupBy(s => s.Source).ToDictionary(g => g.Key, g => g.Last());
        var segments = SegmentsOf(source).Select(s => elsewhere.TryGetValue(s.Source, out var there) ? Continue(s, former, there) : PutBack(Continue(s, former, []), shelf));
        ImmutableArray<SegmentWork> now = [.. segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).SelectMany(u => shelved.Contains(u.Key) ? PutBack([.. u], units[u.Key]) : [.. u])];
        return edition with { Revision = revision, Segments = now, Shelf = Shelved(edition, now) };
    }

    /// <summary>A segment whose words were there before, as it was when they went away.</summary>
    private static SegmentWork PutBack(SegmentWork now, Dictionary<Content, SegmentWork> shelf) =>
        shelf.GetValueOrDefault(now.Source) is { } was ? was with { UnitId = now.UnitId, Index = now.Index } : now;

    /// <summary>A unit that has the sentences again for which one text stood.</summary>
    private static List<SegmentWork> PutBack(List<SegmentWork> unit, IEnumerable<SegmentWork> shelf)
    {
        var was = shelf.TakeLast(unit.Count).ToList();
        return unit.Exists(s => s.Target is null) && was.Select(s => (s.Index, s.Source)).SequenceEqual(unit.Select(s => (s.Index, s.Source))) ? was : unit;
    }

    /// <summary>
    /// What went away: as many segments as an edition has, the oldest given up first. Where one text stands for several sentences, their
    /// unit goes and comes as a whole.
    /// </summary>
    private static ImmutableArray<SegmentWork> Shelved(Edition edition, ImmutableArray<SegmentWork> now)
    {
        var translated = now.Where(s => s.Target is not null).Select(s => s.Source).ToHashSet();
        var there = now.Select(s => (s.UnitId, s.Index, s.Source, s.Target)).ToHashSet();
        bool Stands(SegmentWork s) => there.Contains((s.UnitId, s.Index, s.Source, s.Target));
        var (joined, shelved) = (Joined(edition.Segments), Joined(edition.Shelf));
        var (units, former) = (edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal), edition.Shelf.ToLookup(s => s.UnitId, StringComparer.Ordinal));
        var broken = joined.Where(u => units[u].All(s => s.Target is not null) && !units[u].All(Stands)).ToHashSet(StringComparer.Ordinal);
        var restored = shelved.Where(u => former[u].All(Stands)).ToHashSet(StringComparer.Ordinal);
        var left = edition.Shelf.Where(s => shelved.Contains(s.UnitId) ? !restored.Contains(s.UnitId) : !translated.Contains(s.Source));
        var gone = edition.Segments.Where(s => joined.Contains(s.UnitId) ? broken.Contains(s.UnitId) : s.Target is not null && !translated.Contains(s.Source));
        return [.. left.Concat(gone).TakeLast(Math.Max(now.Length, edition.Segments.Length))];
    }

    /// <summary>The units in which one text stands for several sentences.</summary>
    private static HashSet<string> Joined(ImmutableArray<SegmentWork> segments) =>
        segments.Where(s => s.Target is { IsEmpty: true }).Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);

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

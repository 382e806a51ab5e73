using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>What an earlier edition has for a segment.</summary>
/// <param name="Score">How alike the sources are, in percent; 100 for the same words.</param>
/// <param name="Source">Its source.</param>
/// <param name="Target">Its target, with the inline codes that stand for the same in both.</param>
public sealed record SheetMatch(int Score, Content Source, Content Target)
{
    internal static ImmutableDictionary<(string, int), ImmutableArray<SheetMatch>> For(NewsroomContext room, Edition edition, IEnumerable<SegmentWork> segments) =>
        segments.Where(s => s.Position(edition.Route) < edition.Route.Stages.Length && s.Source.Text.Length > 0)
            .Select(s => (Segment: s, Matches: EarlierPairs.MostLike(s.Source, room.Store.Pairs(edition.Language, s.Source))))
            .Where(f => !f.Matches.IsEmpty)
            .ToImmutableDictionary(f => (f.Segment.UnitId, f.Segment.Index), f => f.Matches.Select(m => Of(m.Source, m.Target, m.Likeness, f.Segment)).ToImmutableArray());

    private static SheetMatch Of(Content source, Content target, double likeness, SegmentWork segment) =>
        new(source.Text == segment.Source.Text ? 100 : Math.Min(99, (int)(likeness * 100)), source, Codes(source).SequenceEqual(Codes(segment.Source)) ? target : Content.Of(target.Text));

    private static IEnumerable<Inline> Codes(Content content) => content.Parts.Where(p => p.Kind != InlineKind.Text);
}

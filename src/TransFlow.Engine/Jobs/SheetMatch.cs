using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>What an earlier edition has for a segment.</summary>
/// <param name="Article">The article of that edition.</param>
/// <param name="Score">How alike the sources are, in percent; 100 for the same words.</param>
/// <param name="Source">Its source.</param>
/// <param name="Target">Its target, with the inline codes that stand for the same in both.</param>
public sealed record SheetMatch(string Article, int Score, Content Source, Content Target)
{
    internal static ImmutableDictionary<(string, int), ImmutableArray<SheetMatch>>? For(NewsroomContext room, EditionSheet sheet)
    {
        var edition = sheet.Edition;
        var open = edition.Segments.Where(s => s.Position(edition.Route) < edition.Route.Stages.Length && s.Source.Text.Length > 0).ToList();
        var found = room.Shelf.Like(edition.Language, open.Select(s => (s.Source, (Func<EarlierPair, bool>)(p => p.Article == edition.Article && p.UnitId == s.UnitId && p.Index == s.Index))));
        return found is { } all
            ? open.Zip(all).Where(p => !p.Second.IsEmpty).ToImmutableDictionary(p => (p.First.UnitId, p.First.Index), p => p.Second.Select(m => Of(m.Pair, m.Likeness, p.First)).ToImmutableArray())
            : null;
    }

    private static SheetMatch Of(EarlierPair pair, double likeness, SegmentWork segment) =>
        new(pair.Article, pair.Source.Text == segment.Source.Text ? 100 : Math.Min(99, (int)(likeness * 100)), pair.Source, Codes(pair.Source).SequenceEqual(Codes(segment.Source)) ? pair.Target : Content.Of(pair.Target.Text));

    private static IEnumerable<Inline> Codes(Content content) => content.Parts.Where(p => p.Kind != InlineKind.Text);
}

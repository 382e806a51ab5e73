using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>All that the desk shows of one edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The number of its last change.</param>
/// <param name="Source">Its source article, taken apart.</param>
public sealed record EditionSheet(Edition Edition, int Version, Extraction Source)
{
    /// <summary>The article's title in its own language.</summary>
    public required string Title { get; init; }

    /// <summary>What is noticed about its units now.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The words with which each segment came to its stage, where they are known.</summary>
    public required ImmutableDictionary<(string UnitId, int Index), Content> Before { get; init; }

    /// <summary>The words that are live, where there are any.</summary>
    public required ImmutableDictionary<(string UnitId, int Index), Content> Live { get; init; }

    /// <summary>The stage at which a person may change a segment's words now; null for none.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="actor">The person.</param>
    /// <returns>The stage.</returns>
    public Stage? StageFor(SegmentWork segment, Actor actor) => SegmentActs.StageFor(segment, Edition.Route, actor);

    internal static Outcome<EditionSheet> Of(NewsroomContext room, string article, string language)
    {
        if (!room.Edition(article, language).Try(out var row, out var refusal))
            return refusal;
        var edition = row.Edition;
        var source = room.Extract(article, edition.Revision);
        return new EditionSheet(edition, row.Version, source)
        {
            Title = ArticleTitle.Of(source, article),
            Findings = [.. UnitCodes.Check(source, edition), .. source.Findings],
            Before = HandedOut(room, row.Edition),
            Live = (edition.Live?.Targets ?? []).ToImmutableDictionary(t => (t.UnitId, t.Index), t => t.Target),
        };
    }

    /// <summary>The targets in the newest package that each segment was in: what the person of its stage was given.</summary>
    private static ImmutableDictionary<(string, int), Content> HandedOut(NewsroomContext room, Edition edition)
    {
        var before = ImmutableDictionary.CreateBuilder<(string, int), Content>();
        foreach (var package in room.Store.Packages(edition.Article, edition.Language).Where(p => edition.Route.IndexOf(p.Stage) <= edition.Position))
        {
            if (!ReturnReader.Read(package.Xliff, package.Path).Try(out var file, out _))
                continue;
            foreach (var unit in file.Units)
            {
                foreach (var (piece, index) in unit.Pieces.Where(p => p.IsSegment).Select((p, i) => (p, i)))
                    before.TryAdd((unit.Id, index), piece.Target ?? Content.Empty);
            }
        }

        return before.ToImmutable();
    }
}

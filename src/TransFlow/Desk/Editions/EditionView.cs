using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>What a person asks of an edition's page.</summary>
/// <param name="Show">Which segments: <c>all</c>, <c>mine</c>, <c>changed</c> or <c>noted</c>.</param>
/// <param name="Against">What changed words are marked against: <c>stage</c>, <c>live</c> or <c>none</c>.</param>
public sealed record EditionQuery(string Show, string Against)
{
    /// <summary>What there is to choose from.</summary>
    public static ImmutableArray<string> Shows { get; } = ["all", "mine", "changed", "noted"];

    /// <summary>What there is to compare with.</summary>
    public static ImmutableArray<string> Marks { get; } = ["stage", "live", "none"];
}

/// <summary>An act that was refused, and what was typed with it.</summary>
/// <param name="UnitId">The segment's unit; empty for an act on all that is shown.</param>
/// <param name="Index">The segment's place in it.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Typed">The target in the field; null for the segment's own.</param>
/// <param name="Words">The reason or comment.</param>
public sealed record RefusedAct(string UnitId, int Index, Refusal? Refusal, string? Typed, string Words);

/// <summary>An edition as one person sees it.</summary>
/// <param name="Sheet">The edition.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Blocks">The blocks of the article that have something to show, in document order.</param>
public sealed record EditionView(EditionSheet Sheet, EditionQuery Query, ImmutableArray<BlockView> Blocks)
{
    /// <summary>How many segments there are of each kind that can be shown.</summary>
    public required ImmutableSortedDictionary<string, int> Counts { get; init; }

    /// <summary>Others who have the page open.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>What earlier editions have for its segments, best first.</summary>
    public ImmutableDictionary<(string UnitId, int Index), ImmutableArray<SheetMatch>> Matches { get; init; } = ImmutableDictionary<(string, int), ImmutableArray<SheetMatch>>.Empty;

    /// <summary>The article's pictures, each with the unit at which it stands.</summary>
    public ImmutableArray<PictureView> Pictures { get; init; } = [];

    /// <summary>The pictures that stand at a block.</summary>
    /// <param name="unitId">The block; null for the end of the article.</param>
    /// <returns>The pictures in order.</returns>
    public IEnumerable<PictureView> PicturesAt(string? unitId) => Pictures.Where(p => p.UnitId == unitId);

    /// <summary>Why the last act on all that is shown was refused; null when none was.</summary>
    public RefusedAct? Refused { get; init; }

    /// <summary>The segments that are shown.</summary>
    public IEnumerable<SegmentView> Segments => Blocks.SelectMany(b => b.Segments);

    /// <summary>Those of them that the person may finish as they are.</summary>
    public IEnumerable<SegmentView> Finishable => Segments.Where(s => s.FinishesAt is not null);

    /// <summary>Those of them that the person may send back.</summary>
    public IEnumerable<SegmentView> Returnable => Segments.Where(s => s.CanSendBack);

    internal static EditionView Of(EditionSheet sheet, Actor actor, EditionQuery query, RefusedAct? refused)
    {
        var edition = sheet.Edition;
        var against = query.Against == "live" ? sheet.Live : query.Against == "stage" ? sheet.Before : ImmutableDictionary<(string, int), Content>.Empty;
        var all = edition.Segments.Select((s, i) => Segment(sheet, actor, s, i + 1, against, refused)).ToList();
        var counts = EditionQuery.Shows.ToImmutableSortedDictionary(s => s, s => all.Count(v => Is(v, s)), StringComparer.Ordinal);
        var shown = all.Where(v => Is(v, query.Show) || v.Refused is not null).ToLookup(v => v.Work.UnitId, StringComparer.Ordinal);
        return new EditionView(sheet, query, [.. sheet.Source.Units.Where(u => shown.Contains(u.Id)).Select(u => new BlockView(u, [.. shown[u.Id]]))])
        {
            Counts = counts,
            Refused = refused is { UnitId: "" } ? refused : null,
        };
    }

    private static bool Is(SegmentView view, string show) => show switch
    {
        "mine" => view.FinishesAt is not null || view.Barred is not null || (view.EditsAt is { } stage && stage == view.Stage),
        "changed" => !view.Changes.IsEmpty,
        "noted" => view.Comments.Any(c => c.Comment.Settled is null) || !view.Findings.IsEmpty || view.Work.SentBack is not null,
        _ => true,
    };

    private static SegmentView Segment(EditionSheet sheet, Actor actor, SegmentWork work, int number, ImmutableDictionary<(string, int), Content> against, RefusedAct? refused)
    {
        var route = sheet.Edition.Route;
        var position = work.Position(route);
        var stage = position < route.Stages.Length ? route.Stages[position] : null;
        actor = sheet.Edition.ActorFor(actor, work);
        var edits = sheet.StageFor(work, actor);
        var finish = stage is not null && actor.Stages.Contains(stage.Name) && (work.Target is not null || stage.Role == StageRole.Clear)
            ? StageMachine.Next(work, stage.Role == StageRole.Write ? new Deliver(stage.Name, work.Target!) : new Accept(stage.Name), actor, route)
            : null;
        var own = refused is not null && refused.UnitId == work.UnitId && refused.Index == work.Index ? refused : null;
        var target = work.Target ?? Content.Empty;
        return new SegmentView(number, work)
        {
            Stage = stage,
            EditsAt = edits,
            FinishesAt = finish?.Refusal is null && finish is not null ? stage : null,
            Barred = finish?.Refusal,
            CanSendBack = edits is not null && route.IndexOf(edits.Name) > route.WriteIndex && position >= route.IndexOf(edits.Name),
            Changes = against.TryGetValue((work.UnitId, work.Index), out var older) && !older.IsEmpty && !older.Equals(target) ? WordChanges.Between(older, target) : [],
            Comments = [.. sheet.Edition.Comments.Select((c, i) => (i + 1, c)).Where(c => c.c.UnitId == work.UnitId && c.c.Index == work.Index)],
            Findings = [.. sheet.Findings.Where(f => f.UnitId == work.UnitId && (f.Segment ?? 0) == work.Index)],
            Draft = own?.Typed ?? target.ToString(),
            Refused = own?.Refusal,
            Words = own?.Words ?? "",
        };
    }
}

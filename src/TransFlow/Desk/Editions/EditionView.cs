using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>What a person asks of an edition's page.</summary>
/// <param name="Show">Which segments: <c>all</c>, <c>mine</c>, <c>changed</c> or <c>noted</c>.</param>
/// <param name="Against">What changed words are marked against: <c>stage</c>, <c>live</c> or <c>none</c>.</param>
/// <param name="At">The number of a segment, from 1: of a long article the page is shown on which it is, or would be.</param>
public sealed record EditionQuery(string Show, string Against, int At = 1)
{
    /// <summary>The most segments on a page: more than most articles have, and few enough for a slow machine. Blocks stay whole.</summary>
    public const int Most = 150;

    /// <summary>What there is to choose from.</summary>
    public static ImmutableArray<string> Shows { get; } = ["all", "mine", "changed", "noted"];

    /// <summary>What there is to compare with.</summary>
    public static ImmutableArray<string> Marks { get; } = ["stage", "live", "none"];

    /// <summary>It as the query of an address.</summary>
    public override string ToString() => $"show={Show}&against={Against}{(At > 1 ? string.Create(CultureInfo.InvariantCulture, $"&at={At}") : "")}";
}

/// <summary>An act that was refused, and what was typed with it.</summary>
/// <param name="UnitId">The segment's unit; empty for an act on all that is shown.</param>
/// <param name="Index">The segment's place in it.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Typed">The target in the field; null for the segment's own.</param>
/// <param name="Words">The reason.</param>
public sealed record RefusedAct(string UnitId, int Index, Refusal? Refusal, string? Typed, string Words)
{
    /// <summary>What the words were when they were last shown with what was typed: as long as the newer ones are not told, nothing typed may replace them. Null for the present ones.</summary>
    public string? Seen { get; init; }

    /// <summary>The comment.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>An edition as one person sees it.</summary>
/// <param name="Sheet">The edition.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Blocks">The blocks of the page, in document order: those of the article that have something to show.</param>
public sealed record EditionView(EditionSheet Sheet, EditionQuery Query, ImmutableArray<BlockView> Blocks)
{
    /// <summary>How many segments there are of each kind that can be shown.</summary>
    public required ImmutableSortedDictionary<string, int> Counts { get; init; }

    /// <summary>The numbers of the first and the last segment of each page.</summary>
    public ImmutableArray<(int First, int Last)> Pages { get; init; } = [(1, 1)];

    /// <summary>The place of this page among them.</summary>
    public int Page { get; init; }

    /// <summary>True on the last page.</summary>
    public bool IsLast => Page == Pages.Length - 1;

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

    /// <summary>Why the person does not work the stage at which the edition stands, where that is only because another has it; else null.</summary>
    public Refusal? WithAnother { get; init; }

    /// <summary>Why the last act on all that is shown, or on a segment that is no longer there, was refused; null when none was.</summary>
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
        var (stage, findings) = (edition.Stage, sheet.Findings.ToLookup(f => (f.UnitId, f.Segment ?? 0)));
        var comments = edition.Comments.Select((c, i) => (Number: i + 1, Comment: c)).ToLookup(c => (c.Comment.UnitId, c.Comment.Index));
        var all = edition.Segments.Select((s, i) => Segment(sheet, stage, actor, s, i + 1, against, refused) with { Comments = [.. comments[(s.UnitId, s.Index)]], Findings = [.. findings[(s.UnitId, s.Index)]] }).ToList();
        var counts = EditionQuery.Shows.ToImmutableSortedDictionary(s => s, s => all.Count(v => Is(v, s)), StringComparer.Ordinal);
        var shown = all.Where(v => Is(v, query.Show) || v.Refused is not null).ToLookup(v => v.Work.UnitId, StringComparer.Ordinal);
        var pages = Paged(sheet.Source.Units.Where(u => shown.Contains(u.Id)).Select(u => new BlockView(u, [.. shown[u.Id]])));
        var page = pages.FindIndex(p => p[^1].Segments[^1].Number >= query.At) is >= 0 and var found ? found : pages.Count - 1;
        return new EditionView(sheet, query, [.. pages.ElementAtOrDefault(page) ?? []])
        {
            Pages = [.. pages.Select(p => (p[0].Segments[0].Number, p[^1].Segments[^1].Number))],
            Page = page,
            Counts = counts,
            WithAnother = stage is not null && edition.Route.IndexOf(stage.Name) is var slowest && edition.Segments.FirstOrDefault(s => s.Position(edition.Route) == slowest) is { } waiting && edition.ActorFor(actor, waiting).Stages.Contains(stage.Name)
                ? EditionMachine.WithAnother(edition, edition.SeatOf(waiting, stage.Name), actor.Person)
                : null,
            Refused = refused is { UnitId: "" } || (refused is not null && !edition.Segments.Any(s => s.UnitId == refused.UnitId && s.Index == refused.Index)) ? refused : null,
        };
    }

    private static List<List<BlockView>> Paged(IEnumerable<BlockView> blocks)
    {
        var pages = new List<List<BlockView>>();
        var count = 0;
        foreach (var block in blocks)
        {
            if (pages.Count == 0 || count + block.Segments.Length > EditionQuery.Most)
            {
                pages.Add([]);
                count = 0;
            }

            pages[^1].Add(block);
            count += block.Segments.Length;
        }

        return pages;
    }

    private static bool Is(SegmentView view, string show) => show switch
    {
        "mine" => view.IsMine,
        "changed" => !view.Changes.IsEmpty,
        "noted" => view.Comments.Any(c => c.Comment.Settled is null) || !view.Findings.IsEmpty || view.Work.SentBack is not null,
        _ => true,
    };

    private static SegmentView Segment(EditionSheet sheet, Stage? slowest, Actor actor, SegmentWork work, int number, ImmutableDictionary<(string, int), Content> against, RefusedAct? refused)
    {
        var route = sheet.Edition.Route;
        var position = work.Position(route);
        var stage = position < route.Stages.Length ? route.Stages[position] : null;
        actor = sheet.Edition.ActorFor(actor, work);
        // What is held or taken down takes no words and no decisions.
        var isShut = sheet.Edition is { Hold: not null } or { Retraction: not null };
        var edits = isShut ? null : sheet.StageFor(work, actor);
        var mayFinish = !isShut && sheet.MayFinish(work, actor);
        var finish = stage is not null && mayFinish && (work.Target is not null || stage.Role == StageRole.Clear)
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
            IsMine = stage is not null && mayFinish && finish?.Refusal is null
                && (stage == slowest || sheet.Edition.Assignments.ContainsKey(sheet.Edition.SeatOf(work, stage.Name).Name)),
            CanSendBack = edits is not null && route.IndexOf(edits.Name) > route.WriteIndex && position >= route.IndexOf(edits.Name),
            Changes = against.TryGetValue((work.UnitId, work.Index), out var older) && !older.IsEmpty && !older.Equals(target) ? WordChanges.Between(older, target) : [],
            Fingerprint = own?.Seen ?? work.Fingerprint,
            Draft = own?.Typed ?? target.ToString(),
            Refused = own?.Refusal,
            Words = own?.Words ?? "",
            Comment = own?.Comment ?? "",
        };
    }
}

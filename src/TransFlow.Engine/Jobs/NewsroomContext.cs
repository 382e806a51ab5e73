using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TransFlow.Core;
using TransFlow.Core.Protection;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What every step works with.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Store">The store.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Log">The log.</param>
internal sealed record NewsroomContext(NewsroomSettings Settings, INewsroomStore Store, TimeProvider Clock, ILogger Log)
{
    /// <summary>Articles that were taken apart last: a step mostly works on one article in several languages.</summary>
    private const int MostExtractions = 16;

    private readonly ConcurrentDictionary<(string, int), Extraction> _extractions = new();

    /// <summary>The one gate to the outside.</summary>
    public Egress Egress { get; } = new([new HoldPolicy(), new EmbargoPolicy()]);

    /// <summary>The newsroom's standing texts.</summary>
    public BoilerplateFiles Boilerplate { get; } = new(Settings.Source.Boilerplate);

    /// <summary>The newsroom's folder.</summary>
    public string Folder { get; } = Path.GetDirectoryName(Settings.File)!;

    /// <summary>Commits a step's changes and says in the log what happened.</summary>
    /// <returns>False when something was changed by others meanwhile; nothing is changed then.</returns>
    public bool Commit(Changes changes)
    {
        changes = WithArrivals(changes);
        if (!Store.Commit(changes, Clock.GetUtcNow()))
            return false;
        foreach (var happened in changes.Events)
            Log.Happened(happened);
        return true;
    }

    /// <summary>How long a person waits for the turn at a step: longer than it takes to know that whoever has it is frozen.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the schedule does: what it leaves is done at its next time, by itself or by whoever has the turn.</summary>
    public static TimeSpan ShortPatience { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Waits until no other process does a step.</summary>
    /// <returns>The turn; refused when patience is over.</returns>
    public Task<Outcome<StepTurn>> Turn(string step, TimeSpan patience, CancellationToken cancellationToken) => Store.Locks.Turn(step, patience, Clock, cancellationToken);

    /// <summary>Notes what reached another stage, and sets its due time: whatever moved it.</summary>
    private Changes WithArrivals(Changes changes)
    {
        var now = Clock.GetUtcNow();
        var noted = changes.Editions.Select(e => (Before: e, After: Arrivals.Note(e.Edition, Settings.StageOf(e.Edition.Stage?.Name).Timing, Settings.Calendar, now))).ToList();
        return changes with
        {
            Editions = [.. noted.Select(e => (e.After, e.Before.Seen))],
            Events = [.. changes.Events, .. noted.Where(e => !ReferenceEquals(e.After, e.Before.Edition) && e.After.Retraction is null).Select(e => Reached(e.After, e.Before.Edition.Arrival))],
        };
    }

    private static Event Reached(Edition edition, Arrival? before) => Event.Of("arrived", edition.Article, edition.Language, Event.Program,
        ("stage", edition.Stage?.Name ?? "ready"), ("from", before?.Stage == edition.Stage?.Name ? "" : before?.Stage ?? ""),
        ("revision", before is not null && before.Revision != edition.Revision ? edition.Revision.ToString(CultureInfo.InvariantCulture) : ""), ("due", Moment(edition.Arrival?.Due)),
        ("keeps", string.Join(", ", edition.Seats.Where(s => edition.ClaimedUntil.ContainsKey(s.Name)).Select(s => edition.Assignments[s.Name]).Distinct(StringComparer.Ordinal))),
        ("until", Moment(edition.Seats.Select(s => edition.ClaimedUntil.TryGetValue(s.Name, out var until) ? until : (DateTimeOffset?)null).Min())));

    private static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An edition as it is; refused, with what there is, when there is none.</summary>
    public Outcome<EditionRow> Edition(string article, string language)
    {
        if (Store.Edition(article, language) is { } row)
            return row;
        var known = Store.Articles().Select(a => a.Id).ToList();
        return known.Contains(article)
            ? new Refusal("no-edition", $"'{article}' has no edition in '{language}'.", $"Its languages are {string.Join(", ", Settings.Targets.Keys)}.")
            : new Refusal("no-article", $"There is no article '{article}'.", known.Count == 0 ? "Put one into the source folder and 'transflow run --once'." : $"Known: {string.Join(", ", known.Take(10))}.");
    }

    /// <summary>Stops automatic work on an edition until a person says so or the text changes; what is live stays live.</summary>
    /// <returns>The reason again.</returns>
    public Refusal Park(EditionRow row, Refusal refusal, bool isTriedAgain = false)
    {
        var parked = row.Edition with { Parked = refusal.ToString(), IsTriedAgain = isTriedAgain };
        // What is tried again and again is told once.
        if (row.Edition.Parked != parked.Parked || row.Edition.IsTriedAgain != isTriedAgain)
            Commit(new Changes { Editions = [(parked, row.Version)], Events = [Event.Of("parked", row.Edition.Article, row.Edition.Language, Event.Program, ("reason", refusal.Code))] });
        Log.Parked(row.Edition.Article, row.Edition.Language, refusal.ToString());
        return refusal;
    }

    /// <summary>A revision of an article, taken apart as it was when it was taken in.</summary>
    /// <exception cref="InvalidDataException">The store lacks the revision, or its bytes no longer read as they did.</exception>
    public Extraction Extract(string article, int revision)
    {
        if (_extractions.Count >= MostExtractions && !_extractions.ContainsKey((article, revision)))
            _extractions.Clear();
        return _extractions.GetOrAdd((article, revision), _ => TakeApart(article, revision));
    }

    private Extraction TakeApart(string article, int revision)
    {
        var row = Store.Revision(article, revision) ?? throw new InvalidDataException($"The store has no revision {revision} of {article}.");
        var source = Settings.Source;
        var options = new ExtractionOptions(source.Language) { IsMdx = source.IsMdx, BreaksLines = source.BreaksLines, Roles = source.FrontMatter, Segmentation = source.Segmentation, Standing = row.Standing, UnitIds = row.UnitIds };
        return MarkdownExtractor.Extract(row.Source, row.Path, options).Try(out var extraction, out var refusal) ? extraction : throw new InvalidDataException(refusal.ToString());
    }

    /// <summary>A path as people know it: relative to the newsroom's folder, with <c>/</c>.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>Where the file of a seat stands.</summary>
    public string HandOutPath(string language, Seat seat, string article) =>
        Path.Combine(Settings.Exchange, language, seat.Stage, (seat.Strand is null ? article : $"{article}{Seat.Mark}{seat.Strand}") + ".xlf");

    /// <summary>Where a published file stands.</summary>
    public string PublishedPath(string language, string path) => Path.Combine(Settings.PublishFolder.Replace("{lang}", language, StringComparison.Ordinal), path);

    /// <summary>The drop box.</summary>
    public string Returned => Path.Combine(Settings.Exchange, "returned");

    /// <summary>The folder of what could not be taken.</summary>
    public string Rejected => Path.Combine(Settings.Exchange, "rejected");

    /// <summary>The folder of what people handed back.</summary>
    public string Archive => Path.Combine(Settings.Exchange, "archive");

    /// <summary>The stages in which files are handed out.</summary>
    public static IEnumerable<string> FileStages { get; } = [.. Route.StageNames.Where(s => Route.RoleOf(s) is StageRole.Write or StageRole.Review)];

    /// <summary>The people who are named for a seat.</summary>
    public ImmutableArray<string> PeopleOf(Edition edition, Seat seat) =>
        seat.Strand is { } name && edition.Strands.TryGetValue(name, out var strand) && strand.People.TryGetValue(seat.Stage, out var people) ? people : Settings.PeopleOf(seat.Stage, edition.Language);

    /// <summary>Those of them who may still have it: who did not change a target of it at another stage.</summary>
    public ImmutableArray<string> Candidates(Edition edition, Seat seat) => [.. PeopleOf(edition, seat).Where(p => EditionMachine.MayWork(edition, seat, p))];

    /// <summary>To whom a seat that nobody has is given: who may have it and did not have it taken away since the edition came there, unless nobody else is left.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="seat">The seat.</param>
    public ImmutableArray<string> NextFor(Edition edition, Seat seat)
    {
        var candidates = Candidates(edition, seat);
        if (candidates.Length < 2)
            return candidates;
        var had = Store.Events(edition.Article, edition.Language).Select(e => e.Event).Reverse().TakeWhile(e => e.Kind != "arrived")
            .Where(e => e.Kind == "claim-broken" && e.Details["stage"] == seat.Name).Select(e => e.Details["from"]).ToHashSet(StringComparer.Ordinal);
        return candidates.RemoveAll(had.Contains) is { IsEmpty: false } others ? others : candidates;
    }

    /// <summary>An edition with its segments on the strands to which the settings of now send them.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="path">The article's path in the source folder.</param>
    /// <param name="source">The article.</param>
    /// <param name="route">The route of what no rule catches; null for that of the settings.</param>
    public Edition Laid(Edition edition, string path, Extraction source, Route? route = null) =>
        StrandRule.Lay(edition, source, route ?? Settings.RouteOf(edition.Language, path, source), [.. Settings.StrandsOf(edition.Language, path, source).Select(r => r.Strand!)]);

    /// <summary>The newsroom's day at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Settings.Calendar.Zone).DateTime);

    /// <summary>When a claim that begins now lapses; null where stages are assigned and not claimed.</summary>
    public DateTimeOffset? ClaimUntil(string seat) => Settings.StageOf(Seat.Of(seat).Stage).Timing.ClaimFor is { } time ? Settings.Calendar.Add(Clock.GetUtcNow(), time) : null;
}

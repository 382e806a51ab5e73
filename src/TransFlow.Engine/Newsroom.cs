using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Adapters;
using TransFlow.Engine.Files;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Outbox;
using TransFlow.Engine.Schedule;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine;

/// <summary>The newsroom: the one door through which command line, desk and schedule work.</summary>
public sealed class Newsroom : IDisposable
{
    /// <summary>More rounds of hand-out and return than any route has stages; what is left then is done at the next time.</summary>
    private const int MostRounds = 16;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Intake _intake;
    private readonly HandOut _handOut;
    private readonly Collect _collect;
    private readonly Publish _publish;
    private readonly Sweep _sweep;
    private readonly Timers _timers;
    private readonly Watch _watch;
    private readonly Outbox.Dispatch _dispatch;
    private readonly ConcurrentDictionary<string, Refusal> _left = new(StringComparer.Ordinal);
    private TimeSpan _patience = NewsroomContext.ShortPatience;
    private volatile bool _isAwake;

    private Newsroom(NewsroomContext room)
    {
        Room = room;
        _intake = new Intake(room, new FolderSource(room.Settings.Source.Folder));
        _handOut = new HandOut(room);
        _collect = new Collect(room);
        _publish = new Publish(room, new FolderPublisher(room.Settings.PublishFolder, room.Clock));
        _sweep = new Sweep(room);
        _timers = new Timers(room);
        _watch = new Watch(room);
        _dispatch = new Outbox.Dispatch(room);
    }

    /// <summary>Its settings.</summary>
    public NewsroomSettings Settings => Room.Settings;

    /// <summary>Its store, for reading.</summary>
    public INewsroomStore Store => Room.Store;

    /// <summary>Its clock.</summary>
    public TimeProvider Clock => Room.Clock;

    /// <summary>What people do.</summary>
    public Acts Acts => new(Room, _publish);

    /// <summary>What people do to segments that they see.</summary>
    public SegmentActs SegmentActs => new(Room, _publish);

    /// <summary>Who may sign in at the desk.</summary>
    public Accounts Accounts => new(Room);

    /// <summary>Where segments go, and what other settings change in that.</summary>
    public RouteActs Routes => new(Room);

    /// <summary>Who has the stages of editions.</summary>
    public ClaimActs Claims => new(Room);

    /// <summary>Embargoes.</summary>
    public EmbargoActs Embargoes => new(Room);

    /// <summary>Corrections and retractions of what is live.</summary>
    public CorrectionActs Corrections => new(Room, _publish);

    /// <summary>What somebody changed in published files.</summary>
    public HandChangeActs HandChanges => new(Room, _publish);

    /// <summary>What waits to be told to others.</summary>
    public OutboxActs Outbox => new(Room);

    internal NewsroomContext Room { get; }

    /// <summary>The code of the refusal when the store's server cannot be reached, as when it is being started.</summary>
    public const string StoreAway = "store-away";

    /// <summary>Opens a newsroom; its store is made when it is not there.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock; in the place of a <see cref="MachineClock"/> that of the store counts, where it has one.</param>
    /// <param name="log">The log.</param>
    /// <returns>The newsroom; refused when the store cannot be opened.</returns>
    public static Outcome<Newsroom> Open(NewsroomSettings settings, TimeProvider clock, ILogger log)
    {
        try
        {
            var store = SqlStore.Open(settings.Store, KeptIn(settings));
            return new Newsroom(new NewsroomContext(settings, store, clock is MachineClock machine ? store.Clock(machine) : clock, log));
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Refusal(PostgresStore.IsAway(e) ? StoreAway : "store-unavailable", $"The store cannot be opened: {e.Message}", settings.Store.Remedy) { File = settings.Store.ToString() };
        }
    }

    /// <summary>Whether a failure, or what lies behind it, is a database that is not there or went away, and comes back by itself.</summary>
    /// <param name="trouble">The failure.</param>
    /// <returns>False for one that a person has to mend.</returns>
    public static bool IsStoreAway(Exception trouble) => PostgresStore.IsAway(trouble) || (trouble.InnerException is { } inner && IsStoreAway(inner));

    /// <summary>Takes a place among the newsroom's workers.</summary>
    /// <returns>The place, until it is let go; refused when there is no room for another worker.</returns>
    public Outcome<WorkPlace> BeginWork()
    {
        if (Store.Locks.Work() is { } place)
            return new WorkPlace(place);
        return Settings.Store.Kind == StoreKind.Sqlite
            ? new Refusal("worker-runs", "Another worker runs in this newsroom.", "Stop it first, or let it do the work. Several workers need a store on PostgreSQL.")
            : new Refusal("store-closed", "The store is being upgraded or restored.", "Start the worker when that is done.");
    }

    /// <summary>Writes a backup of the store; work may go on meanwhile.</summary>
    /// <param name="file">Where; nothing may be there.</param>
    /// <returns>How many bytes it has; refused when something is there.</returns>
    public Outcome<long> Backup(string file)
    {
        if (Path.Exists(file))
            return new Refusal("file-there", "There is a file of that name already.", "Name another; a backup replaces nothing.") { File = file };
        Store.Backup(file);
        return new FileInfo(file).Length;
    }

    /// <summary>Puts a backup in the place of what the store holds; that is kept as a backup first.</summary>
    /// <param name="file">The backup, of either kind of store.</param>
    /// <returns>What became of it; refused when a worker runs or the file is no whole backup.</returns>
    public Outcome<Restored> Restore(string file)
    {
        using var alone = Store.Locks.Alone();
        if (alone is null)
            return new Refusal("worker-runs", "A worker runs in this newsroom.", "Stop every worker, restore, and start them again.");
        if (!File.Exists(file))
            return new Refusal("no-file", "There is no such file.", "Name a file that 'transflow backup' made.") { File = file };
        var kept = Path.Combine(KeptIn(Settings), string.Create(CultureInfo.InvariantCulture, $"before-restore-{Room.Clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.backup"));
        try
        {
            Store.Backup(kept);
            var gates = Gates();
            Store.Restore(file);
            return new Restored(kept, [.. gates.Except(Gates())]);
        }
        catch (InvalidDataException e)
        {
            File.Delete(kept);
            return new Refusal("no-backup", e.Message, "Nothing was changed; name a file that 'transflow backup' made.") { File = file };
        }
    }

    /// <summary>What keeps pages from readers now.</summary>
    private IEnumerable<(string Article, string Language, string Gate)> Gates() => [.. Store.Heads().SelectMany(h => new[]
    {
        h.Hold is null ? null : "hold",
        h.Marks.Embargo is { } until ? string.Create(CultureInfo.InvariantCulture, $"embargo until {until:yyyy-MM-dd HH:mm zzz}") : null,
        h.Marks.IsRetracted ? "retraction" : null,
    }.OfType<string>().Select(g => (h.Article, h.Language, g)))];

    /// <summary>One pass over everything that is due: intake, returns and hand-outs until nothing moves any more, publication.</summary>
    /// <param name="cancellationToken">Stops between two commits.</param>
    /// <returns>Why steps were left, when others were at them and did not end; none when all was done.</returns>
    public async Task<ImmutableArray<Refusal>> Pass(CancellationToken cancellationToken)
    {
        _patience = NewsroomContext.Patience;
        _dispatch.Begin();
        await Turn(_sweep, cancellationToken).ConfigureAwait(false);
        await Turn(_timers, cancellationToken).ConfigureAwait(false);
        await Turn(_intake, cancellationToken).ConfigureAwait(false);
        await CollectAll(cancellationToken).ConfigureAwait(false);
        await Turn(_publish, cancellationToken).ConfigureAwait(false);
        await Turn(_watch, cancellationToken).ConfigureAwait(false);
        await _publish.Index.Run(cancellationToken).ConfigureAwait(false);
        await _dispatch.Run(cancellationToken).ConfigureAwait(false);
        return [.. _left.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value)];
    }

    /// <summary>Tells others by one way what is to be told. Nothing in the house waits for it.</summary>
    /// <param name="way">The way's name.</param>
    /// <param name="cancellationToken">Stops between two deliveries, or within one.</param>
    internal async Task Tell(string way, CancellationToken cancellationToken)
    {
        _dispatch.Begin();
        await _dispatch.Run(way, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes new and changed articles in, and hands them out.</summary>
    /// <param name="cancellationToken">Stops between two commits.</param>
    public Task TakeIn(CancellationToken cancellationToken) => Step("intake", cancellationToken);

    /// <summary>What stands where and what to do next.</summary>
    /// <returns>The status.</returns>
    public NewsroomStatus Status() => new StatusReport(Room).Make();

    /// <summary>What the newsroom did in a time.</summary>
    /// <param name="from">Its first day, by the newsroom's calendar; null for from the beginning.</param>
    /// <param name="to">Its last day; null for until now.</param>
    /// <param name="language">Only this language; null for all.</param>
    /// <returns>The figures.</returns>
    public NewsroomStats Stats(DateOnly? from, DateOnly? to, string? language)
    {
        DateTimeOffset Begin(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Settings.Calendar.Zone), TimeSpan.Zero);
        return new StatsReport(Room).Make(from is { } first ? Begin(first) : DateTimeOffset.MinValue, to is { } last ? Begin(last.AddDays(1)) : DateTimeOffset.MaxValue, language);
    }

    /// <summary>Where each unit of an edition stands, in document order.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The units; refused when there is no such edition.</returns>
    public Outcome<ImmutableArray<UnitStatus>> Units(string article, string language) =>
        Room.Edition(article, language).Try(out var row, out var refusal) ? new StatusReport(Room).Units(row.Edition) : refusal;

    /// <summary>All that the desk shows of an edition.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The sheet; refused when there is no such edition.</returns>
    public Outcome<EditionSheet> Sheet(string article, string language) => EditionSheet.Of(Room, article, language);

    /// <summary>What earlier editions have for segments of an edition, as far as they are still being worked on.</summary>
    /// <param name="sheet">The edition.</param>
    /// <param name="segments">The segments.</param>
    /// <returns>The matches by segment, best first.</returns>
    public ImmutableDictionary<(string UnitId, int Index), ImmutableArray<SheetMatch>> Matches(EditionSheet sheet, IEnumerable<SegmentWork> segments) => SheetMatch.For(Room, sheet.Edition, segments);

    /// <summary>The title of an article in its own language.</summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">The revision.</param>
    /// <returns>The title; the article's id when it has none.</returns>
    public string Title(string article, int revision) => Room.Extract(article, revision).Title ?? article;

    /// <summary>Terms that people propose for the termbase, by language.</summary>
    /// <returns>Each with the edition in whose work it came up.</returns>
    public ImmutableArray<(string Article, string Language, TermProposal Term)> ProposedTerms() =>
        [.. Store.Heads().SelectMany(h => Store.Edition(h.Article, h.Language)!.Edition.ProposedTerms.Select(t => (h.Article, h.Language, Term: t))).OrderBy(p => p.Language, StringComparer.Ordinal).ThenBy(p => p.Term.Source, StringComparer.Ordinal)];

    /// <summary>An edition's page as it would be published now; the source's words stand where there is no target yet.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>Its Markdown; refused when there is no such edition, or no sound page can be made of it.</returns>
    public Outcome<string> Preview(string article, string language)
    {
        if (!Room.Edition(article, language).Try(out var row, out var refusal))
            return refusal;
        return _publish.Make(row.Edition).Try(out var page, out refusal) ? page.Markdown : refusal;
    }

    /// <summary>The same as an HTML document, in the site's own template when there is one.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The document; refused when there is no such edition, no sound page, or no sound template.</returns>
    public Outcome<string> PreviewHtml(string article, string language)
    {
        if (!Preview(article, language).Try(out var markdown, out var refusal) || !PagePreview.Of(markdown, $"{article}.md", language, Settings.Source.Site, null, Settings.Source.BreaksLines, Settings.Source.IsMdx).Try(out var page, out refusal))
            return refusal;
        if (Settings.Preview is null)
            return PreviewTemplate.Plain.Fill(page, language);
        return PreviewFiles.Template(Settings.Preview).Try(out var template, out refusal) ? template.Fill(page, language) : refusal;
    }

    /// <summary>The site's own template for previews, with its stylesheets and pictures in it, as it is now.</summary>
    /// <returns>The template; null when the newsroom has none; refused when it cannot be used.</returns>
    public Outcome<PreviewTemplate>? Template() => Settings.Preview is { } preview ? PreviewFiles.Template(preview) : null;

    /// <summary>The page of an edition as it would be published now, and the one that is live.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The pages; refused when there is no such edition, or no sound page can be made of it.</returns>
    public Outcome<EditionPages> Pages(string article, string language) =>
        Room.Edition(article, language).Try(out var row, out var refusal) ? EditionPages.Of(Room, _publish, row.Edition) : refusal;

    /// <summary>What the next publication would do; nothing is written.</summary>
    /// <param name="article">Only this article, whatever its editions wait for; null for all that is through its stages and not live as it is.</param>
    /// <param name="language">Only this language; null for all.</param>
    /// <returns>What would become of each edition; refused when there is no such edition.</returns>
    public Outcome<ImmutableArray<RehearsedPage>> Rehearse(string? article, string? language) => new Rehearsal(Room, _publish).Of(article, language);

    /// <summary>When each step of the schedule runs next.</summary>
    /// <returns>Step, cron expression and time.</returns>
    public ImmutableArray<(string Step, string Cron, DateTimeOffset? Next)> Schedule()
    {
        var times = Settings.Schedule;
        var now = Room.Clock.GetUtcNow();
        return [.. new[] { ("intake", times.Intake), ("collect", times.Collect), ("publish", times.Publish) }.Select(s => (s.Item1, s.Item2, CronText.Next(s.Item2, times.TimeZone, now)))];
    }

    /// <summary>Looks whether everything that the newsroom needs is there.</summary>
    /// <returns>What was looked at, each with its problem or none.</returns>
    public ImmutableArray<(Sentence What, Refusal? Problem)> Check() => new Doctor(Room, _publish).Look();

    /// <summary>The file of the stage at which an edition stands.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="form">The form; null for that of the person who has the stage.</param>
    /// <param name="seat">The stage, or a strand's part of it, when parts are with several people; null for the person's, else the only one.</param>
    /// <param name="person">Who asks; null for nobody in particular.</param>
    /// <returns>Its name and bytes; refused when there is none, or when it may not leave.</returns>
    public Outcome<(string Name, byte[] Bytes)> Export(string article, string language, FileForm? form, string? seat = null, string? person = null) => new Export(Room).Make(article, language, form, seat, person);

    /// <summary>The package for the person who has the stage at which an edition stands: the file and all that helps with it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="form">The form; null for that of the person.</param>
    /// <param name="seat">The stage, or a strand's part of it, when parts are with several people; null for the person's, else the only one.</param>
    /// <param name="person">Who asks; null for nobody in particular.</param>
    /// <returns>The archive's name and bytes; refused when there is nothing to hand out, nobody has the stage, or it may not leave.</returns>
    public Outcome<(string Name, byte[] Bytes)> Package(string article, string language, FileForm? form, string? seat = null, string? person = null) => new Export(Room).MakePackage(article, language, form, seat, person);

    /// <summary>Writes a file so that a reader sees the old bytes or the new ones. A link stays, and leads to them; a pipe or device is written to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    public static void WriteFile(string path, ReadOnlySpan<byte> bytes) => AtomicFile.WriteThrough(path, bytes);

    /// <summary>Where a path leads when every link on the way is followed; what is not there yet stays as it is named.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The path without links.</returns>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string RealPath(string path) => Files.RealPath.Of(path);

    /// <summary>Whether what is there, or what a link leads to, is a pipe or a device, which is not read where nobody named it.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>True when it is.</returns>
    public static bool IsNoFile(string path) => Files.AtomicFile.IsNoFile(path);

    /// <summary>One step of the schedule.</summary>
    /// <param name="step">Its name: <c>intake</c>, <c>collect</c>, <c>publish</c> or <c>sweep</c>.</param>
    /// <param name="cancellationToken">Stops between two commits.</param>
    internal async Task Step(string step, CancellationToken cancellationToken)
    {
        _dispatch.Begin();
        if (!_isAwake)
        {
            // Before anything else: returns may lie there for articles that came while nobody looked.
            await Turn(_intake, cancellationToken).ConfigureAwait(false);
            _isAwake = !_left.ContainsKey(_intake.Name);
        }

        switch (step)
        {
            case "intake":
                await Turn(_intake, cancellationToken).ConfigureAwait(false);
                await Turn(_handOut, cancellationToken).ConfigureAwait(false);
                break;
            case "publish":
                await Turn(_publish, cancellationToken).ConfigureAwait(false);
                break;
            case "sweep":
                await Turn(_sweep, cancellationToken).ConfigureAwait(false);
                await Turn(_timers, cancellationToken).ConfigureAwait(false);
                await Turn(_watch, cancellationToken).ConfigureAwait(false);
                await _publish.Index.Run(cancellationToken).ConfigureAwait(false);
                await CollectAll(cancellationToken).ConfigureAwait(false);
                await Turn(_publish.Name, _publish.RunUrgent, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await CollectAll(cancellationToken).ConfigureAwait(false);
                await Turn(_publish.Name, _publish.RunUrgent, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>What keeps nothing from going on and should be known all the same: words of a front matter that nobody translates, files that are still being written, terms that cannot be read and so help nobody.</summary>
    public ImmutableArray<Refusal> Noticed => [.. _intake.Noticed, .. _collect.StillWritten, .. new ReferenceShelf(Room).Termbase().Refusal is { } broken ? [broken] : ImmutableArray<Refusal>.Empty];

    /// <summary>
    /// Takes returns and hands out until nothing moves: a file that was made for a package of the next stage is known only
    /// once that package was cut.
    /// </summary>
    private async Task CollectAll(CancellationToken cancellationToken)
    {
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            _collect.SettlesUnknown = false;
            moved = await Turn(_handOut, cancellationToken).ConfigureAwait(false) + await Turn(_collect, cancellationToken).ConfigureAwait(false) > 0;
            if (moved)
                continue;
            _collect.SettlesUnknown = true;
            moved = await Turn(_collect, cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _dispatch.Dispose();
        Room.Store.Dispose();
        _turn.Dispose();
    }

    /// <summary>Where backups are kept that nobody asked for.</summary>
    private static string KeptIn(NewsroomSettings settings) => Path.Combine(settings.Exchange, ".transflow");

    private Task<int> Turn(IStep step, CancellationToken cancellationToken) => Turn(step.Name, step.Run, cancellationToken);

    private async Task<int> Turn(string name, Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        if (!(await Room.Turn(name, _patience, cancellationToken).ConfigureAwait(false)).Try(out var taken, out var refusal))
        {
            if (_left.TryAdd(name, refusal))
                Room.Log.Left(name, refusal.ToString());
            return 0;
        }

        using var turn = taken;
        _left.TryRemove(name, out _);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await run(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}

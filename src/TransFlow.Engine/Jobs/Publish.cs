using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Adapters;
using TransFlow.Engine.Files;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Publishes every edition that is through its stages and not yet live as it is.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="publisher">The way out.</param>
internal sealed class Publish(NewsroomContext room, IPublisher publisher) : IStep
{
    private static Refusal Busy => new("busy", "The edition was changed while it was being published.", "It is published at the next time.");

    private readonly Quarantine _quarantine = new(room);
    private readonly ConcurrentDictionary<(string Article, string Language, int Revision), PagePlace?> _places = new();

    /// <inheritdoc/>
    public string Name => "publish";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken) => Run(_ => true, cancellationToken);

    /// <summary>Publishes what does not wait for the next publication: urgent corrections, what was retracted, and what was ready when its embargo ended.</summary>
    public Task<int> RunUrgent(CancellationToken cancellationToken)
    {
        var now = room.Clock.GetUtcNow();
        return Run(h => h.Marks.IsUrgent || h.Marks.IsRetracted || (h.Marks is { Embargo: { } until, Since: { } ready } && ready <= until && until <= now), cancellationToken);
    }

    private async Task<int> Run(Func<EditionHead, bool> isWanted, CancellationToken cancellationToken)
    {
        var changes = _quarantine.Lift(r => IsPublished(r.Path) && _quarantine.IsDealtWith(r));
        TakenAddresses? taken = null;
        foreach (var head in room.Store.Heads(onlyOpen: true).Where(h => h is { Stage: null, Hold: null, IsLive: false } && (h.Parked is null || h.Marks.IsTriedAgain || h.Marks.IsRetracted) && isWanted(h)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (room.Store.Edition(head.Article, head.Language) is { } row && IsDue(row.Edition))
                changes += await One(row, taken ??= Taken(), cancellationToken).ConfigureAwait(false) is null ? 1 : 0;
        }

        await Strays.Run(cancellationToken).ConfigureAwait(false);
        await Index.Run(cancellationToken).ConfigureAwait(false);
        return changes;
    }

    /// <summary>What tells a site generator of what is published.</summary>
    public PublishedIndex Index { get; } = new(room);

    /// <summary>Pages that stand there and are not known to be live.</summary>
    public StrayPages Strays => new(room, this);

    /// <summary>What readers have once a page is published.</summary>
    public LiveEdition LiveOf(Edition edition, Publication page)
    {
        var bytes = Encoding.UTF8.GetBytes(page.Markdown);
        var now = room.Clock.GetUtcNow();
        return new LiveEdition(page.Fingerprint, page.Path, Digest.Of(bytes), now)
        {
            Targets = [.. edition.Segments.Where(s => s.Target is not null).Select(s => new LiveTarget(s.UnitId, s.Index, s.Target!))],
            Markdown = page.IsTombstone ? null : page.Markdown,
            Revision = edition.Revision,
            First = edition.Live is { } before ? before.First ?? before.At : now,
            Page = PublishedIndex.Facts(bytes, edition) is { } facts ? facts with { Address = page.IsTombstone ? edition.Live?.Page?.Address : page.Address, Original = page.Original } : null,
            Addresses = page.IsTombstone ? edition.Live?.Addresses : page.Addresses.IsEmpty ? null : page.Addresses,
            Standing = edition.Retraction is null && room.Settings.Targets.TryGetValue(edition.Language, out var target)
                ? [.. target.Style.Boilerplate.Select(b => $"{b.Name}:{Digest.Of(Encoding.UTF8.GetBytes(b.Markdown))[..8]}")]
                : null,
        };
    }

    /// <summary>Which edition has which address now.</summary>
    public TakenAddresses Taken() => new(room.Store.Heads());

    /// <summary>Publishes one edition.</summary>
    /// <returns>Why not; null when it is live.</returns>
    public Task<Refusal?> One(EditionRow row, CancellationToken cancellationToken) => One(row, Taken(), cancellationToken);

    private async Task<Refusal?> One(EditionRow row, TakenAddresses taken, CancellationToken cancellationToken)
    {
        if (IsWithdrawn(row.Edition))
            return Withdrawn(row.Edition);
        // A name that was withdrawn a moment ago must not go out; what is taken down names nobody.
        if (row.Edition.Retraction is null && room.Settings.Outdated() is { } outdated)
            return outdated;
        var edition = Announced(row.Edition);
        if (!Make(row.Edition).Try(out var page, out var refusal))
            return room.Park(row, refusal);
        if (taken.Clash(edition, page) is { } clash)
            return room.Park(row, clash);
        if (Borrowed(edition) is { } borrowed)
            return borrowed;
        var departure = DepartureOf(edition, page);
        if (!room.Egress.Clear(page, departure).Try(out var cleared, out refusal))
            return refusal;
        if (!Announce(row, page))
            return Busy;
        var outcome = await publisher.Publish(cleared, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal?.Code == FolderPublisher.ChangedByHandCode && edition.Retraction is not null)
        {
            outcome = SetAside(page).Try(out var found, out refusal) && room.Egress.Clear(page with { Replaces = [found] }, departure).Try(out cleared, out refusal)
                ? await publisher.Publish(cleared, cancellationToken).ConfigureAwait(false)
                : refusal;
        }

        if (!outcome.Try(out var sha, out refusal))
            return room.Park(row with { Version = row.Version + 1 }, refusal, refusal.Code == FolderPublisher.NotWrittenCode);
        var kind = edition.Retraction is not null ? "tombstone-published" : edition.Live is null ? "published" : "updated";

        var live = LiveOf(edition, page);
        var changes = new Changes
        {
            Editions = [(edition with { Live = live, Parked = null, IsTriedAgain = false, IsUrgent = false, ChangedByHand = null }, row.Version + 1)],
            Arrived = [new OutgoingRow(page.Language, page.Path, sha)],
            Events = [Event.Of(kind, edition.Article, edition.Language, Event.Program,
                [("path", page.Path), ("revision", edition.Revision.ToString(CultureInfo.InvariantCulture)), ("sha256", sha), ("standing", string.Join(' ', live.Standing ?? [])), ("correction", row.Edition.Correction?.Kind.ToString().ToLowerInvariant() ?? ""),
                    .. kind == "published" ? PublishedText.Details(edition) : []])],
        };
        try
        {
            if (!room.Commit(changes))
            {
                await Strays.PutRight(page.Language, page.Path, isPublished: false, cancellationToken).ConfigureAwait(false);
                return Busy;
            }
        }
        catch (TurnLostException)
        {
            return await GiveWay(page, sha, cancellationToken).ConfigureAwait(false);
        }

        taken.Take((edition.Article, edition.Language), page.Path, page.Addresses);
        return null;
    }

    /// <summary>
    /// Others took the turn from this process while it was frozen, and perhaps published, or retracted, before it wrote its page over theirs:
    /// what readers are to have is written again.
    /// </summary>
    private async Task<Refusal> GiveWay(Publication page, string sha, CancellationToken cancellationToken)
    {
        if (!(await room.Turn(Name, NewsroomContext.Patience, cancellationToken).ConfigureAwait(false)).Try(out var turn, out var taken))
            return taken;
        using var held = turn;
        if (SeenFiles.Read(room.PublishedPath(page.Language, page.Path)) is { } there && Digest.Of(there) == sha && room.Store.Edition(page.Article, page.Language)?.Edition.Live?.Sha256 != sha
            && room.Commit(new Changes { Outgoing = [new OutgoingRow(page.Language, page.Path, sha)] }))
        {
            await Strays.PutRight(page.Language, page.Path, isPublished: true, cancellationToken).ConfigureAwait(false);
        }

        return room.Store.Edition(page.Article, page.Language) is { } row && IsWithdrawn(row.Edition) ? Withdrawn(row.Edition) : Busy;
    }

    /// <summary>Why an edition is not ripe for publication; null when it is, whatever the gate and the folder say.</summary>
    public Refusal? NotYet(Edition edition)
    {
        if (IsWithdrawn(edition))
            return Withdrawn(edition);
        if (edition.Stage is { } stage)
            return new Refusal("not-finished", $"It stands at '{stage.Name}'.", "Only what has passed all its stages is published.");
        if (edition.Correction is { IsAsked: true })
            return new Refusal("no-line", "The source article was changed, and nobody has said since what that is to the readers.", $"Say it: transflow correct {edition.Article} -l {edition.Language} --kind silent; or --kind update --line \"…\".");
        if (edition.Correction is { LacksLine: true })
            return new Refusal("no-line", "Nobody wrote what its page says of the correction.", $"Write it: transflow correct {edition.Article} -l {edition.Language} --line \"…\"; or --kind silent.");
        if (Borrowed(edition) is { } borrowed)
            return borrowed;
        return edition.Live?.Fingerprint == edition.Fingerprint && !IsGivenUp(edition) && !IsGone(edition) && !HidesTombstone(edition) ? new Refusal("nothing-to-do", $"It is live as it is: {edition.Live.Path}.", "Nothing was changed.") : null;
    }

    /// <summary>Whether the published file was changed by hand, and somebody let it be replaced.</summary>
    private bool IsGivenUp(Edition edition) =>
        edition is { Live: { } live, ChangedByHand: { } found } && room.Store.Outgoing(edition.Language, live.Path).Contains(found);

    /// <summary>True for what was retracted before readers had any of it.</summary>
    public static bool IsWithdrawn(Edition edition) => edition is { Retraction: not null, Live: null };

    /// <summary>Whether the published file is no longer there. Somebody may have taken it away for a reason, so that it comes back only when that is asked for.</summary>
    private bool IsGone(Edition edition) => edition is { Live: { } live } && !File.Exists(room.PublishedPath(edition.Language, live.Path));

    /// <summary>Whether somebody put something else in the place of a tombstone, which is put back when that is asked for.</summary>
    private static bool HidesTombstone(Edition edition) => edition is { Retraction: not null, ChangedByHand: not null };

    /// <summary>Why an edition waits with words that it took over from another which must not be published now; null when it has none.</summary>
    private Refusal? Borrowed(Edition edition)
    {
        foreach (var article in edition.Segments.Where(s => s.Reused is { Kind: StageSettings.InContext } reuse && reuse.Fingerprint == s.Fingerprint).Select(s => s.Reused!.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (edition.Retraction is null && room.Store.Edition(article, edition.Language)?.Edition is { } other && (other.Hold is not null || other.Embargo?.Until > room.Clock.GetUtcNow()))
                return new Refusal("borrowed", $"Words of it were taken over from {article} [{edition.Language}], which is held or under embargo.", "It is published when that ends; or let the editor write those sentences anew.");
        }

        return null;
    }

    /// <summary>What the gate is asked of a page.</summary>
    public Departure DepartureOf(Edition edition, Publication page) =>
        new(edition.Retraction is null ? Exit.Publication : Exit.Tombstone, edition, page.Markdown, room.Clock.GetUtcNow());

    private static Refusal Withdrawn(Edition edition) =>
        new("retracted", $"It was retracted before it was published: {edition.Retraction!.Reason}", "Nothing of it is published.");

    /// <summary>
    /// Notes what is about to be written, so that it is known for ours should the program, the database or another's change come
    /// between the page and the word that it is live.
    /// </summary>
    private bool Announce(EditionRow row, Publication page) => room.Commit(new Changes
    {
        Editions = [(row.Edition, row.Version)],
        Outgoing = [new OutgoingRow(page.Language, page.Path, Digest.Of(Encoding.UTF8.GetBytes(page.Markdown)))],
    });

    /// <summary>What was retracted must not stay because somebody had changed the file by hand: a copy of it is kept, and told, before the tombstone takes its place.</summary>
    /// <returns>The digest of what is there; refused when no copy could be kept.</returns>
    private Outcome<string> SetAside(Publication page)
    {
        var path = room.PublishedPath(page.Language, page.Path);
        try
        {
            var bytes = SeenFiles.Read(path) ?? [];
            _quarantine.Put(path, bytes, [new Refusal("changed-by-hand", "The published file had been changed by hand when its article was retracted.", "This is a copy of it; delete it when it is not needed.") { File = path }]);
            return Digest.Of(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(FolderPublisher.NotWrittenCode, $"The published file was changed by hand, and no copy of it could be kept: {e.Message}", "Make room: it is tried again at each publication.") { File = path };
        }
    }

    private bool IsPublished(string relative) => room.Settings.Targets.Keys.Any(l => relative.StartsWith(room.Relative(room.PublishedPath(l, "")) + "/", StringComparison.Ordinal));

    /// <summary>Whether an edition is through its stages, not live as it is, and nothing but the gate keeps it.</summary>
    public static bool IsDue(Edition edition) =>
        edition is { Stage: null, Hold: null } && (edition.Parked is null || edition.IsTriedAgain || edition.Retraction is not null) && edition.Live?.Fingerprint != edition.Fingerprint
        && edition.Correction is not { LacksLine: true } && (edition.Retraction is null || edition.Live is not null);

    /// <summary>
    /// The edition with the change that was under way among its notices. The day is that on which the change was ready, so that
    /// a publication that was cut short is the same when it is done again.
    /// </summary>
    internal Edition Announced(Edition edition)
    {
        if (edition.Correction is not { } change)
            return edition;
        var ready = edition.Arrival is { Stage: null, At: var at } && at > change.At ? at : change.At;
        var said = change is { Kind: not CorrectionKind.Silent, Line: { } line } ? edition.Notices.Add(new Notice(change.Kind, line, room.DayOf(ready))) : edition.Notices;
        return edition with { Correction = null, Notices = said };
    }

    /// <summary>Makes the page of an edition as it is; the source's words stand where there is no target.</summary>
    public Outcome<Publication> Make(Edition edition)
    {
        try
        {
            return Page(Announced(edition));
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned($"{edition.Article} [{edition.Language}]", e);
            return Poison.Reason(e);
        }
    }

    private Outcome<Publication> Page(Edition edition)
    {
        var source = room.Extract(edition.Article, edition.Revision);
        var path = room.Store.Revision(edition.Article, edition.Revision)!.Path;
        var style = room.Settings.Targets.TryGetValue(edition.Language, out var target) ? target.Style : null;
        // A language that is no longer one of the newsroom's is taken down like the others.
        if (edition is { Retraction: not null, Live: { } there })
            return new Tombstone(style ?? new HouseStyle()).Make(source, edition, there.Path) with { Replaces = Ours(edition, there.Path) };
        if (style is null)
            return new Refusal("no-target", $"'{edition.Language}' is no longer among the targets.", "Add it to the settings again.");
        var credits = Credits.Of(edition, p => room.Settings.CreditOf(p, edition.Language));
        if (!PathOf(edition, source, path).Try(out var place, out var refusal))
            return refusal;
        return PageOf(edition.Language, source).Make(source, edition, credits, place).Try(out var page, out refusal)
            ? page with { Replaces = Ours(edition, page.Path) }
            : refusal;
    }

    /// <summary>Where the page of an edition that is not yet live will be, and the addresses that it will take, whether or not it can be made yet; null when that cannot be said.</summary>
    public PagePlace? PlaceOf(Edition edition) => _places.GetOrAdd((edition.Article, edition.Language, edition.Revision), _ => Place(edition));

    private PagePlace? Place(Edition edition)
    {
        try
        {
            var source = room.Extract(edition.Article, edition.Revision);
            return room.Settings.Targets.ContainsKey(edition.Language) && PathOf(edition, source, room.Store.Revision(edition.Article, edition.Revision)!.Path).Try(out var path, out _)
                ? new PagePlace(path, PageOf(edition.Language, source).Addresses(source, edition.Language, path), PageOf(edition.Language, source).OfOriginal(source, path))
                : null;
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned($"{edition.Article} [{edition.Language}]", e);
            return null;
        }
    }

    /// <summary>What is live keeps its address, whatever the source file is called now.</summary>
    private Outcome<string> PathOf(Edition edition, Extraction source, string path) => edition.Live is { } live ? live.Path
        : room.Settings.PublishFile is { } pattern ? pattern.Of(source, edition.Article, path, edition.Language) : ArticleIdentity.PathIn(path, edition.Language);

    /// <summary>What makes pages in a language of the settings.</summary>
    public EditionPage PageOf(string language, Extraction source) => new(room.Settings.Targets[language].Style, SourceUrl(source), room.Settings.Source.Site);

    /// <summary>The digests of what is ours at a place: what is live, and what was on its way when something broke.</summary>
    private ImmutableArray<string> Ours(Edition edition, string path) => [.. new[] { edition.Live?.Sha256 }.OfType<string>(), .. room.Store.Outgoing(edition.Language, path)];

    private string? SourceUrl(Extraction source) => PageAddress.Of(room.Settings.Source.Urls, room.Settings.Source.Site, source.Value);
}

using System.Globalization;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Publishes every edition that is through its stages and not yet live as it is.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="publisher">The way out.</param>
internal sealed class Publish(NewsroomContext room, IPublisher publisher) : IStep
{
    private static Refusal Busy => new("busy", "The edition was changed while it was being published.", "It is published at the next time.");

    /// <inheritdoc/>
    public string Name => "publish";

    /// <inheritdoc/>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var changes = 0;
        foreach (var head in room.Store.Heads().Where(h => h is { Stage: null, Hold: null, Parked: null, IsLive: false }))
        {
            if (room.Store.Edition(head.Article, head.Language) is { } row && IsDue(row.Edition))
                changes += await One(row, cancellationToken).ConfigureAwait(false) is null ? 1 : 0;
        }

        return changes;
    }

    /// <summary>Publishes one edition.</summary>
    /// <returns>Why not; null when it is live.</returns>
    public async Task<Refusal?> One(EditionRow row, CancellationToken cancellationToken)
    {
        var edition = row.Edition;
        if (!Make(edition).Try(out var page, out var refusal))
            return room.Park(row, refusal);
        var departure = new Departure(Exit.Publication, edition, page.Markdown, room.Clock.GetUtcNow());
        if (!room.Egress.Clear(page, departure).Try(out var cleared, out refusal))
            return refusal;
        if (!Announce(edition, page, row.Version))
            return Busy;
        if (!(await publisher.Publish(cleared, cancellationToken).ConfigureAwait(false)).Try(out var sha, out refusal))
            return room.Park(row with { Version = row.Version + 1 }, refusal);

        var live = new LiveEdition(page.Fingerprint, page.Path, sha, room.Clock.GetUtcNow())
        {
            Targets = [.. edition.Segments.Where(s => s.Target is not null).Select(s => new LiveTarget(s.UnitId, s.Index, s.Target!))],
        };
        var isCommitted = room.Commit(new Changes
        {
            Editions = [(edition with { Live = live, Parked = null }, row.Version + 1)],
            Arrived = [(page.Language, page.Path)],
            Events = [Event.Of(edition.Live is null ? "published" : "updated", edition.Article, edition.Language, Event.Program, ("path", page.Path), ("revision", edition.Revision.ToString(CultureInfo.InvariantCulture)), ("sha256", sha))],
        });
        return isCommitted ? null : Busy;
    }

    /// <summary>
    /// Notes what is about to be written, so that it is known for ours should the program, the database or another's change come
    /// between the page and the word that it is live.
    /// </summary>
    private bool Announce(Edition edition, Publication page, int seen) => room.Commit(new Changes
    {
        Editions = [(edition, seen)],
        Outgoing = [new OutgoingRow(page.Language, page.Path, Digest.Of(Encoding.UTF8.GetBytes(page.Markdown)))],
    });

    private static bool IsDue(Edition edition) =>
        edition is { Stage: null, Hold: null, Parked: null } && edition.Live?.Fingerprint != edition.Fingerprint;

    /// <summary>Makes the page of an edition as it is; the source's words stand where there is no target.</summary>
    public Outcome<Publication> Make(Edition edition)
    {
        try
        {
            return Page(edition);
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
        if (style is null)
            return new Refusal("no-target", $"'{edition.Language}' is no longer among the targets.", "Add it to the settings again.");
        var credits = Credits.Of(edition, p => room.Settings.CreditOf(p, edition.Language));
        // What is live keeps its address, whatever the source file is called now.
        var place = edition.Live?.Path ?? ArticleIdentity.PathIn(path, edition.Language);
        return new EditionPage(style, SourceUrl(source)).Make(source, edition, credits, place).Try(out var page, out var refusal)
            ? page with { Replaces = [.. new[] { edition.Live?.Sha256 }.OfType<string>(), .. room.Store.Outgoing(edition.Language, page.Path)] }
            : refusal;
    }

    /// <summary>The first address template all of whose places the article fills.</summary>
    private string? SourceUrl(Extraction source)
    {
        foreach (var template in room.Settings.Source.Urls)
        {
            var url = template.Replace("{site}", room.Settings.Source.Site, StringComparison.Ordinal);
            foreach (var (key, value) in source.FrontMatter)
                url = url.Replace($"{{{key}}}", value, StringComparison.Ordinal);
            if (!url.Contains('{', StringComparison.Ordinal))
                return url;
        }

        return null;
    }
}

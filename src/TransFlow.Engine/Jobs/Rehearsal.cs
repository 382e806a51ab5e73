using System.Collections.Immutable;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Adapters;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>What publication would do with a file.</summary>
public enum Rehearsed
{
    /// <summary>Write it: nothing is there.</summary>
    Write,

    /// <summary>Replace what is there.</summary>
    Replace,

    /// <summary>Take an article down: put a tombstone in its place.</summary>
    TakeDown,

    /// <summary>Nothing: it is there as it should be.</summary>
    Nothing,

    /// <summary>Nothing yet: it is not its time.</summary>
    Wait,

    /// <summary>Refuse to, until a person does something.</summary>
    Refuse,
}

/// <summary>What publication would do with one edition, or with the published index.</summary>
/// <param name="Article">The article; empty for the index.</param>
/// <param name="Language">The language; empty for the index.</param>
/// <param name="Would">What it would do.</param>
/// <param name="Path">The file as people know it; null when no page can be made.</param>
/// <param name="Reason">Why it would wait or refuse; null else.</param>
/// <param name="Diff">A unified diff from what is there to what would be; for what would not go, to what it would be.</param>
public sealed record RehearsedPage(string Article, string Language, Rehearsed Would, string? Path, Refusal? Reason, string Diff)
{
    /// <summary>True when what is there is not what was published: somebody changed it.</summary>
    public bool IsChangedByHand { get; init; }

    /// <summary>What was noticed when the page was made.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Publishes nothing, and says what would be published: the same pages, gate and rules as in earnest.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="publish">Publication.</param>
internal sealed class Rehearsal(NewsroomContext room, Publish publish)
{
    private readonly TakenAddresses _taken = publish.Taken();

    /// <summary>What the next publication would do.</summary>
    /// <param name="article">Only this article, whatever its editions wait for; null for all that is through its stages and not live as it is.</param>
    /// <param name="language">Only this language; null for all.</param>
    public Outcome<ImmutableArray<RehearsedPage>> Of(string? article, string? language)
    {
        if (language is not null && !room.Settings.Targets.ContainsKey(language))
            return new Refusal("no-such-language", $"'{language}' is no language of this newsroom.", $"Its languages are {string.Join(", ", room.Settings.Targets.Keys)}.");
        if (article is not null && room.Store.Editions(article).IsEmpty)
            return room.Edition(article, language ?? "").Refusal!;
        if (article is not null && language is not null && room.Edition(article, language).Refusal is { } missing)
            return missing;
        var editions = article is not null
            ? room.Store.Editions(article).Select(r => r.Edition)
            : room.Store.Heads(onlyOpen: true).Where(h => h is { Stage: null, IsLive: false }).Concat(room.Store.Heads().Where(h => h is { IsLive: true, Marks: { ChangedByHand: not (null or Edition.Gone), IsRetracted: false } })).Select(h => room.Store.Edition(h.Article, h.Language)?.Edition).OfType<Edition>();
        var wanted = editions.Where(e => (language is null || e.Language == language) && (article is not null || !Publish.IsWithdrawn(e))).ToList();
        var pages = wanted.ConvertAll(One);
        return pages.Concat(Index([.. wanted.Zip(pages).Where(p => p.Second.Would is Rehearsed.Write or Rehearsed.Replace or Rehearsed.TakeDown).Select(p => Published(p.First))])).ToImmutableArray();
    }

    private Edition Published(Edition edition) => publish.Announced(edition) is var announced && publish.Make(edition).Try(out var page, out _)
        ? announced with { Live = publish.LiveOf(announced, page) }
        : edition;

    private IEnumerable<RehearsedPage> Index(ImmutableArray<Edition> published)
    {
        if (room.Settings.PublishIndex is not { } path)
            yield break;
        var there = SeenFiles.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        var name = room.Relative(path);
        if (UnifiedDiff.Of(there, Encoding.UTF8.GetString(publish.Index.Bytes(published)), name) is { Length: > 0 } diff)
            yield return new RehearsedPage("", "", there is null ? Rehearsed.Write : Rehearsed.Replace, name, null, diff);
    }

    private RehearsedPage One(Edition edition)
    {
        RehearsedPage Said(Rehearsed would, Refusal? reason) => new(edition.Article, edition.Language, would, null, reason, "");
        if (publish.NotYet(edition) is { } notYet)
        {
            return notYet.Code switch
            {
                "nothing-to-do" when IsUndecided(edition) => Said(Rehearsed.Wait, new Refusal("changed-by-hand", "Somebody changed the published file by hand, and nobody decided what becomes of it.", $"Decide: transflow changes {edition.Article} -l {edition.Language}.")) with { IsChangedByHand = true },
                "nothing-to-do" or "retracted" => Said(Rehearsed.Nothing, notYet),
                "no-line" => Page(edition, Rehearsed.Wait, notYet),
                _ => Said(Rehearsed.Wait, notYet),
            };
        }

        return edition.Parked is { } parked ? Page(edition, Rehearsed.Refuse, new Refusal("parked", $"It is parked: {parked}", $"Then: transflow retry {edition.Article} -l {edition.Language}.")) : Page(edition, null, null);
    }

    /// <summary>Whether what stands there is neither what was published nor given up.</summary>
    private bool IsUndecided(Edition edition) =>
        edition is { Live: { } live, Retraction: null } && SeenFiles.Read(room.PublishedPath(edition.Language, live.Path)) is { } there && Digest.Of(there) is var found
        && found != live.Sha256 && !room.Store.Outgoing(edition.Language, live.Path).Contains(found);

    private RehearsedPage Page(Edition edition, Rehearsed? would, Refusal? reason)
    {
        if (!publish.Make(edition).Try(out var page, out var refusal))
            return new RehearsedPage(edition.Article, edition.Language, Rehearsed.Refuse, null, refusal, "");
        var name = room.Relative(room.PublishedPath(page.Language, page.Path));
        if (!FolderPublisher.Look(room.Settings.PublishFolder, page).Try(out var place, out refusal))
            return new RehearsedPage(edition.Article, edition.Language, Rehearsed.Refuse, name, refusal, "");
        // What waits is told now, too, that it will be refused: there may be nobody when its time comes.
        if (would != Rehearsed.Refuse && _taken.Clash(edition, page) is { } clash)
            return new RehearsedPage(edition.Article, edition.Language, Rehearsed.Refuse, name, clash, "") { Findings = page.Findings };
        if (room.Egress.Clear(page, publish.DepartureOf(publish.Announced(edition), page)).Refusal is { } kept)
            (would, reason) = (would ?? Rehearsed.Wait, reason ?? kept);
        var isByHand = place.IsChangedByHand;
        if (isByHand && edition.Retraction is null)
            (would, reason) = (would ?? Rehearsed.Refuse, reason ?? FolderPublisher.ChangedByHand(place.Path));
        if (would is null)
            _taken.Take((edition.Article, edition.Language), page.Path, page.Addresses);
        var there = place.There is null ? null : Encoding.UTF8.GetString(place.There);
        return new RehearsedPage(edition.Article, edition.Language, would ?? Kind(edition, there, page), name, reason, UnifiedDiff.Of(there, page.Markdown, name))
        {
            IsChangedByHand = isByHand,
            Findings = page.Findings,
        };
    }

    private static Rehearsed Kind(Edition edition, string? there, Publication page) =>
        there == page.Markdown ? Rehearsed.Nothing : edition.Retraction is not null ? Rehearsed.TakeDown : there is null ? Rehearsed.Write : Rehearsed.Replace;
}

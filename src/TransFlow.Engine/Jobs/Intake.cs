using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Core.Ports;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Looks for new and changed articles at their source; what cannot be taken is set aside, the rest goes on.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="source">Where articles come from.</param>
internal sealed class Intake(NewsroomContext room, IArticleSource source) : IStep
{
    /// <summary>How many editions are noted in one commit.</summary>
    private const int MostSigned = 50;

    private readonly Quarantine _quarantine = new(room);
    private readonly Realign _realign = new(room);
    private readonly List<Refusal> _noticed = [];

    /// <summary>What the last run noticed of articles that it took in all the same.</summary>
    public IReadOnlyList<Refusal> Noticed => _noticed;

    /// <inheritdoc/>
    public string Name => "intake";

    /// <inheritdoc/>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        _noticed.Clear();
        while (room.Store.Sign(MostSigned) == MostSigned)
            cancellationToken.ThrowIfCancellationRequested();
        var files = await source.Files(cancellationToken).ConfigureAwait(false);
        var realigned = _realign.Run();
        var known = room.Store.Articles();
        var found = Find(files, known).ToList();
        var owners = Owners(found, known);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var changes = 0;
        foreach (var file in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isOther = file.Id is { } id && owners.GetValueOrDefault(id) != file.Path;
            var done = isOther ? file with { Refusal = Twice(file, found) } : Guarded(file, f => TakeIfNew(f, known));
            changes += done.IsTaken ? 1 : 0;
            if (done.Refusal is not { } refusal)
                continue;
            refused.Add(room.Relative(file.Path));
            changes += _quarantine.Put(file.Path, file.Bytes, [refusal]) ? 1 : 0;
        }

        var folder = room.Relative(room.Settings.Source.Folder) + "/";
        changes += _quarantine.Lift(r => r.Path.StartsWith(folder, StringComparison.Ordinal) && !refused.Contains(r.Path));
        return realigned + changes + Complete();
    }

    private IEnumerable<FoundArticle> Find(ImmutableArray<SourceFile> files, ImmutableArray<ArticleRow> known)
    {
        foreach (var file in files)
        {
            var found = new FoundArticle(Path.Combine(room.Settings.Source.Folder, file.Path), file.Path, file.Bytes, Digest.Of(file.Bytes));
            if (file.Unreadable is { } unreadable)
                yield return found with { Refusal = unreadable with { File = room.Relative(found.Path) } };
            else if (known.FirstOrDefault(a => a.Path == found.Relative && a.Sha256 == found.Sha256) is { } same)
                yield return found with { Id = same.Id, IsKnown = true };
            else
                yield return Guarded(found, Read);
        }
    }

    private FoundArticle Guarded(FoundArticle file, Func<FoundArticle, FoundArticle> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned(room.Relative(file.Path), e);
            return file with { Id = null, Refusal = Poison.Reason(e) };
        }
    }

    /// <summary>Reads a file: an article with its id, an article in another language (no id, no refusal), or none.</summary>
    private FoundArticle Read(FoundArticle file)
    {
        var own = room.Settings.Source.Language;
        var named = ArticleIdentity.LanguageOfName(file.Relative);
        if (named is not null && named != own)
            return file;
        if (!MarkdownExtractor.Extract(file.Bytes, room.Relative(file.Path), Options(null)).Try(out var article, out var refusal))
            return file with { Refusal = refusal };

        var said = ArticleLanguage.Of(article);
        if (named is null && said is null)
        {
            return file with
            {
                Refusal = new Refusal("no-language", "Neither the file's name nor its front matter says in which language it is.", $"Name it story.{own}.md, or add 'lang: {own}' to its front matter.") { File = room.Relative(file.Path) },
            };
        }

        return (named ?? said!.Split('-')[0].ToLowerInvariant()) == own ? file with { Id = ArticleIdentity.IdOf(article, file.Relative, article.Rules) } : file;
    }

    /// <summary>For each id the file that has it: the one that is known, else the only one.</summary>
    private static Dictionary<string, string> Owners(List<FoundArticle> found, ImmutableArray<ArticleRow> known)
    {
        var paths = known.ToDictionary(a => a.Id, a => a.Path, StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var same in found.Where(f => f.Id is not null).GroupBy(f => f.Id!, StringComparer.Ordinal))
        {
            var owner = same.FirstOrDefault(f => paths.GetValueOrDefault(same.Key) == f.Relative) ?? (same.Count() == 1 ? same.First() : null);
            if (owner is not null)
                owners[same.Key] = owner.Path;
        }

        return owners;
    }

    private Refusal Twice(FoundArticle file, List<FoundArticle> found)
    {
        var others = string.Join(", ", found.Where(f => f.Id == file.Id && f.Path != file.Path).Select(f => room.Relative(f.Path)));
        return new Refusal("id-twice", $"The id '{file.Id}' belongs to {others} too.", "Give one of them another 'translationKey', 'ref', 'post_name' or 'slug'; nothing was overwritten.") { File = room.Relative(file.Path) };
    }

    private FoundArticle TakeIfNew(FoundArticle file, ImmutableArray<ArticleRow> known) =>
        file.Id is null || file.Refusal is not null || file.IsKnown ? file : Take(file, known.FirstOrDefault(a => a.Id == file.Id));

    private FoundArticle Take(FoundArticle file, ArticleRow? known)
    {
        if (known is not null && known.Sha256 == file.Sha256)
            return Taken(file, new Changes { Articles = [(known with { Path = file.Relative }, known.Revision)], Events = [Event.Of("article-moved", known.Id, null, Event.Program, ("path", file.Relative))] });

        var previous = known is null ? null : room.Extract(known.Id, known.Revision);
        if (!MarkdownExtractor.Extract(file.Bytes, room.Relative(file.Path), Options(previous)).Try(out var article, out var refusal))
            throw new InvalidDataException(refusal.ToString());
        if (HasText(previous) && !HasText(article))
        {
            // An empty body is more often a file that was saved too early than a wish, and what is left of it is translated: it would be published.
            return file with
            {
                Refusal = new Refusal("text-gone", "The article has words in its front matter alone, and had text below it before.", "Write its text again. If readers are to have none, give it another 'slug' or 'translationKey', and retract the former article.") { File = room.Relative(file.Path) },
            };
        }

        var row = new ArticleRow(file.Id!, file.Relative, file.Sha256, (known?.Revision ?? 0) + 1);
        var taken = Taken(file, new Changes
        {
            Articles = [(row, known?.Revision ?? 0)],
            Revisions = [new RevisionRow(row.Id, row.Revision, row.Path, file.Bytes, article.UnitIds, Options(null).Standing, room.Clock.GetUtcNow())],
            Editions = known is null ? Begin(row, article, room.Settings.Targets.Keys) : Revise(row, article),
            Events = [Event.Of(known is null ? "article-taken-in" : "article-revised", row.Id, null, Event.Program, ("revision", Number(row.Revision)), ("units", Number(article.Units.Length)))],
        });
        // What concerns a unit is told to whoever works on it.
        foreach (var finding in taken.IsTaken ? article.Findings.Where(f => f.UnitId.Length == 0) : [])
        {
            _noticed.Add(new Refusal(finding.Check, finding.Said, "") { File = room.Relative(file.Path) });
            room.Log.Noticed(room.Relative(file.Path), finding.Message);
        }

        return taken;
    }

    private FoundArticle Taken(FoundArticle file, Changes changes) => file with { IsTaken = room.Commit(changes) };

    /// <summary>Whether an article, if there is one, has words besides those of its front matter.</summary>
    private static bool HasText(Extraction? article) => article is not null && article.Units.Any(u => u.Kind != UnitKind.FrontMatter);

    private ImmutableArray<(Edition, int)> Begin(ArticleRow row, Extraction article, IEnumerable<string> languages) =>
        [.. languages.Select(l => (room.Laid(EditionRevision.Begin(row.Id, l, article, room.Settings.RouteOf(l, row.Path, article)) with { Revision = row.Revision }, row.Path, article), 0))];

    /// <summary>A tombstone stands for what was retracted, and follows nothing.</summary>
    private ImmutableArray<(Edition, int)> Revise(ArticleRow row, Extraction article) =>
        [.. room.Store.Editions(row.Id).Where(e => e.Edition.Retraction is null).Select(e => (Asked(room.Laid(EditionRevision.Revise(e.Edition, article, row.Revision, room.Extract(row.Id, e.Edition.Revision)) with { Parked = null }, row.Path, article, e.Edition.OwnRoute), row.Sha256), e.Version))];

    /// <summary>
    /// A change of what is live, which waits for somebody to say what it is to the readers where the settings want that: also when another
    /// correction is under way, of which alone its line or its silence speaks. A source that is put back as it is live asks nothing.
    /// </summary>
    private Edition Asked(Edition edition, string sha256)
    {
        const string Reason = "The source article was changed.", Besides = $" / {Reason}";
        if (!room.Settings.Source.AsksWhenRevised || edition is not { Live: { } live, Retraction: null })
            return edition;
        if (room.Store.Revision(edition.Article, live.Revision) is { } revision && Digest.Of(revision.Source) == sha256)
        {
            return edition.Correction switch
            {
                { Reason: Reason, Person: Event.Program } when edition.Segments.All(edition.IsPublished) => edition with { Correction = null },
                { IsAsked: true, Reason: var reason } begun when reason.EndsWith(Besides, StringComparison.Ordinal) => edition with { Correction = begun with { IsAsked = false, Reason = reason[..^Besides.Length] } },
                _ => edition,
            };
        }

        var asked = edition.Correction is { } other
            ? other with { IsAsked = true, Reason = other.Reason.EndsWith(Reason, StringComparison.Ordinal) ? other.Reason : other.Reason + Besides }
            : new Correction(CorrectionKind.Correction, Reason, Event.Program, room.Clock.GetUtcNow());
        return edition with { Correction = asked };
    }

    /// <summary>Begins the editions of languages that were added to the settings: not of an article that was retracted; where a first key is turned, it is turned for them, too.</summary>
    private int Complete()
    {
        var there = room.Store.Heads().ToLookup(h => h.Article, StringComparer.Ordinal);
        var changes = 0;
        foreach (var article in room.Store.Articles().Where(a => !there[a.Id].Any(h => h.Marks.IsRetracted)))
        {
            var missing = room.Settings.Targets.Keys.Except(there[article.Id].Select(h => h.Language), StringComparer.Ordinal).ToList();
            if (missing.Count == 0)
                continue;
            var key = there[article.Id].Any(h => h.Marks.IsRetractionAsked) ? room.Store.Editions(article.Id).Select(e => e.Edition.RetractionAsked).FirstOrDefault(k => k is not null) : null;
            if (room.Commit(new Changes
            {
                Editions = [.. Begin(article, room.Extract(article.Id, article.Revision), missing).Select(e => (e.Item1 with { RetractionAsked = key }, e.Item2))],
                Events = [.. missing.Select(l => Event.Of("edition-begun", article.Id, l, Event.Program))],
            }))
            {
                changes++;
            }
        }

        return changes;
    }

    private ExtractionOptions Options(Extraction? previous) =>
        room.Settings.Source.Extraction() with { Previous = previous };

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record FoundArticle(string Path, string Relative, byte[] Bytes, string Sha256)
    {
        public string? Id { get; init; }

        public bool IsKnown { get; init; }

        public bool IsTaken { get; init; }

        public Refusal? Refusal { get; init; }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Takes terms that came back beside a file or in it: pairs that the termbase does not have are proposals.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="ground">Where they are committed.</param>
internal sealed class ReturnedTerms(NewsroomContext room, ReturnGround ground)
{
    private const int Attempts = 5;
    private const int MostProposals = 500;

    private readonly ReferenceShelf _shelf = new(room);

    /// <summary>Takes the rows of tables and termbases, for each language that came with them.</summary>
    /// <param name="editions">An article of each language of the files that they came with, and the language.</param>
    /// <param name="files">The files of terms.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <returns>What to tell of each edition; of the first also what concerns the files as a whole.</returns>
    public ImmutableArray<ImmutableArray<Finding>> Take(ImmutableArray<(string Article, string Language)> editions, ImmutableArray<(string Name, byte[] Bytes)> files, string? person)
    {
        var refusals = new List<Refusal>();
        var entries = files.SelectMany(f => Read(f.Name, f.Bytes, refusals)).ToList();
        var told = editions.Select(e => Take(e.Article, e.Language, [.. entries.SelectMany(t => _shelf.Pairs(t, e.Language))], person)).ToImmutableArray();
        return told.SetItem(0, [.. refusals.Select(Broken), .. OfOthers(entries, [.. editions.Select(e => e.Language)]), .. told[0]]);
    }

    /// <summary>What is said of terms in other languages of the newsroom than those that came, and of those in none of these.</summary>
    private IEnumerable<Finding> OfOthers(List<TermEntry> entries, List<string> languages)
    {
        static bool Has(TermEntry entry, string of) => entry.Languages.Any(l => !l.Terms.IsEmpty && Languages.AreSame(l.Language, of));
        var own = room.Settings.Source.Language;
        var others = entries.Where(e => Has(e, own))
            .Select(e => e.Languages.Where(l => !l.Terms.IsEmpty && !Languages.AreSame(l.Language, own) && !languages.Exists(o => Languages.AreSame(l.Language, o))
                && (!languages.Exists(o => Has(e, o)) || room.Settings.Targets.Keys.Any(t => Languages.AreSame(l.Language, t)))).Select(l => l.Language).ToList()).Where(l => l.Count > 0).ToList();
        if (others.Count > 0)
            yield return new Finding("terms-other-language", Severity.Warn, "", $"{others.Count} term(s) were not taken in {string.Join(", ", others.SelectMany(l => l).Distinct(StringComparer.OrdinalIgnoreCase))}, since what came with them is in {string.Join(", ", languages)}: return them with the file of that language.");
    }

    /// <summary>Takes terms with their translations.</summary>
    /// <param name="article">The article of the file that they came with.</param>
    /// <param name="language">The edition's language.</param>
    /// <param name="pairs">The terms, known ones among them.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <returns>What to tell.</returns>
    public ImmutableArray<Finding> Take(string article, string language, ImmutableArray<(string Source, string Target)> pairs, string? person) =>
        Proposed(Propose(article, language, News(pairs, language), person, null));

    /// <summary>Takes files of terms that came back without the work: they are proposed with the edition that is out and has most of them.</summary>
    /// <param name="files">The files of terms.</param>
    /// <param name="path">The path of what was handed in.</param>
    /// <param name="sha">Its digest.</param>
    /// <param name="edition">The article and language that a person says they are for; null to find out.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <returns>What became of them, language by language.</returns>
    public ImmutableArray<TakenReturn> TakeAlone(ImmutableArray<(string Name, byte[] Bytes)> files, string path, string sha, (string Article, string Language)? edition, string? person)
    {
        var refusals = new List<Refusal>();
        var entries = files.SelectMany(f => Read(f.Name, f.Bytes, refusals)).ToList();
        IEnumerable<string> languages = edition is { } named ? [named.Language] : room.Store.Heads(onlyOpen: true).Select(h => h.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var taken = ImmutableArray.CreateBuilder<TakenReturn>();
        foreach (var (language, pairs) in languages.Select(l => (l, entries.SelectMany(e => _shelf.Pairs(e, l)).ToImmutableArray())).Where(p => !p.Item2.IsEmpty))
        {
            if ((edition?.Article ?? ArticleWith(pairs, language)) is { } article)
                taken.Add(Alone(article, language, pairs, person, new ReturnRow(sha, path, "", ReturnDesk.Taken, room.Clock.GetUtcNow())));
            else
                refusals.Add(new Refusal("terms-unknown", $"None of its terms occurs in an article that is out in '{language}'.", "Say for which article they are: transflow return FILE --article … -l …."));
        }

        if (taken.Count == 0 && refusals.Count == 0)
            refusals.Add(new Refusal("no-terms", "There are no terms in it with a translation into a language of the newsroom.", "A table has a column for each language, named by its tag: ko,en."));
        return taken.Count == 0
            ? [new TakenReturn(ReturnDesk.Refused, "", [.. refusals.Select(r => r with { File = path })])]
            : [.. taken.Select((t, i) => i > 0 ? t : t with { Findings = [.. t.Findings, .. refusals.Select(Broken)] })];
    }

    private TakenReturn Alone(string article, string language, ImmutableArray<(string Source, string Target)> pairs, string? person, ReturnRow row)
    {
        var proposed = Propose(article, language, News(pairs, language), person, row);
        return new TakenReturn(proposed.IsEmpty ? ReturnDesk.NothingNew : ReturnDesk.Taken, "", [])
        {
            Article = article,
            Language = language,
            Terms = proposed.Length,
            Findings = proposed.IsEmpty ? [new Finding("terms-known", Severity.Info, "", "All terms in it are known, or were proposed before.")] : Proposed(proposed),
        };
    }

    private static ImmutableArray<Finding> Proposed(ImmutableArray<TermProposal> proposed) => proposed.IsEmpty ? []
        : [new Finding("terms-proposed", Severity.Info, "", $"{proposed.Length} new term(s) are proposed for the termbase: {string.Join(", ", proposed.Take(5).Select(p => p.Source))}.")];

    private static Finding Broken(Refusal refusal) => new("terms-broken", Severity.Warn, "", $"Terms were not taken: {refusal}");

    /// <summary>What the termbase does not have. One that cannot be read knows no term: what is proposed twice can be put right, what is dropped cannot.</summary>
    private List<(string Source, string Target)> News(ImmutableArray<(string Source, string Target)> pairs, string language)
    {
        if (pairs.IsEmpty)
            return [];
        var known = _shelf.Pairs(language).ToHashSet();
        return [.. pairs.Where(p => !known.Contains(p)).Distinct().Take(MostProposals)];
    }

    /// <summary>The article that is out in a language in whose package most of the terms stand; null when none of them stands in any.</summary>
    private string? ArticleWith(ImmutableArray<(string Source, string Target)> pairs, string language)
    {
        var terms = News(pairs, language) is { Count: > 0 } news ? news : [.. pairs];
        return room.Store.PackageHeads().Where(p => p.Language == language).DistinctBy(p => p.Article).Select(p => room.Store.Package(p.Token)).OfType<PackageRow>()
            .Select(p => (p.Article, Count: ReturnReader.Read(p.Xliff, p.Path).Value is { } sent ? Occurring(terms, string.Join('\n', sent.Units.Select(u => u.SourceText))) : 0))
            .Where(p => p.Count > 0).OrderByDescending(p => p.Count).Select(p => p.Article).FirstOrDefault();
    }

    private static int Occurring(List<(string Source, string Target)> terms, string text) => terms.Count(t => text.Contains(t.Source, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<TermEntry> Read(string name, byte[] bytes, List<Refusal> refusals)
    {
        try
        {
            return ReferenceShelf.Terms(name, bytes);
        }
        catch (BrokenFileException e)
        {
            refusals.Add(e.ToRefusal(name));
            return [];
        }
    }

    /// <summary>Proposes those of the pairs that were not proposed before.</summary>
    private ImmutableArray<TermProposal> Propose(string article, string language, List<(string Source, string Target)> pairs, string? person, ReturnRow? alone)
    {
        for (var attempt = 1; pairs.Count > 0 && attempt <= Attempts; attempt++)
        {
            var row = ground.Edition(article, language);
            var who = person ?? Worker(row.Edition);
            ImmutableArray<TermProposal> news = [.. pairs.Where(p => !row.Edition.ProposedTerms.Any(k => k.Source == p.Source && k.Target == p.Target)).Select(p => new TermProposal(p.Source, p.Target, who))];
            var changes = new Changes
            {
                Editions = [(row.Edition with { ProposedTerms = [.. row.Edition.ProposedTerms, .. news] }, row.Version)],
                Events = [Event.Of("terms-proposed", article, language, who, ("count", news.Length.ToString(CultureInfo.InvariantCulture)))],
                Returns = alone is null ? [] : [alone],
            };
            if (news.IsEmpty || ground.Commit(changes))
                return news;
        }

        return [];
    }

    /// <summary>Who writes the edition: the terms came with the work.</summary>
    private static string Worker(Edition edition) => edition.Assignments.GetValueOrDefault(edition.Route.Stages[edition.Route.WriteIndex].Name, Event.Program);
}

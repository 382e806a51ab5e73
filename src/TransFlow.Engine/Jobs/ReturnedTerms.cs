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

    /// <summary>Takes the rows of tables and termbases.</summary>
    /// <param name="article">The article of the file that they came with.</param>
    /// <param name="language">The edition's language.</param>
    /// <param name="files">The files of terms.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <returns>What to tell.</returns>
    public ImmutableArray<Finding> Take(string article, string language, ImmutableArray<(string Name, byte[] Bytes)> files, string? person)
    {
        if (files.IsEmpty)
            return [];
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var entries = files.SelectMany(f => Read(f.Name, f.Bytes, findings)).ToList();
        ImmutableArray<(string, string)> pairs = [.. entries.SelectMany(e => Pairs(e, language))];
        var others = entries.Where(e => Of(e, room.Settings.Source.Language).Any() && !e.Languages.Any(l => Languages.AreSame(l.Language, language)))
            .Select(e => e.Languages.Where(l => !Languages.AreSame(l.Language, room.Settings.Source.Language) && !l.Terms.IsEmpty).Select(l => l.Language).ToList()).Where(l => l.Count > 0).ToList();
        if (others.Count > 0)
        {
            findings.Add(new Finding("terms-other-language", Severity.Warn, "", $"{others.Count} term(s) were not taken, since they are in {string.Join(", ", others.SelectMany(l => l).Distinct(StringComparer.OrdinalIgnoreCase))} and this edition is in {language}: return them with the file of that language."));
        }

        return [.. findings, .. Take(article, language, pairs, person)];
    }

    /// <summary>Takes terms with their translations.</summary>
    /// <param name="article">The article of the file that they came with.</param>
    /// <param name="language">The edition's language.</param>
    /// <param name="pairs">The terms, known ones among them.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <returns>What to tell.</returns>
    public ImmutableArray<Finding> Take(string article, string language, ImmutableArray<(string Source, string Target)> pairs, string? person)
    {
        if (pairs.IsEmpty)
            return [];
        // A termbase that cannot be read knows no term: what is proposed twice can be put right, what is dropped cannot.
        var known = new ReferenceShelf(room).Termbase().Try(out var termbase, out _) ? termbase.SelectMany(e => Pairs(e, language)).ToHashSet() : [];
        var news = pairs.Where(p => !known.Contains(p)).Distinct().Take(MostProposals).ToList();
        var taken = news.Count == 0 ? 0 : Propose(article, language, news, person);
        return taken == 0 ? [] : [new Finding("terms-proposed", Severity.Info, "", $"{taken} new term(s) are proposed for the termbase: {string.Join(", ", news.Take(5).Select(p => p.Source))}.")];
    }

    private static ImmutableArray<TermEntry> Read(string name, byte[] bytes, ImmutableArray<Finding>.Builder findings)
    {
        try
        {
            return ReferenceShelf.Terms(name, bytes);
        }
        catch (BrokenFileException e)
        {
            findings.Add(new Finding("terms-broken", Severity.Warn, "", $"Terms were not taken: {e.ToRefusal(name)}"));
            return [];
        }
    }

    private IEnumerable<(string Source, string Target)> Pairs(TermEntry entry, string language) =>
        from source in Of(entry, room.Settings.Source.Language)
        from target in Of(entry, language)
        select (source, target);

    private static IEnumerable<string> Of(TermEntry entry, string language) =>
        entry.Languages.Where(l => Languages.AreSame(l.Language, language)).SelectMany(l => l.Terms).Where(t => t.Status != TermStatus.Forbidden).Select(t => t.Text);

    /// <summary>How many of the pairs were not proposed before.</summary>
    private int Propose(string article, string language, List<(string Source, string Target)> pairs, string? person)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var row = ground.Edition(article, language);
            var who = person ?? Worker(row.Edition);
            ImmutableArray<TermProposal> news = [.. pairs.Where(p => !row.Edition.ProposedTerms.Any(k => k.Source == p.Source && k.Target == p.Target)).Select(p => new TermProposal(p.Source, p.Target, who))];
            var changes = new Changes
            {
                Editions = [(row.Edition with { ProposedTerms = [.. row.Edition.ProposedTerms, .. news] }, row.Version)],
                Events = [Event.Of("terms-proposed", article, language, who, ("count", news.Length.ToString(CultureInfo.InvariantCulture)))],
            };
            if (news.IsEmpty || ground.Commit(changes))
                return news.Length;
        }

        return 0;
    }

    /// <summary>Who writes the edition: the terms came with the work.</summary>
    private static string Worker(Edition edition) => edition.Assignments.GetValueOrDefault(edition.Route.Stages[edition.Route.WriteIndex].Name, Event.Program);
}

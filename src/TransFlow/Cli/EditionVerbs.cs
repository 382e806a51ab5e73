using System.CommandLine;
using System.Globalization;
using TransFlow.Core.Stages;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>Verbs about the words of one edition: reading, approving, sending back, publishing.</summary>
internal static class EditionVerbs
{
    /// <summary>So many oddities are told of at once.</summary>
    private const int MostDoubts = 5;

    public static IEnumerable<Command> All(Verb verb)
    {
        var edition = new EditionLine(verb);
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        yield return Verb.Command("units", "Show the units of an edition: name, where each stands, source and target.", [edition.Article, edition.Language, json],
            (line, _) => edition.One(line, (n, l) => n.Units(edition.Id(line), l).Try(out var units, out var refusal) ? UnitTable.Show(verb, units, line.GetValue(json)) : verb.Refuse(refusal)));
        var html = new Option<bool>("--html") { Description = "As an HTML document, in the template that the settings name." };
        yield return Verb.Command("preview", "Print an edition's page as it would be published now.", [edition.Article, edition.Language, html],
            (line, _) => edition.One(line, (n, l) => (line.GetValue(html) ? n.PreviewHtml(edition.Id(line), l) : n.Preview(edition.Id(line), l)).Try(out var page, out var refusal) ? verb.Print(page) : verb.Refuse(refusal)));
        yield return Verb.Command("accept", "Approve what waits at the editor's stage (or at clearance).", [edition.Article, edition.Language, edition.AtStage, edition.As, edition.Unit],
            (line, _) => edition.One(line, (n, l) => Accept(edition, line, n, l, line.GetValue(edition.AtStage))));
        yield return Verb.Command("sign-off", "Approve an edition at the stage 'sign-off'.", [edition.Article, edition.Language, edition.As, edition.Unit],
            (line, _) => edition.One(line, (n, l) => Accept(edition, line, n, l, "sign-off")));
        yield return Verb.Command("send-back", "Send an edition, or some of its units, back to the translator, who reads the reason.", [edition.Article, edition.Language, edition.As, edition.Unit, edition.Reason],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Acts.SendBack(edition.Id(line), l, line.GetValue(edition.As), [.. line.GetValue(edition.Unit) ?? []], line.GetValue(edition.Reason)!), c => $"{c} segment(s) sent back; the translator's file is made at the next pass.")));
        yield return Verb.Command("reopen", "Open approved units again at a reviewing stage, so that they can be changed and approved anew; what is live stays live.", [edition.Article, edition.Language, edition.AtStage, edition.As, edition.Unit, edition.Reason],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Acts.Reopen(edition.Id(line), l, line.GetValue(edition.AtStage), line.GetValue(edition.As), [.. line.GetValue(edition.Unit) ?? []], line.GetValue(edition.Reason)!), c => $"{c} segment(s) opened again. {Where(n, edition.Id(line), l)}")));
        yield return PublishVerb.Of(edition);
        yield return ChangesVerb.Of(edition);
    }

    private static int Accept(EditionLine edition, ParseResult line, Newsroom newsroom, string language, string? stage)
    {
        var before = newsroom.Store.Edition(edition.Id(line), language)?.Edition;
        return edition.Said(
            newsroom.Acts.Accept(edition.Id(line), language, stage, line.GetValue(edition.As), [.. line.GetValue(edition.Unit) ?? []]),
            c => $"{c} segment(s) accepted. {Where(newsroom, edition.Id(line), language)}{Doubts(newsroom, edition.Id(line), language, before)}");
    }

    /// <summary>What is odd about the words that were accepted, as the desk says it, too.</summary>
    private static string Doubts(Newsroom newsroom, string article, string language, Edition? before)
    {
        if (before is null || !newsroom.Sheet(article, language).Try(out var sheet, out _))
            return "";
        var waited = before.Segments.ToDictionary(s => (s.UnitId, s.Index), s => s.Position(before.Route));
        var accepted = sheet.Edition.Segments.Where(s => waited.TryGetValue((s.UnitId, s.Index), out var was) && s.Position(sheet.Edition.Route) > was);
        var doubts = accepted.SelectMany(sheet.DoubtsOf).Select(f => f.Message).Distinct(StringComparer.Ordinal).ToList();
        return string.Concat(doubts.Take(MostDoubts).Select(d => $"\n  {d}")) + (doubts.Count > MostDoubts ? $"\n  {doubts.Count - MostDoubts} more of the kind: see the desk." : "");
    }

    private static string Where(Newsroom newsroom, string article, string language) =>
        newsroom.Store.Edition(article, language)?.Edition is { } edition ? edition.Stage is { } stage ? $"The edition stands at '{stage.Name}'." : WhenReady(edition) : "";

    /// <summary>When a ready edition goes to its readers.</summary>
    public static string WhenReady(Edition edition) => edition.Embargo is { } embargo
        ? string.Create(CultureInfo.InvariantCulture, $"The edition is ready; it is published when its embargo ends: {embargo.Until:yyyy-MM-dd HH:mm zzz}.")
        : "The edition is ready; it is published at the next pass, or now by 'transflow publish'.";
}

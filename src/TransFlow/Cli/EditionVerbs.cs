using System.CommandLine;
using TransFlow.Core;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>Verbs about one edition.</summary>
internal static class EditionVerbs
{
    private static readonly Argument<string> Article = new("ARTICLE") { Description = "The article's id, as 'status' shows it." };
    private static readonly Option<string?> Language = new("--language", "-l") { Description = "The edition's language; may be left out when the article has only one.", HelpName = "LANG" };
    private static readonly Option<string?> As = new("--as") { Description = "Who you are; else the person who has the stage.", HelpName = "PERSON" };
    private static readonly Option<string[]> Unit = new("--unit") { Description = "Only this unit (its name in the file, such as 07-paragraph); give it for each.", HelpName = "NAME" };

    public static IEnumerable<Command> All(Verb verb)
    {
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        yield return Verb.Command("units", "Show the units of an edition: name, where each stands, source and target.", [Article, Language, json],
            (line, _) => One(verb, line, (n, l) => n.Units(Id(line), l).Try(out var units, out var refusal) ? UnitTable.Show(verb, units, line.GetValue(json)) : verb.Refuse(refusal)));
        yield return Verb.Command("preview", "Print an edition's page as it would be published now.", [Article, Language],
            (line, _) => One(verb, line, (n, l) => n.Preview(Id(line), l).Try(out var page, out var refusal) ? verb.Print(page) : verb.Refuse(refusal)));
        yield return Verb.Command("accept", "Approve what waits at the editor's stage (or at clearance).", [Article, Language, As, Unit],
            (line, _) => One(verb, line, (n, l) => Accept(verb, line, n, l, null)));
        yield return Verb.Command("sign-off", "Approve an edition at the stage 'sign-off'.", [Article, Language, As, Unit],
            (line, _) => One(verb, line, (n, l) => Accept(verb, line, n, l, "sign-off")));
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence; the translator reads it.", Required = true, HelpName = "TEXT" };
        yield return Verb.Command("send-back", "Send an edition, or some of its units, back to the translator.", [Article, Language, As, Unit, reason],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.SendBack(Id(line), l, line.GetValue(As), [.. line.GetValue(Unit) ?? []], line.GetValue(reason)!), c => $"{c} segment(s) sent back; the translator's file is made at the next pass.")));
        var stage = new Option<string?>("--stage") { Description = "The stage; else the one at which the edition stands.", HelpName = "STAGE" };
        var person = new Option<string>("--to") { Description = "The person.", Required = true, HelpName = "PERSON" };
        yield return Verb.Command("assign", "Give a stage of an edition to a person.", [Article, Language, stage, person],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.Assign(Id(line), l, line.GetValue(stage), line.GetValue(person)!, onlyIfFree: false), _ => $"{line.GetValue(person)} has it.")));
        var me = new Option<string>("--as") { Description = "Who you are.", Required = true, HelpName = "PERSON" };
        yield return Verb.Command("claim", "Take a stage of an edition that nobody has.", [Article, Language, stage, me],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.Assign(Id(line), l, line.GetValue(stage), line.GetValue(me)!, onlyIfFree: true), _ => "It is yours.")));
        var why = new Option<string>("--reason") { Description = "Why.", Required = true, HelpName = "TEXT" };
        yield return Verb.Command("hold", "Stop everything for an edition: nothing is handed out or published.", [Article, Language, why, As],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.Hold(Id(line), l, line.GetValue(why), line.GetValue(As) ?? "desk"), _ => "Held.")));
        yield return Verb.Command("release", "Let a held edition go on.", [Article, Language, As],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.Hold(Id(line), l, null, line.GetValue(As) ?? "desk"), _ => "Released.")));
        yield return Verb.Command("retry", "Try again what stopped trying by itself.", [Article, Language, As],
            (line, _) => One(verb, line, (n, l) => verb.Said(n.Acts.Retry(Id(line), l, line.GetValue(As) ?? "desk"), _ => "It is tried again at the next pass.")));
        yield return Verb.Command("publish", "Publish a finished edition now, whatever the schedule says.", [Article, Language],
            (line, stop) => verb.InNewsroom(line, async n => LanguageOf(n, line).Try(out var l, out var refusal)
                ? verb.Said(await n.Acts.Publish(Id(line), l, stop).ConfigureAwait(false), e => $"Published: {e.Live?.Path}")
                : verb.Refuse(refusal)));
    }

    private static int Accept(Verb verb, ParseResult line, Newsroom newsroom, string language, string? stage) =>
        verb.Said(newsroom.Acts.Accept(Id(line), language, stage, line.GetValue(As), [.. line.GetValue(Unit) ?? []]), c => $"{c} segment(s) accepted. {Where(newsroom, Id(line), language)}");

    private static string Where(Newsroom newsroom, string article, string language) =>
        newsroom.Store.Edition(article, language)?.Edition.Stage is { } stage ? $"The edition stands at '{stage.Name}'." : "The edition is ready; it is published at the next pass, or now by 'transflow publish'.";

    private static Task<int> One(Verb verb, ParseResult line, Func<Newsroom, string, int> work) => verb.InNewsroom(line, newsroom =>
        Task.FromResult(LanguageOf(newsroom, line).Try(out var language, out var refusal) ? work(newsroom, language) : verb.Refuse(refusal)));

    private static Outcome<string> LanguageOf(Newsroom newsroom, ParseResult line)
    {
        if (line.GetValue(Language) is { } said)
            return said;
        var languages = newsroom.Store.Heads().Where(h => h.Article == Id(line)).Select(h => h.Language).ToList();
        return languages.Count == 1
            ? languages[0]
            : new Refusal("which-language", languages.Count == 0 ? $"There is no article '{Id(line)}'." : $"The article has editions in {string.Join(", ", languages)}.", languages.Count == 0 ? "See 'transflow status'." : "Say which: --language.");
    }

    private static string Id(ParseResult line) => line.GetValue(Article)!;
}

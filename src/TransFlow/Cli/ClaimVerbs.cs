using System.CommandLine;
using System.Globalization;
using TransFlow.Core.Stages;

namespace TransFlow.Cli;

/// <summary>Verbs about who has the stages of an edition.</summary>
internal static class ClaimVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var edition = new EditionLine(verb);
        var person = new Option<string>("--to") { Description = "The person.", Required = true, HelpName = "PERSON" };
        yield return Verb.Command("assign", "Give a stage of an edition to a person; when another had it, the work is handed over and nothing of it is lost.", [edition.Article, edition.Language, edition.AtStage, person, edition.As],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Claims.Give(edition.Id(line), l, line.GetValue(edition.AtStage), line.GetValue(person)!, edition.Person(line)), _ => $"{line.GetValue(person)} has it.")));
        yield return Verb.Command("claim", "Take a stage of an edition that nobody has, or renew your claim on it.", [edition.Article, edition.Language, edition.AtStage, edition.Me],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Claims.Claim(edition.Id(line), l, line.GetValue(edition.AtStage), line.GetValue(edition.Me)!), e => Yours(e, line.GetValue(edition.Me)!))));
        yield return Verb.Command("break", "Take a stage away from whoever has it, so that others may claim it.", [edition.Article, edition.Language, edition.AtStage, edition.Reason, edition.As],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Claims.Break(edition.Id(line), l, line.GetValue(edition.AtStage), edition.Person(line), line.GetValue(edition.Reason)!), _ => "Nobody has it now; what was done so far is kept.")));
    }

    private static string Yours(Edition edition, string person) =>
        edition.ClaimedUntil.Where(c => edition.Assignments.GetValueOrDefault(c.Key) == person).Select(c => (DateTimeOffset?)c.Value).Max() is { } until
            ? $"It is yours until {until.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}; claim again, or return some of it, to keep it longer. Its file is made at the next pass."
            : "It is yours.";
}

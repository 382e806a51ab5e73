using System.CommandLine;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>Verbs that stop an edition, keep it in, or let it go on.</summary>
internal static class StopVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var edition = new EditionLine(verb);
        yield return Verb.Command("hold", "Stop everything for an edition: nothing is handed out or published.", [edition.Article, edition.Language, edition.Reason, edition.As],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Acts.Hold(edition.Id(line), l, line.GetValue(edition.Reason)!, edition.Person(line)), _ => "Held.")));
        yield return Verb.Command("release", "Let a held edition go on.", [edition.Article, edition.Language, edition.As],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Acts.Release(edition.Id(line), l, edition.Person(line)), _ => "Released.")));
        yield return Verb.Command("retry", "Try again what stopped trying by itself.", [edition.Article, edition.Language, edition.As],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.Acts.Retry(edition.Id(line), l, edition.Person(line)), _ => "It is tried again at the next pass.")));
        var until = new Option<string?>("--until") { Description = "Not before this time, such as \"2026-03-20 06:00\".", HelpName = "TIME" };
        var zone = new Option<string?>("--zone") { Description = "The time zone of --until, such as Asia/Seoul; else that of the calendar.", HelpName = "ZONE" };
        var lift = new Option<bool>("--lift") { Description = "Turn a key to lift it; two different people have to, the first with --reason." };
        var why = new Option<string?>("--reason") { Description = "Why it is lifted.", HelpName = "TEXT" };
        yield return Verb.Command("embargo", "Keep an edition from publication until a time; lifting it earlier takes two people.", [edition.Article, edition.Language, until, zone, lift, why, edition.Me],
            (line, _) => edition.One(line, (n, l) => edition.Said(Embargo(edition, n, line, l, line.GetValue(until), line.GetValue(zone), line.GetValue(lift), line.GetValue(why)), Told)));
    }

    private static Outcome<Edition> Embargo(EditionLine edition, Newsroom newsroom, ParseResult line, string language, string? until, string? zone, bool lift, string? reason) => (until, lift) switch
    {
        (not null, false) => newsroom.Embargoes.Set(edition.Id(line), language, until, zone, line.GetValue(edition.Me)!),
        (null, true) => newsroom.Embargoes.Lift(edition.Id(line), language, line.GetValue(edition.Me)!, reason ?? ""),
        _ => new Refusal("which", "Either a time or --lift is needed.", "Write --until \"2026-03-20 06:00\", or --lift."),
    };

    private static string Told(Edition edition) => edition.Embargo switch
    {
        null => "Lifted; it is published when it is through its stages.",
        { Lift: { } first } => $"{first.Person} turned the first key; another person has to turn the second.",
        var set => $"Not before {set.Until.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)} ({set.Zone}).",
    };
}

using System.CommandLine;
using System.Globalization;
using TransFlow.Engine;
using TransFlow.Engine.Store;

namespace TransFlow.Cli;

/// <summary>Verbs about what waits to be told to others.</summary>
internal static class OutboxVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var way = new Argument<string>("WAY") { Description = "The way's name in the settings." };
        var oneWay = new Option<string?>("--way") { Description = "Only this way.", HelpName = "NAME" };
        var person = new Option<string>("--as") { Description = "Who you are.", DefaultValueFactory = _ => "desk", HelpName = "PERSON" };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var outbox = Verb.Command("outbox", "Show what waits to be told to others by webhook or mail.", [json], (line, _) => verb.InNewsroom(line, n => Task.FromResult(List(verb, n, line.GetValue(json)))));
        outbox.Add(Verb.Command("retry", "Try at once what waits or is parked.", [oneWay, person],
            (line, _) => Said(verb, line, n => n.Outbox.Retry(line.GetValue(oneWay), line.GetValue(person)!), c => $"{c} deliveries are tried at the next pass.")));
        var first = new Option<long>("--from") { Description = "The number of the first event, as 'history --json' shows it.", Required = true, HelpName = "NUMBER" };
        var last = new Option<long>("--to") { Description = "The number of the last event.", DefaultValueFactory = _ => long.MaxValue, HelpName = "NUMBER" };
        outbox.Add(Verb.Command("replay", "Tell events again; each has the id that it had, so that the other side knows it.", [way, first, last, person],
            (line, _) => Said(verb, line, n => n.Outbox.Replay(line.GetValue(way)!, line.GetValue(first), line.GetValue(last), line.GetValue(person)!), c => $"{c} deliveries go out at the next pass.")));
        var number = new Argument<long>("NUMBER") { Description = "The delivery's number, as 'outbox' shows it." };
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence.", Required = true, HelpName = "TEXT" };
        outbox.Add(Verb.Command("drop", "Give a delivery up.", [way, number, reason, person],
            (line, _) => Said(verb, line, n => n.Outbox.Drop(line.GetValue(way)!, line.GetValue(number), line.GetValue(reason)!, line.GetValue(person)!), _ => "Dropped; the record keeps the reason.")));
        yield return outbox;
    }

    private static int List(Verb verb, Newsroom newsroom, bool json)
    {
        var rows = newsroom.Outbox.List();
        if (json)
            return verb.Answer(rows);
        if (rows.IsEmpty)
            verb.Terminal.Out.WriteLine(newsroom.Settings.Notify.IsEmpty ? "Nobody is told anything: there is no 'notify' in the settings." : "Nothing waits.");
        else
            Table.Write(verb.Terminal.Out, ["Way", "Number", "Tried", "Next (UTC)", "Problem"], rows.Select(Row));
        return ExitCode.Done;
    }

    private static string[] Row(OutboxRow row) =>
    [
        row.Way, row.First == row.Last ? Number(row.Last) : $"{Number(row.First)}-{Number(row.Last)}", Number(row.Attempts),
        row.IsParked ? "parked" : row.Due.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.Problem ?? "",
    ];

    private static Task<int> Said(Verb verb, ParseResult line, Func<Newsroom, Core.Outcome<int>> act, Func<int, string> words) =>
        verb.InNewsroom(line, n => Task.FromResult(new EditionLine(verb).Said(act(n), words)));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

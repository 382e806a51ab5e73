using System.CommandLine;
using System.Globalization;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>Verbs about where segments go.</summary>
internal static class RouteVerbs
{
    private const int MostLetters = 36;

    public static IEnumerable<Command> All(Verb verb)
    {
        var edition = new EditionLine(verb);
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        yield return Verb.Command("route", "Show through which stages each segment of an edition goes, with whom, and why.", [edition.Article, edition.Language, json],
            (line, _) => edition.One(line, (n, l) => n.Routes.Way(edition.Id(line), l).Try(out var way, out var refusal) ? Show(verb, way, line.GetValue(json), edition.Id(line), l) : verb.Refuse(refusal)));
        var some = new Argument<string?>("ARTICLE") { Description = "Only this article.", Arity = ArgumentArity.ZeroOrOne };
        var only = new Option<string?>("--language", "-l") { Description = "Only this language.", HelpName = "LANG" };
        var rehearsal = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing." };
        yield return Verb.Command("reroute", "Apply the routes, rules and due times of the settings to work that is under way; targets and sign-offs stay.", [some, only, rehearsal, json, edition.As],
            (line, _) => verb.InNewsroom(line, n =>
            {
                if (line.GetValue(rehearsal))
                    return Task.FromResult(Changes(verb, [.. n.Routes.Pending(line.GetValue(some), line.GetValue(only))], line.GetValue(json), "would go"));
                return Task.FromResult(n.Routes.Apply(line.GetValue(some), line.GetValue(only), edition.Person(line)).Try(out var done, out var refusal) ? Changes(verb, [.. done], line.GetValue(json), "goes") : verb.Refuse(refusal));
            }));
    }

    private static int Show(Verb verb, EditionWay way, bool json, string article, string language)
    {
        if (json)
            return verb.Answer(way);
        var output = verb.Terminal.Out;
        Table.Write(output, ["Unit", "No", "Source", "Goes through", "Why"], way.Segments.Select(s => new[]
        {
            s.Unit, s.Segment.ToString(CultureInfo.InvariantCulture), Short(s.Source), string.Join(" > ", s.Stages.Select(Stage)), s.Why,
        }));
        if (!way.Pending.IsNone)
        {
            output.WriteLine();
            output.WriteLine($"By the settings of now {Words(way.Pending)} (transflow reroute {article} -l {language}).");
        }

        return ExitCode.Done;
    }

    private static string Stage(StageWay stage) => $"{stage.Stage} ({(stage.Person.Length > 0 ? stage.Person : "nobody")}{(stage.IsDone ? ", done" : "")})";

    private static int Changes(Verb verb, List<RouteChange> changes, bool json, string goes)
    {
        if (json)
            return verb.Answer(changes);
        foreach (var change in changes)
            verb.Terminal.Out.WriteLine($"{change.Article} [{change.Language}] {goes} by the settings of now: {Words(change)}.");
        if (changes.Count == 0)
            verb.Terminal.Out.WriteLine("Everything goes as the settings have it.");
        return ExitCode.Done;
    }

    private static string Words(RouteChange change) => string.Join("; ", new[]
    {
        change.Stages.IsSame ? null : $"its stages are {change.Stages.Then} (now {change.Stages.Now})",
        change.Segments == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{change.Segments} segment(s) go elsewhere"),
        change.Stage.IsSame ? null : $"it stands at {change.Stage.Then} (now {change.Stage.Now})",
        change.Due.IsSame ? null : $"its stage is due {Time(change.Due.Then)} (now {Time(change.Due.Now)})",
    }.OfType<string>());

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "at no time";

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MostLetters ? line : line[..(char.IsHighSurrogate(line[MostLetters - 2]) ? MostLetters - 2 : MostLetters - 1)] + "…";
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using TransFlow.Core;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Cli;

/// <summary>Verbs about the newsroom as a whole.</summary>
internal static class NewsroomVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var article = new Argument<string?>("ARTICLE") { Description = "The article's id, as 'status' shows it.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string?>("--language", "-l") { Description = "Only this language.", HelpName = "LANG" };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        yield return Verb.Command("status", "Show what stands where and what to do next.", [article, language, json],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(StatusTable.Show(verb, n, line.GetValue(article), line.GetValue(json), line.GetValue(language)))));
        yield return Verb.Command("history", "Show what happened, oldest first, and whether the record adds up.", [article, language, json],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(History(verb, n, line.GetValue(article), line.GetValue(language), line.GetValue(json)))));
        yield return Verb.Command("check", "Check settings, store, folders, time zone and the record of events.", [json],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(Check(verb, n, line.GetValue(json)))));
        var backup = new Argument<string>("FILE") { Description = "The backup." };
        yield return Verb.Command("backup", "Write all that the store holds into a file; work may go on meanwhile.", [backup],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(verb.Said(n.Backup(verb.Terminal.Full(line.GetValue(backup)!)), size => $"Backed up: {line.GetValue(backup)}, {size.ToString("N0", CultureInfo.InvariantCulture)} bytes."))));
        yield return Verb.Command("restore", "Put a backup in the place of what the store holds, which is kept as a backup first.", [backup],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(verb.Said(n.Restore(verb.Terminal.Full(line.GetValue(backup)!)), done => string.Join('\n', [$"Restored; what was there is kept in {Path.GetRelativePath(verb.Terminal.Folder, done.Kept)}. What was returned since the backup has to be returned again.",
                .. done.LostGates.Select(g => $"LOST, since it was set after the backup: {g.Gate} of {g.Article} [{g.Language}]. Set it again before a worker starts.")])))));
        var folder = new Argument<string>("FOLDER") { Description = "The newsroom's folder; made when it is not there.", DefaultValueFactory = _ => "." };
        var source = new Option<string>("--source") { Description = "The language of the articles.", DefaultValueFactory = _ => "ko", HelpName = "LANG" };
        var target = new Option<string[]>("--target") { Description = "A language to translate into; give it for each.", DefaultValueFactory = _ => ["en"], HelpName = "LANG" };
        yield return Verb.Command("init", "Make a new newsroom: settings and folders.", [folder, source, target],
            (line, _) => Task.FromResult(Init(verb, verb.Terminal.Full(line.GetValue(folder)!), line.GetValue(source)!, line.GetValue(target)!)));
    }

    private static int History(Verb verb, Newsroom newsroom, string? article, string? language, bool json)
    {
        var events = newsroom.Store.Events(article, language);
        if (article is not null && events.IsEmpty)
            return verb.Refuse(new Refusal("no-article", $"There is no article '{article}'.", "See 'transflow status'."));
        if (json)
            return verb.Answer(events.Select(e => new { e.Number, at = e.At, e.Event.Kind, e.Event.Article, e.Event.Language, e.Event.Actor, e.Event.Details, e.Hash }));
        var zone = newsroom.Settings.Calendar.Zone;
        Table.Write(verb.Terminal.Out, [$"When ({zone.Id})", "Article", "Who", "What", "Kind"], events.Select(e => new[]
        {
            TimeZoneInfo.ConvertTime(e.At, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            e.Event.Language is null ? e.Event.Article : $"{e.Event.Article} [{e.Event.Language}]", e.Event.Actor, EventWords.Of(e.Event), e.Event.Kind,
        }));
        if (EventChain.Break(newsroom.Store) is { } number)
            return verb.Refuse(new Refusal("history-broken", $"The record was changed from outside: event {number} does not follow from those before it.", "Compare with a backup."));
        return ExitCode.Done;
    }

    private static int Check(Verb verb, Newsroom newsroom, bool json)
    {
        var findings = newsroom.Check();
        if (json)
            verb.Answer(findings.Select(f => new { what = f.What.Text, problem = f.Problem?.ToString() }));
        else
            Table.Write(verb.Terminal.Out, ["What", "State"], findings.Select(f => new[] { f.What.Text, f.Problem?.ToString() ?? "ok" }));
        return findings.Any(f => f.Problem is not null) ? ExitCode.Refused : ExitCode.Done;
    }

    private static int Init(Verb verb, string folder, string source, string[] targets)
    {
        var file = Path.Combine(folder, "transflow.json");
        if (File.Exists(file))
            return verb.Refuse(new Refusal("settings-there", "The folder is a newsroom already.", "Nothing was changed.") { File = file });
        Directory.CreateDirectory(Path.Combine(folder, "translations", "articles"));
        Directory.CreateDirectory(Path.Combine(folder, "translations", "boilerplate"));
        Directory.CreateDirectory(Path.Combine(folder, "translations", "returned"));
        File.WriteAllText(file, NewSettings.Text(source, targets), new UTF8Encoding(false));
        verb.Terminal.Out.WriteLine($"""
            A newsroom is in {folder}.
            1. Name its people in transflow.json, under "people".
            2. Put articles into translations/articles/, named like story.{source}.md.
            3. Run: transflow run --once
            """.ReplaceLineEndings(Environment.NewLine));
        return ExitCode.Done;
    }
}

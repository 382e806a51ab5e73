using System.CommandLine;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>The verb that counts what was done.</summary>
internal static class StatsVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var from = new Option<string?>("--from") { Description = "The first day, such as 2026-03-01.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "The last day.", HelpName = "DATE" };
        var language = new Option<string?>("--language", "-l") { Description = "Only this language.", HelpName = "LANG" };
        var json = new Option<bool>("--json") { Description = "The answer as JSON; times as hh:mm:ss, with days before them when there are any." };
        yield return Verb.Command("stats", "Show how long stages take in working time, how much was published, and what is late.", [from, to, language, json], (line, _) => verb.InNewsroom(line, n =>
        {
            if (!Day(line.GetValue(from)).Try(out var first, out var refusal) || !Day(line.GetValue(to)).Try(out var last, out refusal))
                return Task.FromResult(verb.Refuse(refusal));
            var stats = n.Stats(first[0], last[0], line.GetValue(language));
            return Task.FromResult(line.GetValue(json) ? verb.Answer(stats) : Show(verb, n, stats));
        }));
    }

    /// <summary>One day, or none when nothing was said.</summary>
    private static Outcome<DateOnly?[]> Day(string? text)
    {
        if (text is null)
            return new DateOnly?[] { null };
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateOnly?[] { day }
            : new Refusal("not-a-day", $"'{text}' is no day.", "Write it as 2026-03-01.");
    }

    private static int Show(Verb verb, Newsroom newsroom, NewsroomStats stats)
    {
        var output = verb.Terminal.Out;
        if (stats.Turnaround.IsEmpty && stats.Texts.IsEmpty && stats.Late.IsEmpty)
            output.WriteLine("Nothing was finished in that time, and nothing is late.");
        if (!stats.Turnaround.IsEmpty)
            Table.Write(output, ["Stage", "Language", "Done", "Half within", "Nine in ten", "Longest"], stats.Turnaround.Select(t => new[] { t.Stage, t.Language, Number(t.Count), Hours(t.Median), Hours(t.Ninetieth), Hours(t.Longest) }));
        if (!stats.Texts.IsEmpty)
        {
            output.WriteLine();
            var words = Languages.AreSame(newsroom.Settings.Source.Language, "ko") ? "Source eojeol" : "Source words";
            Table.Write(output, ["Published", "Language", words, "Of them reused", "Source characters", "Words", "Characters", "Again"],
                stats.Texts.Select(t => new[] { Number(t.Editions), t.Language, Number(t.Source.Words), Number(t.Reused.Words), Number(t.Source.Characters), Words(t), Number(t.Target.Characters), Number(t.Again) }));
        }

        if (!stats.Overdue.IsEmpty || !stats.Late.IsEmpty)
        {
            output.WriteLine();
            foreach (var count in stats.Overdue)
                output.WriteLine($"Late in that time: {Number(count.Jobs)} at {count.Stage} [{count.Language}]");
            foreach (var edition in stats.Late)
                output.WriteLine($"Late now: {edition.Article} [{edition.Language}] at {edition.Stage}{(edition.Person.Length > 0 ? $" with {edition.Person}" : "")}, due {edition.Due?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}");
        }

        return ExitCode.Done;
    }

    /// <summary>Where words are not set apart by spaces, their number says nothing.</summary>
    private static string Words(PublishedText text) => text.Language.Split('-')[0] is "ja" or "zh" or "th" or "lo" or "km" or "my" ? "" : Number(text.Target.Words);

    private static string Hours(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00} h");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

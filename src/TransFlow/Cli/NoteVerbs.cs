using System.CommandLine;
using System.Globalization;
using TransFlow.Core.Stages;

namespace TransFlow.Cli;

/// <summary>Verbs about what people say beside segments.</summary>
internal static class NoteVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var number = new Option<int>("--note") { Description = "The note's number, as 'notes' shows it.", Required = true, HelpName = "NUMBER" };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var open = new Option<bool>("--open") { Description = "Only those that nobody has settled." };
        var edition = new EditionLine(verb);
        yield return Verb.Command("notes", "Show what people said beside the segments of an edition, and whether it is settled.", [edition.Article, edition.Language, open, json],
            (line, _) => edition.One(line, (n, l) => n.Sheet(edition.Id(line), l).Try(out var sheet, out var refusal) ? Show(verb, sheet.Edition, sheet.NameOf, line.GetValue(open), line.GetValue(json)) : verb.Refuse(refusal)));
        yield return Verb.Command("settle", "Settle a note: it stays to be read, and no longer keeps its segment at a stage that asks for it.", [edition.Article, edition.Language, number, edition.Me],
            (line, _) => edition.One(line, (n, l) => edition.Said(n.SegmentActs.Settle(edition.Id(line), l, line.GetValue(edition.Me)!, line.GetValue(number)), c => $"Settled: “{c.Text}”")));
    }

    private static int Show(Verb verb, Edition edition, Func<string, string> name, bool onlyOpen, bool json)
    {
        var notes = edition.Comments.Select((c, i) => (Number: i + 1, Note: c)).Where(n => !onlyOpen || n.Note.Settled is null).ToList();
        if (json)
            return verb.Answer(notes.Select(n => new { n.Number, Unit = name(n.Note.UnitId), Segment = n.Note.Index + 1, n.Note.Person, n.Note.At, n.Note.Text, About = n.Note.About?.Text, SettledBy = n.Note.Settled?.Person }));
        Table.Write(verb.Terminal.Out, ["Note", "Unit", "By", "State", "Words"],
            notes.Select(n => new[] { n.Number.ToString(CultureInfo.InvariantCulture), $"{name(n.Note.UnitId)}/{(n.Note.Index + 1).ToString(CultureInfo.InvariantCulture)}", n.Note.Person, n.Note.Settled is { } by ? $"settled by {by.Person}" : "open", Words(n.Note) }));
        return ExitCode.Done;
    }

    private static string Words(Comment note) => (note.About is { } gone ? $"{note.Text} (about “{gone.Text}”, which is no longer there)" : note.Text).ReplaceLineEndings(" ");
}

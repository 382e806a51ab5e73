using System.CommandLine;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Cli;

/// <summary>What somebody changed in a published file, and what becomes of it.</summary>
/// <param name="edition">How an edition is named, and the answer told.</param>
internal sealed class ChangesVerb(EditionLine edition)
{
    private readonly Option<bool> _take = new("--take") { Description = "Take what belongs to segments into them: a correction of what is live." };
    private readonly Option<bool> _discard = new("--discard") { Description = "Let the next publication replace the file; a copy is kept." };
    private readonly Option<bool> _putBack = new("--put-back") { Description = "With --take or --discard: undo what belongs to no segment. What was taken off the page is live again at the next publication, what was put in is gone." };
    private readonly Option<string?> _why = new("--reason") { Description = "With --take: why, for the newsroom.", HelpName = "TEXT" };
    private readonly Option<CorrectionKind?> _kind = new("--kind") { Description = "With --take: what it is to the readers: correction, update, or silent (a slip that changes no meaning)." };
    private readonly Option<string?> _line = new("--line") { Description = "With --take: what the page will say, in its own language.", HelpName = "TEXT" };
    private readonly Option<bool> _json = new("--json") { Description = "The answer as JSON." };

    public static Command Of(EditionLine edition) => new ChangesVerb(edition).Command();

    private Command Command()
    {
        var command = Verb.Command("changes", "Show what somebody changed in a published file by hand, and to which segment it belongs; --take it in, or --discard it.",
            [edition.Article, edition.Language, _take, _discard, _putBack, edition.As, _why, _kind, _line, _json], (line, _) => edition.One(line, (n, l) => Run(n, line, l)));
        command.Validators.Add(line =>
        {
            var (takes, discards) = (line.GetValue(_take), line.GetValue(_discard));
            if (takes && discards)
                line.AddError("--take and --discard exclude each other.");
            if ((takes || discards) && line.GetValue(edition.As) is null)
                line.AddError("Say who you are: --as PERSON.");
            if (takes && line.GetValue(_why) is null)
                line.AddError("Say why: --reason TEXT.");
        });
        return command;
    }

    private int Run(Newsroom newsroom, ParseResult line, string language)
    {
        var article = edition.Id(line);
        if (line.GetValue(_take))
        {
            var order = new CorrectionOrder(line.GetValue(_why)!) { Kind = line.GetValue(_kind), Line = line.GetValue(_line) };
            return edition.Said(newsroom.HandChanges.Take(article, language, order, line.GetValue(edition.As)!, putsBack: line.GetValue(_putBack)), e => Taken(e, article, language));
        }

        if (line.GetValue(_discard))
            return edition.Said(newsroom.HandChanges.Discard(article, language, line.GetValue(edition.As)!, putsBack: line.GetValue(_putBack)), _ => $"The next publication replaces the file (now: transflow publish {article} -l {language}); a copy is in {newsroom.Status().RejectedFolder}.");
        return newsroom.HandChanges.Look(article, language).Try(out var report, out var refusal) ? Show(report, line, article, language) : edition.Verb.Refuse(refusal);
    }

    private static string Taken(Edition edition, string article, string language) => edition switch
    {
        { Stage: { } stage } => $"Taken. The edition stands at '{stage.Name}'.",
        { Correction: { LacksLine: true } } => $"Taken. Write what the page says of it: transflow correct {article} -l {language} --line \"…\" --as …; or --kind silent.",
        _ => $"Taken. {EditionVerbs.WhenReady(edition)}",
    };

    private int Show(HandChangeReport report, ParseResult line, string article, string language)
    {
        if (line.GetValue(_json))
        {
            return edition.Verb.Answer(new
            {
                report.File,
                report.Sha256,
                Decided = report.IsDecided,
                Changes = report.Changes.Select(c => new { Where = c.Where.Text, Segment = c.New is null ? (int?)null : c.Index + 1, c.Was, c.Now, Old = c.Old?.ToString(), New = c.New?.ToString(), c.NotOffered, Deletes = c.IsDeletion }),
            });
        }

        var output = edition.Verb.Terminal.Out;
        output.WriteLine($"{report.File} was changed by hand{(report.IsDecided ? "; that is decided: the next publication replaces it" : "")}.");
        foreach (var change in report.Changes)
        {
            output.WriteLine();
            output.WriteLine(change.New is null ? $"{change.Where}: not offered, because {change.NotOffered}." : $"{change.Where}, sentence {change.Index + 1}:");
            if (change.Was.Length > 0)
                output.WriteLine($"  - {change.Old?.ToString() ?? change.Was}");
            if (change.Now.Length > 0)
                output.WriteLine($"  + {change.New?.ToString() ?? change.Now}");
            if (change.IsDeletion)
                output.WriteLine("  This sentence will be missing from the page.");
        }

        if (report.IsDecided)
            return ExitCode.Done;
        output.WriteLine();
        var put = report.Undone.Any() ? " --put-back" : "";
        if (put.Length > 0)
        {
            output.WriteLine(report.Undone.Any(c => c.ComesBack)
                ? "What is not offered is undone by either: what was taken off the page is live again at the next publication, what was put in is gone."
                : "What is not offered is undone by either: it is gone from the page at the next publication, with its sentence.");
        }

        if (report.Offered.Any())
            output.WriteLine($"Take it in:  transflow changes {article} -l {language} --take{put} --reason \"…\" --as EDITOR   (--kind silent for a slip, or --line \"…\")");
        output.WriteLine($"Give it up:  transflow changes {article} -l {language} --discard{put} --as EDITOR   (a copy is kept)");
        return ExitCode.Done;
    }
}

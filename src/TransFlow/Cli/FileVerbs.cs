using System.CommandLine;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>Verbs that bring files in and out of the newsroom.</summary>
internal static class FileVerbs
{
    public static IEnumerable<Command> All(Verb verb)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files.", Arity = ArgumentArity.OneOrMore };
        var who = new Option<string?>("--as") { Description = "Who hands it in; else the person who has the job.", HelpName = "PERSON" };
        var rehearsal = new Option<bool>("--dry-run") { Description = "Say what would become of them, and change nothing." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        yield return Verb.Command("add", "Copy articles into the source folder and take them in.", [files],
            (line, stop) => verb.InNewsroom(line, n => Add(verb, n, line.GetValue(files)!, stop)));
        var its = new Option<string?>("--article") { Description = "The article that the files are for, with --language, where they have lost all that says so.", HelpName = "ARTICLE" };
        var into = new Option<string?>("--language", "-l") { Description = "The edition's language, with --article.", HelpName = "LANG" };
        yield return Verb.Command("return", "Hand in translated or edited XLIFF files, or zip archives of them, whatever their names.", [files, who, its, into, rehearsal, json],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(Return(verb, n, line.GetValue(files)!, line.GetValue(who), (line.GetValue(its), line.GetValue(into)), line.GetValue(rehearsal), line.GetValue(json)))));
        var article = new Argument<string>("ARTICLE") { Description = "The article's id." };
        var language = new Option<string>("--language", "-l") { Description = "The edition's language.", Required = true, HelpName = "LANG" };
        var output = new Option<string>("--output", "-o") { Description = "The folder (this one).", DefaultValueFactory = _ => ".", HelpName = "FOLDER" };
        var old = new Option<bool>("--xliff12") { Description = "The same as --form 1.2, for tools that show nothing of the other." };
        var form = new Option<string?>("--form") { Description = $"The form: {string.Join(", ", FileForm.Names)}; else that of the person who has the stage.", HelpName = "FORM" };
        form.AcceptOnlyFromAmong([.. FileForm.Names]);
        var stage = new EditionLine(verb).AtStage;
        var package = new Option<bool>("--package") { Description = "As a zip archive with terms, memory, preview, instructions and manifest." };
        yield return Verb.Command("export", "Write the file of the present stage once more, anywhere, or the package with all that helps.", [article, language, output, form, old, package, stage],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(Export(verb, n, line.GetValue(article)!, line.GetValue(language)!, verb.Terminal.Full(line.GetValue(output)!), FileForm.Named(line.GetValue(old) ? "1.2" : line.GetValue(form) ?? ""), line.GetValue(package), line.GetValue(stage)))));
    }

    private static async Task<int> Add(Verb verb, Newsroom newsroom, string[] files, CancellationToken stop)
    {
        foreach (var file in files.Select(verb.Terminal.Full))
        {
            var copy = Path.Combine(newsroom.Settings.Source.Folder, Path.GetFileName(file));
            if (!File.Exists(file))
                return verb.Refuse(new Refusal("no-file", "There is no such file.", "Check its path.") { File = file });
            if (File.Exists(copy) && !File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                return verb.Refuse(new Refusal("name-taken", "The source folder has another file of that name.", "Rename yours, or replace the other yourself if it is a correction.") { File = file });
            Newsroom.WriteFile(copy, File.ReadAllBytes(file));
        }

        await newsroom.TakeIn(stop).ConfigureAwait(false);
        var refused = newsroom.Status().Quarantine.Where(q => files.Any(f => Path.GetFileName(q.Path) == Path.GetFileName(f))).ToList();
        foreach (var row in refused)
            verb.Refuse(new Refusal("not-taken", row.Reason, "") { File = row.Path });
        return refused.Count > 0 ? ExitCode.Refused : StatusTable.Show(verb, newsroom, null, json: false);
    }

    private static int Return(Verb verb, Newsroom newsroom, string[] files, string? person, (string? Article, string? Language) edition, bool isRehearsal, bool json)
    {
        if (edition.Article is null != edition.Language is null)
            return verb.Refuse(new Refusal("half-named", "--article and --language go together.", "Give both, or neither to let the files say it."));
        (string, string)? named = edition is ({ } article, { } language) ? (article, language) : null;
        var code = ExitCode.Done;
        var there = files.ToLookup(f => File.Exists(verb.Terminal.Full(f)));
        foreach (var file in there[false])
            code = verb.Refuse(new Refusal("no-file", "There is no such file.", "Check its path.") { File = verb.Terminal.Full(file) });
        foreach (var (file, returned) in newsroom.Acts.Return(there[true].Select(f => (f, File.ReadAllBytes(verb.Terminal.Full(f)), File.GetLastWriteTimeUtc(verb.Terminal.Full(f)))), person, isRehearsal, named))
        {
            foreach (var taken in returned)
            {
                if (json)
                    verb.Answer(taken);
                else if (taken.Article.Length > 0 && (taken.Finished > 0 || taken.Changed > 0 || taken.Comments > 0 || taken.Refusals.IsEmpty))
                    verb.Terminal.Out.WriteLine(Words(file, taken));
                foreach (var refusal in taken.Refusals)
                    code = verb.Refuse(refusal);
            }
        }

        return code;
    }

    private static string Words(string file, Engine.Jobs.TakenReturn taken)
    {
        if (taken.Token.Length == 0)
            return $"{file}: {taken.Article} [{taken.Language}]: terms alone.{string.Concat(taken.Findings.Select(f => $"\n  {f.Message}"))}";
        var words = $"{file}: {taken.Article} [{taken.Language}]: {taken.Finished} segment(s) finished, {taken.Changed} changed, {taken.Left} left at this stage.";
        if (taken is { Finished: 0, Changed: 0, Comments: 0 })
            words += " Nothing in it is new. Did your tool show you nothing to translate? Take the other form: transflow export --form 1.2. What was sent back, or suggested, and may stay as it is counts once your tool marks it translated; or finish it at the desk.";
        if (taken.Comments > 0)
            words += $" {taken.Comments} comment(s) for those who work on it next.";
        if (taken.MissingUnits.Length > 0)
            words += $" A partial return: {taken.MissingUnits.Length} unit(s) are not in the file and stay as they are ({string.Join(", ", taken.MissingUnits.Take(5))}).";
        return words + string.Concat(taken.Findings.Select(f => $"\n  {f.Message}"));
    }

    private static int Export(Verb verb, Newsroom newsroom, string article, string language, string folder, FileForm? form, bool isPackage, string? seat)
    {
        if (!(isPackage ? newsroom.Package(article, language, form, seat) : newsroom.Export(article, language, form, seat)).Try(out var file, out var refusal))
            return verb.Refuse(refusal);
        var path = Path.Combine(folder, file.Name);
        Newsroom.WriteFile(path, file.Bytes);
        verb.Terminal.Out.WriteLine(verb.Terminal.Shown(path));
        return ExitCode.Done;
    }
}

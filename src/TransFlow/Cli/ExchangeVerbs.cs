using System.CommandLine;
using TransFlow.Core;
using TransFlow.Core.Formats;
using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>Verbs about termbases and translation memories; those that convert need no newsroom.</summary>
/// <param name="verb">What verbs have in common.</param>
internal sealed class ExchangeVerbs(Verb verb)
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Files; several are put together.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write; its name says the format, unless --to does.", Required = true, HelpName = "OUT" };
    private readonly Option<string?> _columns = new("--columns") { Description = "The columns of a table without a first row of names, separated by commas, such as ko,en,note.", HelpName = "NAMES" };

    public static IEnumerable<Command> All(Verb verb) => new ExchangeVerbs(verb).All();

    private IEnumerable<Command> All()
    {
        var termStyle = new Option<string?>("--to") { Description = "The format.", HelpName = "FORMAT" };
        termStyle.AcceptOnlyFromAmong("tbx", "tbx-dct", "tbx-core", "martif", "csv", "tsv");
        var terms = new Command("terms", "Convert termbases, and see which terms people propose.");
        terms.Add(Verb.FileCommand("convert", "Convert termbases between TBX (tbx, tbx-dct, tbx-core; martif of 2008) and tables (csv, tsv).", [_files, _output, termStyle, _columns],
            line => Run(line, termStyle, TermFiles.Convert)));
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        terms.Add(Verb.Command("proposals", "Show terms that people propose for the termbase: they came back as new rows of the terms in a package.", [json],
            (line, _) => verb.InNewsroom(line, n => Task.FromResult(Proposals(verb, n, line.GetValue(json))))));
        yield return terms;

        var memoryStyle = new Option<string?>("--to") { Description = "The format.", HelpName = "FORMAT" };
        memoryStyle.AcceptOnlyFromAmong("tmx", "csv", "tsv");
        var memory = new Command("memory", "Work on translation memories; no newsroom is needed.");
        memory.Add(Verb.FileCommand("convert", "Convert translation memories between TMX and tables (csv, tsv); XLIFF is read, too.", [_files, _output, memoryStyle, _columns],
            line => Run(line, memoryStyle, MemoryFiles.Convert)));
        yield return memory;
    }

    private static int Proposals(Verb verb, Newsroom newsroom, bool isJson)
    {
        var proposals = newsroom.ProposedTerms();
        if (isJson)
            return verb.Answer(proposals.Select(p => new { p.Language, p.Term.Source, p.Term.Target, p.Article, p.Term.Person }));
        Table.Write(verb.Terminal.Out, ["Language", "Source", "Target", "Article", "By"], proposals.Select(p => new[] { p.Language, p.Term.Source, p.Term.Target, p.Article, p.Term.Person }));
        return ExitCode.Done;
    }

    private int Run(ParseResult line, Option<string?> style, Func<ConvertedFiles, Stream, Outcome<int>> convert)
    {
        var output = verb.Terminal.Full(line.GetValue(_output)!);
        var columns = line.GetValue(_columns)?.Split(',', StringSplitOptions.TrimEntries);
        var files = new ConvertedFiles([.. line.GetValue(_files)!.Select(verb.Terminal.Full)], line.GetValue(style) ?? Path.GetExtension(output).TrimStart('.').ToLowerInvariant(), columns);
        if (files.Paths.FirstOrDefault(p => !File.Exists(p)) is { } missing)
            return verb.Refuse(new Refusal("no-file", "There is no such file.", "Check its path.") { File = missing });
        using var made = new MemoryStream();
        try
        {
            if (!convert(files, made).Try(out var count, out var refusal))
                return verb.Refuse(refusal);
            Newsroom.WriteFile(output, made.ToArray());
            verb.Terminal.Out.WriteLine($"{count} entries: {verb.Terminal.Shown(output)}");
            if (files.LeftOut.Count > 0)
                verb.Terminal.Error.WriteLine($"Left out, since the format has no place for it: {string.Join(", ", files.LeftOut)}.");
            return ExitCode.Done;
        }
        catch (BrokenFileException e)
        {
            return verb.Refuse(e.ToRefusal(files.Current));
        }
    }
}

/// <summary>What is converted.</summary>
/// <param name="paths">The files.</param>
/// <param name="format">The format to write.</param>
/// <param name="columns">The columns of tables without names; null when the first row has them.</param>
internal sealed class ConvertedFiles(IReadOnlyList<string> paths, string format, IReadOnlyList<string>? columns)
{
    public IReadOnlyList<string> Paths => paths;

    public string Format => format;

    public IReadOnlyList<string>? Columns => columns;

    /// <summary>Kinds of what the format to write has no place for.</summary>
    public IReadOnlyList<string> LeftOut { get; set; } = [];

    /// <summary>The file that is being read.</summary>
    public string Current { get; private set; } = paths[0];

    /// <summary>What all the files hold, in order.</summary>
    public IEnumerable<T> Each<T>(Func<string, Stream, IEnumerable<T>> read)
    {
        foreach (var path in paths)
        {
            Current = path;
            using var stream = File.OpenRead(path);
            foreach (var item in read(Path.GetExtension(path).ToUpperInvariant(), stream))
                yield return item;
        }
    }

    public Refusal Unknown(string known) => new("unknown-format", $"'{format}' is no format to write here.", $"Name the file, or --to, as one of {known}.");
}

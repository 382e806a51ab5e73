using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Segments.Srx;
using TransFlow.Xliff;

namespace TransFlow.Cli;

/// <summary>Verbs that need no newsroom, for other people's pipelines.</summary>
internal static class FormatVerbs
{
    /// <summary>The sign between sentences.</summary>
    private const char Cut = '\u241E';

    public static IEnumerable<Command> All(Verb verb)
    {
        var files = new Argument<string[]>("FILE") { Description = "XLIFF files; '-' reads their paths from standard input, one a line.", Arity = ArgumentArity.OneOrMore };
        var batch = new Option<bool>("--batch") { Description = "One line a file: OK, a tab and the path, or BAD, the path and the first problem." };
        yield return Verb.FileCommand("validate", "Check XLIFF files against all that the specification asks of one document; warnings do not make a file bad.", [files, batch],
            line => Validate(verb, line.GetValue(files)!, line.GetValue(batch)));

        var articles = new Argument<string[]>("IN") { Description = "Markdown articles, or folders of them; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "A file for one article, a folder for several; '-' is standard output.", Required = true, HelpName = "OUT" };
        var source = new Option<string?>("--language") { Description = "The articles' language; else what their names or front matter say.", HelpName = "LANG" };
        var into = new Option<string?>("--output", "-o") { Description = "A file for one article, a folder for several; '-' is standard output.", HelpName = "OUT" };
        var toLanguage = new Option<string?>("--target") { Description = "The language to translate into.", HelpName = "LANG" };
        source.Validators.Add(IsLanguage);
        toLanguage.Validators.Add(IsLanguage);
        var explain = new Option<bool>("--explain") { Description = "Write nothing; list every piece of each article by what became of it: unit, code, skeleton." };
        var json = new Option<bool>("--json") { Description = "With --explain, as JSON." };
        var mdx = new Option<bool>("--mdx") { Description = "The articles are MDX, also those on standard input and those whose names do not end with .mdx." };
        var rules = new Option<string?>("--srx") { Description = "Segmentation rules in SRX 2.0, in the place of our own for the languages that they name.", HelpName = "FILE" };
        var replace = new Option<bool>("--replace") { Description = "Write over XLIFF files that hold translations or people's notes, too." };
        var former = new Option<string?>("--former") { Description = "The article as it was, or the folder of the articles as they were: what holds of their translations, which --xliff names, is taken over.", HelpName = "FILE" };
        var translated = new Option<string?>("--xliff") { Description = "With --former: its translated XLIFF file, or the folder of them; '-' is standard input.", HelpName = "XLF" };
        var extract = Verb.FileCommand("extract", "Make XLIFF of Markdown articles, or explain what became of each piece.", [articles, into, source, toLanguage, former, translated, rules, mdx, replace, explain, json],
            line => WithOptions(verb, line, rules, mdx, options => line.GetValue(explain)
                ? new ArticleFiles(verb, options).Explain(line.GetValue(articles)!, line.GetValue(source), line.GetValue(json))
                : new ArticleFiles(verb, options).Extract(line.GetValue(articles)!, line.GetValue(into)!, line.GetValue(source), line.GetValue(toLanguage)!, Former(verb, line.GetValue(former), line.GetValue(translated)), line.GetValue(replace))));
        extract.Validators.Add(result =>
        {
            if (!result.GetValue(explain) && (result.GetResult(into) is null || result.GetResult(toLanguage) is null))
                result.AddError("extract needs IN with --output and --target, or with --explain.");
            if (result.GetValue(former) is null != result.GetValue(translated) is null)
                result.AddError("--former and --xliff go together: the article as it was, and its translations.");
            foreach (var option in new[] { former, translated })
            {
                if (result.GetValue(option) is { Length: > 0 } path && !(option == translated && path == NamedArticles.Standard) && verb.Terminal.Full(path) is var full && !File.Exists(full) && !Directory.Exists(full))
                    result.AddError($"{option.Name}: there is no '{path}'.");
            }
        });
        yield return extract;

        var xliff = new Option<string>("--xliff") { Description = "The translated XLIFF file, or the folder of them; '-' is standard input.", Required = true, HelpName = "XLF" };
        var missing = new Option<string>("--missing") { Description = "What stands where a target is missing: 'source', or 'fail' to refuse.", DefaultValueFactory = _ => "source", HelpName = "source|fail" };
        missing.AcceptOnlyFromAmong("source", "fail");
        yield return Verb.FileCommand("weave", "Put translated XLIFF back into its Markdown article.", [articles, xliff, output, source, rules, mdx, missing],
            line => WithOptions(verb, line, rules, mdx, options =>
                new ArticleFiles(verb, options).Weave(line.GetValue(articles)!, line.GetValue(xliff)!, line.GetValue(output)!, line.GetValue(source), line.GetValue(missing) == "fail")));
        yield return Verb.FileCommand("pseudo", "Make a marked copy of articles, to see what is translated before anyone translates it.", [articles, output, source, rules, mdx],
            line => WithOptions(verb, line, rules, mdx, options => new ArticleFiles(verb, options).Pseudo(line.GetValue(articles)!, line.GetValue(output)!, line.GetValue(source))));

        var language = new Option<string>("--language") { Description = "The language of the paragraphs.", Required = true, HelpName = "LANG" };
        language.Validators.Add(IsLanguage);
        yield return Verb.FileCommand("segment", "Split paragraphs, one a line on standard input, into sentences separated by U+241E on standard output.", [language, rules],
            line => WithOptions(verb, line, rules, null, options => Segment(verb, line.GetValue(language)!, options.Segmentation)));
    }

    private static FormerFiles? Former(Verb verb, string? articles, string? xliff) =>
        articles is null || xliff is null ? null : new FormerFiles(verb.Terminal.Full(articles), xliff == NamedArticles.Standard ? xliff : verb.Terminal.Full(xliff));

    private static void IsLanguage(OptionResult result)
    {
        // Tags of languages with more than three letters are possible, but there is none; names of languages have that shape.
        foreach (var tag in result.Tokens.Select(t => t.Value).Where(t => !Languages.IsTag(t) || t.Split('-')[0].Length > 3))
            result.AddError($"{result.IdentifierToken?.Value}: '{tag}' is no language tag; write {(Languages.Named(tag) is { } named ? $"'{named}'" : "one such as 'ko' or 'zh-Hant-TW'")}.");
    }

    private static int Validate(Verb verb, string[] files, bool isBatch)
    {
        var code = ExitCode.Done;
        foreach (var file in files.SelectMany(f => f == "-" ? Lines(verb.Terminal.In).Where(l => l.Length > 0) : [f]))
        {
            var problems = Problems(verb.Terminal.Full(file));
            var first = problems.Find(p => p.Severity == DiagnosticSeverity.Error);
            code = first is null ? code : ExitCode.Refused;
            if (isBatch)
            {
                verb.Terminal.Out.WriteLine(first is null ? $"OK\t{OneLine(file)}" : $"BAD\t{OneLine(file)}\t{OneLine(first.ToString())}");
                continue;
            }

            problems.ForEach(p => verb.Terminal.Error.WriteLine($"{OneLine(file)}: {p}"));
            if (first is null)
                verb.Terminal.Out.WriteLine($"{OneLine(file)}: ok");
        }

        return code;
    }

    /// <summary>A name, or what is said of a file, in one field of one line.</summary>
    private static string OneLine(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => c switch { '\t' => "\\t", '\n' => "\\n", '\r' => "\\r", _ when char.IsControl(c) => $"\\u{(int)c:x4}", _ => c.ToString() }))
        : text;

    private static List<Diagnostic> Problems(string path)
    {
        if (Directory.Exists(path))
            return [Unreadable("This is a folder; name the files in it.")];
        if (!File.Exists(path))
            return [Unreadable("There is no such file; check its path.")];
        try
        {
            using var stream = File.OpenRead(path);
            return [.. XliffValidator.Validate(stream)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(e.Message)];
        }
    }

    /// <summary>What keeps a file from being read at all, which is no rule of XLIFF.</summary>
    private static Diagnostic Unreadable(string message) => new("no-file", DiagnosticSeverity.Error, "", 0, 0, message);

    private static int Segment(Verb verb, string language, SrxRules? rules)
    {
        var number = 0;
        foreach (var (line, end) in LinesWithEnds(verb.Terminal.In))
        {
            number++;
            if (line.Contains(Cut, StringComparison.Ordinal))
                return verb.Refuse(new Refusal("cut-sign", "The paragraph holds U+241E, which stands between sentences here.", "Take it out, or write another sign for it.") { File = NamedArticles.Standard, Line = number });
            var sentences = SentenceSplitter.Split(line, language, rules).Where(s => !s.IsSpace).Select(s => line.Substring(s.Start, s.Length));
            verb.Terminal.Out.Write(string.Join(Cut, sentences));
            verb.Terminal.Out.Write(end);
        }

        return ExitCode.Done;
    }

    /// <summary>Runs with what the settings say of articles, if they are named, and the segmentation rules of a file, if one is; a file that cannot be used refuses the whole.</summary>
    private static int WithOptions(Verb verb, ParseResult line, Option<string?> rules, Option<bool>? mdx, Func<ExtractionOptions, int> run) => verb.BySettings(line, settings =>
    {
        var options = settings?.Source.Extraction() ?? new ExtractionOptions("");
        if (mdx is not null && line.GetValue(mdx))
            options = options with { IsMdx = true };
        if (line.GetValue(rules) is { } file)
        {
            var full = verb.Terminal.Full(file);
            if (!File.Exists(full))
                return verb.Refuse(new Refusal("no-file", "There is no such file of rules.", "Check its path.") { File = file });
            if (!SrxRules.Read(File.ReadAllBytes(full), file).Try(out var srx, out var refusal))
                return verb.Refuse(refusal);
            options = options with { Segmentation = srx };
        }

        try
        {
            return run(options);
        }
        catch (RegexMatchTimeoutException e)
        {
            return verb.Refuse(new Refusal("srx-slow", $"A rule needs more than {e.MatchTimeout.TotalSeconds:0} seconds for one paragraph: {e.Pattern}", "Nest no repetitions in the rule, and give long ones a limit; or make two paragraphs of that one.") { File = line.GetValue(rules) });
        }
    });

    private static IEnumerable<string> Lines(TextReader input)
    {
        // Some shells put a byte order mark before what they pipe.
        var isFirst = true;
        while (input.ReadLine() is { } line)
        {
            yield return isFirst ? line.TrimStart('\uFEFF') : line;
            isFirst = false;
        }
    }

    /// <summary>Lines with what ends each, so that others can be put in their places; the last has an end, too.</summary>
    private static IEnumerable<(string Line, string End)> LinesWithEnds(TextReader input)
    {
        var line = new StringBuilder();
        var (isFirst, isReturned) = (true, false);
        for (var c = input.Read(); c >= 0; c = input.Read())
        {
            // A carriage return may be the first half of an end.
            if (isReturned || c == '\n')
                yield return (Taken(), isReturned ? c == '\n' ? "\r\n" : "\r" : "\n");
            else if (c != '\r')
                line.Append((char)c);
            if (isReturned && c is not ('\n' or '\r'))
                line.Append((char)c);
            isReturned = c == '\r';
        }

        if (line.Length > 0 || isReturned)
            yield return (Taken(), isReturned ? "\r" : "\n");

        string Taken()
        {
            var taken = isFirst ? line.ToString().TrimStart('\uFEFF') : line.ToString();
            line.Clear();
            isFirst = false;
            return taken;
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;
using Route = TransFlow.Core.Stages.Route;

namespace TransFlow.Cli;

/// <summary>Takes articles apart and puts them together, file by file, without any newsroom.</summary>
/// <param name="verb">The verb.</param>
/// <param name="options">How articles are taken apart; their language where they do not say it, or nothing.</param>
internal sealed partial class ArticleFiles(Verb verb, ExtractionOptions options)
{
    private const string Standard = NamedArticles.Standard;

    /// <summary>For fewer files more threads are not worth their start.</summary>
    private const int FewestSideBySide = 8;

    /// <summary>So much of a file is looked at for XLIFF's root.</summary>
    private const int LongestProlog = 1024;

    /// <summary>A page without words is short; longer ones are translations beside the articles, and not read for it.</summary>
    private const int LongestWordless = 16 * 1024;

    private const string WriteAnew =
        "If it was the article: make the file anew with those of its translations that still hold (transflow extract ARTICLE --former FORMER-ARTICLE --xliff FILE -o NEW-FILE). If somebody wrote over the source in the file: put the words behind it, between <target> and </target>, and the source back.";

    private static readonly Refusal Twice = new("standard-input-twice", "Standard input cannot be the article and its XLIFF at once.", "Name a file for one of them.");

    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    /// <summary>XLIFF of articles.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="output">A file or a folder.</param>
    /// <param name="language">The source language; null for what the articles say.</param>
    /// <param name="target">The target language.</param>
    /// <param name="former">The articles as they were, with their translations; null for none.</param>
    /// <param name="replaces">Whether it is written over files that hold people's work, too.</param>
    public int Extract(string[] inputs, string output, string? language, string target, FormerFiles? former, bool replaces)
    {
        if (former is { IsStandard: true } && inputs.Contains(Standard))
            return verb.Refuse(Twice);
        var input = new Lazy<byte[]>(StandardInput);
        // One file after another is written in the same room, by each thread.
        using var room = new ThreadLocal<MemoryStream>(() => new MemoryStream());
        return Each(inputs, output, _ => ".xlf", language, [], (article, path, name) =>
        {
            if (article.Language.Equals(target, StringComparison.OrdinalIgnoreCase))
                return Same(target);
            if (!Package(article, path, name, target, former, () => input.Value).Try(out var package, out var refusal))
                return refusal;
            var written = room.Value!;
            written.SetLength(0);
            PackageXliff.Write(package.Package, written);
            return new Product(written.GetBuffer().AsMemory(0, (int)written.Length), [.. article.Findings.Select(f => f.Message), .. package.Told]);
        }, (path, _) => target.Equals(ArticleIdentity.LanguageOfName(path), StringComparison.OrdinalIgnoreCase) ? Same(target) : null, replaces);
    }

    /// <summary>What an article's XLIFF is made of: with what holds of the former article's translations, if there is one.</summary>
    private Outcome<(Package Package, IEnumerable<string> Told)> Package(Extraction article, string path, string name, string target, FormerFiles? former, Func<byte[]> input)
    {
        var own = options with { Language = article.Language };
        if (former?.Article(name, own) is not { } read)
            return (Cut(article, name, target), former is null ? [] : ["it had no former article of its name; nothing of it is translated."]);
        if (!read.Try(out var was, out var refusal)
            || !MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article.Text), path, own with { Previous = was }).Try(out var now, out refusal)
            || !former.Work(ArticleIdentity.IdOf(now, name, now.Rules), name, was, target, input).Try(out var work, out refusal))
            return refusal;
        // The token says of which article the file was made, whatever is translated of it.
        var package = work.Revised(now, article) with { Token = Cut(article, name, target).Token };
        var segments = package.Units.SelectMany(u => u.Segments).ToList();
        var (kept, offered, drafts) = (segments.Count(s => s.Target is not null), segments.Count(s => s is { Target: null, Candidate: not null, CandidateSource: not null }), segments.Count(s => s is { Target: null, Candidate: not null, CandidateSource: null }));
        return (package, [.. work.Findings.Select(f => f.Message), $"{kept} of {segments.Count} sentence(s) keep their translations, {offered} have that of a former one in a note.",
            .. drafts == 0 ? Enumerable.Empty<string>() : [$"{drafts} target(s) that nobody confirmed are in notes."],
            .. work.LeftTargets == 0 ? Enumerable.Empty<string>() : [$"{work.LeftTargets} finished translation(s) of the former one have no place any more."], .. work.LeftNotes.Select(n => $"a note is left out, since what it stood beside is gone: “{n}”")]);
    }

    private static Refusal Same(string target) =>
        new(PassedOver.SameLanguage, $"It is in '{target}' already.", "Name the language to translate into with --target, and with --language that of the article, if it is another.");

    /// <summary>Why nothing is made of a page in a folder whose name says another language than the one asked for; null when it does not.</summary>
    private static Refusal? Other(string path, string? language) =>
        language is null || ArticleIdentity.LanguageOfName(path) is not { } own || IsWithin(own, language) || IsWithin(language, own) ? null
        : new Refusal(PassedOver.OtherLanguage, $"Its name says that it is in '{own}'.", "Name it alone, or leave --language out.") { File = path };

    private static bool IsWithin(string tag, string other) => tag.Equals(other, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(other + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>What became of each piece of articles.</summary>
    public int Explain(string[] inputs, string? language, bool isJson)
    {
        var named = new NamedArticles(verb, inputs);
        var code = named.Code;
        var all = new List<object>();
        var several = named.Files.CountBy(f => f.Name, StringComparer.Ordinal).Where(f => f.Value > 1).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, own, folder) in named.Files)
        {
            var name = several.Contains(own) ? verb.Terminal.Shown(path) : own;
            if (!One<Extraction>(path, name, language, (article, _, _) => article).Try(out var article, out var refusal))
            {
                if (folder is not null && refusal.Code == MarkdownExtractor.NoWords)
                {
                    verb.Terminal.Error.WriteLine(Wordless(name));
                    continue;
                }

                code = verb.Refuse(refusal with { File = refusal.File ?? path });
                continue;
            }

            var spans = Explanation.Of(article);
            if (isJson)
                all.Add(new { File = name, Spans = spans.Select(s => new { s.Start, s.Length, Line = LineOf(article.Text, s.Start), Fate = s.Fate.ToString().ToLowerInvariant(), s.What, Text = article.Text.Substring(s.Start, s.Length) }) });
            foreach (var span in isJson ? [] : spans.Where(s => s.What != "white space"))
                verb.Terminal.Out.WriteLine($"{name}:{LineOf(article.Text, span.Start)}\t{span.Fate.ToString().ToLowerInvariant()}\t{span.What}\t{article.Text.Substring(span.Start, span.Length).ReplaceLineEndings("⏎")}");
        }

        return isJson ? Math.Max(code, verb.Answer(all)) : code;
    }

    private static string Wordless(string name) => $"{name}: it has no words, and there is nothing to translate in it; weave writes it as it is.";

    /// <summary>Articles of XLIFF.</summary>
    public int Weave(string[] inputs, string xliff, string output, string? language, bool failsOnMissing)
    {
        if (xliff == Standard && inputs.Contains(Standard))
            return verb.Refuse(Twice);
        var full = xliff == Standard ? xliff : verb.Terminal.Full(xliff);
        var isFolder = xliff != Standard && Directory.Exists(full);
        var input = new Lazy<byte[]>(StandardInput);
        return Each(inputs, output, Ending, language, isFolder || xliff == Standard ? [] : [full], (article, _, name) =>
        {
            var file = XliffOf(name);
            return Lacking(name) ?? Woven(article, name, xliff == Standard ? input.Value : File.ReadAllBytes(file), file, failsOnMissing);
        }, (path, name) => ArticleIdentity.LanguageOfName(path) is null ? null : Lacking(name));

        string XliffOf(string name) => isFolder ? Path.Combine(full, Named(name, ".xlf")) : full;

        Refusal? Lacking(string name) =>
            xliff == Standard || XliffOf(name) is var file && File.Exists(file) && !(isFolder && Newsroom.IsNoFile(file)) ? null : new Refusal(PassedOver.NoXliff, "There is no such XLIFF file.", "Give its path with --xliff.") { File = file };
    }

    private static Outcome<Product> Woven(Extraction article, string name, byte[] xliff, string file, bool failsOnMissing)
    {
        if (!ReturnReader.Read(xliff, file, isBounded: false).Try(out var returned, out var refusal))
            return refusal;
        if (returned.TargetLanguage is not { Length: > 0 } target)
            return new Refusal("no-target-language", "The file does not say its target language.", "Set trgLang (in 1.2 target-language).") { File = file };
        var sent = ReturnedFile.Of(Cut(article, name, target));
        if (SameSources.InDoubt(sent, returned) is { } doubt)
            return doubt with { File = file };
        if (!ReturnMerge.Merge(sent, returned, target, isReviewed: false, isKnown: false).Try(out var merged, out refusal))
            return refusal with { File = file };
        if (merged.Refused.FirstOrDefault() is { } bad)
            return (bad.Code == ReturnMerge.SourceDiffers ? bad with { Advice = WriteAnew } : bad) with { File = file };
        return Woven(article, merged, target, file, failsOnMissing, isUntouched: xliff.AsSpan().IndexOf("<target"u8) < 0 && xliff.AsSpan().IndexOf(":target"u8) < 0);
    }

    /// <summary>Articles with every text marked.</summary>
    public int Pseudo(string[] inputs, string output, string? language) => Each(inputs, output, Ending, language, [], (article, _, _) =>
    {
        var targets = article.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)Marked(s.Source)).ToImmutableArray(), StringComparer.Ordinal);
        var weaving = MarkdownWeaver.Weave(article, targets, new WeaveOptions(article.Language));
        return weaving.IsSound ? Of(weaving) : Unsound(weaving);
    });

    private static Outcome<Product> Woven(Extraction article, MergedReturn merged, string target, string file, bool failsOnMissing, bool isUntouched)
    {
        var targets = merged.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Index).Select(s => s.Target).ToImmutableArray(), StringComparer.Ordinal);
        var lacking = article.Units.FirstOrDefault(u => !targets.TryGetValue(u.Id, out var own) || own.Any(t => t is null));
        if (failsOnMissing && lacking is not null)
            return new Refusal("target-missing", "It has no target, or not for every sentence.", "Translate it, or leave --missing fail away.") { File = file, Unit = lacking.Name };
        var weaving = MarkdownWeaver.Weave(article, targets, new WeaveOptions(target));
        return weaving.IsSound ? Of(weaving, [.. MissingTargets.Told(article, targets, isUntouched), .. merged.Findings]) : Unsound(weaving) with { File = file };
    }

    private static Product Of(Weaving weaving, IEnumerable<Finding>? before = null) =>
        new(Encoding.UTF8.GetBytes(weaving.Text), [.. (before ?? []).Concat(weaving.Findings).Where(f => f.Severity == Severity.Warn).Select(f => f.Message).Distinct(StringComparer.Ordinal)]);

    private static Refusal Unsound(Weaving weaving) =>
        new("not-sound", string.Join(' ', weaving.Findings.Select(f => f.Message)), "Mend the units named.");

    private static Content Marked(Content source) =>
        source.Text.Any(char.IsLetterOrDigit) ? new Content([new Inline(InlineKind.Text, "⟦"), .. source.Parts, new Inline(InlineKind.Text, "⟧")]) : source;

    private static Package Cut(Extraction article, string name, string target)
    {
        var id = ArticleIdentity.IdOf(article, name, article.Rules);
        return Core.Exchange.Package.Cut(article, EditionRevision.Begin(id, target, article, Plain))!;
    }

    /// <summary>An article of MDX stays one.</summary>
    private string Ending(string name) => (name == Standard ? options.IsMdx : ArticleIdentity.IsMdx(name)) ? ".mdx" : ".md";

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    /// <summary>The name of what is made of an article, as it lies in a folder.</summary>
    private static string Named(string name, string ending) => Path.ChangeExtension(name == Standard ? "standard-input" : name, ending);

    /// <summary>Makes something of each article.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="output">A file or a folder.</param>
    /// <param name="ending">What the name of what is made of an article ends with, by the article's name.</param>
    /// <param name="language">The source language; null for what the articles say.</param>
    /// <param name="beside">What is read besides the articles.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="unmade">Why nothing is made of an article in a folder, by its path and name alone, if they tell; it need not be read.</param>
    /// <param name="replaces">Whether it is written over files that hold people's work.</param>
    private int Each(string[] inputs, string output, Func<string, string> ending, string? language, string[] beside, Func<Extraction, string, string, Outcome<Product>> make, Func<string, string, Refusal?>? unmade = null, bool replaces = false)
    {
        var named = new NamedArticles(verb, inputs);
        var files = named.Files;
        if (output == Standard && files.Count > 1)
            return verb.Refuse(new Refusal("several-files", $"Standard output takes what is made of one article, and here are {files.Count}.", "Name a folder with -o."));
        var full = verb.Terminal.Full(output);
        var isFolder = files.Count != 1 || inputs.Length > 1 || Directory.Exists(verb.Terminal.Full(inputs[0])) || Directory.Exists(full) || Path.EndsInDirectorySeparator(output);
        if (isFolder && output != Standard && File.Exists(full))
            return verb.Refuse(new Refusal("no-folder", "This is a file; what is made of several articles needs a folder.", "Name a folder with -o.") { File = full });
        var written = new HashSet<string>(StringComparer.Ordinal);
        var read = new ReadFiles(files.Select(f => f.Path).Where(p => p != Standard).Concat(beside));
        var plan = files.ConvertAll(f => new Plan(f.Path, f.Name, f.Folder, isFolder ? Path.Combine(full, Named(f.Name, ending(f.Name))) : full) { Unmade = f.Folder is null ? null : unmade?.Invoke(f.Path, f.Name) ?? Other(f.Path, language) })
            .ConvertAll(p => p with { IsTwice = p.Unmade is null && output != Standard && !written.Add(p.File) });
        var begun = 0;
        Made Make(Plan article)
        {
            try
            {
                // Left alone, the collector lets garbage grow with the processor's caches: a quarter more memory for a thousand articles. What lives long is little; to look for it, too, took a tenth of the time.
                if (Interlocked.Increment(ref begun) % FewestSideBySide == 0)
                    GC.Collect(1);
                return Done(article);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new Made(article, new Refusal("not-written", e.Message, "Mend that, or name another place with -o. What was there before is as it was.") { File = article.File });
            }
        }

        Made Done(Plan article)
        {
            var own = ArticleIdentity.LanguageOfName(article.Path);
            if (article.Unmade is { } none && !(none.Code == PassedOver.NoXliff && HasNoWords(article)))
                return new Made(article, none) { Language = own };
            if (article.IsTwice)
                return new Made(article, new Refusal("output-twice", $"It would replace what was made of another article in '{Path.GetFileName(article.File)}'.", "Give the folder that both are in, rename one, or write them into different folders.") { File = article.Path });
            if (output != Standard && read.Hold(article.File))
                return new Made(article, new Refusal("same-file", "This file would be overwritten by what is made of it; it was not written.", "Name another file or folder with -o.") { File = article.File });
            if (!replaces && output != Standard && Work(article.File) is { } work)
                return new Made(article, new Refusal("holds-work", $"This file holds {work}; it was not written over.", "Name another place with -o, or, if they are not wanted any more, add --replace (extract) or take the file away.") { File = article.File });
            if (!One(article.Path, article.Name, language, Known).Try(out var product, out var refusal))
            {
                return refusal.Code == MarkdownExtractor.NoWords && article.Folder is not null
                    ? new Made(article) { Language = own, IsWordless = true }
                    : new Made(article, refusal with { File = refusal.File ?? article.Path }) { Language = own };
            }

            if (output == Standard)
                verb.Print(Encoding.UTF8.GetString(product.Bytes.Span));
            else
                Newsroom.WriteFile(article.File, product.Bytes.Span);
            return new Made(article) { Language = own, Told = [.. product.Told.Select(t => $"{article.Name}: {t}")] };

            Outcome<Product> Known(Extraction extraction, string path, string name)
            {
                own = extraction.Language;
                return make(extraction, path, name);
            }
        }

        bool HasNoWords(Plan article) => new FileInfo(article.Path).Length <= LongestWordless
            && !One<Extraction>(article.Path, article.Name, language, (extraction, _, _) => extraction).Try(out _, out var refusal) && refusal.Code == MarkdownExtractor.NoWords;

        // A page without words is the same in every language.
        Refusal? Copied(Plan article)
        {
            try
            {
                if (output == Standard)
                    verb.Print(Encoding.UTF8.GetString(File.ReadAllBytes(article.Path)));
                else
                    Newsroom.WriteFile(article.File, File.ReadAllBytes(article.Path));
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new Refusal("not-written", e.Message, "Mend that, or name another place with -o. What was there before is as it was.") { File = article.File };
            }
        }

        // Files are made side by side; what is printed comes in order.
        var made = output == Standard || files.Count < FewestSideBySide ? plan.Select(Make) : SideBySide();
        var passed = new PassedOver(verb);
        var code = named.Code;
        var wordless = new List<Made>();
        try
        {
            foreach (var one in made)
            {
                if (one.IsWordless)
                {
                    wordless.Add(one);
                    continue;
                }

                if (!passed.Holds(one.Article.Folder, one.Language, one.Refusal) && one.Refusal is { } refusal)
                    code = verb.Refuse(refusal);
                foreach (var line in one.Told)
                    verb.Terminal.Error.WriteLine(line);
            }
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        foreach (var (article, _) in wordless.Where(w => passed.IsArticle(w.Language)))
        {
            var isPage = ArticleIdentity.IsArticle(ending(article.Name));
            if (isPage && Copied(article) is { } refusal)
                code = verb.Refuse(refusal);
            else
                verb.Terminal.Error.WriteLine(isPage ? $"{article.Name}: it has no words, and is written as it is." : Wordless(article.Name));
        }

        return Math.Max(code, passed.Close());

        IEnumerable<Made> SideBySide() => plan.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Make);
    }

    /// <summary>What an XLIFF file that is there has of people's work, in whatever encoding and with whatever prefixes; null for nothing, and for other files.</summary>
    private static string? Work(string file)
    {
        // What a link to a pipe leads to is no file, and would be waited for; the link itself has a length.
        if (new FileInfo(Newsroom.RealPath(file)) is not { Exists: true, Length: > 0 })
            return null;
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file)).Replace("\0", "", StringComparison.Ordinal);
        return !Xliff().IsMatch(text) ? null : Target().IsMatch(text) ? "translations" : Remark().IsMatch(text) ? "notes that somebody wrote" : null;
    }

    /// <summary>Whether a file is XLIFF, by its name or its root.</summary>
    private static bool IsXliff(string path, byte[] bytes) =>
        Path.GetExtension(path).ToUpperInvariant() is ".XLF" or ".XLIFF" or ".SDLXLIFF" or ".MQXLIFF"
        || XliffRoot().IsMatch(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, LongestProlog))).Replace("\0", "", StringComparison.Ordinal));

    /// <summary>XLIFF's root as the first element, behind a mark of the encoding as it looks byte by byte.</summary>
    [GeneratedRegex(@"^[\u00EF\u00BB\u00BF\u00FE\u00FF]*\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:[\w.-]+:)?xliff[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex XliffRoot();

    [GeneratedRegex(@"<(?:[\w.-]+:)?xliff\b", RegexOptions.CultureInvariant)]
    private static partial Regex Xliff();

    [GeneratedRegex(@"<(?:[\w.-]+:)?target\b", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    /// <summary>A note or a comment in any of the ways of tools, or typed into the file; ours say of which kind a unit is.</summary>
    [GeneratedRegex("""<(?:[\w.-]+:)?(?:note\b(?![^<>]*\bcategory\s*=\s*["']context["'])|comment\b|(?:mrk|sm)\b[^<>]*\s(?:type\s*=\s*["']comment["']|[\w:.-]*[cC]omment\s*=))|<!--""", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>An article, the folder in which it was found, and the file that is to be made of it.</summary>
    private sealed record Plan(string Path, string Name, string? Folder, string File)
    {
        /// <summary>Whether another before it takes the file.</summary>
        public bool IsTwice { get; init; }

        /// <summary>Why nothing is made of it, as far as its name tells.</summary>
        public Refusal? Unmade { get; init; }
    }

    /// <summary>What became of an article.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Refusal">Why nothing was made of it.</param>
    private sealed record Made(Plan Article, Refusal? Refusal = null)
    {
        /// <summary>Its language; null for one that could not be read, and whose name does not say it.</summary>
        public string? Language { get; init; }

        /// <summary>What was noticed on the way.</summary>
        public ImmutableArray<string> Told { get; init; } = [];

        /// <summary>Whether it has no words, as a page with a picture alone.</summary>
        public bool IsWordless { get; init; }
    }

    /// <summary>What is made of an article, and what was noticed on the way.</summary>
    private sealed record Product(ReadOnlyMemory<byte> Bytes, ImmutableArray<string> Told);

    private Outcome<T> One<T>(string path, string name, string? language, Func<Extraction, string, string, Outcome<T>> make)
        where T : notnull
    {
        try
        {
            return Read(path, name, language, make);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("not-read", e.Message, "Mend that, then run the command again.") { File = path };
        }
        // A defect of the program's; the other articles have none.
        catch (Exception e) when (Poison.Is(e))
        {
            return Poison.Reason(e) with { File = path, Advice = "Please report it, with the article if it may be shown. Nothing was made of it." };
        }
    }

    private byte[] StandardInput()
    {
        using var input = verb.Terminal.Input();
        using var all = new MemoryStream();
        input.CopyTo(all);
        return all.ToArray();
    }

    private Outcome<T> Read<T>(string path, string name, string? language, Func<Extraction, string, string, Outcome<T>> make)
        where T : notnull
    {
        if (path != Standard && !File.Exists(path))
            return new Refusal("no-file", "There is no such file.", "Check its path.") { File = path };
        var bytes = path == Standard ? StandardInput() : File.ReadAllBytes(path);
        if (IsXliff(path, bytes))
            return new Refusal("xliff", "This is XLIFF, not the article.", "Name the article; to put the translations back into it: transflow weave ARTICLE --xliff FILE -o OUT.") { File = path };
        var own = language ?? ArticleIdentity.LanguageOfName(path);
        if (!MarkdownExtractor.Extract(bytes, path, options with { Language = own ?? (options.Language.Length > 0 ? options.Language : "ko") }).Try(out var article, out var refusal))
            return refusal;
        own ??= ArticleLanguage.Of(article);
        own ??= options.Language.Length > 0 ? options.Language : null;
        if (own is null)
            return new Refusal("no-language", "Neither its name nor its front matter says in which language it is.", "Say it with --language.") { File = path };
        return own == article.Language || !MarkdownExtractor.Extract(bytes, path, options with { Language = own }).Try(out var again, out _) ? make(article, path, name) : make(again, path, name);
    }
}

using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using Route = TransFlow.Core.Stages.Route;

namespace TransFlow.Cli;

/// <summary>Articles as they were, with their translated XLIFF: what still holds of it goes into that of the changed articles.</summary>
/// <param name="articles">The former article, or the folder of them.</param>
/// <param name="xliff">Its XLIFF file, the folder of them, or standard input.</param>
internal sealed class FormerFiles(string articles, string xliff)
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    /// <summary>Whether the XLIFF comes from standard input.</summary>
    public bool IsStandard => xliff == NamedArticles.Standard;

    /// <summary>The former article that is the same as a changed one: by its name in a folder, else the one that was named.</summary>
    /// <param name="name">The changed article's name.</param>
    /// <param name="options">How articles are taken apart.</param>
    /// <returns>The former article; null when the folder has none of that name.</returns>
    public Outcome<Extraction>? Article(string name, ExtractionOptions options) =>
        In(articles, name) is { } file ? MarkdownExtractor.Extract(File.ReadAllBytes(file), file, options) : null;

    /// <summary>What the former article's file says.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="former">The former article.</param>
    /// <param name="target">The target language.</param>
    /// <param name="input">Standard input.</param>
    /// <returns>What it says; nothing when there is no file.</returns>
    public Outcome<FormerWork> Work(string id, string name, Extraction former, string target, Func<byte[]> input)
    {
        var begun = EditionRevision.Begin(id, target, former, Plain);
        if (In(xliff, Path.ChangeExtension(name, ".xlf")) is not { } file)
            return FormerWork.Of(former, begun, null);
        if (!ReturnReader.Read(file == NamedArticles.Standard ? input() : File.ReadAllBytes(file), file, isBounded: false).Try(out var returned, out var refusal))
            return refusal;
        if (returned.TargetLanguage is { } other && !Languages.Agree(other, target))
            return new Refusal("other-language", $"The translations in it are in '{other}'.", $"Name the file with those in '{target}', or another --target.") { File = file };
        if (!FormerWork.Of(former, begun, returned).Try(out var work, out refusal))
            return refusal with { File = file, Advice = refusal.Unit is null ? refusal.Advice : "Name the article of which this file was made with --former." };
        return work;
    }

    /// <summary>The file itself when one was named, else the one of that name in the folder; null when there is none.</summary>
    private static string? In(string path, string name) => !Directory.Exists(path) ? path : Path.Combine(path, name) is var file && File.Exists(file) ? file : null;
}

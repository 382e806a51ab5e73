using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using Route = TransFlow.Core.Stages.Route;

namespace TransFlow.Cli;

/// <summary>Articles as they were, with their translated XLIFF: what still holds of it goes into that of the changed articles.</summary>
/// <param name="articles">The former article, or the folder of them.</param>
/// <param name="xliff">Its XLIFF file, or the folder of them.</param>
internal sealed class FormerFiles(string articles, string xliff)
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    /// <summary>The former article that is the same as a changed one: by its name in a folder, else the one that was named.</summary>
    /// <param name="name">The changed article's name.</param>
    /// <param name="options">How articles are taken apart.</param>
    /// <returns>The former article; null when the folder has none of that name.</returns>
    public Outcome<Extraction>? Article(string name, ExtractionOptions options) =>
        In(articles, name) is { } file ? MarkdownExtractor.Extract(File.ReadAllBytes(file), file, options) : null;

    /// <summary>The work on a changed article: translated as far as the former one's translations hold, the others as candidates.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="former">The former article.</param>
    /// <param name="now">The changed one, its units named with the former in mind.</param>
    /// <param name="target">The target language.</param>
    /// <param name="findings">What the former file's targets lack.</param>
    public Outcome<Edition> Work(string id, string name, Extraction former, Extraction now, string target, out ImmutableArray<Finding> findings)
    {
        findings = [];
        var edition = EditionRevision.Begin(id, target, former, Plain);
        if (In(xliff, Path.ChangeExtension(name, ".xlf")) is not { } file)
            return EditionRevision.Revise(edition, now, 2, former);
        if (!ReturnReader.Read(File.ReadAllBytes(file), file, isBounded: false).Try(out var returned, out var refusal))
            return refusal;
        if (returned.TargetLanguage is { } other && !other.Equals(target, StringComparison.OrdinalIgnoreCase))
            return new Refusal("other-language", $"The translations in it are in '{other}'.", $"Name the file with those in '{target}', or another --target.") { File = file };
        if (!ReturnMerge.Merge(ReturnedFile.Of(Package.Cut(former, edition)!), returned, target, isReviewed: false, isKnown: false).Try(out var merged, out refusal))
            return refusal with { File = file };
        if (merged.Refused.FirstOrDefault() is { } bad)
            return bad with { File = file, Advice = "Name the article of which this file was made with --former." };
        var targets = merged.Segments.Where(s => s.Target is not null).ToDictionary(s => (s.UnitId, s.Index), s => s.Target);
        findings = [.. merged.Findings.Where(f => f.Severity != Severity.Info)];
        return EditionRevision.Revise(edition with { Segments = [.. edition.Segments.Select(s => s with { Target = targets.GetValueOrDefault((s.UnitId, s.Index)) })] }, now, 2, former);
    }

    /// <summary>The file itself when one was named, else the one of that name in the folder; null when there is none.</summary>
    private static string? In(string path, string name) => !Directory.Exists(path) ? path : Path.Combine(path, name) is var file && File.Exists(file) ? file : null;
}

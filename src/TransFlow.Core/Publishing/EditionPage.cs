using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>Makes the finished page of an edition out of the source article, the targets and the house style.</summary>
/// <param name="style">The language's house style.</param>
/// <param name="sourceUrl">The public address of the original; null when it has none.</param>
public sealed class EditionPage(HouseStyle style, string? sourceUrl)
{
    /// <summary>Makes the page.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition; every segment has a target.</param>
    /// <param name="credits">Who is named.</param>
    /// <param name="path">Where the page goes, relative to the publication folder.</param>
    /// <returns>The page; refused when a unit's words or codes do not fit their place.</returns>
    public Outcome<Publication> Make(Extraction source, Edition edition, Credits credits, string path)
    {
        var options = new WeaveOptions(edition.Language)
        {
            FrontMatter = FrontMatter(source, edition.Language, credits, source.Rules),
            LinkTarget = address => Longest(style.Links, address) ?? address,
            Body = Furniture.Edits(source, style, credits, edition, sourceUrl),
        };
        var weaving = MarkdownWeaver.Weave(source, Targets(source, edition), options);
        if (weaving.Findings.FirstOrDefault(f => f.Severity == Severity.Block) is { } block)
        {
            return source.Units.FirstOrDefault(u => u.Id == block.UnitId)?.Name is { } name
                ? new Refusal("not-sound", block.Said, $"Mend it in the editor's file, or send it back: transflow send-back {edition.Article} -l {edition.Language} --unit {name} --reason …")
                : new Refusal("not-sound", block.Said, $"Mend it in the editor's file, or send it back: transflow send-back {edition.Article} -l {edition.Language} --reason …");
        }

        return new Publication(edition.Article, edition.Language, path, weaving.Text, edition.Fingerprint) { Findings = weaving.Findings };
    }

    private Dictionary<string, ImmutableArray<Content?>> Targets(Extraction source, Edition edition)
    {
        var kinds = source.Units.ToDictionary(u => u.Id, u => u.Kind, StringComparer.Ordinal);
        return edition.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).ToDictionary(
            unit => unit.Key,
            unit => unit.OrderBy(s => s.Index).Select(s => Styled(s.Target, kinds.GetValueOrDefault(unit.Key))).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    private Content? Styled(Content? target, UnitKind kind) =>
        target is null || kind != UnitKind.Heading || style.HeadingCase != HeadingCase.Upper
            ? target
            : new Content(target.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = p.Value.ToUpperInvariant() } : p));

    private ImmutableArray<FrontMatterEdit> FrontMatter(Extraction source, string language, Credits credits, FrontMatterRules rules)
    {
        if (source.FrontMatter.IsEmpty)
            return [];

        var edits = ImmutableArray.CreateBuilder<FrontMatterEdit>();
        if (rules.LanguageKey is { } key && source.Value(key) is not null)
            edits.Add(new FrontMatterEdit(key, [language]));
        foreach (var (mapped, values) in style.FrontMatter)
        {
            if (source.Value(mapped) is { } value && Longest(values, value) is { } other)
                edits.Add(new FrontMatterEdit(mapped, [other]));
        }

        Add(edits, rules.Translators, credits.Translators);
        Add(edits, rules.Editors, credits.Editors);
        return [.. edits.Where(e => style.Set.All(s => s.Key != e.Key)), .. style.Set.Select(s => s with { IsRequired = true })];
    }

    private static void Add(ImmutableArray<FrontMatterEdit>.Builder edits, CreditKey? key, ImmutableArray<string> names)
    {
        if (key is null || names.IsEmpty)
            return;
        ImmutableArray<string> values = key.IsList ? names : [string.Join(", ", names)];
        edits.Add(new FrontMatterEdit(key.Key, values) { IsList = key.IsList, After = key.After });
    }

    internal static string? Longest(ImmutableSortedDictionary<string, string> beginnings, string value)
    {
        string? best = null;
        foreach (var start in beginnings.Keys)
        {
            if (value.StartsWith(start, StringComparison.Ordinal) && start.Length >= (best?.Length ?? 0))
                best = start;
        }

        return best is null ? null : beginnings[best] + value[best.Length..];
    }
}

using System.Collections.Immutable;

namespace TransFlow.Core.Segments;

/// <summary>Puts target words into the places of the source words.</summary>
public static class MarkdownWeaver
{
    /// <summary>Weaves an edition.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="targets">By unit id, the target of each of the unit's segments in source order; a null target, or a unit that is not there, keeps the source's words.</param>
    /// <param name="options">Target language, front matter, links, furniture.</param>
    /// <returns>The text and its findings; every character outside units and edits is the source's own.</returns>
    public static Weaving Weave(Extraction source, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, WeaveOptions options) =>
        new(source.Text, [new Finding("not-woven", Severity.Block, "", $"{targets.Count} units for {options.Language}.")]);
}

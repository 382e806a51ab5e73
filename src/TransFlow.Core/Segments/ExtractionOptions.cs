using System.Collections.Immutable;
using TransFlow.Core.Segments.Srx;

namespace TransFlow.Core.Segments;

/// <summary>What an extraction has to know beside the article.</summary>
/// <param name="Language">The source language as a BCP 47 tag.</param>
public sealed record ExtractionOptions(string Language)
{
    /// <summary>What each front matter key is for; by default the preset that fits the article's own keys.</summary>
    public FrontMatterRules? FrontMatter { get; init; }

    /// <summary>What the newsroom says of front matter keys beside that.</summary>
    public FrontMatterRoles Roles { get; init; } = new();

    /// <summary>True for an article of MDX whose file's name does not end with <c>.mdx</c>.</summary>
    public bool IsMdx { get; init; }

    /// <summary>Whether readers see the ends of lines within a paragraph.</summary>
    public bool BreaksLines { get; init; }

    /// <summary>Boilerplate in the source language, kept from translators.</summary>
    public ImmutableArray<StandingText> Standing { get; init; } = [];

    /// <summary>Somebody else's segmentation rules; null, or none for the language, for TransFlow's own.</summary>
    public SrxRules? Segmentation { get; init; }

    /// <summary>The article's extraction before it was changed: its units keep their ids where a person would call them the same block.</summary>
    public Extraction? Previous { get; init; }

    /// <summary>The units' ids, and those of their codes, as <see cref="Extraction.UnitIds"/> gave them when the article was first taken apart in this state; counts before <see cref="Previous"/>.</summary>
    public ImmutableArray<string> UnitIds { get; init; } = [];
}

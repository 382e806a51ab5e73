using System.Collections.Immutable;

namespace TransFlow.Core.Segments;

/// <summary>What kind of place in the article a unit's words come from.</summary>
public enum UnitKind
{
    /// <summary>A front matter value; <see cref="Unit.Key"/> says which.</summary>
    FrontMatter,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A paragraph of a list item.</summary>
    ListItem,

    /// <summary>A paragraph inside a block quote.</summary>
    Quotation,

    /// <summary>A table cell.</summary>
    TableCell,

    /// <summary>A footnote's text.</summary>
    Footnote,

    /// <summary>An image's alternative text.</summary>
    ImageAlt,

    /// <summary>An image's or link's title.</summary>
    Title,

    /// <summary>A caption: the emphasised line under an image, or a caption attribute.</summary>
    Caption,

    /// <summary>A term or definition of a definition list.</summary>
    Definition,

    /// <summary>Words inside HTML or a shortcode's attribute.</summary>
    Attribute,
}

/// <summary>One sentence of a unit, with the white space between it and the next.</summary>
/// <param name="Source">The source words.</param>
/// <param name="SpaceAfter">The source's white space up to the next segment; empty after the last.</param>
public sealed record Segment(Content Source, string SpaceAfter);

/// <summary>
/// One block of an article, or one value of its front matter: the smallest piece that text never crosses.
/// </summary>
/// <param name="Id">Stable across revisions; an NMTOKEN, unique in the article.</param>
/// <param name="Name">Short, ASCII, unique in the article and readable, such as <c>02-paragraph</c>.</param>
/// <param name="Kind">Where its words stand.</param>
/// <param name="Segments">Its sentences in order; at least one.</param>
/// <param name="Codes">Its inline codes in order of their first appearance.</param>
public sealed record Unit(string Id, string Name, UnitKind Kind, ImmutableArray<Segment> Segments, ImmutableArray<InlineCode> Codes)
{
    /// <summary>The dotted front matter key (<c>params.caption</c>), or the attribute's name; null for body text.</summary>
    public string? Key { get; init; }

    /// <summary>The unit's source words without codes, for showing to people.</summary>
    public string Text => string.Concat(Segments.Select(s => s.Source.Text + s.SpaceAfter));

    /// <summary>The unit's source words in one line, with what each code amounts to: a blank where a line ends.</summary>
    public string Line => string.Concat(Segments.Select(s => LineOf(s.Source) + s.SpaceAfter));

    /// <summary>Words of the unit in one line, with what each code amounts to.</summary>
    /// <param name="words">Words whose codes are the unit's.</param>
    /// <returns>The line.</returns>
    public string LineOf(Content words) => string.Concat(words.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : p.Kind == InlineKind.Standalone ? Codes.FirstOrDefault(c => c.Id == p.Value)?.Equivalent : null));
}

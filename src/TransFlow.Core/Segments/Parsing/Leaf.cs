namespace TransFlow.Core.Segments.Parsing;

/// <summary>A block that holds inline text.</summary>
/// <param name="kind">Where its words stand.</param>
/// <param name="atoms">The pieces of the article's blocks so far; those of this one are the last.</param>
/// <param name="first">The number of its first one.</param>
internal sealed class Leaf(UnitKind kind, AtomList atoms, int first)
{
    private readonly int _count = atoms.Count - first;

    /// <summary>Where its words stand.</summary>
    public UnitKind Kind { get; } = kind;

    /// <summary>Its inline pieces in order.</summary>
    public ReadOnlySpan<Atom> Atoms => atoms.Items.Slice(first, _count);

    /// <summary>Whether its words stand in a block of HTML.</summary>
    public bool IsHtml { get; init; }
}

/// <summary>Words inside markup: an alternative text, a title, a shortcode's attribute.</summary>
/// <param name="Kind">Where they stand.</param>
/// <param name="Key">The attribute's name; null for an alternative text.</param>
/// <param name="Text">The words.</param>
/// <param name="Start">Offset of their markup.</param>
/// <param name="End">Offset after it.</param>
internal sealed record Inset(UnitKind Kind, string? Key, string Text, int Start, int End)
{
    /// <summary>Whether they stand in a tag of HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether they stand in a shortcode between brackets, as WordPress writes it.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>Whether they stand in a cell of a table, which a bar would end for most site generators.</summary>
    public bool InCell { get; init; }
}

/// <summary>A picture in the article.</summary>
/// <param name="Address">Where it is, as the article says it.</param>
/// <param name="Start">Offset of its markup.</param>
/// <param name="End">Offset after it.</param>
internal sealed record PictureMark(string Address, int Start, int End);

/// <summary>A link's address in the article.</summary>
/// <param name="Text">The address.</param>
/// <param name="Start">Offset.</param>
/// <param name="End">Offset after it.</param>
internal sealed record Address(string Text, int Start, int End);

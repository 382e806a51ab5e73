namespace TransFlow.Core.Segments.Parsing;

/// <summary>A block that holds inline text.</summary>
/// <param name="Kind">Where its words stand.</param>
/// <param name="Atoms">Its inline pieces in order.</param>
internal sealed record Leaf(UnitKind Kind, List<Atom> Atoms)
{
    /// <summary>Whether its words stand in a block of HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether it has codes.</summary>
    public bool HasCodes => Atoms.Exists(a => a.Code is not null);

    /// <summary>The kinds of its codes, in alphabetical order.</summary>
    public IEnumerable<CodeKind> Codes => Atoms.Where(a => a.Kind is InlineKind.Open or InlineKind.Standalone).Select(a => a.Code!.Kind).Order();
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

    /// <summary>Whether they stand in a cell of a table, which a bar would end for most site generators.</summary>
    public bool InCell { get; init; }
}

/// <summary>A link's address in the article.</summary>
/// <param name="Text">The address.</param>
/// <param name="Start">Offset.</param>
/// <param name="End">Offset after it.</param>
internal sealed record Address(string Text, int Start, int End);

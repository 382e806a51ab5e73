namespace TransFlow.Xliff;

/// <summary>A piece of a unit's source, a segment or what stands between two, and what the target has for it.</summary>
/// <param name="Source">The piece: a mark, or what stands in none.</param>
internal sealed record AlignedPiece(XliffNode Source)
{
    /// <summary>The mark of the target that shows it; null for none.</summary>
    public MarkedSpan? Target { get; init; }

    /// <summary>What stands in the target in its place without a mark; null when that is what the source has there.</summary>
    public NodeList? Between { get; init; }

    /// <summary>Its place among the parts of the target; null when none has to be stated.</summary>
    public int? Order { get; init; }

    /// <summary>Whether it stands elsewhere than in the source, and its place was worked out: none that a mark states holds.</summary>
    public bool IsMoved { get; init; }
}

using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>A block of a page and what it became in the changed file, or one of the two alone.</summary>
/// <param name="Made">The block as it was made; null for one that was put in.</param>
/// <param name="Hand">The block of the file; null when it was taken out.</param>
internal sealed record BlockPair(Unit? Made, Unit? Hand)
{
    /// <summary>True in a run whose places stayed while their words changed them, such as two figures of a table.</summary>
    public bool StaysInPlace { get; init; }
}

using System.Collections.Immutable;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>
/// The states of sentences in XLIFF 1.2: its target has one for all, the earliest of theirs, and each is kept beside its source when the file was
/// made of XLIFF 2. They hold until somebody gives the whole another.
/// </summary>
internal static class MarkedStates
{
    private static readonly string[] Order = ["initial", "translated", "reviewed", "final"];

    /// <summary>Says of each sentence how far it is.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="pieces">Its sentences, as they were read.</param>
    /// <param name="whole">What is said of the unit; null for nothing.</param>
    public static ImmutableArray<ReturnedPiece> Of(TransUnit unit, ImmutableArray<ReturnedPiece> pieces, string? whole)
    {
        string?[] own = [.. (unit.SegmentedSource?.Content ?? []).OfType<MarkedSpan>().Where(m => m.Type == "seg").Select(m => m.Of(XliffNamespaces.Core20, "state"))];
        if (Array.TrueForAll(own, s => s is null))
            return Said(pieces, _ => whole);
        var earliest = own.Min(Rank);
        return Rank(whole) != earliest ? Said(pieces, _ => whole)
            : pieces.Count(p => p.IsSegment) == own.Length ? Said(pieces, i => own[i])
            : Said(pieces, _ => own.Contains(null) ? null : Order[earliest]);
    }

    private static int Rank(string? state) => Math.Max(0, Array.IndexOf(Order, state));

    private static ImmutableArray<ReturnedPiece> Said(ImmutableArray<ReturnedPiece> pieces, Func<int, string?> state)
    {
        var at = 0;
        return [.. pieces.Select(p => p.IsSegment ? p with { Said = state(at++) } : p)];
    }
}

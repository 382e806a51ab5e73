using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>Finds among pairs of source and target from earlier editions those like a new source: plain matching by words and letters.</summary>
public static class EarlierPairs
{
    /// <summary>From where on a pair is worth showing.</summary>
    private const double Alike = 0.6;

    /// <summary>More pairs for one segment help nobody.</summary>
    private const int Most = 3;

    /// <summary>The words by which a source is looked up.</summary>
    /// <param name="source">The source.</param>
    /// <returns>Each once.</returns>
    public static IEnumerable<string> Words(Content source) => source.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    /// <summary>The pairs whose sources are most like one, the most like first.</summary>
    /// <param name="source">The source.</param>
    /// <param name="pairs">The pairs to choose from.</param>
    /// <returns>At most three, each with its likeness from 0 to 1.</returns>
    public static ImmutableArray<(Content Source, Content Target, double Likeness)> MostLike(Content source, IEnumerable<(Content Source, Content Target)> pairs) =>
    [
        .. pairs.Select(p => (Pair: p, Likeness: Similarity.Of(p.Source.Text, source.Text))).Where(p => p.Likeness >= Alike)
            .OrderByDescending(p => p.Likeness).ThenBy(p => p.Pair.Source.ToString(), StringComparer.Ordinal).ThenBy(p => p.Pair.Target.ToString(), StringComparer.Ordinal).Take(Most).Select(p => (p.Pair.Source, p.Pair.Target, p.Likeness)),
    ];
}

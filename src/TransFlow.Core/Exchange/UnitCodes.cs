using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Weaves;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>The gate that every stage asks: a unit all of whose segments have targets keeps its inline codes.</summary>
public static class UnitCodes
{
    /// <summary>What is wrong with the codes of an edition's units.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>Blocking findings where codes are broken, warnings where formatting is lost, a code has nothing in it any more, or a front matter value lacks an address; only for units that are filled.</returns>
    public static ImmutableArray<Finding> Check(Extraction source, Edition edition)
    {
        var work = edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        return
        [
            .. source.Units
                .Where(u => work[u.Id].Any() && work[u.Id].All(s => s.Target is not null))
                .SelectMany(u => Of(u, [.. work[u.Id].OrderBy(s => s.Index).Select(s => s.Target!)])),
        ];
    }

    private static IEnumerable<Finding> Of(Unit unit, List<Content> target)
    {
        ImmutableArray<Inline> parts = [.. target.SelectMany(t => t.Parts)];
        foreach (var finding in CodeCheck.Of(unit, target).Concat(TypedCodes.Told(unit, parts)).Concat(EmptiedCodes.Told(unit, parts)))
            yield return finding;
        foreach (var markup in ValueMarkup.Told(unit, string.Concat(target.Select(t => t.Text))))
            yield return markup;
    }
}

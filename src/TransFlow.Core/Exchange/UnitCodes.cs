using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Weaves;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>The gate that every stage asks: a unit all of whose segments have targets keeps its inline codes.</summary>
public static partial class UnitCodes
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
        foreach (var finding in CodeCheck.Of(unit, target))
            yield return finding;
        if (Shown().Match(string.Concat(target.Select(t => t.Text))) is { Success: true } typed && !unit.Text.Contains(typed.Value, StringComparison.Ordinal))
            yield return new Finding("code-typed", Severity.Warn, unit.Id, $"{unit.Name}: it holds “{typed.Value}” as words, which readers will see; put the code there, or take the words out.");
        if (unit.Codes.Any(c => c.Kind == CodeKind.LineBreak && !target.Exists(t => t.Parts.Any(p => p.Kind == InlineKind.Standalone && p.Value == c.Id))))
            yield return new Finding("format-missing", Severity.Warn, unit.Id, $"{unit.Name}: a line break is missing; put it in if it matters.");
        foreach (var empty in EmptiedCodes.Told(unit, [.. target.SelectMany(t => t.Parts)]))
            yield return empty;
        foreach (var address in ValueAddresses.Told(unit, string.Concat(target.Select(t => t.Text))))
            yield return address;
    }

    /// <summary>How tools and the desk show our codes.</summary>
    [GeneratedRegex(@"\[/?(?:b|i|s|code|link|image|br|note|address|html|tag)\]|\{/?[1-9][0-9]?/?\}|\{[1-9][0-9]?>|<[1-9][0-9]?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Shown();
}

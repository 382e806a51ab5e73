namespace TransFlow.Xliff;

/// <summary>Tells what of the two sides of a translation unit of 1.x has no place in 2.0.</summary>
/// <param name="unit">The unit.</param>
/// <param name="losses">Where to say it.</param>
internal sealed class SideLosses(TransUnit unit, List<string> losses)
{
    /// <summary>Tells of the attributes of the sides, of states, and of what only one of two sources has.</summary>
    /// <param name="cut">The unit as it was cut.</param>
    public void Tell(UnitCut cut)
    {
        TellAttributes(cut.Target);
        TellStates(cut.Target);
        if (unit.SegmentedSource is { } segmented)
            TellSources(cut, segmented.Content);
    }

    private void TellAttributes(Target? target)
    {
        string[] known = ["xml:space", "xml:lang"], ofTarget = ["state", "state-qualifier"];
        IEnumerable<(string What, AttributeEntry Attribute)> Of(string what, XliffElement? element) => element?.Attributes.Select(a => (what, a)) ?? [];
        losses.AddRange(Of("source", unit.Source).Concat(Of("segmented source", unit.SegmentedSource)).Concat(Of("target", target))
            .Where(a => !a.Attribute.Name.IsDeclaration && !known.Contains(a.Attribute.Name.Written) && !(a.What == "target" && ofTarget.Contains(a.Attribute.Name.Written)) && a.Attribute.Name.Namespace != XliffNamespaces.Core20)
            .Select(a => $"The attribute '{a.Attribute.Name}' of the {a.What} of the unit '{unit.Id}', for which 2.0 has no place, was left out."));
    }

    private void TellStates(Target? target)
    {
        if (target?.State is { } state && state.Contains(':', StringComparison.Ordinal))
            losses.Add($"The state '{state}' of the unit '{unit.Id}' is 'initial' now.");
        if (target?.State is not (null or "final") && unit.IsApproved == true && States.To2(target.State, null).SubState is not null)
            losses.Add($"The state '{target.State}' of the unit '{unit.Id}', which is approved, is 'final' now.");
    }

    /// <summary>Tells of words and codes that only that one of the two sources has which is left out.</summary>
    private void TellSources(UnitCut cut, NodeList segmented)
    {
        var (whole, isWhole) = (unit.Source?.Content ?? [], cut.Pieces is null);
        if (isWhole && WrittenText.Words(cut.Source) is { Length: > 0 } words && words != WrittenText.Words(whole))
        {
            losses.Add(WrittenText.Bare(words) == WrittenText.Bare(WrittenText.Words(whole))
                ? $"The segmented source of the unit '{unit.Id}' has other white space than its source, whose white space stays."
                : $"The segmented source of the unit '{unit.Id}' has other words than its source; '{words}' was left out.");
        }

        var (kept, left) = isWhole ? (whole, segmented) : (segmented, whole);
        var known = WrittenText.Markup(kept).ToHashSet(StringComparer.Ordinal);
        losses.AddRange(WrittenText.Markup(left).Where(m => !known.Contains(m))
            .Select(m => $"{m} of the {(isWhole ? "segmented source" : "source")} of the unit '{unit.Id}', which its {(isWhole ? "source" : "segmented source")} has not, was left out."));
    }
}

namespace TransFlow.Core.Segments.Units;

/// <summary>Alternative texts and titles that were written anew without a word in common: they belong to what has the same address.</summary>
internal static class SameAddress
{
    /// <summary>The units that are such a text of an address that stands once among those that are left, now and before, each with the place of the former one.</summary>
    /// <param name="drafts">The units now.</param>
    /// <param name="text">The article's text now.</param>
    /// <param name="former">The article before.</param>
    /// <param name="isNew">Whether a unit is left.</param>
    /// <param name="isGone">Whether a former unit is left.</param>
    public static List<(int Now, int Was)> Of(IReadOnlyList<UnitDraft> drafts, string text, Extraction former, Predicate<int> isNew, Predicate<int> isGone)
    {
        var found = new List<(int, int)>();
        var now = Alone(Enumerable.Range(0, drafts.Count).Where(i => IsOfAddress(drafts[i].Kind) && isNew(i)), i => (drafts[i].Kind, Surrounding.AddressOf(text, drafts[i].Place)));
        if (now.Count == 0)
            return found;
        var was = Alone(Enumerable.Range(0, former.Units.Length).Where(p => IsOfAddress(former.Units[p].Kind) && isGone(p)), p => (former.Units[p].Kind, Surrounding.AddressOf(former.Text, former.Places[p])));
        foreach (var (address, at) in now)
        {
            if (at >= 0 && was.TryGetValue(address, out var place) && place >= 0)
                found.Add((at, place));
        }

        return found;
    }

    private static bool IsOfAddress(UnitKind kind) => kind is UnitKind.ImageAlt or UnitKind.Title;

    private static Dictionary<(UnitKind Kind, string Markup), int> Alone(IEnumerable<int> units, Func<int, (UnitKind Kind, string? Markup)> address)
    {
        var alone = new Dictionary<(UnitKind, string), int>();
        foreach (var i in units)
        {
            if (address(i) is (var kind, { } markup) && !alone.TryAdd((kind, markup), i))
                alone[(kind, markup)] = Surrounding.None;
        }

        return alone;
    }
}

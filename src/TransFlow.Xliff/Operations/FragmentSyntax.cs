namespace TransFlow.Xliff;

/// <summary>One step of a fragment identifier.</summary>
/// <param name="Prefix">What kind of thing; empty for a segment, an ignorable, or an inline element of a source.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct FragmentSelector(string Prefix, string Id);

/// <summary>The syntax of fragment identifiers (XLIFF 2.1, 4.3.1).</summary>
internal static class FragmentSyntax
{
    private static readonly string[] Modules = ["mtc", "gls", "fs", "mda", "res", "slr", "val", "pgs", "its", "ctr", "tbx"];

    /// <summary>Reads an identifier.</summary>
    /// <param name="fragment">The identifier without its <c>#</c>.</param>
    /// <returns>Its steps; or the rule that it breaks, and how.</returns>
    public static (List<FragmentSelector>? Selectors, string Rule, string Problem) Parse(string fragment)
    {
        var selectors = new List<FragmentSelector>();
        foreach (var selector in (fragment.StartsWith('/') ? fragment[1..] : fragment).Split('/'))
        {
            var equals = selector.IndexOf('=', StringComparison.Ordinal);
            var (prefix, id) = equals < 0 ? ("", selector) : (selector[..equals], selector[(equals + 1)..]);
            if (!Validation.ValueType.IsToken(id) || (equals >= 0 && !Validation.ValueType.IsToken(prefix)))
                return (null, "R01", $"'#{fragment}' is no fragment; write selectors such as u=id or id, joined by '/'.");
            if (prefix.Length == 1 && !"fgundt".Contains(prefix, StringComparison.Ordinal))
                return (null, "R06", $"'#{fragment}' has the prefix '{prefix}'; write f, g, u, n, d, t, or that of a module.");
            if (prefix.Length > 1 && !Modules.Contains(prefix))
                return (null, "R07", $"'#{fragment}' has the prefix '{prefix}', which no module has; write that of the module.");
            selectors.Add(new(prefix, id));
        }

        var prefixes = selectors.Select(s => s.Prefix).Where(p => p.Length > 0).ToList();
        if (prefixes.Distinct(StringComparer.Ordinal).Count() != prefixes.Count)
            return (null, "R02", $"'#{fragment}' has a prefix twice; take one out.");
        var outer = selectors.Index().Where(s => s.Item.Prefix is "f" or "g" or "u").ToList();
        var places = outer.Select(s => "fgu".IndexOf(s.Item.Prefix, StringComparison.Ordinal)).ToList();
        if (!places.SequenceEqual(places.Order()))
            return (null, "R03", $"'#{fragment}' has f, g and u in another order; put them in that one.");
        if (selectors.Count - outer.Count > 1)
            return (null, "R04", $"'#{fragment}' has more than one of note, data, inline element, segment and module; keep one.");
        return selectors.Count > outer.Count && outer.Exists(o => o.Index == selectors.Count - 1)
            ? (null, "R05", $"'#{fragment}' goes on after what is inside; put that last.")
            : (selectors, "", "");
    }
}

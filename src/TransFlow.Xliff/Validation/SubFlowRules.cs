namespace TransFlow.Xliff.Validation;

/// <summary>Codes whose text stands in other units (XLIFF 2.1, 4.7.2.6).</summary>
internal static class SubFlowRules
{
    private static readonly (string Attribute, string Rule)[] References = [("subFlows", "C28"), ("subFlowsStart", "C29"), ("subFlowsEnd", "C29")];

    public static void Check(IEnumerable<Node> codesWithSubFlows, Report report)
    {
        foreach (var codes in codesWithSubFlows.GroupBy(c => c.Closest("file")))
        {
            var units = IdRules.Structure(codes.Key!).Where(n => n.Is("unit")).Select(u => u["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var code in codes)
            {
                foreach (var (attribute, rule) in References)
                {
                    foreach (var missing in ValueType.Tokens(code[attribute] ?? "").Where(id => !units.Contains(id)))
                        report.Error(rule, code, $"'{attribute}' names the unit '{missing}', and the file has none of that id; name one of its units, or take it out.");
                }
            }
        }
    }
}

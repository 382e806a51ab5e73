namespace TransFlow.Xliff.Validation;

/// <summary>Codes whose text stands in other units (XLIFF 2.1, 4.7.2.6).</summary>
internal static class SubFlowRules
{
    private static readonly (string Attribute, string Rule)[] References = [("subFlows", "C28"), ("subFlowsStart", "C29"), ("subFlowsEnd", "C29")];

    public static void Check(Node root, Report report)
    {
        foreach (var file in root.Core("file"))
        {
            var units = IdRules.Structure(file).Where(n => n.Is("unit")).Select(u => u["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var code in file.All().Where(n => n.IsOneOf("ph", "pc", "sc", "ec")))
            {
                foreach (var (attribute, rule) in References)
                {
                    foreach (var missing in ValueType.Tokens(code[attribute] ?? "").Where(id => !units.Contains(id)))
                        report.Error(rule, code, $"'{attribute}' names the unit '{missing}', and the file has none.");
                }
            }
        }
    }
}

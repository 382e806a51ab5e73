namespace TransFlow.Xliff.Validation;

/// <summary>What XLIFF 1.0 to 1.2 ask of languages, ids and content (1.2, 2.2 and 2.3); the rules' ids begin with <c>V1</c>.</summary>
internal static class Version1Rules
{
    private static readonly string[] Required = ["original", "source-language", "datatype"];
    private static readonly string[] Languages = ["source-language", "target-language"];

    public static IReadOnlyList<Diagnostic> Check(Node root)
    {
        var report = new Report("1.2");
        var files = root.Children.Where(c => c.Name == "file").ToList();
        if (files.Count == 0)
            report.Error("V1-file", root, "There is no file element; add one.");
        foreach (var file in files)
        {
            foreach (var name in Required.Where(n => file[n] is null))
                report.Error("V1-file", file, $"'file' needs the attribute '{name}'; add it.");
            foreach (var name in Languages.Where(n => file[n] is { } tag && !ValueType.IsLanguage(tag)))
                report.Error("V1-language", file, $"'{name}' is '{file[name]}', which is no language tag.");
            if (!file.Children.Any(c => c.Name == "body"))
                report.Error("V1-body", file, "The file has no body; add one.");
            Units([.. file.All().Where(n => n.Name == "trans-unit")], report);
        }

        return report.Diagnostics;
    }

    private static void Units(List<Node> units, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (unit["id"] is not { Length: > 0 } id)
                report.Error("V1-id", unit, "'trans-unit' needs the attribute 'id'; add it.");
            else if (!seen.Add(id))
                report.Error("V1-id", unit, $"The id '{id}' occurs twice as a trans-unit in the file; give this one another.");
            if (unit.Children.Count(c => c.Name == "source") != 1)
                report.Error("V1-source", unit, "'trans-unit' needs exactly one source.");
            if (unit.Children.Count(c => c.Name == "target") > 1)
                report.Error("V1-target", unit, "'trans-unit' has more than one target; keep one.");
        }
    }
}

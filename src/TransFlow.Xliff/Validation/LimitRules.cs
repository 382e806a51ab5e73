using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Xliff.Validation;

/// <summary>The modules Size and Length Restriction, Validation, and Change Tracking (XLIFF 2.1, 5.7 and 5.8; 2.0, 5.6).</summary>
internal static partial class LimitRules
{
    private static readonly string[] RuleKinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"];

    private static readonly string[] Affirmative = ["isPresent", "startsWith", "endsWith"];

    public static void Check(Survey survey, Report report)
    {
        survey.WithSizes.ForEach(n => Sizes(n, report));
        foreach (var node in survey.Modules)
        {
            if (node.Term == "val:rule")
                Rule(node, report);
            else if (node.Term == "ctr:revisions" && !report.Is21)
                Revisions(node, report);
        }
    }

    private static void Sizes(Node node, Report report)
    {
        string? Of(string name) => node.Of(Vocabulary.Sizes, name);
        if ((Of("sizeRestriction") ?? Of("storageRestriction")) is not null && !node.IsOneOf("file", "group", "unit", "mrk", "sm", "pc", "sc"))
            report.Error("Z04", node, $"'{node.Name}' may have no size or storage restriction; put it on a file, group, unit, mrk, sm, pc or sc.");
        if (node.Is("ec") && node["isolated"] != "yes" && (Of("equivStorage") ?? Of("sizeInfo") ?? Of("sizeInfoRef")) is not null)
            report.Error("Z09", node, "Only an isolated 'ec' has sizes; put them on its 'sc'.");
        if (Of("sizeInfo") is not null && Of("sizeInfoRef") is not null)
            report.Error("Z10", node, "There are both 'sizeInfo' and 'sizeInfoRef'; keep one.");
        var profiles = node.Outwards().SelectMany(n => n.Of("slr:profiles")).FirstOrDefault();
        var (general, storage) = (profiles?["generalProfile"], profiles?["storageProfile"]);
        if (general == "xliff:codepoints")
        {
            Bounds(node, Of("sizeRestriction"), "Z05", report);
            Whole(node, Of("sizeInfo"), "Z08", report);
        }

        if (storage is "xliff:utf8" or "xliff:utf16" or "xliff:utf32")
        {
            Bounds(node, Of("storageRestriction"), "Z06", report);
            Whole(node, Of("equivStorage"), "Z07", report);
        }

        if (Of("sizeInfoRef") is { } reference && !node.Outwards().SelectMany(n => n.Of("slr:data")).SelectMany(d => d.All()).Any(n => n["id"] == reference || n.Of(Vocabulary.Xml, "id") == reference))
            report.Error("Z11", node, $"There is no size information '{reference}' in an slr:data here or around.");
    }

    private static void Bounds(Node node, string? value, string rule, Report report)
    {
        if (value is not null && !Restriction().IsMatch(value))
            report.Error(rule, node, $"The restriction is '{value}'; it is a maximum or 'minimum,maximum' in whole numbers, with '*' for no maximum.");
    }

    private static void Whole(Node node, string? value, string rule, Report report)
    {
        if (value is not null && !System.Numerics.BigInteger.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            report.Error(rule, node, $"The size is '{value}'; it is a whole number.");
    }

    private static void Rule(Node rule, Report report)
    {
        var kinds = RuleKinds.Count(k => rule[k] is not null) + (rule.Attributes.Any(a => !a.Name.IsDeclaration && a.Name.Facts.Vocabulary is null && a.Name.Namespace.Length > 0 && a.Name.Namespace != Vocabulary.Xml) ? 1 : 0);
        if (kinds != 1)
            report.Error("V02", rule, "A rule has exactly one of isPresent, isNotPresent, startsWith, endsWith and an attribute of its own.");
        if (rule["occurs"] is not null && rule["isPresent"] is null)
            report.Error("V04", rule, "'occurs' goes with 'isPresent' only.");
        if (rule["existsInSource"] is not null && Affirmative.Count(k => rule[k] is not null) != 1)
            report.Error("V05", rule, "'existsInSource' goes with exactly one of isPresent, startsWith and endsWith.");
        if (rule["disabled"] == "yes" && report.Version == "2.1" && rule.Parent?.Parent?.Is("file") == true)
            report.Warn("V08", rule, "A rule of a file is not disabled there; take it out.");
    }

    private static void Revisions(Node revisions, Report report)
    {
        var around = revisions.Parent?.Parent;
        var named = around?.Children.SelectMany(c => c.All()).Where(n => n != revisions && n.Name == revisions["appliesTo"] && n.Term?.StartsWith("ctr:", StringComparison.Ordinal) != true).ToList() ?? [];
        if (revisions["appliesTo"] is { } name && named.Count == 0)
            report.Error("K02", revisions, $"There is no element '{name}' beside the change track.");
        var ids = named.Select(n => n["id"]).OfType<string>().ToList();
        if (named.Count > 1 && ids.Count > 0 && (revisions["ref"] is not { } reference || !ids.Contains(reference)))
            report.Error("K03", revisions, "There are several such elements; say in 'ref' which one is meant.");
        if (revisions["currentVersion"] is { } current && !revisions.Of("ctr:revision").Any(r => r["version"] == current))
            report.Error("K04", revisions, $"None of the revisions has the version '{current}'.");
    }

    [GeneratedRegex(@"^\s*(?:\d+\s*,\s*)?(?:\d+|\*)\s*$")]
    private static partial Regex Restriction();
}

using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Validation (XLIFF 2.1, 5.8): its rules, and what they say of the targets.</summary>
internal static class TextRules
{
    private static readonly string[] Kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"];
    private static readonly string[] Affirmative = ["isPresent", "startsWith", "endsWith"];

    public static void Check(Survey survey, Report report)
    {
        foreach (var node in survey.Modules)
        {
            if (node.Term == "val:rule")
                One(node, report);
        }
    }

    /// <summary>Applies the rules that are in force to a unit that is translated; inner rules take the place of outer ones that say the same.</summary>
    public static void Apply(InlineScope unit, Survey survey, Report report)
    {
        var rules = new Dictionary<(string Kind, string Value), Node>();
        foreach (var rule in survey.Around(unit.Owner, "val:validation").Reverse().SelectMany(v => v.Of("val:rule")))
        {
            foreach (var kind in Kinds.Where(k => rule[k] is not null))
                rules[(kind, rule[kind]!)] = rule;
        }

        if (rules.Count == 0 || unit.Parts.Any(p => p.Is("segment") && p.First(Validation.Kinds.Target) is null))
            return;
        var (source, target) = (Text(unit, Validation.Kinds.Source), Text(unit, Validation.Kinds.Target));
        foreach (var ((kind, value), rule) in rules)
        {
            if (rule["disabled"] != "yes" && !Holds(kind, value, rule, source, target))
                report.Warn("V09", unit.Owner, $"The target breaks the rule {kind}=\"{value}\"; mend it, or disable the rule here.");
        }
    }

    private static bool Holds(string kind, string value, Node rule, string source, string target)
    {
        NormalizationForm? form = rule["normalization"] switch { "none" => null, "nfd" => NormalizationForm.FormD, _ => NormalizationForm.FormC };
        string Formed(string text) => form is { } f ? text.Normalize(f) : text;
        var how = rule["caseSensitive"] == "no" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var said = Formed(value);
        bool Fits(string text) => kind switch
        {
            "isPresent" => text.Contains(said, how),
            "isNotPresent" => !text.Contains(said, how),
            "startsWith" => text.StartsWith(said, how),
            _ => text.EndsWith(said, how),
        };
        if (rule["existsInSource"] == "yes" && !Fits(Formed(source)))
            return true;
        return Fits(Formed(target)) && (kind != "isPresent" || rule["occurs"] is not { } times || said.Length == 0 || Count(Formed(target), said, how).ToString(System.Globalization.CultureInfo.InvariantCulture) == times.TrimStart('0', '+'));
    }

    private static int Count(string text, string value, StringComparison how)
    {
        var count = 0;
        for (var at = text.IndexOf(value, how); at >= 0; at = text.IndexOf(value, at + value.Length, how))
            count++;
        return count;
    }

    private static string Text(InlineScope unit, ulong side) =>
        string.Concat(unit.Parts.Select(p => (p.First(side) ?? p.First(Validation.Kinds.Source))?.Element.InnerText));

    private static void One(Node rule, Report report)
    {
        var kinds = Kinds.Count(k => rule[k] is not null) + (rule.Attributes.Any(a => !a.Name.IsDeclaration && a.Name.Facts.Vocabulary is null && a.Name.Namespace.Length > 0 && a.Name.Namespace != Vocabulary.Xml) ? 1 : 0);
        if (kinds != 1)
            report.Error("V02", rule, "A rule has exactly one of isPresent, isNotPresent, startsWith, endsWith and an attribute of its own.");
        if (rule["occurs"] is not null && rule["isPresent"] is null)
            report.Error("V04", rule, "'occurs' goes with 'isPresent' only.");
        if (rule["existsInSource"] is not null && Affirmative.Count(k => rule[k] is not null) != 1)
            report.Error("V05", rule, "'existsInSource' goes with exactly one of isPresent, startsWith and endsWith.");
        if (rule["disabled"] == "yes" && report.Version == "2.1" && rule.Parent?.Parent?.Is("file") == true)
            report.Warn("V08", rule, "A rule of a file is not disabled there; take it out.");
    }
}

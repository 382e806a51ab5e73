namespace TransFlow.Xliff.Validation;

/// <summary>The module Validation (XLIFF 2.1, 5.8): its rules, and what they say of the targets.</summary>
internal static class TextRules
{
    /// <summary>The attributes that say what is looked for.</summary>
    public static readonly string[] Kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"];
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
        var sets = unit.Owner.Outwards().Select(survey.Beginnings.Rules).OfType<TextRuleSet>().Reverse().ToArray();
        if (sets.Length == 0 || unit.Parts.Any(p => p.Is(Validation.Kinds.Segment) && p.First(Validation.Kinds.Target) is null))
            return;
        var text = new UnitText(unit);
        for (var i = 0; i < sets.Length; i++)
        {
            foreach (var rule in sets[i].Rules)
            {
                if (!survey.Work.Allows(sets.Length - i, "V09", unit.Owner, report))
                    return;
                if (rule.IsDisabled || IsReplaced(rule, sets.AsSpan(i + 1)))
                    continue;
                if (!survey.Work.Allows(rule.Cost(text), "V09", unit.Owner, report))
                    return;
                if (rule.Holds(text))
                    continue;
                if (!survey.Work.Allows(Work.OfTelling, "V09", unit.Owner, report))
                    return;
                report.Warn("V09", unit.Owner, $"The target breaks the rule {rule.Kind}=\"{rule.Value}\"; mend it, or disable the rule here.");
            }
        }
    }

    private static bool IsReplaced(TextRule rule, ReadOnlySpan<TextRuleSet> inner)
    {
        foreach (var set in inner)
        {
            if (set.Has(rule))
                return true;
        }

        return false;
    }

    private static void One(Node rule, Report report)
    {
        var kinds = Kinds.Count(k => rule[k] is not null) + (rule.Attributes.Any(a => !a.Name.IsDeclaration && a.Name.Facts.Vocabulary is null && a.Name.Namespace.Length > 0 && a.Name.Namespace != Vocabulary.Xml) ? 1 : 0);
        if (kinds != 1)
            report.Error("V02", rule, "A rule has exactly one of isPresent, isNotPresent, startsWith, endsWith and an attribute of an extension; add or keep one.");
        if (rule["occurs"] is not null && rule["isPresent"] is null)
            report.Error("V04", rule, "'occurs' goes with 'isPresent' only; take it out.");
        if (rule["existsInSource"] is not null && Affirmative.Count(k => rule[k] is not null) != 1)
            report.Error("V05", rule, "'existsInSource' goes with exactly one of isPresent, startsWith and endsWith; take it out.");
        if (rule["disabled"] == "yes" && report.Version == "2.1" && rule.Parent?.Parent?.Is("file") == true)
            report.Warn("V08", rule, "A rule of a file is not disabled there; take it out.");
    }
}

using System.Text.RegularExpressions;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Change Tracking (XLIFF 2.0, 5.6), which only 2.0 has.</summary>
internal static partial class RevisionRules
{
    public static void Check(Survey survey, Report report)
    {
        if (report.Is21)
            return;
        foreach (var node in survey.Modules)
        {
            if (node.Term == "ctr:revisions")
                Revisions(node, report);
        }
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
        foreach (var revision in revisions.Of("ctr:revision"))
        {
            if (revision["datetime"] is { } time && !Time().IsMatch(time))
                report.Warn("K06", revision, $"'datetime' is '{time}'; it is a date and time of W3C, such as 2026-01-31T10:30:00Z.");
            foreach (var item in revision.Of("ctr:item").Where(i => i["property"] is { } property && named.Count > 0 && !named.Exists(n => HasProperty(n, property))))
                report.Error("K05", item, $"'property' is '{item["property"]}'; it is 'content' or the name of an attribute of '{revisions["appliesTo"]}'.");
        }
    }

    /// <summary>Whether an element has, or can have, what a change is said to be of.</summary>
    private static bool HasProperty(Node node, string property) =>
        property == "content" || property.Contains(':', StringComparison.Ordinal) || node.Facts.Rule is null
        || node.Facts.Rule.Attributes.Any(a => a.Name == property) || node.Attributes.Any(a => a.Name.LocalName == property);

    [GeneratedRegex(@"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?\z")]
    private static partial Regex Time();
}

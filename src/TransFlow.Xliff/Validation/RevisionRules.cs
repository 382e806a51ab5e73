using System.Text.RegularExpressions;

namespace TransFlow.Xliff.Validation;

/// <summary>The module Change Tracking (XLIFF 2.0, 5.6), which only 2.0 has.</summary>
internal static partial class RevisionRules
{
    public static void Check(Survey survey, Report report)
    {
        if (report.Is21 || survey.Modules.Count == 0)
            return;
        var changed = new Dictionary<(Node Around, string Name), ChangedElements>();
        foreach (var node in survey.Modules)
        {
            if (node.Term == "ctr:revisions")
                Revisions(node, node.Parent?.Parent is { } around && node["appliesTo"] is { } name ? Of(changed, around, name) : null, report);
        }
    }

    private static ChangedElements? Of(Dictionary<(Node Around, string Name), ChangedElements> changed, Node around, string name)
    {
        // All names at once: an element is looked at once, however many revisions there are.
        if (!changed.ContainsKey((around, "")))
        {
            changed[(around, "")] = new ChangedElements();
            foreach (var node in around.Children.SelectMany(c => c.All()).Where(n => n.Term?.StartsWith("ctr:", StringComparison.Ordinal) != true))
                (changed.TryGetValue((around, node.Name), out var same) ? same : changed[(around, node.Name)] = new()).Add(node);
        }

        return changed.GetValueOrDefault((around, name));
    }

    private static void Revisions(Node revisions, ChangedElements? changed, Report report)
    {
        if (revisions["appliesTo"] is { } name && changed is null)
            report.Error("K02", revisions, $"There is no element '{name}' beside the change track; name one in 'appliesTo', or take the revisions out.");
        if (changed is { IsAmbiguous: true } && (revisions["ref"] is not { } reference || !changed.Ids.Contains(reference)))
            report.Error("K03", revisions, $"There are several elements '{revisions["appliesTo"]}'; write the id of the one that is meant in 'ref'.");
        var all = revisions.Of("ctr:revision").ToList();
        if (revisions["currentVersion"] is { } current && !all.Exists(r => r["version"] == current))
            report.Error("K04", revisions, $"None of the revisions has the version '{current}'; name one of theirs in 'currentVersion'.");
        foreach (var revision in all)
        {
            if (revision["datetime"] is { } time && !Time().IsMatch(time))
                report.Warn("K06", revision, $"'datetime' is '{time}'; write a date and time of W3C, such as 2026-01-31T10:30:00Z.");
            foreach (var item in revision.Of("ctr:item").Where(i => i["property"] is { } property && changed?.HasProperty(property) == false))
                report.Error("K05", item, $"'property' is '{item["property"]}'; write 'content' or the name of an attribute of '{revisions["appliesTo"]}'.");
        }
    }

    [GeneratedRegex(@"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?\z")]
    private static partial Regex Time();

    /// <summary>The elements of one name that a change may be of.</summary>
    private sealed class ChangedElements
    {
        private readonly HashSet<string> _properties = new(StringComparer.Ordinal) { "content" };
        private readonly HashSet<ElementRule> _rules = new(ReferenceEqualityComparer.Instance);
        private int _count;
        private bool _isFree;

        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether an id has to say which one is meant.</summary>
        public bool IsAmbiguous => _count > 1 && Ids.Count > 0;

        public void Add(Node node)
        {
            _count++;
            if (node["id"] is { } id)
                Ids.Add(id);
            _isFree |= node.Facts.Rule is null;
            foreach (var attribute in node.Attributes)
                _properties.Add(attribute.Name.LocalName);
            if (node.Facts.Rule is { } rule && _rules.Add(rule))
                _properties.UnionWith(rule.Attributes.Select(a => a.Name));
        }

        /// <summary>Whether one has, or can have, what a change is said to be of.</summary>
        public bool HasProperty(string property) => _isFree || property.Contains(':', StringComparison.Ordinal) || _properties.Contains(property);
    }
}

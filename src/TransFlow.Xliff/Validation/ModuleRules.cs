namespace TransFlow.Xliff.Validation;

/// <summary>The modules Translation Candidates, Glossary, Metadata and Resource Data (XLIFF 2.1, 5.1, 5.2, 5.4 and 5.5).</summary>
internal static class ModuleRules
{
    public static void Check(Survey survey, Report report)
    {
        var (root, fragments) = (survey.Root, survey.Fragments);
        foreach (var node in survey.Modules)
        {
            switch (node.Term)
            {
                case "mtc:matches":
                    IdRules.Unique(node.Of("mtc:match"), "M05", "match", "its matches", report);
                    break;
                case "mtc:match":
                    Match(node, root, fragments, report);
                    break;
                case "gls:glossary":
                    Glossary(node, fragments, report);
                    break;
                case "mda:metadata":
                    IdRules.Unique(node.All().Where(n => n.Term is "mda:metadata" or "mda:metaGroup"), "D07", "metadata or metaGroup", "this metadata", report);
                    break;
                case "res:resourceData":
                    Resources(node, survey, report);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether a reference is a fragment that means a span of text of the unit.</summary>
    private static bool IsSpan(string reference, Node from, Fragments fragments, Report report) =>
        reference.StartsWith('#') && fragments.Check(reference, from, report) is { } target
        && target.IsOneOf("segment", "ignorable", "ph", "pc", "sc", "ec", "mrk", "sm") && target.Closest("unit") == from.Closest("unit");

    private static void Match(Node match, Node root, Fragments fragments, Report report)
    {
        if (match["ref"] is { } reference && !IsSpan(reference, match, fragments, report))
            report.Error("M04", match, $"'{reference}' is no span of text of this unit; write # and the id of a segment or inline element.");
        if (match["subType"] is not null && match["type"] is null)
            report.Error("M08", match, "'subType' needs 'type'; add it.");
        var language = match.Core("target").Select(t => t.Of(Vocabulary.Xml, "lang")).FirstOrDefault() ?? match.Of(Vocabulary.Xml, "lang");
        if (match["reference"] != "yes" && language is not null && root["trgLang"] is { } expected && !string.Equals(language, expected, StringComparison.OrdinalIgnoreCase))
            report.Error("M10", match, $"Its target is in '{language}' and 'trgLang' is '{expected}'; make them equal or add reference=\"yes\".");
    }

    private static void Glossary(Node glossary, Fragments fragments, Report report)
    {
        IdRules.Unique(glossary.Of("gls:glossEntry").SelectMany(e => e.Of("gls:translation").Prepend(e)), "Y04", "entry or translation", "this glossary", report);
        foreach (var entry in glossary.Of("gls:glossEntry"))
        {
            if (!entry.Of("gls:translation").Any() && !entry.Of("gls:definition").Any())
                report.Error("Y03", entry, "The entry has neither a translation nor a definition; add one.");
            if (entry.Of("mda:metadata").Skip(1).Any())
                report.Error("Y06", entry, "There is more than one 'metadata' in the entry; keep one.");
            foreach (var node in entry.Of("gls:translation").Prepend(entry))
            {
                if (node["ref"] is { } reference && !IsSpan(reference, node, fragments, report))
                    report.Error("Y05", node, $"'{reference}' is no span of text of this unit; write # and the id of a segment or inline element, #t= for one in a target.");
            }
        }
    }

    private static void Resources(Node data, Survey survey, Report report)
    {
        if (data.Children.Count == 0)
            report.Error("E01", data, "The resource data is empty; add an item or a reference, or take it out.");
        IdRules.Unique(data.Children, "E04", "resource item or reference", "this resource data", report);
        var items = data.Closest("file") is { } file ? survey.ResourceItems(file) : [];
        foreach (var reference in data.Of("res:resourceItemRef").Where(r => r["ref"] is { } id && !items.Contains(id)))
            report.Error("E03", reference, $"There is no resource item '{reference["ref"]}' in the file; add it, or mend 'ref'.");
        foreach (var item in data.Of("res:resourceItem"))
            Item(item, survey.Root, report);
    }

    private static void Item(Node item, Node root, Report report)
    {
        var sides = item.Children.Where(c => c.Term is "res:source" or "res:target").ToList();
        if (sides.Count == 0 && !item.Of("res:reference").Any())
            report.Error("E05", item, "The item has neither source nor target nor reference; add one.");
        if (item["mimeType"] is null && sides.Count > 0 && sides.TrueForAll(IsEmpty))
            report.Error("E06", item, "An item whose source and target are empty needs 'mimeType'; add it.");
        if (item["context"] == "no" && !item.Of("res:source").Any())
            report.Error("E11", item, "context=\"no\" needs a source; add it.");
        foreach (var side in sides)
        {
            if (side.Children.Any(c => c.Space == side.Space))
                report.Error("E13", side, "A resource's content is in other vocabularies; take the elements of this module out.");
            if (side["href"] is null == IsEmpty(side))
                report.Error("E07", side, $"A resource {side.Name} has either 'href' or content; keep or add one.");
            var (expected, rule) = side.Name == "source" ? (root["srcLang"], "E08") : (root["trgLang"], "E09");
            if (side.Of(Vocabulary.Xml, "lang") is { } language && expected is not null && !string.Equals(language, expected, StringComparison.OrdinalIgnoreCase))
                report.Error(rule, side, $"Its language is '{language}' and the document's is '{expected}'; make them equal.");
        }
    }

    private static bool IsEmpty(Node node) => node.Children.Count == 0 && !node.HasWords;
}

namespace TransFlow.Xliff.Validation;

/// <summary>The ITS module (XLIFF 2.1, 5.9), from 2.1 on.</summary>
internal static class ItsRules
{
    private static readonly string[] Provenance =
    [
        "person", "personRef", "org", "orgRef", "tool", "toolRef", "revPerson", "revPersonRef", "revOrg", "revOrgRef", "revTool", "revToolRef", "provRef",
    ];

    private static readonly string[] Categories =
    [
        "allowed-characters", "directionality", "domain", "elements-within-text", "external-resource", "id-value", "language-information", "locale-filter", "localization-note",
        "localization-quality-issue", "localization-quality-rating", "mt-confidence", "preserve-space", "provenance", "ruby", "storage-size", "target-pointer", "terminology",
        "text-analysis", "translate",
    ];

    private static readonly string[] IssueWords = ["locQualityIssueType", "locQualityIssueComment"];
    private static readonly string[] IssueDetails = ["locQualityIssueSeverity", "locQualityIssueProfileRef", "locQualityIssueEnabled"];

    public static void Check(Survey survey, Report report)
    {
        if (!report.Is21)
            return;
        foreach (var node in survey.WithIts)
        {
            Attributes(node, survey, report);
            survey.Standoff.Refer(RecordId(Of(node, "locQualityIssuesRef") ?? ""), node);
            survey.Standoff.Refer(RecordId(Of(node, "provenanceRecordsRef") ?? ""), node);
        }

        foreach (var node in survey.Modules)
        {
            if (node.Term == "its:locQualityIssue" && Own(node, "locQualityIssueType") is null && Own(node, "locQualityIssueComment") is null)
                report.Error("I11", node, "An issue has a type or a comment; add one.");
            if (node.Term == "its:provenanceRecord" && !Provenance.Any(p => Own(node, p) is not null))
                report.Error("I18", node, "A provenance record says who or what; add an attribute.");
        }

        var standoff = survey.Modules.Where(n => n.Term is "its:locQualityIssues" or "its:provenanceRecords").ToList();
        standoff.ForEach(survey.Standoff.Add);
        foreach (var holder in standoff.Select(n => n.Parent).OfType<Node>().Distinct())
            Standoff(holder, report);
    }

    private static string? Of(Node node, string name) => node.Of(Vocabulary.Its, name);

    private static string? Own(Node node, string name) => node[name] ?? Of(node, name);

    private static void Attributes(Node node, Survey survey, Report report)
    {
        var isMark = node.IsOneOf("mrk", "sm");
        if (node.Attributes.Any(a => a.Name.Namespace == Vocabulary.Its && a.Name.LocalName != "version") && node.Inherited(Vocabulary.Its, "version") is not "2.0")
            report.Error("I01", node, "ITS attributes need its:version=\"2.0\" here or around; add it to the root.");
        var isTerm = Of(node, "termConfidence") is not null;
        if (isMark && node["type"] is { } type && type != "its:generic" && !(isTerm && type is ("term" or "its:term-no")) && node.Attributes.Any(a => a.Name.Namespace is Vocabulary.ItsMore || (a.Name.Namespace is Vocabulary.Its && a.Name.LocalName is not ("version" or "annotatorsRef"))))
            report.Error("I02", node, $"An annotation with ITS attributes has the type '{type}'; write its:generic{(isTerm ? ", term or its:term-no" : "")}, or take the type out.");
        if (Of(node, "annotatorsRef") is { } annotators)
            Annotators(node, annotators, report);
        if (Of(node, "allowedCharacters") is not null && !isMark)
            report.Error("I04", node, "'allowedCharacters' is for mrk and sm; move it to one.");
        if (node.Of(Vocabulary.ItsMore, "domains") is not null && !isMark && !node.IsOneOf("xliff", "file", "group", "unit"))
            report.Error("I05", node, "'domains' is for xliff, file, group, unit, mrk and sm; move it to one.");
        if ((Of(node, "localeFilterList") ?? Of(node, "localeFilterType")) is not null && (!isMark || survey.Root["trgLang"] is not null))
            report.Error("I06", node, "A locale filter is for mrk and sm in a document without 'trgLang'; take it out.");
        else if (Of(node, "localeFilterType") is not null && Of(node, "localeFilterList") is null)
            report.Error("I06", node, "'localeFilterType' says how 'localeFilterList' is meant; add that, or take the type out.");
        Quality(node, isMark, survey.Fragments, report);
        Rating(node, report);
        Origin(node, isMark, survey, report);
        Analysis(node, survey, report);
    }

    private static void Annotators(Node node, string annotators, Report report)
    {
        var categories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ValueType.Tokens(annotators))
        {
            var bar = entry.IndexOf('|', StringComparison.Ordinal);
            if (bar <= 0 || bar == entry.Length - 1 || !Categories.Contains(entry[..bar]) || !categories.Add(entry[..bar]))
                report.Error("I03", node, $"'annotatorsRef' has '{entry}'; write 'category|tool' with a category of ITS, each once.");
        }
    }

    private static void Quality(Node node, bool isMark, Fragments fragments, Report report)
    {
        if (node.Term == "its:locQualityIssue")
            return;
        var reference = Of(node, "locQualityIssuesRef");
        var own = IssueWords.Count(n => Of(node, n) is not null);
        var more = IssueDetails.Count(n => Of(node, n) is not null);
        if (isMark && ((reference is not null && own > 0) || (reference is null && own == 0 && more > 0)))
            report.Error("I07", node, "A quality issue has either 'locQualityIssuesRef' or a type or comment; keep or add one.");
        if (reference is not null && more > 0)
            report.Error("I08", node, "'locQualityIssuesRef' stands alone; take severity, profile and enabled out.");
        if (reference is not null && !(reference.StartsWith('#') && fragments.Check(reference, node, report) is { Term: "its:locQualityIssues" } target && target.Closest("unit") == node.Closest("unit")))
            report.Error("I09", node, $"'{reference}' is no its:locQualityIssues of this unit; write #its= and its id.");
    }

    private static void Rating(Node node, Report report)
    {
        var (score, vote) = (Of(node, "locQualityRatingScore"), Of(node, "locQualityRatingVote"));
        var (scoreLeast, voteLeast) = (Of(node, "locQualityRatingScoreThreshold"), Of(node, "locQualityRatingVoteThreshold"));
        var hasScore = node.Inherited(Vocabulary.Its, "locQualityRatingScore") is not null;
        var hasVote = node.Inherited(Vocabulary.Its, "locQualityRatingVote") is not null;
        if ((score is not null && vote is not null) || (scoreLeast is not null && !hasScore) || (voteLeast is not null && !hasVote))
            report.Error("I14", node, "A rating is a score or a vote, and a threshold goes with its own kind; take the other out.");
        else if (Of(node, "locQualityRatingProfileRef") is not null && !hasScore && !hasVote)
            report.Error("I14", node, "'locQualityRatingProfileRef' says by what a score or a vote was given; add one here or around, or take it out.");
    }

    private static void Origin(Node node, bool isMark, Survey survey, Report report)
    {
        if (node.Term is "its:provenanceRecord" or "its:provenanceRecords")
            return;
        var reference = Of(node, "provenanceRecordsRef");
        var own = Provenance.Any(p => Of(node, p) is not null);
        if (reference is not null && own)
            report.Error("I15", node, "Provenance is either 'provenanceRecordsRef' or attributes of its own; take one of the two out.");
        if (reference is null)
            return;
        var id = RecordId(reference);
        if (id is null || !survey.Beginnings.HaveId(node, "its:provenanceRecords", id, isInside: false, within: isMark ? "unit" : null))
            report.Error("I16", node, $"'{reference}' is no its:provenanceRecords {(isMark ? "of this unit" : "here or around")}; write #its= and its id.");
    }

    /// <summary>The id with which a reference to records or issues ends; null for one that is no such fragment.</summary>
    private static string? RecordId(string reference) =>
        reference.StartsWith('#') && FragmentSyntax.Parse(reference[1..]).Selectors is [.., { Prefix: "its" } last] ? last.Id : null;

    private static void Analysis(Node node, Survey survey, Report report)
    {
        var (cls, ident, source, id) = (Of(node, "taClassRef"), Of(node, "taIdentRef"), Of(node, "taSource"), Of(node, "taIdent"));
        if (ident is not null && (source is not null || id is not null))
            report.Error("I22", node, "'taIdentRef' stands without 'taSource' and 'taIdent'; take these or that out.");
        if (source is null != id is null)
            report.Error("I23", node, "'taSource' and 'taIdent' go together; add the other.");
        if (Of(node, "taConfidence") is not null && cls is null && ident is null && (source is null || id is null))
            report.Error("I21", node, "Text analysis has 'taClassRef', 'taIdentRef', or 'taSource' with 'taIdent'; add one.");
        foreach (var (name, category) in new[] { ("taConfidence", "text-analysis"), ("termConfidence", "terminology"), ("mtConfidence", "mt-confidence") })
        {
            if (Of(node, name) is not null && !node.Outwards().Select(n => Of(n, "annotatorsRef")).OfType<string>().Any(a => survey.Annotated(a).Contains(category)))
                report.Error("I25", node, $"'{name}' needs an its:annotatorsRef with '{category}|…' here or around; add it.");
        }
    }

    /// <summary>Ids of issues and records, unique over both kinds in their holder.</summary>
    private static void Standoff(Node holder, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in holder.Children.Where(c => c.Term is "its:locQualityIssues" or "its:provenanceRecords"))
        {
            if (node.Of(Vocabulary.Xml, "id") is { } id && !seen.Add(id))
                report.Error("I19", node, $"The id '{id}' occurs twice among the issues and records of this {holder.Name}; give this one another.");
        }
    }
}

namespace TransFlow.Xliff.Validation;

/// <summary>What XLIFF 1.0 to 1.2 ask of languages, ids, states and content (1.2, 2.2 and 2.3); the rules' ids begin with <c>V1</c>.</summary>
internal static class Version1Rules
{
    private static readonly string[] Required = ["original", "source-language", "datatype"];
    private static readonly string[] Inline = ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk"];
    private static readonly string[] Native = ["sub"];
    private static readonly string[] Said = ["context-group", "count-group", "prop-group", "note"];
    private static readonly string[] Units = ["group", "trans-unit", "bin-unit"];

    /// <summary>What may stand in what (1.2, 2.2); an element that is missing here is none of XLIFF 1.x.</summary>
    private static readonly Dictionary<string, string[]> Contents = new(StringComparer.Ordinal)
    {
        ["xliff"] = ["file"],
        ["file"] = ["header", "body"],
        ["header"] = ["skl", "phase-group", "glossary", "reference", "count-group", "tool", "prop-group", "note"],
        ["skl"] = ["internal-file", "external-file"],
        ["glossary"] = ["internal-file", "external-file"],
        ["reference"] = ["internal-file", "external-file"],
        ["internal-file"] = [],
        ["external-file"] = [],
        ["note"] = [],
        ["tool"] = [],
        ["phase-group"] = ["phase"],
        ["phase"] = ["note"],
        ["count-group"] = ["count"],
        ["count"] = [],
        ["context-group"] = ["context"],
        ["context"] = [],
        ["prop-group"] = ["prop"],
        ["prop"] = [],
        ["body"] = Units,
        ["group"] = [.. Said, .. Units],
        ["trans-unit"] = ["source", "seg-source", "target", .. Said, "alt-trans", "bin-unit"],
        ["alt-trans"] = ["source", "seg-source", "target", .. Said],
        ["bin-unit"] = ["bin-source", "bin-target", .. Said, "trans-unit"],
        ["bin-source"] = ["internal-file", "external-file"],
        ["bin-target"] = ["internal-file", "external-file"],
        ["source"] = Inline,
        ["seg-source"] = Inline,
        ["target"] = Inline,
        ["g"] = Inline,
        ["mrk"] = Inline,
        ["sub"] = Inline,
        ["x"] = [],
        ["bx"] = [],
        ["ex"] = [],
        ["bpt"] = Native,
        ["ept"] = Native,
        ["ph"] = Native,
        ["it"] = Native,
    };

    /// <summary>Elements in which only elements may stand.</summary>
    private static readonly string[] Structure = ["xliff", "file", "header", "body", "group", "trans-unit", "alt-trans", "bin-unit"];

    private static readonly string[] Codes = ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it"];

    /// <summary>The states of 1.2 (appendix of enumerations); others begin with <c>x-</c>.</summary>
    private static readonly string[] States =
    [
        "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
    ];

    /// <summary>The qualifiers of states of 1.2; others begin with <c>x-</c>.</summary>
    private static readonly string[] Qualifiers =
    [
        "exact-match", "fuzzy-match", "id-match", "leveraged-glossary", "leveraged-inherited", "leveraged-mt", "leveraged-repository", "leveraged-tm", "mt-suggestion", "rejected-grammar", "rejected-inaccurate",
        "rejected-length", "rejected-spelling", "tm-suggestion",
    ];

    /// <summary>What of a unit comes in this order, and the rest after it.</summary>
    private static readonly string[] First = ["source", "seg-source", "target"];
    private static readonly string[] Sides = ["source", "target", "general"];
    private static readonly string[] Languages = ["source-language", "target-language"];
    private static readonly string[] Versions = ["1.0", "1.1", "1.2"];
    private static readonly string[] YesOrNo = ["approved", "translate", "merged-trans", "equiv-trans", "clone", "match-mandatory"];

    public static IReadOnlyList<Diagnostic> Check(Node root)
    {
        var report = new Report("1.2");
        if (!Versions.Contains(root["version"]))
            report.Error("V1-version", root, root["version"] is { } version ? $"'version' is '{version}'; write {string.Join(", ", Versions)}." : "'xliff' needs the attribute 'version'; add it.");
        var files = root.Children.Where(c => c.Name == "file").ToList();
        if (files.Count == 0)
            report.Error("V1-file", root, "There is no file element; add one.");
        foreach (var file in files)
        {
            foreach (var name in Required.Where(n => file[n] is null))
                report.Error("V1-file", file, $"'file' needs the attribute '{name}'; add it.");
            foreach (var name in Languages.Where(n => file[n] is { } tag && !ValueType.IsLanguage(tag)))
                report.Error("V1-language", file, $"'{name}' is '{file[name]}', which is no language tag; write one such as 'ko' or 'en-US'.");
            var (header, body) = (file.Children.ToList().FindIndex(c => c.Name == "header"), file.Children.ToList().FindIndex(c => c.Name == "body"));
            if (body < 0)
                report.Error("V1-body", file, "The file has no body; add one.");
            else if (header > body)
                report.Error("V1-order", file.Children[header], "The header stands behind the body; put it before.");
            TransUnits([.. file.All().Where(n => n.Name == "trans-unit")], file, report);
        }

        Elements(root, root["version"] == "1.2", report);
        return report.Diagnostics;
    }

    private static void Elements(Node node, bool is12, Report report)
    {
        StructureRules.WhiteSpace(node, report);
        One(node, is12, report);
        var inside = Contents[node.Name];
        foreach (var child in node.Children.Where(c => c.Space == node.Space))
        {
            if (!Contents.ContainsKey(child.Name))
                report.Error("V1-element", child, $"There is no element '{child.Name}' in XLIFF 1.x; take it out.");
            else if (!inside.Contains(child.Name))
                report.Error("V1-element", child, $"'{child.Name}' may not stand in '{node.Name}'; move it or take it out.");
            else
                Elements(child, is12, report);
        }
    }

    private static void One(Node node, bool is12, Report report)
    {
        if (node.HasWords && Structure.Contains(node.Name))
            report.Error("V1-text", node, $"'{node.Name}' holds words where none may stand; put them in a source, target or note, or take them out.");
        if (node["id"] is null or "" && Codes.Contains(node.Name))
            report.Error("V1-code", node, $"'{node.Name}' needs the attribute 'id'; add it.");
        foreach (var name in YesOrNo.Where(n => node[n] is not (null or "yes" or "no")))
            report.Error("V1-yes-no", node, $"'{name}' is '{node[name]}'; write 'yes' or 'no'.");
        if (node.Name == "it" && node["pos"] is not ("open" or "close"))
            report.Error("V1-code", node, "'it' says in 'pos' which end it is; write 'open' or 'close'.");
        if (is12 && node.Name == "target" && node["state"] is { } state && !States.Contains(state) && !state.StartsWith("x-", StringComparison.Ordinal))
            report.Error("V1-state", node, $"The state is '{state}'; write {string.Join(", ", States)}, or one of your own that begins with 'x-'.");
        if (is12 && node.Name == "target" && node["state-qualifier"] is { } qualifier && !Qualifiers.Contains(qualifier) && !qualifier.StartsWith("x-", StringComparison.Ordinal))
            report.Warn("V1-state", node, $"The state's qualifier is '{qualifier}'; write {string.Join(", ", Qualifiers)}, or one of your own that begins with 'x-'.");
        if (node.Name == "mrk" && node["mtype"] is null)
            report.Error("V1-mrk", node, "'mrk' needs the attribute 'mtype', which says what it marks; add it.");
        if (node.Name == "note")
            Note(node, report);
        if (is12 && node.Name == "trans-unit")
            Order(node, report);
        if (node.Name == "note" && node["priority"] is { } priority && !(Quantity.Of(priority) >= 1 && Quantity.Of(priority) <= 10))
            report.Error("V1-priority", node, $"'priority' is '{priority}'; write a number from 1 to 10.");
    }

    private static void Note(Node note, Report report)
    {
        if (note["annotates"] is { } side && !Sides.Contains(side))
            report.Warn("V1-note", note, $"'annotates' is '{side}'; write {string.Join(", ", Sides)}.");
        foreach (var attribute in note.Attributes.Where(a => !a.Name.IsDeclaration && a.Name.Namespace.Length > 0 && a.Name.Namespace != Vocabulary.Xml))
            report.Warn("V1-note", note, $"A note has no attributes of others, such as '{attribute.Name}'; take it out.");
    }

    /// <summary>What stands where in a unit, and which marks of the target are of the source (1.2, 2.2.4 and its schema).</summary>
    private static void Order(Node unit, Report report)
    {
        var own = unit.Children.Where(c => c.Space == unit.Space).ToList();
        var texts = own.FindLastIndex(c => First.Contains(c.Name));
        if (own.Take(Math.Max(0, texts)).FirstOrDefault(c => Said.Contains(c.Name) || c.Name == "alt-trans") is { } early)
            report.Error("V1-order", early, $"The {early.Name} stands before the {own[texts].Name}; put it after.");
        if (unit.Children.SkipWhile(c => c.Space == unit.Space).FirstOrDefault(c => c.Space == unit.Space) is { } late)
            report.Warn("V1-order", late, $"The {late.Name} stands behind elements of others; put it before them.");
        if (own.Find(c => c.Name == "seg-source") is not { } segmented || own.Find(c => c.Name == "target") is not { } target)
            return;
        var known = Marks(segmented).Select(m => m["mid"]).ToHashSet();
        foreach (var mark in Marks(target).Where(m => !known.Contains(m["mid"])))
            report.Warn("V1-mrk", mark, $"No segment of the source has the 'mid' '{mark["mid"]}'; write that of the one that this translates.");
        static IEnumerable<Node> Marks(Node side) => side.All().Where(n => n.Name == "mrk" && n["mtype"] == "seg" && n["mid"] is not null);
    }

    /// <summary>What a source or a target says its language is, which should be the file's (1.2, 2.2.4); candidates may be in any.</summary>
    private static void Language(Node unit, Node file, Report report)
    {
        foreach (var (side, language) in unit.Children.Where(c => c.Space == unit.Space && c.Name is "source" or "target").Select(c => (c, c.Name == "source" ? Languages[0] : Languages[1])))
        {
            if (side.Of(Vocabulary.Xml, "lang") is { } own && file[language] is { } said && !string.Equals(own, said, StringComparison.OrdinalIgnoreCase))
                report.Warn("V1-language", side, $"The {side.Name} is in '{own}', and '{language}' is '{said}'; make them the same.");
        }
    }

    private static void TransUnits(List<Node> units, Node file, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (unit["id"] is not { Length: > 0 } id)
                report.Error("V1-id", unit, "'trans-unit' needs the attribute 'id'; add it.");
            else if (!seen.Add(id))
                report.Error("V1-id", unit, $"The id '{id}' occurs twice as a trans-unit in the file; give this one another.");
            var names = unit.Children.Where(c => c.Space == unit.Space).Select(c => c.Name).ToList();
            Language(unit, file, report);
            if (names.Count(n => n == "source") != 1)
                report.Error("V1-source", unit, "'trans-unit' needs exactly one source; keep or add one.");
            if (names.Count(n => n == "seg-source") > 1)
                report.Error("V1-source", unit, "'trans-unit' has more than one segmented source; keep one.");
            if (names.Count(n => n == "target") > 1)
                report.Error("V1-target", unit, "'trans-unit' has more than one target; keep one.");
            if (names.IndexOf("target") is >= 0 and var target && target < Math.Max(names.IndexOf("source"), names.IndexOf("seg-source")))
                report.Error("V1-order", unit, "The target stands before the source; put it after.");
        }
    }
}

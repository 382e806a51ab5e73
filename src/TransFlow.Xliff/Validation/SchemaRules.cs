namespace TransFlow.Xliff.Validation;

/// <summary>Holds each element of a vocabulary that XLIFF knows against the schema: names, order, number, attributes, values.</summary>
internal static class SchemaRules
{
    public static void Check(Node root, Report report)
    {
        foreach (var node in Reached(root))
        {
            if (IsForeign(node, report))
                continue;
            if (Schema.Element(node.Term!) is not { } rule)
            {
                report.Error(Vocabulary.IsCore(node.Space) ? "G03" : "G04", node, $"There is no element '{node.Name}' in {node.Space}; take it out.");
                continue;
            }

            Attributes(node, rule, report);
            if (!rule.IsFree)
                Content(node, rule, report);
        }
    }

    /// <summary>The elements that the schema speaks of: not what stands in foreign elements or in places where anything may stand.</summary>
    private static IEnumerable<Node> Reached(Node root)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node.Term is not { } term || Schema.Element(term) is not { IsFree: false })
                continue;
            for (var i = node.Children.Count - 1; i >= 0; i--)
                open.Push(node.Children[i]);
        }
    }

    private static bool IsForeign(Node node, Report report) => node.Term is null || (node.Space == Vocabulary.ChangeTracking20 && report.Is21);

    private static void Content(Node node, ElementRule rule, Report report)
    {
        if (!rule.HoldsText && (node.HasWords || (rule.Terms.IsEmpty && node.HasCharacters)))
            report.Error(rule.ContentRule, node, $"'{node.Name}' holds words where none may stand; take them out.");
        var at = 0;
        foreach (var term in rule.Terms.Where(t => !t.Is22 || report.Is22))
        {
            var count = 0;
            while (at < node.Children.Count && count < term.Most && term.Fits(node.Children[at]))
                (at, count) = (at + 1, count + 1);
            if (count < term.Least && node.Children.Skip(at).Any(term.Fits))
            {
                Misplaced(node, node.Children[at], rule, report);
                return;
            }

            if (count < term.Least)
            {
                report.Error(term.Rule ?? rule.ContentRule, node, $"'{node.Name}' needs {term} here; add it.");
                return;
            }
        }

        if (at < node.Children.Count)
            Misplaced(node, node.Children[at], rule, report);
    }

    private static void Misplaced(Node node, Node child, ElementRule rule, Report report)
    {
        if (child.Term is { } term && Schema.Element(term) is null)
            return;
        var isForeign = !Vocabulary.IsCore(child.Space) && Vocabulary.IsCore(node.Space);
        var code = node.Is("xliff") && child.Term is "core:notes" or "mda:metadata" ? "S06" : !isForeign ? rule.ContentRule : rule.Terms.Any(t => t.Names[0] == "foreign") ? "X02" : node.Is("xliff") ? "S05" : node.IsOneOf("data", "originalData", "segment", "source", "target") ? "X04" : "X01";
        report.Error(code, child, $"'{child.Name}' may not stand here in '{node.Name}'; move it or take it out.");
    }

    private static void Attributes(Node node, ElementRule rule, Report report)
    {
        foreach (var required in rule.Attributes.Where(a => a.IsRequired && ValueOf(node, a.Name) is null))
            report.Error(required.Rule, node, $"'{node.Name}' needs the attribute '{required.Name}'; add it.");
        foreach (var attribute in node.Attributes)
        {
            var name = attribute.Space.Length == 0 ? attribute.Name : attribute.Space == Vocabulary.Xml ? $"xml:{attribute.Name}" : null;
            if (name is not null && rule.Attributes.FirstOrDefault(a => a.Name == name && (!a.Is22 || report.Is22)) is { } own)
                Value(node, attribute, own, report);
            else if (name is not null)
                Unknown(node, attribute, name, rule, report);
            else
                Foreign(node, attribute, rule, report);
        }
    }

    private static void Unknown(Node node, NodeAttribute attribute, string name, ElementRule rule, Report report)
    {
        if (attribute.Space == Vocabulary.Xml && !Vocabulary.IsCore(node.Space))
            return;
        if (attribute.Space == Vocabulary.Xml && rule.Foreign == "any" && !node.IsOneOf("mrk", "sm"))
            return;
        var code = attribute.Space == Vocabulary.Xml && node.IsOneOf("mrk", "sm") ? "A10" : rule.AttributeRule == "C04" ? "G03" : rule.AttributeRule;
        report.Error(code, node, $"'{node.Name}' has no attribute '{name}'; take it out.");
    }

    private static void Foreign(Node node, NodeAttribute attribute, ElementRule rule, Report report)
    {
        var prefix = Vocabulary.Prefix(attribute.Space);
        var isAllowed = rule.Foreign switch
        {
            "any" => true,
            "codes" => prefix is "fs" or "slr",
            "segment" => prefix == "pgs" && report.Is22,
            _ => !Vocabulary.IsCore(node.Space) && prefix is null or "its",
        };
        if (!isAllowed)
        {
            var code = rule.Foreign == "codes" ? "C04" : rule.AttributeRule is "S19" or "S20" or "S29" or "A11" ? rule.AttributeRule : Vocabulary.IsCore(node.Space) ? "X03" : "G04";
            report.Error(code, node, $"'{node.Name}' may not have the attribute '{attribute.Name}' of {attribute.Space}; take it out.");
            return;
        }

        if (prefix is null or "ctr")
            return;
        if (Schema.Attribute($"{prefix}:{attribute.Name}") is { } own)
            Value(node, attribute, own, report);
        else if (!IsPrefixedOwn(node, prefix, attribute))
            report.Error("G04", node, $"There is no attribute '{attribute.Name}' in {attribute.Space}; take it out.");
    }

    /// <summary>ITS lets its own elements have its attributes with a prefix too.</summary>
    private static bool IsPrefixedOwn(Node node, string prefix, NodeAttribute attribute) =>
        prefix == "its" && node.Space == attribute.Space && Schema.Element(node.Term!)!.Attributes.Any(a => a.Name == attribute.Name);

    private static void Value(Node node, NodeAttribute attribute, AttributeRule rule, Report report)
    {
        if (ValueType.Problem(rule.Type, attribute.Value) is not { } problem)
            return;
        var code = rule.Type == "nmtoken" && rule.Rule is "S09" or "C02" or "S26" ? "G11" : rule.Rule;
        report.Error(code, node, $"The attribute '{attribute.Name}' of '{node.Name}' is '{attribute.Value}': {problem}.");
    }

    private static string? ValueOf(Node node, string name) =>
        name.StartsWith("xml:", StringComparison.Ordinal) ? node.Of(Vocabulary.Xml, name[4..]) : node[name];
}

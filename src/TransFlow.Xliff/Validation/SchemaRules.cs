namespace TransFlow.Xliff.Validation;

/// <summary>Holds each element of a vocabulary that XLIFF knows against the schema: names, order, number, attributes, values.</summary>
internal static class SchemaRules
{
    public static void Check(Node node, Report report)
    {
        if (IsForeign(node, report))
            return;
        if (node.Facts.Rule is not { } rule)
        {
            report.Error(node.Facts.IsCore ? "G03" : "G04", node, $"There is no element '{node.Name}' in {node.Space}; take it out.");
            return;
        }

        if (node.Facts.IsCore && node.Space != report.Core)
            Space(node, report);
        if (node.Parent is { Facts.IsCore: true } && !node.Facts.IsCore && !Vocabulary.Begins(node.Term!))
            report.Error("G04", node, $"'{node.Name}' stands alone here; put it in the element with which its module begins.");

        Attributes(node, rule, report);
        if (node.Is(Kinds.Skeleton))
            Skeleton(node, report);
        if (!rule.IsFree)
            ContentRules.Check(node, rule, report);
    }

    private static bool IsForeign(Node node, Report report) => node.Term is null || !Vocabulary.IsOf(report, node.Facts.Vocabulary!);

    /// <summary>The two namespaces of the core do not mix; told where the other one begins.</summary>
    private static void Space(Node node, Report report)
    {
        if (node.Parent?.Space != node.Space)
            report.Error(node.Parent?.Term == "mtc:match" ? "M17" : report.Is22 ? "N01" : "G03", node, $"'{node.Name}' is in {node.Space} and the document in {report.Core}; put it there too.");
    }

    private static void Skeleton(Node skeleton, Report report)
    {
        foreach (var child in skeleton.Inside)
        {
            if (child.Facts.IsCore || child.Space.Length == 0)
                report.Error("X01", child, $"'{child.Name}' may not stand in a skeleton; put it in a namespace of your own.");
        }
    }

    private static void Attributes(Node node, ElementRule rule, Report report)
    {
        if ((node.Has & rule.Required) != rule.Required)
        {
            foreach (var required in rule.Attributes.Where(a => a.IsRequired && (node.Has & Schema.Bit(a.Name)) == 0))
                report.Error(required.Rule, node, $"'{node.Name}' needs the attribute '{required.Name}'; add it.");
        }

        foreach (ref readonly var attribute in node.Attributes.Items)
        {
            var name = attribute.Name;
            if (name.IsDeclaration)
                continue;
            if (name.Namespace.Length > 0 && name.Namespace != Vocabulary.Xml)
                Foreign(node, attribute, rule, report);
            else if (Own(name, rule) is { } own && (!own.Is22 || report.Is22))
                Value(node, attribute, own, report);
            else
                Unknown(node, attribute, name.Namespace.Length == 0 ? name.LocalName : $"xml:{name.LocalName}", rule, report);
        }
    }

    private static AttributeRule? Own(XliffName name, ElementRule rule) =>
        name.Facts.Own is not 0 and var bit ? rule.Attribute(bit) : rule.Attribute(name.Namespace.Length == 0 ? name.LocalName : "xml:" + name.LocalName);

    private static void Unknown(Node node, AttributeEntry attribute, string name, ElementRule rule, Report report)
    {
        if (attribute.Name.Namespace == Vocabulary.Xml && !Vocabulary.IsCore(node.Space))
            return;
        if (attribute.Name.Namespace == Vocabulary.Xml && rule.Foreign == "any" && !node.IsOneOf("mrk", "sm"))
            return;
        if (attribute.Name is { Namespace: Vocabulary.Xml, LocalName: "lang" })
            report.Error("L04", node, $"'{node.Name}' states no language of its own; take 'xml:lang' out, or put it on a file, group, unit, note, source or target.");
        var code = attribute.Name.Namespace == Vocabulary.Xml && node.IsOneOf("mrk", "sm") ? "A10" : rule.AttributeRule == "C04" ? "G03" : rule.AttributeRule;
        report.Error(code, node, $"'{node.Name}' has no attribute '{name}'; take it out.");
    }

    private static void Foreign(Node node, AttributeEntry attribute, ElementRule rule, Report report)
    {
        var prefix = attribute.Name.Facts.Vocabulary;
        var isAllowed = rule.Foreign switch
        {
            "any" => true,
            "codes" => prefix is "fs" or "slr",
            "segment" => prefix == "pgs" && report.Is22,
            _ => false,
        };
        if (!isAllowed)
        {
            var code = rule.Foreign == "codes" ? "C04" : rule.AttributeRule is "S19" or "S20" or "S29" or "A11" or "D04" ? rule.AttributeRule : Vocabulary.IsCore(node.Space) ? "X03" : "G04";
            report.Error(code, node, $"'{node.Name}' may not have the attribute '{attribute.Name.LocalName}' of {attribute.Name.Namespace}; take it out.");
            return;
        }

        if (prefix is null || !Vocabulary.IsOf(report, prefix))
            return;
        if (attribute.Name.Facts.Attribute is { } own)
            Value(node, attribute, own, report);
        else if (!IsPrefixedOwn(node, prefix, attribute))
            report.Error("G04", node, $"There is no attribute '{attribute.Name.LocalName}' in {attribute.Name.Namespace}; take it out.");
    }

    /// <summary>ITS lets its own elements have its attributes with a prefix too.</summary>
    private static bool IsPrefixedOwn(Node node, string prefix, AttributeEntry attribute) =>
        prefix == "its" && node.Space == attribute.Name.Namespace && Schema.Element(node.Term!)!.Attributes.Any(a => a.Name == attribute.Name.LocalName);

    private static void Value(Node node, AttributeEntry attribute, AttributeRule rule, Report report)
    {
        if (rule.Type.Problem(attribute.Value) is not { } problem)
            return;
        var code = rule.Type.IsTokens && rule.Rule is "S09" or "C02" or "S26" ? "G11" : rule.Rule;
        var message = $"The attribute '{attribute.Name.LocalName}' of '{node.Name}' is '{attribute.Value}'; {problem}.";
        if (code == "S31")
            report.Warn(code, node, message);
        else
            report.Error(code, node, message);
    }
}

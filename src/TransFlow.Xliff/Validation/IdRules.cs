namespace TransFlow.Xliff.Validation;

/// <summary>Ids and the scopes in which each is unique.</summary>
internal static class IdRules
{
    public static void Document(Node root, Report report)
    {
        Unique(root.Core("file"), "U01", "file", "the document", report);
        foreach (var file in root.Core("file"))
        {
            var inside = Structure(file).ToList();
            Unique(inside.Where(n => n.Is("group")), "U02", "group", "the file", report);
            Unique(inside.Where(n => n.Is("unit")), "U03", "unit", "the file", report);
        }

        foreach (var holder in root.All().Where(n => n.IsOneOf("xliff", "file", "group", "unit")))
        {
            Unique(holder.Core("notes").SelectMany(n => n.Core("note")), "U04", "note", $"this {holder.Name}", report);
            Extensions(holder, report);
        }
    }

    public static void Scope(InlineScope scope, Report report)
    {
        Unique(scope.Owner.Core("originalData").SelectMany(d => d.Core("data")), scope.Rule("U05", "M13"), "data", "its original data", report);
        var parts = scope.IsMatch ? [] : scope.Parts;
        Unique(parts.Concat(scope.Source), scope.Rule("U06", "M11"), "segment, ignorable or inline element", $"the {scope.Owner.Name}", report);
        Unique(scope.Target, scope.Rule("U07", "M11"), "inline element", $"the targets of the {scope.Owner.Name}", report);

        var source = scope.Source.Where(n => n["id"] is not null).GroupBy(n => n["id"]!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var taken = parts.Select(p => p["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var node in scope.Target.Where(n => n["id"] is not null))
        {
            if (taken.Contains(node["id"]!) || (source.TryGetValue(node["id"]!, out var same) && Kind(same) != Kind(node)))
                report.Error(scope.Rule("U07", "M11"), node, $"The id '{node["id"]}' belongs to another kind of element in the source; give this one another.");
        }
    }

    /// <summary>Groups and units of a file at any depth.</summary>
    public static IEnumerable<Node> Structure(Node holder) =>
        holder.Children.Where(c => c.IsOneOf("group", "unit")).SelectMany(c => Structure(c).Prepend(c));

    public static void Unique(IEnumerable<Node> nodes, string rule, string what, string where, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(n => n["id"] is not null))
        {
            if (!seen.Add(node["id"]!))
                report.Error(rule, node, $"The id '{node["id"]}' occurs twice as a {what} in {where}; give this one another.");
        }
    }

    /// <summary>A pair of codes may be written as one element or as two.</summary>
    private static string Kind(Node node) => node.Name switch
    {
        "pc" or "sc" or "ec" => "code",
        "mrk" or "sm" => "annotation",
        var name => name,
    };

    private static void Extensions(Node holder, Report report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in holder.Children.Where(c => c.Term is null).SelectMany(c => c.All()).Where(n => n.Term is null))
        {
            if ((node["id"] ?? node.Of(Vocabulary.Xml, "id")) is not { } id)
                continue;
            if (!ValueType.IsToken(id))
                report.Error("U08", node, $"The id '{id}' of an extension is no name token.");
            else if (!seen.Add(id))
                report.Error("U08", node, $"The id '{id}' occurs twice among the extensions of this {holder.Name}; give this one another.");
        }
    }
}

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
            Unique(inside.Where(n => n.Is(Kinds.Unit)), "U03", "unit", "the file", report);
        }
    }

    /// <summary>Notes and extensions of the document, a file, group or unit.</summary>
    public static void Holder(Node holder, Report report)
    {
        foreach (var child in holder.Inside)
        {
            if (child.Is(Kinds.Notes) && child.Children.Count > 1)
                Unique(child.Core("note"), "U04", "note", $"this {holder.Name}", report);
        }

        Extensions(holder, report);
    }

    public static void Scope(InlineScope scope, IdTable ids, Report report)
    {
        if (scope.Owner.First(Kinds.OriginalData) is { Children.Count: > 1 } data)
            Unique(data.Core("data"), scope.Rule("U05", "M13"), "data", "its original data", report);
        ids.Clear();
        var (source, target) = (ids.Source, ids.Target);
        if (!scope.IsMatch)
            Unique(scope.Parts, source, "U06", "segment, ignorable or inline element", scope, report);
        Unique(scope.Source, source, scope.Rule("U06", "M11"), "segment, ignorable or inline element", scope, report);
        foreach (var node in scope.Target)
        {
            if (node["id"] is not { } id)
                continue;
            if (!target.Add(id))
                report.Error(scope.Rule("U07", "M11"), node, $"The id '{id}' occurs twice as an inline element in the targets of the {scope.Owner.Name}; give this one another.");
            if (source.TryGetValue(id, out var same) && (same.Is(Kinds.Parts) || Kind(same) != Kind(node)))
                report.Error(scope.Rule("U07", "M11"), node, $"The id '{id}' belongs to another kind of element in the source; give this one another.");
        }
    }

    private static void Unique(IReadOnlyList<Node> nodes, Dictionary<string, Node> seen, string rule, string what, InlineScope scope, Report report)
    {
        foreach (var node in nodes)
        {
            if (node["id"] is { } id && !seen.TryAdd(id, node))
                report.Error(rule, node, $"The id '{id}' occurs twice as a {what} in the {scope.Owner.Name}; give this one another.");
        }
    }

    /// <summary>Groups and units of a file at any depth.</summary>
    public static IEnumerable<Node> Structure(Node holder) =>
        holder.Children.Where(c => c.IsOneOf("group", "unit")).SelectMany(c => c.Is(Kinds.Unit) ? [c] : Structure(c).Prepend(c));

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
        HashSet<string>? seen = null;
        foreach (var child in holder.Inside)
            Extensions(child, holder, ref seen, report);
    }

    /// <summary>Extensions in the holder and in its modules; what a resource or a size profile holds is that one's own.</summary>
    private static void Extensions(Node node, Node holder, ref HashSet<string>? seen, Report report)
    {
        if (node.Term is null)
            Extension(node, holder, seen ??= new(StringComparer.Ordinal), report);
        else if (node.Facts is { IsCore: false, Rule: { IsFree: false } })
        {
            foreach (var child in node.Inside)
                Extensions(child, holder, ref seen, report);
        }
    }

    private static void Extension(Node extension, Node holder, HashSet<string> seen, Report report)
    {
        foreach (var node in extension.All().Where(n => n.Term is null))
        {
            if ((node["id"] ?? node.Of(Vocabulary.Xml, "id")) is not { } id)
                continue;
            if (!ValueType.IsToken(id))
                report.Error("U08", node, $"The id '{id}' of an extension is no name token; make it of letters, digits, '.', '-', '_' and ':'.");
            else if (!seen.Add(id))
                report.Error("U08", node, $"The id '{id}' occurs twice among the extensions of this {holder.Name}; give this one another.");
        }
    }
}

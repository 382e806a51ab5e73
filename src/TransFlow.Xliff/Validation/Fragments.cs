namespace TransFlow.Xliff.Validation;

/// <summary>Fragment identifiers (XLIFF 2.1, 4.3): their syntax, and what in the document they mean.</summary>
/// <param name="root">The document.</param>
internal sealed class Fragments(Node root)
{
    private readonly Dictionary<Node, Dictionary<(string Kind, string Id), Node>> _structures = [];
    private Dictionary<string, Node>? _files;
    private (Node? Of, Dictionary<(string Prefix, string Id), Node> Leaves) _last = (null, []);

    /// <summary>Checks a reference.</summary>
    /// <param name="reference">The reference; only those into this document, or into another XLIFF file, are looked at.</param>
    /// <param name="from">The element that has it.</param>
    /// <param name="report">Where problems go.</param>
    /// <returns>What it means in this document; null when it means nothing, something of an extension, or another document.</returns>
    public Node? Check(string reference, Node from, Report report)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || (hash > 0 && !reference[..hash].EndsWith(".xlf", StringComparison.OrdinalIgnoreCase)))
            return null;
        var (selectors, rule, problem) = FragmentSyntax.Parse(reference[(hash + 1)..]);
        if (selectors is null)
            report.Error(rule, from, problem);
        if (selectors is null || hash > 0)
            return null;
        var target = Find(selectors, reference[1..].StartsWith('/'), from);
        if (target is null && selectors.TrueForAll(s => s.Prefix.Length < 2 || Vocabulary.HasElements(s.Prefix)))
            report.Error("R09", from, $"'{reference}' means nothing in this document.");
        return target;
    }

    private Node? Find(List<FragmentSelector> selectors, bool isAbsolute, Node from)
    {
        string? Of(string prefix) => selectors.Where(s => s.Prefix == prefix).Select(s => s.Id).FirstOrDefault();
        var (f, g, u) = (Of("f"), Of("g"), Of("u"));
        var file = f is not null ? File(f) : isAbsolute ? null : from.Closest("file");
        if (file is null)
            return null;
        var at = file;
        if (g is not null)
            at = Structure(file, "group", g);
        if (u is not null)
            at = Structure(file, "unit", u);
        else if (f is null && g is null && !isAbsolute)
            at = from.Closest("unit") ?? from.Closest("group") ?? file;
        return at is null || selectors.TrueForAll(s => s.Prefix is "f" or "g" or "u") ? at : Leaf(at, selectors[^1]);
    }

    private Node? File(string id)
    {
        if (_files is null)
        {
            _files = new(StringComparer.Ordinal);
            foreach (var file in root.Core("file"))
                _files.TryAdd(file["id"] ?? "", file);
        }

        return _files.GetValueOrDefault(id);
    }

    private Node? Structure(Node file, string kind, string id)
    {
        if (!_structures.TryGetValue(file, out var inside))
        {
            _structures[file] = inside = [];
            foreach (var node in IdRules.Structure(file))
                inside.TryAdd((node.Name, node["id"] ?? ""), node);
        }

        return inside.GetValueOrDefault((kind, id));
    }

    private Node? Leaf(Node at, FragmentSelector leaf)
    {
        if (leaf.Prefix.Length > 1)
            return at.Children.Where(c => !c.Facts.IsCore).SelectMany(c => c.All()).FirstOrDefault(n => IsOf(n, leaf));
        if (_last.Of != at)
            _last = (at, Leaves(at));
        return _last.Leaves.GetValueOrDefault((leaf.Prefix, leaf.Id));
    }

    /// <summary>Whether an element of a module or an extension is what a selector means; the prefixes of extensions say nothing of their namespaces.</summary>
    private static bool IsOf(Node node, FragmentSelector leaf) =>
        !node.Facts.IsCore && (node.Facts.Vocabulary == leaf.Prefix || !Vocabulary.HasElements(leaf.Prefix)) && (node["id"] ?? node.Of(Vocabulary.Xml, "id")) == leaf.Id;

    private static Dictionary<(string Prefix, string Id), Node> Leaves(Node at)
    {
        var leaves = new Dictionary<(string, string), Node>();
        void Add(string prefix, IEnumerable<Node> nodes)
        {
            foreach (var node in nodes)
            {
                if (node["id"] is { } id)
                    leaves.TryAdd((prefix, id), node);
            }
        }

        var scope = new InlineScope().OfUnit(at);
        Add("n", at.Core("notes").SelectMany(n => n.Core("note")));
        Add("d", at.Core("originalData").SelectMany(d => d.Core("data")));
        Add("", scope.Parts);
        Add("", scope.Source);
        Add("t", scope.Target);
        return leaves;
    }
}

namespace TransFlow.Xliff.Validation;

/// <summary>Fragment identifiers (XLIFF 2.1, 4.3): their syntax, and what in the document they mean.</summary>
/// <param name="root">The document.</param>
internal sealed class Fragments(Node root)
{
    /// <summary>Stands for prefixes of extensions, which say nothing of their namespaces.</summary>
    private const string AnyModule = "*";

    private readonly Dictionary<Node, Dictionary<(string Kind, string Id), Node>> _structures = [];
    private Dictionary<string, Node>? _files;
    private readonly Dictionary<Node, Dictionary<(string Prefix, string Id), Node>> _elsewhere = [];
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
            report.Error("R09", from, $"'{reference}' means nothing in this document; write #, the selectors on the way (f=, g=, u=) and the id of something that is there.");
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
            at = Structure(file, "unit", u) is { } unit && (g is null || (at is not null && unit.Outwards().Contains(at))) ? unit : null;
        else if (f is null && g is null && !isAbsolute)
            at = from.Closest("unit") ?? from.Closest("group") ?? file;
        return at is null || selectors.TrueForAll(s => s.Prefix is "f" or "g" or "u") ? at : Leaf(at, selectors[^1], from);
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

    /// <summary>
    /// References come unit by unit and mostly mean something in the same unit: what is in that is found once and then forgotten; what is
    /// asked for from elsewhere is kept.
    /// </summary>
    private Node? Leaf(Node at, FragmentSelector leaf, Node from)
    {
        var leaves = from.Closest("unit") == at ? Own(at) : _elsewhere.TryGetValue(at, out var known) ? known : _elsewhere[at] = Leaves(at);
        return leaves.GetValueOrDefault((Vocabulary.HasElements(leaf.Prefix) || leaf.Prefix.Length < 2 ? leaf.Prefix : AnyModule, leaf.Id));
    }

    private Dictionary<(string Prefix, string Id), Node> Own(Node unit)
    {
        if (_last.Of != unit)
            _last = (unit, Leaves(unit));
        return _last.Leaves;
    }

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
        foreach (var node in at.Children.Where(c => !c.Facts.IsCore).SelectMany(c => c.All()).Where(n => !n.Facts.IsCore))
        {
            if ((node["id"] ?? node.Of(Vocabulary.Xml, "id")) is not { } id)
                continue;
            leaves.TryAdd((AnyModule, id), node);
            if (node.Facts.Vocabulary is { } prefix)
                leaves.TryAdd((prefix, id), node);
        }

        return leaves;
    }
}

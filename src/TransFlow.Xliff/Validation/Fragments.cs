namespace TransFlow.Xliff.Validation;

/// <summary>Fragment identifiers (XLIFF 2.1, 4.3): their syntax, and what in the document they mean.</summary>
/// <param name="root">The document.</param>
internal sealed class Fragments(Node root)
{
    /// <summary>Checks a reference.</summary>
    /// <param name="reference">The reference; only those into this document, or into another XLIFF file, are looked at.</param>
    /// <param name="from">The element that has it.</param>
    /// <param name="report">Where problems go.</param>
    /// <returns>What it means in this document; null when it means nothing, something of a module, or another document.</returns>
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
        var isModule = selectors.Exists(s => s.Prefix.Length > 1);
        var target = Find(selectors, reference[1..].StartsWith('/'), from);
        if (target is null && !isModule)
            report.Error("R09", from, $"'{reference}' means nothing in this document.");
        return target;
    }

    private Node? Find(List<FragmentSelector> selectors, bool isAbsolute, Node from)
    {
        string? Of(string prefix) => selectors.Where(s => s.Prefix == prefix).Select(s => s.Id).FirstOrDefault();
        var (f, g, u) = (Of("f"), Of("g"), Of("u"));
        var file = f is not null ? root.Core("file").FirstOrDefault(n => n["id"] == f) : isAbsolute ? null : from.Closest("file");
        if (file is null)
            return null;
        var at = file;
        if (g is not null)
            at = IdRules.Structure(file).FirstOrDefault(n => n.Is("group") && n["id"] == g);
        if (u is not null)
            at = IdRules.Structure(file).FirstOrDefault(n => n.Is("unit") && n["id"] == u);
        else if (f is null && g is null && !isAbsolute)
            at = from.Closest("unit") ?? from.Closest("group") ?? file;
        return at is null || selectors.TrueForAll(s => s.Prefix is "f" or "g" or "u") ? at : Leaf(at, selectors[^1]);
    }

    private static Node? Leaf(Node at, FragmentSelector leaf) => leaf.Prefix switch
    {
        "n" => at.Core("notes").SelectMany(n => n.Core("note")).FirstOrDefault(n => n["id"] == leaf.Id),
        "d" => at.Core("originalData").SelectMany(d => d.Core("data")).FirstOrDefault(n => n["id"] == leaf.Id),
        "t" => new InlineScope().OfUnit(at).Target.FirstOrDefault(n => n["id"] == leaf.Id),
        "" => new InlineScope().OfUnit(at).Parts.Concat(new InlineScope().OfUnit(at).Source).FirstOrDefault(n => n["id"] == leaf.Id),
        "its" => at.All().FirstOrDefault(n => n.Space == Vocabulary.Its && n.Of(Vocabulary.Xml, "id") == leaf.Id),
        _ => at.All().FirstOrDefault(n => !Vocabulary.IsCore(n.Space) && n["id"] == leaf.Id),
    };
}

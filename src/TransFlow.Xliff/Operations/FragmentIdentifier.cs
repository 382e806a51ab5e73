namespace TransFlow.Xliff;

/// <summary>Fragment identifiers (XLIFF 2.1, 4.3): <c>#/f=f1/u=u1/s1</c> means the segment or inline element <c>s1</c> of the unit <c>u1</c> of the file <c>f1</c>.</summary>
public static class FragmentIdentifier
{
    /// <summary>The identifier of an element of a document, from its root.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="element">The element itself, as it stands in the document.</param>
    /// <returns>The identifier with its <c>#</c>; null when the element is not in the document, or it or what holds it has no id, or it stands in no file, or it is of the core and stands in a module, or the identifier would mean another.</returns>
    public static string? Of(XliffDocument document, XliffElement element)
    {
        if (Replacement.Chain(document, element) is not { } chain)
            return null;
        // Core elements in modules (a candidate's source and target) have ids of their own, which no identifier reaches.
        if (XliffNamespaces.IsCore2(element.Tag.Namespace) && chain.Exists(e => !XliffNamespaces.IsCore2(e.Tag.Namespace)))
            return null;
        // What stands in no file, such as the notes that 2.2 lets the document have, has no identifier.
        if (chain.OfType<XliffFile>().FirstOrDefault() is not { } file)
            return null;
        var selectors = new List<string> { "f=" + file.Id };
        // Ids of groups and units are unique in the file: the innermost says all.
        var holder = chain.OfType<XliffContainer>().LastOrDefault(c => c is Group or Unit);
        if (holder is not null)
            selectors.Add((holder is Unit ? "u=" : "g=") + holder.Id);
        if (element is not XliffContainer && Leaf(chain) is { } leaf)
            selectors.Add(leaf);
        else if (element is not XliffContainer)
            return null;
        // An id that is no name token cannot be written; one that two elements have means the first.
        var fragment = "#/" + string.Join('/', selectors);
        return ReferenceEquals(Find(document, fragment), element) ? fragment : null;
    }

    /// <summary>The element that an identifier means.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="fragment">The identifier, with its <c>#</c>.</param>
    /// <param name="from">Where it stands, for one that does not begin at the root; null otherwise.</param>
    /// <returns>The element; null when there is none, or the identifier is none.</returns>
    public static XliffElement? Find(XliffDocument document, string fragment, XliffElement? from = null)
    {
        if (!fragment.StartsWith('#') || FragmentSyntax.Parse(fragment[1..]).Selectors is not { } selectors)
            return null;
        var around = from is null ? [] : Replacement.Chain(document, from) ?? [];
        var isAbsolute = fragment.StartsWith("#/", StringComparison.Ordinal);
        string? Id(string prefix) => selectors.Where(s => s.Prefix == prefix).Select(s => s.Id).FirstOrDefault();
        var (f, g, u) = (Id("f"), Id("g"), Id("u"));
        var file = f is not null ? document.Files.FirstOrDefault(x => x.Id == f) : isAbsolute ? null : around.OfType<XliffFile>().FirstOrDefault();
        if (file is null)
            return null;
        XliffContainer? at = file;
        if (g is not null)
            at = Below(file).OfType<Group>().FirstOrDefault(x => x.Id == g);
        if (u is not null)
            at = at is null ? null : Below(at).OfType<Unit>().FirstOrDefault(x => x.Id == u);
        else if (f is null && g is null && !isAbsolute)
            at = around.OfType<XliffContainer>().Last();
        return at is null || selectors.TrueForAll(s => s.Prefix is "f" or "g" or "u") ? at : Leaf(at, selectors[^1]);
    }

    private static XliffElement? Leaf(XliffContainer at, FragmentSelector leaf)
    {
        var inline = (at as Unit)?.Parts ?? [];
        return leaf.Prefix switch
        {
            "n" => at.Notes.FirstOrDefault(n => n.Id == leaf.Id),
            "d" => (at as Unit)?.Data.FirstOrDefault(d => d.Id == leaf.Id),
            "t" => inline.Select(p => p.Target).OfType<Target>().SelectMany(Below).FirstOrDefault(e => IdOf(e) == leaf.Id),
            "" => inline.SelectMany(p => p.Source is null ? [p] : Below(p.Source).Prepend(p)).FirstOrDefault(e => IdOf(e) == leaf.Id),
            _ => at.Extensions.SelectMany(e => Below(e).Prepend(e)).FirstOrDefault(e => !XliffNamespaces.IsCore2(e.Tag.Namespace) && IdOf(e) == leaf.Id && IsOf(e, leaf.Prefix)),
        };
    }

    /// <summary>The last selector of an element that is no file, group or unit; null when it has none.</summary>
    private static string? Leaf(List<XliffElement> chain)
    {
        var element = chain[^1];
        if (IdOf(element) is not { Length: > 0 } id)
            return null;
        if (element is Note)
            return "n=" + id;
        if (element is Data)
            return "d=" + id;
        if (!XliffNamespaces.IsCore2(element.Tag.Namespace))
            return XliffNamespaces.Prefix(element.Tag.Namespace) is { } prefix ? $"{prefix}={id}" : null;
        return chain.Exists(e => e is Target) ? "t=" + id : id;
    }

    /// <summary>Whether an element is of the module of a prefix; what an extension's prefix stands for nobody knows.</summary>
    private static bool IsOf(XliffElement element, string prefix) => XliffNamespaces.Prefix(element.Tag.Namespace) is { } own ? own == prefix : XliffNamespaces.OfPrefix(prefix) is null;

    private static string? IdOf(XliffElement element) => element.Attributes.ValueOf("id") ?? element.Of(XliffNamespaces.Xml, "id");

    private static IEnumerable<XliffElement> Below(XliffElement element) => element.Elements.SelectMany(e => Below(e).Prepend(e));
}

namespace TransFlow.Xliff;

/// <summary>Takes modules and extensions out of documents, for tools that know the core alone.</summary>
public static class XliffModules
{
    /// <summary>Keeps the core and the named modules, and takes out every other element and attribute that is not XLIFF's core: annotations stay, what they say in other vocabularies goes.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="kept">The namespaces to keep, such as <see cref="XliffNamespaces.Matches"/>.</param>
    /// <returns>The document without the rest; skeletons stay whole.</returns>
    public static XliffDocument Keep(XliffDocument document, params IReadOnlyCollection<string> kept) => (XliffDocument)Keep((XliffElement)document, document.Tag.Namespace, kept);

    /// <summary>Takes the named modules or extensions out.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="stripped">The namespaces to take out.</param>
    /// <returns>The document without them.</returns>
    public static XliffDocument Strip(XliffDocument document, params IReadOnlyCollection<string> stripped) =>
        Keep(document, [.. Used(document).Except(stripped)]);

    private static XliffElement Keep(XliffElement element, string core, IReadOnlyCollection<string> kept)
    {
        if (element is Skeleton)
            return element;
        bool IsKept(string space) => space.Length == 0 || space == core || space == XliffNamespaces.Xml || kept.Contains(space);
        return element with
        {
            Attributes = [.. element.Attributes.Where(a => a.Name.IsDeclaration ? IsKept(a.Value) : IsKept(a.Name.Namespace))],
            Content = [.. element.Content.Where(n => n is not XliffElement child || IsKept(child.Tag.Namespace)).Select(n => n is XliffElement child ? Keep(child, core, kept) : n)],
        };
    }

    private static HashSet<string> Used(XliffElement element)
    {
        var used = new HashSet<string>(StringComparer.Ordinal) { element.Tag.Namespace };
        foreach (var attribute in element.Attributes)
            used.Add(attribute.Name.IsDeclaration ? attribute.Value : attribute.Name.Namespace);
        foreach (var child in element.Elements)
            used.UnionWith(Used(child));
        return used;
    }
}

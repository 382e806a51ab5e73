namespace TransFlow.Xliff;

/// <summary>Takes modules and extensions out of documents, for tools that know the core alone.</summary>
public static class XliffModules
{
    /// <summary>Keeps the core and the named modules, and takes out every other element and attribute that is not XLIFF's core: annotations stay, what they say in other vocabularies, and refer to there, goes.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="kept">The namespaces to keep, such as <see cref="XliffNamespaces.Matches"/>.</param>
    /// <returns>The document without the rest; skeletons, and resources and data on sizes where their modules are kept, stay whole.</returns>
    public static XliffDocument Keep(XliffDocument document, params IReadOnlyCollection<string> kept) => (XliffDocument)Keep((XliffElement)document, document.Tag.Namespace, kept);

    /// <summary>Takes the named modules or extensions out.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <param name="stripped">The namespaces to take out.</param>
    /// <returns>The document without them.</returns>
    public static XliffDocument Strip(XliffDocument document, params IReadOnlyCollection<string> stripped) =>
        Keep(document, [.. Used(document).Except(stripped)]);

    private static XliffElement Keep(XliffElement element, string core, IReadOnlyCollection<string> kept)
    {
        // A skeleton, the resources themselves and sizes are data, of whatever vocabulary.
        if (element is Skeleton || element.Tag is { Namespace: XliffNamespaces.ResourceData, LocalName: "source" or "target" } or { Namespace: XliffNamespaces.SizeRestriction, LocalName: "data" })
            return element;
        bool IsKept(string space) => space.Length == 0 || space == core || space == XliffNamespaces.Xml || kept.Contains(space);
        return element with
        {
            Attributes = [.. element.Attributes.Where(a => a.Name.IsDeclaration ? IsKept(a.Value) : IsKept(a.Name.Namespace) && !(element is Annotation or Note && a.Name.Is("ref") && ModuleOf(a.Value) is { } module && !IsKept(module)))],
            Content = [.. element.Content.Where(n => n is not XliffElement child || (IsKept(child.Tag.Namespace) && !IsEmptied(child, IsKept))).Select(n => n is XliffElement child ? Keep(child, core, kept) : n)],
        };
    }

    /// <summary>Whether a rule says by an extension alone what it asks for, and so asks for nothing without that; or there are no others.</summary>
    private static bool IsEmptied(XliffElement element, Func<string, bool> isKept) => element switch
    {
        ValidationRule rule => rule is { IsPresent: null, IsNotPresent: null, StartsWith: null, EndsWith: null } && !rule.Attributes.Any(a => !a.Name.IsDeclaration && a.Name.Namespace.Length > 0 && isKept(a.Name.Namespace)),
        ValidationRules rules => rules.Items.Any() && rules.Items.All(r => IsEmptied(r, isKept)),
        _ => false,
    };

    /// <summary>The module into which a reference leads; null for none.</summary>
    private static string? ModuleOf(string reference) =>
        reference.StartsWith('#') && FragmentSyntax.Parse(reference[1..]).Selectors is [.., { Prefix.Length: > 1 } last] ? XliffNamespaces.OfPrefix(last.Prefix) : null;

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

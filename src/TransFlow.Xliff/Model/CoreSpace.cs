namespace TransFlow.Xliff;

/// <summary>Moves elements from the core namespace of one 2.x version to that of another.</summary>
internal static class CoreSpace
{
    public static XliffElement Move(XliffElement element, string space)
    {
        var isCore = XliffNamespaces.IsCore2(element.Tag.Namespace);
        if (!XliffNamespaces.IsCore2(space) || (isCore && element.Tag.Namespace == space))
            return element;
        return element with
        {
            Tag = isCore ? new XliffName(element.Tag.Prefix, element.Tag.LocalName, space) : element.Tag,
            Attributes = [.. element.Attributes.Select(a => a.Name.IsDeclaration && XliffNamespaces.IsCore2(a.Value) ? a with { Value = space } : a)],
            Content = [.. element.Content.Select(n => n is XliffElement child ? Move(child, space) : n)],
        };
    }
}

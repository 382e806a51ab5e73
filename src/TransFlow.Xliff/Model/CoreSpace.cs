namespace TransFlow.Xliff;

/// <summary>The namespaces in which XLIFF's own elements stand: moves elements from one to another, and into that of what they are put into.</summary>
internal static class CoreSpace
{
    /// <summary>Moves an element, with all that it holds, from the core namespace of one 2.x version to that of another.</summary>
    /// <param name="element">The element.</param>
    /// <param name="space">The namespace; empty for documents that declare none.</param>
    /// <param name="prefix">The prefix of what is moved; null to keep its own.</param>
    public static XliffElement Move(XliffElement element, string space, string? prefix = null)
    {
        var isCore = XliffNamespaces.IsCore2(element.Tag.Namespace);
        if ((space.Length > 0 && !XliffNamespaces.IsCore2(space)) || (isCore && element.Tag.Namespace == space))
            return element;
        var tag = isCore ? new XliffName(prefix ?? element.Tag.Prefix, element.Tag.LocalName, space) : element.Tag;
        var content = new XliffNode[element.Content.Count];
        var isMoved = isCore || element.Attributes.Any(IsElsewhere);
        for (var i = 0; i < content.Length; i++)
        {
            var node = element.Content[i];
            content[i] = node is XliffElement child ? Move(child, space, prefix) : node;
            isMoved |= !ReferenceEquals(content[i], node);
        }

        return !isMoved ? element : element with
        {
            Tag = tag,
            Attributes = [.. element.Attributes.Select(a => IsElsewhere(a) ? a with { Value = space } : a)],
            Content = NodeList.Create(content),
        };
        bool IsElsewhere(AttributeEntry attribute) => attribute.Name.IsDeclaration && XliffNamespaces.IsCore2(attribute.Value) && attribute.Value != space;
    }

    /// <summary>A child in the vocabulary of what it is put into.</summary>
    /// <param name="child">The child, of any version.</param>
    /// <param name="holder">What it is put into, with what stands there already.</param>
    public static T Here<T>(T child, XliffElement holder)
        where T : XliffElement
    {
        if (child.Tag.Namespace == holder.Tag.Namespace)
            return child;
        if (holder.IsOfVersion1)
            return (T)Version1Space.Move(child, holder.Tag);
        return Of(holder) is { } tag ? (T)Move(child, tag.Namespace, tag.Prefix) : child;
    }

    /// <summary>Nodes in the vocabulary of what they are put into; what is foreign and was read stays as it stands.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="holder">What they are put into.</param>
    public static NodeList Here(NodeList nodes, XliffElement holder)
    {
        // What a module held before says nothing about what it holds now.
        if (!holder.IsOfVersion1 && !IsOwn(holder))
            return nodes;
        XliffNode[]? moved = null;
        var items = nodes.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not XliffElement child || (child.Line > 0 && IsForeign(child.Tag.Namespace)))
                continue;
            var here = Here(child, holder);
            if (!ReferenceEquals(here, child))
                (moved ??= items.ToArray())[i] = here;
        }

        return moved is null ? nodes : NodeList.Create(moved);
    }

    /// <summary>Whether an element is of XLIFF's own, also where documents declare no namespace.</summary>
    private static bool IsOwn(XliffElement element) => XliffNamespaces.IsCore2(element.Tag.Namespace) || (element.Tag.Namespace.Length == 0 && element.GetType() != typeof(XliffElement));

    private static bool IsForeign(string space) => !XliffNamespaces.IsCore2(space) && XliffNamespaces.Prefix(space) is null;

    /// <summary>A name in the core namespace that holds in an element: its own, or in a module that of what it holds; null where none is known.</summary>
    private static XliffName? Of(XliffElement holder)
    {
        if (IsOwn(holder))
            return holder.Tag;
        if (holder.GetType() == typeof(XliffElement))
            return null;
        foreach (var child in holder.Elements)
        {
            if (XliffNamespaces.IsCore2(child.Tag.Namespace))
                return child.Tag;
        }

        return null;
    }
}

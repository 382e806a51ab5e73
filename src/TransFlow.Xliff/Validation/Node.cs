namespace TransFlow.Xliff.Validation;

/// <summary>An element of the document under validation, with what holds it.</summary>
internal sealed class Node(Node? parent, XliffElement element)
{
    private List<Node>? _children;
    private List<NodeAttribute>? _attributes;

    public Node? Parent { get; } = parent;

    /// <summary>Namespace URI.</summary>
    public string Space => element.Tag.Namespace;

    /// <summary>Local name.</summary>
    public string Name => element.Tag.LocalName;

    public int Line => element.Line;

    public int Column => element.Column;

    /// <summary>Its attributes, without declarations of namespaces.</summary>
    public List<NodeAttribute> Attributes => _attributes ??= [.. element.Attributes.Where(a => !a.Name.IsDeclaration).Select(a => new NodeAttribute(a.Name.Namespace, a.Name.LocalName, a.Value))];

    public List<Node> Children => _children ??= [.. element.Elements.Select(e => new Node(this, e))];

    /// <summary>True when it holds words that are not white space.</summary>
    public bool HasWords => element.Content.Any(n => n is PlainText text && !string.IsNullOrWhiteSpace(text.Text));

    /// <summary>True when it holds any characters at all.</summary>
    public bool HasCharacters => element.Content.Any(n => n is PlainText);

    /// <summary>The name with its vocabulary, such as <c>core:unit</c>; null for a foreign element.</summary>
    public string? Term => Vocabulary.Prefix(Space) is { } prefix ? $"{prefix}:{Name}" : null;

    public string? this[string attribute] => element.Attributes.ValueOf(attribute);

    /// <summary>Whether it is an element of XLIFF's core.</summary>
    public bool Is(string name) => Name == name && Vocabulary.IsCore(Space);

    public bool IsOneOf(params ReadOnlySpan<string> names) => Vocabulary.IsCore(Space) && names.Contains(Name);

    /// <summary>An attribute of a module.</summary>
    public string? Of(string space, string attribute) => element.Attributes.ValueOf(space, attribute);

    public IEnumerable<Node> Core(string name) => Children.Where(c => c.Is(name));

    public IEnumerable<Node> Of(string term) => Children.Where(c => c.Term == term);

    /// <summary>It and all below, in document order.</summary>
    public IEnumerable<Node> All()
    {
        var open = new Stack<Node>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
                open.Push(node.Children[i]);
        }
    }

    /// <summary>It and what holds it, from the inside out.</summary>
    public IEnumerable<Node> Outwards()
    {
        for (var node = this; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>The closest core element of a name that holds it, itself among them.</summary>
    public Node? Closest(string name) => Outwards().FirstOrDefault(n => n.Is(name));

    /// <summary>The value of an attribute here or at the closest element around that has it.</summary>
    public string? Inherited(string space, string attribute) => Outwards().Select(n => n.Of(space, attribute)).FirstOrDefault(v => v is not null);

    /// <summary>Where it is, as people read it: <c>file[f1]/unit[u1]/segment[2]/source</c>.</summary>
    public string Path()
    {
        var steps = Outwards().TakeWhile(n => n.Parent is not null).Select(n => $"{n.Name}{n.Mark()}").Reverse();
        return string.Join('/', steps);
    }

    private string Mark()
    {
        if (this["id"] is { Length: > 0 } id)
            return $"[{id}]";
        var same = Parent!.Children.Where(c => c.Name == Name && c.Space == Space).ToList();
        return same.Count > 1 ? $"[{same.IndexOf(this) + 1}]" : "";
    }
}

/// <summary>One attribute; <paramref name="Space"/> is empty for those of the element's own vocabulary.</summary>
internal sealed record NodeAttribute(string Space, string Name, string Value);

namespace TransFlow.Xliff.Validation;

/// <summary>An element of the document under validation, with the place where it stands.</summary>
internal sealed class Node(Node? parent, string space, string name, int line, int column)
{
    public Node? Parent { get; } = parent;

    /// <summary>Namespace URI.</summary>
    public string Space { get; } = space;

    /// <summary>Local name.</summary>
    public string Name { get; } = name;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public List<NodeAttribute> Attributes { get; } = [];

    public List<Node> Children { get; } = [];

    /// <summary>True when it holds words that are not white space.</summary>
    public bool HasWords { get; set; }

    /// <summary>True when it holds any characters at all.</summary>
    public bool HasCharacters { get; set; }

    /// <summary>The name with its vocabulary, such as <c>core:unit</c>; null for a foreign element.</summary>
    public string? Term => Vocabulary.Prefix(Space) is { } prefix ? $"{prefix}:{Name}" : null;

    public string? this[string attribute] => Attributes.Find(a => a.Space.Length == 0 && a.Name == attribute)?.Value;

    /// <summary>Whether it is an element of XLIFF's core.</summary>
    public bool Is(string name) => Name == name && Vocabulary.IsCore(Space);

    public bool IsOneOf(params ReadOnlySpan<string> names) => Vocabulary.IsCore(Space) && names.Contains(Name);

    /// <summary>An attribute of a module.</summary>
    public string? Of(string space, string attribute) => Attributes.Find(a => a.Space == space && a.Name == attribute)?.Value;

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

using System.Globalization;

namespace TransFlow.Xliff.Validation;

/// <summary>An element of the document under validation, with what holds it.</summary>
internal sealed class Node
{
    private readonly XliffElement _element;
    private Node[]? _children;
    private Dictionary<XliffElement, int>? _places;

    public Node(Node? parent, XliffElement element)
    {
        (Parent, _element) = (parent, element);
        Facts = element.Tag.Facts;
        var (has, hasModules) = (0UL, false);
        foreach (ref readonly var attribute in element.Attributes.Items)
        {
            var facts = attribute.Name.Facts;
            has |= facts.Own;
            hasModules |= facts.Vocabulary is not null;
        }

        (Has, HasModules) = (has, hasModules);
    }

    public Node? Parent { get; }

    /// <summary>What the specification knows of its name.</summary>
    public NameFacts Facts { get; }

    /// <summary>The bits of its own attributes that are there.</summary>
    public ulong Has { get; }

    /// <summary>Whether it has attributes of modules.</summary>
    public bool HasModules { get; }

    /// <summary>Namespace URI.</summary>
    public string Space => _element.Tag.Namespace;

    /// <summary>Local name.</summary>
    public string Name => _element.Tag.LocalName;

    public int Line => _element.Line;

    public int Column => _element.Column;

    /// <summary>Its attributes, declarations of namespaces among them.</summary>
    public AttributeList Attributes => _element.Attributes;

    public IReadOnlyList<Node> Children => _children ??= Build();

    /// <summary>The same for loops that have to be fast.</summary>
    public ReadOnlySpan<Node> Inside => _children ??= Build();

    /// <summary>The element itself.</summary>
    public XliffElement Element => _element;

    /// <summary>True when it holds words that are not white space.</summary>
    public bool HasWords
    {
        get
        {
            foreach (var node in _element.Content.Items)
            {
                if (node is PlainText text && text.Text.AsSpan().ContainsAnyExcept(" \t\r\n"))
                    return true;
            }

            return false;
        }
    }

    /// <summary>True when it holds any characters at all.</summary>
    public bool HasCharacters
    {
        get
        {
            foreach (var node in _element.Content.Items)
            {
                if (node is PlainText)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The name with its vocabulary, such as <c>core:unit</c>; null for a foreign element.</summary>
    public string? Term => Facts.Term;

    /// <summary>An attribute of its own; ids and references to them without the white space that XML Schema takes off name tokens.</summary>
    public string? this[string attribute]
    {
        get
        {
            var value = _element.Attributes.ValueOf(attribute);
            return value is { Length: > 0 } && (value[0] <= ' ' || value[^1] <= ' ') && Schema.IsToken(attribute) ? value.Trim(ValueType.Blank) : value;
        }
    }

    /// <summary>Whether it is of one of some kinds.</summary>
    /// <param name="kinds">Their bits, of <see cref="Kinds"/>.</param>
    public bool Is(ulong kinds) => (Facts.Kind & kinds) != 0;

    /// <summary>Whether it is an element of XLIFF's core.</summary>
    public bool Is(string name) => Facts.IsCore && Name == name;

    public bool IsOneOf(params ReadOnlySpan<string> names) => Facts.IsCore && names.Contains(Name);

    /// <summary>The first child of one of some kinds; null for none.</summary>
    public Node? First(ulong kinds)
    {
        foreach (var child in Inside)
        {
            if (child.Is(kinds))
                return child;
        }

        return null;
    }

    /// <summary>Whether it has an attribute of a vocabulary.</summary>
    public bool HasOf(params ReadOnlySpan<string> spaces)
    {
        foreach (ref readonly var attribute in Attributes.Items)
        {
            if (spaces.Contains(attribute.Name.Namespace))
                return true;
        }

        return false;
    }

    /// <summary>An attribute of a module.</summary>
    public string? Of(string space, string attribute) => _element.Attributes.ValueOf(space, attribute);

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

    /// <summary>Forgets what was made for its children, for documents of many units; it is made again when somebody asks.</summary>
    public void Release() => _children = null;

    /// <summary>Where it is, as people read it: <c>file[f1]/unit[u1]/segment[#2]/source</c>, with ids as they are and places with a #.</summary>
    public string Path()
    {
        var steps = Outwards().TakeWhile(n => n.Parent is not null).Select(n => $"{n.Name}{n.Mark()}").Reverse();
        return string.Join('/', steps);
    }

    private string Mark()
    {
        if (this["id"] is { Length: > 0 } id)
            return $"[{id}]";
        return Parent!.PlaceOf(_element) is > 0 and var place ? $"[#{place.ToString(CultureInfo.InvariantCulture)}]" : "";
    }

    /// <summary>Which of its kind a child is, from 1; 0 when it is the only one.</summary>
    private int PlaceOf(XliffElement child)
    {
        if (_places is null)
        {
            _places = new Dictionary<XliffElement, int>(ReferenceEqualityComparer.Instance);
            foreach (var same in _element.Elements.GroupBy(e => e.Tag))
            {
                var number = 0;
                foreach (var one in same)
                    _places[one] = ++number;
                if (number == 1)
                    _places[same.First()] = 0;
            }
        }

        return _places[child];
    }

    private Node[] Build()
    {
        var count = 0;
        foreach (var node in _element.Content.Items)
            count += node is not PlainText and XliffElement ? 1 : 0;
        var children = count == 0 ? [] : new Node[count];
        var at = 0;
        foreach (var node in _element.Content.Items)
        {
            if (node is not PlainText and XliffElement child)
                children[at++] = new Node(this, child);
        }

        return children;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace TransFlow.Xliff;

/// <summary>
/// An element, with everything that stands in it and in the order in which it stands: those of XLIFF's own vocabulary have types
/// of their own, whose properties look into <see cref="Attributes"/> and <see cref="Content"/>; foreign ones are plain elements.
/// A property that an element does not state is null: defaults and inheritance are <see cref="Inheritance"/>'s.
/// Two elements are equal when their names, attributes and content are, wherever they stand.
/// </summary>
public record XliffElement : XliffNode
{
    private AttributeList _attributes;
    private NodeList _content;

    /// <summary>Makes an element.</summary>
    /// <param name="tag">Its name.</param>
    public XliffElement(XliffName tag) => Tag = tag;

    /// <summary>Makes an element of the type that its name has in XLIFF, for elements whose types have no constructor of that version.</summary>
    /// <param name="tag">Its name.</param>
    /// <returns>The element, empty; a plain one when XLIFF has no such name.</returns>
    public static XliffElement Create(XliffName tag) => ElementTypes.Of(tag, XliffNamespaces.IsVersion1(tag.Namespace))(new Reading(tag, [], [], 0, 0));

    internal XliffElement(in Reading read)
    {
        Tag = read.Tag;
        _attributes = read.Attributes;
        _content = read.Content;
        Line = read.Line;
        Column = read.Column;
    }

    /// <summary>Its name.</summary>
    public XliffName Tag { get; init; }

    /// <summary>Its attributes.</summary>
    public AttributeList Attributes { get => _attributes; init => _attributes = value; }

    /// <summary>What stands in it, layout and all. XLIFF's own elements that are set here take the namespace of where they are put, and in 1.2 its words.</summary>
    public NodeList Content { get => _content; init => _content = CoreSpace.Here(value, this); }

    /// <summary>The line where it begins, from 1; 0 when it was not read from a file.</summary>
    public int Line { get; }

    /// <summary>The column where it begins, from 1; 0 when it was not read from a file.</summary>
    public int Column { get; }

    /// <summary>The elements in it, in order.</summary>
    public IEnumerable<XliffElement> Elements => _content.OfType<XliffElement>();

    /// <summary>The elements in it and in what it holds, in the order of their start tags.</summary>
    internal IEnumerable<XliffElement> Inside => Elements.SelectMany(e => e.Inside.Prepend(e));

    /// <summary><c>xml:space</c>; null when not stated.</summary>
    public string? Space { get => Of(XliffNamespaces.Xml, "space"); init => Set(XliffNamespaces.Xml, "space", value); }

    /// <summary><c>xml:lang</c>; null when not stated.</summary>
    public string? Language { get => Of(XliffNamespaces.Xml, "lang"); init => Set(XliffNamespaces.Xml, "lang", value); }

    /// <summary>Whether it stands in a document of 1.2, or is an extension from there.</summary>
    internal bool IsOfVersion1 => XliffNamespaces.IsVersion1(Tag.Namespace)
        || (Tag.Namespace.Length == 0 && (this is TransUnit or AlternativeTranslation or SegmentedSource or FileHeader or FileBody or XliffDocument { IsVersion1: true } || Elements.Any(e => e is FileBody or TransUnit)));

    /// <summary>The element with other content, of whatever namespaces.</summary>
    internal XliffElement Holding(NodeList content) => this with { _content = content };

    /// <summary>The value of an attribute of a module or extension; null when it is not there.</summary>
    /// <param name="space">Its namespace.</param>
    /// <param name="localName">Its name.</param>
    public string? Of(string space, string localName) => _attributes.ValueOf(space, localName);

    /// <summary>All text in it and in what it holds, in order.</summary>
    public string InnerText => _content.Count switch
    {
        0 => "",
        1 when _content[0] is PlainText only => only.Text,
        _ => string.Concat(_content.Select(n => n switch { PlainText text => text.Text, CodePoint point => point.Text, XliffElement element => element.InnerText, _ => "" })),
    };

    /// <inheritdoc/>
    public virtual bool Equals(XliffElement? other) =>
        ReferenceEquals(this, other) || (other is not null && EqualityContract == other.EqualityContract && Tag.Equals(other.Tag) && _attributes == other._attributes && _content == other._content);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tag, _attributes, _content.Count);

    /// <summary>The start tag as it is written.</summary>
    public sealed override string ToString() => $"<{Tag}{string.Concat(_attributes.Select(a => $" {a.Name}=\"{a.Value}\""))}>";

    /// <summary>A name of XLIFF's core, as new documents have it.</summary>
    private protected static XliffName Core(string localName) => XliffName.Of(localName, XliffNamespaces.Core20);

    /// <summary>A name of XLIFF 1.2.</summary>
    private protected static XliffName Version1(string localName) => XliffName.Of(localName, XliffNamespaces.Version12);

    /// <summary>A name of a module, with the prefix that its specification uses.</summary>
    private protected static XliffName Module(string space, string localName) => new(XliffNamespaces.Prefix(space)!, localName, space);

    private protected string? Get(string localName) => _attributes.ValueOf(localName);

    private protected void Set(string localName, string? value)
    {
        if (value is not null || Get(localName) is not null)
            _attributes = _attributes.With(XliffName.Own(localName), value);
    }

    private protected void Set(string space, string localName, string? value) => _attributes = _attributes.With(new XliffName(XliffNamespaces.Prefix(space) ?? "", localName, space), value);

    /// <summary>A yes-or-no attribute; null when it is neither.</summary>
    private protected bool? Flag(string localName) => Get(localName) switch { "yes" => true, "no" => false, _ => null };

    private protected void SetFlag(string localName, bool? value) => Set(localName, value switch { true => "yes", false => "no", null => null });

    /// <summary>A whole number; null when it is none.</summary>
    private protected int? Number(string localName) => int.TryParse(Get(localName), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private protected void SetNumber(string localName, int? value) => Set(localName, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal number; null when it is none.</summary>
    private protected decimal? Fraction(string localName) => decimal.TryParse(Get(localName), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private protected void SetFraction(string localName, decimal? value) => Set(localName, value?.ToString(CultureInfo.InvariantCulture));

    private protected T? First<T>()
        where T : XliffElement
    {
        foreach (var node in _content.Items)
        {
            if (node is T found)
                return found;
        }

        return null;
    }

    private protected IEnumerable<T> All<T>() => _content.OfType<T>();

    /// <summary>Puts children in the place of those of their type, or where the order of types wants them.</summary>
    /// <param name="children">The new ones.</param>
    /// <param name="later">What has to stand after them.</param>
    private protected void Replace<T>(IEnumerable<T> children, Func<XliffElement, bool> later)
        where T : XliffElement
    {
        if (_content.Count == 0)
        {
            _content = [.. children.Select(c => CoreSpace.Here(c, this))];
            return;
        }

        var nodes = new List<XliffNode>(_content.Count + 4);
        var at = -1;
        var late = -1;
        foreach (var node in _content.Items)
        {
            if (node is T)
            {
                at = at < 0 ? nodes.Count : at;
                continue;
            }

            late = late < 0 && node is XliffElement element && later(element) ? nodes.Count : late;
            nodes.Add(node);
        }

        nodes.InsertRange(at >= 0 ? at : late >= 0 ? late : nodes.Count, children.Select(c => CoreSpace.Here(c, this)));
        _content = NodeList.Create(CollectionsMarshal.AsSpan(nodes));
    }

    private protected void Put<T>(T? child, Func<XliffElement, bool> later)
        where T : XliffElement
    {
        if (child is not null && _content.Count == 0)
            _content = [CoreSpace.Here(child, this)];
        else if (child is not null || First<T>() is not null)
            Replace(child is null ? [] : new[] { child }, later);
    }
}

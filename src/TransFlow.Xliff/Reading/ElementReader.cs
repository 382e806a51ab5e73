using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Reads elements whole; it begins on an element's start and ends on its end.</summary>
/// <param name="xml">The document.</param>
/// <param name="isVersion1">Whether the document is of the 1.x family.</param>
internal sealed class ElementReader(XmlReader xml, bool isVersion1)
{
    private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;
    private readonly NameCache _names = new(isVersion1);
    private readonly ValueCache _values = new();
    private XliffNode[] _open = new XliffNode[64];
    private int _count;

    /// <summary>The start of the element that the reader is on, without its content.</summary>
    public XliffElement Start(out bool isEmpty)
    {
        isEmpty = xml.IsEmptyElement;
        return Make(Begin(out var name), name, default);
    }

    /// <summary>The element that the reader is on.</summary>
    public XliffElement Whole()
    {
        var isEmpty = xml.IsEmptyElement;
        var read = Begin(out var name);
        return Make(read, name, isEmpty ? default : Content());
    }

    /// <summary>What the reader is on when it is no element; null for what is no content and has no place in the model.</summary>
    public XliffNode? Node() => xml.NodeType switch
    {
        XmlNodeType.Text or XmlNodeType.CDATA => new PlainText(_values.Of(xml.Value)),
        XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => _values.Space(xml.Value),
        _ => Aside(xml),
    };

    /// <summary>The comment or processing instruction that a reader is on, which may stand outside the root too; null when it is on neither.</summary>
    public static XliffNode? Aside(XmlReader xml) => xml.NodeType switch
    {
        XmlNodeType.Comment => new Comment(xml.Value),
        XmlNodeType.ProcessingInstruction => new ProcessingInstruction(xml.Name, xml.Value),
        _ => null,
    };

    private static XliffElement Make(in Reading read, NameCache.Entry name, NodeList content) => name.Type(read with { Content = content });

    private Reading Begin(out NameCache.Entry name)
    {
        if (xml.Depth > XliffReader.MaximumDepth)
            throw new XliffException($"More than {XliffReader.MaximumDepth} elements stand in one another.", _place.LineNumber, _place.LinePosition);
        name = _names.Of(xml);
        int line = _place.LineNumber, column = Math.Max(1, _place.LinePosition - 1);
        return new Reading(name.Name, Attributes(), default, line, column);
    }

    private AttributeList Attributes()
    {
        var count = xml.AttributeCount;
        if (count == 0)
            return default;
        if (count > XliffReader.MaximumAttributes)
            throw new XliffException(XliffReader.TooManyAttributes, _place.LineNumber, _place.LinePosition);
        var items = new AttributeEntry[count];
        for (var i = 0; xml.MoveToNextAttribute(); i++)
            items[i] = new(_names.Of(xml).Name, _values.Of(xml.Value));

        xml.MoveToElement();
        return new(items);
    }

    private NodeList Content()
    {
        var start = _count;
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                Push(Whole());
            else if (Node() is { } node)
                Push(node);
        }

        if (_count == start)
            return default;
        // Text that meets text is one: CDATA ends nothing.
        var items = NodeList.Create(_open.AsSpan(start.._count));
        _count = start;
        return items;
    }

    private void Push(XliffNode node)
    {
        if (_count == _open.Length)
            Array.Resize(ref _open, _count * 2);
        // A span asks once what an array may hold, and the array itself at each element.
        _open.AsSpan()[_count++] = node;
    }
}

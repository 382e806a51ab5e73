using System.Xml;

namespace TransFlow.Xliff.Validation;

/// <summary>Reads a document as nodes; comments and processing instructions are no content and are passed over.</summary>
internal static class NodeReader
{
    /// <summary>The most attributes that an element may have.</summary>
    private const int MostAttributes = 1000;

    /// <exception cref="XmlException">The document is not well-formed.</exception>
    /// <exception cref="XliffException">It goes beyond the limits.</exception>
    public static Node Read(XmlReader xml)
    {
        var place = (IXmlLineInfo)xml;
        Node? root = null;
        Node? open = null;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.Depth > XliffReader.MaximumDepth)
                        throw new XliffException($"More than {XliffReader.MaximumDepth} elements stand in one another.", place.LineNumber, place.LinePosition);
                    var node = new Node(open, xml.NamespaceURI, xml.LocalName, place.LineNumber, Math.Max(1, place.LinePosition - 1));
                    open?.Children.Add(node);
                    root ??= node;
                    var isEmpty = xml.IsEmptyElement;
                    Attributes(xml, node, place);
                    open = isEmpty ? open : node;
                    break;
                case XmlNodeType.EndElement:
                    open = open!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open is not null:
                    open.HasCharacters = true;
                    open.HasWords = open.HasWords || !string.IsNullOrWhiteSpace(xml.Value);
                    break;
                default:
                    break;
            }
        }

        return root!;
    }

    private static void Attributes(XmlReader xml, Node node, IXmlLineInfo place)
    {
        if (xml.AttributeCount > MostAttributes)
            throw new XliffException($"An element has more than {MostAttributes} attributes.", place.LineNumber, place.LinePosition);
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                node.Attributes.Add(new NodeAttribute(xml.NamespaceURI, xml.LocalName, xml.Value));
        }

        xml.MoveToElement();
    }
}

using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Walks through a document part by part.</summary>
internal static class DocumentWalk
{
    /// <param name="xml">The document.</param>
    /// <param name="partRead">Called after each part.</param>
    public static IEnumerable<XliffPart> Parts(XmlReader xml, Action partRead)
    {
        ElementReader? elements = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                yield return new XliffPart.End();
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                elements ??= Root(xml);
                if (IsOpen(xml))
                {
                    yield return new XliffPart.Start(elements.Start(out var isEmpty));
                    if (isEmpty)
                        yield return new XliffPart.End();
                }
                else
                {
                    yield return new XliffPart.Item(elements.Whole());
                }
            }
            else if ((xml.Depth > 0 ? elements!.Node() : ElementReader.Aside(xml)) is { } node)
            {
                yield return new XliffPart.Item(node);
            }

            partRead();
        }
    }

    /// <summary>The document that parts make.</summary>
    public static XliffDocument Fold(IEnumerable<XliffPart> parts)
    {
        List<XliffNode> before = [], after = [];
        XliffDocument? document = null;
        var open = new Stack<(XliffElement Shell, List<XliffNode> Content)>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case XliffPart.Start start:
                    open.Push((start.Element, []));
                    break;
                case XliffPart.Item item:
                    (open.TryPeek(out var inside) ? inside.Content : document is null ? before : after).Add(item.Node);
                    break;
                default:
                    var (shell, content) = open.Pop();
                    var whole = shell.Holding([.. content]);
                    if (open.TryPeek(out var outside))
                        outside.Content.Add(whole);
                    else
                        document = (XliffDocument)whole;
                    break;
            }
        }

        return document! with { Before = [.. before], After = [.. after] };
    }

    /// <summary>Whether the root element that the reader is on is of the 1.x family.</summary>
    public static bool IsVersion1(XmlReader xml) =>
        XliffNamespaces.IsVersion1(xml.NamespaceURI) || (xml.NamespaceURI.Length == 0 && xml.GetAttribute("version") is null or ['1', '.', ..]);

    /// <summary>The document's elements, when it is XLIFF of a version that there is.</summary>
    private static ElementReader Root(XmlReader xml)
    {
        if (xml.LocalName != "xliff" || !IsCore(xml.NamespaceURI))
            throw Error(xml, $"This is no XLIFF: its root element is '{xml.LocalName}'.");
        if (xml.GetAttribute("version") is { } version and not (['1' or '2', '.', ..]))
            throw Error(xml, $"XLIFF version '{version}' is none of 1.0 to 1.2 and 2.0 to 2.2.");
        return new ElementReader(xml, IsVersion1(xml));
    }

    /// <summary>Whether what stands in the element are parts of their own: a file, a group, at the places where they belong.</summary>
    private static bool IsOpen(XmlReader xml) => xml.Depth == 0 || (xml.LocalName is "file" or "body" or "group" && IsCore(xml.NamespaceURI));

    private static bool IsCore(string space) => space.Length == 0 || XliffNamespaces.IsCore2(space) || XliffNamespaces.IsVersion1(space);

    private static XliffException Error(XmlReader xml, string message)
    {
        var place = (IXmlLineInfo)xml;
        return new XliffException(message, place.LineNumber, place.LinePosition);
    }
}

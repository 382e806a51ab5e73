namespace TransFlow.Xliff;

/// <summary>
/// Writes XLIFF of any version as the model has it, layout and all: UTF-8 without byte order mark, LF; the same document gives the
/// same bytes. Namespaces that nothing declares are declared where they are needed.
/// </summary>
public static class XliffWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="XliffException">It holds something that XML cannot carry, or is deeper than <see cref="XliffReader.MaximumDepth"/>.</exception>
    public static byte[] Write(XliffDocument document)
    {
        using var xml = new XmlOutput(null);
        Write(document, xml);
        return xml.ToArray();
    }

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="XliffException">It holds something that XML cannot carry, or is deeper than <see cref="XliffReader.MaximumDepth"/>.</exception>
    public static void Write(XliffDocument document, Stream stream)
    {
        using var xml = new XmlOutput(stream);
        Write(document, xml);
        xml.Flush();
    }

    private static void Write(XliffDocument document, XmlOutput xml)
    {
        xml.Declaration();
        foreach (var node in document.Before)
            xml.Around(node);
        xml.Write(document);
        xml.Line();
        foreach (var node in document.After)
            xml.Around(node);
    }

    /// <summary>Writes a document part by part; memory goes with the greatest part, not with the document.</summary>
    /// <param name="parts">The parts, in order, as <see cref="XliffReader.ReadParts"/> gives them.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="XliffException">They hold something that XML cannot carry, a start has content, or they end what they did not start.</exception>
    public static void Write(IEnumerable<XliffPart> parts, Stream stream)
    {
        using var xml = new XmlOutput(stream);
        xml.Declaration();
        XliffElement? root = null;
        foreach (var part in parts)
        {
            switch (part)
            {
                case XliffPart.Start { Element.Content.Count: > 0 } start:
                    throw new XliffException($"The start of '{start.Element.Tag}' has content, which is written as parts of its own.", 0, 0);
                case XliffPart.Start start:
                    xml.Start(Here(start.Element, root));
                    root ??= start.Element;
                    break;
                case XliffPart.Item item when xml.IsOpen:
                    xml.Write(item.Node is XliffElement element ? Here(element, root) : item.Node);
                    break;
                case XliffPart.Item item:
                    xml.Around(item.Node);
                    break;
                default:
                    xml.End();
                    if (!xml.IsOpen)
                        xml.Line();
                    break;
            }
        }

        if (xml.IsOpen)
            throw new XliffException("The parts end before the document does.", 0, 0);
        xml.Flush();
    }

    /// <summary>What was made new among the parts of a document stands in its namespace, as it does in one that is whole.</summary>
    private static XliffElement Here(XliffElement element, XliffElement? root) => root is null || element.Line > 0 ? element : CoreSpace.Here(element, root);
}

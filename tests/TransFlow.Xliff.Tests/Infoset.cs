using System.Text;
using System.Xml;

namespace TransFlow.Xliff.Tests;

/// <summary>A document as its XML information set, read by the framework's own reader: names by namespace, attributes in one order, text, comments, instructions.</summary>
internal static class Infoset
{
    public static string Of(byte[] document)
    {
        var text = new StringBuilder();
        using var xml = XmlReader.Create(new MemoryStream(document));
        var run = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                run.Append(xml.Depth > 0 ? xml.Value : "");
                continue;
            }

            if (run.Length > 0)
                text.Append("text ").AppendLine(run.Replace("\n", "\\n").Replace("\r", "\\r").ToString());
            run.Clear();
            if (xml.NodeType == XmlNodeType.Element)
                Element(xml, text);
            else if (xml.NodeType != XmlNodeType.XmlDeclaration)
                text.Append(xml.NodeType).Append(' ').Append(xml.Name).Append(' ').AppendLine(xml.Value);
        }

        return text.ToString();
    }

    private static void Element(XmlReader xml, StringBuilder text)
    {
        var isEmpty = xml.IsEmptyElement;
        text.Append("start ").Append(xml.NamespaceURI).Append('|').Append(xml.Prefix).Append('|').Append(xml.LocalName);
        var name = xml.Name;
        var attributes = new List<string>();
        while (xml.MoveToNextAttribute())
            attributes.Add($"{xml.NamespaceURI}|{xml.Name}={xml.Value}");
        text.AppendLine(" " + string.Join(' ', attributes.Order(StringComparer.Ordinal)));
        if (isEmpty)
            text.Append("EndElement ").Append(name).Append(' ').AppendLine();
    }
}

namespace TransFlow.Xliff;

/// <summary>Writes XLIFF 2.x and 1.2: UTF-8 without byte order mark, LF, two spaces, attributes in one order; the same document gives the same bytes.</summary>
public static class XliffWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document; of version 1.2, or of the 2.x family.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="ArgumentException">The text holds a character that XML cannot carry.</exception>
    public static byte[] Write(XliffDocument document)
    {
        var xml = new XmlText();
        if (document.IsVersion1)
            new DocumentWriter1(xml).Write(document);
        else
            new DocumentWriter2(xml).Write(document);
        return xml.ToBytes();
    }
}

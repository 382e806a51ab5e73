using System.Text;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>
/// Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2 from bytes in any encoding that XML allows. What it does not model it passes over.
/// It reads neither document types nor anything outside the document, and stops at sizes and depths that no translation has.
/// </summary>
public static class XliffReader
{
    /// <summary>The most characters that a document may have.</summary>
    public const long MaximumLength = 512L * 1024 * 1024;

    /// <summary>The most elements that may stand in one another.</summary>
    public const int MaximumDepth = 256;

    static XliffReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The bytes.</param>
    /// <returns>The document.</returns>
    /// <exception cref="XliffException">It is no XLIFF, not well-formed, or beyond the limits.</exception>
    public static XliffDocument Read(Stream stream)
    {
        try
        {
            using var xml = XmlReader.Create(stream, Settings());
            return new DocumentReader(xml).Read();
        }
        catch (XmlException e)
        {
            throw new XliffException(Sentence(e), Math.Max(1, e.LineNumber), e.LinePosition, e);
        }
        catch (DecoderFallbackException e)
        {
            throw new XliffException("The file is not in the encoding that it declares.", 0, 0, e);
        }
    }

    /// <summary>No document types, nothing from outside, nothing without bounds.</summary>
    internal static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumLength,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    internal static string Sentence(XmlException e)
    {
        if (e.Message.Contains("DTD", StringComparison.Ordinal))
            return "The file declares a document type or entities; this is not allowed.";
        var place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var words = place > 0 ? e.Message[..place] : e.Message;
        return words.Contains("encoding", StringComparison.OrdinalIgnoreCase) || words.Contains("hexadecimal value", StringComparison.Ordinal)
            ? "Not well-formed XML, perhaps saved in another encoding: " + words
            : "Not well-formed XML: " + words;
    }
}

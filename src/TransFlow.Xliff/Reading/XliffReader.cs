using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>
/// Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2 from bytes in any encoding that XML allows, and keeps all that is in it: modules, foreign
/// elements and attributes, comments, processing instructions, layout. It reads neither document types nor anything outside the
/// document, and stops at sizes and depths that no translation has.
/// </summary>
public static partial class XliffReader
{
    /// <summary>The most bytes that a document may have which is read whole, and the most that one part may have of a document that is read as a stream.</summary>
    public const long MaximumLength = 512L * 1024 * 1024;

    /// <summary>The most elements that may stand in one another.</summary>
    public const int MaximumDepth = 256;

    /// <summary>The most attributes that an element may have.</summary>
    public const int MaximumAttributes = 1000;

    static XliffReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <returns>The document.</returns>
    /// <exception cref="XliffException">It is no XLIFF, not well-formed, or beyond the limits.</exception>
    public static XliffDocument Read(Stream stream) => DocumentWalk.Fold(Parts(stream, MaximumLength, isRestarted: false));

    /// <summary>Reads a document part by part, as the caller asks for them; memory goes with the greatest part, not with the document.</summary>
    /// <param name="stream">The bytes; left open, and read on while parts are asked for.</param>
    /// <returns>The parts, in order; <see cref="XliffPart.Of(XliffDocument)"/> says which they are.</returns>
    /// <exception cref="XliffException">On the way: it is no XLIFF, not well-formed, or a part is beyond the limits.</exception>
    public static IEnumerable<XliffPart> ReadParts(Stream stream) => Parts(stream, MaximumLength, isRestarted: true);

    /// <summary>Reads any XML document with the same care.</summary>
    /// <param name="stream">The bytes.</param>
    /// <returns>Its root element.</returns>
    /// <exception cref="XliffException">It is not well-formed, or beyond the limits.</exception>
    internal static XliffElement ReadRoot(Stream stream)
    {
        using var metered = new MeteredStream(stream, MaximumLength);
        using var xml = Open(metered);
        XliffElement? root = null;
        return Told(
            () =>
            {
                while (xml.Read())
                {
                    if (xml.NodeType == XmlNodeType.Element)
                        root = new ElementReader(xml, DocumentWalk.IsVersion1(xml)).Whole();
                }

                return root!;
            },
            xml);
    }

    /// <summary>Reads a document part by part.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="isRestarted">True when each part may have as many.</param>
    internal static IEnumerable<XliffPart> Parts(Stream stream, long limit, bool isRestarted)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var metered = new MeteredStream(stream, limit);
        using var xml = Open(metered);
        using var parts = DocumentWalk.Parts(xml, isRestarted ? metered.Restart : () => { }).GetEnumerator();
        while (Told(parts.MoveNext, xml))
            yield return parts.Current;
    }

    /// <summary>No document types, nothing from outside, nothing without bounds.</summary>
    private static XmlReader Open(MeteredStream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 0,
            CloseInput = false,
        };
        try
        {
            return Declared(stream.Peek()) is { } encoding ? XmlReader.Create(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false), settings) : XmlReader.Create(stream, settings);
        }
        catch (XmlException e)
        {
            throw Told(e);
        }
        catch (DecoderFallbackException e)
        {
            throw Undecoded(1, 1, e);
        }
    }

    /// <summary>
    /// The encoding that a document declares, strict: the framework's own reader takes bytes that the encoding does not have for question marks.
    /// Null for UTF-8 and UTF-16, of which it is strict, and for names that nobody knows, which it refuses.
    /// </summary>
    private static Encoding? Declared(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("<?xml"u8) || Declaration().Match(Encoding.Latin1.GetString(start)) is not { Success: true } match || match.Groups[1].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(match.Groups[1].Value, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""\A<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    private static T Told<T>(Func<T> read, XmlReader xml)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw Told(e);
        }
        catch (DecoderFallbackException e)
        {
            var place = (IXmlLineInfo)xml;
            throw Undecoded(Math.Max(1, place.LineNumber), Math.Max(1, place.LinePosition), e);
        }
    }

    private static XliffException Undecoded(int line, int column, DecoderFallbackException e) => new("The file is not in the encoding that it declares.", line, column, e);

    private static XliffException Told(XmlException e) => new(Sentence(e), Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition), e);

    private static string Sentence(XmlException e)
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

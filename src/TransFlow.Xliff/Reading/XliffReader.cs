using System.Text;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>
/// Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2 from bytes in any encoding that XML allows, and keeps all that is in it: modules, foreign
/// elements and attributes, comments, processing instructions, layout. It reads neither document types nor anything outside the
/// document, and stops at sizes and depths that no translation has.
/// </summary>
public static class XliffReader
{
    /// <summary>The most bytes that a document may have which is read whole, and the most that one part may have of a document that is read as a stream.</summary>
    public const long MaximumLength = 512L * 1024 * 1024;

    /// <summary>The most elements that may stand in one another.</summary>
    public const int MaximumDepth = 256;

    /// <summary>The most attributes that an element may have.</summary>
    public const int MaximumAttributes = 1000;

    /// <summary>What is said of an element with more.</summary>
    internal static readonly string TooManyAttributes = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"An element has more than {MaximumAttributes} attributes.");

    /// <summary>The most white space that may stand in one tag, outside of values.</summary>
    internal const int MaximumBlanks = 65_536;

    /// <summary>What is said of a tag with more.</summary>
    internal static readonly string TooManyBlanks = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A tag has more than {MaximumBlanks} characters of white space between its attributes.");

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
    /// <returns>Its root element, whatever its attributes <c>xml:space</c> say.</returns>
    /// <exception cref="XliffException">It is not well-formed, or beyond the limits.</exception>
    internal static XliffElement ReadRoot(Stream stream)
    {
        var document = stream.CanSeek ? stream : Copied(stream);
        var start = document.Position;
        try
        {
            return ReadRoot(document, hasAnySpace: false);
        }
        catch (XliffException e) when (IsSpace(e.InnerException))
        {
            document.Position = start;
            return ReadRoot(document, hasAnySpace: true);
        }
    }

    private static MemoryStream Copied(Stream stream)
    {
        var copy = new MemoryStream();
        using var metered = new MeteredStream(stream, MaximumLength);
        metered.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static XliffElement ReadRoot(Stream stream, bool hasAnySpace)
    {
        using var metered = new MeteredStream(stream, MaximumLength);
        using var xml = Open(metered, hasAnySpace);
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
    /// <param name="stream">The bytes.</param>
    /// <param name="hasAnySpace">True to read documents whose attributes <c>xml:space</c> have values that XML does not know.</param>
    private static XmlReader Open(MeteredStream stream, bool hasAnySpace = false)
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
            // The framework's own reader takes bytes that an encoding does not have for question marks, in all but UTF-8 and UTF-16.
            var encoding = DocumentEncoding.Of(stream.Peek());
            if (encoding is null || (!hasAnySpace && DocumentEncoding.IsReadAsWell(encoding)))
            {
                stream.Bound = new AttributeBound();
                return XmlReader.Create(stream, settings);
            }

            var text = new BoundedText(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false));
            return XmlReader.Create(hasAnySpace ? new RenamedSpaces(text) : text, settings);
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
        catch (XliffException e) when (e.Line == 0)
        {
            // What the bytes say has no place of its own; the reader has come as far.
            var place = (IXmlLineInfo)xml;
            throw new XliffException(e.Message, Math.Max(1, place.LineNumber), Math.Max(1, place.LinePosition), e);
        }
    }

    private static XliffException Undecoded(int line, int column, DecoderFallbackException e) => new("The file is not in the encoding that it declares; save it in that one, or declare its own.", line, column, e);

    private static XliffException Told(XmlException e) => new(Sentence(e), Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition), e);

    /// <summary>A wrong <c>xml:space</c> is an error of XML itself, and so ends the reading.</summary>
    private static bool IsSpace(Exception? e) => e is XmlException && e.Message.Contains("is an invalid xml:space value", StringComparison.Ordinal);

    private static string Sentence(XmlException e)
    {
        if (e.Message.Contains("DTD", StringComparison.Ordinal))
            return "The file declares a document type or entities; this is not allowed, take it out.";
        var place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var words = RenamedSpaces.Restored(place > 0 ? e.Message[..place] : e.Message);
        if (IsSpace(e))
            return $"'xml:space' is {words[..(words.IndexOf(" is an invalid", StringComparison.Ordinal))]}; write 'default' or 'preserve'.";
        return words.Contains("encoding", StringComparison.OrdinalIgnoreCase) || words.Contains("hexadecimal value", StringComparison.Ordinal)
            ? "Not well-formed XML, perhaps saved in another encoding: " + words
            : "Not well-formed XML: " + words;
    }
}

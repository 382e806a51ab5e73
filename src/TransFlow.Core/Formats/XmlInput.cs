using System.Text;
using System.Xml;

namespace TransFlow.Core.Formats;

/// <summary>
/// Opens XML files of other people with care: a document type is read over and never fetched, no entity is taken in, and no entry
/// may be larger or deeper than any honest one is.
/// </summary>
internal sealed class XmlInput : IDisposable
{
    /// <summary>The most bytes of one entry.</summary>
    public const long MostBytes = 16L * 1024 * 1024;

    /// <summary>The most elements in one another.</summary>
    public const int MostDepth = 64;

    private readonly BoundedStream _bounded;

    static XmlInput() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XmlInput(BoundedStream bounded, XmlReader xml) => (_bounded, Xml) = (bounded, xml);

    /// <summary>The reader.</summary>
    public XmlReader Xml { get; }

    /// <summary>Opens a file.</summary>
    public static XmlInput Open(Stream stream)
    {
        var bounded = new BoundedStream(stream, MostBytes);
        return Told(null, () => new XmlInput(bounded, XmlReader.Create(bounded, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        })));
    }

    /// <summary>An entry is through.</summary>
    public void Restart() => _bounded.Restart();

    /// <summary>Reads on; false at the end.</summary>
    public bool Read() => Told(Xml, () => Xml.Read() && (Xml.Depth <= MostDepth ? true : throw Broken($"More than {MostDepth} elements stand in one another.")));

    /// <summary>Reads with the reader, telling what is broken with its place.</summary>
    public T Told<T>(Func<XmlReader, T> read) => Told(Xml, () => read(Xml));

    /// <summary>The words of the node or attribute that the reader is on: the reader looks at some of them only when they are asked for.</summary>
    public string Value() => Told(Xml, () => Clean(Xml.Value));

    /// <summary>What is wrong in the present place.</summary>
    public BrokenFileException Broken(string message)
    {
        var place = (IXmlLineInfo)Xml;
        return new(message, place.LineNumber, place.LinePosition);
    }

    /// <summary>The text without characters that XML does not know, which some tools write as references.</summary>
    public static string Clean(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u0008') || text.AsSpan().IndexOfAny("\u000B\u000C\uFFFE\uFFFF") >= 0 || text.AsSpan().ContainsAnyInRange('\u000E', '\u001F')
        ? string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))
        : text;

    /// <inheritdoc/>
    public void Dispose()
    {
        Xml.Dispose();
        _bounded.Dispose();
    }

    private static T Told<T>(XmlReader? xml, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new BrokenFileException($"Not well-formed XML: {Sentence(e)}", Math.Max(1, e.LineNumber), e.LinePosition, e);
        }
        catch (BrokenFileException e) when (e.Line == 0 && xml is IXmlLineInfo place)
        {
            throw new BrokenFileException(e.Message, Math.Max(1, place.LineNumber), place.LinePosition, e);
        }
    }

    private static string Sentence(XmlException e)
    {
        var place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place > 0 ? e.Message[..place] : e.Message;
    }
}

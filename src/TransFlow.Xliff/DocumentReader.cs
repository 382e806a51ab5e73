using System.Collections.Immutable;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>One walk over a document, by namespace and local name, never by prefix.</summary>
/// <param name="xml">The document.</param>
internal sealed class DocumentReader(XmlReader xml)
{
    private const string Namespace1 = "urn:oasis:names:tc:xliff:document:1.";
    private const string Namespace2 = "urn:oasis:names:tc:xliff:document:2.";

    private readonly ImmutableArray<XliffFile>.Builder _files = ImmutableArray.CreateBuilder<XliffFile>();
    private string? _sourceLanguage;
    private string? _targetLanguage;

    public XliffDocument Read()
    {
        xml.MoveToContent();
        if (xml.LocalName != "xliff" || !(IsOurs || xml.NamespaceURI.Length == 0))
            throw Error($"This is no XLIFF: its root element is '{xml.LocalName}'.");
        var version = xml.GetAttribute("version") ?? (xml.NamespaceURI.StartsWith(Namespace2, StringComparison.Ordinal) ? "2.0" : "1.2");
        if (version is not (['1' or '2', '.', ..]))
            throw Error($"XLIFF version '{version}' is none of 1.0 to 1.2 and 2.0 to 2.2.");
        _sourceLanguage = xml.GetAttribute("srcLang");
        _targetLanguage = xml.GetAttribute("trgLang");
        Children(name =>
        {
            if (name != "file")
                return false;
            File();
            return true;
        });
        // The rest has to be well-formed too.
        while (xml.Read())
        {
        }

        return new XliffDocument(version) { SourceLanguage = _sourceLanguage, TargetLanguage = _targetLanguage, Files = _files.ToImmutable() };
    }

    private bool IsOurs =>
        xml.NamespaceURI.StartsWith(Namespace2, StringComparison.Ordinal) || xml.NamespaceURI.StartsWith(Namespace1, StringComparison.Ordinal);

    /// <summary>Visits the child elements of XLIFF's own namespace; the visitor leaves the reader on the element's end, or declines it.</summary>
    private void Children(Func<string, bool> visit)
    {
        if (xml.IsEmptyElement)
            return;
        if (xml.Depth > XliffReader.MaximumDepth)
            throw Error($"More than {XliffReader.MaximumDepth} elements stand in one another.");
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && !((IsOurs || xml.NamespaceURI.Length == 0) && visit(xml.LocalName)))
                xml.Skip();
            else
                xml.Read();
        }
    }

    private void File()
    {
        _sourceLanguage ??= xml.GetAttribute("source-language");
        _targetLanguage ??= xml.GetAttribute("target-language");
        var file = new XliffFile { Id = xml.GetAttribute("id"), Original = xml.GetAttribute("original") };
        var units = ImmutableArray.CreateBuilder<Unit>();
        Items(units);
        _files.Add(file with { Units = units.ToImmutable() });
    }

    private void Items(ImmutableArray<Unit>.Builder units) => Children(name =>
    {
        switch (name)
        {
            case "unit":
                units.Add(new UnitReader(xml, Children).Unit2());
                return true;
            case "trans-unit":
                units.Add(new UnitReader(xml, Children).Unit1());
                return true;
            case "group" or "body":
                Items(units);
                return true;
            default:
                return false;
        }
    });

    private XliffException Error(string message)
    {
        var place = (IXmlLineInfo)xml;
        return new XliffException(message, place.LineNumber, place.LinePosition);
    }
}

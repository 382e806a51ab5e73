using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace TransFlow.Core.Formats.Tmx;

/// <summary>
/// Reads translation memories in TMX 1.1 to 1.4b, whoever wrote them, unit by unit in constant memory. A document type is read over and
/// never fetched; elements that TMX does not know are left out.
/// </summary>
public sealed class TmxReader : IDisposable
{
    private static readonly HashSet<string> Inlines = new(StringComparer.Ordinal) { "bpt", "ept", "it", "ph", "hi", "sub", "ut" };

    private readonly XmlInput _input;

    private TmxReader(XmlInput input) => _input = input;

    /// <summary>What the memory says of itself.</summary>
    public MemoryHeader Header { get; private set; } = new();

    /// <summary>Opens a memory and reads its header.</summary>
    /// <param name="stream">The bytes; left open, and read on while units are asked for.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="BrokenFileException">It is no TMX, or not well-formed.</exception>
    public static TmxReader Open(Stream stream)
    {
        var reader = new TmxReader(XmlInput.Open(stream));
        try
        {
            reader.Start();
            return reader;
        }
        catch (BrokenFileException)
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The units in order; they can be asked for once.</summary>
    /// <exception cref="BrokenFileException">On the way: not well-formed, a unit without languages, or beyond the limits.</exception>
    public IEnumerable<MemoryUnit> Units()
    {
        while (_input.Read())
        {
            if (_input.Xml is { NodeType: XmlNodeType.Element, LocalName: "tu" })
            {
                yield return Unit();
                _input.Restart();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private void Start()
    {
        while (_input.Read() && _input.Xml.NodeType != XmlNodeType.Element)
        {
        }

        if (_input.Xml.LocalName != "tmx")
            throw _input.Broken($"This is no TMX: its root element is '{_input.Xml.LocalName}'.");
        while (_input.Read())
        {
            if (_input.Xml is { NodeType: XmlNodeType.Element, LocalName: "header" })
            {
                Header = ReadHeader();
                return;
            }

            if (_input.Xml.NodeType == XmlNodeType.Element)
                throw _input.Broken("The header is missing.");
        }
    }

    private MemoryHeader ReadHeader()
    {
        var attributes = Attributes();
        var source = attributes.FirstOrDefault(a => a.Key == "srclang").Value;
        var inside = new Inside();
        var encodings = ImmutableArray.CreateBuilder<MemoryEncoding>();
        Children(name =>
        {
            if (name != "ude")
                return inside.Take(name, this);
            encodings.Add(OwnEncoding());
            return true;
        });
        return new MemoryHeader
        {
            Encodings = encodings.ToImmutable(),
            SourceLanguage = string.IsNullOrWhiteSpace(source) ? "*all*" : source,
            Attributes = [.. attributes.Where(a => a.Key != "srclang")],
            Properties = [.. inside.Properties],
            Notes = [.. inside.Notes],
        };
    }

    private MemoryEncoding OwnEncoding()
    {
        var attributes = Attributes();
        var maps = ImmutableArray.CreateBuilder<ImmutableArray<KeyValuePair<string, string>>>();
        Children(name =>
        {
            if (name == "map")
                maps.Add(Attributes());
            return false;
        });
        return new MemoryEncoding(attributes, maps.ToImmutable());
    }

    private MemoryUnit Unit()
    {
        var attributes = Attributes();
        var inside = new Inside();
        var variants = ImmutableArray.CreateBuilder<MemoryVariant>();
        Children(name =>
        {
            if (name != "tuv")
                return inside.Take(name, this);
            variants.Add(Variant());
            return true;
        });
        return new MemoryUnit(variants.ToImmutable())
        {
            Id = attributes.FirstOrDefault(a => a.Key == "tuid").Value,
            SourceLanguage = attributes.FirstOrDefault(a => a.Key == "srclang").Value,
            Attributes = [.. attributes.Where(a => a.Key is not ("tuid" or "srclang"))],
            Properties = [.. inside.Properties],
            Notes = [.. inside.Notes],
        };
    }

    private MemoryVariant Variant()
    {
        var language = _input.Xml.GetAttribute("xml:lang") ?? _input.Xml.GetAttribute("lang");
        if (string.IsNullOrWhiteSpace(language))
            throw _input.Broken("The words of a unit are in no language: 'xml:lang' is missing.");
        var attributes = Attributes();
        var inside = new Inside();
        ImmutableArray<MemoryInline>? content = null;
        Children(name =>
        {
            if (name != "seg")
                return inside.Take(name, this);
            content = Inline();
            return true;
        });
        return new MemoryVariant(language.Trim(), content ?? [])
        {
            Attributes = [.. attributes.Where(a => a.Key is not ("xml:lang" or "lang"))],
            Properties = [.. inside.Properties],
            Notes = [.. inside.Notes],
        };
    }

    /// <summary>What stands in the element that the reader is on; the reader is on its end afterwards.</summary>
    private ImmutableArray<MemoryInline> Inline()
    {
        var parts = ImmutableArray.CreateBuilder<MemoryInline>();
        if (_input.Xml.IsEmptyElement)
            return [];
        var depth = _input.Xml.Depth;
        var text = new StringBuilder();
        while (_input.Read() && !(_input.Xml.NodeType == XmlNodeType.EndElement && _input.Xml.Depth == depth))
        {
            if (_input.Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(_input.Value());
            if (_input.Xml.NodeType != XmlNodeType.Element || !Inlines.Contains(_input.Xml.LocalName))
                continue;
            Flush(text, parts);
            var code = new MemoryCode(_input.Xml.LocalName) { Attributes = Attributes() };
            parts.Add(code with { Content = Inline() });
        }

        Flush(text, parts);
        return parts.ToImmutable();
    }

    private static void Flush(StringBuilder text, ImmutableArray<MemoryInline>.Builder parts)
    {
        if (text.Length > 0)
            parts.Add(new MemoryText(text.ToString()));
        text.Clear();
    }

    /// <summary>Goes through the children of the element that the reader is on; those that are not taken are passed over.</summary>
    private void Children(Func<string, bool> take)
    {
        if (_input.Xml.IsEmptyElement)
            return;
        var depth = _input.Xml.Depth;
        while (_input.Read() && !(_input.Xml.NodeType == XmlNodeType.EndElement && _input.Xml.Depth == depth))
        {
            if (_input.Xml.NodeType == XmlNodeType.Element && !take(_input.Xml.LocalName))
                Inline();
        }
    }

    private ImmutableArray<KeyValuePair<string, string>> Attributes()
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(_input.Xml.AttributeCount);
        while (_input.Told(x => x.MoveToNextAttribute()))
        {
            if (_input.Xml.Prefix is "" or "xml" && _input.Xml.Name != "xmlns")
                attributes.Add(KeyValuePair.Create(_input.Xml.Name, _input.Value()));
        }

        _input.Xml.MoveToElement();
        return attributes.ToImmutable();
    }

    /// <summary>Notes and properties.</summary>
    private sealed class Inside
    {
        public List<MemoryProperty> Properties { get; } = [];

        public List<string> Notes { get; } = [];

        public bool Take(string name, TmxReader reader)
        {
            if (name is not ("note" or "prop"))
                return false;
            var type = reader._input.Xml.GetAttribute("type") ?? "";
            var text = string.Concat(reader.Inline().OfType<MemoryText>().Select(t => t.Text));
            if (name == "note")
                Notes.Add(text);
            else
                Properties.Add(new MemoryProperty(type, text));
            return true;
        }
    }
}

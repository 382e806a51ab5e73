using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace TransFlow.Core.Formats.Tmx;

/// <summary>Writes translation memories in TMX 1.4b, unit by unit; the same units give the same bytes.</summary>
public static class TmxWriter
{
    /// <summary>What TMX asks a header to say; what it says already counts.</summary>
    private static readonly (string Name, string Value)[] Asked =
    [
        ("creationtool", "TransFlow"), ("creationtoolversion", "1"), ("segtype", "sentence"), ("o-tmf", "TransFlow"), ("adminlang", "en"), ("datatype", "plaintext"),
    ];

    /// <summary>Writes a memory.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="header">What it says of itself.</param>
    /// <param name="units">The units.</param>
    public static void Write(Stream stream, MemoryHeader header, IEnumerable<MemoryUnit> units)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartDocument();
        xml.WriteWhitespace("\n");
        xml.WriteStartElement("tmx");
        xml.WriteAttributeString("version", "1.4");
        WriteHeader(xml, header);
        xml.WriteWhitespace("\n  ");
        xml.WriteStartElement("body");
        foreach (var unit in units)
            WriteUnit(xml, unit);
        xml.WriteWhitespace("\n  ");
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static void WriteHeader(XmlWriter xml, MemoryHeader header)
    {
        xml.WriteWhitespace("\n  ");
        xml.WriteStartElement("header");
        WriteAttributes(xml, [.. header.Attributes.Where(a => a.Key.Length > 0), .. Asked.Where(a => !header.Attributes.Any(h => h.Key == a.Name)).Select(a => KeyValuePair.Create(a.Name, a.Value))]);
        xml.WriteAttributeString("srclang", header.SourceLanguage);
        WriteInside(xml, header.Notes, header.Properties, "\n    ");
        foreach (var encoding in header.Encodings)
        {
            xml.WriteWhitespace("\n    ");
            xml.WriteStartElement("ude");
            WriteAttributes(xml, encoding.Attributes);
            foreach (var map in encoding.Maps)
            {
                xml.WriteStartElement("map");
                WriteAttributes(xml, map);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        if (header.Notes.Length + header.Properties.Length + header.Encodings.Length > 0)
            xml.WriteWhitespace("\n  ");
        xml.WriteEndElement();
    }

    private static void WriteUnit(XmlWriter xml, MemoryUnit unit)
    {
        xml.WriteWhitespace("\n    ");
        xml.WriteStartElement("tu");
        if (unit.Id is not null)
            xml.WriteAttributeString("tuid", unit.Id);
        if (unit.SourceLanguage is not null)
            xml.WriteAttributeString("srclang", unit.SourceLanguage);
        WriteAttributes(xml, unit.Attributes);
        WriteInside(xml, unit.Notes, unit.Properties, "\n      ");
        foreach (var variant in unit.Variants)
        {
            xml.WriteWhitespace("\n      ");
            xml.WriteStartElement("tuv");
            xml.WriteAttributeString("xml", "lang", null, variant.Language);
            WriteAttributes(xml, variant.Attributes);
            WriteInside(xml, variant.Notes, variant.Properties, "\n        ");
            xml.WriteStartElement("seg");
            WriteInline(xml, variant.Content);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteWhitespace("\n    ");
        xml.WriteEndElement();
    }

    private static void WriteInside(XmlWriter xml, ImmutableArray<string> notes, ImmutableArray<MemoryProperty> properties, string indent)
    {
        foreach (var note in notes)
        {
            xml.WriteWhitespace(indent);
            xml.WriteElementString("note", XmlInput.Clean(note));
        }

        foreach (var property in properties)
        {
            xml.WriteWhitespace(indent);
            xml.WriteStartElement("prop");
            xml.WriteAttributeString("type", property.Type);
            xml.WriteString(XmlInput.Clean(property.Value));
            xml.WriteEndElement();
        }
    }

    private static void WriteInline(XmlWriter xml, ImmutableArray<MemoryInline> content)
    {
        foreach (var part in content)
        {
            if (part is MemoryText text)
                xml.WriteString(XmlInput.Clean(text.Text));
            if (part is not MemoryCode code)
                continue;
            xml.WriteStartElement(code.Element);
            WriteAttributes(xml, code.Attributes);
            WriteInline(xml, code.Content);
            xml.WriteEndElement();
        }
    }

    private static void WriteAttributes(XmlWriter xml, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (name.StartsWith("xml:", StringComparison.Ordinal))
                xml.WriteAttributeString("xml", name[4..], null, value);
            else
                xml.WriteAttributeString(name, value);
        }
    }
}

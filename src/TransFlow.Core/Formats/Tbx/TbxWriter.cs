using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace TransFlow.Core.Formats.Tbx;

/// <summary>How TBX is written.</summary>
public enum TbxStyle
{
    /// <summary>TBX-Basic of 2019 in which attributes say what an element is.</summary>
    Dca,

    /// <summary>TBX-Basic of 2019 in which elements say it.</summary>
    Dct,

    /// <summary>TBX-Core of 2019: concepts, terms and notes alone.</summary>
    Core,

    /// <summary>TBX of 2008 (<c>martif</c>), for tools that know no other.</summary>
    Martif,
}

/// <summary>Writes termbases in TBX, entry by entry; the same entries give the same bytes.</summary>
public static class TbxWriter
{
    /// <summary>Writes a termbase.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="style">How.</param>
    /// <param name="language">The language of the termbase itself, as a tag.</param>
    /// <param name="entries">The entries.</param>
    public static void Write(Stream stream, TbxStyle style, string language, IEnumerable<TermEntry> entries)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
        var body = new Body(xml, style);
        xml.WriteStartDocument();
        body.Start(language);
        foreach (var (entry, i) in entries.Select((e, i) => (e, i)).Where(e => body.HasTerms(e.e)))
            body.Entry(entry, i + 1);
        xml.WriteEndDocument();
        xml.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes one termbase.</summary>
    /// <summary>What entries say that TBX-Core has no place for: it has words and notes alone, and so no word that must not be used.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The data categories, each once, in order.</returns>
    public static IEnumerable<string> LeftOutOfCore(IEnumerable<TermEntry> entries) => entries.SelectMany(e => e.Fields
            .Concat(e.Languages.SelectMany(l => l.Fields.Concat(l.Terms.SelectMany(t => t.Fields)))).Where(f => f is not { Element: "note", About.IsEmpty: true }).Select(f => f.Type.Length > 0 ? f.Type : f.Element)
            .Concat(e.Languages.SelectMany(l => l.Terms).Where(t => t.Status != TermStatus.Unsaid).Select(t => t.Status == TermStatus.Forbidden ? "forbidden terms" : TbxWords.Status)))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private sealed class Body(XmlWriter xml, TbxStyle style)
    {
        private readonly bool _isMartif = style == TbxStyle.Martif;
        private readonly string _space = style == TbxStyle.Martif ? "" : TbxWords.Space;

        public void Start(string language)
        {
            Open(_isMartif ? "martif" : "tbx");
            if (!_isMartif)
                xml.WriteAttributeString("style", style == TbxStyle.Dct ? "dct" : "dca");
            xml.WriteAttributeString("type", _isMartif ? "TBX" : style == TbxStyle.Core ? "TBX-Core" : "TBX-Basic");
            xml.WriteAttributeString("xml", "lang", null, language);
            if (style == TbxStyle.Dct)
            {
                xml.WriteAttributeString("xmlns", "min", null, TbxWords.MinSpace);
                xml.WriteAttributeString("xmlns", "basic", null, TbxWords.BasicSpace);
            }

            Open(_isMartif ? "martifHeader" : "tbxHeader");
            Open("fileDesc");
            Open("sourceDesc");
            Text("p", "Terms of a newsroom.");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            Open("text");
            Open("body");
        }

        public bool HasTerms(TermEntry entry) => entry.Languages.Any(l => l.Terms.Any(IsWritten));

        public void Entry(TermEntry entry, int number)
        {
            Open(_isMartif ? "termEntry" : "conceptEntry");
            xml.WriteAttributeString("id", XmlConvert.EncodeNmToken(entry.Id.Length > 0 && !char.IsDigit(entry.Id[0]) ? entry.Id : $"c{(entry.Id.Length > 0 ? entry.Id : number)}"));
            Fields(entry.Fields);
            // A language without a term is none.
            foreach (var language in entry.Languages.Where(l => l.Terms.Any(IsWritten)))
            {
                Open(_isMartif ? "langSet" : "langSec");
                xml.WriteAttributeString("xml", "lang", null, language.Language);
                Fields(language.Fields);
                foreach (var term in language.Terms.Where(IsWritten))
                    Term(term);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private bool IsWritten(TermForm term) => style != TbxStyle.Core || term.Status != TermStatus.Forbidden;

        private void Term(TermForm term)
        {
            Open(_isMartif ? "tig" : "termSec");
            Text("term", term.Text);
            if (term.Status != TermStatus.Unsaid && !(term.Status == TermStatus.Forbidden && term.Fields.Any(TbxWords.IsSuperseded)))
                Fields([new TermField("termNote", TbxWords.Status, TbxWords.ValueOf(term.Status))]);
            // What is said of the form of a term stands before all else.
            Fields([.. term.Fields.Where(f => f.Element == "termNote"), .. term.Fields.Where(f => f.Element != "termNote")]);
            xml.WriteEndElement();
        }

        private void Fields(ImmutableArray<TermField> fields)
        {
            foreach (var field in style == TbxStyle.Core ? fields.Where(f => f is { Element: "note", About.IsEmpty: true }) : fields)
            {
                if (field.About.IsEmpty)
                {
                    Field(field);
                    continue;
                }

                Open(GroupOf(field.Element));
                Field(field);
                Fields(field.About);
                xml.WriteEndElement();
            }
        }

        private static string GroupOf(string element) => element switch
        {
            "termNote" => "termNoteGrp",
            "transac" => "transacGrp",
            "admin" => "adminGrp",
            _ => "descripGrp",
        };

        private void Field(TermField field)
        {
            var isOwn = style == TbxStyle.Dct && field.Type.Length > 0 && IsName(field.Type) && (TbxWords.ElementOf(field.Type) ?? "descrip") == field.Element;
            if (isOwn)
            {
                var (prefix, space) = TbxWords.ModuleOf(field.Type);
                xml.WriteStartElement(prefix, field.Type, space);
            }
            else
            {
                Open(field.Element);
                if (field.Type.Length > 0)
                    xml.WriteAttributeString("type", field.Type);
            }

            if (field.Target is not null)
                xml.WriteAttributeString("target", field.Target);
            xml.WriteString(XmlInput.Clean(field.Value));
            xml.WriteEndElement();
        }

        private static bool IsName(string type) => type.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(type[0]);

        private void Open(string name) => xml.WriteStartElement(name, _space);

        private void Text(string name, string text)
        {
            Open(name);
            xml.WriteString(XmlInput.Clean(text));
            xml.WriteEndElement();
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Writes the 2.x family.</summary>
/// <param name="xml">Where to.</param>
internal sealed class DocumentWriter2(XmlText xml)
{
    public void Write(XliffDocument document)
    {
        xml.Open("xliff", ("xmlns", $"urn:oasis:names:tc:xliff:document:{(document.Version == "2.1" ? "2.0" : document.Version)}"),
            ("version", document.Version), ("srcLang", document.SourceLanguage), ("trgLang", document.TargetLanguage));
        foreach (var file in document.Files)
        {
            xml.Open("file", ("id", file.Id), ("original", file.Original));
            foreach (var unit in file.Units)
                Unit(unit);
            xml.Close();
        }

        xml.Close();
    }

    private void Unit(Unit unit)
    {
        xml.Open("unit", ("id", unit.Id), ("name", unit.Name), ("canResegment", unit.CanResegment ? null : "no"),
            ("translate", unit.Translate ? null : "no"), ("xml:space", "preserve"));
        Notes(unit.Notes);
        if (!unit.Data.IsEmpty)
        {
            xml.Open("originalData");
            foreach (var data in unit.Data)
                xml.Text("data", () => xml.Write(data.Text), ("id", data.Id));
            xml.Close();
        }

        foreach (var part in unit.Parts)
            Part(part);
        xml.Close();
    }

    private void Notes(ImmutableArray<Note> notes)
    {
        if (notes.IsEmpty)
            return;
        xml.Open("notes");
        foreach (var note in notes)
            xml.Text("note", () => xml.Write(note.Text), ("id", note.Id), ("category", note.Category));
        xml.Close();
    }

    private void Part(UnitPart part)
    {
        if (part is Segment segment)
            xml.Open("segment", ("id", part.Id), ("state", segment.State), ("subState", segment.SubState));
        else
            xml.Open("ignorable", ("id", part.Id));
        xml.Text("source", () => Inline(part.Source));
        if (part.Target is { } target)
            xml.Text("target", () => Inline(target), ("order", part.Order?.ToString(CultureInfo.InvariantCulture)));
        xml.Close();
    }

    private void Inline(InlineText text)
    {
        foreach (var piece in text.Pieces)
        {
            switch (piece)
            {
                case PlainText plain:
                    xml.Write(plain.Text);
                    break;
                case StandaloneCode code:
                    xml.Empty("ph", ("id", code.Id), ("type", code.Type), ("subType", code.SubType), ("dataRef", code.DataRef), ("disp", code.Display),
                        ("equiv", code.Equivalent), ("canCopy", code.CanCopy ? null : "no"), ("canDelete", code.CanDelete ? null : "no"));
                    break;
                case SpanningCode code:
                    xml.Start("pc", ("id", code.Id), ("type", code.Type), ("subType", code.SubType), ("dataRefStart", code.DataRef), ("dataRefEnd", code.EndDataRef),
                        ("dispStart", code.Display), ("dispEnd", code.EndDisplay), ("equivStart", code.Equivalent), ("equivEnd", code.EndEquivalent),
                        ("canCopy", code.CanCopy ? null : "no"), ("canDelete", code.CanDelete ? null : "no"));
                    break;
                case SpanningCodeEnd:
                    xml.End();
                    break;
                case MarkedSpan:
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(text), piece, "An unknown kind of inline piece.");
            }
        }
    }
}

namespace TransFlow.Xliff;

/// <summary>Writes XLIFF 1.2: a trans-unit for each unit, its segments put together.</summary>
/// <param name="xml">Where to.</param>
internal sealed class DocumentWriter1(XmlText xml)
{
    public void Write(XliffDocument document)
    {
        xml.Open("xliff", ("xmlns", "urn:oasis:names:tc:xliff:document:1.2"), ("version", document.Version));
        foreach (var file in document.Files)
        {
            xml.Open("file", ("original", file.Original), ("source-language", document.SourceLanguage),
                ("target-language", document.TargetLanguage), ("datatype", "plaintext"));
            xml.Open("body");
            foreach (var unit in file.Units)
                Unit(unit);
            xml.Close();
            xml.Close();
        }

        xml.Close();
    }

    private void Unit(Unit unit)
    {
        xml.Open("trans-unit", ("id", unit.Id), ("resname", unit.Name), ("translate", unit.Translate ? null : "no"), ("xml:space", "preserve"));
        xml.Text("source", () => Whole(unit, p => p.Source));
        if (unit.Parts.Any(p => p.Target is not null))
            xml.Text("target", () => Whole(unit, p => p.Target ?? (p is Ignorable ? p.Source : InlineText.Empty)));
        foreach (var note in unit.Notes)
            xml.Text("note", () => xml.Write(note.Text));
        xml.Close();
    }

    private void Whole(Unit unit, Func<UnitPart, InlineText> side)
    {
        foreach (var piece in unit.Parts.SelectMany(p => side(p).Pieces))
        {
            switch (piece)
            {
                case PlainText plain:
                    xml.Write(plain.Text);
                    break;
                case StandaloneCode code:
                    xml.Empty("x", ("id", code.Id), ("ctype", Kind(code)), ("equiv-text", code.Display));
                    break;
                case SpanningCode code:
                    xml.Start("g", ("id", code.Id), ("ctype", Kind(code)));
                    break;
                case SpanningCodeEnd:
                    xml.End();
                    break;
                case MarkedSpan:
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(unit), piece, "An unknown kind of inline piece.");
            }
        }
    }

    /// <summary>XLIFF 1.2, 2.3: its own words for kinds of codes; others begin with <c>x-</c>.</summary>
    private static string? Kind(Code code) => (code.Type, code.SubType) switch
    {
        (null, _) => null,
        (_, "xlf:b") => "bold",
        (_, "xlf:i") => "italic",
        (_, "xlf:lb") => "lb",
        ("image" or "link" or "bold" or "italic" or "lb", _) => code.Type,
        (['x', '-', ..], _) => code.Type,
        _ => "x-" + code.Type,
    };
}

using TransFlow.Xliff;
using Unit = TransFlow.Xliff.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Writes a package as XLIFF 1.2 for tools that show nothing of XLIFF 2: a unit for each block, its sentences put together, its codes
/// as <c>g</c> and <c>x</c>, and no states; such tools were seen to lose more.
/// </summary>
public static class PackageXliff12
{
    /// <summary>
    /// The same file as XLIFF 1.2. Where some sentences of a unit have targets, former ones among them, its target has the sources of the others
    /// between these: left out, they would have to be translated again.
    /// </summary>
    /// <param name="xliff">A file that <see cref="PackageXliff.Write(Package)"/> made.</param>
    /// <param name="isFilled">True to begin targets that there are not yet as copies of their sources.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="XliffException">The file is none that <see cref="PackageXliff.Write(Package)"/> made.</exception>
    public static byte[] Of(byte[] xliff, bool isFilled = false)
    {
        var document = XliffReader.Read(new MemoryStream(xliff));
        return XliffWriter.Write(XliffLayout.Indent(new XliffDocument("1.2") { Content = [.. document.Files.Select(f => File(f, document, isFilled))] }));
    }

    private static XliffElement File(XliffFile file, XliffDocument document, bool isFilled) => Element("file", ("original", file.Original), ("source-language", document.SourceLanguage), ("target-language", document.TargetLanguage), ("datatype", "plaintext")) with
    {
        Content = [new FileBody { Content = [.. file.Units.SelectMany(Apart).Select(u => TransUnit(u, isFilled))] }],
    };

    /// <summary>Sentences between which others stand that are not in the file are units of their own: put together they would change places with those.</summary>
    private static IEnumerable<Unit> Apart(Unit unit) => unit.CanResegment == false && unit.Segments.Count() > 1
        ? unit.Segments.Select((s, i) => unit with { Id = s.Id!, Content = [.. unit.Content.OfType<Notes>(), s] })
        : [unit];

    private static TransUnit TransUnit(Unit unit, bool isFilled)
    {
        var made = new TransUnit(unit.Id) { Name = unit.Name, Translate = unit.Translate, Space = "preserve" };
        var content = new List<XliffNode> { Element("source") with { Content = [.. unit.Parts.SelectMany(p => Inline(p.Source))] } };
        if (isFilled || unit.Segments.Any(s => s.Target is not null))
            content.Add(Element("target") with { Content = [.. Shown(unit).SelectMany(p => Inline(p.Target ?? (InlineContent?)p.Source))] });
        content.AddRange(unit.Notes.Select(n => Element("note") with { Content = n.Content }));
        return made with { Content = [.. content] };
    }

    /// <summary>The parts of a target, without the space before sentences whose words stand with one before.</summary>
    private static IEnumerable<UnitPart> Shown(Unit unit)
    {
        var parts = unit.Parts.ToList();
        return parts.Where((p, i) => p is Xliff.Segment || i + 1 == parts.Count || parts[i + 1] is not Xliff.Segment { Target: { } target } || target.Content.Count > 0);
    }

    private static IEnumerable<XliffNode> Inline(XliffElement? holder) => holder?.Content.Select(Node) ?? [];

    private static XliffNode Node(XliffNode node) => node switch
    {
        SpanningCode code => new PairedCode(code.Id) { Type = Kind(code), Content = [.. Inline(code)] },
        StandaloneCode code => new NativeCode("x", code.Id) { Type = Kind(code), EquivalentText = code.Display },
        _ => node,
    };

    /// <summary>XLIFF 1.2, 2.3: its own words for kinds of codes; others begin with <c>x-</c>.</summary>
    private static string? Kind(Code code) => (code.Type, code.SubType) switch
    {
        (null, _) => null,
        (_, "xlf:b") => "bold",
        (_, "xlf:i") => "italic",
        (_, "xlf:lb") => "lb",
        ("image" or "link", _) => code.Type,
        _ => "x-" + code.Type,
    };

    private static XliffElement Element(string name, params (string Name, string? Value)[] attributes) => XliffElement.Create(new XliffName("", name, XliffNamespaces.Version12)) with
    {
        Attributes = [.. attributes.Where(a => a.Value is not null).Select(a => new AttributeEntry(new XliffName("", a.Name, ""), a.Value!))],
    };
}

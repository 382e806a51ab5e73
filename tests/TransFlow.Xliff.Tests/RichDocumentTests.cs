using CsCheck;

namespace TransFlow.Xliff.Tests;

/// <summary>What holds of any document that the model can hold.</summary>
[TestClass]
public sealed class RichDocumentTests
{
    [TestMethod]
    public void It_is_written_read_back_equal_and_valid() => RichDocuments.Valid.Sample(document =>
    {
        var bytes = XliffWriter.Write(document);
        var back = Read(bytes);
        Assert.AreEqual(document, back);
        CollectionAssert.AreEqual(bytes, XliffWriter.Write(back));
        Assert.AreEqual(document, XliffLayout.Strip(Read(XliffWriter.Write(XliffLayout.Indent(document)))));
        Assert.AreEqual("", string.Join('\n', Errors(bytes)));
    });

    [TestMethod]
    public void It_does_not_differ_from_itself_and_whatever_has_an_identifier_is_found_by_it() => RichDocuments.Valid.Sample(document =>
    {
        Assert.IsEmpty(XliffComparison.Compare(document, Read(XliffWriter.Write(XliffLayout.Indent(document)))));
        foreach (var element in document.Files.SelectMany(Below))
        {
            if (FragmentIdentifier.Of(document, element) is { } fragment)
                Assert.AreSame(element, FragmentIdentifier.Find(document, fragment), fragment);
        }
    });

    [TestMethod]
    public void One_kind_of_mistake_made_wherever_it_can_be_is_told_by_its_rule_and_nothing_else() => Gen.Select(RichDocuments.Valid, Gen.Int[0, Mistakes.Length - 1]).Sample((document, kind) =>
    {
        var (rules, make) = Mistakes[kind];
        var broken = Changed(document, make);
        var told = Errors(XliffWriter.Write((XliffDocument)broken)).Select(d => d.Rule).Distinct().Order(StringComparer.Ordinal);
        var expected = broken.Equals(document) ? [] : rules.Split(' ').Select(r => r == "C07" && document.Version == "2.2" ? "N03" : r);
        Assert.AreEqual(string.Join(' ', expected), string.Join(' ', told));
    });

    private static readonly (string Rules, Func<XliffElement, XliffElement?> Make)[] Mistakes =
    [
        ("C07", e => e is SpanningCodeEnd { StartRef: not null } ? null : e),
        ("C07", e => e is SpanningCodeStart { IsIsolated: true } start ? start with { IsIsolated = null } : e),
        ("C05 C08", e => e is SpanningCodeEnd { IsIsolated: true } end ? end with { IsIsolated = null } : e),
        ("C17", e => e is SpanningCodeStart { SubType: not null } start ? start with { Type = null } : e),
        ("C20", e => e is SpanningCodeEnd { DataRef: not null } end ? end with { DataRef = "none" } : e),
        ("A07", e => e is MarkedSpanEnd ? null : e),
        ("A08", e => e is MarkedSpanStart ? null : e),
        ("T07", e => e is Target { Order: not null } target ? target with { Order = 99 } : e),
        ("E03", e => e is ResourceItemRef ? new ResourceItemRef("none") : e),
        ("V02", e => e is ValidationRule rule ? rule with { IsPresent = "a", StartsWith = "b", ExistsInSource = null } : e),
        ("Z05", e => e is Unit unit && unit.Of("urn:oasis:names:tc:xliff:sizerestriction:2.0", "sizeRestriction") is not null ? unit with { Attributes = unit.Attributes.With(new XliffName("slr", "sizeRestriction", "urn:oasis:names:tc:xliff:sizerestriction:2.0"), "9,2") } : e),
        ("K05", e => e is RevisionItem ? new RevisionItem { Property = "colour" } : e),
        ("I12", e => e is QualityIssue issue ? issue with { Type = "ugly" } : e),
        ("I18", e => e is ProvenanceRecord ? new ProvenanceRecord() : e),
        ("C31", e => e is StandaloneCode { CanReorder: "firstNo" } code ? code with { CanReorder = "no" } : e),
        ("C30", e => e is StandaloneCode { CanReorder: "no" } code ? code with { CanCopy = null } : e),
    ];

    private static XliffElement Changed(XliffElement element, Func<XliffElement, XliffElement?> change) => element with
    {
        Content = [.. element.Content.Select(n => n is XliffElement child ? change(child) is { } changed ? Changed(changed, change) : null : n).OfType<XliffNode>()],
    };

    private static IEnumerable<XliffElement> Below(XliffElement element) => element.Elements.SelectMany(e => Below(e).Prepend(e));

    private static XliffDocument Read(byte[] bytes) => XliffReader.Read(new MemoryStream(bytes));

    private static IEnumerable<Diagnostic> Errors(byte[] bytes) => XliffValidator.Validate(new MemoryStream(bytes)).Where(d => d.Severity == DiagnosticSeverity.Error);
}

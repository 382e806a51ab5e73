using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class ReturnedFileTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    [TestMethod]
    public void A_package_that_comes_straight_back_reads_as_it_went_out()
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("---\ntitle: 제목\n---\n\n**하나**다. 둘이다.\n셋 `코드`와 {중괄호}다. 🚌\n\n- 항목 ![그림](a.jpg \"제목 & <글>\")이다.\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var edition = EditionRevision.Begin("a", "en", source, Plain);
        var written = edition with { Segments = [.. edition.Segments.Select((s, i) => i switch { 0 => s with { Target = Content.Of("Title") }, 1 => s with { Candidate = s.Source }, 2 => s with { Target = Content.Empty }, 3 => s with { Target = s.Source, SentBack = new SentBack("edit", "p", "why") }, _ => s })] };
        foreach (var package in new[] { edition, written }.Select(e => Package.Cut(source, e)!))
            CollectionAssert.AreEqual(Lines(ReturnReader.Read(PackageXliff.Write(package), "a.xlf").Value!), Lines(ReturnedFile.Of(package)));
    }

    private static List<string> Lines(ReturnedFile file) =>
    [
        $"{string.Join(',', file.Tokens)} {file.SourceLanguage} {file.TargetLanguage}",
        .. file.Units.SelectMany(u => u.Pieces.Select(p => $"{u.Id} {u.Name} {p.IsSegment} «{p.Source}» «{p.Target}» {p.Target is null} {p.State} {p.Order}")),
    ];
}

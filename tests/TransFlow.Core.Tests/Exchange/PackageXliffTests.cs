using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Segments;
using TransFlow.Xliff;

namespace TransFlow.Core.Tests.Exchange;

/// <summary>Packages are written without the model; what the model makes of them shows that they are what it would have written.</summary>
[TestClass]
public sealed class PackageXliffTests
{
    private static readonly Route TwoStages = Route.Of("two", ["translate", "edit"]).Value!;

    [TestMethod]
    public void A_package_is_to_the_byte_what_the_model_of_XLIFF_writes_and_lays_out()
    {
        var articles = ProvingGround.Constructs.Concat(Enumerable.Range(0, 400).Select(seed => new MadeUpArticles(seed).Make()))
            .Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "newsroom"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var failures = new List<string>();
        foreach (var source in articles.Select(ProvingGround.Extract).OfType<Extraction>())
        {
            var written = PackageXliff.Write(Package.Cut(source, InEveryState(source))!);
            var document = XliffReader.Read(new MemoryStream(written));
            if (!XliffWriter.Write(document).AsSpan().SequenceEqual(written) || !XliffWriter.Write(XliffLayout.Indent(XliffLayout.Strip(document))).AsSpan().SequenceEqual(written))
                failures.Add(Encoding.UTF8.GetString(written));
            failures.AddRange(XliffValidator.Validate(new MemoryStream(written)).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        }

        Assert.IsEmpty(failures, string.Join('\n', failures.Take(3)));
    }

    [TestMethod]
    public void What_XML_cannot_hold_stands_in_its_elements_as_what_stands_for_it()
    {
        var unit = Written("가나다.", w => w with { Target = Content.Of("a\u0001<b>\r\uD83D\uDE00") });
        Assert.Contains("<target>a<cp hex=\"0001\"/>&lt;b&gt;&#13;😀</target>", unit);
    }

    [TestMethod]
    public void A_candidate_for_former_words_comes_without_the_codes_that_the_words_no_longer_have()
    {
        var unit = Written("가 **나** 다.", w => w with { Candidate = Content.Parse("a {1}b{/1} {7}c{/7}{8/}"), CandidateSource = Content.Of("라") });
        StringAssert.Matches(unit, new("<target>a <pc id=\"1\" [^>]*>b</pc> c</target>"));
    }

    [TestMethod]
    public void Codes_that_do_not_pair_are_never_written()
    {
        foreach (var target in (string[])["{1}a", "a{/1}", "{/1}{1}"])
            Assert.ThrowsExactly<InvalidOperationException>(() => Written("가 **나** 다.", w => w with { Target = Content.Parse(target) }), target);
    }

    [TestMethod]
    public void Segments_that_stand_in_another_order_make_the_same_package()
    {
        var source = ProvingGround.Extract(new MadeUpArticles(5).Make())!;
        var edition = EditionRevision.Begin("a", "en", source, TwoStages);
        var shuffled = edition with { Segments = [.. edition.Segments.Reverse(), new SegmentWork("gone", 0, Content.Of("x"))] };
        CollectionAssert.AreEqual(PackageXliff.Write(Package.Cut(source, edition)!), PackageXliff.Write(Package.Cut(source, shuffled)!));
    }

    private static string Written(string article, Func<SegmentWork, SegmentWork> change)
    {
        var source = ProvingGround.Extract(article)!;
        var edition = EditionRevision.Begin("a", "en", source, TwoStages);
        return Encoding.UTF8.GetString(PackageXliff.Write(Package.Cut(source, edition with { Segments = [.. edition.Segments.Select(change)] })!));
    }

    /// <summary>An edition whose sentences are new, translated, without words, changed, and sent back in turns.</summary>
    private static Edition InEveryState(Extraction source)
    {
        var edition = EditionRevision.Begin("a", "en", source, TwoStages);
        return edition with
        {
            Segments = [.. edition.Segments.Select((s, i) => (i % 5) switch
            {
                1 => s with { Target = s.Source },
                2 => s with { Target = Content.Empty },
                3 => s with { Candidate = Content.Of("<a> & \"b\" \u0001 😀"), CandidateSource = Content.Of("옛 말") },
                4 => s with { SentBack = new SentBack("edit", "p", "because <so>") },
                _ => s,
            })],
        };
    }
}

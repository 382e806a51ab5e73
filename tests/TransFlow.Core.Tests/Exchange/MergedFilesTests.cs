using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class MergedFilesTests
{
    private static readonly ReturnedFile Market = File(Unit("u1", "장이 섰다.", null), Unit("ux", "그대로", null), Unit("u2", "장이 파했다.", null));
    private static readonly ReturnedFile Harbor = File(Unit("v1", "배가 떠났다.", null), Unit("ux", "그대로", null), Unit("v2", "배가 왔다.", null));

    [TestMethod]
    public void A_unit_that_two_articles_have_goes_where_its_neighbours_go()
    {
        var returned = File(Unit("u1", "장이 섰다.", "Opened."), Unit("ux", "그대로", "Of the market."), Unit("u2", "장이 파했다.", "Closed."),
            Unit("v1", "배가 떠났다.", "Left."), Unit("ux", "그대로", "Of the harbor."), Unit("v2", "배가 왔다.", "Came."));
        var parts = MergedFiles.Part(returned, [Market, File(Unit("w1", "다른 글이다.", null)), Harbor]);
        Assert.AreEqual("Opened. Of the market. Closed.", Targets(Merge(Market, parts[0]!)));
        Assert.IsNull(parts[1]);
        Assert.AreEqual("Left. Of the harbor. Came.", Targets(Merge(Harbor, parts[2]!)));
    }

    [TestMethod]
    public void A_unit_that_two_articles_have_is_refused_alone_when_nothing_tells_whose_it_is()
    {
        var returned = File(Unit("u1", "장이 섰다.", "Opened."), Unit("u2", "장이 파했다.", "Closed."), Unit("v1", "배가 떠났다.", "Left."), Unit("v2", "배가 왔다.", "Came."), Unit("ux", "그대로", "One."), Unit("ux", "그대로", "Two."));
        var parts = MergedFiles.Part(returned, [Market, Harbor]);
        foreach (var (part, sent, said) in new[] { (parts[0]!, Market, "Opened. Closed."), (parts[1]!, Harbor, "Left. Came.") })
        {
            var merged = Merge(sent, part);
            Assert.AreEqual(said, Targets(merged));
            Assert.AreEqual("unit-twice", merged.Refused.Single().Code);
            Assert.IsEmpty(merged.MissingUnits);
        }
    }

    [TestMethod]
    public void Sentences_of_one_block_go_to_the_people_who_have_them()
    {
        static ReturnedPiece S(int place, string source) => new(true, Content.Of(source), null, ReturnedState.Unsaid, null) { Place = place };
        static ReturnedPiece Space() => new(false, Content.Of(" "), null, ReturnedState.Unsaid, null);
        var mina = File(new ReturnedUnit("uaaaaaaaa", "02-paragraph", [S(0, "하나다."), Space(), S(2, "셋이다.")], 0) { Notes = ["Yours are 1 and 3."] });
        var hana = File(new ReturnedUnit("uaaaaaaaa", "02-paragraph", [S(1, "둘이다.")], 0) { Notes = ["Yours is 2."] });
        string Sentence(int number, string source, string target, string note) => $"<trans-unit id=\"uaaaaaaaa-s{number}\"><source>{source}</source><target>{target}</target><note>{note}</note></trans-unit>";
        var returned = ReturnReader.Read(Encoding.UTF8.GetBytes("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"tf-1\" source-language=\"ko\" target-language=\"en\" datatype=\"plaintext\"><body>"
            + Sentence(2, "둘이다.", "Two.", "Yours is 2.") + Sentence(1, "하나다.", "One.", "Yours are 1 and 3.") + Sentence(3, "셋이다.", "Three.", "Really?") + "</body></file></xliff>"), "a.xlf").Value!;
        Assert.IsTrue(MergedFiles.MayBe(mina, returned));
        var parts = MergedFiles.Part(returned, [mina, hana]);
        var (first, second) = (Merge(mina, parts[0]!), Merge(hana, parts[1]!));
        Assert.AreEqual("One. Three.", Targets(first));
        Assert.AreEqual("Two.", Targets(second));
        Assert.AreEqual("Really?", first.Notes.Single().Text);
        Assert.IsEmpty(first.Refused.Concat(second.Refused));
    }

    private static MergedReturn Merge(ReturnedFile sent, ReturnedFile returned)
    {
        Assert.IsTrue(ReturnMerge.Merge(sent, returned, "en").Try(out var merged, out var refusal), refusal?.ToString());
        return merged!;
    }

    private static string Targets(MergedReturn merged) => string.Join(' ', merged.Segments.Select(s => s.Target?.Text));

    private static ReturnedFile File(params ImmutableArray<ReturnedUnit> units) => new(["tf-1"], "ko", "en", units);

    private static ReturnedUnit Unit(string id, string source, string? target) =>
        new(id, id, [new ReturnedPiece(true, Content.Of(source), target is null ? null : Content.Of(target), ReturnedState.Unsaid, null)], 1);
}

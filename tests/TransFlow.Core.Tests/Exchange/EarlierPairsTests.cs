using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class EarlierPairsTests
{
    private static readonly Content Source = Content.Of("쌀값이 두 배로 올랐다고 상인이 말했다.");

    [TestMethod]
    public void The_most_alike_comes_first_and_the_same_pair_once()
    {
        var pairs = new EarlierPairs();
        pairs.Put("b", [Pair("b", 0, "쌀값이 두 배로 올랐다고 상인이 말했다.", "Same"), Pair("b", 1, "쌀값이 세 배로 올랐다고 상인이 말했다.", "Alike"), Pair("b", 2, "날씨가 좋다.", "Other")]);
        pairs.Put("a", [Pair("a", 0, "쌀값이 두 배로 올랐다고 상인이 말했다.", "Same")]);
        var found = pairs.Like(Source).ToList();
        CollectionAssert.AreEqual(new[] { "a Same", "b Alike" }, found.Select(f => $"{f.Pair.Article} {f.Pair.Target.Text}").ToList());
        Assert.AreEqual(1, found[0].Likeness);
        Assert.HasCount(1, pairs.Like(Source, p => p.Target.Text == "Same"));
    }

    [TestMethod]
    public void An_article_that_is_put_again_forgets_what_was_known_of_it_and_the_order_of_putting_does_not_matter()
    {
        var (once, twice) = (new EarlierPairs(), new EarlierPairs());
        once.Put("a", [Pair("a", 0, "쌀값이 두 배로 올랐다고 상인이 말했다.", "New")]);
        once.Put("b", [Pair("b", 0, "쌀값이 두 배로 올랐다고 그가 말했다.", "Of b")]);
        twice.Put("b", [Pair("b", 0, "쌀값이 두 배로 올랐다고 그가 말했다.", "Of b")]);
        twice.Put("a", [Pair("a", 0, "쌀값이 두 배로 올랐다고 상인이 말했다.", "Old"), Pair("a", 1, "쌀값이 올랐다.", "Gone")]);
        twice.Put("a", [Pair("a", 0, "쌀값이 두 배로 올랐다고 상인이 말했다.", "New")]);
        CollectionAssert.AreEqual(once.Like(Source).ToList(), twice.Like(Source).ToList());
        twice.Put("a", []);
        Assert.AreEqual("Of b", twice.Like(Source).Single().Pair.Target.Text);
    }

    private static EarlierPair Pair(string article, int index, string source, string target) => new(article, "u", index, Content.Of(source), Content.Of(target));
}

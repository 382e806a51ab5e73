using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class OddTargetsTests
{
    [TestMethod]
    [DataRow("ko", "en", "쌀값이 올랐다.", "米の価格が上がった。", "strange-script")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "Цены выросли.", "strange-script")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "쌀값이 많이 올랐다.", "source-left")]
    [DataRow("ko", "en", "中国 단둥(丹東)에 갔다.", "He went to Dandong (丹東).", "")]
    [DataRow("ko", "en", "그 글자는 金이다.", "金", "")]
    [DataRow("ko", "ja", "쌀값이 조금 올랐다고 한다.", "The price of rice is said to be up.", "strange-script")]
    [DataRow("ko", "zh", "쌀값이 조금 올랐다고 한다.", "The price of rice is said to be up.", "strange-script")]
    [DataRow("ja", "ko", "米の価格が少し上がったという。", "The price of rice is said to be up.", "strange-script")]
    [DataRow("ko", "ja", "‘Rice Prices in North Korea’ 참조", "‘Rice Prices in North Korea’", "")]
    [DataRow("ko", "ja", "유엔식량농업기구가 왔다.", "FAO", "")]
    [DataRow("ko", "ja", "쌀값이 올랐다.", "コメの価格がFAOの調査で上がった。", "")]
    [DataRow("ko", "sr", "쌀값이 조금 올랐다고 한다.", "Cena pirinca je navodno malo porasla.", "")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "TODO", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "[tbd]", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "xxxx", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "???", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "Rice is ??? won.", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "Lorem ipsum dolor sit amet", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "-", "placeholder")]
    [DataRow("ko", "en", "쌀값이 올랐다.", "TODO: ask Mina", "placeholder")]
    [DataRow("ko", "en", "—", "-", "")]
    [DataRow("ko", "en", "3명", "3", "")]
    [DataRow("ko", "es", "모든 것이 바뀐다", "Todo", "")]
    [DataRow("ko", "en", "‘TODO’라고 쓰여 있다.", "TODO", "")]
    [DataRow("ko", "en", "매우 나쁘다.", "It is **very** bad.", "markdown-typed")]
    [DataRow("ko", "en", "매우 나쁘다.", "It is very *bad*.", "markdown-typed")]
    [DataRow("ko", "en", "매우 나쁘다.", "It is _very_ bad.", "markdown-typed")]
    [DataRow("ko", "en", "기사를 보라.", "See [our story](https://x.example/a).", "markdown-typed")]
    [DataRow("ko", "en", "‘**’ 표시가 있다.", "There is a mark ‘**’.", "")]
    [DataRow("ko", "en", "5 곱하기 3이다.", "It is 5 * 3 * 2, see rice_price_2 and note*.", "")]
    [DataRow("ko", "en", "쌀과 밀이다.", "Rice &amp; wheat.", "entity-typed")]
    public void A_target_that_can_hardly_be_one_is_told(string from, string to, string source, string target, string check) =>
        Assert.AreEqual(check, string.Join(' ', OddTargets.Of(from, to, [Place(0, source, target)]).Select(f => f.Check)));

    [TestMethod]
    public void Many_Japanese_sentences_without_any_kana_are_told_once_and_a_few_or_names_are_not()
    {
        string[] chinese = ["朝鲜未经预告便开启大坝泄洪。", "临津江水位昨日上涨了两米。", "三十名居民连夜撤离家园。", "当局在网站上发出了警报。"];
        OddTargets.Place[] places = [.. chinese.Select((t, i) => Place(i, $"문장 {i}이다.", t))];
        Assert.AreEqual("strange-script 0", string.Join(' ', OddTargets.Of("ko", "ja", places).Select(f => $"{f.Check} {f.Segment}")));
        Assert.IsEmpty(OddTargets.Of("ko", "zh", places));
        Assert.IsEmpty(OddTargets.Of("ko", "ja", places[1..]));
        Assert.IsEmpty(OddTargets.Of("ko", "ja", [.. places, Place(4, "비가 왔다.", "雨が降った。")]));
        Assert.IsEmpty(OddTargets.Of("ko", "ja", [.. new[] { "平壌", "臨津江", "黄江大坝", "漣川郡", "坡州市" }.Select((t, i) => Place(i, $"이름 {i}", t))]));
    }

    [TestMethod]
    public void One_translation_of_many_sources_is_told_at_each_and_of_short_or_like_sources_is_not()
    {
        const string One = "As was said before.";
        string[] sources = ["추수가 모두 끝났다고 한다.", "시장에는 상인이 많이 보인다.", "옥수수는 아직도 모자라다.", "옥수수는 아직도 모자라다!"];
        var told = OddTargets.Of("ko", "en", [.. sources.Select((s, i) => Place(i, s, One))]).ToList();
        CollectionAssert.AreEqual(new[] { 0, 1, 2 }, told.Select(f => f.Segment!.Value).ToArray());
        StringAssert.Contains(told[0].Message, "3 different sentences", StringComparison.Ordinal);
        Assert.IsEmpty(OddTargets.Of("ko", "en", [.. sources.Take(2).Select((s, i) => Place(i, s, One))]));
        Assert.HasCount(2, OddTargets.Of("ko", "en", [.. sources.Take(2).Select((s, i) => Place(i, s, $"{One} And as will be said again and again."))]).ToList());
        Assert.IsEmpty(OddTargets.Of("ko", "en", [.. new[] { "올랐다", "상승", "비싸짐" }.Select((s, i) => Place(i, s, "up"))]));
    }

    [TestMethod]
    public void One_translation_of_thousands_of_sources_is_told_in_no_time_that_anybody_notices()
    {
        var places = Enumerable.Range(0, 10_000).Select(i => Place(i, string.Concat(Enumerable.Range(1, 12).Select(n => (char)('가' + (((i + 1) * n * 7919) % 11_171)))), "As was said before."));
        Assert.HasCount(10_000, OddTargets.Of("ko", "en", [.. places]).ToList());
    }

    [TestMethod]
    public void Nothing_is_odd_about_true_translations()
    {
        foreach (var article in Sample.Articles)
        {
            var source = Sample.Korean(article);
            var targets = ParallelText.Targets(source, Sample.Parallel(article));
            var edition = EditionRevision.Begin(article, "en", source, Route.Of("default", ["translate", "edit"]).Value!);
            edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = targets[s.UnitId][s.Index] })] };
            Assert.AreEqual("", string.Join('\n', OddTargets.Check(source, edition).Select(f => f.Message)), article);
        }
    }

    private static OddTargets.Place Place(int index, string source, string target) => new("u1", index, "01-paragraph", Content.Of(source), Content.Of(target), true);
}

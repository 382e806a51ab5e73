using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class TomlTests
{
    private const string Article = """"
        +++
        # 기사
        title = "제목: \"하나\""   # 말
        date = 2024-05-01T10:00:00+09:00
        draft = false
        slug = 'one'
        authors = ["이서윤", 'kim',
          "박하나", # 셋째
        ]
        summary = """
        여러 줄 \
          요약이다."""
        "quoted.key" = 1_000
        cover = { image = "/a.jpg", alt = '대체 글' }

        [params]
        caption = '사진이다.'
        weight = 1.5e3

        [[gallery]]
        caption = "첫째 그림"
        [[gallery]]
        caption = "둘째 그림"
        +++

        본문이다.

        """";

    [TestMethod]
    public void Values_are_found_by_dotted_key_with_what_they_say()
    {
        var article = Extract(Article);
        CollectionAssert.AreEqual(
            new[] { "title: 제목: \"하나\"", "authors: 이서윤", "authors: 박하나", "summary: 여러 줄 요약이다.", "cover.alt: 대체 글", "params.caption: 사진이다.", "gallery.caption: 첫째 그림", "gallery.caption: 둘째 그림" },
            article.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => $"{u.Key}: {u.Text}").ToList());
        Assert.AreEqual("2024-05-01T10:00:00+09:00", article.Value("date"));
        Assert.AreEqual("1_000", article.Value("quoted.key"));
    }

    [TestMethod]
    public void Woven_back_as_its_own_target_it_is_the_same()
    {
        var article = Extract(Article);
        var targets = article.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray(), StringComparer.Ordinal);
        var woven = MarkdownWeaver.Weave(article, targets, new WeaveOptions("ko"));
        Assert.IsTrue(woven.IsSound, string.Join('\n', woven.Findings));
        Assert.AreEqual(Article, woven.Text);
    }

    [TestMethod]
    public void Whatever_is_written_into_a_value_reads_as_typed() =>
        Gen.OneOfConst("가", "\"", "'", "\\", "\n", "\t", "]", "#", "= ", "\"\"\"", "🚌", "\u007f").Array[1, 6].Select(string.Concat).Where(t => !string.IsNullOrWhiteSpace(t)).Sample(
            words =>
            {
                var article = Extract(Article);
                var targets = article.Units.Where(u => u.Kind == UnitKind.FrontMatter)
                    .ToDictionary(u => u.Id, u => ImmutableArray.Create<Content?>([Content.Of(words), .. Enumerable.Repeat<Content?>(Content.Empty, u.Segments.Length - 1)]), StringComparer.Ordinal);
                var woven = MarkdownWeaver.Weave(article, targets, new WeaveOptions("en"));
                Assert.IsTrue(woven.IsSound, string.Join('\n', woven.Findings));
                var back = Extract(woven.Text);
                foreach (var key in new[] { "title", "cover.alt", "params.caption", "gallery.caption" })
                    Assert.AreEqual(Bare(words), Bare(back.Value(key)!), woven.Text);
            },
            iter: 500);

    [TestMethod]
    public void New_values_go_before_any_table()
    {
        var options = new WeaveOptions("en") { FrontMatter = [new FrontMatterEdit("translators", ["Mina Park"]) { IsList = true, After = ["authors"] }, new FrontMatterEdit("lang", ["en"])] };
        var woven = MarkdownWeaver.Weave(Extract(Article), new Dictionary<string, ImmutableArray<Content?>>(), options).Text;
        StringAssert.Contains(woven, "]\ntranslators = [\"Mina Park\"]\nsummary", StringComparison.Ordinal);
        StringAssert.StartsWith(woven, "+++\nlang = \"en\"\n# 기사", StringComparison.Ordinal);
        Assert.AreEqual("en", Extract(woven).Value("lang"));
    }

    private static string Bare(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Extraction Extract(string text) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text), "a.ko.md", new ExtractionOptions("ko")).Try(out var article, out var refusal) ? article : throw new AssertFailedException(refusal.ToString());
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class JsonHeadTests
{
    private const string Article = """
        {
          "title": "제목: \"하나\"",
          "date": "2024-05-01",
          "draft": false,
          "tags": ["가", "나"],
          "params": { "caption": "사진이다." },
          "slug": "one"
        }

        본문이다.

        """;

    [TestMethod]
    public void Values_are_found_and_woven_in_place()
    {
        var article = Extract(Article);
        CollectionAssert.AreEqual(new[] { "title: 제목: \"하나\"", "tags: 가", "tags: 나", "params.caption: 사진이다." }, article.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => $"{u.Key}: {u.Text}").ToList());
        var same = MarkdownWeaver.Weave(article, article.Units.ToDictionary(u => u.Id, u => u.Segments.Select(s => (Content?)s.Source).ToImmutableArray(), StringComparer.Ordinal), new WeaveOptions("ko"));
        Assert.AreEqual(Article, same.Text);
    }

    [TestMethod]
    [DataRow("---json\n{ \"title\": \"제목\" }\n---\n\n글이다.\n", "---json\n{\n  \"lang\": \"en\", \"title\": \"Word\" }\n---\n\nWord\n")]
    [DataRow("---yaml\ntitle: 제목\n---\n\n글이다.\n", "---yaml\ntitle: Word\nlang: en\n---\n\nWord\n")]
    [DataRow("---toml\ntitle = \"제목\"\n---\n\n글이다.\n", "---toml\nlang = \"en\"\ntitle = \"Word\"\n---\n\nWord\n")]
    public void A_fence_may_say_which_language_it_is(string article, string woven)
    {
        var options = new WeaveOptions("en") { FrontMatter = [new FrontMatterEdit("lang", ["en"])] };
        var source = Extract(article);
        Assert.AreEqual(woven, MarkdownWeaver.Weave(source, source.Units.ToDictionary(u => u.Id, _ => ImmutableArray.Create<Content?>(Content.Of("Word"))), options).Text);
    }

    [TestMethod]
    [DataRow("---js\nmodule.exports = {}\n---\n\n글이다.\n", "front-matter-code")]
    [DataRow("---json\n{ \"title\": \"제목\" }\n\n글이다.\n", "front-matter-open")]
    public void What_cannot_be_read_between_such_fences_is_told(string article, string code)
    {
        Assert.IsFalse(MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko")).Try(out _, out var refusal));
        Assert.AreEqual(code, refusal.Code);
    }

    [TestMethod]
    public void What_is_set_leaves_it_JSON()
    {
        var options = new WeaveOptions("en") { FrontMatter = [new FrontMatterEdit("slug", ["two"]), new FrontMatterEdit("translators", ["Mina \"M\" Park"]) { IsList = true, After = ["slug"] }, new FrontMatterEdit("lang", ["en"])] };
        var woven = MarkdownWeaver.Weave(Extract(Article), new Dictionary<string, ImmutableArray<Content?>>(), options).Text;
        var head = JsonNode.Parse(woven[..(woven.LastIndexOf('}') + 1)])!;
        Assert.AreEqual(("two", "en", "Mina \"M\" Park"), ((string)head["slug"]!, (string)head["lang"]!, (string)head["translators"]![0]!));
    }

    [TestMethod]
    [DataRow("{{< figure src=\"a\" >}}\n\n본문이다.\n")]
    [DataRow("{% include a.html %}\n\n본문이다.\n")]
    [DataRow("{ 중괄호 } 로 시작하는 본문이다.\n")]
    public void A_text_that_only_begins_with_a_brace_has_no_front_matter(string text) => Assert.IsEmpty(Extract(text).FrontMatter);

    private static Extraction Extract(string text) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text), "a.ko.md", new ExtractionOptions("ko")).Try(out var article, out var refusal) ? article : throw new AssertFailedException(refusal.ToString());
}

using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class UnitCodesTests
{
    [TestMethod]
    [DataRow("A {1}b{/1} c{2/}d.", "")]
    [DataRow("A {1}{/1} c{2/}d.", "code-empty")]
    [DataRow("A {1} {/1} c{2/}d.", "code-empty")]
    [DataRow("A {1}b{/1} cd.", "format-missing")]
    [DataRow("A {1}b{/1} c[br]d{2/}e.", "code-typed")]
    [DataRow("A {1}b{/1} {2/}[link]d[/link].", "code-typed")]
    [DataRow("A {1}b{/1} {{1}} c{2/}d.", "code-typed")]
    [DataRow("A {1}b{/1} {{1>c<1}}{2/}d.", "code-typed")]
    [DataRow("A {1}b{/1} [1] {{x}} c{2/}d.", "")]
    [DataRow("A {1}b{/1} c{2/}", "")]
    public void What_became_of_the_codes_is_told(string target, string check)
    {
        var source = MarkdownExtractor.Extract("가 [나](https://example.com) 다\\\n라다.\n"u8, "a.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual(check, string.Join(' ', Findings(source, target).Select(f => f.Check)));
    }

    [TestMethod]
    [DataRow("사진 [**언스플래시**](https://unsplash.com)", "Photo by [**Unsplash**](https://unsplash.com)", "")]
    [DataRow("사진 [**언스플래시**](https://unsplash.com)", "Photo by [**Unsplash**](https://unsplash.org)", "address-missing", DisplayName = "mistyped")]
    [DataRow("사진 [**언스플래시**](https://unsplash.com)", "Photo by Unsplash", "address-missing", DisplayName = "lost")]
    [DataRow("사진 [**언스플래시**](https://unsplash.com)", "Photo by [**Unsplash**] (https://unsplash.com)", "address-missing", DisplayName = "apart from its words")]
    [DataRow("[가](https://a.example) [나](https://b.example)", "[B](https://b.example) [A](https://a.example)", "", DisplayName = "in another order")]
    [DataRow("[가](https://a.example) [나](https://b.example)", "[B](https://b.example) [A](https://b.example)", "address-missing", DisplayName = "twice the same")]
    [DataRow("제목", "[A](https://a.example)", "", DisplayName = "words of a value that has none")]
    [DataRow("[가](https://a.example)", "[A](https://a.example) [B](https://b.example)", "address-unknown")]
    [DataRow("[가](https://a.example/b_(c) '제목')", "[A](https://a.example/b_(c) 'Title')", "", DisplayName = "with brackets and a title")]
    [DataRow("[가](https://a.example/b_(c))", "[A](https://a.example/b_(d))", "address-missing", DisplayName = "another in its brackets")]
    [DataRow("가 (나) https://a.example", "A (b)", "", DisplayName = "not of a link")]
    [DataRow("사진: <a href='https://a.example'>연합</a>", "Photo: <a href='https://a.example'>Yonhap</a>", "", DisplayName = "a tag as it is")]
    [DataRow("사진: <a href='https://a.example'>연합</a>", "Photo: Yonhap", "tag-missing tag-missing", DisplayName = "tags lost")]
    [DataRow("사진: <a href='https://a.example'>연합</a>", "Photo: <a href='https://a.example'>Yonhap", "tag-missing", DisplayName = "a tag that nothing closes")]
    [DataRow("사진: <a href='https://a.example'>연합</a>", "Photo: <a href=’https://a.example’>Yonhap</a>", "tag-missing", DisplayName = "a tag with other quotation marks")]
    [DataRow("사진: <a title='연합뉴스' href='https://a.example'>연합</a><br>", "Photo: <a href=\"https://a.example\" title='Yonhap'>Yonhap</a><br/>", "", DisplayName = "a tag with other words in it, written otherwise")]
    [DataRow("<b>사진</b>", "<b>Photo</b> <i class='x'>https://a.example</i>", "tag-unknown tag-unknown", DisplayName = "tags besides")]
    [DataRow("사진<br>연합", "Photo Yonhap", "tag-missing", DisplayName = "a line break lost")]
    [DataRow("영화 <Parasite>의 한 장면", "A scene of “Parasite”", "", DisplayName = "a title between angle brackets")]
    public void An_address_or_a_tag_of_a_front_matter_value_is_told_when_it_becomes_another(string value, string target, string check)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"---\nheader:\n  caption: \"{value}\"\n---\n본문.\n"), "a.md", new ExtractionOptions("ko")).Value!;
        var unit = source.Units.Single(u => u.Key == "header.caption");
        var woven = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [unit.Id] = [Content.Of(target)] }, new WeaveOptions("en"));

        Assert.AreEqual(check, string.Join(' ', woven.Findings.Select(f => f.Check)));
        Assert.AreEqual(check, string.Join(' ', Findings(source, target).Select(f => f.Check)));
        Assert.IsTrue(woven.Findings.All(f => f.Severity == Severity.Warn && f.UnitId == unit.Id && (f.Message.Contains("“https://", StringComparison.Ordinal) || f.Message.Contains("the tag “<", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void What_the_source_says_itself_is_no_code()
    {
        var source = MarkdownExtractor.Extract("`x` [br] 를 쓴다.\n"u8, "a.md", new ExtractionOptions("ko")).Value!;
        Assert.IsEmpty(Findings(source, "Write {1/} [br]."));
    }

    [TestMethod]
    [DataRow("{1}A{/1} and {2}b{/2}.", "")]
    [DataRow("{1}A and {2}b{/2}{/1}.", "link-nested")]
    [DataRow("{1}A and {3}{2}b{/2}{/3}{/1}.", "link-nested")]
    public void A_link_within_a_link_is_found_since_Markdown_cannot_hold_it(string target, string check)
    {
        var source = MarkdownExtractor.Extract("[가](https://example.com/a)와 [나](https://example.com/b)의 **다**.\n"u8, "a.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual(check, string.Join(' ', Findings(source, target).Select(f => f.Check).Where(c => c != "format-missing")));
    }

    [TestMethod]
    [DataRow("[보도](/a)[^1]에 따르면\n\n[^1]: 주.\n", "{1}Report{/1}{2/} says", "")]
    [DataRow("[보도](/a)[^1]에 따르면\n\n[^1]: 주.\n", "{1}Report{2/}{/1} says", "link-nested")]
    [DataRow("[보도[^1]](/a)에 따르면\n\n[^1]: 주.\n", "{1}Report{2/}{/1} says", "", DisplayName = "as the source has it")]
    [DataRow("[보도](/a) <https://example.com>에 따르면\n", "{1}Report {2/}{/1} says", "link-nested")]
    [DataRow("[보도](/a) https://example.com 에 따르면\n", "{1}Report {2/}{/1} says", "link-nested")]
    [DataRow("[보도 https://example.com 글](/a)에 따르면\n", "{1}Report {2/} x{/1} says", "")]
    [DataRow("[보도](/a) <a href=\"/b\">나</a> 글\n", "{1}Report {2/}b{3/}{/1} says", "link-nested")]
    [DataRow("[보도](/a) <a href=\"/b\">나</a> 글\n", "{2/}b {1}Report{/1}{3/} says", "link-nested")]
    [DataRow("[보도](/a) <a href=\"/b\">나</a> 글\n", "{2/}b{3/} {1}Report{/1} says", "")]
    [DataRow("<a href=\"/b\">나</a> <https://example.com> 글\n", "{1/}b {3/}{2/} says", "link-nested")]
    [DataRow("<a href=\"/b\">나</a> <a href=\"/c\">다</a> 글\n", "{3/}b{4/} {1/}c{2/} says", "")]
    [DataRow("<a name=\"b\"/>나 [보도](/a) 글\n", "{1/}b {2}Report{/2} says", "")]
    [DataRow("[보도](/a)[^1] **나** 글\n\n[^1]: 주.\n", "{1}Report {3}x{2/}{/3}{/1} says", "link-nested")]
    [DataRow("[보도](/a)의 ![그림](b.png)과 `코드`이다\n", "{1}Report {2/} {3/}{/1} says", "")]
    public void What_would_be_a_link_within_a_link_is_found_where_the_source_has_it_elsewhere(string article, string target, string check)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.md", new ExtractionOptions("ko")).Value!;
        var found = Findings(source, target);
        Assert.AreEqual(check, string.Join(' ', found.Select(f => f.Check)));
        Assert.IsTrue(found.All(f => f.Severity == Severity.Block && f.UnitId == source.Units[0].Id));
    }

    private static ImmutableArray<Finding> Findings(Extraction source, string target)
    {
        var edition = EditionRevision.Begin("a", "en", source, Route.Of("plain", ["translate", "edit"]).Value!);
        return UnitCodes.Check(source, edition with { Segments = [edition.Segments[0] with { Target = Content.Parse(target) }] });
    }
}

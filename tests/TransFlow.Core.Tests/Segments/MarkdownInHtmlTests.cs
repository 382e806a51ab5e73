using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Markdown in HTML where CommonMark reads none, and kramdown and Python-Markdown do.</summary>
[TestClass]
public sealed class MarkdownInHtmlTests
{
    /// <summary>A sentence of another paragraph, with what a site of kramdown's has and one of CommonMark's has not.</summary>
    private const string End = "\n\n끝.\n{: .end}\n";

    private static readonly string[] Articles =
    [
        "<small>\n사진은 **연합뉴스**가 [제공](/a)했다.\n</small>",
        "<span class=\"fs-6\">\n[후원하기](/y){: .btn }\n</span>",
        "앞의 글.\n\n<em>\n둘째 줄\n셋째 `코드` 줄 <b>뒤</b>\n</em>\n뒤의 말",
        "<big>\n<b>\n글 *안*\n</b>\n</big>",
        "- 항목\n- <a href=\"u\">\n  말 **굵게**\n  </a>",
        "<figure>\n<img src=\"a.jpg\">\n<figcaption markdown=\"span\">신의주 **다리**. 사진: [연합뉴스](/photo/1)</figcaption>\n</figure>",
        "<figure>\n<figcaption markdown=\"span\">\n첫 줄\n  둘째 [줄](/1)\n</figcaption>\n</figure>",
        "<div class=\"row\">\n  <div class=\"col\" markdown=\"1\">\n왼쪽 [자료](/e)\n\n- 가\n- 나\n</div>\n  <div class=\"col\" markdown=\"1\">\n오른쪽 **말**\n</div>\n</div>",
        "<table>\n    <tr><td markdown=\"span\">글 **굵게**</td><td>둘</td><td markdown=\"span\">[셋](/c)</td></tr>\n</table>",
        "<details><summary markdown=\"span\">제목 **굵게**</summary>\n\n본문\n\n</details>",
        "<table>\n<tr>\n<td markdown=\"1\">\n글 **굵게** [a](b)\n</td>\n</tr>\n</table>",
        "<section>\n<h2 markdown=\"1\">제목 *하나*</h2>\n<p markdown=\"1\">글 ![대신](/p.png)\n둘째 줄</p>\n</section>",
        "{::options parse_block_html=\"true\" /}\n\n<div class=\"box\">\n글 [제공](/a)\n</div>\n\n<h2>제목 **굵게**</h2>\n\n<table><tr><th>머리 **굵게**</th></tr></table>\n\n<div><p>안 **굵게**</p></div>",
        "{::options parse_block_html=\"true\" /}\n\n<p>\n글 **a**\n</p>\n\n<ul>\n<li>글 *안*</li>\n</ul>\n\n<details>\n<summary markdown=\"span\">제목 **굵게**</summary>\n\n내용 **a**\n\n- 가\n\n</details>\n\n<blockquote>\n글 [가](b)\n</blockquote>\n\n<center>\n글\n</center>\n\n<p>글 **a**\n둘째 줄</p>\n\n<section><p>글 **a**\n셋째 줄</p></section>",
        "<div class=\"a\"><div class=\"b\" markdown=\"1\">\n글 **가**\n\n- 나\n\n</div></div>",
        "<p>글 <span markdown=\"span\">**가** [나](u)</span> 뒤</p>",
        "<u>\n글 가\n</u>",
        "<img src=\"/a.jpg\" alt=\"대신\">\n<small>사진: [연합](/a)</small>",
        "글 하나.\n<p markdown=\"1\">글 **둘**이다.</p>",
        "{::options parse_block_html=\"true\" /}\n\n글 하나.\n<h4>제목이다</h4>",
        "<p markdown=\"1\">\n    글 **굵게**\n    둘째 [줄](/b).\n</p>",
        "{::options parse_block_html=\"true\" /}\n\n<p>\n\t글 *하나*\n</p>",
        "<p markdown=\"1\">사진은 **연합** 제공이다.</p>",
        "<div markdown=\"1\">사진은 **연합** 제공이다.</div>",
    ];

    [TestMethod]
    [DataRow("---\nlayout: post\n---\n<small>\n사진은 **연합뉴스**가 [제공](/a)했다.\n</small>", "Paragraph:사진은 {1}연합뉴스{/1}가 {2}제공{/2}했다.", DisplayName = "an element of running text at the beginning of a paragraph, Jekyll")]
    [DataRow("# 머리\n\n!!! note \"말\"\n    글.\n\n<a href=\"/b\">\n![다리](/a.jpg)\n</a>", "Heading:머리|Title:말|Paragraph:글.|ImageAlt:다리", DisplayName = "MkDocs")]
    [DataRow("<small>\n**글**\n</small>", "Paragraph:**글**", DisplayName = "any site")]
    [DataRow("---\nlayout: post\n---\n{{< a >}}\n\n<small>\n**글**\n</small>", "Paragraph:**글**", DisplayName = "Hugo")]
    [DataRow("+++\nlayout = \"post\"\n+++\n<b>\n**글**\n</b>\n\n글\n{: .x}", "Paragraph:**글**|Paragraph:글", DisplayName = "Hugo, TOML")]
    [DataRow("---\nlayout: post\n---\n<u>\n**글**\n</u>\n\n<code>\n글\n</code>\n\n<b hidden>\n글\n</b>", "Paragraph:글", DisplayName = "code, and what nobody sees")]
    [DataRow("---\nlayout: post\n---\n<em>\n가 *나*\n</em> 뒤", "Paragraph:{1/} 가 {2}나{/2} {3/} 뒤", DisplayName = "words behind the element")]
    [DataRow("---\nlayout: post\n---\n<big>\n<b>\n글 *안*\n</b>\n</big>", "Paragraph:글 {1}안{/1}", DisplayName = "an element in another")]
    [DataRow("<figure>\n<img src=\"a\">\n<figcaption markdown=\"span\">다리 **위**. [사진](/p)[^1]</figcaption>\n</figure>\n\n[^1]: 주", "Caption:다리 {1}위{/1}.  / {2}사진{/2}{3/}|Footnote:주", DisplayName = "an element that says so in HTML")]
    [DataRow("<table><tr><td markdown=\"span\">[가][r] **나**</td><td>**다**</td></tr></table>\n\n[r]: u '뜻'", "TableCell:{1}가{/1} {2}나{/2}|TableCell:**다**|Title:뜻", DisplayName = "cells on one line")]
    [DataRow("<div>\n<div markdown=\"1\">\n왼쪽 [글](/e)\n\n- 가\n</div>\n<div markdown=\"0\">\n**나**\n</div>\n</div>", "Paragraph:왼쪽 {1}글{/1}|ListItem:가|Paragraph:**나**", DisplayName = "an element of blocks that says so in HTML")]
    [DataRow("<p>글 <span markdown=\"span\">**가** [나](u)</span> **뒤**</p>", "Paragraph:글 {1/}{2}가{/2} {3}나{/3}{4/} **뒤**", DisplayName = "an element of running text that says so in HTML")]
    [DataRow("<p>글 <b markdown=\"span\"> </b> 뒤 <i markdown=\"1\">[가]: 나</i></p>\n<table><tr><td markdown=\"span\"></td></tr></table>", "Paragraph:글 {1/} {2/} 뒤 {3/}[가]: 나{4/}", DisplayName = "elements that say so and hold nothing, or a definition")]
    [DataRow("<div class=\"a\"><div markdown=\"1\">\n가 **나**\n\n- 다\n</div></div>\n<table>\n<tr><td>라</td><td markdown=\"block\">\n- 마\n</td>\n</tr><tr><td markdown=\"1\">\n- 바\n</td></tr>\n</table>", "Paragraph:가 {1}나{/1}|ListItem:다|TableCell:라|TableCell:- 마|ListItem:바", DisplayName = "behind other tags on its line, and behind words")]
    [DataRow("<div>\n<figcaption markdown=\"span\"><p>글 **가**</p></figcaption>\n</div>", "Caption:글 **가**", DisplayName = "blocks in an element of a sentence")]
    [DataRow("> <figure>\n> <figcaption markdown=\"span\">\n> 첫 줄\n> 둘째 [줄](/1)\n> </figcaption>\n> </figure>", "Caption:첫 줄 둘째 {1}줄{/1}", DisplayName = "in a quotation")]
    [DataRow("{::options parse_block_html=\"true\" /}\n\n<div>\n글 **가**\n</div>\n\n<h2>나 **다**</h2>\n\n<table><tr><th>**라**</th></tr></table>\n\n<ul>\n<li><p>**마**</p></li>\n</ul>\n\n<p>바</p>", "Paragraph:글 {1}가{/1}|Heading:나 {1}다{/1}|TableCell:**라**|ListItem:**마**|Paragraph:바", DisplayName = "where kramdown is told to read it everywhere")]
    [DataRow("<details open markdown=\"block\">\n  <summary>\n    차례\n  </summary>\n  {: .text-delta }\n1. TOC\n{:toc}\n</details>", "Heading:차례", DisplayName = "a table of contents below a tag that is set in")]
    [DataRow("---\nlayout: post\n---\n<img src=\"/a.jpg\" alt=\"대신\">\n<small>사진: [연합](/a)</small>", "ImageAlt:대신|Paragraph:{1/}사진: {2}연합{/2}{3/}", DisplayName = "a tag of running text with words, right below HTML")]
    [DataRow("<img src=\"/a.jpg\" alt=\"대신\">\n<small>사진: [연합](/a)</small>", "ImageAlt:대신|Paragraph:{1/}사진: [연합](/a){2/}", DisplayName = "the same for any site")]
    [DataRow("글 하나.\n<p markdown=\"1\">글 **둘**이다.</p>", "Paragraph:글 하나.|Paragraph:글 {1}둘{/1}이다.", DisplayName = "a block right below words")]
    [DataRow("{::options parse_block_html=\"true\" /}\n\n글 하나.\n<h4>제목이다</h4>", "Paragraph:글 하나.|Heading:제목이다", DisplayName = "a block right below words, where all is read")]
    [DataRow("<figure markdown=\"span\">\n    ![대신](/a.jpg){ width=\"300\" }\n    <figcaption>설명 **글**</figcaption>\n</figure>", "ImageAlt:대신|Caption:설명 {1}글{/1}", DisplayName = "set in, in an element of a sentence")]
    [DataRow("<p markdown=\"1\">\n    글 **하나**\n\n    코드\n</p>\n\n<div markdown=\"1\">\n    코드\n</div>", "Paragraph:글 {1}하나{/1}", DisplayName = "set in behind an empty line, and in an element of blocks: code")]
    [DataRow("<p markdown=\"1\">글 **하나**</p>\n\n<p class=\"a\" title=\"이 markdown 글\">**둘**</p>", "Paragraph:글 {1}하나{/1}|Attribute:이 markdown 글|Paragraph:**둘**", DisplayName = "a block around all words, and the word in another attribute")]
    public void Markdown_that_sites_read_in_HTML_is_markup(string markdown, string units) =>
        Assert.AreEqual(units, string.Join('|', Extract(markdown + "\n\n끝.\n").Units.SkipLast(1).Select(u => $"{u.Kind}:{string.Join(" / ", u.Segments.Select(s => s.Source + s.SpaceAfter))}")));

    [TestMethod]
    public void Woven_as_its_own_target_an_article_is_the_same()
    {
        foreach (var article in Articles)
        {
            foreach (var (name, write) in ProvingGround.Ways)
            {
                var text = write(article + End);
                var weaving = ProvingGround.Weave(ProvingGround.Extract(text)!, words => words);
                Assert.IsTrue(weaving.IsSound, $"{name}\n{text}\n{string.Join('\n', weaving.Findings)}");
                Assert.AreEqual(text, weaving.Text, name);
            }
        }
    }

    [TestMethod]
    public async Task Words_read_as_typed_in_kramdown()
    {
        var woven = new List<(string Words, string Text)>();
        foreach (var article in Articles)
        {
            var source = ProvingGround.Extract(article + End)!;
            foreach (var words in ProvingGround.Hazards.Prepend("1950. The war").Prepend("Wqz"))
            {
                var weaving = ProvingGround.Weave(source, _ => words);
                Assert.IsTrue(weaving.IsSound, $"{words}\n{article}\n{string.Join('\n', weaving.Findings)}");
                woven.Add((words, weaving.Text));
            }
        }

        var pages = await Renderer.Kramdown.Render([.. woven.Select(w => w.Text)]);
        var (plain, found) = ("", new List<string>());
        for (var i = 0; i < woven.Count; i++)
        {
            var (words, text) = woven[i];
            if (words == "Wqz")
                plain = Bare(pages[i]);
            else if (plain.Replace("Wqz", Bare(words.Replace('<', '‹').Replace('>', '›')), StringComparison.Ordinal) != Bare(pages[i]))
                found.Add($"== {words}\n{text}\n-- {pages[i]}");
        }

        Assert.AreEqual("", string.Join('\n', found));
    }

    [TestMethod]
    [DataRow("<small>\n사진은 **말**했다.\n</small>", "1950. The *war* <a> [x](y)", "<small>\n1950&#46; The &#42;war&#42; &lt;a> &#91;x](y)\n</small>")]
    [DataRow("<div>\n<p markdown=\"1\">글</p>\n</div>", "- a | b", "<div>\n<p markdown=\"1\">- a &#124; b</p>\n</div>")]
    public void Signs_are_written_so_that_CommonMark_shows_them_as_well(string markdown, string words, string woven)
    {
        var source = Extract(markdown + End);
        var targets = new Dictionary<string, ImmutableArray<Content?>> { [source.Units[0].Id] = [Content.Of(words)] };
        Assert.AreEqual(woven + End, MarkdownWeaver.Weave(source, targets, new WeaveOptions("en")).Text);
    }

    /// <summary>A page without white space, of which a browser shows no more than one blank, and without emphasis, whose marks move.</summary>
    private static string Bare(string page) => string.Concat(page.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal).Replace("<em>", "", StringComparison.Ordinal).Replace("</em>", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)));

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko")).Value!;
}

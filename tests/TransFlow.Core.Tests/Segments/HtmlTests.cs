using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Words in HTML and JSX: what a reader sees is a unit, once; what no reader sees is none.</summary>
[TestClass]
public sealed class HtmlTests
{
    [TestMethod]
    [DataRow("<figure><img src=\"a\" alt=\"대체 글\"><figcaption>설명이다. <em>기자</em></figcaption></figure>", "ImageAlt:대체 글|Caption:설명이다.  / {1/}기자{2/}", DisplayName = "a figure")]
    [DataRow("<table><tr><th>이름</th><td>3</td><td>값 &amp; 수</td></tr></table>", "TableCell:이름|TableCell:3|TableCell:값 & 수", DisplayName = "a table; a number alone is as much a word")]
    [DataRow("<ul>\n<li>하나\n  둘</li><li>셋</li>\n</ul>", "ListItem:하나 둘|ListItem:셋", DisplayName = "a list; white space is one space")]
    [DataRow("<details><summary>요약</summary>글</details>", "Heading:요약|Paragraph:글", DisplayName = "details")]
    [DataRow("<p>하나다.<br>둘이다.</p>", "Paragraph:하나다.{1/} / 둘이다.", DisplayName = "a line break ends a segment")]
    [DataRow("<h2>제목</h2>뒤의 글", "Heading:제목|Paragraph:뒤의 글", DisplayName = "after a block comes what holds it")]
    [DataRow("<script>let a = '가';</script><style>.가 {}</style><!-- 나 --><pre>다</pre><p>라</p>", "Paragraph:라", DisplayName = "what is no text")]
    [DataRow("<p><picture><source srcset=\"a\"><img alt=\"사진의 말\" src=\"b\"></picture></p>", "ImageAlt:사진의 말", DisplayName = "a picture in several forms")]
    [DataRow("<p>앞 <code>코드 뒤의 말</p>", "Paragraph:앞 {1/}코드 뒤의 말", DisplayName = "code that does not end in its block")]
    [DataRow("<p>값은 <code>a 가</code>이다</p>", "Paragraph:값은 {1/}이다", DisplayName = "code is one code")]
    [DataRow("<div>안의 {count}개</div>", "Paragraph:안의 {1/}개", DisplayName = "expressions of JSX")]
    [DataRow("<Figure src={a > b} caption='설명' id=\"가\" />", "Caption:설명", DisplayName = "attributes of JSX; an id is no text")]
    [DataRow("<p>앞 {{< x t=\"<b>\" >}} 뒤</p>", "Paragraph:앞 {1/} 뒤", DisplayName = "a site generator's tag")]
    [DataRow("<p>3 < 4이고 5 > 4</p>", "Paragraph:3 < 4이고 5 > 4", DisplayName = "signs that begin nothing")]
    [DataRow("<div title=\"안 닫힌 가", "", DisplayName = "a tag that does not end")]
    [DataRow("글에 든 <abbr title=\"뜻\">약자</abbr>", "Paragraph:글에 든 {1/}약자{2/}|Attribute:뜻", DisplayName = "attributes within a paragraph")]
    [DataRow("<div class=\"a\" markdown=\"1\">\n글 **강조**다. ![대신](a.png)\n\n- 가\n- 나\n</div>\n둘이다.", "Paragraph:글 {1}강조{/1}다.|ImageAlt:대신|ListItem:가|ListItem:나|Paragraph:둘이다.", DisplayName = "Markdown in an element that says so")]
    [DataRow("<figure markdown=\"span\">\n  ![대신](a.png){ width=300 }\n  <figcaption>사진의 말</figcaption>\n</figure>\n\n글이다.", "ImageAlt:대신|Caption:사진의 말|Paragraph:글이다.", DisplayName = "a figure of MkDocs")]
    [DataRow("<details markdown><summary>요약 말</summary>\n\n1. 가\n   <div markdown=\"block\">\n   안의 [말](u)\n   </div>\n\n</details>", "Heading:요약 말|ListItem:가|ListItem:안의 {1}말{/1}", DisplayName = "elements in one another that say so")]
    [DataRow("<p markdown=\"1\">글 **강조**다.</p>\n\n<div markdown=\"0\">\n글 **강조**다.\n</div>", "Paragraph:글 {1}강조{/1}다.|Paragraph:글 **강조**다.", DisplayName = "on one line; and one that says it has none")]
    [DataRow("<Badge\n  type=\"tip\"\n  title=\"여는 말\"\n>\n\n글 **강조**다.\n\n</Badge>\n\n> <b\n> 인용이다.", "Attribute:여는 말|Paragraph:글 {1}강조{/1}다.|Quotation:<b 인용이다.", DisplayName = "a tag of a component on several lines")]
    [DataRow("<Go @click=\"a > b\" title=\"누르는 말\">간다</Go> 글\n\n<template #head>\n\n머리다.\n\n</template>", "Paragraph:{1/}간다{2/} 글|Attribute:누르는 말|Paragraph:머리다.", DisplayName = "tags of Vue with events and slots")]
    [DataRow("[가][a]\n\n[a]: https://example.com '정의의 제목'", "Paragraph:가|Title:정의의 제목", DisplayName = "the title of a link definition")]
    [DataRow("[가][a] ![나][b] ![다 [라][c]][d]\n\n[a]: u1 '하나'\n[A]: u2 '둘'\n[b]: u3 '셋'\n[c]: u4 '넷'\n[d]: u5 '다섯'\n[e]: u6 '여섯'", "Paragraph:가|ImageAlt:나|ImageAlt:다 라|Title:하나|Title:셋|Title:다섯", DisplayName = "titles of definitions that nothing names, or that another comes before, are seen by nobody")]
    [DataRow("<div markdown=\"1\">\n[가][a]\n</div>\n\n[a]: u1 '하나'", "Paragraph:가|Title:하나", DisplayName = "a definition that words within HTML name")]
    [DataRow("<br>\n글 *별*이다.\n\n<img src=\"a\" alt=\"대신\">\n설명이다.\n\n<span class=\"x\">\n글 <b>안</b>\n</span>\n\n- <a href=\"u\">\n  말\n  </a>", "Paragraph:글 {1}별{/1}이다.|ImageAlt:대신|Paragraph:설명이다.|Paragraph:글 {1/}안{2/}|ListItem:말", DisplayName = "a tag alone on the first line")]
    [DataRow("글이다. <script>f = {\"가\": '나'};</script>\n\n글 <style>.a{content:\"*가*\"}</style> 말 <template>가</template><textarea>나</textarea> <svg><text>다</text></svg>.", "Paragraph:글이다. {1/}|Paragraph:글 {1/} 말 {2/}{3/} {4/}.", DisplayName = "what is no text, among words")]
    [DataRow("<a href=\"a.jpg\" data-caption=\"큰 그림\" data-id=\"열쇠\"><img src=\"b.jpg\" data-title='제목' data-footnote=\"각주\" alt=\"대신\"></a>\n\n앞 <img src=\"a\" data-caption=\"글 속 그림\"> <audio src=\"a\"><track label=\"한국어\" srclang=\"ko\"></audio> <svg><track label=\"말\"></svg> 뒤\n\n<div>\n<video>\n<track kind=\"captions\" label=\"자막\" src=\"a.vtt\"><p title=\"없는 것\">대신하는 말</p>\n</video>\n</div>", "Caption:큰 그림|Attribute:제목|Attribute:각주|ImageAlt:대신|Paragraph:앞 {1/} {2/} {3/} 뒤|Caption:글 속 그림|Attribute:한국어|Attribute:자막", DisplayName = "what boxes show beside pictures, and the tracks of films")]
    [DataRow("앞 <video title=\"영상의 말\" src=\"a\">대신하는 말</video> 뒤 <template #head>머리의 말</template>.", "Paragraph:앞 {1/} 뒤 {2/}머리의 말{3/}.|Attribute:영상의 말", DisplayName = "a film among words, and a template that is shown")]
    [DataRow("<p>가나 <!-- x --> 다라.</p>\n<!-- 편집 -->\n<p>마바</p>", "Paragraph:가나 {1/} 다라.|Paragraph:마바", DisplayName = "a comment in a sentence parts it not")]
    [DataRow("<iframe src=\"a\"></iframe>\n```bash\n$ echo 안녕\n```\n뒤이다.\n\n<div>\n앞이다.\n ~~~\n코드 <b>\n~~~~\n뒤다. `a`\n``` 안 닫힘\n</div>", "Paragraph:뒤이다.|Paragraph:앞이다.|Paragraph:뒤다.  / `a` ``` 안 닫힘", DisplayName = "fenced code right below a line of HTML")]
    [DataRow("# 가다.<br><br>나다.\n\n가다.<br> <br>나다.  \n다다.\u2028라다.", "Heading:가다.{1/} / {2/}나다.|Paragraph:가다.{1/}  / {2/}나다.{3/} / 다다.\u2028 / 라다.", DisplayName = "what stands for a break is no text")]
    [DataRow("<br>\n## 머리\n---\n글이다.\n\n<hr>\n| 가 | 나 |\n|---|---|\n| 다 | 라 |\n\n<p>마</p>\n- 바 [말](u)\n- 사\n\n> <img src=\"a\">\n> 1. 아\n\n<br><br>\n글 **강조**\n\n<div>\n- 자\n</div>\n\n<b>차</b>\n이어진다.", "Heading:머리|Paragraph:글이다.|TableCell:가|TableCell:나|TableCell:다|TableCell:라|Paragraph:마|ListItem:바 {1}말{/1}|ListItem:사|ListItem:아|Paragraph:{1/}{2/}글 {3}강조{/3}|Paragraph:- 자|Paragraph:{1/}차{2/} 이어진다.", DisplayName = "Markdown right below a line of HTML that is whole")]
    [DataRow("<br>\n글이다  \n뒤다.\n\n<br>\n> 인용\n> 둘째\n\n<hr>\n가[^q]다.\n\n<br>\n[나][r]다.\n\n<br>\n용어\n: 뜻\n\n[^q]: 각주.\n\n[r]: u", "Paragraph:글이다{1/} / 뒤다.|Quotation:인용 둘째|Paragraph:가{1/}다.|Paragraph:{1}나{/1}다.|Definition:용어|Definition:뜻|Footnote:각주.", DisplayName = "breaks, quotations, notes, references and definitions right below HTML")]
    [DataRow("<div>\n\n가\n\n</div>\n## 나\n다.\n\n<div markdown=\"1\">\n- 라\n</div>\n## 마", "Paragraph:가|Heading:나|Paragraph:다.|ListItem:라|Heading:마", DisplayName = "Markdown right below a tag that closes what was opened before an empty line")]
    [DataRow("<div>\n가\n</div>\n## 나\n다.\n\n<table>\n<tr><td>- 라</td></tr>\n</table>\n- 마\n- 바\n\n<details>\n<summary>사</summary>\n- 아\n</details>\n> 자\n\n<figure>\n<img src=\"a\">\n</figure>\n글 **굵게**", "Paragraph:가|Heading:나|Paragraph:다.|TableCell:- 라|ListItem:마|ListItem:바|Heading:사|Paragraph:- 아|Quotation:자|Paragraph:글 {1}굵게{/1}", DisplayName = "Markdown right below the end of an element of several lines")]
    [DataRow("<!-- [글](u) -->\n\n<!-- 주 --> 첫 줄이다.\n둘째 [줄](u)\n\n<!-- 주 --> 굵은 <b>말</b>", "Paragraph:{1/}첫 줄이다.|Paragraph:둘째 {1}줄{/1}|Paragraph:{1/} 굵은 {2/}말{3/}", DisplayName = "a line behind a comment without marks, before another one, and with tags")]
    [DataRow("<p>가[^q]</p>\n\n:::note[나[^r]]\n다.\n:::\n\n!!! note \"라[^T]\"\n    마.\n\n> <table>\n> <tr><td>\n> 바[^u]</td></tr></table>\n\n<!-- [^v] -->\n\n[^q]: 하나.\n\n[^r]: 둘.\n\n[^s]: 셋.\n\n[^t]: 넷.\n\n[^u]: 다섯.\n\n[^v]: 여섯.", "Paragraph:가{1/}|Title:나{1/}|Paragraph:다.|Title:라{1/}|Paragraph:마.|TableCell:바{1/}|Footnote:하나.|Footnote:둘.|Footnote:넷.|Footnote:다섯.", DisplayName = "notes that only words in HTML and in titles name")]
    public void Words_a_reader_sees_are_units(string markdown, string units) =>
        Assert.AreEqual(units, string.Join('|', Extract(markdown + "\n\n끝.\n").Units.SkipLast(1).Select(u => $"{u.Kind}:{string.Join(" / ", u.Segments.Select(s => s.Source + s.SpaceAfter))}")));

    [TestMethod]
    [DataRow("<p>가</p>", "a < b & \"c\" {d} -->", "<p>a &lt; b &amp; \"c\" &#123;d&#125; --&gt;</p>")]
    [DataRow("<br>\n가", "*a* _b_ [f](g)", "<br>\n&#42;a&#42; &#95;b&#95; &#91;f&#93;(g)")]
    [DataRow("<br>\n가", "1. a", "<br>\n1&#46; a")]
    [DataRow("<div>\n나\n</div>\n가", "1. a", "<div>\n1. a\n</div>\n1&#46; a")]
    [DataRow("<hr>\n가", "a | b", "<hr>\na &#124; b")]
    [DataRow("<hr>\n가", "[x]: y", "<hr>\n&#91;x&#93;: y")]
    [DataRow("<br>\n가", "- a b", "<br>\n&#45; a b")]
    [DataRow("<div>\n가", "*a* - b", "<div>\n*a* - b")]
    [DataRow("<img alt='가'>", "it's \"x\" > `y` | {z}", "<img alt='it&#39;s &quot;x&quot; &gt; &#96;y&#96; &#124; &#123;z&#125;'>")]
    public void Words_stand_in_HTML_as_they_were_typed(string markdown, string words, string woven)
    {
        var source = Extract(markdown + "\n\n끝.\n");
        var targets = source.Units.SkipLast(1).ToDictionary(u => u.Id, u => u.Segments.Select(_ => (Content?)Content.Of(words)).ToImmutableArray());
        var weaving = MarkdownWeaver.Weave(source, targets, new WeaveOptions("en"));
        Assert.IsTrue(weaving.IsSound, string.Join('\n', weaving.Findings));
        Assert.AreEqual(woven + "\n\n끝.\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("<!-- 주 --> 글은 [말](u)과 **`c`** 다.", "{1/} Words {2}at{/2} {3}{4/}{/3}.", "<!-- 주 --> Words [at](u) **`c`**.", DisplayName = "a link and code")]
    [DataRow("<!-- 주 --> 글은 **말**이다.", "{1/} The *word* & 2 < 3.", "<!-- 주 --> The &#42;word&#42; & 2 &lt; 3.", DisplayName = "bold lost, and signs of Markdown")]
    [DataRow("<!-- 주 --> 글 <표 1> 끝.", "{1/} Words <table 1> here.", "<!-- 주 --> Words &lt;table 1> here.", DisplayName = "a sign of HTML that begins no tag")]
    [DataRow("<!-- 주 --> <표 1> 글.", "{1/} <Table 1> Words.", "<!-- 주 --> &lt;Table 1> Words.", DisplayName = "such a sign right behind the comment")]
    [DataRow("<!--more-->1950년에 났다.\n폐허가 남았다.", "{1/}1950. The *war*", "<!--more-->1950&#46; The &#42;war&#42;\n폐허가 남았다.", DisplayName = "words that another line follows")]
    [DataRow("<!-- 주 --> <b>평양</b> 쌀값은 [기사](u)를 보라.", "{1/} {2/}Words{3/} see {4}it{/4}.", "<!-- 주 --> <b>Words</b> see [it](u).", DisplayName = "a tag right behind the comment")]
    [DataRow("<!-- 주 [가](u)\n둘째 --> 글이다.", "{1/} *Words*.", "<!-- 주 [가](u)\n둘째 --> &#42;Words&#42;.", DisplayName = "a comment of two lines")]
    [DataRow("<!-- 주 --> 값 < 3 이다.", "{1/} Words here.", "<!-- 주 --> Words here.", DisplayName = "a sign of HTML alone, which the target has not")]
    [DataRow("<!-- 주 --> 글이다.", "Words {1/} here.", "Words <!-- 주 --> here.", DisplayName = "no marks, the comment elsewhere")]
    [DataRow("<!-- 주 --><!-- 둘 --> 글은 *말*이다.\n뒤의 글", "{1/}{2/} Words {3}at{/3}.", "<!-- 주 --><!-- 둘 --> Words *at*.\n뒤의 글", DisplayName = "several comments; the line below is a paragraph")]
    [DataRow("<!-- 주 -->**글**이다.\r\n- 다음 [줄](v)은\r\n*셋째* 줄", "{1/}{2}Words{/2} *.", "<!-- 주 -->**Words** &#42;.\r\n- 다음 [줄](v)은\r\n*셋째* 줄", DisplayName = "a list below")]
    [DataRow("앞의 글\r\n<!-- 주 --> 글은 [말][r]이다.\r\n\r\n[r]: u", "Words", "Words\r\n<!-- 주 --> 글은 [말][r]이다.\r\n\r\n[r]: u", DisplayName = "in a paragraph, which it ends")]
    [DataRow("- <!-- 주 --> 글[^1]\n- <!-- 둘 --> 뒤\n\n[^1]: 글", "{1/} Words{2/}", "- <!-- 주 --> Words[^1]\n- <!-- 둘 --> 뒤\n\n[^1]: 글", DisplayName = "in a list")]
    [DataRow("> <!-- 주 --> 글 [말](u)", "{2}at{/2} {1/}", "> [at](u) <!-- 주 -->", DisplayName = "in a quotation")]
    public void A_sentence_behind_a_comment_is_Markdown(string markdown, string words, string woven)
    {
        var source = Extract(markdown + "\n\n끝.\n");
        var weaving = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [source.Units[0].Id] = [.. source.Units[0].Segments.Select((_, i) => i == 0 ? Content.Parse(words) : Content.Of(""))] }, new WeaveOptions("en"));
        Assert.IsTrue(weaving.IsSound, string.Join('\n', weaving.Findings));
        Assert.AreEqual(woven + "\n\n끝.\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("<p>\n가\n</p>")]
    [DataRow("가")]
    public void A_block_whose_target_has_no_words_is_a_finding_that_says_so(string markdown)
    {
        var source = Extract(markdown + "\n\n끝.\n");
        var weaving = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [source.Units[0].Id] = [Content.Empty] }, new WeaveOptions("en"));
        Assert.IsFalse(weaving.IsSound);
        Assert.Contains("has no words", weaving.Findings[0].Message);
    }

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko")).Value!;
}

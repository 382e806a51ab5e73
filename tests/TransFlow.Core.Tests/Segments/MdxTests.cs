using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Articles of MDX: expressions and tags are codes, and no words become either.</summary>
[TestClass]
public sealed class MdxTests
{
    [TestMethod]
    [DataRow("안녕, {이름}!", "Paragraph:안녕, {1/}!", DisplayName = "a name in any script")]
    [DataRow("{이름}님이 {수} 왔다. {/* 감춘 말 */}\n\n## 제목 {#id}", "Paragraph:{1/}님이 {2/} 왔다.|Heading:제목", DisplayName = "a value is a part of the words, comments and ids are not")]
    [DataRow("글 {count > 1 ? \"여럿}\" : '하나{'} 글이다.", "Paragraph:글 {1/} 글이다.", DisplayName = "an expression with strings")]
    [DataRow("글 {`가 ${나(`}`)} }`} 글 {[{a: {b: 1}}].map(x => <b key={x}>it's</b>)} 글", "Paragraph:글 {1/} 글 {2/} 글", DisplayName = "templates, braces in braces, tags in expressions")]
    [DataRow("글 {/* } */ a // }\n} 글", "Paragraph:글 {1/} 글", DisplayName = "comments in expressions")]
    [DataRow("{\n  가.map(x => (\n\n    <li>나</li>\n\n  ))\n}\n\n글이다.", "Paragraph:글이다.", DisplayName = "an expression that is a block, with empty lines in it")]
    [DataRow("글 \\{ 이고 {하나} 글 { 열린 것", "Paragraph:글 {{ 이고 {1/} 글 {{ 열린 것", DisplayName = "what is escaped, and what does not close")]
    [DataRow("`{` 글 `}` {하나} ``{`{`` 글\n\n```js\nif (x) {\n```\n\n글 {둘} 글", "Paragraph:{1/} 글 {2/} {3/} {4/} 글|Paragraph:글 {1/} 글", DisplayName = "braces in code are no expressions")]
    [DataRow("<>글 <Foo.Bar 라벨 label=\"이름\">말</Foo.Bar></> <A {...props} title=\"뜻\" /> 끝", "Paragraph:{1/}글 {2/}말{3/}{4/} {5/} 끝|Attribute:이름|Attribute:뜻", DisplayName = "tags that only JSX has")]
    [DataRow("<div style={{color: 'red'}} title=\"가 { 나\">글이다. {이름}</div>", "Attribute:가 {{ 나|Paragraph:글이다. {1/}", DisplayName = "a block of HTML")]
    [DataRow("   - 하나\n   -\n    둘\n\n> # 셋\n    - 넷\n\n   - 다섯\n\n    - 여섯\n\n>\n\t일곱", "ListItem:하나|Paragraph:둘|Heading:셋|ListItem:넷|ListItem:다섯|ListItem:여섯|Paragraph:일곱", DisplayName = "what is indented behind lists and quotations that do not go on")]
    [DataRow("<Tabs>\n\n    글이다.\n\n    - 가\n    - 나\n\n</Tabs>", "Paragraph:글이다.|ListItem:가|ListItem:나", DisplayName = "what is indented is no code")]
    [DataRow("<Figure\n  src=\"a.png\"\n  alt=\"대신\"\n>\n  글 **강조**다.\n\n  - 가\n</Figure>\n둘이다.", "ImageAlt:대신|Paragraph:글 {1}강조{/1}다.|ListItem:가|Paragraph:둘이다.", DisplayName = "a tag of several lines, whose last sign stands alone")]
    [DataRow("앞이다.\n<span\n  className=\"a\"\n>\n글 [말](u)\n</span>\n\n- 가\n  <Tip\n    title=\"여는 말\"\n  >\n  안이다.\n  </Tip>", "Paragraph:앞이다.|Paragraph:글 {1}말{/1}|ListItem:가|Attribute:여는 말|ListItem:안이다.", DisplayName = "a tag of several lines of an element in a sentence, and in a list")]
    [DataRow("<figure>\n![대신](a.png)\n<figcaption>\n사진 *설명*\n</figcaption>\n</figure>\n<blockquote>\n\n말이다.\n\n</blockquote>", "ImageAlt:대신|Caption:사진 {1}설명{/1}|Quotation:말이다.", DisplayName = "Markdown in elements that say what it is")]
    [DataRow("<Card title=\"머리\" cols={2}>\n글이다. **굵은** 글.\n</Card>\n\n<Foo {...props}>\n둘이다.\n</Foo>\n\n- <Tabs.Item value={a}>\n  셋이다.\n  </Tabs.Item>", "Attribute:머리|Paragraph:글이다.  / {1}굵은{/1} 글.|Paragraph:둘이다.|ListItem:셋이다.", DisplayName = "lines of tags with values that are expressions")]
    [DataRow("<Card\n  icon={<Icon name=\"x\" />}\n  onClick={() => { a > b }}\n>\n글이다.\n</Card>\n\n앞 <A b={1}>말</A> 뒤\n\n<A b={1}>말</A>", "Paragraph:글이다.|Paragraph:앞 {1/}말{2/} 뒤|Paragraph:말", DisplayName = "expressions in a tag of several lines, and in sentences")]
    [DataRow("<details>\n<summary>더 보기</summary>\n전쟁은 **시작**됐다. [기사](/a) 참조.\n</details>", "Heading:더 보기|Paragraph:전쟁은 {1}시작{/1}됐다.  / {2}기사{/2} 참조.", DisplayName = "Markdown behind an element that is a line of its own")]
    [DataRow("<Video src={a} />\n글이다.\n\n둘이다.\n<Video src=\"a\" />\n뒤다.\n\n- 셋이다.\n  <Video src={a}></Video>\n  넷이다.", "Paragraph:글이다.|Paragraph:둘이다.|Paragraph:뒤다.|ListItem:셋이다.|ListItem:넷이다.", DisplayName = "components on lines of their own beside words, with a name that HTML has in sentences")]
    [DataRow("![{이름} 사진](a.png) 글이다.", "ImageAlt:{1/} 사진|Paragraph:글이다.", DisplayName = "an expression in an alternative text")]
    [DataRow("<Tabs defaultValue=\"서울\">\n<TabItem value=\"서울\" label=\"서울 소식\">\n글이다.\n</TabItem>\n</Tabs>\n\n<Card image=\"/사진/부두.jpg\" icon=\"집\" cover=\"부두.jpg\" heading=\"부두 소식\" />", "Attribute:서울 소식|Paragraph:글이다.|Attribute:부두 소식", DisplayName = "values that components compare, and names of files")]
    [DataRow("아래 영상을 보라.\n<video controls>\n  <source src=\"/a.mp4\" />\n</video>\n*영상. [방송](u)*\n\n<video src=\"/a\" />\n**설명** 글\n\n<svg>\n\n<path />\n\n</svg>\n- 나", "Paragraph:아래 영상을 보라.|Paragraph:영상.  / {1}방송{/1}|Paragraph:{1}설명{/1} 글|ListItem:나", DisplayName = "words right above and below films and drawings")]
    [DataRow("<br />\n## 머리\n\n<img src=\"a\" />\n- 가 [말](u)\n- 나\n\n글이다.\n<br />\n둘 **강조**다.\n\n<span>\n셋 *넷*\n</span>\n\n<video src={v} />\n```js\nx\n```", "Heading:머리|ListItem:가 {1}말{/1}|ListItem:나|Paragraph:글이다.|Paragraph:둘 {1}강조{/1}다.|Paragraph:셋 {1}넷{/1}", DisplayName = "a tag of what stands in sentences, alone on its line")]
    [DataRow("<img src=\"a\" /> 글 **강조**다. <b>둘</b>\n- 가\n\n<b>하나</b> 글 <i>셋</i>\n이어진다.", "Paragraph:{1/} 글 {2}강조{/2}다.  / {3/}둘{4/}|ListItem:가|Paragraph:{1/}하나{2/} 글 {3/}셋{4/} 이어진다.", DisplayName = "words between such tags")]
    [DataRow("<details>\n<summary>`config.toml` **보기**</summary>\n글이다.\n</details>", "Heading:{1/} {2}보기{/2}|Paragraph:글이다.", DisplayName = "Markdown beside the tag of a block")]
    [DataRow("<table>\n<tr>\n<td>하나 [둘](u)</td>\n<td>셋 **넷**</td>\n</tr>\n<tr><td>다섯</td><td>여섯</td></tr>\n</table>\n\n<p>일곱</p> 여덟\n<li>아홉</li>", "TableCell:하나 {1}둘{/1}|TableCell:셋 {1}넷{/1}|TableCell:다섯|TableCell:여섯|Paragraph:일곱|Paragraph:여덟|ListItem:아홉", DisplayName = "cells on lines of their own, and beside each other")]
    [DataRow("<p>하나 **둘**\n셋 *넷*</p>\n\n<figure>\n<img src=\"a\" />\n<figcaption>사진 *설명*\n더 긴</figcaption>\n</figure>", "Paragraph:하나 {1}둘{/1} 셋 {2}넷{/2}|Caption:사진 {1}설명{/1} 더 긴", DisplayName = "a paragraph of several lines between tags")]
    [DataRow("<Step>**하나**</Step>\n<Step>둘</Step>\n\n글 <Kbd>가</Kbd>\n이다.", "Paragraph:하나|Paragraph:둘|Paragraph:글 {1/}가{2/} 이다.", DisplayName = "components on one line each")]
    [DataRow("<Aside>글은 **굵고** [링크](/a)다.</Aside>\n\n- <Figure>![논](a.png)</Figure>\n- <Link href=\"/x\">`코드` 글</Link>", "Paragraph:글은 {1}굵고{/1} {2}링크{/2}다.|ImageAlt:논|ListItem:{1/}{2/} 글{3/}", DisplayName = "components with names that HTML has for blocks")]
    [DataRow("<Card\n  title=\"쌀값\"\n  href=\"/r\"\n>보고서 **전문**</Card>\n\n앞 <a\n  href=\"/a\"\n>링크</a> 뒤", "Attribute:쌀값|Paragraph:보고서 {1}전문{/1}|Paragraph:앞 {1/}링크{2/} 뒤", DisplayName = "a tag of several lines with words right behind it")]
    [DataRow("<Link to=\"/a\">안내</Link>를 보고 **먼저** [글](/b)을 본다.\n\n<Tabs.Tab>하나</Tabs.Tab>\n<Tabs.Tab>둘</Tabs.Tab>", "Paragraph:{1/}안내{2/}를 보고 {3}먼저{/3} {4}글{/4}을 본다.|Paragraph:하나|Paragraph:둘", DisplayName = "a component in a sentence that it begins, and components that follow each other")]
    [DataRow("<Tabs>\n  <TabItem value=\"a\" label=\"가\">글이다.</TabItem>\n  <TabItem value=\"b\" label=\"나\">**굵은** 글이다.</TabItem>\n</Tabs>", "Attribute:가|Paragraph:글이다.|Attribute:나|Paragraph:{1}굵은{/1} 글이다.", DisplayName = "components around all of a line stay where they are")]
    [DataRow("<Icon/> 글이다.\n\n<i class=\"a\"></i> 글이다. 둘이다.\n\n<b> 글이다.</b>\n\n<Card><Icon/> 글이다.</Card>", "Paragraph:{1/} 글이다.|Paragraph:{1/}{2/} 글이다.  / 둘이다.|Paragraph:{1/}글이다.{2/}|Paragraph:{1/} 글이다.", DisplayName = "a blank behind an icon")]
    [DataRow("> <Aside>글이다.</Aside>\n\n<Card><Icon/>글 <B>이다</B>.</Card>\n\n<A><B>하나</B></A>\n\n<A>하나</A> <A>둘</A>\n\n<A>하나\n둘</A>\n\n## <A>머리</A>\n\n- <A>가</A>\n\n  <A>나</A>\n\n| <A>다</A> |\n|---|\n\n<A>둘</A>.\n\n<b>굵다</b>", "Quotation:글이다.|Paragraph:{1/}글 {2/}이다{3/}.|Paragraph:하나|Paragraph:{1/}하나{2/} {3/}둘{4/}|Paragraph:하나 둘|Heading:{1/}머리{2/}|ListItem:{1/}가{2/}|ListItem:나|TableCell:{1/}다{2/}|Paragraph:{1/}둘{2/}.|Paragraph:{1/}굵다{2/}", DisplayName = "only one around all of it, on a line of its own")]
    [DataRow("<Icon name=\"x\" /> <Highlight>자세한 **글** [설명](u)</Highlight>", "Paragraph:{1/} {2/}자세한 {3}글{/3} {4}설명{/4}{5/}", DisplayName = "a tag that closes itself before an element to the end of its line")]
    [DataRow("> <Icon /><span>[설명](u)</span>", "Quotation:{1/}{2/}{3}설명{/3}{4/}", DisplayName = "the same in a quotation")]
    [DataRow("<Icon style={{color: \"red\"}} /> 누르려면 <kbd>가</kbd>\n\n- <Badge text={\"새\"} /> 설명 <Badge n=\"x\" />\n\n<Badge {...x} /> **쌀** <br />\n\n<Badge on={() => x} /><Badge t={1} /> 쌀 <b>라</b>\n\n글이다\n<Icon a={{}} /> 글 <b>라</b>\n\n<Icon a={1} /> <Icon b={2} />", "Paragraph:{1/} 누르려면 {2/}가{3/}|ListItem:{1/} 설명 {2/}|Paragraph:{1/} {2}쌀{/2} {3/}|Paragraph:{1/}{2/} 쌀 {3/}라{4/}|Paragraph:글이다 {1/} 글 {2/}라{3/}", DisplayName = "a tag with an expression that begins a line of words, which another tag ends")]
    [DataRow("<Badge t={`a>b ${c} }`} /> 쌀 <b>라</b>\n\n<Badge t={\"}\"} u='/>' /> 쌀 <b>라</b>\n\n글 <Badge t={\"} />\"} u={{a: {b: \"{\"}}} /> 쌀 <b>라</b>\n\n<Badge t={/* } */ 1} /> 쌀 {x}", "Paragraph:{1/} 쌀 {2/}라{3/}|Paragraph:{1/} 쌀 {2/}라{3/}|Paragraph:글 {1/} 쌀 {2/}라{3/}|Paragraph:{1/} 쌀 {2/}", DisplayName = "signs in the strings of a tag's expressions")]
    [DataRow("<hr style={{}} /> **글** 다\n\n<div a={1} /> 글 <b>라</b>\n\n<hr /> **글** 다", "Paragraph:{1}글{/1} 다|Paragraph:글 {1/}라{2/}|Paragraph:{1}글{/1} 다", DisplayName = "words behind an element of a block that holds nothing")]
    [DataRow("> <Icon\n>   name=\"x\"\n> /> 가나\n\n> 글 <a\n>   href=\"u\">링크</a>다\n\n> > <Icon\n> >   n={1}\n> > /> 가 **나**\n\n- > <Icon\n  >   name=\"x\"\n  > /> 가나\n\n> - <Icon\n>     name=\"x\"\n>   /> 가나\n\n> [!NOTE]\n> 글 <a\n>\n> href>", "Quotation:{1/} 가나|Quotation:글 {1/}링크{2/}다|Quotation:{1/} 가 {2}나{/2}|Quotation:{1/} 가나|ListItem:{1/} 가나|Quotation:글 <a|Quotation:href>", DisplayName = "a tag of several lines in a quotation")]
    [DataRow("> <Icon\n>   style={{a: 1}}\n> />\n> 글이다\n\n> <Icon\n>   title=\"제목\"\n> >\n> 글 *하나*다\n> </Icon>\n> 다음\n\n> <Icon\n>   style={{a: 1}}>\n>\n> 글이다\n>\n> </Icon>", "Quotation:글이다|Attribute:제목|Quotation:글 {1}하나{/1}다|Quotation:다음|Quotation:글이다", DisplayName = "one that stands alone there")]
    [DataRow("글이다.\n<Badge t={\"}\"} /> <Icon\n  name=\"x\"\n/> <Badge b={1} />\n다음이다.\n\n> <Icon name=\"x\" /> <Icon\n>   a={1}\n> /><>\n> 글이다.\n\n<Card title=\"가\"><Icon a={1} /></Card>\n글\n\n<Badge a={1} /> <Icon\n  a={1}\n/> 뒤 글", "Paragraph:글이다.|Paragraph:다음이다.|Quotation:글이다.|Attribute:가|Paragraph:글|Paragraph:{1/} {2/} 뒤 글", DisplayName = "a line of several tags, some over lines")]
    [DataRow("## 제목 \\{#my-id}\n\n둘 \\{#b}\n---\n\n- # 셋 \\{#c}\n\n글 \\{#d}", "Heading:제목|Heading:둘|Heading:셋|Paragraph:글 {{#d}}", DisplayName = "the name of a heading, escaped")]
    [DataRow("글 :span[가]{#a}\n\n글 :span[가 [나](u)]{#a .b}\n\n글 :span{#a}\n\n## :b[제목] {#c}\n\n## [제목]{#c}", "Paragraph:글 :span[가]{1/}|Paragraph:글 :span[가 {1}나{/1}]{2/}|Paragraph:글 :span{1/}|Heading::b[제목]|Heading:[제목]", DisplayName = "the name that a directive in a line has")]
    [DataRow("글 $a_1 [글](u) b_2$ 나\n\n$$가 **나**$$", "Paragraph:글 $a_1 {1}글{/1} b_2$ 나|Paragraph:$$가 {1}나{/1}$$", DisplayName = "markup between dollar signs")]
    public void Words_a_reader_sees_are_units_and_expressions_are_codes(string markdown, string units)
    {
        var article = Extract(markdown + "\n\n끝.\n");
        Assert.AreEqual(units, string.Join('|', article.Units.SkipLast(1).Select(u => $"{u.Kind}:{string.Join(" / ", u.Segments.Select(s => s.Source + s.SpaceAfter))}")));
        Assert.AreEqual(article.Text, Weave(article, u => [.. u.Segments.Select(s => s.Source)]));
    }

    [TestMethod]
    public void Marks_between_which_the_parser_would_go_to_and_fro_are_refused_with_their_line()
    {
        var refusal = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("글이다.\n\n   [^1]: [^1]: <A>\n    \t[^1]:    \n"), "a.ko.mdx", new ExtractionOptions("ko")).Refusal;
        Assert.AreEqual("stuck 4", $"{refusal?.Code} {refusal?.Line}");
    }

    [TestMethod]
    [DataRow("Use { brace", "Use \\{ brace")]
    [DataRow("a <1 b <", "a \\<1 b \\<")]
    [DataRow("<> {", "\\<> \\{")]
    [DataRow("a {1+1} b", "a \\{1+1} b")]
    [DataRow("{{ x }} {x} \\{x}", "\\{\\{ x }} \\{x} \\\\\\{x}")]
    [DataRow("{% x %} {#a} { .a }", "\\{% x %} \\{#a} \\{ .a }")]
    [DataRow("import goods are as follows.", "import&#32;goods are as follows.")]
    [DataRow("export const a = 1", "export&#32;const a = 1")]
    public void Words_never_become_code(string words, string woven)
    {
        var article = Extract("글이다.\n\n- 가\n\n| 나 | 다 |\n|--|--|\n| 라 | 마 |\n\n![바](a.png)\n");
        Assert.AreEqual($"{woven}\n\n- {Plain(woven)}\n\n| {Plain(woven)} | {Plain(woven)} |\n|--|--|\n| {Plain(woven)} | {Plain(woven)} |\n\n![{Plain(woven)}](a.png)\n", Weave(article, _ => [Content.Of(words)]));
    }

    [TestMethod]
    public void Words_in_titles_and_values_never_become_code() => Assert.AreEqual(
        "[\\{a} \\<b](u \"&#123;a} <b\")\n\n<Card title=\"&#123;a&#125; &lt;b\" />\n\n<div>\\{a} \\<b</div>\n\n<p>\nimport&#32;\\{a}\n</p>\n",
        Weave(Extract("[가](u \"나\")\n\n<Card title=\"다\" />\n\n<div>라</div>\n\n<p>\n마\n</p>\n"), u => [Content.Of(u.Segments[0].Source.Text == "마" ? "import {a}" : "{a} <b")]));

    [TestMethod]
    public void Between_tags_on_one_line_words_are_Markdown() => Assert.AreEqual(
        "<p>&#96;a \\*b\\* \\_c\\_ \\[x](y) &#126;&#126;z&#126;&#126; \\\\\\*</p>\n",
        Weave(Extract("<p>글</p>\n"), _ => [Content.Of("`a *b* _c_ [x](y) ~~z~~ \\*")]));

    [TestMethod]
    public void An_expression_cannot_be_lost()
    {
        var article = Extract("글 {count > 1 ? \"여럿\" : \"하나\"} 글이다.\n");
        var weaving = MarkdownWeaver.Weave(article, new Dictionary<string, ImmutableArray<Content?>> { [article.Units[0].Id] = [Content.Of("Text.")] }, new WeaveOptions("en"));
        Assert.AreEqual("code-missing", weaving.Findings.Single().Check);
    }

    [TestMethod]
    public void A_bare_address_that_words_touch_is_a_link_that_MDX_knows() =>
        Assert.AreEqual("See [https&#58;//a.kr/b](<https://a.kr/b>)now.\n", Weave(Extract("https://a.kr/b 보라.\n"), u => [new Content([new Inline(InlineKind.Text, "See "), new Inline(InlineKind.Standalone, "1"), new Inline(InlineKind.Text, "now.")])]));

    [TestMethod]
    public void A_typed_address_without_a_dot_hides_no_tag() =>
        Assert.AreEqual("Open http&#58;//localhost:3000/\\<id> now. **x**\n", Weave(Extract("자세한 것은 **새 글**을 보라.\n"), u => [Content.Parse("Open http://localhost:3000/<id> now. {1}x{/1}"), .. u.Segments.Skip(1).Select(_ => Content.Empty)]));

    [TestMethod]
    [DataRow("출처는 [링크](https://e.kr)다.", "来源:韩国银行{1}链接{/1}。", "来源\\:韩国银行[链接](https://e.kr)。")]
    [DataRow("출처는 [링크](https://e.kr)다.", "a:b Source: BOK{1}link{/1}", "a:b Source: BOK[link](https://e.kr)")]
    [DataRow("- 버전은 {name}이다.", "Version:v-2_b{1/} now", "- Version\\:v-2_b{name} now")]
    [DataRow("| 버전 | 나 {name}|\n|--|--|", "a :v{1/}", "| 버전 | a \\:v{name}|\n|--|--|")]
    [DataRow("> 버전은 {name}이다.", "::v{1/} a:b c::d[e]", "> :\\:v{name} a:b c:\\:d[e]")]
    [DataRow("글 {name}[^1]\n\n[^1]: 주", "v:a{1/} 3:30{2/}", "v\\:a{name} 3\\:30[^1]\n\n[^1]: 주")]
    [DataRow("https://e.kr/x 보라", "v:a{1/}b", "v\\:a[https&#58;//e.kr/x](<https://e.kr/x>)b")]
    [DataRow("글 :abbr[한국]{title=\"가\"} {name}", "Text :abbr[Korea]{1/} and v:abbreviated{2/}", "Text :abbr[Korea]{title=\"가\"} and v\\:abbreviated{name}", DisplayName = "the source's own directives stay")]
    [DataRow("글 가\\:v{name}", "Text a:v{1/}", "Text a\\:v{name}", DisplayName = "what the source escapes is none")]
    public void A_colon_before_a_word_and_a_code_begins_no_directive(string markdown, string target, string woven)
    {
        var article = Extract(markdown + "\n");
        var unit = article.Units.First(u => u.Codes.Length > 0);
        Assert.AreEqual(woven + "\n", Weave(article, u => u == unit ? [Content.Parse(target), .. u.Segments.Skip(1).Select(_ => Content.Empty)] : u.Segments.Select(s => s.Source)));
        Assert.AreEqual(article.Text.Replace("\\:v", ":v", StringComparison.Ordinal), Weave(article, u => u.Segments.Select(s => s.Source)).Replace("\\:v", ":v", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("![대체](/a.png \"제목\")", "Photo:AP", "![Photo\\:AP](/a.png \"제목\")")]
    [DataRow("![대체](/a.png)", "At 10:30, a::B", "![At 10\\:30, a:\\:B](/a.png)")]
    [DataRow("![사진:AP][a]\n\n[a]: /a.png", "Photo:AP of :smile: :", "![Photo\\:AP of :smile: :][a]\n\n[a]: /a.png", DisplayName = "a name alone is gone there in any language")]
    [DataRow("![대체 {x}](/a.png)", "a\\:b :c[d] e:f{1/}", "![a\\\\\\:b \\:c[d] e\\:f{x}](/a.png)")]
    [DataRow("![가 :abbr[나]{.x}](/a.png)", "a :abbr[b]{1/}:c", "![a :abbr[b]{.x}\\:c](/a.png)", DisplayName = "the source's own")]
    [DataRow("## 제목 {#a}", "News:AP at 10:30", "## News\\:AP at 10:30 {#a}", DisplayName = "in a heading, names of ASCII")]
    [DataRow("## node:fs 쓰기", "Using node:fs and a:b", "## Using node:fs and a\\:b", DisplayName = "the heading's own")]
    public void A_colon_before_a_word_begins_no_directive_where_its_name_would_be_lost(string markdown, string target, string woven) =>
        Assert.AreEqual(woven + "\n", Weave(Extract(markdown + "\n"), u => [u.Kind == UnitKind.Title ? u.Segments[0].Source : Content.Parse(target)]));

    [TestMethod]
    [DataRow("<Icon style={{color: \"red\"}} /> 쌀 <kbd>가</kbd>\n", "{1/} To save {2/}a{3/}", "<Icon style={{color: \"red\"}} /> To save <kbd>a</kbd>\n")]
    [DataRow("> 글 <a\n>   href=\"u\"\n> >링크</a>다\n", "A {1/}link{2/}", "> A <a\n>   href=\"u\">link</a>\n")]
    [DataRow("> <Icon\r\n>   name=\"x\"\r\n> /> 가나\r\n", "{1/} ab", "> <Icon\r\n>   name=\"x\"\r\n> /> ab\r\n")]
    [DataRow("글 <a\r\n  href=\"u\"\r\n>링크</a>다\n", "A {1/}link{2/}", "A <a\r\n  href=\"u\">link</a>\n", DisplayName = "its last sign begins no quotation")]
    [DataRow("<a\n  href=\"u\"\n>링크</a>다\n", "{1/}link{2/} A", "<a\n  href=\"u\"\n>link</a> A\n", DisplayName = "nor where the tag begins a line")]
    public void Tags_stay_whole_in_words(string source, string target, string woven) => Assert.AreEqual(woven, Weave(Extract(source), _ => [Content.Parse(target)]));

    [TestMethod]
    public void An_escaped_sign_of_a_tag_hides_no_expression() => Assert.AreEqual(
        "a \\<a {name} b\n\n<p style={{color: 'red'}}>\n  x\n</p>\n",
        Weave(Extract("글 {name} 글\n\n<p style={{color: 'red'}}>\n  빨간 글\n</p>\n"), u => [Content.Parse(u.Codes.IsEmpty ? "x" : "a <a {1/} b")]));

    [TestMethod]
    public void An_article_without_a_name_can_be_MDX()
    {
        var bytes = Encoding.UTF8.GetBytes("안녕, {이름}!\n");
        Assert.AreEqual(0, MarkdownExtractor.Extract(bytes, "-", new ExtractionOptions("ko")).Value!.Units[0].Codes.Length);
        Assert.AreEqual(1, MarkdownExtractor.Extract(bytes, "-", new ExtractionOptions("ko") { IsMdx = true }).Value!.Units[0].Codes.Length);
    }

    [TestMethod]
    [DataRow("{")]
    [DataRow("{ ")]
    [DataRow("글 {`${")]
    [DataRow("{'")]
    [DataRow("<a {")]
    [DataRow("<a b={")]
    [DataRow("`{`` ")]
    [DataRow("~~~{\n")]
    [DataRow("\n{\n\n")]
    [DataRow("{{ \"")]
    [DataRow("<a t=\"{{\" ")]
    [DataRow("<a t={` ")]
    [DataRow("> <a\n> ")]
    [DataRow("# a \\{#a ")]
    [DataRow("$가 ")]
    public void Inputs_of_any_length_take_as_long_as_they_are_long(string killer)
    {
        foreach (var end in (string[])["", "}", "}}", "`", ">"])
            Extract("글 " + string.Concat(Enumerable.Repeat(killer, 100_000 / killer.Length)) + end + "\n\n끝.\n");
    }

    [TestMethod]
    [DataRow("<A>녹색</A>은 <b>굵다</b>\n", "{1/}Green{2/} {3/}is bold{4/}", "tags-alone Warn", DisplayName = "tags alone where words were")]
    [DataRow("<A>녹색</A>은 <b>굵다</b>\n", "{1/}Green{2/} is {3/}bold{4/}", "", DisplayName = "words between them")]
    [DataRow("<A>가</A> <B>나</B>\n", "{1/}a{2/} and {3/}b{4/}", "tags-not-alone Warn", DisplayName = "words where tags were alone")]
    [DataRow("<A>가</A> <B>나</B>\n", "{1/}and a{2/} {3/}b{4/}", "", DisplayName = "words between each two")]
    [DataRow("<b>가</b>\n", "{1/}a{2/}.", "", DisplayName = "an element of sentences")]
    [DataRow("- <A>가</A>\n", "{1/}a{2/}.", "", DisplayName = "an item")]
    [DataRow("## <A>가</A>\n", "{1/}a{2/}.", "", DisplayName = "a heading")]
    [DataRow("<A>가</A> **나**\n", "{1/}a{2/} {3}b{/3}", "", DisplayName = "another mark")]
    [DataRow("<A>가</A>는 {이름}\n", "{1/}a is{2/} {3/}", "tags-alone Warn", DisplayName = "an expression is a tag, too")]
    [DataRow("<>글</>\n", "{1/}a{2/}.", "", DisplayName = "a fragment")]
    [DataRow("<b>가</b> <A>나</A>\n", "{1/}a{2/} b {3/}c{4/}", "tags-not-alone Warn", DisplayName = "a component behind an element")]
    [DataRow("- 값 <kbd>책</kbd>이다.\n\n  둘\n", "{1/}all{2/}", "tags-alone Warn", DisplayName = "an item of several paragraphs")]
    [DataRow("> - [ ] 값 <kbd>책</kbd>이다.\n>\n> - 둘\n", "{1/}all{2/}", "tags-alone Warn", DisplayName = "a task in a list with empty lines")]
    [DataRow("- 값 <kbd>책</kbd>이다.\n- 둘\n", "{1/}all{2/}", "", DisplayName = "an item of a list without")]
    [DataRow("- > 값 <kbd>책</kbd>이다.\n- 둘\n", "{1/}all{2/}", "tags-alone Warn", DisplayName = "a quotation in one")]
    [DataRow("- <A>가</A> <B>나</B>\n\n  둘\n", "{1/}a{2/} b {3/}c{4/}", "tags-not-alone Warn", DisplayName = "components in an item of several paragraphs")]
    [DataRow("{/* 말 */} 값 <kbd>책</kbd>이다. {/* 말 */}\r\n", "{1/}all{2/}", "tags-alone Warn", DisplayName = "behind a comment")]
    [DataRow("**값 <kbd>책</kbd>이다.**\n", "{1/}all{2/}", "", DisplayName = "bold, all of it")]
    public void Words_that_leave_their_tags_are_told(string source, string target, string told)
    {
        var article = Extract(source);
        var weaving = MarkdownWeaver.Weave(article, new Dictionary<string, ImmutableArray<Content?>> { [article.Units[0].Id] = [Content.Parse(target)] }, new WeaveOptions("en"));
        Assert.AreEqual(told, string.Join('|', weaving.Findings.Select(f => $"{f.Check} {f.Severity}")), weaving.Text);
    }

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    public void Where_lines_of_tags_would_become_one_block_the_line_is_named(string end)
    {
        var article = Extract($"<A>가</A> <B>나</B>{end}<A>다</A> <B>라</B>{end}");
        var weaving = MarkdownWeaver.Weave(article, new Dictionary<string, ImmutableArray<Content?>> { [article.Units[1].Id] = [Content.Parse("c {1/}d{2/} {3/}e{4/}")] }, new WeaveOptions("en"));
        Assert.AreEqual($"tags-not-alone Block {article.Units[1].Id}", string.Join('|', weaving.Findings.Select(f => $"{f.Check} {f.Severity} {f.UnitId}")));
    }

    /// <summary>Where no statement can stand.</summary>
    private static string Plain(string woven) => woven.Replace("&#32;", " ", StringComparison.Ordinal);

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.mdx", new ExtractionOptions("ko")).Value!;

    [TestMethod]
    [DataRow("글.\n\n<Mermaid chart={`\ngraph TD\n\n  A-->B\n`} />\n\n끝.\n", "글.|끝.")]
    [DataRow("<Tabs items={[\n \"가\",\n\n \"나\",\n]}>\n\n글.\n\n</Tabs>\n", "글.")]
    [DataRow("<Foo\n title=\"제목\"\n\n sub=\"x\"\n/>\n\n글.\n", "제목|글.")]
    [DataRow("<Foo render={() => (\n <div>\n\n한국\n\n </div>\n)} />\n\n뒤.\n", "뒤.")]
    [DataRow("- 항목\n\n  <Foo a={`\n  x\n\n  y\n  `} />\n", "항목")]
    [DataRow("글 <b 글\n\n다른 글 > 끝\n", "글 <b 글|다른 글 > 끝", DisplayName = "in a sentence it is none")]
    public void A_tag_may_have_empty_lines_in_its_values(string text, string words)
    {
        foreach (var written in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace("A-->B", string.Concat(Enumerable.Repeat("A-->B\n\n", 500)), StringComparison.Ordinal) })
        {
            var article = Extract(written);
            Assert.AreEqual(words, string.Join('|', article.Units.Select(u => u.Text)));
            Assert.AreEqual(written.Replace("글", "말", StringComparison.Ordinal).Replace("<b", "\\<b", StringComparison.Ordinal), Weave(article, u => [Content.Of(u.Text.Replace("글", "말", StringComparison.Ordinal))]));
        }
    }

    private static string Weave(Extraction article, Func<Unit, IEnumerable<Content>> words)
    {
        var weaving = MarkdownWeaver.Weave(article, article.Units.ToDictionary(u => u.Id, u => words(u).Select(c => (Content?)c).ToImmutableArray()), new WeaveOptions("en"));
        Assert.IsTrue(weaving.IsSound, string.Join('\n', weaving.Findings));
        return weaving.Text;
    }
}

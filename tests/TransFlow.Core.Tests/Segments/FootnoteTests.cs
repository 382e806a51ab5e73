using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class FootnoteTests
{
    [TestMethod]
    [DataRow("본문이다.[^1]\n\n[^1]: 각주다.\n", "본문이다.{1/}|각주다.", "[^1]")]
    [DataRow("둘이다.[^1][^나]\n\n[^1]: 각주다.\n[^나]: 또 하나다.\n", "둘이다.{1/}{2/}|각주다.|또 하나다.", "[^1] [^나]")]
    [DataRow("놀랍다![^1] 그렇다.\n\n[^1]: 각주다.\n", "놀랍다!{1/}|그렇다.|각주다.", "[^1]")]
    [DataRow("값[^1](그는 말했다)이다.\n\n[^1]: 각주다.\n", "값{1/}(그는 말했다)이다.|각주다.", "[^1]")]
    [DataRow("**굵은[^A]** 글이다.\n\n[^a]: 각주다.\n", "{1}굵은{2/}{/1} 글이다.|각주다.", "** [^A]")]
    [DataRow("[이름[^1]](/a) 글이다.\n\n[^1]: 각주다.\n", "{1}이름{2/}{/1} 글이다.|각주다.", "[ [^1]")]
    [DataRow("하나다.[^1]\n\n[^1]: 첫 줄이다.\n이어지는 줄이다.\n\n    둘째 문단이다.\n\n본문이다.\n", "하나다.{1/}|첫 줄이다.|이어지는 줄이다.|둘째 문단이다.|본문이다.", "[^1]")]
    [DataRow("하나다.[^1] 둘이다.[^1]\n\n[^1]: 앞의 것이다.\n[^1]: 뒤의 것이다.\n", "하나다.{1/}|둘이다.{2/}|앞의 것이다.", "[^1] [^1]")]
    [DataRow("> 하나다.[^1]\n>\n> [^1]: 각주다.\n> 각주가 이어진다.\n>\n> 인용이다.\n\n본문이다.\n", "하나다.{1/}|각주다.|각주가 이어진다.|인용이다.|본문이다.", "[^1]")]
    [DataRow("- 하나다.[^1]\n\n  [^1]: 각주다.\n\n      각주의 둘째 문단이다.\n\n  항목이다.\n- 둘이다.\n", "하나다.{1/}|각주다.|각주의 둘째 문단이다.|항목이다.|둘이다.", "[^1]")]
    [DataRow("하나다.[^1][^2]\n\n> [^1]: 각주다.\n> [^2]: 또 각주다.\n", "하나다.{1/}{2/}|각주다.|또 각주다.", "[^1] [^2]")]
    [DataRow("> - 하나다.[^1]\n>   [^1]: 각주다.\n", "하나다.{1/}|각주다.", "[^1]")]
    [DataRow(":::note\n하나다.[^1]\n\n[^1]: 각주다.\n:::\n", "하나다.{1/}|각주다.", "[^1]")]
    [DataRow("!!! note\n    하나다.[^1]\n\n    [^1]: 각주다.\n", "하나다.{1/}|각주다.", "[^1]")]
    public void A_mark_is_a_code_and_its_note_is_read_where_it_stands(string body, string sentences, string codes)
    {
        var article = Taken(body);
        Assert.AreEqual(sentences, Sentences(article));
        Assert.AreEqual(codes, string.Join(' ', article.Units.SelectMany(u => u.Codes).Select(c => c.Opening)));
        Assert.IsTrue(article.Units.Where(u => u.Text.Contains('각', StringComparison.Ordinal)).All(u => u.Kind == UnitKind.Footnote));
    }

    [TestMethod]
    [DataRow("본문이다.[^없음]\n", "본문이다.[^없음]")]
    [DataRow("글 [미완 글 끝.\n", "글 [미완 글 끝.")]
    [DataRow("그는 [통일부][^1]를 보았다.\n\n[^1]: 각주다.\n", "그는 [통일부]{1/}를 보았다.|각주다.")]
    [DataRow("글 [미완 글[^1] 끝.\n\n[^1]: 각주다.\n", "글 [미완 글{1/} 끝.|각주다.")]
    [DataRow("본문이다.\n\n[^1]: 아무도 보지 않는다.\n", "본문이다.")]
    [DataRow("본문이다.[^1](/a)\n\n[^1]: 아무도 보지 않는다.\n", "본문이다.{1}^1{/1}")]
    [DataRow("> 본문이다.\n>\n> [^1]: 아무도 보지 않는다.\n", "본문이다.")]
    [DataRow("본문이다.\\[^1]\n\n[^1]: 아무도 보지 않는다.\n", "본문이다.[^1]")]
    [DataRow("본문이다.`[^1]`\n\n[^1]: 아무도 보지 않는다.\n", "본문이다.{1/}")]
    [DataRow("본문이다.\n\n    [^1]: 코드다.\n", "본문이다.")]
    public void What_is_no_mark_is_as_it_was_written_and_a_note_that_no_mark_names_is_read_by_nobody(string body, string sentences) =>
        Assert.AreEqual(sentences, Sentences(Taken(body)));

    [TestMethod]
    [DataRow("끝났다.<sup>1</sup> 그러나 없다.", "끝났다.{1/}1{2/}|그러나 없다.")]
    [DataRow("끝났다.<SUP>[1]</SUP> 그러나 없다.", "끝났다.{1/}[1]{2/}|그러나 없다.")]
    [DataRow("끝났다.<sup>1, 2</sup> 그러나 없다.", "끝났다.{1/}1, 2{2/}|그러나 없다.")]
    [DataRow("끝났다.<sup>1</sup><sup>2</sup> 그러나 없다.", "끝났다.{1/}1{2/}{3/}2{4/}|그러나 없다.")]
    [DataRow("끝났다.<sup>*</sup> 그러나 없다.", "끝났다.{1/}*{2/}|그러나 없다.")]
    [DataRow("끝났다.<sup><a href=\"#f1\">1</a></sup> 그러나 없다.", "끝났다.{1/}{2/}1{3/}{4/}|그러나 없다.")]
    [DataRow("끝났다.[<sup>1</sup>](#fn1) 그러나 없다.", "끝났다.{1}{2/}1{3/}{/1}|그러나 없다.")]
    [DataRow("끝났다.<a href=\"#f1\">1)</a> 그러나 없다.", "끝났다.{1/}1){2/}|그러나 없다.")]
    [DataRow("끝났다.[1](#fn1) 그러나 없다.", "끝났다.{1}1{/1}|그러나 없다.")]
    [DataRow("끝났다.[주 1](#fn1)\r\n그러나 없다.", "끝났다.{1}주 1{/1}|그러나 없다.")]
    [DataRow("“끝났다.”<sup>1</sup> 그러나 없다.", "“끝났다.”{1/}1{2/}|그러나 없다.")]
    [DataRow("“끝났다.<sup>1</sup>” 그러나 없다.", "“끝났다.{1/}1{2/}”|그러나 없다.")]
    [DataRow("> - 끝났다.<sup>1</sup>\n>   그러나 없다.", "끝났다.{1/}1{2/}|그러나 없다.")]
    [DataRow("<p>끝났다.<sup>1</sup> 그러나 없다.</p>", "끝났다.{1/}1{2/}|그러나 없다.")]
    [DataRow("값은 5.<sup>99</sup> 이다.", "값은 5.{1/}99{2/} 이다.")]
    [DataRow("끝났다.[3](u)명이 왔다.", "끝났다.|{1}3{/1}명이 왔다.")]
    [DataRow("끝났다.[2018](u) 그러나", "끝났다.|{1}2018{/1} 그러나")]
    [DataRow("끝났다.<b>그러나</b> 없다.", "끝났다.|{1/}그러나{2/} 없다.")]
    [DataRow("“끝났다.”<b>라고</b> 했다.", "“끝났다.”{1/}라고{2/} 했다.")]
    public void Marks_that_are_written_with_tags_or_links_belong_to_the_sentence_before_them(string body, string sentences) =>
        Assert.AreEqual(sentences, Sentences(Taken(body + "\n")));

    private static Extraction Taken(string body) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(body), "a.ko.md", new ExtractionOptions("ko")).Value!;

    private static string Sentences(Extraction article) => string.Join('|', article.Units.SelectMany(u => u.Segments).Select(s => s.Source.ToString()));
}

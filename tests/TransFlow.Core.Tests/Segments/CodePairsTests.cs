using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Codes that belong together for browsers and site generators keep their order and stand in one another rightly; whatever is harmless is free.</summary>
[TestClass]
public sealed class CodePairsTests
{
    private const string Liquid = "앞 {% if a %}가{% elsif b %}나{% else %}다{% endif %} 뒤 {{ x }} 끝";

    [TestMethod]
    [DataRow(Liquid, "a {1/}b{2/}c{3/}d{4/} e {5/}", true, DisplayName = "as in the source")]
    [DataRow(Liquid, "{5/} a {1/}b{2/}c{3/}d{4/} e", true, DisplayName = "a value goes anywhere")]
    [DataRow(Liquid, "a {4/}b{2/}c{3/}d{1/} e {5/}", false, DisplayName = "an end before its beginning")]
    [DataRow(Liquid, "a {2/}{1/}b c{3/}d{4/} e {5/}", false, DisplayName = "another case outside")]
    [DataRow(Liquid, "a {1/}b{3/}c{2/}d{4/} e {5/}", false, DisplayName = "the cases in another order")]
    [DataRow("가 {{< b >}}나{{< /b >}} 다 {{< c >}}라{{< /c >}} 마", "{3/}a{4/} b {1/}c{2/} d", true, DisplayName = "shortcodes change places as they like")]
    [DataRow("가 {{< b >}}나{{< /b >}} 다 {{< c >}}라{{< /c >}} 마", "{1/}a{3/} b {2/}c{4/} d", false, DisplayName = "shortcodes across one another")]
    [DataRow("가 {{< b >}}나{{< /b >}} 다 {{< c >}}라{{< /c >}} 마", "x {2/}a{1/} b {3/}c{4/} d", false, DisplayName = "a shortcode the wrong way round")]
    [DataRow("가 {{< b >}}나{{</ b >}} 다 {{% c %}}라{{% / c %}} 마", "x {2/}a{1/} b {3/}c{4/} d", false, DisplayName = "the wrong way round, with blanks behind the stroke")]
    [DataRow("가 {{< b >}}나{{</ b >}} 다 {{% c %}}라{{% / c %}} 마", "{3/}a{4/} b {1/}c{2/} d", true, DisplayName = "the right way round, with blanks behind the stroke")]
    [DataRow("가 {{< b / >}}나{{< /b >}} 다", "x {2/}a{1/} b", true, DisplayName = "what closes itself has no other half, blanks or not")]
    [DataRow("가 {{< b >}}나 {{< /c >}} 다", "x {2/}a{1/} b", true, DisplayName = "what is no pair in the source is none")]
    [DataRow("가 <b>나</b> 다<br>라", "{2/}a{1/} b{3/}c", false, DisplayName = "HTML")]
    [DataRow("가 <Tab x={1}>나</Tab> <Tab />다", "x {2/}a{1/} b{3/}c", false, DisplayName = "JSX")]
    [DataRow("<div>\n가 <a href=\"u\">나</a> <b>다</b> 라\n</div>", "x {2/}a{1/} b{3/}c{4/}", false, DisplayName = "in a block of HTML")]
    [DataRow("<div>\n가 <a href=\"u\">나</a> <b>다</b> 라\n</div>", "x {3/}a{1/} b{2/}c{4/}", true, DisplayName = "one within the other")]
    [DataRow("가 **나** <b>다</b> 라", "x {1}a{2/} b{/1}c{3/} d", false, DisplayName = "across emphasis")]
    [DataRow("가 **나 <b>다** 라</b> 마", "x {1}a{2/} b{/1}c{3/} d", true, DisplayName = "across emphasis, as in the source")]
    public void Pairs_keep_their_order(string markdown, string target, bool holds)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown + "\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var unit = source.Units[0];
        var woven = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [unit.Id] = [Content.Parse(target), .. Enumerable.Repeat<Content?>(Content.Empty, unit.Segments.Length - 1)] }, new WeaveOptions("en"));
        Assert.AreEqual(holds ? "" : "code-nesting", string.Join(',', woven.Findings.Select(f => f.Check)), $"{woven.Text} {string.Join('\n', woven.Findings)}");
    }

    [TestMethod]
    [DataRow("자세한 것은 <a href=\"/x\">이 글</a>을 보라.", "See {1/}this{2/}.", "")]
    [DataRow("자세한 것은 <a href=\"/x\">이 글</a>을 보라.", "See this.{1/}{2/}", "1")]
    [DataRow("자세한 것은 <a href=\"/x\">이 글</a>을 보라.", "See {1/} {2/} this.", "1", DisplayName = "a blank is nothing to see")]
    [DataRow("<a href=\"/x\"><b>이</b> 글</a>을 보라.", "See {1/}{2/}{3/}{4/}this.", "2,1", DisplayName = "one within the other")]
    [DataRow("<a href=\"/x\"><b>이</b> 글</a>을 보라.", "See {1/}this{2/}{3/}{4/}.", "2", DisplayName = "the inner one alone")]
    [DataRow("<a href=\"/x\">**이** 글</a>을 보라.", "See {1/}{2}{/2}{3/}this.", "1", DisplayName = "with marks around nothing")]
    [DataRow("<a href=\"/x\">**이** 글</a>을 보라.", "See {2}{1/}{/2}{3/}this.", "1", DisplayName = "across marks")]
    [DataRow("이 <a href=\"/x\">{{ x }} 글</a>을 보라.", "See this {1/}{2/}{3/}.", "", DisplayName = "a value is something to see")]
    [DataRow("이 <i class=\"icon\"></i> 글 <a href=\"/x\">![](a.png)</a>을 보라.", "See this {1/}{2/} {3/}{5/}{4/}.", "", DisplayName = "where the source has no words")]
    [DataRow("글 {{< hl >}}쌀값{{</ hl >}} [b]말[/b] <br> 끝", "Word {1/}{2/} {3/}{4/}{5/} word", "1,3", DisplayName = "shortcodes")]
    [DataRow("글 {% if a %}가{% else %}나{% endif %} 끝", "Word {1/}{2/}a or b{3/} end", "1", DisplayName = "one case of several")]
    [DataRow("글 <b>가</b> <br> 나<br>다", "Word {3/}{4/} {1/}a{2/} b", "", DisplayName = "what is no pair")]
    public void Pairs_from_which_the_words_were_taken_are_told(string markdown, string target, string codes)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown + "\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var unit = source.Units[0];
        var woven = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [unit.Id] = [Content.Parse(target)] }, new WeaveOptions("en"));
        Assert.AreEqual(codes, string.Join(',', woven.Findings.Where(f => f.Check == "code-empty").Select(f => f.Message.Split('{', '}')[1])), $"{woven.Text} {string.Join('\n', woven.Findings)}");
    }
}

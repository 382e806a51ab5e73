namespace TransFlow.Core.Tests.Segments;

/// <summary>The words of a unit in one line, as tables show them.</summary>
[TestClass]
public sealed class UnitLineTests
{
    [TestMethod]
    [DataRow("첫 줄  \n둘째 **줄**이다. 끝이다.\n", "첫 줄 둘째 줄이다. 끝이다.")]
    [DataRow("첫 줄<br>둘째[^1] 줄\n\n[^1]: 각주.\n", "첫 줄 둘째 줄")]
    public void Where_a_line_ends_in_a_unit_there_is_a_blank(string text, string line) => Assert.AreEqual(line, ProvingGround.Extract(text)!.Units[0].Line);

    /// <summary>Bars stand between sentences, and between units.</summary>
    [TestMethod]
    [DataRow("### <mark>1. 커스텀 훅</mark>\n", "1. 커스텀 훅")]
    [DataRow("<b>1. 배경</b> 글이다. 끝이다.\n", "1. 배경 글이다.|끝이다.")]
    [DataRow("<b>1</b>. 배경 글이다. 끝이다.\n", "1. 배경 글이다.|끝이다.")]
    [DataRow("<b>1.</b> 배경 글이다. 끝이다.\n", "1. 배경 글이다.|끝이다.")]
    [DataRow("<p><b>1. 배경</b></p>\n", "1. 배경")]
    [DataRow("> <b>2. 결과</b>\r\n", "2. 결과")]
    [DataRow("| <b>1. 배경</b> |\n|--|\n| <i>나. 결과</i> |\n", "1. 배경|나. 결과")]
    [DataRow("- <a id=\"x\"></a>1. 배경", "1. 배경")]
    [DataRow("**<b>1. 배경</b>** 글\n", "1. 배경 글")]
    [DataRow("<span>가. 항목이다</span>\n", "가. 항목이다")]
    [DataRow("<b>제1.</b> 총칙\n", "제1. 총칙")]
    [DataRow("글<br><b>1. 배경</b>\n", "글|1. 배경")]
    [DataRow("{{< x >}}1. 배경 글\n", "1. 배경 글")]
    [DataRow("{{< param n >}}다. 둘째 글.\n", "다.|둘째 글.")]
    [DataRow("`x` 1. 배경이다.\n", " 1.|배경이다.")]
    [DataRow("<b>갔다.</b> 끝이다.\n", "갔다.|끝이다.")]
    public void A_list_mark_behind_nothing_but_tags_is_at_the_start(string text, string sentences) =>
        Assert.AreEqual(sentences, string.Join('|', ProvingGround.Extract(text)!.Units.SelectMany(u => u.Segments).Select(s => s.Source.Text)));
}

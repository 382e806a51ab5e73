using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Words in tags that readers may see and that stay are told.</summary>
[TestClass]
public sealed class KeptInTagsTests
{
    [TestMethod]
    [DataRow("{% assign x = \"말\" %}\n\n{{ \"글 하나\" | upcase }} {{ y | default: '없음' }}", "말|글 하나|없음")]
    [DataRow("{% render \"card\", title: \"글 하나\", id: \"a\" %}{%- include 'b', text: '말' -%}{% echo \"메아리\" %}{% cycle \"홀\", \"짝\" %}{% cycle \"무리\": \"하나\", 'b', '둘' %}", "글 하나|말|메아리|홀|짝|하나|둘")]
    [DataRow("{% assign x = \"a\" %}{% assign y = z %}{% if a == '말' %}{% endif %}{% include 말.html %}{% link 말.md %}{{ site.말 }}", "")]
    [DataRow("누른다 {{< kbd 키 >}} {{% x \"말\" 둘 %}} {{< y 셋 넷=다섯 z=\"여섯 일곱\" >}}{{< /y >}}", "키|둘|셋")]
    [DataRow("{{< img 사진/쌀.png >}} {{< ref \"말.md\" >}} {{< x name=값 >}} {{< /말 >}}", "")]
    [DataRow("[su_spoiler title=펼침 category=뉴스 icon=\"가\"]글[/su_spoiler] [tip 설명 \"둘 셋\" a/글.png]말[/tip] [color=붉은색]글[/color] [서울=뉴스1] [[노트 이름|말]] [x 넷]", "펼침|설명|둘 셋|붉은색")]
    [DataRow("<Tabs>\n<TabItem value=\"사과\">가</TabItem>\n<TabItem value=\"배\" label=\"배나무\">나</TabItem>\n<TabItem value=\"x\">나</TabItem>\n</Tabs>", "사과", true)]
    [DataRow("::: code-group\n\n```sh [설치 방법]\nx\n```\n\n```sh [a.sh]\nx\n```\n\n:::", "설치 방법")]
    [DataRow("```\n{% assign x = \"말\" %}\n{{< kbd 키 >}}\n<TabItem value=\"사과\">\n```\n\n`{{ \"말\" }}`", "")]
    public void Words_in_tags_that_stay_are_told(string body, string told, bool isMdx = false)
    {
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"글이다.\n\n{body}\n"), isMdx ? "a.ko.mdx" : "a.ko.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual(told, string.Join('|', article.Findings.Select(f => f.Message.Split(':')[0])));
    }
}

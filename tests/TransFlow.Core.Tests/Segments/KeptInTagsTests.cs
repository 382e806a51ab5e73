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
    [DataRow("{{< figure src=/a.jpg title=쌀값 caption=평양 class=가 >}} {{< quote author=\"a\" by=김 >}}", "쌀값|평양|김")]
    [DataRow("{{ d | date: \"%Y년\" }} {{ p | append: \"원\" | prepend: '총 ' }} {{ t | join: \"와 \" }} {{ x | replace: \"말\", \"글\" }} {{ y | where: \"kind\", \"사설\" }}", "%Y년|원|총 |와 |글")]
    [DataRow("{% include a.html category=\"경제\" group=묶음 id=\"가\" %} {{< book format=\"양장\" section=\"사회\" heading=\"제목\" >}} {{< posts category=\"정치\" >}} [display-posts category=\"정치\"]", "경제|묶음|양장|사회")]
    [DataRow("{{< highlight go >}}\n// 주석 말\n{{< /highlight >}}\n\n{{< mermaid >}}\nA[쌀값] -- 오름 --> B(시장)\n{{< /mermaid >}}\n\n<!-- {{< kbd 셋 >}} -->\n\n``x {{< kbd 하나 >}}`` `앞 {{< kbd 둘 >}} 뒤`", "")]
    [DataRow("{{< csvtable >}}\n이름,값\n쌀,5\n{{< /csvtable >}}\n\n{% codeblock 예제 lang:js %}\n말\n{% endcodeblock %}", "이름,값|예제")]
    [DataRow("{{< prices >}}\nitem,price\n쌀,1\n밀,2\n{{< /prices >}}\n\n[rows_y]\n이름\t값\n가\t2\n[/rows_y]\n\n{% own %}\nsize: 9\nname: 이름\n{% endown %}\n\n{{< own >}}\n{\"값\": 1}\n{{< /own >}}\n\n{{< echarts >}}\n{\"값\": 2}\n{{< /echarts >}}\n\n{{< tab name=\"a\" lang=\"go\" >}}\n// 말\n{{< /tab >}}", "쌀,1|이름\t값|name|{\"값\"")]
    [DataRow("{{< quote >}}\nRoses,violets\nSugar,you\n{{< /quote >}}\n\n[x_y]\n{\"labels\": [\"a\"]}\n[/x_y]\n\n{% own %}\n1,2\n3,4\n{% endown %}\n\n> {% own %}\n> size,b.png\n> 1,2\n> {% endown %}\n\n{{< csvtable >}}\nitem,price\n{{< /csvtable >}}\n\n{{< own >}}{\"kind\": \"a long value of sixty characters or some more\", \"x\": \"가\"}{{< /own >}}", "Roses,violets|{\"labels\"|size,b.png|item,price|{\"kind\"")]
    [DataRow("{{< tabpane lang=\"yaml\" >}}\n{{< tab >}}\nkind: Pod\nname: x\n{{< /tab >}}\n{{< /tabpane >}}\n\n{{< tab >}}\nkind: Pod\nname: x\n{{< /tab >}}\n\n{{ site.url }}/path https://a.b/{{< x >}}/path {{< card code=true >}}\na: b\nc: d\n{{< /card >}}", "kind")]
    [DataRow("<!-->\n\n<!--more 계속 읽기-->\n\n<!-- wp:search {\"label\":\"찾기\",\"className\":\"강조\",\"metadata\":{\"name\":\"묶음\"},\"buttonText\":\"찾는 \\\"말\\\"\",\"slug\":\"a\"} /-->\n\n<!-- wp:paragraph -->\n\n<!-- 감춘 말 {\"label\":\"말\"} -->\n\n`<!--more 말-->`\n\n```\n<!--more 글-->\n```", "계속 읽기|찾기|찾는 \\\"말\\\"")]
    [DataRow("{% raw %}{{ 괄호 속 }} {% 태그 %}{% endraw %} {{ 밖 }}", "괄호 속|태그")]
    [DataRow("{{ books(section=\"사회\",format='양장', id=\"가\") }} {% book(section=\"경제\") %}글{% end %} {{ x | own(section=\"말\") }}", "사회|양장|경제")]
    [DataRow("{% assign x = \"a\" %}{% assign y = z %}{% if a == '말' %}{% endif %}{% include 말.html %}{% link 말.md %}{{ site.말 }}", "")]
    [DataRow("누른다 {{< kbd 키 >}} {{% x \"말\" 둘 %}} {{< y 셋 넷=다섯 z=\"여섯 일곱\" >}}{{< /y >}}", "키|둘|셋")]
    [DataRow("{{< img 사진/쌀.png >}} {{< ref \"말.md\" >}} {{< x id=값 >}} {{< /말 >}} {{</ 말 >}}", "")]
    [DataRow("[su_spoiler title=펼침 category=뉴스 icon=\"가\"]글[/su_spoiler] [tip 설명 \"둘 셋\" a/글.png]말[/tip] [color=붉은색]글[/color] [서울=뉴스1] [[노트 이름|말]] [x 넷]", "펼침|설명|둘 셋|붉은색")]
    [DataRow("<Tabs>\n<TabItem value=\"사과\">가</TabItem>\n<TabItem value=\"배\" label=\"배나무\">나</TabItem>\n<TabItem value=\"x\">나</TabItem>\n</Tabs>", "사과", true)]
    [DataRow("{{\na: \"나\"\n\n}}\n\n<TabItem value=\"배\">가</TabItem>", "배", true)]
    [DataRow("::: code-group\n\n```sh [설치 방법]\nx\n```\n\n```sh [a.sh]\nx\n```\n\n:::", "설치 방법")]
    [DataRow("```\n{% assign x = \"말\" %}\n{{< kbd 키 >}}\n<TabItem value=\"사과\">\n```\n\n`{{ \"말\" }}`", "")]
    [DataRow("식 $\\text{매출} = p_{평균}$이다. $v_{평균} = \\alpha \\hat{é} ℝ_ℓ$\n\n$$\n\\text{총 합계 1} + \\text{총 합계 a원} % 주석\n\\label{식:합} \\tag{цена}\n$$\n\n> $$\n> 속도 = x_1\n> $$", "매출|평균|총 합계|총 합계 a원|цена|속도", DisplayName = "in formulas")]
    [DataRow("`$p_{평균}$` 값은 $5, 말 $6\n\n```latex\n$\\text{매출}$\n```\n\n<!-- $p_{평균}$ -->\n\n$x_1 = \\beta$ {{< x >}}", "", DisplayName = "formulas in code and comments, and ones without words")]
    public void Words_in_tags_that_stay_are_told(string body, string told, bool isMdx = false)
    {
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"글이다.\n\n{body}\n"), isMdx ? "a.ko.mdx" : "a.ko.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual(told, string.Join('|', article.Findings.Select(f => f.Message.Split(':')[0])));
    }
}

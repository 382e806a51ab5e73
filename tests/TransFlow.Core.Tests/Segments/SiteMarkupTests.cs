using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Words among what only a site generator understands: what a reader sees is a unit, once; what no reader sees is none.</summary>
[TestClass]
public sealed class SiteMarkupTests
{
    [TestMethod]
    [DataRow("!!! 경고\n    가.\n\n??? 경고 둘\n    나.\n\n!!! 주의\n    다.\n", "경고|주의", DisplayName = "each once")]
    [DataRow("!!! note 제목\n    가.\n\n!!! 경고 \"제목\"\n    나.\n\n!!! 주의 \"\"\n    다.\n", "", DisplayName = "those that nobody sees, or that are the same in every language")]
    public void Kinds_that_readers_see_above_boxes_are_told(string markdown, string kinds) =>
        Assert.AreEqual(kinds, string.Join('|', Extract(markdown).Findings.Select(f => f.Message[..f.Message.IndexOf(':', StringComparison.Ordinal)])));

    [TestMethod]
    [DataRow("import 가 from './나'\nimport {\n  다,\n} from \"라\";\nimport '마.css'", "", DisplayName = "modules taken")]
    [DataRow("export const 가 = {\n  나: '다',\n\n  라: [1],\n};\n\n글이다.", "Paragraph:글이다.", DisplayName = "values given, with an empty line in them")]
    [DataRow("export default function Page({children}) {\n  return <b>가</b>;\n}", "", DisplayName = "a function given")]
    [DataRow("import 관세는 오르고 export 는 내렸다.", "Paragraph:import 관세는 오르고 export 는 내렸다.", DisplayName = "words that are no statement")]
    [DataRow("{/* 감춘\n\n말 */}\n\n앞 {/* 감춘 말 */} 뒤", "Paragraph:앞 {1/} 뒤", DisplayName = "comments of MDX")]
    [DataRow("{user.name}님이 {count}개를 {not a name} 했다.", "Paragraph:{1/}님이 {2/}개를 {{not a name}} 했다.", DisplayName = "names of values")]
    [DataRow("{{ site.title }}에 왔다. {{ page.date }}", "Paragraph:{1/}에 왔다.", DisplayName = "a value is a part of the word that it touches, and of no other")]
    [DataRow("{{< term text=\"용어\" >}}를 본다. {{% raw %}}날것{{% /raw %}}\n\n{{< box >}}글이다.{{< /box >}}", "Paragraph:{1/}를 본다.  / {2/}날것{3/}|Attribute:용어|Paragraph:글이다.", DisplayName = "so is a term, but no tag around words")]
    [DataRow("{{< timelineItem icon=\"github\" header=\"머리글\" badge=\"배지\" subheader=\"부제 글\" >}}\n글이다.\n{{< /timelineItem >}}\n\n{{< card image=\"열쇠\" >}}", "Attribute:머리글|Attribute:배지|Attribute:부제 글|Paragraph:글이다.", DisplayName = "a timeline")]
    [DataRow("{{< hl >}}쌀값{{< /hl >}}과 {{< hl >}}기름값{{< /hl >}}이 올랐다.\n\n{{< button href=\"/a\" >}}더 보기{{< /button >}} 단추다.\n\n{% if a %}글{% else %}말{% endif %} 이다.\n\n글 {% if a %}가{% endif %}\n\n[b]쌀값[/b]이 올랐다.\n\n{{< a >}}{{< b >}}글{{< /b >}} 말{{< /a >}}", "Paragraph:{1/}쌀값{2/}과 {3/}기름값{4/}이 올랐다.|Paragraph:{1/}더 보기{2/} 단추다.|Paragraph:{1/}글{2/}말{3/} 이다.|Paragraph:글 {1/}가{2/}|Paragraph:{1/}쌀값{2/}이 올랐다.|Paragraph:{1/}글{2/} 말", DisplayName = "both halves of a pair, or none")]
    [DataRow("![그림](/assets/화면 2023-05-01 오후 3.24.10.png)\n\n[문서](files/보고서 최종 (4).pdf \"제목\")다. [말](서울 연합) [글](기자 a@b.kr) [말](국토부 보도자료.pdf)이다.", "ImageAlt:그림|Paragraph:{1}문서{/1}다.  / [말](서울 연합) [글](기자 a@b.kr) [말](국토부 보도자료.pdf)이다.|Title:제목", DisplayName = "blanks in addresses")]
    [DataRow("@[card](https://a.b/c)\n\n:::message alert\n글이다.\n:::\n\n:::note warn\n둘이다.\n:::\n\n:::details 제목\n@[말](a) 글이다.\n:::", "Paragraph:글이다.|Paragraph:둘이다.|Title:제목|Paragraph:@{1}말{/1} 글이다.", DisplayName = "what Zenn puts in, and how its boxes look")]
    [DataRow("{{< columns >}}\n왼쪽이다.\n<--->\n가운데다.\n\n<---> <!-- 끝 -->\n\n오른쪽 <---> 끝.\n{{< /columns >}}", "Paragraph:왼쪽이다.|Paragraph:가운데다.|Paragraph:오른쪽 <---> 끝.", DisplayName = "the sign that parts columns")]
    [DataRow("- 가\n- 나\n^\n- 다\n\n{{ page.author }}, 기자\n\n글이다. {{ x }}", "ListItem:가|ListItem:나|ListItem:다|Paragraph:{1/}, 기자|Paragraph:글이다.", DisplayName = "the sign with which kramdown ends a block, and a value before a comma")]
    [DataRow("<Tabs values={[{label: '가'}]} label=\"나\">\n\n글이다.\n\n</Tabs>", "Attribute:나|Paragraph:글이다.", DisplayName = "a tag with an expression in a paragraph of its own")]
    [DataRow("앞 <Mark color={a > b} title=\"뜻\">말</Mark> 뒤", "Paragraph:앞 {1/}말{2/} 뒤|Attribute:뜻", DisplayName = "a tag with an expression in a sentence")]
    [DataRow("{% highlight ruby %}\n# 가\n\n나\n{% endhighlight %}", "", DisplayName = "code between tags of Liquid")]
    [DataRow("{{< mermaid >}}\ngraph TD\n  A[가] --> B\n{{< /mermaid >}}\n\n글이다.", "Paragraph:글이다.", DisplayName = "a drawing between shortcodes")]
    [DataRow("{{< echarts >}}\n{ \"title\": \"그림\" }\n{{< /echarts >}}\n\n{{% own %}}\n[\n  {\"값\": 1}\n]\n{{% /own %}}\n\n{{< js >}}\nx = \"{{< /json >}}가\"\n{{< /js >}}\n\n{{< note >}}{{< b >}}굵은{{< /b >}} 글이다.{{< /note >}}", "Paragraph:{1/}굵은{2/} 글이다.", DisplayName = "data and scripts between shortcodes")]
    [DataRow("{% player %}\n{ \"title\": \"노래\" }\n{% endplayer %}\n\n{{< notice >}}\n{ \"a\": 1 }처럼 쓴 글이다.\n{{< /notice >}}", "Paragraph:{{ \"a\": 1 }}처럼 쓴 글이다.", DisplayName = "data between tags of Liquid, and words behind data")]
    [DataRow("{{< prices >}}\n이름,값\n쌀,1\n밀,\n{{< /prices >}}\n\n{{< prices >}}\n이름,값\n\"쌀, 밀\",1,200\n{{< /prices >}}\n\n{{% rows %}}\n이름,값,말\n\n쌀,\"1,200\",\"가, 나\"\n밀,2,\n{{% /rows %}}\n\n{% rows %}\n이름\t값\t말\n쌀\t\t글이다.\n{% endrows %}\n\n{{< x >}}가,나\r\n1,2{{< /x >}}", "Paragraph:이름,값 \"쌀, 밀\",1,200", DisplayName = "rows of values between tags, and what is none")]
    [DataRow("{{< cards >}}\n- name: 값\n  label: 라벨\n- name: 둘\n  href: https://a.b/c\n{{< /cards >}}\n\n{{< plot >}}\ntitle: 쌀값\n\ndata:\n  - 가: 1\n  - 나: 2\nseries:\n- 다\ntext: |\n  글이다.\n{{< /plot >}}\n\n{% own %}\na: 가\nb_c-D: 나\n{% endown %}", "", DisplayName = "YAML between tags")]
    [DataRow("{{< box >}}\n쌀값이 오르고, 밀값이 내렸다.\n콩값은, 그대로다.\n{{< /box >}}\n\n{{< box >}}\n쌀,밀\n{{< /box >}}\n\n{{< box >}}\n네,올랐다.\n네,내렸다.\n{{< /box >}}\n\n{{< box >}}\n가시는 걸음,\n놓인 그 꽃,\n{{< /box >}}\n\n{{< box >}}\n쌀은 1,200원\n밀은 2,500원\n{{< /box >}}\n\n{{< box >}}\n- 쌀,밀\n- 콩,팥\n{{< /box >}}\n\n{{< box >}}\n1.\t쌀\n2.\t밀\n{{< /box >}}\n\n{{< box >}}\n\t쌀\n\t밀\n{{< /box >}}\n\n{{< box >}}\n# 쌀,밀\n> 콩,팥\n{{< /box >}}\n\n{{< box >}}\n쌀,밀\n\n콩\n{{< /box >}}\n\n{{< box >}}\n쌀,밀\n{{< b >}}콩,팥{{< /b >}}\n{{< /box >}}", "Paragraph:쌀값이 오르고, 밀값이 내렸다.  / 콩값은, 그대로다.|Paragraph:쌀,밀|Paragraph:네,올랐다.  / 네,내렸다.|Paragraph:가시는 걸음, 놓인 그 꽃,|Paragraph:쌀은 1,200원 밀은 2,500원|ListItem:쌀,밀|ListItem:콩,팥|ListItem:쌀|ListItem:밀|Paragraph:쌀 밀|Heading:쌀,밀|Quotation:콩,팥|Paragraph:쌀,밀|Paragraph:콩|Paragraph:쌀,밀 {1/}콩,팥{2/}", DisplayName = "sentences, verses and lists between tags, which are no rows")]
    [DataRow("{{< box >}}\n이름: 쌀\n값: 둘\n{{< /box >}}\n\n{{< box >}}\nnote: 글이다.\n{{< /box >}}\n\n{{< box >}}\nQ: 올랐나?\nA: 올랐다.\n{{< /box >}}\n\n{{< box >}}\n- 쌀\n- 밀\n{{< /box >}}\n\n{{< box >}}\na: 쌀\nb: 밀\n- 콩\n{{< /box >}}\n\n{{< box >}}\n쌀\n:   밥이 된다.\n{{< /box >}}\n\n{{< box >}}\na:가\nb:나\n{{< /box >}}", "Paragraph:이름: 쌀 값: 둘|Paragraph:note: 글이다.|Paragraph:Q: 올랐나?  / A: 올랐다.|ListItem:쌀|ListItem:밀|Paragraph:a: 쌀 b: 밀|ListItem:콩|Definition:쌀|Definition:밥이 된다.|Paragraph:a:가 b:나", DisplayName = "words before colons, which are no YAML")]
    [DataRow("[chart_x type=\"bar\" title=\"쌀값\"]{\"labels\": [\"가\", \"나\"], \"x_y\": [1, 2]}[/chart_x]\n\n[chart_y]\n{\n  \"labels\": [\"가\", \"나\"]\n}\n[/chart_y]\n\n글 [csv_z]\n이름,값\n가_1,1\n[/csv_z]\n\n[tsv]\n이름\t값\n가\t1\n[/tsv]\n\n[yml a=\"1\"]\ntitle: 가\n\nkinds: [나]\n[/yml]\n\n[box]\n글,말\n[/box]\n\n[box]이름: 가\n값: 나[/box] \\[box]\na: 가\nb: 나\n[/box]", "Attribute:쌀값|Paragraph:글|Paragraph:글,말|Paragraph:{1/}이름: 가 값: 나{2/} {3/} a: 가 b: 나", DisplayName = "data between shortcodes of WordPress")]
    [DataRow("{{< box >}}\nRoses are red,violets are blue\nSugar is sweet,and so are you\n{{< /box >}}\n\n{{< box >}}\n床前明月光,疑是地上霜\n举头望明月,低头思故乡\n{{< /box >}}\n\n{{< box >}}\nKim said,\"I will go.\"\nLee said,\"I stay.\"\n{{< /box >}}\n\n{{< box >}}\n그래,알았다\n그런데 말이야,나는 오늘 집에 갈 수가 없어\n{{< /box >}}\n\n{{< box >}}\n그래,알았다\n아니,싫다.\n{{< /box >}}\n\n{{< box >}}\n그래,알았다\n놓인 그 꽃,\n{{< /box >}}\n\n{{< box >}}\n우리 왔다,너희 봤다,모두 이겼다\n그들 갔다,나는 졌다,아무도 없다\n{{< /box >}}\n\n{{< box >}}\n작년에 쌀이 1,200원,밀은 싸다\n올해에 쌀이 2,500원,밀도 비싸다\n{{< /box >}}\n\n{{< box >}}\n\"밥 먹었나?\",김 씨가 물었다\n\"아직 아니다\",이 씨가 말했다\n{{< /box >}}", "Paragraph:Roses are red,violets are blue Sugar is sweet,and so are you|Paragraph:床前明月光,疑是地上霜 举头望明月,低头思故乡|Paragraph:Kim said,\"I will go.\"  / Lee said,\"I stay.\"|Paragraph:그래,알았다 그런데 말이야,나는 오늘 집에 갈 수가 없어|Paragraph:그래,알았다 아니,싫다.|Paragraph:그래,알았다 놓인 그 꽃,|Paragraph:우리 왔다,너희 봤다,모두 이겼다 그들 갔다,나는 졌다,아무도 없다|Paragraph:작년에 쌀이 1,200원,밀은 싸다 올해에 쌀이 2,500원,밀도 비싸다|Paragraph:\"밥 먹었나?\",김 씨가 물었다 \"아직 아니다\",이 씨가 말했다", DisplayName = "verses and sentences with commas between tags")]
    [DataRow("{{< box >}}\n품목,값,뜻\n쌀,3000,해마다 가을에 논에서 거두어들이는 곡식이다.\n{{< /box >}}\n\n{{< box >}}\n품목,뜻\n쌀,\"논에서 거두는, 밥이 되는 한 해의 곡식.\"\n밀,곡식\n{{< /box >}}\n\n{{< box >}}\n뜻,값\n해마다 가을에 논에서 거두어들이는 곡식,3만 원\n밭에서 나는 것,$5\n{{< /box >}}\n\n{{< box >}}\n회사,나라\nA Inc.,미국\nB Co.,한국\n{{< /box >}}\n\n{{< box >}}\n이름\t뜻\n쌀\t해마다 가을에 논에서 거두어들이는 곡식이다.\n{{< /box >}}\n\n{{< box >}}\n이름,사는 곳,하는 일\n김,서울 종로,날마다 신문에 실릴 글을 고친다.\n{{< /box >}}\n\n{{< box >}}\n국가 이름,수도\n미국,워싱턴 디시\n{{< /box >}}", "", DisplayName = "rows with words among numbers, in quotation marks and under names")]
    [DataRow("{{< box >}}\nkim: Have you eaten today?\nlee: Not yet, but I will.\n{{< /box >}}\n\n{{< box >}}\nkim: 그래\nlee: 아니\nkim: 왜\n{{< /box >}}\n\n{{< box >}}\n- kim: 밥 먹었나?\n- lee: 아직.\n{{< /box >}}\n\n{{< box >}}\nkim: “밥 먹었나?”\nlee: 아직\n{{< /box >}}\n\n{{< box >}}\nkim:\n  밥 먹었나?\nlee:\n  아직.\n{{< /box >}}\n\n{{< box >}}\n## 제목\na: 가\nb: 나\n{{< /box >}}", "Paragraph:kim: Have you eaten today?  / lee: Not yet, but I will.|Paragraph:kim: 그래 lee: 아니 kim: 왜|ListItem:kim: 밥 먹었나?|ListItem:lee: 아직.|Paragraph:kim: “밥 먹었나?”  / lee: 아직|Paragraph:kim: 밥 먹었나?  / lee: 아직.|Heading:제목|Paragraph:a: 가 b: 나", DisplayName = "speakers before colons between tags")]
    [DataRow("{{< box >}}\ntitle: 쌀값\nimage: a.png\ntext: 쌀값이 올랐다.\n{{< /box >}}\n\n{{< box >}}\ntitle: 쌀값이 올랐다.\nweight: 3\n{{< /box >}}\n\n{{< box >}}\ntitle: 쌀값이 올랐다.\nkinds: [가, 나]\n{{< /box >}}\n\n{{< box >}}\n- name: 쌀이다.\n  label: 가\n- name: 밀이다.\n  label: 나\n{{< /box >}}\n\n{{< box >}}\na: 가\nb: |\n  글이다.\n{{< /box >}}", "", DisplayName = "YAML with sentences in it")]
    [DataRow("{{< x >}}\n,쌀값,밀값\n1월,3000,2000\n2월,3500,2100\n{{< /x >}}\n\n{{< x >}}\n,쌀값\n1월,3000\n2월,\n{{< /x >}}\n\n{{< x >}}\n\t쌀값\n1월\t3000\n2월\t\n{{< /x >}}\n\n{{< x >}}\n품목,나라\n쌀,한국\n밀,\n{{< /x >}}\n\n{{< x >}}\n[[\"월\",\"쌀값\"],[\"1월\",3000]]\n{{< /x >}}\n\n{{< x >}}\n[\"쌀\",\"밀\"]\n{{< /x >}}\n\n{{< x >}}\n[\n  [\"월\", \"쌀\\\"값\"],\n  [\"1월\", -3.5e2, null, {\"가\": []}]\n]\n{{< /x >}}\n\n{{< x >}}\n[[1, \"쌀\"], [2, \"밀\"]]\n{{< /x >}}\n\n{{< x >}}\n# 설정\nname: 쌀\nsize: 가\n{{< /x >}}\n\n{{< x >}}\n\"name\": 쌀\n'size': 가\n{{< /x >}}\n\n글.\n\n> {{< x >}}\n> ,쌀값,밀값\n> 1월,3000,2000\n> 2월,3500,2100\n> {{< /x >}}\n\n글.\n\n> {{< x >}}\n> [\n>   [\"월\", \"쌀\\\"값\"],\n>   [\"1월\", -3.5e2, null, {\"가\": []}]\n> ]\n> {{< /x >}}\n\n글.\n\n> {{< x >}}\n> # 설정\n> name: 쌀\n> size: 가\n> {{< /x >}}\n\n글.\n\n> {{< x >}}\n> {\"가\":\n>  1}\n> {{< /x >}}\n\n글.\n\n> {{< x >}}\n> a: 가\n> b:\n>   - 나\n> {{< /x >}}\n\n글.\n\n> - {{< x >}}\n>   이름,값\n>   쌀,1\n>   {{< /x >}}\n\n글.\n\n>> {{< x >}}\n> > 이름,값\n>>\n>> 쌀,1\n{{< /x >}}", "Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.", DisplayName = "data between tags of Hugo, of every kind, and in quotations")]
    [DataRow("{% x %}\n,쌀값,밀값\n1월,3000,2000\n2월,3500,2100\n{% endx %}\n\n{% x %}\n,쌀값\n1월,3000\n2월,\n{% endx %}\n\n{% x %}\n\t쌀값\n1월\t3000\n2월\t\n{% endx %}\n\n{% x %}\n품목,나라\n쌀,한국\n밀,\n{% endx %}\n\n{% x %}\n[[\"월\",\"쌀값\"],[\"1월\",3000]]\n{% endx %}\n\n{% x %}\n[\"쌀\",\"밀\"]\n{% endx %}\n\n{% x %}\n[\n  [\"월\", \"쌀\\\"값\"],\n  [\"1월\", -3.5e2, null, {\"가\": []}]\n]\n{% endx %}\n\n{% x %}\n[[1, \"쌀\"], [2, \"밀\"]]\n{% endx %}\n\n{% x %}\n# 설정\nname: 쌀\nsize: 가\n{% endx %}\n\n{% x %}\n\"name\": 쌀\n'size': 가\n{% endx %}\n\n글.\n\n> {% x %}\n> ,쌀값,밀값\n> 1월,3000,2000\n> 2월,3500,2100\n> {% endx %}\n\n글.\n\n> {% x %}\n> [\n>   [\"월\", \"쌀\\\"값\"],\n>   [\"1월\", -3.5e2, null, {\"가\": []}]\n> ]\n> {% endx %}\n\n글.\n\n> {% x %}\n> # 설정\n> name: 쌀\n> size: 가\n> {% endx %}\n\n글.\n\n> {% x %}\n> {\"가\":\n>  1}\n> {% endx %}\n\n글.\n\n> {% x %}\n> a: 가\n> b:\n>   - 나\n> {% endx %}", "Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.", DisplayName = "data between tags of Liquid, of every kind, and in quotations")]
    [DataRow("[x]\n,쌀값,밀값\n1월,3000,2000\n2월,3500,2100\n[/x]\n\n[x]\n,쌀값\n1월,3000\n2월,\n[/x]\n\n[x]\n\t쌀값\n1월\t3000\n2월\t\n[/x]\n\n[x]\n품목,나라\n쌀,한국\n밀,\n[/x]\n\n[x]\n[[\"월\",\"쌀값\"],[\"1월\",3000]]\n[/x]\n\n[x]\n[\"쌀\",\"밀\"]\n[/x]\n\n[x]\n[\n  [\"월\", \"쌀\\\"값\"],\n  [\"1월\", -3.5e2, null, {\"가\": []}]\n]\n[/x]\n\n[x]\n[[1, \"쌀\"], [2, \"밀\"]]\n[/x]\n\n[x]\n# 설정\nname: 쌀\nsize: 가\n[/x]\n\n[x]\n\"name\": 쌀\n'size': 가\n[/x]\n\n글.\n\n> [x]\n> ,쌀값,밀값\n> 1월,3000,2000\n> 2월,3500,2100\n> [/x]\n\n글.\n\n> [x]\n> [\n>   [\"월\", \"쌀\\\"값\"],\n>   [\"1월\", -3.5e2, null, {\"가\": []}]\n> ]\n> [/x]\n\n글.\n\n> [x]\n> # 설정\n> name: 쌀\n> size: 가\n> [/x]\n\n글.\n\n> [x]\n> {\"가\":\n>  1}\n> [/x]\n\n글.\n\n> [x]\n> a: 가\n> b:\n>   - 나\n> [/x]", "Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.|Paragraph:글.", DisplayName = "data between tags of WordPress, of every kind, and in quotations")]
    [DataRow("{% x(a=\"b\") %}\n,쌀값,밀값\n1월,3000,2000\n2월,3500,2100\n{% end %}\n\n{% x(a=\"b\") %}\n[\"쌀\",\"밀\"]\n{% end %}", "", DisplayName = "data between tags of Zola, of every kind, and in quotations")]
    [DataRow("{{< box >}}\n[\"쌀\"](a) 밀 [콩]\n{{< /box >}}\n\n{{< box >}}\n[\"쌀\"]\n{{< /box >}}\n\n{{< box >}}\n[\"쌀\"] [\"밀\"]\n{{< /box >}}\n\n{{< box >}}\n[1] 쌀, [2] 밀]\n{{< /box >}}\n\n{{< box >}}\n,쌀\n,밀\n{{< /box >}}\n\n{{< box >}}\n> a: 가\n> b: 나\n{{< /box >}}\n\n글.\n\n> {{< box >}}\n> 가\n> > 이름,값\n> > 쌀,1\n> {{< /box >}}", "Paragraph:{1}\"쌀\"{/1} 밀 [콩]|Paragraph:[\"쌀\"]|Paragraph:[\"쌀\"] [\"밀\"]|Paragraph:[1] 쌀, [2] 밀]|Paragraph:,쌀 ,밀|Quotation:a: 가 b: 나|Paragraph:글.|Quotation:가|Quotation:이름,값 쌀,1", DisplayName = "brackets, commas and quotations between tags, which are no data")]
    [DataRow("{{< card code=true header=\"**가**\" lang=\"py\" >}}\n# 말\n{{< /card >}}\n\n{{< typeit code=java >}}\n// 말\n{{< /typeit >}}\n\n{{% card code=\"true\" %}}\n# 말\n{{% /card %}}\n\n{% card code='C++' %}\n# 말\n{% endcard %}\n\n{{< card code=false >}}\n글이다.\n{{< /card >}}\n\n{{< nation code=\"kr\" >}}\n둘이다.\n{{< /nation >}}\n\n{{< box barcode=true >}}\n셋이다.\n{{< /box >}}", "Attribute:**가**|Paragraph:글이다.|Paragraph:둘이다.|Paragraph:셋이다.", DisplayName = "shortcodes that say that they hold code")]
    [DataRow("{% mermaid() %}\n가 --> 나\n{% end %}\n\n글이다.\n\n{% mermaid %}\n가 --> 나\n{% /mermaid %}\n\n{% code lang=\"js\" %}\n// 말\n{% /code %}\n\n{% note() %}\n둘이다.\n{% end %}\n\n{% callout %}\n셋이다.\n{% /callout %}", "Paragraph:글이다.|Paragraph:둘이다.|Paragraph:셋이다.", DisplayName = "code between tags of Zola and of Markdoc")]
    [DataRow("글 ![[사진=연합뉴스]](/a.jpg) 이다. ![[노트]] 끝이다.", "Paragraph:글 {1/} 이다.  / {2/} 끝이다.|ImageAlt:[사진=연합뉴스]", DisplayName = "an alternative text in brackets is none of Obsidian's")]
    [DataRow("앞 {%- comment -%}감춘 말{%- endcomment -%} 뒤", "Paragraph:앞 {1/} 뒤", DisplayName = "a comment of Liquid")]
    [DataRow("{{< highlight go >}}\n// 말\n\n{{< / highlight >}}\n\n{{< mermaid >}}\n가 --> 나\n\n{{</ mermaid >}}\n\n{{% csvtable %}}\n이름,값\n{{% /\tcsvtable %}}\n\n{{< prices >}}\n이름,값\n쌀,1\n{{< / prices >}}\n\n{{< own >}}\n{\"값\": 1}\n{{</ own >}}\n\n{{< js / >}} 글이다. {{< js >}}\n말\n{{< / json >}}\n{{</ js >}}", "Paragraph:글이다.", DisplayName = "blanks behind the stroke that closes")]
    [DataRow("{{< hl >}}쌀값{{</ hl >}}과 {{% b %}}기름값{{% / b %}}이 올랐다.\n\n{{< b >}}글{{< / b >}} 이다.", "Paragraph:{1/}쌀값{2/}과 {3/}기름값{4/}이 올랐다.|Paragraph:{1/}글{2/} 이다.", DisplayName = "blanks behind the stroke, in a sentence")]
    [DataRow("{{ figure(caption=\"설명\", src=\"/가.jpg\") }}\n\n{{ figure(src=\"/a.jpg\",caption='둘째 설명',id=\"가\") }}\n\n{% note(title=`제목`) %}\n글이다.\n{% end %}\n\n글 {{ own::abbr(title=\"국제 연합\",text=\"유엔\") }} 끝 {{ ns.box(\n  label=\"라벨\"\n) }}.", "Caption:설명|Caption:둘째 설명|Attribute:제목|Paragraph:글이다.|Paragraph:글 {1/} 끝 {2/}.|Attribute:국제 연합|Attribute:유엔|Attribute:라벨", DisplayName = "what is handed to Zola's, from the first argument on")]
    [DataRow("{{< figure title=\"글 (style='가',title='나')\" >}}\n\n{{ x | own(title=\"말\") }} {% if f(title=\"말\") %}글이다.{% endif %}", "Attribute:글 (style='가',title='나')|Paragraph:글이다.", DisplayName = "what is no call, or computes")]
    [DataRow("{% highlight ruby %} 가", "Paragraph:가", DisplayName = "code that does not end")]
    [DataRow("{{< code src=\"a\" title=\"가\" />}} 나 {{< /code >}}", "Attribute:가|Paragraph:나", DisplayName = "a shortcode that closes itself")]
    [DataRow("> [!NOTE]\n> 글이다.\n\n> [!tip]- 제목", "Quotation:글이다.|Quotation:제목", DisplayName = "the kind of an alert")]
    [DataRow("> 글과 [!NOTE] 말이다.\n\n[!NOTE] 말", "Quotation:글과 [!NOTE] 말이다.|Paragraph:[!NOTE] 말", DisplayName = "what is no alert")]
    [DataRow(":::tip 여는 말\n글이다.\n:::", "Title:여는 말|Paragraph:글이다.", DisplayName = "the title of a container")]
    [DataRow(":::note[이름 \\*있는\\*] {.넓게}\n글이다.\n:::\n\n::: {.가}\n둘이다.\n:::", "Title:이름 *있는*|Paragraph:글이다.|Paragraph:둘이다.", DisplayName = "the label of a container; classes are no title")]
    [DataRow("!!! warning \"여는 말\"\n    글이다.\n    글이다.\n\n    - 가\n밖이다.", "Title:여는 말|Paragraph:글이다.  / 글이다.|ListItem:가|Paragraph:밖이다.", DisplayName = "a box of MkDocs")]
    [DataRow("앞이다.\n???+ note\n\n    글이다.\n\n    !!! tip \"안의 \\*것\\*\"\n        둘이다.", "Paragraph:앞이다.|Paragraph:글이다.|Title:안의 *것*|Paragraph:둘이다.", DisplayName = "a box in one that folds")]
    [DataRow("!!! 경고\n    쌀값이 **오른다**.\n\n- 가\n\n    ???+ 주의-둘 inline\r\n\r\n        나다.\n\n> !!!팁 \"제목\"\n>     다다.\n>     라다.", "Paragraph:쌀값이 {1}오른다{/1}.|ListItem:가|ListItem:나다.|Title:제목|Quotation:다다.  / 라다.", DisplayName = "boxes of MkDocs with kinds of other scripts")]
    [DataRow("!!! 경고\n쌀값이 오른다.\n\n!!! 정말, 놀랐다\n    쌀값.\n\n!!! 경고\n\n밖이다.", "Paragraph:!!! 경고 쌀값이 오른다.|Paragraph:!!! 정말, 놀랐다 쌀값.|Paragraph:!!! 경고|Paragraph:밖이다.", DisplayName = "what is no box, in Korean")]
    [DataRow("=== \"하나\"\n    가\n\n=== \"둘\"\n    나", "Title:하나|Paragraph:가|Title:둘|Paragraph:나", DisplayName = "tabs of MkDocs")]
    [DataRow("!!! note 놀랐다.\n\n!!! wow\n밖이다.\n\n> !!! note\n> 안", "Paragraph:!!! note 놀랐다.|Paragraph:!!! wow 밖이다.|Quotation:!!! note 안", DisplayName = "what is no box")]
    [DataRow("+---+---+\n| 가 | 나 |\n+===+===+\n| 다 | 라 |\n+---+---+\n글이다.", "Paragraph:글이다.", DisplayName = "a table that is drawn stays as it is")]
    [DataRow("[//]: # (편집자의 말)\n[comment]: <> (다른 말)\n[가]: # \"보이는 말\"\n\n[가]이다.", "Title:보이는 말|Paragraph:{1}가{/1}이다.", DisplayName = "what people write for comments")]
    [DataRow("<div>\n<p>글 [가  b] 말</p>\n</div>\n\n[가 B]: /a \"보이는 말\"\n[나]: /a \"안 보이는 말\"", "Paragraph:글 [가 b] 말|Title:보이는 말", DisplayName = "titles of definitions that nothing names, beside HTML")]
    [DataRow("앞 <span hidden>감춘 <span>말</span>이다</span> 뒤 <b aria-hidden=\"true\" title=\"a hidden b\">말</b>", "Paragraph:앞 {1/} 뒤 {2/}말{3/}|Attribute:a hidden b", DisplayName = "an element that is not shown, in a sentence")]
    [DataRow("<div>\n<div style=\"color: red; display: none\"><div>감춘</div> 말</div>\n<p>보이는 <i style='display:none'>감춘</i> 말\n<p hidden>끝이 없다\n</div>", "Paragraph:보이는 {1/} 말|Paragraph:끝이 없다", DisplayName = "elements that are not shown, in HTML")]
    [DataRow("{% include image.html caption='사진의 \\'말\\'' alt=\"대신\" src='a.png' %}\n\n{{< quote author=\"김\" source=\"a.b\" content=\"말\" >}}", "Caption:사진의 '말'|ImageAlt:대신|Attribute:김|Attribute:말", DisplayName = "words in attributes, however quoted")]
    [DataRow("<form><input type=\"text\" value=\"값\" placeholder=\"이름\"><input type='submit' value='보낸다'></form>", "Attribute:이름|Attribute:보낸다", DisplayName = "words in the fields of a form")]
    [DataRow("[caption id=\"a\" width=\"300\"]<img src=\"a.jpg\" alt=\"대신\" /> 사진의 말[/caption]\n\n글 [gallery ids=\"1,2\"] 끝\n\n[embed]https://a.b/c[/embed] 뒤", "Paragraph:{1/} 사진의 말|ImageAlt:대신|Paragraph:글 {1/} 끝|Paragraph:{1/}{2/}{3/} 뒤", DisplayName = "shortcodes of WordPress")]
    [DataRow("글 [video] 말 [caption](u) [gallery 이다]\n\n[TOC]\n\n글 [TOC] 말", "Paragraph:글 [video] 말 {1}caption{/1} [gallery 이다]|Paragraph:글 [TOC] 말", DisplayName = "words in brackets, and where the contents stand")]
    [DataRow("*[가나]: 뜻의 말\n*[다라]: 다른 말\n뒤의 **글**이고\n이어진다.", "Paragraph:뜻의 말|Paragraph:다른 말|Paragraph:뒤의 {1}글{/1}이고 이어진다.", DisplayName = "abbreviations")]
    [DataRow("<figure>\n<img src=\"{{ \"a.jpg\" | url }}\" alt=\"{{ page.title | default: \"말\" }} 사진\">\n</figure>\n\n글 <a title='{{ t }}'>이다</a> <b title=\"{% if a > b %}가{% endif %}\">나</b>", "ImageAlt:{1/} 사진|Paragraph:글 {1/}이다{2/} {3/}나{4/}|Attribute:{1/}가{2/}", DisplayName = "tags of Liquid in values of HTML")]
    [DataRow("![그림](/a.png \"그림 {{ page.x }} 제목\")", "ImageAlt:그림|Title:그림 {1/} 제목", DisplayName = "a tag of Liquid in a title")]
    [DataRow("[글](/a '제목 &amp; {name} {#x}{% x %}')", "Paragraph:글|Title:제목 & {1/} {2/}{3/}", DisplayName = "tags in a title")]
    [DataRow("[글](/a (제목 {{< x >}} $x^2$))", "Paragraph:글|Title:제목 {1/} {2/}", DisplayName = "a shortcode and a formula in a title")]
    [DataRow("[글][a]\n\n[a]: /b \"제목 {{ x }} \\\"끝\\\"\"", "Paragraph:글|Title:제목 {1/} \"끝\"", DisplayName = "a tag of Liquid in the title of a definition")]
    [DataRow("> [글](/a \"제목\n> {{ x }} 끝\")", "Quotation:글|Title:제목 {1/} 끝", DisplayName = "a tag in a title of two lines in a quotation")]
    [DataRow("![{{ x }}](/a.png \"{{ x }}\") 글", "Paragraph:글", DisplayName = "a title that is a tag alone")]
    [DataRow("![제목 $x^2$](/a.png)", "ImageAlt:제목 {1/}", DisplayName = "a formula in an alternative text")]
    [DataRow("$$\n\\begin{aligned}\na &= b\n\\end{aligned}$$\n\n글이다.", "Paragraph:글이다.", DisplayName = "a formula whose signs close at the end of its last line")]
    [DataRow("$$\na = b\n$$.\n\n글이다.\n\n$$\nc = d $$\n\n말이다.", "Paragraph:글이다.|Paragraph:말이다.", DisplayName = "formulas with a stop behind them, and with their signs in one line")]
    [DataRow("$$\na = b\n$$ (eq:one)\n\n글이다.\n\n$$\nc = d\n$$ {#eq-2}\n\n말이다.", "Paragraph:글이다.|Paragraph:말이다.", DisplayName = "formulas with names")]
    [DataRow("$$\na = b\n$$이다. 글이다.\n\n말이다.", "Paragraph:{1/}이다.  / 글이다.|Paragraph:말이다.", DisplayName = "words right behind a formula of several lines")]
    [DataRow("식은 $$\na = b\n$$ 이다.", "Paragraph:식은 {1/} 이다.", DisplayName = "a formula of several lines among words")]
    [DataRow("$$\n\n글이다.\n\n$$x = y$$ 이다.\n\n$$\na = b\n$$", "Paragraph:글이다.|Paragraph:{1/} 이다.", DisplayName = "signs that close nothing before formulas")]
    [DataRow("$$\n\na = b\n\n$$\n\n$$\n속도 = 거리\n$$\n\n글이다.", "Paragraph:글이다.", DisplayName = "formulas with empty lines, and of words")]
    [DataRow("```\nkill $$\n```\n\nThe text $$x$$ 이다.", "Paragraph:The text {1/} 이다.", DisplayName = "two dollar signs in code")]
    [DataRow("식당 가, $$\\\n주소는 종로다.\\\n식당 나, $$\\\n끝이다.", "Paragraph:식당 가, $${1/} / 주소는 종로다.{2/} / 식당 나, $${3/} / 끝이다.", DisplayName = "prices of several lines")]
    [DataRow("- 가 ($$)\n- 별점 4\\~5\n- 나 ($$)", "ListItem:가 ($$)|ListItem:별점 4~5|ListItem:나 ($$)", DisplayName = "prices of several items")]
    [DataRow("식이다.\n\n$$\\begin{aligned}\n\\text{쌀값} &= a_1\n\\end{aligned}$$\n\n글이다.", "Paragraph:식이다.|Paragraph:글이다.", DisplayName = "a formula that begins beside its signs")]
    [DataRow("{{< box >}}\n•\t쌀값 상승\n•\t밀값 하락\n{{< /box >}}\n\n{{< box >}}\n김 기자:\t쌀값은\n이 교수:\t올랐다\n{{< /box >}}", "Paragraph:•\t쌀값 상승 •\t밀값 하락|Paragraph:김 기자:\t쌀값은 이 교수:\t올랐다", DisplayName = "items and speakers before tabs are no rows of values")]
    [DataRow("![제목 <a@b.kr>](/a.png)", "ImageAlt:제목 {1/}", DisplayName = "an address in an alternative text")]
    [DataRow("![{{ page.title }} 사진](a.png)", "ImageAlt:{1/} 사진", DisplayName = "a tag of Liquid in an alternative text")]
    [DataRow("![사진 [AP id=1] 글](a.png) 말", "ImageAlt:사진 {1/} 글|Paragraph:말", DisplayName = "a shortcode of WordPress in an alternative text")]
    [DataRow("## 제목 { #intro }\n\n### 둘 {data-x=\"y\"}\n\n글이다. { .cls #소개 }", "Heading:제목|Heading:둘|Paragraph:글이다.", DisplayName = "a list of attributes with a blank in front")]
    [DataRow("[단추](#){ .md-button title=\"누르\\시오\" } 글 ![그림](a.png){ width=300 }", "Paragraph:{1}단추{/1} 글|Attribute:누르\\시오|ImageAlt:그림", DisplayName = "lists of attributes after markup")]
    [DataRow("`<b>`{=html} 글 {width=300} {a b} { }", "Paragraph:{1/} 글 {{width=300}} {{a b}} {{ }}", DisplayName = "a format, and what is no list")]
    [DataRow("> [!info] 제목\n> 본문.\n> > [!faq]- 물음\n> > 답이다.", "Quotation:제목|Quotation:본문.|Quotation:물음|Quotation:답이다.", DisplayName = "an alert in one")]
    [DataRow("%%\n감춘 말\n\n- 둘째\n%%\n\n글 %%감춘\n말%% 끝 50 %% 뒤\n", "Paragraph:글 {1/} 끝 50 %% 뒤", DisplayName = "comments of Obsidian over lines")]
    [DataRow("%% 감춘 말 50% %%\n\n글이다.\n%% 첫 줄\n둘째 줄 %%\n\n> %% 감춘 말 %%\n> 인용\n\n- %% 감춘 말 %%\n- 항목\n\n1. %% 감춘 말 %%\n2. 둘째\n\n%% 글 %% 끝", "Paragraph:글이다.|Quotation:인용|ListItem:항목|ListItem:둘째|Paragraph:끝", DisplayName = "comments of Obsidian on lines of their own")]
    [DataRow("::: tip 버전 {{ v }} 이상 {open}\n글\n:::\n\n::: details 코드 {x}를 본다 {#a} {.b}\n말\n:::", "Title:버전 {1/} 이상|Paragraph:글|Title:코드 {1/}를 본다|Paragraph:말", DisplayName = "braces among the words of a box's title, and behind them")]
    [DataRow("본문 %% 감춘 말 %% 끝이다.\n\n본문이다.%%감춘 **말**%% 50 %% 60 %% 70%% 다.\n\n| 값 %% 감춘 말 %% |\n|--|\n\n%%가나\n", "Paragraph:본문 {1/} 끝이다.|Paragraph:본문이다.{1/}  / 50 %% 60 %% 70%% 다.|TableCell:값|Paragraph:%%가나", DisplayName = "comments of Obsidian among words")]
    [DataRow("[가](/a){:title=\"나\"} [다](/b){title='라'} `마`{: .x title=\"바\"} ![사](c.png){fig-alt=\"아\" fig-cap=\"자\"}", "Paragraph:{1}가{/1} {2}다{/2} {3/}|Attribute:나|Attribute:라|Attribute:바|ImageAlt:사|ImageAlt:아|Caption:자", DisplayName = "titles in lists of attributes")]
    [DataRow("{{< card link=\"a\" title=\"가\" subtitle=\"Hugo 나\" tag=\"새것\" tagType=\"info\" >}}\n\n{{< posts tag=\"economy\" >}}", "Attribute:가|Attribute:Hugo 나|Attribute:새것", DisplayName = "cards")]
    [DataRow("[[노트|말]]이다. ![[그림.png]] 글 %%감춘 말%% 글 ^ab1-c\n\n--8<-- \"파일.md\"\n\n글 {>>주석<<} 50%% [[이름]] 2 ^3", "Paragraph:{1/}말{2/}이다.  / {3/} 글 {4/} 글|Paragraph:글 {1/} 50%% [[이름]] 2 ^3", DisplayName = "notes of Obsidian, files of MkDocs, comments")]
    [DataRow("![그림](a.png)\n/// caption | 여는 말\n글이다.\n둘이다.\n///\n\n/// 글이다.", "ImageAlt:그림|Title:여는 말|Paragraph:글이다.  / 둘이다.|Paragraph:/// 글이다.", DisplayName = "a block between slashes")]
    [DataRow("> [!TIP] 알림 **제목**\n> 글이다.\n> 둘이다.\n\n> [!note]- 접힌 제목\n> 글이다.\n>\n> 셋이다.\n\n> [!NOTE]\n> 글이다.\n> 넷이다.", "Quotation:알림 {1}제목{/1}|Quotation:글이다.  / 둘이다.|Quotation:접힌 제목|Quotation:글이다.|Quotation:셋이다.|Quotation:글이다.  / 넷이다.", DisplayName = "an alert with a title")]
    [DataRow("* 차례\n{:toc}\n\n앞 {::comment}감춘 말{:/comment} 뒤 {::comment}글", "Paragraph:앞 {1/} 뒤 {2/}글", DisplayName = "contents and comments of kramdown")]
    [DataRow("글이다.\n{:toc}\n\n글[^1]\n\n[^1]: 각주다.\n{:toc}", "Paragraph:글이다.|Paragraph:글{1/}|Footnote:각주다.", DisplayName = "contents stand for a list alone")]
    [DataRow("앞 {%\n  include a.html\n  title=\"말\"\n%} 뒤", "Paragraph:앞 {1/} 뒤|Attribute:말", DisplayName = "a tag of several lines is one code")]
    [DataRow("[su_quote cite=\"김기자\" url=\"a\"]말이다.[/su_quote]\n\n글 [b]굵다[/b] [note] 글 [box x=y] 글 [sic]", "Attribute:김기자|Paragraph:말이다.|Paragraph:글 {1/}굵다{2/} [note] 글 [box x=y] 글 [sic]", DisplayName = "shortcodes of WordPress' extensions")]
    [DataRow("[row][col width=\"6\"]왼쪽[/col][col width=\"6\"]오른쪽[/col][/row]\n\n[tabs][tab title=\"첫 탭\"]글[/tab][tab title=\"둘\"]말[/tab][/tabs]\n\n[vc_row][vc_column width=\"1/2\"]글[/vc_column][/vc_row]\n\n[info_box title=\"알림\"]글이다. [link url=\"/글\"]보기[/link][/info_box]", "Paragraph:{1/}왼쪽{2/}{3/}오른쪽{4/}|Paragraph:{1/}글{2/}{3/}말{4/}|Attribute:첫 탭|Attribute:둘|Paragraph:글|Attribute:알림|Paragraph:글이다.  / {1/}보기{2/}", DisplayName = "shortcodes of WordPress side by side")]
    [DataRow("[b]굵게[/b](bold)와 [b]둘[/b]: 셋 [hl color=\"red\"](주)[/hl] [row][cell]글[/cell][/row] [link][ref]과 [ref], [글][ref], [link][] [foo a=\"1\"](/b) [foo a=\"1\"][ref]\n\n[/link] [/ref]\n\n[ref]: /a\n[link]: /c", "Paragraph:{1/}굵게{2/}(bold)와 {3/}둘{4/}: 셋 {5/}(주){6/} {7/}{8/}글{9/}{10/} {11}link{/11}과 {12}ref{/12}, {13}글{/13}, {14}link{/14} {15}foo a=\"1\"{/15} {16}foo a=\"1\"{/16}", DisplayName = "links beside shortcodes of WordPress")]
    [DataRow("> [row][col a=\"1\"]글\n> 둘[/col][/row]\n\n- [b]가[/b]나\n\n  [row][col x='1']다[/col][/row]\r\n\r\n| [b]가[/b] | [row][cell]라[/cell][/row] |\n|---|---|\n| [icon name=\"star\"][icon name=\"moon\"] 다 | 마[b]바[/b][b]사[/b] |\n\n## [badge color=\"red\"][new]제목[/new][/badge]", "Quotation:글 둘|ListItem:{1/}가{2/}나|ListItem:다|TableCell:가|TableCell:라|TableCell:다|TableCell:마{1/}바{2/}{3/}사{4/}|Heading:제목", DisplayName = "side by side in quotations, items, cells and headings")]
    [DataRow("[table id=1 /]\n\n[table id=1]\n\n글 [wpforms id=12] [gravityform id=1 title=false] [display-posts category=news posts_per_page=5] 끝\n\n[youtube https://youtu.be/x?a=b]\n\n[vimeo 12345678]\n\n[gallery ids=1,2,3 link]\n\n[su_spoiler title=펼침]글[/su_spoiler]\n\n[one_half last][color=red]말[/color][/one_half]", "Paragraph:글 {1/} {2/} {3/} 끝|Paragraph:[gallery ids=1,2,3 link]|Paragraph:글|Paragraph:말", DisplayName = "their arguments without quotation marks or names")]
    [DataRow("[a=b](/c), [id=1][ref], [x], [가=나], [2024년 = 기준] [사진 = 연합뉴스] [앵커] [AP = 연합뉴스] [AP 사진=연합] [where n=20] [i think so] [video here] [OR=2] [i]글[/i]\n\n[서울=뉴스1] 글이다.\n\n[서울=뉴시스]홍길동 기자 = 글이다.\n\n- [ ] 일\n- [x] 일\n\n[ref]: /a\n[가=나]: /b\n[table id=1]: /c", "Paragraph:{1}a=b{/1}, {2}id=1{/2}, [x], {3}가=나{/3}, [2024년 = 기준] [사진 = 연합뉴스] [앵커] [AP = 연합뉴스] [AP 사진=연합] [where n=20] [i think so] [video here] [OR=2] {4/}글{5/}|Paragraph:[서울=뉴스1] 글이다.|Paragraph:[서울=뉴시스]홍길동 기자 = 글이다.|ListItem:일|ListItem:일", DisplayName = "words in brackets, links and tasks, which are no shortcodes")]
    [DataRow("[gallery]\r\n\n> [recent_posts]\n\n글 [gallery] 말 [recent_posts]\n\n[video]\n\n[가][TOC]", "Paragraph:글 [gallery] 말 [recent_posts]|Paragraph:[video]|Paragraph:[가][TOC]", DisplayName = "shortcodes without attributes on lines of their own")]
    [DataRow("글 \\[gallery ids=\"1\"] 말 \\\\[gallery ids=\"1\"] 끝 `[row][col a=\"1\"]`이다.\n\n    [row][col a=\"1\"]글[/col][/row]", "Paragraph:글 {1/} 말 \\{2/} 끝 {3/}이다.", DisplayName = "shortcodes behind backslashes and in code")]
    [DataRow("[[toc]]\n\n<<< @/말.js{2} [이름]\n\n글이다.", "Paragraph:글이다.", DisplayName = "contents and files of VitePress")]
    [DataRow("{{< cities \"평양\" \"a.md\" `신 의주` >}}\n\n{% callout '정보다' %}\n\n{% if x == \"평양\" %}글이다.{% endif %} {{ x | default: \"말\" }}", "Attribute:평양|Attribute:신 의주|Attribute:정보다|Paragraph:글이다.", DisplayName = "words without a name in shortcodes")]
    [DataRow("```py title=\"여는 말\"\nx\n```\n\n```js title='a.js'\n```\n\n<span aria-label=\"듣는 말\">글</span>", "Attribute:여는 말|Paragraph:{1/}글{2/}|Attribute:듣는 말", DisplayName = "titles of code, labels that are heard")]
    [DataRow("<Tip tip=\"알리는 말\" author=\"Kim\" id=\"가\" :x=\"'나'\">\n\n글이다.\n\n</Tip>", "Attribute:알리는 말|Paragraph:글이다.", DisplayName = "attributes of a component")]
    [DataRow("{{< tabs name=\"t\" >}}\n{{% tab name=\"데비안 계열\" %}}\n글이다.\n{{% /tab %}}\n{{< tab name=\"코드\" codelang=\"bash\" >}}\n# 저장소 갱신\nsudo x\n{{< /tab >}}\n{{< /tabs >}}\n\n{{< tab header=\"리눅스\" lang=\"bash\" >}}\n# 갱신\n{{< /tab >}}", "Attribute:데비안 계열|Paragraph:글이다.|Attribute:코드|Attribute:리눅스", DisplayName = "tabs, and code in them")]
    [DataRow("{{< tabpane text=true >}}\n{{% tab header=\"영어\" lang=\"en\" %}}\n읽는 글이다.\n{{% /tab %}}\n{{% tab header=\"고\" lang=\"go\" %}}\n둘째 글이다.\n{{% /tab %}}\n{{< /tabpane >}}\n\n{{< tabpane >}}\n{{< tab header=\"코드\" lang=\"go\" >}}\n// 말\n{{< /tab >}}\n{{< tab header=\"글\" lang=\"go\" text=\"true\" >}}\n셋째 글이다.\n{{< /tab >}}\n{{< /tabpane >}}\n\n{{< tab \"탭\" lang=\"ko\" >}}\n넷째 글이다.\n{{< /tab >}}\n{{% tab lang=zh-CN %}}\n다섯째 글이다.\n{{% /tab %}}\n{{% tab lang='cs-CZ' %}}\n여섯째 글이다.\n{{% /tab %}}\n{{% tab lang=\"cs\" %}}\n// 말\n{{% /tab %}}\n{{% tab lang=ts %}}\n// 말\n{{% /tab %}}\n{{% tab lang=c++ %}}\n// 말\n{{% /tab %}}\n{{% tab codelang=\"ko\" %}}\n// 말\n{{% /tab %}}", "Attribute:영어|Paragraph:읽는 글이다.|Attribute:고|Paragraph:둘째 글이다.|Attribute:코드|Attribute:글|Paragraph:셋째 글이다.|Attribute:탭|Paragraph:넷째 글이다.|Paragraph:다섯째 글이다.|Paragraph:여섯째 글이다.", DisplayName = "tabs of text, in languages that people speak, and of code")]
    [DataRow("{{< tabpane lang=\"bash\" >}}\n{{< tab header=\"설치\" >}}\napt install 쌀\n{{< /tab >}}\n{{% tab header=\"말\" text=true %}}\n읽는 글이다.\n{{% /tab %}}\n{{< /tabpane >}}\n\n{{< tabpane lang=\"ko\" >}}\n{{< tab header=\"글\" >}}\n둘째 글이다.\n{{< /tab >}}\n{{< /tabpane >}}", "Attribute:설치|Attribute:말|Paragraph:읽는 글이다.|Attribute:글|Paragraph:둘째 글이다.", DisplayName = "tabs of which all hold code in one language")]
    [DataRow("글 :icon{name=\"star\"} 글 :kbd{value=\"meta\"} 10:30{a=\"b\"} 끝.", "Paragraph:글 :icon{1/} 글 :kbd{2/} 10:30{{a=\"b\"}} 끝.", DisplayName = "components of Nuxt in a text")]
    [DataRow("[:icon{name=\"a\"} 더](/a)와 **:icon{name=\"b\"} 굵게**, 전화(:icon{name=\"c\"})다.", "Paragraph:{1}:icon{2/} 더{/1}와 {3}:icon{4/} 굵게{/3}, 전화(:icon{5/})다.", DisplayName = "components of Nuxt behind marks")]
    [DataRow("자세한 내용은 [여기]{.underline}\n\n## 제목 :badge[새것]{color=\"x\"}\n\n- 글 [**굵은** 말]{.a #b}\n\n> 글 :icon{name=\"star\"}\n\n| 글 [말]{.red} |\n|---|\n| 글 [말]{.red}|\n\n글 **[말]{.red}**", "Paragraph:자세한 내용은 [여기]{1/}|Heading:제목 :badge[새것]{1/}|ListItem:글 [{1}굵은{/1} 말]{2/}|Quotation:글 :icon{1/}|TableCell:글 [말]{1/}|TableCell:글 [말]{1/}|Paragraph:글 {1}[말]{2/}{/1}", DisplayName = "attributes of words at the end of a block")]
    [DataRow("글 [말]{#a}\n\n## 제목 [말]{#b}\n\n## 제목 [말] {.c}\n\n글 [말] {.d}\n\n글 [말]\n{.e}\n\n## 제목{.f}", "Paragraph:글 [말]{1/}|Heading:제목 [말]|Heading:제목 [말]|Paragraph:글 [말]|Paragraph:글 [말]|Heading:제목", DisplayName = "attributes of the block at its end")]
    [DataRow(":material-information-outline:{ title=\"중요한 정보\" } 글이다.\n\n글 :material-a_b:{ title=\"별\" }.\n\n글(:star:{ .x title=\"둘\" })과 아이콘:star:{ title=\"셋\" }\n\n| :ok:{ title=\"된다\" } 글 |\n|---|", "Paragraph::material-information-outline:{1/} 글이다.|Attribute:중요한 정보|Paragraph:글 :material-a_b:{1/}.|Attribute:별|Paragraph:글(:star:{1/})과 아이콘:star:{2/}|Attribute:둘|Attribute:셋|TableCell::ok:{1/} 글|Attribute:된다", DisplayName = "attributes of icons")]
    [DataRow("글 <https://a.kr>{ target=\"_blank\" title=\"말\" } 글 <a@b.kr>{ a=\"b\" }이다. <https://c.kr>{ a=\"b\" }\n\n값 a > b>{ a=\"b\" } 3:00:{ a=\"b\" } ::a:{ a=\"b\" } :a:{ 가 } 끝 <가:나>{ a=\"b\" } 글 <b>{ a=\"b\" } 끝.", "Paragraph:글 {1/} 글 {2/}이다. {3/}|Attribute:말|Paragraph:값 a > b>{{ a=\"b\" }} 3:00:{{ a=\"b\" }} ::a:{{ a=\"b\" }} :a:{{ 가 }} 끝 <가:나>{{ a=\"b\" }} 글 {1/}{{ a=\"b\" }} 끝.", DisplayName = "attributes of addresses, and what is none")]
    [DataRow("식은 \\(a^2 + b^2 = c_{1}\\)이고 \\(x\\), \\( f(x) \\), \\(10^3\\), \\(\\text{쌀값}_1\\)이다.\n\n\\[ E = mc^2 \\]\n\n식은 \\\\(x_1\\\\)와 \\[\\begin{a} y \\\\[2pt] z \\end{a}\\]이다.\n\n\\\\[ y = x \\\\]\n\n| 값 \\(a+b\\) |\n|---|\n\n\\(n\\)개", "Paragraph:식은 {1/}이고 {2/}, {3/}, {4/}, {5/}이다.|Paragraph:식은 {1/}와 {2/}이다.|TableCell:값 {1/}|Paragraph:{1/}개", DisplayName = "formulas between escaped parentheses and brackets")]
    [DataRow("\\[That is 10^6 people in all\\]라고 \\(open C:\\Users\\kim and look\\) 했다.", "Paragraph:[That is 10^6 people in all]라고 (open C:\\Users\\kim and look) 했다.", DisplayName = "words with a sign of a formula between escaped parentheses and brackets")]
    [DataRow("말\\(참고\\)과 \\[속보\\] \\[1\\] \\[AP\\] \\[a\\] \\[photo_1 파일\\] \\[AP=Seoul\\] \\(see, so\\) \\(file\\_name\\) \\(^^\\) \\(a^2 글\\) \\(x \\(y\\] \\[^1\\] \\[f\\(x\\)\\] `\\(a^2\\)` https://a.kr/b_\\(c_d\\) \\\\\\(x", "Paragraph:말(참고)과 [속보] [1] [AP] [a] [photo_1 파일] [AP=Seoul] (see, so) (file_name) (^^) (a^2 글) (x (y] [^1] [f(x)] {1/} {2/}_(c_d) \\(x", DisplayName = "words between escaped parentheses and brackets")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n: 표 **설명**이다.\n이어진다. {#tbl-a}\n\n글이다.\n\nTable: 둘째\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n# 제목\n\n: 셋째\n\n가 | 나\n--|--\n1 | 2\n\ntable: 넷째", "TableCell:가|TableCell:나|TableCell:1|TableCell:2|Caption:표 {1}설명{/1}이다.  / 이어진다.|Paragraph:글이다.|Caption:둘째|TableCell:가|TableCell:나|TableCell:1|TableCell:2|Heading:제목|Caption:셋째|TableCell:가|TableCell:나|TableCell:1|TableCell:2|Caption:넷째", DisplayName = "captions of tables")]
    [DataRow("용어\n\n: 뜻이다.\n\n| 가 | 나 |\n|---|---|\n\n글 | 말\n\n: 글이다.\n\nTable: 글\n\n글\nTable: 둘\n\n| 가 |\n|---|", "Definition:용어|Definition:뜻이다.|TableCell:가|TableCell:나|Definition:글 | 말|Definition:글이다.|Paragraph:Table: 글|Paragraph:글 Table: 둘|TableCell:가", DisplayName = "no captions of tables")]
    [DataRow("```go {linenos=true,title=\"제목 글\"}\na\n```\n\n```{r plot, fig.cap = '그림 설명', fig.alt=\"다른 말\", echo=FALSE}\nx\n```\n\n```{r,fig.cap=\"둘\"}\n```\n\n```{r, fig.cap=paste(\"가\"), notitle=\"나\", title=\"a.js\"}\n```", "Attribute:제목 글|Caption:그림 설명|ImageAlt:다른 말|Caption:둘", DisplayName = "captions in the first lines of code")]
    [DataRow("```{python}\n#| label: fig-가\n#| fig-cap: \"그림 \\\"설명\\\"\" # 말\n#|  - 가\n#| tbl-cap: 표 설명\n#| fig-alt: |\n#|   가\nx\n#| fig-cap: 나\n```\n\n> ```{ojs}\n> //| lst-cap: '셋'\n> ```\n\n```python\n#| fig-cap: 다\n```", "Caption:그림 \"설명\"|Caption:표 설명|Caption:셋", DisplayName = "captions in the options of cells")]
    [DataRow("{{/*\n## 옛 제목\n\n<iframe src=\"/x\" title=\"영상\"></iframe>\n\n{{< figure caption=\"옛 글\" >}}\n*/}}\n\n글이다.", "Paragraph:글이다.", DisplayName = "a comment of Hugo over paragraphs")]
    [DataRow("[지난 기사]({{< ref \"부산항 소식.md\" >}})와 {{< img \"사진/부두.jpg\" >}} {{< include \"/조각/안내\" >}} {{< video \"https://a.kr/영상\" >}} {{< button \"예/아니오\" >}} 글", "Paragraph:{1}지난 기사{/1}와 {2/} {3/} {4/} {5/} 글|Attribute:예/아니오", DisplayName = "names of pages and files, and a word with a stroke")]
    [DataRow("{% comment %}\n\n<iframe src=\"/x\" title=\"영상\"></iframe>\n\n{% endcomment %}\n\n글이다.", "Paragraph:글이다.", DisplayName = "a comment of Liquid over paragraphs")]
    [DataRow("`{{`는 이렇다.\n\n<img src=\"/a\" alt=\"그림\">\n\n`}}`는 저렇다.", "Paragraph:{1/}는 이렇다.|ImageAlt:그림|Paragraph:{1/}는 저렇다.", DisplayName = "braces of two paragraphs")]
    [DataRow("앞이다.\n![그림](a.png)  \n뒤다.\n\n앞이다.  \n<https://a.kr>\\\n뒤다.\n{% include a.html %}<br>", "Paragraph:앞이다.  / {1/}{2/}뒤다.|ImageAlt:그림|Paragraph:앞이다.{1/} / {2/}{3/}뒤다. {4/}{5/}", DisplayName = "what stands alone on a line is no sentence")]
    [DataRow("![논](/a.png =300x200) 글 ![둘](b.png \"제목\" =x50%) 끝 ![](c.png =100x)이다. [넷](d =3x4)", "ImageAlt:논|Paragraph:글 {1/} 끝 {2/}이다.  / [넷](d =3x4)|ImageAlt:둘|Title:제목", DisplayName = "pictures with their sizes")]
    [DataRow("글이다.\n{{% notice %}}\n바로 **아래** 글.\n{{% /notice %}}\n뒤 글이다.\n\n- 가\n  {% if a %}\n  나\n  {% endif %}\n\n앞은\n{{ x }}\n뒤다.", "Paragraph:글이다.|Paragraph:바로 {1}아래{/1} 글.|Paragraph:뒤 글이다.|ListItem:가|ListItem:나|Paragraph:앞은 {1/} 뒤다.", DisplayName = "a tag on a line of its own ends its block")]
    [DataRow("![\\[논\\] 사진](/a.png =300x200)", "ImageAlt:[논] 사진", DisplayName = "brackets in the alternative text of a picture with its size")]
    [DataRow(":::note[여는 **말** `x` [가](/a)]\n글이다.\n:::\n\n!!! note \"둘 **셋** {{ x }}\"\n    글이다.\n\n=== \"탭 `코드`\"\n\n    글이다.", "Title:여는 {1}말{/1} {2/} {3}가{/3}|Paragraph:글이다.|Title:둘 {1}셋{/1}|Paragraph:글이다.|Title:탭 {1/}|Paragraph:글이다.", DisplayName = "codes in the titles of boxes")]
    [DataRow(":::note 제목 [글][d] 끝\n가.\n:::\n\n!!! note \"[D] ![셋][p] 끝\"\n    나.\n\n=== \"탭 [글][]\"\n\n    다.\n\n::video[라 [글]]\n\n[d]: /a \"마\"\n[p]: /b '바'\n[글]: /c (사)", "Title:제목 {1}글{/1} 끝|Paragraph:가.|Title:{1}D{/1} {2/} 끝|ImageAlt:셋|Paragraph:나.|Title:탭 {1}글{/1}|Paragraph:다.|Title:라 {1}글{/1}|Title:마|Title:바|Title:사", DisplayName = "links by reference in the titles of boxes")]
    [DataRow("{{ x }} 첫 줄이다.\n둘째 **줄**이다.\n셋째다.\n\n- {% label a %} 가?\n  [나](/a)\n\n{{ x }} \"**가**다.\"\n[나](/a)\n\n{{ x }} 가다.\n나다.\n\n{{< x >}} 가다.\n**나**다.\n\n{{ x }} 가와\n**나**다.", "Paragraph:{1/} 첫 줄이다.|Paragraph:둘째 {1}줄{/1}이다.  / 셋째다.|ListItem:가?|ListItem:나|Paragraph:\"{1}가{/1}다.\"  / {2}나{/2}|Paragraph:{1/} 가다.  / 나다.|Paragraph:가다.  / {1}나{/1}다.|Paragraph:{1/} 가와 {2}나{/2}다.", DisplayName = "a first line that is HTML for Hexo")]
    [DataRow("{{ page.author }} 기자\n\n{{ a | upcase }}{{ b }} 씨는 {{ c }}\n\n{{< city >}} 밤\n\n{% if a %} 글이다. {% endif %}", "Paragraph:{1/} 기자|Paragraph:{1/} 씨는 {2/}|Paragraph:밤|Paragraph:글이다.", DisplayName = "a value is a part of its sentence, blank or not")]
    [DataRow("![설정](gear.png)를 누른다.\n\n- 끝은![](b.png)\n\n![그림](c.png) 설명이다.\n\n![그림](d.png)\n*설명*", "Paragraph:{1/}를 누른다.|ImageAlt:설정|ListItem:끝은{1/}|ImageAlt:그림|Paragraph:설명이다.|ImageAlt:그림|Caption:설명", DisplayName = "a picture that touches a word is a part of its sentence")]
    [DataRow("함수 $f(x)$는 $(x, y)$에서 $x > 0$이고 $A, B$다. 값은 $5, $10, $5-$10, US$3m,$4m이고 $HOME/bin$은 아니다.", "Paragraph:함수 {1/}는 {2/}에서 {3/}이고 {4/}다.  / 값은 $5, $10, $5-$10, US$3m,$4m이고 $HOME/bin$은 아니다.", DisplayName = "formulas of operators; money and paths are none")]
    [DataRow("*그림 1* - 글.\n{: .center}\n<img src=\"a.png\">\n{: .center}\n둘째다.\n이어진다.\n{: .lead}\n\n- 가 **나**{: .red} 다\n  {: .x}\n  라", "Paragraph:{1}그림 1{/1} - 글.|Paragraph:둘째다.  / 이어진다.|ListItem:가 {1}나{/1} 다|ListItem:라", DisplayName = "a list of attributes on a line of its own ends its block")]
    [DataRow(":::{tip} 여는 **말**\n:class: wide\n:name: x-y\n\n글이다.\n:::\n\n```{note}\n:class: x\n둘이다.\n\n- 셋\n```", "Title:여는 {1}말{/1}|Paragraph:글이다.|Paragraph:둘이다.|ListItem:셋", DisplayName = "directives of MyST, whose options are no words")]
    [DataRow("````{warning} 조심\n---\nclass: y\n---\n글이다.\n\n```{code-block} python\n:caption: 말\nx = '가'\n```\n````\n\n- 하나\n\n  ~~~{admonition} 안\n  :class: q\n  둘이다.\n  ~~~", "Title:조심|Paragraph:글이다.|ListItem:하나|Title:안|ListItem:둘이다.", DisplayName = "options between lines, code in a directive, one in an item")]
    [DataRow(":::{figure} a.png\n:alt: 그림\n:width: 9px\n\n사진 *말*.\n:::\n\n```{image} b.png\n:alt: '둘째'\n:align: left\n```", "ImageAlt:그림|Caption:사진 {1}말{/1}.|ImageAlt:둘째", DisplayName = "pictures of MyST")]
    [DataRow(":::{code-block} python\n:caption: 말\nx = '가'\n:::\n\n:::{mermaid}\ngraph 가\n:::\n\n```{math}\n가 = 나\n```\n\n```{r, echo=FALSE}\nx <- '가'\n```", "", DisplayName = "directives that hold no Markdown")]
    [DataRow(":::{card} 이름\n글이다.\n:::\n\n:::{grid} 1 2 2\n:gutter: 3\n둘이다.\n:::\n\n:::{새} 글\n셋이다.\n:::\n\n:::{box} col-3\n넷이다.\n---\n:::", "Title:이름|Paragraph:글이다.|Paragraph:둘이다.|Title:글|Paragraph:셋이다.|Heading:넷이다.", DisplayName = "directives that have a title, and such that have none")]
    [DataRow("```{note}\n---\n글이다.\n```\n\n둘이다.\n\n---", "Paragraph:글이다.|Paragraph:둘이다.", DisplayName = "options that do not end are none")]
    [DataRow("```{figure} a.png\n---\nalt: 그림\nname: x\n---\n말이다.\n```\n\n:::{note}글\n:::", "ImageAlt:그림|Caption:말이다.|Title:글", DisplayName = "options as YAML; a title right behind the name")]
    [DataRow(":::{card} 이름\n앞\n^^^\n글이다.\n+++\n발\n:::", "Title:이름|Paragraph:앞|Paragraph:글이다.|Paragraph:발", DisplayName = "the parts of a card")]
    [DataRow("{{< figure src=\"a.png\" caption=\"<span class=\\\"figure-number\\\">그림 1: </span>축을 맞춘다\" >}}\n\n{{< card title=`<b>쌀</b> 값<br>하나` text=\"a < b <T> <code>x</code> 값\" >}}\n\n{{< x \"<i>말</i> 글\" >}}", "Caption:{1/}그림 1: {2/}축을 맞춘다|Attribute:{1/}쌀{2/} 값{3/} / 하나|Attribute:a < b <T> {1/} 값|Attribute:{1/}말{2/} 글", DisplayName = "tags of HTML in values of Hugo's shortcodes")]
    [DataRow("{% blockquote Eric Han http://a.b 워드프레스보다 쉬운 Hexo 블로그 %}\n글이다.\n{% endblockquote %}\n\n{% quote 김기자, AI 시대의 책 %}\n둘이다.\n{% endquote %}", "Attribute:워드프레스보다 쉬운 Hexo 블로그|Paragraph:글이다.|Attribute:김기자|Attribute:AI 시대의 책|Paragraph:둘이다.", DisplayName = "who is quoted, in tags of Hexo")]
    [DataRow("{% figure caption:\"설명 글\" class:\"강조\" %}\n글이다.\n{% endfigure %}\n\n{% figure caption: '둘째 글', class: '강조' label: \"셋째\" type:\"경고\" %}\n\n{% highlight ruby caption:\"말\" %}\n# 말\n{% endhighlight %}\n\n{% render \"a\", title:\"말\" %}{% include b.html title:\"말\" %}{% if a:\"말\" %}{% endif %}", "Attribute:설명 글|Paragraph:글이다.|Attribute:둘째 글|Attribute:셋째|Attribute:경고|Attribute:말", DisplayName = "values behind a name and a colon")]
    [DataRow("{% btn url, 단추 글,설명 %}\n\n{% asset_img paddy.png 300 가을, 논의 모습 %} {% img /논/a.png 가을 논.png %}\n\n{% link 더 읽기 https://a.b 외부 %}\n\n{% note info 제목 %}\n글이다.\n{% endnote %}\n\n{% tab 이름%}\n\n{% post_link 어떤-글 보이는 제목 %} {% label primary@꼬리 %} {% asset_img a.png \"다른 말\" class='x' 글 %}", "Attribute:단추 글|Attribute:설명|Attribute:가을, 논의 모습|Attribute:가을 논.png|Attribute:더 읽기|Attribute:외부|Attribute:제목|Paragraph:글이다.|Attribute:이름|Attribute:보이는 제목|Attribute:꼬리|Attribute:다른 말|Attribute:글", DisplayName = "arguments of Hexo's tags without quotation marks")]
    [DataRow("{% link _posts/2024-글.md %} {% link 한글 폴더/글.md %} {% link /글 %}\n\n{% include 글.html 말 %}{% if 가 == 나 %}{% for 가 in 나 %}{% assign 가 = 나 %}{% post_url 2024-글 %}{% post_link 어떤-글 %}{% endfor %}{% endif %}\n\n{% tabs 모둠 %}{% tab 모둠 첫째 %}글이다.{% endtab %}{% endtabs %}", "Attribute:첫째|Paragraph:글이다.", DisplayName = "names that tags have as arguments")]
    [DataRow("{% for r in rows %}- {{ r.n }}: {{ r.v }}원이다.\n{% endfor %}\n\n{% for x in y %}* [{{ x.n }} 기사](/{{ x.v }})\n{% endfor %}", "ListItem:{1/}: {2/}원이다.|ListItem:{1/} 기사", DisplayName = "a list of one line in a loop")]
    [DataRow("{% if a %}## 왜 올랐나{% endif %}\n\n> {% if a %}> 인용이다.{% endif %}\n\n{% if a %}1. 첫째다.{% endif %}\n\n{% if a %}2019. 6. 5. 발표다.{% endif %}\n\n- 하나\n{% if a %}- 둘{% endif %}", "Heading:왜 올랐나|Quotation:인용이다.|ListItem:첫째다.|Paragraph:2019. 6. 5. 발표다.|ListItem:하나|ListItem:둘", DisplayName = "marks behind tags of Liquid")]
    [DataRow("{{< callout >}}- 환율이 올랐다.\n- 수입이 끊겼다.\n{{< /callout >}}\n\n{{% notice %}}### 왜 올랐나\n\n환율 때문이다.\n{{% /notice %}}\n\n글 {{< x >}}- 둘이다.", "ListItem:환율이 올랐다.|ListItem:수입이 끊겼다.|Heading:왜 올랐나|Paragraph:환율 때문이다.|Paragraph:글 {1/}- 둘이다.", DisplayName = "marks behind shortcodes, and a hyphen in a sentence")]
    [DataRow("아래 영상을 보라.\n<video controls>\n  <source src=\"/a.mp4\">\n</video>\n\n- 그림이다.\n  <svg width=\"1\">\n  <path d=\"M0\"/>\n  </svg>\n\n글 <video src=\"a\"></video>", "Paragraph:아래 영상을 보라.|ListItem:그림이다.|Paragraph:글 {1/}", DisplayName = "films and drawings right below words")]
    [DataRow("- 조끼를 입는다.\n\n    <figure markdown>\n      ![조끼](a.png)\n      <figcaption>형광 조끼다.</figcaption>\n    </figure>\n\n- 헬멧을 쓴다.", "ListItem:조끼를 입는다.|ImageAlt:조끼|Caption:형광 조끼다.|ListItem:헬멧을 쓴다.", DisplayName = "a figure in a list, set in as Python-Markdown has it")]
    [DataRow("{% if a %}## 왜 올랐나\n쌀값이 올랐다.\n{% endif %}\n\n{% if a %}1. 쌀을 씻는다.\n2. 물을 붓는다.\n{% endif %}\n\n쌀값이 올랐다.\n{% include a %}{% include b %} - 하위 항목\n\n{% for r in s %}- [ ] {{ r }} 기자\n{% if r %}  - 하위\n{% endif %}{% endfor %}", "Heading:왜 올랐나|Paragraph:쌀값이 올랐다.|ListItem:쌀을 씻는다.|ListItem:물을 붓는다.|Paragraph:쌀값이 올랐다.|ListItem:하위 항목|ListItem:{1/} 기자|ListItem:하위", DisplayName = "lines below marks behind tags")]
    [DataRow("> {{% a %}}- 하나\n> - 둘\n> {{% /a %}}\n\n  {% if a %}> 말이다.{% endif %}", "ListItem:하나|ListItem:둘|Quotation:말이다.", DisplayName = "marks behind tags in a quotation, and set in")]
    public void Words_a_reader_sees_are_units(string markdown, string units) =>
        Assert.AreEqual(units, string.Join('|', Extract(markdown + "\n\n끝.\n").Units.SkipLast(1).Select(u => $"{u.Kind}:{string.Join(" / ", u.Segments.Select(s => s.Source + s.SpaceAfter))}")));

    [TestMethod]
    [DataRow("```{note}\n글이다.\n```", ":class: x", "```{note}\n&#58;class&#58; x\n```")]
    [DataRow("```{note} 글이다.\n```", "a `b`", "```{note} a &#96;b&#96;\n```")]
    [DataRow(":::{figure} a.png\n:alt: 글이다.\n:::", "A: b", ":::{figure} a.png\n:alt: \"A: b\"\n:::")]
    [DataRow(":::{figure} a.png\n:alt: '글이다.' \n:::", "# b", ":::{figure} a.png\n:alt: '# b' \n:::")]
    public void Words_in_a_directive_become_no_markup_of_it(string article, string words, string woven)
    {
        var weaving = Weave(Extract(article + "\n"), _ => Content.Of(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven + "\n", weaving.Text);
    }

    [TestMethod]
    [DataRow(":alt: 글", "\"A\" b", ":alt: \"\\\"A\\\" b\"")]
    [DataRow(":alt: 글", "", ":alt: \"\"")]
    [DataRow(":alt: 글", "a #b", ":alt: \"a #b\"")]
    [DataRow(":alt: 글", "[x]", ":alt: \"[x]\"")]
    [DataRow(":alt: 글", "- a", ":alt: \"- a\"")]
    [DataRow(":alt: 글", "`x`", ":alt: \"`x`\"")]
    [DataRow(":alt: 글", "2026", ":alt: 2026")]
    [DataRow(":alt: 글", "-5 < +3", ":alt: -5 < +3")]
    [DataRow("---\nalt: 글\n---", "2026", "---\nalt: \"2026\"\n---")]
    [DataRow(":alt: 글", "3 people", ":alt: 3 people")]
    [DataRow(":alt: 글", "3 people: a", ":alt: \"3 people: a\"")]
    [DataRow(":alt: 글", "it's", ":alt: it's")]
    [DataRow(":alt: 글 # 말", "a: b", ":alt: \"a: b\" # 말")]
    [DataRow(":alt: \"글\"", "a \"b\" \\n", ":alt: \"a \\\"b\\\" \\\\n\"")]
    [DataRow(":alt: '글' # 말", "it's", ":alt: 'it''s' # 말")]
    [DataRow(":alt: 글: 말", "a: b", ":alt: \"a: b\"")]
    [DataRow("---\nalt: 글\n---", "A: b", "---\nalt: \"A: b\"\n---")]
    [DataRow("---\nalt: 글\r\n---", "[b", "---\nalt: \"[b\"\r\n---")]
    [DataRow(":alt: 글", "a: [q] {c} 'd' & *e* !f ?g %h @i", ":alt: \"a: [q] {c} 'd' & *e* !f ?g %h @i\"")]
    public void The_value_of_an_option_is_written_as_YAML_reads_it(string option, string words, string woven)
    {
        var weaving = Weave(Extract($"```{{image}} a.png\n{option}\n```\n"), _ => Content.Of(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual($"```{{image}} a.png\n{woven}\n```\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("{{< box >}}\n글\n\n글\n{{< /box >}}", "a,b")]
    [DataRow("{% box %}\n글\n\n글\n{% endbox %}", "note: x")]
    [DataRow("[box]\n글\n\n글\n[/box]", "a,b")]
    public void Words_that_look_like_data_are_words_where_the_source_has_none(string article, string words)
    {
        var weaving = Weave(Extract(article + "\n"), _ => Content.Of(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(article.Replace("글", words, StringComparison.Ordinal) + "\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("[글](u) 말", "{1}a ]{/1} b ]", "[a \\]](u) b \\]")]
    [DataRow("제목 **굵은** 글", "a ] {1}b{/1} [x](y)", "a \\] **b** \\[x\\]\\(y)")]
    [DataRow("제목 **굵은** 글", "[^1] {1}b{/1} [x]: y", "\\[^1\\] **b** \\[x\\]&#58; y")]
    [DataRow("**굵은 글**", "a [ b", "**a \\[ b**")]
    [DataRow("![](a.png) 글 `코드`", "a ] {1/}", "![](a.png) a \\] `코드`")]
    public void Brackets_do_not_end_the_label_of_a_box(string title, string words, string woven)
    {
        var weaving = Weave(Extract($"> :::note[{title}]\n> 글이다.\n> :::\n"), u => u.Kind == UnitKind.Title ? Content.Parse(words) : null);
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual($"> :::note[{woven}]\n> 글이다.\n> :::\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("title=\"C:\\dir \\\"글\\\"\"", "Attribute:C:dir \"글\"")]
    [DataRow("title=\"글 C:\\dir\"", "Attribute:글 C:\\dir")]
    [DataRow("caption=\"<i class=\\\"n\\\">글</i> \\*말\\*\"", "Caption:{1/}글{2/} *말*")]
    [DataRow("\"글 \\\"C:\\dir\\\"\"", "Attribute:글 \"C:dir\"")]
    public void Hugo_takes_all_backslashes_of_a_value_away_where_it_takes_any(string value, string units) =>
        Assert.AreEqual(units, string.Join('|', Extract($"{{{{< figure {value} >}}}}\n").Units.Select(u => $"{u.Kind}:{u.Segments[0].Source}")));

    [TestMethod]
    [DataRow("First photo", "address-missing: “https://b.kr”")]
    [DataRow("First photo [by](https://b.kr)", "")]
    [DataRow("First photo [by](https://b.kr) [x](/y)", "address-unknown: “/y”")]
    public void A_link_in_the_value_of_a_shortcode_is_told_when_it_is_lost(string words, string told)
    {
        var weaving = Weave(Extract("{{< figure src=\"1.jpg\" caption=\"**첫** 사진 [출처](https://b.kr)\" >}}\n"), _ => Content.Of(words));
        Assert.AreEqual(told, string.Join('|', weaving.Findings.Select(f => $"{f.Check}: {f.Message[f.Message.IndexOf('“', StringComparison.Ordinal)..(f.Message.IndexOf('”', StringComparison.Ordinal) + 1)]}")));
        Assert.IsTrue(weaving.IsSound);
    }

    [TestMethod]
    [DataRow("title=\"글\"", "C:\\dir \"x\"", "title=`C:\\dir \"x\"`")]
    [DataRow("title='글'", "It's one", "title=\"It's one\"", DisplayName = "apostrophes, which Hugo has as signs of the value")]
    [DataRow("title=\"글\"", "C:\\dir `x`", "title=\"C:\\dir `x`\"")]
    [DataRow("title=\"글\"", "\"x\" `y`", "title=\"\\\"x\\\" `y`\"")]
    [DataRow("\"글\"", "C:\\dir \"x\"", "`C:\\dir \"x\"`")]
    public void Backslashes_stand_where_Hugo_keeps_them(string value, string words, string woven)
    {
        var weaving = Weave(Extract($"{{{{< figure {value} >}}}}\n"), _ => Content.Of(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual($"{{{{< figure {woven} >}}}}\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("title=\"글\"", "C:\\dir \"x\" `y`")]
    [DataRow("title=`글`", "a \\`y`")]
    [DataRow("\"글\"", "a \\`y`")]
    public void What_Hugo_has_no_way_to_write_is_told_by_its_unit(string value, string words)
    {
        var article = Extract($"{{{{< figure {value} >}}}}\n");
        Assert.AreEqual(("not-in-a-shortcode", article.Units[0].Id), Weave(article, _ => Content.Of(words)).Findings.Select(f => (f.Check, f.UnitId)).Single());
    }

    [TestMethod]
    [DataRow("속도는 $$\\text{속도} = \\frac{\\text{거리}}{t}$$ 로 구한다.", "속도는 {1/} 로 구한다.")]
    [DataRow("- $$\\text{속도}$$\n- 글", "글")]
    [DataRow("$$\\text{속도}$$\n\n글", "글")]
    [DataRow("| 가 $$x_{\\text{속도}}$$ |\n|--|", "가 {1/}")]
    [DataRow("값은 $$말이다$$ 글", "값은 $$말이다$$ 글")]
    [DataRow("값은 $$5 \\text 원 글", "값은 $$5 \\text 원 글")]
    public void A_command_between_two_pairs_of_dollar_signs_makes_a_formula_of_any_script(string article, string units) =>
        Assert.AreEqual(units, string.Join('|', Extract(article + "\n").Units.Select(u => string.Join(" / ", u.Segments.Select(s => s.Source)))));

    [TestMethod]
    [DataRow("{{< note >}}글이다.{{< /note >}}", "1950. The war", "{{< note >}}1950&#46; The war{{< /note >}}")]
    [DataRow("{{% note %}} 글이다. {{% /note %}}", "- one", "{{% note %}} &#45; one {{% /note %}}")]
    [DataRow("{% if a %}글이다.{% endif %}", "# one", "{% if a %}&#35; one{% endif %}")]
    [DataRow("{% if a %}말{% endif %}이다.", "{1/}a {{{2/}b {{", "{% if a %}a &#123;{% endif %}b {")]
    [DataRow("{% if a %}글이다.{% endif %}", "a {{{{", "{% if a %}a &#123;&#123;{% endif %}")]
    [DataRow("- {% note info %}글이다.{% endnote %}", "a {{", "- {% note info %}a &#123;{% endnote %}")]
    [DataRow("{{< hl >}}글이다.{{< /hl >}}", "a {{", "{{< hl >}}a &#123;{{< /hl >}}")]
    [DataRow("글이다.", "%% c %% 5%", "%&#37; c %&#37; 5%")]
    [DataRow("{{< note >}}글이다.{{< /note >}}", "1950 was", "{{< note >}}1950 was{{< /note >}}")]
    [DataRow("그는 {{< q >}}전쟁{{< /q >}}이라고 말했다.", "He said {1/}1950. The war{2/}.", "He said {{< q >}}1950&#46; The war{{< /q >}}.")]
    [DataRow("그는 {{< q >}}전쟁{{</ q >}}이라고 말했다.", "He said {1/}1950. The war{2/}.", "He said {{< q >}}1950&#46; The war{{</ q >}}.")]
    [DataRow("그는 {{% q %}}전쟁{{% /q %}} 말했다.", "He {1/} # x{2/}- y", "He {{% q %}} &#35; x{{% /q %}}- y")]
    public void Words_behind_a_tag_begin_no_block_when_it_is_gone(string article, string words, string woven) =>
        Assert.AreEqual(woven + "\n", Weave(Extract(article + "\n"), _ => Content.Parse(words)).Text);

    // What Hexo 8, kramdown behind Liquid and Hugo make of each was looked at.
    [TestMethod]
    [DataRow("자세한 것은 {% link 글 https://e.kr/a %}와 **굵게**를 본다.", "{1/} and {2}bold{/2}", "&#32;{% link 글 https://e.kr/a %} and **bold**", DisplayName = "a tag")]
    [DataRow("자세한 것은 {{ config.x }}와 **굵게**를 본다.", "{1/} and {2}bold{/2}", "&#32;{{ config.x }} and **bold**", DisplayName = "a variable")]
    [DataRow("- 자세한 것은 {{ config.x }}와 **굵게**를 본다.", " {1/} and {2}bold{/2}", "- &#32;{{ config.x }} and **bold**", DisplayName = "in an item, behind a blank")]
    [DataRow("- [x] 자세한 것은 {{ config.x }}를 본다.", "{1/} is", "- [x] &#32;{{ config.x }} is", DisplayName = "in a task")]
    [DataRow("> 자세한 것은 {{ config.x }}를 본다.", "{1/} is", "> &#32;{{ config.x }} is", DisplayName = "in a quotation")]
    [DataRow("## 자세한 것은 {{ config.x }}", "{1/} is", "## {{ config.x }} is", DisplayName = "in a heading, which begins with its mark")]
    [DataRow("자세한 것은 {{ config.x }}\n===", "{1/} is", "&#32;{{ config.x }} is\n===", DisplayName = "in a heading with a line under it")]
    [DataRow("| 자세한 {{ config.x }} | 나 |\n|---|---|", "{1/} is", "| {{ config.x }} is | 나 |\n|---|---|", DisplayName = "in a cell")]
    [DataRow("{{ a }}와 {{ b }}를 본다.", "{2/} and {1/}", "{{ b }} and {{ a }}", DisplayName = "where the source begins with one")]
    [DataRow("자세한 것은 {{< kbd a >}}를 본다.", "{1/} is", "{{< kbd a >}} is", DisplayName = "a shortcode of Hugo")]
    [DataRow("자세한 것은 {{% kbd a %}}를 본다.", "{1/} is", "{{% kbd a %}} is", DisplayName = "another one of Hugo")]
    [DataRow("자세한 것은 **{{ config.x }}**를 본다.", "{1}{2/}{/1} is", "**{{ config.x }}** is", DisplayName = "behind a mark")]
    [DataRow("자세한 것은  \n또 {{ x }}를 본다.", "a{1/}{2/} is", "a  \n&#32;{{ x }} is", DisplayName = "behind a break")]
    [DataRow("자세한 것은  \n{{ x }}를 본다.", "a{1/}{2/} is", "a  \n{{ x }} is", DisplayName = "behind a break, where the source has it there")]
    [DataRow("- 자세한 것은\\\n  또 {{ x }}를 본다.", "a{1/}{2/} is", "- a\\\n  &#32;{{ x }} is", DisplayName = "behind a break in an item")]
    public void A_tag_that_comes_to_the_beginning_of_a_line_makes_no_html_of_it(string article, string words, string woven)
    {
        var source = Extract(article + "\n");
        var first = source.Units[0].Segments;
        var weaving = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [source.Units[0].Id] = [.. first.Select((_, i) => i == 0 ? Content.Parse(words) : Content.Of(""))] }, new WeaveOptions("en"));
        Assert.AreEqual(woven + "\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("{{< figure src=\"a.jpg\" caption=\"상인들\" author=\"김기자\" >}}", "{{< figure src=\"a.jpg\" caption=\"상인들\" author=\"Kim\" >}}")]
    [DataRow("{{< quote author=\"김\" source=\"https://a.b/c\" >}}말이다.{{< /quote >}}", "{{< quote author=\"Kim\" source=\"https://a.b/c\" >}}말이다.{{< /quote >}}")]
    [DataRow("{% quote author='김' cite='a.html' %}", "{% quote author='Kim' cite='a.html' %}")]
    [DataRow("{{< param \"가\" >}} {{< i18n \"나\" >}} {{< tabs \"다\" >}} {{< fixit-encryptor \"라\" \"마\" >}} {{< badge \"말\" >}}", "{{< param \"가\" >}} {{< i18n \"나\" >}} {{< tabs \"다\" >}} {{< fixit-encryptor \"라\" \"마\" >}} {{< badge \"Kim\" >}}")]
    [DataRow("{{< tab \"평양\" \"a\" >}}", "{{< tab \"Kim\" \"a\" >}}")]
    [DataRow("```py title=\"말\" hl=\"1\"\nx\n```", "```py title=\"Kim\" hl=\"1\"\nx\n```")]
    [DataRow("[글](/a){:title=\"말\"}", "[글](/a){:title=\"Kim\"}")]
    [DataRow("<Tip tip=\"말\" icon=\"가\" />", "<Tip tip=\"Kim\" icon=\"가\" />")]
    [DataRow("<Stat value=\"말\" @click=\"가()\" onClick=\"나()\" bgColor=\"다\" imageSrc=\"라 마\" />", "<Stat value=\"Kim\" @click=\"가()\" onClick=\"나()\" bgColor=\"다\" imageSrc=\"라 마\" />")]
    [DataRow("<Option name=\"가\" value=\"가\" hint=\"말\" />", "<Option name=\"가\" value=\"가\" hint=\"Kim\" />")]
    [DataRow("{{< stat value=\"말\" data_file=\"가\" >}}", "{{< stat value=\"Kim\" data_file=\"가\" >}}")]
    [DataRow("<RecentPosts tag=\"가\" filter=\"나\" heading=\"말\" />", "<RecentPosts tag=\"가\" filter=\"나\" heading=\"Kim\" />")]
    [DataRow("{{< card tag=\"말\" link=\"/a\" >}}", "{{< card tag=\"Kim\" link=\"/a\" >}}")]
    [DataRow("{{< recent-posts tag=\"가\" parent=\"나\" series=\"다\" menu=\"라\" heading=\"말\" >}}", "{{< recent-posts tag=\"가\" parent=\"나\" series=\"다\" menu=\"라\" heading=\"Kim\" >}}")]
    [DataRow("[display-posts tag=\"가\" category_name=\"나\" exclude_category=\"다\" post_type=\"라\" tag_slug=\"마\" title=\"말\"]", "[display-posts tag=\"가\" category_name=\"나\" exclude_category=\"다\" post_type=\"라\" tag_slug=\"마\" title=\"Kim\"]")]
    [DataRow("{% assign title = \"가\" %}{% card \"말\" %}", "{% assign title = \"가\" %}{% card \"Kim\" %}")]
    [DataRow("{% card \"a\", \"말\", \"b\" %}", "{% card \"a\", \"Kim\", \"b\" %}")]
    [DataRow(":::card{heading=\"말\" icon=\"가\"}\n글\n:::", ":::card{heading=\"Kim\" icon=\"가\"}\n글\n:::")]
    [DataRow("<Card category=\"말\" icon=\"가\" />", "<Card category=\"Kim\" icon=\"가\" />")]
    [DataRow("<Glossary term=\"말\" />", "<Glossary term=\"Kim\" />")]
    [DataRow("<Table name=\"말\" />\n\n<Icon name=\"가\" />", "<Table name=\"Kim\" />\n\n<Icon name=\"가\" />")]
    [DataRow("{{< tabs name=\"가\" x=\"말\" >}}", "{{< tabs name=\"가\" x=\"Kim\" >}}")]
    [DataRow("{{< faq question=\"말\" id=\"가\" src=\"가/나.png\" category=\"다\" answer=\"Yes\" >}}", "{{< faq question=\"Kim\" id=\"가\" src=\"가/나.png\" category=\"다\" answer=\"Yes\" >}}")]
    [DataRow("{% include a.html message=\"말\" href=\"가\" %}{% assign x = \"나\" %}", "{% include a.html message=\"Kim\" href=\"가\" %}{% assign x = \"나\" %}")]
    [DataRow("::card{heading=\"말\" icon=\"가\"}", "::card{heading=\"Kim\" icon=\"가\"}")]
    [DataRow("글\n{: data-x=\"가\" title=\"말\" foo=\"나\"}", "글\n{: data-x=\"가\" title=\"Kim\" foo=\"나\"}")]
    [DataRow("[su_quote quote=\"말\" class=\"가\"]", "[su_quote quote=\"Kim\" class=\"가\"]")]
    public void Who_says_something_may_be_written_in_any_letters(string article, string woven)
    {
        var source = Extract(article);
        Assert.AreEqual(1, source.Units.Count(u => u.Kind == UnitKind.Attribute));
        var weaving = Weave(source, u => u.Kind == UnitKind.Attribute ? Content.Of("Kim") : null);
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven, weaving.Text);
    }

    [TestMethod]
    [DataRow("He \"no\" x", "'He \"no\" x'")]
    [DataRow("It's C:\\dir", "\"It's C:\\dir\"")]
    [DataRow("He \"no\" it's", "\"He &quot;no&quot; it's\"")]
    public void Behind_a_colon_words_stand_between_marks_that_they_do_not_have(string words, string woven)
    {
        var source = Extract("{% figure caption:\"사진 설명\" class:\"b\" %}\n");
        Assert.AreEqual("사진 설명", source.Units.Single().Text);
        var weaving = Weave(source, _ => Content.Of(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual($"{{% figure caption:{woven} class:\"b\" %}}\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("{{< html `<iframe src=\"/x\" title=\"영상 제목\"></iframe>` >}}", "{{< html `<iframe src=\"/x\" title=\"A &quot;film&quot; &#96;x&#96;\"></iframe>` >}}", DisplayName = "HTML as a value of Hugo's")]
    [DataRow("<!-- {{ --> <img alt=\"그림\"> <!-- }} -->", "<!-- {{ --> <img alt=\"A &quot;film&quot; &#96;x&#96;\"> <!-- }} -->", DisplayName = "HTML between braces in comments")]
    [DataRow("{{< figure\n  src=\"a\"\n\n<img src=\"/b\" alt=\"그림\"> {{< x >}}", "{{< figure\n  src=\"a\"\n\n<img src=\"/b\" alt=\"A &quot;film&quot; &#96;x&#96;\"> {{< x >}}", DisplayName = "HTML in a tag that somebody forgot to close")]
    public void What_stands_in_two_kinds_of_markup_is_a_unit_once(string article, string woven)
    {
        var source = Extract(article + "\n\n끝.\n");
        var weaving = Weave(source, u => u.Kind is UnitKind.Attribute or UnitKind.ImageAlt ? Content.Of("A \"film\" `x`") : null);
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven + "\n\n끝.\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("*사진(연합뉴스)*{: .caption}\n", "*“Word.”*{: .caption}\n", DisplayName = "a list of attributes of kramdown")]
    [DataRow("글 **굵게.**{ .x } 글\n", "글 **“Word.”**{ .x } 글\n", DisplayName = "a list of attributes")]
    [DataRow("## 제목 **강조!**{#id}\n", "## 제목 **“Word.”**{#id}\n", DisplayName = "the name of a heading")]
    [DataRow("값은 **굵게.**$x$이다\n", "값은 **“Word.”**$x$이다\n", DisplayName = "a formula")]
    [DataRow("글 $x$**“굵게”**$y$이다\n", "글 $x$**“Word.”**$y$이다\n", DisplayName = "between formulas")]
    [DataRow("글 **굵게.**{{ x }} 글\n", "글 “**Word.**”{{ x }} 글\n", DisplayName = "a value of Liquid may be a letter")]
    [DataRow("글 **굵게**{{< fn 1 >}} 글\n", "글 “**Word.**”{{< fn 1 >}} 글\n", DisplayName = "Hugo puts letters there")]
    [DataRow("{% cite a %}**‘굵게’**글\n", "{% cite a %}“**Word.**”글\n", DisplayName = "a tag of Liquid")]
    [DataRow("글 **굵게**{{< fn 1 >}}\n", "글 “**Word.**”{{< fn 1 >}}\n", DisplayName = "Hugo puts letters there, at the end of a block")]
    [DataRow("{{< icon >}}**굵게** 글\n", "{{< icon >}}“**Word.**” 글\n", DisplayName = "Hugo puts letters there, where a block begins")]
    [DataRow("- **굵게**{{< icon >}}\n", "- “**Word.**”{{< icon >}}\n", DisplayName = "Hugo puts letters there, and nothing else is in the block")]
    [DataRow("글 **굵게**{{ endpoint }}\n", "글 “**Word.**”{{ endpoint }}\n", DisplayName = "a value whose name begins like a tag that closes")]
    [DataRow("{{< kbd >}}**굵게**{{< /kbd >}}\n", "{{< kbd >}}**“Word.”**{{< /kbd >}}\n", DisplayName = "what is between tags Hugo reads alone")]
    public void Emphasis_beside_a_tag_is_one_whatever_its_words_end_in(string article, string woven)
    {
        var source = Extract(article);
        var weaving = Weave(source, u => u.Codes.IsEmpty ? Content.Of("“Word.”") : new Content(u.Segments[0].Source.Parts.Select((p, i) => i > 0 && u.Segments[0].Source.Parts[i - 1].Kind == InlineKind.Open ? new Inline(InlineKind.Text, "“Word.”") : p)));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven, weaving.Text);
    }

    [TestMethod]
    [DataRow("[누리집](/a){:target=\"_blank\" rel=\"noopener\"}에서 본다.", "See [Word](/a){:target=\"_blank\" rel=\"noopener\"} for more.", DisplayName = "a link, and words behind it")]
    [DataRow("글 **굵게**{: .my_class}", "See **Word**{: .my_class} for more.", DisplayName = "bold at the end of a paragraph")]
    [DataRow("글 __굵게__{: .my_class}", "See __Word__{: .my_class} for more.", DisplayName = "underscores of the list stay")]
    [DataRow("## 제목 **강조**{#id}", "## See **Word** for more.{#id}", DisplayName = "the name of a heading is the heading's")]
    public void A_list_of_attributes_stays_with_what_it_is_of(string article, string woven)
    {
        var weaving = Weave(Extract(article + "\n"), u => new Content([new Inline(InlineKind.Text, "See "), new Inline(InlineKind.Open, "1"), new Inline(InlineKind.Text, "Word"), new Inline(InlineKind.Close, "1"), new Inline(InlineKind.Text, " for more.")]));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven + "\n", weaving.Text);
    }

    [TestMethod]
    [DataRow("Rice rose", "Again {1}bold{/1}", "{{ x }} Rice rose\nAgain **bold**", DisplayName = "a first line that ends no sentence any more")]
    [DataRow("Rice rose.", "Again bold.", "{{ x }} Rice rose.\nAgain bold.", DisplayName = "a second line without its markup")]
    public void A_first_line_apart_stays_so_whatever_the_words_are(string first, string second, string woven)
    {
        var weaving = Weave(Extract("{{ x }} 쌀값이 올랐다.\n또 **굵게** 올랐다.\n"), u => u.Codes is [{ Kind: CodeKind.Bold }] ? Content.Parse(second) : Content.Parse("{1/} " + first));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Where(f => f.Severity == Severity.Block).Select(f => f.Message)));
        Assert.AreEqual(woven + "\n", weaving.Text);
    }

    [TestMethod]
    public void A_tag_in_a_value_stays_what_it_is_wherever_it_is_put()
    {
        var article = Extract("<figure>\n<img src=\"a.jpg\" alt=\"{{ page.title }} 사진\">\n</figure>\n\n![{{ t }} 그림](a.png) 글 <a title=\"{{ t }} 말\">이다</a>.\n");
        var woven = Weave(article, u => u.Kind == UnitKind.Paragraph ? null : new Content([new Inline(InlineKind.Text, "A \"photo\" {{ x }} of "), new Inline(InlineKind.Standalone, "1")]));
        Assert.AreEqual("<figure>\n<img src=\"a.jpg\" alt=\"A &quot;photo&quot; &#123;&#123; x &#125;&#125; of {{ page.title }}\">\n</figure>\n\n![A \"photo\" &#123;{ x }} of {{ t }}](a.png) 글 <a title=\"A &quot;photo&quot; &#123;&#123; x &#125;&#125; of {{ t }}\">이다</a>.\n", woven.Text);
        Assert.AreEqual("code-missing", Weave(article, u => u.Kind == UnitKind.ImageAlt ? Content.Of("photo") : null).Findings[0].Check);
    }

    [TestMethod]
    [DataRow("caption=\"<span class=\\\"n\\\">그림 1: </span>축\"", "{1/}Figure \"1\": {2/}*axis* <b>", "caption=\"<span class=\\\"n\\\">Figure &quot;1&quot;: </span>&#42;axis&#42; &lt;b>\"")]
    [DataRow("caption=\"<span class=\\\"n\\\">그림 1: </span>축\"", "1. {1/}[x](y){2/} C:\\dir", "caption=\"1&#46; <span class=\\\"n\\\">&#91;x](y)</span> C:&#92;dir\"")]
    [DataRow("caption=`<span class=\"n\">그림 1: </span>축`", "> {1/}`x`{2/}", "caption=`&#62; <span class=\"n\">&#96;x&#96;</span>`")]
    [DataRow("caption=\"<span class=\\\"n\\\">그림 1</span> *축*\"", "*axis* 1. {1/}# \"2\"{2/} `x`", "caption=\"*axis* 1. <span class=\\\"n\\\"># &quot;2&quot;</span> &#96;x&#96;\"")]
    [DataRow("title=\"<b class=\\\"n\\\">그림</b> 축\"", "an \"axis\" {1/}x{2/}", "title=\"an \\\"axis\\\" <b class=\\\"n\\\">x</b>\"")]
    [DataRow("title=\"<b class=\\\"n\\\">그림</b> 축\"", "{1/}x{2/} C:\\", "title=`<b class=\"n\">x</b> C:\\`")]
    [DataRow("title=`<b class=\"n\">그림</b> 축`", "{1/}`x`{2/}", "title=\"<b class=\\\"n\\\">`x`</b>\"")]
    public void A_tag_of_HTML_in_a_value_of_Hugo_is_written_as_it_was(string value, string words, string woven)
    {
        var article = Extract($"{{{{< figure src=\"a.png\" {value} >}}}}\n");
        var weaving = Weave(article, _ => Content.Parse(words));
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual($"{{{{< figure src=\"a.png\" {woven} >}}}}\n", weaving.Text);
        Assert.AreEqual("code-missing", Weave(article, _ => Content.Parse(words.Replace("{1/}", "", StringComparison.Ordinal))).Findings[0].Check);
    }

    [TestMethod]
    [DataRow("{% blockquote 김기자, 책 https://a.b 제목 %}", "Kim, \"R&D\" %} it's", "{% blockquote Kim&#44; &quot;R&amp;D&quot; %&#125; it&#39;s, Kim&#44; &quot;R&amp;D&quot; %&#125; it&#39;s https://a.b Kim&#44; &quot;R&amp;D&quot; %&#125; it&#39;s %}")]
    [DataRow("{% asset_img a.png 300 가을 %}", "Autumn, {% x %} <b>", "{% asset_img a.png 300 Autumn, {% x %&#125; &lt;b&gt; %}")]
    [DataRow("{% img /a.png \"집회 사진\" %}", "They chant 'no' at \"x\"", "{% img /a.png \"They chant &#39;no&#39; at &quot;x&quot;\" %}")]
    [DataRow("{% asset_img a.png 30 '집회 &quot;사진&quot;' %}", "it's {{ y }}", "{% asset_img a.png 30 'it&#39;s &#123;&#123; y &#125;&#125;' %}")]
    [DataRow("{% img /a.png \"제목 '대신'\" %}", "it's", "{% img /a.png \"it&#39;s 'it&#39;s'\" %}")]
    [DataRow("{% img /a.png '\"제목\" \"대신\"' %}", "a \"b\"", "{% img /a.png '\"a &quot;b&quot;\" \"a &quot;b&quot;\"' %}")]
    [DataRow("{% note info 제목 글 %}\n{% endnote %}", "a }} {{ y }}", "{% note info a &#125;&#125; &#123;&#123; y &#125;&#125; %}\n{% endnote %}")]
    [DataRow("{% link 더 읽기 https://a.b %}", "see https://c.d /e AI의,", "{% link see https:&#x2F;&#x2F;c.d &#x2F;e AI의&#44; https://a.b %}")]
    [DataRow("{% link 더 읽기 https://a.b %}", "a@b.kr Note:x www.c.d at 5:30 www", "{% link a&#64;b.kr Note&#58;x &#119;ww.c.d at 5:30 www https://a.b %}")]
    [DataRow("{% link 더 읽기, https://a.b %}", "a, b", "{% link a&#44; b, https://a.b %}")]
    [DataRow("{% label primary@글 %}", "a@b", "{% label primary@a&#64;b %}")]
    [DataRow("{% tab 글%}", "a -", "{% tab a - %}")]
    public void Nothing_of_a_target_ends_a_tag_of_Hexo_or_parts_its_arguments(string article, string words, string woven)
    {
        var weaving = Weave(Extract(article + "\n\n글이다.\n"), u => u.Kind == UnitKind.Attribute ? Content.Of(words) : null);
        Assert.AreEqual("", string.Join('|', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(woven + "\n\n글이다.\n", weaving.Text);
    }

    [TestMethod]
    public void An_alert_keeps_its_title_and_its_body_apart()
    {
        var article = Extract("> [!TIP] 알림 제목\n> 글이다.\n> 둘이다.\n");
        Assert.AreEqual("> [!TIP] Word\n> Word Word\n", Weave(article, _ => Content.Of("Word"), 2).Text);
    }

    [TestMethod]
    public void Words_in_a_list_of_attributes_are_written_as_sites_read_them()
    {
        var article = Extract("[단추](#){ .md-button title=\"누르시오\" }\n");
        Assert.AreEqual("[A &#123; .b } { a=](#){ .md-button title=\"A &#123; .b &#125; { a=\" }\n".Replace("&#125; { a", "&#125; &#123; a", StringComparison.Ordinal), Weave(article, _ => Content.Of("A { .b } { a=")).Text);
    }

    [TestMethod]
    [DataRow("문의는 https://github.com/{{ site.user }} 에서.\n", "https://github.com/{{ site.user }}")]
    [DataRow("주소는 https://a.b/users/{id}/posts 이다.\n", "https://a.b/users/{id}/posts")]
    [DataRow("주소 https://example.com/{{< v >}}/a 글\n", "https://example.com/{{< v >}}/a")]
    [DataRow("(www.a.kr/{{ x }}/{{ y }}) 끝\n", "www.a.kr/{{ x }}/{{ y }}")]
    [DataRow("글 https://a.b/{% if a %}b{% endif %}에서\n", "https://a.b/{% if a %}b{% endif %}")]
    public void A_tag_within_a_bare_address_is_one_code_with_it(string text, string address)
    {
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text), "a.md", new ExtractionOptions("ko")).Value!;
        var code = article.Units.Single().Codes.Single();
        Assert.AreEqual(address, code.Opening);
        Assert.AreEqual($"a {address} b\n", Weave(article, _ => Content.Parse($"a {{{code.Id}/}} b")).Text);
        // Where words have no blanks between them, it has none either.
        Assert.AreEqual($"先は{address}まで\n", Weave(article, _ => Content.Parse($"先は{{{code.Id}/}}まで")).Text);
    }

    [TestMethod]
    [DataRow("::github{repo=\"a/b\"}\n\n::hr\n\n글\n", "글", "::github{repo=\"a/b\"}\n\n::hr\n\n\\# x\n", DisplayName = "no words")]
    [DataRow("> ::card[카드 **글**]{href=\"/a\" title=\"제목\"}\n", "카드 글|제목", "> ::card[# x]{href=\"/a\" title=\"# x\"}\n", DisplayName = "a label and a title")]
    [DataRow("앞.\n::alert{type=\"info\"}\n내용.\n::\n뒤.\n", "앞.|내용.|뒤.", "\\# x\n::alert{type=\"info\"}\n\\# x\n::\n\\# x\n", DisplayName = "a block of Nuxt")]
    [DataRow("글 ::a 끝.\n", "글 ::a 끝.", "\\# x\n", DisplayName = "none")]
    [DataRow("가  \n::card[글]{a=\"b\"}\n나\n", "가|글|나", "\\# x  \n::card[# x]{a=\"b\"}\n\\# x\n", DisplayName = "behind a hard line end")]
    [DataRow("::: tabs\n@tab 첫 탭\n글.\n@tab:active 둘째\n글.\n:::\n", "첫 탭|글.|둘째|글.", "::: tabs\n@tab # x\n\\# x\n@tab:active # x\n\\# x\n:::\n", DisplayName = "tabs of VuePress")]
    [DataRow("> ::: tabs\n> @tab 첫\n> 글.\n> :::\n", "첫|글.", "> ::: tabs\n> @tab # x\n> \\# x\n> :::\n", DisplayName = "tabs in a quotation")]
    [DataRow("- ::card[카드]{#abc}\n", "카드", "- ::card[# x]{#abc}\n", DisplayName = "first in an item")]
    [DataRow("::hero\n---\ntitle: 제목\nicon: x\n---\n글.\n::\n", "글.", "::hero\n---\ntitle: 제목\nicon: x\n---\n\\# x\n::\n", DisplayName = "properties of Nuxt")]
    [DataRow("::hero\n#title\n제목\n\n#text\n글.\n::\n\n#tag\n", "제목|글.|#tag", "::hero\n#title\n\\# x\n\n#text\n\\# x\n::\n\n\\# x\n", DisplayName = "slots of Nuxt")]
    [DataRow("@tab 글.\n", "@tab 글.", "\\# x\n", DisplayName = "no tabs")]
    public void Directives_of_one_line_stay_and_their_words_are_units(string text, string words, string woven)
    {
        foreach (var line in new[] { "\n", "\r\n" })
        {
            var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text.Replace("\n", line, StringComparison.Ordinal)), "a.md", new ExtractionOptions("ko")).Value!;
            Assert.AreEqual(words, string.Join('|', article.Units.Select(u => u.Text)));
            Assert.AreEqual(woven.Replace("\n", line, StringComparison.Ordinal), Weave(article, _ => Content.Of("# x")).Text);
        }
    }

    [TestMethod]
    [DataRow("# x", "- {:.li} \\# x\n")]
    [DataRow("2019. 6. x", "- {:.li} 2019\\. 6. x\n")]
    [DataRow("x # y", "- {:.li} x # y\n")]
    public void Behind_the_attributes_of_an_item_its_words_begin(string words, string woven) =>
        Assert.AreEqual(woven, Weave(MarkdownExtractor.Extract("- {:.li} 항목\n"u8, "a.md", new ExtractionOptions("ko")).Value!, _ => Content.Of(words)).Text);

    [TestMethod]
    public void Attributes_right_below_a_definition_are_no_words_and_hide_no_other_one()
    {
        // kramdown reads two definitions.
        const string Text = "[가][a] 글 [나][b] 글.\n\n[a]: https://a.b \"제목\"\n{: target=\"_blank\"}\n[b]: https://c.d\n{: target=\"_blank\"}\n";
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(Text), "a.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual("가 글 나 글.|제목", string.Join('|', article.Units.Select(u => u.Text)));
    }

    [TestMethod]
    [DataRow("{% if a %} https://a.b/{% endif %} 글.\n")]
    [DataRow("{{< hl >}} https://a.b/{{< /hl >}} 글.\n")]
    public void A_tag_that_closes_another_is_no_part_of_an_address(string text) =>
        Assert.HasCount(3, MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"글 {text}"), "a.md", new ExtractionOptions("ko")).Value!.Units.Single().Codes);

    [TestMethod]
    public void A_directive_of_one_line_in_emphasis_is_a_code()
    {
        var article = MarkdownExtractor.Extract("*가\n::card[글]\n나*\n"u8, "a.md", new ExtractionOptions("ko")).Value!;
        Assert.AreEqual("::card[글]", article.Units.Single().Codes.Single().Opening);
        Assert.AreEqual("*a ::card[글] b*\n", Weave(article, u => Content.Parse($"a {{{u.Codes[0].Id}/}} b")).Text);
    }

    private static Weaving Weave(Extraction article, Func<Unit, Content?> words, int sentences) => MarkdownWeaver.Weave(article, article.Units.ToDictionary(u => u.Id, u => Enumerable.Repeat(words(u), Math.Min(sentences, u.Segments.Length)).ToImmutableArray()), new WeaveOptions("en"));

    private static Weaving Weave(Extraction article, Func<Unit, Content?> words) => MarkdownWeaver.Weave(article, article.Units.ToDictionary(u => u.Id, u => ImmutableArray.Create(words(u))), new WeaveOptions("en"));

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko")).Value!;
}

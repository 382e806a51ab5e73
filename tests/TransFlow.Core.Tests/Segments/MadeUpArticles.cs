using System.Globalization;
using System.Text;

namespace TransFlow.Core.Tests.Segments;

/// <summary>
/// Articles that a Korean newsroom could have, made of everything that its site generators know, in every way of writing files down.
/// Whatever a reader sees and a translator translates has Hangul; whatever is hidden, or is code, has none and says <c>zzhid</c>.
/// </summary>
internal sealed class MadeUpArticles(int seed)
{
    private static readonly string[] Sentences =
    [
        "서울시가 오는 10월부터 심야버스 노선을 14개에서 28개로 늘린다고 18일 밝혔다.", "“기사 충원이 먼저”라고 노조는 말했다.", "그는 “요금은 그대로다. 내년에 다시 본다.”라고 했다.", "2024. 5. 1. 현재 쌀값은 20만 원(80㎏)이다.",
        "왜 그랬을까?", "‘안전’이란 말이 3.5%p 늘었다…", "주민들은 이렇게 물었다. \"언제 끝나나요?\"", "㈜한빛의 A씨(45)는 고개를 저었다!", "비율은 3:2이고 값은 1,000~2,000원이다.", "C# 개발자 100명이 모였다.", "1. 이것은 번호가 아니다.", "별표 * 하나와 밑줄 _ 하나, 물결 ~ 하나.",
        "값이 5 < 7이고 7 > 5다.", "AT&T와 R&D 예산이다.", "🚌 버스가 왔다 🙂.", "한자(漢字)와 かな도 있다.", "경로는 C:\\\\폴더이다.", "이메일은 기자실로 보낸다.", "- 아니라고 했다.", "# 표시는 제목이 아니다.",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _definitions = new();
    private int _notes;

    /// <summary>The article.</summary>
    public string Make()
    {
        var text = new StringBuilder(Head());
        var blocks = _random.Next(3, 14);
        for (var i = 0; i < blocks; i++)
            text.Append(Block(0)).Append(_random.Next(6) == 0 ? "\n\n\n" : "\n\n");
        text.Append("끝의 문단이다.\n\n").Append(_definitions);
        return Written(text.ToString());
    }

    private string Head() => _random.Next(8) switch
    {
        0 => $"---\ntitle: \"{Word()}: 제목이다\"\ndate: 2024-05-01T09:00:00+09:00\ndraft: false\ntags: [버스, '서울', \"노선\"] # 꼬리표가 아닌 zzhid\ntranslationKey: zzhid\nparams:\n  caption: {Word()} 사진\n  hero:\n    src: /zzhid.jpg\n    alt: 대체 글이다\n---\n\n".Replace(" # 꼬리표가 아닌 zzhid", " # zzhid", StringComparison.Ordinal),
        1 => $"---\nlayout: post\nref: zzhid\ntitle: {Word()} 이야기\nexcerpt: >-\n  접은 글이다.\n  둘째 줄이다.\nimage:\n  path: /zzhid.png\n  alt: '그림의 ''대체'' 글'\npermalink: /zzhid/\n---\n",
        2 => $"+++\ntitle = '{Word()} 제목'\ndate = 2024-05-01\ntags = [\"하나\", \"둘\"] # zzhid\nslug = \"zzhid\"\n[params]\ncaption = \"사진: \\\"말\\\"\"\n+++\n\n",
        3 => $"{{\n  \"title\": \"{Word()} 제목\",\n  \"slug\": \"zzhid\",\n  \"tags\": [\"하나\", \"둘\"],\n  \"draft\": false\n}}\n\n",
        4 => $"---\npost_title: {Word()} 기사\npost_name: zzhid\npost_date: 2024-05-01 09:00:00\npost_excerpt: |\n  요약 첫 줄\n  요약 둘째 줄\ntaxonomy:\n  post_tag:\n    - 버스\n    - 서울\nfeatured_image: https://example.com/zzhid.jpg\n---\n",
        _ => "",
    };

    private string Block(int depth) => _random.Next(depth > 2 ? 4 : 42) switch
    {
        0 or 1 or 2 or 3 => Paragraph(),
        4 => $"{new string('#', _random.Next(1, 6))} {Inline()}{Pick("", " #", " {#zzhid}", " {: .zzhid}")}",
        5 => $"{Word()} 소제목\n{Pick("---", "======")}",
        6 or 7 => List(depth, Pick("- ", "* ", "+ ", "1. ", "1) ", "10. ")),
        8 => List(depth, Pick("- [ ] ", "- [x] ")),
        9 or 10 => Prefixed(depth < 2 ? $"{Block(depth + 1)}\n\n{Paragraph()}" : Paragraph(), "> "),
        11 or 12 => Table(),
        13 => $"![{Word()} 사진](zzhid.jpg \"{Word()} 제목\")\n*{Word()} 설명이다. 사진: 기자*",
        14 => $"```zzhid\nzzhid = 1 # <b>\n\n[zzhid]: x\n```",
        15 => $"#### {Word()}\n\n    zzhid {{ }}\n    zzhid",
        16 => $"~~~\nzzhid ```\n~~~",
        17 => $"<div class=\"zzhid\">\n<p>{Word()} <b>굵은</b> 말이다.</p>\n<img src=\"zzhid.png\" alt=\"{Word()} 그림\">\n</div>",
        18 => $"<details>\n<summary>{Word()} 요약</summary>\n\n{Paragraph()}\n\n</details>",
        19 => "<!-- zzhid\n\nzzhid -->",
        20 => $"{{{{< figure src=\"/zzhid.jpg\" alt=\"{Word()} 그림\" caption=\"{Word()} 설명\" >}}}}",
        21 => $"{{% include zzhid.html caption=\"{Word()} 설명\" %}}\n\n{Paragraph()}\n\n{{% if zzhid %}}\n\n{Paragraph()}\n\n{{% endif %}}",
        22 => $"::: zzhid\n{Paragraph()}\n:::",
        23 => $"<Callout type=\"zzhid\" title=\"{Word()} 알림\">\n\n{Paragraph()}\n\n</Callout>",
        24 => $"{Word()} 용어\n:   {Inline()}",
        25 => Pick("---", "* * *", "___"),
        26 => $"{Paragraph()}\n{{: .zzhid}}",
        27 => $"$$\nzzhid_1 = \\frac{{a}}{{b}}\n$$",
        28 => depth > 0 ? Paragraph() : "import zzhid from '../zzhid';\n\nexport const zzhid = { zzhid: 1 };".Replace("\n\nexport", "\n\n<Zzhid a={zzhid} />\n\n<!-- zzhid", StringComparison.Ordinal).Replace("};", "} -->", StringComparison.Ordinal).Replace("import zzhid from '../zzhid';", "<Zzhid>", StringComparison.Ordinal) + "\n\n</Zzhid>",
        29 => $"{{{{< note title=\"{Word()} 알림\" >}}}}\n{Paragraph()}\n{{{{< /note >}}}}",
        30 => $"{{{{% tip %}}}}\n\n{Paragraph()}\n\n{{{{% /tip %}}}}",
        31 => $"<table>\n<thead><tr><th>{Word()}</th><th>zzhid</th></tr></thead>\n<tr><td>{Word()} &amp; {Word()}</td><td><code>zzhid</code></td></tr>\n</table>".Replace("<th>zzhid</th>", "<th></th>", StringComparison.Ordinal),
        32 => $"<script>\nvar zzhid = \"<b>\";\n</script>",
        33 => $"<iframe src=\"https://example.com/zzhid\" title=\"{Word()} 영상\"></iframe>",
        34 => LongNote(),
        35 => $"1. {Inline()}\n\n   {Paragraph().Replace("\n", "\n   ", StringComparison.Ordinal)}\n\n   > {Word()} 인용이다.\n\n2. {Inline()}",
        36 => $"-\t{Word()} 탭이다.\n\n\t{Word()} 탭으로 들인 문단이다.\n-\t{Word()} 둘째다.",
        37 => $"> {Word()} 인용이다.\n게으른 줄이다.\n> - {Word()}\n>   {Word()}\n>\n> — {Word()} 기자",
        38 => $"{{% raw %}}{{{{ zzhid }}}}{{% endraw %}} {Word()} 뒤의 글이다.",
        39 => $"# {Word()}   \n{Paragraph()}   ",
        40 => $"{Word()} 용어\n: {Word()} 뜻이다.\n: {Word()} 둘째 뜻이다.",
        _ => $"<figure>\n<img src='zzhid.jpg' alt='{Word()} 그림'>\n<figcaption>{Word()} 설명 <em>강조</em></figcaption>\n</figure>",
    };

    private string Paragraph()
    {
        var lines = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Inline()).ToList();
        return string.Join(Pick(" ", "\n", "\n", "  \n", "\\\n", "\n   "), lines);
    }

    private string List(int depth, string mark)
    {
        var items = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => mark + Hanging(Inline() + (depth < 2 && _random.Next(3) == 0 ? "\n\n" + Block(depth + 1) : depth < 3 && _random.Next(3) == 0 ? "\n" + List(depth + 1, Pick("- ", "1. ")) : ""), mark.StartsWith("- [", StringComparison.Ordinal) ? 2 : mark.Length));
        return string.Join(Pick("\n", "\n", "\n\n"), items);
    }

    private static string Hanging(string text, int width) => text.Replace("\n", "\n" + new string(' ', width), StringComparison.Ordinal);

    private static string Prefixed(string text, string prefix) => prefix + text.Replace("\n", "\n" + prefix, StringComparison.Ordinal);

    private string Table()
    {
        var columns = _random.Next(2, 4);
        var isOpen = _random.Next(4) == 0;
        string Row(Func<string> cell) => (isOpen ? "" : "| ") + string.Join(" | ", Enumerable.Range(0, columns).Select(_ => cell())) + (isOpen ? "" : " |");
        var rows = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Row(Cell));
        return $"{Row(Word)}\n{Row(() => Pick("---", ":--", "--:", ":-:"))}\n{string.Join('\n', rows)}";
    }

    private string Cell() => _random.Next(6) switch
    {
        0 => "1,000",
        1 => $"**{Word()}**",
        2 => $"{Word()} \\| 막대",
        3 => $"[{Word()}](zzhid)",
        4 => $"{Word()} `zzhid`",
        _ => Word(),
    };

    private string Inline()
    {
        var sentence = _random.Next(3) == 0 ? Word() + "은 " + Sentences[_random.Next(10)] : Sentences[_random.Next(18)];
        return _random.Next(3) > 0 ? $"{Word()} {Span()} {sentence}" : $"{Word()}. {sentence}";
    }

    private string Span() => _random.Next(28) switch
    {
        0 => $"**{Word()}**는",
        1 => $"*{Word()}*을",
        2 => $"**“{Word()}”**라고",
        3 => $"***{Word()}***",
        4 => $"~~{Word()}~~",
        5 => "`zzhid`를",
        6 => $"[{Word()}](https://example.com/zzhid_(1)?a=b&c=d \"{Word()} 누리집\")에서",
        7 => $"[{Word()}][{Reference()}]와",
        8 => $"![{Word()}](zzhid.png)를",
        9 => $"[![{Word()}](zzhid.png)](https://example.com)을",
        10 => "<https://example.com/zzhid>에",
        11 => $"<b>{Word()}</b>와 <br>",
        12 => $"말[^{Note()}]을",
        13 => $"{{{{< zzhid >}}}} 뒤의",
        14 => $"{{{{ zzhid.x }}}}의",
        15 => "&nbsp;&lt;틀&gt;의",
        16 => "\\*별표\\*와 \\# 그리고",
        17 => $"[{Word()} **{Word()}**](zzhid)의",
        18 => $"__{Word()}__ 뒤",
        19 => $"({Word()})의",
        21 => "$zzhid^2$를",
        22 => $"![{Word()} 그림][{Reference()}]의",
        23 => "말 https://example.com/zzhid_a 뒤",
        24 => $"<Badge text=\"{Word()}\" /> 뒤",
        25 => "H<sub>2</sub>O와",
        26 => $"{Word()}\u200b의\u00a0{Word()}",
        20 => $"<span title=\"{Word()}\">{Word()}</span>의",
        _ => $"'{Word()}'",
    };

    private string Reference()
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"zzhid{++_notes}");
        _definitions.Append(CultureInfo.InvariantCulture, $"[{label}]: https://example.com/zzhid \"{Word()} 정의\"\n\n");
        return label;
    }

    private string Note()
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"zzhid{++_notes}");
        _definitions.Append(CultureInfo.InvariantCulture, $"[^{label}]: {Word()} 각주다. **둘째** 문장이다.\n\n");
        return label;
    }

    private string LongNote()
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"zzhid{++_notes}");
        _definitions.Append(CultureInfo.InvariantCulture, $"[^{label}]: {Word()} 긴 각주다.\n\n    {Word()} 둘째 문단이다.\n\n    - {Word()} 항목이다.\n\n");
        return $"{Word()} 뒤에 각주가 있다.[^{label}]";
    }

    private string Word() => Pick("가을", "나라 살림", "다리", "라디오 ‘소리’", "마을 100곳", "바다", "사람들");

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>The ways in which editors, systems and people write a file down.</summary>
    private string Written(string text)
    {
        if (_random.Next(8) == 0)
            text = text.Normalize(NormalizationForm.FormD);
        if (_random.Next(6) == 0)
            text = text.TrimEnd('\n');
        text = _random.Next(5) switch
        {
            0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 => string.Concat(text.Select(c => c == '\n' && _random.Next(2) == 0 ? "\r\n" : c.ToString())),
            _ => text,
        };
        return _random.Next(6) == 0 ? "\uFEFF" + text : text;
    }
}

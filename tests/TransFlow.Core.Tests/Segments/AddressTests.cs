using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Addresses that stand bare are links to the same places whatever words come to touch them, and words become no links.</summary>
[TestClass]
public sealed class AddressTests
{
    private const string Bare = "자세한 것은 https://b.kr/x?y=1 에서 보라.";

    private const string Five = "자료는 https://b.kr/1 과 https://b.kr/2 와 https://b.kr/3 과 https://b.kr/4 와 https://b.kr/5 이다.";

    [TestMethod]
    [DataRow(Bare, "See {1/} for more.", "See https://b.kr/x?y=1 for more.", DisplayName = "between spaces")]
    [DataRow(Bare, "More ({1/}).", "More (<https://b.kr/x?y=1>).", DisplayName = "between brackets, before a stop: goldmark's would hold the bracket")]
    [DataRow("- [한국은행: https://www.bok.or.kr](https://www.bok.or.kr)", "Bank: {1/}.", "- [Bank: https://www.bok.or.kr.](https://www.bok.or.kr)", DisplayName = "in a link that is all of an item")]
    [DataRow("## **[출처 www.e.kr/a 참고](/b)**", "See {1/}): x", "## **[See www.e.kr/a): x](/b)**", DisplayName = "in a link in bold that is all of a heading")]
    [DataRow(Five, "More ({1/}) now, {2/}, {3/}. Why {4/}? So {5/}…", "More (https://b.kr/1) now, https://b.kr/2, https://b.kr/3. Why https://b.kr/4? So <https://b.kr/5>…", DisplayName = "before one mark of punctuation")]
    [DataRow(Five, "At {1/}; {2/}: {3/}?! {4/}' *{5/}", "At <https://b.kr/1>; <https://b.kr/2>: <https://b.kr/3>?! <https://b.kr/4>' \\*<https://b.kr/5>", DisplayName = "beside marks that some renderers take for its own")]
    [DataRow("자료(https://b.kr/x).", "Data (all) ({1/}).", "Data (all) (https://b.kr/x).", DisplayName = "between what stands around it in the source")]
    [DataRow(Bare, "詳しくは{1/}を見る。", "詳しくは<https://b.kr/x?y=1>を見る。", DisplayName = "in Japanese")]
    [DataRow(Bare, "See{1/}abc.", "See<https://b.kr/x?y=1>abc.", DisplayName = "glued to words")]
    [DataRow(Bare, "见 {1/}。", "见 <https://b.kr/x?y=1>。", DisplayName = "before a wide stop")]
    [DataRow("자세한 것은 <https://b.kr/x> 에서 보라.", "See{1/}abc.", "See<https://b.kr/x>abc.", DisplayName = "between angle brackets already")]
    [DataRow("자세한 것은 www.b.kr/x_y 에서 보라.", "詳しくは{1/}を見る。", "詳しくは[www.b.kr/x_y](<http://www.b.kr/x_y>)を見る。", DisplayName = "without a scheme")]
    [DataRow("+++\n+++\n자세한 것은 www.b.kr/x 에서 보라.", "詳しくは{1/}を見る。", "+++\n+++\n詳しくは[www.b.kr/x](<https://www.b.kr/x>)を見る。", DisplayName = "without a scheme, in Hugo")]
    [DataRow("자세한 것은 [여기](<http://www.b.kr> \"뜻\")서 www.b.kr 보라.", "{2/}で{1}here{/1}", "[www.b.kr](<http://www.b.kr>)で[here](<http://www.b.kr> \"뜻\")", DisplayName = "beside a link between angle brackets")]
    [DataRow("자세한 것은 [www.b.kr](<http://www.b.kr>)을 보라.", "{1}here {2/}{/1}", "[here www.b.kr](<http://www.b.kr>)", DisplayName = "in a link between angle brackets")]
    [DataRow("자세한 것은 **지금 https://b.kr/x 에서** 보라.", "See {1}now {2/}{/1}는", "See **now <https://b.kr/x>**&#45716;", DisplayName = "at the end of emphasis")]
    [DataRow("| 가 | 나 |\n|---|---|\n|다 https://b.kr/x|라|", "c {1/}", "| 가 | 나 |\n|---|---|\n|c https://b.kr/x|라|", DisplayName = "at the end of a cell")]
    [DataRow("[글 https://b.kr/x 이다](u) 끝", "{1}words {2/}{/1}x", "[words https://b.kr/x](u)x", DisplayName = "in a link, where it is none")]
    [DataRow("자세한 것은 보라.", "See http://x.kr/a_b now.", "See http&#58;//x.kr/a_b now.", DisplayName = "typed")]
    [DataRow("자세한 것은 https://en.wikipedia.org/wiki/Seoul_(city) 에서 보라.", "See {1/} for more.", "See https://en.wikipedia.org/wiki/Seoul_(city) for more.", DisplayName = "with an underscore beside a bracket")]
    [DataRow("자세한 것은 https://b.kr/_a_/*c*?_gl=1&_b=2 에서 **보라**.", "See {1/} for {2}more{/2}.", "See https://b.kr/_a_/*c*?_gl=1&_b=2 for **more**.", DisplayName = "with signs that would be emphasis")]
    [DataRow("자세한 것은 https://ko.b.org/wiki/서울(도시)에서 보라.", "See {1/} for more.", "See https://ko.b.org/wiki/서울(도시) for more.", DisplayName = "with a bracket behind Hangul")]
    [DataRow("자세한 것은 [https://b.kr/?q=[2]]에서 보라.", "See [{1/}] for more.", "See [<https://b.kr/?q=[2]>] for more.", DisplayName = "with brackets of its own")]
    [DataRow("자세한 것은 https://b.kr/x(참고)에서 보라.", "See {1/} (note) for more.", "See https://b.kr/x (note) for more.", DisplayName = "before a remark")]
    [DataRow("[보라](https://b.kr/_a_) 글.\n\n[r]: https://b.kr/_q_ \"뜻\"", "See {1}more{/1}.", "See [more](https://b.kr/_a_).\n\n[r]: https://b.kr/_q_ \"뜻\"", DisplayName = "of links and definitions")]
    [DataRow("자세한 것은 보라.", "(www.x.kr), http: www. https://", "(www\\.x.kr), http: www. https://", DisplayName = "typed without a scheme, and what is no address")]
    [DataRow("서버는 http://localhost:3000에서 뜬다.", "Open {1/} now.", "Open http://localhost:3000 now.", DisplayName = "without a dot")]
    [DataRow("서버는 http://localhost:3000에서 뜬다.", "{1/}で開く。", "<http://localhost:3000>で開く。", DisplayName = "without a dot, glued to words")]
    [DataRow("서버는 ftp://x/_a_/b 에서 **뜬다**.", "Open {1/} {2}now{/2}.", "Open ftp://x/_a_/b **now**.", DisplayName = "of a file server, without a dot")]
    [DataRow("서버는 **새 글**이다.", "Open http://localhost:3000{1}new{/1}.", "Open http&#58;//localhost:3000**new**.", DisplayName = "typed without a dot, before emphasis")]
    [DataRow("서버는 [새 글](u)이다.", "Open <http://x>{1}new{/1}, ftp://x/a_b*c, www.x/_d", "Open &lt;http&#58;//x>[new](u), ftp&#58;//x/a_b\\*c, www\\.x/\\_d", DisplayName = "typed without a dot, between angle brackets")]
    [DataRow("서버는 2-http://x 이다.", "Open 3-{1/} -ftp://x/_a xhttp://x/_b", "Open 3-<http://x> -ftp&#58;//x/\\_a xhttp&#58;//x/\\_b", DisplayName = "behind a sign, and typed within a word")]
    [DataRow("출처: https://ko.wikipedia.org/wiki/서울_(도시)", "Source: {1/}.", "Source: https://ko.wikipedia.org/wiki/서울_(도시).", DisplayName = "with an underscore and a bracket behind Hangul")]
    [DataRow("출처: https://ko.wikipedia.org/wiki/기생충_(2019년_영화)에서", "Source: {1/}.", "Source: https://ko.wikipedia.org/wiki/기생충_(2019년_영화).", DisplayName = "with digits and Hangul between brackets")]
    [DataRow("출처: (https://e.kr/글/(상)) 보라", "Source: ({1/})", "Source: (https://e.kr/글/(상))", DisplayName = "with brackets behind a stroke")]
    [DataRow("출처: https://namu.wiki/w/A(가)에서", "Source: {1/} for more.", "Source: https://namu.wiki/w/A(가) for more.", DisplayName = "of a wiki, with a bracket behind a letter")]
    [DataRow("출처: https://e.kr/글_(가 나) 보라", "Source: {1/} b) for more.", "Source: https://e.kr/글_(가 b) for more.", DisplayName = "with a bracket that nothing closes")]
    [DataRow("출처는 https://x.kr/a 이다.", "Source [note 1: {1/} here.", "Source \\[note 1: https://x.kr/a here.", DisplayName = "behind a bracket that nothing closes")]
    [DataRow("출처는 https://x.kr/a 이다.", "Source [a] [b [c] ![d {1/} [e.", "Source [a] \\[b [c] \\!\\[d https://x.kr/a [e.", DisplayName = "behind brackets, some of which are closed")]
    [DataRow("출처는 [글 https://x.kr/a]이다.", "Source [note {1/}] here.", "Source [note <https://x.kr/a>] here.", DisplayName = "between square brackets, which cmark-gfm would take into it")]
    [DataRow("자세한 내용은 https://b.kr/에서 볼 수 있다.", "See {1/} for more.", "See https://b.kr/ for more.", DisplayName = "with a stroke before a particle")]
    [DataRow("주소는 https://b.kr/ko/입니다.", "It is {1/}.", "It is https://b.kr/ko/.", DisplayName = "with a stroke before a verb")]
    [DataRow("뜻은 www.b.kr/x?t=1/까지, https://b.kr/를 보라.", "See {2/} up to {1/} now.", "See https://b.kr/ up to www.b.kr/x?t=1/ now.", DisplayName = "with strokes before particles")]
    [DataRow("글은 https://b.kr/에서-온-편지 이다.", "It is {1/} now.", "It is https://b.kr/에서-온-편지 now.", DisplayName = "with a name that begins like a particle")]
    [DataRow("글은 https://b.kr/에서.html 이다. https://b.kr/에서?id=1 이다.", "It is {1/} or {2/} now.", "It is https://b.kr/에서.html or https://b.kr/에서?id=1 now.", DisplayName = "with a file or a question behind a particle")]
    [DataRow("글은 https://b.kr/tag/이자 이다.", "It is {1/} now.", "It is https://b.kr/tag/이자 now.", DisplayName = "with a name that is a word like a particle")]
    [DataRow("출처: https://b.kr/(새벽통신)", "Source: {1/} (Dawn)", "Source: https://b.kr/ (Dawn)", DisplayName = "of a host, before a remark")]
    public void Links_stay_the_same(string markdown, string target, string woven)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown + "\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var unit = source.Units.First(u => u.Codes.Length > 0 || source.Units.Length == 1);
        var weaving = MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [unit.Id] = [Content.Parse(target), .. Enumerable.Repeat<Content?>(Content.Empty, unit.Segments.Length - 1)] }, new WeaveOptions("en"));
        Assert.AreEqual("", string.Join('\n', weaving.Findings), weaving.Text);
        Assert.AreEqual(woven + "\n", weaving.Text);
    }
}

using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Emphasis in emphasis and beside it, where CommonMark counts the signs that a run had at first and some renderers those that are left of it.</summary>
[TestClass]
public sealed class EmphasisFormsTests
{
    // What commonmark.js and goldmark make of each was looked at.
    [TestMethod]
    [DataRow("***왼쪽** 사진과 **오른쪽** 사진*\n", "{1}左{/1}和{2}右{/2}片", "***左**&#21644;__右__&#29255;*\n", DisplayName = "two bold words in a caption of stars")]
    [DataRow("글 ***왼쪽** 사진과 **오른쪽** 사진*\n", "{1}{2}左{/2}和{3}右{/3}片。{/1}", "_**左**和**右**片。_\n", DisplayName = "another sign around them")]
    [DataRow("**_쌀_ 값과 _환율_ 값** 끝.\n", "{1}{2}米{/2}価と{3}為{/3}の{/1}。", "__*米*価と*為*の__。\n", DisplayName = "two in bold")]
    [DataRow("*1면 **쌀값*** 급등에 **주민**들.\n", "{1}一{2}米{/2}{/1}{3}民{/3}了", "_一**米**_**民**了\n", DisplayName = "side by side")]
    [DataRow("값 **_쌀_** 이\n", "値{1}{2}米{/2}{/1}が", "&#20516;**_米_**&#12364;\n", DisplayName = "beside letters")]
    [DataRow("글 **가 *나* 다** *라*\n", "{1}a {2}b{/2} c{/1} {3}d{/3}", "**a *b* c** *d*\n", DisplayName = "between blanks")]
    [DataRow("정부는 ~~**쌀값**~~ 을.\n", "政{1}{2}米{/2}{/1}を", "&#25919;~~**米**~~&#12434;\n", DisplayName = "struck out")]
    [DataRow("글 ~~옛 **값**~~ 이.\n", "値は{1}旧{2}値{/2}{/1}だ", "値は~~旧**値**~~&#12384;\n", DisplayName = "struck out, at one edge")]
    [DataRow("글 **쌀 [환율](u)** **오늘** 끝\n", "{1}{2}汇{/2}{/1}{3}今{/3}大", "__[汇](u)__**今**大\n", DisplayName = "behind a link in bold")]
    public void Marks_that_some_read_otherwise_are_written_otherwise(string source, string target, string expected) => IsWoven(source, target, expected);

    // What kramdown and Python-Markdown make of each was looked at: both read "***a** b* and **c**" otherwise than CommonMark.
    [TestMethod]
    [DataRow("글 ***둘 다***와 **섞음**\n", "A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "A _**Big** word_ and **w**.\n", DisplayName = "bold first")]
    [DataRow("글 ***둘 다***와 **섞음**\n", "A {1}big {2}word{/2}{/1} and {3}w{/3}.", "A _big **word**_ and **w**.\n", DisplayName = "bold last")]
    [DataRow("글 ***둘 다***와 **섞음**\n", "{3}w{/3} and {1}{2}Big{/2} word{/1}.", "**w** and ***Big** word*.\n", DisplayName = "bold before")]
    [DataRow("글 ***둘 다***\n", "A {1}{2}Big{/2} word{/1}, w.", "A ***Big** word*, w.\n", DisplayName = "no other bold")]
    [DataRow("글 ***둘 다***와 *섞음*\n", "A {2}{1}Big{/1} word{/2} and {3}w{/3}.", "A ***Big* word** and *w*.\n", DisplayName = "italic first, in bold")]
    [DataRow("글 ***둘 다***와 [**섞음**](u)\n", "A {1}{2}Big{/2} word{/1} and {3}{4}w{/4}{/3}.", "A ***Big** word* and [**w**](u).\n", DisplayName = "the other one in a link")]
    [DataRow("- 글 ***둘 다***와 **섞음**\n", "A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "- A _**Big** word_ and **w**.\n", DisplayName = "in an item")]
    [DataRow("> 글 ***둘 다***와 **섞음**\n", "A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "> A _**Big** word_ and **w**.\n", DisplayName = "in a quotation")]
    [DataRow("## 글 ***둘 다***와 **섞음**\n", "A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "## A _**Big** word_ and **w**.\n", DisplayName = "in a heading")]
    [DataRow("| 글 ***둘 다***와 **섞음** |\r\n|---|\r\n", "A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "| A _**Big** word_ and **w**. |\r\n|---|\r\n", DisplayName = "in a cell")]
    [DataRow("*큰 **글***🚨 뒤\n", "{1}Big {2}word{/2}{/1}🚨 x", "_Big **word**_&#128680; x\n", DisplayName = "an emoji, which some take for a letter")]
    [DataRow("***가** 나* 다\n", "{1}総額 {2}万円{/2}{/1}→ 2倍", "_総額 **万円**_&#8594; 2倍\n", DisplayName = "a symbol, which some take for a letter")]
    public void Marks_that_readers_from_the_beginning_read_otherwise_are_written_otherwise(string source, string target, string expected) => IsWoven(source, target, expected);

    // To marked a tilde beside a star is a letter, beside an underscore it is punctuation.
    [TestMethod]
    [DataRow("글 **굵은**~~옛~~ 끝\n", "{1}Bold (x){/1}{2}old{/2} e", "__Bold (x)__~~old~~ e\n", DisplayName = "behind bold")]
    [DataRow("글 ~~옛~~**굵은** 끝\n", "{1}old{/1}{2}(x) bold{/2} e", "~~old~~**(x) bold** e\n", DisplayName = "before bold, where marked looks at what it reads and not back")]
    [DataRow("글 *굵은*~~옛~~ 끝\n", "{1}It (x){/1}{2}old{/2} e", "_It (x)_~~old~~ e\n", DisplayName = "behind italic")]
    [DataRow("글 **굵은**~~옛~~ 끝\n", "{1}Bold{/1}{2}old{/2} e", "**Bold**~~old~~ e\n", DisplayName = "a letter at its edge")]
    public void Beside_what_is_struck_out_marks_hold(string source, string target, string expected) => IsWoven(source, target, expected);

    // What versions 15 and 18 of marked make of each was looked at.
    [TestMethod]
    [DataRow("**굵은 *기운* 글**이다.\n", "{1}他说，{2}大米{/2}涨价{/1}。", "__他说，*大米*涨价__。\n", DisplayName = "behind a comma, before a letter")]
    [DataRow("**굵은 *기운* 글**이다.\n", "{1}state-{2}run{/2}ner{/1} now", "__state-*run*ner__ now\n", DisplayName = "behind a hyphen")]
    [DataRow("**굵은 *기운* 글**이다.\n", "米{1}他说，{2}大米{/2}涨价{/1}米", "&#31859;**他说，*大米*&#28072;价**米\n", DisplayName = "between letters")]
    [DataRow("- **굵은 *기운* 글**이다.\r\n", "{1}しかし、{2}米{/2}は{/1}。", "- __しかし、*米*は__。\r\n", DisplayName = "in an item")]
    [DataRow("*기운 **굵은** 글*이다.\n", "{1}他说，{2}大米{/2}涨价{/1}。", "_他说，**大米**涨价_。\n", DisplayName = "bold in italic")]
    [DataRow("**굵은 *기운* 글**이다.\n", "{1}他说，{2}大米{/2}。{/1}", "**他说，*大米*。**\n", DisplayName = "before a stop, where it holds")]
    public void Emphasis_in_emphasis_between_punctuation_and_a_letter_holds(string source, string target, string expected) => IsWoven(source, target, expected);

    // What kramdown makes of each was looked at: behind a letter with a hyphen an underscore is text.
    [TestMethod]
    [DataRow("K-***팝***이다.\n", "the K-{1}great {2}pop{/2}{/1} band", "the K-*great __pop__* band\n", DisplayName = "in one another")]
    [DataRow("글 _팝_ 끝\n", "the K-{1}pop{/1} band", "the K-*pop* band\n", DisplayName = "alone")]
    [DataRow("글 __팝__ 끝\n", "한-{1}팝{/1} b", "한-**팝** b\n", DisplayName = "bold, a letter that is not Latin")]
    [DataRow("글 __팝__ 끝\n", "the 3-{1}pop{/1} band", "the 3-__pop__ band\n", DisplayName = "a digit, which is no letter")]
    [DataRow("글 _팝_ 끝\n", "the - {1}pop{/1}-K", "the - _pop_-K\n", DisplayName = "before a hyphen")]
    public void Behind_a_letter_with_a_hyphen_stars_are_marks(string source, string target, string expected) => IsWoven(source, target, expected);

    // What micromark makes of each was looked at: it counts the signs that are left of a run.
    [TestMethod]
    [DataRow("***가*** *나?*이다.\n", "{1}{2}A{/2}{/1}{3}B?{/3}", "_**A**_*B?*\n", DisplayName = "at the edges of the block")]
    [DataRow("***가*** *나?*이다.\n", "x{1}{2}A{/2}{/1}{3}B{/3}y", "&#120;_**A**_*B*y\n", DisplayName = "between letters")]
    public void Bold_italic_before_italic_holds_where_the_signs_left_are_counted(string source, string target, string expected) => IsWoven(source, target, expected);

    // Against the letter, a mark behind punctuation would not close (0.31.2, 6.2).
    [TestMethod]
    [DataRow("글 **핵**을\n", "彼は{1}「核」{/1}を", "彼は「**核**」を\n", DisplayName = "at both edges")]
    [DataRow("**핵**을\n", "{1}「核」{/1}を", "「**核**」を\n", DisplayName = "at the beginning")]
    [DataRow("*기아*라는\n", "{1}『飢餓』{/1}という", "『*飢餓*』という\n", DisplayName = "other pairs, another mark")]
    [DataRow("**유엔**은\n", "{1}国連（UN）{/1}は", "**国連（UN）**&#12399;\n", DisplayName = "the other half within")]
    [DataRow("글 **유엔**\n", "彼は{1}（旧）国連{/1}", "彼&#12399;**（旧）国連**\n", DisplayName = "at the beginning, the other half within")]
    [DataRow("**핵**을\n", "{1}「核」と「水」{/1}を", "**「核」と「水」**&#12434;\n", DisplayName = "two pairs")]
    [DataRow("**핵**을\n", "{1}「「核」と「水」」{/1}を", "「**「核」と「水」**」を\n", DisplayName = "pairs in a pair")]
    [DataRow("**핵**을\n", "{1}「核」。{/1}を", "**「核」**。を\n", DisplayName = "a stop behind them")]
    [DataRow("**핵**을\n", "{1}核）{/1}を", "**核**）を\n", DisplayName = "one half alone")]
    [DataRow("**핵** 문제\n", "the {1}\"bomb\"{/1}s", "the \"**bomb**\"s\n", DisplayName = "straight marks")]
    [DataRow("**핵** 문제\n", "{1}die „Bombe“{/1}n", "**die „Bombe“**&#110;\n", DisplayName = "German marks")]
    [DataRow("**_핵_** 문제\n", "彼は{1}{2}「核」{/2}{/1}を", "彼は「**_核_**」を\n", DisplayName = "in two marks")]
    [DataRow("**유엔** *난민*은\n", "{1}国連（UN）{/1}{2}難民{/2}は", "__国連（UN）__*難民*は\n", DisplayName = "beside another mark")]
    [DataRow("**유엔 [난민](u)**은\n", "{1}国連（{2}難民{/2}）{/1}は", "**国連（[難民](u)）**&#12399;\n", DisplayName = "a link within")]
    [DataRow("**유엔**{{ x }}은\n", "{1}国連（UN）{/1}{2/}は", "**国連（UN**）{{ x }}は\n", DisplayName = "beside a tag, which has no other way to be written")]
    public void Both_halves_of_a_pair_stay_together(string source, string target, string expected) => IsWoven(source, target, expected);

    // What micromark, commonmark.js and marked make of each was looked at.
    [TestMethod]
    [DataRow("글 *핵*을\n", "{1}Team🇰🇷{/1}s", "*Team*🇰🇷s\n", DisplayName = "a flag")]
    [DataRow("글 **핵**을\n", "前{1}🇰🇷韓国{/1}は", "前🇰🇷**韓国**は\n", DisplayName = "a flag at the beginning")]
    [DataRow("글 **핵**을\n", "{1}米価👨‍👩‍👧{/1}の", "**米価**👨‍👩‍👧の\n", DisplayName = "a family")]
    [DataRow("글 *핵*을\n", "値{1}❤️米{/1}が", "値❤️*米*が\n", DisplayName = "a sign with its look")]
    [DataRow("글 **핵**을\n", "{1}勝利✌🏽{/1}は", "**勝利**✌🏽は\n", DisplayName = "the colour of the skin")]
    [DataRow("글 **핵**을\n", "値{1}#️⃣米{/1}は", "値#️⃣**米**は\n", DisplayName = "a key")]
    [DataRow("글 **핵**을\n", "{1}勝利🇰🇷🇰🇷🇯🇵🇯🇵{/1}は", "**勝利🇰🇷🇰🇷**🇯🇵🇯🇵は\n", DisplayName = "several flags")]
    [DataRow("글 **핵**을\n", "{1}米👩‍👧👧{/1}は", "**米👩‍👧**👧は\n", DisplayName = "one that another one ends with")]
    [DataRow("글 **핵**을\n", "{1}C++{/1}の", "**C**++の\n", DisplayName = "a run of signs")]
    [DataRow("글 **핵**을\n", "{1}++{/1}の", "**+**+の\n", DisplayName = "a run of signs and nothing else")]
    [DataRow("글 **핵**을\n", "値{1}..米!!{/1}の", "値..**米**!!の\n", DisplayName = "two runs of signs")]
    public void A_sign_that_readers_see_as_one_is_not_torn(string source, string target, string expected) => IsWoven(source, target, expected);

    [TestMethod]
    [DataRow("***가*** 나\n", "{1}{2}€{/2}{/1}🚨", "***€***&#128680;\n", DisplayName = "a symbol before an emoji")]
    [DataRow("글 **핵**을\n", "🚨{1}🚨{/1}🚨", "&#128680;**🚨**🚨\n", DisplayName = "between emoji")]
    [DataRow("글 **핵**을\n", "🚨{1}→米{/1}が", "&#128680;**→米**が\n", DisplayName = "a symbol behind an emoji")]
    [DataRow("글 **핵** *을* 바\n", "{1}€{/1}{2}🚨{/2}。", "__€__*🚨*。\n", DisplayName = "side by side")]
    [DataRow("글 **핵**을\n", "→{1}🚨米→{/1}€", "→**🚨米→**€\n", DisplayName = "where all agree")]
    public void Symbols_of_which_some_readers_take_one_for_a_letter_hold_apart(string source, string target, string expected) => IsWoven(source, target, expected);

    [TestMethod]
    public void What_no_form_helps_is_told()
    {
        var weaving = Weave("*가* *나* *다* *라* *마* *바* 사\n", "{1}a{/1}{2}b{/2}{3}c{/3}{4}d{/4}{5}e{/5}{6}f{/6} g");
        Assert.AreEqual("emphasis-in-doubt", weaving.Findings.First().Check, weaving.Text);
    }

    [TestMethod]
    public void Lone_tildes_that_become_double_ones_are_told()
    {
        const string Source = "쌀값은 ~3월까지 싸고 5월~ 부터 비쌌다.\n";
        var weaving = Weave(Source, "米は{1}3月まで安く5月{/1}から高かった。");
        Assert.AreEqual("米は~~3月まで安く5月~~から高かった。\n", weaving.Text);
        Assert.AreEqual("tildes-doubled", weaving.Findings.Single().Check);
        Assert.IsEmpty(Weave(Source, "米は {1}3月まで安く5月{/1} から高かった。").Findings);
    }

    private static void IsWoven(string source, string target, string expected)
    {
        var weaving = Weave(source, target);
        Assert.IsEmpty(weaving.Findings, string.Join(' ', weaving.Findings.Select(f => f.Message)));
        Assert.AreEqual(expected, weaving.Text);
    }

    private static Weaving Weave(string text, string target)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(text), "x.md", new ExtractionOptions("ko")).Value!;
        return MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>> { [source.Units[0].Id] = [.. Enumerable.Range(0, source.Units[0].Segments.Length).Select(i => i == 0 ? Content.Parse(target) : Content.Of(""))] }, new WeaveOptions("ja"));
    }
}

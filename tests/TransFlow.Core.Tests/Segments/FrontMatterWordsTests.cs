using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Other words in front matter: only the words are others, and every loader reads it as before.</summary>
[TestClass]
public sealed class FrontMatterWordsTests
{
    [TestMethod]
    [DataRow("title: &t 북중 무역\nlinkTitle: *t\n", "title: &t Rice\nlinkTitle: *t\n", DisplayName = "a plain text")]
    [DataRow("title: &t \"북중 무역\"\nlinkTitle: *t\n", "title: &t \"Rice\"\nlinkTitle: *t\n", DisplayName = "a quoted text")]
    [DataRow("tags:\n- &a 쌀값\n- *a\n", "tags:\n- &a Rice\n- *a\n", DisplayName = "an item")]
    [DataRow("title: !custom 가\nsubtitle: &b !!str '나'\n", "title: !custom Rice\nsubtitle: &b !!str 'Rice'\n", DisplayName = "tags")]
    [DataRow("title: &t >-\n  북중\n  무역\nlinkTitle: *t\n", "title: &t >-\n  Rice\nlinkTitle: *t\n", DisplayName = "a block")]
    public void Anchors_and_tags_stay_before_the_words(string source, string woven) => Assert.AreEqual($"---\n{woven}---\n\nRice\n", Woven($"---\n{source}---\n\n글\n", "Rice"));

    [TestMethod]
    public void Words_above_pictures_for_searches_and_in_menus_are_translated() => Assert.AreEqual(
        "---\nheader: {overlay_text: Rice}\nmeta_description: Rice\nmenu:\n  main:\n    name: Rice\n    weight: 1\nname: 가\n---\n\nRice\n",
        Woven("---\nheader: {overlay_text: 가}\nmeta_description: 나\nmenu:\n  main:\n    name: 다\n    weight: 1\nname: 가\n---\n\n글\n", "Rice"));

    [TestMethod]
    [DataRow("box: 쌀값이 오른 까닭을 묻는다\n", "box")]
    [DataRow("box:\n  - 쌀값이 오른 까닭을 묻는다\n  - 시장에서 오른 까닭을 말한다\n", "box")]
    [DataRow("params: {box: 쌀값이 오른 까닭을 묻는다}\n", "params.box")]
    [DataRow("box: 北朝鮮の市場について書く\n", "box")]
    [DataRow("slug: 쌀값이-오른-까닭을-묻는다\n", "")]
    [DataRow("image: 쌀값이 오른 까닭을 묻는다.jpg\n", "")]
    [DataRow("image: 사진/쌀값이 오른 까닭을 묻는다\n", "")]
    [DataRow("reporter: 김철수 기자\n", "")]
    [DataRow("day: 2026년 11월 29일 (일) 오후 3시\n", "")]
    [DataRow("translators: [쌀값 시장 번역 모임 사람들]\n", "")]
    [DataRow("memo: 쌀값이 오른 까닭을 묻는다\n", "")]
    [DataRow("# 쌀값이 오른 까닭을 묻는다\nbox: 1\n", "")]
    [DataRow("x7: 쌀값이 올랐다\n", "x7")]
    [DataRow("x8: \"쌀값, 올해도 급등\"\n", "x8")]
    [DataRow("x9: [북한 쌀값 급등, 주민 한숨]\n", "x9")]
    [DataRow("button_text: 더 보기\ncard: {body: 카드 본문 글}\n", "button_text, card.body")]
    [DataRow("writer: 김 하람\nparams: {reporter: 정 하늘}\n", "")]
    [DataRow("season: 2026년 11월 29일 (일) 오후\n", "season")]
    [DataRow("size: 30 cm\nword: 쌀값\n", "word")]
    [DataRow("image_license: \"© Unsplash / 한국뉴스\"\nbanner: \"글이다. <a href='/x'>보기</a>\"\nnote: \"[지난 기사](/a)\"\n", "image_license, banner, note")]
    [DataRow("slug2: 쌀값-급등\nreporter: 김철수\nicon: /그림/쌀 값.png\nx: 가=나\n", "")]
    [DataRow("head:\n  - tag: meta\n    attrs: {name: a, content: 설명이다}\n", "head.attrs.content")]
    [DataRow("buttons:\n  - name: 신청하기\n    link: /apply\nfaq:\n  - name: 왜 올랐나?\nlink: {name: 더 보기}\nname: 쌀 축제\n", "buttons.name, faq.name, link.name, name")]
    [DataRow("editors:\n  - name: 김 하람\nphoto_by: {name: 정 하늘}\nteam:\n  desk:\n    - name: 이 산\nparams: {author: {name: [박 들, 최 강], url: /a}}\nby: 김철수\n", "")]
    public void Words_that_nobody_has_said_to_keep_are_told(string head, string key)
    {
        var article = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"---\ntitle: 쌀값이 오른 까닭을 묻는다\n{head}---\n\n글\n"), "a.ko.md", new ExtractionOptions("ko") { Roles = new FrontMatterRoles { Keep = ["memo"] } }).Value!;

        CollectionAssert.AreEqual(key.Length == 0 ? Array.Empty<string>() : [key], article.Findings.Select(f => f.Message.Split(':')[0]).ToArray());
        Assert.HasCount(2, article.Units);
    }

    [TestMethod]
    [DataRow("---\ntitle: \"1984\"\nsubtitle: 1984\ncaption: 2026. 3. 1.\ntags: [2024, '2025', 2026-03-01, +12.5, 12:30]\n---\n", "1984|2026. 3. 1.|2025")]
    [DataRow("+++\ntitle = \"1984\"\ncaption = 1984\n+++\n", "1984")]
    [DataRow("{\"title\": \"1984\", \"caption\": 1984}\n", "1984")]
    public void A_text_of_digits_is_a_text_and_a_number_is_none(string head, string texts) =>
        Assert.AreEqual(texts + "|글", string.Join('|', Extracted(head + "\n글\n").Value!.Units.Select(u => u.Text)));

    [TestMethod]
    [DataRow("header:\n  teaser: /assets/images/t.jpg\n  image_description: 가\n  actions:\n    - label: 나\n      url: /b\n", "가|나")]
    [DataRow("teaser: a.png\ncaption: https://e.kr\nalt: '../b c'\nlead: /연합뉴스\nexcerpt: 한글.JPG\n", "../b c|/연합뉴스")]
    [DataRow("sidebar:\n  - title: 가\n    text: 나\nfeature_row:\n  - btn_label: 다\nfaq:\n  - q: 라\n    a: 마\nbyline: 바 기자\n", "가|나|다|라|마|바 기자")]
    [DataRow("resources:\n- src: a.jpg\n  params:\n    credits: AFP=연합\n", "AFP=연합")]
    public void Addresses_under_keys_of_words_stay_and_words_of_themes_are_words(string head, string texts) =>
        Assert.AreEqual(texts + "|글", string.Join('|', Extracted($"---\n{head}---\n\n글\n").Value!.Units.Select(u => u.Text)));

    [TestMethod]
    public void Keys_may_be_in_quotation_marks_and_have_colons() => Assert.AreEqual(
        "---\n\"og:title\": Rice\n'og:description': Rice\nog:image: /a.png\n---\n\nRice\n",
        Woven("---\n\"og:title\": 쌀\n'og:description': 값\nog:image: /a.png\n---\n\n글\n", "Rice"));

    [TestMethod]
    public void An_alias_of_nothing_is_refused_with_its_line()
    {
        Assert.IsFalse(Extracted("---\ntitle: 가\nlinkTitle: *t\n---\n\n글\n").Try(out _, out var refusal));
        Assert.AreEqual(("front-matter-broken", 3), (refusal.Code, refusal.Line));
    }

    [TestMethod]
    [DataRow("title: [가\ndate: 2019-01-01", 3, "[")]
    [DataRow("title: &a {가", 3, "{")]
    [DataRow("tags: [가,\n  {나: [다]},\n라: 마", 3, "[")]
    [DataRow("tags: [가, {나: }]\ndate: {라\nx: y", 4, "{")]
    public void A_bracket_that_is_not_closed_is_told_by_its_own_line(string head, int line, string bracket)
    {
        Assert.IsFalse(Extracted($"---\na: 1\n{head}\n---\n\n글\n").Try(out _, out var refusal));
        Assert.AreEqual(("front-matter-broken", line), (refusal.Code, refusal.Line));
        StringAssert.Contains(refusal.Message, $"what '{bracket}' begins here is not closed", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("---\ntags: ", "\n---\n")]
    [DataRow("+++\ntags = ", "\n+++\n")]
    [DataRow("{\"tags\": ", "}\n")]
    public void Lists_that_stand_in_one_another_too_deeply_are_refused(string before, string after)
    {
        Assert.IsFalse(Extracted($"{before}{new string('[', 40_000)}{new string(']', 40_000)}{after}\n글\n").Try(out _, out var refusal));
        Assert.AreEqual("front-matter-broken", refusal.Code);
    }

    [TestMethod]
    [DataRow("|\n\n  첫 줄이다.", "|\n\n  Rice")]
    [DataRow(">-\n\n\n  첫 줄이다.", ">-\n\n\n  Rice")]
    [DataRow(">2-\n\n  첫 줄이고\n  둘째 줄이다.", ">2-\n\n  Rice")]
    [DataRow("|\r\n\r\n  첫 줄이다.", "|\r\n\r\n  Rice")]
    public void Empty_lines_may_stand_before_the_words_of_a_block(string source, string woven) => Assert.AreEqual(
        $"---\ntitle: Rice\ndescription: {woven}\ndate: 2026-03-04\n---\n\nRice\n", Woven($"---\ntitle: 제목\ndescription: {source}\ndate: 2026-03-04\n---\n\n본문이다.\n", "Rice"));

    /// <summary>Bars stand between sentences.</summary>
    [TestMethod]
    [DataRow("---\na: 1\ndescription: |\n  - 하나\n  - 둘\n    1. 셋\n---\n", "- 하나|- 둘|1. 셋", "- A|- B|1. C", "---\na: 1\ndescription: |\n  - A\n  - B\n    1. C\n---\n")]
    [DataRow("---\nsummary: |\n  첫째다. 둘째다.\n\n  셋째다.\n---\n", "첫째다.|둘째다.|셋째다.", "갑이다.|을이다.|병이다.", "---\nsummary: |\n  갑이다. 을이다.\n\n  병이다.\n---\n")]
    [DataRow("---\nsummary: |\n  줄이 길어서\n  나눈 말이다.\n  다음 말이다.\n---\n", "줄이 길어서 나눈 말이다.|다음 말이다.", "갑이다.|을이다.", "---\nsummary: |\n  갑이다.\n  을이다.\n---\n")]
    [DataRow("---\ntags: [왜 그런가, 경제]\n---\n", "왜 그런가|경제", "Why?|a?b", "---\ntags: [\"Why?\", \"a?b\"]\n---\n")]
    [DataRow("---\nsummary: >-\n  첫 말\n  이다\n\n  다음 말이다.\ntags: [쌀]\n---\n", "첫 말 이다|다음 말이다.|쌀", "A|을이다.|C", "---\nsummary: >-\n  A\n\n  을이다.\ntags: [C]\n---\n")]
    [DataRow("---\nsummary: >\n  - 하나\n\n  - 둘\n    - 셋\n\n\n  넷째다. 끝이다.\n---\n", "- 하나|- 둘|- 셋|넷째다.|끝이다.", "- A|- B|- C|갑이다.|을이다.", "---\nsummary: >\n  - A\n\n  - B\n    - C\n\n\n  갑이다. 을이다.\n---\n")]
    [DataRow("---\nsummary: \"첫 말\\n다음 말이다.\"\n---\n", "첫 말|다음 말이다.", "A|을이다.", "---\nsummary: \"A\\n을이다.\"\n---\n")]
    [DataRow("---\nsummary: 첫 말이다.\n\n  다음 말이다.\n---\n", "첫 말이다.|다음 말이다.", "갑이다.|을이다.", "---\nsummary: \"갑이다.\\n을이다.\"\n---\n")]
    [DataRow("+++\nsummary = \"\"\"\n첫 말이다.\n\n다음 말이다.\"\"\"\n+++\n", "첫 말이다.|다음 말이다.", "갑이다.|을이다.", "+++\nsummary = \"갑이다.\\n\\n을이다.\"\n+++\n")]
    [DataRow("{\n\"summary\": \"첫 말\\n\\n다음 말이다.\"\n}\n", "첫 말|다음 말이다.", "A|을이다.", "{\n\"summary\": \"A\\n\\n을이다.\"\n}\n")]
    [DataRow("---\r\nsummary: |\r\n  첫째다.\r\n\r\n  둘째다.\r\n---\r\n", "첫째다.|둘째다.", "갑이다.|을이다.", "---\r\nsummary: |\r\n  갑이다.\r\n\r\n  을이다.\r\n---\r\n")]
    public void Lines_of_a_value_stay_lines(string head, string sentences, string targets, string expected)
    {
        foreach (var language in (string[])["en", "ja"])
        {
            var source = Extracted(head + "\n글\n").Value!;
            var units = source.Units.Where(u => u.Kind == UnitKind.FrontMatter).ToList();
            Assert.AreEqual(sentences, string.Join('|', units.SelectMany(u => u.Segments).Select(s => s.Source.Text)));
            var words = new Queue<string>(targets.Split('|'));
            var woven = MarkdownWeaver.Weave(source, units.ToDictionary(u => u.Id, u => u.Segments.Select(_ => (Content?)Content.Of(words.Dequeue())).ToImmutableArray()), new WeaveOptions(language));
            Assert.IsTrue(woven.IsSound, string.Join('\n', woven.Findings));
            Assert.AreEqual((language == "ja" ? expected.Replace("갑이다. 을이다.", "갑이다.을이다.", StringComparison.Ordinal) : expected) + "\n글\n", woven.Text);
            Assert.AreEqual(targets, string.Join('|', Extracted(woven.Text).Value!.Units.Where(u => u.Kind == UnitKind.FrontMatter).SelectMany(u => u.Segments).Select(s => s.Source.Text)), language);
        }
    }

    [TestMethod]
    public void Words_of_docusaurus_pandoc_and_wordpress_are_translated() => Assert.AreEqual(
        "---\nsidebar_label: Rice\npagination_label: Rice\ntoc_label: Rice\nfig-alt: Rice\nabstract: Rice\nog_title: Rice\nkicker: Rice\ncustom_fields:\n  seo_title: Rice\ntags_input: [Rice, Rice]\npost_category: [Rice, market-prices]\npost_status: draft\n---\n\nRice\n",
        Woven("---\nsidebar_label: 가\npagination_label: 사\ntoc_label: 아\nfig-alt: 자\nabstract: 나\nog_title: 다\nkicker: 라\ncustom_fields:\n  seo_title: 마\ntags_input: [쌀, 값]\npost_category: [경제, market-prices]\npost_status: draft\n---\n\n글\n", "Rice"));

    [TestMethod]
    public void Words_above_the_text_and_of_pictures_are_translated() => Assert.AreEqual(
        "---\nfeatured_image_alt: Rice\nfeatured_image: 가.jpg\nlede: Rice\nparams:\n  lede: Rice\n  dek: Rice\n  standfirst: Rice\n  subtitle: Rice\n  kicker: Rice\n  coverAlt: Rice\n  default: 가\nimages:\n  - src: 가.jpg\n    alt_text: Rice\n---\n\nRice\n",
        Woven("---\nfeatured_image_alt: 가\nfeatured_image: 가.jpg\nlede: 나\nparams:\n  lede: 다\n  dek: 라\n  standfirst: 마\n  subtitle: 바\n  kicker: 사\n  coverAlt: 아\n  default: 가\nimages:\n  - src: 가.jpg\n    alt_text: 자\n---\n\n글\n", "Rice"));

    [TestMethod]
    [DataRow("metaDescription")]
    [DataRow("meta-description")]
    [DataRow("ogTitle")]
    [DataRow("og-title")]
    [DataRow("shortTitle")]
    [DataRow("sub_title")]
    [DataRow("snsTitle")]
    [DataRow("tagline")]
    public void A_key_is_the_same_however_its_words_are_parted(string key) => Assert.AreEqual($"---\n{key}: Rice\n---\n\nRice\n", Woven($"---\n{key}: 가\n---\n\n글\n", "Rice"));

    [TestMethod]
    public void Questions_and_answers_are_words_where_they_are_asked_often() => Assert.AreEqual(
        "---\nfaq:\n  - question: Rice\n    answer: Rice\nquestion: 가\n---\n\nRice\n",
        Woven("---\nfaq:\n  - question: 가\n    answer: 나\nquestion: 가\n---\n\n글\n", "Rice"));

    [TestMethod]
    [DataRow("---\ntitle: 2026\n---\n")]
    [DataRow("---\nlayout: 목록\n---\n\n![](a.png)\n")]
    public void An_article_without_words_is_refused(string article)
    {
        Assert.IsFalse(Extracted(article).Try(out _, out var refusal));
        Assert.AreEqual("empty-article", refusal.Code);
    }

    /// <summary>Pages of sections and of pictures.</summary>
    [TestMethod]
    [DataRow("---\ntitle: 제목\n---\n", "---\ntitle: Rice\n---\n")]
    [DataRow("---\ntitle: 제목\n---", "---\ntitle: Rice\n---")]
    [DataRow("+++\ntitle = \"제목\"\n+++\n\n\n", "+++\ntitle = \"Rice\"\n+++\n\n\n")]
    [DataRow("{\"title\": \"제목\"}\n", "{\"title\": \"Rice\"}\n")]
    [DataRow("---\r\ntitle: 제목\r\ndescription: 글이다.\r\n---\r\n\r\n![](a.png)\r\n", "---\r\ntitle: Rice\r\ndescription: Rice\r\n---\r\n\r\n![](a.png)\r\n")]
    public void Words_in_front_matter_alone_make_an_article(string article, string woven) => Assert.AreEqual(woven, Woven(article, "Rice"));

    private static string Woven(string article, string words)
    {
        var source = Extracted(article).Value!;
        var woven = MarkdownWeaver.Weave(source, source.Units.ToDictionary(u => u.Id, _ => ImmutableArray.Create<Content?>(Content.Of(words))), new WeaveOptions("en"));
        Assert.IsTrue(woven.IsSound, string.Join('\n', woven.Findings));
        return woven.Text;
    }

    private static Outcome<Extraction> Extracted(string article) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko"));
}

using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Publishing;

/// <summary>What the settings say of a page's front matter in one language: values that become others, and values that are set.</summary>
[TestClass]
public sealed class FrontMatterStyleTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    [TestMethod]
    [DataRow("a list between brackets", "---\ncategories: [경제, 정치, 경제]\n---\n", "---\ncategories: [economy, 정치, economy]\n---\n")]
    [DataRow("not its first item", "---\ncategories: [정치, \"경제\"] # 분야\n---\n", "---\ncategories: [정치, \"economy\"] # 분야\n---\n")]
    [DataRow("a list of lines", "---\ncategories:\n- 정치\n- '경제'\n---\n", "---\ncategories:\n- 정치\n- 'economy'\n---\n")]
    [DataRow("one text", "---\ncategories: 경제\n---\n", "---\ncategories: economy\n---\n")]
    [DataRow("TOML", "+++\ncategories = ['정치', \"경제\"]\n+++\n", "+++\ncategories = ['정치', \"economy\"]\n+++\n")]
    [DataRow("JSON", "{\n  \"categories\": [\"정치\", \"경제\", 1]\n}\n", "{\n  \"categories\": [\"정치\", \"economy\", 1]\n}\n")]
    [DataRow("mappings in a list", "---\nfaq:\n  - {who: 가, categories: 경제}\n---\n", "---\nfaq:\n  - {who: 가, categories: economy}\n---\n")]
    [DataRow("the beginnings of several", "---\naliases:\n  - /ko/a\n  - /ko/b\n---\n", "---\naliases:\n  - /en/a\n  - /en/b\n---\n")]
    [DataRow("an anchor stays one", "---\nx: &k\n  - 가\ncategories: &c [경제]\ny: *k\n---\n", "---\nx: &k\n  - 가\ncategories: &c [economy]\ny: *k\n---\n")]
    public void A_value_becomes_another_in_its_place(string name, string head, string expected)
    {
        var page = Make(head, new HouseStyle { FrontMatter = Maps(("categories", "경제", "economy"), ("faq.categories", "경제", "economy"), ("aliases", "/ko/", "/en/")) });
        Assert.AreEqual(expected + "\nWords.\n", page.Value?.Markdown, $"{name} {page.Refusal}");
    }

    [TestMethod]
    [DataRow("---\nx: &k [경제, 정치]\ncategories: *k\n---\n")]
    [DataRow("---\nx: &k 경제\ncategories: [정치, *k]\n---\n")]
    [DataRow("---\nx: &k {categories: 경제}\nfaq: *k\n---\n")]
    public void A_value_that_stands_elsewhere_keeps_the_page_back(string head)
    {
        var refusal = Make(head, new HouseStyle { FrontMatter = Maps(("categories", "경제", "economy"), ("faq.categories", "경제", "economy")) }).Refusal;
        Assert.Contains("'*k'", refusal?.Message ?? "");
    }

    [TestMethod]
    [DataRow("---\nlang: ko\n---\n", "---\nlang: en-US\n---\n")]
    [DataRow("+++\nlang = \"ko\"\n+++\n", "+++\nlang = \"en-US\"\n+++\n")]
    [DataRow("{\n  \"lang\": \"ko\"\n}\n", "{\n  \"lang\": \"en-US\"\n}\n")]
    [DataRow("---\nlang: kor\n---\n", "---\nlang: en-USr\n---\n")]
    [DataRow("---\nlang: [ko]\n---\n", "---\nlang: [en-US]\n---\n")]
    public void What_the_settings_say_of_the_language_counts_before_the_program(string head, string expected) =>
        Assert.AreEqual(expected + "\nWords.\n", Make(head, new HouseStyle { FrontMatter = Maps(("lang", "ko", "en-US")) }).Value?.Markdown);

    [TestMethod]
    [DataRow("---\ntranslators: [가]\nlang: [ko]\n---\n", "---\ntranslators: [Mina Park]\nlang: [en]\n---\n")]
    [DataRow("---\npermalink: /x\ntranslator:\n  - 가\n---\n", "---\npermalink: /x\ntranslator:\n  - Mina Park\n---\n")]
    public void A_list_stays_one_whatever_the_program_sets(string head, string expected) =>
        Assert.AreEqual(expected + "\nWords.\n", Make(head, new HouseStyle(), "Mina Park").Value?.Markdown);

    [TestMethod]
    [DataRow(TranslationKeyPreset.Jekyll, "---\nlayout: post\nlang:\nref: # 나중에\ntranslator:\n---\n", "---\nlayout: post\nlang: en\nref: a # 나중에\ntranslator: Mina Park\n---\n")]
    [DataRow(TranslationKeyPreset.Auto, "---\ndate: 2026-01-02\nlang:\ntranslationKey: ~\ntranslators:\n---\n", "---\ndate: 2026-01-02\nlang: en\ntranslationKey: a\ntranslators: [Mina Park]\n---\n")]
    [DataRow(TranslationKeyPreset.WordPress, "---\nslug: x\n---\n", "---\nslug: x\ntranslators: [Mina Park]\ncustom_fields:\n  translation_key: a\n  lang: en\n---\n")]
    [DataRow(TranslationKeyPreset.WordPress, "---\npost_name: x\ncustom_fields: {a: 1}\n---\n", "---\npost_name: x\ncustom_fields: {a: 1, translation_key: a, lang: en, translator: Mina Park}\n---\n")]
    [DataRow(TranslationKeyPreset.WordPress, "---\npost_name: x\ncustom_fields:\n---\n", "---\npost_name: x\ncustom_fields:\n  translation_key: a\n  lang: en\n  translator: Mina Park\n---\n")]
    [DataRow(TranslationKeyPreset.WordPress, "---\npost_name: x\ncustom_fields:\n  lang:\n  a: 1\n---\n", "---\npost_name: x\ncustom_fields:\n  lang: en\n  a: 1\n  translation_key: a\n  translator: Mina Park\n---\n")]
    [DataRow(TranslationKeyPreset.WordPress, "+++\npost_name = \"x\"\ncustom_fields = { a = 1 }\n+++\n", "+++\npost_name = \"x\"\ncustom_fields = { a = 1, translation_key = \"a\", lang = \"en\", translator = \"Mina Park\" }\n+++\n")]
    [DataRow(TranslationKeyPreset.WordPress, "{\"post_name\": \"x\", \"custom_fields\": {}}\n", "{\"post_name\": \"x\", \"custom_fields\": {\"translation_key\": \"a\", \"lang\": \"en\", \"translator\": \"Mina Park\"}}\n")]
    public void What_the_program_sets_goes_where_nothing_is(TranslationKeyPreset preset, string head, string expected)
    {
        var page = Make(head, new HouseStyle { TranslationKeys = preset }, "Mina Park");
        Assert.AreEqual(expected + "\nWords.\n", page.Value?.Markdown, page.Refusal?.ToString());
    }

    [TestMethod]
    public void Of_two_that_are_set_neither_keeps_what_it_took_from_the_other() => Assert.AreEqual(
        "---\nlang: &l en\nother: x\n---\n\nWords.\n",
        Make("---\nlang: &l ko\nother: *l\n---\n", new HouseStyle { Set = [new FrontMatterEdit("other", ["x"])] }).Value?.Markdown);

    [TestMethod]
    [DataRow("---\npost_title: x # 제목\n---\n", "---\npost_title: x # 제목\ncustom_fields:\n  translator: Mina Park\n  editor: Jo Kim\n---\n")]
    [DataRow("+++\npost_title = \"x\"\n\n[taxonomy]\ntag = 1\n+++\n", "+++\npost_title = \"x\"\n\n[taxonomy]\ntag = 1\n[custom_fields]\ntranslator = \"Mina Park\"\neditor = \"Jo Kim\"\n+++\n")]
    [DataRow("{\n  \"post_title\": \"x\"\n}\n", "{\n  \"custom_fields\": { \"translator\": \"Mina Park\", \"editor\": \"Jo Kim\" },\n  \"post_title\": \"x\"\n}\n")]
    [DataRow("---\nfeatured_image: /x.jpg\n---\n", "---\nfeatured_image: /x.jpg\ntranslators: [Mina Park]\neditors: [Jo Kim]\n---\n")]
    public void Names_go_into_the_custom_fields_of_WordPress_be_there_any_or_not(string head, string expected)
    {
        var page = Make(head, new HouseStyle(), new Credits(["Mina Park"], ["Jo Kim"]));
        Assert.AreEqual(expected.Replace("post_title: x", "post_title: Words.", StringComparison.Ordinal).Replace("\"x\"", "\"Words.\"", StringComparison.Ordinal) + "\nWords.\n", page.Value?.Markdown, page.Refusal?.ToString());
    }

    [TestMethod]
    public void Two_names_between_braces_are_one_text() => Assert.AreEqual(
        "---\npost_name: x\ncustom_fields: {a: 1, translator: \"Mina Park, Jo Kim\"}\n---\n\nWords.\n",
        Make("---\npost_name: x\ncustom_fields: {a: 1}\n---\n", new HouseStyle(), "Mina Park", "Jo Kim").Value?.Markdown);

    [TestMethod]
    public void A_value_that_becomes_another_does_not_change_what_takes_it_from_there()
    {
        var refusal = Make("---\ncategories: &k 경제\nother: *k\n---\n", new HouseStyle { FrontMatter = Maps(("categories", "경제", "economy")) }).Refusal;
        Assert.Contains("'other' says '*k' and would become another with 'categories'", refusal?.Message ?? "");
    }

    [TestMethod]
    [DataRow("each word", "---\nlayout: post\ntags: 경제 사회\n---\n", "---\nlayout: post\ntags: economy society\n---\n", "")]
    [DataRow("each word, that is no translation", "---\nlayout: post\ncategories: \"경제  사회\"\n---\n", "---\nlayout: post\ncategories: \"economy society\"\n---\n", "")]
    [DataRow("the whole first", "---\nlayout: post\ntags: 경제 정책\n---\n", "---\nlayout: post\ntags: policy\n---\n", "")]
    [DataRow("not each word", "---\nlayout: post\ntags: 사회 경제 국방\n---\n", "---\nlayout: post\ntags: Words.\n---\n", "map-left-out other-tags")]
    [DataRow("several words for one", "---\nlayout: post\ntags: 사회 북한\n---\n", "---\nlayout: post\ntags: Words.\n---\n", "map-left-out other-tags")]
    [DataRow("a list", "---\nlayout: post\ntags: [경제 사회]\n---\n", "---\nlayout: post\ntags: [Words.]\n---\n", "map-left-out")]
    [DataRow("no word", "---\nlayout: post\ntags:\n---\n", "---\nlayout: post\ntags:\n---\n", "")]
    [DataRow("another generator's", "---\nslug: x\ntags: 경제 사회\n---\n", "---\nslug: x\ntags: Words.\n---\n", "map-left-out")]
    public void A_text_that_Jekyll_takes_for_a_list_has_an_item_in_each_word(string name, string head, string expected, string findings)
    {
        var maps = Maps(("tags", "경제", "economy"), ("categories", "경제", "economy"));
        maps = maps.SetItem("tags", maps["tags"].Add("사회", "society").Add("북한", "North Korea").Add("경제 정책", "policy")).SetItem("categories", maps["categories"].Add("사회", "society"));
        var page = Make(head, new HouseStyle { FrontMatter = maps });
        Assert.AreEqual(expected + "\nWords.\n", page.Value?.Markdown, $"{name} {page.Refusal}");
        Assert.AreEqual(findings, string.Join(' ', page.Value!.Findings.Select(f => f.Check)), name);
    }

    [TestMethod]
    [DataRow("산불 강원", 1)]
    [DataRow("산불", 0)]
    public void More_items_or_fewer_than_the_source_has_are_told(string tags, int told)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"---\nlayout: post\ntags: {tags}\n---\n\n글이다.\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var edition = EditionRevision.Begin("a", "en", source, Plain);
        Assert.IsEmpty(new EditionPage(new HouseStyle(), null).StyleFindings(source, edition), "what is not translated yet");
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("Words.") })] };
        Assert.AreEqual(told, new EditionPage(new HouseStyle(), null).StyleFindings(source, edition).Count(f => f.Check == "other-tags"));
    }

    [TestMethod]
    public void What_is_set_counts_before_what_becomes_another() =>
        Assert.AreEqual("---\nlang: en-GB\n---\n\nWords.\n", Make("---\nlang: ko\n---\n", new HouseStyle { FrontMatter = Maps(("lang", "ko", "en-US")), Set = [new FrontMatterEdit("lang", ["en-GB"])] }).Value?.Markdown);

    [TestMethod]
    public void A_translation_gives_way_to_a_whole_value_alone()
    {
        var style = new HouseStyle { FrontMatter = Maps(("title", "[속보]", "[BREAKING]"), ("category", "경제", "economy")) };
        var page = Make("---\ntitle: \"[속보] 제목이다\"\ncategory: 경제\n---\n", style).Value!;
        Assert.AreEqual("---\ntitle: \"Words.\"\ncategory: economy\n---\n\nWords.\n", page.Markdown);
        Assert.AreEqual("map-left-out", page.Findings.Single().Check);
    }

    [TestMethod]
    [DataRow("YAML, a mapping at the end", "---\nseo:\n  title: a\n---\n", "---\nseo:\n  title: a\n  robots: index\nparams:\n  edition: en\n---\n")]
    [DataRow("YAML, between braces", "---\nseo: {}\n---\n", "---\nseo: {robots: index}\nparams:\n  edition: en\n---\n")]
    [DataRow("TOML", "+++\n[seo]\ntitle = \"a\"\n+++\n", "+++\n[seo]\ntitle = \"a\"\nrobots = \"index\"\n[params]\nedition = \"en\"\n+++\n")]
    [DataRow("JSON", "{\n  \"seo\": { \"title\": \"a\" }\n}\n", "{\n  \"params\": { \"edition\": \"en\" },\n  \"seo\": { \"title\": \"a\", \"robots\": \"index\" }\n}\n")]
    public void A_key_in_a_mapping_that_is_there_and_one_in_a_new_mapping_are_set_together(string name, string head, string expected)
    {
        var style = new HouseStyle { Set = [new FrontMatterEdit("params.edition", ["en"]), new FrontMatterEdit("seo.robots", ["index"])] };
        var page = Make(head, style);
        Assert.AreEqual(expected + "\nWords.\n", page.Value?.Markdown, $"{name} {page.Refusal}");
        var turned = Make(head, style with { Set = [style.Set[1], style.Set[0]] });
        Assert.AreEqual(expected + "\nWords.\n", turned.Value?.Markdown, $"{name} {turned.Refusal}");
    }

    [TestMethod]
    [DataRow("---\nx: a\n---\n", "---\nx: a\np:\n  q:\n    a: 1\n    b: 2\n  c: 3\nd: 4\ne: 5\n---\n")]
    [DataRow("---\np: {q: {}}\n---\n", "---\np: {q: {a: 1, b: 2}, c: 3}\nd: 4\ne: 5\n---\n")]
    [DataRow("+++\nx = \"a\"\n+++\n", "+++\nd = 4\ne = 5\nx = \"a\"\n[p.q]\na = 1\nb = 2\n[p]\nc = 3\n+++\n")]
    [DataRow("{\"x\": \"a\"}\n", "{\n  \"p\": { \"q\": { \"a\": 1, \"b\": 2 }, \"c\": 3 },\n  \"d\": 4,\n  \"e\": 5,\"x\": \"a\"}\n")]
    public void Many_keys_are_set_in_mappings_in_one_another(string head, string expected)
    {
        var page = Make(head, new HouseStyle { Set = [.. new[] { "p.q.a", "p.q.b", "p.c", "d", "e" }.Select((k, i) => new FrontMatterEdit(k, [$"{i + 1}"]) { IsBare = true })] });
        Assert.AreEqual(expected + "\nWords.\n", page.Value?.Markdown, page.Refusal?.ToString());
    }

    [TestMethod]
    public void Keys_that_exclude_one_another_keep_the_page_back()
    {
        var page = Make("---\nseo:\n  title: a\n---\n", new HouseStyle { Set = [new FrontMatterEdit("seo.title", ["b"]), new FrontMatterEdit("seo", ["c"])] });
        Assert.AreEqual("not-sound", page.Refusal?.Code);
    }

    private static Outcome<Publication> Make(string head, HouseStyle style, params string[] translators) => Make(head, style, new Credits([.. translators], []));

    private static Outcome<Publication> Make(string head, HouseStyle style, Credits credits)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(head + "\n글이다.\n"), "a.ko.md", new ExtractionOptions("ko") { Roles = new FrontMatterRoles { Keep = ["categories", "faq.categories", "seo.*"] } }).Value!;
        var edition = EditionRevision.Begin("a", "en", source, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("Words.") })] };
        return new EditionPage(style, null).Make(source, edition, credits, "a.en.md");
    }

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Maps(params (string Key, string From, string To)[] maps) => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, maps.Select(m => KeyValuePair.Create(m.Key, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(m.From, m.To)]))));
}

using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>Keys of the front matter that the newsroom gives a value of its own.</summary>
[TestClass]
public sealed class FrontMatterSetTests
{
    [TestMethod]
    [DataRow("a value in its place, comment and quotes kept", "---\nlang: 'ko' # 언어\ntitle: 글\n---\n", "lang", "en", "---\nlang: 'en' # 언어\ntitle: 글\n---\n")]
    [DataRow("a value that would read as another kind is quoted", "---\nlang: ko\n---\n", "lang", "no", "---\nlang: \"no\"\n---\n")]
    [DataRow("a new key at the end", "---\ntitle: 글\n---\n", "lang", "en", "---\ntitle: 글\nlang: en\n---\n")]
    [DataRow("a new key in a mapping", "---\nparams:\n  a: 1\ntitle: 글\n---\n", "params.lang", "en", "---\nparams:\n  a: 1\n  lang: en\ntitle: 글\n---\n")]
    [DataRow("a new key with its mapping", "---\ntitle: 글\n---\n", "params.i18n.lang", "en", "---\ntitle: 글\nparams:\n  i18n:\n    lang: en\n---\n")]
    [DataRow("a new mapping in a mapping", "---\nparams:\n    a: 1\ntitle: 글\n---\n", "params.i18n.lang", "en", "---\nparams:\n    a: 1\n    i18n:\n      lang: en\ntitle: 글\n---\n")]
    [DataRow("a new key between braces", "---\nparams: {a: 1}\n---\n", "params.lang", "en", "---\nparams: {a: 1, lang: en}\n---\n")]
    [DataRow("a new key between empty braces", "---\nparams: {}\n---\n", "params.lang", "en", "---\nparams: {lang: en}\n---\n")]
    [DataRow("nothing behind a key", "---\nlang:\ntitle: 글\n---\n", "lang", "en", "---\nlang: en\ntitle: 글\n---\n")]
    [DataRow("nothing behind the last key", "---\ntitle: 글\nlang:\n---\n", "lang", "en", "---\ntitle: 글\nlang: en\n---\n")]
    [DataRow("a space behind a key", "---\nlang: \ntitle: 글\n---\n", "lang", "en", "---\nlang: en \ntitle: 글\n---\n")]
    [DataRow("a comment behind a key", "---\nlang: # 나중에\ntitle: 글\n---\n", "lang", "no", "---\nlang: \"no\" # 나중에\ntitle: 글\n---\n")]
    [DataRow("nothing behind a key, with the article's line ends", "---\r\nlang:\r\ntitle: 글\r\n---\r\n", "lang", "en", "---\r\nlang: en\r\ntitle: 글\r\n---\r\n")]
    [DataRow("nothing behind an anchor", "---\nlang: &l !!str # 나중에\ntitle: 글\n---\n", "lang", "en", "---\nlang: &l !!str en # 나중에\ntitle: 글\n---\n")]
    [DataRow("nothing behind a key in a mapping", "---\nparams:\n  lang:\n  a: 1\n---\n", "params.lang", "en", "---\nparams:\n  lang: en\n  a: 1\n---\n")]
    [DataRow("nothing behind a key between braces", "---\nparams: {lang: , a: 1}\n---\n", "params.lang", "en", "---\nparams: {lang: en, a: 1}\n---\n")]
    [DataRow("a word for nothing", "---\nlang: ~ # 나중에\n---\n", "lang", "en", "---\nlang: en # 나중에\n---\n")]
    [DataRow("a new key where a mapping has none", "---\nparams: # 나중에\ntitle: 글\n---\n", "params.lang", "en", "---\nparams: # 나중에\n  lang: en\ntitle: 글\n---\n")]
    [DataRow("a new key where the last mapping has none", "---\r\nparams:\r\n---\r\n", "params.lang", "en", "---\r\nparams:\r\n  lang: en\r\n---\r\n")]
    [DataRow("a new mapping where a mapping has none", "---\nparams:\n  i18n:\ntitle: 글\n---\n", "params.i18n.lang", "en", "---\nparams:\n  i18n:\n    lang: en\ntitle: 글\n---\n")]
    [DataRow("a new key for a word for nothing", "---\nparams: ~ # 나중에\n---\n", "params.lang", "en", "---\nparams: { lang: en } # 나중에\n---\n")]
    [DataRow("a new key for nothing between braces", "---\nparams: {i18n: , a: 1}\n---\n", "params.i18n.lang", "en", "---\nparams: {i18n: { lang: en }, a: 1}\n---\n")]
    [DataRow("JSON, a new key for nothing", "{\n  \"params\": null\n}\n", "params.lang", "en", "{\n  \"params\": { \"lang\": \"en\" }\n}\n")]
    [DataRow("a value behind a question mark", "---\n? lang\n: ko\n---\n", "lang", "en", "---\n? lang\n: en\n---\n")]
    [DataRow("a new key where others stand behind question marks", "---\nparams:\n  ? a\n  : 1\n?\n  title\n: 글\n---\n", "params.lang", "en", "---\nparams:\n  ? a\n  : 1\n  lang: en\n?\n  title\n: 글\n---\n")]
    [DataRow("a new key where a value ends with a question mark", "---\nparams:\n  a: 왜?\n  b: 1\ntitle: 글\n---\n", "params.lang", "en", "---\nparams:\n  a: 왜?\n  b: 1\n  lang: en\ntitle: 글\n---\n")]
    [DataRow("with the article's line ends", "---\r\ntitle: 글\r\n---\r\n", "lang", "en", "---\r\ntitle: 글\r\nlang: en\r\n---\r\n")]
    [DataRow("TOML, in its place", "+++\nlang = 'ko' # 언어\n+++\n", "lang", "en", "+++\nlang = 'en' # 언어\n+++\n")]
    [DataRow("TOML, new", "+++\ntitle = \"글\"\n[params]\na = 1\n+++\n", "lang", "en", "+++\nlang = \"en\"\ntitle = \"글\"\n[params]\na = 1\n+++\n")]
    [DataRow("TOML, new in a table", "+++\n[params]\na = 1\n\n[other]\nb = 2\n+++\n", "params.lang", "en", "+++\n[params]\na = 1\nlang = \"en\"\n\n[other]\nb = 2\n+++\n")]
    [DataRow("TOML, new beside a dotted key", "+++\nparams.a = 1\n+++\n", "params.lang", "en", "+++\nparams.a = 1\nparams.lang = \"en\"\n+++\n")]
    [DataRow("TOML, new in an inline table", "+++\nparams = { a = 1 }\n+++\n", "params.lang", "en", "+++\nparams = { a = 1, lang = \"en\" }\n+++\n")]
    [DataRow("TOML, new with its table", "+++\ntitle = \"글\"\n[a]\nb = 1\n+++\n", "params.lang", "en", "+++\ntitle = \"글\"\n[a]\nb = 1\n[params]\nlang = \"en\"\n+++\n")]
    [DataRow("JSON, in its place", "{\n  \"lang\": \"ko\",\n  \"title\": \"글\"\n}\n", "lang", "en", "{\n  \"lang\": \"en\",\n  \"title\": \"글\"\n}\n")]
    [DataRow("JSON, in the place of no text", "{\n  \"lang\": null,\n  \"title\": \"글\"\n}\n", "lang", "en", "{\n  \"lang\": \"en\",\n  \"title\": \"글\"\n}\n")]
    [DataRow("JSON, new", "{\n  \"title\": \"글\"\n}\n", "lang", "en", "{\n  \"lang\": \"en\",\n  \"title\": \"글\"\n}\n")]
    [DataRow("JSON, new in an object", "{\n  \"params\": { \"a\": 1 }\n}\n", "params.lang", "en", "{\n  \"params\": { \"a\": 1, \"lang\": \"en\" }\n}\n")]
    [DataRow("JSON, new with its object", "{\n  \"title\": \"글\"\n}\n", "params.lang", "en", "{\n  \"params\": { \"lang\": \"en\" },\n  \"title\": \"글\"\n}\n")]
    public void A_key_gets_its_value(string name, string head, string key, string value, string expected)
    {
        var weaving = Set(head, new FrontMatterEdit(key, [value]) { IsRequired = true });
        Assert.AreEqual(expected + "\n본문이다.\n", weaving.Text, name);
        Assert.AreEqual("", string.Join('\n', weaving.Findings), name);
    }

    [TestMethod]
    [DataRow("---\ndraft: true\n---\n", "---\ndraft: false\n---\n")]
    [DataRow("---\ndraft: \"yes\"\n---\n", "---\ndraft: false\n---\n")]
    [DataRow("---\ndraft: # 나중에\ntitle: 글\n---\n", "---\ndraft: false # 나중에\ntitle: 글\n---\n")]
    [DataRow("+++\ndraft = true\n+++\n", "+++\ndraft = false\n+++\n")]
    [DataRow("{\n  \"draft\": true\n}\n", "{\n  \"draft\": false\n}\n")]
    public void A_truth_value_is_no_text(string head, string expected)
    {
        var weaving = Set(head, new FrontMatterEdit("draft", ["false"]) { IsBare = true, IsRequired = true });
        Assert.AreEqual(expected + "\n본문이다.\n", weaving.Text);
        Assert.AreEqual("", string.Join('\n', weaving.Findings));
    }

    [TestMethod]
    [DataRow("---\ntags: [가]\n---\n", "---\ntags: [en, \"a, b\"]\n---\n")]
    [DataRow("---\ntags:\n  - 가\n---\n", "---\ntags:\n  - en\n  - a, b\n---\n")]
    [DataRow("---\ntags: # 나중에\ntitle: 글\n---\n", "---\ntags: [en, \"a, b\"] # 나중에\ntitle: 글\n---\n")]
    [DataRow("+++\ntags = ['가']\n+++\n", "+++\ntags = [\"en\", \"a, b\"]\n+++\n")]
    [DataRow("{\n  \"tags\": [\"가\"]\n}\n", "{\n  \"tags\": [\"en\", \"a, b\"]\n}\n")]
    public void A_list_is_a_list(string head, string expected) =>
        Assert.AreEqual(expected + "\n본문이다.\n", Set(head, new FrontMatterEdit("tags", ["en", "a, b"]) { IsList = true, IsRequired = true }).Text);

    [TestMethod]
    [DataRow("---\nparams: 글\n---\n")]
    [DataRow("+++\nparams = \"글\"\n+++\n")]
    [DataRow("---\nparams:\n- a: 1\n- b: 2\n---\n")]
    [DataRow("---\nparams:\n  - lang: ko\n---\n")]
    [DataRow("---\nparams: [{a: 1}]\n---\n")]
    [DataRow("+++\ntitle = \"글\"\n[[params]]\na = 1\n[[params]]\nb = 2\n+++\n")]
    public void A_key_for_which_there_is_no_place_keeps_the_page_back(string head)
    {
        var weaving = Set(head, new FrontMatterEdit("params.lang", ["en"]) { IsRequired = true });
        Assert.AreEqual("front-matter-not-set", weaving.Findings.Single().Check);
    }

    [TestMethod]
    [DataRow("---\nlang: &l 'ko'\nx: {other: [*l]}\n---\n")]
    [DataRow("---\nlang: &l ko\nx:\n  - other: *l\n  - other: a\n---\n")]
    [DataRow("---\nbase: &b\n  x: 1\nlang: &l ko\nall:\n  - *b\n  - *l\n---\n")]
    public void A_value_that_another_key_takes_from_there_keeps_the_page_back(string head)
    {
        var finding = Set(head, new FrontMatterEdit("lang", ["en"]) { IsRequired = true }).Findings.Single();
        Assert.AreEqual("front-matter-alias", finding.Check);
        Assert.Contains("says '*l'", finding.Message);
        Assert.AreEqual(0, Set(head, new FrontMatterEdit("lang", ["ko"]) { IsRequired = true }).Findings.Length);
    }

    [TestMethod]
    [DataRow("---\nlang: &l ko\nother: *l # 메모\n---\n", "---\nlang: &l en\nother: ko # 메모\n---\n")]
    [DataRow("---\nlang: &l \"2026\"\nx: {other: *l , a: 1}\nlast: *l\n---\n", "---\nlang: &l \"en\"\nx: {other: \"2026\" , a: 1}\nlast: \"2026\"\n---\n")]
    [DataRow("---\nlang: &l 2026\nother: *l\n---\n", "---\nlang: &l en\nother: 2026\n---\n")]
    public void A_key_that_takes_its_value_from_one_that_is_set_keeps_it(string head, string expected)
    {
        var weaving = Set(head, new FrontMatterEdit("lang", ["en"]) { IsRequired = true });
        Assert.AreEqual(expected + "\n본문이다.\n", weaving.Text);
        Assert.AreEqual("", string.Join('\n', weaving.Findings));
    }

    [TestMethod]
    public void A_key_that_takes_its_value_from_another_gets_its_own() =>
        Assert.AreEqual("---\nother: &l ko\nlang: en\n---\n\n본문이다.\n", Set("---\nother: &l ko\nlang: *l\n---\n", new FrontMatterEdit("lang", ["en"]) { IsRequired = true }).Text);

    [TestMethod]
    [DataRow("asked.*.q")]
    [DataRow("asked.q")]
    [DataRow("*.q")]
    [DataRow("asked.q.*")]
    public void A_star_stands_for_a_step_or_the_items_of_a_list(string pattern)
    {
        const string Article = "---\nasked:\n  - q: 물음\n    a: 답\n  - {q: 다른 물음}\n---\n\n본문이다.\n";
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(Article), "a.ko.md", new ExtractionOptions("ko") { Roles = new FrontMatterRoles { Translate = [pattern] } }).Value!;
        Assert.AreEqual("물음|다른 물음|본문이다.", string.Join('|', source.Units.Select(u => u.Text)));
    }

    private static Weaving Set(string head, FrontMatterEdit edit)
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(head + "\n본문이다.\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        return MarkdownWeaver.Weave(source, new Dictionary<string, ImmutableArray<Content?>>(), new WeaveOptions("en") { FrontMatter = [edit] });
    }
}

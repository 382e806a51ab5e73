using System.Text;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class TombstoneTests
{
    [TestMethod]
    [DataRow("---\ntitle: 비밀\nslug: a\nlang: ko\n---\n\n비밀이다.\n", "---\ntitle: \"W\"\nslug: \"a\"\nlang: \"en\"\nretracted: \"2026-03-02\"\n---\n\nW\n")]
    [DataRow("+++\ntitle = '비밀'\nslug = 'a'\n+++\n\n비밀이다.\n", "+++\ntitle = \"W\"\nslug = \"a\"\nretracted = \"2026-03-02\"\n+++\n\nW\n")]
    [DataRow("{\n  \"title\": \"비밀\",\n  \"slug\": \"a\"\n}\n\n비밀이다.\n", "{\n  \"title\": \"W\",\n  \"slug\": \"a\",\n  \"retracted\": \"2026-03-02\"\n}\n\nW\n")]
    [DataRow("---\npost_title: 비밀\npost_name: a\npost_date: \"2023-12-04 07:00:00\"\n---\n\n비밀이다.\n", "---\npost_title: \"W\"\npost_name: \"a\"\npost_date: \"2023-12-04 07:00:00\"\nretracted: \"2026-03-02\"\n---\n\nW\n")]
    [DataRow("---\npost_title: 비밀\ncustom_fields:\n  translation_key: k\n  lang: ko\n  note: 비밀\n---\n\n비밀이다.\n", "---\npost_title: \"W\"\nretracted: \"2026-03-02\"\ncustom_fields:\n  translation_key: \"k\"\n  lang: \"en\"\n---\n\nW\n")]
    [DataRow("비밀이다.\n", "W\n")]
    public void A_tombstone_has_the_articles_own_form_and_none_of_its_words(string source, string expected)
    {
        var page = Page(source, "en", new HouseStyle { Retraction = "W" });
        Assert.AreEqual(expected, page);
        if (source[0] != '비')
            Assert.AreEqual("W", Extraction(page).FrontMatter[0].Value, "and it reads back");
    }

    [TestMethod]
    [DataRow("en", "This article has been retracted.")]
    [DataRow("en-GB", "This article has been retracted.")]
    [DataRow("ja", "この記事は撤回されました。")]
    [DataRow("ko", "이 기사는 철회되었습니다.")]
    [DataRow("zh-CN", "本文已撤稿。")]
    [DataRow("qu", "This article has been retracted.")]
    public void It_speaks_the_language_of_its_page(string language, string sentence) => Assert.AreEqual(sentence + "\n", Page("글이다.\n", language, new HouseStyle()));

    [TestMethod]
    [DataRow(TranslationKeyPreset.Hugo, "---\ntitle: 비밀\n---\n\n비밀이다.\n", "translationKey: \"a\"")]
    [DataRow(TranslationKeyPreset.Jekyll, "---\nlayout: post\nlang:\nref:\nslug:\n---\n\n비밀이다.\n", "layout: \"post\"\nlang: \"en\"\nref: \"a\"\nretracted")]
    [DataRow(TranslationKeyPreset.WordPress, "+++\ntitle = '비밀'\n+++\n\n비밀이다.\n", "[custom_fields]\ntranslation_key = \"a\"\nlang = \"en\"\n+++")]
    public void It_stays_joined_with_the_pages_of_other_languages(TranslationKeyPreset preset, string source, string expected) =>
        Assert.Contains(expected, Page(source, "en", new HouseStyle { TranslationKeys = preset }));

    private static string Page(string source, string language, HouseStyle style)
    {
        var article = Extraction(source);
        var edition = EditionRevision.Begin("a", language, article, Route.Of("default", ["translate", "edit"]).Value!) with { Retraction = new Retraction("x", "a", "b", new DateOnly(2026, 3, 2)) };
        return new Tombstone(style).Make(article, edition, "a.md").Markdown;
    }

    private static Extraction Extraction(string source) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(source), "a.md", new ExtractionOptions("ko")).Value!;
}

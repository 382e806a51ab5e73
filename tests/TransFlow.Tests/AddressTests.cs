using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>No two pages that readers have share an address.</summary>
[TestClass]
public sealed partial class AddressTests
{
    [TestMethod]
    [DataRow("permalink: /ko/rice/\n", "/ko/rice")]
    [DataRow("url: /rice/index.html\n", "/rice")]
    public async Task An_edition_that_would_keep_the_originals_address_is_refused_until_its_language_has_its_own(string head, string address)
    {
        using var room = Room();
        Article(room, "rice", head);
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run("check"));
        Assert.Contains($"The address '{address}' is that of the original; rice [en] would have the same.", room.Out + room.Error);
        await Finish(room, "rice", "en");
        Assert.IsFalse(room.Exists("translations/published/en/rice.en.md"));
        Assert.AreEqual(1, await room.Run("publish", "--dry-run"));
        Assert.Contains($"rice [en]: would be refused. It is parked: The address '{address}' is that of the original", room.Out);
        room.Set("{editors}.*\",", "{editors}.*\", \"frontMatter\": { \"permalink\": { \"/ko/\": \"/en/\" }, \"url\": { \"/\": \"/en/\" } },");
        await room.Do("retry", "rice", "-l", "en");
        await room.Do("publish", "rice", "-l", "en");
    }

    [TestMethod]
    [DataRow("permalink: /ko/rice/\n", "/all/rice")]
    [DataRow("url: /rice/index.html\n", "/all/rice")]
    public async Task The_second_edition_that_would_have_the_first_ones_address_is_refused_until_its_language_has_its_own(string head, string address)
    {
        using var room = Room();
        const string All = " \"frontMatter\": { \"permalink\": { \"/ko/\": \"/all/\" }, \"url\": { \"/\": \"/all/\" } },";
        room.Set("{editors}.*\",", "{editors}.*\"," + All);
        room.Set("\"*翻訳：{translators}。編集：{editors}。*\",", "\"*翻訳：{translators}。編集：{editors}。*\"," + All);
        Article(room, "rice", head);
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run("check"));
        Assert.Contains($"The address '{address}' is that of rice [en]; rice [ja] would have the same.", room.Out + room.Error);

        await Finish(room, "rice", "en");
        await Finish(room, "rice", "ja", isHeld: true);
        Assert.AreEqual("published", await room.Stage("rice"));
        await room.Do("release", "rice", "-l", "ja");
        Assert.AreEqual(1, await room.Run("publish", "--dry-run"));
        Assert.Contains($"rice [ja]: would be refused. The address '{address}' is that of rice [en]", room.Out);
        Assert.Contains("targets.ja.style.frontMatter", await room.Refused("publish", "rice", "-l", "ja"));
        Assert.IsFalse(room.Exists("translations/published/ja/rice.ja.md"));

        room.Set("\"*翻訳：{translators}。編集：{editors}。*\"," + All, "\"*翻訳*\", \"frontMatter\": { \"permalink\": { \"/ko/\": \"/ja/\" }, \"url\": { \"/\": \"/ja/\" } },");
        await room.Do("check");
        await room.Do("retry", "rice", "-l", "ja");
        await room.Do("publish", "rice", "-l", "ja");
    }

    [TestMethod]
    public async Task A_language_with_a_site_of_its_own_may_have_the_same_paths()
    {
        using var room = Room();
        room.Set("\"*翻訳：{translators}。編集：{editors}。*\",", "\"*翻訳*\", \"url\": [\"https://ja.example.com{permalink}\"],");
        room.Set("{editors}.*\",", "{editors}.*\", \"url\": [\"https://en.example.com{permalink}\"],");
        Article(room, "rice", "permalink: /ko/rice/\n");
        await room.Do("run", "--once");
        await room.Do("check");
        await Finish(room, "rice", "en");
        await Finish(room, "rice", "ja");
        Assert.AreEqual("published", await room.Stage("rice", "ja"));
    }

    [TestMethod]
    public async Task Two_that_wait_for_publication_are_told_before_either_is_written_and_what_is_live_may_be_corrected_and_retracted()
    {
        using var room = Room();
        Article(room, "rice", "translationKey: rice\nslug: prices\n");
        Article(room, "corn", "translationKey: corn\nslug: prices\n");
        Article(room, "salt", "translationKey: salt\nslug: salt\n");
        await room.Do("run", "--once");
        foreach (var article in new[] { "corn", "rice", "salt" })
            await Finish(room, article, "en", isHeld: true);
        foreach (var article in new[] { "corn", "rice", "salt" })
            await room.Do("release", article, "-l", "en");
        Assert.AreEqual(1, await room.Run("publish", "--dry-run"));
        Assert.Contains("2 new, 0 replaced, 0 taken down, 0 waiting, 1 refused.", room.Out);
        Assert.Contains("rice [en]: would be refused. The address 'en: prices' is that of corn [en]", room.Out);
        await room.Do("run", "--once");
        await room.Do("status", "rice");
        Assert.Contains("is that of corn [en]", room.Out);
        Assert.AreEqual("published", await room.Stage("corn"));

        await room.Do("correct", "corn", "-l", "en", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("publish", "corn", "-l", "en");
        await room.Do("retract", "corn", "--reason", "x", "--as", "jonas");
        await room.Do("retract", "corn", "--as", "ren");
        Assert.Contains("is that of corn [en]", await room.Refused("publish", "rice", "-l", "en"), "a tombstone stands there");
    }

    [TestMethod]
    public async Task Two_articles_of_one_file_are_told_apart_by_name()
    {
        using var room = Room();
        room.Set("published/{lang}\" }", "published/{lang}\", \"file\": \"{name}.md\" }");
        foreach (var folder in new[] { "a", "b" })
            Article(room, $"{folder}/story", $"translationKey: {folder}\n");
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run("check"));
        Assert.Contains("The file 'story.md' is that of a [en]; b [en] would have the same.", room.Out + room.Error);
    }

    private static TestNewsroom Room()
    {
        var room = new TestNewsroom();
        foreach (var file in Directory.EnumerateFiles(room.PathOf("translations/articles")))
            File.Delete(file);
        foreach (var language in new[] { "en", "ja" })
            room.Set($"[\"network\", \"contact\"],\n        \"links\": {{ \"https://example.com/ko/\": \"https://example.com/{language}/\" }},\n        \"frontMatter\": {{ \"permalink\": {{ \"/ko/\": \"/{language}/\" }} }}", "[]");
        return room;
    }

    private static void Article(TestNewsroom room, string name, string head) =>
        room.Write($"translations/articles/{name}.ko.md", $"---\nlang: ko\ntitle: 제목\n{head}---\n\n글이다.\n");

    private static async Task Finish(TestNewsroom room, string article, string language, bool isHeld = false)
    {
        var file = $"translations/{language}/translate/{article}.xlf";
        room.Write(file, Source().Replace(room.Read(file), m => $"{m.Value}<target>{(language == "en" ? "Words" : "かな")}.</target>"));
        await room.Do("run", "--once");
        await room.Do("accept", article, "-l", language);
        if (isHeld)
            await room.Do("hold", article, "-l", language, "--reason", "x");
        await room.Do("run", "--once");
    }

    [GeneratedRegex(@"(?<=<segment[^>]*>\s*)<source>[^<]*</source>")]
    private static partial Regex Source();
}

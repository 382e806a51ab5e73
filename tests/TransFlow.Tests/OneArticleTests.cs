using System.Text;
using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The whole way of one article, as translator, editor and operator go it by hand.</summary>
[TestClass]
public sealed class OneArticleTests
{
    private const string Story = "envoys-phone-talks";
    private const string ToTranslate = $"translations/en/translate/{Story}.xlf";
    private const string ToEdit = $"translations/en/edit/{Story}.xlf";

    [TestMethod]
    public async Task Saving_in_place_is_a_return()
    {
        using var room = await Translated();
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.IsTrue(room.Exists(ToEdit));
        Assert.IsFalse(room.Exists(ToTranslate));
    }

    [TestMethod]
    public async Task A_half_done_file_saved_in_place_stays_with_the_translator_and_nothing_of_it_is_lost()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var half = Half(SampleReturns.Translated(Story));
        room.Write(ToTranslate, half);
        await room.Do("run", "--once");

        Assert.AreEqual("translate", await room.Stage(Story));
        CollectionAssert.AreEqual(half, File.ReadAllBytes(room.PathOf(ToTranslate)), "the translator's own file stays as it was saved");
        Assert.IsGreaterThan(5, (int)(await room.Edition(Story))["done"]!);
        room.Write(ToTranslate, SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task The_editor_accepts_and_the_page_goes_out_with_the_names_of_those_who_did_the_work()
    {
        using var room = await Translated();
        await room.Do("accept", Story, "-l", "en");
        StringAssert.Contains(room.Out, "ready", StringComparison.Ordinal);
        await room.Do("run", "--once");

        var page = room.Read($"translations/published/en/{Story}.en.md");
        StringAssert.Contains(page, "*Translated by Mina Park. Edited by Jonas Reed.*", StringComparison.Ordinal);
        StringAssert.Contains(page, "[Read in Korean](https://example.com/ko/envoys-phone-talks)", StringComparison.Ordinal);
        await room.Do("history", Story);
        foreach (var kind in new[] { "article-taken-in", "handed-out", "returned", "accepted", "published" })
            StringAssert.Contains(room.Out, kind, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Sent_back_units_come_back_to_the_translator_with_the_reason_and_the_rest_stays_done()
    {
        using var room = await Translated();
        await room.Do("status", Story, "--json");
        await room.Do("send-back", Story, "-l", "en", "--unit", "01-title", "--reason", "Name both countries.");
        await room.Do("run", "--once");

        Assert.AreEqual("translate", await room.Stage(Story));
        var file = room.Read(ToTranslate);
        StringAssert.Contains(file, "Sent back: Name both countries.", StringComparison.Ordinal);
        Assert.AreEqual(1, Count(file, "<unit "), "only what was sent back comes back");
        room.Write(ToTranslate, file.Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal).Replace("Envoys", "Korean and Japanese envoys", StringComparison.Ordinal));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("accept", Story, "-l", "en");
        await room.Do("publish", Story, "-l", "en");
        Assert.AreEqual("published", await room.Stage(Story));
    }

    [TestMethod]
    public async Task While_some_is_with_the_translator_again_the_editor_goes_on_with_the_rest()
    {
        using var room = await Translated();
        await room.Do("send-back", Story, "-l", "en", "--unit", "01-title", "--reason", "Name both countries.");
        await room.Do("send-back", Story, "-l", "en", "--as", "jonas", "--unit", "07-summary", "--reason", "Too long.");
        await room.Do("accept", Story, "-l", "en");
        Assert.AreEqual("translate", await room.Stage(Story));
        Assert.AreEqual(1, await room.Run("accept", Story, "-l", "en"));
        StringAssert.Contains(room.Error, "'translate'", StringComparison.Ordinal);

        await room.Do("run", "--once");
        var file = room.Read(ToTranslate);
        Assert.AreEqual(2, Count(file, "<unit "), "what was accepted stays so");
        StringAssert.Contains(file, "Sent back: Too long.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Of_a_named_unit_what_readers_have_stays_and_what_was_changed_goes_back()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        const string Rice = "autumn-rice-prices", File = $"translations/en/translate/{Rice}.xlf";
        const string Article = $"translations/articles/{Rice}.ko.md";
        room.Write(Article, room.Read(Article).Replace("좀처럼 내리지 않고 있다", "좀처럼 내리지 않는다", StringComparison.Ordinal));
        await room.Do("run", "--once");
        room.Write(File, room.Read(File).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal).Replace("little sign", "no sign", StringComparison.Ordinal));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Rice));
        string[] line = ["send-back", Rice, "-l", "en", "--as", "jonas", "--reason", "Too strong.", "--unit"];
        StringAssert.Contains(await room.Refused([.. line, "01-title"]), "readers have it", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused([.. line, "12-paragraph", "--unit", "01-title"]), "readers have it", StringComparison.Ordinal);
        await room.Do([.. line, "12-paragraph"]);
        StringAssert.Contains(room.Out, "1 segment(s) sent back", StringComparison.Ordinal);
        await room.Do("run", "--once");
        Assert.AreEqual(1, Count(room.Read(File), "state=\"initial\""), "what readers have is not thrown back");
    }

    [TestMethod]
    public async Task Nothing_is_sent_back_without_a_reason()
    {
        using var room = await Translated();
        Assert.AreEqual(2, await room.Run("send-back", Story, "-l", "en"));
        Assert.AreEqual(1, await room.Run("send-back", Story, "-l", "en", "--reason", "  "));
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task What_stands_at_the_translator_cannot_be_accepted()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run("accept", Story, "-l", "en"));
        StringAssert.Contains(room.Error, "It stands at 'translate'", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Nobody_approves_what_the_same_person_wrote()
    {
        using var room = new TestNewsroom();
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"edit\": { \"en\": [\"jonas\"]", "\"edit\": { \"en\": [\"mina\", \"jonas\"]", StringComparison.Ordinal));
        await Translate(room);

        Assert.AreEqual(1, await room.Run("accept", Story, "-l", "en", "--as", "mina"));
        StringAssert.Contains(room.Error, "mina wrote or changed this target", StringComparison.Ordinal);
        await room.Do("accept", Story, "-l", "en", "--as", "jonas");
    }

    [TestMethod]
    public async Task An_editor_may_work_in_the_file_and_change_it_there()
    {
        using var room = await Translated();
        var file = room.Read(ToEdit).Replace("state=\"translated\"", "state=\"reviewed\"", StringComparison.Ordinal);
        room.Write(ToEdit, file.Replace("Why now?", "Why does it happen now?", StringComparison.OrdinalIgnoreCase));
        await room.Do("run", "--once");

        Assert.AreEqual("published", await room.Stage(Story));
        StringAssert.Contains(room.Read($"translations/published/en/{Story}.en.md"), "## WHY DOES IT HAPPEN NOW?", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_corrected_source_brings_back_only_what_changed_and_the_live_page_stays_until_it_is_done()
    {
        using var room = await Translated();
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        var live = room.Read($"translations/published/en/{Story}.en.md");
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");

        Assert.AreEqual("translate", await room.Stage(Story));
        var file = room.Read(ToTranslate);
        Assert.AreEqual(1, Count(file, "<unit "));
        StringAssert.Contains(file, "40 minutes", StringComparison.Ordinal);
        Assert.AreEqual(live, room.Read($"translations/published/en/{Story}.en.md"));

        room.Write(ToTranslate, file.Replace("40 minutes", "50 minutes", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual(live.Replace("40 minutes", "50 minutes", StringComparison.Ordinal), room.Read($"translations/published/en/{Story}.en.md"));
    }

    [TestMethod]
    public async Task A_held_edition_goes_nowhere_until_it_is_released()
    {
        using var room = await Translated();
        await room.Do("accept", Story, "-l", "en");
        await room.Do("hold", Story, "-l", "en", "--reason", "The lawyer reads it.");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists($"translations/published/en/{Story}.en.md"));
        Assert.AreEqual(1, await room.Run("publish", Story, "-l", "en"));
        StringAssert.Contains(room.Error, "The lawyer reads it.", StringComparison.Ordinal);

        await room.Do("release", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_published_page_that_somebody_changed_is_not_overwritten()
    {
        using var room = await Translated();
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        var page = $"translations/published/en/{Story}.en.md";
        var changed = room.Read(page).Replace("40 minutes", "45 minutes", StringComparison.Ordinal);
        room.Write(page, changed);
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--kind", "silent", "--reason", "Too long.", "--as", "jonas");
        await room.Do("send-back", Story, "-l", "en", "--unit", "01-title", "--reason", "Shorter.");
        await room.Do("run", "--once");
        room.Write(ToTranslate, room.Read(ToTranslate).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal).Replace("<target>", "<target>New: ", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");

        Assert.AreEqual(changed, room.Read(page));
        StringAssert.Contains((string)(await room.Edition(Story))["next"]!, "somebody changed it", StringComparison.Ordinal);
        File.Move(room.PathOf(page), room.PathOf("aside.md"));
        await room.Do("retry", Story, "-l", "en");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(page), "New: ", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_renamed_article_keeps_its_editions_and_its_public_address()
    {
        using var room = await Translated();
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        File.Move(room.PathOf($"translations/articles/{Story}.ko.md"), room.PathOf("translations/articles/renamed.ko.md"));
        room.Write("translations/articles/renamed.ko.md", room.Read("translations/articles/renamed.ko.md").Replace("draft: false", "draft: true", StringComparison.Ordinal));
        await room.Do("run", "--once");

        Assert.AreEqual("published", await room.Stage(Story));
        StringAssert.Contains(room.Read($"translations/published/en/{Story}.en.md"), "draft: true", StringComparison.Ordinal);
        Assert.HasCount(1, Directory.GetFiles(room.PathOf("translations/published/en")));
    }

    [TestMethod]
    public async Task A_return_by_command_says_what_it_did_and_an_XLIFF_1_2_file_is_as_good()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("export", Story, "-l", "en", "--xliff12", "-o", "out");
        var file = Directory.EnumerateFiles(room.PathOf("out")).Single();
        var filled = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), "<source>(.*?)</source>", "$0<target>EN $1</target>", System.Text.RegularExpressions.RegexOptions.Singleline);
        File.WriteAllText(file, filled, new UTF8Encoding(false));
        Assert.AreEqual(0, await room.Run("return", file), room.Error);
        StringAssert.Contains(room.Out, "0 left at this stage", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task An_editor_may_spread_a_joined_text_over_its_sentences_again_and_no_word_is_lost()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/two.ko.md", "# 제목\n\n첫 문장이다. 둘째 문장이다.\n");
        await room.Do("run", "--once");
        await room.Do("export", "two", "-l", "en", "--xliff12", "-o", "out");
        var old = File.ReadAllText(Directory.EnumerateFiles(room.PathOf("out")).Single());
        room.Write("translations/returned/old.xlf", old.Replace("</source>", "</source><target>First and second.</target>", StringComparison.Ordinal));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("two"));

        var file = room.Read("translations/en/edit/two.xlf").Replace("First and second.", "First.", StringComparison.Ordinal).Replace("<target/>", "<target>Second.</target>", StringComparison.Ordinal);
        room.Write("translations/en/edit/two.xlf", System.Text.RegularExpressions.Regex.Replace(file, "state=\"[a-z]*\"", "state=\"reviewed\""));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("two"));
        StringAssert.Contains(room.Read("translations/published/en/two.en.md"), "First. Second.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_source_file_that_is_gone_is_told_and_a_return_in_a_subfolder_is_found()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("translations/returned/en/theirs.xlf", SampleReturns.Translated(Story));
        File.Delete(room.PathOf($"translations/articles/{Story}.ko.md"));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "its source file is gone", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_rehearsal_says_what_a_return_would_do_and_changes_nothing()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("mine.xlf", SampleReturns.Translated(Story));
        await room.Do("return", "mine.xlf", "--dry-run");
        StringAssert.Contains(room.Out, "42 segment(s) finished", StringComparison.Ordinal);
        Assert.AreEqual("translate", await room.Stage(Story));
        await room.Do("return", "mine.xlf");
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task An_archive_returns_all_the_files_in_it_and_what_is_wrong_in_it_is_named()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("translations/returned/all of it.zip", Packed.Zip(("work/a.xlf", SampleReturns.Translated(Story)), ("work/b.XLIFF", SampleReturns.Translated("autumn-rice-prices")), ("c.xlf", "<broken"u8.ToArray()), ("readme.txt", [1])));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.AreEqual("edit", await room.Stage("autumn-rice-prices"));
        StringAssert.Contains((await room.Quarantine()).Single().Value, "The file ends in the middle.", StringComparison.Ordinal);
        StringAssert.Contains(room.Read("translations/rejected/all of it.zip.txt"), "c.xlf", StringComparison.Ordinal);

        room.Write("translations/returned/none.zip", Packed.Zip(("readme.txt", [1])));
        room.Write("translations/returned/half.zip", [.. Packed.Zip(("a.xlf", SampleReturns.Translated(Story))).Take(300)]);
        await room.Do("run", "--once");
        Assert.HasCount(3, await room.Quarantine());
        await room.Do("run", "--once");
        StringAssert.StartsWith(room.Out, "Nothing new.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_lost_link_keeps_its_unit_with_the_translator_and_lost_emphasis_is_told()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/codes.ko.md", "# 제목\n\n**굵은** 글이다.\n\n[링크](https://example.com/a)가 있다.\n");
        await room.Do("run", "--once");
        var file = room.Read("translations/en/translate/codes.xlf");
        file = System.Text.RegularExpressions.Regex.Replace(file, "<source>(.*?)</source>", m => m.Value + "<target>" + System.Text.RegularExpressions.Regex.Replace(m.Groups[1].Value, "<[^>]*>", "").Replace("이다", " is", StringComparison.Ordinal) + " x</target>");
        room.Write("plain.xlf", file);
        Assert.AreEqual(1, await room.Run("return", "plain.xlf"));
        StringAssert.Contains(room.Out, "bold is missing", StringComparison.Ordinal);
        StringAssert.Contains(room.Error, "03-paragraph", StringComparison.Ordinal);
        StringAssert.Contains(room.Error, "lacks the code", StringComparison.Ordinal);
        await room.Do("units", "codes", "-l", "en", "--json");
        var stages = JsonNode.Parse(room.Out)!.AsArray().Select(u => $"{u!["name"]} {u["stage"]}").ToList();
        CollectionAssert.AreEqual(new[] { "01-heading edit", "02-paragraph edit", "03-paragraph translate" }, stages);
    }

    [TestMethod]
    public async Task A_file_with_only_some_of_the_units_is_a_partial_return_and_said_to_be_so()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var text = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var cut = text[..text.IndexOf("    <unit ", text.Length / 2, StringComparison.Ordinal)] + "  </file>\n</xliff>\n";
        room.Write("part.xlf", cut);
        await room.Do("return", "part.xlf");
        StringAssert.Contains(room.Out, "A partial return", StringComparison.Ordinal);
        Assert.AreEqual("translate", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Every_reading_verb_answers_in_JSON()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once", "--json");
        Assert.IsNotNull(JsonNode.Parse(room.Out)!["editions"]);
        foreach (var verb in new[] { "status", "history", "check", "schedule" })
        {
            await room.Do(verb, "--json");
            Assert.IsNotNull(JsonNode.Parse(room.Out), verb);
        }
    }

    private static async Task<TestNewsroom> Translated()
    {
        var room = new TestNewsroom();
        await Translate(room);
        return room;
    }

    private static async Task Translate(TestNewsroom room)
    {
        await room.Do("run", "--once");
        room.Write(ToTranslate, SampleReturns.Translated(Story));
        await room.Do("run", "--once");
    }

    /// <summary>The file with its second half as it was handed out.</summary>
    private static byte[] Half(byte[] translated)
    {
        var text = Encoding.UTF8.GetString(translated);
        var middle = text.IndexOf("    <unit ", text.Length / 2, StringComparison.Ordinal);
        var rest = System.Text.RegularExpressions.Regex.Replace(text[middle..], " *<target>.*?</target>\n", "", System.Text.RegularExpressions.RegexOptions.Singleline).Replace(" state=\"translated\"", "", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..middle] + rest);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [TestMethod]
    public async Task A_front_matter_key_that_the_settings_give_to_translators_comes_to_them_with_articles_that_are_there()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/mood.ko.md", "---\ntitle: 제목\nmood: 맑음이다\n---\n\n첫 문장이다.\n");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Read("translations/en/translate/mood.xlf").Contains("맑음이다", StringComparison.Ordinal));
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"source\": {", "\"source\": { \"frontMatter\": { \"translate\": \"mood\" },", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/mood.xlf"), "<source>맑음이다</source>", StringComparison.Ordinal);
    }
}

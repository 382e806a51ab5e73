using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What 'publish --dry-run' tells, and that it does nothing.</summary>
[TestClass]
public sealed class PublishRehearsalTests
{
    private const string Story = "autumn-rice-prices";
    private const string Page = $"translations/published/en/{Story}.en.md";

    [TestMethod]
    public async Task What_would_be_written_is_shown_as_a_difference_and_nothing_is_written()
    {
        using var room = await Ready();
        var before = (room.Written(), Files: room.Snapshot());
        await room.Do("publish", "--dry-run");
        Assert.AreEqual(before.Item1, room.Written());
        CollectionAssert.AreEqual(before.Files, room.Snapshot());
        Assert.Contains($"{Story} [en]: would be written: {Page}\n--- /dev/null\n+++ b/{Page}\n@@ -0,0 +1,", room.Out);
        Assert.Contains("+*Translated by Mina Park. Edited by Jonas Reed.*\n", room.Out);
        Assert.Contains("1 new, 0 replaced, 0 taken down, 0 waiting, 0 refused. Nothing was written.", room.Out);

        await room.Do("publish", Story, "-l", "en");
        await room.Do("publish", "--dry-run");
        Assert.StartsWith("0 new, 0 replaced", room.Out);
    }

    [TestMethod]
    public async Task A_page_goes_where_the_settings_say_and_stays_there()
    {
        using var room = await Ready();
        room.Set("published/{lang}\" }", "published/{lang}\", \"file\": \"_posts/{yyyy}-{mm}-{dd}-{slug}.md\" }");
        await room.Do("publish", Story, "-l", "en");
        var page = Directory.GetFiles(room.PathOf("translations/published/en/_posts")).Single();
        StringAssert.Matches(Path.GetFileName(page), new System.Text.RegularExpressions.Regex($"^20[0-9-]{{8}}-{Story}\\.md$"));
        room.Set("_posts/", "news/");
        await room.Do("correct", Story, "-l", "en", "--reason", "x", "--line", "A line.", "--as", "jonas");
        await room.Do("publish", Story, "-l", "en");
        Assert.Contains("A line.", await File.ReadAllTextAsync(page));
    }

    [TestMethod]
    public async Task What_would_replace_a_page_is_shown_by_its_lines()
    {
        using var room = await Live();
        room.Environment["TRANSFLOW__TARGETS__EN__STYLE__CREDITS"] = "*Words of {translators}.*";
        await room.Do("correct", Story, "-l", "en", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("publish", "--dry-run", "--json");
        var page = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        Assert.AreEqual("replace", (string)page["would"]!);
        Assert.Contains("-*Translated by Mina Park. Edited by Jonas Reed.*\n+*Words of Mina Park.*\n", (string)page["diff"]!);
    }

    [TestMethod]
    public async Task What_is_held_under_embargo_or_unfinished_says_why_it_would_not_go()
    {
        using var room = await Ready();
        await room.Do("hold", Story, "-l", "en", "--reason", "Lawyers.", "--as", "jonas");
        await room.Do("publish", "--dry-run");
        Assert.Contains($"{Story} [en]: waits. {Story} [en] is held: Lawyers.", room.Out);
        Assert.Contains("+++ b/", room.Out, "and what it would be");
        Assert.AreEqual(1, await room.Run("publish", Story, "-l", "en", "--dry-run"), "who asks for it by name is told no");
        await room.Do("release", Story, "-l", "en", "--as", "jonas");
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-04-20 06:00", "--zone", "Asia/Seoul", "--as", "jonas");
        await room.Do("publish", "--dry-run");
        Assert.Contains("under embargo until 2026-04-20", room.Out);
        Assert.Contains("1 waiting", room.Out);
        Assert.AreEqual(1, await room.Run("publish", Story, "-l", "ja", "--dry-run"));
        Assert.Contains("It stands at 'translate'.", room.Out);
    }

    [TestMethod]
    public async Task What_was_changed_by_hand_is_told_as_such_and_refused()
    {
        using var room = await Live();
        room.Write(Page, room.Read(Page).Replace("show little", "show no", StringComparison.Ordinal));
        await room.Do("correct", Story, "-l", "en", "--reason", "x", "--kind", "silent", "--as", "jonas");
        Assert.AreEqual(1, await room.Run("publish", "--dry-run"));
        Assert.Contains("would be refused.", room.Out);
        Assert.Contains("It was changed by hand", room.Out);
        Assert.Contains("show no", room.Out);
        Assert.AreEqual(1, await room.Run("publish", "--dry-run", "--json"));
        Assert.IsTrue((bool)JsonNode.Parse(room.Out)!.AsArray().Single()!["changedByHand"]!);
    }

    [TestMethod]
    public async Task A_retraction_whose_tombstone_is_not_there_yet_is_told_as_taking_down()
    {
        using var room = await Live();
        await room.Do("retract", Story, "--reason", "x", "--as", "jonas");
        Directory.CreateDirectory(room.PathOf("away"));
        File.Move(room.PathOf(Page), room.PathOf("away/page.md"));
        Directory.CreateDirectory(room.PathOf(Page));
        await room.Run("retract", Story, "--as", "ren");
        Directory.Delete(room.PathOf(Page));
        File.Move(room.PathOf("away/page.md"), room.PathOf(Page));
        await room.Do("retry", Story, "-l", "en", "--as", "jonas");
        await room.Do("publish", "--dry-run");
        Assert.Contains($"{Story} [en]: would be taken down, a tombstone at {Page}\n", room.Out);
        Assert.Contains("+This article has been retracted.\n", room.Out);
        await room.Do("run", "--once");
        await room.Do("publish", "--dry-run");
        Assert.StartsWith("0 new, 0 replaced, 0 taken down", room.Out, "its tombstone stands");
    }

    [TestMethod]
    public async Task What_is_not_there_is_refused_and_an_article_is_needed_in_earnest()
    {
        using var room = await Ready();
        Assert.Contains("no article 'nothing'", await room.Refused("publish", "nothing", "--dry-run"));
        Assert.Contains("'xx' is no language", await room.Refused("publish", "--dry-run", "-l", "xx"));
        Assert.AreEqual(2, await room.Run("publish"));
    }

    /// <summary>A newsroom with one edition that is through its stages and not published, since its embargo has only just ended.</summary>
    private static async Task<TestNewsroom> Ready()
    {
        var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-03-20 06:00", "--zone", "Asia/Seoul", "--as", "jonas");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestNewsroom.SampleFolder, "translations/returned")))
            room.Write($"translations/returned/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists(Page));
        room.Later(TimeSpan.FromDays(20));
        return room;
    }

    private static async Task<TestNewsroom> Live()
    {
        var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        return room;
    }
}

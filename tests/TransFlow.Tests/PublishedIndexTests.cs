using System.Text.Json.Nodes;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The file that tells a site generator what is published.</summary>
[TestClass]
public sealed class PublishedIndexTests
{
    private const string Story = "autumn-rice-prices";
    private const string Index = "translations/published/index.json";

    [TestMethod]
    public async Task It_tells_of_each_page_where_it_is_what_it_is_called_and_where_the_others_are()
    {
        using var room = await Live();
        var article = Article(room);
        Assert.AreEqual((Story, Story), ((string)article["id"]!, (string)article["translationKey"]!));
        var edition = article["editions"]!.AsArray().Single()!;
        Assert.AreEqual("en", (string)edition["language"]!);
        Assert.AreEqual("published", (string)edition["state"]!);
        Assert.AreEqual($"{Story}.en.md", (string)edition["path"]!);
        Assert.AreEqual("https://example.com/en/economy/autumn-rice-prices/", (string)edition["url"]!);
        Assert.StartsWith("Rice prices hold firm", (string)edition["title"]!);
        Assert.StartsWith("A Dawn Wire survey", (string)edition["description"]!);
        Assert.AreEqual("2023-11-06 08:00:00 +0900", (string)edition["date"]!);
        Assert.AreEqual(1, (int)edition["revision"]!);
        Assert.AreEqual("ko https://example.com/ko/economy/autumn-rice-prices/|en https://example.com/en/economy/autumn-rice-prices/", string.Join('|', article["hreflang"]!.AsArray().Select(l => $"{l!["lang"]} {l["url"]}")));
        foreach (var person in new[] { "mina", "Mina", "jonas", "Jonas" })
            Assert.DoesNotContain(person, room.Read(Index));
    }

    [TestMethod]
    public async Task The_original_is_not_named_where_pages_do_not_link_to_it()
    {
        using var room = Room();
        room.Set("\"readIn\": \"[Read in Korean]({source_url})\",", "");
        await room.Do("run", "--once");
        Assert.DoesNotContain("/ko/", room.Read(Index));
    }

    [TestMethod]
    public async Task It_is_written_only_when_it_changed_and_healed_when_somebody_touched_it()
    {
        using var room = await Live();
        var (text, time) = (room.Read(Index), File.GetLastWriteTimeUtc(room.PathOf(Index)));
        File.SetLastWriteTimeUtc(room.PathOf(Index), time.AddDays(-1));
        await room.Do("run", "--once");
        Assert.AreEqual(time.AddDays(-1), File.GetLastWriteTimeUtc(room.PathOf(Index)));
        room.Write(Index, "{}");
        await room.Do("run", "--once");
        Assert.AreEqual(text, room.Read(Index));
        File.Delete(room.PathOf(Index));
        await room.Do("run", "--once");
        Assert.AreEqual(text, room.Read(Index));
    }

    [TestMethod]
    public async Task Corrections_and_retractions_show_in_it_and_of_what_was_retracted_nothing_is_told()
    {
        using var room = await Live();
        var published = (string)Edition(room)["published"]!;
        room.Later(TimeSpan.FromDays(1));
        await room.Do("correct", Story, "-l", "en", "--reason", "Wrong.", "--line", "The price was wrong.", "--as", "jonas");
        await room.Do("publish", Story, "-l", "en");
        Assert.AreEqual("corrected", (string)Edition(room)["state"]!);
        Assert.AreEqual("The price was wrong.", (string)Edition(room)["notices"]![0]!["text"]!);
        Assert.AreEqual(published, (string)Edition(room)["published"]!);
        Assert.AreNotEqual(published, (string)Edition(room)["changed"]!);

        var url = (string)Edition(room)["url"]!;
        await room.Do("retract", Story, "--reason", "x", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        Assert.AreEqual("retracted", (string)Edition(room)["state"]!);
        Assert.AreEqual("This article has been retracted.", (string)Edition(room)["title"]!);
        Assert.AreEqual(url, (string)Edition(room)["url"]!, "its tombstone stands there");
        Assert.IsEmpty(Article(room)["hreflang"]!.AsArray());
        Assert.DoesNotContain("Rice", room.Read(Index));
        Assert.DoesNotContain("price was", room.Read(Index));
    }

    [TestMethod]
    public async Task A_page_that_was_written_and_not_noted_is_not_in_it_and_the_next_pass_puts_it_in()
    {
        using var room = Room();
        await room.Do("status");
        room.Execute("CREATE TRIGGER broken BEFORE UPDATE ON edition WHEN NEW.live IS NOT NULL BEGIN SELECT RAISE(ABORT, 'broken'); END");
        Assert.AreEqual(3, await room.Run("run", "--once"));
        Assert.IsFalse(room.Exists(Index) && room.Read(Index).Contains(Story, StringComparison.Ordinal));
        room.Execute("DROP TRIGGER broken");
        await room.Do("run", "--once");
        Assert.Contains(Story, room.Read(Index));
    }

    [TestMethod]
    public async Task A_name_that_is_no_file_is_refused_with_its_line()
    {
        using var room = Room();
        room.Set(Index, "translations/published/{lang}/index.json");
        Assert.AreEqual(3, await room.Run("status"));
        Assert.Contains("transflow.json:", room.Error);
        Assert.Contains("one file for all languages", room.Error);
    }

    [TestMethod]
    public async Task A_rehearsal_shows_what_would_become_of_it()
    {
        using var room = await Live();
        await room.Do("correct", Story, "-l", "en", "--reason", "Wrong.", "--line", "The price was wrong.", "--as", "jonas");
        var before = room.Read(Index);
        await room.Do("publish", "--dry-run");
        Assert.Contains($"index: would replace {Index}", room.Out);
        Assert.Contains("+          \"state\": \"corrected\",", room.Out);
        Assert.AreEqual(before, room.Read(Index));
    }

    private static JsonNode Article(TestNewsroom room) => JsonNode.Parse(room.Read(Index))!["articles"]!.AsArray().Single()!;

    private static JsonNode Edition(TestNewsroom room) => Article(room)["editions"]!.AsArray().Single()!;

    private static TestNewsroom Room()
    {
        var room = new TestNewsroom(withReturns: true, StoreKind.Sqlite);
        room.Set("\"path\": \"translations/published/{lang}\"", $"\"path\": \"translations/published/{{lang}}\", \"index\": \"{Index}\"");
        return room;
    }

    private static async Task<TestNewsroom> Live()
    {
        var room = Room();
        await room.Do("run", "--once");
        return room;
    }
}

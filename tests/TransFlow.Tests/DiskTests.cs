using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The disk is full, or may not be written.</summary>
[TestClass]
public sealed partial class DiskTests
{
    private const int Stories = 24;

    [TestMethod]
    [DataRow(96)]
    [DataRow(240)]
    [DataRow(480)]
    public async Task When_the_store_finds_no_more_room_it_is_said_and_with_room_everything_goes_on(int kilobytes)
    {
        var quiet = await Undisturbed.Work(Stories);
        using var room = new TestNewsroom(withReturns: true);
        Many.Articles(room, Stories);
        for (var i = 0; i < 2; i++)
        {
            using var cramped = NewsroomProcess.StartWithin(room, kilobytes, "run", "--once");
            Assert.AreEqual(3, await cramped.Code(), cramped.Error + cramped.Out);
            Assert.IsTrue(Told().IsMatch(cramped.Error), cramped.Error);
        }

        await quiet.AssertSame(room);
    }

    [TestMethod]
    [DataRow(40)]
    [DataRow(160)]
    [DataRow(600)]
    public async Task On_a_disk_that_is_full_nothing_is_lost_and_with_room_everything_goes_on(int kilobytes)
    {
        var quiet = await Undisturbed.Work(Stories);
        using var room = new TestNewsroom(withReturns: true);
        Many.Articles(room, Stories);
        using (var disk = new SmallDisk(room.Folder))
        {
            disk.Fill(leaving: kilobytes * 1024);
            for (var i = 0; i < 2; i++)
            {
                using var cramped = NewsroomProcess.Start(room, "run", "--once");
                var code = await cramped.Code();
                Assert.AreEqual(3, code, cramped.Error + cramped.Out);
                Assert.IsTrue(Told().IsMatch(cramped.Error), cramped.Error);
            }

            disk.Free();
            await quiet.AssertSame(room);
        }
    }

    [TestMethod]
    public async Task A_worker_on_a_disk_that_is_full_goes_on_by_itself_when_there_is_room()
    {
        using var room = new TestNewsroom();
        room.WorkEverySecond();
        using var disk = new SmallDisk(room.Folder);
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "at work");
        room.Write("drafts/late.ko.md", "---\nlang: ko\nslug: late\n---\n\n첫 문장이다.\n");
        disk.Fill(leaving: 0);
        File.Move(room.PathOf("drafts/late.ko.md"), room.PathOf("translations/articles/late.ko.md"));
        // Whichever comes first: a step that finds no room, or the schedule, which notes when a step begins.
        await NewsroomProcess.Until(() => worker.Error.Contains("failed and is tried again", StringComparison.Ordinal), "told", worker);
        disk.Free();
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/late.xlf"), "went on", worker);
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
        Assert.DoesNotContain("   at ", worker.Error, "one line says it");
        await room.Do("check");
    }

    [TestMethod]
    public async Task A_page_that_finds_no_room_is_told_and_published_by_itself_when_there_is_some()
    {
        const string Story = "autumn-rice-prices";
        using var room = new TestNewsroom(withReturns: true);
        using var disk = Published(room);
        disk.Fill(leaving: 0);
        await room.Do("run", "--once");
        StringAssert.Contains((string)(await room.Edition(Story))["next"]!, "could not be written", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, $"1 page(s) could not be written, such as {Story} [en]", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "Nothing can be written there", StringComparison.Ordinal);
        await room.Do("run", "--once");
        await room.Do("history", Story, "--json");
        Assert.HasCount(1, JsonNode.Parse(room.Out)!.AsArray().Where(e => (string)e!["kind"]! == "parked"), "it is told once");
        disk.Free();
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        await room.Do("check");
    }

    [TestMethod]
    public async Task What_was_retracted_is_taken_down_though_there_is_no_room_to_say_so()
    {
        const string Story = "autumn-rice-prices";
        const string Page = $"translations/published/en/{Story}.en.md";
        using var room = new TestNewsroom(withReturns: true);
        using var disk = Published(room);
        await room.Do("run", "--once");
        Assert.IsTrue(room.Exists(Page));
        disk.Fill(leaving: 0);
        await room.Do("retract", Story, "--reason", "A name was in it.", "--as", "jonas");
        await room.Run("retract", Story, "--as", "ren");
        Assert.IsFalse(room.Exists(Page));
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, $"{Story} [en] was retracted, and its page does not say so yet", StringComparison.Ordinal);
        disk.Free();
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "retracted:", StringComparison.Ordinal);
        Assert.AreEqual("retracted", await room.Stage(Story));
        await room.Do("check");
    }

    /// <summary>A small disk for what is published alone.</summary>
    private static SmallDisk Published(TestNewsroom room)
    {
        Directory.CreateDirectory(room.PathOf("translations/published/en"));
        return new SmallDisk(room.PathOf("translations/published"));
    }

    [TestMethod]
    public async Task A_worker_goes_on_by_itself_when_there_is_room_again()
    {
        using var room = new TestNewsroom();
        room.WorkEverySecond();
        Directory.CreateDirectory(room.PathOf("translations/ja"));
        room.Write("translations/en", "a file where the folder should be");
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => worker.Error.Contains("failed and is tried again", StringComparison.Ordinal), "told");
        File.Delete(room.PathOf("translations/en"));
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "went on");
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task In_a_folder_that_may_only_be_read_nothing_is_half_done_and_it_goes_on_when_it_may_be_written(StoreKind kind)
    {
        using var room = new TestNewsroom(withReturns: true, kind);
        await room.Do("status");
        using (room.ReadOnly())
        {
            using var run = NewsroomProcess.StartAsNobody(room, "run", "--once");
            Assert.AreEqual(3, await run.Code(), run.Error + run.Out);
            StringAssert.Contains(run.Error, kind == StoreKind.Sqlite ? "readonly" : "denied", StringComparison.Ordinal);
        }

        Assert.IsEmpty(Directory.GetFiles(room.Folder, ".transflow-*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("autumn-rice-prices"));
        await room.Do("check");
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task An_edition_that_can_never_be_published_is_parked_with_its_reason_and_the_others_go_on(StoreKind kind)
    {
        using var room = new TestNewsroom(withReturns: true, kind);
        const string Page = "translations/published/en/autumn-rice-prices.en.md";
        Directory.CreateDirectory(room.PathOf(Page));
        room.Write("translations/returned/other.xlf", SampleReturns.Translated("envoys-phone-talks"));
        await room.Do("run", "--once");
        await room.Do("accept", "envoys-phone-talks", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("envoys-phone-talks"));
        var parked = await room.Edition("autumn-rice-prices");
        Assert.AreEqual(("ready", "parked"), ((string)parked["stage"]!, (string)parked["flags"]!));
        StringAssert.Contains((string)parked["next"]!, "could not be written", StringComparison.Ordinal);

        await room.Do("history", "autumn-rice-prices", "--json");
        var before = JsonNode.Parse(room.Out)!.AsArray().Count;
        await room.Do("run", "--once");
        await room.Do("history", "autumn-rice-prices", "--json");
        Assert.HasCount(before, JsonNode.Parse(room.Out)!.AsArray(), "it is not tried again and again");
        Directory.Delete(room.PathOf(Page));
        await room.Do("retry", "autumn-rice-prices", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("autumn-rice-prices"));
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task An_article_on_which_the_program_fails_is_set_aside_and_the_others_go_on(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        room.Environment["TRANSFLOW__PEOPLE__TRANSLATE__EN"] = "";
        await room.Do("add", "translations/articles/envoys-phone-talks.ko.md");
        room.Execute($"UPDATE revision SET source = {(kind == StoreKind.Sqlite ? "X'FF00'" : "'\\xFF00'")} WHERE article = 'envoys-phone-talks'");
        room.Execute("DELETE FROM package WHERE article = 'envoys-phone-talks'");
        await room.Do("run", "--once");
        var poisoned = await room.Edition("envoys-phone-talks");
        Assert.AreEqual("parked", (string)poisoned["flags"]!);
        StringAssert.Contains((string)poisoned["next"]!, "TransFlow failed on it", StringComparison.Ordinal);
        foreach (var article in new[] { "autumn-rice-prices", "school-firewood-quota", "sinuiju-customs-trucks" })
            Assert.IsTrue(room.Exists($"translations/en/translate/{article}.xlf"), article);
        await room.Do("check");
    }

    [GeneratedRegex("nothing is lost|The store cannot be opened: .*Make room")]
    private static partial Regex Told();
}

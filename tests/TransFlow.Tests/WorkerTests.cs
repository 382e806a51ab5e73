using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TransFlow.Engine.Settings;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The hosted worker as a process, by the schedule and by signals.</summary>
[TestClass]
public sealed class WorkerTests
{
    [TestMethod]
    public async Task The_worker_takes_articles_and_returns_by_its_schedule_and_stops_when_it_is_told()
    {
        using var room = Busy();
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "handed out");
        room.Write("translations/returned/any name.xlf", SampleReturns.Translated("envoys-phone-talks"));
        await NewsroomProcess.Until(() => room.Exists("translations/en/edit/envoys-phone-talks.xlf"), "at the editor");
        await room.Do("accept", "envoys-phone-talks", "-l", "en");
        await NewsroomProcess.Until(() => room.Exists("translations/published/en/envoys-phone-talks.en.md"), "published");

        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
        StringAssert.Contains(worker.Error, "Stopped", StringComparison.Ordinal);
        foreach (var kind in new[] { "article-taken-in: envoys-phone-talks", "handed-out: envoys-phone-talks [en]", "returned: envoys-phone-talks [en] by mina", "published: envoys-phone-talks [en]" })
            StringAssert.Contains(worker.Error, kind, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_second_worker_is_turned_away_and_commands_still_work()
    {
        using var room = Busy();
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => worker.Error.Contains("Working", StringComparison.Ordinal), "started");
        Assert.AreEqual(3, await room.Run("run", "--once"));
        StringAssert.Contains(room.Error, "Another worker", StringComparison.Ordinal);
        await room.Do("status");
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code());
        await room.Do("run", "--once");
    }

    [TestMethod]
    public async Task A_worker_stopped_in_the_midst_of_its_work_ends_in_order_and_goes_on_where_it_was()
    {
        using var room = Busy();
        Many.Articles(room, 120);
        using (var worker = NewsroomProcess.Start(room, "run"))
        {
            await NewsroomProcess.Until(() => worker.Error.Contains("article-taken-in", StringComparison.Ordinal), "in the midst of it");
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
        }

        await room.Do("run", "--once");
        await room.Do("status", "--json");
        Assert.HasCount(2 * 124, JsonNode.Parse(room.Out)!["editions"]!.AsArray());
    }

    [TestMethod]
    public async Task Stopped_at_any_moment_even_while_it_starts_the_worker_ends_in_order()
    {
        using var room = Busy();
        var chance = new Random(7);
        for (var i = 0; i < 12; i++)
        {
            using var worker = NewsroomProcess.Start(room, "run");
            await NewsroomProcess.Until(() => worker.Error.Contains("Working", StringComparison.Ordinal), "started");
            await Task.Delay(chance.Next(0, 200));
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
        }
    }

    [TestMethod]
    public async Task The_command_of_the_guide_works_in_the_folder_where_the_person_stands()
    {
        using var room = new TestNewsroom();
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", ["run", "--no-build", "-c", build, "--project", Path.Combine(AppContext.BaseDirectory, "../../../../../src/TransFlow"), "--", "run", "--once"])
        {
            WorkingDirectory = room.Folder,
            RedirectStandardOutput = true,
        };
        using var run = System.Diagnostics.Process.Start(start)!;
        StringAssert.Contains(await run.StandardOutput.ReadToEndAsync(), "4 taken in", StringComparison.Ordinal);
        await run.WaitForExitAsync();
        Assert.AreEqual(0, run.ExitCode);
        Assert.IsTrue(room.Exists("translations/en/translate/envoys-phone-talks.xlf"));
    }

    [TestMethod]
    public async Task A_worker_started_on_a_full_drop_box_takes_articles_in_first()
    {
        using var room = new TestNewsroom(withReturns: true);
        room.Environment["TRANSFLOW__SCHEDULE__INTAKE"] = "0 0 0 1 1 ? 2099";
        room.Environment["TRANSFLOW__SCHEDULE__PUBLISH"] = "0/1 * * * * ?";
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/published/en/autumn-rice-prices.en.md"), "published");
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
        Assert.DoesNotContain("Not taken", worker.Error);
    }

    [TestMethod]
    public async Task Logs_are_one_JSON_object_a_line_when_asked_for()
    {
        using var room = Busy();
        using var worker = NewsroomProcess.Start(room, "run", "--json");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "handed out");
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code());
        var lines = worker.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.IsGreaterThan(5, lines.Length);
        foreach (var line in lines)
            Assert.IsNotNull(JsonNode.Parse(line)!["Message"]);
    }

    [TestMethod]
    public async Task Settings_by_which_work_cannot_begin_leave_it_going_on_by_the_former_ones()
    {
        using var room = Busy();
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "handed out", worker);
        var settings = room.Read("transflow.json");
        room.Write("transflow.json", settings.Replace("sqlite:translations/.transflow/newsroom.db", "sqlite:/proc/nope/newsroom.db", StringComparison.Ordinal));
        await NewsroomProcess.Until(() => worker.Error.Contains("goes on by the former settings", StringComparison.Ordinal), "gone back", worker);
        room.Write("translations/returned/any name.xlf", SampleReturns.Translated("envoys-phone-talks"));
        await NewsroomProcess.Until(() => room.Exists("translations/en/edit/envoys-phone-talks.xlf"), "at the editor", worker);
        room.Write("transflow.json", settings.Replace("Mina Park", "M. Park", StringComparison.Ordinal));
        await NewsroomProcess.Until(() => worker.Error.Split("Working by").Length == 4, "taken over", worker);
        await room.Do("accept", "envoys-phone-talks", "-l", "en");
        await NewsroomProcess.Until(() => room.Exists("translations/published/en/envoys-phone-talks.en.md"), "published", worker);
        Assert.Contains("M. Park", room.Read("translations/published/en/envoys-phone-talks.en.md"));
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
    }

    [TestMethod]
    public async Task Settings_that_change_are_taken_over_by_the_worker_and_broken_ones_are_told_of()
    {
        using var room = Busy();
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/envoys-phone-talks.xlf"), "handed out", worker);
        var settings = room.Read("transflow.json");
        room.Write("transflow.json", settings[..^20]);
        await NewsroomProcess.Until(() => worker.Error.Contains("NOTHING IS PUBLISHED", StringComparison.Ordinal), "told", worker);
        room.Write("transflow.json", settings.Replace("\"mina\": { \"credit\": \"Mina Park\" },", "", StringComparison.Ordinal).Replace("*Translated by {translators}. Edited by", "*Put into English by {translators}. Read by", StringComparison.Ordinal));
        await NewsroomProcess.Until(() => worker.Error.Split("Working by").Length == 3, "taken over", worker);
        room.Write("translations/returned/any name.xlf", SampleReturns.Translated("envoys-phone-talks"));
        await NewsroomProcess.Until(() => room.Exists("translations/en/edit/envoys-phone-talks.xlf"), "at the editor", worker);
        await room.Do("accept", "envoys-phone-talks", "-l", "en");
        await NewsroomProcess.Until(() => room.Exists("translations/published/en/envoys-phone-talks.en.md"), "published", worker);
        var page = room.Read("translations/published/en/envoys-phone-talks.en.md");
        Assert.DoesNotContain("Mina Park", page);
        Assert.Contains("Read by Jonas Reed", page);

        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
        Assert.HasCount(2, worker.Error.Split("Stopped; what was begun is finished"));
    }

    [TestMethod]
    public async Task Nothing_is_published_by_settings_that_are_no_longer_those_of_the_file()
    {
        using var room = new TestNewsroom(withReturns: true);
        var (read, _) = SettingsFile.Read(room.PathOf("transflow.json"), room.Environment);
        using var newsroom = Engine.Newsroom.Open(read!, TimeProvider.System, NullLogger.Instance).Value!;
        var settings = room.Read("transflow.json");
        const string Page = "translations/published/en/autumn-rice-prices.en.md";
        foreach (var other in new[] { settings.Replace("Mina Park", "M.", StringComparison.Ordinal), "{" })
        {
            room.Write("transflow.json", other);
            await newsroom.Pass(CancellationToken.None);
            Assert.IsFalse(room.Exists(Page));
            Assert.IsNotNull(newsroom.Check().Single(c => c.What.Text == "settings").Problem);
        }

        room.Write("transflow.json", settings);
        await newsroom.Pass(CancellationToken.None);
        Assert.Contains("Mina Park", room.Read(Page));
        room.Write("translations/boilerplate/contact.en.md", "Other words.\n");
        Assert.IsNotNull(newsroom.Settings.Outdated(), "standing texts count, too");
        Assert.IsNull((await newsroom.Corrections.Retract("autumn-rice-prices", "x", "jonas", CancellationToken.None)).Refusal);
        Assert.IsNull((await newsroom.Corrections.Retract("autumn-rice-prices", "x", "ren", CancellationToken.None)).Refusal);
        Assert.DoesNotContain("Mina Park", room.Read(Page), "what is taken down does not wait");
    }

    /// <summary>A newsroom whose steps run every second.</summary>
    private static TestNewsroom Busy()
    {
        var room = new TestNewsroom();
        room.WorkEverySecond();
        return room;
    }
}

using TransFlow.Cli;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The clock jumps either way.</summary>
[TestClass]
public sealed class ClockTests
{
    private const string Story = "envoys-phone-talks";

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task Whatever_the_clock_shows_from_one_pass_to_the_next_the_work_goes_on_and_the_record_adds_up(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        await room.Do("run", "--once");
        room.Jump(TimeSpan.FromDays(-400));
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        room.Jump(TimeSpan.FromDays(4000));
        await room.Do("accept", Story, "-l", "en");
        room.Jump(TimeSpan.FromDays(-4000));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        await room.Do("check");
        await room.Do("history", Story);
    }

    [TestMethod]
    [DataRow(5)]
    [DataRow(-5)]
    public async Task Workers_whose_machines_have_other_clocks_go_by_the_databases(int hours)
    {
        using var room = new TestNewsroom(store: StoreKind.Postgres);
        room.Set("\"stages\": { \"translate\": { \"assign\": \"claim\", \"claimFor\": \"04:00\", \"due\": \"04:00\", \"escalateTo\": [\"chief\"] } }");
        using var right = room.Open(new MachineClock());
        using var wrong = room.Open(new WrongClock(TimeSpan.FromHours(hours)));
        await right.Pass(CancellationToken.None);
        Assert.IsNull(right.Claims.Claim(Story, "en", null, "mina").Refusal);
        await wrong.Pass(CancellationToken.None);
        var edition = right.Store.Edition(Story, "en")!.Edition;
        Assert.AreEqual("mina", edition.Assignments["translate"], "the claim did not lapse");
        Assert.IsEmpty(right.Store.Events(kind: "overdue"), "nothing is late");

        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await wrong.Pass(CancellationToken.None);
        Assert.IsNull(wrong.Acts.Accept(Story, "en", null, "jonas", []).Refusal);
        var end = DateTimeOffset.UtcNow.AddHours(2);
        Assert.IsNull(right.Embargoes.Set(Story, "en", end.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), "UTC", "jonas").Refusal);
        await wrong.Pass(CancellationToken.None);
        Assert.AreEqual("embargo", (await wrong.Acts.Publish(Story, "en", CancellationToken.None)).Refusal?.Code, "it never opens early");
        Assert.IsFalse(room.Exists($"translations/published/en/{Story}.en.md"));

        Assert.IsTrue(right.Store.Events().All(e => (e.At - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromHours(1)), "the record has one time");
        StringAssert.Contains(wrong.Check().Single(c => c.What.Text == "clock").Problem!.Message, hours > 0 ? "ahead of the database's" : "behind the database's", StringComparison.Ordinal);
        Assert.IsNull(right.Check().Single(c => c.What.Text == "clock").Problem);
    }

    [TestMethod]
    public async Task Two_workers_with_clocks_five_hours_apart_share_the_work_and_do_nothing_twice()
    {
        const int Stories = 12;
        var quiet = await Undisturbed.Work(Stories);
        using var room = new TestNewsroom(withReturns: true, StoreKind.Postgres);
        room.WorkEverySecond();
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        var workers = new[] { 0, 5 }.Select(h => new Terminal(TextWriter.Null, TextWriter.Synchronized(error), TextReader.Null, room.Folder, room.Environment, new WrongClock(TimeSpan.FromHours(h))))
            .Select(t => Task.Run(() => CommandLine.Run(["run"], t, stop.Token))).ToList();
        try
        {
            Many.Articles(room, Stories);
            await NewsroomProcess.Until(() => quiet.Translations.Count == Count(room, "translations/en/translate"), "all handed out to translators");
            Undisturbed.Lay(room, quiet.Translations);
            await NewsroomProcess.Until(() => quiet.Edits.Count == Count(room, "translations/en/edit"), "all handed out to editors");
            Undisturbed.Lay(room, quiet.Edits);
            await NewsroomProcess.Until(() => quiet.Edits.Count == Count(room, "translations/published/en"), "all published");
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(workers);
        }

        Assert.AreEqual(0, (await Task.WhenAll(workers)).Max(), error.ToString());
        await quiet.AssertSame(room);
    }

    private static int Count(TestNewsroom room, string folder) =>
        Directory.Exists(room.PathOf(folder)) ? Directory.GetFiles(room.PathOf(folder), "story-*").Length : 0;

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task A_worker_whose_clock_is_put_back_two_days_or_forward_three_goes_on_with_its_schedule(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        room.WorkEverySecond();
        var clock = new JumpingClock();
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, TextReader.Null, room.Folder, room.Environment, clock);
        var worker = Task.Run(() => CommandLine.Run(["run"], terminal, stop.Token));
        await NewsroomProcess.Until(() => room.Exists($"translations/en/translate/{Story}.xlf"), "handed out");
        foreach (var (name, days) in new[] { ("back", -2), ("forward", 3), ("back-again", -1) })
        {
            clock.Jump(TimeSpan.FromDays(days));
            room.Write($"translations/articles/{name}.ko.md", $"---\nlang: ko\nslug: {name}\n---\n\n첫 문장이다.\n");
            await NewsroomProcess.Until(() => room.Exists($"translations/en/translate/{name}.xlf"), $"goes on after the clock went {name}");
        }

        await stop.CancelAsync();
        Assert.AreEqual(0, await worker);
    }
}

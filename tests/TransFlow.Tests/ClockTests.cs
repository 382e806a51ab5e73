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

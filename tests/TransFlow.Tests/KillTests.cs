using System.Globalization;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>
/// Kills the program with signal 9 at random moments while it works, and holds what comes of it against a newsroom that nobody
/// disturbed: the same editions, the same pages, every event once. <c>TRANSFLOW_KILL_ROUNDS</c> in the environment says how many kills.
/// </summary>
[TestClass]
public sealed class KillTests
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TRANSFLOW_KILL_ROUNDS") ?? "8", CultureInfo.InvariantCulture);
    private static readonly Lazy<Task<Undisturbed>> Quiet = new(() => Undisturbed.Work(Kills));

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task Killed_at_random_moments_nothing_is_lost_and_nothing_doubled(StoreKind kind)
    {
        var quiet = await Quiet.Value;
        using var killed = new TestNewsroom(withReturns: true, kind);
        var chance = new Random(20231106);
        var (kills, amidWork, known) = (0, 0, 0);
        for (var round = 0; kills < Kills && round < 4 * Kills; round++)
        {
            quiet.Feed(killed, round);
            var isKilled = await KillOnce(killed, round % 3 == 2 ? ["run"] : ["run", "--once"], chance.Next(0, 80));
            var now = (await Undisturbed.EventsOf(killed)).Count;
            kills += isKilled ? 1 : 0;
            amidWork += isKilled && now > known ? 1 : 0;
            known = now;
        }

        Assert.AreEqual(Kills, kills);
        Assert.IsGreaterThanOrEqualTo(Kills / 5, amidWork, "of the kills, several fall into a pass that changed something");
        Console.WriteLine($"{kind}: {kills} kills, {amidWork} of them amid work");
        await quiet.AssertSame(killed);
    }

    [TestMethod]
    public async Task Of_two_workers_one_or_both_killed_at_random_moments_nothing_is_lost_and_nothing_doubled()
    {
        var quiet = await Quiet.Value;
        using var killed = new TestNewsroom(withReturns: true, StoreKind.Postgres);
        killed.WorkEverySecond();
        var chance = new Random(19471029);
        var workers = new[] { NewsroomProcess.Start(killed, "run"), NewsroomProcess.Start(killed, "run") };
        var (amidWork, known) = (0, 0);
        for (var kills = 0; kills < Kills;)
        {
            quiet.Feed(killed, kills);
            // Now and then the kill waits for work, so that on the slowest machine some fall amid it.
            if (kills % 3 == 0)
                await Until(async () => (await Undisturbed.EventsOf(killed)).Count > known);
            await Task.Delay(chance.Next(200, 2200));
            var victims = chance.Next(4) == 0 ? [0, 1] : new[] { chance.Next(2) };
            await Task.WhenAll(victims.Select(v => workers[v].Kill()));
            foreach (var victim in victims)
            {
                workers[victim].Dispose();
                workers[victim] = NewsroomProcess.Start(killed, "run");
            }

            var now = (await Undisturbed.EventsOf(killed)).Count;
            amidWork += now > known ? 1 : 0;
            (known, kills) = (now, kills + victims.Length);
        }

        foreach (var worker in workers)
        {
            await NewsroomProcess.Until(() => worker.Error.Contains("Working", StringComparison.Ordinal), "started");
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
            worker.Dispose();
        }

        Assert.IsGreaterThanOrEqualTo(Kills / 6, amidWork, "between the kills, work was done");
        Console.WriteLine($"two workers: {Kills} kills, work between {amidWork} of them");
        await quiet.AssertSame(killed);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(100);
    }

    /// <summary>Kills the program some milliseconds after it began to write; true when it was still there.</summary>
    private static async Task<bool> KillOnce(TestNewsroom room, string[] arguments, int milliseconds)
    {
        var before = room.Written();
        using var process = NewsroomProcess.Start(room, arguments);
        var end = process.Code();
        for (var i = 0; i < 150 && !end.IsCompleted && Equals(room.Written(), before); i++)
        {
            await Task.Delay(10);
            // However slow the machine is: one pass ends by itself, and a worker says when it has begun.
            if (arguments is [_, "--once"] || !process.Error.Contains("Working", StringComparison.Ordinal))
                i = 0;
        }

        if (await Task.WhenAny(end, Task.Delay(milliseconds)) == end)
        {
            Assert.AreEqual(0, await end, process.Error);
            return false;
        }

        await process.Kill();
        return true;
    }
}

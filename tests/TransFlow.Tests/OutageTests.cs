using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The database goes away and comes back.</summary>
[TestClass]
public sealed class OutageTests
{
    private const int Outages = 6;

    [TestMethod]
    public async Task Workers_outlive_a_database_that_stops_and_starts_under_their_hands_and_nothing_is_lost_or_doubled()
    {
        var quiet = await Undisturbed.Work(3 * Outages);
        using var server = new PostgresServer();
        using var room = new TestNewsroom(withReturns: true, StoreKind.Postgres, server.Address);
        room.WorkEverySecond();
        var chance = new Random(20110311);
        NewsroomProcess? begun = null;
        using var one = NewsroomProcess.Start(room, "run");
        using var other = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/autumn-rice-prices.xlf") || room.Exists("translations/published/en/autumn-rice-prices.en.md"), "at work");
        for (var outage = 0; outage < Outages; outage++)
        {
            for (var i = 0; i < 3; i++)
                quiet.Feed(room, (3 * outage) + i);
            await Task.Delay(chance.Next(100, 1500));
            server.Stop();
            if (outage == 0)
            {
                Assert.AreEqual(3, await room.Run("status"));
                StringAssert.Contains(room.Error, "postgres:Host=", StringComparison.Ordinal);
                // After a power cut a worker may be there before the database is.
                begun = NewsroomProcess.Start(room, "run");
                await NewsroomProcess.Until(() => begun.Error.Contains("cannot be opened", StringComparison.Ordinal), "it has tried");
            }

            await Task.Delay(chance.Next(0, 2500));
            server.Start();
        }

        Many.Article(room, 1000);
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/story-1000.xlf"), "they go on by themselves");
        using var late = begun!;
        await NewsroomProcess.Until(() => late.Error.Contains("Working by", StringComparison.Ordinal), "it began when it could", late);
        foreach (var worker in new[] { one, other, late })
        {
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
        }

        await quiet.AssertSame(room, beside: "story-1000");
    }
}

using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class SqliteStoreTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Route Default = Route.Of("default", ["translate", "edit"]).Value!;

    [TestMethod]
    public void What_is_committed_is_there_after_opening_again()
    {
        using var folder = new TemporaryFolder();
        Open(folder).Commit(New("a"), At);
        var store = Open(folder);

        Assert.AreEqual(new ArticleRow("a", "a.ko.md", "00", 1), store.Articles().Single());
        var revision = store.Revision("a", 1)!;
        CollectionAssert.AreEqual("가"u8.ToArray(), revision.Source);
        CollectionAssert.AreEqual(new[] { "u1" }, revision.UnitIds.ToArray());
        Assert.AreEqual(new StandingText("network", "글"), revision.Standing.Single());
        Assert.AreEqual("u1", store.Edition("a", "en")!.Edition.Segments.Single().UnitId);
        Assert.AreEqual(1, store.Edition("a", "en")!.Version);
        Assert.AreEqual("taken-in", store.Events().Single().Event.Kind);
        Assert.AreEqual(At, store.Events().Single().At);
    }

    [TestMethod]
    public void A_commit_on_something_that_has_changed_since_changes_nothing_at_all()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        store.Commit(New("a"), At);
        var seen = store.Edition("a", "en")!;
        Assert.IsTrue(store.Commit(new Changes { Editions = [(seen.Edition with { Hold = "first" }, seen.Version)] }, At));

        var late = New("b") with { Editions = [.. New("b").Editions, (seen.Edition with { Hold = "second" }, seen.Version)] };
        Assert.IsFalse(store.Commit(late, At));
        Assert.AreEqual("first", store.Edition("a", "en")!.Edition.Hold);
        Assert.IsNull(store.Edition("b", "en"));
        Assert.HasCount(1, store.Articles());
        Assert.HasCount(1, store.Events());
    }

    [TestMethod]
    public void An_article_that_another_took_in_first_is_not_taken_twice()
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        Assert.IsTrue(store.Commit(New("a"), At));
        Assert.IsFalse(store.Commit(New("a"), At));
        Assert.HasCount(1, store.Events());
    }

    [TestMethod]
    public void Of_many_at_once_nothing_is_lost_and_the_chain_holds()
    {
        using var folder = new TemporaryFolder();
        Open(folder).Commit(New("a"), At);
        const int Each = 25;
        Parallel.For(0, 4, worker =>
        {
            var store = Open(folder);
            for (var done = 0; done < Each;)
            {
                var seen = store.Edition("a", "en")!;
                var changes = new Changes { Editions = [(seen.Edition with { Round = seen.Edition.Round + 1 }, seen.Version)], Events = [Event.Of("counted", "a", "en", $"worker-{worker}")] };
                done += store.Commit(changes, At) ? 1 : 0;
            }
        });

        var after = Open(folder);
        Assert.AreEqual(4 * Each, after.Edition("a", "en")!.Edition.Round);
        Assert.HasCount((4 * Each) + 1, after.Events());
        Assert.IsNull(EventChain.Break(after.Events()));
    }

    [TestMethod]
    [DataRow("UPDATE event SET actor = 'somebody' WHERE number = 2", 2L)]
    [DataRow("DELETE FROM event WHERE number = 2", 3L)]
    [DataRow("UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE number = 1", 1L)]
    [DataRow("UPDATE event SET number = -number; UPDATE event SET number = CASE number WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -number END", 1L)]
    [DataRow("UPDATE event SET details = '{\"reason\":\"x\"}' WHERE number = 3", 3L)]
    public void A_record_that_was_changed_from_outside_no_longer_adds_up(string sql, long number)
    {
        using var folder = new TemporaryFolder();
        var store = Open(folder);
        foreach (var article in new[] { "a", "b", "c" })
            store.Commit(New(article), At);
        Assert.IsNull(EventChain.Break(store.Events()));

        using (var connection = new SqliteConnection($"Data Source={folder["newsroom.db"]}"))
            connection.Execute(sql);

        Assert.AreEqual(number, EventChain.Break(store.Events()));
    }

    [TestMethod]
    public void A_store_of_a_newer_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        Open(folder);
        using (var connection = new SqliteConnection($"Data Source={folder["newsroom.db"]}"))
            connection.Execute("PRAGMA user_version = 99");

        Assert.Contains("newer version", Assert.ThrowsExactly<InvalidDataException>(() => Open(folder)).Message);
    }

    [TestMethod]
    public void One_worker_at_a_time_has_the_lock()
    {
        using var folder = new TemporaryFolder();
        using (var first = WorkerLock.Take(folder["newsroom.db"]))
        {
            Assert.IsNotNull(first);
            Assert.IsNull(WorkerLock.Take(folder["newsroom.db"]));
        }

        using var second = WorkerLock.Take(folder["newsroom.db"]);
        Assert.IsNotNull(second);
    }

    private static SqliteStore Open(TemporaryFolder folder) => SqliteStore.Open(folder["newsroom.db"]);

    private static Changes New(string id) => new()
    {
        Articles = [(new ArticleRow(id, id + ".ko.md", "00", 1), 0)],
        Revisions = [new RevisionRow(id, 1, id + ".ko.md", "가"u8.ToArray(), ["u1"], [new StandingText("network", "글")], At)],
        Editions = [(new Edition(id, "en", 1, Default) { Segments = ImmutableArray.Create(new SegmentWork("u1", 0, Content.Of("가"))) }, 0)],
        Events = [Event.Of("taken-in", id, null, Event.Program)],
    };
}

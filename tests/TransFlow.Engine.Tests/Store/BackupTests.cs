using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;
using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Engine.Tests.Store;

/// <summary>Backups of every kind of store, restored into every kind.</summary>
[TestClass]
public sealed class BackupTests
{
    private const int Articles = 40;

    [TestMethod]
    [DataRow(StoreKind.Sqlite, StoreKind.Sqlite)]
    [DataRow(StoreKind.Sqlite, StoreKind.Postgres)]
    [DataRow(StoreKind.Postgres, StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres, StoreKind.Postgres)]
    public void A_backup_restored_into_either_kind_of_store_is_the_same_and_work_goes_on(StoreKind from, StoreKind to)
    {
        using var room = Room(from);
        using var store = room.Open();
        Fill(store);
        store.Backup(room.Folder + "/a.backup");
        var was = Contents(store);
        Assert.IsTrue(store.Commit(StoreTests.New("later"), StoreTests.At));

        using var other = Room(to);
        using var restored = other.Open();
        restored.Commit(StoreTests.New("in the way"), StoreTests.At);
        restored.Restore(room.Folder + "/a.backup");
        Assert.AreEqual(was, Contents(restored));

        Assert.IsTrue(restored.Commit(StoreTests.New("new"), StoreTests.At));
        Assert.IsTrue(restored.Commit(new Changes { Packages = [Package("tf-new", "new")] }, StoreTests.At));
        Assert.AreEqual("tf-new", restored.PackageHeads()[0].Token, "the newest package comes first");
        Assert.IsNull(EventChain.Break(restored));
        using var again = other.Open();
        Assert.AreEqual(Contents(restored), Contents(again));
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void A_backup_taken_while_others_write_is_the_store_at_one_moment(StoreKind kind)
    {
        using var room = Room(kind);
        using var store = room.Open();
        store.Commit(StoreTests.New("a"), StoreTests.At);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 2).Select(w => Task.Run(() => Count(room, $"writer-{w}", stop.Token))).ToArray();
        for (var i = 0; i < 8; i++)
        {
            var before = store.LastEvent();
            while (store.LastEvent() < before + 5)
                Task.Yield().GetAwaiter().GetResult();
            store.Backup($"{room.Folder}/{i}.backup");
        }

        stop.Cancel();
        Assert.IsGreaterThan(8, writers.Sum(w => w.GetAwaiter().GetResult()));
        using var other = Room(kind);
        using var restored = other.Open();
        for (var i = 0; i < 8; i++)
        {
            restored.Restore($"{room.Folder}/{i}.backup");
            Assert.IsNull(EventChain.Break(restored));
            var row = restored.Edition("a", "en")!;
            Assert.AreEqual((row.Edition.Round + 1, (long)row.Edition.Round + 1), (row.Version, restored.LastEvent()), "edition and events are of one moment");
        }
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void What_is_no_whole_backup_changes_nothing(StoreKind kind)
    {
        using var room = Room(kind);
        using var store = room.Open();
        Fill(store);
        var was = Contents(store);
        var backup = room.Folder + "/a.backup";
        store.Backup(backup);
        var bytes = File.ReadAllBytes(backup);
        Refuse(store, backup, [.. bytes[..(bytes.Length / 2)]]);
        Refuse(store, backup, [.. bytes[..4096], .. new byte[4096], .. bytes[8192..]]);
        Refuse(store, backup, [.. "not a backup"u8]);
        Refuse(store, backup, []);
        File.WriteAllBytes(backup, bytes);
        using (var unsealed = File.OpenWrite(backup))
            unsealed.SetLength(unsealed.Length / 512 * 512);
        using (var newer = new SqliteConnection($"Data Source={backup};Pooling=False"))
            newer.Execute("PRAGMA user_version = 99");
        Assert.Contains("newer version", Assert.ThrowsExactly<InvalidDataException>(() => store.Restore(backup)).Message);
        Assert.AreEqual(was, Contents(store));
    }

    [TestMethod]
    public void The_store_and_its_backups_are_for_their_owners_eyes_alone()
    {
        using var room = new SqliteRoom();
        using var store = room.Open();
        store.Backup(room.Folder + "/a.backup");
        var files = Directory.GetFiles(room.Folder, "*.db*").Append(room.Folder + "/a.backup").ToList();
        Assert.IsGreaterThan(1, files.Count);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in files)
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file), file);
    }

    internal static StoreRoom Room(StoreKind kind) => kind == StoreKind.Sqlite ? new SqliteRoom() : new PostgresRoom();

    private static void Refuse(SqlStore store, string file, byte[] bytes)
    {
        File.WriteAllBytes(file, bytes);
        Assert.ThrowsExactly<InvalidDataException>(() => store.Restore(file));
    }

    private static void Fill(SqlStore store)
    {
        for (var i = 0; i < Articles; i++)
        {
            var id = $"기사-{i:00}";
            Assert.IsTrue(store.Commit(StoreTests.New(id), StoreTests.At.AddMilliseconds(i)));
            Assert.IsTrue(store.Commit(new Changes { Packages = [Package($"tf-{i}", id)], Returns = [new ReturnRow($"{i}", "a.xlf", $"tf-{i}", "taken", StoreTests.At)], Core = $"core {i}" }, StoreTests.At));
        }

        store.Commit(new Changes { Outgoing = [new OutgoingRow("en", "a.en.md", "55")] }, StoreTests.At);
        store.Commit(new Changes { Quarantined = [new QuarantineRow("b.ko.md", "11", "“why”\nand how", "b.ko.md", StoreTests.At)], Events = [Event.Of("quarantined", "", null, "x", ("file", "b.ko.md"))] }, StoreTests.At);
    }

    private static PackageRow Package(string token, string article) => new(token, article, "en", "translate", 1, 0, $"en/translate/{article}.xlf", [0, 1, 2, 255, 0], StoreTests.At);

    /// <summary>Everything that a store answers.</summary>
    private static string Contents(SqlStore store) => JsonSerializer.Serialize(new
    {
        Articles = store.Articles(),
        Revisions = store.Articles().Select(a => store.Revision(a.Id, a.Revision)),
        Heads = store.Heads(),
        Editions = store.Articles().SelectMany(a => store.Editions(a.Id)).Select(e => (EditionDocument.Write(e.Edition), e.Version).ToString()),
        Heads2 = store.PackageHeads(),
        Packages = store.Articles().SelectMany(a => store.Packages(a.Id, "en")),
        Returned = Enumerable.Range(0, Articles).Select(i => store.IsTaken($"{i}")),
        Quarantine = store.Quarantine(),
        Outgoing = store.Outgoing("en", "a.en.md"),
        Core = store.Core(),
        Events = store.Events(),
    });

    private static int Count(StoreRoom room, string who, CancellationToken stop)
    {
        using var store = room.Open();
        var done = 0;
        while (!stop.IsCancellationRequested)
        {
            var seen = store.Edition("a", "en")!;
            done += store.Commit(new Changes { Editions = [(seen.Edition with { Round = seen.Edition.Round + 1 }, seen.Version)], Events = [Event.Of("counted", "a", "en", who)] }, StoreTests.At) ? 1 : 0;
        }

        return done;
    }
}

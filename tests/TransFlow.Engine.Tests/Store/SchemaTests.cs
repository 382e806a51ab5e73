using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Npgsql;
using TransFlow.Engine.Store;
using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Engine.Tests.Store;

/// <summary>Tables are made and upgraded by numbered scripts.</summary>
[TestClass]
public sealed class SchemaTests
{
    private static readonly ImmutableSortedDictionary<int, string> Next = ImmutableSortedDictionary<int, string>.Empty
        .Add(900, "CREATE TABLE later (word TEXT NOT NULL)").Add(903, "INSERT INTO later VALUES ('there')");

    private static readonly ImmutableSortedDictionary<int, string> Broken = ImmutableSortedDictionary<int, string>.Empty
        .Add(900, "CREATE TABLE later (word TEXT NOT NULL)").Add(901, "INSERT INTO nowhere VALUES (1)");

    [TestMethod]
    public void Both_kinds_of_store_have_the_same_tables_and_columns_after_each_script()
    {
        var (sqlite, postgres) = (SchemaScripts.Of("sqlite"), SchemaScripts.Of("postgres"));
        CollectionAssert.AreEqual(sqlite.Keys.ToArray(), postgres.Keys.ToArray(), "a script of one kind needs one of the other under the same number");
        using var one = new SqliteRoom();
        using var other = new PostgresRoom();
        one.Open().Dispose();
        other.Open().Dispose();
        var here = one.Query<string>("SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY 1");
        var there = other.Query<string>("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_version'");
        CollectionAssert.AreEqual(here, there.Order(StringComparer.Ordinal).ToList());
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void Before_tables_are_upgraded_a_backup_is_kept_and_afterwards_the_work_is_there(StoreKind kind)
    {
        using var room = BackupTests.Room(kind);
        using (var store = room.Open())
            store.Commit(StoreTests.New("a"), StoreTests.At);
        var version = Version(room);
        var before = 0;
        Upgrade(room, Next, v => before = v);
        Assert.AreEqual((version, 903), (before, Version(room)));
        Assert.AreEqual("there", room.Query<string>("SELECT word FROM later").Single());
        Upgrade(room, Next, _ => Assert.Fail("there is nothing left to upgrade"));
        Assert.Contains("newer version", Assert.ThrowsExactly<InvalidDataException>(room.Open).Message);
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void An_upgrade_that_fails_changes_nothing(StoreKind kind)
    {
        using var room = BackupTests.Room(kind);
        using (var store = room.Open())
            store.Commit(StoreTests.New("a"), StoreTests.At);
        var version = Version(room);
        Assert.Throws<System.Data.Common.DbException>(() => Upgrade(room, Broken, _ => { }));
        Assert.AreEqual(version, Version(room));
        using var again = room.Open();
        Assert.HasCount(1, again.Articles());
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void An_older_store_is_upgraded_when_it_is_opened_with_a_backup_of_what_it_was(StoreKind kind)
    {
        using var room = BackupTests.Room(kind);
        MakeFirst(room);
        room.Execute("INSERT INTO article (id, path, sha256, revision) VALUES ('a', 'a.ko.md', '00', 1)");
        using (var held = Hold(room))
            Assert.Contains("stop it first", Assert.ThrowsExactly<InvalidDataException>(room.Open).Message);
        Assert.AreEqual(1, Version(room));

        using var store = room.Open();
        Assert.AreEqual(SchemaScripts.Of("sqlite").Keys.Last(), Version(room));
        Assert.IsTrue(store.Commit(StoreTests.New("b"), StoreTests.At));
        store.Restore(Path.Combine(room.Folder, "before-upgrade-of-version-1.backup"));
        Assert.AreEqual("a", store.Articles().Single().Id);
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public void Many_who_open_a_new_store_at_once_make_its_tables_once(StoreKind kind)
    {
        using var room = BackupTests.Room(kind);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var store = room.Open();
            Assert.IsTrue(store.Commit(StoreTests.New($"a{i}"), StoreTests.At));
        });
        using var all = room.Open();
        Assert.HasCount(8, all.Articles());
        Assert.IsNull(EventChain.Break(all));
    }

    /// <summary>A worker of the older version that still runs.</summary>
    private static IDisposable Hold(StoreRoom room)
    {
        if (room is SqliteRoom)
            return new SqliteLocks(room.Address.File).Work()!;
        return new PostgresLocks(NpgsqlDataSource.Create(room.Address.ConnectionString)).Work()!;
    }

    /// <summary>Makes the tables as the first script did.</summary>
    private static void MakeFirst(StoreRoom room)
    {
        var kind = room is SqliteRoom ? "sqlite" : "postgres";
        room.Execute(SchemaScripts.Of(kind)[1]);
        room.Execute(room is SqliteRoom ? "PRAGMA user_version = 1" : "UPDATE schema_version SET number = 1");
    }

    private static void Upgrade(StoreRoom room, ImmutableSortedDictionary<int, string> more, Action<int> before)
    {
        if (room is SqliteRoom)
        {
            using var connection = new SqliteConnection($"Data Source={room.Address.File};Pooling=False");
            connection.Open();
            new SqliteSchema(SchemaScripts.Of("sqlite").AddRange(more)).Upgrade(connection, before);
        }
        else
        {
            using var connection = new NpgsqlConnection(room.Address.ConnectionString);
            connection.Open();
            new PostgresSchema(SchemaScripts.Of("postgres").AddRange(more)).Upgrade(connection, before);
        }
    }

    private static int Version(StoreRoom room) => room.Query<int>(room is SqliteRoom ? "PRAGMA user_version" : "SELECT number FROM schema_version").Single();
}

using System.Data.Common;
using Npgsql;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;
using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class PostgresStoreTests : StoreTests
{
    [TestMethod]
    public void Several_workers_work_on_one_database()
    {
        using var room = new PostgresRoom();
        using var one = room.Open();
        using var other = room.Open();
        using var first = one.Locks.Work();
        using var second = other.Locks.Work();
        Assert.IsNotNull(first);
        Assert.IsNotNull(second);
    }

    [TestMethod]
    public void Newsrooms_in_two_schemas_do_not_wait_for_each_other()
    {
        using var here = new PostgresRoom();
        using var there = new PostgresRoom();
        using var one = here.Open();
        using var other = there.Open();
        using var first = Turn(one, "collect").GetAwaiter().GetResult().Value;
        using var second = Turn(other, "collect").GetAwaiter().GetResult().Value;
        Assert.IsNotNull(first);
        Assert.IsNotNull(second);
    }

    [TestMethod]
    public async Task Nothing_is_committed_in_a_turn_that_was_taken_away()
    {
        using var room = new PostgresRoom();
        using var one = room.Open();
        using var other = room.Open();
        var changes = new Changes { Events = [Event.Of("held", "a", "en", "mina")] };
        using var turn = (await Turn(one, "publish")).Value;
        Assert.IsTrue(one.Commit(changes, DateTimeOffset.UnixEpoch));
        room.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = hashtext(current_schema())::oid AND objid = hashtext('step/publish')::oid");
        using var others = (await Turn(other, "publish")).Value;
        Assert.IsNotNull(others);
        Assert.Throws<DbException>(() => one.Commit(changes, DateTimeOffset.UnixEpoch));
        Assert.IsTrue(other.Commit(changes, DateTimeOffset.UnixEpoch));
        Assert.AreEqual(2, other.LastEvent());
    }

    [TestMethod]
    public async Task The_store_tells_which_process_is_at_a_step()
    {
        using var room = new PostgresRoom();
        using var one = room.Open();
        using var other = room.Open();
        Assert.IsNull(other.Locks.Holder("intake"));
        using var turn = (await Turn(one, "intake")).Value;
        var holder = other.Locks.Holder("intake")!;
        StringAssert.Contains(holder.Who, $"process {Environment.ProcessId} on ", StringComparison.Ordinal);
        Assert.IsFalse(holder.IsSilent);
        var refusal = (await other.Locks.Turn("intake", TimeSpan.Zero, TimeProvider.System, CancellationToken.None)).Refusal!;
        StringAssert.Contains(refusal.Message, holder.Who, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("idle_in_transaction_session_timeout", "20s")]
    [DataRow("search_path", "elsewhere")]
    public void What_is_frozen_amid_a_transaction_ends_and_the_newsrooms_own_options_stay(string option, string value)
    {
        using var room = new PostgresRoom();
        using var connection = new NpgsqlConnection(StoreAddress.Read($"{room.Setting.Replace("Search Path", "Application Name", StringComparison.Ordinal)};Options=-c search_path=elsewhere", "/").Value!.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"SHOW {option}", connection);
        Assert.AreEqual(value, command.ExecuteScalar());
    }

    private protected override StoreRoom Room() => new PostgresRoom();

    protected override string SetVersion(int version) => $"UPDATE schema_version SET number = {version}";
}

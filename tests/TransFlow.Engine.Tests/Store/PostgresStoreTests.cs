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
        using var first = one.Locks.Turn("collect", TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        using var second = other.Locks.Turn("collect", TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        Assert.AreEqual(0, other.LastEvent());
    }

    private protected override StoreRoom Room() => new PostgresRoom();

    protected override string SetVersion(int version) => $"UPDATE schema_version SET number = {version}";
}

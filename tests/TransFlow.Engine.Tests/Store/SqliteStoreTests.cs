using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class SqliteStoreTests : StoreTests
{
    [TestMethod]
    public void One_worker_at_a_time_works_on_a_file()
    {
        using var room = new SqliteRoom();
        using var one = room.Open();
        using var other = room.Open();
        using (var first = one.Locks.Work())
        {
            Assert.IsNotNull(first);
            Assert.IsNull(other.Locks.Work());
        }

        using var second = other.Locks.Work();
        Assert.IsNotNull(second);
    }

    private protected override StoreRoom Room() => new SqliteRoom();

    protected override string SetVersion(int version) => $"PRAGMA user_version = {version}";
}

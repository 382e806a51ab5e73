using Npgsql;

namespace TransFlow.Engine.Tests.Store;

/// <summary>Which failures a worker waits out.</summary>
[TestClass]
public sealed class StoreAwayTests
{
    [TestMethod]
    public void A_database_that_went_away_is_known_whatever_says_so()
    {
        var cut = new NpgsqlException("Exception while reading from stream", new EndOfStreamException());
        Assert.IsTrue(Newsroom.IsStoreAway(cut));
        Assert.IsTrue(Newsroom.IsStoreAway(new InvalidOperationException("The scheduler did not start.", cut)));
        Assert.IsFalse(Newsroom.IsStoreAway(new NpgsqlException("something else")));
        Assert.IsFalse(Newsroom.IsStoreAway(new IOException("The disk is full.")));
    }
}

using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Something breaks between the page and the word that it is live.</summary>
[TestClass]
public sealed class BrokenPublicationTests
{
    private const string Page = "translations/published/en/autumn-rice-prices.en.md";

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task A_page_that_was_written_and_not_noted_is_replaced_by_the_next(StoreKind kind)
    {
        using var room = new TestNewsroom(withReturns: true, kind);
        await room.Do("status");
        room.Execute(kind == StoreKind.Sqlite
            ? "CREATE TRIGGER broken BEFORE UPDATE ON edition WHEN NEW.live IS NOT NULL BEGIN SELECT RAISE(ABORT, 'broken'); END"
            : "ALTER TABLE edition ADD CONSTRAINT broken CHECK (live IS NULL)");
        Assert.AreEqual(3, await room.Run("run", "--once"));
        StringAssert.Contains(room.Error, "broken", StringComparison.Ordinal);
        Assert.IsTrue(room.Exists(Page));
        Assert.AreEqual("ready", await room.Stage("autumn-rice-prices"));

        room.Execute(kind == StoreKind.Sqlite ? "DROP TRIGGER broken" : "ALTER TABLE edition DROP CONSTRAINT broken");
        room.Environment["TRANSFLOW__TARGETS__EN__STYLE__CREDITS"] = "*Other words.*";
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("autumn-rice-prices"));
        StringAssert.Contains(room.Read(Page), "*Other words.*", StringComparison.Ordinal);
    }
}

using TransFlow.Tests.Newsroom;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class DeskAccountVerbTests
{
    [TestMethod]
    public async Task Accounts_are_opened_listed_changed_and_closed_at_the_terminal()
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(0, await room.RunWith("four words that differ\n", "desk", "account", "add", "mina"), room.Error);
        StringAssert.Contains(room.Out, "translate [en]", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.RunWith("four words that differ\n", "desk", "account", "add", "mina"));
        Assert.AreEqual(0, await room.RunWith("other words that differ\n", "desk", "account", "password", "mina"));
        await room.Do("desk", "account", "list");
        StringAssert.Contains(room.Out, "mina", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "mina", StringComparison.Ordinal);
        await room.Do("desk", "account", "remove", "mina");
        Assert.AreEqual(1, await room.Run("desk", "account", "remove", "mina"));
    }

    [TestMethod]
    [DataRow("mina", "")]
    [DataRow("mina", "short\n")]
    [DataRow("two words", "four words that differ\n")]
    public async Task What_cannot_be_an_account_is_refused(string name, string input)
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(1, await room.RunWith(input, "desk", "account", "add", name));
        Assert.AreNotEqual("", room.Error);
    }

    [TestMethod]
    public async Task A_person_whom_the_settings_do_not_name_is_told_of()
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(0, await room.RunWith("four words that differ\n", "desk", "account", "add", "otto"));
        StringAssert.Contains(room.Out, "name that person nowhere", StringComparison.Ordinal);
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Jobs;

[TestClass]
public sealed class AccountsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Newsroom _newsroom;

    public AccountsTests()
    {
        var settings = SettingsFile.Read(_folder.Write("transflow.json", """{ "source": {}, "targets": { "en": {} } }"""), new Dictionary<string, string>()).Settings!;
        _newsroom = Newsroom.Open(settings, _clock, NullLogger.Instance).Value!;
        _newsroom.Accounts.Open("mina", "hash", "test");
    }

    [TestMethod]
    public void A_person_has_one_account()
    {
        Assert.AreEqual("account-there", _newsroom.Accounts.Open("mina", "other", "test").Refusal!.Code);
        Assert.AreEqual("hash", _newsroom.Accounts.All.Single().Password);
        Assert.AreEqual("no-account", _newsroom.Accounts.ChangePassword("jonas", "x", "test").Refusal!.Code);
    }

    [TestMethod]
    public void How_a_password_is_hashed_is_brought_up_to_date_without_signing_anybody_out()
    {
        var before = Mina;
        _newsroom.Accounts.Rehash(before, "newer hash");
        Assert.AreEqual(("newer hash", before.Stamp, before.At), (Mina.Password, Mina.Stamp, Mina.At));
        _newsroom.Accounts.Rehash(before, "hash of a password that was changed meanwhile");
        Assert.AreEqual("newer hash", Mina.Password);
    }

    [TestMethod]
    public void Another_password_ends_what_was_signed_in_under_the_old_one()
    {
        var stamp = Mina.Stamp;
        _newsroom.Accounts.ChangePassword("mina", "new", "test");
        Assert.AreNotEqual(stamp, Mina.Stamp);
    }

    [TestMethod]
    public void Accounts_survive_and_what_became_of_them_is_told_without_secrets()
    {
        _newsroom.Accounts.Close("mina", "test");
        Assert.IsEmpty(_newsroom.Accounts.All);
        Assert.AreEqual("account-opened account-closed", string.Join(' ', _newsroom.Store.Events().Select(e => e.Event.Kind)));
        Assert.IsFalse(_newsroom.Store.Events().Any(e => e.Event.Details.Values.Any(v => v.Contains("hash", StringComparison.Ordinal))));
        Assert.IsNull(EventChain.Break(_newsroom.Store));
    }

    public void Dispose()
    {
        _newsroom.Dispose();
        _folder.Dispose();
    }

    private AccountRow Mina => _newsroom.Accounts.Of("mina")!;
}

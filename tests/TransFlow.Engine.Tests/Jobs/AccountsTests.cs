using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Engine.Jobs;
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
    public void Five_wrong_passwords_in_a_row_lock_an_account_for_a_quarter_of_an_hour()
    {
        for (var i = 1; i < Accounts.MostFailures; i++)
            Assert.IsFalse(_newsroom.Accounts.IsLocked(_newsroom.Accounts.Failed("mina").Value!));
        Assert.IsTrue(_newsroom.Accounts.IsLocked(_newsroom.Accounts.Failed("mina").Value!));

        _clock.Advance(Accounts.LockTime - TimeSpan.FromSeconds(1));
        Assert.IsTrue(_newsroom.Accounts.IsLocked(Mina));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsFalse(_newsroom.Accounts.IsLocked(Mina));
        Assert.IsFalse(_newsroom.Accounts.IsLocked(_newsroom.Accounts.Failed("mina").Value!), "counting begins anew");
    }

    [TestMethod]
    public void The_right_password_forgets_the_wrong_ones()
    {
        for (var i = 0; i < 3 * Accounts.MostFailures; i++)
        {
            _newsroom.Accounts.Failed("mina");
            _newsroom.Accounts.Succeeded(Mina, "hash");
        }

        Assert.IsFalse(_newsroom.Accounts.IsLocked(Mina));
        Assert.AreEqual(0, Mina.Failures);
    }

    [TestMethod]
    public void Another_password_unlocks_the_account_and_ends_what_was_signed_in_under_the_old_one()
    {
        var stamp = Mina.Stamp;
        for (var i = 0; i < Accounts.MostFailures; i++)
            _newsroom.Accounts.Failed("mina");
        Assert.AreEqual(stamp, Mina.Stamp, "whoever is in stays in while others guess");
        _newsroom.Accounts.ChangePassword("mina", "new", "test");
        Assert.IsFalse(_newsroom.Accounts.IsLocked(Mina));
        Assert.AreNotEqual(stamp, Mina.Stamp);
    }

    [TestMethod]
    public void Accounts_survive_and_what_became_of_them_is_told_without_secrets()
    {
        for (var i = 0; i < Accounts.MostFailures; i++)
            _newsroom.Accounts.Failed("mina");
        _newsroom.Accounts.Close("mina", "test");
        Assert.IsEmpty(_newsroom.Accounts.All);
        Assert.AreEqual("account-opened account-locked account-closed", string.Join(' ', _newsroom.Store.Events().Select(e => e.Event.Kind)));
        Assert.IsFalse(_newsroom.Store.Events().Any(e => e.Event.Details.Values.Any(v => v.Contains("hash", StringComparison.Ordinal))));
        Assert.IsNull(EventChain.Break(_newsroom.Store.Events()));
    }

    public void Dispose()
    {
        _newsroom.Dispose();
        _folder.Dispose();
    }

    private AccountRow Mina => _newsroom.Accounts.Of("mina")!;
}

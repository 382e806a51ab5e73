using System.Collections.Immutable;
using System.Security.Cryptography;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>The accounts of the desk: who may sign in. It keeps hashes; making them is the caller's.</summary>
public sealed class Accounts
{
    private const int Attempts = 10;

    private readonly NewsroomContext _room;

    internal Accounts(NewsroomContext room) => _room = room;

    /// <summary>The accounts by person.</summary>
    public ImmutableArray<AccountRow> All => _room.Store.Accounts();

    /// <summary>The account of a person; null when there is none.</summary>
    /// <param name="person">The person's id.</param>
    /// <returns>The account.</returns>
    public AccountRow? Of(string person) => All.FirstOrDefault(a => a.Person == person);

    /// <summary>Opens an account.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="password">The hashed password.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>The account; refused when the person has one.</returns>
    public Outcome<AccountRow> Open(string person, string password, string by)
    {
        var row = new AccountRow(person, 1, password, Stamp(), _room.Clock.GetUtcNow());
        return _room.Commit(new Changes { Accounts = [(row, 0)], Events = [Happened("account-opened", person, by)] })
            ? row
            : new Refusal("account-there", $"{person} has an account already.", "Change its password instead: transflow desk account password.");
    }

    /// <summary>Gives an account another password: whoever signed in under the old one is signed out.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="password">The hashed password.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>The account; refused when there is none.</returns>
    public Outcome<AccountRow> ChangePassword(string person, string password, string by) =>
        Change(person, a => a with { Password = password, Stamp = Stamp(), At = _room.Clock.GetUtcNow() }, _ => Happened("account-password-changed", person, by));

    /// <summary>Signs a person out, wherever the person is signed in.</summary>
    /// <param name="person">The person's id.</param>
    public void SignOut(string person) => Change(person, a => a with { Stamp = Stamp() }, _ => null);

    /// <summary>Closes an account; the person is signed out everywhere.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>The account as it was; refused when there is none.</returns>
    public Outcome<AccountRow> Close(string person, string by)
    {
        if (Of(person) is not { } row)
            return Missing(person);
        _room.Commit(new Changes { ClosedAccounts = [person], Events = [Happened("account-closed", person, by)] });
        return row;
    }

    /// <summary>Brings up to date how a password is hashed; nothing else changes.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">The hashed password.</param>
    public void Rehash(AccountRow account, string password) => Change(account.Person, a => a with { Password = a.Password == account.Password ? password : a.Password }, _ => null);

    private Outcome<AccountRow> Change(string person, Func<AccountRow, AccountRow> change, Func<AccountRow, Event?> happened)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (Of(person) is not { } row)
                return Missing(person);
            var after = change(row);
            if (_room.Commit(new Changes { Accounts = [(after, row.Version)], Events = happened(after) is { } e ? [e] : [] }))
                return after;
        }

        return new Refusal("busy", $"The account of {person} was changed by others at the same moment.", "Try again.");
    }

    private static Event Happened(string kind, string person, string by) => Event.Of(kind, "", null, by, ("person", person));

    private static Refusal Missing(string person) => new("no-account", $"{person} has no account.", "Open one: transflow desk account add.");

    private static string Stamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

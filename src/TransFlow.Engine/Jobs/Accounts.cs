using System.Collections.Immutable;
using System.Security.Cryptography;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>The accounts of the desk: who may sign in, and what becomes of wrong passwords. It keeps hashes; making them is the caller's.</summary>
public sealed class Accounts
{
    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private const int Attempts = 10;

    private readonly NewsroomContext _room;

    internal Accounts(NewsroomContext room) => _room = room;

    /// <summary>The accounts by person.</summary>
    public ImmutableArray<AccountRow> All => _room.Store.Accounts();

    /// <summary>The account of a person; null when there is none.</summary>
    /// <param name="person">The person's id.</param>
    /// <returns>The account.</returns>
    public AccountRow? Of(string person) => All.FirstOrDefault(a => a.Person == person);

    /// <summary>True while an account lets nobody in.</summary>
    /// <param name="account">The account.</param>
    /// <returns>Whether it is locked now.</returns>
    public bool IsLocked(AccountRow account) => account.LockedUntil > _room.Clock.GetUtcNow();

    /// <summary>Opens an account.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="password">The hashed password.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>The account; refused when the person has one.</returns>
    public Outcome<AccountRow> Open(string person, string password, string by)
    {
        var row = new AccountRow(person, 1, password, Stamp(), 0, null, _room.Clock.GetUtcNow());
        return _room.Commit(new Changes { Accounts = [(row, 0)], Events = [Happened("account-opened", person, by)] })
            ? row
            : new Refusal("account-there", $"{person} has an account already.", "Change its password instead: transflow desk account password.");
    }

    /// <summary>Gives an account another password: it is unlocked, and whoever signed in under the old one is signed out.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="password">The hashed password.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>The account; refused when there is none.</returns>
    public Outcome<AccountRow> ChangePassword(string person, string password, string by) =>
        Change(person, a => a with { Password = password, Stamp = Stamp(), Failures = 0, LockedUntil = null, At = _room.Clock.GetUtcNow() }, _ => Happened("account-password-changed", person, by));

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

    /// <summary>Notes a wrong password; after <see cref="MostFailures"/> in a row the account is locked for <see cref="LockTime"/>.</summary>
    /// <param name="person">The person's id.</param>
    /// <returns>The account; refused when there is none.</returns>
    public Outcome<AccountRow> Failed(string person)
    {
        var now = _room.Clock.GetUtcNow();
        return Change(person,
            a => a.Failures + 1 < MostFailures ? a with { Failures = a.Failures + 1, LockedUntil = null } : a with { Failures = 0, LockedUntil = now + LockTime },
            a => a.LockedUntil is null ? null : Happened("account-locked", person, Event.Program));
    }

    /// <summary>Notes that the right password was given; how it is hashed may be brought up to date at the same time.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">The hashed password.</param>
    public void Succeeded(AccountRow account, string password)
    {
        if (account.Failures > 0 || account.LockedUntil is not null || account.Password != password)
            Change(account.Person, a => a with { Failures = 0, LockedUntil = null, Password = a.Password == account.Password ? password : a.Password }, _ => null);
    }

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

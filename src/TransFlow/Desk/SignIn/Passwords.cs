using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransFlow.Core;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Store;

namespace TransFlow.Desk.SignIn;

/// <summary>Passwords of the desk: which are good enough, how they are kept, and whether one is right.</summary>
internal static class Passwords
{
    /// <summary>The shortest password, in characters.</summary>
    public const int Shortest = 12;

    /// <summary>The longest, so that hashing costs no more than it has to.</summary>
    public const int Longest = 200;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    /// <summary>What is checked when there is no such account, so that the answer takes as long.</summary>
    private static readonly string Nobody = Hasher.HashPassword("", "nobody has this password");

    /// <summary>Hashes a password; refused when it is too easy.</summary>
    public static Outcome<string> Hash(string person, string password)
    {
        if (password.Length is < Shortest or > Longest)
            return new Refusal("password-length", $"A password has {Shortest} to {Longest} characters.", "Take four words that do not belong together.");
        return password.Contains(person, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5
            ? new Refusal("password-easy", "The password is easy to guess.", "Take four words that do not belong together.")
            : Hasher.HashPassword(person, password);
    }

    /// <summary>Whether a person may come in; every answer to the wrong ones is the same and takes as long.</summary>
    /// <returns>The account; null when the name, the password or the time is wrong.</returns>
    public static AccountRow? Check(Accounts accounts, SignInPatience patience, string person, string password, IPAddress? address)
    {
        var account = accounts.Of(person);
        var isWaiting = patience.IsWaiting(person, address);
        var result = Hasher.VerifyHashedPassword(person, account?.Password ?? Nobody, password.Length > Longest ? "" : password);
        if (isWaiting)
            return null;
        if (account is null || result == PasswordVerificationResult.Failed)
        {
            patience.Failed(person, address);
            return null;
        }

        patience.Succeeded(person, address);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            accounts.Rehash(account, Hasher.HashPassword(person, password));
        return account;
    }
}

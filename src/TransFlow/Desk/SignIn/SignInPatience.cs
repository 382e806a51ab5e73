using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TransFlow.Desk.SignIn;

/// <summary>
/// How long a name has to wait at an address after wrong passwords. It is counted for both together: whoever guesses elsewhere keeps
/// nobody from coming in, and a name that nobody has waits as one that somebody has. Each desk counts for itself, in memory.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class SignInPatience(TimeProvider clock)
{
    /// <summary>Wrong passwords that cost no waiting.</summary>
    public const int Free = 4;

    /// <summary>How long the first wait is; each further one is twice as long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>After so long without a wrong password, all are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(12);

    /// <summary>Names at addresses that are remembered; of more, those are forgotten that were tried least lately.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Person, string Address), (int Failures, DateTimeOffset Last)> _tried = new();

    /// <summary>Whether a name has to wait at an address.</summary>
    public bool IsWaiting(string person, IPAddress? address) =>
        _tried.TryGetValue(Key(person, address), out var tried) && tried.Last + Wait(tried.Failures) > clock.GetUtcNow();

    /// <summary>Whether somebody has tried so many wrong passwords for a name lately that the address has to wait.</summary>
    public bool IsTried(string person) => _tried.Any(t => t.Key.Person == person && t.Value.Failures > Free && t.Value.Last + Memory > clock.GetUtcNow());

    /// <summary>Notes a wrong password.</summary>
    public void Failed(string person, IPAddress? address)
    {
        var now = clock.GetUtcNow();
        if (_tried.Count >= Most)
            Forget(now);
        _tried.AddOrUpdate(Key(person, address), (1, now), (_, t) => (t.Last + Memory < now ? 1 : t.Failures + 1, now));
    }

    /// <summary>Notes the right password.</summary>
    public void Succeeded(string person, IPAddress? address) => _tried.TryRemove(Key(person, address), out _);

    private static TimeSpan Wait(int failures) => failures <= Free ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(failures - Free - 1, 16)));

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _tried.OrderBy(t => t.Value.Last + Memory < now ? 0 : 1).ThenBy(t => t.Value.Last).Take(Most / 10).ToList())
            _tried.TryRemove(old);
    }

    /// <summary>An address of the sixth version is as good as its network: a person has many of them.</summary>
    private static (string, string) Key(string person, IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? (person, Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)))
        : (person, (address?.MapToIPv4() ?? IPAddress.None).ToString());
}

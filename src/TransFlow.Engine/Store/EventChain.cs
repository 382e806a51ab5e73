using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>Chains events by digests, so that a history in which something was changed or left out no longer adds up.</summary>
public static class EventChain
{
    /// <summary>The number of the first event that does not fit the one before it, or that is missing at the end; null when the whole history adds up.</summary>
    /// <param name="store">The store.</param>
    /// <returns>The number, or null.</returns>
    public static long? Break(INewsroomStore store)
    {
        // First the end: what others write meanwhile comes after it.
        var (last, end) = store.RecordEnd();
        var hash = "";
        long number = 0;
        var isWhole = last == 0;
        foreach (var row in store.Events())
        {
            var at = row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            hash = Hash(hash, ++number, at, row.Event, JsonSerializer.Serialize(row.Event.Details));
            if (row.Number != number || row.Hash != hash)
                return row.Number;
            isWhole |= number == last && hash == end;
        }

        return isWhole ? null : number + 1;
    }

    internal static string Hash(string before, long number, string at, Event happened, string details) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', before, number.ToString(CultureInfo.InvariantCulture), at, happened.Kind, happened.Article, happened.Language, happened.Actor, details))));
}

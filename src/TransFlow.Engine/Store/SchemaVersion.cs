using System.Collections.Immutable;

namespace TransFlow.Engine.Store;

/// <summary>The number of the last script that a store has seen.</summary>
internal static class SchemaVersion
{
    /// <summary>Refuses a store of which this program does not know everything.</summary>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the store.</exception>
    public static void Check(int version, ImmutableSortedDictionary<int, string> scripts)
    {
        var newest = scripts.Keys.Last();
        if (version > newest)
            throw new InvalidDataException($"It was written by a newer version of TransFlow (tables of version {version}, this program knows {newest}); use that version, or restore an older backup.");
    }
}

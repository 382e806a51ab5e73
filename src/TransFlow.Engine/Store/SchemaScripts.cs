using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Engine.Store;

/// <summary>The numbered scripts that make the tables of one kind of database and bring them up to date.</summary>
internal static partial class SchemaScripts
{
    /// <summary>The scripts of a kind of database by number.</summary>
    /// <param name="dialect">How their names begin: <c>sqlite</c> or <c>postgres</c>.</param>
    public static ImmutableSortedDictionary<int, string> Of(string dialect)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        return assembly.GetManifestResourceNames().Select(n => Name().Match(n)).Where(m => m.Success && m.Groups[1].Value == dialect)
            .ToImmutableSortedDictionary(m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), m => Read(assembly.GetManifestResourceStream(m.Value)!));
    }

    /// <summary>Whether there are scripts that a store has not seen.</summary>
    /// <param name="version">The number of the last script that it has seen.</param>
    /// <param name="scripts">The scripts.</param>
    /// <exception cref="InvalidDataException">It has seen scripts that this program does not know.</exception>
    public static bool IsBehind(int version, ImmutableSortedDictionary<int, string> scripts)
    {
        var newest = scripts.Keys.Last();
        return version <= newest
            ? version < newest
            : throw new InvalidDataException($"It was written by a newer version of TransFlow (tables of version {version}, this program knows {newest}); use that version, or restore an older backup.");
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^TransFlow\.Engine\.Store\.Sql\.([a-z]+)-(\d{3})\.sql$")]
    private static partial Regex Name();
}

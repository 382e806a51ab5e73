using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Store;

/// <summary>The tables of a SQLite file, brought up to date by numbered scripts; the number of the last is the file's own.</summary>
/// <param name="scripts">The scripts by number.</param>
internal sealed class SqliteSchema(ImmutableSortedDictionary<int, string> scripts)
{
    /// <summary>Runs the scripts that the file has not seen, all in one transaction.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="before">Is called with the old version before tables that are there already are changed.</param>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the file.</exception>
    public void Upgrade(SqliteConnection connection, Action<int> before)
    {
        var version = Version(connection);
        if (!SchemaScripts.IsBehind(version, scripts))
            return;
        if (version > 0)
            before(version);
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (number, script) in scripts.Where(s => s.Key > Version(connection)).ToList())
        {
            connection.Execute(script, transaction: transaction);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"), transaction: transaction);
        }

        transaction.Commit();
    }

    /// <summary>The number of the last script that a file has seen; 0 for an empty one.</summary>
    public static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");
}

using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Store;

/// <summary>The tables of a SQLite file, brought up to date by numbered scripts; the number of the last is the file's own.</summary>
/// <param name="scripts">The scripts by number.</param>
internal sealed class SqliteSchema(ImmutableSortedDictionary<int, string> scripts)
{
    /// <summary>Runs the scripts that the file has not seen, each in its transaction.</summary>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the file.</exception>
    public void Upgrade(SqliteConnection connection)
    {
        SchemaVersion.Check(Version(connection), scripts);
        foreach (var (number, script) in scripts.Where(s => s.Key > Version(connection)))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Version(connection) < number)
            {
                connection.Execute(script, transaction: transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    /// <summary>The number of the last script that a file has seen; 0 for an empty one.</summary>
    public static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");
}

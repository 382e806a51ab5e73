using System.Collections.Immutable;
using Dapper;
using Npgsql;

namespace TransFlow.Engine.Store;

/// <summary>The tables of a PostgreSQL schema, brought up to date by numbered scripts; the number of the last stands in a table of its own.</summary>
/// <param name="scripts">The scripts by number.</param>
internal sealed class PostgresSchema(ImmutableSortedDictionary<int, string> scripts)
{
    /// <summary>Runs the scripts that the tables have not seen, all in one transaction; of several workers one does it and the others wait.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="before">Is called with the old version before tables that are there already are changed.</param>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the tables.</exception>
    public void Upgrade(NpgsqlConnection connection, Action<int> before)
    {
        using var transaction = connection.BeginTransaction();
        PostgresLocks.Within(transaction, PostgresLocks.Schema);
        var version = Version(connection);
        if (!SchemaScripts.IsBehind(version, scripts))
            return;
        if (version > 0)
        {
            // A backup of much takes its time.
            connection.Execute("SET LOCAL idle_in_transaction_session_timeout = 0", transaction: transaction);
            before(version);
        }

        foreach (var (_, script) in scripts.Where(s => s.Key > version))
            connection.Execute(script, transaction: transaction);
        connection.Execute("UPDATE schema_version SET number = @number", new { number = scripts.Keys.Last() }, transaction);
        transaction.Commit();
    }

    /// <summary>The number of the last script that the tables have seen; 0 when there are none.</summary>
    public static int Version(NpgsqlConnection connection) =>
        connection.ExecuteScalar<bool>("SELECT to_regclass(quote_ident(current_schema()) || '.schema_version') IS NOT NULL")
            ? connection.ExecuteScalar<int>("SELECT number FROM schema_version")
            : 0;
}

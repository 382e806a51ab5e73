using System.Data;
using Dapper;
using Npgsql;

namespace TransFlow.Engine.Store;

/// <summary>
/// Locks of a PostgreSQL store: advisory ones, each newsroom's own by the name of its schema. Those that outlast a transaction are
/// held by a connection of their own, with which they end when the process does.
/// </summary>
/// <param name="source">Makes the connections.</param>
internal sealed class PostgresLocks(NpgsqlDataSource source) : IStoreLocks
{
    /// <summary>The lock under which commits come one after another, as they do on SQLite: no deadlock, and one chain of events.</summary>
    public const string Commit = "commit";

    /// <summary>The lock under which tables are made and changed.</summary>
    public const string Schema = "schema";

    private const string Workers = "workers";
    private const string Key = "(hashtext(current_schema()), hashtext(@name))";

    /// <summary>Waits for a lock and keeps it until the transaction ends.</summary>
    public static void Within(NpgsqlTransaction transaction, string name) =>
        transaction.Connection!.Execute("SELECT pg_advisory_xact_lock" + Key, new { name }, transaction);

    /// <inheritdoc/>
    public IDisposable? Work() => Try("pg_try_advisory_lock_shared", Workers);

    /// <inheritdoc/>
    public IDisposable? Alone() => Try("pg_try_advisory_lock", Workers);

    /// <inheritdoc/>
    public async Task<IDisposable> Turn(string step, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var held = new Held(connection);
        try
        {
            // Nobody has the store alone while a step is done: the worker's own place may have ended with the server that gave it.
            await Wait(connection, "pg_advisory_lock_shared", Workers, cancellationToken).ConfigureAwait(false);
            await Wait(connection, "pg_advisory_lock", "step/" + step, cancellationToken).ConfigureAwait(false);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static Task<int> Wait(NpgsqlConnection connection, string function, string name, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition($"SELECT {function}{Key}", new { name }, commandTimeout: 0, cancellationToken: cancellationToken));

    private Held? Try(string function, string name)
    {
        var connection = source.OpenConnection();
        if (connection.ExecuteScalar<bool>($"SELECT {function}{Key}", new { name }))
            return new Held(connection);
        connection.Dispose();
        return null;
    }

    /// <summary>A lock and the connection with which it ends.</summary>
    private sealed class Held(NpgsqlConnection connection) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                // The connection goes on living, and the lock would with it.
                if (connection.State == ConnectionState.Open)
                    connection.Execute("SELECT pg_advisory_unlock_all()");
            }
            catch (NpgsqlException)
            {
                // The server is gone, and its locks with it.
                connection.Close();
            }

            connection.Dispose();
        }
    }
}

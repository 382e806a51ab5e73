using System.Data.Common;
using Dapper;
using Npgsql;

namespace TransFlow.Engine.Store;

/// <summary>The store in a PostgreSQL database, which workers on several machines may share.</summary>
internal sealed class PostgresStore : SqlStore
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _lockSource;
    private readonly PostgresLocks _locks;

    private PostgresStore(string connectionString)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        _lockSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            KeepAlive = PostgresLocks.SignEvery,
            ApplicationName = FormattableString.Invariant($"process {Environment.ProcessId} on {Environment.MachineName}"),
        });
        _locks = new PostgresLocks(_lockSource);
    }

    /// <inheritdoc/>
    public override IStoreLocks Locks => _locks;

    /// <summary>Opens the store; its tables are made, in the first schema of the search path, when they are not there.</summary>
    /// <param name="connectionString">How to reach the database.</param>
    /// <param name="keep">The folder in which a backup is kept before tables are changed.</param>
    /// <returns>The store.</returns>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the tables.</exception>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public static PostgresStore Open(string connectionString, string keep)
    {
        var store = new PostgresStore(connectionString);
        try
        {
            using var connection = store._source.OpenConnection();
            new PostgresSchema(SchemaScripts.Of("postgres")).Upgrade(connection, store.Keeping(keep));
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Whether the server is not there, or lets nobody in yet or any more; not whether it refuses this user.</summary>
    /// <param name="trouble">What came of opening the store.</param>
    public static bool IsAway(Exception trouble) => trouble is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        or NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException };

    /// <inheritdoc/>
    public override TimeProvider Clock(TimeProvider machine)
    {
        var clock = new StoreClock(machine, () =>
        {
            using var connection = _source.OpenConnection();
            return new DateTimeOffset(DateTime.SpecifyKind(connection.ExecuteScalar<DateTime>("SELECT clock_timestamp() AT TIME ZONE 'UTC'"), DateTimeKind.Utc));
        });
        clock.GetUtcNow();
        return clock;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _source.Dispose();
        _lockSource.Dispose();
    }

    /// <inheritdoc/>
    public override void Backup(string file) => BackupFile.Make(file, backup =>
    {
        using var connection = _source.OpenConnection();
        PostgresBackup.Write(connection, backup);
    });

    /// <inheritdoc/>
    public override void Restore(string file) => BackupFile.Read(file, backup =>
    {
        using var connection = _source.OpenConnection();
        PostgresBackup.Load(connection, backup);
    });

    /// <inheritdoc/>
    protected override DbConnection Connect() => _source.OpenConnection();

    /// <inheritdoc/>
    protected override DbTransaction Begin(DbConnection connection)
    {
        var transaction = ((NpgsqlConnection)connection).BeginTransaction();
        try
        {
            PostgresLocks.Within(transaction, PostgresLocks.Commit);
            _locks.Verify(transaction);
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }
}

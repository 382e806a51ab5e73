using System.Data;
using Dapper;
using Npgsql;
using TransFlow.Core;

namespace TransFlow.Engine.Store;

/// <summary>
/// Locks of a PostgreSQL store: advisory ones, each newsroom's own by the name of its schema. Those that outlast a transaction are
/// held by a connection of their own, with which they end when the process does. That connection says every few seconds that its process
/// lives, by <see cref="NpgsqlConnectionStringBuilder.KeepAlive"/>; from one that is silent for longer, be it frozen or cut off, others take the lock.
/// </summary>
/// <param name="source">Makes the connections.</param>
internal sealed class PostgresLocks(NpgsqlDataSource source) : IStoreLocks
{
    /// <summary>The lock under which commits come one after another, as they do on SQLite: no deadlock, and one chain of events.</summary>
    public const string Commit = "commit";

    /// <summary>The lock under which tables are made and changed.</summary>
    public const string Schema = "schema";

    /// <summary>How often a connection that holds a lock says that its process lives, in seconds.</summary>
    public const int SignEvery = 3;

    /// <summary>After so many seconds without a sign the process counts as frozen.</summary>
    private const int Silence = 15;

    private const string Workers = "workers";
    private const string Key = "(hashtext(current_schema()), hashtext(@name))";

    /// <summary>The sessions that hold a lock.</summary>
    private const string Holders = """
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid = hashtext(current_schema())::oid AND l.objid = hashtext(@name)::oid
        """;

    private static readonly string IsSilent = FormattableString.Invariant($"coalesce(a.state = 'idle' AND a.state_change < clock_timestamp() - interval '{Silence} seconds', FALSE)");
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>So many pauses pass between two looks at who has a lock.</summary>
    private const int LookEvery = 20;

    private readonly AsyncLocal<Held?> _turn = new();

    /// <summary>Waits for a lock and keeps it until the transaction ends.</summary>
    public static void Within(NpgsqlTransaction transaction, string name) =>
        transaction.Connection!.Execute("SELECT pg_advisory_xact_lock" + Key, new { name }, transaction);

    /// <summary>Makes sure that the turn in which something is committed was not taken away meanwhile.</summary>
    /// <exception cref="TurnLostException">It was.</exception>
    public void Verify(NpgsqlTransaction transaction)
    {
        if (Innermost() is not { } turn)
            return;
        if (!turn.IsOpen || !transaction.Connection!.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 {Holders} AND l.pid = @Process)", new { name = NameOf(turn.Step), turn.Process }, transaction))
            throw new TurnLostException(turn.Step);
    }

    /// <inheritdoc/>
    public IDisposable? Work() => Try("pg_try_advisory_lock_shared", Workers);

    /// <inheritdoc/>
    public IDisposable? Alone() => Try("pg_try_advisory_lock", Workers);

    /// <inheritdoc/>
    public Task<Outcome<StepTurn>> Turn(string step, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Noted here, where no state machine is between, so that it is known to the caller and to all that is called from there.
        var turn = new Held(step, Innermost());
        _turn.Value = turn;
        return Take(turn, patience, clock, cancellationToken);
    }

    /// <inheritdoc/>
    public TurnHolder? Holder(string step)
    {
        using var connection = source.OpenConnection();
        return HolderOf(connection, NameOf(step));
    }

    private static string NameOf(string step) => "step/" + step;

    private static TurnHolder? HolderOf(NpgsqlConnection connection, string name) => connection
        .Query<(string Who, DateTime Since, bool IsSilent)>($"SELECT a.application_name || coalesce(' (' || host(a.client_addr) || ')', ''), coalesce(a.query_start, clock_timestamp()) AT TIME ZONE 'UTC', {IsSilent} {Holders} LIMIT 1", new { name })
        .Select(h => new TurnHolder(h.Who, new DateTimeOffset(DateTime.SpecifyKind(h.Since, DateTimeKind.Utc)), h.IsSilent)).FirstOrDefault();

    /// <summary>The turn in which the caller works; null when it is in none.</summary>
    private Held? Innermost()
    {
        var turn = _turn.Value;
        while (turn is { IsHeld: false })
            turn = turn.Outer;
        return turn;
    }

    private async Task<Outcome<StepTurn>> Take(Held turn, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        turn.Connection = connection;
        try
        {
            var began = clock.GetTimestamp();
            // Nobody has the store alone while a step is done: the worker's own place may have ended with the server that gave it.
            var isAmongWorkers = false;
            for (var look = 0; ; look++)
            {
                isAmongWorkers = isAmongWorkers || Takes(connection, "pg_try_advisory_lock_shared", Workers);
                if (isAmongWorkers && Takes(connection, "pg_try_advisory_lock", NameOf(turn.Step)))
                {
                    turn.IsHeld = true;
                    return new StepTurn(turn);
                }

                if (isAmongWorkers && look % LookEvery == 0)
                    connection.Execute($"SELECT pg_terminate_backend(a.pid) {Holders} AND {IsSilent}", new { name = NameOf(turn.Step) });
                if (clock.GetElapsedTime(began) >= patience)
                    break;
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
            }

            var refusal = isAmongWorkers ? Taken(turn.Step, HolderOf(connection, NameOf(turn.Step)))
                : new Refusal("store-closed", "The store is being upgraded or restored.", "Nothing was changed; try again when that is done.");
            turn.Dispose();
            return refusal;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static Refusal Taken(string step, TurnHolder? holder) => holder is null
        ? new Refusal("turn-taken", $"Others are at '{step}' all the time.", "Nothing was changed; try again.")
        : new Refusal("turn-taken", $"{holder.Who} is at '{step}' since {holder.SinceWords}.", "Nothing was changed. Try again when it is done; if that process hangs, end it, and its turn ends with it.");

    private static bool Takes(NpgsqlConnection connection, string function, string name) => connection.ExecuteScalar<bool>($"SELECT {function}{Key}", new { name });

    private Held? Try(string function, string name)
    {
        var connection = source.OpenConnection();
        if (Takes(connection, function, name))
            return new Held(name, null) { Connection = connection };
        connection.Dispose();
        return null;
    }

    /// <summary>A lock and the connection with which it ends.</summary>
    private sealed class Held(string step, Held? outer) : IDisposable
    {
        private NpgsqlConnection? _connection;

        public string Step => step;

        /// <summary>The turn within which this one was taken.</summary>
        public Held? Outer => outer;

        /// <summary>True from when the turn was taken until it is let go, also when it was lost meanwhile.</summary>
        public bool IsHeld { get; set; }

        public bool IsOpen => _connection?.State == ConnectionState.Open;

        /// <summary>The server's process that holds the lock.</summary>
        public int Process { get; private set; }

        public NpgsqlConnection Connection
        {
            set => (_connection, Process) = (value, value.ProcessID);
        }

        public void Dispose()
        {
            IsHeld = false;
            if (_connection is null)
                return;
            try
            {
                // The connection goes on living, and the lock would with it.
                if (IsOpen)
                    _connection.Execute("SELECT pg_advisory_unlock_all()");
            }
            catch (NpgsqlException)
            {
                // The server ended it, and its locks with it.
                _connection.Close();
            }

            _connection.Dispose();
            _connection = null;
        }
    }
}

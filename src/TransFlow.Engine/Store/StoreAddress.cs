using Npgsql;
using TransFlow.Core;

namespace TransFlow.Engine.Store;

/// <summary>Which database holds the store.</summary>
public enum StoreKind
{
    /// <summary>A SQLite file: one machine, one worker, nothing to set up.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database: workers on several machines.</summary>
    Postgres,
}

/// <summary>Where the store is. As text it never shows a password.</summary>
public sealed class StoreAddress
{
    private const string SqlitePrefix = "sqlite:";
    private const string PostgresPrefix = "postgres:";

    /// <summary>
    /// What frozen programs and lost machines leave at the server ends by itself: a transaction in which nothing more is said, and a
    /// connection whose other end does not answer.
    /// </summary>
    private const string Ends = "-c idle_in_transaction_session_timeout=20s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=25s";

    private readonly string _value;
    private readonly string _shown;

    private StoreAddress(StoreKind kind, string value, string shown) => (Kind, _value, _shown) = (kind, value, shown);

    /// <summary>Which database it is.</summary>
    public StoreKind Kind { get; }

    /// <summary>The file of a SQLite store.</summary>
    /// <exception cref="InvalidOperationException">It is no SQLite store.</exception>
    internal string File => Kind == StoreKind.Sqlite ? _value : throw new InvalidOperationException("The store is no file.");

    /// <summary>How to reach a PostgreSQL store; it may hold a password.</summary>
    /// <exception cref="InvalidOperationException">It is no PostgreSQL store.</exception>
    internal string ConnectionString => Kind == StoreKind.Postgres ? _value : throw new InvalidOperationException("The store is no PostgreSQL database.");

    /// <summary>What to do when it cannot be opened.</summary>
    internal string Remedy => Kind == StoreKind.Sqlite
        ? "Make room if the disk is full, see that it is mounted for writing, and mend the path in 'store' or its rights."
        : "Look whether the server runs and lets this user in, and mend 'store' (or TRANSFLOW__STORE).";

    /// <summary>A store in a SQLite file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The address.</returns>
    public static StoreAddress OfFile(string file) => new(StoreKind.Sqlite, file, file);

    /// <summary>Reads the setting.</summary>
    /// <param name="text"><c>sqlite:</c> and a file, or <c>postgres:</c> and a connection string of Npgsql.</param>
    /// <param name="folder">The folder to which a relative path belongs.</param>
    /// <returns>The address; refused, without repeating what was written, when it is neither.</returns>
    public static Outcome<StoreAddress> Read(string text, string folder)
    {
        if (text.StartsWith(SqlitePrefix, StringComparison.Ordinal))
            return OfFile(Path.Combine(folder, text[SqlitePrefix.Length..]));
        return text.StartsWith(PostgresPrefix, StringComparison.Ordinal)
            ? Postgres(text[PostgresPrefix.Length..])
            : new Refusal("store-kind", "The store is neither of the kind sqlite nor of the kind postgres.", "Write sqlite:path/of/the.db, or postgres:Host=…;Database=…;Username=….");
    }

    /// <summary>The address without secrets.</summary>
    /// <returns>The file, or host, port, database and user.</returns>
    public override string ToString() => _shown;

    private static Outcome<StoreAddress> Postgres(string text)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text) { ApplicationName = "transflow" };
            // What the newsroom says itself comes last, and counts.
            parts.Options = $"{Ends} {parts.Options}".TrimEnd();
            // A socket file knows no keepalive, and whoever sets it has a reason.
            if (parts.Host?.StartsWith('/') != true && !text.Contains("keepalive", StringComparison.OrdinalIgnoreCase))
                (parts.TcpKeepAlive, parts.TcpKeepAliveTime, parts.TcpKeepAliveInterval) = (true, 10, 5);
            if (!string.IsNullOrEmpty(parts.Host))
                return new StoreAddress(StoreKind.Postgres, parts.ConnectionString, FormattableString.Invariant($"postgres:Host={parts.Host};Port={parts.Port};Database={parts.Database};Username={parts.Username}"));
        }
        catch (ArgumentException)
        {
            // Its words may be a piece of the password.
            return new Refusal("store-address", "The address of the PostgreSQL store cannot be read.", "Write postgres:Host=…;Database=…;Username=…; a password with ';' in it stands between single quotation marks.");
        }

        return new Refusal("store-address", "The address of the PostgreSQL store names no host.", "Write postgres:Host=…;Database=…;Username=….");
    }
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace TransFlow.Engine.Tests.Store.Rooms;

/// <summary>A PostgreSQL store in a schema of its own on the server that <c>tests/run</c> started.</summary>
internal sealed class PostgresRoom : StoreRoom
{
    private const string Variable = "TRANSFLOW_TEST_POSTGRES";
    private static int _number;

    private readonly string _schema = string.Create(CultureInfo.InvariantCulture, $"room_{Environment.ProcessId}_{Interlocked.Increment(ref _number)}");
    private readonly string _server;

    /// <summary>Makes the schema; the test is left out, and says so, where no server was started.</summary>
    public PostgresRoom()
        : this(Environment.GetEnvironmentVariable(Variable))
    {
    }

    /// <summary>Makes the schema on a server of the test's own.</summary>
    public PostgresRoom(string? server)
    {
        if (string.IsNullOrEmpty(server))
            Assert.Inconclusive($"Left out: {Variable} does not say how to reach a PostgreSQL server. tests/run starts one.");
        _server = server;
        using var connection = Connect();
        connection.Execute($"CREATE SCHEMA {_schema}");
    }

    public override string Setting => $"postgres:{Connection}";

    private string Connection => $"{_server};Search Path={_schema};Connection Idle Lifetime=2;Connection Pruning Interval=1";

    public override void Dispose()
    {
        base.Dispose();
        using var connection = Connect();
        connection.Execute($"DROP SCHEMA {_schema} CASCADE");
    }

    protected override DbConnection Connect()
    {
        var connection = new NpgsqlConnection($"{Connection};Pooling=False");
        connection.Open();
        return connection;
    }
}

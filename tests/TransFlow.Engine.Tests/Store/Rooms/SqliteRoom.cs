using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Tests.Store.Rooms;

/// <summary>A SQLite store in a temporary folder.</summary>
internal sealed class SqliteRoom : StoreRoom
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transflow-store-").FullName;

    public override string Setting => $"sqlite:{_folder}/newsroom.db";

    public override void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder}/newsroom.db;Pooling=False");
        connection.Open();
        return connection;
    }
}

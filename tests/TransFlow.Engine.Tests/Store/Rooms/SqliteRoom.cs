using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Tests.Store.Rooms;

/// <summary>A SQLite store in a temporary folder.</summary>
internal sealed class SqliteRoom : StoreRoom
{
    public override string Setting => $"sqlite:{Folder}/newsroom.db";

    protected override DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Folder}/newsroom.db;Pooling=False");
        connection.Open();
        return connection;
    }
}

using System.Collections.Immutable;
using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TransFlow.Engine.Store;

/// <summary>Carries the tables of a PostgreSQL store into a backup and back.</summary>
internal static class PostgresBackup
{
    /// <summary>Writes all tables as they are at one moment; others may go on writing meanwhile.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="backup">The empty backup.</param>
    public static void Write(NpgsqlConnection connection, SqliteConnection backup)
    {
        using var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        var version = PostgresSchema.Version(connection);
        new SqliteSchema(SchemaScripts.Of("sqlite").RemoveRange(SchemaScripts.Of("sqlite").Keys.Where(n => n > version))).Upgrade(backup, _ => { });
        using var transaction = backup.BeginTransaction();
        foreach (var (table, columns) in BackupFile.Tables(backup))
        {
            using var reader = connection.ExecuteReader($"SELECT {string.Join(", ", columns)} FROM {table}", transaction: snapshot);
            using var insert = backup.CreateCommand();
            insert.Transaction = transaction;
            // New tables may hold their first row.
            backup.Execute($"DELETE FROM {table}", transaction: transaction);
            insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
            foreach (var column in columns)
                insert.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
            while (reader.Read())
            {
                for (var i = 0; i < columns.Length; i++)
                    insert.Parameters[i].Value = reader.GetValue(i);
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    /// <summary>Puts a backup in the place of all that the tables hold, in one transaction.</summary>
    /// <param name="connection">The store, its tables as new as the backup's.</param>
    /// <param name="backup">The backup.</param>
    public static void Load(NpgsqlConnection connection, SqliteConnection backup)
    {
        using var transaction = connection.BeginTransaction();
        PostgresLocks.Within(transaction, PostgresLocks.Commit);
        var tables = BackupFile.Tables(backup);
        connection.Execute($"TRUNCATE {string.Join(", ", tables.Select(t => t.Name))}", transaction: transaction);
        foreach (var (table, columns) in tables)
            Copy(connection, backup, table, columns);
        foreach (var (table, column) in connection.Query<(string, string)>("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' AND table_name = ANY (@names)", new { names = tables.Select(t => t.Name).ToArray() }, transaction).ToList())
            connection.Execute($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), coalesce(max({column}), 0) + 1, false) FROM {table}", transaction: transaction);
        transaction.Commit();
    }

    private static void Copy(NpgsqlConnection connection, SqliteConnection backup, string table, ImmutableArray<string> columns)
    {
        var list = string.Join(", ", columns);
        string[] types;
        using (var shape = connection.ExecuteReader($"SELECT {list} FROM {table} LIMIT 0"))
            types = [.. Enumerable.Range(0, columns.Length).Select(shape.GetDataTypeName)];
        using var rows = backup.ExecuteReader($"SELECT {list} FROM {table}");
        using var copy = connection.BeginBinaryImport($"COPY {table} ({list}) FROM STDIN (FORMAT BINARY)");
        while (rows.Read())
        {
            copy.StartRow();
            for (var i = 0; i < types.Length; i++)
                Put(copy, rows.GetValue(i), types[i]);
        }

        copy.Complete();
    }

    /// <summary>SQLite knows integers of one size, and no truth values.</summary>
    private static void Put(NpgsqlBinaryImporter copy, object value, string type)
    {
        switch (value)
        {
            case DBNull:
                copy.WriteNull();
                break;
            case long number when type == "integer":
                copy.Write((int)number, type);
                break;
            case long number when type == "boolean":
                copy.Write(number != 0, type);
                break;
            case long number:
                copy.Write(number, type);
                break;
            case double number:
                copy.Write(number, type);
                break;
            case byte[] bytes:
                copy.Write(bytes, type);
                break;
            default:
                copy.Write((string)value, type);
                break;
        }
    }
}

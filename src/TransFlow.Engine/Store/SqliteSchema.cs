using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Store;

/// <summary>The tables, brought up to date by numbered scripts.</summary>
internal static class SqliteSchema
{
    public const string Packages = "SELECT token, article, language, stage, revision, round, path, xliff, at FROM package";

    private const int Latest = 1;

    /// <summary>Runs the scripts that the file has not seen, each in its transaction.</summary>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the file.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        if (Version(connection) > Latest)
            throw new InvalidDataException($"The store {connection.DataSource} was written by a newer version of TransFlow; use that version.");
        while (Version(connection) < Latest)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var next = Version(connection) + 1;
            if (next <= Latest)
            {
                connection.Execute(Script(next), transaction: transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}"), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    private static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    private static string Script(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"TransFlow.Engine.Store.Sql.sqlite-{number:000}.sql");
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Store;

/// <summary>
/// A backup: a SQLite file with the tables of the store, whichever kind of store it was taken from, so that it can be restored into
/// either. Only its owner may read it.
/// </summary>
internal static class BackupFile
{
    /// <summary>Makes a backup: beside its place first, so that what has its name is always whole.</summary>
    /// <param name="path">Where; what is there is replaced.</param>
    /// <param name="write">Fills the empty file.</param>
    public static void Make(string path, Action<SqliteConnection> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = Files.AtomicFile.TemporaryOf(path);
        using var held = CreatePrivate(temporary);
        using (var backup = Open(temporary))
        {
            write(backup);
            backup.Execute("PRAGMA journal_mode = DELETE");
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Opens a copy of a backup, made as new as this program; the backup itself stays as it is.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="read">Reads the copy.</param>
    /// <exception cref="InvalidDataException">It is no backup, it is damaged, or a newer version of this program made it.</exception>
    public static void Read(string path, Action<SqliteConnection> read)
    {
        var folder = Directory.CreateTempSubdirectory("transflow-restore-");
        try
        {
            File.Copy(path, Path.Combine(folder.FullName, "copy"));
            using var copy = Open(Path.Combine(folder.FullName, "copy"));
            Check(copy);
            read(copy);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The tables of a backup, those first to which others refer, each with its columns.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<string> Columns)> Tables(SqliteConnection backup) =>
        [.. backup.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid")
            .Select(t => (t, backup.Query<string>("SELECT name FROM pragma_table_info(@t)", new { t }).ToImmutableArray()))];

    private static void Check(SqliteConnection backup)
    {
        try
        {
            if (backup.QueryFirst<string>("PRAGMA quick_check(1)") is not "ok" and var problem)
                throw new InvalidDataException($"It is damaged: {problem}");
            if (SqliteSchema.Version(backup) == 0 || !Tables(backup).Any(t => t.Name == "edition"))
                throw new InvalidDataException("It is no backup of TransFlow.");
            new SqliteSchema(SchemaScripts.Of("sqlite")).Upgrade(backup, _ => { });
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"It is no backup, or it is damaged: {e.Message}", e);
        }
    }

    private static FileStream CreatePrivate(string path)
    {
        var file = Files.AtomicFile.Begin(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        return connection;
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TransFlow.Engine.Store;

/// <summary>
/// A backup: a SQLite file with the tables of the store, whichever kind of store it was taken from, so that it can be restored into
/// either. Only its owner may read it. Behind its last page stands a seal, the digest of all before it: SQLite reads over it, and no damage
/// is restored.
/// </summary>
internal static class BackupFile
{
    /// <summary>The size of a page is a multiple of this: what is more has a seal.</summary>
    private const int PageUnit = 512;

    private static readonly byte[] Seal = "TransFlow SHA-256\n"u8.ToArray();

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

        held.Position = 0;
        var digest = SHA256.HashData(held);
        held.Write([.. Seal, .. digest]);
        held.Flush(flushToDisk: true);
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
            Unseal(Path.Combine(folder.FullName, "copy"));
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

    /// <summary>Proves that every byte is as it was written, and takes the seal off. What has none is from before there were seals.</summary>
    private static void Unseal(string copy)
    {
        using var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite);
        var length = file.Length - Seal.Length - SHA256.HashSizeInBytes;
        if (file.Length % PageUnit == 0 || length <= 0)
            return;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        for (var left = length; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            digest.AppendData(buffer, 0, read);
            left -= read;
        }

        var seal = new byte[Seal.Length + SHA256.HashSizeInBytes];
        file.ReadExactly(seal);
        if (!seal.AsSpan().SequenceEqual([.. Seal, .. digest.GetHashAndReset()]))
            throw new InvalidDataException("It is no backup, or it is damaged: its bytes are not those that were written.");
        file.SetLength(length);
    }

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

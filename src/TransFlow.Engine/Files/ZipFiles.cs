using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;
using TransFlow.Core;

namespace TransFlow.Engine.Files;

/// <summary>What an archive held.</summary>
/// <param name="Files">Its XLIFF files, oldest first.</param>
/// <param name="Terms">Its tables and termbases.</param>
/// <param name="Others">Names of files that are neither, and none that a package brings along.</param>
/// <param name="Broken">Archives within it that cannot be read, each with its reason.</param>
internal sealed record ZipContent(ImmutableArray<(string Name, byte[] Bytes)> Files, ImmutableArray<(string Name, byte[] Bytes)> Terms, ImmutableArray<string> Others, ImmutableArray<Refusal> Broken);

/// <summary>Opens archives in which people return files; it trusts neither names nor sizes nor contents that an archive states.</summary>
internal static class ZipFiles
{
    /// <summary>The refusal of an archive that cannot be read: perhaps it is still being written.</summary>
    public const string Broken = "zip-broken";

    private const int MostFiles = 500;
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>An archive in an archive is common, one in that is not.</summary>
    private const int Deepest = 2;

    /// <summary>So far into a file its root element begins.</summary>
    private const int Head = 64 * 1024;

    private static readonly string[] OfPackages = ["INSTRUCTIONS.TXT", "PREVIEW.HTML", "MEMORY.TMX", "MANIFEST.JSON"];

    /// <summary>Whether bytes are a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>What is in an archive; refused when it is broken, too large, locked, or has neither XLIFF nor terms.</summary>
    /// <param name="bytes">The archive.</param>
    /// <param name="path">Its path as people know it.</param>
    public static Outcome<ZipContent> Open(byte[] bytes, string path)
    {
        var found = new List<(string Name, byte[] Bytes, DateTime Time)>();
        var broken = new List<Refusal>();
        if (Unpack(bytes, "", 1, found, broken) is { } refusal)
            return refusal with { File = path };

        var kinds = found.OrderBy(f => (f.Time, f.Name), AgeOrder.Instance).Select(f => (f.Name, f.Bytes)).ToLookup(f => IsXliff(f.Bytes) || IsNamedXliff(f.Name) ? "xliff" : IsTerms(f.Name, f.Bytes) ? "terms" : "other");
        var isOfUse = kinds["xliff"].Any() || kinds["terms"].Any();
        if (!isOfUse && broken is [var first, ..])
            return first with { File = path };
        return isOfUse
            ? new ZipContent([.. kinds["xliff"]], [.. kinds["terms"]], [.. kinds["other"].Select(f => f.Name).Where(n => !OfPackages.Contains(Path.GetFileName(n).ToUpperInvariant()))], [.. broken.Select(b => b with { File = path })])
            : new Refusal("zip-empty", "There is no XLIFF file in the archive, and no file of terms.", "Export XLIFF from your tool (“Export” or “Save target as”), not its working files.") { File = path };
    }

    private static Refusal? Unpack(byte[] bytes, string within, int depth, List<(string Name, byte[] Bytes, DateTime Time)> found, List<Refusal> broken)
    {
        try
        {
            return UnpackAll(bytes, within, depth, found, broken);
        }
        catch (InvalidDataException e)
        {
            return new Refusal(Broken, $"The archive cannot be read: {e.Message}", "Pack it again, or return the XLIFF file itself.");
        }
    }

    private static Refusal? UnpackAll(byte[] bytes, string within, int depth, List<(string Name, byte[] Bytes, DateTime Time)> found, List<Refusal> broken)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(IsFile).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.IsEncrypted)
                return new Refusal("zip-locked", $"The archive has a password ({within}{entry.FullName}).", "Pack it again without a password, or return the XLIFF file itself.");
            var content = Read(entry, MostBytes - found.Sum(f => f.Bytes.Length));
            if (content is null || found.Count == MostFiles)
                return new Refusal("zip-too-large", $"The archive holds more than {MostFiles} files or {MostBytes >> 20} MB.", "Return its files a few at a time.");
            if (Crc32.HashToUInt32(content) != entry.Crc32)
                throw new InvalidDataException($"'{within}{entry.FullName}' was damaged on the way; its check sum is another.");
            var before = found.Count;
            if (!IsZip(content) || depth == Deepest)
            {
                found.Add((within + entry.FullName, content, entry.LastWriteTime.DateTime));
            }
            else if (Unpack(content, $"{within}{entry.FullName}/", depth + 1, found, broken) is { } refusal)
            {
                // What lies beside it is whole. It is not still being written either: the archive around it is there to its end.
                found.RemoveRange(before, found.Count - before);
                broken.Add(refusal with { Code = "zip-within", Unit = within + entry.FullName });
            }
        }

        return null;
    }

    private static bool IsFile(ZipArchiveEntry entry) => entry.Name.Length > 0 && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>Whether a file is a table or a termbase, by its name: nothing in a table says what it is.</summary>
    public static bool IsTerms(string name, byte[] bytes) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" or ".TBX" && !IsXliff(bytes);

    /// <summary>A file that is broken may still be one by its name.</summary>
    private static bool IsNamedXliff(string name) => Path.GetExtension(name).ToUpperInvariant() is ".XLF" or ".XLIFF" or ".SDLXLIFF" or ".MQXLIFF" or ".MXLIFF";

    /// <summary>Files are known by what is in them, in whatever encoding.</summary>
    private static bool IsXliff(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, Head)).ToArray().Where(b => b != 0).ToArray().AsSpan();
        return head.IndexOf("<xliff"u8) >= 0 || head.IndexOf(":xliff"u8) >= 0;
    }

    private static byte[]? Read(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > most)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}

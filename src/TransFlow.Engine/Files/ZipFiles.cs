using System.Collections.Immutable;
using System.IO.Compression;
using TransFlow.Core;

namespace TransFlow.Engine.Files;

/// <summary>Opens archives in which people return files; it trusts neither names nor sizes that an archive states.</summary>
internal static class ZipFiles
{
    private const int MostFiles = 500;
    private const int MostTerms = 4 * 1024 * 1024;
    private const int MostBytes = 256 * 1024 * 1024;

    /// <summary>Whether bytes are a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The XLIFF files in an archive by name; refused when it is broken, too large, or has none.</summary>
    public static Outcome<ImmutableArray<(string Name, byte[] Bytes)>> Open(byte[] bytes, string path)
    {
        var files = ImmutableArray.CreateBuilder<(string, byte[])>();
        var left = MostBytes;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(IsXliff).OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var content = Read(entry, left);
                if (content is null || files.Count == MostFiles)
                    return new Refusal("zip-too-large", $"The archive holds more than {MostFiles} files or {MostBytes >> 20} MB.", "Return its files a few at a time.") { File = path };
                left -= content.Length;
                files.Add((entry.FullName, content));
            }
        }
        catch (InvalidDataException e)
        {
            return new Refusal("zip-broken", $"The archive cannot be read: {e.Message}", "Pack it again, or return the XLIFF file itself.") { File = path };
        }

        return files.Count > 0
            ? files.ToImmutable()
            : new Refusal("zip-empty", "There is no XLIFF file in the archive.", "Export XLIFF from your tool (“Export” or “Save target as”), not its working files.") { File = path };
    }

    /// <summary>The files of terms in an archive that was opened already; those that are too large are left out.</summary>
    public static ImmutableArray<(string Name, byte[] Bytes)> Terms(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. archive.Entries.Where(IsTerms).OrderBy(e => e.FullName, StringComparer.Ordinal).Take(MostFiles).Select(e => (e.FullName, Bytes: Read(e, MostTerms))).Where(f => f.Bytes is not null).Select(f => (f.FullName, f.Bytes!))];
    }

    private static bool IsTerms(ZipArchiveEntry entry) =>
        Path.GetExtension(entry.Name).ToUpperInvariant() is ".CSV" or ".TSV" or ".TBX" && entry.Name.StartsWith("terms", StringComparison.OrdinalIgnoreCase);

    private static bool IsXliff(ZipArchiveEntry entry) =>
        Path.GetExtension(entry.Name).ToUpperInvariant() is ".XLF" or ".XLIFF" or ".SDLXLIFF" or ".MQXLIFF" or ".MXLIFF" && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

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

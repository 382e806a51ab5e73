using System.IO.Compression;

namespace TransFlow.Engine.Files;

/// <summary>Packs archives: the same files give the same bytes, whenever and wherever they are packed.</summary>
internal static class ZipPack
{
    /// <summary>The first day that an archive can name.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An archive of files, stored as they are: how they would be packed tighter changes from one framework to the next.</summary>
    public static byte[] Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Day;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}

using System.IO.Compression;

namespace TransFlow.Tests.Newsroom;

/// <summary>Files packed as people pack them.</summary>
internal static class Packed
{
    /// <summary>A zip archive.</summary>
    public static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Bytes)> files) => Zip(CompressionLevel.Optimal, files);

    /// <summary>A zip archive, packed as tightly as wanted.</summary>
    public static byte[] Zip(CompressionLevel level, params ReadOnlySpan<(string Name, byte[] Bytes)> files)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}

namespace TransFlow.Engine.Files;

/// <summary>Digests of files, worked out again only when a file's size or time has changed.</summary>
/// <param name="clock">The clock.</param>
internal sealed class SeenFiles(TimeProvider clock)
{
    /// <summary>Disks do not tell two times apart that lie closer together: a file of so late a time may change again without showing it.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    /// <summary>No translation has more bytes.</summary>
    private const long Most = 256L * 1024 * 1024;

    private readonly Dictionary<string, (long Length, DateTime Time, string Sha256)> _seen = new(StringComparer.Ordinal);

    /// <summary>The digest of a file's bytes; null when it is not there.</summary>
    /// <exception cref="IOException">The file cannot be read, or is far too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public string? Digest(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            _seen.Remove(path);
            return null;
        }

        if (_seen.TryGetValue(path, out var seen) && seen.Length == info.Length && seen.Time == info.LastWriteTimeUtc)
            return seen.Sha256;
        if (Read(path) is not { } bytes)
            return null;
        var sha256 = Files.Digest.Of(bytes);
        if ((clock.GetUtcNow() - info.LastWriteTimeUtc).Duration() > Grain)
            _seen[path] = (info.Length, info.LastWriteTimeUtc, sha256);
        return sha256;
    }

    /// <summary>The bytes of a file; null when it is not there, or no more.</summary>
    /// <exception cref="IOException">The file cannot be read, or is far too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? Read(string path)
    {
        try
        {
            return IsEmpty(path) ? [] : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">The file is not there, cannot be read, or is far too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<byte[]> Bytes(string path, CancellationToken cancellationToken) =>
        IsEmpty(path) ? [] : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);

    /// <summary>Whether there is nothing to read. Pipes and devices have no length either: who reads one of those may wait for ever.</summary>
    private static bool IsEmpty(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        if (!file.Exists)
            return false;
        return file.Length <= Most ? file.Length == 0 : throw new IOException($"It has {file.Length >> 20} MB; no translation has more than {Most >> 20}.");
    }
}

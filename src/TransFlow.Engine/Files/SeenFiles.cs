namespace TransFlow.Engine.Files;

/// <summary>Digests of files, worked out again only when a file's size or time has changed.</summary>
internal sealed class SeenFiles
{
    private readonly Dictionary<string, (long Length, DateTime Time, string Sha256)> _seen = new(StringComparer.Ordinal);

    /// <summary>The digest of a file's bytes; null when it is not there.</summary>
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
        var sha256 = Files.Digest.Of(File.ReadAllBytes(path));
        _seen[path] = (info.Length, info.LastWriteTimeUtc, sha256);
        return sha256;
    }
}

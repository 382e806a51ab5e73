namespace TransFlow.Engine.Files;

/// <summary>Writes files so that a reader sees the old bytes or the new ones, whatever happens in between.</summary>
internal static class AtomicFile
{
    /// <summary>How the names of files on their way begin; what is left of them after a crash is swept away.</summary>
    public const string Prefix = ".transflow-";

    /// <summary>Writes a file: beside it, flushed to the disk, then renamed over it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = TemporaryOf(path);
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The name of a file on its way: short, since the file's own name may be as long as the disk allows.</summary>
    internal static string TemporaryOf(string path) => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Prefix}{Environment.ProcessId}-{Digest.Of(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(path)))[..16]}");

    /// <summary>Removes what crashes left behind under a folder: files on their way whose process is gone.</summary>
    /// <returns>How many files.</returns>
    public static int Sweep(string folder)
    {
        if (!Directory.Exists(folder))
            return 0;
        var left = Directory.EnumerateFiles(folder, Prefix + "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Where(IsLeft).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private static bool IsLeft(string path)
    {
        var parts = Path.GetFileName(path)[Prefix.Length..].Split('-', 2);
        if (!int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}

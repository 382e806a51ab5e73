namespace TransFlow.Engine.Files;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    /// <summary>More links after one another than any system follows.</summary>
    private const int MostLinks = 64;

    /// <summary>The path with every link on the way followed; what is not there yet stays as it is named.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path) => Of(path, MostLinks);

    /// <summary>The file to which a path leads by links of files, there or not; what a process has open is not looked behind.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string OfFile(string path)
    {
        var file = path;
        for (var left = MostLinks; !IsOpen(file) && new FileInfo(file).LinkTarget is { } target; left--)
            file = left > 0 ? Path.GetFullPath(target, Of(Path.GetDirectoryName(file)!)) : throw new IOException($"The links of '{path}' lead in a circle.");
        return file;
    }

    /// <summary>Whether a path names a device, or what a process has open; other folders of <c>/dev</c>, such as shared memory, hold files.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsOpen(string path) => Path.GetDirectoryName(path) is { } folder
        && (folder is "/dev" or "/dev/fd" or "/dev/pts" || (folder.StartsWith("/proc/", StringComparison.Ordinal) && folder.EndsWith("/fd", StringComparison.Ordinal))) && File.Exists(path);

    private static string Of(string path, int left)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var step in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, step);
            FileSystemInfo there = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            // Where a link leads, there may be links on the way.
            real = there.LinkTarget is not null && there.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? Of(target.FullName, left > 0 ? left - 1 : throw new IOException($"The links of '{path}' lead in a circle."))
                : next;
        }

        return real;
    }
}

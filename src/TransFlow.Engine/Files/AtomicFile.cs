using System.Formats.Tar;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Engine.Files;

/// <summary>Writes files so that a reader sees the old bytes or the new ones, whatever happens in between.</summary>
internal static partial class AtomicFile
{
    /// <summary>How the names of files on their way begin; what is left of them after a crash is swept away.</summary>
    public const string Prefix = ".transflow-";

    /// <summary>Writes a file: beside it, flushed to the disk, then renamed over it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (!IsDevice(Path.GetFullPath(path)))
        {
            Put(path, bytes, () => true);
            return;
        }

        // What is renamed over a device would take its place, for the whole machine.
        using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        device.Write(bytes);
    }

    /// <summary>Writes a file as <see cref="Write"/> does; where a link is, the file to which it leads, and the link stays.</summary>
    public static void WriteThrough(string path, ReadOnlySpan<byte> bytes) => Write(RealPath.OfFile(Path.GetFullPath(path)), bytes);

    /// <summary>Whether what is there is a pipe, a device, or what a process has open.</summary>
    private static bool IsDevice(string path) => RealPath.IsOpen(path) || (new FileInfo(path) is { Exists: true, Length: 0 } && !IsRegular(path));

    /// <summary>Whether what is there, or what a link leads to, is a pipe or a device: who reads it waits for what may never come.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsNoFile(string path)
    {
        try
        {
            return RealPath.OfFile(path) is var real && IsDevice(real);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether what is there and holds nothing is a file as any other. An archive tells, without a look into it, for which a pipe would wait.</summary>
    private static bool IsRegular(string path)
    {
        try
        {
            using var listed = new MemoryStream();
            using (var list = new TarWriter(listed, leaveOpen: true))
                list.WriteEntry(path, "it");
            listed.Position = 0;
            using var reader = new TarReader(listed);
            return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile or TarEntryType.SymbolicLink or TarEntryType.HardLink };
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Writes a file over one that was looked at, unless somebody wrote another there meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What it is to hold.</param>
    /// <param name="seen">The digest of what was there; null for nothing.</param>
    /// <returns>False when something else is there, which stays.</returns>
    public static bool WriteOver(string path, ReadOnlySpan<byte> bytes, string? seen) => Put(path, bytes, () => (SeenFiles.Read(path) is { } there ? Digest.Of(there) : null) == seen);

    /// <summary>To write takes time, and to rename none to speak of: what is asked between the two is asked as late as can be.</summary>
    private static bool Put(string path, ReadOnlySpan<byte> bytes, Func<bool> mayReplace)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = TemporaryOf(path);
        using var file = Begin(temporary);
        KeepMode(path, file);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        if (!mayReplace())
        {
            File.Delete(temporary);
            return false;
        }

        File.Move(temporary, path, overwrite: true);
        return true;
    }

    /// <summary>Who may read the file that is there may read the one in its place, and nobody else.</summary>
    private static void KeepMode(string path, FileStream file)
    {
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null, UnixFileMode: var mode })
            File.SetUnixFileMode(file.SafeFileHandle, mode);
    }

    /// <summary>Makes a file on its way. As long as it is open nobody takes it for a dead one's, on whatever machine.</summary>
    internal static FileStream Begin(string temporary) => new(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>The name of a file on its way: short, since the file's own name may be as long as the disk allows.</summary>
    internal static string TemporaryOf(string path) => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Prefix}{Environment.ProcessId}-{Convert.ToHexStringLower(XxHash64.Hash(Encoding.UTF8.GetBytes(Path.GetFileName(path))))}");

    /// <summary>Removes what crashes left behind under a folder: files on their way that nobody has open.</summary>
    /// <returns>How many files.</returns>
    public static int Sweep(string folder, bool withSubfolders = true)
    {
        if (!Directory.Exists(folder))
            return 0;
        var left = Directory.EnumerateFiles(folder, Prefix + "*", new EnumerationOptions { RecurseSubdirectories = withSubfolders, AttributesToSkip = FileAttributes.None }).Where(IsLeft).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private static bool IsLeft(string path)
    {
        if (!Name().IsMatch(Path.GetFileName(path)))
            return false;
        try
        {
            using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\.transflow-[0-9]+-[0-9a-f]{16}$")]
    private static partial Regex Name();
}

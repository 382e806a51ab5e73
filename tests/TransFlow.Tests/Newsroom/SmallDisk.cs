using System.Diagnostics;
using System.Globalization;

namespace TransFlow.Tests.Newsroom;

/// <summary>
/// A disk of some megabytes in the place of a folder, with what was in it. To mount one takes rights that not everybody has: without
/// them the test is left out, and says so.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 24;

    private readonly string _folder;

    public SmallDisk(string folder)
    {
        _folder = folder;
        var kept = folder + ".kept";
        Directory.Move(folder, kept);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsLinux() || Do("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m"), "tmpfs", folder) != 0)
        {
            Directory.Delete(folder);
            Directory.Move(kept, folder);
            Assert.Inconclusive("Left out: nobody but root may mount a small disk, so a full one is not tried here.");
        }

        Assert.AreEqual(0, Do("cp", "-a", kept + "/.", folder));
        Directory.Delete(kept, recursive: true);
    }

    private string Ballast => Path.Combine(_folder, ".ballast");

    /// <summary>Fills it up but for some bytes.</summary>
    public void Fill(long leaving)
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            for (var left = new DriveInfo(_folder).AvailableFreeSpace - leaving; left >= block.Length; left -= block.Length)
                file.Write(block);
        }
        catch (IOException) when (leaving == 0)
        {
            // A worker took the last of it meanwhile.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose() => Do("umount", "-l", _folder);

    private static int Do(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

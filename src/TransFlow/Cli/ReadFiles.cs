using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>What a verb reads, however it is named and whatever links lead to it: nothing is written over it.</summary>
/// <param name="files">Full paths.</param>
internal sealed class ReadFiles(IEnumerable<string> files)
{
    private readonly HashSet<string> _read = files.Select(Real).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a file that is to be written is one of them.</summary>
    /// <param name="path">Its full path.</param>
    public bool Hold(string path) => _read.Contains(Newsroom.RealPath(path));

    /// <summary>Where it lies; a link that leads in a circle leads nowhere, and can be read as little as what may not be looked at.</summary>
    private static string Real(string path)
    {
        try
        {
            return Newsroom.RealPath(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }
}

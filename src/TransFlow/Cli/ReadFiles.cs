using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>What a verb reads, however it is named and whatever links lead to it: nothing is written over it.</summary>
/// <param name="files">Full paths.</param>
internal sealed class ReadFiles(IEnumerable<string> files)
{
    private readonly HashSet<string> _read = files.SelectMany(f => new[] { Newsroom.RealPath(f), Entry(f) }).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a file that is to be written is one of them.</summary>
    /// <param name="path">Its full path.</param>
    public bool Hold(string path) => _read.Contains(Entry(path)) || _read.Contains(Newsroom.RealPath(path));

    /// <summary>A file by its own name in the folder in which it really is: what is renamed over a link takes the link's place.</summary>
    /// <param name="path">A full path.</param>
    public static string Entry(string path) => Path.Combine(Newsroom.RealPath(Path.GetDirectoryName(path)!), Path.GetFileName(path));
}

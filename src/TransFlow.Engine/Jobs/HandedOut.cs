using System.Collections.Immutable;

namespace TransFlow.Engine.Jobs;

/// <summary>A file in the place of a hand-out. There are few, however many editions were ever handed out, and so steps begin with them.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Language">The language of its place.</param>
/// <param name="Article">The article of its name.</param>
internal sealed record HandedOut(string Path, string Language, string Article)
{
    /// <summary>The files that are there now, by path.</summary>
    public static ImmutableArray<HandedOut> In(NewsroomContext room) => !Directory.Exists(room.Settings.Exchange)
        ? []
        : [.. Directory.EnumerateDirectories(room.Settings.Exchange).SelectMany(l => NewsroomContext.FileStages.Select(s => System.IO.Path.Combine(l, s))).Where(Directory.Exists)
            .SelectMany(FilesOf).OrderBy(f => f.Path, StringComparer.Ordinal)];

    private static IEnumerable<HandedOut> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*.xlf", SearchOption.AllDirectories).Select(f =>
        new HandedOut(f, System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(folder)!), System.IO.Path.GetRelativePath(folder, f)[..^".xlf".Length].Replace('\\', '/')));
}

using System.Collections.Immutable;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>A file in the place of a hand-out. There are few, however many editions were ever handed out, and so steps begin with them.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Language">The language of its place.</param>
/// <param name="Article">The article of its name.</param>
/// <param name="Seat">The seat of its folder and name.</param>
internal sealed record HandedOut(string Path, string Language, string Article, Seat Seat)
{
    /// <summary>The files that are there now, by path.</summary>
    public static ImmutableArray<HandedOut> In(NewsroomContext room) => !Directory.Exists(room.Settings.Exchange)
        ? []
        : [.. Directory.EnumerateDirectories(room.Settings.Exchange).SelectMany(l => NewsroomContext.FileStages.Select(s => System.IO.Path.Combine(l, s))).Where(Directory.Exists)
            .SelectMany(FilesOf).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>Whether a file stands, or stood, in such a place.</summary>
    /// <param name="room">The newsroom.</param>
    /// <param name="relative">Its path as people know it.</param>
    public static bool IsPlace(NewsroomContext room, string relative) =>
        relative.EndsWith(".xlf", StringComparison.OrdinalIgnoreCase)
        && System.IO.Path.GetRelativePath(room.Settings.Exchange, System.IO.Path.Combine(room.Folder, relative)).Replace('\\', '/').Split('/') is [_, var stage, _, ..] && NewsroomContext.FileStages.Contains(stage);

    private static IEnumerable<HandedOut> FilesOf(string folder) => VisibleFiles.In(folder, ".xlf").Select(f =>
    {
        var name = Seat.Of(System.IO.Path.GetRelativePath(folder, f)[..^".xlf".Length].Replace('\\', '/'));
        return new HandedOut(f, System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(folder)!), name.Stage, new Seat(System.IO.Path.GetFileName(folder), name.Strand));
    });
}

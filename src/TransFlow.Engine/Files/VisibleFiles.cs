using System.IO.Enumeration;

namespace TransFlow.Engine.Files;

/// <summary>
/// The files of a folder and its subfolders that are not hidden, in the order of their names. Links to folders are not gone into: one
/// that leads back to where it stands would show every file a hundred times over.
/// </summary>
internal static class VisibleFiles
{
    private static readonly EnumerationOptions Visible = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    /// <summary>Their paths.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ending">How their names end; empty for all.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<string> In(string folder, string ending = "") => new FileSystemEnumerable<string>(folder, (ref FileSystemEntry e) => e.ToFullPath(), Visible)
    {
        ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory && e.FileName.EndsWith(ending, StringComparison.Ordinal),
        ShouldRecursePredicate = (ref FileSystemEntry e) => !e.Attributes.HasFlag(FileAttributes.ReparsePoint),
    }.Order(StringComparer.Ordinal);
}

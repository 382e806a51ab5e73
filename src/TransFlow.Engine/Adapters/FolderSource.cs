using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Articles;
using TransFlow.Core.Ports;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Adapters;

/// <summary>Articles in a folder and its subfolders: every <c>*.md</c> and <c>*.mdx</c> that is not hidden, not through links to folders.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderSource(string folder) : IArticleSource
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<SourceFile>> Files(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The source folder {folder} is not there.");
        var files = new List<SourceFile>();
        foreach (var path in VisibleFiles.In(folder).Where(ArticleIdentity.IsArticle))
            files.Add(await Read(path, cancellationToken).ConfigureAwait(false));
        return [.. files];
    }

    private async Task<SourceFile> Read(string path, CancellationToken cancellationToken)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        try
        {
            return new SourceFile(relative, await SeenFiles.Bytes(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceFile(relative, []) { Unreadable = new Refusal("not-readable", $"The file cannot be read: {e.Message}", "Mend its rights, or take it out of the folder.") };
        }
    }
}

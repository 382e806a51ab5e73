using System.Text;
using TransFlow.Core;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Adapters;

/// <summary>Publishes into a folder, one for each language.</summary>
/// <param name="folder">The folder with <c>{lang}</c> in it.</param>
internal sealed class FolderPublisher(string folder) : IPublisher
{
    /// <inheritdoc/>
    public Task<Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var page = publication.Payload;
        var root = Path.GetFullPath(folder.Replace("{lang}", page.Language, StringComparison.Ordinal));
        var path = Path.GetFullPath(Path.Combine(root, page.Path));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Task.FromResult<Outcome<string>>(new Refusal("outside-folder", $"'{page.Path}' would be written outside the publication folder.", "Rename the article's file."));
        var bytes = Encoding.UTF8.GetBytes(page.Markdown);
        try
        {
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                AtomicFile.Write(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<Outcome<string>>(new Refusal("not-written", $"The page could not be written: {e.Message}", "Mend the folder, then 'transflow retry'.") { File = path });
        }

        return Task.FromResult<Outcome<string>>(Digest.Of(bytes));
    }
}

using System.Text;
using Polly;
using Polly.Retry;
using TransFlow.Core;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Adapters;

/// <summary>Publishes into a folder, one for each language; a disk that is busy or away for a moment is tried again for a few seconds.</summary>
/// <param name="folder">The folder with <c>{lang}</c> in it.</param>
/// <param name="clock">The clock.</param>
internal sealed class FolderPublisher(string folder, TimeProvider clock) : IPublisher
{
    /// <summary>The code of the refusal to overwrite what somebody else wrote.</summary>
    public const string ChangedByHandCode = "changed-by-hand";

    private readonly ResiliencePipeline _patience = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<IOException>(),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <inheritdoc/>
    public async Task<Core.Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var page = publication.Payload;
        var root = Path.GetFullPath(folder.Replace("{lang}", page.Language, StringComparison.Ordinal));
        var path = Path.GetFullPath(Path.Combine(root, page.Path));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return new Refusal("outside-folder", $"'{page.Path}' would be written outside the publication folder.", "Rename the article's file.");
        var bytes = Encoding.UTF8.GetBytes(page.Markdown);
        try
        {
            var there = File.Exists(path) ? Digest.Of(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)) : null;
            if (there == Digest.Of(bytes))
                return there;
            if (there is not null && !page.Replaces.Contains(there))
                return ChangedByHand(path);
            await _patience.ExecuteAsync(_ => Write(path, bytes), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal("not-written", $"The page could not be written: {e.Message}", "Mend the folder, then 'transflow retry'.") { File = path };
        }

        return Digest.Of(bytes);
    }

    private static ValueTask Write(string path, byte[] bytes)
    {
        AtomicFile.Write(path, bytes);
        return ValueTask.CompletedTask;
    }

    private static Refusal ChangedByHand(string path) => new(ChangedByHandCode, "The file there is not the one that was published: somebody changed it, or it is not TransFlow's.",
        "Bring the change into the edition (accept it in the editor's file, or correct the source), move the file away, then 'transflow retry'.")
    { File = path };
}

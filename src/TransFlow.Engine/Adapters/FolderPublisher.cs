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
    /// <summary>The code of the refusal when disk or folder fail.</summary>
    public const string NotWrittenCode = "not-written";

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
        var bytes = Encoding.UTF8.GetBytes(page.Markdown);
        if (!Look(folder, page).Try(out var place, out var refusal))
            return refusal;
        if (place.There is { } there && Digest.Of(there) == Digest.Of(bytes))
            return Digest.Of(bytes);
        if (place.IsChangedByHand)
            return ChangedByHand(place.Path);
        try
        {
            if (!await _patience.ExecuteAsync(_ => ValueTask.FromResult(AtomicFile.WriteOver(place.Path, bytes, place.There is { } seen ? Digest.Of(seen) : null)), cancellationToken).ConfigureAwait(false))
                return ChangedByHand(place.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return page.IsTombstone && place.There is not null && IsRemoved(place.Path) ? Removed(place.Path, e) : NotWritten(place.Path, e);
        }

        return Digest.Of(bytes);
    }

    /// <summary>Looks where a page would go, and writes nothing.</summary>
    /// <returns>The place; refused when it is outside the folder or cannot be read.</returns>
    public static Core.Outcome<PublishedPlace> Look(string folder, Publication page)
    {
        var root = Path.GetFullPath(folder.Replace("{lang}", page.Language, StringComparison.Ordinal));
        var path = Path.GetFullPath(Path.Combine(root, page.Path));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return new Refusal("outside-folder", $"'{page.Path}' would be written outside the publication folder.", "Rename the article's file.");
        try
        {
            var there = SeenFiles.Read(path);
            return new PublishedPlace(path, there, there is not null && Digest.Of(there) is var found && found != Digest.Of(Encoding.UTF8.GetBytes(page.Markdown)) && !page.Replaces.Contains(found));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return NotWritten(path, e);
        }
    }

    private static Refusal NotWritten(string path, Exception e) =>
        new(NotWrittenCode, $"The page could not be written: {e.Message}", "Make room, or mend the folder: it is tried again at each publication, and now by 'transflow retry'.") { File = path };

    private static Refusal Removed(string path, Exception e) =>
        new(NotWrittenCode, $"The page was taken down, and what says so could not be written in its place: {e.Message}", "Make room, or mend the folder: it is tried again at each publication, and now by 'transflow retry'.") { File = path };

    /// <summary>To remove a page takes no room.</summary>
    private static bool IsRemoved(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes back a page that was written and never known to be live.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What readers had there before; null for nothing.</param>
    public static void TakeBack(string path, string? before)
    {
        if (before is null)
            File.Delete(path);
        else
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(before));
    }

    /// <summary>Why what somebody else wrote is not replaced.</summary>
    public static Refusal ChangedByHand(string path) => new(ChangedByHandCode, "The file there is not the one that was published: somebody changed it, or it is not TransFlow's.",
        "See it by 'transflow changes', and take it in or discard it there; or move the file away, then 'transflow retry'.")
    { File = path };
}

/// <summary>A place in the publication folder, and what stands there.</summary>
/// <param name="Path">The file.</param>
/// <param name="There">Its bytes; null when there is none.</param>
/// <param name="IsChangedByHand">True when they are neither the page nor anything that it may replace.</param>
internal sealed record PublishedPlace(string Path, byte[]? There, bool IsChangedByHand);

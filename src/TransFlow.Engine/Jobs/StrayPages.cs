using TransFlow.Engine.Adapters;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// Pages of ours that stand in the publication folder and are not known to be live: the program was killed, or another changed the edition,
/// between the page and the word that it is live. What should be live is published after all; of anything else readers get back what they had.
/// </summary>
/// <param name="room">The newsroom.</param>
/// <param name="publish">What publishes.</param>
internal sealed class StrayPages(NewsroomContext room, Publish publish)
{
    /// <summary>Puts all of them right. Who calls has the turn at publication.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        foreach (var place in room.Store.Announced().Select(a => (a.Language, a.Path)).Distinct())
            await PutRight(place.Language, place.Path, isPublished: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts right what stands at one place. Who calls has the turn at publication.</summary>
    /// <param name="language">The language.</param>
    /// <param name="path">The path in the publication folder.</param>
    /// <param name="isPublished">Whether what should be live is published at once; else it is left as it stands, and published by the next <see cref="Run"/>.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    public async Task PutRight(string language, string path, bool isPublished, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = room.PublishedPath(language, path);
        if (!IsStray(language, path, file))
            return;
        var owner = Owner(language, path);
        if (owner is not null && Publish.IsDue(owner.Edition))
        {
            if (!isPublished)
                return;
            await publish.One(owner, cancellationToken).ConfigureAwait(false);
            if (!IsStray(language, path, file))
                return;
            owner = Owner(language, path);
        }

        try
        {
            if (owner is { Edition: { Live: not null, Retraction: not null } })
                await publish.One(owner, cancellationToken).ConfigureAwait(false);
            else if (owner?.Edition.Live is not { } live)
                FolderPublisher.TakeBack(file, null);
            else if (live.Markdown is { } before)
                FolderPublisher.TakeBack(file, before);
            room.Log.TakenBack(room.Relative(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is tried again at the next pass; the others go on.
            room.Log.NotTaken(room.Relative(file), e.Message);
        }
    }

    private bool IsStray(string language, string path, string file)
    {
        try
        {
            return SeenFiles.Read(file) is { } there && Digest.Of(there) is var found && room.Store.Announced().Contains(new OutgoingRow(language, path, found))
                && !room.Store.Heads().Any(h => h.Language == language && h.LivePath == path && h.Marks.LiveSha256 == found);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is no page of ours.
            return false;
        }
    }

    /// <summary>The edition that is live there, or else would be published there now.</summary>
    private EditionRow? Owner(string language, string path)
    {
        var heads = room.Store.Heads().Where(h => h.Language == language).ToList();
        if (heads.Find(h => h.LivePath == path) is { } live)
            return room.Store.Edition(live.Article, language);
        return heads.Where(h => h is { Stage: null, Hold: null, LivePath: null }).Select(h => room.Store.Edition(h.Article, language)).OfType<EditionRow>().FirstOrDefault(e => publish.PlaceOf(e.Edition)?.Path == path);
    }
}

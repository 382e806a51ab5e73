using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Notices published files that somebody changed or took away; it changes none of them.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Watch(NewsroomContext room) : IStep
{
    private readonly SeenFiles _seen = new(room.Clock);

    /// <inheritdoc/>
    public string Name => "watch";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken)
    {
        var changes = 0;
        var disk = new DiskTrouble();
        // A page of ours that is not known to be live is publication's to put right, and nobody's change.
        var announced = room.Store.Announced().ToHashSet();
        foreach (var head in room.Store.Heads().Where(h => h.Marks.LiveSha256 is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            disk.Try(() => changes += Look(head, announced) ? 1 : 0);
        }

        disk.Report();
        return Task.FromResult(changes);
    }

    private bool Look(EditionHead head, HashSet<OutgoingRow> announced)
    {
        var path = room.PublishedPath(head.Language, head.LivePath!);
        var there = _seen.Digest(path) ?? Edition.Gone;
        var found = there == head.Marks.LiveSha256 ? null : there;
        if (found == head.Marks.ChangedByHand || (found is not null && announced.Contains(new OutgoingRow(head.Language, head.LivePath!, found))) || room.Store.Edition(head.Article, head.Language) is not { } row || row.Edition.Live?.Sha256 != head.Marks.LiveSha256)
            return false;
        var kind = found is null ? "published-file-restored" : found == Edition.Gone ? "published-file-gone" : "published-file-changed";
        return room.Commit(new Changes
        {
            Editions = [(row.Edition with { ChangedByHand = found }, row.Version)],
            Events = [Event.Of(kind, head.Article, head.Language, Event.Program, ("file", room.Relative(path)))],
        });
    }
}

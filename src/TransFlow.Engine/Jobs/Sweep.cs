using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Removes what a crash left half-written, and makes anew what an older program noted of editions to look them up by.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Sweep(NewsroomContext room) : IStep
{
    /// <inheritdoc/>
    public string Name => "sweep";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken)
    {
        var published = room.Settings.PublishFolder;
        var swept = AtomicFile.Sweep(room.Settings.Exchange) + AtomicFile.Sweep(published[..published.IndexOf("{lang}", StringComparison.Ordinal)])
            + (room.Settings.PublishIndex is { } index ? AtomicFile.Sweep(Path.GetDirectoryName(index)!, withSubfolders: false) : 0);
        if (swept > 0)
            room.Log.Swept(swept);
        foreach (var older in room.Store.Heads().Where(h => h.Marks.Form < EditionMarks.NewestForm))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (room.Store.Edition(older.Article, older.Language) is { } row)
                room.Commit(new Changes { Editions = [(row.Edition with { TitleUnit = row.Edition.TitleUnit ?? room.Extract(older.Article, row.Edition.Revision).TitleUnit?.Id }, row.Version)] });
        }

        return Task.FromResult(0);
    }
}

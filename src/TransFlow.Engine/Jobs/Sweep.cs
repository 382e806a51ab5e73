using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>Removes what a crash left half-written.</summary>
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
        return Task.FromResult(0);
    }
}

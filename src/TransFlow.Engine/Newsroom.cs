using System.Data.Common;
using Microsoft.Extensions.Logging;
using TransFlow.Core;
using TransFlow.Engine.Adapters;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine;

/// <summary>The newsroom: the one door through which command line, desk and schedule work.</summary>
public sealed class Newsroom : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Intake _intake;
    private readonly HandOut _handOut;
    private readonly Collect _collect;
    private readonly Publish _publish;
    private readonly Sweep _sweep;

    private Newsroom(NewsroomContext room)
    {
        Room = room;
        _intake = new Intake(room);
        _handOut = new HandOut(room);
        _collect = new Collect(room);
        _publish = new Publish(room, new FolderPublisher(room.Settings.PublishFolder));
        _sweep = new Sweep(room);
    }

    /// <summary>Its settings.</summary>
    public NewsroomSettings Settings => Room.Settings;

    /// <summary>Its store, for reading.</summary>
    public INewsroomStore Store => Room.Store;

    /// <summary>What people do.</summary>
    public Acts Acts => new(Room, _publish);

    internal NewsroomContext Room { get; }

    /// <summary>Opens a newsroom; its store is made when it is not there.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">The log.</param>
    /// <returns>The newsroom; refused when the store cannot be opened.</returns>
    public static Outcome<Newsroom> Open(NewsroomSettings settings, TimeProvider clock, ILogger log)
    {
        try
        {
            return new Newsroom(new NewsroomContext(settings, SqliteStore.Open(settings.Store), clock, log));
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Refusal("store-unavailable", $"The store cannot be opened: {e.Message}", "Mend the path in 'store', or its rights.") { File = settings.Store };
        }
    }

    /// <summary>One pass over everything that is due: intake, returns and hand-outs until nothing moves any more, publication.</summary>
    /// <param name="cancellationToken">Stops between two commits.</param>
    public async Task Pass(CancellationToken cancellationToken)
    {
        await Turn(_sweep, cancellationToken).ConfigureAwait(false);
        await Turn(_intake, cancellationToken).ConfigureAwait(false);
        await CollectAll(cancellationToken).ConfigureAwait(false);
        await Turn(_publish, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One step of the schedule.</summary>
    /// <param name="step">Its name: <c>intake</c>, <c>collect</c>, <c>publish</c> or <c>sweep</c>.</param>
    /// <param name="cancellationToken">Stops between two commits.</param>
    internal async Task Step(string step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case "intake":
                await Turn(_intake, cancellationToken).ConfigureAwait(false);
                await Turn(_handOut, cancellationToken).ConfigureAwait(false);
                break;
            case "publish":
                await Turn(_publish, cancellationToken).ConfigureAwait(false);
                break;
            case "sweep":
                await Turn(_sweep, cancellationToken).ConfigureAwait(false);
                await CollectAll(cancellationToken).ConfigureAwait(false);
                break;
            default:
                await CollectAll(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>
    /// Takes returns and hands out until nothing moves: a file that was made for a package of the next stage is known only
    /// once that package was cut.
    /// </summary>
    private async Task CollectAll(CancellationToken cancellationToken)
    {
        bool moved;
        do
        {
            _collect.RejectsUnknown = false;
            var handedOut = await Turn(_handOut, cancellationToken).ConfigureAwait(false);
            moved = handedOut + await Turn(_collect, cancellationToken).ConfigureAwait(false) > 0;
        }
        while (moved);
        _collect.RejectsUnknown = true;
        await Turn(_collect, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<int> Turn(IStep step, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await step.Run(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}

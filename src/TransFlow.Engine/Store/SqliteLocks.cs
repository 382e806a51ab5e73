using TransFlow.Core;

namespace TransFlow.Engine.Store;

/// <summary>Locks of a SQLite store: files beside it. There is one worker, and commands beside it.</summary>
/// <param name="store">The store's file.</param>
internal sealed class SqliteLocks(string store) : IStoreLocks
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public IDisposable? Work() => Alone();

    /// <inheritdoc/>
    public IDisposable? Alone() => FileLock.TryTake(store + ".lock");

    /// <inheritdoc/>
    public async Task<Outcome<StepTurn>> Turn(string step, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            if (FileLock.TryTake($"{store}.{step}.lock") is { } turn)
                return new StepTurn(turn);
            if (clock.GetElapsedTime(began) >= patience)
                return new Refusal("turn-taken", $"Another process on this machine is at '{step}'.", "Nothing was changed. Try again when it is done; if it hangs, end it (ps -C transflow, ps -C dotnet).");
            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public TurnHolder? Holder(string step) => null;
}

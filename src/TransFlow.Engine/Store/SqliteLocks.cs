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
    public async Task<IDisposable> Turn(string step, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (FileLock.TryTake($"{store}.{step}.lock") is { } turn)
                return turn;
            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}

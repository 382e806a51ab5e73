namespace TransFlow.Engine.Store;

/// <summary>A worker's place at the store, until it is let go.</summary>
public sealed class WorkPlace : IDisposable
{
    private readonly IDisposable _held;

    internal WorkPlace(IDisposable held) => _held = held;

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();
}

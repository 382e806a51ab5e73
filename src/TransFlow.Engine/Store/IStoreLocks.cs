namespace TransFlow.Engine.Store;

/// <summary>Who may work on a store, across processes and, where the store can, across machines. A lock ends with its holder, however that ends.</summary>
public interface IStoreLocks
{
    /// <summary>Takes a place among the workers.</summary>
    /// <returns>The place; null when the store has no room for another worker, or somebody has it alone.</returns>
    IDisposable? Work();

    /// <summary>Takes the store alone: while it lasts no worker begins.</summary>
    /// <returns>The lock; null while there are workers.</returns>
    IDisposable? Alone();

    /// <summary>Waits until nobody else does a step, so that no piece of it is done twice.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The turn; the next has it when it is let go.</returns>
    Task<IDisposable> Turn(string step, TimeProvider clock, CancellationToken cancellationToken);
}

using TransFlow.Core;

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

    /// <summary>
    /// Waits until nobody else does a step, so that no piece of it is done twice. Where several machines share the store, the turn is taken
    /// from a process that gives no sign of life, and what is committed in a turn that was taken away throws a <see cref="System.Data.Common.DbException"/>.
    /// </summary>
    /// <param name="step">The step's name.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The turn, which the next has when it is let go; refused, with who has it, when patience is over.</returns>
    Task<Outcome<StepTurn>> Turn(string step, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>Who does a step now.</summary>
    /// <param name="step">The step's name.</param>
    /// <returns>The holder; null when nobody does it, or when the store cannot tell.</returns>
    TurnHolder? Holder(string step);
}

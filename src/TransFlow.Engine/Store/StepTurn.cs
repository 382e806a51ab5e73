using System.Data.Common;
using System.Globalization;

namespace TransFlow.Engine.Store;

/// <summary>A turn at a step, until it is let go: nobody else does the step meanwhile.</summary>
public sealed class StepTurn : IDisposable
{
    private readonly IDisposable _held;

    internal StepTurn(IDisposable held) => _held = held;

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();
}

/// <summary>Who has the turn at a step.</summary>
/// <param name="Who">Machine and process, as a person can find them.</param>
/// <param name="Since">Since when, by the store's clock.</param>
/// <param name="IsSilent">True when that process gave no sign of life for so long that others may take the turn from it.</param>
public sealed record TurnHolder(string Who, DateTimeOffset Since, bool IsSilent)
{
    /// <summary>The moment in words.</summary>
    internal string SinceWords => Since.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>Whoever was silent for too long lost its turn to others, and commits nothing more in it.</summary>
/// <param name="step">The step.</param>
internal sealed class TurnLostException(string step)
    : DbException($"This process gave no sign of life for a while, and its turn at '{step}' went to others; nothing more was changed.");

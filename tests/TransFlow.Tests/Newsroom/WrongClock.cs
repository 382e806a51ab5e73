using TransFlow.Engine.Store;

namespace TransFlow.Tests.Newsroom;

/// <summary>A machine's clock that was set wrong.</summary>
/// <param name="ahead">How far it goes ahead of the right time.</param>
internal sealed class WrongClock(TimeSpan ahead) : MachineClock
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}

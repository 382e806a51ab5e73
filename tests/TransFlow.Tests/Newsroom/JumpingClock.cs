namespace TransFlow.Tests.Newsroom;

/// <summary>The machine's clock, as far off as a test says. Waiting takes as long as it takes, whatever the clock shows.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}

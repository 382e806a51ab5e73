using System.Data.Common;

namespace TransFlow.Engine.Store;

/// <summary>This machine's clock, which may be wrong. Where several machines share a store, the store's clock counts instead.</summary>
public class MachineClock : TimeProvider;

/// <summary>
/// The clock of a database, so that all workers have one time however their machines' clocks are set: claims, due times and embargoes
/// go by it. It is asked now and then, and between by what passes; it never goes ahead of the database, so that no embargo ends early.
/// </summary>
/// <param name="machine">This machine's clock.</param>
/// <param name="ask">Asks the database.</param>
internal sealed class StoreClock(TimeProvider machine, Func<DateTimeOffset> ask) : TimeProvider
{
    /// <summary>More than this is no ordinary difference between clocks.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <summary>Quartz crystals are off by less than a millisecond in this time.</summary>
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(10);

    /// <summary>One that did not answer is left alone for longer: who asks for the time waits for it.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private (DateTimeOffset Time, long Mark)? _answer;
    private long _asked;
    private TimeSpan _pause = AskEvery;

    /// <summary>How far this machine's clock is off, when it is more than clocks usually are; null when it is not.</summary>
    public TimeSpan? Off => machine.GetUtcNow() - GetUtcNow() is var off && off.Duration() > Tolerance ? off : null;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_answer is null || GetElapsedTime(_asked) > _pause)
                Ask();
            return _answer!.Value.Time + GetElapsedTime(_answer.Value.Mark);
        }
    }

    /// <summary>While the database is away the last answer counts on.</summary>
    private void Ask()
    {
        try
        {
            // Marked when the answer is here: it is then a little old, and never too new.
            var time = ask();
            _answer = (time, GetTimestamp());
            _pause = AskEvery;
        }
        catch (Exception e) when (_answer is not null && e is DbException or TimeoutException or InvalidOperationException)
        {
            _pause = AskAgain;
        }

        _asked = GetTimestamp();
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TransFlow.Engine.Jobs;

namespace TransFlow.Engine.Schedule;

/// <summary>
/// Looks at the outbox every few seconds, for each way by itself: one that is slow holds up neither the others nor the house, whose
/// steps are the schedule's.
/// </summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class Telling(Newsroom newsroom, TimeProvider clock, ILogger<Telling> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(newsroom.Settings.Notify.Select(w => Tell(w.Name, stoppingToken)));

    private async Task Tell(string way, CancellationToken stop)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await newsroom.Tell(way, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                log.StepStopped("outbox");
            }
            catch (Exception e)
            {
                log.StepFailed("outbox", e.Message, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
    }
}

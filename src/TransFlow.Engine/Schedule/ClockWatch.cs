using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using TransFlow.Engine.Jobs;

namespace TransFlow.Engine.Schedule;

/// <summary>
/// Notices when the clock was put back. The schedule's next times then lie in a future that takes as long to come as the clock went
/// back; they are worked out anew. A clock put forward needs nothing: what became due is done once.
/// </summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="schedulers">Gives the scheduler.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class ClockWatch(Newsroom newsroom, ISchedulerFactory schedulers, TimeProvider clock, ILogger<ClockWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Less than this is the ordinary difference between clocks.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (SchedulerException e)
            {
                log.StepFailed("schedule", e.Message, e);
            }
        }
    }

    private async Task Look(CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop).ConfigureAwait(false);
        var due = newsroom.Schedule().ToDictionary(s => s.Step, s => s.Next, StringComparer.Ordinal);
        due[Worker.Sweep] = clock.GetUtcNow() + Worker.SweepInterval;
        foreach (var (step, next) in due)
        {
            if (await scheduler.GetTrigger(new TriggerKey(step), stop).ConfigureAwait(false) is not { } trigger || !(trigger.NextFireTimeUtc > next + Tolerance))
                continue;
            log.ClockWentBack(step);
            await scheduler.RescheduleJob(trigger.Key, trigger.GetTriggerBuilder().StartAt(clock.GetUtcNow()).Build(), stop).ConfigureAwait(false);
        }
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Schedule;

/// <summary>Runs the newsroom's steps at their times.</summary>
public static class Worker
{
    /// <summary>How often everything that the state says is due is looked at again.</summary>
    internal static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(60);

    /// <summary>The step that looks at everything again; it has no time in the settings.</summary>
    internal const string Sweep = "sweep";

    /// <summary>How often a worker says that it is alive; the others take over from one that was silent for twice as long.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// How often an idle worker looks for nudges that the others were too busy to take, and at the clock. What it is told of wakes it at
    /// once, and each look costs a database that is shared several transactions.
    /// </summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(8);

    /// <summary>How soon a database that was away is asked again.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    /// <summary>Adds the schedule to a host: its triggers live with the store and survive the process. On PostgreSQL the workers of all machines share them.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="newsroom">The newsroom.</param>
    public static void AddNewsroomSchedule(this IServiceCollection services, Newsroom newsroom)
    {
        var schedule = newsroom.Settings.Schedule;
        services.AddSingleton(newsroom);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(3);
            quartz.ConfigureScheduler(o => o.IdleWaitTime = LookAgain);
            quartz.UsePersistentStore(store =>
            {
                if (newsroom.Settings.Store is { Kind: StoreKind.Sqlite } file)
                    store.UseSqlite($"Data Source={file.File}.schedule");
                else
                    Share(quartz, store, newsroom.Settings.Store);
                store.ProvisionSchema();
                store.ConfigureStore(o =>
                {
                    o.StoreJobDataAsStrings = true;
                    o.MisfireThreshold = TimeSpan.FromSeconds(60);
                    o.DbRetryInterval = AskAgain;
                });
            });
            foreach (var (name, cron) in new[] { ("intake", schedule.Intake), ("collect", schedule.Collect), ("publish", schedule.Publish) })
            {
                quartz.AddJob<StepJob>(job => Describe(job, name));
                quartz.AddTrigger<StepJob>(trigger => trigger.WithIdentity(name).ForJob(name).StartNow()
                    .WithCronSchedule(cron, c => c.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }

            quartz.AddJob<StepJob>(job => Describe(job, Sweep));
            quartz.AddTrigger<StepJob>(trigger => trigger.WithIdentity(Sweep).ForJob(Sweep).StartNow().WithSimpleSchedule(s => s.WithInterval(SweepInterval).RepeatForever()));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddHostedService<ClockWatch>();
        services.AddHostedService<Telling>();
    }

    /// <summary>
    /// Each nudge comes to one of the workers; when that one dies in the midst of it, another takes over. A worker takes one at a
    /// time, so that what comes due meanwhile is left to those who are idle.
    /// </summary>
    private static void Share(IQuartzBuilder quartz, IPersistentStoreBuilder store, StoreAddress address)
    {
        quartz.UseDefaultThreadPool(1);
        quartz.ConfigureScheduler(o => o.InstanceId = "worker-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        store.UsePostgres(address.ConnectionString);
        store.UseClustering(o => (o.CheckinInterval, o.CheckinMisfireThreshold) = (CheckIn, CheckIn));
    }

    private static void Describe(IJobConfigurator<StepJob> job, string name) =>
        job.WithIdentity(name).RequestRecovery(true).StoreDurably(true).DisallowConcurrentExecution(true);
}

/// <summary>A nudge: does one step of the newsroom. The state says what there is to do, so that doing it again does no harm.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="lifetime">Says when the host stops: a step then ends between two commits, and the next start does the rest.</param>
/// <param name="log">The log.</param>
internal sealed class StepJob(Newsroom newsroom, IHostApplicationLifetime lifetime, ILogger<StepJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var step = context.JobDetail.Key.Name;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await newsroom.Step(step, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.StepStopped(step);
        }
        catch (Exception e)
        {
            log.StepFailed(step, e.Message, e);
        }
    }
}

using System.Collections;
using System.CommandLine;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using TransFlow.Desk;
using TransFlow.Engine;
using TransFlow.Engine.Schedule;
using TransFlow.Engine.Settings;

namespace TransFlow.Cli;

/// <summary>The main job, once or on a schedule.</summary>
internal static class RunVerbs
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    /// <summary>How soon a worker begins again when nothing lets it, such as a database that is away.</summary>
    private static readonly TimeSpan BeginAgain = TimeSpan.FromSeconds(5);

    public static IEnumerable<Command> All(Verb verb)
    {
        var once = new Option<bool>("--once") { Description = "Take one pass, show what stands where, and end." };
        var json = new Option<bool>("--json") { Description = "Logs as JSON, one object a line; with --once the table as JSON." };
        yield return Verb.Command("run", "Work: take articles in, hand out, take returns, publish. Without --once it goes on by the schedule until it is stopped.", [once, json],
            (line, stop) => Run(verb, line, line.GetValue(once), line.GetValue(json), stop));
        yield return Verb.Command("schedule", "Show when each step runs next.", [json], (line, _) => verb.InNewsroom(line, n => Task.FromResult(Schedule(verb, n, line.GetValue(json)))));
    }

    private static async Task<int> Run(Verb verb, ParseResult line, bool once, bool json, CancellationToken stop)
    {
        using var logs = LoggerFactory.Create(b => Logging(b, verb.Terminal.Clock, json));
        var log = once ? NullLogger.Instance : logs.CreateLogger("transflow");
        // The settings to begin with, null for those of the file; those by which work went on before; and newer ones that it cannot begin with.
        NewsroomSettings? settings = null, proven = null, unfit = null;
        while (true)
        {
            NewsroomSettings? used = null, next = null;
            var isAway = false;
            var code = await verb.InNewsroom(line, async newsroom =>
            {
                used = newsroom.Settings;
                if (!newsroom.BeginWork().Try(out var place, out var refusal))
                    return verb.Unavailable(refusal);
                using (place)
                {
                    if (once)
                        return await Once(verb, newsroom, json, stop).ConfigureAwait(false);
                    var host = Host(verb.Terminal.Environment, newsroom, unfit, json);
                    await using (((IAsyncDisposable)host).ConfigureAwait(false))
                    {
                        if (!await Began(host, newsroom, log, proven is not null, stop).ConfigureAwait(false))
                            return stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Unavailable;
                        proven = used;
                        next = await Ended(host, log, stop).ConfigureAwait(false);
                        return ExitCode.Done;
                    }
                }
            }, log, settings, refusal => isAway = refusal.Code == Newsroom.StoreAway).ConfigureAwait(false);
            if (next is not null)
            {
                (settings, unfit) = (next, null);
                continue;
            }

            if (code == ExitCode.Done || once || (proven is null && !isAway) || stop.IsCancellationRequested)
                return code;
            // A database that is away comes back. After a power cut it may come up after the workers.
            if (settings == proven)
            {
                await Task.Delay(BeginAgain, verb.Terminal.Clock, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
                continue;
            }

            WorkerLog.GoesBack(log);
            (settings, unfit) = (proven, settings);
        }
    }

    private static async Task<int> Once(Verb verb, Newsroom newsroom, bool json, CancellationToken stop)
    {
        var before = newsroom.Store.LastEvent();
        var left = await newsroom.Pass(stop).ConfigureAwait(false);
        if (!json)
            PassSummary.Write(verb.Terminal.Out, newsroom.Store.Events(after: before));
        var code = StatusTable.Show(verb, newsroom, null, json);
        foreach (var noticed in newsroom.Noticed)
            verb.Say(noticed);
        foreach (var refusal in left)
            verb.Say(refusal);
        return left.IsEmpty ? code : ExitCode.Refused;
    }

    private static IHost Host(IDictionary environment, Newsroom newsroom, NewsroomSettings? unfit, bool json)
    {
        IHostApplicationBuilder builder = newsroom.Settings.Desk is null
            ? Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Path.GetDirectoryName(newsroom.Settings.File) })
            : DeskHost.Builder(newsroom, newsroom.Clock);
        Logging(builder.Logging, newsroom.Clock, json);
        builder.Logging.AddFilter("Quartz", LogLevel.Error).AddFilter("Microsoft", LogLevel.Warning)
            // What keeps it from starting is told in a line of ours.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // Keys lie in a folder of their own that only the worker may read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSystemd();
        builder.Services.AddSingleton<SettingsWatch>(s => new SettingsWatch(newsroom, unfit, environment, s.GetRequiredService<IHostApplicationLifetime>(), s.GetRequiredService<ILoggerFactory>().CreateLogger("transflow")));
        builder.Services.AddHostedService(s => s.GetRequiredService<SettingsWatch>());
        builder.Services.AddSingleton<ISystemdNotifier, SteadyNotifier>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopTime);
        builder.Services.AddNewsroomSchedule(newsroom);
        return Build(builder);
    }

    /// <summary>Begins work. What keeps a worker that worked before from it is logged, and no reason to end.</summary>
    /// <returns>False when it did not begin.</returns>
    private static async Task<bool> Began(IHost host, Newsroom newsroom, ILogger log, bool hasWorked, CancellationToken stop)
    {
        WorkerLog.Begin(log, newsroom);
        try
        {
            await host.StartAsync(stop).ConfigureAwait(false);
        }
        catch (Exception e) when (stop.IsCancellationRequested)
        {
            // The scheduler says by many kinds of exception that it was stopped while it was starting. Nothing had begun.
            WorkerLog.Interrupted(log, e.GetType().Name);
            WorkerLog.End(log);
            return false;
        }
        catch (Exception e) when (hasWorked)
        {
            WorkerLog.NotBegun(log, e.Message);
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return false;
        }

        return true;
    }

    /// <summary>Works until it is stopped, or until the settings are others.</summary>
    /// <returns>The settings by which work goes on; null when it was stopped.</returns>
    private static async Task<NewsroomSettings?> Ended(IHost host, ILogger log, CancellationToken stop)
    {
        await host.WaitForShutdownAsync(stop).ConfigureAwait(false);
        if (!stop.IsCancellationRequested && host.Services.GetRequiredService<SettingsWatch>().Next is { } next)
            return next;
        WorkerLog.End(log);
        return null;
    }

    private static IHost Build(IHostApplicationBuilder builder)
    {
        if (builder is not WebApplicationBuilder web)
            return ((HostApplicationBuilder)builder).Build();
        var desk = web.Build();
        desk.MapDesk();
        desk.Lifetime.ApplicationStarted.Register(() => WorkerLog.Desk(desk.Logger, string.Join(", ", desk.Urls)));
        return desk;
    }

    private static void Logging(ILoggingBuilder logging, TimeProvider clock, bool json)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.Services.AddSingleton(clock);
        if (json)
            logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else
            logging.AddConsole(o => o.FormatterName = LogLine.FormatterName).AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
        logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static int Schedule(Verb verb, Newsroom newsroom, bool json)
    {
        var times = newsroom.Schedule();
        if (json)
            return verb.Answer(times.Select(t => new { t.Step, t.Cron, next = t.Next }));
        Table.Write(verb.Terminal.Out, ["Step", "Next", "Cron"], times.Select(t => new[] { t.Step, t.Next?.ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture) ?? "never", t.Cron }));
        return ExitCode.Done;
    }
}

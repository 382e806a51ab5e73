using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Hosting.Systemd;
using TransFlow.Engine;
using TransFlow.Engine.Settings;

namespace TransFlow.Cli;

/// <summary>
/// Notices that the settings or standing texts changed. Sound ones are taken over: the host ends in order, and begins anew with them. By
/// others nothing can be done; work goes on by the old ones, publication excepted, until they are mended.
/// </summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="unfit">Settings by which work could not begin a moment ago; null for none. They are left alone for a while, since each try ends what goes on.</param>
/// <param name="environment">The environment's variables.</param>
/// <param name="lifetime">Ends the host.</param>
/// <param name="log">The log.</param>
internal sealed class SettingsWatch(Newsroom newsroom, NewsroomSettings? unfit, IDictionary environment, IHostApplicationLifetime lifetime, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(5);

    private volatile NewsroomSettings? _next;

    /// <summary>The settings by which work goes on once the host has ended; null while they are as they were.</summary>
    public NewsroomSettings? Next => _next;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's own oscillator: a clock that was put back must not keep a withdrawn name in use.
        using var timer = new PeriodicTimer(Interval);
        var told = "";
        var began = Stopwatch.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (newsroom.Settings.Outdated() is null)
            {
                told = "";
                continue;
            }

            var (next, problems) = SettingsFile.Read(newsroom.Settings.File, environment);
            if (unfit is not null && unfit.Outdated() is null && Stopwatch.GetElapsedTime(began) < TryAgain)
                continue;
            if (next is not null)
            {
                _next = next;
                WorkerLog.TakesOver(log, next.File);
                lifetime.StopApplication();
                return;
            }

            var problem = string.Join(' ', problems);
            if (problem != told)
                WorkerLog.Unsound(log, problem);
            told = problem;
        }
    }
}

/// <summary>Tells systemd of the worker, for which new settings are no end.</summary>
/// <param name="watch">Says whether there are any.</param>
internal sealed class SteadyNotifier(SettingsWatch watch) : ISystemdNotifier
{
    private readonly SystemdNotifier _notifier = new();

    /// <inheritdoc/>
    public bool IsEnabled => _notifier.IsEnabled;

    /// <inheritdoc/>
    public void Notify(ServiceState state)
    {
        if (watch.Next is null)
            _notifier.Notify(state);
    }
}

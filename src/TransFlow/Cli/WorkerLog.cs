using TransFlow.Engine;

namespace TransFlow.Cli;

/// <summary>The first and last words of the worker's log.</summary>
internal static partial class WorkerLog
{
    public static void Begin(ILogger log, Newsroom newsroom)
    {
        var schedule = newsroom.Settings.Schedule;
        Working(log, newsroom.Settings.File, schedule.Intake, schedule.Collect, schedule.Publish, schedule.TimeZone);
    }

    public static void End(ILogger log) => Stopped(log);

    [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "Working by {Settings}: intake {Intake}, collect {Collect}, publish {Publish} ({TimeZone})")]
    private static partial void Working(ILogger log, string settings, string intake, string collect, string publish, string timeZone);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "Stopped; what was begun is finished")]
    private static partial void Stopped(ILogger log);

    [LoggerMessage(EventId = 23, Level = LogLevel.Information, Message = "The desk is at {Address}")]
    public static partial void Desk(ILogger log, string address);

    [LoggerMessage(EventId = 24, Level = LogLevel.Information, Message = "The settings changed: taking over {Settings}")]
    public static partial void TakesOver(ILogger log, string settings);

    [LoggerMessage(EventId = 25, Level = LogLevel.Error, Message = "The settings changed and cannot be used; work goes on by the old ones, but NOTHING IS PUBLISHED until they are mended: {Problem}")]
    public static partial void Unsound(ILogger log, string problem);

    [LoggerMessage(EventId = 26, Level = LogLevel.Error, Message = "Work cannot begin: {Problem}")]
    public static partial void NotBegun(ILogger log, string problem);

    [LoggerMessage(EventId = 27, Level = LogLevel.Error, Message = "Work goes on by the former settings, but NOTHING IS PUBLISHED; the newer ones are tried again when they change, or in five minutes")]
    public static partial void GoesBack(ILogger log);

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "Stopped while starting ({Kind})")]
    public static partial void Interrupted(ILogger log, string kind);
}

using Microsoft.Extensions.Logging;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>The words of the log.</summary>
internal static partial class NewsroomLog
{
    /// <summary>Says what happened, in one line.</summary>
    public static void Happened(this ILogger log, Event happened)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            var place = happened.Language is null ? happened.Article : $"{happened.Article} [{happened.Language}]";
            Event(log, happened.Kind, place, happened.Actor, string.Join(", ", happened.Details.Select(d => $"{d.Key} {d.Value}")));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind}: {Place} by {Actor}; {Details}")]
    private static partial void Event(ILogger log, string kind, string place, string actor, string details);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not taken: {Path}: {Reason}")]
    public static partial void NotTaken(this ILogger log, string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not published: {Article} [{Language}]: {Reason}")]
    public static partial void NotPublished(this ILogger log, string article, string language, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The step {Step} failed and is tried again at its next time: {Reason}")]
    public static partial void StepFailed(this ILogger log, string step, string reason, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept {Count} half-written files away")]
    public static partial void Swept(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Working in {Folder}; intake {Intake}, collect {Collect}, publish {Publish} ({TimeZone})")]
    public static partial void Working(this ILogger log, string folder, string intake, string collect, string publish, string timeZone);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped; everything that was begun is finished")]
    public static partial void Stopped(this ILogger log);
}

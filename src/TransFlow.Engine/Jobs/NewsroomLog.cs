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

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Kind}: {Place} by {Actor}; {Details}")]
    private static partial void Event(ILogger log, string kind, string place, string actor, string details);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Not taken: {Path}: {Reason}")]
    public static partial void NotTaken(this ILogger log, string path, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Parked: {Article} [{Language}]: {Reason}")]
    public static partial void Parked(this ILogger log, string article, string language, string reason);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "The step {Step} failed and is tried again at its next time: {Reason}")]
    public static partial void StepFailed(this ILogger log, string step, string reason, Exception exception);

    [LoggerMessage(EventId = 5, Level = LogLevel.Information, Message = "Swept {Count} half-written files away")]
    public static partial void Swept(this ILogger log, int count);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "The step {Step} was stopped between two commits; the next start goes on with it")]
    public static partial void StepStopped(this ILogger log, string step);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "The clock was put back; the next time of {Step} is worked out anew")]
    public static partial void ClockWentBack(this ILogger log, string step);

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "Not delivered: {Way} {Number}: {Said}")]
    public static partial void NotDelivered(this ILogger log, string way, long number, string said);

    [LoggerMessage(EventId = 8, Level = LogLevel.Error, Message = "TransFlow itself failed on {Piece}; it is set aside and the rest goes on")]
    public static partial void Poisoned(this ILogger log, string piece, Exception exception);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "The step {Step} is left until its next time: {Reason}")]
    public static partial void Left(this ILogger log, string step, string reason);

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "{File} ends in the middle and was written to just now; it is looked at again, and refused when nothing is added to it in two minutes")]
    public static partial void Unfinished(this ILogger log, string file);

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "{File} had been written and was never known to be live; readers have again what they had before")]
    public static partial void TakenBack(this ILogger log, string file);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "{File}: {Said}")]
    public static partial void Noticed(this ILogger log, string file, string said);
}

using Quartz;

namespace TransFlow.Engine.Schedule;

/// <summary>Cron expressions as text.</summary>
internal static class CronText
{
    /// <summary>Whether a text is a cron expression with seconds.</summary>
    public static bool IsValid(string text) => CronExpression.TryParse(text, out _);

    /// <summary>The next time after a moment, as the clocks of the time zone show it; null when there is none.</summary>
    public static DateTimeOffset? Next(string text, string timeZone, DateTimeOffset after)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return new CronExpression(text, zone).GetNextValidTimeAfter(after) is { } next ? TimeZoneInfo.ConvertTime(next, zone) : null;
    }
}

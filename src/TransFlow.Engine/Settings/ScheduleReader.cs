using TransFlow.Engine.Schedule;

namespace TransFlow.Engine.Settings;

/// <summary>Reads the schedule and checks its cron expressions.</summary>
/// <param name="schedule">The object.</param>
internal sealed class ScheduleReader(SettingReader schedule)
{
    public ScheduleSettings Read()
    {
        var zone = schedule.Text("timeZone", "UTC")!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            schedule.Problem("timeZone", "no-such-time-zone", $"There is no time zone '{zone}'.", "Write an IANA name such as Asia/Seoul.");
        var read = new ScheduleSettings(zone, Cron("intake", "0 0/5 * * * ?"), Cron("collect", "0/30 * * * * ?"), Cron("publish", "0 0/10 * * * ?"));
        schedule.Done();
        return read;
    }

    private string Cron(string name, string otherwise)
    {
        var cron = schedule.Text(name, otherwise)!;
        if (!CronText.IsValid(cron))
            schedule.Problem(name, "not-cron", $"'{cron}' is no cron expression.", "It has six fields: seconds, minutes, hours, day of month, month, day of week; one of the two days is '?'.");
        return cron;
    }
}

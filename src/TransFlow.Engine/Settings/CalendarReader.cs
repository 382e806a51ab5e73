using System.Globalization;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>Reads when the newsroom works.</summary>
/// <param name="calendar">The object.</param>
/// <param name="zone">The zone of the schedule, which counts when the calendar names none.</param>
internal sealed class CalendarReader(SettingReader calendar, string zone)
{
    private static readonly (string Name, DayOfWeek Day)[] Days =
        [("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday), ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday)];

    public WorkCalendar Read()
    {
        var name = calendar.Text("timeZone", zone)!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) && name != zone)
            calendar.Problem("timeZone", "no-such-time-zone", $"There is no time zone '{name}'.", "Write an IANA name such as Asia/Seoul.");
        var days = Each("days", "day", "mon, tue, wed, thu, fri, sat, sun", t => Days.FirstOrDefault(d => d.Name == t) is { Name: not null } day ? day.Day : (DayOfWeek?)null);
        var hours = Each("hours", "span of hours", "hours such as 09:00-18:00", Span);
        var holidays = Each("holidays", "day", "dates such as 2026-12-25", t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null);
        calendar.Done();
        return new WorkCalendar(found ?? TimeZoneInfo.Utc, days.Count > 0 ? days : Enum.GetValues<DayOfWeek>(), hours.Count > 0 ? hours : [new WorkHours(TimeOnly.MinValue, TimeOnly.MinValue)], holidays);
    }

    private List<T> Each<T>(string name, string what, string remedy, Func<string, T?> parse)
        where T : struct
    {
        var read = new List<T>();
        foreach (var text in calendar.Texts(name))
        {
            if (parse(text) is { } value)
                read.Add(value);
            else
                calendar.Problem(name, "not-in-calendar", $"'{text}' is no {what}.", $"Write {remedy}.");
        }

        return read;
    }

    private static WorkHours? Span(string text) =>
        text.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end ? new WorkHours(start, end) : null;

    private static TimeOnly? Time(string text) =>
        text.Trim() is var clock && TimeOnly.TryParseExact(clock == "24:00" ? "00:00" : clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

using CsCheck;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

[TestClass]
public sealed class WorkCalendarTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly Gen<WorkCalendar> GenCalendar = Gen.Select(
        Gen.OneOfConst(Seoul, Berlin),
        Gen.OneOfConst(Weekdays, [DayOfWeek.Sunday], Enum.GetValues<DayOfWeek>()),
        Gen.OneOfConst<WorkHours[]>([Hours("09:00", "18:00")], [Hours("08:30", "12:00"), Hours("13:00", "17:15")], [Hours("22:00", "06:00")], [Hours("00:00", "00:00")], [Hours("20:00", "07:00"), Hours("06:00", "10:00")]),
        Gen.OneOfConst<DateOnly[]>([], [new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25)]),
        (zone, days, hours, holidays) => new WorkCalendar(zone, days, hours, holidays));

    /// <summary>Around the days on which Berlin sets its clocks, too.</summary>
    private static readonly Gen<DateTimeOffset> GenMoment = Gen.Select(Gen.OneOfConst(new DateTime(2026, 2, 27), new DateTime(2026, 3, 27), new DateTime(2026, 10, 23)), Gen.Int[0, 6 * 24 * 60],
        (day, minutes) => new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(minutes));

    [TestMethod]
    public void Eight_hours_given_on_Friday_at_five_are_over_on_Monday_at_four()
    {
        var calendar = new WorkCalendar(Seoul, Weekdays, [Hours("09:00", "18:00")], []);
        Assert.AreEqual(At(2026, 3, 9, 16, 0), calendar.Add(At(2026, 3, 6, 17, 0), TimeSpan.FromHours(8)));
    }

    [TestMethod]
    public void Nobody_works_on_a_holiday()
    {
        var calendar = new WorkCalendar(Seoul, Weekdays, [Hours("09:00", "18:00")], [new DateOnly(2026, 3, 9)]);
        Assert.AreEqual(At(2026, 3, 10, 16, 0), calendar.Add(At(2026, 3, 6, 17, 0), TimeSpan.FromHours(8)));
    }

    [TestMethod]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins()
    {
        var calendar = new WorkCalendar(Seoul, [DayOfWeek.Friday], [Hours("22:00", "06:00")], []);
        Assert.AreEqual(At(2026, 3, 7, 5, 0), calendar.Add(At(2026, 3, 7, 3, 0), TimeSpan.FromHours(2)));
        Assert.AreEqual(At(2026, 3, 13, 23, 0), calendar.Add(At(2026, 3, 7, 3, 0), TimeSpan.FromHours(4)));
    }

    [TestMethod]
    public void A_calendar_without_hours_cannot_be_made() =>
        Assert.ThrowsExactly<ArgumentException>(() => new WorkCalendar(Seoul, Weekdays, [], []));

    [TestMethod]
    public void Working_time_is_what_a_clock_that_is_looked_at_every_minute_counts() =>
        Gen.Select(GenCalendar, GenMoment, Gen.Int[0, 4 * 24 * 60]).Sample(
            (calendar, from, minutes) =>
            {
                var counted = Enumerable.Range(0, minutes).Count(m => IsWorking(calendar, from.AddMinutes(m)));
                Assert.AreEqual(TimeSpan.FromMinutes(counted), calendar.Between(from, from.AddMinutes(minutes)));
            },
            iter: 300);

    [TestMethod]
    public void What_is_added_is_what_lies_between_and_two_steps_are_one() =>
        Gen.Select(GenCalendar, GenMoment, Gen.Int[1, 3000], Gen.Int[1, 3000]).Sample(
            (calendar, from, one, two) =>
            {
                var (first, second) = (TimeSpan.FromMinutes(one), TimeSpan.FromMinutes(two));
                var end = calendar.Add(from, first + second);
                Assert.AreEqual(end, calendar.Add(calendar.Add(from, first), second));
                Assert.AreEqual(first + second, calendar.Between(from, end));
            },
            iter: 2000);

    private static bool IsWorking(WorkCalendar calendar, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, calendar.Zone).DateTime;
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return calendar.Hours.Any(h => h.To > h.From
            ? Counts(calendar, today) && time >= h.From && time < h.To
            : (Counts(calendar, today) && time >= h.From) || (Counts(calendar, today.AddDays(-1)) && time < h.To));
    }

    private static bool Counts(WorkCalendar calendar, DateOnly day) => calendar.Days.Contains(day.DayOfWeek) && !calendar.Holidays.Contains(day);

    private static WorkHours Hours(string from, string to) => new(TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(9));
}

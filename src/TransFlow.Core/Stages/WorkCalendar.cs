using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>The hours of a day in which the newsroom works.</summary>
/// <param name="From">When they begin, by the clocks of the calendar's zone.</param>
/// <param name="To">When they end; at or before <paramref name="From"/> it is a time of the next day.</param>
public readonly record struct WorkHours(TimeOnly From, TimeOnly To);

/// <summary>
/// When the newsroom works. Due times count in working time: eight hours given on Friday at five are over on Monday.
/// Where clocks are set forward or back, hours are counted as they pass; a boundary that the clocks show twice is the first of the two.
/// </summary>
public sealed record WorkCalendar
{
    /// <summary>Makes a calendar.</summary>
    /// <param name="zone">The time zone of its days and hours.</param>
    /// <param name="days">Working days; at least one.</param>
    /// <param name="hours">Working hours of each of them; at least one span.</param>
    /// <param name="holidays">Days on which nobody works.</param>
    /// <exception cref="ArgumentException">There is no day or no hour: nothing would ever be due.</exception>
    public WorkCalendar(TimeZoneInfo zone, IEnumerable<DayOfWeek> days, IEnumerable<WorkHours> hours, IEnumerable<DateOnly> holidays)
    {
        (Zone, Days, Hours, Holidays) = (zone, [.. days], [.. hours.OrderBy(h => h.From)], [.. holidays]);
        if (Days.IsEmpty || Hours.IsEmpty)
            throw new ArgumentException("A calendar needs working days and hours.");
    }

    /// <summary>The time zone of days and hours.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The working days.</summary>
    public ImmutableHashSet<DayOfWeek> Days { get; }

    /// <summary>The working hours of each of them.</summary>
    public ImmutableArray<WorkHours> Hours { get; }

    /// <summary>Days on which nobody works.</summary>
    public ImmutableHashSet<DateOnly> Holidays { get; }

    /// <summary>Every hour of every day.</summary>
    /// <param name="zone">The time zone.</param>
    /// <returns>The calendar.</returns>
    public static WorkCalendar Always(TimeZoneInfo zone) => new(zone, Enum.GetValues<DayOfWeek>(), [new WorkHours(TimeOnly.MinValue, TimeOnly.MinValue)], []);

    /// <summary>The moment when some working time has passed.</summary>
    /// <param name="from">From when on.</param>
    /// <param name="work">How much of it; zero gives the moment itself.</param>
    /// <returns>The moment, as the clocks of the zone show it.</returns>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero)
            return TimeZoneInfo.ConvertTime(from, Zone);
        foreach (var (start, end) in Shifts(from))
        {
            var begin = start > from ? start : from;
            if (end - begin >= work)
                return TimeZoneInfo.ConvertTime(begin + work, Zone);
            work -= end - begin;
        }

        throw new InvalidOperationException("The calendar ended before the work did.");
    }

    /// <summary>The working time between two moments.</summary>
    /// <param name="from">The earlier moment.</param>
    /// <param name="to">The later one.</param>
    /// <returns>The time; zero when <paramref name="to"/> is not later.</returns>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (start, end) in Shifts(from))
        {
            if (start >= to)
                break;
            sum += (end < to ? end : to) - (start > from ? start : from);
        }

        return sum;
    }

    /// <summary>The working spans that end after a moment, in order, none overlapping another.</summary>
    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Shifts(DateTimeOffset from)
    {
        var last = from;
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Zone).DateTime).AddDays(-1); day < DateOnly.MaxValue.AddDays(-2); day = day.AddDays(1))
        {
            if (!Days.Contains(day.DayOfWeek) || Holidays.Contains(day))
                continue;
            foreach (var hours in Hours)
            {
                var (start, end) = (Moment(day, hours.From), Moment(hours.To <= hours.From ? day.AddDays(1) : day, hours.To));
                if (end <= last)
                    continue;
                yield return (start > last ? start : last, end);
                last = end;
            }
        }
    }

    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        // Clocks that are set forward skip some times: the moment is then the one at which they are set.
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <inheritdoc/>
    public bool Equals(WorkCalendar? other) => other is not null && Zone.Equals(other.Zone) && Days.SetEquals(other.Days) && Hours.SequenceEqual(other.Hours) && Holidays.SetEquals(other.Holidays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone, Days.Count, Hours.Length, Holidays.Count);
}

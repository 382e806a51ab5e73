using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Until which day a package is good, in the newsroom's time zone.</summary>
internal static class Expiry
{
    public static DateOnly Of(PackageRow package, NewsroomSettings settings) => DayOf(package.At, settings).AddDays(settings.PackageDays);

    /// <summary>The day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset at, NewsroomSettings settings) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(settings.Schedule.TimeZone)).DateTime);
}

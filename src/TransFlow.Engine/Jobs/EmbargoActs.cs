using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>Sets embargoes, and lifts them with two keys.</summary>
public sealed class EmbargoActs
{
    private readonly NewsroomContext _room;
    private readonly EditionChange _change;

    internal EmbargoActs(NewsroomContext room) => (_room, _change) = (room, new EditionChange(room));

    /// <summary>Sets an embargo, or makes it later.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="until">When it ends, as the clocks of the zone will show it: <c>2026-03-20 06:00</c>.</param>
    /// <param name="zone">The IANA time zone; null for that of the calendar.</param>
    /// <param name="person">Who sets it.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Set(string article, string language, string until, string? zone, string person)
    {
        var calendar = _room.Settings.Calendar.Zone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? calendar.Id, out var found))
            return new Refusal("no-such-time-zone", $"There is no time zone '{zone}'.", "Write an IANA name such as Asia/Seoul.");
        if (!DateTime.TryParseExact(until.Replace('T', ' '), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new Refusal("not-a-time", $"'{until}' is not written as a time of the clock.", "Write it as 2026-03-20 06:00, and the zone beside it: --zone Europe/Berlin.");
        if (found.IsInvalidTime(local))
            return new Refusal("not-a-time", $"'{until}' is no time that the clocks of {found.Id} show.", "Write it as 2026-03-20 06:00.");
        // Of two moments that the clocks show as the same, the later one is the safe one.
        var offset = found.IsAmbiguousTime(local) ? found.GetAmbiguousTimeOffsets(local).Min() : found.GetUtcOffset(local);
        return _change.Step(article, language, person, _ => new SetEmbargo(new DateTimeOffset(local, offset), found.Id),
            (_, after) => Event.Of("embargo-set", article, language, person, ("until", Shown(after.Embargo!)), ("zone", found.Id)));
    }

    /// <summary>Turns a key to lift an embargo: the first gives a reason, the second is another person's and lifts it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who turns it; somebody who edits, signs off or clears in this language.</param>
    /// <param name="reason">Why; compulsory for the first.</param>
    /// <returns>The edition afterwards; without an embargo once the second key was turned.</returns>
    public Outcome<Edition> Lift(string article, string language, string person, string reason) => _change.Step(article, language, person, _ => new LiftEmbargo(reason),
        (before, after) => after.Embargo is null
            ? Event.Of("embargo-lifted", article, language, person, ("first", before.Embargo!.Lift!.Person), ("reason", before.Embargo.Lift.Reason), ("was", Shown(before.Embargo)))
            : Event.Of("embargo-lift-asked", article, language, person, ("reason", reason.Trim())));

    private static string Shown(Embargo embargo) => embargo.Until.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}

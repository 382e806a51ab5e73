namespace TransFlow.Core.Stages;

/// <summary>An edition reached a stage.</summary>
/// <param name="Stage">The stage's name; null when it is through all of them.</param>
/// <param name="Revision">The source revision with which it came.</param>
/// <param name="At">When.</param>
public sealed record Arrival(string? Stage, int Revision, DateTimeOffset At)
{
    /// <summary>When the stage should be done; null when it has no due time.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the next person is to be told that it is not; null when nobody is.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>How many times somebody was told.</summary>
    public int Escalations { get; init; }

    /// <summary>True when its due time is that of what goes before others.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>How much time a stage has, and who hears of it when it takes longer.</summary>
public sealed record StageTiming
{
    /// <summary>No due time.</summary>
    public static StageTiming None { get; } = new();

    /// <summary>The working time that the stage has; null for no due time.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>The working time that it has when the edition is urgent; null for the same as ever.</summary>
    public TimeSpan? UrgentDue { get; init; }

    /// <summary>The working time between two escalations.</summary>
    public TimeSpan EscalateEvery { get; init; }

    /// <summary>The working time for which a claim holds; null when jobs are assigned and not claimed.</summary>
    public TimeSpan? ClaimFor { get; init; }
}

/// <summary>The clock of an edition's stages.</summary>
public static class Arrivals
{
    /// <summary>
    /// The edition with its arrival noted when it stands at another stage, or stands there with another source, than was noted. When it
    /// began to go before others, or ended to, its time begins anew; who has it keeps it. What was retracted waits for nobody.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="timing">The timing of the stage at which it stands.</param>
    /// <param name="calendar">When the newsroom works.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The edition; the same when it has not moved.</returns>
    public static Edition Note(Edition edition, StageTiming timing, WorkCalendar calendar, DateTimeOffset now)
    {
        var stage = edition.Stage?.Name;
        var arrival = new Arrival(stage, edition.Revision, now) { IsUrgent = edition.IsUrgent };
        if (edition.Arrival is { } noted && noted.Stage == stage && noted.Revision == edition.Revision)
            return stage is null || noted.IsUrgent == edition.IsUrgent ? edition : edition with { Arrival = Timed(arrival, timing, calendar) };
        if (stage is null)
            return edition with { Arrival = arrival, ClaimedUntil = edition.ClaimedUntil.Clear() };
        var claims = edition.ClaimedUntil.Clear();
        if (timing.ClaimFor is { } lease)
            claims = claims.AddRange(edition.Seats.Where(s => edition.Assignments.ContainsKey(s.Name)).Select(s => KeyValuePair.Create(s.Name, calendar.Add(now, lease))));
        return edition with { Arrival = Timed(arrival, timing, calendar), ClaimedUntil = claims };
    }

    /// <summary>An arrival with the due time that a timing gives it. Who was told that it is late is told again only when it is late again.</summary>
    /// <param name="arrival">The arrival.</param>
    /// <param name="timing">The timing of its stage.</param>
    /// <param name="calendar">When the newsroom works.</param>
    /// <returns>The arrival; the same when that is its due time already.</returns>
    public static Arrival Timed(Arrival arrival, StageTiming timing, WorkCalendar calendar)
    {
        var due = (arrival.IsUrgent ? timing.UrgentDue ?? timing.Due : timing.Due) is { } time ? calendar.Add(arrival.At, time) : (DateTimeOffset?)null;
        return due == arrival.Due ? arrival : arrival with { Due = due, EscalateAt = due, Escalations = 0 };
    }
}

using System.Globalization;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Does what time alone brings about: claims lapse, and what is late is told to one person after another.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Timers(NewsroomContext room) : IStep
{
    /// <inheritdoc/>
    public string Name => "timers";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken)
    {
        var now = room.Clock.GetUtcNow();
        var changes = 0;
        foreach (var head in room.Store.Heads(onlyOpen: true).Where(h => h is { Stage: not null, Hold: null, Parked: null }))
        {
            cancellationToken.ThrowIfCancellationRequested();
            changes += Guarded(head, now);
        }

        return Task.FromResult(changes);
    }

    private int Guarded(EditionHead head, DateTimeOffset now)
    {
        try
        {
            var lapsed = head.Seats.Count(s => s.ClaimedUntil <= now && new ClaimActs(room).Lapse(head.Article, head.Language, s.Name).Refusal is null);
            return lapsed + (head.Marks.EscalateAt <= now && Escalate(head) ? 1 : 0);
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned($"{head.Article} [{head.Language}]", e);
            room.Park(room.Store.Edition(head.Article, head.Language)!, Poison.Reason(e));
            return 1;
        }
    }

    /// <summary>Tells the next person, and notes when the one after that is to be told.</summary>
    private bool Escalate(EditionHead head)
    {
        if (room.Store.Edition(head.Article, head.Language) is not { Edition: { Stage: { } stage, Hold: null, Arrival: { EscalateAt: { } at } arrival } edition } row || at > room.Clock.GetUtcNow())
            return false;
        var settings = room.Settings.StageOf(stage.Name);
        var step = arrival.Escalations;
        var next = step + 1 < settings.EscalateTo.Length ? room.Settings.Calendar.Add(at, settings.Timing.EscalateEvery) : (DateTimeOffset?)null;
        return room.Commit(new Changes
        {
            Editions = [(edition with { Arrival = arrival with { Escalations = step + 1, EscalateAt = next } }, row.Version)],
            Events =
            [
                Event.Of("overdue", edition.Article, edition.Language, Event.Program, ("stage", stage.Name), ("with", string.Join(" ", edition.Seats.Select(s => edition.Assignments.GetValueOrDefault(s.Name)).OfType<string>().Distinct(StringComparer.Ordinal))),
                    ("to", step < settings.EscalateTo.Length ? settings.EscalateTo[step] : ""), ("due", arrival.Due?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "")),
            ],
        });
    }
}

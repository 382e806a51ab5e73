using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>What people do to the outbox.</summary>
public sealed class OutboxActs
{
    private readonly NewsroomContext _room;
    private readonly Feed _feed;

    internal OutboxActs(NewsroomContext room) => (_room, _feed) = (room, new Feed(room));

    /// <summary>What waits, by way and number.</summary>
    /// <returns>The deliveries.</returns>
    public ImmutableArray<OutboxRow> List()
    {
        var rows = _room.Store.Outbox();
        var left = rows.Select(r => r.Way).Distinct(StringComparer.Ordinal).ToDictionary(w => w, w => _room.Store.Feed(w)?.LeaveUntil, StringComparer.Ordinal);
        return [.. rows.Select(r => left[r.Way] is { } until && until > r.Due ? r with { Due = until } : r)];
    }

    /// <summary>Lets what waits or is parked be tried at once.</summary>
    /// <param name="way">The way; null for all.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>How many deliveries.</returns>
    public Outcome<int> Retry(string? way, string person)
    {
        if (Unknown(way) is { } unknown)
            return unknown;
        var rows = _room.Store.Outbox().Where(r => way is null || r.Way == way).ToList();
        return rows.Count == 0 ? new Refusal("nothing-to-do", "Nothing waits.", "Nothing was changed.") : Put(rows, way, person);
    }

    /// <summary>Tells events again that were told before, or were not told then; each has the id that it had.</summary>
    /// <param name="way">The way.</param>
    /// <param name="first">The number of the first event.</param>
    /// <param name="last">The number of the last one.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>How many deliveries.</returns>
    public Outcome<int> Replay(string way, long first, long last, string person)
    {
        if (Unknown(way) is { } unknown)
            return unknown;
        var settings = _room.Settings.Notify.First(w => w.Name == way);
        var events = _room.Store.Events(after: first - 1, last: last).Where(e => Feed.IsWanted(settings, e)).ToList();
        if (events.Count == 0)
            return new Refusal("no-events", $"There are no events from {first} to {last} that '{way}' tells of.", "See their numbers: transflow history --json.");
        var rows = settings is MailSettings ? [new OutboxRow(way, events[0].Number, events[^1].Number, 0, default)] : events.ConvertAll(e => new OutboxRow(way, e.Number, e.Number, 0, default));
        return Put(rows, way, person);
    }

    /// <summary>Gives a delivery up.</summary>
    /// <param name="way">The way.</param>
    /// <param name="number">The delivery's number.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>How many deliveries: one.</returns>
    public Outcome<int> Drop(string way, long number, string reason, string person)
    {
        if (!Reason.IsGiven(reason))
            return new Refusal("no-reason", "Nothing is dropped without a reason.", "Say why in a sentence.");
        if (_room.Store.Outbox().FirstOrDefault(r => r.Way == way && r.Last == number) is not { } row)
            return new Refusal("no-delivery", $"Nothing of the number {number} waits for '{way}'.", "See: transflow outbox.");
        _room.Commit(new Changes { Unqueued = [(way, row.First, number)], Events = [Event.Of("delivery-dropped", "", null, person, ("way", way), ("number", Number(number)), ("reason", reason.Trim()))] });
        return 1;
    }

    private Outcome<int> Put(List<OutboxRow> rows, string? way, string person)
    {
        var now = _room.Clock.GetUtcNow();
        _feed.Leave([.. rows.Select(r => r.Way).Distinct(StringComparer.Ordinal)], null, new Changes
        {
            Queued = [.. rows.Select(r => r with { Attempts = 0, Due = now, IsParked = false })],
            Events = [Event.Of("delivery-replayed", "", null, person, ("way", way ?? ""), ("deliveries", Number(rows.Count)))],
        });
        return rows.Count;
    }

    private Refusal? Unknown(string? way) => way is null || _room.Settings.Notify.Any(w => w.Name == way)
        ? null
        : new Refusal("no-way", $"There is no way '{way}' in the settings.", _room.Settings.Notify.IsEmpty ? "Add one under 'notify'." : $"There are {string.Join(", ", _room.Settings.Notify.Select(w => w.Name))}.");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

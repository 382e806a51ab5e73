using System.Collections.Immutable;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Schedule;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>Puts events into the outbox: one delivery each for webhooks, one for all since the last time for a digest.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Feed(NewsroomContext room)
{
    /// <summary>What is told of deliveries is not delivered: it would never end.</summary>
    private const string OfDeliveries = "delivery-";

    /// <summary>Notes from where on a way that is new tells what happens.</summary>
    /// <param name="way">The way.</param>
    public void Begin(NotifySettings way)
    {
        if (room.Store.Feed(way.Name) is null)
            room.Commit(new Changes { Feeds = [(new FeedRow(way.Name, room.Store.LastEvent(), room.Clock.GetUtcNow()), null)] });
    }

    /// <summary>Puts in what is new for a way.</summary>
    /// <param name="way">The way.</param>
    /// <returns>How many deliveries.</returns>
    public int Fill(NotifySettings way)
    {
        var now = room.Clock.GetUtcNow();
        if (room.Store.Feed(way.Name) is not { } feed)
            return 0;
        // The last time lies ahead: the clock was wrong then, or is now. Times are counted from here.
        if (feed.At > now)
            return room.Commit(new Changes { Feeds = [(feed with { At = now }, feed.Fed)] }) && way is not MailSettings ? Fill(way) : 0;
        if (way is MailSettings mail && !(CronText.Next(mail.At, room.Settings.Schedule.TimeZone, feed.At) <= now))
            return 0;
        var events = room.Store.Events(after: feed.Fed);
        if (events.IsEmpty && way is not MailSettings)
            return 0;
        var last = events.IsEmpty ? feed.Fed : events[^1].Number;
        var wanted = events.Where(e => IsWanted(way, e)).ToList();
        ImmutableArray<OutboxRow> queued = way is MailSettings
            ? wanted.Count == 0 ? [] : [new OutboxRow(way.Name, wanted[0].Number, wanted[^1].Number, 0, now)]
            : [.. wanted.Select(e => new OutboxRow(way.Name, e.Number, e.Number, 0, now))];
        return room.Commit(new Changes { Queued = queued, Feeds = [(feed with { Fed = last, At = now }, feed.Fed)] }) ? queued.Length : 0;
    }

    /// <summary>Notes until when the other side of ways is left alone, with what else changes.</summary>
    /// <param name="ways">The ways' names.</param>
    /// <param name="until">Until when; null for not at all.</param>
    /// <param name="changes">What else changes, which nothing guards.</param>
    public void Leave(ImmutableArray<string> ways, DateTimeOffset? until, Changes changes)
    {
        bool isDone;
        do
        {
            // Another worker may put events in meanwhile.
            isDone = room.Commit(changes with { Feeds = [.. ways.Select(room.Store.Feed).OfType<FeedRow>().Select(f => (f with { LeaveUntil = until }, (long?)f.Fed))] });
        }
        while (!isDone);
    }

    /// <summary>Whether webhooks may tell of a kind of event.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsTold(string kind) => !kind.StartsWith(OfDeliveries, StringComparison.Ordinal);

    /// <summary>Whether a way tells of an event.</summary>
    /// <param name="way">The way.</param>
    /// <param name="row">The event.</param>
    public static bool IsWanted(NotifySettings way, EventRow row) => way is MailSettings
        ? (way.Events.IsEmpty ? DigestText.Kinds : way.Events).Contains(row.Event.Kind)
        : IsTold(row.Event.Kind) && (way.Events.IsEmpty || way.Events.Contains(row.Event.Kind));
}

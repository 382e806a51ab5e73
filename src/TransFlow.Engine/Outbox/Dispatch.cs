using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransFlow.Core.Ports;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Schedule;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>
/// Empties the outbox: at least once, since a delivery leaves it only after the other side said that it has it. What fails is tried
/// again with growing pauses for most of a day, and then parked with its reason; the others go on.
/// </summary>
internal sealed class Dispatch : IDisposable
{
    /// <summary>So many times that the pauses between them come to most of a day.</summary>
    public const int MostAttempts = 12;

    /// <summary>So many deliveries are tried before events are put in anew, and others may have the way.</summary>
    private const int MostInTurn = 100;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);
    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(1);

    private readonly NewsroomContext _room;
    private readonly Feed _feed;
    private readonly Packing _packing;
    private readonly ImmutableArray<(NotifySettings Settings, INotifier Notifier)> _ways;

    public Dispatch(NewsroomContext room)
    {
        (_room, _feed, _packing) = (room, new Feed(room), new Packing(room));
        _ways = [.. room.Settings.Notify.Select(s => (s, NotifierOf(s, room.Clock)))];
    }

    /// <summary>Lets ways that are new begin with what happens from now on.</summary>
    public void Begin()
    {
        foreach (var (settings, _) in _ways)
            _feed.Begin(settings);
    }

    /// <summary>Empties the outbox of all ways, none of which waits for another.</summary>
    /// <param name="cancellationToken">Stops between two deliveries, or within one.</param>
    public Task Run(CancellationToken cancellationToken) => Task.WhenAll(_ways.Select(w => Run(w.Settings.Name, cancellationToken)));

    /// <summary>Empties the outbox of one way, turn by turn. One process has a way at a time.</summary>
    /// <param name="name">The way's name.</param>
    /// <param name="cancellationToken">Stops between two deliveries, or within one.</param>
    public async Task Run(string name, CancellationToken cancellationToken)
    {
        var (way, notifier) = _ways.First(w => w.Settings.Name == name);
        bool hasMore;
        do
        {
            if (!(await _room.Turn($"outbox-{Digest.Of(Encoding.UTF8.GetBytes(name))[..16]}", NewsroomContext.ShortPatience, cancellationToken).ConfigureAwait(false)).Try(out var turn, out _))
                return; // Whoever is at it tells what is to be told.
            using (turn)
                hasMore = await OneTurn(way, notifier, cancellationToken).ConfigureAwait(false);
        }
        while (hasMore);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, notifier) in _ways)
            (notifier as IDisposable)?.Dispose();
    }

    /// <summary>Tells some of what is due.</summary>
    /// <returns>True when there may be more.</returns>
    private async Task<bool> OneTurn(NotifySettings way, INotifier notifier, CancellationToken cancellationToken)
    {
        _feed.Fill(way);
        var now = _room.Clock.GetUtcNow();
        // A time later than any that is ever set comes from a clock that was wrong.
        if (_room.Store.Feed(way.Name)?.LeaveUntil is { } until && until > now && until <= now + Webhook.LongestRetryAfter)
            return false;
        var latest = AskedAgain(way) ?? now + Webhook.LongestRetryAfter;
        ImmutableArray<OutboxRow> due = [.. _room.Store.Outbox().Where(r => r.Way == way.Name && !r.IsParked && (r.Due <= now || r.Due > (latest > now + LongestPause ? latest : now + LongestPause)))];
        if (due.IsEmpty)
            return false;
        var tried = 0;
        // A digest is one for all that waits; other ways tell one event after another.
        foreach (var together in way is MailSettings ? [due] : due.Select(r => ImmutableArray.Create(r)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await One(way, notifier, together, cancellationToken).ConfigureAwait(false) is not { } answer)
                continue; // It is kept in, and so was not tried.
            if (answer.Kind == AnswerKind.Away || answer.RetryAfter is not null)
                return false;
            if (++tried == MostInTurn)
                return true;
        }

        return false;
    }

    private async Task<Answer?> One(NotifySettings way, INotifier notifier, ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            if (!_packing.Pack(way, rows).Try(out var packed, out var refusal))
            {
                KeepIn(way, rows, refusal.ToString());
                return null;
            }

            var answer = packed.Delivery is null ? new Answer(AnswerKind.Taken, "There is nothing to tell.") : await notifier.Notify(packed.Delivery, cancellationToken).ConfigureAwait(false);
            if (answer.Kind == AnswerKind.Taken)
                Leave(way, rows, packed);
            else
                Stay(rows, answer);
            return answer;
        }
        catch (Exception e) when (Poison.Is(e))
        {
            _room.Log.Poisoned($"{way.Name} {rows[^1].Last}", e);
            Put([.. rows.Select(r => r with { Attempts = r.Attempts + 1, Problem = Poison.Reason(e).ToString(), IsParked = true })], null);
            return new Answer(AnswerKind.Refused, Poison.Reason(e).Message);
        }
    }

    /// <summary>What the gate keeps in was not tried: it is asked for again at each turn, in a digest at its times, and goes as soon as it may.</summary>
    private void KeepIn(NotifySettings way, ImmutableArray<OutboxRow> rows, string reason)
    {
        ImmutableArray<OutboxRow> kept = [.. rows.Select(r => r with { Problem = reason, Due = AskedAgain(way) ?? r.Due })];
        if (!kept.SequenceEqual(rows))
            _room.Commit(new Changes { Queued = kept });
    }

    /// <summary>What was told leaves the outbox; what was kept in of it stays, event by event.</summary>
    private void Leave(NotifySettings way, ImmutableArray<OutboxRow> rows, Packed packed) => _room.Commit(new Changes
    {
        Unqueued = [.. rows.Select(r => (r.Way, r.First, r.Last))],
        Queued = [.. packed.KeptIn.Select(k => new OutboxRow(way.Name, k.Number, k.Number, 0, AskedAgain(way) ?? _room.Clock.GetUtcNow()) { Problem = k.Reason })],
    });

    /// <summary>When a digest goes out next; null for ways that have no times.</summary>
    private DateTimeOffset? AskedAgain(NotifySettings way) =>
        way is MailSettings mail ? CronText.Next(mail.At, _room.Settings.Schedule.TimeZone, _room.Clock.GetUtcNow())?.ToUniversalTime() : null;

    /// <summary>What was not taken waits, or is parked after the last attempt. Who asks to be left alone is: nothing more of the way is tried until then.</summary>
    private void Stay(ImmutableArray<OutboxRow> rows, Answer answer)
    {
        var now = _room.Clock.GetUtcNow();
        _room.Log.NotDelivered(rows[^1].Way, rows[^1].Last, answer.Said);
        var attempts = rows.Max(r => r.Attempts) + (answer.Kind == AnswerKind.Away ? 0 : 1);
        var there = _room.Store.Outbox().Select(r => (r.Way, r.Last)).ToHashSet(); // Somebody may have dropped one meanwhile.
        var pause = answer.RetryAfter > Pause(attempts) ? answer.RetryAfter.Value : Pause(attempts);
        Put([.. rows.Where(r => there.Contains((r.Way, r.Last))).Select(r => r with { Problem = answer.Said, Attempts = attempts, Due = now + pause, IsParked = attempts >= MostAttempts })], now + answer.RetryAfter);
    }

    private void Put(ImmutableArray<OutboxRow> rows, DateTimeOffset? leaveUntil)
    {
        var changes = new Changes
        {
            Queued = rows,
            Events = [.. rows.Where(r => r.IsParked).Select(r => Event.Of("delivery-parked", "", null, Event.Program, ("way", r.Way), ("number", r.Last.ToString(CultureInfo.InvariantCulture)), ("reason", r.Problem ?? "")))],
        };
        if (leaveUntil is not null && !rows.IsEmpty)
            _feed.Leave([rows[0].Way], leaveUntil, changes);
        else
            _room.Commit(changes);
    }

    /// <summary>One minute, two, four … up to the longest.</summary>
    private static TimeSpan Pause(int attempts) => attempts > 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortPause.Ticks << Math.Max(0, attempts - 1)));

    private static INotifier NotifierOf(NotifySettings settings, TimeProvider clock) => settings switch
    {
        WebhookSettings webhook => new Webhook(webhook, clock),
        MailSettings mail => new MailDigest(mail, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "An unknown kind of way."),
    };
}

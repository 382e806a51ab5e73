using System.Collections.Immutable;
using TransFlow.Core.Ports;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>
/// Empties the outbox: at least once, since a delivery leaves it only after the other side said that it has it. What fails is tried
/// again with growing pauses for most of a day, and then parked with its reason; the others go on.
/// </summary>
internal sealed class Dispatch : IStep, IDisposable
{
    /// <summary>So many times that the pauses between them come to most of a day.</summary>
    public const int MostAttempts = 12;

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

    /// <inheritdoc/>
    public string Name => "outbox";

    /// <summary>Lets ways that are new begin with what happens from now on.</summary>
    public void Begin()
    {
        foreach (var (settings, _) in _ways)
            _feed.Begin(settings);
    }

    /// <inheritdoc/>
    public async Task<int> Run(CancellationToken cancellationToken) =>
        (await Task.WhenAll(_ways.Select(w => Run(w.Settings, w.Notifier, cancellationToken))).ConfigureAwait(false)).Sum();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, notifier) in _ways)
            (notifier as IDisposable)?.Dispose();
    }

    /// <summary>One way does not wait for another.</summary>
    private async Task<int> Run(NotifySettings way, INotifier notifier, CancellationToken cancellationToken)
    {
        _feed.Fill(way);
        var changes = 0;
        foreach (var row in _room.Store.Outbox().Where(r => r.Way == way.Name && !r.IsParked && r.Due <= _room.Clock.GetUtcNow()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = await One(way, notifier, row, cancellationToken).ConfigureAwait(false);
            if (answer.Kind == AnswerKind.Taken)
                changes++;
            if (answer.Kind == AnswerKind.Away)
                break;
        }

        return changes;
    }

    private async Task<Answer> One(NotifySettings way, INotifier notifier, OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (!_packing.Pack(way, row).Try(out var packed, out var refusal))
            {
                KeepIn(row, refusal.ToString());
                return new Answer(AnswerKind.NotNow, refusal.Message);
            }

            var answer = packed.Delivery is null ? new Answer(AnswerKind.Taken, "There is nothing to tell.") : await notifier.Notify(packed.Delivery, cancellationToken).ConfigureAwait(false);
            Settle(row, answer);
            return answer;
        }
        catch (Exception e) when (Poison.Is(e))
        {
            _room.Log.Poisoned($"{row.Way} {row.Last}", e);
            Park(row with { Attempts = row.Attempts + 1, Problem = Poison.Reason(e).ToString() });
            return new Answer(AnswerKind.Refused, Poison.Reason(e).Message);
        }
    }

    /// <summary>What the gate keeps in was not tried: it is asked for again at each turn, and goes as soon as it may.</summary>
    private void KeepIn(OutboxRow row, string reason)
    {
        if (row.Problem != reason)
            _room.Commit(new Changes { Queued = [row with { Problem = reason }] });
    }

    private void Settle(OutboxRow row, Answer answer)
    {
        if (answer.Kind == AnswerKind.Taken)
        {
            _room.Commit(new Changes { Unqueued = [(row.Way, row.Last)] });
            return;
        }

        _room.Log.NotDelivered(row.Way, row.Last, answer.Said);
        if (!_room.Store.Outbox().Any(r => r.Way == row.Way && r.Last == row.Last))
            return; // Somebody dropped it meanwhile.
        var tried = row with { Problem = answer.Said, Attempts = row.Attempts + (answer.Kind == AnswerKind.Away ? 0 : 1) };
        if (tried.Attempts >= MostAttempts)
            Park(tried);
        else
            Wait(tried, answer.RetryAfter > Pause(tried.Attempts) ? answer.RetryAfter.Value : Pause(tried.Attempts));
    }

    /// <summary>One minute, two, four … up to the longest.</summary>
    private static TimeSpan Pause(int attempts) => attempts > 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortPause.Ticks << Math.Max(0, attempts - 1)));

    private void Wait(OutboxRow row, TimeSpan pause) => _room.Commit(new Changes { Queued = [row with { Due = _room.Clock.GetUtcNow() + pause }] });

    private void Park(OutboxRow row) => _room.Commit(new Changes
    {
        Queued = [row with { IsParked = true }],
        Events = [Event.Of("delivery-parked", "", null, Event.Program, ("way", row.Way), ("number", row.Last.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("reason", row.Problem ?? ""))],
    });

    private static INotifier NotifierOf(NotifySettings settings, TimeProvider clock) => settings switch
    {
        WebhookSettings webhook => new Webhook(webhook, clock),
        MailSettings mail => new MailDigest(mail, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "An unknown kind of way."),
    };
}

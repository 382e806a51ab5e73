using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>Makes a delivery out of its events and takes it through the egress gate.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Packing(NewsroomContext room)
{
    /// <summary>The delivery, cleared; null when there is nothing in it to tell. Refused when all of it is kept in.</summary>
    /// <param name="way">The way.</param>
    /// <param name="rows">What waits and goes together: of a webhook one, of a digest all.</param>
    public Outcome<Packed> Pack(NotifySettings way, ImmutableArray<OutboxRow> rows)
    {
        ImmutableArray<EventRow> events = [.. rows.SelectMany(r => room.Store.Events(after: r.First - 1, last: r.Last)).Where(e => Feed.IsWanted(way, e)).DistinctBy(e => e.Number).OrderBy(e => e.Number)];
        if (events.IsEmpty)
            return new Packed(null);
        return way switch
        {
            MailSettings mail => Digest(mail, rows, events),
            WebhookSettings webhook => Cleared(EventBody.Of(events[0], webhook.NamesPeople), Exit.Webhook, Editions(events[0])),
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, "An unknown kind of way."),
        };
    }

    /// <summary>The gate is asked for each event of a digest, and then for its whole text.</summary>
    private Outcome<Packed> Digest(MailSettings mail, ImmutableArray<OutboxRow> rows, ImmutableArray<EventRow> events)
    {
        var asked = events.Select(e => (Event: e, Cleared(DigestText.Of("", [e], 0, mail.Link), Exit.Mail, Editions(e)).Refusal)).ToList();
        var told = asked.Where(a => a.Refusal is null).Select(a => a.Event).ToList();
        if (told.Count == 0)
            return asked[0].Refusal!;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mail.Name}\n{rows[0].First}\n{events[^1].Hash}"))).AsSpan(0, 16));
        return Cleared(DigestText.Of(id, told, events.Length - told.Count, mail.Link), Exit.Mail, []).Try(out var packed, out var refusal)
            ? packed with { KeptIn = [.. asked.Where(a => a.Refusal is not null).Select(a => (a.Event.Number, a.Refusal!.ToString()))] }
            : refusal;
    }

    /// <summary>The editions of which an event tells: its own, or all of its article's.</summary>
    private ImmutableArray<Edition> Editions(EventRow row) => row.Event switch
    {
        { Article.Length: 0 } => [],
        { Language: { } language } => room.Store.Edition(row.Event.Article, language) is { } one ? [one.Edition] : [],
        _ => [.. room.Store.Editions(row.Event.Article).Select(e => e.Edition)],
    };

    private Outcome<Packed> Cleared(Delivery delivery, Exit exit, ImmutableArray<Edition> editions)
    {
        Cleared<Delivery>? cleared = null;
        foreach (var edition in editions.IsEmpty ? [null] : editions.Cast<Edition?>())
        {
            if (!room.Egress.Clear(delivery, new Departure(exit, edition, $"{delivery.Subject}\n{delivery.Body}", room.Clock.GetUtcNow())).Try(out cleared, out var refusal))
                return refusal;
        }

        return new Packed(cleared);
    }
}

/// <summary>A delivery that may leave.</summary>
/// <param name="Delivery">The delivery; null when there is nothing to tell.</param>
internal sealed record Packed(Cleared<Delivery>? Delivery)
{
    /// <summary>The events that the gate keeps in, by number, each with the reason: they are told when they may be.</summary>
    public ImmutableArray<(long Number, string Reason)> KeptIn { get; init; } = [];
}

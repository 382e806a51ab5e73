using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Says what stands where and what to do next.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class StatusReport(NewsroomContext room)
{
    public NewsroomStatus Make()
    {
        var gone = room.Store.Articles().Where(a => !File.Exists(Path.Combine(room.Settings.Source.Folder, a.Path))).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var outbox = room.Store.Outbox();
        return new NewsroomStatus([.. room.Store.Heads().Select(h => One(h, gone.Contains(h.Article)))], room.Store.Quarantine(), room.Relative(room.Settings.Source.Folder), room.Relative(room.Rejected))
        {
            Waiting = outbox.Length,
            ParkedDeliveries = outbox.Count(r => r.IsParked),
        };
    }

    /// <summary>The units of an edition in document order.</summary>
    public ImmutableArray<UnitStatus> Units(Edition edition)
    {
        var work = edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        return [.. room.Extract(edition.Article, edition.Revision).Units.Select(u => new UnitStatus(u.Name, StageOf(edition, work[u.Id]), u.Line,
            string.Join(' ', work[u.Id].Select(s => s.Target is null ? "" : u.LineOf(s.Target)).Where(t => t.Length > 0)), string.Join(" / ", work[u.Id].Select(s => s.SentBack?.Reason).OfType<string>().Distinct()),
            string.Join(" / ", work[u.Id].Where(s => s.Target is null).Select(s => s.Difference()).OfType<string>())) { Comments = [.. edition.Comments.Where(c => c.UnitId == u.Id)] })];
    }

    private static string StageOf(Edition edition, IEnumerable<SegmentWork> segments)
    {
        var position = segments.Min(s => s.Position(edition.Route));
        return position < edition.Route.Stages.Length ? edition.Route.Stages[position].Name : "done";
    }

    private EditionStatus One(EditionHead head, bool isGone) => new(
        head.Article, head.Language, head.Revision, head.Stage ?? (head.Marks.IsRetracted ? "retracted" : head.IsLive ? "published" : "ready"), head.Done, head.Segments, string.Join(", ", head.People), Flags(head, isGone), Next(head))
    {
        Due = head.Marks.Due,
        IsLate = head.IsLate(room.Clock.GetUtcNow()),
        ClaimedUntil = head.Seats is [var only] ? only.ClaimedUntil : null,
        Parts = head.Seats.Length > 1 ? [.. head.Seats.Select(s => new PartStatus(s.Name, s.Person ?? "", s.Waiting, s.ClaimedUntil))] : [],
        Embargo = head.Marks.Embargo,
    };

    private bool IsEmbargoed(EditionHead head) => head.Marks.Embargo is { } until && until > room.Clock.GetUtcNow();

    /// <summary>Whether somebody decided what becomes of a published file that was changed by hand.</summary>
    private bool IsDecided(EditionHead head, string found) => room.Store.Outgoing(head.Language, head.LivePath!).Contains(found);

    private static string Shown(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    private string Flags(EditionHead head, bool isGone) => string.Join(", ", new[]
    {
        isGone ? "its source file is gone" : null,
        head.Marks.IsUrgent ? "urgent" : null,
        head.Marks.IsCorrected ? "under correction" : null,
        head.Marks.IsRetractionAsked ? "retraction waits for a second person" : null,
        head.Marks.ChangedByHand is { } found ? (found == Edition.Gone ? "its published file is gone" : IsDecided(head, found) ? "what was changed by hand is decided" : "its published file was changed by hand") : null,
        head.IsLate(room.Clock.GetUtcNow()) ? "late" : null,
        head.Hold is null ? null : "held",
        head.Parked is null ? null : "parked",
        head is { Role: StageRole.Write, IsSentBack: true } ? "sent back" : null,
        IsEmbargoed(head) ? $"embargo until {Shown(head.Marks.Embargo)}" : null,
        head.LivePath is null || head.IsLive ? null : "an older form is live",
    }.OfType<string>());

    private string Next(EditionHead head)
    {
        var name = $"{head.Article} -l {head.Language}";
        if (head.Hold is { } hold)
            return $"held: {hold} (transflow release {name})";
        if (head.Parked is { } parked)
            return $"{parked} (then: transflow retry {name})";
        if (head.Marks is { IsRetracted: true, ChangedByHand: not null })
            return $"put the tombstone back: transflow publish {name}";
        if (head.Marks.ChangedByHand is { } found && found != Edition.Gone && !IsDecided(head, found))
            return $"decide what was changed by hand: transflow changes {name}";
        if (head is { Marks.ChangedByHand: Edition.Gone, Stage: null, IsLive: true })
            return $"write its file again: transflow publish {name}; or retract it";
        if (head.Marks.IsRetracted && head.LivePath is null)
            return "nothing: it was never published";
        if (!head.Marks.IsRetracted && !room.Settings.Targets.ContainsKey(head.Language))
            return $"nothing: '{head.Language}' is no longer among the targets{(head.LivePath is null ? "" : ", and its page stays as it is")}";
        if (head.Stage is null && head.Marks.LacksLine)
            return $"write what the page says: transflow correct {name} --line \"…\" --as …";
        if (head.Stage is not { } stage)
            return head.IsLive ? room.Relative(room.PublishedPath(head.Language, head.LivePath!)) : IsEmbargoed(head) ? "is published when its embargo ends" : "is published at the next publication time";
        return string.Join("; ", head.Seats.Select(s => Next(head, s, head.Seats.Length == 1 ? name : $"{name} --stage {s.Name}", head.Seats.Length == 1)));
    }

    /// <summary>What to do at a seat; of several, who is meant.</summary>
    private string Next(EditionHead head, SeatMark mark, string name, bool isOnly)
    {
        var seat = Seat.Of(mark.Name);
        var file = room.Relative(room.HandOutPath(head.Language, seat, head.Article));
        if (mark.Person is null && room.Settings.StageOf(seat.Stage).IsClaimed && PeopleOf(head, seat) is { IsEmpty: false } people)
            return $"transflow claim {name} --as {string.Join('|', people)}";
        if (mark.Person is null && room.Store.Edition(head.Article, head.Language) is { } row && room.NextFor(row.Edition, seat) is { IsEmpty: false } next)
            return $"nobody has {(isOnly ? "it" : seat)} yet: the next pass gives it to {string.Join(" or ", next)}";
        if (mark.Person is null)
            return $"nobody has {(isOnly ? "it" : seat)}: {Barred(head, seat)}name somebody{(PeopleOf(head, seat).IsEmpty ? "" : " else")} {Where(head, seat)}{(head.Role is StageRole.Write or StageRole.Review ? $"; its file is {file}" : "")}";
        var whose = isOnly ? "" : $"{mark.Person}: ";
        return whose + head.Role switch
        {
            StageRole.Write => $"translate {file}",
            StageRole.Review => isOnly ? $"edit {file}, or: transflow accept {name}" : $"edit {file}",
            StageRole.Approve => isOnly ? $"transflow sign-off {name}" : $"transflow accept {name}",
            _ => $"transflow accept {name}",
        };
    }

    /// <summary>The place in the settings that says who works a seat.</summary>
    private static string Where(EditionHead head, Seat seat) => seat.Strand is null ? $"in people.{seat.Stage}.{head.Language}" : $"in the rule '{seat.Strand}' under routing, then transflow reroute {head.Article}";

    private string Barred(EditionHead head, Seat seat) => PeopleOf(head, seat) is { IsEmpty: false } people
        ? $"{string.Join(" and ", people)} wrote or changed what waits there, and four eyes need another person; "
        : "";

    /// <summary>Of a strand the edition says who may work it.</summary>
    private ImmutableArray<string> PeopleOf(EditionHead head, Seat seat) => seat.Strand is null
        ? room.Settings.PeopleOf(seat.Stage, head.Language)
        : room.Store.Edition(head.Article, head.Language) is { } row ? room.PeopleOf(row.Edition, seat) : [];
}

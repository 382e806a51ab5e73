using System.Globalization;

namespace TransFlow.Core.Stages;

/// <summary>
/// The rules of what may be done to an edition as a whole: who has its stages, what stops it, what keeps it in. One pure, total
/// function beside <see cref="StageMachine"/>, which moves its segments.
/// </summary>
public static class EditionMachine
{
    /// <summary>What becomes of an edition.</summary>
    /// <param name="edition">The edition as it is.</param>
    /// <param name="step">What happens to it.</param>
    /// <param name="actor">Who does it, with the stages that the person may work.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The edition afterwards, or why not.</returns>
    public static Outcome<Edition> Next(Edition edition, EditionStep step, Actor actor, DateTimeOffset now) => step switch
    {
        _ when edition.Retraction is { } retraction => Refused("retracted", $"It was retracted by {retraction.First} and {retraction.Second}: {retraction.Reason}", "Nothing more is done with it."),
        ClaimStage s => Claimed(edition, s, actor, now),
        GiveStage s => Given(edition, s),
        BreakClaim s => Broken(edition, s),
        LapseClaim s => Lapsed(edition, s, now),
        HoldEdition s => Held(edition, s, now),
        ReleaseEdition s => edition.Hold is null ? Nothing("It is not held.") : Released(edition, s.Calendar, now),
        SetEmbargo s => Embargoed(edition, s, actor, now),
        LiftEmbargo s => Lifted(edition, s, actor, now),
        BeginCorrection s => LiveEditionRules.Begun(edition, s, actor, now),
        DescribeCorrection s => LiveEditionRules.Described(edition, s),
        RetractEdition s => LiveEditionRules.Retracted(edition, s, actor, now),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An unknown kind of step."),
    };

    /// <summary>Whether four eyes let a person have a seat of an edition: a reviewer must not have changed a target of it at another stage, an approver at none.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="person">The person.</param>
    /// <returns>True when the person may.</returns>
    public static bool MayWork(Edition edition, Seat seat, string person) => Route.RoleOf(seat.Stage) switch
    {
        StageRole.Review => !edition.Segments.Any(s => edition.Has(seat, s) && s.Changes.Any(c => c.Person == person && (c.Stage != seat.Stage || IsReused(s)))),
        StageRole.Approve => !edition.Segments.Any(s => edition.Has(seat, s) && s.Changes.Any(c => c.Person == person)),
        _ => true,
    };

    /// <summary>Whether the words of a segment are an earlier edition's as they came: whatever stage somebody changed them at there, nobody has looked at them here.</summary>
    private static bool IsReused(SegmentWork segment) => segment.Reused is { } reuse && reuse.Fingerprint == segment.Fingerprint;

    /// <summary>Why a person does not work a seat now: another has it, and gives it away by hand-over, not by being written over.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="person">The person.</param>
    /// <returns>The reason; null when the person has it, or nobody.</returns>
    public static Refusal? WithAnother(Edition edition, Seat seat, string person) => edition.Assignments.GetValueOrDefault(seat.Name) is { } holder && holder != person
        ? Refused("not-assigned", $"The stage '{seat}' of this edition is with {holder}, not with {person}.", $"Let {holder} do it, or give the stage to {person}: transflow assign {edition.Article} -l {edition.Language} --to {person}.")
        : null;

    private static Outcome<Edition> Claimed(Edition edition, ClaimStage step, Actor actor, DateTimeOffset now)
    {
        if (Barred(edition, step.Stage, actor) is { } barred)
            return barred;
        if (edition.Hold is { } hold)
            return Refused("held", $"The edition is held: {hold}", "Release it first: transflow release.");
        var holder = edition.Assignments.GetValueOrDefault(step.Stage);
        var isOver = edition.ClaimedUntil.TryGetValue(step.Stage, out var until) && until <= now;
        if (holder is not null && holder != actor.Person && !isOver)
        {
            return edition.ClaimedUntil.ContainsKey(step.Stage)
                ? Refused("taken", $"{holder} has it until {Shown(until)}.", "Ask the desk to give it to you (transflow assign), or to take it back (transflow break).")
                : Refused("taken", $"{holder} has it.", "Ask the desk to give it to you (transflow assign), or to take it back (transflow break).");
        }

        return Assigned(edition, step.Stage, actor.Person, step.Until);
    }

    private static Outcome<Edition> Given(Edition edition, GiveStage step)
    {
        if (Barred(edition, step.Stage, step.To) is { } barred)
            return barred;
        return edition.Assignments.GetValueOrDefault(step.Stage) == step.To.Person
            ? Nothing($"{step.To.Person} has it already.")
            : Assigned(edition, step.Stage, step.To.Person, step.Until);
    }

    private static Outcome<Edition> Broken(Edition edition, BreakClaim step)
    {
        if (!Reason.IsGiven(step.Reason))
            return NoReason("A stage is not taken from anybody without a reason.");
        if (NoSeat(edition, Seat.Of(step.Stage)) is { } unknown)
            return unknown;
        return edition.Assignments.ContainsKey(step.Stage) ? Freed(edition, step.Stage) : Nothing("Nobody has it.");
    }

    private static Outcome<Edition> Lapsed(Edition edition, LapseClaim step, DateTimeOffset now) =>
        edition.ClaimedUntil.TryGetValue(step.Stage, out var until) && until <= now ? Freed(edition, step.Stage) : Nothing("No claim of it is over.");

    private static Outcome<Edition> Held(Edition edition, HoldEdition step, DateTimeOffset now)
    {
        if (!Reason.IsGiven(step.Reason))
            return NoReason("Nothing is held without a reason.");
        return edition.Hold is { } reason ? Nothing($"It is held already: {reason}") : edition with { Hold = step.Reason.Trim(), HeldSince = now };
    }

    /// <summary>What is held is not late: claims, due times and escalations have as much working time left as when the hold began, or as when they were set in it.</summary>
    private static Edition Released(Edition edition, WorkCalendar calendar, DateTimeOffset now)
    {
        var released = edition with { Hold = null, HeldSince = null };
        if (edition.HeldSince is not { } held)
            return released;
        if (edition.Arrival is { At: var at } && at > held)
            held = at;
        DateTimeOffset? Later(DateTimeOffset? time) => time is { } was && was > held ? calendar.Add(now, calendar.Between(held, was)) : time;
        return released with
        {
            Arrival = edition.Arrival is { } arrival ? arrival with { Due = Later(arrival.Due), EscalateAt = Later(arrival.EscalateAt) } : null,
            ClaimedUntil = edition.ClaimedUntil.SetItems(edition.ClaimedUntil.Select(c => KeyValuePair.Create(c.Key, Later(c.Value)!.Value))),
        };
    }

    private static Outcome<Edition> Embargoed(Edition edition, SetEmbargo step, Actor actor, DateTimeOffset now)
    {
        if (step.Until <= now)
            return Refused("embargo-past", $"{Shown(step.Until)} is over.", "Give a time that is to come.");
        if (edition.Embargo is { } set && step.Until < set.Until)
            return Refused("second-key", $"It is under embargo until {Shown(set.Until)}; it is not made shorter by one person.", "Let two people lift it (transflow embargo --lift), then set it anew.");
        return edition with { Embargo = new Embargo(step.Until, step.Zone, actor.Person) };
    }

    private static Outcome<Edition> Lifted(Edition edition, LiftEmbargo step, Actor actor, DateTimeOffset now)
    {
        if (edition.Embargo is not { } embargo)
            return Nothing("It is under no embargo.");
        if (!Answers(actor))
            return Refused("not-yours", $"{actor.Person} works no stage of this language that answers for texts.", "Let two people lift it who edit, sign off or clear.");
        if (embargo.Lift is { } first)
        {
            return first.Person == actor.Person
                ? Refused("second-key", $"{actor.Person} turned the first key; the second is another person's.", "Let another person lift it too.")
                : edition with { Embargo = null };
        }

        return !Reason.IsGiven(step.Reason)
            ? NoReason("No embargo is lifted without a reason.")
            : edition with { Embargo = embargo with { Lift = new FirstKey(actor.Person, step.Reason.Trim(), now) } };
    }

    /// <summary>Whether a person works a stage at which somebody answers for what others wrote.</summary>
    internal static bool Answers(Actor actor) => actor.Stages.Any(s => Route.StageNames.Contains(s) && Route.RoleOf(s) != StageRole.Write);

    private static Refusal? Barred(Edition edition, string stage, Actor actor)
    {
        var seat = Seat.Of(stage);
        if (NoSeat(edition, seat) is { } unknown)
            return unknown;
        if (!edition.ActorFor(actor, seat).Stages.Contains(seat.Stage))
            return edition.Strands.GetValueOrDefault(seat.Strand ?? "")?.People.GetValueOrDefault(seat.Stage, []) is { IsEmpty: false } own
                ? Refused("not-named", $"'{stage}' is for {string.Join(", ", own)} alone; {actor.Person} is not named by the rule.", "Let one of them have it, or add the person to the rule in the settings.")
                : Refused("not-named", $"{actor.Person} is not named for '{stage}' in '{edition.Language}'.", $"Add the person to people.{seat.Stage}.{edition.Language} in the settings.");
        return MayWork(edition, seat, actor.Person)
            ? null
            : Refused("four-eyes", $"{actor.Person} wrote or changed targets of it and cannot have '{stage}'.", "Let another person have it.");
    }

    /// <summary>The work of whoever had it stays in the edition; the next hand-out is cut anew, with it.</summary>
    private static Edition Assigned(Edition edition, string stage, string person, DateTimeOffset? until) => edition with
    {
        Round = edition.Assignments.TryGetValue(stage, out var holder) && holder != person ? edition.Round + 1 : edition.Round,
        Assignments = edition.Assignments.SetItem(stage, person),
        ClaimedUntil = until is { } lapses ? edition.ClaimedUntil.SetItem(stage, lapses) : edition.ClaimedUntil.Remove(stage),
    };

    private static Edition Freed(Edition edition, string stage) => edition with
    {
        Round = edition.Round + 1,
        Assignments = edition.Assignments.Remove(stage),
        ClaimedUntil = edition.ClaimedUntil.Remove(stage),
    };

    private static string Shown(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static Refusal? NoSeat(Edition edition, Seat seat) =>
        edition.Route.IndexOf(seat.Stage) >= 0 && (seat.Strand is null || (edition.Strands.TryGetValue(seat.Strand, out var strand) && strand.People.ContainsKey(seat.Stage)))
            ? null
            : Refused("no-such-stage", $"The edition has no stage '{seat}'.", $"Its stages are {string.Join(", ", edition.Route.Stages.SelectMany(s => new[] { s.Name }.Concat(edition.Strands.Values.Where(t => t.People.ContainsKey(s.Name)).Select(t => new Seat(s.Name, t.Name).Name))))}.");

    internal static Refusal NoReason(Sentence what) => Refused("no-reason", what, "Say why in a sentence.");

    internal static Refusal Nothing(Sentence message) => Refused("nothing-to-do", message, "Nothing was changed.");

    internal static Refusal Refused(string code, Sentence message, Sentence remedy) => new(code, message, remedy);
}

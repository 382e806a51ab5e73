using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Who has the stages of an edition: taken, given, taken back. What was done so far stays in the edition, whoever goes on with it.</summary>
public sealed class ClaimActs
{
    private readonly NewsroomContext _room;
    private readonly EditionChange _change;

    internal ClaimActs(NewsroomContext room) => (_room, _change) = (room, new EditionChange(room));

    /// <summary>Takes a stage that nobody has, or renews the claim of the person who has it. Of several, the first wins.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage, or a strand's part of it; null for what can be meant where the edition stands.</param>
    /// <param name="person">The person.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Claim(string article, string language, string? stage, string person) => Step(article, language, stage, person,
        name => new ClaimStage(name, _room.ClaimUntil(name)),
        (name, before) => before.Assignments.GetValueOrDefault(name) == person ? null : Event.Of("claimed", article, language, person, ("stage", name)),
        (edition, seat) => IsNamed(edition, seat, person) && (edition.Assignments.GetValueOrDefault(seat.Name) is not { } holder || holder == person));

    /// <summary>Gives a stage to a person; when another had it, the work is handed over.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage; null for the one at which the edition stands.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="person">Who gives it.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Give(string article, string language, string? stage, string to, string person) => Step(article, language, stage, person,
        name => new GiveStage(name, _room.Settings.ActorOf(to, language)) { Until = _room.ClaimUntil(name) },
        (name, before) => before.Assignments.TryGetValue(name, out var from)
            ? Event.Of("handed-over", article, language, person, ("stage", name), ("from", from), ("to", to))
            : Event.Of("assigned", article, language, person, ("stage", name), ("person", to)),
        (edition, seat) => IsNamed(edition, seat, to) && edition.Assignments.GetValueOrDefault(seat.Name) != to);

    /// <summary>Takes a stage away from whoever has it, so that others may claim it or it is assigned anew.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage; null for the one at which the edition stands.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Break(string article, string language, string? stage, string person, string reason) => Step(article, language, stage, person,
        name => new BreakClaim(name, reason),
        (name, before) => Event.Of("claim-broken", article, language, person, ("stage", name), ("from", before.Assignments[name]), ("reason", reason.Trim())),
        (edition, seat) => edition.Assignments.ContainsKey(seat.Name));

    /// <summary>Ends a claim whose time is over.</summary>
    internal Outcome<Edition> Lapse(string article, string language, string stage) => Step(article, language, stage, Event.Program,
        name => new LapseClaim(name),
        (name, before) => Event.Of("claim-lapsed", article, language, Event.Program, ("stage", name), ("from", before.Assignments.GetValueOrDefault(name, ""))),
        (_, _) => true);

    private Outcome<Edition> Step(string article, string language, string? stage, string person, Func<string, EditionStep> step, Func<string, Edition, Event?> happened, Func<Edition, Seat, bool> isMeant) => _change.Make(article, language, edition =>
    {
        if (!SeatOf(edition, stage, isMeant).Try(out var name, out var unclear))
            return unclear;
        if (!EditionMachine.Next(edition, step(name), _room.Settings.ActorOf(person, language), _room.Clock.GetUtcNow()).Try(out var after, out var refusal))
            return refusal;
        return new Act(after, happened(name, edition), null) { Also = new Changes { Packages = Named(edition, name) } };
    }, evenHeld: true);

    private bool IsNamed(Edition edition, Seat seat, string person) => edition.ActorFor(_room.Settings.ActorOf(person, edition.Language), seat).Stages.Contains(seat.Stage);

    /// <summary>The seat that is said; else the only one that can be meant of those at which the edition stands.</summary>
    private static Outcome<string> SeatOf(Edition edition, string? said, Func<Edition, Seat, bool> isMeant)
    {
        if (said is not null)
            return said;
        if (edition.Seats is not [var first, ..] seats)
            return new Refusal("finished", "It has passed all its stages.", "There is nothing left to have.");
        var meant = seats.Where(s => isMeant(edition, s)).ToList();
        return meant.Count > 1
            ? new Refusal("which-part", $"There are several parts of it: {string.Join(", ", meant)}.", "Say which: --stage.")
            : (meant.Count == 1 ? meant[0] : first).Name;
    }

    /// <summary>The file that is out, with the name of the person who had the stage: what comes back of it later is that person's work.</summary>
    private ImmutableArray<PackageRow> Named(Edition edition, string stage) =>
        edition.Assignments.TryGetValue(stage, out var holder)
        && _room.Store.Packages(edition.Article, edition.Language).FirstOrDefault(p => p.Stage == stage && p.Revision == edition.Revision && p.Round == edition.Round) is { Person: null } package
            ? [package with { Person = holder }]
            : [];
}

using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What people do to an edition by a command or at the desk. Each act commits once, guarded against others.</summary>
public sealed class Acts
{
    private const int Attempts = 5;

    private readonly NewsroomContext _room;
    private readonly Publish _publish;

    internal Acts(NewsroomContext room, Publish publish) => (_room, _publish) = (room, publish);

    /// <summary>Accepts what waits at a reviewing stage: the whole edition, or some of its units.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage; null for the one at which the edition stands.</param>
    /// <param name="person">Who accepts; null for the person who has the stage.</param>
    /// <param name="units">Names or ids of units; empty for all.</param>
    /// <returns>How many segments were accepted.</returns>
    public Outcome<int> Accept(string article, string language, string? stage, string? person, ImmutableArray<string> units) =>
        Each(article, language, stage, person, units, "accepted", (s, at) => s.Position(at.Route) == at.Index ? new Accept(at.Name) : null, []);

    /// <summary>Sends segments back to the translator.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who sends back; null for the person who has the stage.</param>
    /// <param name="units">Names or ids of units; empty for all.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <returns>How many segments went back.</returns>
    public Outcome<int> SendBack(string article, string language, string? person, ImmutableArray<string> units, string reason) =>
        Each(article, language, null, person, units, "sent-back", (s, at) => s.Position(at.Route) >= at.Index ? new SendBack(at.Name, reason) : null, [("reason", reason.Trim())]);

    /// <summary>Takes a returned file, or the XLIFF files of a returned archive.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path as people know it.</param>
    /// <param name="person">Who hands it in; null for the person who has the job.</param>
    /// <param name="isRehearsal">True to say what would become of it, and change nothing.</param>
    /// <returns>What became of each.</returns>
    public ImmutableArray<TakenReturn> Return(byte[] bytes, string path, string? person, bool isRehearsal = false) =>
        new ReturnDesk(_room) { IsRehearsal = isRehearsal }.TakeAll(bytes, path, ReturnWay.HandedBack, person);

    /// <summary>Gives a stage of an edition to a person.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage; null for the one at which the edition stands.</param>
    /// <param name="person">The person.</param>
    /// <param name="onlyIfFree">True to refuse when another person has it.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Assign(string article, string language, string? stage, string person, bool onlyIfFree) => Change(article, language, edition =>
    {
        if ((stage ?? edition.Stage?.Name) is not { } name || edition.Route.IndexOf(name) < 0)
            return new Refusal("no-such-stage", $"The edition has no stage '{stage}' to give.", $"Its stages are {string.Join(", ", edition.Route.Stages.Select(s => s.Name))}.");
        if (!_room.Settings.PeopleOf(name, language).Contains(person))
            return new Refusal("not-named", $"{person} is not named for '{name}' in '{language}'.", $"Add the person to people.{name}.{language} in the settings.");
        if (onlyIfFree && edition.Assignments.TryGetValue(name, out var other) && other != person)
            return new Refusal("taken", $"{other} has it.", "Ask the desk to give it to you: transflow assign.");
        var next = edition with { Assignments = edition.Assignments.SetItem(name, person) };
        return (next, Event.Of("assigned", article, language, person, ("stage", name), ("person", person)));
    });

    /// <summary>Stops everything for an edition, or lets it go on.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="reason">Why it is held; null to release it.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Hold(string article, string language, string? reason, string person) => Change(article, language, edition => (reason, edition.Hold) switch
    {
        (null, null) => new Refusal("nothing-to-do", "It is not held.", "Nothing was changed."),
        (not null, not null) => new Refusal("nothing-to-do", $"It is held already: {edition.Hold}", "Nothing was changed."),
        (null, _) => (edition with { Hold = null }, Event.Of("released", article, language, person)),
        _ => (edition with { Hold = reason }, Event.Of("held", article, language, person, ("reason", reason))),
    });

    /// <summary>Lets automatic work on a parked edition be tried again.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Retry(string article, string language, string person) => Change(article, language, edition => edition.Parked is null
        ? new Refusal("nothing-to-do", "It is not parked.", "Nothing was changed.")
        : (edition with { Parked = null }, Event.Of("retried", article, language, person)));

    /// <summary>Publishes an edition now.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>The edition afterwards.</returns>
    public async Task<Outcome<Edition>> Publish(string article, string language, CancellationToken cancellationToken)
    {
        using var turn = await _room.Turn(_publish.Name, cancellationToken).ConfigureAwait(false);
        if (!_room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        if (row.Edition.Stage is { } stage)
            return new Refusal("not-finished", $"It stands at '{stage.Name}'.", "Only what has passed all its stages is published.");
        if (row.Edition.Live?.Fingerprint == row.Edition.Fingerprint)
            return new Refusal("nothing-to-do", $"It is live as it is: {row.Edition.Live.Path}", "Nothing was changed.");
        return await _publish.One(row, cancellationToken).ConfigureAwait(false) is { } refusal ? refusal : _room.Store.Edition(article, language)!.Edition;
    }

    private Outcome<int> Each(string article, string language, string? stage, string? person, ImmutableArray<string> units, string kind, Func<SegmentWork, Place, StageEvent?> step, (string, string)[] details)
    {
        var count = 0;
        var outcome = Change(article, language, edition =>
        {
            var names = _room.Extract(article, edition.Revision).Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
            if (units.FirstOrDefault(u => !names.Any(n => n.Key == u || n.Value == u)) is { } unknown)
                return new Refusal("no-such-unit", $"The article has no unit '{unknown}'.", $"Its units are {string.Join(", ", names.Values.Take(8))} … (transflow units {article} -l {language}).");
            var at = Place.Of(edition, stage);
            if (at.Index < 0)
                return new Refusal("no-such-stage", $"The route has no stage '{stage}'.", $"Its stages are {string.Join(", ", edition.Route.Stages.Select(s => s.Name))}.");
            if (at.Role == StageRole.Write)
                return new Refusal("not-to-review", $"It stands at '{at.Name}'.", "Only the translator's file moves it on; see 'transflow status'.");
            if ((person ?? edition.Assignments.GetValueOrDefault(at.Name)) is not { } who)
                return new Refusal("who", $"Nobody has the stage '{at.Name}' of this edition.", "Say who you are with --as, and be named for the stage in the settings.");

            var actor = _room.Settings.ActorOf(who, language);
            var segments = edition.Segments.ToBuilder();
            count = 0;
            for (var i = 0; i < segments.Count; i++)
            {
                var unit = segments[i].UnitId;
                if ((!units.IsEmpty && !units.Contains(unit) && !units.Contains(names[unit])) || step(segments[i], at) is not { } happened)
                    continue;
                if (!StageMachine.Next(segments[i], happened, actor, edition.Route).Try(out var next, out var refusal))
                    return refusal with { Unit = names[unit] };
                count += next.Equals(segments[i]) ? 0 : 1;
                segments[i] = next;
            }

            if (count == 0)
                return new Refusal("nothing-waits", $"Nothing of it waits at '{at.Name}'; it stands at '{edition.Stage?.Name ?? "published"}'.", "See 'transflow status'.");
            if (kind == "accepted" && edition with { Segments = segments.ToImmutable() } is { Stage: null } ready && _publish.Make(ready).Refusal is { } unsound)
                return unsound;
            var after = edition with { Segments = segments.ToImmutable(), Parked = null, Round = edition.Round + (kind == "sent-back" ? 1 : 0) };
            return (after, Event.Of(kind, article, language, who, [("stage", at.Name), ("segments", count.ToString(CultureInfo.InvariantCulture)), .. details]));
        });
        return outcome.Try(out _, out var refused) ? count : refused;
    }

    internal Outcome<Edition> Change(string article, string language, Func<Edition, Act> act)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (!_room.Edition(article, language).Try(out var row, out var missing))
                return missing;
            var result = act(row.Edition);
            if (result.Refusal is { } refusal)
                return refusal;
            if (_room.Commit(new Changes { Editions = [(result.After!, row.Version)], Events = [result.Happened!] }))
                return result.After!;
        }

        return new Refusal("busy", "The edition was changed by others at the same moment, five times.", "Try again.");
    }

    /// <summary>The stage at which an act happens.</summary>
    private readonly record struct Place(string Name, int Index, Route Route)
    {
        public StageRole Role => Route.Stages[Index].Role;

        /// <summary>The stage named, else the one where the edition stands, else its last.</summary>
        public static Place Of(Edition edition, string? stage)
        {
            var name = stage ?? edition.Stage?.Name ?? edition.Route.Stages[^1].Name;
            return new Place(name, edition.Route.IndexOf(name), edition.Route);
        }
    }

    /// <summary>What an act makes of an edition, or why not.</summary>
    internal sealed record Act(Edition? After, Event? Happened, Refusal? Refusal)
    {
        public static implicit operator Act((Edition After, Event Happened) done) => new(done.After, done.Happened, null);

        public static implicit operator Act(Refusal refusal) => new(null, null, refusal);
    }
}

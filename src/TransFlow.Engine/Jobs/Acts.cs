using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>What people do to an edition by a command or at the desk. Each act commits once, guarded against others.</summary>
public sealed class Acts
{
    /// <summary>So many units are named where one is not known.</summary>
    private const int MostNamed = 8;

    private readonly NewsroomContext _room;
    private readonly EditionChange _change;
    private readonly Publish _publish;

    internal Acts(NewsroomContext room, Publish publish) => (_room, _change, _publish) = (room, new EditionChange(room), publish);

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

    /// <summary>Opens approved segments again at a stage that reviews or approves; what is live stays live until they are approved anew.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="stage">The stage; null for the first that reviews.</param>
    /// <param name="person">Who opens them; null for the person who has the stage.</param>
    /// <param name="units">Names or ids of units; empty for all.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <returns>How many segments were opened.</returns>
    public Outcome<int> Reopen(string article, string language, string? stage, string? person, ImmutableArray<string> units, string reason)
    {
        if (!_room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        var edition = row.Edition;
        var first = edition.Route.Stages[edition.Route.WriteIndex + 1].Name;
        return Each(article, language, stage ?? first, person, units, "reopened",
            (s, at) => (stage is null ? edition.Route.ReviewOf(s) : at.Name) is var name && s.Position(at.Route) > at.Route.IndexOf(name) ? new Reopen(name, reason) : null, [("reason", reason.Trim())]);
    }

    /// <summary>Takes a returned file, or the XLIFF files of a returned archive.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path as people know it.</param>
    /// <param name="person">Who hands it in; null for the person who has the job.</param>
    /// <param name="isRehearsal">True to say what would become of it, and change nothing.</param>
    /// <param name="edition">The article and language that it is for, where nothing in the file says so; null to find out.</param>
    /// <returns>What became of each.</returns>
    public ImmutableArray<TakenReturn> Return(byte[] bytes, string path, string? person, bool isRehearsal = false, (string Article, string Language)? edition = null) =>
        edition is { } named && !_room.Edition(named.Article, named.Language).Try(out _, out var refusal) ? [new TakenReturn(ReturnDesk.Refused, "", [refusal])]
        : new ReturnDesk(_room, isRehearsal).Receive(bytes, path, person, edition);

    /// <summary>Takes returned files or archives one after another, the oldest first.</summary>
    /// <param name="files">The files with their paths as people know them, and when they were last written.</param>
    /// <param name="person">Who hands them in; null for the person who has the job.</param>
    /// <param name="isRehearsal">True to say what would become of them, one after another, and change nothing.</param>
    /// <param name="edition">The article and language that they are for, where nothing in them says so; null to find out.</param>
    /// <returns>What became of each, in the order in which they were taken.</returns>
    public ImmutableArray<(string Path, ImmutableArray<TakenReturn> Taken)> Return(IEnumerable<(string Path, byte[] Bytes, DateTime Written)> files, string? person, bool isRehearsal = false, (string Article, string Language)? edition = null)
    {
        var desk = new ReturnDesk(_room, isRehearsal);
        var refusal = edition is { } named ? _room.Edition(named.Article, named.Language).Refusal : null;
        return [.. files.OrderBy(f => (f.Written, f.Path), AgeOrder.Instance).Select(f => (f.Path, refusal is null
            ? desk.Receive(f.Bytes, f.Path, person, edition)
            : [new TakenReturn(ReturnDesk.Refused, "", [refusal])]))];
    }

    /// <summary>Stops everything for an edition.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Hold(string article, string language, string reason, string person) =>
        _change.Step(article, language, person, _ => new HoldEdition(reason), (_, after) => Event.Of("held", article, language, person, ("reason", after.Hold!)));

    /// <summary>Lets a held edition go on.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Release(string article, string language, string person) =>
        _change.Step(article, language, person, _ => new ReleaseEdition(_room.Settings.Calendar), (_, _) => Event.Of("released", article, language, person));

    /// <summary>Lets automatic work on a parked edition be tried again.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Retry(string article, string language, string person) => _change.Make(article, language, edition => edition.Parked is null
        ? new Refusal("nothing-to-do", "It is not parked.", "Nothing was changed.")
        : (edition with { Parked = null }, Event.Of("retried", article, language, person)), evenRetracted: true, evenHeld: true);

    /// <summary>Publishes an edition now.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>The edition afterwards.</returns>
    public async Task<Outcome<Edition>> Publish(string article, string language, CancellationToken cancellationToken)
    {
        if (!(await _room.Turn(_publish.Name, NewsroomContext.Patience, cancellationToken).ConfigureAwait(false)).Try(out var turn, out var taken))
            return taken;
        using var held = turn;
        if (!_room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        if (_publish.NotYet(row.Edition) is { } notYet)
            return notYet;
        if (await _publish.One(row, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;
        await _publish.Index.Run(cancellationToken).ConfigureAwait(false);
        return _room.Store.Edition(article, language)!.Edition;
    }

    private Outcome<int> Each(string article, string language, string? stage, string? person, ImmutableArray<string> units, string kind, Func<SegmentWork, Place, StageEvent?> step, (string, string)[] details)
    {
        var count = 0;
        Edition? seen = null;
        var outcome = _change.Make(article, language, edition =>
        {
            var names = _room.Extract(article, edition.Revision).Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
            if (units.FirstOrDefault(u => !names.Any(n => n.Key == u || n.Value == u)) is { } unknown)
                return new Refusal("no-such-unit", $"The article has no unit '{unknown}'.", $"Its units are {string.Join(", ", names.Values.Take(MostNamed)) + (names.Count > MostNamed ? " …" : "")} (transflow units {article} -l {language}).");
            bool IsNamed(SegmentWork s) => units.IsEmpty || units.Contains(s.UnitId) || units.Contains(names[s.UnitId]);
            var at = Place.Of(edition, stage ?? StageOf(edition, edition.Segments.Where(IsNamed), person));
            bool IsMeant(SegmentWork s) => IsNamed(s) && (at.Strand is null || edition.SeatOf(s, at.Name).Strand == at.Strand);
            if (seen is not null && !seen.Segments.Where(IsMeant).SequenceEqual(edition.Segments.Where(IsMeant)))
                return Overtaken(article, language);
            seen = edition;
            if (at.Index < 0)
                return new Refusal("no-such-stage", $"The route has no stage '{stage}'.", $"Its stages are {string.Join(", ", edition.Route.Stages.Select(s => s.Name))}.");
            if (at.Role == StageRole.Write)
                return new Refusal("not-to-review", $"It stands at '{at.Name}'.", "Only the translator's file moves it on; see 'transflow status'.");
            var holders = edition.Segments.Where(IsMeant).Select(s => edition.SeatOf(s, at.Name)).Distinct().Select(s => edition.Assignments.GetValueOrDefault(s.Name)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (person is null && holders.Count > 1)
                return new Refusal("who", $"Several people have parts of '{at.Name}': {string.Join(", ", holders)}.", "Say who you are with --as.");
            if ((person ?? holders.FirstOrDefault()) is not { } who)
                return new Refusal("who", $"Nobody has the stage '{at.Name}' of this edition.", "Say who you are with --as, and be named for the stage in the settings.");

            var actor = _room.Settings.ActorOf(who, language);
            var isAll = units.IsEmpty && at.Strand is null && !edition.Strands.IsEmpty;
            bool IsOthers(SegmentWork s) => isAll && (!edition.ActorFor(actor, s).Stages.Contains(at.Name)
                || (holders.Contains(who) && edition.Assignments.GetValueOrDefault(edition.SeatOf(s, at.Name).Name) is { } holder && holder != who));
            // To open again what is through is nobody's turn; to accept or send back is that of whoever has the stage.
            Refusal? WithAnother(SegmentWork s) => kind == "reopened" ? null : EditionMachine.WithAnother(edition, edition.SeatOf(s, at.Name), who);
            var segments = edition.Segments.ToBuilder();
            count = 0;
            Refusal? live = null;
            var (published, decided) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
            for (var i = 0; i < segments.Count; i++)
            {
                var unit = segments[i].UnitId;
                if (kind != "accepted" && IsMeant(segments[i]) && SegmentActs.Live(edition, segments[i]) is { } has)
                {
                    live = has with { Unit = names[unit] };
                    published.Add(unit);
                    continue;
                }

                if (!IsMeant(segments[i]) || IsOthers(segments[i]) || (isAll && WithAnother(segments[i]) is not null) || step(segments[i], at) is not { } happened || segments[i].SkipsStage(happened.Stage))
                    continue;
                if (!StageMachine.Next(segments[i], happened, edition.ActorFor(actor, segments[i]), edition.Route).Try(out var next, out var refusal))
                    return refusal with { Unit = names[unit] };
                if (!next.Equals(segments[i]) && WithAnother(segments[i]) is { } another)
                    return another;
                if (next.Equals(segments[i]))
                    continue;
                count++;
                decided.Add(unit);
                segments[i] = next;
            }

            if (count == 0 && !edition.Segments.Any(s => IsMeant(s) && edition.ActorFor(actor, s).Stages.Contains(at.Name)))
                return new Refusal("not-named", $"{who} is not named for '{at.Name}' in '{language}'.", $"Add the person to people.{at.Name}.{language} in the settings.");
            if (count == 0 && live is not null)
                return live;
            // Sentences that readers have stay beside others of their unit; of a unit that was named and does not move at all people hear why.
            if (!units.IsEmpty && published.Find(u => !decided.Contains(u)) is { } whole)
                return live! with { Unit = names[whole] };
            if (count == 0)
                return NothingWaits(edition, at, edition.Segments.Where(IsMeant));
            if (kind == "accepted" && edition with { Segments = segments.ToImmutable() } is { Stage: null } ready && _publish.Make(ready).Refusal is { } unsound)
                return unsound;
            var after = edition with { Segments = segments.ToImmutable(), Parked = null, Round = edition.Round + (kind is "sent-back" or "reopened" ? 1 : 0) };
            return (after, Event.Of(kind, article, language, who, [("stage", at.Name), ("segments", count.ToString(CultureInfo.InvariantCulture)), .. details]));
        });
        return outcome.Try(out _, out var refused) ? count : refused;
    }

    /// <summary>
    /// The stage that a person means who names none: the one at which the edition stands; where that is not the person's to decide at,
    /// since some of it is with the translator again, the first at which something named waits for the person.
    /// </summary>
    private string StageOf(Edition edition, IEnumerable<SegmentWork> named, string? person)
    {
        var route = edition.Route;
        var actor = person is null ? null : _room.Settings.ActorOf(person, edition.Language);
        bool Works(SegmentWork segment, Stage stage) => actor is null || edition.ActorFor(actor, segment).Stages.Contains(stage.Name);
        var segments = named.ToList();
        if (edition.Stage is { Role: not StageRole.Write } stage && segments.Exists(s => Works(s, stage)))
            return stage.Name;
        foreach (var later in route.Stages.Skip(route.WriteIndex + 1))
        {
            if (segments.Exists(s => s.Position(route) == route.IndexOf(later.Name) && Works(s, later)))
                return later.Name;
        }

        var last = route.Stages.Skip(route.WriteIndex + 1).LastOrDefault(l => segments.Exists(s => Works(s, l)), route.Stages[^1]);
        return segments.TrueForAll(s => s.Position(route) == route.Stages.Length) ? last.Name : edition.Stage?.Name ?? last.Name;
    }

    private static Refusal NothingWaits(Edition edition, Place at, IEnumerable<SegmentWork> meant)
    {
        var slowest = meant.Select(s => s.Position(edition.Route)).DefaultIfEmpty(edition.Position).Min();
        if (slowest == at.Index)
            return new Refusal("nothing-waits", $"What of it waits at '{at.Name}' is with others.", "See 'transflow status'.");
        return slowest == edition.Route.Stages.Length
            ? new Refusal("nothing-waits", $"Nothing of it waits at '{at.Name}'; it is through.", "Before it is live, open it again: transflow reopen; afterwards begin a correction: transflow correct.")
            : new Refusal("nothing-waits", $"Nothing of it waits at '{at.Name}'; it stands at '{edition.Route.Stages[slowest].Name}'.", "See 'transflow status'.");
    }

    /// <summary>Two decided at the same moment: nobody decides on what somebody else has just changed without having seen it.</summary>
    private Refusal Overtaken(string article, string language)
    {
        var last = _room.Store.Events(article, language).Last(e => e.Event.Actor != Event.Program).Event;
        return new Refusal("overtaken", $"{last.Actor} was faster at the same moment ({last.Kind}).", "Nothing of yours was changed; look at it again, then decide.");
    }

    /// <summary>The stage at which an act happens.</summary>
    private readonly record struct Place(string Name, string? Strand, int Index, Route Route)
    {
        public StageRole Role => Route.Stages[Index].Role;

        /// <summary>A stage, or a strand's part of one.</summary>
        public static Place Of(Edition edition, string named)
        {
            var seat = Seat.Of(named);
            return new Place(seat.Stage, seat.Strand, edition.Route.IndexOf(seat.Stage), edition.Route);
        }
    }
}

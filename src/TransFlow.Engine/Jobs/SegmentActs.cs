using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// What people do to segments that they see: each act names the words it is about, and is refused when they changed meanwhile,
/// so that nobody approves or overwrites what another wrote unseen.
/// </summary>
public sealed class SegmentActs
{
    /// <summary>The code of a refusal because the words are others by now.</summary>
    public const string Changed = "changed-meanwhile";

    /// <summary>The code of a refusal because there is no such segment any more.</summary>
    public const string Missing = "gone";

    /// <summary>How long one person's changes of one segment count as one.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(1);

    /// <summary>The longest comment or reason, in characters.</summary>
    public const int LongestWords = 2_000;

    private readonly NewsroomContext _room;
    private readonly EditionChange _change;
    private readonly Publish _publish;

    internal SegmentActs(NewsroomContext room, Publish publish) => (_room, _change, _publish) = (room, new EditionChange(room), publish);

    /// <summary>Changes the target of a segment, at the stage where the person may.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who types.</param>
    /// <param name="place">The segment as it was seen.</param>
    /// <param name="typed">The words with numbered markers.</param>
    /// <param name="finish">True when the person is done with the segment.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Save(string article, string language, string person, SegmentPlace place, string typed, bool finish) => _change.Make(article, language, edition =>
    {
        if (!Seen(edition, place).Try(out var segment, out var refusal))
            return refusal;
        var source = _room.Extract(article, edition.Revision);
        var unit = source.Units.First(u => u.Id == place.UnitId);
        var actor = edition.ActorFor(_room.Settings.ActorOf(person, language), segment);
        if (StageFor(edition, segment, actor) is not { } stage)
            return NotYours(edition, segment, actor);
        if (!TypedTarget.Read(typed, segment.Source, unit, CodesElsewhere(edition, segment)).Try(out var target, out refusal))
            return refusal;
        if (StandsBefore(edition, segment, target, stage) is { } before)
            return before with { Unit = unit.Name };
        // What was handed in is handed in again, as by a file: nobody takes it out of the next one's hands by typing.
        var isHandedIn = stage.Role == StageRole.Write && segment.Position(edition.Route) > edition.Route.IndexOf(stage.Name);
        StageEvent step = finish || isHandedIn ? new Deliver(stage.Name, target) : new Edit(stage.Name, target);
        if (!StageMachine.Next(segment, step, actor, edition.Route).Try(out var next, out refusal))
            return refusal with { Unit = unit.Name };
        if (next.Equals(segment))
            return new Refusal("nothing-to-do", "The words are as they were.", "Nothing was changed.");
        var after = Replaced(edition, segment, next);
        if (Broken(source, after, [unit.Id]) is { } broken)
            return broken;
        var happened = Event.Of("edited", article, language, person, ("stage", stage.Name), ("unit", unit.Name), ("segment", Number(place.Index + 1)), ("finished", finish ? "yes" : ""));
        var isSameSession = next.Position(edition.Route) == segment.Position(edition.Route) && IsGoingOn(happened);
        return new Act(after, isSameSession ? null : happened, null);
    });

    /// <summary>Words for a sentence whose words stand in a text before it, which nobody has touched at this stage, would be said twice.</summary>
    private static Refusal? StandsBefore(Edition edition, SegmentWork segment, Content target, Stage stage)
    {
        if (target.IsEmpty || segment.Target is not { IsEmpty: true })
            return null;
        var whole = edition.Segments.LastOrDefault(s => s.UnitId == segment.UnitId && s.Index < segment.Index && s.Target is { IsEmpty: false });
        return whole is null || (whole.Changes is [.., var last] && last.Stage == stage.Name)
            ? null
            : new Refusal("stands-before", $"Its words stand in the text of a sentence before it: “{whole.Target!.Text}”. Yours: “{target.Text}”.", "Take its words out of that text first, then write them here.");
    }

    /// <summary>Whether a segment is as a person saw it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="place">The segment as it was seen.</param>
    /// <returns>Who changed it meanwhile, and what it is now; null when it is as it was.</returns>
    public Refusal? ChangedSince(string article, string language, SegmentPlace place) =>
        _room.Store.Edition(article, language) is not { } row ? Gone() : Seen(row.Edition, place).Try(out _, out var refusal) ? null : refusal;

    /// <summary>Whether the last that happened to the edition was the same: a field that saves itself at each pause tells of one change, not of every pause.</summary>
    private bool IsGoingOn(Event happened) => _room.Store.Events(happened.Article, happened.Language).LastOrDefault() is { } last
        && last.Event.Kind == happened.Kind && last.Event.Actor == happened.Actor && last.Event.Details.SequenceEqual(happened.Details) && _room.Clock.GetUtcNow() - last.At < LongestSession;

    /// <summary>Finishes the stage at which each segment stands: a translator is done with it, an editor approves it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who accepts.</param>
    /// <param name="places">The segments as they were seen.</param>
    /// <returns>How many segments moved on.</returns>
    public Outcome<int> Accept(string article, string language, string person, ImmutableArray<SegmentPlace> places) =>
        Each(article, language, person, places, "accepted", "", (s, stage) => stage.Role == StageRole.Clear ? new Accept(stage.Name) : s.Target is not { } target ? null : stage.Role == StageRole.Write ? new Deliver(stage.Name, target) : new Accept(stage.Name));

    /// <summary>Sends segments back to the translator, from the last stage that the person works.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who sends back.</param>
    /// <param name="places">The segments as they were seen.</param>
    /// <param name="reason">Why; compulsory.</param>
    /// <returns>How many segments went back.</returns>
    public Outcome<int> SendBack(string article, string language, string person, ImmutableArray<SegmentPlace> places, string reason) => reason.Length > LongestWords
        ? TooLong(reason)
        : Each(article, language, person, places, "sent-back", reason.Trim(), (_, stage) => new SendBack(stage.Name, reason));

    /// <summary>Puts a comment beside a segment.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says it.</param>
    /// <param name="unitId">The segment's unit.</param>
    /// <param name="index">The segment's place in it, from 0.</param>
    /// <param name="words">The comment.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Comment(string article, string language, string person, string unitId, int index, string words) => _change.Make(article, language, edition =>
    {
        if (NoComment(words) is { } refusal)
            return refusal;
        if (!edition.Segments.Any(s => s.UnitId == unitId && s.Index == index))
            return Gone();
        var comment = new Comment(unitId, index, person, _room.Clock.GetUtcNow(), words.Trim().ReplaceLineEndings("\n"));
        return (edition with { Comments = edition.Comments.Add(comment) }, Event.Of("commented", article, language, person, ("unit", NameOf(edition, unitId)), ("segment", Number(index + 1))));
    }, evenHeld: true);

    /// <summary>Puts the same comment beside several segments.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says it.</param>
    /// <param name="places">The segments as they were seen.</param>
    /// <param name="words">The comment.</param>
    /// <returns>How many segments have it.</returns>
    public Outcome<int> Comment(string article, string language, string person, ImmutableArray<SegmentPlace> places, string words)
    {
        var outcome = _change.Make(article, language, edition =>
        {
            if (NoComment(words) is { } refusal)
                return refusal;
            if (places.IsEmpty || places.Any(p => !edition.Segments.Any(s => s.UnitId == p.UnitId && s.Index == p.Index)))
                return Gone();
            var now = _room.Clock.GetUtcNow();
            var said = words.Trim().ReplaceLineEndings("\n");
            return (edition with { Comments = edition.Comments.AddRange(places.Select(p => new Comment(p.UnitId, p.Index, person, now, said))) },
                Event.Of("commented-all", article, language, person, ("segments", Number(places.Length))));
        }, evenHeld: true);
        return outcome.Try(out _, out var refused) ? places.Length : refused;
    }

    private static Refusal? NoComment(string words) =>
        string.IsNullOrWhiteSpace(words) ? new Refusal("no-words", "There are no words in it.", "Write the comment first.") : words.Length > LongestWords ? TooLong(words) : null;

    /// <summary>Settles a comment: it stays to be read, and keeps nothing back.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who settles it; somebody named for the language.</param>
    /// <param name="number">The comment's number in the edition, from 1.</param>
    /// <returns>The comment.</returns>
    public Outcome<Comment> Settle(string article, string language, string person, int number)
    {
        var outcome = _change.Make(article, language, edition =>
        {
            if (_room.Settings.ActorOf(person, language).Stages.IsEmpty)
                return new Refusal("not-named", $"{person} is named for no stage of '{language}'.", "Let somebody settle it who works in this language.");
            if (number < 1 || number > edition.Comments.Length)
                return new Refusal("no-such-note", $"There is no note {number}.", $"See: transflow notes {article} -l {language}.");
            var comment = edition.Comments[number - 1];
            if (comment.Settled is { } settled)
                return new Refusal("nothing-to-do", $"{settled.Person} settled it.", "Nothing was changed.");
            return (edition with { Comments = edition.Comments.SetItem(number - 1, comment with { Settled = new Settled(person, _room.Clock.GetUtcNow()) }) },
                Event.Of("note-settled", article, language, person, ("unit", NameOf(edition, comment.UnitId)), ("segment", Number(comment.Index + 1)), ("of", comment.Person)));
        });
        return outcome.Try(out var after, out var refused) ? after.Comments[number - 1] : refused;
    }

    /// <summary>The stage at which a person may change a segment's words now; null for none. What readers have is changed by a correction.</summary>
    internal static Stage? StageFor(Edition edition, SegmentWork segment, Actor actor) => Reached(edition, segment, actor).FirstOrDefault(s => NotNow(edition, segment, s, actor) is null);

    /// <summary>Why nobody changes, sends back or opens what readers have; null when they do not have it. A correction says what it is to them, and opens what it is about alone.</summary>
    internal static Refusal? Live(Edition edition, SegmentWork segment) => edition.IsPublished(segment)
        ? new Refusal("live", "This text is published: readers have it.", "Begin a correction of it first, on the text's work page or with transflow correct; a silent one says nothing on the page.")
        : null;

    /// <summary>The person's stages that a segment has reached and at which words change, the last first.</summary>
    private static IEnumerable<Stage> Reached(Edition edition, SegmentWork segment, Actor actor)
    {
        var route = edition.Route;
        for (var i = Math.Min(segment.Position(route), route.Stages.Length - 1); i >= route.WriteIndex; i--)
        {
            if (actor.Stages.Contains(route.Stages[i].Name) && !segment.SkipsStage(route.Stages[i].Name))
                yield return route.Stages[i];
        }
    }

    /// <summary>Why a person does not change words at a stage of the person's now; null when the person may.</summary>
    private static Refusal? NotNow(Edition edition, SegmentWork segment, Stage stage, Actor actor) =>
        EditionMachine.WithAnother(edition, edition.SeatOf(segment, stage.Name), actor.Person) ?? StageMachine.Approved(segment, edition.Route.IndexOf(stage.Name), edition.Route) ?? ChangedLater(edition.Route, segment, stage) ?? Live(edition, segment);

    /// <summary>Words that somebody wrote at a later stage are changed there, as a file for them would be refused too; what was sent back is at its stage again.</summary>
    private static Refusal? ChangedLater(Route route, SegmentWork segment, Stage stage) =>
        route.IndexOf(stage.Name) is var at && segment.Position(route) > at && segment.Changes is [.., var last] && route.IndexOf(last.Stage) > at
            ? new Refusal("changed-later", $"{last.Person} changed this text at '{last.Stage}'.", "Say in a comment what should be different, or ask for it to be sent back.")
            : null;

    private Outcome<int> Each(string article, string language, string person, ImmutableArray<SegmentPlace> places, string kind, string reason, Func<SegmentWork, Stage, StageEvent?> step)
    {
        var count = 0;
        var outcome = _change.Make(article, language, edition =>
        {
            var named = _room.Settings.ActorOf(person, language);
            var after = edition;
            var stages = new SortedSet<string>(StringComparer.Ordinal);
            Refusal? others = null;
            count = 0;
            foreach (var place in places)
            {
                if (!Seen(edition, place).Try(out var segment, out var unseen))
                    return unseen;
                var actor = edition.ActorFor(named, segment);
                if (StageOf(edition, segment, actor, kind) is not { } stage)
                {
                    others ??= Reached(edition, segment, actor).Select(s => EditionMachine.WithAnother(edition, edition.SeatOf(segment, s.Name), person) ?? ChangedLater(edition.Route, segment, s) ?? Live(edition, segment)).FirstOrDefault(r => r is not null);
                    continue;
                }

                if (step(segment, stage) is not { } happened)
                    continue;
                if (!StageMachine.Next(segment, happened, actor, edition.Route).Try(out var next, out var refusal))
                    return refusal with { Unit = NameOf(edition, place.UnitId) };
                if (next.Equals(segment))
                    continue;
                after = Replaced(after, segment, next);
                stages.Add(stage.Name);
                count++;
            }

            if (count == 0)
                return others ?? new Refusal("nothing-waits", "None of it waits for you.", "Look at the stage of each segment, and at who works it.");
            if (kind == "accepted" && Unsound(edition, after, places) is { } unsound)
                return unsound;
            return (after with { Parked = null, Round = edition.Round + (kind == "sent-back" ? 1 : 0) },
                Event.Of(kind, article, language, person, ("stage", string.Join(", ", stages)), ("segments", Number(count)), ("reason", reason)));
        });
        return outcome.Try(out _, out var refused) ? count : refused;
    }

    /// <summary>For going on, the stage where the segment stands, if it is the person's; for going back, the person's last stage that it has reached.</summary>
    private static Stage? StageOf(Edition edition, SegmentWork segment, Actor actor, string kind)
    {
        var route = edition.Route;
        if (kind == "accepted")
            return MayFinish(edition, segment, actor) ? route.Stages[segment.Position(route)] : null;
        return StageFor(edition, segment, actor) is { } stage && route.IndexOf(stage.Name) > route.WriteIndex ? stage : null;
    }

    /// <summary>Whether the stage at which a segment stands is the person's, and with nobody else.</summary>
    internal static bool MayFinish(Edition edition, SegmentWork segment, Actor actor) => segment.Position(edition.Route) is var position && position < edition.Route.Stages.Length
        && edition.Route.Stages[position].Name is var stage && actor.Stages.Contains(stage) && EditionMachine.WithAnother(edition, edition.SeatOf(segment, stage), actor.Person) is null;

    private Refusal? Unsound(Edition before, Edition after, ImmutableArray<SegmentPlace> places)
    {
        var units = places.Select(p => p.UnitId).ToHashSet(StringComparer.Ordinal);
        if (Broken(_room.Extract(before.Article, before.Revision), after, units) is { } broken)
            return broken;
        return after.Stage is null ? _publish.Make(after).Refusal : null;
    }

    private static Refusal? Broken(Extraction source, Edition edition, HashSet<string> units) =>
        UnitCodes.Check(source, edition).FirstOrDefault(f => f.Severity == Severity.Block && units.Contains(f.UnitId)) is { } finding
            ? new Refusal("codes", finding.Said, "Put the markers right.") { Unit = source.Units.First(u => u.Id == finding.UnitId).Name }
            : null;

    private static Outcome<SegmentWork> Seen(Edition edition, SegmentPlace place)
    {
        if (edition.Segments.FirstOrDefault(s => s.UnitId == place.UnitId && s.Index == place.Index) is not { } segment)
            return Gone();
        if (segment.Fingerprint == place.Fingerprint)
            return segment;
        return segment.Changes is [.., var last]
            ? new Refusal(Changed, $"{last.Person} changed these words while you looked at them. Now: “{segment.Target?.Text}”.", "Read the newer words, then decide again.")
            : new Refusal(Changed, "The source was changed while you looked at it.", "Read the newer words, then decide again.");
    }

    private static HashSet<string> CodesElsewhere(Edition edition, SegmentWork segment) =>
        [.. edition.Segments.Where(s => s.UnitId == segment.UnitId && s.Index != segment.Index && s.Target is not null).SelectMany(s => s.Target!.Parts).Where(p => p.Kind != InlineKind.Text).Select(p => p.Value)];

    private static Edition Replaced(Edition edition, SegmentWork segment, SegmentWork next)
    {
        var at = edition.Segments.IndexOf(edition.Segments.First(s => s.UnitId == segment.UnitId && s.Index == segment.Index));
        return edition with { Segments = edition.Segments.SetItem(at, next) };
    }

    private string NameOf(Edition edition, string unitId) => _room.Extract(edition.Article, edition.Revision).Units.FirstOrDefault(u => u.Id == unitId)?.Name ?? unitId;

    private static Refusal NotYours(Edition edition, SegmentWork segment, Actor actor)
    {
        var (person, route) = (actor.Person, edition.Route);
        if (Reached(edition, segment, actor).FirstOrDefault() is { } own)
            return NotNow(edition, segment, own, actor)!;
        var position = segment.Position(route);
        return position < route.Stages.Length
            ? new Refusal("not-yours", $"The segment is at '{route.Stages[position].Name}', and {person} works none of the stages at which its words may change.", "Ask a person whom the settings name for it.")
            : new Refusal("not-yours", $"The segment has passed all its stages, and {person} works none of the stages at which its words may change.", "Ask a person whom the settings name for it.");
    }

    private static Refusal Gone() => new(Missing, "There is no such segment any more: the article was corrected.", "Load the page anew.");

    private static Refusal TooLong(string words) => new("too-long", $"It has {words.Length} characters; at most {LongestWords} are taken.", "Say it shorter.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

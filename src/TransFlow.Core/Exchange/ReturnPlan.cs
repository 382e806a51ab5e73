using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>By which way a file came back.</summary>
public enum ReturnWay
{
    /// <summary>Saved in place, perhaps half-way: only what was changed or marked counts.</summary>
    InPlace,

    /// <summary>Handed back on purpose: what was left as it was is meant to be so.</summary>
    HandedBack,
}

/// <summary>What a return does to its edition: the edition afterwards, and what to tell the person.</summary>
/// <param name="Edition">The edition afterwards.</param>
/// <param name="Finished">How many segments the return finished at its stage.</param>
/// <param name="Changed">How many targets it changed.</param>
/// <param name="Left">How many segments of the package still wait at its stage.</param>
/// <param name="Refused">Segments that could not be taken, each with its reason.</param>
public sealed record ReturnPlan(Edition Edition, int Finished, int Changed, int Left, ImmutableArray<Refusal> Refused)
{
    private const string InConflict = "conflict";
    private const string Live = "published";
    private const string NotInFile = "not-in-file";
    private const string OutOfDate = "stale";
    private const string WithItsBlock = "with-its-block";
    private const string StaysAsItIs = "What is there now is translated already, and stays. If yours is the better, write it in the newest file, or tell whoever has the edition.";

    /// <summary>From where on a text is another that was mended.</summary>
    private const double Alike = 0.5;

    /// <summary>Words of segments that could not be taken because others changed or approved them meanwhile: kept for whoever decides.</summary>
    public ImmutableArray<MergedSegment> Second { get; init; } = [];

    /// <summary>
    /// True when all that was refused was refused because the edition has gone on without it: nothing that is done to the file mends that, and
    /// whoever works on takes the newest one.
    /// </summary>
    public bool IsOvertaken => !Refused.IsEmpty && Refused.All(r => r.Code is InConflict or Live or NotInFile or OutOfDate or WithItsBlock or StageMachine.ApprovedCode);

    /// <summary>Formatting that the return left out, in units that it changed.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Works out what a return does, three-way: against what went out and against what the edition is now.</summary>
    /// <param name="edition">The edition as it is.</param>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="merged">What the return says.</param>
    /// <param name="name">The name of the package's seat: its stage, or a strand's part of it.</param>
    /// <param name="actor">Who hands it in.</param>
    /// <param name="way">By which way it came.</param>
    /// <param name="isFormerRound">True when segments were sent back since the file was handed out: then the words that were sent back are no answer.</param>
    /// <param name="before">The source article of the package's revision; null when it is the edition's.</param>
    /// <returns>The plan; nothing is lost in it: what cannot be taken is refused by name.</returns>
    public static ReturnPlan For(Edition edition, Extraction source, MergedReturn merged, string name, Actor actor, ReturnWay way, bool isFormerRound = false, Extraction? before = null)
    {
        var seat = Seat.Of(name);
        var stage = seat.Stage;
        var at = edition.Route.IndexOf(stage);
        var role = at < 0 ? StageRole.Review : edition.Route.Stages[at].Role;
        var segments = edition.Segments.ToBuilder();
        var refused = merged.Refused.ToBuilder();
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var replaced = new List<MergedSegment>();
        var gone = new List<ReturnedText>();
        var disputed = new HashSet<string>(StringComparer.Ordinal);
        var (copies, followed) = ReturnedCopies.Of(edition, source, merged.Segments, before);
        merged = merged with { Segments = followed };
        var texts = ReturnedText.In(merged.Segments).ToList();
        var settled = Settled(edition, before);
        var there = new SourcePlaces(edition.Segments);
        var places = ReturnedText.Places(edition.Segments, texts, there, settled, copies);
        var taken = places.Zip(texts).Where(p => p.First >= 0).SelectMany(p => Enumerable.Range(p.First, p.Second.Sentences.Length)).ToHashSet();
        var joined = JoinedText.In(edition.Segments, source.Language).Where(t => edition.Segments[t.First].Target is not null).ToList();
        var stands = joined.SelectMany(t => Enumerable.Range(t.First, t.Count).Select(p => (Place: p, Text: edition.Segments[t.First].Target!))).ToDictionary(t => t.Place, t => t.Text);
        var torn = Torn(joined, texts, places);
        var standing = Standing(edition, source.Language, texts, places, said => StepFor(null, said, stage, role, way) is not null);
        var heirsOf = new ReturnHeirs(edition.Segments, merged.Segments, taken, there, copies);
        var (units, former) = (ById(source), before is null ? null : ById(before));
        var offered = new HashSet<int>();
        var inDoubt = new HashSet<int>();
        void Stale(ReturnedText text)
        {
            var heirs = heirsOf.Of(text);
            var news = heirs.IsEmpty && !text.IsJoined ? heirsOf.NewAt(text.First.UnitId) : [];
            if (heirs.IsEmpty && (!heirsOf.HasNew(text.First.UnitId) || (news is [var another] && heirsOf.IsAnothers(another, text))))
            {
                var same = there.Of(text.First.Source).Where(i => !settled.Contains(i)).Select(i => segments[i]).ToList();
                if (same.Count == 0)
                    gone.Add(text);
                if (same.TrueForAll(s => Equals(Words(s.Target), Words(text.First.Target))))
                    return;
            }

            // Two sentences became one, which is more like the other.
            if (news is [var only])
                heirs = [only];
            refused.Add(StaleText(text, heirs.Any(i => ReturnedText.IsOpen(segments[i]))));
            if (text.Offer(segments, heirs, units, source.Language, new Change(actor.Person, stage)) is not (var at, var shown) || offered.Add(at))
                return;
            segments[at] = segments[at] with
            {
                Candidate = JoinedText.Source([.. new[] { shown.Candidate, segments[at].Candidate }.OfType<Content>()], edition.Language),
                CandidateSource = JoinedText.Source([.. new[] { shown.CandidateSource, segments[at].CandidateSource }.OfType<Content>()], source.Language),
            };
        }

        foreach (var (text, _) in texts.Zip(places).Where(p => p.Second < 0 && (p.First.IsChanged || (p.First.IsJoined && StepFor(null, p.First.First, stage, role, way) is not null))))
            Stale(text);
        foreach (var (text, said, place) in texts.Zip(places).Where(p => p.Second >= 0).SelectMany(p => p.First.Sentences.Select((s, i) => (p.First, s, p.Second + i))))
        {
            var current = segments[place];
            if (isFormerRound && current.SentBack is not null && Equals(Words(current.Target), Words(said.Target)))
                continue;
            // Words that were shown with one sentence and came back for several are meant, though they are the same.
            if (StepFor(current.Target, text is { IsJoined: true, IsChanged: true } ? said with { Sent = null } : said, stage, role, way) is not { } step)
                continue;
            var isChanged = said.Changed || text is { IsJoined: true, IsChanged: true };
            if (!isChanged && SaysNothing(current, said, role, current.Position(edition.Route) > at))
                continue;
            // The words of a sentence may stand with another.
            var yours = (said.Target is { IsEmpty: true } ? text.First : said).Target?.Text;
            var told = new Told(UnitWords.Of(current.UnitId, said.Source.Text), stands.GetValueOrDefault(place)?.Text ?? current.Target?.Text, yours);
            var twice = Twice(standing.GetValueOrDefault(place), said, told, edition.IsPublished(current));
            // Where the text came back as it was nothing but what it stands for is in doubt.
            var isAlone = twice is not null && !text.IsJoined && Equals(standing[place], stands.GetValueOrDefault(place));
            if ((isAlone ? twice : Published(edition, current, said, told) ?? Part(torn.Contains(place), current, said, told) ?? twice ?? Unseen(current, said, told, role) ?? Conflict(current, said, told, stage, actor, isChanged, current.Position(edition.Route) > at)) is { } conflict)
            {
                refused.Add(conflict);
                if (isAlone)
                    inDoubt.UnionWith(joined.Where(t => place > t.First && place < t.First + t.Count).SelectMany(t => Enumerable.Range(t.First, t.Count)));
                // What readers have stays, and what nobody touched in the file is as it was; a sentence beside it that is needed is taken all the same.
                if (!isAlone && (conflict.Code is not (Live or NotInFile) || text.IsJoined))
                    whole.Add(current.UnitId);
                if (conflict.Code == InConflict)
                    disputed.Add(current.UnitId);
                continue;
            }

            if (!StageMachine.Next(current, step, edition.ActorFor(actor, current), edition.Route).Try(out var after, out var refusal))
            {
                if (refusal.Code == StageMachine.ApprovedCode)
                {
                    disputed.Add(current.UnitId);
                    refusal = new Refusal(refusal.Code, refusal.Said, "Your text is kept as a note beside it; ask the editor to send it back if it has to change.");
                }

                refused.Add(refusal with { Unit = UnitWords.Of(current.UnitId, said.Source.Text) });
                // As with what readers have: what was approved stays, a sentence beside it that is needed is taken.
                if (refusal.Code != StageMachine.ApprovedCode || text.IsJoined)
                    whole.Add(current.UnitId);
                continue;
            }

            segments[place] = after;
            if (Replaces(current, said))
                replaced.Add(said with { UnitId = current.UnitId, Sent = current.Target });
        }

        // A unit is taken whole or not at all: half of a text that was put together anew is not what anybody wrote.
        foreach (var (said, place) in texts.Zip(places).Where(p => p.Second >= 0).SelectMany(p => p.First.Sentences.Select((s, i) => (Said: s, Place: p.Second + i))).Where(s => s.Said is { Changed: true, Target.IsEmpty: false } && whole.Contains(segments[s.Place].UnitId)))
        {
            if (!segments[place].Equals(edition.Segments[place]) && !IsOffered(said, edition.Segments[place]))
                refused.Add(new Refusal(WithItsBlock, $"It is not taken as long as another sentence of its block is not: “{said.Target?.Text}”.", "See what is said of that one.") { Unit = UnitWords.Of(segments[place].UnitId, said.Source.Text) });
        }

        for (var i = 0; i < segments.Count; i++)
            segments[i] = whole.Contains(segments[i].UnitId) || inDoubt.Contains(i) ? edition.Segments[i] : segments[i];
        foreach (var (text, place) in texts.Zip(places).Where(p => p.Second >= 0 && whole.Contains(segments[p.Second].UnitId) && IsOffered(p.First.First, segments[p.Second])))
        {
            refused.Add(StaleText(text, Enumerable.Range(place, text.Sentences.Length).Any(i => ReturnedText.IsOpen(segments[i]))));
            text.Offer(segments, [.. Enumerable.Range(place, text.Sentences.Length)], units, source.Language, new Change(actor.Person, stage));
        }

        FinishJoined(segments, at, stage, actor, edition);
        var (shelf, kept) = GoneSentences.Keep(edition, gone.Where(g => !g.IsJoined).Select(g => (g.First, StepFor(null, g.First, stage, role, way))), actor);
        return Counted(edition, WithoutBrokenUnits(edition, source, edition with { Segments = segments.ToImmutable(), Shelf = shelf }, refused), at, seat, [.. refused.Select(r => r with { Unit = Named(r.Unit, units, former) })]) with
        {
            Findings = [.. LostFormatting(edition, source, segments), .. replaced.Where(r => !whole.Contains(r.UnitId)).Select(r => Replaced(r, units)), .. gone.Select(g => Gone(g.First, former, kept.Contains(g.First))), .. Untranslated(segments, merged, units, role, way, there, copies)],
            Second = [.. texts.Zip(places).Where(p => p.Second >= 0 && disputed.Contains(segments[p.Second].UnitId)).SelectMany(p => p.First.Sentences.Where((s, i) => s.Changed && Words(s.Target) is { } words && !words.Equals(segments[p.Second + i].Target)))],
        };
    }

    /// <summary>Whether words for a sentence in another unit than they were written for are shown there when they are not taken.</summary>
    private static bool IsOffered(MergedSegment said, SegmentWork there) => there.UnitId != said.UnitId && ReturnedText.IsOpen(there);

    /// <summary>The places that had their very words in the same unit when the package was cut: what is there did not come from elsewhere.</summary>
    private static HashSet<int> Settled(Edition edition, Extraction? before)
    {
        if (before is null)
            return [];
        var there = before.Units.SelectMany(u => u.Segments.Select(s => (u.Id, s.Source))).ToHashSet();
        return [.. Enumerable.Range(0, edition.Segments.Length).Where(i => there.Contains((edition.Segments[i].UnitId, edition.Segments[i].Source)))];
    }

    private static ReturnPlan Counted(Edition edition, Edition next, int at, Seat seat, ImmutableArray<Refusal> refused)
    {
        var pairs = edition.Segments.Zip(next.Segments).ToList();
        var changed = pairs.Count(p => !Equals(p.First.Target, p.Second.Target) && !Equals(p.First.Shown, p.Second.Target));
        var finished = pairs.Count(p => p.Second.Position(edition.Route) > at && p.First.Position(edition.Route) <= at);
        return new ReturnPlan(next, finished, changed, next.Segments.Count(s => s.Position(next.Route) == at && next.Has(seat, s)), refused);
    }

    /// <summary>A unit whose inline codes no longer fit is not taken; the others are.</summary>
    private static Edition WithoutBrokenUnits(Edition before, Extraction source, Edition after, ImmutableArray<Refusal>.Builder refused)
    {
        var broken = UnitCodes.Check(source, after).Where(f => f.Severity == Severity.Block).ToLookup(f => f.UnitId, StringComparer.Ordinal);
        var own = before.Segments.Where((s, i) => broken.Contains(s.UnitId) && !s.Equals(after.Segments[i])).Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);
        refused.AddRange(source.Units.Where(u => own.Contains(u.Id)).Select(u =>
            new Refusal("codes", string.Join(" ", broken[u.Id].Select(f => Unnamed(f.Message, u.Name))), "Put the codes right in your tool and return the file again.") { Unit = UnitWords.Of(u.Name, u.Text) }));
        return own.Count == 0 ? after : after with { Segments = [.. after.Segments.Select((s, i) => own.Contains(s.UnitId) ? before.Segments[i] : s)] };
    }

    private static Dictionary<string, Unit> ById(Extraction article) => article.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);

    /// <summary>A unit that is gone has the name that it had in the file.</summary>
    private static string? Named(string? unit, Dictionary<string, Unit> units, Dictionary<string, Unit>? former) =>
        unit?.Split(' ', 2) is [var id, .. var rest] && former?.GetValueOrDefault(id) is { } was && !units.ContainsKey(id) ? string.Join(' ', [was.Name, .. rest]) : unit;

    /// <summary>The refusal names the unit already.</summary>
    private static string Unnamed(string message, string name) => message.StartsWith($"{name}: ", StringComparison.Ordinal) ? char.ToUpperInvariant(message[name.Length + 2]) + message[(name.Length + 3)..] : message;

    private static ImmutableArray<Finding> LostFormatting(Edition before, Extraction source, ImmutableArray<SegmentWork>.Builder segments)
    {
        var changed = segments.Where((s, i) => !Equals(s.Target, before.Segments[i].Target)).Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);
        return [.. UnitCodes.Check(source, before with { Segments = segments.ToImmutable() }).Where(f => f.Severity != Severity.Block && changed.Contains(f.UnitId))];
    }

    /// <summary>A segment whose words stand in the one before it goes where that one goes.</summary>
    private static void FinishJoined(ImmutableArray<SegmentWork>.Builder segments, int at, string stage, Actor actor, Edition edition)
    {
        var route = edition.Route;
        for (var i = 1; i < segments.Count; i++)
        {
            if (segments[i] is { Target.IsEmpty: true } joined && joined.UnitId == segments[i - 1].UnitId
                && joined.Position(route) == at && segments[i - 1].Position(route) > at
                && StageMachine.Next(joined, new Deliver(stage, Content.Empty), edition.ActorFor(actor, joined), route).Try(out var after, out _))
            {
                segments[i] = after;
            }
        }
    }

    /// <summary>The places of joined texts of the edition of which the return has words for some sentences and not for all.</summary>
    private static HashSet<int> Torn(List<(int First, int Count)> joined, List<ReturnedText> texts, int[] places)
    {
        var filled = texts.Zip(places).Where(p => p.Second >= 0 && p.First.First.Target is not null).SelectMany(p => Enumerable.Range(p.Second, p.First.Sentences.Length)).ToHashSet();
        return [.. joined.Select(t => Enumerable.Range(t.First, t.Count)).Where(p => !p.All(filled.Contains)).SelectMany(p => p)];
    }

    /// <summary>A text that stands for several sentences is not changed for some of them: its other words would be lost, or said twice.</summary>
    private static Refusal? Part(bool isTorn, SegmentWork current, MergedSegment said, Told told) => !isTorn || !said.Changed || Equals(Words(current.Target), Words(said.Target))
        ? null
        : new Refusal(InConflict, $"Its words stand in one text with other sentences: “{told.Now}”. Yours: “{told.Yours}”.",
            "Both are kept: yours is a note beside the sentence. Return all sentences of that text, or let whoever has the edition now decide between the two.")
        { Unit = told.Unit };

    /// <summary>
    /// The places of sentences whose words stand in the text of one before, where the return leaves that text as it is, or mends it without
    /// taking out what it says for them; each with the text as the return has it.
    /// </summary>
    private static Dictionary<int, Content> Standing(Edition edition, string language, List<ReturnedText> texts, int[] places, Predicate<MergedSegment> isMeant)
    {
        var standing = new Dictionary<int, Content>();
        var said = texts.Zip(places).Where(p => p.Second >= 0 && !p.First.IsJoined).DistinctBy(p => p.Second).ToDictionary(p => p.Second, p => p.First.First);
        foreach (var (first, count) in JoinedText.In(edition.Segments, language))
        {
            var others = Enumerable.Range(first + 1, count - 1).ToList();
            if (edition.Segments[first].Shown is not { } text || !said.TryGetValue(first, out var kept) || kept.Target is not { } now)
                continue;
            // All sentences of a suggestion are to be written anew, and what is like it may be what is meant for the first; one that nobody confirmed says nothing.
            var says = edition.Segments[first].Target is null
                ? text.Text == now.Text && isMeant(kept)
                : StillSays(text.Text, now.Text, others.Sum(o => said.TryGetValue(o, out var other) && other.Changed ? other.Target!.Text.Length : 0));
            foreach (var other in says ? others : [])
                standing[other] = now;
        }

        return standing;
    }

    /// <summary>Whether a text that stood for several sentences still does: it is like what it was, and has not lost half as much as the others have got.</summary>
    private static bool StillSays(string was, string now, int others) =>
        was == now || (was.Length - now.Length < others / 2 && Similarity.Of(was, now) >= Alike);

    /// <summary>Words for a sentence whose words stand in another's text, which came back as it was, would say them twice.</summary>
    private static Refusal? Twice(Content? standing, MergedSegment said, Told told, bool isPublished) => standing is null || !said.Changed || Words(said.Target) is null
        ? null
        : new Refusal(InConflict, $"Its words stand in the text of a sentence before it: “{standing.Text}”. Yours: “{told.Yours}”.",
            isPublished ? "Both are kept: yours is a note beside the sentence. To give each sentence its own words, begin a correction first (transflow correct)."
                : "Both are kept: yours is a note beside the sentence. To give each sentence its own words, take its words out of that text in the same file.")
        { Unit = told.Unit };

    private static Finding Gone(MergedSegment said, Dictionary<string, Unit>? former, bool isKept)
    {
        var words = UnitWords.Of(former?.GetValueOrDefault(said.UnitId)?.Name ?? said.UnitId, said.Source.Text);
        return new Finding("sentence-gone", Severity.Warn, said.UnitId, isKept
            ? $"{words}: the sentence is no longer in the article; its translation “{said.Target?.Text}” is kept, and comes with it when it is put back. Nothing is to be done."
            : $"{words}: the sentence is no longer in the article, and its translation “{said.Target?.Text}” is not needed; nothing is to be done.");
    }

    /// <summary>Sentences that came back empty among others that were translated: the person should know which, since perhaps their words stand in others.</summary>
    private static IEnumerable<Finding> Untranslated(ImmutableArray<SegmentWork>.Builder segments, MergedReturn merged, Dictionary<string, Unit> units, StageRole role, ReturnWay way, SourcePlaces there, ReturnedCopies? copies)
    {
        if (role != StageRole.Write || way != ReturnWay.HandedBack || merged.Segments.All(s => s.Target is null))
            return [];
        var empty = merged.Segments.Where(s => s.Target is null).Select(s => ReturnedText.Place(segments, s, there, copies)).Where(i => i >= 0 && segments[i].Target is null).ToList();
        var names = empty.Take(5).Select(i => UnitWords.Of(units[segments[i].UnitId].Name, segments[i].Source.Text));
        return empty.Count == 0 ? [] : [new Finding("not-translated", Severity.Info, "",
            $"{empty.Count} sentence(s) came back without a translation: {string.Join(", ", names)}. Where the words of one stand in the sentence before, join the two in your tool, or put its words where they belong.")];
    }

    private static StageEvent? StepFor(Content? current, MergedSegment said, string stage, StageRole role, ReturnWay way)
    {
        if (said.Target is not { } target)
            return null;
        if (said.Partial || (said.State == ReturnedState.NeedsWork && role != StageRole.Write))
            return said.Changed ? new Edit(stage, target) : null;
        if (said.Changed)
            return new Deliver(stage, target);

        var raised = said.State >= (role == StageRole.Write ? ReturnedState.Translated : ReturnedState.Reviewed);
        var meant = role != StageRole.Write && way == ReturnWay.HandedBack;
        return raised || meant ? new Deliver(stage, current ?? target) : null;
    }

    /// <summary>What readers have is changed by a correction alone: a file that a tool saves late, or that somebody finds again, is none.</summary>
    private static Refusal? Published(Edition edition, SegmentWork current, MergedSegment said, Told told) => !said.Changed || !edition.IsPublished(current) || Equals(Words(current.Target), Words(said.Target))
        ? null
        : new Refusal(Live, $"This text is published: “{told.Now}”. Yours: “{told.Yours}”.", "Begin a correction of it first (transflow correct), then return the file again.")
        { Unit = told.Unit };

    /// <summary>
    /// Whether what was left as it was handed out says nothing of the words that others have written meanwhile: it was done when the file went
    /// out, and either is again or was not marked anew.
    /// </summary>
    private static bool SaysNothing(SegmentWork current, MergedSegment said, StageRole role, bool isDone) =>
        current.Target is not null && !Equals(Words(current.Target), Words(said.Target)) && said.SentState >= ReturnedState.Translated
        && (isDone || (role == StageRole.Write && said.State == said.SentState));

    /// <summary>Words that are not in the file are not approved by it, though they are the person's own: perhaps what was typed beside it was never meant.</summary>
    private static Refusal? Unseen(SegmentWork current, MergedSegment said, Told told, StageRole role) =>
        role == StageRole.Write || said.Changed || Equals(Words(current.Target), Words(said.Target)) || (current.Target is null && Equals(current.Candidate, said.Target))
            ? null
            : OtherWords(told, isDone: false);

    private static Refusal OtherWords(Told told, bool isDone) =>
        new(NotInFile, $"The file has other words than the edition has now, and came without a change of them. Now: “{told.Now}”. In the file: “{told.Yours}”.",
            isDone ? StaysAsItIs : "It stays open: accept or change it at the desk, or take the newest file.")
        { Unit = told.Unit };

    /// <summary>A text that was changed here since the package was cut, by somebody else, is not overwritten and not approved unseen.</summary>
    private static Refusal? Conflict(SegmentWork current, MergedSegment said, Told told, string stage, Actor actor, bool isChanged, bool isDone)
    {
        // Where nothing stands nothing is lost: what was suggested meanwhile is nobody's translation.
        if (current.Target is null || Equals(Words(current.Target), Words(said.Sent)) || Equals(Words(current.Target), Words(said.Target)))
            return null;
        var last = current.Changes.IsEmpty ? null : current.Changes[^1];
        if (last is not null && last.Person == actor.Person && last.Stage == stage)
            return null;
        return isChanged
            ? new Refusal(InConflict, $"The text was changed since this file was handed out. Now: “{told.Now}”. Yours: “{told.Yours}”.",
                "Both are kept: yours is a note beside the sentence, which the desk and 'transflow notes' show, and whoever has the edition now decides between the two.")
            { Unit = told.Unit }
            : OtherWords(told, isDone);
    }

    /// <summary>Whether a text of the person's own that came back later than this file went out gives way to another.</summary>
    private static bool Replaces(SegmentWork before, MergedSegment said) =>
        said.Changed && Words(before.Target) is { } now && !now.Equals(Words(said.Sent)) && !now.Equals(Words(said.Target));

    private static Finding Replaced(MergedSegment said, Dictionary<string, Unit> units) =>
        new("replaces-earlier", Severity.Warn, said.UnitId, $"{UnitWords.Of(units[said.UnitId].Name, said.Source.Text)}: it replaces what you returned before. Before: “{said.Sent?.Text}”. Now: “{said.Target?.Text}”.");

    /// <summary>No target and an empty one say the same: the words stand elsewhere, or are yet to come.</summary>
    private static Content? Words(Content? target) => target is { IsEmpty: true } ? null : target;

    private static Refusal StaleText(ReturnedText text, bool isOpen) => text.IsJoined
        ? new Refusal(OutOfDate, $"The article has changed in the {text.Sentences.Length} sentences for which your text stands since the file was handed out: “{text.First.Target?.Text}”.",
            isOpen ? "It is shown beside the first of them: take the newer file and write all of them anew." : StaysAsItIs)
        { Unit = UnitWords.Of(text.First.UnitId, text.First.Source.Text) }
        : new Refusal(OutOfDate, $"The article has changed here since the file was handed out; your text: “{text.First.Target?.Text}”.",
            isOpen ? "Take the newer file and translate the new sentence." : StaysAsItIs)
        { Unit = UnitWords.Of(text.First.UnitId, text.First.Source.Text) };

    /// <summary>What a refusal of a sentence's words tells: which it is, the words that the edition has for it, be it with a sentence before, and those that came back.</summary>
    private readonly record struct Told(string Unit, string? Now, string? Yours);
}

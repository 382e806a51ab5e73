using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What somebody changed in a published file.</summary>
/// <param name="File">The file as people know it.</param>
/// <param name="Sha256">The digest of its bytes as they are now; decisions name it.</param>
/// <param name="Changes">The changes, in the order of the page.</param>
public sealed record HandChangeReport(string File, string Sha256, ImmutableArray<HandChange> Changes)
{
    /// <summary>True when somebody decided that the next publication may replace it.</summary>
    public bool IsDecided { get; init; }

    /// <summary>The changes that belong to a segment.</summary>
    public IEnumerable<HandChange> Offered => Changes.Where(c => c.New is not null);

    /// <summary>The changes that belong to none, and of which a reader knows: the next publication undoes them.</summary>
    public IEnumerable<HandChange> Undone => Changes.Where(c => c.Bar is not (null or HandChangeBar.LineEnds or HandChangeBar.Styled or HandChangeBar.Unseen) && (c.ComesBack || c.Now.Length > 0));
}

/// <summary>
/// What becomes of a fix that somebody typed straight into a published file: it is taken into its segments, by way of a correction, or
/// given up. Nothing of it is lost: what no segment can hold stays as a copy.
/// </summary>
public sealed class HandChangeActs
{
    private readonly NewsroomContext _room;
    private readonly EditionChange _change;
    private readonly Publish _publish;
    private readonly CorrectionActs _corrections;
    private readonly Quarantine _quarantine;

    internal HandChangeActs(NewsroomContext room, Publish publish) =>
        (_room, _change, _publish, _corrections, _quarantine) = (room, new EditionChange(room), publish, new CorrectionActs(room, publish), new Quarantine(room));

    /// <summary>Looks what was changed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The changes; refused when nothing is live, or the file is as it was published, is gone or cannot be read.</returns>
    public Outcome<HandChangeReport> Look(string article, string language) =>
        Found(article, language).Try(out var found, out var refusal) ? found.Report : refusal;

    /// <summary>Takes what belongs to segments into them: a correction begins, and its words are the person's.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="order">Why, and what it is to the readers.</param>
    /// <param name="person">Who takes it; somebody who edits in this language.</param>
    /// <param name="seen">The digest of the file that the person saw; null for as it is now.</param>
    /// <param name="putsBack">Whether the person knows that the next publication undoes what belongs to no segment.</param>
    /// <returns>The edition afterwards; refused when something would be undone and the person did not say so.</returns>
    public Outcome<Edition> Take(string article, string language, CorrectionOrder order, string person, string? seen = null, bool putsBack = false)
    {
        if (!Found(article, language, seen).Try(out var found, out var refusal) || NotAnEditor(found.Edition, person).Try(out var stage, out refusal) is false)
            return refusal;
        if (found.Report is { Changes: var all } && !found.Report.Offered.Any() && all.Any(c => c.Bar == HandChangeBar.Overtaken))
            return Overtaken(all.First(c => c.Bar == HandChangeBar.Overtaken));
        if (!found.Report.Offered.Any())
            return new Refusal("nothing-to-take", "Nothing of the change belongs to a segment.", $"See: transflow changes {article} -l {language}; bring it into the source article or the settings, or discard it.");
        if (found.Report.IsDecided && found.Report.Offered.All(c => found.Edition.Segments.Any(s => s.UnitId == c.UnitId && s.Index == c.Index && Equals(s.Target, c.New))))
            return new Refusal("nothing-to-do", "That is decided: the next publication may replace it.", "Nothing was changed.");
        if (Taken(found.Edition, found, order, person, stage).Refusal is { } first)
            return first;
        if (!putsBack && found.Report.Undone.Any())
            return PutsBack([.. found.Report.Undone]);
        if (EditionChange.Held(found.Edition) is { } held)
            return held;
        if (found.Report.Undone.Any() || found.Report.Changes.Any(c => c.Bar == HandChangeBar.Unseen))
            Keep(found, $"{person} took what belongs to segments; this is a copy of all that was changed.");
        return _change.Make(article, language, edition => Taken(edition, found, order, person, stage));
    }

    /// <summary>Gives the change up: a copy is kept, and the next publication may replace the file.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who says so; somebody who edits in this language.</param>
    /// <param name="seen">The digest of the file that the person saw; null for as it is now.</param>
    /// <param name="putsBack">Whether the person knows that the next publication undoes what belongs to no segment, too.</param>
    /// <returns>The edition afterwards; refused when something would be undone that cannot be taken, and the person did not say so.</returns>
    public Outcome<Edition> Discard(string article, string language, string person, string? seen = null, bool putsBack = false)
    {
        if (!Found(article, language, seen).Try(out var found, out var refusal) || NotAnEditor(found.Edition, person).Try(out _, out refusal) is false)
            return refusal;
        if (found.Report.IsDecided)
            return new Refusal("nothing-to-do", "That is decided: the next publication may replace it.", "Nothing was changed.");
        if (!putsBack && found.Report.Undone.Any())
            return PutsBack(found.Report.Changes);
        if (EditionChange.Held(found.Edition) is { } held)
            return held;
        Keep(found, $"{person} let the next publication replace it; this is a copy.");
        return _change.Make(article, language, edition => new Act(edition with { Parked = null }, Event.Of("hand-change-discarded", article, language, person, ("file", found.Report.File)), null) { Also = Replaceable(found) });
    }

    /// <summary>Says what the next publication would undo: somebody may have taken it from the page for a reason.</summary>
    private static Refusal PutsBack(ImmutableArray<HandChange> undone)
    {
        static string List(IEnumerable<string> words) => string.Join("; ", words.Where(w => w.Length > 0).Select(w => $"“{w}”").DefaultIfEmpty("–"));
        return new Refusal("puts-back", $"The next publication undoes what belongs to no segment. Live again: {List(undone.Where(c => c.ComesBack).Select(c => c.Was))}. Off the page again: {List(undone.Select(c => c.Now))}.",
            "If nobody must miss or find that there, say so: --put-back, or the tick at the desk; else bring it into the source article or the settings first.");
    }

    private Outcome<HandChangeFound> Found(string article, string language, string? seen = null)
    {
        if (!_room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        var edition = row.Edition;
        if (edition.Retraction is not null)
            return new Refusal("retracted", "The article was retracted.", $"Nothing more is done with it. Where its tombstone is gone or was changed: transflow publish {article} -l {language}.");
        if (edition.Live is not { } live)
            return new Refusal("not-live", "It was never published.", "Only what was published can be changed by hand.");
        var path = _room.PublishedPath(language, live.Path);
        if (SeenFiles.Read(path) is not { } bytes)
            return new Refusal("file-gone", "The published file is gone.", $"Write it again: transflow publish {article} -l {language}; at the desk, under Work. Or retract the article, if readers are not to have it.") { File = path };
        var sha = Digest.Of(bytes);
        if (sha == live.Sha256)
            return new Refusal("nothing-to-do", "The file stands as it was published.", "Nothing was changed.") { File = path };
        if (seen is not null && seen != sha)
            return new Refusal("changed-meanwhile", "The file was changed again since you looked at it.", "Look at it again, then decide.") { File = path };
        if (!Changes(edition, live, bytes, path).Try(out var changes, out var unread))
            return unread with { File = path };
        var report = new HandChangeReport(_room.Relative(path), sha, changes)
        {
            IsDecided = _room.Store.Outgoing(language, live.Path).Contains(sha),
        };
        return new HandChangeFound(edition, live, path, bytes, report);
    }

    private Outcome<ImmutableArray<HandChange>> Changes(Edition edition, LiveEdition live, byte[] bytes, string path)
    {
        if (LiveRevision.Of(_room, edition) is not { } there || !_room.Settings.Targets.ContainsKey(edition.Language))
            return new Refusal("not-noted", "Which words were published was not noted at that time.", "Compare it by hand, and 'transflow correct' what is right.");
        var (source, was) = there;
        var heirs = there.In(edition);
        var maker = _publish.PageOf(edition.Language, source);
        if ((live.Markdown ?? Remade()) is not { } published)
            return ImmutableArray.Create(new HandChange("whole page", "", "") { Bar = HandChangeBar.NotNoted });
        return maker.HandChanges(source, was, published, bytes, _room.Relative(path)).Try(out var changes, out var refusal)
            ? changes.Select(c => Now(edition, c, heirs)).ToImmutableArray()
            : refusal;

        // An earlier version did not keep the page; while nothing changed that it is made of, it can be made again.
        string? Remade() =>
            maker.Make(source, was with { Notices = edition.Notices, Live = live }, Credits.Of(edition, p => _room.Settings.CreditOf(p, edition.Language)), live.Path).Try(out var made, out _)
            && Digest.Of(Encoding.UTF8.GetBytes(made.Markdown)) == live.Sha256 ? made.Markdown : null;
    }

    /// <summary>A change as the edition has it now: its segment may stand elsewhere, be gone, or have words that are neither the live ones nor the file's.</summary>
    private HandChange Now(Edition edition, HandChange change, SentenceHeirs heirs)
    {
        if (change.New is null)
            return change;
        if (heirs.Of(change.UnitId!, change.Index) is not { Kinship: Kinship.Same or Kinship.Changed, At: var at })
            return change with { New = null, Bar = HandChangeBar.Gone };
        var segment = edition.Segments[at];
        return Equals(segment.Target, change.Old) || Equals(segment.Target, change.New)
            ? change with { Where = _room.Extract(edition.Article, edition.Revision).Units.First(u => u.Id == segment.UnitId).Name, UnitId = segment.UnitId, Index = segment.Index }
            : change with { New = null, Bar = HandChangeBar.Overtaken };
    }

    private static Refusal Overtaken(HandChange change) =>
        new("changed-meanwhile", "The segment has other words by now than those that are live.", "Bring the change in at the desk or in the editor's file, then discard it here.") { Unit = change.Where.Text };

    /// <summary>The stage at which a person reviews in the edition's language.</summary>
    private Outcome<Stage> NotAnEditor(Edition edition, string person)
    {
        var actor = _room.Settings.ActorOf(person, edition.Language);
        return edition.Route.Stages.FirstOrDefault(s => s.Role == StageRole.Review && actor.Stages.Contains(s.Name)) is { } stage
            ? stage
            : new Refusal("not-yours", $"{person} edits nothing in '{edition.Language}'.", "Let an editor of that language decide.");
    }

    private Act Taken(Edition edition, HandChangeFound found, CorrectionOrder order, string person, Stage stage)
    {
        var offered = found.Report.Offered.ToList();
        // The segments alone are opened, not their units: what nobody changed stays signed.
        var begun = _corrections.Begin(edition, order with { Units = [] }, person);
        if (begun.After is not { } after)
            return begun;
        var actor = _room.Settings.ActorOf(person, edition.Language);
        var segments = after.Segments.ToBuilder();
        foreach (var change in offered)
        {
            var at = after.Segments.IndexOf(after.Segments.FirstOrDefault(s => s.UnitId == change.UnitId && s.Index == change.Index)!);
            // A fix that was taken before, and is not yet published, is there already.
            if (at >= 0 && Equals(segments[at].Target, change.New))
                continue;
            if (at < 0 || !Equals(segments[at].Target, change.Old))
                return Overtaken(change);
            var isThrough = segments[at].Position(edition.Route) > edition.Route.IndexOf(stage.Name);
            if (!(isThrough ? StageMachine.Next(segments[at], new Reopen(stage.Name, order.Reason), actor, edition.Route) : segments[at]).Try(out var open, out var refusal)
                || !StageMachine.Next(open, new Deliver(stage.Name, change.New!), actor, edition.Route).Try(out var next, out refusal))
                return refusal with { Unit = change.Where.Text };
            segments[at] = next;
        }

        after = after with { Segments = segments.ToImmutable(), Parked = null, Round = after.Round + 1 };
        var units = offered.Select(c => c.UnitId!).ToHashSet(StringComparer.Ordinal);
        if (UnitCodes.Check(_room.Extract(edition.Article, edition.Revision), after).FirstOrDefault(f => f.Severity == Severity.Block && units.Contains(f.UnitId)) is { } broken)
            return new Refusal("codes", broken.Message, "Bring the change in at the desk, then discard it here.");
        if (after.Stage is null && _publish.Make(after).Refusal is { } unsound)
            return unsound;
        return new Act(after, Event.Of("hand-change-taken", edition.Article, edition.Language, person, ("file", found.Report.File), ("segments", offered.Count.ToString(CultureInfo.InvariantCulture)),
            ("reason", order.Reason.Trim()), ("kind", after.Correction!.Kind.ToString().ToLowerInvariant())), null)
        { Also = Replaceable(found) with { Events = [begun.Happened!] } };
    }

    /// <summary>What the next publication finds there counts as its own.</summary>
    private static Changes Replaceable(HandChangeFound found) => new() { Outgoing = [new OutgoingRow(found.Edition.Language, found.Live.Path, found.Report.Sha256) { IsByHand = true }] };

    private void Keep(HandChangeFound found, string why) =>
        _quarantine.Put(found.Path, found.Bytes, [new Refusal("changed-by-hand", $"The published file was changed by hand. {why}", "Delete the copy when it is not needed.") { File = found.Path }]);

    private sealed record HandChangeFound(Edition Edition, LiveEdition Live, string Path, byte[] Bytes, HandChangeReport Report);
}

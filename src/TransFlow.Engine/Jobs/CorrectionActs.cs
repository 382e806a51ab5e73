using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>What a person asks to be changed in a live article.</summary>
/// <param name="Reason">Why, for the newsroom; compulsory.</param>
public sealed record CorrectionOrder(string Reason)
{
    /// <summary>What it is to the readers; null for a correction.</summary>
    public CorrectionKind? Kind { get; init; }

    /// <summary>True when it goes before others: urgent due times, and published without waiting for its time.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What the page will say, as plain text in its own language; null when that is written later.</summary>
    public string? Line { get; init; }

    /// <summary>Names or ids of the units that are wrong; empty when the source will change, or nothing but the line.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>True when the translator writes the units anew; false when the editor changes them.</summary>
    public bool IsForTranslator { get; init; }
}

/// <summary>Corrects what is live, and retracts it. What readers have is never worse for work that is under way.</summary>
public sealed class CorrectionActs
{
    private readonly NewsroomContext _room;
    private readonly EditionChange _change;
    private readonly Publish _publish;

    internal CorrectionActs(NewsroomContext room, Publish publish) => (_room, _change, _publish) = (room, new EditionChange(room), publish);

    /// <summary>Begins to correct a live article: its named units go back to the editor or translator, the rest stays signed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language; null for every language in which it is live.</param>
    /// <param name="order">What is asked.</param>
    /// <param name="person">Who asks; somebody named in the settings.</param>
    /// <returns>The editions that are under correction now.</returns>
    public Outcome<ImmutableArray<Edition>> Correct(string article, string? language, CorrectionOrder order, string person)
    {
        if (Stranger(person) is { } stranger)
            return stranger;
        var live = _room.Store.Editions(article).Where(e => language is null ? e.Edition.Live is not null : e.Edition.Language == language).Select(e => e.Edition.Language).ToImmutableArray();
        if (live.IsEmpty)
            return language is null || _room.Edition(article, language).Refusal is null ? new Refusal("not-live", $"'{article}' is not live in any language.", "Only what was published is corrected.") : _room.Edition(article, language).Refusal!;
        if (order.Line is not null && live.Length > 1)
            return new Refusal("which-language", $"It is live in {string.Join(", ", live)}, and a line is in one language.", "Say which: --language; write the other lines one by one.");
        return _change.MakeAll(article, live, edition => Begin(edition, order, person));
    }

    /// <summary>Writes what a page will say of the correction under way, or that it says nothing.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="kind">What it is to the readers; null for as it was.</param>
    /// <param name="line">What the page will say; null for as it was.</param>
    /// <param name="person">Who writes it; somebody named in the settings.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Describe(string article, string language, CorrectionKind? kind, string? line, string person) => Stranger(person) is { } stranger
        ? stranger
        : _change.Step(article, language, person, _ => new DescribeCorrection(kind, line), (before, after) => Event.Of("correction-described", article, language, person,
            ("kind", Name(after.Correction!.Kind)), ("line", Told(after) ?? ""), ("lineBefore", Told(before) is { } was && was != Told(after) ? was : "")));

    /// <summary>What a page will say; null while it says nothing.</summary>
    private static string? Told(Edition edition) => edition.Correction is { Kind: not CorrectionKind.Silent, Line: { } line } ? line : null;

    /// <summary>
    /// Turns a key to retract an article in all its languages. The second key takes every edition down at once; a tombstone stands where
    /// each was. Keys are turned for the article: a language that came later stands where the others do.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="reason">Why; compulsory for the first.</param>
    /// <param name="person">Who turns it; somebody who edits, signs off or clears.</param>
    /// <param name="cancellationToken">Stops before anything is changed, or between two tombstones; the worker writes the rest.</param>
    /// <returns>The editions afterwards.</returns>
    public async Task<Outcome<ImmutableArray<Edition>>> Retract(string article, string reason, string person, CancellationToken cancellationToken)
    {
        if (!(await _room.Turn(_publish.Name, NewsroomContext.Patience, cancellationToken).ConfigureAwait(false)).Try(out var turn, out var taken))
            return taken;
        using var held = turn;
        var editions = _room.Store.Editions(article).Select(e => e.Edition).ToList();
        if (editions.Count == 0)
            return _room.Edition(article, "").Refusal!;
        var now = _room.Clock.GetUtcNow();
        var key = editions.Select(e => e.RetractionAsked ?? (e.Retraction is { } done ? new FirstKey(done.First, done.Reason, now) : null)).FirstOrDefault(k => k is not null);
        var standing = editions.FindAll(e => e.Retraction is null);
        var languages = (standing.Count > 0 ? standing : editions).Select(e => e.Language).ToImmutableArray();
        var actor = _room.Settings.ActorAnywhere(person);
        if (!_change.MakeAll(article, languages, e => Take(e with { RetractionAsked = e.RetractionAsked ?? key }, reason, actor, now)).Try(out _, out var refusal))
            return refusal;
        // A page that was written and never known to be live goes, too.
        if (_room.Store.Editions(article).Any(e => e.Edition.Retraction is not null))
            await _publish.Strays.Run(cancellationToken).ConfigureAwait(false);
        foreach (var row in _room.Store.Editions(article).Where(e => e.Edition is { Retraction: not null, Live: not null }))
        {
            if (await _publish.One(row, cancellationToken).ConfigureAwait(false) is { } stuck)
                return stuck;
        }

        await _publish.Index.Run(cancellationToken).ConfigureAwait(false);
        return _room.Store.Editions(article).Select(e => e.Edition).ToImmutableArray();
    }

    private Act Take(Edition edition, string reason, Actor actor, DateTimeOffset now)
    {
        if (!EditionMachine.Next(edition, new RetractEdition(reason, _room.DayOf(now)), actor, now).Try(out var after, out var refusal))
            return refusal;
        return (after, after.Retraction is { } done
            ? Event.Of("retracted", edition.Article, edition.Language, actor.Person, ("first", done.First), ("reason", done.Reason))
            : Event.Of("retraction-asked", edition.Article, edition.Language, actor.Person, ("reason", reason.Trim())));
    }

    /// <summary>The edition with a correction begun.</summary>
    internal Act Begin(Edition edition, CorrectionOrder order, string person)
    {
        var actor = _room.Settings.ActorOf(person, edition.Language);
        if (!EditionMachine.Next(edition, new BeginCorrection(order.Kind, order.Reason, order.IsUrgent, order.Line), actor, _room.Clock.GetUtcNow()).Try(out var begun, out var refusal))
            return refusal;
        if (!Opened(begun, order, actor).Try(out var opened, out refusal))
            return refusal;
        return (opened, Event.Of("correction-begun", edition.Article, edition.Language, person, ("reason", order.Reason.Trim()), ("kind", Name(opened.Correction!.Kind)),
            ("urgent", order.IsUrgent ? "yes" : ""), ("units", string.Join(' ', order.Units))));
    }

    /// <summary>Opening a segment approves nothing, so that everybody who is named may do it, whatever stage is theirs.</summary>
    private Outcome<Edition> Opened(Edition edition, CorrectionOrder order, Actor actor)
    {
        if (order.Units.IsEmpty)
            return edition;
        var units = _room.Extract(edition.Article, edition.Revision).Units;
        if (order.Units.FirstOrDefault(u => !units.Any(x => x.Id == u || x.Name == u)) is { } unknown)
            return new Refusal("no-such-unit", $"The article has no unit '{unknown}'.", $"See: transflow units {edition.Article} -l {edition.Language}.");
        var ids = units.Where(u => order.Units.Contains(u.Id) || order.Units.Contains(u.Name)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var segments = edition.Segments.ToBuilder();
        for (var i = 0; i < segments.Count; i++)
        {
            var stage = edition.Route.ReviewOf(segments[i]);
            StageEvent step = order.IsForTranslator ? new SendBack(stage, order.Reason) : new Reopen(stage, order.Reason);
            if (!ids.Contains(segments[i].UnitId) || segments[i].Position(edition.Route) <= edition.Route.IndexOf(stage))
                continue;
            if (!StageMachine.Next(segments[i], step, actor with { Stages = actor.Stages.Add(stage) }, edition.Route).Try(out var next, out var refusal))
                return refusal;
            segments[i] = next;
        }

        return edition with { Segments = segments.ToImmutable(), Round = edition.Round + 1 };
    }

    private Refusal? Stranger(string person) => _room.Settings.ActorAnywhere(person).Stages.IsEmpty
        ? new Refusal("not-named", $"{person} is named for no stage in the settings.", "Let somebody correct it who works in this newsroom.")
        : null;

    private static string Name(CorrectionKind kind) => kind.ToString().ToLowerInvariant();
}

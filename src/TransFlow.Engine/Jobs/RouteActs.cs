using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Where the segments of an edition go and why, and how the settings of now are applied to work that is under way.</summary>
public sealed class RouteActs
{
    private readonly NewsroomContext _room;
    private readonly EditionChange _change;

    internal RouteActs(NewsroomContext room) => (_room, _change) = (room, new EditionChange(room));

    /// <summary>Where each segment of an edition goes.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <returns>The segments in document order; refused when there is no such edition.</returns>
    public Outcome<EditionWay> Way(string article, string language)
    {
        if (!_room.Edition(article, language).Try(out var row, out var refusal))
            return refusal;
        var edition = row.Edition;
        var source = _room.Extract(article, edition.Revision);
        var path = _room.Store.Revision(article, edition.Revision)!.Path;
        var names = source.Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
        var rules = _room.Settings.RouteRules.Where(r => r.Strand is not null).GroupBy(r => r.Strand!.Strand.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Words, StringComparer.Ordinal);
        var change = IsRunning(edition) ? RouteChange.Of(edition, Rerouted(edition, path, source)) : RouteChange.None(edition);
        var own = _room.Settings.RouteRule(language, path, source) is { } rule ? $"rule: {rule.Words}" : $"route of '{language}'";
        return new EditionWay(edition.Route.Name, own, [.. edition.Segments.Select(s => One(edition, s, names[s.UnitId], own, rules))], change);
    }

    /// <summary>What the settings of now would change in the work that is under way.</summary>
    /// <param name="article">Only this article; null for all.</param>
    /// <param name="language">Only this language; null for all.</param>
    /// <returns>The editions that would change.</returns>
    public ImmutableArray<RouteChange> Pending(string? article, string? language) => [.. Running(article, language).Select(Change).OfType<RouteChange>()];

    /// <summary>Applies the routes, rules and due times of the settings to work that is under way. Targets and sign-offs stay.</summary>
    /// <param name="article">Only this article; null for all.</param>
    /// <param name="language">Only this language; null for all.</param>
    /// <param name="person">Who says so.</param>
    /// <returns>The editions that changed; refused when there is no such article.</returns>
    public Outcome<ImmutableArray<RouteChange>> Apply(string? article, string? language, string person)
    {
        if (article is not null && language is not null && _room.Edition(article, language).Refusal is { } missing)
            return missing;
        if (article is not null && _room.Store.Editions(article).IsEmpty)
            return _room.Edition(article, "").Refusal!;
        var changed = ImmutableArray.CreateBuilder<RouteChange>();
        foreach (var head in Running(article, language))
        {
            RouteChange? change = null;
            var outcome = _change.Make(head.Article, head.Language, edition =>
            {
                change = null;
                if (!IsRunning(edition))
                    return Unchanged();
                var after = Rerouted(edition, PathOf(edition), _room.Extract(edition.Article, edition.Revision));
                change = RouteChange.Of(edition, after);
                return change.IsNone
                    ? Unchanged()
                    : (after, Event.Of("rerouted", edition.Article, edition.Language, person, ("route", after.Route.Name), ("segments", change.Segments.ToString(CultureInfo.InvariantCulture)), ("stage", after.Stage?.Name ?? "ready"), ("due", Shown(after.Arrival?.Due))));
            }, evenHeld: true);
            if (outcome.Try(out _, out var refusal))
                changed.Add(change!);
            else if (refusal.Code != Unchanged().Code)
                return refusal;
        }

        return changed.ToImmutable();
    }

    internal static string Shown(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    private static Refusal Unchanged() => new("nothing-to-do", "It goes as the settings have it.", "Nothing was changed.");

    private static bool IsRunning(Edition edition) => edition.Retraction is null && (edition.Stage is not null || edition.Live?.Fingerprint != edition.Fingerprint);

    private IEnumerable<EditionHead> Running(string? article, string? language) =>
        _room.Store.Heads(onlyOpen: true).Where(h => !h.Marks.IsRetracted && (article is null || h.Article == article) && (language is null || h.Language == language) && _room.Settings.Targets.ContainsKey(h.Language));

    private RouteChange? Change(EditionHead head)
    {
        if (_room.Store.Edition(head.Article, head.Language) is not { Edition: var edition } || !IsRunning(edition))
            return null;
        try
        {
            var change = RouteChange.Of(edition, Rerouted(edition, PathOf(edition), _room.Extract(edition.Article, edition.Revision)));
            return change.IsNone ? null : change;
        }
        catch (Exception e) when (Poison.Is(e))
        {
            // What the program fails on is parked with its reason; here it is only passed over.
            return null;
        }
    }

    private string PathOf(Edition edition) => _room.Store.Revision(edition.Article, edition.Revision)!.Path;

    private Edition Rerouted(Edition edition, string path, Extraction source)
    {
        var laid = _room.Laid(edition, path, source);
        var isOther = !laid.Route.Stages.SequenceEqual(edition.Route.Stages) || !laid.Segments.SequenceEqual(edition.Segments) || !laid.Strands.Values.SequenceEqual(edition.Strands.Values);
        if (isOther)
        {
            laid = laid with
            {
                // What is out was cut for others; the seats that are no more have nobody.
                Round = edition.Round + 1,
                Parked = null,
                Assignments = laid.Assignments.RemoveRange(laid.Assignments.Keys.Where(k => !IsThere(laid, Seat.Of(k)))),
                ClaimedUntil = laid.ClaimedUntil.RemoveRange(laid.ClaimedUntil.Keys.Where(k => !IsThere(laid, Seat.Of(k)))),
            };
        }

        return laid.Stage is { } stage && edition.Arrival is { } arrival && arrival.Stage == stage.Name ? Timed(laid, arrival, _room.Settings.StageOf(stage.Name).Timing) : laid;
    }

    private static bool IsThere(Edition edition, Seat seat) => edition.Route.IndexOf(seat.Stage) >= 0 && edition.Segments.Any(s => edition.Has(seat, s));

    /// <summary>The stage's times counted anew from when the edition reached it.</summary>
    private Edition Timed(Edition edition, Arrival arrival, StageTiming timing)
    {
        if (timing.ClaimFor is null && !edition.ClaimedUntil.IsEmpty)
            edition = edition with { ClaimedUntil = edition.ClaimedUntil.Clear() };
        return edition with { Arrival = Arrivals.Timed(arrival, timing, _room.Settings.Calendar) };
    }

    private SegmentWay One(Edition edition, SegmentWork segment, string unit, string own, Dictionary<string, string> rules)
    {
        var position = segment.Position(edition.Route);
        var stages = edition.Route.Stages.Where(s => !segment.SkipsStage(s.Name)).Select(s =>
        {
            var seat = edition.SeatOf(segment, s.Name);
            var done = edition.Route.IndexOf(s.Name) < position;
            var by = done ? segment.SignOffAt(s.Name)?.Person : edition.Assignments.GetValueOrDefault(seat.Name);
            return new StageWay(s.Name, by ?? (done ? "" : string.Join("|", _room.PeopleOf(edition, seat))), done);
        });
        var why = segment.Strand is { } strand ? $"rule {strand}{(rules.TryGetValue(strand, out var words) ? $": {words}" : " (no longer in the settings)")}" : own;
        var past = segment.Strand is null ? [] : edition.Route.Gates.Where(segment.SkipsStage).ToList();
        if (past.Count > 0)
            why += $"; goes past {string.Join(" and ", past)}";
        return new SegmentWay(unit, segment.Index + 1, segment.Source.Text, segment.Strand ?? "", [.. stages], segment is { IsReused: true, Reused: { } reuse } ? $"{why}; {reuse.Kind} in {reuse.Article}" : why);
    }
}

/// <summary>Where an edition's segments go.</summary>
/// <param name="Route">The name of its route.</param>
/// <param name="Why">Why it has that one.</param>
/// <param name="Segments">Its segments in document order.</param>
/// <param name="Pending">What the settings of now would change in it.</param>
public sealed record EditionWay(string Route, string Why, ImmutableArray<SegmentWay> Segments, RouteChange Pending);

/// <summary>Where a segment goes.</summary>
/// <param name="Unit">The name of its unit.</param>
/// <param name="Segment">Its number in it, from 1.</param>
/// <param name="Source">Its words.</param>
/// <param name="Strand">The strand to which a rule gave it; empty for none.</param>
/// <param name="Stages">The stages that it passes.</param>
/// <param name="Why">Why it goes there.</param>
public sealed record SegmentWay(string Unit, int Segment, string Source, string Strand, ImmutableArray<StageWay> Stages, string Why);

/// <summary>One stage on the way of a segment.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Person">Who did it, or has it; when nobody has, who may, with <c>|</c> between; empty for nobody.</param>
/// <param name="IsDone">True when it is behind.</param>
public sealed record StageWay(string Stage, string Person, bool IsDone);

/// <summary>What other settings change in an edition that is under way.</summary>
/// <param name="Article">The article.</param>
/// <param name="Language">The language.</param>
/// <param name="Stages">Its stages now, and then.</param>
/// <param name="Segments">How many segments go elsewhere.</param>
/// <param name="Stage">Where it stands now, and then.</param>
/// <param name="Due">When its stage is due now, and then.</param>
public sealed record RouteChange(string Article, string Language, Changed<string> Stages, int Segments, Changed<string> Stage, Changed<DateTimeOffset?> Due)
{
    /// <summary>True when nothing changes.</summary>
    public bool IsNone => Stages.IsSame && Segments == 0 && Stage.IsSame && Due.IsSame;

    internal static RouteChange None(Edition edition) => Of(edition, edition);

    internal static RouteChange Of(Edition now, Edition then) => new(now.Article, now.Language,
        new(string.Join(" ", now.Route.Stages.Select(s => s.Name)), string.Join(" ", then.Route.Stages.Select(s => s.Name))),
        now.Segments.Zip(then.Segments).Count(p => !p.First.Equals(p.Second) || !Equals(StrandOf(now, p.First), StrandOf(then, p.Second))),
        new(now.Stage?.Name ?? "ready", then.Stage?.Name ?? "ready"),
        new(now.Arrival?.Due, then.Arrival?.Due));

    private static Strand? StrandOf(Edition edition, SegmentWork segment) => segment.Strand is { } name ? edition.Strands.GetValueOrDefault(name) : null;
}

/// <summary>A value now, and after a change.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="Now">Now.</param>
/// <param name="Then">Then.</param>
public readonly record struct Changed<T>(T Now, T Then)
{
    /// <summary>True when both are the same.</summary>
    public bool IsSame => Equals(Now, Then);
}

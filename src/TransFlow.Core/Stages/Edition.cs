using System.Collections.Immutable;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>One article in one target language: the noun that everything else happens to.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The target language as a BCP 47 tag.</param>
/// <param name="Revision">The source revision it is made from, from 1.</param>
/// <param name="Route">The stages it passes; some of its segments may skip some of them.</param>
public sealed record Edition(string Article, string Language, int Revision, Route Route)
{
    /// <summary>Its segments in document order.</summary>
    public required ImmutableArray<SegmentWork> Segments { get; init; }

    /// <summary>The unit that is the article's title; null when that is not translated, or was not noted.</summary>
    public string? TitleUnit { get; init; }

    /// <summary>The title in its language; null while not all of it is translated.</summary>
    public string? Title => TitleUnit is not null && Segments.Where(s => s.UnitId == TitleUnit).Select(s => s.Target?.Text.Trim()).ToList() is var sentences && sentences.TrueForAll(t => t is not null)
        && string.Join(SentenceSpace.Of(Language), sentences.Where(t => t!.Length > 0)) is { Length: > 0 } title ? title : null;

    /// <summary>The strands of it that have people of their own, by name.</summary>
    public ImmutableSortedDictionary<string, Strand> Strands { get; init; } = ImmutableSortedDictionary.Create<string, Strand>(StringComparer.Ordinal);

    /// <summary>
    /// Segments with their targets and sign-offs whose source words went away when the source changed, newest last: put back, the words
    /// bring them along.
    /// </summary>
    public ImmutableArray<SegmentWork> Shelf { get; init; } = [];

    /// <summary>Who has each seat, by its name: a stage, or a strand's part of it.</summary>
    public ImmutableSortedDictionary<string, string> Assignments { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Why nothing may be done or leave; null when it is not held.</summary>
    public string? Hold { get; init; }

    /// <summary>Since when it is held; null when it is not, or when that was not noted.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>When a claim on a seat lapses, by its name; one that was assigned and not claimed is not among them.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> ClaimedUntil { get; init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>When it reached the stage at which it stands, and when that stage is due; null in the moment of its making.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>The moment before which it must not be published; null for none.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>The change of what is live that is under way; null when there is none.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What its page says of earlier changes, oldest first.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The first of the two keys that retract it; null while nobody turned one.</summary>
    public FirstKey? RetractionAsked { get; init; }

    /// <summary>Why and by whom it was retracted; null when it was not.</summary>
    public Retraction? Retraction { get; init; }

    /// <summary>What stands in <see cref="ChangedByHand"/> for a published file that is not there.</summary>
    public const string Gone = "gone";

    /// <summary>What was found in place of the published file: a digest, <see cref="Gone"/>, or null when it stands as it was published.</summary>
    public string? ChangedByHand { get; init; }

    /// <summary>True when it goes before others: its stages have their urgent due times.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Why automatic work stopped trying; null when it is not parked.</summary>
    public string? Parked { get; init; }

    /// <summary>True when what parked it may pass by itself, as a full disk does: publication goes on trying.</summary>
    public bool IsTriedAgain { get; init; }

    /// <summary>How often segments were sent back or the work went to another person: keeps one hand-out from being taken for an earlier one of the same words.</summary>
    public int Round { get; init; }

    /// <summary>True when words came by another way than the file of its stage that is out: then that file is cut again.</summary>
    public bool HasNewerWords { get; init; }

    /// <summary>What people say beside its segments, oldest first.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];

    /// <summary>Terms that people propose, in order.</summary>
    public ImmutableArray<TermProposal> ProposedTerms { get; init; } = [];

    /// <summary>What the reader sees now; null before the first publication.</summary>
    public LiveEdition? Live { get; init; }

    /// <summary>Whether a segment has passed all its stages and its words are those that readers have, wherever on the page: a changed source moves them.</summary>
    /// <param name="segment">One of its segments.</param>
    /// <returns>True when a correction is the only way to change it.</returns>
    public bool IsPublished(SegmentWork segment) => Live is { } live && segment.Position(Route) == Route.Stages.Length
        && (live.Targets is null || LiveWords.Of(live).Has(segment));

    /// <summary>The place in the route of the slowest segment; the number of stages when all are finished. It looks at every segment: who goes through them asks once.</summary>
    public int Position
    {
        get
        {
            var slowest = Route.Stages.Length;
            foreach (var segment in Segments)
                slowest = slowest == 0 ? 0 : Math.Min(slowest, segment.Position(Route));
            return slowest;
        }
    }

    /// <summary>The stage of the slowest segment; null when all stages are finished, or when it was retracted.</summary>
    public Stage? Stage => Retraction is null && Position is var position && position < Route.Stages.Length ? Route.Stages[position] : null;

    /// <summary>The seats that have something to do at its stage: that of the most segments first, then strands by name; none when all stages are finished.</summary>
    public ImmutableArray<Seat> Seats
    {
        get
        {
            if (Stage is not { } stage)
                return [];
            if (Strands.IsEmpty)
                return [new Seat(stage.Name, null)];
            var position = Position;
            return [.. Segments.Where(s => s.Position(Route) == position).Select(s => SeatOf(s, stage.Name)).Distinct().OrderBy(s => s.Strand, StringComparer.Ordinal)];
        }
    }

    /// <summary>All seats that have segments, by stage.</summary>
    public IEnumerable<Seat> AllSeats => Route.Stages.SelectMany(s => new[] { new Seat(s.Name, null) }.Concat(Strands.Keys.Select(n => new Seat(s.Name, n)))).Where(seat => Segments.Any(s => Has(seat, s)));

    /// <summary>The route of the segments that no rule catches.</summary>
    public Route OwnRoute => Segments.FirstOrDefault(s => s.Strand is null) is { Skips: { } skips } ? Route.Without(skips) : Route;

    /// <summary>The seat that has a segment at a stage.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="stage">The stage's name.</param>
    /// <returns>The seat.</returns>
    public Seat SeatOf(SegmentWork segment, string stage) =>
        new(stage, segment.Strand is { } name && Strands.TryGetValue(name, out var strand) && strand.People.ContainsKey(stage) ? name : null);

    /// <summary>Whether a seat has a segment at its stage, be it now, later or before.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="segment">The segment.</param>
    /// <returns>True when the segment passes the stage there.</returns>
    public bool Has(Seat seat, SegmentWork segment) => !segment.SkipsStage(seat.Stage) && SeatOf(segment, seat.Stage) == seat;

    /// <summary>A person with what the strand of a segment makes of the person's stages.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="segment">The segment.</param>
    /// <returns>The person, for this segment.</returns>
    public Actor ActorFor(Actor actor, SegmentWork segment) =>
        segment.Strand is { } name && Strands.TryGetValue(name, out var strand) ? ActorFor(actor, strand) : actor;

    /// <summary>A person with what the strand of a seat makes of the person's stages.</summary>
    internal Actor ActorFor(Actor actor, Seat seat) => seat.Strand is { } name && Strands.TryGetValue(name, out var strand) ? ActorFor(actor, strand) : actor;

    /// <summary>Where a strand has people of its own, nobody else works it.</summary>
    private static Actor ActorFor(Actor actor, Strand strand) =>
        actor with { Stages = actor.Stages.Except(strand.People.Keys).Union(strand.People.Where(p => p.Value.Contains(actor.Person)).Select(p => p.Key)) };

    /// <summary>The digest of all that a reader would see: revision, every pair of source and target, notices, and what is about to change them.</summary>
    public string Fingerprint => EditionFingerprint.Of(this);
}

/// <summary>A published edition.</summary>
/// <param name="Fingerprint">The <see cref="Edition.Fingerprint"/> that was published.</param>
/// <param name="Path">Where it stands, relative to the publication folder.</param>
/// <param name="Sha256">Digest of the published bytes, hexadecimal.</param>
/// <param name="At">When it was published.</param>
public sealed record LiveEdition(string Fingerprint, string Path, string Sha256, DateTimeOffset At)
{
    /// <summary>The targets that are live, in the order of their segments; null where it was not noted.</summary>
    public ImmutableArray<LiveTarget>? Targets { get; init; }

    /// <summary>The page as it was published; null where it was not noted, and for a tombstone.</summary>
    public string? Markdown { get; init; }

    /// <summary>The source revision that is live; 0 where it was not noted.</summary>
    public int Revision { get; init; }

    /// <summary>When the edition was first published; null where it was not noted.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>What a site wants to know of the page; null where it was not noted.</summary>
    public PageFacts? Page { get; init; }

    /// <summary>The addresses that the page has taken, each in the form in which it is compared; null for none.</summary>
    public ImmutableArray<string>? Addresses { get; init; }

    /// <summary>The standing texts on the page, each by its name and the beginning of its digest; null where it was not noted.</summary>
    public ImmutableArray<string>? Standing { get; init; }
}

/// <summary>The words of one segment that are live.</summary>
/// <param name="UnitId">The segment's unit.</param>
/// <param name="Index">The segment's place in it, from 0.</param>
/// <param name="Target">The words.</param>
public sealed record LiveTarget(string UnitId, int Index, Content Target);

using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>What can be said of an edition without reading its segments: enough to know what is due, and for the table of what stands where.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The language.</param>
/// <param name="Version">The number of its last change.</param>
/// <param name="Revision">The source revision.</param>
/// <param name="Round">How often segments were sent back.</param>
public sealed record EditionHead(string Article, string Language, int Version, int Revision, int Round)
{
    /// <summary>The stage of its slowest segment; null when all stages are finished.</summary>
    public string? Stage { get; init; }

    /// <summary>Who has that stage; of several seats, who has the first of them; null when nobody has.</summary>
    public string? Person { get; init; }

    /// <summary>Segments that are through that stage; through all stages when it stands at none.</summary>
    public int Done { get; init; }

    /// <summary>All its segments.</summary>
    public int Segments { get; init; }

    /// <summary>True when segments at that stage were sent back.</summary>
    public bool IsSentBack { get; init; }

    /// <summary>Why it is held; null when it is not.</summary>
    public string? Hold { get; init; }

    /// <summary>Why automatic work stopped trying; null when it did not.</summary>
    public string? Parked { get; init; }

    /// <summary>Where it is live, relative to the publication folder; null before the first publication.</summary>
    public string? LivePath { get; init; }

    /// <summary>True when what is live is what the edition is now.</summary>
    public bool IsLive { get; init; }

    /// <summary>What the clock needs to know of it.</summary>
    public EditionMarks Marks { get; init; } = new();

    /// <summary>The seats that have something to do at its stage: one, unless a rule sends some segments to others.</summary>
    public ImmutableArray<SeatMark> Seats => Stage is null ? [] : Marks.Seats ?? [new SeatMark(Stage, Person) { ClaimedUntil = Marks.ClaimedUntil, Waiting = Segments - Done, Barred = Marks.Barred }];

    /// <summary>Everybody who has something to do at its stage.</summary>
    public IEnumerable<string> People => Seats.Select(s => s.Person).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The role of its stage; null when all stages are finished.</summary>
    public StageRole? Role => Stage is null ? null : Route.RoleOf(Stage);

    /// <summary>Whether it is late: its stage should be done, and nobody holds it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="otherwiseDue">When a stage without a due time should be done; null for never.</param>
    /// <returns>True when it is.</returns>
    public bool IsLate(DateTimeOffset now, DateTimeOffset? otherwiseDue = null) => this is { Stage: not null, Hold: null } && (Marks.Due ?? otherwiseDue) < now;

    /// <summary>The head of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="version">The number of its last change.</param>
    /// <returns>The head.</returns>
    public static EditionHead Of(Edition edition, int version)
    {
        var (position, stage) = (edition.Position, edition.Stage);
        return new EditionHead(edition.Article, edition.Language, version, edition.Revision, edition.Round)
        {
            Stage = stage?.Name,
            Person = edition.Seats is [var first, ..] ? edition.Assignments.GetValueOrDefault(first.Name) : null,
            // Of what was retracted not all need be through.
            Done = edition.Segments.Count(s => s.Position(edition.Route) is var at && (stage is null ? at == edition.Route.Stages.Length : at > position)),
            Segments = edition.Segments.Length,
            IsSentBack = stage is not null && edition.Segments.Any(s => s.SentBack is not null && s.Position(edition.Route) == position),
            Hold = edition.Hold,
            Parked = edition.Parked,
            LivePath = edition.Live?.Path,
            IsLive = edition.Live is { } live && live.Fingerprint == edition.Fingerprint,
            Marks = EditionMarks.Of(edition),
        };
    }
}

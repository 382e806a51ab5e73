using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>What the clock and the tables of what stands where need to know of an edition, beside where it stands.</summary>
public sealed record EditionMarks
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Rises with what marks say: those of a lower form are made anew.</summary>
    public const int NewestForm = 3;

    /// <summary>In which form they were made; 0 for those from before forms were counted.</summary>
    public int Form { get; init; }

    /// <summary>Its title, as <see cref="Edition.Title"/> says.</summary>
    public string? Title { get; init; }

    /// <summary>When it reached its stage.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When its stage should be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the next person is to be told that it is not.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>When the claim on its stage lapses.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The seats that have something to do at its stage, when there are others than the stage's own.</summary>
    public ImmutableArray<SeatMark>? Seats { get; init; }

    /// <summary>Who cannot have its stage by four eyes, where the stage is one seat; null for nobody.</summary>
    public ImmutableArray<string>? Barred { get; init; }

    /// <summary>Who has segments that are ahead of its stage, each person once; null for nobody.</summary>
    public ImmutableArray<string>? Ahead { get; init; }

    /// <summary>The moment before which it must not be published.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>True when it is parked, and publication goes on trying.</summary>
    public bool IsTriedAgain { get; init; }

    /// <summary>True when it goes before others.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>True when the file of its stage that is out has older words.</summary>
    public bool HasNewerWords { get; init; }

    /// <summary>True when what is live is being changed.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>True when that change cannot be published before somebody writes what the page says of it.</summary>
    public bool LacksLine { get; init; }

    /// <summary>True when one person wants to retract it, and a second has not yet agreed.</summary>
    public bool IsRetractionAsked { get; init; }

    /// <summary>Who turned the first of two keys that retract it or lift its embargo, each person once; null for nobody.</summary>
    public ImmutableArray<string>? FirstKeys { get; init; }

    /// <summary>True when it was retracted.</summary>
    public bool IsRetracted { get; init; }

    /// <summary>The digest of the published bytes, hexadecimal.</summary>
    public string? LiveSha256 { get; init; }

    /// <summary>The addresses that its live page has taken, as <see cref="LiveEdition.Addresses"/> says; null for none.</summary>
    public ImmutableArray<string>? Addresses { get; init; }

    /// <summary>What was found in place of the published file, as <see cref="Edition.ChangedByHand"/> says.</summary>
    public string? ChangedByHand { get; init; }

    /// <summary>The marks of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>The marks.</returns>
    public static EditionMarks Of(Edition edition) => new()
    {
        Form = NewestForm,
        Title = edition.Title,
        Seats = edition.Seats is var seats && seats.All(s => s.Strand is null) ? null : [.. seats.Select(s => SeatMark.Of(edition, s))],
        Barred = seats is [{ Strand: null } only] && SeatMark.BarredFrom(edition, only) is { IsEmpty: false } barred ? barred : null,
        Ahead = PeopleAhead(edition) is { IsEmpty: false } ahead ? ahead : null,
        IsTriedAgain = edition is { Parked: not null, IsTriedAgain: true },
        Since = edition.Arrival?.At,
        Due = edition.Arrival?.Due,
        EscalateAt = edition.Arrival?.EscalateAt,
        ClaimedUntil = edition.Stage is { } stage && edition.ClaimedUntil.TryGetValue(stage.Name, out var until) ? until : null,
        Embargo = edition.Embargo?.Until,
        IsUrgent = edition.IsUrgent,
        HasNewerWords = edition.HasNewerWords,
        IsCorrected = edition.Correction is not null,
        LacksLine = edition.Correction is { LacksLine: true },
        IsRetractionAsked = edition.RetractionAsked is not null,
        FirstKeys = FirstKeysOf(edition) is { IsEmpty: false } keys ? keys : null,
        IsRetracted = edition.Retraction is not null,
        LiveSha256 = edition.Live?.Sha256,
        Addresses = edition.Live?.Addresses,
        ChangedByHand = edition.ChangedByHand,
    };

    private static ImmutableArray<string> FirstKeysOf(Edition edition) =>
        [.. new[] { edition.RetractionAsked?.Person, edition.Embargo?.Lift?.Person }.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> PeopleAhead(Edition edition)
    {
        if (edition.Stage is null)
            return [];
        var (slowest, stages) = (edition.Position, edition.Route.Stages);
        return
        [
            .. edition.Segments.Select(s => (Segment: s, Position: s.Position(edition.Route))).Where(s => s.Position > slowest && s.Position < stages.Length)
                .Select(s => edition.Assignments.GetValueOrDefault(edition.SeatOf(s.Segment, stages[s.Position].Name).Name)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    internal static EditionMarks Read(string? json) => json is null ? new EditionMarks() : JsonSerializer.Deserialize<EditionMarks>(json, Options)!;

    internal string Write() => JsonSerializer.Serialize(this, Options);
}

/// <summary>A seat of an edition that has something to do at its stage.</summary>
/// <param name="Name">Its name: the stage, or a strand's part of it.</param>
/// <param name="Person">Who has it; null when nobody has.</param>
public sealed record SeatMark(string Name, string? Person)
{
    /// <summary>When the claim on it lapses; null when it was not claimed.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>How many segments wait there.</summary>
    public int Waiting { get; init; }

    /// <summary>Who did earlier work on it and so cannot have it, by four eyes; null for nobody.</summary>
    public ImmutableArray<string>? Barred { get; init; }

    internal static SeatMark Of(Edition edition, Seat seat)
    {
        var slowest = edition.Position;
        return new(seat.Name, edition.Assignments.GetValueOrDefault(seat.Name))
        {
            ClaimedUntil = edition.ClaimedUntil.TryGetValue(seat.Name, out var until) ? until : null,
            Waiting = edition.Segments.Count(s => s.Position(edition.Route) == slowest && edition.Has(seat, s)),
            Barred = BarredFrom(edition, seat) is { IsEmpty: false } barred ? barred : null,
        };
    }

    internal static ImmutableArray<string> BarredFrom(Edition edition, Seat seat) =>
        [.. edition.Segments.SelectMany(s => s.Changes.Select(c => c.Person)).Distinct(StringComparer.Ordinal).Where(p => !EditionMachine.MayWork(edition, seat, p)).Order(StringComparer.Ordinal)];
}

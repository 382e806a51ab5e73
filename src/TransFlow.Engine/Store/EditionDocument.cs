using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>Editions as JSON documents.</summary>
internal static class EditionDocument
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ContentConverter(), new JsonStringEnumConverter() },
    };

    public static string Write(Edition edition) => JsonSerializer.Serialize(
        new Document(edition.Article, edition.Language, edition.Revision, edition.Route.Name, [.. edition.Route.Stages.Select(s => s.Name)], edition.Segments,
            edition.Assignments.ToDictionary(), edition.Hold, edition.Embargo, edition.Parked, edition.Round, edition.Live, edition.Comments.IsEmpty ? null : edition.Comments)
        {
            ClaimedUntil = edition.ClaimedUntil.IsEmpty ? null : edition.ClaimedUntil.ToDictionary(),
            Arrival = edition.Arrival,
            HeldSince = edition.HeldSince,
            TitleUnit = edition.TitleUnit,
            IsUrgent = edition.IsUrgent,
            HasNewerWords = edition.HasNewerWords,
            IsTriedAgain = edition is { Parked: not null, IsTriedAgain: true },
            Correction = edition.Correction,
            Notices = edition.Notices.IsEmpty ? null : edition.Notices,
            RetractionAsked = edition.RetractionAsked,
            Retraction = edition.Retraction,
            ChangedByHand = edition.ChangedByHand,
            ProposedTerms = edition.ProposedTerms.IsEmpty ? null : edition.ProposedTerms,
            Shelf = edition.Shelf.IsEmpty ? null : edition.Shelf,
            Strands = edition.Strands.IsEmpty ? null : edition.Strands.ToDictionary(s => s.Key, s => s.Value.People.ToDictionary()),
        }, Options);

    /// <exception cref="InvalidDataException">The document is none that this program wrote.</exception>
    public static Edition Read(string json)
    {
        var document = JsonSerializer.Deserialize<Document>(json, Options) ?? throw new InvalidDataException("An edition in the store is empty.");
        if (!Route.Of(document.Route, document.Stages).Try(out var route, out var refusal))
            throw new InvalidDataException(refusal.ToString());
        return new Edition(document.Article, document.Language, document.Revision, route)
        {
            Segments = [.. document.Segments.Select(Filled)],
            Shelf = [.. (document.Shelf ?? []).Select(Filled)],
            Assignments = document.Assignments.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Hold = document.Hold,
            Embargo = document.Embargo,
            Parked = document.Parked,
            Round = document.Round,
            Live = document.Live,
            Comments = document.Comments ?? [],
            ClaimedUntil = (document.ClaimedUntil ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Arrival = document.Arrival,
            HeldSince = document.HeldSince,
            TitleUnit = document.TitleUnit,
            IsUrgent = document.IsUrgent,
            HasNewerWords = document.HasNewerWords,
            IsTriedAgain = document.IsTriedAgain,
            Correction = document.Correction,
            Notices = document.Notices ?? [],
            RetractionAsked = document.RetractionAsked,
            Retraction = document.Retraction,
            ChangedByHand = document.ChangedByHand,
            ProposedTerms = document.ProposedTerms ?? [],
            Strands = (document.Strands ?? []).ToImmutableSortedDictionary(s => s.Key, s => new Strand(s.Key, s.Value.ToImmutableSortedDictionary(StringComparer.Ordinal)), StringComparer.Ordinal),
        };
    }

    private static SegmentWork Filled(SegmentWork segment) => segment with { Changes = Filled(segment.Changes), SignOffs = Filled(segment.SignOffs) };

    private static ImmutableArray<T> Filled<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array;

    private sealed record Document(string Article, string Language, int Revision, string Route, ImmutableArray<string> Stages, ImmutableArray<SegmentWork> Segments,
        Dictionary<string, string> Assignments, string? Hold, Embargo? Embargo, string? Parked, int Round, LiveEdition? Live, ImmutableArray<Comment>? Comments)
    {
        public Dictionary<string, DateTimeOffset>? ClaimedUntil { get; init; }

        public Arrival? Arrival { get; init; }

        public DateTimeOffset? HeldSince { get; init; }

        public string? TitleUnit { get; init; }

        public bool IsUrgent { get; init; }

        public bool HasNewerWords { get; init; }

        public bool IsTriedAgain { get; init; }

        public Correction? Correction { get; init; }

        public ImmutableArray<Notice>? Notices { get; init; }

        public FirstKey? RetractionAsked { get; init; }

        public Retraction? Retraction { get; init; }

        public string? ChangedByHand { get; init; }

        public ImmutableArray<SegmentWork>? Shelf { get; init; }

        public ImmutableArray<TermProposal>? ProposedTerms { get; init; }

        public Dictionary<string, Dictionary<string, ImmutableArray<string>>>? Strands { get; init; }
    }

    private sealed class ContentConverter : JsonConverter<Content>
    {
        public override Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Content.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>What one person gets for one stage of one edition: the units that have something to do there.</summary>
/// <param name="Token">Names the package in every file made from it; derived from its content, so the same work has the same token.</param>
/// <param name="Article">The article's id.</param>
/// <param name="SourceLanguage">The source language.</param>
/// <param name="Language">The target language.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Units">The units in document order.</param>
public sealed record Package(string Token, string Article, string SourceLanguage, string Language, Stage Stage, ImmutableArray<PackageUnit> Units)
{
    /// <summary>Whose it is: the stage's, or a strand's part of it.</summary>
    public Seat Seat { get; init; } = new(Stage.Name, null);

    /// <summary>
    /// Whether what was written for former words stands in a note, and in no target, and a text that stands for several sentences beside the source of
    /// all of them: what the segments of a file that nobody holds against what went out do not say themselves is lost.
    /// </summary>
    public bool IsSelfContained { get; init; }

    private const string TokenPrefix = "tf-";
    private const int TokenDigits = 10;

    /// <summary>Whether a text has the form of a token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has.</returns>
    public static bool IsToken(string text) =>
        text.Length == TokenPrefix.Length + TokenDigits && text.StartsWith(TokenPrefix, StringComparison.Ordinal) && text.Skip(TokenPrefix.Length).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));

    /// <summary>Cuts the package of a seat at the stage at which an edition stands.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="seat">The seat; null for the first that has something to do.</param>
    /// <param name="also">Ids of units that are in it although they may have nothing more to do; null for none.</param>
    /// <param name="again">How often the same words were cut before: the same cut has another token then.</param>
    /// <returns>The package; null when the edition is through all its stages, or stands at another than the seat's.</returns>
    public static Package? Cut(Extraction source, Edition edition, Seat? seat = null, ImmutableHashSet<string>? also = null, int again = 0)
    {
        var position = edition.Position;
        if (position == edition.Route.Stages.Length || edition.Seats is not [var first, ..] || (seat ?? first) is var mine && mine.Stage != first.Stage)
            return null;

        // In most editions segments stand as units do.
        var units = UnitsAt(source, edition, edition.Segments, position, mine, also) ?? UnitsAt(source, edition, InOrder(source, edition.Segments), position, mine, also)!.Value;
        return new Package(TokenOf(edition, mine, units, again), edition.Article, source.Language, edition.Language, edition.Route.Stages[position], units) { Seat = mine };
    }

    /// <summary>The sentences of a unit that are the seat's; those of others are no part of its file.</summary>
    private static PackageUnit Own(Unit unit, ImmutableArray<SegmentWork> all, Edition edition, Seat seat)
    {
        foreach (var segment in all)
        {
            if (!edition.Has(seat, segment))
                return Part(unit, all, edition, seat);
        }

        return new PackageUnit(unit, all);
    }

    private static PackageUnit Part(Unit unit, ImmutableArray<SegmentWork> all, Edition edition, Seat seat)
    {
        ImmutableArray<SegmentWork> own = [.. all.Where(s => edition.Has(seat, s))];
        var codes = own.SelectMany(s => s.Source.Parts.Concat(s.Shown?.Parts ?? [])).Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        var segments = own.Select((s, i) => unit.Segments[s.Index] with { SpaceAfter = i + 1 == own.Length ? "" : unit.Segments[s.Index].SpaceAfter is { Length: > 0 } space ? space : " " });
        return new PackageUnit(unit with { Segments = [.. segments], Codes = [.. unit.Codes.Where(c => codes.Contains(c.Id))] }, own)
        {
            OthersOf = unit.Segments.Length,
            HasGaps = own.Where((s, i) => i > 0 && s.Index != own[i - 1].Index + 1).Any(),
        };
    }

    /// <summary>The units in which a seat has something to do at a place of the route; null when the segments do not stand in the order of the units.</summary>
    private static ImmutableArray<PackageUnit>? UnitsAt(Extraction source, Edition edition, ImmutableArray<SegmentWork> segments, int position, Seat seat, ImmutableHashSet<string>? also)
    {
        var units = ImmutableArray.CreateBuilder<PackageUnit>(source.Units.Length);
        var next = 0;
        foreach (var unit in source.Units)
        {
            var (start, hasWork) = (next, false);
            while (next < segments.Length && segments[next].UnitId == unit.Id && (next == start || segments[next].Index >= segments[next - 1].Index))
            {
                hasWork |= (segments[next].Position(edition.Route) == position || (also is not null && also.Contains(unit.Id))) && edition.SeatOf(segments[next], seat.Stage) == seat;
                next++;
            }

            if (hasWork)
                units.Add(Own(unit, segments.Slice(start, next - start), edition, seat));
        }

        return next == segments.Length ? units.DrainToImmutable() : null;
    }

    private static ImmutableArray<SegmentWork> InOrder(Extraction source, ImmutableArray<SegmentWork> segments)
    {
        var places = source.Units.Select((unit, place) => (unit.Id, place)).ToDictionary(u => u.Id, u => u.place, StringComparer.Ordinal);
        return [.. segments.Where(s => places.ContainsKey(s.UnitId)).OrderBy(s => places[s.UnitId]).ThenBy(s => s.Index)];
    }

    private static string TokenOf(Edition edition, Seat seat, ImmutableArray<PackageUnit> units, int again)
    {
        using var digest = new ContentDigest();
        digest.Add(edition.Article).Add('\n').Add(edition.Language).Add('\n').Add(seat.Name).Add('\n').Add(edition.Round);
        if (again > 0)
            digest.Add('\n').Add(again);
        foreach (var unit in units)
        {
            digest.Add('\n').Add(unit.Unit.Id);
            foreach (var segment in unit.Segments)
            {
                digest.Add('\n').Add(segment.Source).Add('\u241E');
                if (segment.Target is { } target)
                    digest.Add(target);
            }
        }

        return digest.Take(TokenPrefix, TokenDigits);
    }
}

/// <summary>One unit of a package.</summary>
/// <param name="Unit">The unit, with those of its sentences that are the recipient's.</param>
/// <param name="Segments">The same segments as they stand, in order.</param>
public sealed record PackageUnit(Unit Unit, ImmutableArray<SegmentWork> Segments)
{
    /// <summary>How many sentences the block has when some of them are with others; 0 when all are the recipient's.</summary>
    public int OthersOf { get; init; }

    /// <summary>What people noted beside the unit before.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>For each sentence the state that its target, or what was one of former words, has from elsewhere, null where that is the stage's to say; empty when it is for all.</summary>
    public ImmutableArray<string?> States { get; init; } = [];

    /// <summary>True when sentences of others stand between the recipient's.</summary>
    public bool HasGaps { get; init; }
}

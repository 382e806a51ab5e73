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
    private const string TokenPrefix = "tf-";
    private const int TokenDigits = 10;

    /// <summary>Whether a text has the form of a token.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has.</returns>
    public static bool IsToken(string text) =>
        text.Length == TokenPrefix.Length + TokenDigits && text.StartsWith(TokenPrefix, StringComparison.Ordinal) && text.Skip(TokenPrefix.Length).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));

    /// <summary>Cuts the package for the stage at which an edition stands.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>The package; null when the edition is through all its stages.</returns>
    public static Package? Cut(Extraction source, Edition edition)
    {
        var position = edition.Position;
        if (position == edition.Route.Stages.Length)
            return null;

        // In most editions segments stand as units do.
        var units = UnitsAt(source, edition, edition.Segments, position) ?? UnitsAt(source, edition, InOrder(source, edition.Segments), position)!.Value;
        var stage = edition.Route.Stages[position];
        return new Package(TokenOf(edition, stage, units), edition.Article, source.Language, edition.Language, stage, units);
    }

    /// <summary>The units that have something to do at a place of the route; null when the segments do not stand in the order of the units.</summary>
    private static ImmutableArray<PackageUnit>? UnitsAt(Extraction source, Edition edition, ImmutableArray<SegmentWork> segments, int position)
    {
        var units = ImmutableArray.CreateBuilder<PackageUnit>(source.Units.Length);
        var next = 0;
        foreach (var unit in source.Units)
        {
            var (start, hasWork) = (next, false);
            while (next < segments.Length && segments[next].UnitId == unit.Id && (next == start || segments[next].Index >= segments[next - 1].Index))
                hasWork |= segments[next++].Position(edition.Route) == position;
            if (hasWork)
                units.Add(new PackageUnit(unit, segments.Slice(start, next - start)));
        }

        return next == segments.Length ? units.DrainToImmutable() : null;
    }

    private static ImmutableArray<SegmentWork> InOrder(Extraction source, ImmutableArray<SegmentWork> segments)
    {
        var places = source.Units.Select((unit, place) => (unit.Id, place)).ToDictionary(u => u.Id, u => u.place, StringComparer.Ordinal);
        return [.. segments.Where(s => places.ContainsKey(s.UnitId)).OrderBy(s => places[s.UnitId]).ThenBy(s => s.Index)];
    }

    private static string TokenOf(Edition edition, Stage stage, ImmutableArray<PackageUnit> units)
    {
        using var digest = new ContentDigest();
        digest.Add(edition.Article).Add("\n").Add(edition.Language).Add("\n").Add(stage.Name).Add("\n").Add(edition.Round);
        foreach (var unit in units)
        {
            digest.Add("\n").Add(unit.Unit.Id);
            foreach (var segment in unit.Segments)
            {
                digest.Add("\n").Add(segment.Source).Add("\u241E");
                if (segment.Target is { } target)
                    digest.Add(target);
            }
        }

        return digest.Take(TokenPrefix, TokenDigits);
    }
}

/// <summary>One unit of a package.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Segments">Its segments as they stand, in order.</param>
public sealed record PackageUnit(Unit Unit, ImmutableArray<SegmentWork> Segments);

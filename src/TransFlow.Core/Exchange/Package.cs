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

        var work = Work(edition.Segments);
        var units = ImmutableArray.CreateBuilder<PackageUnit>(source.Units.Length);
        foreach (var unit in source.Units)
        {
            if (work.TryGetValue(unit.Id, out var own) && HasWork(own, edition.Route, position))
                units.Add(new PackageUnit(unit, own));
        }

        var stage = edition.Route.Stages[position];
        var cut = units.DrainToImmutable();
        return new Package(TokenOf(edition, stage, cut), edition.Article, source.Language, edition.Language, stage, cut);
    }

    private static bool HasWork(ImmutableArray<SegmentWork> segments, Route route, int position)
    {
        foreach (var segment in segments)
        {
            if (segment.Position(route) == position)
                return true;
        }

        return false;
    }

    /// <summary>The segments of each unit, in order. In most editions they stand so already.</summary>
    private static Dictionary<string, ImmutableArray<SegmentWork>> Work(ImmutableArray<SegmentWork> segments)
    {
        var work = new Dictionary<string, ImmutableArray<SegmentWork>>(StringComparer.Ordinal);
        for (var start = 0; start < segments.Length;)
        {
            var end = start + 1;
            while (end < segments.Length && segments[end].UnitId == segments[start].UnitId && segments[end].Index >= segments[end - 1].Index)
                end++;
            if (!work.TryAdd(segments[start].UnitId, segments.Slice(start, end - start)))
                return Work([.. segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).SelectMany(g => g.OrderBy(s => s.Index))]);
            start = end;
        }

        return work;
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

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Cuts the package for the stage at which an edition stands.</summary>
    /// <param name="source">The source article, of the edition's revision.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>The package; null when the edition is through all its stages.</returns>
    public static Package? Cut(Extraction source, Edition edition)
    {
        if (edition.Stage is not { } stage)
            return null;

        var position = edition.Position;
        var work = edition.Segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Index).ToImmutableArray(), StringComparer.Ordinal);
        ImmutableArray<PackageUnit> units =
        [
            .. source.Units
                .Where(u => work.TryGetValue(u.Id, out var own) && own.Any(s => s.Position(edition.Route) == position))
                .Select(u => new PackageUnit(u, work[u.Id])),
        ];
        return new Package(TokenOf(edition, stage, units), edition.Article, source.Language, edition.Language, stage, units);
    }

    private static string TokenOf(Edition edition, Stage stage, ImmutableArray<PackageUnit> units)
    {
        var seed = new StringBuilder()
            .AppendJoin('\n', edition.Article, edition.Language, stage.Name, edition.Round);
        foreach (var segment in units.SelectMany(u => u.Segments))
            seed.Append('\n').Append(segment.UnitId).Append(' ').Append(segment.Source).Append('\u241E').Append(segment.Target);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed.ToString()));
        return string.Concat("tf-", string.Concat(hash.Take(10).Select(b => Digits[b % 32])));
    }
}

/// <summary>One unit of a package.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Segments">Its segments as they stand, in order.</param>
public sealed record PackageUnit(Unit Unit, ImmutableArray<SegmentWork> Segments);

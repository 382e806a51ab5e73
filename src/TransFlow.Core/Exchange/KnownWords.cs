using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>What the newsroom knows beside a returned file: it helps to see whether translations stand where they belong.</summary>
/// <param name="Terms">Terms with one translation each, and again for each other.</param>
/// <param name="Targets">The targets that the edition has now, by unit.</param>
public sealed record KnownWords(ImmutableArray<(string Source, string Target)> Terms, ImmutableArray<(string UnitId, Content Target)> Targets)
{
    /// <summary>Nothing.</summary>
    public static KnownWords None { get; } = new([], []);
}

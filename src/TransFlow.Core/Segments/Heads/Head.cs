using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Heads;

/// <summary>An article's front matter: where it stands and what is in it.</summary>
/// <param name="Start">Offset of its first line in the article's text; the opening fence is not in it.</param>
/// <param name="End">Offset of the closing fence.</param>
/// <param name="BodyStart">Offset of the first line after the closing fence.</param>
/// <param name="Scalars">Its scalar values in document order.</param>
/// <param name="Entries">Its mapping entries in document order.</param>
internal sealed record Head(int Start, int End, int BodyStart, ImmutableArray<HeadScalar> Scalars, ImmutableArray<HeadEntry> Entries)
{
    /// <summary>True for TOML.</summary>
    public bool IsToml { get; init; }

    /// <summary>True for JSON, which is YAML's flow style with quotes around everything.</summary>
    public bool IsJson { get; init; }

    /// <summary>Values that stand elsewhere, under an anchor of YAML.</summary>
    public ImmutableArray<HeadAlias> Aliases { get; init; } = [];

    /// <summary>No front matter.</summary>
    public static Head None(int bodyStart) => new(bodyStart, bodyStart, bodyStart, [], []);
}

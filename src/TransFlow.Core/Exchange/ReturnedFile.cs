using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>An interchange file as it came back, whatever version and tool wrote it: only what a return can tell us.</summary>
/// <param name="Tokens">Everything in it that may be a package token, in order.</param>
/// <param name="SourceLanguage">The language it says its sources have; null when it does not say.</param>
/// <param name="TargetLanguage">The language it says its targets have; null when it does not say.</param>
/// <param name="Units">Its units in order.</param>
public sealed record ReturnedFile(ImmutableArray<string> Tokens, string? SourceLanguage, string? TargetLanguage, ImmutableArray<ReturnedUnit> Units);

/// <summary>One unit of a returned file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Pieces">Its segments and the text between them, in the order of the source.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ReturnedUnit(string Id, string? Name, ImmutableArray<ReturnedPiece> Pieces, int Line)
{
    /// <summary>Notes in it, ours and the translator's, and comments on words of its target.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What may be the token of the package that it belongs to.</summary>
    public ImmutableArray<string> Tokens { get; init; } = [];

    /// <summary>The ids of codes that a target may have only once.</summary>
    public ImmutableHashSet<string> UsedOnce { get; init; } = [];

    /// <summary>True when its target holds tracked changes that nobody has accepted or rejected.</summary>
    public bool HasTrackedChanges { get; init; }

    /// <summary>The source words of all pieces, without codes.</summary>
    public string SourceText => string.Concat(Pieces.Select(p => p.Source.Text));
}

/// <summary>How far the person says a segment is.</summary>
public enum ReturnedState
{
    /// <summary>Untouched, or marked as needing work.</summary>
    NeedsWork,

    /// <summary>The file says nothing.</summary>
    Unsaid,

    /// <summary>Translated.</summary>
    Translated,

    /// <summary>Reviewed, or final.</summary>
    Reviewed,
}

/// <summary>One segment of a returned unit, or the text between two.</summary>
/// <param name="IsSegment">False for what stands between segments.</param>
/// <param name="Source">The source words.</param>
/// <param name="Target">The target words; null when there is no target.</param>
/// <param name="State">What the file says of it.</param>
/// <param name="Order">Its target's place in the unit when the tool changed the order; null otherwise.</param>
public sealed record ReturnedPiece(bool IsSegment, Content Source, Content? Target, ReturnedState State, int? Order)
{
    /// <summary>The language that its target itself says it is in; null when it does not say.</summary>
    public string? Language { get; init; }
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>An interchange file as it came back, whatever version and tool wrote it: only what a return can tell us.</summary>
/// <param name="Tokens">Everything in it that may be a package token, in order.</param>
/// <param name="SourceLanguage">The language it says its sources have; null when it does not say.</param>
/// <param name="TargetLanguage">The language it says its targets have; null when it does not say.</param>
/// <param name="Units">Its units in order.</param>
public sealed record ReturnedFile(ImmutableArray<string> Tokens, string? SourceLanguage, string? TargetLanguage, ImmutableArray<ReturnedUnit> Units)
{
    /// <summary>True when units of several packages stood in it, so that one that stands there twice may be another's.</summary>
    public bool IsOfSeveral { get; init; }

    /// <summary>A package as its file would be read if it came straight back: what a return is held against. It has no lines and no notes.</summary>
    /// <param name="package">The package.</param>
    /// <returns>The file.</returns>
    public static ReturnedFile Of(Package package) => new([package.Token], package.SourceLanguage, package.Language, [.. package.Units.Select(u => ReturnedUnit.Of(u, package.Stage))]);

    /// <summary>The file as the sections that name a package say it: one of several in a file may have languages of its own.</summary>
    /// <param name="token">The package's token.</param>
    /// <param name="isAlone">True to leave out all other sections.</param>
    /// <returns>The file.</returns>
    public ReturnedFile For(string token, bool isAlone)
    {
        var own = Units.Where(u => u.Tokens.Contains(token)).ToImmutableArray();
        return this with
        {
            Units = isAlone ? own : Units,
            SourceLanguage = own.Select(u => u.Languages.Source).FirstOrDefault(l => l is not null) ?? SourceLanguage,
            TargetLanguage = own.Select(u => u.Languages.Target).FirstOrDefault(l => l is not null) ?? TargetLanguage,
        };
    }

    /// <summary>The sections of each target language as a file of their own: tools put the languages of a project into one file.</summary>
    /// <returns>This file alone when it has one language.</returns>
    public ImmutableArray<ReturnedFile> ByLanguage()
    {
        var languages = Units.GroupBy(u => u.Languages.Target ?? TargetLanguage ?? "", StringComparer.OrdinalIgnoreCase).ToList();
        return languages.Count < 2 ? [this] : [.. languages.Select(l => this with
        {
            Tokens = [.. l.SelectMany(u => u.Tokens).Distinct(StringComparer.Ordinal)],
            SourceLanguage = l.Select(u => u.Languages.Source).FirstOrDefault(s => s is not null) ?? SourceLanguage,
            TargetLanguage = l.Key.Length > 0 ? l.Key : null,
            Units = [.. l],
        })];
    }
}

/// <summary>One unit of a returned file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Pieces">Its segments and the text between them, in the order of the source.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ReturnedUnit(string Id, string? Name, ImmutableArray<ReturnedPiece> Pieces, int Line)
{
    /// <summary>Notes in it, ours and the translator's, and comments on words of its target.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Terms of its glossary, each with one translation: ours and the translator's.</summary>
    public ImmutableArray<(string Source, string Target)> Terms { get; init; } = [];

    /// <summary>What may be the token of the package that it belongs to.</summary>
    public ImmutableArray<string> Tokens { get; init; } = [];

    /// <summary>The languages that its section of the file says; null where only the file as a whole, or nothing, does.</summary>
    public (string? Source, string? Target) Languages { get; init; }

    /// <summary>The ids of codes that a target may have only once.</summary>
    public ImmutableArray<string> UsedOnce { get; init; } = [];

    /// <summary>True when its target holds tracked changes that nobody has accepted or rejected.</summary>
    public bool HasTrackedChanges { get; init; }

    /// <summary>The words of a target that stands beside another in one segment; null where each has one at the most.</summary>
    public string? SecondTarget { get; init; }

    /// <summary>The source words of all pieces, without codes.</summary>
    public string SourceText => Pieces is [var only] ? only.Source.Text : string.Concat(Pieces.Select(p => p.Source.Text));

    /// <summary>Whether the source words are those of another unit, in whatever pieces.</summary>
    internal bool HasSourceOf(ReturnedUnit other)
    {
        var same = Pieces.Length == other.Pieces.Length;
        for (var i = 0; same && i < Pieces.Length; i++)
            same = Pieces[i].Source.Text == other.Pieces[i].Source.Text;
        return same || SourceText == other.SourceText;
    }

    internal static ReturnedUnit Of(PackageUnit unit, Stage stage)
    {
        var pieces = ImmutableArray.CreateBuilder<ReturnedPiece>();
        var state = ReturnedState.Unsaid;
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            var work = unit.Segments[i];
            var target = work.Shown is { IsEmpty: false } words ? words : null;
            // A sentence whose words stand with one before is as far as that one.
            state = work.Shown is { IsEmpty: true } ? state : target is null || work.IsOpen(stage) ? ReturnedState.Unsaid : ReturnedState.Translated;
            pieces.Add(new ReturnedPiece(true, work.Source, target, state, null) { Place = work.Index, IsEmptied = work.Shown is { IsEmpty: true } });
            if (unit.Unit.Segments[i].SpaceAfter is { Length: > 0 } space)
                pieces.Add(new ReturnedPiece(false, Content.Of(space), null, ReturnedState.Unsaid, null));
        }

        return new ReturnedUnit(unit.Unit.Id, unit.Unit.Name, pieces.DrainToImmutable(), 0);
    }
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
    /// <summary>The segment's place in its block, from 0, as its id has it; null when that says nothing.</summary>
    public int? Place { get; init; }

    /// <summary>The language that its target itself says it is in; null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// How far a file that nobody holds against another says it is, in the words of XLIFF 2 and for this segment alone: <c>initial</c> for what is not
    /// done, <c>translated</c>, <c>reviewed</c> or <c>final</c>; null when it does not say.
    /// </summary>
    public string? Said { get; init; }

    /// <summary>True when there is a target with nothing to read in it: in a file of ours its words stand with a sentence before.</summary>
    public bool IsEmptied { get; init; }

    /// <summary>True when the file shows that some of its sentences have no target yet.</summary>
    public bool IsPartial { get; init; }
}

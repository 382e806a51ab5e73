using System.Collections.Immutable;

namespace TransFlow.Xliff;

/// <summary>A unit: the piece of text whose whole source stays what it is, however tools cut it (XLIFF 2.0, 4.2.2.5; a <c>trans-unit</c> in 1.2).</summary>
/// <param name="Id">Its id.</param>
public sealed record Unit(string Id)
{
    /// <summary>Its name (<c>name</c>, in 1.2 <c>resname</c>); null when not stated.</summary>
    public string? Name { get; init; }

    /// <summary>False when tools must not cut it otherwise; true is the default.</summary>
    public bool CanResegment { get; init; } = true;

    /// <summary>False when its text is not to be translated; true is the default.</summary>
    public bool Translate { get; init; } = true;

    /// <summary>Its notes.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>The original data of its codes.</summary>
    public ImmutableArray<OriginalData> Data { get; init; } = [];

    /// <summary>Its segments and what stands between them, in order.</summary>
    public ImmutableArray<UnitPart> Parts { get; init; } = [];

    /// <summary>The line where it begins, from 1; 0 when it was not read from a file.</summary>
    public int Line { get; init; }
}

/// <summary>The markup that a code stands for (XLIFF 2.0, 4.2.2.11).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The markup.</param>
public sealed record OriginalData(string Id, string Text);

/// <summary>A segment, or what stands between two.</summary>
public abstract record UnitPart
{
    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get; init; }

    /// <summary>Its source.</summary>
    public InlineText Source { get; init; } = InlineText.Empty;

    /// <summary>Its target; null when there is none.</summary>
    public InlineText? Target { get; init; }

    /// <summary>The target's place in the unit, from 1, when it is not the source's; null otherwise.</summary>
    public int? Order { get; init; }
}

/// <summary>A segment (XLIFF 2.0, 4.2.2.6).</summary>
public sealed record Segment : UnitPart
{
    /// <summary>Its state as stated; null when not stated.</summary>
    public string? State { get; init; }

    /// <summary>Its sub-state as stated; null when not stated.</summary>
    public string? SubState { get; init; }
}

/// <summary>Text between segments, mostly white space (XLIFF 2.0, 4.2.2.7).</summary>
public sealed record Ignorable : UnitPart;

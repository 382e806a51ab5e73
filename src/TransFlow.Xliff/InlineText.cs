using System.Collections.Immutable;

namespace TransFlow.Xliff;

/// <summary>Inline content: a flat sequence of text and marks.</summary>
/// <param name="Pieces">The pieces in order.</param>
public sealed record InlineText(ImmutableArray<InlinePiece> Pieces)
{
    /// <summary>No content.</summary>
    public static InlineText Empty { get; } = new([]);

    /// <summary>The text without its marks.</summary>
    public string Plain => string.Concat(Pieces.OfType<PlainText>().Select(p => p.Text));

    /// <inheritdoc/>
    public bool Equals(InlineText? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc/>
    public override int GetHashCode() => Pieces.Length;
}

/// <summary>One piece of inline content.</summary>
public abstract record InlinePiece;

/// <summary>A run of text.</summary>
/// <param name="Text">The text.</param>
public sealed record PlainText(string Text) : InlinePiece;

/// <summary>What codes have in common.</summary>
/// <param name="Id">The code's id; empty when a tool dropped it.</param>
public abstract record Code(string Id) : InlinePiece
{
    /// <summary>Its type (<c>type</c>, in 1.2 <c>ctype</c>); null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Its sub-type; null when not stated.</summary>
    public string? SubType { get; init; }

    /// <summary>The id of its original data; null for none.</summary>
    public string? DataRef { get; init; }

    /// <summary>What a tool shows for it (in 1.2 <c>equiv-text</c>); null when not stated.</summary>
    public string? Display { get; init; }

    /// <summary>The plain text that it amounts to; null when not stated.</summary>
    public string? Equivalent { get; init; }

    /// <summary>False when it must not be used more often; true is the default.</summary>
    public bool CanCopy { get; init; } = true;

    /// <summary>False when it must not be left out; true is the default.</summary>
    public bool CanDelete { get; init; } = true;
}

/// <summary>A code that stands alone: <c>ph</c>; in 1.2 <c>x</c>, <c>ph</c>, an <c>it</c> without its other half.</summary>
/// <param name="Id">Its id.</param>
public sealed record StandaloneCode(string Id) : Code(Id);

/// <summary>The start of a code that spans text: that of <c>pc</c>, <c>sc</c>; in 1.2 of <c>g</c>, <c>bx</c>, <c>bpt</c>.</summary>
/// <param name="Id">Its id.</param>
public sealed record SpanningCode(string Id) : Code(Id)
{
    /// <summary>The id of the closing half's original data; null for none.</summary>
    public string? EndDataRef { get; init; }

    /// <summary>What a tool shows for the closing half; null when not stated.</summary>
    public string? EndDisplay { get; init; }

    /// <summary>The plain text that the closing half amounts to; null when not stated.</summary>
    public string? EndEquivalent { get; init; }
}

/// <summary>The end of a code that spans text.</summary>
/// <param name="Id">The id of its start; empty when it has to be found by nesting.</param>
public sealed record SpanningCodeEnd(string Id) : InlinePiece;

/// <summary>The start or end of an annotation (<c>mrk</c>, <c>sm</c>, <c>em</c>).</summary>
/// <param name="Type">Its type (<c>type</c>, in 1.2 <c>mtype</c>); empty when not stated.</param>
/// <param name="IsStart">True for the start.</param>
public sealed record MarkedSpan(string Type, bool IsStart) : InlinePiece;

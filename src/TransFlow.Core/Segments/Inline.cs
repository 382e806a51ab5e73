namespace TransFlow.Core.Segments;

/// <summary>What one part of a <see cref="Content"/> is.</summary>
public enum InlineKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>The start of an inline code that spans text, such as emphasis.</summary>
    Open,

    /// <summary>The end of an inline code that spans text.</summary>
    Close,

    /// <summary>An inline code that stands alone, such as an image.</summary>
    Standalone,
}

/// <summary>One part of a content: a run of text, or a mark of an inline code.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text, or the inline code's id, local to its unit.</param>
public readonly record struct Inline(InlineKind Kind, string Value);

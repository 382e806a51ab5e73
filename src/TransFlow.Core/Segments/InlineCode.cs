namespace TransFlow.Core.Segments;

/// <summary>What an inline code stands for; each has a word that translators see.</summary>
public enum CodeKind
{
    /// <summary>Strong emphasis.</summary>
    Bold,

    /// <summary>Emphasis.</summary>
    Italic,

    /// <summary>Struck-through text.</summary>
    Strike,

    /// <summary>A code span; its text is not translated.</summary>
    CodeSpan,

    /// <summary>A link, inline or by reference.</summary>
    Link,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A hard line break.</summary>
    LineBreak,

    /// <summary>A footnote mark.</summary>
    FootnoteMark,

    /// <summary>An address between angle brackets, or a bare one.</summary>
    Autolink,

    /// <summary>Inline HTML or JSX.</summary>
    Html,

    /// <summary>A shortcode or a Liquid tag.</summary>
    Shortcode,

    /// <summary>Anything else that is markup.</summary>
    Other,
}

/// <summary>One inline code of a unit: markup that a translator moves but does not write.</summary>
/// <param name="Id">Id, local to the unit, an NMTOKEN.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Opening">The source markup, or for a pair its opening half.</param>
/// <param name="Closing">The closing half of a pair; null for a code that stands alone.</param>
public sealed record InlineCode(string Id, CodeKind Kind, string Opening, string? Closing)
{
    /// <summary>True for a code that spans text.</summary>
    public bool IsPair => Closing is not null;

    /// <summary>The plain text that the code amounts to where codes cannot be shown: a space for a line break, else mostly nothing.</summary>
    public string Equivalent { get; init; } = "";

    /// <summary>True when a translation may use the code more often than the source does.</summary>
    public bool CanCopy { get; init; }

    /// <summary>True when a translation may leave the code out.</summary>
    public bool CanDelete { get; init; }
}

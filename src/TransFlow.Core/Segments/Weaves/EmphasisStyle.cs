namespace TransFlow.Core.Segments.Weaves;

/// <summary>What a reader makes of a character among marks of emphasis.</summary>
[Flags]
internal enum EmphasisStyle
{
    /// <summary>Words as they stand.</summary>
    None = 0,

    /// <summary>Words in bold.</summary>
    Bold = 1,

    /// <summary>Words in italic.</summary>
    Italic = 2,

    /// <summary>A sign of a mark, which nobody sees.</summary>
    Mark = 4,

    /// <summary>Words struck out.</summary>
    Struck = 8,
}

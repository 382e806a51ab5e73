namespace TransFlow.Core.Segments.Sentences;

/// <summary>What a character that matters to segmentation does.</summary>
internal enum MarkRole : byte
{
    /// <summary>An ordinary character.</summary>
    None,

    /// <summary>Opens a quotation or bracket.</summary>
    Open,

    /// <summary>Closes a quotation or bracket.</summary>
    Close,

    /// <summary>A straight quote, which opens or closes by its position.</summary>
    Straight,

    /// <summary>Ends a sentence, perhaps.</summary>
    Stop,

    /// <summary>A hard line break.</summary>
    LineBreak,

    /// <summary>Ends a segment whatever the rules say: a blank line, or the sign that points to the next of several pictures.</summary>
    BlockEnd,

    /// <summary>What may be such an end, a line feed or a pointing sign; never kept as a mark.</summary>
    MayEndBlock,
}

/// <summary>One character that matters to segmentation, where it stands and what it is paired with.</summary>
internal struct Mark
{
    /// <summary>No other mark.</summary>
    public const int None = -1;

    /// <summary>Offset of the character.</summary>
    public int Position;

    /// <summary>Index of the mark it is paired with; while the scan runs, of the mark that was opened before it.</summary>
    public int Partner;

    /// <summary>What it does.</summary>
    public MarkRole Role;

    /// <summary>Which pair or stop it is.</summary>
    public MarkKind Kind;
}

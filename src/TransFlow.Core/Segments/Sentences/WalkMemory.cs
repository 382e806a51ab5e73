namespace TransFlow.Core.Segments.Sentences;

/// <summary>What rules remember while they walk through one text.</summary>
internal struct WalkMemory
{
    /// <summary>No stop before this offset ends a sentence: a date or number reaches so far.</summary>
    public int ProtectedUntil;

    /// <summary>The last list mark among the Hangul syllables 가, 나, 다 …; a null character when there was none.</summary>
    public char ListMark;

    /// <summary>The last number that counted an item; zero when there was none.</summary>
    public int ListNumber;

    /// <summary>Where the last reporting clause began that tells of the quotation behind it, not of the one before.</summary>
    public int Announcing;
}

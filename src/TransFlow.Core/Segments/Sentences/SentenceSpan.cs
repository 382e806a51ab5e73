namespace TransFlow.Core.Segments.Sentences;

/// <summary>A piece of a text that was split into sentences.</summary>
/// <param name="Start">Offset of its first character, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units; never zero.</param>
/// <param name="IsSpace">True for the white space before, between and after sentences.</param>
public readonly record struct SentenceSpan(int Start, int Length, bool IsSpace)
{
    /// <summary>Offset after its last character, in UTF-16 units.</summary>
    public int End => Start + Length;
}

namespace TransFlow.Core.Segments;

/// <summary>What a top-level block of an article is, as far as publishing has to know.</summary>
public enum BlockKind
{
    /// <summary>A block with words, or code, HTML, a shortcode.</summary>
    Content,

    /// <summary>A thematic break.</summary>
    ThematicBreak,

    /// <summary>Boilerplate; <see cref="Block.Standing"/> says which.</summary>
    Standing,

    /// <summary>Definitions that the reader does not see where they stand: link references and footnotes.</summary>
    Definition,
}

/// <summary>One top-level block of an article's body and where it stands in the source text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character in <see cref="Extraction.Text"/>, in UTF-16 units.</param>
/// <param name="Length">Its length without the line end that follows it.</param>
/// <param name="Standing">The boilerplate's name; null for other blocks.</param>
public readonly record struct Block(BlockKind Kind, int Start, int Length, string? Standing);

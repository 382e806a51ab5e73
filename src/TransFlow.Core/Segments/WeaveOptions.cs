using System.Collections.Immutable;

namespace TransFlow.Core.Segments;

/// <summary>What weaving does beside putting words in place.</summary>
/// <param name="Language">The target language as a BCP 47 tag: it decides the white space between sentences.</param>
public sealed record WeaveOptions(string Language)
{
    /// <summary>Front matter values to set, in order; applied to the source's own front matter in place.</summary>
    public ImmutableArray<FrontMatterEdit> FrontMatter { get; init; } = [];

    /// <summary>
    /// Gives the target's value for a front matter value of the source, of a list for each item, by its dotted key; null where it stays, or is
    /// translated. It counts before a unit's words; <see cref="FrontMatter"/> counts before it.
    /// </summary>
    public Func<string, string, string?>? ValueTarget { get; init; }

    /// <summary>Gives the target's address for a link of the source; null leaves every address as it is. Images keep theirs.</summary>
    public Func<string, string>? LinkTarget { get; init; }

    /// <summary>True when a link with nothing in it to see, around which the source has words, is left out: a reader could not find it.</summary>
    public bool LeavesOutEmptiedLinks { get; init; }

    /// <summary>Pieces of the body to replace or insert at block edges, in order and without overlap; never inside a unit.</summary>
    public ImmutableArray<BodyEdit> Body { get; init; } = [];
}

/// <summary>One front matter value to set.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Values">The new value; several make a list.</param>
public sealed record FrontMatterEdit(string Key, ImmutableArray<string> Values)
{
    /// <summary>True when the value is a list even with one item.</summary>
    public bool IsList { get; init; }

    /// <summary>True for a truth value or a number, which is written as it is; false for text, which is quoted where it would read as something else.</summary>
    public bool IsBare { get; init; }

    /// <summary>True when a page without it must not go out; false when it is left out where there is no place for it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Keys after which a new key is put, best first; at the end of its mapping when none is there.</summary>
    public ImmutableArray<string> After { get; init; } = [];
}

/// <summary>A piece of the source text to replace; an empty piece inserts.</summary>
/// <param name="Start">Offset in <see cref="Extraction.Text"/>, in UTF-16 units.</param>
/// <param name="Length">How many characters are replaced; 0 inserts.</param>
/// <param name="Markdown">What comes in their place, with <c>\n</c> line ends; written with the article's own.</param>
public sealed record BodyEdit(int Start, int Length, string Markdown);

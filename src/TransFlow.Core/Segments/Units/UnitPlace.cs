using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments.Heads;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>Where a unit's words stand in the source text: what weaving replaces. One of the three last is there.</summary>
/// <param name="Start">Offset of the first character that is the unit's.</param>
/// <param name="End">Offset after the last.</param>
internal sealed record UnitPlace(int Start, int End)
{
    /// <summary>The front matter value.</summary>
    public HeadScalar? Scalar { get; init; }

    /// <summary>The words inside markup.</summary>
    public Inset? Inset { get; init; }

    /// <summary>The number of the block with inline text, among those of the article.</summary>
    public int? Leaf { get; init; }

    /// <summary>Whether that block is one of HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether that block stands between tags of HTML: Markdown for some, for others words as they stand, where a backslash would be seen.</summary>
    public bool IsInElement { get; init; }

    /// <summary>Whether it is the words of a link, whose marks stand around it: an address in it makes no other one.</summary>
    public bool IsInLink { get; init; }

    /// <summary>Whether it is a cell that is a part of a paragraph for some: a bracket in it may pair with one in another.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The unit's inline codes as they stand in the source, in the order of their ids, which are numbers from 1.</summary>
    public CodeSource[] Codes { get; init; } = [];

    /// <summary>Whether words of that block are struck out by lone tildes: another one among them would be a mark, too.</summary>
    public bool HasLoneTildes { get; init; }

    /// <summary>A code.</summary>
    /// <param name="id">The id of one that the unit has.</param>
    public CodeSource Code(string id) => Find(id) ?? throw new ArgumentException($"There is no code {id}.", nameof(id));

    /// <summary>Whether an id is that of a line break.</summary>
    public bool IsBreak(string id) => Find(id) is { Kind: CodeKind.LineBreak };

    /// <summary>Whether an id is that of emphasis.</summary>
    public bool IsEmphasis(Inline part) => part.Kind != InlineKind.Text && Find(part.Value) is { Kind: CodeKind.Bold or CodeKind.Italic or CodeKind.Strike };

    private CodeSource? Find(string id)
    {
        var number = id.Length == 1 ? id[0] - '0' : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        // Ids are numbers from 1, in order, wherever nobody gave others.
        return number > 0 && number <= Codes.Length && Codes[number - 1].Id == id ? Codes[number - 1] : Array.Find(Codes, c => c.Id == id);
    }
}

/// <summary>A unit before it has its id and name.</summary>
/// <param name="Kind">Where its words stand.</param>
/// <param name="Key">Front matter key or attribute name.</param>
/// <param name="Segments">Its sentences.</param>
/// <param name="Codes">Its inline codes.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record UnitDraft(UnitKind Kind, string? Key, ImmutableArray<Segment> Segments, ImmutableArray<InlineCode> Codes, UnitPlace Place)
{
    public string Text => Segments is [var only] ? only.Source.ToString() + only.SpaceAfter : string.Concat(Segments.Select(s => s.Source + s.SpaceAfter));
}

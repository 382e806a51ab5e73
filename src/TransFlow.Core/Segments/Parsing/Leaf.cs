using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>A block that holds inline text.</summary>
/// <param name="kind">Where its words stand.</param>
/// <param name="atoms">The pieces of the article's blocks so far; those of this one are the last.</param>
/// <param name="first">The number of its first one.</param>
/// <param name="end">The number after its last one.</param>
internal sealed class Leaf(UnitKind kind, AtomList atoms, int first, int end)
{
    /// <summary>Where its words stand.</summary>
    public UnitKind Kind { get; } = kind;

    /// <summary>Its inline pieces in order.</summary>
    public ReadOnlySpan<Atom> Atoms => atoms.Items[first..end];

    /// <summary>Whether its words stand in a block of HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether it stands between tags of HTML: Markdown for some, for others words as they stand.</summary>
    public bool IsInElement { get; init; }

    /// <summary>Whether it is the label of a directive of one line, which is none where it stands in other words.</summary>
    public bool IsOfLine { get; init; }

    /// <summary>Whether its words stand in a cell that is a part of a paragraph for some.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether it is no paragraph on the page, in a list of MDX without empty lines.</summary>
    public bool IsTight { get; init; }
}

/// <summary>Words inside markup: an alternative text, a title, a shortcode's attribute.</summary>
/// <param name="Kind">Where they stand.</param>
/// <param name="Key">The attribute's name; null for an alternative text.</param>
/// <param name="Text">The words, with the tags of site generators among them as they are written.</param>
/// <param name="Start">Offset of their markup.</param>
/// <param name="End">Offset after it.</param>
internal sealed partial record Inset(UnitKind Kind, string? Key, string Text, int Start, int End)
{
    /// <summary>The words and the tags in order, where there are tags among them; else empty.</summary>
    public ImmutableArray<Atom> Pieces { get; init; } = [];

    /// <summary>Whether they may be an address or the name of a file, and are nobody's to translate.</summary>
    public bool IsAddress { get; init; }

    /// <summary>Whether they stand in a tag of HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether they stand in a shortcode between brackets, as WordPress writes it.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>Whether they stand in an include of Jekyll, which knows no escape but that of the quotation mark.</summary>
    public bool IsOfInclude { get; init; }

    /// <summary>Whether they stand in a shortcode of Hugo.</summary>
    public bool IsHugo { get; init; }

    /// <summary>Whether the site reads them as Markdown.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>The signs of the markup in them, which stand among the words; all others are words.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Whether they stand in the first line of a fence, where nothing can be escaped.</summary>
    public bool IsOfFence { get; init; }

    /// <summary>Whether they are the value of an option of a directive.</summary>
    public bool IsOfOption { get; init; }

    /// <summary>Whether they stand in a cell of a table, which a bar would end for most site generators.</summary>
    public bool InCell { get; init; }

    /// <summary>Whether they are arguments of a tag that have no quotation marks around them.</summary>
    public bool IsBare { get; init; }

    /// <summary>Arguments before them that nothing parts from them but that they are in another script.</summary>
    public string Lead { get; init; } = "";

    /// <summary>What follows other words than the source's: the label of a reference, which these words were.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>A code among the words as it is meant, whatever marks stand around them.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="code">The code.</param>
    public string Written(string text, CodeSource code)
    {
        var written = text[code.OpenStart..code.OpenEnd];
        return IsHugo ? ShortcodeQuotes.OfHugo(written, text.AsSpan(Start, End - Start)) : written;
    }

    /// <summary>Whether words have no letter that addresses and names of files have not.</summary>
    public static bool MayBeAddress(string words) => words.All(c => char.IsAscii(c) || !char.IsLetter(c));

    /// <summary>Whether a value is the name of a file or page, which has no blanks, and begins as an address or has an ending.</summary>
    /// <param name="value">The value.</param>
    public static bool IsPath(string value) => !value.Any(char.IsWhiteSpace) && FilePath().IsMatch(value);

    [GeneratedRegex(@"^\.{0,2}/|://|\.[A-Za-z][A-Za-z0-9]{0,4}([#?].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FilePath();

    /// <summary>Words among which there are tags; null when there are no words.</summary>
    /// <param name="kind">Where they stand.</param>
    /// <param name="key">The attribute's name; null for an alternative text.</param>
    /// <param name="pieces">The words and the tags in order.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Offset of their markup.</param>
    /// <param name="end">Offset after it.</param>
    public static Inset? Of(UnitKind kind, string? key, ImmutableArray<Atom> pieces, string text, int start, int end) =>
        pieces.Any(p => p.Kind == InlineKind.Text && p.Text!.Any(char.IsLetterOrDigit))
            ? new Inset(kind, key, string.Concat(pieces.Select(p => p.Code is null ? p.Text : text[p.Start..p.End])), start, end) { Pieces = pieces.All(p => p.Code is null) ? [] : pieces }
            : null;
}

/// <summary>A picture in the article.</summary>
/// <param name="Address">Where it is, as the article says it.</param>
/// <param name="Start">Offset of its markup.</param>
/// <param name="End">Offset after it.</param>
internal sealed record PictureMark(string Address, int Start, int End);

/// <summary>A link's address in the article.</summary>
/// <param name="Text">The address.</param>
/// <param name="Start">Offset.</param>
/// <param name="End">Offset after it.</param>
internal sealed record Address(string Text, int Start, int End);

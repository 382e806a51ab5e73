using System.Collections.Immutable;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>Cuts the unit out of a block with inline text: what stands at its edges without words stays in the skeleton.</summary>
/// <param name="text">The article's text.</param>
/// <param name="language">The source language.</param>
internal sealed class LeafUnit(string text, string language)
{
    /// <summary>The unit of a block; null when there is nothing to translate in it.</summary>
    /// <param name="leaf">The block.</param>
    /// <param name="number">Its number in the article.</param>
    /// <param name="followsImage">True when the block before it is nothing but an image.</param>
    public UnitDraft? Cut(Leaf leaf, int number, bool followsImage)
    {
        var atoms = WithoutPadding(Core(leaf.Atoms, out var wrapped, out var image));
        if (!atoms.Any(a => a.Kind == InlineKind.Text && a.Text.Any(leaf.Kind == UnitKind.TableCell ? char.IsLetter : char.IsLetterOrDigit)))
            return null;

        var ids = new Dictionary<CodeSource, string>();
        foreach (var atom in atoms.Where(a => a.Code is not null))
            ids.TryAdd(atom.Code!, (ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var isCaption = leaf.Kind == UnitKind.Paragraph && wrapped is CodeKind.Italic && (image || followsImage);
        return new UnitDraft(
            isCaption ? UnitKind.Caption : leaf.Kind,
            null,
            [.. new LeafSentences(atoms, ids, language).Split()],
            [.. ids.Select(c => Code(c.Key, c.Value))],
            new UnitPlace(atoms[0].Start, atoms[^1].End) { Leaf = number, Codes = ids.ToImmutableDictionary(c => c.Value, c => c.Key) });
    }

    /// <summary>True when a block shows an image and no words.</summary>
    public static bool IsImage(Leaf leaf) =>
        leaf.Atoms.Any(a => a.Code?.Kind is CodeKind.Image or CodeKind.Shortcode) && leaf.Words.Length == 0;

    /// <summary>The pieces between the edges.</summary>
    private static List<Atom> Core(List<Atom> all, out CodeKind? wrapped, out bool image)
    {
        wrapped = null;
        image = false;
        var atoms = all.ToList();
        while (true)
        {
            int first = 0, last = atoms.Count;
            while (first < last && IsEdge(atoms[first]))
                image |= atoms[first++].Code?.Kind is CodeKind.Image or CodeKind.Shortcode;
            while (last > first && IsEdge(atoms[last - 1]))
                last--;
            atoms = atoms[first..last];
            if (atoms.Count < 2 || atoms[0].Kind != InlineKind.Open || atoms[^1].Kind != InlineKind.Close || atoms[0].Code != atoms[^1].Code || atoms[0].Code!.Suffix.Length > 0)
                return atoms;
            wrapped = atoms[0].Code!.Kind;
            atoms = atoms[1..^1];
        }
    }

    /// <summary>White space at the edges of the words, such as a table cell's padding, stays in the skeleton.</summary>
    private List<Atom> WithoutPadding(List<Atom> atoms)
    {
        if (atoms.Count == 0)
            return atoms;
        var first = atoms[0];
        if (first.Kind == InlineKind.Text)
            atoms[0] = first with { Text = first.Text.TrimStart(), Start = Skip(first.Start, first.End) };
        var last = atoms[^1];
        if (last.Kind == InlineKind.Text)
            atoms[^1] = last with { Text = last.Text.TrimEnd(), End = SkipBack(last.Start, last.End) };
        return atoms;
    }

    private int Skip(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private int SkipBack(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    private static bool IsEdge(Atom atom) =>
        atom.IsSpace || atom is { Kind: InlineKind.Standalone, Code.Kind: CodeKind.Image or CodeKind.Shortcode or CodeKind.LineBreak or CodeKind.Other };

    private InlineCode Code(CodeSource source, string id) =>
        new(id, source.Kind, text[source.OpenStart..source.OpenEnd], source.IsPair ? text[source.CloseStart..source.CloseEnd] : null)
        {
            Equivalent = source.Kind == CodeKind.LineBreak ? " " : "",
            CanDelete = source.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike or CodeKind.LineBreak,
        };
}

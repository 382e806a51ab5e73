using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>Cuts the unit out of a block with inline text: what stands at its edges without words stays in the skeleton.</summary>
/// <param name="text">The article's text.</param>
/// <param name="split">Splits a text into sentences.</param>
internal sealed class LeafUnit(string text, Splitter split)
{
    /// <summary>The unit of a block; null when there is nothing to translate in it.</summary>
    /// <param name="leaf">The block.</param>
    /// <param name="number">Its number in the article.</param>
    /// <param name="followsImage">True when the block before it is nothing but an image.</param>
    public UnitDraft? Cut(Leaf leaf, int number, bool followsImage)
    {
        var atoms = WithoutPadding(Core(leaf.Atoms, out var wrapped, out var image));
        if (!atoms.Exists(a => a.Kind == InlineKind.Text && HasWords(a.Text, leaf.Kind)))
            return null;

        var ids = new Dictionary<CodeSource, string>();
        foreach (var atom in atoms)
        {
            if (atom.Code is { } code && !ids.ContainsKey(code))
                ids.Add(code, (ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var isCaption = leaf.Kind == UnitKind.Paragraph && wrapped is CodeKind.Italic && (image || followsImage);
        return new UnitDraft(
            isCaption ? UnitKind.Caption : leaf.Kind,
            null,
            [.. new LeafSentences(atoms, ids, split).Split()],
            [.. ids.Select(c => Code(c.Key, c.Value))],
            new UnitPlace(atoms[0].Start, atoms[^1].End) { Leaf = number, IsHtml = leaf.IsHtml, Codes = ids.ToDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal) });
    }

    /// <summary>A number alone in a table's cell is no word.</summary>
    private static bool HasWords(string text, UnitKind kind)
    {
        foreach (var c in text)
        {
            if (kind == UnitKind.TableCell ? char.IsLetter(c) : char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>True when a block shows an image and no words.</summary>
    public static bool IsImage(Leaf leaf) =>
        leaf.Atoms.Any(a => a.Code?.Kind is CodeKind.Image or CodeKind.Shortcode) && leaf.Words.Length == 0;

    /// <summary>The pieces between the edges.</summary>
    private static List<Atom> Core(List<Atom> all, out CodeKind? wrapped, out bool image)
    {
        wrapped = null;
        image = false;
        int first = 0, last = all.Count;
        while (true)
        {
            while (first < last && IsEdge(all[first]))
                image |= all[first++].Code?.Kind is CodeKind.Image or CodeKind.Shortcode;
            while (last > first && IsEdge(all[last - 1]))
                last--;
            if (last - first < 2 || all[first].Kind != InlineKind.Open || all[last - 1].Kind != InlineKind.Close || all[first].Code != all[last - 1].Code || all[first].Code!.Suffix.Length > 0)
                return all[first..last];
            wrapped = all[first++].Code!.Kind;
            last--;
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
            CanCopy = source.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike,
            CanDelete = source.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike or CodeKind.LineBreak,
        };
}

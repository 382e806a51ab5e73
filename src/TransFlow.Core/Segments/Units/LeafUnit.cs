using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>Cuts the unit out of a block with inline text: what stands at its edges without words stays in the skeleton.</summary>
/// <param name="text">The article's text.</param>
/// <param name="blank">The same, where marks at the beginning of lines are as white space.</param>
/// <param name="split">Splits a text into sentences.</param>
internal sealed class LeafUnit(string text, string blank, Splitter split)
{
    private static readonly Dictionary<CodeSource, string> NoIds = [];

    private readonly LeafSentences _sentences = new(split);
    private readonly List<Atom> _atoms = [];

    /// <summary>The unit of a block; null when there is nothing to translate in it.</summary>
    /// <param name="leaf">The block.</param>
    /// <param name="number">Its number in the article.</param>
    /// <param name="followsImage">True when the block before it is nothing but an image.</param>
    public UnitDraft? Cut(Leaf leaf, int number, bool followsImage)
    {
        var all = BareAddress.Apart(leaf.Atoms);
        var hasWords = false;
        foreach (var atom in all)
            hasWords |= atom.Kind == InlineKind.Text && HasWords(atom.Text, leaf.Kind);
        if (!hasWords)
            return null;

        var atoms = WithoutPadding(Core(all, out var wrapped, out var image));
        var ids = Ids(atoms);
        var isCaption = leaf.Kind == UnitKind.Paragraph && wrapped is CodeKind.Italic && (image || followsImage);
        var place = new UnitPlace(atoms[0].Start, atoms[^1].End) { Leaf = number, IsHtml = leaf.IsHtml };
        var codes = ImmutableArray<InlineCode>.Empty;
        if (ids.Count > 0)
        {
            codes = [.. ids.Select(c => Code(c.Key, c.Value))];
            place = place with { Codes = ids.ToDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal) };
        }

        return new UnitDraft(isCaption ? UnitKind.Caption : leaf.Kind, null, _sentences.Split(atoms, ids), codes, place);
    }

    /// <summary>Numbers for the codes, in the order of their first marks.</summary>
    private static Dictionary<CodeSource, string> Ids(List<Atom> atoms)
    {
        var ids = NoIds;
        foreach (var atom in atoms)
        {
            if (atom.Code is not { } code)
                continue;
            ids = ids.Count == 0 ? [] : ids;
            ids.TryAdd(code, (ids.Count + 1).ToString(CultureInfo.InvariantCulture));
        }

        return ids;
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
    public static bool IsImage(Leaf leaf)
    {
        var hasImage = false;
        foreach (var atom in leaf.Atoms)
        {
            if (atom.Kind == InlineKind.Text && !atom.IsSpace)
                return false;
            hasImage |= atom.Code?.Kind is CodeKind.Image or CodeKind.Shortcode;
        }

        return hasImage;
    }

    /// <summary>The pieces between the edges.</summary>
    private List<Atom> Core(List<Atom> all, out CodeKind? wrapped, out bool image)
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
                break;
            wrapped = all[first++].Code!.Kind;
            last--;
        }

        _atoms.Clear();
        _atoms.AddRange(CollectionsMarshal.AsSpan(all)[first..last]);
        return _atoms;
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
        while (start < end && char.IsWhiteSpace(blank[start]))
            start++;
        return start;
    }

    private int SkipBack(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(blank[end - 1]))
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

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Gives units their ids and names. An id is derived from the unit's kind and words, so that an edit elsewhere changes none;
/// with the article's former extraction at hand, a block that a person would call the same keeps its id though its words changed.
/// </summary>
internal static class UnitNaming
{
    private const int IdDigits = 8;
    private const double Alike = 0.4;
    private const double MuchAlike = 0.6;

    /// <summary>The most former units that one is compared with, so that an article that is new from end to end costs no more than its length.</summary>
    private const int MostCompared = 50;

    /// <summary>Names the units of an article.</summary>
    public static ImmutableArray<Unit> Name(IReadOnlyList<UnitDraft> drafts, ExtractionOptions options)
    {
        var previous = options.Previous;
        var ids = new string?[drafts.Count];
        if (options.UnitIds.Length == drafts.Count)
            options.UnitIds.CopyTo(ids!);
        else if (previous is not null)
            Inherit(drafts, previous.Units, ids);
        var taken = new HashSet<string>(drafts.Count, StringComparer.Ordinal);
        taken.UnionWith(ids.OfType<string>());
        if (previous is not null)
            taken.UnionWith(previous.Units.Select(u => u.Id));
        var copies = new Dictionary<(UnitKind, string?, string), int>();
        using var digest = new ContentDigest();
        for (var i = 0; i < drafts.Count; i++)
            ids[i] ??= Fresh(drafts[i], digest, taken, copies);

        var width = Math.Max(2, drafts.Count.ToString(CultureInfo.InvariantCulture).Length);
        var units = new Unit[drafts.Count];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new Unit(ids[i]!, Named(i + 1, width, Word(drafts[i])), drafts[i].Kind, drafts[i].Segments, drafts[i].Codes) { Key = drafts[i].Key };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }

    /// <summary>A name: the unit's number in so many digits, and a word for what it is.</summary>
    private static string Named(int number, int width, string word)
    {
        Span<char> digits = stackalloc char[width + 1];
        digits[width] = '-';
        for (var i = width - 1; i >= 0; i--, number /= 10)
            digits[i] = (char)('0' + (number % 10));
        return string.Concat(digits, word);
    }

    private static void Inherit(IReadOnlyList<UnitDraft> drafts, ImmutableArray<Unit> former, string?[] ids)
    {
        var places = new int[drafts.Count];
        Array.Fill(places, -1);
        var used = new HashSet<int>();
        var byWords = former.Select((u, i) => (Words: WordsOf(u), Place: i)).GroupBy(u => u.Words).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(u => u.Place)));
        for (var i = 0; i < drafts.Count; i++)
        {
            if (byWords.TryGetValue(WordsOf(drafts[i]), out var same) && same.TryDequeue(out var place))
                places[i] = place;
        }

        used.UnionWith(places);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (places[i] < 0 && Neighbour(drafts[i], i, former, places, used) is { } place && used.Add(place))
                places[i] = place;
        }

        Elsewhere(drafts, former, places, used);
        for (var i = 0; i < drafts.Count; i++)
            ids[i] = places[i] < 0 ? null : former[places[i]].Id;
    }

    /// <summary>Blocks that are left over on both sides: one that was moved and edited, or made a quotation or an item of a list, is still the same.</summary>
    private static void Elsewhere(IReadOnlyList<UnitDraft> drafts, ImmutableArray<Unit> former, int[] places, HashSet<int> used)
    {
        var left = Enumerable.Range(0, former.Length).Where(i => !used.Contains(i) && IsText(former[i].Kind)).Take(MostCompared).Select(i => (Place: i, Words: former[i].Text)).ToList();
        for (var i = 0; i < drafts.Count && left.Count > 0; i++)
        {
            if (places[i] >= 0 || !IsText(drafts[i].Kind))
                continue;
            var words = string.Concat(drafts[i].Segments.Select(s => s.Source.Text + s.SpaceAfter));
            // Texts of very different lengths have too little in common.
            var best = left.Where(f => 2 * Math.Min(f.Words.Length, words.Length) >= MuchAlike * (f.Words.Length + words.Length))
                .Select(f => (f.Place, Score: Similarity.Of(f.Words, words))).DefaultIfEmpty((Place: -1, Score: 0.0)).MaxBy(c => c.Score);
            if (best.Score < MuchAlike)
                continue;
            places[i] = best.Place;
            used.Add(best.Place);
            left.RemoveAll(f => f.Place == best.Place);
        }
    }

    private static bool IsText(UnitKind kind) => kind is UnitKind.Heading or UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.Caption;

    /// <summary>The former unit that stood where this one stands, when its words are alike.</summary>
    private static int? Neighbour(UnitDraft draft, int at, ImmutableArray<Unit> former, int[] places, HashSet<int> used)
    {
        if (draft.Kind == UnitKind.FrontMatter)
        {
            var same = Enumerable.Range(0, former.Length).Where(i => !used.Contains(i) && former[i].Kind == draft.Kind && former[i].Key == draft.Key).ToList();
            return same.Count > 0 ? same[0] : null;
        }

        var before = at > 0 ? places[at - 1] : -1;
        var after = at + 1 < places.Length && places[at + 1] >= 0 ? places[at + 1] : former.Length;
        return Enumerable.Range(before + 1, Math.Clamp(after - before - 1, 0, MostCompared))
            .Where(i => !used.Contains(i) && former[i].Kind == draft.Kind && former[i].Key == draft.Key)
            .Select(i => (Place: i, Score: Similarity.Of(former[i].Text, string.Concat(draft.Segments.Select(s => s.Source.Text + s.SpaceAfter)))))
            .Where(c => c.Score >= Alike)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Place)
            .Select(c => (int?)c.Place).FirstOrDefault();
    }

    private static (UnitKind, string?, string) WordsOf(UnitDraft draft) => (draft.Kind, draft.Key, draft.Text);

    private static (UnitKind, string?, string) WordsOf(Unit unit) => (unit.Kind, unit.Key, string.Concat(unit.Segments.Select(s => s.Source + s.SpaceAfter)));

    /// <summary>An id that no other unit has. The second of two blocks that say the same is told from the first by its number.</summary>
    private static string Fresh(UnitDraft draft, ContentDigest digest, HashSet<string> taken, Dictionary<(UnitKind, string?, string), int> copies)
    {
        var first = Derived(draft, digest, 0);
        if (taken.Add(first))
            return first;
        ref var copy = ref CollectionsMarshal.GetValueRefOrAddDefault(copies, WordsOf(draft), out _);
        while (true)
        {
            var made = Derived(draft, digest, ++copy);
            if (taken.Add(made))
                return made;
        }
    }

    private static string Derived(UnitDraft draft, ContentDigest digest, int copy)
    {
        digest.Add((int)draft.Kind).Add('\n').Add(draft.Key).Add('\n').Add(copy).Add('\n');
        foreach (var segment in draft.Segments)
            digest.Add(segment.Source).Add(segment.SpaceAfter);
        return digest.Take("u", IdDigits);
    }

    private static string Word(UnitDraft draft) => draft.Kind switch
    {
        UnitKind.FrontMatter => Ascii(draft.Key![(draft.Key!.LastIndexOf('.') + 1)..]),
        UnitKind.Heading => "heading",
        UnitKind.Paragraph => "paragraph",
        UnitKind.ListItem => "list-item",
        UnitKind.Quotation => "quotation",
        UnitKind.TableCell => "table-cell",
        UnitKind.Footnote => "footnote",
        UnitKind.ImageAlt => "image-alt",
        UnitKind.Title => "title",
        UnitKind.Caption => "caption",
        UnitKind.Definition => "definition",
        _ => "attribute",
    };

    private static string Ascii(string word)
    {
        var ascii = string.Concat(word.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return ascii.Length == 0 ? "value" : ascii[..Math.Min(ascii.Length, 24)];
    }
}

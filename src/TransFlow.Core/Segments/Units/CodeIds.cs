using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sign = (TransFlow.Core.Segments.CodeKind Kind, string? Opening, string? Closing, string? Inner);

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Gives the inline codes of a block that was changed the ids that they had before, so that what was written for the block means the same
/// codes still: a code keeps its id with its sentence, its markup and the words in it; one that is new gets a number that none had.
/// </summary>
internal static class CodeIds
{
    /// <summary>From where on two sentences are one that was changed.</summary>
    private const double Alike = 0.5;

    /// <summary>What two codes have in common when they are the same one, the surest first.</summary>
    private static readonly Func<Code, Sign?>[] Signs =
    [
        c => (c.Markup.Kind, c.Markup.Opening, c.Markup.Closing, c.Inner),
        c => (c.Markup.Kind, c.Markup.Opening, c.Markup.Closing, null),
        c => (c.Markup.Kind, null, null, null),
    ];

    /// <summary>The ids of a changed block's codes.</summary>
    /// <param name="now">The block, its codes numbered in order.</param>
    /// <param name="was">The same block before.</param>
    /// <param name="labels">Which labels are which.</param>
    /// <returns>The ids in the order of the codes; empty when they are numbered in order.</returns>
    public static ImmutableArray<string> Of(UnitDraft now, Unit was, FormerLabels labels)
    {
        if (now.Codes.IsEmpty || was.Codes.IsEmpty)
            return [];
        var (ours, theirs) = (Sentences(now.Segments, [.. now.Codes.Select(labels.Now)]), Sentences(was.Segments, [.. was.Codes.Select(labels.Before)]));
        var ids = new GivenIds();
        Whole(ours, theirs, ids);
        foreach (var (sentence, before) in OfSameWords(ours, theirs))
            Pair(sentence.Codes, before.Codes, Signs, ids);
        foreach (var (sentence, before) in Likeliest(ours, theirs))
            Pair(sentence.Codes, before.Codes, Signs, ids);
        // What was moved to another sentence is known by an address that it alone has, or by its words.
        Pair([.. ours.SelectMany(s => s.Codes)], [.. theirs.SelectMany(s => s.Codes)], [c => c.Inner.Length + c.Markup.Opening.Length > 4 ? Signs[0](c) : null], ids);
        var next = was.Codes.Max(c => int.TryParse(c.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return Written(now.Codes.Select(c => ids.Of(c.Id) ?? (++next).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A block with other ids for its codes.</summary>
    /// <param name="draft">The block, its codes numbered in order.</param>
    /// <param name="ids">The ids in the order of the codes.</param>
    public static UnitDraft Give(UnitDraft draft, ImmutableArray<string> ids)
    {
        var given = draft.Codes.Zip(ids).ToDictionary(c => c.First.Id, c => c.Second, StringComparer.Ordinal);
        foreach (var (code, id) in draft.Place.Codes.Zip(ids))
            code.Id = id;
        return draft with
        {
            Codes = [.. draft.Codes.Select(c => c with { Id = given[c.Id] })],
            Segments = [.. draft.Segments.Select(s => s with { Source = Renamed(s.Source, given) })],
        };
    }

    /// <summary>The words of a block as they are when its codes are numbered in order, whatever their ids.</summary>
    /// <param name="unit">The block.</param>
    public static string Text(Unit unit)
    {
        var numbers = unit.Codes.Select((c, i) => (c.Id, Number: (i + 1).ToString(CultureInfo.InvariantCulture))).ToDictionary(c => c.Id, c => c.Number, StringComparer.Ordinal);
        var isInOrder = numbers.All(n => n.Key == n.Value);
        return string.Concat(unit.Segments.Select(s => (isInOrder ? s.Source : Renamed(s.Source, numbers)) + s.SpaceAfter));
    }

    private static ImmutableArray<string> Written(IEnumerable<string> ids)
    {
        ImmutableArray<string> all = [.. ids];
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] != (i + 1).ToString(CultureInfo.InvariantCulture))
                return all;
        }

        return [];
    }

    private static Content Renamed(Content content, Dictionary<string, string> ids) => new(content.Parts.Select(p => p.Kind == InlineKind.Text ? p : p with { Value = ids[p.Value] }));

    /// <summary>Sentences that are as they were, codes and all: of several, some of which are gone, first those that stand in the same place.</summary>
    private static void Whole(List<Sentence> ours, List<Sentence> theirs, GivenIds ids)
    {
        var many = ours.CountBy(s => s.Shape, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var former = theirs.Index().GroupBy(s => s.Item.Shape, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<Sentence>(g.OrderBy(s => many.GetValueOrDefault(g.Key) < g.Count() && s.Index < ours.Count && ours[s.Index].Shape == g.Key ? 0 : 1).Select(s => s.Item)), StringComparer.Ordinal);
        foreach (var sentence in ours)
        {
            if (!former.TryGetValue(sentence.Shape, out var same) || !same.TryDequeue(out var before))
                continue;
            (sentence.IsTaken, before.IsTaken) = (true, true);
            foreach (var (code, was) in sentence.Codes.Zip(before.Codes))
                ids.Give(code, was);
        }
    }

    /// <summary>Sentences whose codes are others, and whose words stand as often as before: in order.</summary>
    private static List<(Sentence Now, Sentence Was)> OfSameWords(List<Sentence> ours, List<Sentence> theirs)
    {
        var left = theirs.Where(s => !s.IsTaken).ToLookup(s => s.Text, StringComparer.Ordinal);
        List<(Sentence Now, Sentence Was)> pairs = [.. ours.Where(s => !s.IsTaken).GroupBy(s => s.Text, StringComparer.Ordinal).Where(g => g.Count() == left[g.Key].Count()).SelectMany(g => g.Zip(left[g.Key]))];
        foreach (var (sentence, before) in pairs)
            (sentence.IsTaken, before.IsTaken) = (true, true);
        return pairs;
    }

    /// <summary>Each sentence that was changed, with what it was: the most alike first.</summary>
    private static List<(Sentence Now, Sentence Was)> Likeliest(List<Sentence> ours, List<Sentence> theirs)
    {
        List<Sentence> open = ours.FindAll(s => !s.IsTaken), left = theirs.FindAll(s => !s.IsTaken);
        var pairs = new AlikeSentences([.. left.Select((s, place) => (place, s.Text))]).Pair([.. open.Select((s, place) => (s.Text, place))], Alike);
        return [.. pairs.Select(p => (open[p.Now], left[p.Was]))];
    }

    private static void Pair(List<Code> ours, List<Code> theirs, Func<Code, Sign?>[] signs, GivenIds ids)
    {
        foreach (var sign in signs)
        {
            var former = theirs.Where(t => !ids.Has(t.Id) && sign(t) is not null).GroupBy(t => sign(t)!.Value).ToDictionary(g => g.Key, g => new Queue<Code>(g));
            foreach (var code in ours.Where(c => former.Count > 0 && ids.Of(c.Id) is null))
            {
                if (sign(code) is not { } its || !former.TryGetValue(its, out var same))
                    continue;
                while (ids.Of(code.Id) is null && same.TryDequeue(out var was))
                    ids.Give(code, was);
            }
        }
    }

    private static List<Sentence> Sentences(ImmutableArray<Segment> segments, ImmutableArray<InlineCode> codes)
    {
        var markup = codes.ToDictionary(c => c.Id, c => (c.Kind, c.Opening, c.Closing), StringComparer.Ordinal);
        return [.. segments.Select(s => new Sentence(
            s.Source.Text,
            string.Join('\u0001', s.Source.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : $"{p.Kind} {markup[p.Value]}")),
            Inners(s.Source) is var inners ? [.. s.Source.Parts.Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).Distinct().Select(id => new Code(id, markup[id], inners.GetValueOrDefault(id, "")))] : []))];
    }

    /// <summary>The words that codes span in a sentence, by their ids; those alone that begin in it.</summary>
    private static Dictionary<string, string> Inners(Content sentence)
    {
        var inners = new Dictionary<string, string>(StringComparer.Ordinal);
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new StringBuilder();
        foreach (var part in sentence.Parts)
        {
            if (part.Kind == InlineKind.Text)
                words.Append(part.Value);
            else if (part.Kind == InlineKind.Open)
                starts.TryAdd(part.Value, words.Length);
            else if (part.Kind == InlineKind.Close && starts.TryGetValue(part.Value, out var start))
                inners.TryAdd(part.Value, words.ToString(start, words.Length - start));
        }

        foreach (var (id, start) in starts.Where(s => !inners.ContainsKey(s.Key)))
            inners.Add(id, words.ToString(start, words.Length - start));
        return inners;
    }

    private sealed record Code(string Id, (CodeKind Kind, string Opening, string? Closing) Markup, string Inner);

    private sealed record Sentence(string Text, string Shape, List<Code> Codes)
    {
        public bool IsTaken { get; set; }
    }

    /// <summary>The ids that codes have again; each goes to one.</summary>
    private sealed class GivenIds
    {
        private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
        private readonly HashSet<string> _former = new(StringComparer.Ordinal);

        /// <summary>The id that a code has again; null as long as it has none.</summary>
        public string? Of(string id) => _given.GetValueOrDefault(id);

        /// <summary>Whether a former id went to a code.</summary>
        public bool Has(string former) => _former.Contains(former);

        /// <summary>Gives a code the id of a former one, unless either is provided for.</summary>
        public void Give(Code now, Code was)
        {
            if (!_former.Contains(was.Id) && _given.TryAdd(now.Id, was.Id))
                _former.Add(was.Id);
        }
    }
}

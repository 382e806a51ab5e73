using System.Collections.Immutable;
using System.Globalization;

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
    private static readonly Func<Code, Code, bool>[] Signs =
    [
        (one, other) => one.Markup == other.Markup && one.Inner == other.Inner,
        (one, other) => one.Markup == other.Markup,
        (one, other) => one.Markup.Kind == other.Markup.Kind,
    ];

    /// <summary>The ids of a changed block's codes.</summary>
    /// <param name="now">The block, its codes numbered in order.</param>
    /// <param name="was">The same block before.</param>
    /// <returns>The ids in the order of the codes; empty when they are numbered in order.</returns>
    public static ImmutableArray<string> Of(UnitDraft now, Unit was)
    {
        if (now.Codes.IsEmpty || was.Codes.IsEmpty)
            return [];
        var (ours, theirs) = (Sentences(now.Segments, now.Codes), Sentences(was.Segments, was.Codes));
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        Whole(ours, theirs, ids);
        foreach (var (sentence, before) in Likeliest(ours, theirs))
            Pair(sentence.Codes, before.Codes, Signs, ids);
        // What was moved to another sentence is known by an address that it alone has, or by its words.
        Pair([.. ours.SelectMany(s => s.Codes)], [.. theirs.SelectMany(s => s.Codes)], [(one, other) => Signs[0](one, other) && one.Inner.Length + one.Markup.Opening.Length > 4], ids);
        var next = was.Codes.Max(c => int.TryParse(c.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return Written(now.Codes.Select(c => ids.GetValueOrDefault(c.Id) ?? (++next).ToString(CultureInfo.InvariantCulture)));
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
        return string.Concat(unit.Segments.Select(s => (numbers.All(n => n.Key == n.Value) ? s.Source : Renamed(s.Source, numbers)) + s.SpaceAfter));
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

    /// <summary>Sentences that are as they were, codes and all.</summary>
    private static void Whole(List<Sentence> ours, List<Sentence> theirs, Dictionary<string, string> ids)
    {
        foreach (var sentence in ours)
        {
            if (theirs.Find(t => !t.IsTaken && t.Shape == sentence.Shape) is not { } before)
                continue;
            (sentence.IsTaken, before.IsTaken) = (true, true);
            foreach (var (code, former) in sentence.Codes.Zip(before.Codes))
                Same(code, former, ids);
        }
    }

    /// <summary>Each sentence that was changed, with what it was: the most alike first.</summary>
    private static List<(Sentence Now, Sentence Was)> Likeliest(List<Sentence> ours, List<Sentence> theirs)
    {
        var found = new List<(Sentence, Sentence)>();
        foreach (var (sentence, before, _) in ours.Where(s => !s.IsTaken).SelectMany(s => theirs.Where(t => !t.IsTaken).Select(t => (s, t, Likeness: Similarity.Of(s.Text, t.Text)))).Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness))
        {
            if (sentence.IsTaken || before.IsTaken)
                continue;
            (sentence.IsTaken, before.IsTaken) = (true, true);
            found.Add((sentence, before));
        }

        return found;
    }

    private static void Pair(List<Code> ours, List<Code> theirs, Func<Code, Code, bool>[] signs, Dictionary<string, string> ids)
    {
        foreach (var isSame in signs)
        {
            foreach (var code in ours.Where(c => !ids.ContainsKey(c.Id)))
            {
                if (theirs.Find(t => !ids.ContainsValue(t.Id) && isSame(code, t)) is { } former)
                    Same(code, former, ids);
            }
        }
    }

    private static void Same(Code now, Code was, Dictionary<string, string> ids)
    {
        if (!ids.ContainsValue(was.Id))
            ids.TryAdd(now.Id, was.Id);
    }

    private static List<Sentence> Sentences(ImmutableArray<Segment> segments, ImmutableArray<InlineCode> codes)
    {
        var markup = codes.ToDictionary(c => c.Id, c => (c.Kind, c.Opening, c.Closing), StringComparer.Ordinal);
        return [.. segments.Select(s => new Sentence(
            s.Source.Text,
            string.Join('\u0001', s.Source.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : $"{p.Kind} {markup[p.Value]}")),
            [.. s.Source.Parts.Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).Distinct().Select(id => new Code(id, markup[id], Inner(s.Source, id)))]))];
    }

    /// <summary>The words that a code spans in a sentence.</summary>
    private static string Inner(Content sentence, string id) => string.Concat(sentence.Parts.SkipWhile(p => p.Kind == InlineKind.Text || p.Value != id).TakeWhile(p => !(p.Kind == InlineKind.Close && p.Value == id)).Where(p => p.Kind == InlineKind.Text && sentence.Parts.Any(o => o.Kind == InlineKind.Open && o.Value == id)).Select(p => p.Value));

    private sealed record Code(string Id, (CodeKind Kind, string Opening, string? Closing) Markup, string Inner);

    private sealed record Sentence(string Text, string Shape, List<Code> Codes)
    {
        public bool IsTaken { get; set; }
    }
}

using System.Collections.Immutable;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Sentences of a unit of XLIFF 1.2 that a tool marked (<c>seg-source</c>, and <c>mrk</c> of type <c>seg</c> in the target).</summary>
internal static class MarkedSentences
{
    /// <summary>
    /// The sentences, and what stands between them, each with what the target has for it. None when the target has no marks: tools that
    /// drop them give back a whole target. One that has marks and misses some was left half-way.
    /// </summary>
    /// <param name="unit">The unit.</param>
    public static ImmutableArray<(bool IsSegment, SegmentedSource Source, InlineContent? Target)> Of(TransUnit unit)
    {
        if (unit.SegmentedSource is not { } cut || unit.Target is not { } target)
            return [];
        var sources = cut.Content.Where(IsSentence).Cast<MarkedSpan>().Select(m => m.Id).ToList();
        var targets = target.Content.Where(IsSentence).Cast<MarkedSpan>().ToList();
        // Marks in another order, twice, inside codes or of other sentences: the target as a whole is what is meant.
        if (sources.Count < 2 || targets.Count == 0 || sources.Distinct(StringComparer.Ordinal).Count() < sources.Count || !IsInOrder(targets.ConvertAll(t => t.Id), sources)
            || target.Content.TakeWhile(n => !IsSentence(n)).Any(n => n is not PlainText text || !string.IsNullOrWhiteSpace(text.Text))
            || target.Steps.Count(s => s.Kind == InlineStepKind.MarkStart && IsSentence(s.Node)) != targets.Count)
        {
            return [];
        }

        var own = Said(target);
        var pieces = ImmutableArray.CreateBuilder<(bool, SegmentedSource, InlineContent?)>();
        var between = new List<XliffNode>();
        foreach (var node in cut.Content)
        {
            if (!IsSentence(node))
            {
                between.Add(node);
                continue;
            }

            Between(pieces, between, null);
            var mark = (MarkedSpan)node;
            pieces.Add((true, new SegmentedSource { Content = mark.Content }, own.TryGetValue(mark.Id, out var said) ? new SegmentedSource { Content = [.. said] } : null));
        }

        Between(pieces, between, null);
        return pieces.ToImmutable();
    }

    /// <summary>Whether a target with marks misses some of the source's, or has nothing to read in one: it was left half-way.</summary>
    /// <param name="unit">The unit.</param>
    public static bool IsPartial(TransUnit unit)
    {
        var said = Marks(unit.Target).ToLookup(m => m.Id, m => m.InnerText, StringComparer.Ordinal);
        return said.Count > 0 && Marks(unit.SegmentedSource).Any(m => !ContentTidy.IsBlank(m.InnerText) && said[m.Id].All(ContentTidy.IsBlank));
    }

    private static IEnumerable<MarkedSpan> Marks(InlineContent? content) =>
        (content?.Steps ?? []).Where(s => s.Kind == InlineStepKind.MarkStart && IsSentence(s.Node)).Select(s => (MarkedSpan)s.Node);

    private static void Between(ImmutableArray<(bool, SegmentedSource, InlineContent?)>.Builder pieces, List<XliffNode> between, InlineContent? target)
    {
        if (between.Count > 0)
            pieces.Add((false, new SegmentedSource { Content = [.. between] }, target));
        between.Clear();
    }

    /// <summary>
    /// By its id, what a target says in each of its marks, with the words and codes that stand behind it and before the next; white space alone is
    /// between sentences, and nobody's.
    /// </summary>
    private static Dictionary<string, List<XliffNode>> Said(Target target)
    {
        var said = new Dictionary<string, List<XliffNode>>(StringComparer.Ordinal);
        List<XliffNode>? last = null;
        var behind = new List<XliffNode>();
        foreach (var node in target.Content)
        {
            if (node is MarkedSpan mark && IsSentence(node))
            {
                Take();
                said.Add(mark.Id, last = [.. mark.Content]);
            }
            else
            {
                behind.Add(node);
            }
        }

        Take();
        return said;

        void Take()
        {
            if (!behind.TrueForAll(n => n is PlainText text && string.IsNullOrWhiteSpace(text.Text)))
                last?.AddRange(behind);
            behind.Clear();
        }
    }

    private static bool IsInOrder(List<string> ids, List<string> all)
    {
        var at = 0;
        foreach (var id in ids)
        {
            at = all.IndexOf(id, at) + 1;
            if (at == 0)
                return false;
        }

        return true;
    }

    private static bool IsSentence(XliffNode node) => node is MarkedSpan { Type: "seg", Id.Length: > 0 };
}

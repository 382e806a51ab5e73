using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// A text that stands for several sentences of a unit: with the first of them, the others empty. It stands or falls as a whole: once one of
/// its sentences is changed, moved or taken out, nobody can say which of its words are whose.
/// </summary>
internal static class JoinedText
{
    /// <summary>The joined texts of an edition, be they targets or candidates: the place of the first sentence, and how many there are.</summary>
    /// <param name="segments">The edition's segments.</param>
    /// <param name="language">The source language.</param>
    public static IEnumerable<(int First, int Count)> In(IReadOnlyList<SegmentWork> segments, string language)
    {
        for (var first = 0; first < segments.Count;)
        {
            var count = Count(segments, first, language);
            if (count > 1)
                yield return (first, count);
            first += count;
        }
    }

    /// <summary>The units of segments in which the target of one stands for others.</summary>
    /// <param name="segments">The segments.</param>
    public static HashSet<string> Units(IEnumerable<SegmentWork> segments) =>
        segments.Where(s => s.Target is { IsEmpty: true }).Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);

    /// <summary>The source words of several sentences as one.</summary>
    /// <param name="sources">The words of each.</param>
    /// <param name="language">The source language, which decides what stands between two.</param>
    public static Content Source(IEnumerable<Content> sources, string language) =>
        new(sources.SelectMany((s, i) => i == 0 ? s.Parts : [new Inline(InlineKind.Text, SentenceSpace.Of(language)), .. s.Parts]));

    private static int Count(IReadOnlyList<SegmentWork> segments, int first, string language)
    {
        var head = segments[first];
        var next = first + 1;
        if (head.Target is { IsEmpty: false })
        {
            while (next < segments.Count && segments[next].Target is { IsEmpty: true } && Follows(segments, next))
                next++;
        }
        else if (head is { Target: null, CandidateFor: { } whole })
        {
            ImmutableArray<Content> sources = [head.Source];
            while (next < segments.Count && segments[next] is { Target: null, Candidate: null } && Follows(segments, next) && !Source(sources, language).Equals(whole))
                sources = sources.Add(segments[next++].Source);
            return Source(sources, language).Equals(whole) ? next - first : 1;
        }

        return next - first;
    }

    private static bool Follows(IReadOnlyList<SegmentWork> segments, int at) => segments[at].UnitId == segments[at - 1].UnitId && segments[at].Index == segments[at - 1].Index + 1;
}

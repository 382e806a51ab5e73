using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// Work on sentences whose codes have other ids in a changed article: the ids are their block's, so that in another block, or beside another that says the same,
/// the same sentence has others. What was written and approved goes with it.
/// </summary>
internal static class FollowedCodes
{
    /// <summary>An edition of the former article with the codes of the sentences that stand as they stood under the ids that they have now.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="now">The segments now.</param>
    /// <param name="copies">Which of them are which.</param>
    /// <param name="language">The source language.</param>
    public static Edition Follow(Edition edition, ImmutableArray<SegmentWork> now, FormerCopies copies, string language)
    {
        var heirs = Enumerable.Range(0, now.Length).Where(i => copies.Of(i) is { } was && !was.Source.Equals(now[i].Source)).ToDictionary(i => (copies.Of(i)!.UnitId, copies.Of(i)!.Index), i => now[i].Source);
        if (heirs.Count == 0)
            return edition;
        var segments = edition.Segments.ToBuilder();
        foreach (var (first, count) in Texts(edition, language))
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = first; i < first + count; i++)
            {
                if (!heirs.TryGetValue((segments[i].UnitId, segments[i].Index), out var heir))
                    continue;
                foreach (var (was, id) in segments[i].Source.IdsIn(heir))
                    ids[was] = id;
            }

            if (ids.Count == 0)
                continue;
            for (var i = first; i < first + count; i++)
                segments[i] = Under(segments[i], ids);
        }

        return edition with { Segments = segments.DrainToImmutable() };
    }

    /// <summary>A segment with the codes of a sentence that reads the same under its ids; as it is when what was written for it has a code of another sentence.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="source">The words of the other.</param>
    public static SegmentWork Under(SegmentWork segment, Content source) =>
        segment.Source.Equals(source) || !segment.Source.ReadsAs(source) ? segment : Under(segment, segment.Source.IdsIn(source));

    /// <summary>The segments by themselves, and those for which one text stands together: its codes are those of all its sentences.</summary>
    private static IEnumerable<(int First, int Count)> Texts(Edition edition, string language)
    {
        var joined = JoinedText.In(edition.Segments, language).ToDictionary(t => t.First, t => t.Count);
        for (var i = 0; i < edition.Segments.Length;)
        {
            var count = joined.GetValueOrDefault(i, 1);
            yield return (i, count);
            i += count;
        }
    }

    private static SegmentWork Under(SegmentWork segment, Dictionary<string, string> ids)
    {
        if (new[] { segment.Source, segment.Target, segment.Candidate }.Any(c => c is not null && c.Parts.Any(p => p.Kind != InlineKind.Text && !ids.ContainsKey(p.Value))))
            return segment;
        var was = segment.Fingerprint;
        var next = segment with
        {
            Source = segment.Source.Recoded(ids),
            Target = segment.Target?.Recoded(ids),
            Candidate = segment.Candidate?.Recoded(ids),
            CandidateSource = segment.CandidateSource?.Recoded(ids),
        };
        return next with
        {
            SignOffs = [.. next.SignOffs.Select(s => s.Fingerprint == was ? s with { Fingerprint = next.Fingerprint } : s)],
            Reused = next.Reused is { } reuse && reuse.Fingerprint == was ? reuse with { Fingerprint = next.Fingerprint } : next.Reused,
        };
    }
}

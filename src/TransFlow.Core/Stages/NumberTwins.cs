using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Sentences of an article that say the same but for their numbers, as the lines of a list of prices do.</summary>
internal static class NumberTwins
{
    /// <summary>With fewer letters there is nothing to write but the number itself.</summary>
    private const int FewestLetters = 2;

    /// <summary>Shows, beside new sentences that have nothing else, what was written for one that says the same but for its numbers: of their own block first, then the first of the article.</summary>
    /// <param name="segments">The article's segments.</param>
    /// <param name="former">Those of the former revision.</param>
    /// <param name="isNew">Whether a segment's words were not there before.</param>
    public static void Offer(SegmentWork[] segments, ImmutableArray<SegmentWork> former, Predicate<int> isNew)
    {
        List<(int At, Content Frame)> open = [.. Enumerable.Range(0, segments.Length).Where(i => segments[i] is { Target: null, Candidate: null, CandidateBy: null } && isNew(i)).Select(i => (i, Of(segments[i].Source))).Where(o => HasWords(o.Item2))];
        if (open.Count == 0)
            return;
        var wanted = open.Select(o => o.Frame).ToHashSet(Content.Reading);
        var joined = JoinedText.Units(former);
        var written = former.Where(s => s.Target is { IsEmpty: false } && s.Source.Text.AsSpan().ContainsAnyInRange('0', '9') && !joined.Contains(s.UnitId))
            .Select(s => (Work: s, Frame: Of(s.Source))).Where(s => wanted.Contains(s.Frame)).ToLookup(s => s.Frame, s => s.Work, Content.Reading);
        foreach (var (at, frame) in open)
        {
            if ((written[frame].FirstOrDefault(s => s.UnitId == segments[at].UnitId) ?? written[frame].FirstOrDefault()) is { } like)
                segments[at] = Offered(segments[at], like);
        }
    }

    /// <summary>A segment with another's words beside it, their codes under its own ids; a code that the other's source does not have stays away.</summary>
    private static SegmentWork Offered(SegmentWork now, SegmentWork like)
    {
        var ids = like.Source.IdsIn(now.Source);
        return now with { Candidate = like.Target!.WithCodesOf(ids.Keys.ToHashSet(StringComparer.Ordinal)).Recoded(ids), CandidateSource = like.Source.Recoded(ids), CandidateBy = like.ShownBy };
    }

    /// <summary>A content with the same sign for each of its numbers; the very content where it has none.</summary>
    private static Content Of(Content words) => new(words.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = NumberFrame.Of(p.Value) } : p));

    private static bool HasWords(Content frame) => frame.Text.Contains('0', StringComparison.Ordinal) && frame.Text.Count(char.IsLetter) >= FewestLetters;
}

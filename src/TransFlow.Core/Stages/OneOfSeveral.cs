using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>A sentence that was made of several, of its block or of blocks that were put together: what they said together is at hand for it, not what one of them said.</summary>
internal static class OneOfSeveral
{
    /// <summary>From which share of its pairs of letters on a former sentence went into the new one: its end and the stop are gone.</summary>
    private const double MostOfIt = 0.4;

    private static readonly ImmutableHashSet<string> NoCodes = [];

    /// <summary>The former sentence with those before and behind it that went into a changed one, too.</summary>
    /// <param name="now">The changed sentence.</param>
    /// <param name="former">The former sentences, in order.</param>
    /// <param name="at">The place of the one among them that is most like it, of its block.</param>
    /// <param name="isGone">Whether one of these stands nowhere any more, in whatever shape.</param>
    /// <param name="language">The source language.</param>
    /// <param name="target">The target language.</param>
    /// <returns>One segment that shows the words of all; the former sentence itself when it is the only one.</returns>
    public static SegmentWork Of(Content now, IReadOnlyList<SegmentWork> former, int at, Predicate<SegmentWork> isGone, string language, string target)
    {
        var was = former[at];
        var (first, last) = (at, at);
        while (first > 0 && Went(first - 1, first - 1, last))
            first--;
        while (last + 1 < former.Count && Went(last + 1, first, last + 1))
            last++;
        if (first == last)
            return was;
        ImmutableArray<SegmentWork> all = [.. former.Skip(first).Take(last - first + 1)];
        return was with
        {
            Target = null,
            // Of another block's codes nobody knows what they would be here.
            Candidate = JoinedText.Source(all.Select(s => s.UnitId == was.UnitId ? s.Shown! : s.Shown!.WithCodesOf(NoCodes)), target),
            CandidateSource = JoinedText.Source(all.Select(s => s.Translated), language),
            CandidateBy = [.. all.SelectMany(s => s.ShownBy).Distinct()],
            CandidateFor = null,
        };

        bool Went(int next, int from, int to) => former[next].Shown is { IsEmpty: false } && isGone(former[next])
            && Words(from, to) is var more && Words(next < at ? from + 1 : from, next < at ? to : to - 1) is var less
            && Similarity.ButForNumbers(more, now.Text) > Similarity.ButForNumbers(less, now.Text)
            && Common(more) - Common(less) >= MostOfIt * (more.Length - less.Length);
        string Words(int from, int to) => JoinedText.Source(Enumerable.Range(from, to - from + 1).Select(i => former[i].Translated), language).Text;
        double Common(string words) => Similarity.ButForNumbers(words, now.Text) * (words.Length + now.Text.Length - 2) / 2;
    }
}

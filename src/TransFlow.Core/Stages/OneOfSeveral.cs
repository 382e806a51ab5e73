using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>A sentence that was made of several of its block: what they said together is at hand for it, not what one of them said.</summary>
internal static class OneOfSeveral
{
    /// <summary>From which share of its pairs of letters on a former sentence went into the new one: its end and the stop are gone.</summary>
    private const double MostOfIt = 0.4;

    /// <summary>The former sentence with those before and behind it that went into a changed one, too.</summary>
    /// <param name="now">The changed sentence.</param>
    /// <param name="was">The former one that is most like it.</param>
    /// <param name="unit">The former sentences of its block, in order.</param>
    /// <param name="isGone">Whether one of these stands nowhere any more, in whatever shape.</param>
    /// <param name="language">The source language.</param>
    /// <param name="target">The target language.</param>
    /// <returns>One segment that shows the words of all; the former sentence itself when it is the only one.</returns>
    public static SegmentWork Of(Content now, SegmentWork was, IReadOnlyList<SegmentWork> unit, Predicate<SegmentWork> isGone, string language, string target)
    {
        var at = Enumerable.Range(0, unit.Count).First(i => unit[i].Index == was.Index);
        var (first, last) = (at, at);
        while (first > 0 && Went(first - 1, first - 1, last))
            first--;
        while (last + 1 < unit.Count && Went(last + 1, first, last + 1))
            last++;
        if (first == last)
            return was;
        ImmutableArray<SegmentWork> all = [.. unit.Skip(first).Take(last - first + 1)];
        return was with
        {
            Target = null,
            Candidate = JoinedText.Source(all.Select(s => s.Shown!), target),
            CandidateSource = JoinedText.Source(all.Select(s => s.Translated), language),
            CandidateBy = [.. all.SelectMany(s => s.ShownBy).Distinct()],
            CandidateFor = null,
        };

        bool Went(int next, int from, int to) => unit[next].Shown is { IsEmpty: false } && isGone(unit[next])
            && Words(from, to) is var more && Words(next < at ? from + 1 : from, next < at ? to : to - 1) is var less
            && Similarity.ButForNumbers(more, now.Text) > Similarity.ButForNumbers(less, now.Text)
            && Common(more) - Common(less) >= MostOfIt * (more.Length - less.Length);
        string Words(int from, int to) => JoinedText.Source(Enumerable.Range(from, to - from + 1).Select(i => unit[i].Translated), language).Text;
        double Common(string words) => Similarity.ButForNumbers(words, now.Text) * (words.Length + now.Text.Length - 2) / 2;
    }
}

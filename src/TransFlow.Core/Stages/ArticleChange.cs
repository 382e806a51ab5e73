using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>An article before and after a change, and by what its sentences are known again.</summary>
/// <param name="before">The article before.</param>
/// <param name="now">The article now, its units named with the former in mind.</param>
internal sealed class ArticleChange(Extraction before, Extraction now)
{
    /// <summary>What its sentences say.</summary>
    public SentenceWords Words { get; } = new(before, now);

    /// <summary>The signs of its blocks before.</summary>
    public UnitSigns SignsBefore { get; } = new(before);

    /// <summary>The signs of its blocks now.</summary>
    public UnitSigns SignsNow { get; } = new(now);

    /// <summary>Its sentences before, nothing of them translated.</summary>
    public ImmutableArray<SegmentWork> Former { get; } = EditionRevision.SegmentsOf(before);
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// What was written for former sentences of which no translation stands any more: of several that said the same, for one that is left and may have been any of them,
/// all that was written, for a person to choose from; of the others, how many.
/// </summary>
internal sealed class FormerOffers
{
    /// <summary>Beside one sentence no more than so many stand, with the one that is its candidate.</summary>
    private const int Most = 6;

    /// <summary>By their words, whatever the ids of their codes.</summary>
    private readonly Dictionary<Content, ImmutableArray<SegmentWork>> _left;

    /// <summary>Finds them.</summary>
    /// <param name="former">The former sentences, each with who wrote its translation, as nobody else has it.</param>
    /// <param name="now">The sentences now.</param>
    public FormerOffers(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now)
    {
        var standing = now.Where(s => s.Target is not null).SelectMany(s => s.Changes).Select(c => c.Person).ToHashSet(StringComparer.Ordinal);
        var shown = now.SelectMany(s => s.ShownBy).Select(c => c.Person).ToHashSet(StringComparer.Ordinal);
        var doubtful = now.Where(IsInDoubt).Select(s => s.Source.InOrder()).ToHashSet();
        var joined = JoinedText.Units(former);
        List<SegmentWork> left = [.. former.Where(s => s.Target is { IsEmpty: false } && !s.Changes.Any(c => standing.Contains(c.Person)))];
        _left = left.Where(s => doubtful.Contains(s.Source.InOrder()) && !joined.Contains(s.UnitId)).GroupBy(s => s.Source.InOrder()).ToDictionary(g => g.Key, g => g.DistinctBy(s => s.Target!.Text).Take(Most).ToImmutableArray());
        Lost = left.Count(s => !s.Changes.Any(c => shown.Contains(c.Person)) && !(_left.TryGetValue(s.Source.InOrder(), out var told) && told.Any(t => t.Target!.Text == s.Target!.Text)));
        Notes = now.Where(IsInDoubt).SelectMany(s => Others(s).Select(o => (s.UnitId, FormerNotes.Of(s with { Candidate = o.Target }, 1, FormerStates.Of(o))))).ToLookup(n => n.UnitId, n => n.Item2, StringComparer.Ordinal);
    }

    /// <summary>By their units, notes on what was written for the same words, in other places, besides the candidate.</summary>
    public ILookup<string, string> Notes { get; }

    /// <summary>How many translations stand nowhere any more, not even beside a sentence.</summary>
    public int Lost { get; }

    private IEnumerable<SegmentWork> Others(SegmentWork open) => _left.TryGetValue(open.Source.InOrder(), out var all) ? all.Where(s => s.Target!.Text != open.Candidate!.Text) : [];

    private static bool IsInDoubt(SegmentWork work) => work is { Target: null, Candidate.IsEmpty: false, CandidateSource: { } was, CandidateFor: null } && was.Equals(work.Source);
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>What became of the sentences of a return that no longer stand where they were handed out.</summary>
internal sealed class ReturnHeirs
{
    /// <summary>From here on an earlier sentence is like enough for its translation to be of use.</summary>
    private const double WorthShowing = 0.4;

    /// <summary>In a long paragraph so many sentences to each side are compared.</summary>
    private const int MostAround = 100;

    private readonly ImmutableArray<SegmentWork> _segments;
    private readonly IReadOnlySet<int> _taken;
    private readonly SourcePlaces _there;
    private readonly ReturnedCopies? _copies;
    private readonly ILookup<string, MergedSegment> _said;
    private readonly Dictionary<(string UnitId, int Index), int> _order = [];
    private readonly Dictionary<int, MergedSegment?> _origins = [];
    private readonly Lazy<Dictionary<(string UnitId, int Index), int>> _changed;

    /// <summary>Takes a return and the edition that it is for.</summary>
    /// <param name="segments">The edition's segments.</param>
    /// <param name="said">What the return says of all sentences.</param>
    /// <param name="taken">Where texts of the return stand.</param>
    /// <param name="there">Where each source stands.</param>
    /// <param name="copies">Which of several sentences of a unit that say the same are which; null when that is not in question.</param>
    public ReturnHeirs(ImmutableArray<SegmentWork> segments, ImmutableArray<MergedSegment> said, IReadOnlySet<int> taken, SourcePlaces there, ReturnedCopies? copies)
    {
        (_segments, _taken, _there, _copies) = (segments, taken, there, copies);
        _said = said.ToLookup(s => s.UnitId, StringComparer.Ordinal);
        foreach (var (order, sentence) in said.Index())
            _order.TryAdd((sentence.UnitId, sentence.Index), order);
        _changed = new(() =>
        {
            var known = said.Select(s => s.Source).ToHashSet();
            ImmutableArray<int> places = [.. Enumerable.Range(0, segments.Length).Where(i => IsFree(i) && !known.Contains(segments[i].Source))];
            List<MergedSegment> gone = [.. said.Where(s => !there.Of(s.Source).Any()).DistinctBy(s => (s.UnitId, s.Index))];
            // Each is one sentence's: another city's price is no draft for this one's.
            return new AlikeSentences([.. places.Select(i => (i, segments[i].Source.Text))]).Pair([.. gone.Select(s => (s.Source.Text, _order[(s.UnitId, s.Index)]))], EditionRevision.AlikeElsewhere)
                .ToDictionary(p => (gone[p.Now].UnitId, gone[p.Now].Index), p => places[p.Was]);
        });
    }

    /// <summary>What became of the sentences of a text, in the edition's order: the very sentences, and those of its unit that are most like them.</summary>
    /// <param name="text">The text.</param>
    public ImmutableArray<int> Of(ReturnedText text)
    {
        var own = _there.OfUnit(text.First.UnitId).Where(i => Origin(i) is { } origin && text.Sentences.Contains(origin));
        var elsewhere = text.Sentences.Select(s => s.Source).Distinct().SelectMany(_there.Of).Where(i => _segments[i].UnitId != text.First.UnitId && IsFree(i) && _copies?.IsCorrected(i) != true && _copies?.HasCorrection(text.First) != true);
        ImmutableArray<int> heirs = [.. own.Concat(elsewhere).Order()];
        if (!heirs.IsEmpty || text.IsJoined)
            return heirs;
        // It went into another block, and was changed there.
        return _changed.Value.TryGetValue((text.First.UnitId, text.First.Index), out var at) ? [at] : heirs;
    }

    /// <summary>Whether a unit has a sentence now that the package did not have: then the old one was changed, else it was taken out.</summary>
    public bool HasNew(string unitId) => _there.OfUnit(unitId).Any(IsNew);

    /// <summary>The places of a unit's open sentences that the package did not have.</summary>
    public List<int> NewAt(string unitId) => [.. _there.OfUnit(unitId).Where(i => ReturnedText.IsOpen(_segments[i]) && IsNew(i))];

    /// <summary>Whether a sentence that the package did not have is another of its sentences, with a number or a word changed: what two became is longer by much of the second.</summary>
    public bool IsAnothers(int at, ReturnedText text) => Origin(at) is { } origin && origin != text.First
        && _segments[at].Source.Text.Length < origin.Source.Text.Length + (text.First.Source.Text.Length / 2)
        && Similarity.ButForNumbers(origin.Source.Text, _segments[at].Source.Text) >= EditionRevision.AlikeElsewhere;

    private bool IsNew(int at) => !_said[_segments[at].UnitId].Any(m => m.Source.Equals(_segments[at].Source));

    /// <summary>Whether a place has no words yet, and none from this return.</summary>
    private bool IsFree(int at) => ReturnedText.IsOpen(_segments[at]) && !_taken.Contains(at);

    /// <summary>The sentence of the return that a segment was.</summary>
    private MergedSegment? Origin(int at)
    {
        if (!_origins.TryGetValue(at, out var origin))
            _origins[at] = origin = Found(at);
        return origin;
    }

    private MergedSegment? Found(int at)
    {
        var segment = _segments[at];
        var unit = _said[segment.UnitId].ToList();
        if (_copies?.IsCorrected(at) == true)
            return unit.Find(s => _copies.IsCorrectionOf(s, at));
        var same = unit.FindAll(s => s.Source.Equals(segment.Source));
        if (_copies?.IsOneOfSeveral(segment.Source) == true && same.Find(s => _copies.IsOrigin(s, at)) is { } own)
            return own;
        if (same.Count > 0)
            return same.Find(s => s.Index == segment.Index) ?? same[0];
        var nearest = unit.Where(s => Math.Abs(s.Index - segment.Index) <= MostAround).MaxBy(s => Similarity.Of(s.Source.Text, segment.Source.Text));
        return nearest is not null && Similarity.Of(nearest.Source.Text, segment.Source.Text) >= WorthShowing ? nearest : null;
    }
}

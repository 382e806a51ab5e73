using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>Translations that came back for sentences which the article has no longer: they wait on the edition's shelf for the case that the words are put back.</summary>
internal static class GoneSentences
{
    /// <summary>Puts them there, as far as a person may write them; what others have written on the shelf meanwhile stays.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="said">What came back for them, each with what was done.</param>
    /// <param name="actor">Who handed it in.</param>
    /// <returns>The shelf afterwards, newest last, and of which sentences it has the words now.</returns>
    public static (ImmutableArray<SegmentWork> Shelf, HashSet<MergedSegment> Kept) Keep(Edition edition, IEnumerable<(MergedSegment Said, StageEvent? Step)> said, Actor actor)
    {
        // In order, with nothing in the place of what was put anew.
        var shelf = edition.Shelf.ToList<SegmentWork?>();
        var places = new Dictionary<(string UnitId, Content Source), int>();
        foreach (var (place, segment) in edition.Shelf.Index())
            places[(segment.UnitId, segment.Source)] = place;
        var kept = new HashSet<MergedSegment>(ReferenceEqualityComparer.Instance);
        var joined = JoinedText.Units(edition.Shelf);
        foreach (var (sentence, step) in said)
        {
            if (step is null || joined.Contains(sentence.UnitId))
                continue;
            var was = places.TryGetValue((sentence.UnitId, sentence.Source), out var place) ? shelf[place] : null;
            var now = was ?? new SegmentWork(sentence.UnitId, sentence.Index, sentence.Source);
            if (now.Target is not null && !now.Target.Equals(sentence.Sent) && !now.Target.Equals(sentence.Target))
                continue;
            if (!StageMachine.Next(now, step, edition.ActorFor(actor, now), edition.Route).Try(out var after, out _))
                continue;
            kept.Add(sentence);
            if (after.Equals(was))
                continue;
            if (was is not null)
                shelf[place] = null;
            places[(after.UnitId, after.Source)] = shelf.Count;
            shelf.Add(after);
        }

        return ([.. shelf.OfType<SegmentWork>()], kept);
    }
}

using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// What readers have of an edition, sentence by sentence: its places are those of the revision that is live, and the edition may have gone
/// on since. So what is live is held against what is there now by sentences, never by places.
/// </summary>
/// <param name="Source">The source article of the live revision.</param>
/// <param name="Edition">The edition of that revision, with the targets that are live.</param>
internal sealed record LiveRevision(Extraction Source, Edition Edition)
{
    /// <summary>What is live of an edition; null when nothing is, or when its words were not noted.</summary>
    public static LiveRevision? Of(NewsroomContext room, Edition edition)
    {
        if (edition.Live is not { Targets: { } targets } live)
            return null;
        var revision = live.Revision > 0 ? live.Revision : edition.Revision;
        var source = room.Extract(edition.Article, revision);
        var there = targets.ToDictionary(t => (t.UnitId, t.Index), t => t.Target);
        var was = EditionRevision.Begin(edition.Article, edition.Language, source, edition.Route);
        return new LiveRevision(source, was with
        {
            Revision = revision,
            Segments = [.. was.Segments.Select(s => s with { Target = there.GetValueOrDefault((s.UnitId, s.Index)) })],
        });
    }

    /// <summary>Where its sentences stand in the edition as it is now.</summary>
    public SentenceHeirs In(Edition edition) => new(Edition.Segments, edition.Segments);
}

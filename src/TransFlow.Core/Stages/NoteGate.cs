using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>The gate of stages that let no segment on while a note beside it is open.</summary>
public static class NoteGate
{
    /// <summary>The code of its refusals.</summary>
    public const string Code = "open-note";

    /// <summary>The segments that finished a stage of this kind with an open note beside them, each with that note.</summary>
    /// <param name="before">The edition as it is.</param>
    /// <param name="after">The edition as it would be.</param>
    /// <param name="asks">Whether a stage, by its name, asks for it.</param>
    /// <returns>The segments in document order.</returns>
    public static ImmutableArray<(SegmentWork Segment, Comment Note)> Stopped(Edition before, Edition after, Func<string, bool> asks)
    {
        var asking = Enumerable.Range(0, after.Route.Stages.Length).Where(i => asks(after.Route.Stages[i].Name)).ToList();
        var open = after.Comments.Where(c => c.Settled is null).ToLookup(c => (c.UnitId, c.Index));
        if (asking.Count == 0 || open.Count == 0)
            return [];
        var was = before.Segments.ToDictionary(s => (s.UnitId, s.Index), s => s.Position(before.Route));
        return
        [
            .. from segment in after.Segments
               where open.Contains((segment.UnitId, segment.Index))
               let position = segment.Position(after.Route)
               let began = was.GetValueOrDefault((segment.UnitId, segment.Index), position)
               where asking.Exists(i => began <= i && i < position)
               select (segment, open[(segment.UnitId, segment.Index)].First()),
        ];
    }

    /// <summary>The edition with those segments still at the stage that asks: their words are taken, they are not finished.</summary>
    /// <param name="before">The edition as it is.</param>
    /// <param name="after">The edition as it would be.</param>
    /// <param name="asks">Whether a stage, by its name, asks for it.</param>
    /// <returns>The edition, and the segments that were kept with the note that keeps them.</returns>
    public static (Edition Edition, ImmutableArray<(SegmentWork Segment, Comment Note)> Stopped) Keep(Edition before, Edition after, Func<string, bool> asks)
    {
        var stopped = Stopped(before, after, asks);
        if (stopped.IsEmpty)
            return (after, stopped);
        var was = before.Segments.ToDictionary(s => (s.UnitId, s.Index));
        var kept = stopped.Select(s => (s.Segment.UnitId, s.Segment.Index)).ToHashSet();
        SegmentWork Kept(SegmentWork segment)
        {
            var fingerprint = segment.Fingerprint;
            var from = was[(segment.UnitId, segment.Index)].Position(before.Route);
            var at = Enumerable.Range(from, after.Route.Stages.Length - from).First(i => asks(after.Route.Stages[i].Name));
            return segment with { SignOffs = [.. segment.SignOffs.Where(s => s.Fingerprint != fingerprint || after.Route.IndexOf(s.Stage) < at)] };
        }

        return (after with { Segments = [.. after.Segments.Select(s => kept.Contains((s.UnitId, s.Index)) ? Kept(s) : s)] }, stopped);
    }

    /// <summary>Why a segment goes no further.</summary>
    /// <param name="note">The open note.</param>
    /// <returns>The refusal.</returns>
    public static Refusal Refuse(Comment note) => note.About is { } gone
        ? new Refusal(Code, $"A note of {note.Person} beside it is open, about “{gone.Text}”, which is no longer there: “{note.Text}”.", "Answer it and settle it, then finish the segment.")
        : new Refusal(Code, $"A note of {note.Person} beside it is open: “{note.Text}”.", "Answer it and settle it, then finish the segment.");
}

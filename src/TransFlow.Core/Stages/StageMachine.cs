using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// The rules by which a segment moves along its route: one pure, total function. It is the only place that decides
/// who may do what to a segment, and what becomes of it.
/// </summary>
public static class StageMachine
{
    /// <summary>The refusal of other words for what a later stage has approved.</summary>
    internal const string ApprovedCode = "already-approved";

    /// <summary>What becomes of a segment.</summary>
    /// <param name="segment">The segment as it is.</param>
    /// <param name="step">What a person does.</param>
    /// <param name="actor">The person.</param>
    /// <param name="route">The edition's route.</param>
    /// <returns>The segment afterwards (the same when nothing changes), or why not.</returns>
    public static Outcome<SegmentWork> Next(SegmentWork segment, StageEvent step, Actor actor, Route route)
    {
        var at = route.IndexOf(step.Stage);
        if (at < 0)
            return Refused("no-such-stage", $"The route '{route.Name}' has no stage '{step.Stage}'.", $"Its stages are {string.Join(", ", route.Stages.Select(s => s.Name))}.");
        if (segment.SkipsStage(step.Stage))
            return Refused("not-on-its-way", $"The segment does not pass '{step.Stage}'.", "A rule sends it along another route; see 'transflow route'.");
        if (!actor.Stages.Contains(step.Stage))
            return Refused("not-yours", $"{actor.Person} does not work the stage '{step.Stage}' in this language.", "Ask a person whom the settings name for it, or add the person there.");

        return step switch
        {
            Deliver d => Delivered(segment, d.Target, finish: true, at, actor, route),
            Edit e => Delivered(segment, e.Target, finish: false, at, actor, route),
            Accept => Accepted(segment, at, actor, route),
            SendBack b => Returned(segment, b.Reason, at, actor, route),
            Reopen r => Reopened(segment, r.Reason, at, route),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "An unknown kind of step."),
        };
    }

    private static Outcome<SegmentWork> Delivered(SegmentWork segment, Content target, bool finish, int at, Actor actor, Route route)
    {
        var position = segment.Position(route);
        var changed = !target.Equals(segment.Target);
        if (!changed && position > at)
            return segment;
        if (position < at)
            return Early(segment, at, route, position);
        if (changed && Approved(segment, at, route) is { } approved)
            return approved;

        if (finish && FourEyes(segment, at, actor, route) is { } refusal)
            return refusal;
        if (changed && route.Stages[at].Role is StageRole.Clear or StageRole.Approve && finish)
        {
            return Refused("changed-at-sign-off", $"At '{route.Stages[at].Name}' a text is approved as it is, not changed.",
                "Send the segment back with a reason, or change it first and let another person sign it off.");
        }

        var next = changed ? Changed(segment, target, at, actor, route) : segment;
        return finish ? Finish(next, at, actor, route) : next;
    }

    /// <summary>Why its words are not changed at a stage any more: a later one approved them. Null when none did.</summary>
    internal static Refusal? Approved(SegmentWork segment, int at, Route route) => segment.Position(route) is var position && position > at && Finished(segment, at + 1, route)
        ? Refused(ApprovedCode, $"The segment was approved at '{route.Stages[position - 1].Name}' and its text differs from this one.", "Ask the editor to send it back if it has to change.")
        : null;

    private static Outcome<SegmentWork> Accepted(SegmentWork segment, int at, Actor actor, Route route)
    {
        var position = segment.Position(route);
        if (position > at)
            return segment;
        if (position < at)
            return Early(segment, at, route, position);
        if (segment.Target is null && at >= route.WriteIndex)
            return Refused("empty-target", "There is no target text to accept.", "Translate the segment first.");
        return FourEyes(segment, at, actor, route) is { } refusal ? refusal : Finish(segment, at, actor, route);
    }

    private static Outcome<SegmentWork> Returned(SegmentWork segment, string reason, int at, Actor actor, Route route)
    {
        if (!Reason.IsGiven(reason))
            return Refused("no-reason", "Nothing is sent back without a reason.", "Say in a sentence what has to change.");
        if (at <= route.WriteIndex)
            return Refused("nothing-before", $"There is no stage before '{route.Stages[at].Name}' to send it back to.", "Hold the edition instead.");

        var position = segment.Position(route);
        if (position < at)
            return Early(segment, at, route, position);
        var fingerprint = segment.Fingerprint;
        return segment with
        {
            SignOffs = [.. segment.SignOffs.Where(s => s.Fingerprint != fingerprint || route.IndexOf(s.Stage) < route.WriteIndex)],
            SentBack = new SentBack(route.Stages[at].Name, actor.Person, reason.Trim()),
        };
    }

    /// <summary>Voids what the stage and later ones said of the present words; earlier stages did their part.</summary>
    private static Outcome<SegmentWork> Reopened(SegmentWork segment, string reason, int at, Route route)
    {
        if (!Reason.IsGiven(reason))
            return Refused("no-reason", "Nothing is opened again without a reason.", "Say in a sentence what is to change.");
        if (at <= route.WriteIndex)
            return Refused("nothing-to-review", $"At '{route.Stages[at].Name}' nothing is approved that could be opened.", "Send the segment back instead.");
        if (segment.Position(route) <= at)
            return segment;
        var fingerprint = segment.Fingerprint;
        return segment with { SignOffs = [.. segment.SignOffs.Where(s => s.Fingerprint != fingerprint || route.IndexOf(s.Stage) < at)] };
    }

    /// <summary>
    /// Four eyes, checked on the person along the whole edit chain: a reviewer must not have changed the target at an earlier
    /// stage, an approver must not have changed it at all.
    /// </summary>
    private static Refusal? FourEyes(SegmentWork segment, int at, Actor actor, Route route)
    {
        var role = route.Stages[at].Role;
        var own = segment.Changes.Where(c => c.Person == actor.Person);
        var barred = role switch
        {
            StageRole.Review => own.Any(c => route.IndexOf(c.Stage) != at),
            StageRole.Approve => own.Any(),
            _ => false,
        };
        return barred
            ? Refused("four-eyes", $"{actor.Person} wrote or changed this target and cannot approve it at '{route.Stages[at].Name}'.", "Let another person approve it.")
            : null;
    }

    /// <summary>The new target keeps what earlier stages finished (they did their part) and voids this stage and later ones.</summary>
    private static SegmentWork Changed(SegmentWork segment, Content target, int at, Actor actor, Route route)
    {
        var was = segment.Fingerprint;
        var now = SegmentWork.FingerprintOf(segment.Source, target);
        var carried = segment.SignOffs.Where(s => s.Fingerprint == was && route.IndexOf(s.Stage) is >= 0 and var i && i < at)
            .Select(s => s with { Fingerprint = now });
        var change = new Change(actor.Person, route.Stages[at].Name);
        // What becomes of a candidate, handed on or mended, has the words of those who wrote it.
        var changes = segment.ShownBy;
        return segment with
        {
            Target = target,
            Changes = changes is [.., var last] && last == change ? changes : changes.Add(change),
            SignOffs = [.. segment.SignOffs.Union(carried)],
        };
    }

    private static SegmentWork Finish(SegmentWork segment, int at, Actor actor, Route route)
    {
        var signOff = new SignOff(route.Stages[at].Name, actor.Person, segment.Fingerprint);
        var finished = segment with
        {
            SignOffs = [.. segment.SignOffs.Where(s => s.Stage != signOff.Stage || s.Fingerprint != signOff.Fingerprint), signOff],
            SentBack = route.Stages[at].Role == StageRole.Write ? null : segment.SentBack,
        };
        // Who clears a source leaves the translator what was there.
        return segment.Target is null ? finished : finished with { Candidate = null, CandidateSource = null, CandidateFor = null, CandidateBy = null };
    }

    private static bool Finished(SegmentWork segment, int from, Route route)
    {
        var fingerprint = segment.Fingerprint;
        return segment.SignOffs.Any(s => s.Fingerprint == fingerprint && route.IndexOf(s.Stage) >= from);
    }

    private static Refusal Early(SegmentWork segment, int at, Route route, int position) => segment.SentBack is { } back
        ? Refused("sent-back", $"The segment was sent back by {back.Person} ({back.Reason}) and is at '{route.Stages[position].Name}'.", "Wait for the translator.")
        : Refused("not-there-yet", $"The segment is at '{route.Stages[position].Name}', not yet at '{route.Stages[at].Name}'.", "Wait until it arrives.");

    private static Refusal Refused(string code, Sentence message, Sentence remedy) => new(code, message, remedy);
}

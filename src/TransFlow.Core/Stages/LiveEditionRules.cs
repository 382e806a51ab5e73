using static TransFlow.Core.Stages.EditionMachine;

namespace TransFlow.Core.Stages;

/// <summary>The rules for what readers already have: corrections, updates, retraction.</summary>
internal static class LiveEditionRules
{
    public static Outcome<Edition> Begun(Edition edition, BeginCorrection step, Actor actor, DateTimeOffset now)
    {
        if (edition.Live is null)
            return Refused("not-live", "It was never published, so there is nothing to correct.", "Send it back, or open it again: transflow send-back, transflow reopen.");
        if (edition.Hold is { } hold)
            return Refused("held", $"The edition is held: {hold}", "Release it first: transflow release.");
        if (!Reason.IsGiven(step.Reason))
            return NoReason("Nothing that is live is changed without a reason.");
        var begun = new Correction(step.Kind ?? CorrectionKind.Correction, step.Reason.Trim(), actor.Person, now) { Line = Line(step.Line) };
        if (edition.Correction is { } other && !Joined(other, begun, step.Kind).Try(out begun, out var refusal))
            return refusal;
        return edition with { Correction = begun, IsUrgent = edition.IsUrgent || step.IsUrgent };
    }

    /// <summary>
    /// A page tells of what changed in one line. What readers are to be told is not lost because more is corrected along with it: the line
    /// changes only by being described anew, and silence about one slip is not silence about all.
    /// </summary>
    private static Outcome<Correction> Joined(Correction other, Correction more, CorrectionKind? kind)
    {
        if (other.Kind != CorrectionKind.Silent && more.Line is not null && more.Line != other.Line)
        {
            return Refused("line-under-way", other.Line is { } line
                ? $"A correction is under way, begun by {other.Person}: {other.Reason}; the page will say: {line}"
                : $"A correction is under way, begun by {other.Person}: {other.Reason}; its line is not written yet.",
                "Write one line for both, then correct without one: transflow correct ARTICLE -l LANG --line \"…\"; at the desk, under Work.");
        }

        var strongest = kind is null && other.Kind != CorrectionKind.Silent ? other.Kind : (CorrectionKind)Math.Min((int)other.Kind, (int)more.Kind);
        return other with { Kind = strongest, Reason = other.Reason == more.Reason ? other.Reason : $"{other.Reason} / {more.Reason}", Line = other.Line ?? more.Line };
    }

    public static Outcome<Edition> Described(Edition edition, DescribeCorrection step)
    {
        if (edition.Correction is not { } begun)
            return Nothing("No correction of it is under way.");
        var said = begun with { Kind = step.Kind ?? begun.Kind, Line = Line(step.Line) ?? begun.Line, IsAsked = false };
        return said == begun ? Nothing("That is what it says.") : edition with { Correction = said };
    }

    public static Outcome<Edition> Retracted(Edition edition, RetractEdition step, Actor actor, DateTimeOffset now)
    {
        if (!Answers(actor))
            return Refused("not-yours", $"{actor.Person} works no stage that answers for texts.", "Let two people retract it who edit, sign off or clear.");
        if (edition.RetractionAsked is not { } first)
            return !Reason.IsGiven(step.Reason) ? NoReason("Nothing is retracted without a reason.") : edition with { RetractionAsked = new FirstKey(actor.Person, step.Reason.Trim(), now) };
        if (first.Person == actor.Person)
            return Refused("second-key", $"{actor.Person} turned the first key; the second is another person's.", "Let another person retract it too.");
        return edition with
        {
            Retraction = new Retraction(first.Reason, first.Person, actor.Person, step.Today),
            RetractionAsked = null,
            Correction = null,
            Hold = null,
            HeldSince = null,
            Parked = null,
        };
    }

    private static string? Line(string? line) => Reason.IsGiven(line) ? line!.Trim() : null;
}

namespace TransFlow.Core.Stages;

/// <summary>What a person, or the clock, may do to an edition as a whole.</summary>
public abstract record EditionStep;

/// <summary>A person takes a seat that nobody has; the person who has it renews the claim.</summary>
/// <param name="Stage">The seat's name: a stage, or a strand's part of it.</param>
/// <param name="Until">When the claim lapses unless it is renewed; null for never.</param>
public sealed record ClaimStage(string Stage, DateTimeOffset? Until) : EditionStep;

/// <summary>A person gives a seat to another, or to one for whom nobody had it.</summary>
/// <param name="Stage">The seat's name.</param>
/// <param name="To">The other person.</param>
public sealed record GiveStage(string Stage, Actor To) : EditionStep
{
    /// <summary>When the other person's claim lapses; null for never.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>A person takes a seat away from whoever has it, so that others may claim it.</summary>
/// <param name="Stage">The seat's name.</param>
/// <param name="Reason">Why; compulsory.</param>
public sealed record BreakClaim(string Stage, string Reason) : EditionStep;

/// <summary>A claim's time is over.</summary>
/// <param name="Stage">The seat's name.</param>
public sealed record LapseClaim(string Stage) : EditionStep;

/// <summary>A person stops everything.</summary>
/// <param name="Reason">Why; compulsory.</param>
public sealed record HoldEdition(string Reason) : EditionStep;

/// <summary>A person lets a held edition go on.</summary>
/// <param name="Calendar">When the newsroom works.</param>
public sealed record ReleaseEdition(WorkCalendar Calendar) : EditionStep;

/// <summary>A person sets an embargo, or makes it later.</summary>
/// <param name="Until">When it ends.</param>
/// <param name="Zone">The IANA time zone in which that was said.</param>
public sealed record SetEmbargo(DateTimeOffset Until, string Zone) : EditionStep;

/// <summary>A person turns a key to lift the embargo; two different people have to.</summary>
/// <param name="Reason">Why; compulsory for the first of the two.</param>
public sealed record LiftEmbargo(string Reason) : EditionStep;

/// <summary>A person begins to change a live edition, or says more of a change that is under way.</summary>
/// <param name="Kind">What it is to the readers; null for a correction, or as it was.</param>
/// <param name="Reason">Why; compulsory.</param>
/// <param name="IsUrgent">True when it goes before others.</param>
/// <param name="Line">What the page will say; null when that is written later.</param>
public sealed record BeginCorrection(CorrectionKind? Kind, string Reason, bool IsUrgent, string? Line) : EditionStep;

/// <summary>A person writes what the page will say of the change that is under way, or that it says nothing.</summary>
/// <param name="Kind">What it is to the readers; null for as it was.</param>
/// <param name="Line">What the page will say; null for as it was.</param>
public sealed record DescribeCorrection(CorrectionKind? Kind, string? Line) : EditionStep;

/// <summary>A person turns a key to retract the edition; two different people have to.</summary>
/// <param name="Reason">Why; compulsory for the first of the two.</param>
/// <param name="Today">The newsroom's day.</param>
public sealed record RetractEdition(string Reason, DateOnly Today) : EditionStep;

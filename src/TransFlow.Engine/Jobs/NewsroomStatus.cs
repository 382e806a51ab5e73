using System.Collections.Immutable;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What stands where.</summary>
/// <param name="Editions">The editions by article and language.</param>
/// <param name="Quarantine">Files that could not be taken.</param>
/// <param name="SourceFolder">The source folder as people know it.</param>
/// <param name="RejectedFolder">The folder of rejected files, likewise.</param>
public sealed record NewsroomStatus(ImmutableArray<EditionStatus> Editions, ImmutableArray<QuarantineRow> Quarantine, string SourceFolder, string RejectedFolder)
{
    /// <summary>How many deliveries wait in the outbox.</summary>
    public int Waiting { get; init; }

    /// <summary>How many of them are parked: not tried any more until a person says so.</summary>
    public int ParkedDeliveries { get; init; }
}

/// <summary>Where one edition stands.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The language.</param>
/// <param name="Revision">The source revision.</param>
/// <param name="Stage">The stage of its slowest segment, or <c>ready</c>, or <c>published</c>.</param>
/// <param name="Done">Segments that are through the stage.</param>
/// <param name="Segments">All its segments.</param>
/// <param name="Person">Who has it; empty when nobody has.</param>
/// <param name="Flags">What is set beside the stage: held, parked, sent back, live in an older form.</param>
/// <param name="Next">What to do next.</param>
public sealed record EditionStatus(string Article, string Language, int Revision, string Stage, int Done, int Segments, string Person, string Flags, string Next)
{
    /// <summary>When its stage should be done; null for no due time.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>True when that time is over.</summary>
    public bool IsLate { get; init; }

    /// <summary>The parts of its stage, when they are with several people; else none.</summary>
    public ImmutableArray<PartStatus> Parts { get; init; } = [];

    /// <summary>When the claim on its stage lapses; null when it was not claimed.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The moment before which it is not published; null for none.</summary>
    public DateTimeOffset? Embargo { get; init; }
}

/// <summary>A part of an edition's stage: that of one person.</summary>
/// <param name="Name">Its name, as <c>--stage</c> takes it.</param>
/// <param name="Person">Who has it; empty when nobody has.</param>
/// <param name="Waiting">How many segments wait there.</param>
/// <param name="ClaimedUntil">When the claim on it lapses; null when it was not claimed.</param>
public sealed record PartStatus(string Name, string Person, int Waiting, DateTimeOffset? ClaimedUntil);

/// <summary>Where one unit of an edition stands.</summary>
/// <param name="Name">Its name in the files and for <c>--unit</c>.</param>
/// <param name="Stage">The stage of its slowest segment, or <c>done</c>.</param>
/// <param name="Source">Its source words.</param>
/// <param name="Target">Its target words so far.</param>
/// <param name="SentBack">Why it was sent back; empty when it was not.</param>
/// <param name="Change">What was changed in its source since the translation that it still has at hand; empty for nothing.</param>
public sealed record UnitStatus(string Name, string Stage, string Source, string Target, string SentBack, string Change)
{
    /// <summary>What people say beside it, oldest first.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];
}

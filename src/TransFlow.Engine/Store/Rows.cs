using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>An article as the newsroom knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its path in the source folder, with <c>/</c>.</param>
/// <param name="Sha256">The digest of its present bytes.</param>
/// <param name="Revision">The number of its present revision, from 1.</param>
public sealed record ArticleRow(string Id, string Path, string Sha256, int Revision);

/// <summary>One state of an article, with all that is needed to take it apart the same way again.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Number">The revision's number, from 1.</param>
/// <param name="Path">Its path in the source folder at that time.</param>
/// <param name="Source">Its bytes.</param>
/// <param name="UnitIds">Its units' ids in order, and those of their codes, as <see cref="Core.Segments.Extraction.UnitIds"/> gives them.</param>
/// <param name="Standing">The standing texts that were known at that time.</param>
/// <param name="At">When it was taken in.</param>
public sealed record RevisionRow(string Article, int Number, string Path, byte[] Source, ImmutableArray<string> UnitIds, ImmutableArray<StandingText> Standing, DateTimeOffset At);

/// <summary>An edition and the number of its last change, by which changes are guarded.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The number, from 1.</param>
public sealed record EditionRow(Edition Edition, int Version);

/// <summary>What was handed out.</summary>
/// <param name="Token">The package's token.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The target language.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Revision">The source revision it was cut from.</param>
/// <param name="Round">The edition's round when it was cut.</param>
/// <param name="Path">Where its file stands in the exchange room, with <c>/</c>.</param>
/// <param name="Xliff">The file as it was handed out: the baseline of returns.</param>
/// <param name="At">When.</param>
public sealed record PackageRow(string Token, string Article, string Language, string Stage, int Revision, int Round, string Path, byte[] Xliff, DateTimeOffset At)
{
    /// <summary>To whom it was handed out, so that what comes back late is known as that person's; null when nobody had the stage.</summary>
    public string? Person { get; init; }
}

/// <summary>What can be said of a package without reading its file.</summary>
/// <param name="Token">The package's token.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Language">The target language.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Revision">The source revision it was cut from.</param>
/// <param name="Round">The edition's round when it was cut.</param>
/// <param name="Sha256">The digest of its file.</param>
public sealed record PackageHead(string Token, string Article, string Language, string Stage, int Revision, int Round, string Sha256);

/// <summary>A file that came back and was dealt with, so that the same bytes are never dealt with twice.</summary>
/// <param name="Sha256">Their digest.</param>
/// <param name="Path">Where they stood in the exchange room.</param>
/// <param name="Token">The package they belonged to; empty when unknown.</param>
/// <param name="Outcome">In one word: <c>taken</c>, <c>partly</c>, <c>nothing-new</c>, <c>refused</c>, or <c>overtaken</c> when it was refused for what nothing done to the file mends.</param>
/// <param name="At">When.</param>
public sealed record ReturnRow(string Sha256, string Path, string Token, string Outcome, DateTimeOffset At);

/// <summary>A page that is about to be written: should it be found there before it is known to be live, nobody changed it by hand.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Path">Its path in the publication folder.</param>
/// <param name="Sha256">The digest of its bytes.</param>
public sealed record OutgoingRow(string Language, string Path, string Sha256)
{
    /// <summary>True for what somebody wrote there by hand, and a person let be replaced.</summary>
    public bool IsByHand { get; init; }
}

/// <summary>A file that could not be taken, and why.</summary>
/// <param name="Path">Where it stands, relative to the newsroom's folder.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Rejected">The name of its copy in the folder of rejected files.</param>
/// <param name="At">When.</param>
public sealed record QuarantineRow(string Path, string Sha256, string Reason, string Rejected, DateTimeOffset At);

/// <summary>An event with its place in the chain.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Event">What happened.</param>
/// <param name="Hash">The digest of this event and the hash before it: a changed history no longer adds up.</param>
public sealed record EventRow(long Number, DateTimeOffset At, Event Event, string Hash);

/// <summary>A delivery that waits in the outbox: one event, or the events of a digest.</summary>
/// <param name="Way">By which way it goes.</param>
/// <param name="First">The number of its first event.</param>
/// <param name="Last">The number of its last event, by which it is known.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="Due">When it is tried next.</param>
public sealed record OutboxRow(string Way, long First, long Last, int Attempts, DateTimeOffset Due)
{
    /// <summary>Why it is still here; null before the first attempt.</summary>
    public string? Problem { get; init; }

    /// <summary>True when it is not tried any more until a person says so.</summary>
    public bool IsParked { get; init; }
}

/// <summary>How far the events were put into the outbox for a way.</summary>
/// <param name="Way">The way's name.</param>
/// <param name="Fed">The number of the last event.</param>
/// <param name="At">When the last digest was made, or the way was new.</param>
public sealed record FeedRow(string Way, long Fed, DateTimeOffset At)
{
    /// <summary>Until when the other side asked to be left alone; null when it did not.</summary>
    public DateTimeOffset? LeaveUntil { get; init; }
}

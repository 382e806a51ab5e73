using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>What one step changes: all of it is committed, or none.</summary>
public sealed record Changes
{
    /// <summary>Articles to put, each with the revision that was seen; 0 for a new one.</summary>
    public ImmutableArray<(ArticleRow Row, int Seen)> Articles { get; init; } = [];

    /// <summary>Revisions to add.</summary>
    public ImmutableArray<RevisionRow> Revisions { get; init; } = [];

    /// <summary>Editions to put, each with the version that was seen; 0 for a new one.</summary>
    public ImmutableArray<(Edition Edition, int Seen)> Editions { get; init; } = [];

    /// <summary>Packages to add; one that is there stays, and is now known to fit this revision too.</summary>
    public ImmutableArray<PackageRow> Packages { get; init; } = [];

    /// <summary>Returns to add.</summary>
    public ImmutableArray<ReturnRow> Returns { get; init; } = [];

    /// <summary>Quarantined files to put.</summary>
    public ImmutableArray<QuarantineRow> Quarantined { get; init; } = [];

    /// <summary>Paths that leave the quarantine.</summary>
    public ImmutableArray<string> Lifted { get; init; } = [];

    /// <summary>Pages that are about to be written.</summary>
    public ImmutableArray<OutgoingRow> Outgoing { get; init; } = [];

    /// <summary>Pages that are live now. Others that were about to be written at their places stay known: a program that was frozen may write them yet.</summary>
    public ImmutableArray<OutgoingRow> Arrived { get; init; } = [];

    /// <summary>Accounts to put, each with the version that was seen; 0 for a new one.</summary>
    public ImmutableArray<(AccountRow Row, int Seen)> Accounts { get; init; } = [];

    /// <summary>People whose accounts are closed.</summary>
    public ImmutableArray<string> ClosedAccounts { get; init; } = [];

    /// <summary>The version of the program's core by which all articles are now taken apart; null when nothing changes there.</summary>
    public string? Core { get; init; }

    /// <summary>Deliveries to put into the outbox; one that ends with the same event is replaced, and keeps the earlier beginning of the two.</summary>
    public ImmutableArray<OutboxRow> Queued { get; init; } = [];

    /// <summary>Deliveries that leave the outbox, before others are put in; one that has another beginning by now stays.</summary>
    public ImmutableArray<(string Way, long First, long Last)> Unqueued { get; init; } = [];

    /// <summary>How far the events are in the outbox, each with the number that was seen; null for a new way.</summary>
    public ImmutableArray<(FeedRow Row, long? Seen)> Feeds { get; init; } = [];

    /// <summary>What happened.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];
}

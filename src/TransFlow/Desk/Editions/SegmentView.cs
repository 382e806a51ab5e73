using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Desk.Editions;

/// <summary>One segment as a person sees it, with what that person may do to it now.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Work">The segment.</param>
public sealed record SegmentView(int Number, SegmentWork Work)
{
    /// <summary>Its words as they were seen: what a decision is bound to.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The stage where it stands; null when it has passed all.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>The stage at which the person may change its words; null for none.</summary>
    public Stage? EditsAt { get; init; }

    /// <summary>The stage that the person may finish for it as it is; null for none.</summary>
    public Stage? FinishesAt { get; init; }

    /// <summary>Why the person may not finish the stage that is the person's; null when there is no such reason.</summary>
    public Refusal? Barred { get; init; }

    /// <summary>True when it waits for the person: at a stage that is with the person, or free where the edition stands.</summary>
    public bool IsMine { get; init; }

    /// <summary>True when the person may send it back.</summary>
    public bool CanSendBack { get; init; }

    /// <summary>True when its words stand with those of the segment before it.</summary>
    public bool IsJoined => Work.Target is { IsEmpty: true };

    /// <summary>What became of its words since the version that is compared with; empty when they are the same or nothing is known.</summary>
    public ImmutableArray<(WordChange Change, Content Piece)> Changes { get; init; } = [];

    /// <summary>How the act is called that settles a comment; its number comes after it.</summary>
    public const string Settling = "settle:";

    /// <summary>What people said beside it, each with its number in the edition.</summary>
    public ImmutableArray<(int Number, Comment Comment)> Comments { get; init; } = [];

    /// <summary>What is noticed about it.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What the field holds: the target with numbered markers, or what was typed and could not be taken.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Why the last act on it was refused; null when none was.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The reason that was typed and could not be taken.</summary>
    public string Words { get; init; } = "";

    /// <summary>The comment that was typed and could not be taken.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>One block of the article with its segments.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Segments">Those that are shown.</param>
public sealed record BlockView(Unit Unit, ImmutableArray<SegmentView> Segments);

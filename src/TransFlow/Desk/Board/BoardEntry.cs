using TransFlow.Engine.Store;

namespace TransFlow.Desk.Board;

/// <summary>One edition on the board.</summary>
/// <param name="Head">What the store says of it.</param>
/// <param name="Since">Since when it waits where it stands.</param>
public sealed record BoardEntry(EditionHead Head, DateTimeOffset Since)
{
    /// <summary>The article's title; its id until the title is known.</summary>
    public string Title { get; init; } = Head.Article;

    /// <summary>True when its published file was changed by hand, and nobody decided what becomes of that.</summary>
    public bool IsChangedByHand { get; init; }

    /// <summary>Where it stands: a stage, or <c>ready</c>, <c>published</c> or <c>retracted</c>.</summary>
    public string Place => Head.Marks.IsRetracted ? Retracted : Head.Stage ?? (Head.IsLive ? Published : Ready);

    /// <summary>True when there is something to do about it.</summary>
    public bool IsOpen => Place is not (Published or Retracted) || Head.Hold is not null || Head.Parked is not null || IsChangedByHand || Head.Marks.IsRetractionAsked;

    /// <summary>The place of editions that are through all stages and wait for the next publication.</summary>
    public const string Ready = "ready";

    /// <summary>The place of editions that are live as they are.</summary>
    public const string Published = "published";

    /// <summary>The place of editions that were taken down for good.</summary>
    public const string Retracted = "retracted";
}

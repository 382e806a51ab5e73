using TransFlow.Engine.Store;

namespace TransFlow.Desk.Board;

/// <summary>One edition on the board.</summary>
/// <param name="Head">What the store says of it.</param>
/// <param name="Since">Since when it waits where it stands.</param>
public sealed record BoardEntry(EditionHead Head, DateTimeOffset Since)
{
    /// <summary>The article's title; its id until the title is known.</summary>
    public string Title { get; init; } = Head.Article;

    /// <summary>Where it stands: a stage, or <c>ready</c>, or <c>published</c>.</summary>
    public string Place => Head.Stage ?? (Head.IsLive ? Published : Ready);

    /// <summary>True when there is something to do about it.</summary>
    public bool IsOpen => Place != Published || Head.Hold is not null || Head.Parked is not null;

    /// <summary>The place of editions that are through all stages and wait for the next publication.</summary>
    public const string Ready = "ready";

    /// <summary>The place of editions that are live as they are.</summary>
    public const string Published = "published";
}

using TransFlow.Core.Stages;

namespace TransFlow.Core.Protection;

/// <summary>The way by which something leaves.</summary>
public enum Exit
{
    /// <summary>To a translator or editor, as a file.</summary>
    Package,

    /// <summary>To the reader.</summary>
    Publication,

    /// <summary>To the reader, in place of what was retracted; none of the article's words are in it.</summary>
    Tombstone,

    /// <summary>To another program that is told of events.</summary>
    Webhook,

    /// <summary>To people who are told by mail.</summary>
    Mail,
}

/// <summary>Something on its way out.</summary>
/// <param name="Exit">By which way.</param>
/// <param name="Edition">Whose it is; null when it is of the newsroom as a whole.</param>
/// <param name="Text">What leaves, as text, for policies that read it.</param>
/// <param name="At">When.</param>
public sealed record Departure(Exit Exit, Edition? Edition, string Text, DateTimeOffset At);

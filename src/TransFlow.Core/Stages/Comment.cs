using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>What a person says beside a segment; it never leaves the newsroom with the text.</summary>
/// <param name="UnitId">The segment's unit.</param>
/// <param name="Index">The segment's place in it, from 0.</param>
/// <param name="Person">The person's id.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
public sealed record Comment(string UnitId, int Index, string Person, DateTimeOffset At, string Text)
{
    /// <summary>Who settled it; null while it is open.</summary>
    public Settled? Settled { get; init; }

    /// <summary>
    /// The source words of the sentence that it is about, when that went away with a change of the article and it stands beside another
    /// sentence; null while it stands beside its own.
    /// </summary>
    public Content? About { get; init; }
}

/// <summary>A person settled what another had said.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="At">When.</param>
public sealed record Settled(string Person, DateTimeOffset At);

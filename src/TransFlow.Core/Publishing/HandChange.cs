using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>One thing that somebody changed in a published file.</summary>
/// <param name="Where">The unit's name, or in words the place outside all units.</param>
/// <param name="Was">What stood there, without markup; empty for nothing.</param>
/// <param name="Now">What stands there now; empty for nothing.</param>
public sealed record HandChange(string Where, string Was, string Now)
{
    /// <summary>The segment's unit; null when the change lies outside all segments.</summary>
    public string? UnitId { get; init; }

    /// <summary>The segment's place in its unit, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The segment's words as they are live.</summary>
    public Content? Old { get; init; }

    /// <summary>The segment's words as somebody would have them; null when the change is not offered.</summary>
    public Content? New { get; init; }

    /// <summary>Why it is not offered; null when it is.</summary>
    public string? NotOffered { get; init; }
}

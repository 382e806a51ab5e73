using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>What a return says about one segment of ours.</summary>
/// <param name="UnitId">Our unit.</param>
/// <param name="Index">The segment's place in it when the package was cut, from 0.</param>
/// <param name="Source">Its source words when the package was cut.</param>
/// <param name="Sent">The target that went out; null when none did.</param>
/// <param name="Target">The target that came back, tidied; null when it is not translated. Empty when its words were joined to the segment before.</param>
/// <param name="State">What the file says of it.</param>
public sealed record MergedSegment(string UnitId, int Index, Content Source, Content? Sent, Content? Target, ReturnedState State)
{
    /// <summary>True when the tool split the segment and only some of its parts have a target.</summary>
    public bool Partial { get; init; }

    /// <summary>What the file said of it when it went out.</summary>
    public ReturnedState SentState { get; init; } = ReturnedState.Unsaid;

    /// <summary>True when the target differs from the one that went out.</summary>
    public bool Changed => Target is not null && !Target.Equals(Sent);
}

/// <summary>A return held against the package that went out.</summary>
/// <param name="Segments">What it says, segment by segment, in the package's order; only of units that could be taken.</param>
/// <param name="MissingUnits">Names of the package's units that are not in the file.</param>
/// <param name="Findings">What was repaired or needs a look.</param>
/// <param name="Refused">Units that could not be taken, each with its reason.</param>
public sealed record MergedReturn(
    ImmutableArray<MergedSegment> Segments,
    ImmutableArray<string> MissingUnits,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Refusal> Refused)
{
    /// <summary>What the person noted, by unit id, in order; of units that were refused, too.</summary>
    public ImmutableArray<(string UnitId, string Text)> Notes { get; init; } = [];
}

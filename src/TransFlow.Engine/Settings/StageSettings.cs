using System.Collections.Immutable;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>What the newsroom says of a stage beyond who works it.</summary>
/// <param name="Timing">How much time it has.</param>
/// <param name="EscalateTo">Who hears of it when it takes longer, one after another.</param>
public sealed record StageSettings(StageTiming Timing, ImmutableArray<string> EscalateTo)
{
    /// <summary>A target that stood signed off between the same sentences in an earlier edition goes by the writer.</summary>
    public const string InContext = "in-context";

    /// <summary>A target that stands signed off in several earlier articles, always the same, goes by the writer.</summary>
    public const string Boilerplate = "boilerplate";

    /// <summary>What goes by the stage with the target of an earlier edition: none, some or all of <see cref="InContext"/> and <see cref="Boilerplate"/>.</summary>
    public ImmutableArray<string> Reuse { get; init; } = [];

    /// <summary>Nothing said.</summary>
    public static StageSettings None { get; } = new(StageTiming.None, []);

    /// <summary>True when no segment is finished here while a note beside it is open.</summary>
    public bool AsksSettledNotes { get; init; }

    /// <summary>True when people take the stage themselves, the first one wins, and nobody is given it.</summary>
    public bool IsClaimed => Timing.ClaimFor is not null;
}

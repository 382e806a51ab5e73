using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>What the newsroom did in a time.</summary>
/// <param name="Turnaround">How long stages took, in working time, of those that were done in that time.</param>
/// <param name="Texts">How much was published in that time.</param>
/// <param name="Overdue">How often a stage was late in that time, by stage and language.</param>
/// <param name="Late">What is late now.</param>
public sealed record NewsroomStats(ImmutableArray<Turnaround> Turnaround, ImmutableArray<PublishedText> Texts, ImmutableArray<OverdueCount> Overdue, ImmutableArray<EditionStatus> Late);

/// <summary>How much of a language was published.</summary>
/// <param name="Language">The language.</param>
/// <param name="Editions">How many editions, each as it is live.</param>
/// <param name="Source">The size of their articles; its words are eojeol when they are Korean.</param>
/// <param name="Target">The size of what readers have.</param>
public sealed record PublishedText(string Language, int Editions, TextSize Source, TextSize Target)
{
    /// <summary>The size of the source sentences whose translation was taken from earlier editions, unchanged.</summary>
    public TextSize Reused { get; init; }

    /// <summary>How many sentences these are.</summary>
    public int ReusedSegments { get; init; }
}

/// <summary>How often a stage was late.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Language">The language.</param>
/// <param name="Jobs">How many jobs.</param>
public sealed record OverdueCount(string Stage, string Language, int Jobs);

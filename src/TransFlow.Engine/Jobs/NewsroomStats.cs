using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>What the newsroom did in a time.</summary>
/// <param name="Turnaround">How long stages took, in working time, of those that were done in that time.</param>
/// <param name="Texts">How much was published in that time.</param>
/// <param name="Overdue">How often a stage was late in that time, by stage and language.</param>
/// <param name="Late">What is late now.</param>
public sealed record NewsroomStats(ImmutableArray<Turnaround> Turnaround, ImmutableArray<PublishedText> Texts, ImmutableArray<OverdueCount> Overdue, ImmutableArray<EditionStatus> Late);

/// <summary>How much of a language was published for the first time; counted as it was then, whatever became of it later.</summary>
/// <param name="Language">The language.</param>
/// <param name="Editions">How many editions.</param>
/// <param name="Source">The size of their articles; its words are eojeol when they are Korean.</param>
/// <param name="Target">The size of what readers got.</param>
public sealed record PublishedText(string Language, int Editions, TextSize Source, TextSize Target)
{
    /// <summary>The size of the source sentences whose translation was taken from earlier editions, unchanged.</summary>
    public TextSize Reused { get; init; }

    /// <summary>How many sentences these are.</summary>
    public int ReusedSegments { get; init; }

    /// <summary>How often editions that were live were published again: corrected or updated.</summary>
    public int Again { get; init; }

    /// <summary>The sizes of an edition, as the record of its publication keeps them.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>Details of the event.</returns>
    internal static ImmutableArray<(string Name, string Value)> Details(Edition edition)
    {
        TextSize Sum(IEnumerable<string> texts) => texts.Select(TextSize.Of).Aggregate(default(TextSize), TextSize.Add);
        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        var reused = edition.Segments.Where(s => s.IsReused).ToList();
        var sizes = new[] { ("source", Sum(edition.Segments.Select(s => s.Source.Text))), ("target", Sum(edition.Segments.Select(s => s.Target?.Text ?? ""))), ("reused", Sum(reused.Select(s => s.Source.Text))) };
        return [.. sizes.SelectMany(s => new[] { ($"{s.Item1}-words", Number(s.Item2.Words)), ($"{s.Item1}-characters", Number(s.Item2.Characters)) }), ("reused-segments", Number(reused.Count))];
    }

    /// <summary>The sum with one more publication.</summary>
    internal PublishedText With(Event published)
    {
        int Number(string name) => int.TryParse(published.Details.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        TextSize Size(string name) => new(Number($"{name}-words"), Number($"{name}-characters"));
        return this with { Editions = Editions + 1, Source = Source + Size("source"), Target = Target + Size("target"), Reused = Reused + Size("reused"), ReusedSegments = ReusedSegments + Number("reused-segments") };
    }
}

/// <summary>How often a stage was late.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Language">The language.</param>
/// <param name="Jobs">How many jobs.</param>
public sealed record OverdueCount(string Stage, string Language, int Jobs);

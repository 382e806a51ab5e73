using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>How long one stage took, once.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Language">The edition's language.</param>
/// <param name="Taken">The working time from its arrival to the arrival at the next stage.</param>
public sealed record StageTime(string Stage, string Language, TimeSpan Taken);

/// <summary>How long a stage takes in a language.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Language">The language.</param>
/// <param name="Count">How often it was done.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="Ninetieth">Nine in ten took no longer.</param>
/// <param name="Longest">None took longer.</param>
public sealed record Turnaround(string Stage, string Language, int Count, TimeSpan Median, TimeSpan Ninetieth, TimeSpan Longest)
{
    /// <summary>The turnaround of each stage and language.</summary>
    /// <param name="times">How long each took each time.</param>
    /// <returns>In the order of languages, then stages by name.</returns>
    public static ImmutableArray<Turnaround> Of(IEnumerable<StageTime> times) =>
    [
        .. times.GroupBy(t => (t.Language, t.Stage)).OrderBy(g => g.Key.Language, StringComparer.Ordinal).ThenBy(g => g.Key.Stage, StringComparer.Ordinal)
            .Select(g => Of(g.Key.Stage, g.Key.Language, [.. g.Select(t => t.Taken).Order()])),
    ];

    private static Turnaround Of(string stage, string language, List<TimeSpan> sorted) => new(stage, language, sorted.Count, Rank(sorted, 50), Rank(sorted, 90), sorted[^1]);

    /// <summary>The smallest time that at least so many in a hundred did not exceed.</summary>
    private static TimeSpan Rank(List<TimeSpan> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];
}

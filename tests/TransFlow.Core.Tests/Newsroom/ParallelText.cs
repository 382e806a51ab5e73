using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Newsroom;

/// <summary>Finds the target of each unit in the parallel article of another language.</summary>
internal static class ParallelText
{
    /// <summary>For each unit of the source, the words of the unit that stands in its place: sentence by sentence where the number agrees, else all in the first.</summary>
    public static Dictionary<string, ImmutableArray<Content?>> Targets(Extraction source, string parallel)
    {
        var lines = string.Join('\n', parallel.Split('\n').Where(l => !IsFurniture(l)));
        var rules = source.Rules with { Translate = [.. source.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => u.Key!).Distinct()] };
        var other = Sample.Extract(System.Text.Encoding.UTF8.GetBytes(lines), "en", rules);
        Assert.HasCount(source.Units.Length, other.Units);
        var others = other.Units.GroupBy(u => (u.Kind, u.Key)).ToDictionary(g => g.Key, g => new Queue<Unit>(g));
        return source.Units.ToDictionary(u => u.Id, u => TargetOf(u, others[(u.Kind, u.Key)].Dequeue()), StringComparer.Ordinal);
    }

    /// <summary>Credits and the link to the original are the page's, not a translator's.</summary>
    private static bool IsFurniture(string line) =>
        line.StartsWith("*Translated by", StringComparison.Ordinal) || line.StartsWith("[Read in", StringComparison.Ordinal)
        || line.TrimStart().StartsWith("translator:", StringComparison.Ordinal) || line.TrimStart().StartsWith("editor:", StringComparison.Ordinal);

    private static ImmutableArray<Content?> TargetOf(Unit source, Unit other)
    {
        var codes = other.Codes.ToDictionary(c => c.Id, c => source.Codes.First(s => s.Kind == c.Kind).Id, StringComparer.Ordinal);
        var sentences = other.Segments.Select(s => new Content(s.Source.Parts.Select(p => p.Kind == InlineKind.Text ? p : p with { Value = codes[p.Value] }))).ToList();
        if (sentences.Count == source.Segments.Length)
            return [.. sentences];

        var whole = new Content(sentences.SelectMany((s, i) => i == 0 ? s.Parts : s.Parts.Insert(0, new Inline(InlineKind.Text, " "))));
        return [whole, .. Enumerable.Repeat(Content.Empty, source.Segments.Length - 1)];
    }
}

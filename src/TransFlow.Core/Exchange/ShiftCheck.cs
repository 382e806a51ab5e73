using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices that a tool put translations into the wrong units, one place on or back: what cannot be translated, numbers and inline codes,
/// then fits the neighbour's source and not the own.
/// </summary>
internal static partial class ShiftCheck
{
    /// <summary>So many units are no accident.</summary>
    private const int Fewest = 3;

    /// <summary>From this share of the units on, in hundredths, nothing of the file is taken.</summary>
    private const int Most = 30;

    /// <summary>The refusal of a file whose translations stand in the wrong places, or a finding when only a few do.</summary>
    /// <param name="pairs">The units that were handed out and what came back for each, in order.</param>
    /// <param name="findings">Where it is told.</param>
    public static Refusal? Of(IReadOnlyList<(ReturnedUnit Sent, ReturnedUnit Returned)> pairs, ICollection<Finding> findings)
    {
        var sources = pairs.Select(p => Signs.Of(p.Sent.Pieces.Select(s => (Content?)s.Source))).ToList();
        var targets = pairs.Select(p => Signs.Of(p.Returned.Pieces.Select(s => s.Target))).ToList();
        var telling = Enumerable.Range(0, pairs.Count).Where(i => !targets[i].IsEmpty).ToList();
        foreach (var by in new[] { 1, -1 })
        {
            var shifted = telling.Where(i => i - by >= 0 && i - by < pairs.Count && targets[i].Fits(sources[i]) < targets[i].Fits(sources[i - by])).ToList();
            // A number that is said in words here and stands in the neighbour is chance; from a shift on, most that tells anything tells of it.
            if (shifted.Count < Fewest || shifted.Count <= telling.Count(i => i >= shifted[0] && targets[i].Fits(sources[i]) > 0.5))
                continue;
            var first = UnitWords.Of(pairs[shifted[0]].Sent);
            if (shifted.Count * 100 > telling.Count * Most)
            {
                return new Refusal("targets-shifted", $"The translations seem to stand one place {(by > 0 ? "too low" : "too high")} from there on: numbers and codes fit the neighbours.",
                    "Nothing of it was taken; look at the file in your tool, put the translations right and return it again.")
                { Unit = first };
            }

            findings.Add(new Finding("targets-shifted", Severity.Warn, pairs[shifted[0]].Sent.Id, $"{first}: translations seem to stand in the wrong places from there on."));
        }

        return null;
    }

    /// <summary>What translation leaves as it is: numbers, and codes.</summary>
    private sealed record Signs(HashSet<string> Numbers, List<string> Codes)
    {
        public bool IsEmpty => Numbers.Count == 0 && Codes.Count == 0;

        public static Signs Of(IEnumerable<Content?> contents)
        {
            var all = contents.OfType<Content>().ToList();
            return new(
                [.. all.SelectMany(c => Number().Matches(c.Text)).Select(m => m.Value)],
                [.. all.SelectMany(c => c.Parts).Where(p => p.Kind is InlineKind.Open or InlineKind.Standalone).Select(p => $"{p.Kind} {p.Value}").Order(StringComparer.Ordinal)]);
        }

        /// <summary>How much of the target's signs a source has: 0 none, 1 all.</summary>
        public double Fits(Signs source)
        {
            var count = Numbers.Count + Codes.Count;
            return count == 0 ? 0 : (double)(Numbers.Count(source.Numbers.Contains) + Codes.Count(source.Codes.Contains)) / count;
        }
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

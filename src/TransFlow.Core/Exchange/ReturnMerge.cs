using System.Collections.Immutable;

namespace TransFlow.Core.Exchange;

/// <summary>Holds a returned file against the file that went out: units by id, text by content, all else is ours.</summary>
public static class ReturnMerge
{
    /// <summary>Holds a return against what went out.</summary>
    /// <param name="sent">The file as it was handed out.</param>
    /// <param name="returned">The file as it came back.</param>
    /// <param name="language">The package's target language.</param>
    /// <returns>What the return says; or why none of it can be taken.</returns>
    public static Outcome<MergedReturn> Merge(ReturnedFile sent, ReturnedFile returned, string language)
    {
        if (Languages(sent, returned, language) is { } wrong)
            return wrong;
        if (returned.Units.IsEmpty)
        {
            return new Refusal("no-units", "There are no translation units in the file.",
                "The tool may not have understood the file; ask for the XLIFF 1.2 version.");
        }

        if (Twice(returned) is { } twice)
            return twice;

        var findings = new List<Finding>();
        var matched = Match(sent, returned, findings);
        if (matched.Count == 0)
        {
            return new Refusal("units-unknown", "None of its units belongs to the package it names.", "Return the file that was handed out.");
        }

        var segments = ImmutableArray.CreateBuilder<MergedSegment>();
        var refused = ImmutableArray.CreateBuilder<Refusal>();
        var merge = new UnitMerge(language);
        foreach (var unit in sent.Units.Where(u => matched.ContainsKey(u.Id)))
        {
            if (merge.Merge(unit, matched[unit.Id], findings).Try(out var merged, out var refusal))
                segments.AddRange(merged);
            else
                refused.Add(refusal);
        }

        var missing = sent.Units.Where(u => !matched.ContainsKey(u.Id)).Select(u => u.Name ?? u.Id).ToImmutableArray();
        return new MergedReturn(segments.ToImmutable(), missing, [.. findings], refused.ToImmutable());
    }

    private static Refusal? Languages(ReturnedFile sent, ReturnedFile returned, string language)
    {
        if (returned.TargetLanguage is { Length: > 0 } target && !SameLanguage(target, language))
        {
            return returned.SourceLanguage is { } source && SameLanguage(source, language)
                ? new Refusal("languages-swapped", "Source and target language are swapped.", $"Set the tool to translate into '{language}'.")
                : new Refusal("wrong-language", $"This file is for '{target}'; the package is for '{language}'.", $"Return the file for '{language}', or set the target language back.");
        }

        return returned.SourceLanguage is { Length: > 0 } from && sent.SourceLanguage is { } expected && !SameLanguage(from, expected)
            ? new Refusal("wrong-source-language", $"This file says its source is '{from}'; the package's is '{expected}'.", "Set the source language back.")
            : null;
    }

    private static bool SameLanguage(string one, string other) =>
        string.Equals(one.Split('-', '_')[0], other.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);

    private static Refusal? Twice(ReturnedFile returned)
    {
        foreach (var same in returned.Units.GroupBy(u => u.Id, StringComparer.Ordinal))
        {
            var targets = same.Select(u => string.Join('\u241E', u.Pieces.Select(p => p.Target?.ToString()))).Distinct(StringComparer.Ordinal);
            if (targets.Count() > 1)
            {
                var last = same.Last();
                return new Refusal("unit-twice", "The unit occurs twice with different translations.", "Keep one of the two and return the file again.")
                {
                    Unit = UnitWords.Of(last),
                    Line = last.Line,
                };
            }
        }

        return null;
    }

    /// <summary>Our unit ids with the returned units that stand for them: by id, else by name, else by a source that only one has.</summary>
    private static Dictionary<string, ReturnedUnit> Match(ReturnedFile sent, ReturnedFile returned, List<Finding> findings)
    {
        var matched = new Dictionary<string, ReturnedUnit>(StringComparer.Ordinal);
        var left = returned.Units.DistinctBy(u => u.Id).ToList();
        Take(sent.Units, left, matched, u => u.Id);
        Take(sent.Units, left, matched, u => u.Name);
        Take(sent.Units, left, matched, u => ContentTidy.Bare(u.SourceText));
        if (left.Count > 0)
            findings.Add(new Finding("units-ignored", Severity.Warn, "", $"{left.Count} unknown unit(s) ignored: {string.Join(", ", left.Take(5).Select(u => u.Name ?? u.Id))}."));
        return matched;
    }

    private static void Take(ImmutableArray<ReturnedUnit> ours, List<ReturnedUnit> left, Dictionary<string, ReturnedUnit> matched, Func<ReturnedUnit, string?> key)
    {
        if (left.Count == 0)
            return;
        var open = ours.Where(u => !matched.ContainsKey(u.Id)).Where(u => key(u) is { Length: > 0 })
            .GroupBy(u => key(u)!, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Id, StringComparer.Ordinal);
        var theirs = left.Where(u => key(u) is { Length: > 0 } k && open.ContainsKey(k))
            .GroupBy(u => key(u)!, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Single()).ToList();
        foreach (var unit in theirs)
            matched[open[key(unit)!]] = unit;
        var taken = theirs.ToHashSet<ReturnedUnit>(ReferenceEqualityComparer.Instance);
        left.RemoveAll(taken.Contains);
    }
}

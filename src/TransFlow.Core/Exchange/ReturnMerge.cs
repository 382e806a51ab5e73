using System.Collections.Immutable;

namespace TransFlow.Core.Exchange;

/// <summary>Holds a returned file against the file that went out: units by id, text by content, all else is ours.</summary>
public static class ReturnMerge
{
    /// <summary>The code of a refusal that says that a unit's source is another.</summary>
    public const string SourceDiffers = UnitMerge.SourceDiffers;

    /// <summary>From this share of the units on, in hundredths, other sources mean another file.</summary>
    private const int MostOtherSources = 30;

    /// <summary>From this share on, of 1, a file is known by the sources of its units.</summary>
    public const double EnoughToKnow = 0.6;

    /// <summary>How many of a returned file's units have a source that went out: 0 none, 1 all.</summary>
    /// <param name="sent">A file as it was handed out.</param>
    /// <param name="returned">A file as it came back.</param>
    /// <returns>The share.</returns>
    public static double Share(ReturnedFile sent, ReturnedFile returned)
    {
        var ours = sent.Units.Select(u => ContentTidy.Bare(u.SourceText)).ToHashSet(StringComparer.Ordinal);
        return returned.Units.IsEmpty ? 0 : (double)returned.Units.Count(u => ours.Contains(ContentTidy.Bare(u.SourceText))) / returned.Units.Length;
    }

    /// <summary>Holds a return against what went out.</summary>
    /// <param name="sent">The file as it was handed out.</param>
    /// <param name="returned">The file as it came back.</param>
    /// <param name="language">The package's target language.</param>
    /// <param name="known">What is known beside the file; null for nothing.</param>
    /// <param name="isReviewed">Whether a person reads what is odd about the words; looking for that takes half of the time.</param>
    /// <param name="isKnown">
    /// Whether the file is known to have been made of what went out. Else the article may have changed since, and a unit whose source is another by so little as
    /// a number is refused: what was edited in the file cannot be told from what was corrected in the article.
    /// </param>
    /// <returns>What the return says; or why none of it can be taken.</returns>
    public static Outcome<MergedReturn> Merge(ReturnedFile sent, ReturnedFile returned, string language, KnownWords? known = null, bool isReviewed = true, bool isKnown = true)
    {
        if (WrongLanguage(sent, returned, language) is { } wrong)
            return wrong;
        if (returned.Units.IsEmpty)
        {
            return new Refusal("no-units", "There are no translation units in the file.",
                "The tool may not have understood the file; ask for the XLIFF 1.2 version.");
        }

        returned = isKnown ? returned : JoinedSegments.Of(returned);
        var isUntouched = HasOurUnits(sent, returned);
        returned = isUntouched ? returned : Once(sent, returned);
        var twice = isUntouched ? [] : Twice(returned).ToDictionary(u => u.Id, Differently, StringComparer.Ordinal);
        if (twice.Count > 0 && !returned.IsOfSeveral)
            return twice.Values.First();
        returned = returned with { Units = [.. returned.Units.Where(u => !twice.ContainsKey(u.Id))] };

        var findings = new List<Finding>();
        if (!(isUntouched ? returned.Units.ToDictionary(u => u.Id, StringComparer.Ordinal) : Match(sent, returned, findings)).Try(out var matched, out var unknown))
            return unknown;
        var pairs = sent.Units.Where(u => matched.ContainsKey(u.Id)).Select(u => (Sent: u, Returned: matched[u.Id])).ToList();
        if (ShiftCheck.Of(pairs, findings) is { } shifted)
            return shifted;
        if (isReviewed && !findings.Exists(f => f.Check == ShiftCheck.Check))
            findings.AddRange(Misplaced.Of(pairs, known ?? KnownWords.None));

        var segments = ImmutableArray.CreateBuilder<MergedSegment>();
        var refused = ImmutableArray.CreateBuilder<Refusal>();
        refused.AddRange(twice.Values);
        var merge = new UnitMerge(sent.SourceLanguage ?? "", language, isKnown);
        foreach (var (ours, theirs) in AreNotesAlone(pairs) ? [] : pairs)
        {
            if (!merge.Merge(ours, theirs, findings).Try(out var merged, out var refusal))
            {
                refused.Add(refusal);
                continue;
            }

            segments.AddRange(merged);
            if (isReviewed)
                findings.AddRange(UnitReview.Of(ours, theirs, merged, language));
        }

        if (isKnown && Elsewhere(refused, pairs.Count) is { } elsewhere)
            return elsewhere;
        if (isReviewed)
            findings.AddRange(Odd(sent, segments, language).Where(f => !findings.Exists(k => k.Check == f.Check && k.UnitId == f.UnitId)).DistinctBy(f => f.Said).ToList());
        var notes = pairs.Select(p => (p.Sent, New: ReturnedNotes.New(p.Sent, p.Returned))).ToList();
        findings.AddRange(notes.Where(p => p.New.Any(n => n.Length > ReturnedNotes.MostLetters))
            .Select(p => new Finding("note-cut", Severity.Warn, p.Sent.Id, $"{UnitWords.Of(p.Sent)}: a note of more than {ReturnedNotes.MostLetters} letters came back; what is beyond was cut.")));
        var missing = sent.Units.Where(u => !matched.ContainsKey(u.Id) && !twice.ContainsKey(u.Id)).Select(u => u.Name ?? u.Id).ToImmutableArray();
        return new MergedReturn(segments.ToImmutable(), missing, Told(findings), refused.ToImmutable())
        {
            Notes = [.. notes.SelectMany(p => p.New.Select(n => (p.Sent.Id, n)))],
        };
    }

    /// <summary>Whether a tool left the units as they were: most do, and then nothing has to be looked for.</summary>
    private static bool HasOurUnits(ReturnedFile sent, ReturnedFile returned)
    {
        if (sent.Units.Length != returned.Units.Length)
            return false;
        for (var i = 0; i < sent.Units.Length; i++)
        {
            if (sent.Units[i].Id != returned.Units[i].Id || !returned.Units[i].HasSourceOf(sent.Units[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether somebody sends questions alone, without the sentences that they are about.</summary>
    private static bool AreNotesAlone(List<(ReturnedUnit Sent, ReturnedUnit Returned)> pairs) =>
        pairs.TrueForAll(p => !p.Returned.Pieces.Any(s => s.IsSegment)) && pairs.Exists(p => ReturnedNotes.New(p.Sent, p.Returned).Any());

    private static IEnumerable<Finding> Odd(ReturnedFile sent, IEnumerable<MergedSegment> segments, string language)
    {
        var names = sent.Units.ToDictionary(u => u.Id, u => u.Name ?? u.Id, StringComparer.Ordinal);
        return OddTargets.Of(sent.SourceLanguage ?? "", language,
            [.. segments.Where(s => s.Target is not null).Select(s => new OddTargets.Place(s.UnitId, s.Index, names[s.UnitId], s.Source, s.Target!, s.Changed))]);
    }

    /// <summary>A file in which many sources are others was made from something else.</summary>
    private static Refusal? Elsewhere(IReadOnlyCollection<Refusal> refused, int units)
    {
        var others = refused.Count(r => r.Code == SourceDiffers);
        return others < 2 || others * 100 <= units * MostOtherSources
            ? null
            : new Refusal("sources-differ", $"The sources of {others} of {units} units are not those of the package that the file names.", "Nothing of it was taken; return the file that was handed out, or a copy of it that your tool made. If you wrote over the sources: put your words between <target> and </target> behind each source, and the source back.");
    }

    /// <summary>The findings, with one for all units that were left as they were.</summary>
    private static ImmutableArray<Finding> Told(List<Finding> findings)
    {
        var copied = findings.Where(f => f.Check == UnitMerge.Copied).Select(f => f.Message).Distinct(StringComparer.Ordinal).ToList();
        var told = findings.Where(f => f.Check != UnitMerge.Copied).ToList();
        if (copied.Count > 0)
            told.Add(new Finding(UnitMerge.Copied, Severity.Warn, "", $"{copied.Count} unit(s) look untranslated, the target repeats the source: {string.Join(", ", copied.Take(5))}."));
        return [.. told];
    }

    private static Refusal? WrongLanguage(ReturnedFile sent, ReturnedFile returned, string language)
    {
        if (returned.TargetLanguage is { Length: > 0 } target && !Languages.AreSame(target, language))
        {
            return returned.SourceLanguage is { } source && Languages.AreSame(source, language)
                ? new Refusal("languages-swapped", "Source and target language are swapped.", $"Set the tool to translate into '{language}'.")
                : new Refusal("wrong-language", $"This file is for '{target}'; the package is for '{language}'.", $"Return the file for '{language}', or set the target language back.");
        }

        return returned.SourceLanguage is { Length: > 0 } from && sent.SourceLanguage is { } expected && !Languages.AreSame(from, expected)
            ? new Refusal("wrong-source-language", $"This file says its source is '{from}'; the package's is '{expected}'.", "Set the source language back.")
            : null;
    }

    /// <summary>
    /// The file with each unit once. Of two units of one id, one with another source belongs to another article that a tool put into the
    /// same file; of two with our source, one fills the gaps that the other left.
    /// </summary>
    private static ReturnedFile Once(ReturnedFile sent, ReturnedFile returned)
    {
        var ours = sent.Units.ToDictionary(u => u.Id, u => ContentTidy.Bare(u.SourceText), StringComparer.Ordinal);
        var units = new List<ReturnedUnit>();
        foreach (var same in returned.Units.GroupBy(u => u.Id, StringComparer.Ordinal))
        {
            var fitting = ours.TryGetValue(same.Key, out var source) ? same.Where(u => ContentTidy.Bare(u.SourceText) == source).ToList() : [];
            units.AddRange(fitting.Count > 0 ? Joined(fitting) : same);
        }

        return returned with { Units = [.. units] };
    }

    private static List<ReturnedUnit> Joined(List<ReturnedUnit> same)
    {
        var first = same[0];
        foreach (var other in same.Skip(1))
        {
            if (other.Pieces.Length != first.Pieces.Length || first.Pieces.Zip(other.Pieces).Any(p => !p.First.Source.Equals(p.Second.Source)
                || (p.First.Target is { } one && p.Second.Target is { } two && !one.Equals(two))))
            {
                return same;
            }

            first = first with
            {
                Pieces = [.. first.Pieces.Zip(other.Pieces, (one, two) => one.Target is null ? two : one)],
                Notes = [.. first.Notes.Union(other.Notes, StringComparer.Ordinal)],
            };
        }

        return [first];
    }

    /// <summary>The last of each of the units that stand in a file more than once and say different things.</summary>
    private static IEnumerable<ReturnedUnit> Twice(ReturnedFile returned) => returned.Units.GroupBy(u => u.Id, StringComparer.Ordinal)
        .Where(same => same.Where(u => u.Pieces.Any(p => p.Target is not null)).Select(Words).Distinct(StringComparer.Ordinal).Count() > 1).Select(same => same.Last());

    private static Refusal Differently(ReturnedUnit unit) => new("unit-twice", "The unit occurs twice with different translations.", "Keep one of the two and return the file again.")
    {
        Unit = UnitWords.Of(unit),
        Line = unit.Line,
    };

    private static string Words(ReturnedUnit unit) => string.Join('\u241E', unit.Pieces.Select(p => p.Target?.ToString()));

    /// <summary>Our unit ids with the returned units that stand for them: by id, else by name, else by source.</summary>
    private static Outcome<Dictionary<string, ReturnedUnit>> Match(ReturnedFile sent, ReturnedFile returned, List<Finding> findings)
    {
        var matched = new Dictionary<string, ReturnedUnit>(StringComparer.Ordinal);
        var left = returned.Units.GroupBy(u => u.Id, StringComparer.Ordinal).Select(g => g.FirstOrDefault(u => u.Pieces.Any(p => p.Target is not null)) ?? g.First()).ToList();
        var isInOrder = AreInOrder(sent.Units, returned.Units);
        // Ids that a tool gave to other units say less than the sources that still stand beside their translations.
        Take(sent.Units, left, matched, u => $"{u.Id}\u241E{ContentTidy.Bare(u.SourceText)}");
        Take(sent.Units, left, matched, u => u.Name is null ? null : $"{u.Name}\u241E{ContentTidy.Bare(u.SourceText)}");
        TakeStrangers(sent, left, matched, isInOrder);
        Take(sent.Units, left, matched, u => u.Id);
        Take(sent.Units, left, matched, u => u.Name);
        Take(sent.Units, left, matched, u => ContentTidy.Bare(u.SourceText), isInOrder);
        var known = matched.Count(m => m.Key == m.Value.Id);
        if (matched.Count == 0)
            return WorkingFile.Is(sent, returned) ? WorkingFile.Refused() : new Refusal("units-unknown", "None of its units belongs to the package it names.", "Return the file that was handed out.");
        if (known == 0 && left.Count > 0 && matched.Count < sent.Units.Length)
        {
            if (WorkingFile.Is(sent, returned))
                return WorkingFile.Refused();
            return new Refusal("units-unknown", $"The unit ids were changed; {left.Count} of {returned.Units.Length} units could not be recognised.",
                "Nothing of it was taken; export it from your tool with the ids that it had.");
        }

        if (FromElsewhere(sent, left, matched, isInOrder) is > 0 and var moved)
            findings.Add(new Finding("units-elsewhere", Severity.Warn, "", $"The tool left {moved} unit(s) empty and put their translations under other ids; they were recognised by their sources."));
        if (matched.Count > known)
            findings.Add(new Finding("unit-ids-changed", Severity.Info, "", $"The tool gave {matched.Count - known} unit(s) other ids; they were recognised by their names or sources."));
        if (left.Count > 0)
            findings.Add(new Finding("units-ignored", Severity.Warn, "", $"{left.Count} unknown unit(s) ignored: {string.Join(", ", left.Take(5).Select(UnitWords.Of))}."));
        return matched;
    }

    /// <summary>Takes units by their sources whose ids are those of other units of ours.</summary>
    private static void TakeStrangers(ReturnedFile sent, List<ReturnedUnit> left, Dictionary<string, ReturnedUnit> matched, bool isInOrder)
    {
        var ids = sent.Units.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var strangers = left.Where(u => ids.Contains(u.Id)).ToList();
        left.RemoveAll(strangers.Contains);
        Take(sent.Units, strangers, matched, u => ContentTidy.Bare(u.SourceText), isInOrder);
        left.InsertRange(0, strangers);
    }

    /// <summary>Some tools leave our units as they were and write the translations beside them, as units of their own.</summary>
    private static int FromElsewhere(ReturnedFile sent, List<ReturnedUnit> left, Dictionary<string, ReturnedUnit> matched, bool isInOrder)
    {
        var empty = sent.Units.Where(u => matched.TryGetValue(u.Id, out var own) && own.Pieces.All(p => p.Target is null)).ToList();
        var filled = left.Where(u => u.Pieces.Any(p => p.Target is not null)).ToList();
        var found = new Dictionary<string, ReturnedUnit>(StringComparer.Ordinal);
        Take([.. empty], filled, found, u => ContentTidy.Bare(u.SourceText), isInOrder);
        foreach (var (id, unit) in found)
        {
            matched[id] = unit with { Notes = [.. matched[id].Notes, .. unit.Notes] };
            left.Remove(unit);
        }

        return found.Count;
    }

    /// <summary>Whether the units that their source alone tells came back in the order in which they went out: then others of one source did, too.</summary>
    private static bool AreInOrder(ImmutableArray<ReturnedUnit> ours, ImmutableArray<ReturnedUnit> theirs)
    {
        var places = ours.Select((u, place) => (Source: ContentTidy.Bare(u.SourceText), place)).GroupBy(u => u.Source, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().place, StringComparer.Ordinal);
        var order = theirs.Select(u => places.GetValueOrDefault(ContentTidy.Bare(u.SourceText), -1)).Where(p => p >= 0).ToList();
        return order.Zip(order.Skip(1)).All(p => p.First <= p.Second);
    }

    /// <summary>Takes units by a key; several that share one are taken in order when there are as many as went out, and in the order in which they did unless they say the same.</summary>
    private static void Take(ImmutableArray<ReturnedUnit> ours, List<ReturnedUnit> left, Dictionary<string, ReturnedUnit> matched, Func<ReturnedUnit, string?> key, bool isInOrder = true)
    {
        if (left.Count == 0)
            return;
        var open = ours.Where(u => !matched.ContainsKey(u.Id) && key(u) is { Length: > 0 }).ToLookup(u => key(u)!, StringComparer.Ordinal);
        var taken = new HashSet<ReturnedUnit>(ReferenceEqualityComparer.Instance);
        foreach (var theirs in left.Where(u => key(u) is { Length: > 0 }).GroupBy(u => key(u)!, StringComparer.Ordinal))
        {
            var own = open[theirs.Key].ToList();
            if (own.Count != theirs.Count() || (own.Count > 1 && !isInOrder && theirs.Select(Words).Distinct(StringComparer.Ordinal).Count() > 1))
                continue;
            foreach (var (one, other) in own.Zip(theirs))
            {
                matched[one.Id] = other;
                taken.Add(other);
            }
        }

        left.RemoveAll(taken.Contains);
    }
}

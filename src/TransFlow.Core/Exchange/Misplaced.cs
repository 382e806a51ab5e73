namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices translations in the wrong units where numbers and codes alone do not say it: words that are known to be another unit's, and
/// texts that would do far better as translations of a neighbour, or of each other's source. A person looks; nothing is kept from them.
/// </summary>
internal static class Misplaced
{
    /// <summary>
    /// By so much places elsewhere have to do better. True translations stay below 3.5, also when they are free: their numbers said in words, names
    /// written otherwise, quotations told indirectly, lengths off by a quarter.
    /// </summary>
    private const double Enough = 4;

    /// <summary>Sentences within a unit change places in translation, so that more of them is asked.</summary>
    private const double EnoughOfSentences = 6;

    /// <summary>By so much a place has to do better to be the right one without doubt.</summary>
    private const double ClearlyBetter = 1;

    /// <summary>The fewest places that are a run.</summary>
    private const int ShortestRun = 2;

    /// <summary>The fewest units that a run of sentences reaches into.</summary>
    private const int FewestUnits = 3;

    /// <summary>Two are held against each other when they stand no farther apart.</summary>
    private const int Farthest = 60;

    /// <summary>Shorter words may well be the same in two places.</summary>
    private const int FewestLetters = 8;

    /// <summary>What to look at.</summary>
    /// <param name="pairs">The units that were handed out and what came back for each, in order.</param>
    /// <param name="known">What is known beside.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<(ReturnedUnit Sent, ReturnedUnit Returned)> pairs, KnownWords known)
    {
        var text = string.Join('\n', pairs.Select(p => p.Sent.SourceText));
        var terms = known.Terms.Where(t => text.Contains(t.Source, StringComparison.OrdinalIgnoreCase)).ToList();
        var (sources, targets) = (terms.ConvertAll(t => t.Source), terms.ConvertAll(t => t.Target));
        List<Place> Places(IEnumerable<(ReturnedUnit Unit, List<ReturnedPiece> Ours, List<ReturnedPiece> Theirs)> all) =>
            [.. all.Select(p => new Place(p.Unit, TextSigns.Of(p.Ours.Select(s => s.Source), sources), TextSigns.Of(p.Theirs.Select(s => s.Target), targets), Bare(p.Ours) != Bare(p.Theirs)))];
        var units = Places(pairs.Select(p => (p.Sent, Segments(p.Sent), Segments(p.Returned))));
        if (FromElsewhere(pairs, units, known).ToList() is { Count: > 0 } moved)
            return moved;
        if (Run(units, ShortestRun, 1, Enough) is { } shifted)
            return [Shifted(shifted)];
        if (Exchanged(units).ToList() is { Count: > 0 } exchanged)
            return exchanged;
        return Run(Places(pairs.SelectMany(p => Sentences(p.Sent, p.Returned))), FewestUnits, FewestUnits, EnoughOfSentences) is { } sentence ? [Shifted(sentence)] : [];
    }

    private static Finding Shifted(ReturnedUnit unit) => new(ShiftCheck.Check, Severity.Warn, unit.Id, $"{UnitWords.Of(unit)}: translations seem to stand in the wrong places from there on.");

    private static List<ReturnedPiece> Segments(ReturnedUnit unit) => [.. unit.Pieces.Where(p => p.IsSegment)];

    private static string Bare(IEnumerable<ReturnedPiece> pieces) => ContentTidy.Bare(string.Concat(pieces.Select(p => p.Target?.Text)));

    private static IEnumerable<(ReturnedUnit, List<ReturnedPiece>, List<ReturnedPiece>)> Sentences(ReturnedUnit sent, ReturnedUnit returned)
    {
        var (ours, theirs) = (Segments(sent), Segments(returned));
        // Where some are empty, their words may stand in the one before.
        return ours.Count == theirs.Count && theirs.TrueForAll(p => p is { Order: null, Target: not null })
            ? ours.Zip(theirs, (one, other) => (sent, new List<ReturnedPiece> { one }, new List<ReturnedPiece> { other }))
            : [(sent, ours, theirs)];
    }

    /// <summary>Units that came back with the words that another one had, and no longer has; unless somebody put right what stood in the wrong places.</summary>
    private static IEnumerable<Finding> FromElsewhere(IReadOnlyList<(ReturnedUnit Sent, ReturnedUnit Returned)> pairs, List<Place> places, KnownWords known)
    {
        var units = pairs.Zip(places, (p, place) => (p.Sent, p.Returned, Place: place)).ToDictionary(p => p.Sent.Id, StringComparer.Ordinal);
        var ratio = Ratio(places);
        var owners = pairs.SelectMany(p => Words(p.Sent).Select(w => (UnitId: p.Sent.Id, Words: w)))
            .Concat(known.Targets.GroupBy(t => t.UnitId, StringComparer.Ordinal).SelectMany(g => g.Select(t => t.Target.Text).Append(string.Concat(g.Select(t => t.Target.Text))).Select(t => (UnitId: g.Key, Words: ContentTidy.Bare(t)))))
            .Where(o => o.Words.Count(char.IsLetter) >= FewestLetters).Distinct().ToLookup(o => o.Words, o => o.UnitId, StringComparer.Ordinal);
        foreach (var (sent, returned) in pairs)
        {
            var from = Words(returned).Where(owners.Contains).Select(w => (Words: w, Of: owners[w].ToList())).FirstOrDefault(o => o.Of is [var only] && only != sent.Id);
            if (from.Of is [var owner] && units.TryGetValue(owner, out var other) && !Words(other.Returned).Contains(from.Words)
                && ContentTidy.Bare(other.Sent.SourceText) != ContentTidy.Bare(sent.SourceText)
                && units[sent.Id].Place is var own && own.Target.Fits(own.Source, ratio) < own.Target.Fits(other.Place.Source, ratio) + ClearlyBetter)
            {
                yield return new Finding(ShiftCheck.Check, Severity.Warn, sent.Id, $"{UnitWords.Of(sent)}: its translation is the one that {UnitWords.Of(other.Sent)} had; look whether both stand where they belong.");
            }
        }
    }

    /// <summary>A unit's translation as a whole, and sentence by sentence.</summary>
    private static HashSet<string> Words(ReturnedUnit unit) => [Bare(Segments(unit)), .. unit.Pieces.Where(p => p.Target is not null).Select(p => ContentTidy.Bare(p.Target!.Text))];

    /// <summary>Where the run of places begins that would do most better one place on or back.</summary>
    private static ReturnedUnit? Run(List<Place> places, int shortest, int fewestUnits, double enough)
    {
        var ratio = Ratio(places);
        var (best, found) = (enough, (ReturnedUnit?)null);
        foreach (var by in new[] { 1, -1 })
        {
            var run = new List<Place>();
            var gain = 0.0;
            for (var i = Math.Max(0, by); i < places.Count + Math.Min(0, by); i++)
            {
                if (places[i].Target.Length == 0)
                    continue;
                if (gain <= 0)
                    (gain, run) = (0, []);
                gain += places[i].Target.Fits(places[i - by].Source, ratio) - places[i].Target.Fits(places[i].Source, ratio);
                run.Add(places[i]);
                if (gain >= best && run.Count >= shortest && run.Exists(p => p.IsChanged) && run.DistinctBy(p => p.Unit.Id).Count() >= fewestUnits)
                    (best, found) = (gain, run[0].Unit);
            }
        }

        return found;
    }

    /// <summary>Pairs of units whose translations would do better in each other's places, the clearest first.</summary>
    private static IEnumerable<Finding> Exchanged(List<Place> places)
    {
        var ratio = Ratio(places);
        var own = places.ConvertAll(p => p.Target.Fits(p.Source, ratio));
        var pairs = from i in Enumerable.Range(0, places.Count)
                    from j in Enumerable.Range(i + 1, Math.Min(Farthest, places.Count - i - 1))
                    let one = places[i]
                    let other = places[j]
                    where one.Target.Length > 0 && other.Target.Length > 0 && (one.IsChanged || other.IsChanged)
                    let gain = one.Target.Fits(other.Source, ratio) + other.Target.Fits(one.Source, ratio) - own[i] - own[j]
                    where gain >= Enough
                    orderby gain descending
                    select (one.Unit, Other: other.Unit);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
        {
            if (!told.Contains(one.Id) && !told.Contains(other.Id) && told.Add(one.Id) && told.Add(other.Id))
                yield return new Finding(ShiftCheck.Check, Severity.Warn, one.Id, $"{UnitWords.Of(one)} and {UnitWords.Of(other)}: their translations seem to have changed places.");
        }
    }

    /// <summary>How many characters of translation stand for one of source, as a logarithm: the same wherever the translations stand.</summary>
    private static double Ratio(List<Place> places)
    {
        var filled = places.FindAll(p => p.Target.Length > 0);
        return filled.Count == 0 ? 0 : Math.Log(filled.Sum(p => p.Target.Length + 4.0) / filled.Sum(p => p.Source.Length + 4.0));
    }

    /// <summary>A unit, or a sentence of one.</summary>
    private sealed record Place(ReturnedUnit Unit, TextSigns Source, TextSigns Target, bool IsChanged);
}

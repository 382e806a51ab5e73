using System.Collections.Immutable;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Parts a file into which a tool merged those of several packages: each unit goes where its id and source went out, and one that went
/// out with several where its neighbours go.
/// </summary>
public static class MergedFiles
{
    /// <summary>Whether there are units in a file that may be of other packages than the one that it names.</summary>
    /// <param name="sent">The package's file as it was handed out.</param>
    /// <param name="returned">The file as it came back.</param>
    /// <returns>True when some have sources that did not go out with it.</returns>
    public static bool MayBe(ReturnedFile sent, ReturnedFile returned) => Strange(sent, returned.Units).Count > 0;

    /// <summary>Parts a file.</summary>
    /// <param name="returned">The file as it came back.</param>
    /// <param name="sent">The file of the package that it names, as it was handed out, and those of others.</param>
    /// <returns>For each of these what is its; null where nothing is. What is nobody's is the first's.</returns>
    public static ImmutableArray<ReturnedFile?> Part(ReturnedFile returned, IReadOnlyList<ReturnedFile> sent)
    {
        var keys = sent.Select(s => s.Units.Select(Key).ToList()).ToList();
        var units = returned.Units.SelectMany(u => Apart(u, sent)).ToList();
        var strange = Strange(sent[0], units);
        var moved = new HashSet<ReturnedUnit>(ReferenceEqualityComparer.Instance);
        var parts = new List<ReturnedUnit>?[sent.Count];
        foreach (var (i, own) in Enumerable.Range(1, sent.Count - 1).Select(i => (Of: i, Own: Those(units, keys[i]))).OrderByDescending(p => p.Own.Count(strange.Contains)))
        {
            // Articles may have a unit in common; what is another's already makes no third one of the file's.
            if (!own.Exists(u => strange.Contains(u) && !moved.Contains(u)))
                continue;
            moved.UnionWith(own.Where(strange.Contains));
            parts[i] = own;
        }

        parts[0] = units.FindAll(u => !moved.Contains(u));
        var found = Enumerable.Range(0, parts.Length).Where(i => parts[i] is not null).ToList();
        foreach (var same in Enumerable.Range(0, units.Count).GroupBy(i => Key(units[i]), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var owners = found.FindAll(i => keys[i].Contains(same.Key));
            if (owners.Count < 2 || same.Select(at => Owner(units, at, owners, keys)).ToList() is var of && (of.Contains(null) || of.Distinct().Count() < of.Count))
                continue;
            foreach (var (at, owner) in same.Zip(of))
            {
                foreach (var other in owners.Where(o => o != owner))
                    parts[other]!.RemoveAll(u => ReferenceEquals(u, units[at]));
            }
        }

        return [.. parts.Select(p => p is null ? null : returned with { Units = [.. p], IsOfSeveral = found.Count > 1 })];
    }

    private static string Key(ReturnedUnit unit) => $"{unit.Id}\u241E{ContentTidy.Bare(unit.SourceText)}";

    private static HashSet<ReturnedUnit> Strange(ReturnedFile sent, IEnumerable<ReturnedUnit> units)
    {
        var sources = sent.Units.Select(u => ContentTidy.Bare(u.SourceText)).ToHashSet(StringComparer.Ordinal);
        return new(units.Where(u => !sources.Contains(ContentTidy.Bare(u.SourceText))), ReferenceEqualityComparer.Instance);
    }

    private static List<ReturnedUnit> Those(List<ReturnedUnit> units, List<string> keys)
    {
        var own = keys.ToHashSet(StringComparer.Ordinal);
        return units.FindAll(u => own.Contains(Key(u)));
    }

    /// <summary>Sentences of one block that are with several people were units of their own in XLIFF 1.2, and read as one.</summary>
    private static IEnumerable<ReturnedUnit> Apart(ReturnedUnit unit, IReadOnlyList<ReturnedFile> sent)
    {
        if (unit.Pieces.Length < 2 || unit.Pieces.Any(p => p.Place is null))
            return [unit];
        var owners = sent.Select(s => s.Units.FirstOrDefault(u => u.Id == unit.Id)).OfType<ReturnedUnit>().ToList();
        var parts = owners.ConvertAll(o => (Owner: o, Pieces: o.Pieces.Where(p => p.IsSegment)
            .Select(p => unit.Pieces.FirstOrDefault(t => t.Place == p.Place && ContentTidy.Bare(t.Source.Text) == ContentTidy.Bare(p.Source.Text))).ToList())).FindAll(p => !p.Pieces.Contains(null));
        return parts.Count < 2 || parts.Sum(p => p.Pieces.Count) != unit.Pieces.Length
            ? [unit]
            : parts.Select(p => unit with { Pieces = [.. p.Pieces.OfType<ReturnedPiece>()], Notes = [.. unit.Notes.Except(owners.Where(o => o != p.Owner).SelectMany(o => o.Notes).Except(p.Owner.Notes))] });
    }

    /// <summary>Whose a unit is by what stands before and after it; null when that does not tell.</summary>
    private static int? Owner(List<ReturnedUnit> units, int at, List<int> owners, List<List<string>> keys)
    {
        int Near(int owner)
        {
            var place = keys[owner].IndexOf(Key(units[at]));
            return (at > 0 && place > 0 && Key(units[at - 1]) == keys[owner][place - 1] ? 1 : 0)
                + (at + 1 < units.Count && place + 1 < keys[owner].Count && Key(units[at + 1]) == keys[owner][place + 1] ? 1 : 0);
        }

        var near = owners.Select(o => (Owner: o, Count: Near(o))).OrderByDescending(n => n.Count).ToList();
        return near[0].Count > near[1].Count ? near[0].Owner : null;
    }
}

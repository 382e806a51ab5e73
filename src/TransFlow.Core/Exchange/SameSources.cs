namespace TransFlow.Core.Exchange;

/// <summary>
/// Looks whether units that say the same in the source still are those that they were when a file was made: without a newsroom nobody
/// knows how the article has changed since, and their translations may not be each other's.
/// </summary>
public static class SameSources
{
    /// <summary>Looks at a file.</summary>
    /// <param name="article">The article as it would go out now.</param>
    /// <param name="returned">The file.</param>
    /// <returns>Why it is in doubt which unit is which; null when it is not.</returns>
    public static Refusal? InDoubt(ReturnedFile article, ReturnedFile returned)
    {
        var names = article.Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
        // The token is made of the article's blocks in their order: where it is the article's own nothing has changed, whatever a tool did to names and order.
        var isUnchanged = article.Tokens.Any(t => returned.Tokens.Contains(t));
        if (returned.Units.All(u => names.TryGetValue(u.Id, out var name) && (isUnchanged || name == u.Name)))
            return null;
        var (now, then) = (Surrounded(article), Surrounded(returned));
        foreach (var same in then)
        {
            var there = now[same.Key].ToList();
            var areOne = same.DistinctBy(u => u.Words).Count() == 1;
            if (there.Count == 0 || (there.Count == 1 && same.Count() == 1) || (areOne && there.Count <= same.Count()) || there.Select(u => u.Before).SequenceEqual(same.Select(u => u.Before), StringComparer.Ordinal))
                continue;
            return new Refusal("place-in-doubt", $"“{there[0].Unit.SourceText}” stands in several places, and the article has changed around them since the file was made, or a tool has put the file's units into another order: it is in doubt which translation is whose.",
                "Make the file of the article as it is now (transflow extract) and put these translations in their places there.")
            { Unit = UnitWords.Of(there[0].Unit) };
        }

        return null;
    }

    /// <summary>The units by their sources, each with what stands before it and says something else.</summary>
    private static ILookup<string, (ReturnedUnit Unit, string Before, string Words)> Surrounded(ReturnedFile file)
    {
        var all = new List<(string Source, ReturnedUnit Unit, string Before, string Words)>(file.Units.Length);
        foreach (var unit in file.Units.DistinctBy(u => u.Id))
        {
            var source = ContentTidy.Bare(unit.SourceText);
            var before = all.Count == 0 ? "" : all[^1].Source == source ? all[^1].Before : all[^1].Source;
            all.Add((source, unit, before, string.Join('\u241E', unit.Pieces.Select(p => p.Target?.ToString()))));
        }

        return all.ToLookup(u => u.Source, u => (u.Unit, u.Before, u.Words), StringComparer.Ordinal);
    }
}

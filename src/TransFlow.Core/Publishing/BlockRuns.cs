using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Runs of blocks whose places say what they are: the cells of a table, the items of a list, the values of a key. Where a run has as many
/// places as before, each place is the same place, also when words changed places in it.
/// </summary>
internal static class BlockRuns
{
    /// <summary>Items that are less alike than this are not the same one, put elsewhere.</summary>
    private const double Alike = 0.4;

    /// <summary>Marks that make the places of such a run equal to those of the other page, by the place of each block.</summary>
    /// <param name="made">The blocks of the page as it was made.</param>
    /// <param name="was">What tells them apart.</param>
    /// <param name="hand">The blocks of the file.</param>
    /// <param name="now">What tells those apart.</param>
    public static (Dictionary<int, string> Made, Dictionary<int, string> Hand) Between(ImmutableArray<Unit> made, string[] was, ImmutableArray<Unit> hand, string[] now)
    {
        var (older, newer) = (new Dictionary<int, string>(), new Dictionary<int, string>());
        var others = Runs(hand).ToLookup(r => Group(hand[r.Start]), StringComparer.Ordinal);
        foreach (var group in Runs(made).GroupBy(r => Group(made[r.Start]), StringComparer.Ordinal))
        {
            var there = others[group.Key].ToList();
            if (there.Count != group.Count())
                continue;
            foreach (var (one, other) in group.Zip(there))
            {
                if (one.Length != other.Length || !AreSame(made.AsSpan(one.Start, one.Length), was.AsSpan(one.Start, one.Length), hand.AsSpan(other.Start, other.Length), now.AsSpan(other.Start, other.Length)))
                    continue;
                for (var i = 0; i < one.Length; i++)
                    older[one.Start + i] = newer[other.Start + i] = $"{group.Key} {one.Start + i}";
            }
        }

        return (older, newer);
    }

    /// <summary>Whether nothing was put into a run and nothing taken out: a table's cells are as many as before, or each item is still there.</summary>
    private static bool AreSame(ReadOnlySpan<Unit> made, ReadOnlySpan<string> was, ReadOnlySpan<Unit> hand, ReadOnlySpan<string> now)
    {
        if (made[0].Kind == UnitKind.TableCell)
            return true;
        var (gone, come) = (new List<string>(), new List<string>());
        for (var i = 0; i < made.Length; i++)
        {
            if (!now.Contains(was[i]))
                gone.Add(made[i].Text);
            if (!was.Contains(now[i]))
                come.Add(hand[i].Text);
        }

        return gone.TrueForAll(text => come.FindIndex(t => Similarity.Of(text, t) >= Alike) is >= 0 and var at && come.Remove(come[at]));
    }

    private static string Group(Unit unit) => $"{unit.Kind} {unit.Key}";

    private static IEnumerable<(int Start, int Length)> Runs(ImmutableArray<Unit> units)
    {
        for (int start = 0, end; start < units.Length; start = end)
        {
            for (end = start + 1; end < units.Length && units[end].Kind == units[start].Kind && units[end].Key == units[start].Key;)
                end++;
            if (units[start].Kind is UnitKind.TableCell or UnitKind.ListItem or UnitKind.FrontMatter)
                yield return (start, end - start);
        }
    }
}

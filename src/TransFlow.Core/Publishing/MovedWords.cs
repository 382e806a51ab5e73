using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Finds the blocks whose sentences went to another block of the changed file, or to another place in their own: cut in two, joined, or
/// put elsewhere. An edition has the blocks of its source, so that taking only what fits would lose those sentences, or double them.
/// </summary>
internal static partial class MovedWords
{
    /// <summary>Sentences that are less alike than this are not the same one, moved and changed.</summary>
    private const double Alike = 0.6;

    /// <summary>With fewer letters than this, a part of a sentence found elsewhere is chance.</summary>
    private const int FewestLetters = 4;

    /// <summary>For the pairs whose words were moved, by their place, what was done.</summary>
    /// <param name="pairs">The blocks that differ.</param>
    public static Dictionary<int, HandChangeBar> Of(IReadOnlyList<BlockPair> pairs)
    {
        var blocks = pairs.Select(p => new Moves(p)).ToList();
        var bars = new Dictionary<int, HandChangeBar>();
        for (var from = 0; from < blocks.Count; from++)
        {
            if (blocks[from].IsReordered)
                bars[from] = HandChangeBar.Moved;
            for (var to = 0; to < blocks.Count; to++)
            {
                if (to == from || !HasGone(blocks[from], blocks[to]))
                    continue;
                var bar = (pairs[from], pairs[to]) switch
                {
                    ({ Hand: null }, { Made: not null }) => HandChangeBar.Joined,
                    ({ Hand: not null }, { Made: null }) => HandChangeBar.Cut,
                    _ => HandChangeBar.Moved,
                };
                foreach (var place in new[] { from, to })
                    bars[place] = bars.TryGetValue(place, out var known) && known != bar ? HandChangeBar.Moved : bar;
            }
        }

        return bars;
    }

    private static bool HasGone(Moves from, Moves to) =>
        from.IsFrontMatter == to.IsFrontMatter && !(from.Pair.StaysInPlace && to.Pair.StaysInPlace) && from.Lost.Any(lost => to.Gained.Any(gained => Is(lost, gained, from, to)));

    /// <summary>Whether a sentence that one block lost is one that another block gained.</summary>
    private static bool Is(string lost, string gained, Moves from, Moves to)
    {
        if (lost == gained)
            return true;
        // A block put in or taken out is not offered: what it shares with this one must not be half taken.
        if ((to.Pair.Made is null && gained.Length >= FewestLetters && lost.Contains(gained, StringComparison.Ordinal) && !from.Now.Contains(gained, StringComparison.Ordinal))
            || (from.Pair.Hand is null && lost.Length >= FewestLetters && gained.Contains(lost, StringComparison.Ordinal) && !to.Was.Contains(lost, StringComparison.Ordinal)))
            return true;
        var alike = Similarity.Of(lost, gained);
        return alike >= Alike && from.Gained.All(own => Similarity.Of(lost, own) < alike) && to.Lost.All(own => Similarity.Of(own, gained) < alike);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Unlettered();

    /// <summary>What a block lost and gained, in letters and figures alone, whatever a cut makes of capitals and stops.</summary>
    private sealed class Moves
    {
        public Moves(BlockPair pair)
        {
            Pair = pair;
            var (old, now) = (Letters(pair.Made), Letters(pair.Hand));
            (Was, Now) = (string.Concat(old), string.Concat(now));
            Lost = [.. old.Where(s => !Now.Contains(s, StringComparison.Ordinal))];
            Gained = [.. now.Where(s => !Was.Contains(s, StringComparison.Ordinal))];
            IsReordered = CommonItems.Of(old, now).Count < old.GroupBy(s => s, StringComparer.Ordinal).Sum(g => Math.Min(g.Count(), now.Count(s => s == g.Key)));
        }

        public BlockPair Pair { get; }

        public bool IsFrontMatter => (Pair.Made ?? Pair.Hand)!.Kind == UnitKind.FrontMatter;

        public string Was { get; }

        public string Now { get; }

        public List<string> Lost { get; }

        public List<string> Gained { get; }

        /// <summary>Whether sentences changed places within the block.</summary>
        public bool IsReordered { get; }

        private static List<string> Letters(Unit? unit) => unit is null ? [] : [.. unit.Segments.Select(s => Unlettered().Replace(s.Source.Text, "").ToUpperInvariant()).Where(s => s.Length > 0)];
    }
}

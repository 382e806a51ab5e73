namespace TransFlow.Core.Segments;

/// <summary>Of pairs of places, before and now, those that kept their order.</summary>
internal static class OrderedChain
{
    private const int None = -1;

    /// <summary>The weightiest pairs that are in one order before and now; of several such, those that come first.</summary>
    /// <param name="pairs">The pairs, in order of the places now; no former place is in two of them.</param>
    /// <param name="weight">How much one counts; more than 0.</param>
    /// <returns>Those of them, in order.</returns>
    public static List<(int Was, int Now)> Of(IReadOnlyList<(int Was, int Now)> pairs, Func<int, int, double> weight)
    {
        // The weightiest chain that ends before each former place, as a tree of sums has them (Fenwick, 1994).
        var places = pairs.Select(p => p.Was).Order().ToList();
        var (best, back, tree) = (new double[pairs.Count], new int[pairs.Count], new int[pairs.Count + 1]);
        Array.Fill(tree, None);
        var last = None;
        for (var i = 0; i < pairs.Count; i++)
        {
            back[i] = None;
            var rank = places.BinarySearch(pairs[i].Was);
            for (var n = rank; n > 0; n -= n & -n)
                back[i] = tree[n] >= 0 && (back[i] < 0 || best[tree[n]] > best[back[i]]) ? tree[n] : back[i];
            best[i] = weight(pairs[i].Was, pairs[i].Now) + (back[i] < 0 ? 0 : best[back[i]]);
            for (var n = rank + 1; n < tree.Length; n += n & -n)
                tree[n] = tree[n] < 0 || best[i] > best[tree[n]] ? i : tree[n];
            last = last < 0 || best[i] > best[last] ? i : last;
        }

        var chain = new List<(int, int)>();
        for (var i = last; i >= 0; i = back[i])
            chain.Add(pairs[i]);
        chain.Reverse();
        return chain;
    }
}

namespace TransFlow.Core.Publishing;

/// <summary>Which items two sequences have in common, in order.</summary>
internal static class CommonItems
{
    /// <summary>Beyond so many pairs the middle counts as changed wholly: nobody reads a finer answer.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>A longest common subsequence; the same for the same sequences.</summary>
    /// <returns>Pairs of places, in order.</returns>
    public static List<(int Old, int New)> Of(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var common = Enumerable.Range(0, start).Select(i => (i, i)).ToList();
        Middle(old, now, start, old.Count - end, now.Count - end, common);
        common.AddRange(Enumerable.Range(0, end).Select(i => (old.Count - end + i, now.Count - end + i)));
        return common;
    }

    private static void Middle(IReadOnlyList<string> old, IReadOnlyList<string> now, int start, int oldEnd, int nowEnd, List<(int Old, int New)> common)
    {
        var (height, width) = (oldEnd - start, nowEnd - start);
        if (height == 0 || width == 0 || (long)height * width > MostPairs)
            return;
        // The length of the longest common run of items from each pair of places on.
        var longest = new int[height + 1, width + 1];
        for (var i = height - 1; i >= 0; i--)
        {
            for (var j = width - 1; j >= 0; j--)
                longest[i, j] = old[start + i] == now[start + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        for (int i = 0, j = 0; i < height && j < width;)
        {
            if (old[start + i] == now[start + j])
                common.Add((start + i++, start + j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
    }
}

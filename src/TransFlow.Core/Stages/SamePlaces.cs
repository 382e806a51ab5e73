using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// Finds what stands where it stood when a list was changed: what comes behind the same as before, whatever was put in or taken out elsewhere.
/// Where two ways to read a change are as good, neither is taken.
/// </summary>
internal static class SamePlaces
{
    /// <summary>Stands for what has no former place.</summary>
    public const int None = -1;

    /// <summary>So often what is left between is looked through again: each time costs no more than its length.</summary>
    private const int MostLevels = 30;

    /// <summary>The former place of each that stands where it stood.</summary>
    /// <typeparam name="T">What is compared.</typeparam>
    /// <param name="before">The list before.</param>
    /// <param name="now">The list now.</param>
    /// <returns>By place now; -1 for none, and where it is in doubt.</returns>
    public static int[] Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> now)
        where T : notnull => Of(before, now, out _);

    /// <summary>The former place of each that stands where it stood.</summary>
    /// <typeparam name="T">What is compared.</typeparam>
    /// <param name="before">The list before.</param>
    /// <param name="now">The list now.</param>
    /// <param name="likely">The former places, those in doubt, too.</param>
    /// <returns>By place now; -1 for none, and where it is in doubt.</returns>
    public static int[] Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, out int[] likely)
        where T : notnull
    {
        var (was, its, numbers) = Numbered(before, now);
        var (manyWas, manyNow) = (Counted(was, numbers), Counted(its, numbers));
        int[] places = [.. likely = Aligned(was, its, number => manyWas[number] == 1 && manyNow[number] == 1)];
        var stands = new bool[was.Length];
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
                continue;
            if ((manyWas[its[i]] == 1 && manyNow[its[i]] == 1) || Follows(i, places[i]))
                stands[places[i]] = true;
            else
                places[i] = None;
        }

        LeaveShortened(was, places);
        return places;

        // Something may have been put in before it, or taken out, not both: then it may have come with the new, and the former may have gone with what is gone.
        bool Follows(int i, int place)
        {
            if (i > 0 && place > 0 && places[i - 1] == place - 1)
                return true;
            var isBehindNew = i > 0 && manyWas[its[i - 1]] < manyNow[its[i - 1]];
            var isBehindGone = place > 0 && manyNow[was[place - 1]] == 0;
            return i == 0 ? place == 0 || isBehindGone
                : place == 0 ? isBehindNew
                : (isBehindNew && stands[place - 1]) || (isBehindGone && places[i - 1] >= 0);
        }
    }

    /// <summary>Of several in a row that are the same, some of which stand no more, nobody knows which they were: not by what stood at one end of the row.</summary>
    private static void LeaveShortened(int[] was, int[] places)
    {
        var stands = new bool[was.Length];
        foreach (var place in places.Where(p => p >= 0))
            stands[place] = true;
        var isLeft = new bool[was.Length];
        for (int first = 0, next; first < was.Length; first = next)
        {
            for (next = first + 1; next < was.Length && was[next] == was[first];)
                next++;
            if (next - first > 1 && stands.AsSpan(first, next - first).Contains(false))
                isLeft.AsSpan(first, next - first).Fill(true);
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0 && isLeft[places[i]])
                places[i] = None;
        }
    }

    /// <summary>
    /// Pairs from both ends on, and from what stands between them once before and now, in order. A pair that one of these gives and another gives otherwise is none:
    /// what stands at an end may as well be what was put in there, when the same stands where it stood beside something between.
    /// </summary>
    private static int[] Aligned(int[] was, int[] now, Predicate<int> isAlone)
    {
        var places = new int[now.Length];
        Array.Fill(places, None);
        var open = new Stack<(int Was, int WasEnd, int Now, int NowEnd, int Level)>([(0, was.Length, 0, now.Length, 0)]);
        while (open.TryPop(out var range))
        {
            var (w, wEnd, n, nEnd, level) = range;
            var most = Math.Min(wEnd - w, nEnd - n);
            if (most == 0)
                continue;
            var (ahead, behind) = (0, 0);
            while (ahead < most && was[w + ahead] == now[n + ahead])
                ahead++;
            while (behind < most && was[wEnd - 1 - behind] == now[nEnd - 1 - behind])
                behind++;
            // Where both ends claim the same, something was put in or taken out that says what stands beside it.
            var between = ahead + behind > most || level == MostLevels
                ? []
                : Once(was.AsSpan(w + ahead, wEnd - behind - w - ahead), now.AsSpan(n + ahead, nEnd - behind - n - ahead), isAlone).ConvertAll(o => (Was: o.Was + w + ahead, Now: o.Now + n + ahead));
            if (between.Count == 0)
            {
                var isWhole = wEnd - w == nEnd - n && ahead == most;
                var (first, last) = isWhole ? (ahead, 0) : (Math.Min(ahead, most - behind), Math.Min(behind, most - ahead));
                for (var i = 0; i < first; i++)
                    places[n + i] = w + i;
                for (var i = 1; i <= last; i++)
                    places[nEnd - i] = wEnd - i;
                continue;
            }

            // Beside each of these is looked anew, at the ends, too: what they have may stand there.
            var at = (Was: w, Now: n);
            foreach (var (place, i) in between)
            {
                places[i] = place;
                open.Push((at.Was, place, at.Now, i, level + 1));
                at = (place + 1, i + 1);
            }

            open.Push((at.Was, wEnd, at.Now, nEnd, level + 1));
        }

        return places;
    }

    /// <summary>What stands once before and once now: the most of it that kept its order. Where some stands once in all, that alone: of the rest another may have been meant.</summary>
    private static List<(int Was, int Now)> Once(ReadOnlySpan<int> was, ReadOnlySpan<int> now, Predicate<int> isAlone)
    {
        var (before, after) = (Alone(was), Alone(now));
        var pairs = after.Where(a => a.Value >= 0 && before.GetValueOrDefault(a.Key, None) >= 0).Select(a => (Was: before[a.Key], Now: a.Value)).OrderBy(p => p.Now).ToList();
        var sure = after.Where(a => isAlone(a.Key)).Select(a => a.Value).ToHashSet();
        if (pairs.Exists(p => sure.Contains(p.Now)))
            pairs.RemoveAll(p => !sure.Contains(p.Now));
        return OrderedChain.Of(pairs, (_, _) => 1);

        static Dictionary<int, int> Alone(ReadOnlySpan<int> all)
        {
            var alone = new Dictionary<int, int>();
            for (var i = 0; i < all.Length; i++)
            {
                if (!alone.TryAdd(all[i], i))
                    alone[all[i]] = None;
            }

            return alone;
        }
    }

    /// <summary>Equal ones by one number.</summary>
    private static (int[] Before, int[] Now, int Numbers) Numbered<T>(IReadOnlyList<T> before, IReadOnlyList<T> now)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>(before.Count);
        return (before.Select(Number).ToArray(), now.Select(Number).ToArray(), numbers.Count);

        int Number(T one)
        {
            if (!numbers.TryGetValue(one, out var number))
                numbers.Add(one, number = numbers.Count);
            return number;
        }
    }

    private static int[] Counted(int[] all, int numbers)
    {
        var many = new int[numbers];
        foreach (var number in all)
            many[number]++;
        return many;
    }
}

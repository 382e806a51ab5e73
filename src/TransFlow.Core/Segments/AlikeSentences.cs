using System.Runtime.InteropServices;
using Likeness = (double ButForNumbers, double WithThem, int Nearness);

namespace TransFlow.Core.Segments;

/// <summary>
/// Former sentences, among which for others those are found that are most like them. All are held against one as long as there are few, or few ask; else those with which
/// it shares what is rare, and those that stood around its place: so many sentences take no longer than they are long.
/// </summary>
internal sealed class AlikeSentences
{
    /// <summary>Of very many sentences so many are compared for what is rare in them.</summary>
    private const int MostRare = 128;

    /// <summary>So many to each side of a place are compared.</summary>
    private const int MostAround = 32;

    /// <summary>So often all letters of all of them may be looked at before a choice is made.</summary>
    private const int MostTimes = 500;

    /// <summary>So often all that have no former self yet look for the next one; then each takes its own in turn.</summary>
    private const int MostRounds = 12;

    private readonly int[] _places;
    private readonly string[] _words;
    private readonly (LetterPairs ButForNumbers, LetterPairs WithThem)?[] _pairs;
    private readonly bool[] _isTaken;
    private Dictionary<int, List<int>>? _having;
    private long _effort;

    /// <summary>Takes sentences among which is looked.</summary>
    /// <param name="sentences">Their words, each with its place, in order of the places.</param>
    public AlikeSentences(IReadOnlyCollection<(int Place, string Words)> sentences)
    {
        (_places, _words) = ([.. sentences.Select(s => s.Place)], [.. sentences.Select(s => s.Words)]);
        (_pairs, _isTaken) = (new (LetterPairs, LetterPairs)?[_words.Length], new bool[_words.Length]);
        _effort = MostTimes * _words.Sum(w => (long)w.Length);
    }

    /// <summary>
    /// For each of several sentences the one that it was, which is nobody else's: the most alike but for numbers first, of such those most alike with them, and of such those next to the place.
    /// </summary>
    /// <param name="now">The words of the others, each with the place where it is likely to have stood.</param>
    /// <param name="least">How alike they have to be.</param>
    /// <returns>The numbers, among the others and among all of these, of each two that belong together, in order of the others.</returns>
    public List<(int Now, int Was)> Pair(IReadOnlyList<(string Words, int Place)> now, double least)
    {
        var found = new List<(int Now, int Was)>();
        List<(int Now, string Words, int Place, (LetterPairs, LetterPairs) Pairs)> open = _words.Length == 0 ? [] : [.. now.Select((n, i) => (i, n.Words, n.Place, Pairs(n.Words)))];
        for (var round = 0; open.Count > 0; round++)
        {
            var isLast = round == MostRounds;
            var heirs = new Dictionary<int, (Likeness Likeness, int Now)>();
            open.RemoveAll(o =>
            {
                if (Nearest(o.Words, o.Pairs, o.Place, least) is not (var was, var likeness))
                    return true;
                if (isLast)
                {
                    _isTaken[was] = true;
                    found.Add((o.Now, was));
                }
                else if (!heirs.TryGetValue(was, out var rival) || likeness.CompareTo(rival.Likeness) > 0)
                    heirs[was] = (likeness, o.Now);
                return isLast;
            });
            foreach (var (was, heir) in heirs)
            {
                _isTaken[was] = true;
                found.Add((heir.Now, was));
            }

            var settled = heirs.Values.Select(h => h.Now).ToHashSet();
            open.RemoveAll(o => settled.Contains(o.Now));
        }

        found.Sort();
        return found;
    }

    /// <summary>The number of the sentence that is most like another, in the same order, of those that are nobody's.</summary>
    /// <param name="words">The words of the other.</param>
    /// <param name="place">The place where it is likely to have stood.</param>
    /// <param name="least">How alike they have to be.</param>
    /// <returns>The number among all; null when none is like enough.</returns>
    public int? Nearest(string words, int place, double least) => _words.Length == 0 ? null : Nearest(words, Pairs(words), place, least)?.Was;

    private (int Was, Likeness Likeness)? Nearest(string words, (LetterPairs ButForNumbers, LetterPairs WithThem) own, int place, double least)
    {
        int? nearest = null;
        var most = (ButForNumbers: least, WithThem: -1.0, Nearness: 0);
        if (_words.Length <= MostRare || _effort > 0)
        {
            for (var i = 0; i < _words.Length; i++)
                Compare(i);
        }
        else
        {
            foreach (var i in Likely(own.WithThem, place))
                Compare(i);
        }

        return nearest is { } was ? (was, most) : null;

        void Compare(int i)
        {
            if (_isTaken[i] || Similarity.AtMost(_words[i], words) < most.ButForNumbers)
                return;
            _effort -= _words[i].Length + words.Length;
            var its = _pairs[i] ??= Pairs(_words[i]);
            var alike = its.ButForNumbers.Likeness(own.ButForNumbers);
            if (alike < most.ButForNumbers)
                return;
            var likeness = (alike, its.WithThem.Likeness(own.WithThem), -Math.Abs(_places[i] - place));
            if (likeness.CompareTo(most) > 0)
                (nearest, most) = (i, likeness);
        }
    }

    private static (LetterPairs ButForNumbers, LetterPairs WithThem) Pairs(string words)
    {
        var (plain, all) = (Similarity.WithoutNumbers(words), new LetterPairs(words));
        return (ReferenceEquals(plain, words) ? all : new LetterPairs(plain), all);
    }

    /// <summary>Those that have pairs of letters that few have, and those around a place, in order.</summary>
    private SortedSet<int> Likely(LetterPairs words, int place)
    {
        _having ??= Having();
        var likely = new SortedSet<int>();
        var left = MostRare;
        foreach (var rare in Distinct(words).Select(p => _having.GetValueOrDefault(p)).OfType<List<int>>().OrderBy(h => h.Count).TakeWhile(h => (left -= h.Count) >= 0))
            likely.UnionWith(rare);
        var at = Array.BinarySearch(_places, place) is var there && there < 0 ? ~there : there;
        for (var i = Math.Max(0, at - MostAround); i < Math.Min(_words.Length, at + MostAround); i++)
            likely.Add(i);
        return likely;
    }

    /// <summary>For each pair of letters the sentences that have it, as far as they are few.</summary>
    private Dictionary<int, List<int>> Having()
    {
        var having = new Dictionary<int, List<int>>();
        for (var i = 0; i < _words.Length; i++)
        {
            foreach (var pair in Distinct((_pairs[i] ??= Pairs(_words[i])).WithThem))
            {
                ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(having, pair, out _);
                if ((same ??= []).Count <= MostRare)
                    same.Add(i);
            }
        }

        return having;
    }

    private static IEnumerable<int> Distinct(LetterPairs words)
    {
        var pairs = words.All.ToArray();
        return pairs.Where((p, i) => i == 0 || pairs[i - 1] != p);
    }
}

using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments;

/// <summary>
/// Former sentences, among which the one is found that is most like another. All are held against it as long as there are few, or few ask; else those with which
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

    /// <summary>Takes a sentence away: it is found no more.</summary>
    /// <param name="found">Its number among all.</param>
    public void Take(int found) => _isTaken[found] = true;

    /// <summary>The number of the sentence that is most like another but for numbers, and of such the most like it with them, and of such the first.</summary>
    /// <param name="words">The words of the other.</param>
    /// <param name="least">How alike they have to be.</param>
    /// <param name="around">Places around which it is likely to have stood.</param>
    /// <returns>The number among all; null when none is like enough.</returns>
    public int? Nearest(string words, double least, params ReadOnlySpan<int> around)
    {
        if (_words.Length == 0)
            return null;
        var own = Pairs(words);
        int? nearest = null;
        var most = (ButForNumbers: least, WithThem: -1.0);
        if (_words.Length <= MostRare || _effort > 0)
        {
            for (var i = 0; i < _words.Length; i++)
                Compare(i);
        }
        else
        {
            foreach (var i in Likely(own.WithThem, around))
                Compare(i);
        }

        return nearest;

        void Compare(int i)
        {
            if (_isTaken[i] || Similarity.AtMost(_words[i], words) < most.ButForNumbers)
                return;
            _effort -= _words[i].Length + words.Length;
            var its = _pairs[i] ??= Pairs(_words[i]);
            var alike = its.ButForNumbers.Likeness(own.ButForNumbers);
            if (alike < most.ButForNumbers)
                return;
            var likeness = (alike, its.WithThem.Likeness(own.WithThem));
            if (likeness.CompareTo(most) > 0)
                (nearest, most) = (i, likeness);
        }
    }

    private static (LetterPairs ButForNumbers, LetterPairs WithThem) Pairs(string words)
    {
        var (plain, all) = (Similarity.WithoutNumbers(words), new LetterPairs(words));
        return (ReferenceEquals(plain, words) ? all : new LetterPairs(plain), all);
    }

    /// <summary>Those that have pairs of letters that few have, and those around some places, in order.</summary>
    private SortedSet<int> Likely(LetterPairs words, ReadOnlySpan<int> around)
    {
        _having ??= Having();
        var likely = new SortedSet<int>();
        var left = MostRare;
        foreach (var rare in Distinct(words).Select(p => _having.GetValueOrDefault(p)).OfType<List<int>>().OrderBy(h => h.Count).TakeWhile(h => (left -= h.Count) >= 0))
            likely.UnionWith(rare);
        foreach (var place in around)
        {
            var at = Array.BinarySearch(_places, place) is var there && there < 0 ? ~there : there;
            for (var i = Math.Max(0, at - MostAround); i < Math.Min(_words.Length, at + MostAround); i++)
                likely.Add(i);
        }

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

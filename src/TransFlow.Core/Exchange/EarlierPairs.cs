using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>A pair of source and target from an earlier edition.</summary>
/// <param name="Article">The edition's article.</param>
/// <param name="UnitId">The segment's unit.</param>
/// <param name="Index">The segment's place in it, from 0.</param>
/// <param name="Source">The source.</param>
/// <param name="Target">The target.</param>
public sealed record EarlierPair(string Article, string UnitId, int Index, Content Source, Content Target);

/// <summary>Pairs of source and target from earlier editions, to find those like a new source: plain matching by words and letters.</summary>
public sealed class EarlierPairs
{
    /// <summary>From where on a pair is worth showing.</summary>
    private const double Alike = 0.6;

    /// <summary>More pairs for one segment help nobody.</summary>
    private const int Most = 3;

    /// <summary>Words that stand in more pairs than this say nothing of one.</summary>
    private const int Common = 200;

    /// <summary>How many of a segment's rarest words are looked up.</summary>
    private const int Looked = 4;

    private readonly Dictionary<string, List<Place>> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Place>> _words = new(StringComparer.Ordinal);

    /// <summary>Puts the pairs of an article in the place of those that were known of it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="pairs">Its pairs in document order; may be none.</param>
    public void Put(string article, IEnumerable<EarlierPair> pairs)
    {
        if (_articles.Remove(article, out var former))
        {
            foreach (var (place, word) in former.SelectMany(p => Words(p.Pair.Source).Select(w => (p, w))))
            {
                if (_words[word].Remove(place) && _words[word].Count == 0)
                    _words.Remove(word);
            }
        }

        var places = pairs.Where(p => p.Source.Text.Any(char.IsLetter)).Select((p, i) => new Place(p, i)).ToList();
        if (places.Count == 0)
            return;
        _articles[article] = places;
        foreach (var (place, word) in places.SelectMany(p => Words(p.Pair.Source).Select(w => (p, w))))
        {
            if (!_words.TryGetValue(word, out var known))
                _words[word] = known = [];
            known.Add(place);
        }
    }

    /// <summary>The pairs whose sources are most like one, the most like first; of equal ones, those of the article first in order.</summary>
    /// <param name="source">The source.</param>
    /// <param name="except">Which pairs do not count; null for none.</param>
    /// <returns>At most three, each with its likeness from 0 to 1; none twice.</returns>
    public IEnumerable<(EarlierPair Pair, double Likeness)> Like(Content source, Func<EarlierPair, bool>? except = null) => Words(source)
        .Select(w => _words.GetValueOrDefault(w)).OfType<HashSet<Place>>().Where(p => p.Count <= Common).OrderBy(p => p.Count).Take(Looked)
        .SelectMany(p => p).Distinct().Where(p => except?.Invoke(p.Pair) != true).Select(p => (Place: p, Likeness: Similarity.Of(p.Pair.Source.Text, source.Text)))
        .Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness).ThenBy(p => p.Place.Pair.Article, StringComparer.Ordinal).ThenBy(p => p.Place.Number)
        .DistinctBy(p => (p.Place.Pair.Source, p.Place.Pair.Target)).Take(Most).Select(p => (p.Place.Pair, p.Likeness));

    private static IEnumerable<string> Words(Content source) => source.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    /// <summary>A pair at its place; two are the same only when they are one.</summary>
    private sealed class Place(EarlierPair pair, int number)
    {
        public EarlierPair Pair { get; } = pair;

        public int Number { get; } = number;
    }
}

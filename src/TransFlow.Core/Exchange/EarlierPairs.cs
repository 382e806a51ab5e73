using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

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

    private readonly List<(Content Source, Content Target)> _pairs = [];
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    /// <param name="pairs">The pairs, in an order that stays.</param>
    public EarlierPairs(IEnumerable<(Content Source, Content Target)> pairs)
    {
        foreach (var pair in pairs.Where(p => p.Source.Text.Any(char.IsLetter)).Distinct())
        {
            foreach (var word in Words(pair.Source))
            {
                if (!_words.TryGetValue(word, out var places))
                    _words[word] = places = [];
                places.Add(_pairs.Count);
            }

            _pairs.Add(pair);
        }
    }

    /// <summary>The pairs whose sources are most like one, the most like first.</summary>
    /// <param name="source">The source.</param>
    /// <returns>At most three.</returns>
    public IEnumerable<(Content Source, Content Target)> Like(Content source) => Words(source)
        .Select(w => _words.GetValueOrDefault(w)).OfType<List<int>>().Where(p => p.Count <= Common).OrderBy(p => p.Count).Take(Looked)
        .SelectMany(p => p).Distinct().Select(i => (Place: i, Likeness: Similarity.Of(_pairs[i].Source.Text, source.Text)))
        .Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness).ThenBy(p => p.Place).Take(Most).Select(p => _pairs[p.Place]);

    private static IEnumerable<string> Words(Content source) => source.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
}

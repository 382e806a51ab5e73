namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// All rules that count for a language, in order. At a place the first that fits decides, so that rules which say where no sentence ends
/// are put to those places alone at which a later one ends it.
/// </summary>
internal sealed class SrxCascade
{
    private readonly List<(int Order, SrxRule Rule)> _breaks = [];
    private readonly SrxExceptions _exceptions = new();

    /// <summary>Sets up rules.</summary>
    /// <param name="rules">The rules, in order.</param>
    public SrxCascade(IEnumerable<SrxRule> rules)
    {
        foreach (var (order, rule) in rules.Index())
        {
            if (rule.Breaks)
                _breaks.Add((order, rule));
            else
                _exceptions.Add(order, rule);
        }
    }

    /// <summary>The places at which sentences end.</summary>
    /// <param name="text">The words of a paragraph.</param>
    public IEnumerable<int> Places(string text)
    {
        var paragraph = new SrxParagraph(text);
        var seen = new HashSet<int>();
        foreach (var (order, rule) in _breaks)
        {
            foreach (var place in paragraph.Places(rule))
            {
                // The first rule that ends a sentence there has the fewest before it.
                if (seen.Add(place) && !_exceptions.Hold(paragraph, place, order))
                    yield return place;
            }
        }
    }
}

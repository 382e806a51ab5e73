namespace TransFlow.Core.Segments.Srx;

/// <summary>Rules that say where no sentence ends, found by the text before a place: of hundreds of abbreviations, those alone are tried that it ends with.</summary>
internal sealed class SrxExceptions
{
    private readonly Node _all = new();

    /// <summary>Adds a rule.</summary>
    /// <param name="order">Its place among all rules.</param>
    /// <param name="rule">The rule.</param>
    public void Add(int order, SrxRule rule)
    {
        foreach (var text in rule.Ending.Tails.Select(t => t.Text).Distinct())
        {
            var node = _all;
            for (var i = text.Length - 1; i >= 0; i--)
                node = node.Before(text[i]);
            node.Rules.Add((order, rule));
        }
    }

    /// <summary>Whether one of the rules before another holds at a place.</summary>
    /// <param name="paragraph">The text.</param>
    /// <param name="place">The place.</param>
    /// <param name="order">The other's place among all rules.</param>
    public bool Hold(SrxParagraph paragraph, int place, int order)
    {
        var text = paragraph.Text;
        for (var (node, at) = (_all, place); ;)
        {
            foreach (var (own, rule) in node.Rules)
            {
                if (own < order && paragraph.Holds(rule, place))
                    return true;
            }

            if (at == 0)
                return false;
            var key = SrxEnding.Key(text[--at]);
            while (key == ' ' && at > 0 && SrxEnding.Key(text[at - 1]) == ' ')
                at--;
            if (!node.TryBefore(key, out node))
                return false;
        }
    }

    /// <summary>The rules whose text before a place ends with the same characters.</summary>
    private sealed class Node
    {
        private readonly Dictionary<char, Node> _before = [];

        public List<(int Order, SrxRule Rule)> Rules { get; } = [];

        public Node Before(char key)
        {
            if (!_before.TryGetValue(key, out var node))
                _before[key] = node = new Node();
            return node;
        }

        public bool TryBefore(char key, out Node node) => _before.TryGetValue(key, out node!);
    }
}

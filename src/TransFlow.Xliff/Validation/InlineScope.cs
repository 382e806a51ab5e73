namespace TransFlow.Xliff.Validation;

/// <summary>Within which inline ids live: a unit, or a translation candidate with sources and targets of its own.</summary>
internal sealed class InlineScope
{
    private InlineScope(Node owner, bool isMatch, IReadOnlyList<Node> parts)
    {
        (Owner, IsMatch, Parts) = (owner, isMatch, parts);
        foreach (var part in parts)
        {
            foreach (var child in part.Inside)
            {
                if (child.Is(Kinds.Source))
                    Inline(child, Source);
                else if (child.Is(Kinds.Target))
                    Inline(child, Target);
            }
        }
    }

    public Node Owner { get; }

    public bool IsMatch { get; }

    /// <summary>Segments and ignorables in order; the candidate itself for a candidate.</summary>
    public IReadOnlyList<Node> Parts { get; }

    /// <summary>The inline elements of all sources in order.</summary>
    public List<Node> Source { get; } = [];

    /// <summary>The inline elements of all targets in order.</summary>
    public List<Node> Target { get; } = [];

    /// <summary>The ids of the original data.</summary>
    public IReadOnlySet<string> Data => field ??= Owner.Core("originalData").SelectMany(d => d.Core("data")).Select(d => d["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public IEnumerable<List<Node>> Sides => [Source, Target];

    public static InlineScope OfUnit(Node unit)
    {
        var parts = new List<Node>(unit.Children.Count);
        foreach (var child in unit.Inside)
        {
            if (child.Is(Kinds.Parts))
                parts.Add(child);
        }

        return new InlineScope(unit, false, parts);
    }

    public static InlineScope OfMatch(Node match) => new(match, true, [match]);

    /// <summary>The rule of a unit, or the one that says the same of a candidate.</summary>
    public string Rule(string ofUnit, string ofMatch) => IsMatch ? ofMatch : ofUnit;

    private static void Inline(Node content, List<Node> nodes)
    {
        foreach (var child in content.Inside)
        {
            if (child.Is(Kinds.Inline))
                nodes.Add(child);
            Inline(child, nodes);
        }
    }
}

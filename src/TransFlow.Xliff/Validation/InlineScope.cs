namespace TransFlow.Xliff.Validation;

/// <summary>Within which inline ids live: a unit, or a translation candidate with sources and targets of its own.</summary>
internal sealed class InlineScope
{
    private InlineScope(Node owner, bool isMatch, IReadOnlyList<Node> parts, IReadOnlyList<Node> sources, IReadOnlyList<Node> targets)
    {
        (Owner, IsMatch, Parts) = (owner, isMatch, parts);
        Source = [.. sources.SelectMany(Inline)];
        Target = [.. targets.SelectMany(Inline)];
        Data = owner.Core("originalData").SelectMany(d => d.Core("data")).Select(d => d["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public Node Owner { get; }

    public bool IsMatch { get; }

    /// <summary>Segments and ignorables in order; the candidate itself for a candidate.</summary>
    public IReadOnlyList<Node> Parts { get; }

    /// <summary>The inline elements of all sources in order.</summary>
    public IReadOnlyList<Node> Source { get; }

    /// <summary>The inline elements of all targets in order.</summary>
    public IReadOnlyList<Node> Target { get; }

    /// <summary>The ids of the original data.</summary>
    public IReadOnlySet<string> Data { get; }

    public IEnumerable<IReadOnlyList<Node>> Sides => [Source, Target];

    public static InlineScope OfUnit(Node unit)
    {
        var parts = unit.Children.Where(c => c.IsOneOf("segment", "ignorable")).ToList();
        return new InlineScope(unit, false, parts, [.. parts.SelectMany(p => p.Core("source"))], [.. parts.SelectMany(p => p.Core("target"))]);
    }

    public static InlineScope OfMatch(Node match) => new(match, true, [match], [.. match.Core("source")], [.. match.Core("target")]);

    /// <summary>The rule of a unit, or the one that says the same of a candidate.</summary>
    public string Rule(string ofUnit, string ofMatch) => IsMatch ? ofMatch : ofUnit;

    private static IEnumerable<Node> Inline(Node content) => content.All().Skip(1).Where(n => n.IsOneOf("cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"));
}

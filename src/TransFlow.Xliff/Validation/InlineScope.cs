using System.Globalization;

namespace TransFlow.Xliff.Validation;

/// <summary>Within which inline ids live: a unit, or a translation candidate with sources and targets of its own. One scope looks at many, one after another.</summary>
internal sealed class InlineScope
{
    private static readonly ulong Order = Schema.Bit("order");

    private readonly List<Node> _parts = [];
    private HashSet<string>? _data;
    private HashSet<string>? _partIds;
    private Dictionary<(string Id, string Name), Node>? _codes;

    public Node Owner { get; private set; } = null!;

    public bool IsMatch { get; private set; }

    /// <summary>Segments and ignorables in order; the candidate itself for a candidate.</summary>
    public IReadOnlyList<Node> Parts => _parts;

    /// <summary>The inline elements of all sources in order.</summary>
    public List<Node> Source { get; } = [];

    /// <summary>The inline elements of all targets in the order of the target.</summary>
    public List<Node> Target { get; } = [];

    /// <summary>The parts in the order in which their targets are read: where a target says its place (<c>order</c>), it stands there (XLIFF 2.1, 4.3.1.22).</summary>
    public IReadOnlyList<Node> TargetParts { get; private set; } = [];

    /// <summary>False when the places that targets say make no order, and nothing can be said of what comes first.</summary>
    public bool IsTargetOrdered { get; private set; }

    /// <summary>Looks at a unit.</summary>
    public InlineScope OfUnit(Node unit)
    {
        Clear(unit, isMatch: false);
        foreach (var child in unit.Inside)
        {
            if (child.Is(Kinds.Parts))
                _parts.Add(child);
        }

        return Sided();
    }

    /// <summary>Looks at a candidate.</summary>
    public InlineScope OfMatch(Node match)
    {
        Clear(match, isMatch: true);
        _parts.Add(match);
        return Sided();
    }

    /// <summary>The first code of an id and name on either side; null for none.</summary>
    public Node? CodeOf(string id, string name)
    {
        if (_codes is null)
        {
            _codes = [];
            foreach (var code in Source.Concat(Target).Where(n => n.Is(Kinds.Codes) && n["id"] is not null))
                _codes.TryAdd((code["id"]!, code.Name), code);
        }

        return _codes.GetValueOrDefault((id, name));
    }

    /// <summary>Whether a segment or ignorable has an id.</summary>
    public bool HasPart(string id) => (_partIds ??= _parts.Select(p => p["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal)).Contains(id);

    /// <summary>Whether there is original data of an id.</summary>
    public bool HasData(string id)
    {
        if (_data is null && Owner.First(Kinds.OriginalData) is { Children.Count: <= 16 } data)
        {
            foreach (var one in data.Inside)
            {
                if (one["id"] == id)
                    return true;
            }

            return false;
        }

        _data ??= Owner.Core("originalData").SelectMany(d => d.Core("data")).Select(d => d["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return _data.Contains(id);
    }

    /// <summary>The rule of a unit, or the one that says the same of a candidate.</summary>
    public string Rule(string ofUnit, string ofMatch) => IsMatch ? ofMatch : ofUnit;

    private void Clear(Node owner, bool isMatch)
    {
        (Owner, IsMatch, _data, _partIds, _codes) = (owner, isMatch, null, null, null);
        _parts.Clear();
        Source.Clear();
        Target.Clear();
    }

    private InlineScope Sided()
    {
        (TargetParts, IsTargetOrdered) = (_parts, true);
        if (_parts.Exists(p => p.First(Kinds.Target) is { } target && (target.Has & Order) != 0))
        {
            var places = _parts.Select((p, i) => p.First(Kinds.Target)?["order"] is { } said && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : i + 1).ToList();
            TargetParts = [.. _parts.Zip(places).OrderBy(p => p.Second).Select(p => p.First)];
            IsTargetOrdered = places.Order().SequenceEqual(Enumerable.Range(1, places.Count));
        }

        Side(_parts, Kinds.Source, Source);
        Side(TargetParts, Kinds.Target, Target);
        return this;
    }

    private static void Side(IReadOnlyList<Node> parts, ulong side, List<Node> nodes)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var child in parts[i].Inside)
            {
                if (child.Is(side))
                    Inline(child, nodes);
            }
        }
    }

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

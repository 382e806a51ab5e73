namespace TransFlow.Xliff.Validation;

/// <summary>The modules that begin in each element, found by what they are and by the ids in them.</summary>
internal sealed class Beginnings
{
    private readonly Dictionary<Node, Dictionary<string, Kind>> _holders = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => _holders.Count > 0;

    /// <summary>Takes note of the element with which a module begins.</summary>
    /// <param name="holder">What holds it.</param>
    /// <param name="module">The element.</param>
    public void Add(Node holder, Node module)
    {
        if (!_holders.TryGetValue(holder, out var kinds))
            _holders[holder] = kinds = new(StringComparer.Ordinal);
        if (!kinds.TryGetValue(module.Term!, out var kind))
            kinds[module.Term!] = kind = new();
        kind.Modules.Add(module);
    }

    /// <summary>Forgets what is in an element that has been seen.</summary>
    public void Forget(Node holder) => _holders.Remove(holder);

    /// <summary>The modules of one kind in what holds an element, from the inside out.</summary>
    /// <param name="node">The element.</param>
    /// <param name="term">The element with which the module begins.</param>
    public IEnumerable<Node> Around(Node node, string term) => _holders.Count == 0 ? [] : Kinds(node.Outwards(), term).SelectMany(k => k.Modules);

    /// <summary>Whether a module of one kind in what holds an element has an id, on its first element or in what that holds.</summary>
    /// <param name="node">The element.</param>
    /// <param name="term">The element with which the module begins.</param>
    /// <param name="id">The id.</param>
    /// <param name="isInside">Whether to look at what the first element holds.</param>
    /// <param name="within">The core element out of which not to look; null for none.</param>
    public bool HaveId(Node node, string term, string id, bool isInside, string? within = null) =>
        Kinds(within is null ? node.Outwards() : Up(node, within), term).Any(k => k.HasId(id, isInside));

    /// <summary>The rules of the module Validation that an element states itself; null for none.</summary>
    public TextRuleSet? Rules(Node holder) => _holders.TryGetValue(holder, out var kinds) && kinds.TryGetValue("val:validation", out var kind) ? kind.Rules : null;

    private static IEnumerable<Node> Up(Node node, string to)
    {
        var end = node.Closest(to);
        return end is null ? [] : node.Outwards().TakeWhile(n => n != end).Append(end);
    }

    private IEnumerable<Kind> Kinds(IEnumerable<Node> holders, string term) =>
        holders.Select(n => _holders.TryGetValue(n, out var kinds) && kinds.TryGetValue(term, out var kind) ? kind : null).OfType<Kind>();

    /// <summary>The modules of one kind in one element, with an index of ids that grows with them.</summary>
    private sealed class Kind
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private TextRuleSet? _rules;
        private int _indexed;

        public List<Node> Modules { get; } = [];

        public TextRuleSet Rules => _rules ??= new(Modules);

        public bool HasId(string id, bool isInside)
        {
            for (; _indexed < Modules.Count; _indexed++)
            {
                foreach (var node in isInside ? Modules[_indexed].All() : [Modules[_indexed]])
                    Add(node);
            }

            return _ids.Contains(id);
        }

        private void Add(Node node)
        {
            if (node["id"] is { } own)
                _ids.Add(own);
            if (node.Of(Vocabulary.Xml, "id") is { } xml)
                _ids.Add(xml);
        }
    }
}

namespace TransFlow.Xliff.Validation;

/// <summary>Where on one side of a scope codes start and end.</summary>
internal sealed class CodePairs
{
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> _ends = new(StringComparer.Ordinal);

    public CodePairs(List<Node> side)
    {
        for (var i = 0; i < side.Count; i++)
        {
            if (side[i].Is("sc") && side[i]["id"] is { } id)
                _starts.TryAdd(id, i);
            else if (side[i].Is("ec") && side[i]["startRef"] is { } start)
                (_ends.TryGetValue(start, out var ends) ? ends : _ends[start] = []).Add(side[i]);
        }
    }

    /// <summary>The place on its side of the first <c>sc</c> of an id; null for none.</summary>
    public int? StartOf(string id) => _starts.TryGetValue(id, out var at) ? at : null;

    /// <summary>The <c>ec</c>s that close an <c>sc</c>.</summary>
    public IReadOnlyList<Node> EndsOf(Node start) => start["id"] is { } id && _ends.TryGetValue(id, out var ends) ? ends : [];
}

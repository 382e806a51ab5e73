namespace TransFlow.Xliff.Validation;

/// <summary>The ids of the scope that is being looked at; one table serves all scopes in turn.</summary>
internal sealed class IdTable
{
    /// <summary>Segments, ignorables and inline elements of the source.</summary>
    public Dictionary<string, Node> Source { get; } = new(StringComparer.Ordinal);

    /// <summary>Inline elements of the target.</summary>
    public HashSet<string> Target { get; } = new(StringComparer.Ordinal);

    public void Clear()
    {
        Source.Clear();
        Target.Clear();
    }
}

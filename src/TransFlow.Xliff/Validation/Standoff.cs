namespace TransFlow.Xliff.Validation;

/// <summary>Issues and records of ITS that stand apart from what they are about, and the references to them (XLIFF 2.1, 5.9.8 and 5.9.10).</summary>
internal sealed class Standoff
{
    private readonly List<Node> _records = [];
    private readonly HashSet<(string Id, Node Around)> _references = [];

    /// <summary>Takes note of issues or records.</summary>
    public void Add(Node records) => _records.Add(records);

    /// <summary>Takes note of a reference.</summary>
    /// <param name="id">The id that it names; null for none.</param>
    /// <param name="from">The element that has it.</param>
    public void Refer(string? id, Node from)
    {
        foreach (var around in id is null ? [] : from.Outwards())
            _references.Add((id!, around));
    }

    /// <summary>Warns of what nothing refers to.</summary>
    public void Check(Report report)
    {
        foreach (var records in _records)
        {
            if (records.Of(Vocabulary.Xml, "id") is { } id && !_references.Contains((id, records.Parent!)))
                report.Warn("I20", records, $"Nothing refers to '{id}'; take it out, or refer to it as #its={id}.");
        }
    }
}

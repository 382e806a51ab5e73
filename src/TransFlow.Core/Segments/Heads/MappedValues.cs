using TransFlow.Core.Segments.Splicing;

namespace TransFlow.Core.Segments.Heads;

/// <summary>The front matter values that become others, each in its place: a list stays a list.</summary>
internal sealed class MappedValues
{
    private readonly Head _head;
    private readonly Dictionary<int, string> _values = [];

    private MappedValues(Head head) => _head = head;

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>The first value that would have to become another and cannot, since it stands elsewhere; null for none.</summary>
    public Finding? Unreachable { get; private init; }

    /// <summary>Finds them.</summary>
    /// <param name="head">The front matter.</param>
    /// <param name="map">Gives the other value for a dotted key and its value, null where it stays; null for none at all.</param>
    public static MappedValues Of(Head head, Func<string, string, string?>? map)
    {
        if (map is null)
            return new MappedValues(head);
        var values = new MappedValues(head) { Unreachable = head.Aliases.Select(a => Unfit(head, a, map)).FirstOrDefault(f => f is not null) };
        for (var i = 0; i < head.Scalars.Length; i++)
        {
            if (map(head.Scalars[i].Key, head.Scalars[i].Value) is { } other)
                values._values.Add(i, other);
        }

        return values;
    }

    /// <summary>The other value of a scalar; null when it stays.</summary>
    /// <param name="scalar">Its place in the front matter.</param>
    public string? Value(int scalar) => _values.GetValueOrDefault(scalar);

    /// <summary>The splices that put them in their places.</summary>
    /// <param name="text">The article's text.</param>
    public IEnumerable<Splice> Splices(string text) => _values.Select(v => HeadEdits.Replaced(text, _head, _head.Scalars[v.Key], v.Value));

    private static Finding? Unfit(Head head, HeadAlias alias, Func<string, string, string?> map)
    {
        for (var i = alias.From; i < alias.To; i++)
        {
            if (map(alias.Key + head.Scalars[i].Key[alias.Source.Length..], head.Scalars[i].Value) is { } other)
                return new Finding("front-matter-alias", Severity.Block, "", $"The front matter's '{alias.Key}' says '*{alias.Anchor}' and has its value from another place, so that it cannot become '{other}'; write the value itself there.");
        }

        return null;
    }
}

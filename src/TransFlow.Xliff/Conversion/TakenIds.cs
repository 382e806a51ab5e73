using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Ids that were given in one place of a document, and those that somebody there still wants.</summary>
/// <param name="wanted">The ids that elements have of their own: nobody else gets one of them.</param>
internal sealed class TakenIds(IEnumerable<string> wanted)
{
    private readonly HashSet<string> _wanted = wanted.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>Takes an id; false when it is taken.</summary>
    public bool Add(string id) => _taken.Add(id);

    /// <summary>An id that nobody has yet: the element's own when it is a name token.</summary>
    /// <param name="own">The element's own.</param>
    /// <param name="prefix">What another begins with.</param>
    public string Free(string own, string prefix) => Validation.ValueType.IsToken(own) && _taken.Add(own) ? own : Numbered(prefix, 1);

    /// <summary>An id that nobody has or wants: a beginning and a number.</summary>
    /// <param name="prefix">Its beginning.</param>
    /// <param name="first">The least number.</param>
    public string Numbered(string prefix, int first)
    {
        for (var number = Math.Max(first, _last.GetValueOrDefault(prefix) + 1); ; number++)
        {
            var id = prefix + number.ToString(CultureInfo.InvariantCulture);
            if (_wanted.Contains(id) || !_taken.Add(id))
                continue;
            _last[prefix] = number;
            return id;
        }
    }
}

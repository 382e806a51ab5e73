namespace TransFlow.Xliff;

/// <summary>The original data of a unit or candidate that is being made.</summary>
/// <param name="known">What is there already.</param>
internal sealed class UnitData(IEnumerable<Data> known)
{
    private readonly List<Data> _items = [.. known];
    private Dictionary<string, string>? _ids;
    private TakenIds? _taken;

    /// <summary>All of it, in order.</summary>
    public IReadOnlyList<Data> Items => _items;

    /// <summary>The id of the data that hold a markup; made when there are none.</summary>
    public string IdOf(string markup)
    {
        if (_ids is null)
        {
            _taken = new TakenIds(_items.Select(d => d.Id));
            _ids = new(StringComparer.Ordinal);
            foreach (var item in _items)
                _ids.TryAdd(item.InnerText, item.Id);
        }

        if (!_ids.TryGetValue(markup, out var id))
        {
            _ids[markup] = id = _taken!.Numbered("d", 1);
            _items.Add(new Data(id, markup));
        }

        return id;
    }
}

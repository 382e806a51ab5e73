using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Atoms that are gathered one by one, in room that is lent; once all are there, they are kept in as much room as they need.</summary>
internal sealed class AtomList
{
    private Atom[] _items = ArrayPool<Atom>.Shared.Rent(64);
    private bool _isLent = true;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The atoms so far.</summary>
    public Span<Atom> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(in Atom atom)
    {
        if (Count == _items.Length)
        {
            var larger = ArrayPool<Atom>.Shared.Rent(Count * 2);
            Items.CopyTo(larger);
            ArrayPool<Atom>.Shared.Return(_items, clearArray: true);
            _items = larger;
        }

        _items[Count++] = atom;
    }

    /// <summary>Takes out all from a place on.</summary>
    public void Cut(int count) => Count = count;

    /// <summary>Ends the gathering: what is there is kept, what was lent is given back.</summary>
    public void Seal()
    {
        if (!_isLent)
            return;
        var kept = Items.ToArray();
        ArrayPool<Atom>.Shared.Return(_items, clearArray: true);
        (_items, _isLent) = (kept, false);
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TransFlow.Xliff;

/// <summary>What stands in an element, in order. Runs of text that meet are one, and empty ones are none, as in the document that is written of it.</summary>
[CollectionBuilder(typeof(NodeList), nameof(Create))]
public readonly struct NodeList : IReadOnlyList<XliffNode>, IEquatable<NodeList>
{
    /// <summary>Nothing, a node alone, or an array of nodes: most elements hold one thing, and no array for that.</summary>
    private readonly object? _items;

    private NodeList(object items) => _items = items;

    /// <summary>How many there are.</summary>
    public int Count => Items.Length;

    /// <summary>The nodes themselves.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<XliffNode> Items =>
        _items is null ? default
        : _items.GetType() == typeof(XliffNode[]) ? Unsafe.As<XliffNode[]>(_items)
        : new ReadOnlySpan<XliffNode>(in Unsafe.As<object, XliffNode>(ref Unsafe.AsRef(in _items)));

    /// <summary>One node.</summary>
    /// <param name="index">Its place, from 0.</param>
    public XliffNode this[int index] => Items[index];

    /// <summary>Makes a list.</summary>
    /// <param name="items">Its nodes.</param>
    public static NodeList Create(ReadOnlySpan<XliffNode> items)
    {
        if (IsNormal(items))
            return Copied(items);
        var list = new List<XliffNode>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not PlainText)
                list.Add(items[i]);
            else if (Run(items, ref i) is { Text.Length: > 0 } run)
                list.Add(run);
        }

        return Copied(CollectionsMarshal.AsSpan(list));
    }

    /// <summary>The text that begins at a place, as far as it goes.</summary>
    private static PlainText Run(ReadOnlySpan<XliffNode> items, ref int at)
    {
        var first = (PlainText)items[at];
        if (at + 1 == items.Length || items[at + 1] is not PlainText)
            return first;
        var text = new StringBuilder(first.Text);
        while (at + 1 < items.Length && items[at + 1] is PlainText next)
            (_, at) = (text.Append(next.Text), at + 1);
        return new PlainText(text.ToString());
    }

    /// <summary>Most lists are of one node or a few, for which a call to copy memory costs more than a loop.</summary>
    private static NodeList Copied(ReadOnlySpan<XliffNode> items)
    {
        if (items.Length < 2)
            return items.Length == 0 ? default : new(items[0]);
        var copy = new XliffNode[items.Length];
        var to = copy.AsSpan();
        for (var i = 0; i < items.Length; i++)
            to[i] = items[i];
        return new(copy);
    }

    private static bool IsNormal(ReadOnlySpan<XliffNode> items)
    {
        var afterText = false;
        foreach (var item in items)
        {
            var isText = item is PlainText;
            if (isText && (afterText || ((PlainText)item).Text.Length == 0))
                return false;
            afterText = isText;
        }

        return true;
    }

    /// <summary>Whether two lists hold the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(NodeList left, NodeList right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(NodeList left, NodeList right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(NodeList other) => ReferenceEquals(_items, other._items) || Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NodeList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, Items[0]);

    /// <inheritdoc/>
    public IEnumerator<XliffNode> GetEnumerator() => (_items is XliffNode one ? [one] : (IEnumerable<XliffNode>)(_items ?? Array.Empty<XliffNode>())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

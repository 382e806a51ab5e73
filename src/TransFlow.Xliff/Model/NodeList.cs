using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace TransFlow.Xliff;

/// <summary>What stands in an element, in order. Runs of text that meet are one, and empty ones are none, as in the document that is written of it.</summary>
[CollectionBuilder(typeof(NodeList), nameof(Create))]
public readonly struct NodeList : IReadOnlyList<XliffNode>, IEquatable<NodeList>
{
    private readonly XliffNode[]? _items;

    /// <summary>Takes nodes that are known to hold no text that meets and no empty text.</summary>
    internal NodeList(XliffNode[] items) => _items = items;

    /// <summary>How many there are.</summary>
    public int Count => Items.Length;

    internal ReadOnlySpan<XliffNode> Items => _items;

    /// <summary>One node.</summary>
    /// <param name="index">Its place, from 0.</param>
    public XliffNode this[int index] => Items[index];

    /// <summary>Makes a list.</summary>
    /// <param name="items">Its nodes.</param>
    public static NodeList Create(ReadOnlySpan<XliffNode> items)
    {
        if (IsNormal(items))
            return new(items.ToArray());
        var list = new List<XliffNode>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not PlainText)
                list.Add(items[i]);
            else if (Run(items, ref i) is { Text.Length: > 0 } run)
                list.Add(run);
        }

        return new([.. list]);
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
    public IEnumerator<XliffNode> GetEnumerator() => ((IEnumerable<XliffNode>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections;
using System.Runtime.CompilerServices;

namespace TransFlow.Xliff;

/// <summary>One attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, without any escapes.</param>
public readonly record struct AttributeEntry(XliffName Name, string Value);

/// <summary>
/// The attributes of an element in the order in which they are written, namespace declarations among them. Two lists are equal
/// when they hold the same values under the same names: order and declarations say nothing of their own.
/// </summary>
[CollectionBuilder(typeof(AttributeList), nameof(Create))]
public readonly struct AttributeList : IReadOnlyList<AttributeEntry>, IEquatable<AttributeList>
{
    private readonly AttributeEntry[]? _items;

    internal AttributeList(AttributeEntry[] items) => _items = items;

    /// <summary>How many there are.</summary>
    public int Count => Items.Length;

    /// <summary>The attributes themselves.</summary>
    internal ReadOnlySpan<AttributeEntry> Items => _items;

    /// <summary>One attribute.</summary>
    /// <param name="index">Its place, from 0.</param>
    public AttributeEntry this[int index] => Items[index];

    /// <summary>Makes a list.</summary>
    /// <param name="items">Its attributes.</param>
    public static AttributeList Create(ReadOnlySpan<AttributeEntry> items) => new(items.ToArray());

    /// <summary>Whether two lists hold the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(AttributeList left, AttributeList right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(AttributeList left, AttributeList right) => !left.Equals(right);

    /// <summary>The value of an attribute of the element's own vocabulary; null when it is not there.</summary>
    /// <param name="localName">Its name.</param>
    public string? ValueOf(string localName)
    {
        foreach (ref readonly var item in Items)
        {
            if (item.Name.Is(localName))
                return item.Value;
        }

        return null;
    }

    /// <summary>The value of an attribute; null when it is not there.</summary>
    /// <param name="space">Its namespace.</param>
    /// <param name="localName">Its name.</param>
    public string? ValueOf(string space, string localName)
    {
        foreach (ref readonly var item in Items)
        {
            if (item.Name.LocalName == localName && item.Name.Namespace == space)
                return item.Value;
        }

        return null;
    }

    /// <summary>The list with an attribute set in its place, added at the end, or taken out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null takes it out.</param>
    public AttributeList With(XliffName name, string? value)
    {
        var at = 0;
        while (at < Count && !this[at].Name.Equals(name))
            at++;
        if (value is null)
            return at == Count ? this : new([.. Items[..at], .. Items[(at + 1)..]]);
        return at == Count ? new([.. Items, new(name, value)]) : new([.. Items[..at], new(this[at].Name, value), .. Items[(at + 1)..]]);
    }

    /// <inheritdoc/>
    public bool Equals(AttributeList other)
    {
        foreach (ref readonly var item in Items)
        {
            if (!item.Name.IsDeclaration && other.ValueOf(item.Name.Namespace, item.Name.LocalName) != item.Value)
                return false;
        }

        return Said == other.Said;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AttributeList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Said;

    /// <inheritdoc/>
    public IEnumerator<AttributeEntry> GetEnumerator() => ((IEnumerable<AttributeEntry>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many there are besides declarations.</summary>
    private int Said
    {
        get
        {
            var count = 0;
            foreach (ref readonly var item in Items)
                count += item.Name.IsDeclaration ? 0 : 1;
            return count;
        }
    }
}

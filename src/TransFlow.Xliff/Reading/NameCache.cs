using System.Runtime.CompilerServices;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>One object for each name of a document, found by the strings that the XML reader has one of each.</summary>
/// <param name="isVersion1">Whether the document is of the 1.x family.</param>
internal sealed class NameCache(bool isVersion1)
{
    /// <summary>The most names that a document may use.</summary>
    private const int MostNames = 50_000;

    private const int RecentSlots = 256;

    /// <summary>The names that were read last, by what they look like: to ask strings for their own numbers takes longer.</summary>
    private readonly Entry?[] _recent = new Entry?[RecentSlots];
    private Entry?[] _table = new Entry?[64];
    private int _count;

    /// <summary>The name of the node that the reader is on.</summary>
    public Entry Of(XmlReader xml)
    {
        string local = xml.LocalName, prefix = xml.Prefix, space = xml.NamespaceURI;
        ref var recent = ref _recent[((((((local.Length * 31) + local[0]) * 31) + local[local.Length / 2]) * 31) + local[^1] + space.Length) % RecentSlots];
        return recent?.Is(prefix, local, space) == true ? recent : recent = Find(prefix, local, space) ?? Add(prefix, local, space, (IXmlLineInfo)xml);
    }

    private Entry? Find(string prefix, string local, string space)
    {
        var mask = _table.Length - 1;
        var at = Hash(prefix, local, space) & mask;
        while (_table[at]?.Is(prefix, local, space) == false)
            at = (at + 1) & mask;
        return _table[at];
    }

    private Entry Add(string prefix, string local, string space, IXmlLineInfo place)
    {
        var name = XliffName.Shared(prefix, space == XliffNamespaces.Xml && RenamedSpaces.IsGiven(local) ? RenamedSpaces.Restored(local) : local, space);
        if (++_count > MostNames)
            throw new XliffException($"The document uses more than {MostNames} names of elements and attributes.", place.LineNumber, place.LinePosition);
        if (_count * 2 > _table.Length)
            Grow();
        var entry = new Entry(name, prefix, local, space, ElementTypes.Of(name, isVersion1));
        Insert(entry);
        return entry;
    }

    private void Grow()
    {
        var old = _table;
        _table = new Entry?[old.Length * 2];
        foreach (var entry in old.OfType<Entry>())
            Insert(entry);
    }

    private void Insert(Entry entry)
    {
        var at = Hash(entry.Prefix, entry.LocalName, entry.Namespace) & (_table.Length - 1);
        while (_table[at] is not null)
            at = (at + 1) & (_table.Length - 1);
        _table[at] = entry;
    }

    private static int Hash(string prefix, string local, string space)
    {
        var hash = (((RuntimeHelpers.GetHashCode(local) * 31) + RuntimeHelpers.GetHashCode(space)) * 31) + RuntimeHelpers.GetHashCode(prefix);
        return hash ^ (hash >>> 16);
    }

    /// <summary>A name, the strings that the XML reader has of it, and the type of the elements of that name.</summary>
    public sealed record Entry(XliffName Name, string Prefix, string LocalName, string Namespace, ElementType Type)
    {
        /// <summary>Whether it is of these strings.</summary>
        public bool Is(string prefix, string local, string space) =>
            ReferenceEquals(LocalName, local) && ReferenceEquals(Prefix, prefix) && ReferenceEquals(Namespace, space);
    }
}

namespace TransFlow.Xliff;

/// <summary>The name of an element or attribute. Two are equal when namespace and local name are; the prefix is how it is written (XLIFF names go by namespace, RULES G05).</summary>
public sealed class XliffName : IEquatable<XliffName>
{
    /// <summary>Makes a name.</summary>
    /// <param name="prefix">The prefix to write it with; empty for none.</param>
    /// <param name="localName">The name without prefix.</param>
    /// <param name="space">The namespace URI; empty for none.</param>
    /// <exception cref="ArgumentException">The prefix or the name is none that XML can have (Namespaces in XML 1.0, NCName).</exception>
    public XliffName(string prefix, string localName, string space)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentException.ThrowIfNullOrEmpty(localName);
        ArgumentNullException.ThrowIfNull(space);
        if (!IsName(localName) || (prefix.Length > 0 && !IsName(prefix)))
            throw new ArgumentException($"'{prefix}:{localName}' is no name in XML.", nameof(localName));
        (Prefix, LocalName, Namespace) = (prefix, localName, space);
        Written = prefix.Length == 0 ? localName : $"{prefix}:{localName}";
    }

    private const int RecentSlots = 512;

    /// <summary>The most names that are kept for all documents: several prefixes for each that the specification knows.</summary>
    private const int MostShared = 4096;

    private const int LongestSharedPrefix = 16;

    /// <summary>What the specification knows of the name; found once, for names are shared by all elements of a document.</summary>
    internal Validation.NameFacts Facts => field ??= Validation.NameFacts.Of(this);

    /// <summary>The name as it is written, in UTF-8; encoded once, for names are shared by all elements of a document.</summary>
    internal byte[] Bytes => field ??= System.Text.Encoding.UTF8.GetBytes(Written);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string Name, string Space), XliffName> Known = new();

    /// <summary>The names of documents that the specification knows, so that what it says of them is looked up once.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string Prefix, string Name, string Space), XliffName> Documents = new();

    private static int _shared;

    /// <summary>The names that were asked for last, found by the strings themselves: those who ask have constants.</summary>
    private static readonly XliffName?[] Recent = new XliffName?[RecentSlots];

    /// <summary>The prefix; empty for none.</summary>
    public string Prefix { get; }

    /// <summary>The name without prefix.</summary>
    public string LocalName { get; }

    /// <summary>The namespace URI; empty for none.</summary>
    public string Namespace { get; }

    /// <summary>The name with its prefix, as it stands in the document.</summary>
    public string Written { get; }

    /// <summary>True for an attribute that declares a namespace.</summary>
    internal bool IsDeclaration => ReferenceEquals(Namespace, XliffNamespaces.Declaration) || Namespace == XliffNamespaces.Declaration;

    /// <inheritdoc/>
    public bool Equals(XliffName? other) => ReferenceEquals(this, other) || (other is not null && LocalName == other.LocalName && Namespace == other.Namespace);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as XliffName);

    /// <inheritdoc/>
    public override int GetHashCode() => LocalName.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name as it is written.</summary>
    public override string ToString() => Written;

    /// <summary>Whether XML can have a name, without any colon.</summary>
    internal static bool IsName(string name)
    {
        if (name.Length == 0 || !System.Xml.XmlConvert.IsStartNCNameChar(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!System.Xml.XmlConvert.IsNCNameChar(c))
                return false;
        }

        return true;
    }

    /// <summary>The name of an attribute of an element's own vocabulary; only for names that the program itself knows, since they are kept.</summary>
    internal static XliffName Own(string localName) => Of(localName, "");

    /// <summary>A name without prefix; only for names that the program itself knows, since they are kept.</summary>
    internal static XliffName Of(string localName, string space)
    {
        ref var slot = ref Recent[((((localName.Length * 31) + localName[0]) * 31) + localName[^1] + space.Length) % RecentSlots];
        var name = Volatile.Read(ref slot);
        if (name is not null && ReferenceEquals(name.LocalName, localName) && ReferenceEquals(name.Namespace, space))
            return name;
        name = Known.GetOrAdd((localName, space), static n => new XliffName("", n.Name, n.Space));
        Volatile.Write(ref slot, name);
        return name;
    }

    /// <summary>A name that a document has; one object for all documents when the specification knows it.</summary>
    internal static XliffName Shared(string prefix, string localName, string space)
    {
        if (Documents.TryGetValue((prefix, localName, space), out var shared))
            return shared;
        var name = new XliffName(prefix, localName, space);
        if (name.Facts.IsKnown && prefix.Length <= LongestSharedPrefix && Volatile.Read(ref _shared) < MostShared && Documents.TryAdd((prefix, localName, space), name))
            Interlocked.Increment(ref _shared);
        return name;
    }

    /// <summary>Whether it is an attribute of the element's own vocabulary, with this name.</summary>
    internal bool Is(string localName) => Namespace.Length == 0 && LocalName == localName;
}

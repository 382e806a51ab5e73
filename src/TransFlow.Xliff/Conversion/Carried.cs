namespace TransFlow.Xliff;

/// <summary>How the words of one family travel in documents of the other: as attributes of their own namespace.</summary>
internal static class Carried
{
    public const string Prefix1 = "x1";
    public const string Prefix2 = "x2";

    /// <summary>Attributes of an element's own vocabulary, as attributes in a namespace; those of others as they are.</summary>
    public static IEnumerable<AttributeEntry> Out(AttributeList attributes, string prefix, string space) =>
        attributes.Where(a => !a.Name.IsDeclaration).Select(a => a.Name.Namespace.Length == 0 ? new AttributeEntry(new XliffName(prefix, a.Name.LocalName, space), a.Value) : a);

    /// <summary>The attributes that came in a namespace, as the element's own; those of others as they are, its own not at all.</summary>
    public static AttributeList Back(AttributeList attributes, string space) =>
        [.. attributes.Where(a => !a.Name.IsDeclaration && a.Name.Namespace.Length > 0).Select(a => a.Name.Namespace == space ? new AttributeEntry(new XliffName("", a.Name.LocalName, ""), a.Value) : a)];

    /// <summary>A word of 1.2 as a value of 2.x with a prefix, such as a sub-type; null when it cannot be one.</summary>
    public static string? Value(string word) => word.Length == 0 || word.Any(c => c == ':' || char.IsWhiteSpace(c)) ? null : $"{Prefix1}:{word}";

    /// <summary>The word of 1.2 that such a value is; null when it is none.</summary>
    public static string? Word(string? value) => value?.StartsWith(Prefix1 + ":", StringComparison.Ordinal) == true ? value[(Prefix1.Length + 1)..] : null;

    /// <summary>Whether an element carries attributes of a namespace.</summary>
    public static bool Has(XliffElement element, string space) => element.Attributes.Any(a => a.Name.Namespace == space);

    /// <summary>What an element carries, with what a tool wrote into an attribute of 1.2 that says the same.</summary>
    /// <param name="carried">The attributes that came in a namespace, as the element's own.</param>
    /// <param name="name">The attribute of 2.x.</param>
    /// <param name="written">What stood in that of 1.2 when the document was made.</param>
    /// <param name="said">What stands there now; what was only taken out stays.</param>
    public static AttributeList Taken(AttributeList carried, string name, string? written, string? said) =>
        said is null || said == written ? carried : carried.With(XliffName.Own(name), said);

    /// <summary>The same of <c>translate</c>, which says something too when it is taken out.</summary>
    /// <param name="carried">The attributes that came in a namespace.</param>
    /// <param name="said">What 1.2's own says.</param>
    public static AttributeList Translated(AttributeList carried, string? said) =>
        said == (carried.ValueOf("translate") == "no" ? "no" : null) ? carried : carried.With(XliffName.Own("translate"), said);

    /// <summary>What 2.x has to keep for 1.2, in the namespace of 1.2 where it has none: files of 1.2 need none, extensions of 2.x do.</summary>
    public static XliffNode Named(XliffNode node) => node is not XliffElement { Tag.Namespace.Length: 0 } element
        ? node
        : element with { Tag = new XliffName("", element.Tag.LocalName, XliffNamespaces.Version12), Content = [.. element.Content.Select(Named)] };

    /// <summary>The declarations of namespaces other than XLIFF's own.</summary>
    public static IEnumerable<AttributeEntry> Declarations(XliffElement root) =>
        root.Attributes.Where(a => a.Name.IsDeclaration && a.Name.Prefix.Length > 0 && !XliffNamespaces.IsCore2(a.Value) && !XliffNamespaces.IsVersion1(a.Value));

    /// <summary>An attribute of the element's own vocabulary; nothing when it has no value.</summary>
    public static IEnumerable<AttributeEntry> Own(string name, string? value) => value is null ? [] : [new AttributeEntry(new XliffName("", name, ""), value)];

    /// <summary>A declaration of a namespace.</summary>
    public static AttributeEntry Declare(string prefix, string space) =>
        new(prefix.Length == 0 ? new XliffName("", "xmlns", XliffNamespaces.Declaration) : new XliffName("xmlns", prefix, XliffNamespaces.Declaration), space);
}

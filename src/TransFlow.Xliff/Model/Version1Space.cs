namespace TransFlow.Xliff;

/// <summary>Says in 1.2's words what was made with types that 1.2 and 2.x share, and put into an element of 1.2.</summary>
internal static class Version1Space
{
    /// <summary>Moves an element, with all that it holds.</summary>
    /// <param name="element">The element; what is not of 2.x stays as it is, and so does what 1.2 lets stand as foreign.</param>
    /// <param name="holder">The name of what it is put into.</param>
    /// <exception cref="ArgumentException">It has no place in 1.2.</exception>
    public static XliffElement Move(XliffElement element, XliffName holder)
    {
        if (!XliffNamespaces.IsCore2(element.Tag.Namespace))
            return element.Tag.Namespace == holder.Namespace || !XliffNamespaces.IsVersion1(element.Tag.Namespace) ? element : Named(element, holder, element.Tag.LocalName);
        return element switch
        {
            XliffFile file => File(file, holder),
            Group group => Named(group, holder, "group", Renamed(group, ("name", "resname")), Direct(group.Content)),
            Source or Target => Named(element, holder, element.Tag.LocalName, [.. element.Attributes.Where(a => !a.Name.Is("order"))], element.Content),
            Note note => Named(note, holder, "note", Renamed(note, ("appliesTo", "annotates"), (note.From is null ? "category" : "", "from"), ("id", ""), ("category", ""), ("ref", "")), note.Content),
            MarkedSpan mark => Named(mark, holder, "mrk", Mark(mark), mark.Content),
            SpanningCode code => Coded(code with { Content = [] }, holder) with { Content = code.Content },
            Code or MarkedSpanStart or MarkedSpanEnd or CodePoint => Coded(element, holder),
            Unit or UnitPart => throw Misplaced(element),
            _ => element,
        };
    }

    private static ArgumentException Misplaced(XliffElement element) =>
        new($"A '{element.Tag.LocalName}' of 2.x has no place in XLIFF 1.2, whose units are of the type TransUnit; or make a document of 2.0, and convert it with XliffConversion.To.");

    private static XliffElement Coded(XliffElement code, XliffName holder) => Named((XliffElement)Version1Writer.Inline(code), holder);

    private static XliffElement File(XliffFile file, XliffName holder)
    {
        if (file.Skeleton is { } skeleton)
            throw Misplaced(skeleton);
        var own = Renamed(file, (file.Original is null ? "id" : "", "original"), ("id", ""), ("canResegment", ""), ("translate", ""), ("srcDir", ""), ("trgDir", ""));
        AttributeList attributes = own.ValueOf("datatype") is null ? [.. own, .. Carried.Own("datatype", "plaintext")] : own;
        var body = file.Content.Where(n => n is XliffContainer or BinaryUnit or not XliffElement).ToList();
        var head = Direct([.. file.Content.Where(n => n is XliffElement and not (XliffContainer or BinaryUnit or FileHeader or FileBody))]);
        NodeList content = file.Elements.Any(e => e is FileHeader or FileBody)
            ? file.Content
            : [.. head.Count == 0 ? [] : new[] { Named(new FileHeader { Content = head }, holder) }, Named(new FileBody { Content = [.. body] }, holder)];
        return Named(file, holder, "file", attributes, content);
    }

    /// <summary>In 1.2 notes stand where they are, without an element of their own around them.</summary>
    private static NodeList Direct(NodeList content) => [.. content.SelectMany<XliffNode, XliffNode>(n => n is Notes notes ? notes.Items : [n])];

    private static AttributeList Mark(MarkedSpan mark)
    {
        string[] other = ["translate", "ref"];
        var renamed = Renamed(mark, ("id", "mid"), ("type", "mtype"), ("value", "comment"));
        var said = mark.Translate == false ? "protected" : renamed.ValueOf("mtype") ?? "x-generic";
        AttributeList own = [.. renamed.Where(a => !other.Any(a.Name.Is)), .. Carried.Out([.. renamed.Where(a => other.Any(a.Name.Is))], Carried.Prefix2, XliffNamespaces.Core20)];
        return own.With(XliffName.Own("mtype"), said);
    }

    /// <summary>Attributes under the names that 1.2 has for them; an empty name for what it has none for, and for what stands under another.</summary>
    private static AttributeList Renamed(XliffElement element, params (string From, string To)[] names) =>
    [
        .. element.Attributes.Select(a => names.FirstOrDefault(n => a.Name.Is(n.From)) is { From: not null } name ? (name.To, Entry: new AttributeEntry(XliffName.Own(name.To.Length > 0 ? name.To : name.From), a.Value)) : (To: a.Name.LocalName, Entry: a))
            .Where(a => a.To.Length > 0).Select(a => a.Entry),
    ];

    private static XliffElement Named(XliffElement element, XliffName holder) => Named(element, holder, element.Tag.LocalName);

    private static XliffElement Named(XliffElement element, XliffName holder, string name) => Named(element, holder, name, element.Attributes, element.Content);

    private static XliffElement Named(XliffElement element, XliffName holder, string name, AttributeList attributes, NodeList content)
    {
        var tag = new XliffName(holder.Prefix, name, holder.Namespace);
        var made = element.Tag.LocalName == name ? element : XliffElement.Create(tag);
        return made with { Tag = tag, Attributes = attributes, Content = content };
    }
}

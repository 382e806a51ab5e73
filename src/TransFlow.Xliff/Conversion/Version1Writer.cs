using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a document of XLIFF 1.2 of one of the 2.x family: a translation unit for each unit, its segments as <c>mrk</c> of type <c>seg</c>.</summary>
/// <param name="from">The document, of version 2.0 and without layout.</param>
internal sealed class Version1Writer(XliffDocument from)
{
    public XliffDocument Document() => new("1.2")
    {
        Before = from.Before,
        After = from.After,
        Attributes =
        [
            Carried.Declare("", XliffNamespaces.Version12), Carried.Declare(Carried.Prefix2, XliffNamespaces.Core20), .. Carried.Declarations(from),
            .. Carried.Own("version", "1.2"), .. Carried.Out(from.Attributes, Carried.Prefix2, XliffNamespaces.Core20),
        ],
        Content = [.. from.Content.Select(n => n is XliffFile file ? File(file) : n)],
    };

    private XliffElement File(XliffFile file)
    {
        var made = Element("file") with
        {
            Attributes =
            [
                .. Carried.Own("original", file.Original ?? file.Id), .. Carried.Own("source-language", from.SourceLanguage), .. Carried.Own("target-language", from.TargetLanguage),
                .. Carried.Own("datatype", file.Of(XliffNamespaces.Version12, "datatype") ?? "plaintext"), .. Native(file, "datatype"), .. Foreign(file),
            ],
        };
        var head = file.Content.Where(n => n is not (Unit or Group)).ToList();
        var body = new FileBody { Content = [.. file.Content.Where(n => n is Unit or Group).Select(Item)] };
        return made with { Content = head.Count == 0 ? [body] : [new FileHeader { Content = [.. head] }, body] };
    }

    private static XliffNode Item(XliffNode node) => node switch
    {
        Unit unit => UnitOf(unit),
        Group group => Element("group") with
        {
            Attributes = [.. Carried.Own("id", group.Of(XliffNamespaces.Version12, "id") ?? group.Id), .. Carried.Own("resname", group.Name), .. Native(group, "id"), .. Foreign(group)],
            Content = [.. group.Content.Select(Item)],
        },
        _ => node,
    };

    private static TransUnit UnitOf(Unit unit)
    {
        var parts = unit.Parts.ToList();
        var states = parts.OfType<Segment>().Select(s => s.Target is null ? null : s.State).ToList();
        var content = new List<XliffNode> { Element("source") with { Content = [.. parts.SelectMany(p => Inline(p.Source))] } };
        content.Add(new SegmentedSource { Content = [.. parts.SelectMany((p, i) => SourceOf(p, i, parts))] });
        if (parts.Exists(p => p.Target is not null))
            content.Add(Target(parts, States.Earliest(states), unit.Of(XliffNamespaces.Version12, "state-qualifier")));
        content.AddRange(unit.Content.SelectMany(n => n is Notes notes ? notes.Content.Select(NoteOf) : []));
        content.AddRange(unit.Matches?.Items.Select(Alternative) ?? []);
        content.AddRange(unit.Content.Where(n => n is not (Notes or UnitPart)));
        return new TransUnit(unit.Id)
        {
            Attributes =
            [
                .. Carried.Own("id", unit.Of(XliffNamespaces.Version12, "id") ?? unit.Id), .. Carried.Own("resname", unit.Name), .. Carried.Own("translate", unit.Translate == false ? "no" : null),
                .. Carried.Own("approved", states.Count > 0 && states.TrueForAll(s => s == "final") ? "yes" : null),
                .. Native(unit, "id", "state-qualifier"), .. Foreign(unit), .. Ignorables(parts),
            ],
            Content = [.. content],
        };
    }

    /// <summary>What came from 1.2 once, as its own again.</summary>
    private static IEnumerable<AttributeEntry> Native(XliffElement element, params string[] known) =>
        Carried.Back(element.Attributes, XliffNamespaces.Version12).Where(a => a.Name.Namespace.Length == 0 && !known.Contains(a.Name.LocalName));

    private static IEnumerable<AttributeEntry> Foreign(XliffElement element) =>
        Carried.Out(element.Attributes, Carried.Prefix2, XliffNamespaces.Core20).Where(a => a.Name.Namespace != XliffNamespaces.Version12);

    /// <summary>The ids of ignorables that are plain text between segments; <c>-</c> for one without.</summary>
    private static IEnumerable<AttributeEntry> Ignorables(List<UnitPart> parts)
    {
        var ids = parts.Where((p, i) => IsPlain(p, i, parts)).Select(p => p.Id ?? "-").ToList();
        return ids.Exists(i => i != "-") ? [new(new XliffName(Carried.Prefix2, "ignorables", XliffNamespaces.Core20), string.Join(' ', ids))] : [];
    }

    /// <summary>Whether an ignorable can be told from what is around it when it is plain text between two marks.</summary>
    private static bool IsPlain(UnitPart part, int at, List<UnitPart> parts) =>
        part is Ignorable { Source: { Content: [PlainText], Attributes.Count: 0 } } && (at == 0 || !IsPlain(parts[at - 1], at - 1, parts));

    private static NodeList SourceOf(UnitPart part, int at, List<UnitPart> parts) =>
        IsPlain(part, at, parts) ? part.Source!.Content : [Mark(part, at, part.Attributes, part.Source)];

    private static XliffElement Target(List<UnitPart> parts, string state, string? qualifier)
    {
        var ordered = Enumerable.Range(0, parts.Count).OrderBy(i => parts[i].Target?.Order ?? i + 1);
        return Element("target") with
        {
            Attributes = [.. Carried.Own("state", States.To1(state)), .. Carried.Own("state-qualifier", qualifier)],
            Content = [.. ordered.SelectMany(i => parts[i].Target is { } target ? [Mark(parts[i], i, [], target)] : parts[i] is Ignorable ? Inline(parts[i].Source) : [])],
        };
    }

    private static XliffElement Mark(UnitPart part, int at, AttributeList own, InlineContent? side) => Element("mrk") with
    {
        Attributes =
        [
            .. Carried.Own("mtype", part is Segment ? "seg" : "x-ignorable"), .. Carried.Own("mid", at.ToString(CultureInfo.InvariantCulture)),
            .. Carried.Out(own, Carried.Prefix2, XliffNamespaces.Core20),
            .. (side?.Attributes ?? []).Where(a => !a.Name.IsDeclaration).Select(a => new AttributeEntry(new XliffName(Carried.Prefix2, a.Name.LocalName, XliffNamespaces.Core20), a.Value)),
        ],
        Content = [.. Inline(side)],
    };

    private static XliffNode NoteOf(XliffNode node) => node is not Note note ? node : Element("note") with
    {
        Attributes =
        [
            .. Carried.Own("priority", note.Attributes.ValueOf("priority")), .. Carried.Own("annotates", note.AppliesTo), .. Carried.Own("from", note.Category),
            .. Carried.Out(note.Attributes, Carried.Prefix2, XliffNamespaces.Core20),
        ],
        Content = note.Content,
    };

    /// <summary>A candidate as tools of 1.2 show it; the candidate itself travels along.</summary>
    private static XliffElement Alternative(Match match) => Element("alt-trans") with
    {
        Attributes =
        [
            .. Carried.Own("match-quality", match.Attributes.ValueOf("matchQuality") ?? match.Attributes.ValueOf("similarity")), .. Carried.Own("origin", match.Origin),
            new(new XliffName(Carried.Prefix2, "copy", XliffNamespaces.Core20), "yes"),
        ],
        Content = [Element("source") with { Content = [.. Inline(match.Source)] }, Element("target") with { Content = [.. Inline(match.Target)] }],
    };

    private static IEnumerable<XliffNode> Inline(XliffElement? holder) => holder?.Content.Select(Inline) ?? [];

    private static XliffNode Inline(XliffNode node) => node switch
    {
        StandaloneCode code => Code("x", code, code.Id, code.Type, code.SubType, code.Display),
        SpanningCode code => Code("g", code, code.Id, code.Type, code.SubType, null) with { Content = [.. Inline((XliffElement)code)] },
        SpanningCodeStart code => Code("bx", code, code.Id, code.Type, code.SubType, code.Display, code.Id),
        SpanningCodeEnd code => Code("ex", code, code.StartRef is { } start ? start + "-end" : code.Id, null, null, code.Display, code.StartRef ?? code.Id),
        MarkedSpan mark => Element("mrk") with
        {
            Attributes = [.. Carried.Own("mtype", mark.Translate == false ? "protected" : mark.Type == "term" ? "term" : "x-" + (mark.Type ?? "generic")), .. Carried.Out(mark.Attributes, Carried.Prefix2, XliffNamespaces.Core20)],
            Content = [.. Inline((XliffElement)mark)],
        },
        MarkedSpanStart mark => Code("x", mark, mark.Id, "x-sm", null, null),
        MarkedSpanEnd mark => Code("x", mark, mark.StartRef + "-end", "x-em", null, null),
        CodePoint point => Code("x", point, "cp-" + point.Attributes.ValueOf("hex"), "x-cp", null, null),
        _ => node,
    };

    private static XliffElement Code(string name, XliffElement code, string id, string? type, string? subType, string? display, string? pair = null) => Element(name) with
    {
        Attributes =
        [
            .. Carried.Own("id", id), .. Carried.Own("rid", pair), .. Carried.Own("ctype", Kind(type, subType)), .. Carried.Own("equiv-text", display),
            .. Carried.Out(code.Attributes, Carried.Prefix2, XliffNamespaces.Core20),
        ],
    };

    /// <summary>XLIFF 1.2, 2.3: its own words for kinds of codes; others begin with <c>x-</c>.</summary>
    private static string? Kind(string? type, string? subType) => (type, subType) switch
    {
        (null, _) => null,
        (_, "xlf:b") => "bold",
        (_, "xlf:i") => "italic",
        (_, "xlf:u") => "underlined",
        (_, "xlf:lb") => "lb",
        (_, "xlf:pb") => "pb",
        ("image" or "link", _) => type,
        (['x', '-', ..], _) => type,
        _ => "x-" + type,
    };

    private static XliffElement Element(string name) => XliffElement.Create(new XliffName("", name, XliffNamespaces.Version12));
}

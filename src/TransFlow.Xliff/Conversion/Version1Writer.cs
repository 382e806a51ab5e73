using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a document of XLIFF 1.2 of one of the 2.x family: a translation unit for each unit, its segments as <c>mrk</c> of type <c>seg</c>.</summary>
/// <param name="from">The document, of version 2.0 and without layout.</param>
/// <param name="losses">Where to say what does not come back from 1.2 as it was.</param>
internal sealed class Version1Writer(XliffDocument from, List<string> losses)
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
        var nodes = file.Content.ToList();
        var first = nodes.FindIndex(n => n is Unit or Group);
        var before = nodes.Take(first < 0 ? nodes.Count : first).ToList();
        var head = Ordered(before.Where(n => !IsBinary(n))).ToList();
        var body = new FileBody { Content = [.. before.Where(IsBinary), .. nodes.Skip(before.Count).Select(Item)] };
        return made with { Content = head.Count == 0 ? [body] : [new FileHeader { Content = [.. head] }, body] };
    }

    /// <summary>What stands in a group before its units and groups.</summary>
    private static IEnumerable<XliffNode> Head(Group group) => group.Content.TakeWhile(n => n is not (Unit or Group));

    private static bool IsBinary(XliffNode node) => node is XliffElement { Tag: { LocalName: "bin-unit" } tag } && XliffNamespaces.IsVersion1(tag.Namespace);

    private XliffNode Item(XliffNode node) => node switch
    {
        Unit unit => UnitOf(unit),
        Group group => Element("group") with
        {
            Attributes = [.. Carried.Own("id", group.Of(XliffNamespaces.Version12, "id") ?? group.Id), .. Carried.Own("resname", group.Name), .. Carried.Own("translate", group.Translate == false ? "no" : null), .. Native(group, "id"), .. Foreign(group)],
            Content = [.. Ordered(Head(group).Where(n => !IsBinary(n))), .. Head(group).Where(IsBinary), .. group.Content.Skip(Head(group).Count()).Select(Item)],
        },
        _ => node,
    };

    private TransUnit UnitOf(Unit unit)
    {
        var parts = unit.Parts.ToList();
        if (parts.SelectMany(p => p.Content).Any(n => n is Comment or ProcessingInstruction))
            losses.Add($"The comments in the segments of the unit '{unit.Id}' stand before them when it comes back.");
        var (plain, mids) = (Plain(parts), Mids(unit, parts));
        var states = parts.OfType<Segment>().Select(s => s.Target is null ? (State: null, SubState: null) : (s.State, s.SubState)).ToList();
        var approved = states.Count > 0 && states.TrueForAll(s => s.State == "final") ? "yes" : unit.Of(XliffNamespaces.Version12, "approved");
        var content = new List<XliffNode> { Element("source") with { Content = [.. parts.SelectMany(p => Inline(p.Source))] } };
        content.Add(new SegmentedSource { Content = Segmented(unit, plain, mids) });
        if (parts.Exists(p => p.Target is not null))
            content.Add(Target(parts, plain, mids, States.Earliest(states), unit.Of(XliffNamespaces.Version12, "state-qualifier")));
        content.AddRange(unit.Content.SelectMany(n => n is Notes notes ? notes.Content.Select(c => c is Note note ? NoteOf(note) : c) : []));
        content.AddRange(unit.Matches?.Items.Select(Alternative) ?? []);
        content.AddRange(Ordered(
            unit.Content.Take(Start(unit)).Where(n => n is not Notes)
                .Concat(unit.Content.SkipWhile(n => n is not UnitPart).Where(n => n is not (Notes or UnitPart or Comment or ProcessingInstruction)))
                .Concat(parts.SelectMany(p => p.Content.Where(n => n is Comment or ProcessingInstruction)))));
        // Notes of 1.2 have no attributes of others: what they cannot say travels with all of them, elsewhere.
        if (unit.Notes.Any(n => Version2Note.Of(NoteOf(n)) != n))
            content.Add(new Notes { Content = [.. unit.Notes] });
        return new TransUnit(unit.Id)
        {
            Attributes =
            [
                .. Carried.Own("id", unit.Of(XliffNamespaces.Version12, "id") ?? unit.Id), .. Carried.Own("resname", unit.Name), .. Carried.Own("translate", unit.Translate == false ? "no" : null),
                .. Carried.Own("approved", approved),
                .. Native(unit, "id", "approved", "state-qualifier", "mids"), .. Foreign(unit), .. Ignorables(parts, plain),
            ],
            Content = [.. content],
        };
    }

    /// <summary>What is 1.2's own first, and then what it lets stand as foreign, each with the comments before it.</summary>
    private static IEnumerable<XliffNode> Ordered(IEnumerable<XliffNode> nodes)
    {
        List<XliffNode> own = [], foreign = [], comments = [];
        foreach (var node in nodes)
        {
            comments.Add(node);
            if (node is not XliffElement element)
                continue;
            (XliffNamespaces.IsVersion1(element.Tag.Namespace) ? own : foreign).AddRange(comments);
            comments.Clear();
        }

        return [.. own, .. foreign, .. comments];
    }

    /// <summary>What came from 1.2 once, as its own again.</summary>
    private static IEnumerable<AttributeEntry> Native(XliffElement element, params string[] known) =>
        Carried.Back(element.Attributes, XliffNamespaces.Version12).Where(a => a.Name.Namespace.Length == 0 && !known.Contains(a.Name.LocalName));

    private static IEnumerable<AttributeEntry> Foreign(XliffElement element) =>
        Carried.Out(element.Attributes, Carried.Prefix2, XliffNamespaces.Core20).Where(a => a.Name.Namespace != XliffNamespaces.Version12);

    /// <summary>The ids of the marks: those by which a tool of 1.2 knew the segments, else their places; no two are the same.</summary>
    private static List<string> Mids(Unit unit, List<UnitPart> parts)
    {
        var known = (unit.Of(XliffNamespaces.Version12, "mids") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split('=', 2)).Where(m => m.Length == 2).GroupBy(m => m[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        var taken = known.Values.ToHashSet(StringComparer.Ordinal);
        return [.. parts.Select((p, i) => p is Segment && p.Id is { } id && known.Remove(id, out var mid) ? mid : Place(i, p is Segment ? taken : []))];
    }

    private static string Place(int at, HashSet<string> taken)
    {
        var place = at.ToString(CultureInfo.InvariantCulture);
        while (!taken.Add(place))
            place += "-1";
        return place;
    }

    /// <summary>The ids of ignorables that are plain text between segments; <see cref="Version2Parts.NoId"/> for one without.</summary>
    private static IEnumerable<AttributeEntry> Ignorables(List<UnitPart> parts, bool[] plain)
    {
        var ids = parts.Where((_, i) => plain[i]).Select(p => p.Id ?? Version2Parts.NoId).ToList();
        return ids.Exists(i => i != Version2Parts.NoId) ? [new(new XliffName(Carried.Prefix2, "ignorables", XliffNamespaces.Core20), string.Join(' ', ids))] : [];
    }

    /// <summary>Which ignorables can be told from what is around them when they are plain text between two marks: no two that follow each other.</summary>
    private static bool[] Plain(List<UnitPart> parts)
    {
        var plain = new bool[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            plain[i] = parts[i] is Ignorable { Source: { Content: [PlainText], Attributes.Count: 0 } } && (i == 0 || !plain[i - 1]);
        return plain;
    }

    /// <summary>Where the parts begin, with the comments before the first.</summary>
    private static int Start(Unit unit)
    {
        var start = unit.Content.TakeWhile(n => n is not UnitPart).Count();
        while (start > 0 && unit.Content[start - 1] is Comment or ProcessingInstruction)
            start--;
        return start;
    }

    /// <summary>The source as the segments cut it, and the comments between them.</summary>
    private static NodeList Segmented(Unit unit, bool[] plain, List<string> mids)
    {
        var made = new List<XliffNode>();
        var at = 0;
        foreach (var node in unit.Content.Skip(Start(unit)))
        {
            if (node is UnitPart part)
                made.AddRange(SourceOf(part, plain[at], mids[at++]));
            else if (node is Comment or ProcessingInstruction)
                made.Add(node);
        }

        return [.. made];
    }

    private static NodeList SourceOf(UnitPart part, bool isPlain, string mid)
    {
        if (isPlain)
            return part.Source!.Content;
        var mark = Mark(part, mid, part.Attributes, part.Source);
        // 2.0 alone lets a segment without a target have a state: it is to be told from one whose target a tool took out.
        return part is Segment { Target: null, State: not (null or "initial") } ? [mark with { Attributes = [.. mark.Attributes, new(new XliffName(Carried.Prefix2, "untranslated", XliffNamespaces.Core20), "yes")] }] : [mark];
    }

    private static XliffElement Target(List<UnitPart> parts, bool[] plain, List<string> mids, (string State, string? SubState) state, string? qualifier)
    {
        var ordered = Enumerable.Range(0, parts.Count).OrderBy(i => parts[i].Target?.Order ?? i + 1);
        return Element("target") with
        {
            Attributes = [.. Carried.Own("state", States.To1(state.State, state.SubState)), .. Carried.Own("state-qualifier", qualifier)],
            Content = [.. ordered.SelectMany(i => parts[i].Target is { } target ? [Mark(parts[i], mids[i], [], target)] : parts[i] is Ignorable ? Untranslated(parts[i], plain[i], mids[i]) : [])],
        };
    }

    /// <summary>An ignorable without a target stands in the target as in the source; wrapped, it says that it is a copy.</summary>
    private static NodeList Untranslated(UnitPart part, bool isPlain, string mid) => isPlain
        ? [.. Inline(part.Source)]
        : [Mark(part, mid, [], part.Source) is var mark ? mark with { Attributes = [.. mark.Attributes, new(new XliffName(Carried.Prefix2, "copy", XliffNamespaces.Core20), "yes")] } : mark];

    private static XliffElement Mark(UnitPart part, string mid, AttributeList own, InlineContent? side) => Element("mrk") with
    {
        Attributes =
        [
            .. part is Segment ? [.. Carried.Own("mtype", "seg"), .. Carried.Own("mid", mid)] : Carried.Own("mtype", "x-ignorable"),
            .. Carried.Out(own, Carried.Prefix2, XliffNamespaces.Core20),
            // In 1.2 a target's marks have the ids of those of the source; where there the text stands bare, there is none.
            .. part is Segment ? [] : Carried.Out([.. Carried.Own("place", mid)], Carried.Prefix2, XliffNamespaces.Core20),
            .. (side?.Attributes ?? []).Where(a => !a.Name.IsDeclaration).Select(a => new AttributeEntry(new XliffName(Carried.Prefix2, a.Name.LocalName, XliffNamespaces.Core20), a.Value)),
        ],
        Content = [.. Inline(side)],
    };

    /// <summary>Whether it is the language, which notes of 1.2 can state, too.</summary>
    internal static bool IsLanguage(AttributeEntry attribute) => attribute.Name is { LocalName: "lang", Namespace: XliffNamespaces.Xml };

    /// <summary>A note as far as 1.2 can say it.</summary>
    internal static Note NoteOf(Note note) => (Note)Element("note") with
    {
        Attributes =
        [
            .. Carried.Own("priority", note.Priority?.ToString(CultureInfo.InvariantCulture)), .. Carried.Own("annotates", note.AppliesTo), .. Carried.Own("from", note.Category),
            .. Native(note, note.Attributes.ValueOf("priority") is null ? "from" : "priority", "from"), .. note.Attributes.Where(IsLanguage),
        ],
        Content = note.Content,
    };

    /// <summary>A candidate as tools of 1.2 show it; the candidate itself travels along.</summary>
    internal static XliffElement Alternative(Match match) => Element("alt-trans") with
    {
        Attributes =
        [
            .. Carried.Own("match-quality", match.Attributes.ValueOf("matchQuality") ?? match.Attributes.ValueOf("similarity")), .. Carried.Own("origin", match.Origin),
            .. Native(match, "match-quality", "origin", "state", "state-qualifier"), new(new XliffName(Carried.Prefix2, "copy", XliffNamespaces.Core20), "yes"),
        ],
        Content =
        [
            Element("source") with { Content = [.. Inline(match.Source)] },
            .. match.Elements.Where(IsSegmented),
            Element("target") with { Attributes = [.. Native(match).Where(a => a.Name.LocalName is "state" or "state-qualifier"), .. (match.Target?.Attributes ?? []).Where(a => a.Name.Namespace == XliffNamespaces.Xml)], Content = [.. Inline(match.Target)] },
            .. match.Elements.Where(e => XliffNamespaces.IsVersion1(e.Tag.Namespace) && !IsSegmented(e)),
        ],
    };

    /// <summary>The segments of a candidate's source, which 2.x cannot show.</summary>
    private static bool IsSegmented(XliffElement element) => element.Tag.LocalName == "seg-source" && XliffNamespaces.IsVersion1(element.Tag.Namespace);

    private static IEnumerable<XliffNode> Inline(XliffElement? holder) => holder?.Content.Select(Inline) ?? [];

    internal static XliffNode Inline(XliffNode node) => node switch
    {
        StandaloneCode code => Code("x", code, code.Id, code.Type, code.SubType, code.Display),
        SpanningCode code => Code("g", code, code.Id, code.Type, code.SubType, null) with { Content = [.. Inline((XliffElement)code)] },
        SpanningCodeStart code => Code("bx", code, code.Id, code.Type, code.SubType, code.Display, code.Id),
        SpanningCodeEnd code => Code("ex", code, code.StartRef is { } start ? start + "-end" : code.Id, null, null, code.Display, code.StartRef),
        MarkedSpan mark => Element("mrk") with
        {
            Attributes = [.. Carried.Own("mtype", Kind(mark)), .. Carried.Own("comment", mark.Value), .. Native(mark, "mtype", "comment"), .. Carried.Out(mark.Attributes, Carried.Prefix2, XliffNamespaces.Core20).Where(a => a.Name.Namespace != XliffNamespaces.Version12)],
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
        Content = [.. code.Content.Where(n => n is Comment or ProcessingInstruction)],
    };

    /// <summary>The kind of an annotation in 1.2's words.</summary>
    internal static string Kind(MarkedSpan mark) => mark.Translate == false ? "protected" : mark.Type == "term" ? "term" : Carried.Word(mark.Type) ?? "x-" + (mark.Type ?? "generic");

    /// <summary>XLIFF 1.2, 2.3: its own words for kinds of codes; others begin with <c>x-</c>.</summary>
    internal static string? Kind(string? type, string? subType) => (type, subType) switch
    {
        (null, _) => null,
        _ when Carried.Word(subType) is { } word => word,
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

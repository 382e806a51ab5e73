using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a unit of XLIFF 2.0 of a translation unit of 1.x.</summary>
/// <param name="from">The translation unit.</param>
/// <param name="taken">The ids of the file's units so far.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2UnitWriter(TransUnit from, TakenIds taken, List<string> losses)
{
    private static readonly string[] Known = ["id", "rid", "ctype", "equiv-text", "pos"];

    private readonly HashSet<string> _sourceIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _targetIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NodeList> _between = [];
    private readonly Dictionary<(HashSet<string> Side, string Kind, string Id), int> _seen = [];
    private readonly Dictionary<(string Kind, string Id, int Before), string> _names = [];
    private readonly Dictionary<string, string> _pairs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _annotations;
    private readonly List<Data> _data = [.. from.Elements.OfType<OriginalData>().SelectMany(d => d.Items)];

    public Unit UnitOf()
    {
        var isOurs = Carried.Has(from, XliffNamespaces.Core20);
        var carried = Carried.Back([.. from.Attributes.Where(a => a.Name is not { LocalName: "ignorables", Namespace: XliffNamespaces.Core20 })], XliffNamespaces.Core20);
        AttributeList attributes = isOurs && carried.ValueOf("id") is { } own && taken.Add(own)
            ? [.. carried, .. Qualifier(), .. Version2Writer.Native(from, from.Id == own ? "id" : "", "resname", "translate", "approved")]
            : New();
        var parts = Parts().ToList();
        var noted = NoteRun();
        var content = from.Content.Where(n => n is not (Source or SegmentedSource or Target or OriginalData) && !IsCandidate(n) && !noted.Contains(n)).ToList();
        var candidates = from.Elements.OfType<AlternativeTranslation>().Where(a => IsCandidate(a) && a.Of(XliffNamespaces.Core20, "copy") is null).Select(a => MatchOf(a, parts)).ToList();
        if (candidates.Count > 0 && content.OfType<Matches>().FirstOrDefault() is { } matches)
            content[content.IndexOf(matches)] = matches with { Items = [.. matches.Items, .. candidates] };
        else if (candidates.Count > 0)
            content.Insert(0, new Matches { Items = candidates });
        if (noted.Count > 0)
            content.Add(new Notes { Content = [.. noted.Select(n => n is Note note ? NoteOf(note) : n)] });
        if (OriginalData.Of(_data) is { } data)
            content.Add(data);
        return new Unit("") { Attributes = attributes, Content = [.. content, .. parts] };
    }

    /// <summary>The notes, and comments among them.</summary>
    private List<XliffNode> NoteRun()
    {
        var nodes = from.Content.Where(n => n is not PlainText).ToList();
        var (first, last) = (nodes.FindIndex(n => n is Note), nodes.FindLastIndex(n => n is Note));
        return first < 0 ? [] : [.. nodes.GetRange(first, last - first + 1).Where(n => n is Note or Comment or ProcessingInstruction)];
    }

    internal static Note NoteOf(Note note) => new("")
    {
        Attributes = Carried.Has(note, XliffNamespaces.Core20)
            ? Carried.Back(note.Attributes, XliffNamespaces.Core20)
            : [.. Carried.Own("priority", note.Attributes.ValueOf("priority")), .. Carried.Own("appliesTo", note.Attributes.ValueOf("annotates") is "source" or "target" ? note.Attributes.ValueOf("annotates") : null), .. Carried.Own("category", note.From)],
        Content = note.Content,
    };

    private AttributeList New()
    {
        var id = taken.Free(from.Id, "u");
        return
        [
            .. Carried.Own("id", id), .. Carried.Own("name", from.Name), .. Carried.Own("translate", from.Attributes.ValueOf("translate")),
            .. Qualifier(),
            .. Version2Writer.Kept(from, id == from.Id ? ["id", "resname", "translate", "approved"] : ["resname", "translate", "approved"]),
        ];
    }

    private AttributeEntry[] Qualifier() =>
        from.Target?.StateQualifier is { } qualifier ? [new AttributeEntry(new XliffName(Carried.Prefix1, "state-qualifier", XliffNamespaces.Version12), qualifier)] : [];

    private static bool IsCandidate(XliffNode node) => node is AlternativeTranslation { Target: not null };

    private IEnumerable<UnitPart> Parts()
    {
        var target = from.Target;
        var marks = SegmentMarks.Apart(target?.Content ?? []).OfType<MarkedSpan>().Where(IsPart).GroupBy(m => m.Attributes.ValueOf("mid") ?? "").ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];
        var cut = SegmentMarks.Apart(from.SegmentedSource?.Content ?? []);
        // A target whose marks are gone is one text: so is the source then.
        var isWhole = !cut.Exists(n => n is MarkedSpan mark && IsPart(mark)) || (target is not null && marks.Count == 0 && target.Content.Count > 0);
        if (!isWhole && target is not null && !Gaps(cut, SegmentMarks.Apart(target.Content)))
        {
            losses.Add($"The segments of the unit '{from.Id}' became one: its target has them in another order, or words beside them that its source has not.");
            isWhole = true;
        }

        return isWhole ? [Whole(target)] : Cut(cut, marks);
    }

    /// <summary>
    /// Whether the segments of the target follow each other as those of the source do; notes what stands between them where it is another than in the source.
    /// </summary>
    private bool Gaps(List<XliffNode> source, List<XliffNode> target)
    {
        static string? Mid(XliffNode node) => node is MarkedSpan mark && IsPart(mark) ? mark.Attributes.ValueOf("mid") ?? "" : null;
        // Ours say the order themselves.
        if (target.Exists(n => n is MarkedSpan mark && mark.Of(XliffNamespaces.Core20, "order") is not null))
            return true;
        var places = source.Select((n, i) => (Mid: Mid(n), Place: i)).Where(m => m.Mid is not null).Select(m => (m.Mid, m.Place)).ToList();
        var wrapped = source.Select((n, i) => Mid(n) is null ? i.ToString(CultureInfo.InvariantCulture) : null).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var last = -1;
        var between = new List<XliffNode>();
        foreach (var node in target.Append(null))
        {
            if (node is not null && Mid(node) is not { } mid)
            {
                between.Add(node);
                continue;
            }

            var next = node is null ? places.Count : places.FindIndex(p => p.Mid == Mid(node));
            if (next < 0 && node is MarkedSpan { } own && own.Attributes.ValueOf("mtype") == "x-ignorable" && wrapped.Contains(own.Attributes.ValueOf("mid") ?? ""))
                continue;
            if (next <= last || !Between(source, places.Select(p => p.Place).ToList(), last, next, between))
                return false;
            last = next;
            between.Clear();
        }

        return true;
    }

    private bool Between(List<XliffNode> source, List<int> places, int last, int next, List<XliffNode> between)
    {
        if (next != last + 1)
            return between.TrueForAll(n => n is PlainText text && string.IsNullOrWhiteSpace(text.Text));
        var start = last < 0 ? 0 : places[last] + 1;
        var own = source[start..(next < places.Count ? places[next] : source.Count)];
        if (own.SequenceEqual(between))
            return true;
        if (own.Count != 1)
            return own.Count == 0 && between.TrueForAll(n => n is PlainText { Text: "" });
        _between[start] = [.. between];
        return true;
    }

    private Segment Whole(Target? target)
    {
        var source = Inline(from.Source?.Content ?? [], _sourceIds);
        _annotations = 0;
        return Whole(target, source);
    }

    private Segment Whole(Target? target, NodeList source) => new()
    {
        Id = SegmentId(1),
        State = from.IsApproved == true ? "final" : target is null ? null : States.To2(target.State),
        Source = new Source { Space = from.Source?.Space, Content = source },
        Target = target is null ? null : new Target { Space = target.Space, Content = Inline(target.Content, _targetIds) },
    };

    private IEnumerable<UnitPart> Cut(List<XliffNode> cut, Dictionary<string, MarkedSpan> targets)
    {
        var ignorables = new Queue<string>((from.Of(XliffNamespaces.Core20, "ignorables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var said = States.Earliest(cut.OfType<MarkedSpan>().Where(m => m.Attributes.ValueOf("mtype") == "seg").Select(m => targets.ContainsKey(m.Attributes.ValueOf("mid") ?? "") ? m.Of(XliffNamespaces.Core20, "state") : null));
        var isChanged = from.Target?.State is { } state && state != States.To1(said);
        var number = 0;
        foreach (var node in cut)
        {
            number++;
            if (node is not MarkedSpan mark || !IsPart(mark))
            {
                var id = ignorables.TryDequeue(out var known) && known != "-" ? known : null;
                var own = targets.GetValueOrDefault((number - 1).ToString(CultureInfo.InvariantCulture)) is { } wrapped && wrapped.Attributes.ValueOf("mtype") != "seg" ? Side(new Target(), wrapped)
                    : _between.TryGetValue(number - 1, out var between) ? new Target { Content = Inline(between, _targetIds) } : null;
                yield return new Ignorable { Id = id, Source = new Source { Content = Inline([node], _sourceIds) }, Target = own };
                continue;
            }

            var mid = mark.Attributes.ValueOf("mid") ?? "";
            var target = targets.TryGetValue(mid, out var there) ? Side(new Target(), there) : null;
            var source = Side(new Source(), mark);
            if (mark.Attributes.ValueOf("mtype") != "seg")
                yield return new Ignorable { Attributes = PartAttributes(mark), Source = source, Target = target };
            else
                yield return Segment(mark, number, source, target, isChanged);
        }
    }

    private Segment Segment(MarkedSpan mark, int number, Source source, Target? target, bool isChanged)
    {
        var segment = new Segment { Attributes = PartAttributes(mark), Source = source, Target = target };
        if (!Carried.Has(mark, XliffNamespaces.Core20) && from.Of(XliffNamespaces.Core20, "id") is null)
            segment = segment with { Id = SegmentId(number), State = target is null ? null : from.IsApproved == true ? "final" : States.To2(from.Target?.State) };
        else if (isChanged && target is not null)
            segment = segment with { State = States.To2(from.Target!.State), SubState = null };
        return segment;
    }

    /// <summary>An id that no code of the unit has.</summary>
    private string SegmentId(int number)
    {
        var id = "s" + number.ToString(CultureInfo.InvariantCulture);
        return CodeIds.Contains(id) ? "seg-" + id : id;
    }

    private HashSet<string> CodeIds => field ??= Inside(from).SelectMany(e => e.Attributes).Where(a => a.Name.LocalName is "id" or "rid" or "mid").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<XliffElement> Inside(XliffElement element) => element.Elements.SelectMany(e => Inside(e).Prepend(e));

    private static AttributeList PartAttributes(MarkedSpan mark) =>
        [.. Carried.Back(mark.Attributes, XliffNamespaces.Core20).Where(a => a.Name.Namespace.Length > 0 || a.Name.LocalName is not ("lang" or "space" or "order"))];

    private T Side<T>(T empty, MarkedSpan mark)
        where T : InlineContent
    {
        var attributes = Carried.Back(mark.Attributes, XliffNamespaces.Core20).Where(a => a.Name.Namespace.Length == 0 && a.Name.LocalName is "lang" or "space" or "order");
        return empty with
        {
            Attributes = [.. attributes.Select(a => a.Name.LocalName == "order" ? a : new AttributeEntry(new XliffName("xml", a.Name.LocalName, XliffNamespaces.Xml), a.Value))],
            Content = Inline(mark.Content, empty is Source ? _sourceIds : _targetIds),
        };
    }

    internal static bool IsPart(MarkedSpan mark) => mark.Attributes.ValueOf("mtype") is "seg" or "x-ignorable";

    private Match MatchOf(AlternativeTranslation alternative, List<UnitPart> parts)
    {
        var segment = parts.OfType<Segment>().First();
        var quality = alternative.Quality?.TrimEnd('%', ' ');
        return new Match("#" + segment.Id)
        {
            Attributes =
            [
                .. Carried.Own("ref", "#" + segment.Id), .. Carried.Own("origin", alternative.Origin),
                .. Carried.Own("matchQuality", decimal.TryParse(quality, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100 ? quality : null),
                .. Version2Writer.Kept(alternative, "origin"),
            ],
            Source = new Source { Content = Bare(alternative.Source?.Content ?? from.Source?.Content ?? []) },
            Target = new Target { Content = Bare(alternative.Target!.Content) },
        };
    }

    /// <summary>The text alone: codes of a candidate have data of their own, which 1.2 does not keep apart.</summary>
    private static NodeList Bare(NodeList content) => CodePoint.Encode(string.Concat(InlineStep.Of(content).Select(s => s.Text)));

    private NodeList Inline(NodeList content, HashSet<string> ids) => [.. content.SelectMany(n => Inline(n, ids))];

    private NodeList Inline(XliffNode node, HashSet<string> ids) => node switch
    {
        NativeCode code => [Native(code, ids)],
        PairedCode code when Carried.Has(code, XliffNamespaces.Core20) => [new SpanningCode("") { Attributes = Carried.Back(code.Attributes, XliffNamespaces.Core20), Content = Inline(code.Content, ids) }],
        PairedCode code => [new SpanningCode("") { Attributes = Coded(Once("g", code.Id, ids), code.Type, code), Content = Inline(code.Content, ids) }],
        MarkedSpan mark when IsPart(mark) => Inline(mark.Content, ids),
        MarkedSpan mark when Carried.Has(mark, XliffNamespaces.Core20) => [new MarkedSpan("") { Attributes = Carried.Back(mark.Attributes, XliffNamespaces.Core20), Content = Inline(mark.Content, ids) }],
        MarkedSpan mark => [Annotation(mark, ids)],
        _ => [node],
    };

    /// <summary>
    /// The id, or one like it: 1.2 lets codes share one, and lets them have any characters. The same code has the same id in source and target,
    /// in whatever order they stand there.
    /// </summary>
    /// <param name="kind">The kind of code: 1.2 lets codes of two kinds share an id.</param>
    /// <param name="id">Its id in 1.2.</param>
    /// <param name="side">The ids of its side of the unit.</param>
    private string Once(string kind, string id, HashSet<string> side)
    {
        var before = _seen.GetValueOrDefault((side, kind, id));
        _seen[(side, kind, id)] = before + 1;
        if (!_names.TryGetValue((kind, id, before), out var name))
        {
            var token = Validation.ValueType.IsToken(id) ? id : "c";
            name = token == id ? id : "c-1";
            for (var number = 2; !_used.Add(name); number++)
                name = $"{token}-{number.ToString(CultureInfo.InvariantCulture)}";
            _names[(kind, id, before)] = name;
            if (token != id)
                losses.Add($"The code '{id}' of the unit '{from.Id}' is '{name}' now: ids of 2.0 are name tokens.");
        }

        side.Add(name);
        return name;
    }

    /// <summary>The id that the two ends of a code share.</summary>
    private string Pair(string id)
    {
        if (Validation.ValueType.IsToken(id))
            return id;
        if (!_pairs.TryGetValue(id, out var name))
            _pairs[id] = name = Once("pair", id, _sourceIds);
        return name;
    }

    /// <summary>An annotation of 1.2: what is protected, a term, a comment, or something of somebody's own.</summary>
    private MarkedSpan Annotation(MarkedSpan mark, HashSet<string> ids)
    {
        var (type, comment) = (mark.Attributes.ValueOf("mtype") ?? "", mark.Attributes.ValueOf("comment"));
        var id = mark.Attributes.ValueOf("mid") is { } mid && Validation.ValueType.IsToken(mid) ? mid : "mrk" + (++_annotations).ToString(CultureInfo.InvariantCulture);
        return new MarkedSpan(Once("mrk", id, ids))
        {
            Translate = type == "protected" ? false : null,
            Type = comment is not null ? "comment" : type is "protected" or "" ? null : type == "term" ? "term" : "x1:" + type.Replace(':', '-'),
            Value = comment,
            Content = Inline(mark.Content, ids),
        };
    }

    private XliffElement Native(NativeCode code, HashSet<string> ids)
    {
        if (Carried.Has(code, XliffNamespaces.Core20))
        {
            XliffElement made = (code.Tag.LocalName, code.Type) switch
            {
                ("bx", _) => new SpanningCodeStart(""),
                ("ex", _) => new SpanningCodeEnd(),
                (_, "x-sm") => new MarkedSpanStart(""),
                (_, "x-em") => new MarkedSpanEnd(""),
                (_, "x-cp") => new CodePoint(0),
                _ => new StandaloneCode(""),
            };
            return made with { Attributes = Carried.Back(code.Attributes, XliffNamespaces.Core20) };
        }

        if (code.Elements.Any())
            losses.Add($"The code '{code.Id}' of the unit '{from.Id}' holds text of its own ('sub'), which is markup now.");
        var data = code.Content.Count == 0 ? [] : Carried.Own("dataRef", DataRef(code.InnerText));
        return code.Step switch
        {
            InlineStepKind.SpanStart => new SpanningCodeStart("") { Attributes = [.. Coded(Pair(code.PairId), code.Type, code), .. data, .. Carried.Own("isolated", code.Tag.LocalName == "it" ? "yes" : null)] },
            InlineStepKind.SpanEnd when code.Tag.LocalName == "it" => new SpanningCodeEnd { Attributes = [.. Coded(Pair(code.Id), code.Type, code), .. data, .. Carried.Own("isolated", "yes")] },
            InlineStepKind.SpanEnd => new SpanningCodeEnd { Attributes = [.. Carried.Own("startRef", Pair(code.PairId)), .. data] },
            _ => new StandaloneCode("") { Attributes = [.. Coded(Once("x", code.Id, ids), code.Type, code), .. data, .. Carried.Own("disp", code.EquivalentText)] },
        };
    }

    private string DataRef(string markup)
    {
        if (_data.Find(d => d.InnerText == markup) is { } known)
            return known.Id;
        var data = new Data(new TakenIds(_data.Select(d => d.Id)).Free("", "d"), markup);
        _data.Add(data);
        return data.Id;
    }

    private AttributeList Coded(string id, string? type, XliffElement code)
    {
        var (kind, sub) = type switch
        {
            "bold" => ("fmt", "xlf:b"),
            "italic" => ("fmt", "xlf:i"),
            "underlined" => ("fmt", "xlf:u"),
            "lb" => ("fmt", "xlf:lb"),
            "pb" => ("fmt", "xlf:pb"),
            "link" or "image" => (type, null),
            null => (null, (string?)null),
            _ => ("other", null),
        };
        losses.AddRange(code.Attributes.Where(a => !a.Name.IsDeclaration && !Known.Contains(a.Name.Written)).Select(a => $"The attribute '{a.Name}' of the code '{id}' of the unit '{from.Id}', which codes of 2.0 cannot carry, was left out."));
        return [.. Carried.Own("id", id), .. Carried.Own("type", kind), .. Carried.Own("subType", sub)];
    }
}

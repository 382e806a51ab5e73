namespace TransFlow.Xliff;

/// <summary>Makes inline content of XLIFF 2.0 of that of one unit of 1.x.</summary>
/// <param name="unit">The unit's id in 1.x, for what is told.</param>
/// <param name="known">The ids of 2.0 that things in the unit carry.</param>
/// <param name="data">The original data that the unit carries; what its codes hold is added.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2Inline(string unit, IEnumerable<string> known, UnitData data, List<string> losses)
{
    private static readonly string[] Known = ["id", "ctype", "equiv-text"];

    private readonly TakenIds _used = Taken(known);
    private readonly Dictionary<(string Kind, string Id, int Before), string> _names = [];

    /// <summary>A side of the unit.</summary>
    /// <param name="contents">All that stands on it, in order.</param>
    public Side Of(IEnumerable<NodeList> contents) => new(this, contents);

    /// <summary>
    /// The id, or one like it: 1.2 lets codes share one, and lets them have any characters. The same code has the same id in source and target,
    /// in whatever order they stand there.
    /// </summary>
    /// <param name="kind">The kind of code: 1.2 lets codes of two kinds share an id.</param>
    /// <param name="id">Its id in 1.2.</param>
    /// <param name="before">How many of that kind and id stand before it on its side.</param>
    private string Name(string kind, string id, int before)
    {
        if (_names.TryGetValue((kind, id, before), out var name))
            return name;
        var isToken = Validation.ValueType.IsToken(id);
        _names[(kind, id, before)] = name = !isToken ? _used.Numbered("c-", 1) : _used.Add(id) ? id : _used.Numbered(id + "-", 2);
        if (!isToken)
            losses.Add($"The code '{id}' of the unit '{unit}' is '{name}' now: ids of 2.0 are name tokens.");
        return name;
    }

    /// <summary>The id of a code that came from 2.x and stands there once more.</summary>
    /// <param name="id">The id that it carries.</param>
    /// <param name="before">How many of that id stand before it on its side.</param>
    private string Another(string id, int before) =>
        _names.TryGetValue(("ours", id, before), out var name) ? name : _names[("ours", id, before)] = _used.Numbered(id + "-", 2);

    private static TakenIds Taken(IEnumerable<string> ids)
    {
        var taken = new TakenIds([]);
        foreach (var id in ids)
            taken.Add(id);
        return taken;
    }

    private AttributeList Coded(string id, string? type, XliffElement code)
    {
        var (kind, sub) = Kind(id, type);
        Tell(code, id);
        return [.. Carried.Own("id", id), .. Carried.Own("type", kind), .. Carried.Own("subType", sub)];
    }

    /// <summary>The kind and finer kind that 1.2's word for a kind of code means.</summary>
    private (string? Kind, string? Sub) Kind(string id, string? type)
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
            _ => ("other", Carried.Value(type)),
        };
        if (kind == "other" && sub is null)
            losses.Add($"The kind '{type}' of the code '{id}' of the unit '{unit}' is 'other' now.");
        return (kind, sub);
    }

    /// <summary>What a code carries of 2.x, with the kind and the text that a tool wrote over its own since.</summary>
    /// <param name="code">The code.</param>
    /// <param name="id">Its id now.</param>
    /// <param name="display">The attribute of 2.x that says what the code looks like.</param>
    /// <param name="said">What of it stood in 1.2's own.</param>
    private AttributeList Back(XliffElement code, string id, string display, string? said)
    {
        var carried = Carried.Back(code.Attributes, XliffNamespaces.Core20);
        var written = code.Tag.LocalName == "ex" ? null : Version1Writer.Kind(carried.ValueOf("type"), carried.ValueOf("subType"));
        if (code.Attributes.ValueOf("ctype") is { } type && type != written && type is not ("x-sm" or "x-em" or "x-cp"))
        {
            var (kind, sub) = Kind(id, type);
            carried = carried.With(XliffName.Own("type"), kind).With(XliffName.Own("subType"), sub);
        }

        if (display.Length > 0)
            carried = Carried.Taken(carried, display, said, code.Attributes.ValueOf("equiv-text"));
        else if (code.Attributes.ValueOf("equiv-text") is { } text)
            losses.Add($"The text '{text}' that stands for the annotation '{id}' of the unit '{unit}', for which 2.0 has no place, was left out.");
        Tell(code, id);
        return [.. carried.Where(a => a.Name.Namespace.Length == 0 || MayHave(code, a.Name))];
    }

    /// <summary>Whether a code of 2.0 may have an attribute of another namespace: the start of an annotation any, as the annotation itself.</summary>
    internal static bool MayHave(XliffElement code, XliffName name) =>
        name.Namespace is XliffNamespaces.FormatStyle or XliffNamespaces.SizeRestriction || (name.Namespace.Length > 0 && name.Namespace != XliffNamespaces.Xml && code is NativeCode { Type: "x-sm" });

    private void Tell(XliffElement code, string id) =>
        losses.AddRange(code.Attributes.Where(a => !a.Name.IsDeclaration && a.Name.Namespace != XliffNamespaces.Core20 && !MayHave(code, a.Name) && !Known.Contains(a.Name.Written) && !IsOfPair(code, a)).Select(a => $"The attribute '{a.Name}' of the code '{id}' of the unit '{unit}', which codes of 2.0 cannot carry, was left out."));

    /// <summary>Whether an attribute says what the code's other end is, or which end it is.</summary>
    private static bool IsOfPair(XliffElement code, AttributeEntry attribute) => code.Tag.LocalName switch
    {
        "bx" or "ex" or "bpt" or "ept" => attribute.Name.Is("rid") || (attribute.Name.Is("pos") && attribute.Value == "made"),
        "it" => attribute.Name.Is("pos"),
        _ => false,
    };

    /// <summary>The source or the target.</summary>
    internal sealed class Side
    {
        private readonly Version2Inline _of;
        private readonly Dictionary<(string Kind, string Id), int> _seen = [];
        private readonly HashSet<(string Id, int Number)> _closed = [];
        private readonly Dictionary<(string Id, int Number), int> _starts = [];
        private readonly Dictionary<(string Id, int Number), string?> _kinds = [];
        private readonly Dictionary<(string Id, int Number), string> _halves = [];

        public Side(Version2Inline of, IEnumerable<NodeList> contents)
        {
            _of = of;
            Match(contents);
        }

        public NodeList Content(NodeList content) => [.. content.SelectMany(n => One(n))];

        /// <summary>Finds which starts of spanning codes are closed, and by which ends; the others are isolated in 2.0.</summary>
        private void Match(IEnumerable<NodeList> contents)
        {
            var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
            var (starts, ends) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var code in contents.SelectMany(c => InlineStep.Of(c)).Select(s => s.Node).OfType<NativeCode>().Where(c => !Carried.Has(c, XliffNamespaces.Core20) && c.Tag.LocalName != "it"))
            {
                var id = code.PairId;
                if (code.Step == InlineStepKind.SpanStart)
                {
                    var number = starts[id] = starts.GetValueOrDefault(id, -1) + 1;
                    (open.TryGetValue(id, out var stack) ? stack : open[id] = new()).Push(number);
                }
                else if (code.Step == InlineStepKind.SpanEnd)
                {
                    var number = ends[id] = ends.GetValueOrDefault(id, -1) + 1;
                    if (!open.TryGetValue(id, out var stack) || !stack.TryPop(out var start))
                        continue;
                    _starts[(id, number)] = start;
                    _closed.Add((id, start));
                }
            }
        }

        private NodeList One(XliffNode node) => node switch
        {
            NativeCode code => [Native(code)],
            PairedCode code when Carried.Has(code, XliffNamespaces.Core20) => [new SpanningCode("") { Attributes = Ours(code, "dispStart", null), Content = Content(code.Content) }],
            PairedCode code => [new SpanningCode("") { Attributes = [.. _of.Coded(Once("g", code.Id), code.Type, code), .. Carried.Own("dispStart", code.Attributes.ValueOf("equiv-text"))], Content = Content(code.Content) }],
            MarkedSpan mark when PartMark.Is(mark) => Part(mark),
            MarkedSpan mark when mark.Of(XliffNamespaces.Core20, "id") is not null => [Ours(mark)],
            MarkedSpan mark => [Annotation(mark)],
            XliffElement { Tag.Namespace: var space } foreign when !XliffNamespaces.IsCore2(space) => Unwrapped(foreign),
            _ => [node],
        };

        /// <summary>What stands in the mark of a segment that is none in 2.0.</summary>
        private NodeList Part(MarkedSpan mark)
        {
            foreach (var attribute in mark.Attributes.Where(a => !a.Name.IsDeclaration && a.Name.Namespace != XliffNamespaces.Core20 && !a.Name.Is("mtype") && !a.Name.Is("mid")))
                _of.Told($"The attribute '{attribute.Name}' of the mark of a segment of the unit '{_of.Unit}', which has none, was left out.");
            return Content(mark.Content);
        }

        /// <summary>What stands in an element of others: 2.0 lets none into text.</summary>
        private NodeList Unwrapped(XliffElement foreign)
        {
            var attributes = string.Join(", ", foreign.Attributes.Where(a => !a.Name.IsDeclaration).Select(a => $"{a.Name}=\"{a.Value}\""));
            _of.Told($"The element '{foreign.Tag}'{(attributes.Length > 0 ? $" with {attributes}" : "")} in the text of the unit '{_of.Unit}', for which 2.0 has no place, was left out; its words stay.");
            return Content(foreign.Content);
        }

        private int Number(string kind, string id)
        {
            var before = _seen.GetValueOrDefault((kind, id));
            _seen[(kind, id)] = before + 1;
            return before;
        }

        private string Once(string kind, string id) => _of.Name(kind, id, Number(kind, id));

        /// <summary>An annotation of 1.2: what is protected, a term, a comment, or something of somebody's own.</summary>
        private MarkedSpan Annotation(MarkedSpan mark)
        {
            var (type, comment) = (mark.Attributes.ValueOf("mtype") ?? "", mark.Attributes.ValueOf("comment"));
            var id = mark.Attributes.ValueOf("mid") is { } mid && Validation.ValueType.IsToken(mid) ? mid : "mrk";
            var made = new MarkedSpan(Once("mrk " + type, id))
            {
                Translate = type == "protected" ? false : null,
                Type = type switch
                {
                    "protected" or "" => comment is null ? null : "comment",
                    "term" => "term",
                    _ => Carried.Value(type) ?? "x1:other",
                },
                Value = comment,
                Content = Content(mark.Content),
            };
            var kept = Version2Writer.Kept(mark, "mtype", "comment", id == "mrk" ? "comment" : "mid").Where(a => a.Name.Namespace != XliffNamespaces.Core20);
            return WithoutXml(made with { Attributes = [.. made.Attributes, .. kept] });
        }

        /// <summary>An annotation that came from 2.x, with the kind and the comment that a tool wrote over its own since.</summary>
        private MarkedSpan Ours(MarkedSpan mark)
        {
            var made = new MarkedSpan("") { Attributes = Carried.Back(mark.Attributes, XliffNamespaces.Core20) };
            if (mark.Attributes.ValueOf("mtype") is { } type && type != Version1Writer.Kind(made))
                made = type == "protected" ? made with { Translate = false } : made with { Translate = made.Translate == false ? null : made.Translate, Type = type == "term" ? type : Carried.Value(type) ?? "x1:other" };
            if (mark.Attributes.ValueOf("comment") is { } comment && comment != made.Value)
                made = made.Reference is not null && made.Type == "comment" ? Told(made, comment) : made with { Value = comment, Type = made.Type is null or "generic" ? "comment" : made.Type };
            made = made with { Id = Again(made.Id), Content = Content(mark.Content) };
            return WithoutXml(made with { Attributes = [.. made.Attributes, .. Version2Writer.Native(mark, "mtype", "comment")] });
        }

        private MarkedSpan Told(MarkedSpan made, string comment)
        {
            _of.Told($"The comment '{comment}' of the annotation '{made.Id}' of the unit '{_of.Unit}', which refers to a note, was left out.");
            return made;
        }

        /// <summary>Annotations of 2.0 have no attributes of XML itself.</summary>
        private MarkedSpan WithoutXml(MarkedSpan made)
        {
            foreach (var attribute in made.Attributes.Where(a => a.Name.Namespace == XliffNamespaces.Xml))
                _of.Told($"The attribute '{attribute.Name}' of the annotation '{made.Id}' of the unit '{_of.Unit}', for which 2.0 has no place, was left out.");
            return made with { Attributes = [.. made.Attributes.Where(a => a.Name.Namespace != XliffNamespaces.Xml)] };
        }

        /// <summary>The id of a code that came from 2.x. One that a tool put there twice has an id of its own the second time, the same on both sides.</summary>
        /// <param name="id">The id that it carries.</param>
        /// <param name="isEnd">True for what refers to it from the other end.</param>
        private string Again(string id, bool isEnd = false) => Number(isEnd ? "our end" : "ours", id) is > 0 and var before ? _of.Another(id, before) : id;

        /// <summary>The attributes of a code that came from 2.x.</summary>
        /// <param name="code">The code.</param>
        /// <param name="display">The attribute of 2.x that says what it looks like; empty for none.</param>
        /// <param name="said">What of it stood in 1.2's own.</param>
        private AttributeList Ours(XliffElement code, string display, string? said)
        {
            var (id, start) = (code.Of(XliffNamespaces.Core20, "id"), code.Of(XliffNamespaces.Core20, "startRef"));
            var written = start is null ? id : start + "-end";
            var (now, end) = (id is null ? null : Again(id), start is null ? null : Again(start, isEnd: true));
            if (written is not null && code.Attributes.ValueOf("id") is { } own && own != written && (now, end) == (id, start))
                _of.Told($"The id '{own}' that was written over that of the code '{id ?? start}' of the unit '{_of.Unit}' was left out.");
            var made = _of.Back(code, now ?? end ?? code.Attributes.ValueOf("id") ?? "", display, said);
            made = now == id ? made : made.With(XliffName.Own("id"), now);
            return end == start ? made : made.With(XliffName.Own("startRef"), end);
        }

        private XliffElement Native(NativeCode code)
        {
            if (Carried.Has(code, XliffNamespaces.Core20))
                return Ours(code);
            if (code.Elements.Any())
                _of.Told($"The code '{code.Id}' of the unit '{_of.Unit}' holds text of its own ('sub'), which is markup now.");
            foreach (var markup in WrittenText.Markup(code.Content).Where(m => m != "<sub>"))
                _of.Told($"{markup} in the code '{code.Id}' of the unit '{_of.Unit}' was left out.");
            AttributeEntry[] data = code.Content.Count == 0 ? [] : [.. Carried.Own("dataRef", _of.Data.IdOf(code.InnerText))];
            return code.Step switch
            {
                InlineStepKind.SpanStart => Start(code, data),
                InlineStepKind.SpanEnd => End(code, data),
                _ => new StandaloneCode("") { Attributes = [.. _of.Coded(Once("x", code.Id), code.Type, code), .. data, .. Carried.Own("disp", code.EquivalentText)] },
            };
        }

        private XliffElement Ours(NativeCode code)
        {
            if (code.InnerText.Length > 0 || code.Elements.Any())
                _of.Told($"The content '{string.Concat(WrittenText.Markup([.. code.Elements]))}{code.InnerText}' that the code '{code.Id}' of the unit '{_of.Unit}' came to have was left out.");
            XliffElement made = (code.Tag.LocalName, code.Type) switch
            {
                ("bx", _) => new SpanningCodeStart(""),
                ("ex", _) => new SpanningCodeEnd(),
                (_, "x-sm") => new MarkedSpanStart(""),
                (_, "x-em") => new MarkedSpanEnd(""),
                (_, "x-cp") => new CodePoint(0),
                _ => new StandaloneCode(""),
            };
            return made with { Attributes = Ours(code, made is Code or SpanningCodeEnd ? "disp" : "", code.Of(XliffNamespaces.Core20, "disp")), Content = [.. code.Content.Where(n => n is Comment or ProcessingInstruction)] };
        }

        /// <summary>The id of both ends of a pair. The halves of a <c>g</c> have that of the <c>g</c>, which may be whole on the other side.</summary>
        private string Paired(NativeCode code, int number)
        {
            if (!SegmentMarks.IsMade(code))
                return _of.Name("pair", code.PairId, number);
            return _halves.TryGetValue((code.PairId, number), out var id) ? id : _halves[(code.PairId, number)] = Once("g", code.PairId);
        }

        private SpanningCodeStart Start(NativeCode code, AttributeEntry[] data)
        {
            var isAlone = code.Tag.LocalName == "it";
            var number = Number(isAlone ? "it" : "pair", code.PairId);
            isAlone |= !_closed.Contains((code.PairId, number));
            if (code.Tag.LocalName != "it")
                _kinds[(code.PairId, number)] = code.Type;
            var id = code.Tag.LocalName == "it" ? _of.Name("it", code.PairId, number) : Paired(code, number);
            return new SpanningCodeStart("") { Attributes = [.. _of.Coded(id, code.Type, code), .. data, .. Carried.Own("disp", code.EquivalentText), .. Carried.Own("isolated", isAlone ? "yes" : null)] };
        }

        private SpanningCodeEnd End(NativeCode code, AttributeEntry[] data)
        {
            if (code.Tag.LocalName != "it" && _starts.TryGetValue((code.PairId, Number("end", code.PairId)), out var start))
            {
                var id = Paired(code, start);
                _of.Tell(code, id);
                if (code.Type is { } kind && kind != _kinds.GetValueOrDefault((code.PairId, start)))
                    _of.Told($"The kind '{kind}' of the end of the code '{id}' of the unit '{_of.Unit}', which is of that of its start, was left out.");
                return new SpanningCodeEnd { Attributes = [.. Carried.Own("startRef", id), .. data, .. Carried.Own("disp", code.EquivalentText)] };
            }

            return new SpanningCodeEnd { Attributes = [.. _of.Coded(Once("alone", code.Id), code.Type, code), .. data, .. Carried.Own("isolated", "yes")] };
        }
    }

    private string Unit => unit;

    private UnitData Data => data;

    private void Told(string loss) => losses.Add(loss);
}

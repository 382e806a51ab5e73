using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a unit of XLIFF 2.0 of a translation unit of 1.x.</summary>
/// <param name="from">The translation unit.</param>
/// <param name="taken">The ids of the file's units so far.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2UnitWriter(TransUnit from, TakenIds taken, List<string> losses)
{
    /// <summary>Stands for an ignorable without an id in a list of ids; no id can be it.</summary>
    internal const string NoId = "*";

    private readonly Dictionary<int, NodeList> _between = [];
    private readonly Dictionary<string, string> _mids = new(StringComparer.Ordinal);
    private bool _isTheirs;
    private readonly List<Data> _data = [.. from.Elements.OfType<OriginalData>().SelectMany(d => d.Items)];
    private Version2Inline.Side _source = null!;
    private Version2Inline.Side _target = null!;

    public Unit UnitOf()
    {
        var parts = Parts().ToList();
        var attributes = Attributes();
        var noted = NoteRun();
        var content = from.Content.Where(n => n is not (Source or SegmentedSource or Target or OriginalData) && !IsCandidate(n) && !noted.Contains(n)).ToList();
        var alternatives = from.Elements.OfType<AlternativeTranslation>().Where(a => IsCandidate(a) && a.Of(XliffNamespaces.Core20, "copy") is null).ToList();
        if (alternatives.Count > 0)
            Named(parts);
        var candidates = alternatives.ConvertAll(a => MatchOf(a, parts));
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

    private AttributeList Attributes()
    {
        var carried = Carried.Back([.. from.Attributes.Where(a => a.Name is not { LocalName: "ignorables", Namespace: XliffNamespaces.Core20 })], XliffNamespaces.Core20);
        var isOurs = Carried.Has(from, XliffNamespaces.Core20) && carried.ValueOf("id") is { } own && taken.Add(own);
        return isOurs
            ? [.. carried, .. Qualifier(), .. Mids(), .. Version2Writer.Native(from, from.Id == carried.ValueOf("id") ? "id" : "", "resname", "translate", "approved")]
            : New();
    }

    /// <summary>Gives the first segment an id when it has none: candidates refer to it.</summary>
    private void Named(List<UnitPart> parts)
    {
        var at = parts.FindIndex(p => p is Segment);
        if (parts[at].Id is null)
            parts[at] = parts[at] with { Id = SegmentId(at + 1) };
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
            .. Qualifier(), .. Mids(),
            .. Version2Writer.Kept(from, "resname", "translate", id == from.Id ? "id" : "resname", IsApproved ? "approved" : "resname"),
        ];
    }

    /// <summary>Whether the unit's approval is said by the states of its segments: without a target there is none to say it.</summary>
    private bool IsApproved => from.IsApproved != true || from.Target is not null;

    /// <summary>The marks' ids, for tools that know their segments by them.</summary>
    private AttributeEntry[] Mids() =>
        _mids.Count == 0 || !_isTheirs ? [] : [new AttributeEntry(new XliffName(Carried.Prefix1, "mids", XliffNamespaces.Version12), string.Join(' ', _mids.Select(m => $"{m.Key}={m.Value}")))];

    private AttributeEntry[] Qualifier() =>
        from.Target?.StateQualifier is { } qualifier ? [new AttributeEntry(new XliffName(Carried.Prefix1, "state-qualifier", XliffNamespaces.Version12), qualifier)] : [];

    private static bool IsCandidate(XliffNode node) => node is AlternativeTranslation { Target: not null };

    private IEnumerable<UnitPart> Parts()
    {
        var target = from.Target;
        var translated = SegmentMarks.Apart(target?.Content ?? []);
        var marks = translated.OfType<MarkedSpan>().Where(IsPart).GroupBy(Key).ToDictionary(g => g.Key, g => g.First());
        var cut = SegmentMarks.Apart(from.SegmentedSource?.Content ?? []);
        // A target whose marks are gone is one text: so is the source then.
        var isWhole = !cut.Exists(n => n is MarkedSpan mark && IsPart(mark)) || (target is not null && marks.Count == 0 && target.Content.Count > 0);
        if (!isWhole && target is not null && !Gaps(cut, translated))
        {
            losses.Add($"The segments of the unit '{from.Id}' became one: its target has them in another order, or words beside them that its source has not.");
            isWhole = true;
        }

        var inline = new Version2Inline(from.Id, Inside(from).Select(e => e.Of(XliffNamespaces.Core20, "id")).OfType<string>(), _data, losses);
        _source = inline.Of([isWhole ? from.Source?.Content ?? [] : [.. cut]]);
        _target = inline.Of([isWhole ? target?.Content ?? [] : [.. translated]]);
        Tell(target);
        return isWhole ? [Whole(target)] : Cut(cut, marks);
    }

    /// <summary>A mark's kind and id: segments and what stands between them are counted apart.</summary>
    private static (bool IsSegment, string Mid) Key(MarkedSpan mark) => (mark.Attributes.ValueOf("mtype") == "seg", mark.Attributes.ValueOf("mid") ?? "");

    private void Tell(Target? target)
    {
        string[] known = ["state", "state-qualifier", "xml:space", "xml:lang"];
        losses.AddRange((target?.Attributes ?? []).Where(a => !a.Name.IsDeclaration && !known.Contains(a.Name.Written) && a.Name.Namespace != XliffNamespaces.Core20).Select(a => $"The attribute '{a.Name}' of the target of the unit '{from.Id}', which targets of 2.0 cannot carry, was left out."));
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

    private Segment Whole(Target? target) => Stated(new Segment
    {
        Id = SegmentId(1),
        Source = new Source { Space = from.Source?.Space, Content = _source.Content(from.Source?.Content ?? []) },
        Target = target is null ? null : new Target { Space = target.Space, Content = _target.Content(target.Content) },
    });

    /// <summary>A segment that has a target with the state that 1.2 says of it; what 2.0 has no word for as its sub-state.</summary>
    private Segment Stated(Segment segment) => segment.Target is null ? segment : segment with
    {
        State = from.IsApproved == true ? "final" : States.To2(from.Target?.State),
        SubState = from.IsApproved == true ? null : States.More(from.Target?.State),
    };

    private IEnumerable<UnitPart> Cut(List<XliffNode> cut, Dictionary<(bool IsSegment, string Mid), MarkedSpan> targets)
    {
        var ignorables = new Queue<string>((from.Of(XliffNamespaces.Core20, "ignorables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var said = States.Earliest(cut.OfType<MarkedSpan>().Where(m => Key(m).IsSegment).Select(m => targets.ContainsKey(Key(m)) ? (m.Of(XliffNamespaces.Core20, "state"), m.Of(XliffNamespaces.Core20, "subState")) : (null, null)));
        var isChanged = from.Target?.State is { } state && state != States.To1(said.State, said.SubState);
        var number = 0;
        foreach (var node in cut)
        {
            number++;
            if (node is not MarkedSpan mark || !IsPart(mark))
            {
                var id = ignorables.TryDequeue(out var known) && known != NoId ? known : null;
                var own = targets.GetValueOrDefault((false, (number - 1).ToString(CultureInfo.InvariantCulture))) is { } wrapped ? Side(new Target(), wrapped)
                    : _between.TryGetValue(number - 1, out var between) ? new Target { Content = _target.Content(between) } : null;
                yield return new Ignorable { Id = id, Source = new Source { Content = _source.Content([node]) }, Target = own };
                continue;
            }

            var target = targets.TryGetValue(Key(mark), out var there) ? Side(new Target(), there) : null;
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
        // Our own marks have their places as their ids.
        _isTheirs |= mark.Attributes.ValueOf("mid") != (number - 1).ToString(CultureInfo.InvariantCulture);
        if (!Carried.Has(mark, XliffNamespaces.Core20) && from.Of(XliffNamespaces.Core20, "id") is null)
            return Stated(Marked(segment with { Id = SegmentId(number) }, mark.Attributes.ValueOf("mid")));
        segment = Marked(segment, mark.Attributes.ValueOf("mid"));
        if (isChanged && target is not null)
            segment = segment with { State = States.To2(from.Target!.State), SubState = States.More(from.Target.State) };
        return segment;
    }

    /// <summary>Takes note of the id by which the tool knows the segment.</summary>
    private Segment Marked(Segment segment, string? mid)
    {
        if (segment.Id is { } id && mid is { Length: > 0 } && !mid.Any(char.IsWhiteSpace))
            _mids[id] = mid;
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
            Content = (empty is Source ? _source : _target).Content(mark.Content),
        };
    }

    internal static bool IsPart(MarkedSpan mark) => mark.Attributes.ValueOf("mtype") is "seg" or "x-ignorable";

    private Match MatchOf(AlternativeTranslation alternative, List<UnitPart> parts)
    {
        var named = _mids.FirstOrDefault(m => m.Value == alternative.Attributes.ValueOf("mid")).Key ?? parts.OfType<Segment>().First().Id;
        var quality = alternative.Quality?.TrimEnd('%', ' ');
        // A candidate has codes and data of its own, as a unit has.
        var data = new List<Data>();
        var inline = new Version2Inline(from.Id, [], data, losses);
        var (source, target) = (alternative.Source?.Content ?? from.Source?.Content ?? [], alternative.Target!.Content);
        return new Match("#" + named)
        {
            Attributes =
            [
                .. Carried.Own("ref", "#" + named), .. Carried.Own("origin", alternative.Origin),
                .. Carried.Own("matchQuality", decimal.TryParse(quality, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100 ? quality : null),
                .. Version2Writer.Kept(alternative, "origin"),
            ],
            Source = new Source { Content = inline.Of([source]).Content(source) },
            Target = new Target { Content = inline.Of([target]).Content(target) },
        } is var match && OriginalData.Of(data) is { } original ? match with { Content = [original, .. match.Content] } : match;
    }
}

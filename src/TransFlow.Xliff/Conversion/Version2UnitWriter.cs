using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes a unit of XLIFF 2.0 of a translation unit of 1.x.</summary>
/// <param name="from">The translation unit.</param>
/// <param name="taken">The ids of the file's units so far.</param>
/// <param name="language">The document's target language.</param>
/// <param name="losses">Where to say what 2.0 cannot.</param>
internal sealed class Version2UnitWriter(TransUnit from, TakenIds taken, string? language, List<string> losses)
{
    /// <summary>Stands for an ignorable without an id in a list of ids; no id can be it.</summary>
    internal const string NoId = "*";

    private readonly Dictionary<int, NodeList> _between = [];
    private readonly List<(int Before, XliffNode Node)> _comments = [];
    private readonly Dictionary<string, string> _mids = new(StringComparer.Ordinal);
    private bool _isWhole;
    private bool _isLaidOut;
    private bool _isTheirs;
    private bool _isTranslated;
    private bool _isOrdered;
    private readonly Dictionary<(bool IsSegment, string Mid), int> _orders = [];
    private readonly UnitData _data = new(from.Elements.OfType<OriginalData>().SelectMany(d => d.Items));
    private Version2Inline.Side _source = null!;
    private Version2Inline.Side _target = null!;

    public Unit UnitOf()
    {
        TellOthers();
        var parts = Parts().ToList();
        var attributes = Attributes(parts);
        var noted = NoteRun();
        var isNoted = noted.ToHashSet<XliffNode>(ReferenceEqualityComparer.Instance);
        var content = from.Content.Where(n => n is not (Source or SegmentedSource or Target or OriginalData or Notes) && !IsCandidate(n) && !isNoted.Contains(n)).Select(Carried.Named).ToList();
        var alternatives = from.Elements.OfType<AlternativeTranslation>().Where(a => IsCandidate(a) && !IsCopy(a)).ToList();
        if (alternatives.Count > 0)
            Named(parts);
        var candidates = alternatives.SelectMany(a => MatchesOf(a, parts)).ToList();
        if (candidates.Count > 0 && content.OfType<Matches>().FirstOrDefault() is { } matches)
            content[content.IndexOf(matches)] = matches with { Items = [.. matches.Items, .. candidates] };
        else if (candidates.Count > 0)
            content.Insert(content.FindLastIndex(n => n is XliffElement { IsOfVersion1: true }) + 1, new Matches { Items = candidates });
        if (noted.Count > 0)
        {
            var notes = new CarriedNotes(from);
            content.Add(new Notes { Content = [.. noted.Select(n => n is Note note ? NoteOf(notes.Of(note)) : n)] });
        }

        if (OriginalData.Of(_data.Items) is { } data)
            content.Add(data);
        var gone = Gone(content, parts);
        if (gone.Count == 0)
            return new Unit("") { Attributes = attributes, Content = [.. content, .. Commented(parts)] };
        Named(parts);
        losses.Add($"What referred to {string.Join(", ", gone.Select(g => $"'{g}'"))} in the unit '{from.Id}', which is gone, refers to its first segment now.");
        var unit = new Unit("") { Attributes = attributes, Content = [.. content, .. Commented(parts)] };
        return (Unit)new Redirection(unit.Id, gone, unit.Segments.First().Id!).In(unit);
    }

    /// <summary>Tells of a second source or target, which 1.2 forbids and of which nobody knows what it is for.</summary>
    private void TellOthers() =>
        losses.AddRange(from.Elements.Where(e => e is Source or SegmentedSource or Target).GroupBy(e => e.Tag.LocalName).SelectMany(g => g.Skip(1))
            .Select(e => $"The unit '{from.Id}' has more than one {e.Tag.LocalName}, which 1.2 forbids; '{e.InnerText}' was left out."));

    /// <summary>The parts with the comments that stood between them.</summary>
    private IEnumerable<XliffNode> Commented(List<UnitPart> parts)
    {
        // Segments that became one have no place between them.
        var comments = _comments.ToLookup(c => _isWhole ? 0 : c.Before, c => c.Node);
        return parts.SelectMany((p, i) => comments[i].Append(p)).Concat(comments[parts.Count]);
    }

    /// <summary>The ids of segments and spans that candidates, terms and annotations refer to, and that tools of 1.2 took out.</summary>
    private static HashSet<string> Gone(List<XliffNode> content, List<UnitPart> parts)
    {
        var inside = parts.SelectMany(p => Inside(p).Prepend(p)).ToList();
        var referring = content.SelectMany(n => n switch { Matches matches => matches.Items, Glossary glossary => Inside(glossary), _ => [] }).Concat(inside.OfType<Annotation>());
        var gone = referring.Select(e => e.Attributes.ValueOf("ref")).OfType<string>().Where(r => r.StartsWith('#') && r.AsSpan().IndexOfAny('/', '=') < 0).Select(r => r[1..]).ToHashSet(StringComparer.Ordinal);
        gone.ExceptWith(inside.Select(e => e.Attributes.ValueOf("id")).OfType<string>());
        return gone;
    }

    private AttributeList Attributes(List<UnitPart> parts)
    {
        _isTranslated = parts.Exists(p => p is Segment { Target: not null });
        var carried = Carried.Back([.. from.Attributes.Where(a => a.Name is not { LocalName: "ignorables", Namespace: XliffNamespaces.Core20 })], XliffNamespaces.Core20);
        var isOurs = Carried.Has(from, XliffNamespaces.Core20) && carried.ValueOf("id") is { } own && taken.Add(own);
        return isOurs
            ? [.. Carried.Translated(Carried.Taken(carried, "name", carried.ValueOf("name"), from.Name), from.Attributes.ValueOf("translate")), .. Qualifier(), .. Mids(), .. Version2Writer.Native(from, from.Id == carried.ValueOf("id") ? "id" : "", "resname", "translate", IsApproved ? "approved" : "")]
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

    /// <summary>A note: what it carries of 2.x, and what is written or was changed in the words of 1.2.</summary>
    internal static Note NoteOf(Note note)
    {
        var made = new Note("") { Attributes = Carried.Back(note.Attributes, XliffNamespaces.Core20), Content = note.Content };
        List<string> known = ["from"];
        if (note.From is { } from && from != made.Category)
            made = made with { Category = from };
        if (note.Attributes.ValueOf("annotates") is { } side && side != made.AppliesTo)
            made = made with { AppliesTo = side is "source" or "target" ? side : null };
        // 1.2 lets tools write any number; 2.x knows 1 to 10.
        if (note.Attributes.ValueOf("priority") is { } priority && priority != made.Priority?.ToString(CultureInfo.InvariantCulture))
            made = made with { Priority = int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10 ? number : null };
        if (made.AppliesTo is not null)
            known.Add("annotates");
        if (made.Priority is not null)
            known.Add("priority");
        return made with { Attributes = [.. made.Attributes, .. Version2Writer.Native(note, [.. known])] };
    }

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
    private bool IsApproved => from.IsApproved != true || _isTranslated;

    private string? Approved => from.Attributes.ValueOf("approved");

    /// <summary>The marks' ids, for tools that know their segments by them.</summary>
    private AttributeEntry[] Mids() =>
        _mids.Count == 0 || !_isTheirs ? [] : [new AttributeEntry(new XliffName(Carried.Prefix1, "mids", XliffNamespaces.Version12), string.Join(' ', _mids.Select(m => $"{m.Key}={m.Value}")))];

    private AttributeEntry[] Qualifier() =>
        from.Target?.StateQualifier is { } qualifier ? [new AttributeEntry(new XliffName(Carried.Prefix1, "state-qualifier", XliffNamespaces.Version12), qualifier)] : [];

    private static bool IsCandidate(XliffNode node) => node is AlternativeTranslation { Target: not null };

    /// <summary>Whether an alternative still shows a candidate that travels along. What a tool changed in one is a candidate of its own.</summary>
    private bool IsCopy(AlternativeTranslation alternative) =>
        alternative.Of(XliffNamespaces.Core20, "copy") is not null && Shown[(alternative.Source?.InnerText, alternative.Target?.InnerText)]
            .Any(a => IsSame(a, alternative));

    /// <summary>Whether two elements say the same, of whatever types they are.</summary>
    private static bool IsSame(XliffNode left, XliffNode right) => (left, right) is (XliffElement one, XliffElement other)
        ? one.Tag.Equals(other.Tag) && one.Attributes == other.Attributes && one.Content.Count == other.Content.Count && one.Content.Zip(other.Content).All(p => IsSame(p.First, p.Second))
        : left.Equals(right);

    /// <summary>The candidates that travel along, as alternatives show them, by their words.</summary>
    private ILookup<(string?, string?), AlternativeTranslation> Shown => field ??= from.Elements.OfType<Matches>().SelectMany(m => m.Items)
        .Select(m => (AlternativeTranslation)Version1Writer.Alternative(m)).ToLookup(a => (a.Source?.InnerText, a.Target?.InnerText));

    private IEnumerable<UnitPart> Parts()
    {
        var target = from.Target is { } there ? there with { Content = new SourceCodes(from).In(there.Content) } : null;
        var cut = WithoutComments(Segmented());
        if (_isLaidOut && target is not null && Indentation.Is(target.Content))
            target = target with { Content = [] };
        var translated = InMark(target, cut) is { } marked ? [marked] : SegmentMarks.Apart(target?.Content ?? []);
        var (unnoted, notes) = Apart(cut, translated);
        _isLaidOut |= Indentation.Is([.. unnoted.TakeWhile(n => n is not MarkedSpan)]);
        var marks = translated.OfType<MarkedSpan>().Where(IsPart).GroupBy(Key).ToDictionary(g => g.Key, g => g.First());
        // A unit has a segment at least. A target whose marks are gone is one text: so is the source then.
        var isWhole = !cut.Exists(n => n is MarkedSpan mark && Key(mark).IsSegment) || (target is not null && marks.Count == 0 && target.Content.Count > 0);
        if (!isWhole && Broken(cut, target, unnoted, marks) is { } reason)
        {
            losses.Add($"The segments of the unit '{from.Id}' became one: {reason}.");
            isWhole = true;
        }
        else if (isWhole && cut.Concat(translated).OfType<MarkedSpan>().Count(m => Key(m).IsSegment) > 1)
        {
            losses.Add($"The segments of the unit '{from.Id}' became one: only one of its sides shows them.");
        }

        var inline = new Version2Inline(from.Id, Inside(from).Select(e => e.Of(XliffNamespaces.Core20, "id")).OfType<string>(), _data, losses);
        _source = inline.Of([isWhole ? from.Source?.Content ?? [] : [.. cut]]);
        _target = inline.Of([isWhole ? target?.Content ?? [] : [.. translated]]);
        if (!isWhole)
            _comments.AddRange(notes);
        Tell(target);
        if (from.SegmentedSource is not null)
            TellSources(cut, isWhole);
        _isWhole = isWhole;
        return isWhole ? [Whole(target)] : Cut(cut, marks);
    }

    /// <summary>The segmented source, its marks on the outside, without what an editor put there to lay it out.</summary>
    private List<XliffNode> Segmented()
    {
        var segmented = SegmentMarks.Apart(from.SegmentedSource?.Content ?? []);
        var whole = from.Source?.Content ?? [];
        if (segmented.Count == 0 || Words(segmented) == Words(whole) || Indentation.Undone(segmented, whole) is not { } undone)
            return segmented;
        _isLaidOut = true;
        return undone;
    }

    /// <summary>The target of a unit of one segment in the mark that its tool left out; null when it has marks, or the unit more than that segment.</summary>
    private static MarkedSpan? InMark(Target? target, List<XliffNode> cut)
    {
        if (target is not { Content.Count: > 0 } || cut is not [MarkedSpan only] || !Key(only).IsSegment || SegmentMarks.Apart(target.Content).Exists(n => n is MarkedSpan mark && IsPart(mark)))
            return null;
        AttributeEntry[] space = target.Space is { } said ? [new AttributeEntry(new XliffName(Carried.Prefix2, "space", XliffNamespaces.Core20), said)] : [];
        return only with { Attributes = [.. only.Attributes.Where(a => a.Name.Is("mtype") || a.Name.Is("mid")), .. space], Content = target.Content };
    }

    /// <summary>Takes note of the comments between segments, and takes them out.</summary>
    private List<XliffNode> WithoutComments(List<XliffNode> cut)
    {
        var made = new List<XliffNode>(cut.Count);
        foreach (var node in cut)
        {
            if (node is Comment or ProcessingInstruction)
                _comments.Add((made.Count, node));
            else if (node is PlainText text && made is [.., PlainText last])
                made[^1] = new PlainText(last.Text + text.Text);
            else if (node is not PlainText { Text: "" })
                made.Add(node);
        }

        return made;
    }

    /// <summary>The target without the comments between its segments, and those by the piece of the source before which they stand.</summary>
    private static (List<XliffNode> Target, List<(int Before, XliffNode Node)> Comments) Apart(List<XliffNode> cut, List<XliffNode> target)
    {
        var comments = new List<(int Before, XliffNode Node)>();
        var before = cut.Count;
        for (var i = target.Count - 1; i >= 0; i--)
        {
            if (target[i] is MarkedSpan mark && IsPart(mark))
                before = cut.FindIndex(n => n is MarkedSpan own && IsPart(own) && Key(own) == Key(mark)) is var at and >= 0 ? at : before;
            else if (target[i] is Comment or ProcessingInstruction)
                comments.Insert(0, (before, target[i]));
        }

        NodeList rest = [.. target.Where(n => n is not (Comment or ProcessingInstruction))];
        return ([.. rest], comments);
    }

    /// <summary>Tells of words and codes that only that one of the two sources has which is left out.</summary>
    private void TellSources(List<XliffNode> cut, bool isWhole)
    {
        var whole = from.Source?.Content ?? [];
        if (isWhole && Words(cut) is { Length: > 0 } words && words != Words(whole))
        {
            losses.Add(Bare(words) == Bare(Words(whole))
                ? $"The segmented source of the unit '{from.Id}' has other white space than its source, whose white space stays."
                : $"The segmented source of the unit '{from.Id}' has other words than its source; '{words}' was left out.");
        }

        var segmented = from.SegmentedSource!.Content;
        var kept = Markup(isWhole ? whole : segmented).ToHashSet(StringComparer.Ordinal);
        losses.AddRange(Markup(isWhole ? segmented : whole).Where(m => !kept.Contains(m))
            .Select(m => $"{m} of the {(isWhole ? "segmented source" : "source")} of the unit '{from.Id}', which its {(isWhole ? "source" : "segmented source")} has not, was left out."));
    }

    /// <summary>The codes, annotations and comments of a text, each as it is written.</summary>
    internal static IEnumerable<string> Markup(NodeList content) => content.SelectMany(n => n switch
    {
        XliffElement element => (element is MarkedSpan part && IsPart(part) ? [] : new[] { Said(element) }).Concat(Markup(element.Content)),
        Comment comment => [$"<!--{comment.Text}-->"],
        ProcessingInstruction instruction => [$"<?{instruction.Target} {instruction.Data}?>"],
        _ => [],
    });

    private static string Said(XliffElement element)
    {
        var attributes = element.Attributes.Where(a => !a.Name.IsDeclaration).OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{a.Value}\"");
        return $"<{element.Tag.LocalName}{string.Concat(attributes)}>{(element is NativeCode ? element.InnerText : "")}";
    }

    /// <summary>Why the segments of the source cannot stay what they are; null when they can.</summary>
    private string? Broken(List<XliffNode> cut, Target? target, List<XliffNode> translated, Dictionary<(bool IsSegment, string Mid), MarkedSpan> marks)
    {
        var (words, whole) = (Words(cut), Words(from.Source?.Content ?? []));
        if (words != whole)
            return Bare(words) == Bare(whole) ? "its source and its segmented source differ in white space" : "the words of its source and of its segmented source differ";
        return target is not null && !Gaps(cut, translated, marks) ? "its target has others, or words or white space beside them that its source has not" : null;
    }

    private static string Bare(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static string Words(IEnumerable<XliffNode> content) => string.Concat(InlineStep.Of([.. content]).Select(s => s.Text));

    /// <summary>A mark's kind and id: segments and what stands between them are counted apart.</summary>
    private static (bool IsSegment, string Mid) Key(MarkedSpan mark) => (mark.Attributes.ValueOf("mtype") == "seg", mark.Attributes.ValueOf("mid") ?? mark.Of(XliffNamespaces.Core20, "place") ?? "");

    private void Tell(Target? target)
    {
        string[] known = ["xml:space", "xml:lang"], ofTarget = ["state", "state-qualifier"];
        IEnumerable<(string What, AttributeEntry Attribute)> Of(string what, XliffElement? element) => element?.Attributes.Select(a => (what, a)) ?? [];
        losses.AddRange(Of("source", from.Source).Concat(Of("segmented source", from.SegmentedSource)).Concat(Of("target", target))
            .Where(a => !a.Attribute.Name.IsDeclaration && !known.Contains(a.Attribute.Name.Written) && !(a.What == "target" && ofTarget.Contains(a.Attribute.Name.Written)) && a.Attribute.Name.Namespace != XliffNamespaces.Core20)
            .Select(a => $"The attribute '{a.Attribute.Name}' of the {a.What} of the unit '{from.Id}', for which 2.0 has no place, was left out."));
        if (target?.State is { } state && state.Contains(':', StringComparison.Ordinal))
            losses.Add($"The state '{state}' of the unit '{from.Id}' is 'initial' now.");
        if (target?.State is not (null or "final") && from.IsApproved == true && States.To2(target.State, null).SubState is not null)
            losses.Add($"The state '{target.State}' of the unit '{from.Id}', which is approved, is 'final' now.");
    }

    /// <summary>
    /// Whether the segments of the target are those of the source, in whatever order, and nothing beside them; notes the order, and what stands
    /// between them where it is another than in the source.
    /// </summary>
    private bool Gaps(List<XliffNode> source, List<XliffNode> target, Dictionary<(bool IsSegment, string Mid), MarkedSpan> marks)
    {
        var keys = Keys(source, marks);
        var places = Enumerable.Range(0, source.Count).ToList();
        _isOrdered = marks.Values.Any(m => Said(m) is not null);
        var stated = places.OrderBy(SaidPlace).ToList();
        if (_isOrdered && Follow(stated))
        {
            // Where a tool joined or cut segments, the places that the others state are those of before; what is plain text stays where it is.
            _isOrdered = stated.Index().All(p => SaidPlace(p.Item) == p.Index + 1) || stated.Index().Any(p => p.Item != p.Index && keys[p.Item] is null);
            if (!_isOrdered)
                Place(stated);
            return true;
        }

        // A tool that moves marks knows nothing of the places that they state.
        _isOrdered = false;
        _between.Clear();
        if (Follow(places))
            return true;
        _between.Clear();
        var moved = Moved(places, keys, target, marks);
        if (moved is null || !Follow(moved))
            return false;
        Place(moved);
        return true;

        int SaidPlace(int place) => keys[place] is { } key && marks.GetValueOrDefault(key) is { } mark && Said(mark) is { } said ? said : place + 1;

        void Place(List<int> order)
        {
            foreach (var (place, own) in order.Index().Where(m => m.Item != m.Index))
            {
                if (keys[own] is { } key)
                    _orders[key] = place + 1;
            }
        }

        bool Follow(List<int> order) => this.Follow(order.ConvertAll(p => (source[p], keys[p], p)), target);
    }

    /// <summary>The pieces of the source as the target has them when its segments took each other's places, and what is between them stayed; null for more or fewer segments.</summary>
    private static List<int>? Moved(List<int> places, List<(bool IsSegment, string Mid)?> keys, List<XliffNode> target, Dictionary<(bool IsSegment, string Mid), MarkedSpan> marks)
    {
        var shown = places.Where(p => keys[p] is { } key && marks.ContainsKey(key)).ToList();
        var own = shown.GroupBy(p => keys[p]!.Value).ToDictionary(g => g.Key, g => g.First());
        var stand = target.OfType<MarkedSpan>().Where(IsPart).Select(m => own.GetValueOrDefault(Key(m), -1)).ToList();
        if (stand.Contains(-1) || stand.Distinct().Count() != shown.Count || stand.Count != shown.Count)
            return null;
        List<int> moved = [.. places];
        for (var i = 0; i < shown.Count; i++)
            moved[shown[i]] = stand[i];
        return moved;
    }

    private static int? Said(MarkedSpan mark) => int.TryParse(mark.Of(XliffNamespaces.Core20, "order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null;

    /// <summary>By which mark of the target each piece of the source is shown there; null for plain text that is plain text there, too.</summary>
    private static List<(bool IsSegment, string Mid)?> Keys(List<XliffNode> source, Dictionary<(bool IsSegment, string Mid), MarkedSpan> marks)
    {
        var own = source.OfType<MarkedSpan>().Where(IsPart).Select(Key).ToHashSet();
        return [.. source.Select((node, at) => node is MarkedSpan mark && IsPart(mark) ? Key(mark) : Wrapped(at) is var key && marks.ContainsKey(key) && !own.Contains(key) ? key : ((bool, string)?)null)];
    }

    /// <summary>A plain text between two segments of ours whose target is another stands wrapped, by its place.</summary>
    private static (bool IsSegment, string Mid) Wrapped(int at) => (false, at.ToString(CultureInfo.InvariantCulture));

    private bool Follow(List<(XliffNode Node, (bool IsSegment, string Mid)? Key, int Place)> source, List<XliffNode> target)
    {
        var marked = Enumerable.Range(0, source.Count).Where(i => source[i].Key is not null).ToList();
        var known = new Dictionary<(bool, string), int>();
        for (var i = 0; i < marked.Count; i++)
            known.TryAdd(source[marked[i]].Key!.Value, i);
        var last = -1;
        var between = new List<XliffNode>();
        foreach (var node in target.Append(null))
        {
            if (node is not null && (node is not MarkedSpan mark || !IsPart(mark)))
            {
                between.Add(node);
                continue;
            }

            var next = node is null ? marked.Count : known.GetValueOrDefault(Key((MarkedSpan)node), -1);
            if (next <= last || !Between(source[(last < 0 ? 0 : marked[last] + 1)..(next < marked.Count ? marked[next] : source.Count)], next == last + 1, between))
                return false;
            last = next;
            between.Clear();
        }

        return true;
    }

    private bool Between(List<(XliffNode Node, (bool IsSegment, string Mid)? Key, int Place)> source, bool isNext, List<XliffNode> between)
    {
        var own = source.Where(n => n.Key is null).ToList();
        var nodes = own.ConvertAll(n => n.Node);
        if (nodes.SequenceEqual(between) || (nodes.Concat(between).All(n => n is PlainText) && Words(nodes) == Words(between)))
            return true;
        // In a unit that is laid out, layout stands for what the source has there.
        if (_isLaidOut && Indentation.Is(between) && nodes.TrueForAll(n => n is PlainText text && string.IsNullOrWhiteSpace(text.Text)))
            return true;
        // Past segments without a target, white space alone says nothing.
        if (!isNext)
            return between.TrueForAll(n => n is PlainText text && string.IsNullOrWhiteSpace(text.Text));
        if (own.Count != 1)
            return own.Count == 0 && between.TrueForAll(n => n is PlainText { Text: "" });
        _between[own[0].Place] = [.. between];
        return true;
    }

    private Segment Whole(Target? target) => Stated(new Segment
    {
        // As when segments are joined, the first one's id stays.
        Id = from.SegmentedSource?.Elements.OfType<MarkedSpan>().Where(m => Key(m).IsSegment).Select(m => m.Of(XliffNamespaces.Core20, "id")).FirstOrDefault(i => i is not null) ?? SegmentId(1),
        Source = new Source { Space = from.Source?.Space, Content = _source.Content(from.Source?.Content ?? []) },
        Target = target is null ? null : new Target { Space = target.Space, Content = _target.Content(target.Content) },
    });

    /// <summary>A segment that has a target with the state that 1.2 says of it; what 2.0 has no word for as its sub-state.</summary>
    private Segment Stated(Segment segment)
    {
        if (segment.Target is null)
            return segment;
        var (state, subState) = States.To2(from.Target?.State, Approved);
        return segment with { State = state, SubState = subState };
    }

    private IEnumerable<UnitPart> Cut(List<XliffNode> cut, Dictionary<(bool IsSegment, string Mid), MarkedSpan> targets)
    {
        var ignorables = new Queue<string>((from.Of(XliffNamespaces.Core20, "ignorables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var said = States.Earliest(cut.OfType<MarkedSpan>().Where(m => Key(m).IsSegment).Select(m => IsUntranslated(m) ? (null, null) : (m.Of(XliffNamespaces.Core20, "state"), m.Of(XliffNamespaces.Core20, "subState"))));
        var isChanged = (from.Target?.State is { } state && state != States.To1(said.State, said.SubState))
            || (Approved is { } approved && (approved == "yes") != (said.State == "final"));
        var keys = Keys(cut, targets);
        var number = 0;
        foreach (var node in cut)
        {
            number++;
            if (node is not MarkedSpan mark || !IsPart(mark))
            {
                var id = ignorables.TryDequeue(out var known) && known != NoId ? known : null;
                var own = keys[number - 1] is { } key ? TargetOf(targets[key])
                    : _between.TryGetValue(number - 1, out var between) ? new Target { Content = _target.Content(between) } : null;
                yield return new Ignorable { Id = id, Source = new Source { Content = _source.Content([node]) }, Target = own };
                continue;
            }

            var there = targets.GetValueOrDefault(Key(mark));
            var isCopy = there?.Of(XliffNamespaces.Core20, "copy") is not null && there.Content == mark.Content && !_orders.ContainsKey(Key(mark));
            var target = there is null || isCopy ? null : TargetOf(there);
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
        if (segment is { Target: null, State: not (null or "initial") } && !IsUntranslated(mark))
        {
            losses.Add($"The state '{segment.State}' of the segment {XliffConversion.Named(segment)} of the unit '{from.Id}', whose target is gone, was left out.");
            segment = segment with { State = null, SubState = null };
        }

        return isChanged ? Stated(segment) : segment;
    }

    /// <summary>Whether a segment had a state without a target when the document was made.</summary>
    private static bool IsUntranslated(MarkedSpan mark) => mark.Of(XliffNamespaces.Core20, "untranslated") is not null;

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

    private AttributeList PartAttributes(MarkedSpan mark)
    {
        // A segment has nothing but its own attributes, and the case of a plural.
        var attributes = Carried.Back(mark.Attributes, XliffNamespaces.Core20);
        Tell(attributes.Where(IsLost).Concat(mark.Attributes.Where(IsOther)));
        return [.. attributes.Where(a => !IsLost(a) && a.Name.LocalName is not ("lang" or "space" or "order" or "copy" or "untranslated" or "place"))];
        static bool IsLost(AttributeEntry attribute) => attribute.Name.Namespace.Length > 0 && attribute.Name.Namespace != XliffNamespaces.Plurals;
    }

    /// <summary>Whether an attribute is one of 1.2 besides those that make a segment.</summary>
    private static bool IsOther(AttributeEntry attribute) => attribute.Name.Namespace.Length == 0 && !attribute.Name.Is("mtype") && !attribute.Name.Is("mid");

    private void Tell(IEnumerable<AttributeEntry> ofSegment) =>
        losses.AddRange(ofSegment.Select(a => $"The attribute '{a.Name}' of a segment of the unit '{from.Id}', for which 2.0 has no place, was left out."));

    private Target TargetOf(MarkedSpan mark)
    {
        Tell(mark.Attributes.Where(a => IsOther(a) || (a.Name.Namespace.Length > 0 && !a.Name.IsDeclaration && a.Name.Namespace != XliffNamespaces.Core20)));
        return Side(new Target(), mark) with { Order = _orders.TryGetValue(Key(mark), out var order) ? order : _isOrdered ? Said(mark) : null };
    }

    private T Side<T>(T empty, MarkedSpan mark)
        where T : InlineContent
    {
        var attributes = Carried.Back(mark.Attributes, XliffNamespaces.Core20).Where(a => a.Name.Namespace.Length == 0 && a.Name.LocalName is "lang" or "space");
        return empty with
        {
            Attributes = [.. attributes.Select(a => new AttributeEntry(new XliffName("xml", a.Name.LocalName, XliffNamespaces.Xml), a.Value))],
            Content = (empty is Source ? _source : _target).Content(mark.Content),
        };
    }

    internal static bool IsPart(MarkedSpan mark) => mark.Attributes.ValueOf("mtype") is "seg" or "x-ignorable";

    /// <summary>The candidates of an alternative: one for each of its targets.</summary>
    private IEnumerable<Match> MatchesOf(AlternativeTranslation alternative, List<UnitPart> parts)
    {
        var named = _mids.FirstOrDefault(m => m.Value == alternative.Attributes.ValueOf("mid")).Key ?? parts.OfType<Segment>().First().Id;
        return alternative.Elements.OfType<Target>().Select(t => new Version2Candidate(from, language, losses).Of(alternative, t, "#" + named));
    }
}

using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Makes the segments and ignorables of a unit of XLIFF 2.0 of a translation unit of 1.x.</summary>
internal sealed class Version2Parts
{
    /// <summary>Stands for an ignorable without an id in a list of ids; no id can be it.</summary>
    internal const string NoId = "*";

    private readonly TransUnit _unit;
    private readonly List<string> _losses;
    private readonly UnitCut _cut;
    private readonly Version2Inline.Side _source;
    private readonly Version2Inline.Side _target;

    /// <param name="unit">The translation unit.</param>
    /// <param name="data">The original data of the unit; what its codes hold is added.</param>
    /// <param name="losses">Where to say what 2.0 cannot.</param>
    public Version2Parts(TransUnit unit, UnitData data, List<string> losses)
    {
        (_unit, _losses, _cut) = (unit, losses, UnitCut.Of(unit, losses));
        var inline = new Version2Inline(unit.Id, unit.Inside.Select(e => e.Of(XliffNamespaces.Core20, "id")).OfType<string>(), data, losses);
        _source = inline.Of([_cut.Pieces is null ? unit.Source?.Content ?? [] : [.. _cut.Source]]);
        _target = inline.Of([_cut.Pieces is null ? _cut.Target?.Content ?? [] : [.. _cut.Translated]]);
    }

    /// <summary>The parts.</summary>
    public UnitParts Made()
    {
        new SideLosses(_unit, _losses).Tell(_cut);
        var comments = _cut.Comments.ToLookup(c => c.Before, c => c.Node);
        if (_cut.Pieces is not { } pieces)
            return new UnitParts([Whole()], comments, [], AreMidsOurs: true);
        List<UnitPart> parts = [.. Parts(pieces)];
        return new UnitParts(parts, comments, Mids(pieces, parts), AreOurs(pieces));
    }

    /// <summary>Gives the first segment an id when it has none: candidates refer to it.</summary>
    public UnitParts Named(UnitParts parts)
    {
        var at = parts.Items.FindIndex(p => p is Segment);
        return parts.Items[at].Id is not null ? parts : parts with { Items = [.. parts.Items.Select((p, i) => i == at ? p with { Id = SegmentId(at + 1) } : p)] };
    }

    /// <summary>The ids by which tools know the segments.</summary>
    private static Dictionary<string, string> Mids(List<AlignedPiece> pieces, List<UnitPart> parts)
    {
        var mids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (piece, part) in pieces.Zip(parts))
        {
            if (part is Segment { Id: { } id } && piece.Source is MarkedSpan mark && mark.Attributes.ValueOf("mid") is { Length: > 0 } mid && !mid.Any(char.IsWhiteSpace))
                mids[id] = mid;
        }

        return mids;
    }

    /// <summary>Whether the marks of segments have the ids that ours have: their places.</summary>
    private static bool AreOurs(List<AlignedPiece> pieces) =>
        pieces.Index().All(p => p.Item.Source is not MarkedSpan mark || !PartMark.Of(mark).IsSegment || mark.Attributes.ValueOf("mid") == p.Index.ToString(CultureInfo.InvariantCulture));

    private Segment Whole() => Stated(new Segment
    {
        // As when segments are joined, the first one's id stays.
        Id = _unit.SegmentedSource?.Elements.OfType<MarkedSpan>().Where(m => PartMark.Of(m).IsSegment).Select(m => m.Of(XliffNamespaces.Core20, "id")).FirstOrDefault(i => i is not null) ?? SegmentId(1),
        Source = new Source { Space = _unit.Source?.Space, Content = _source.Content(_unit.Source?.Content ?? []) },
        Target = _cut.Target is not { } target ? null : new Target { Space = target.Space, Content = _target.Content(target.Content) },
    });

    private IEnumerable<UnitPart> Parts(List<AlignedPiece> pieces)
    {
        var ignorables = new Queue<string>((_unit.Of(XliffNamespaces.Core20, "ignorables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var isChanged = IsStateChanged(pieces);
        foreach (var (at, piece) in pieces.Index())
        {
            if (piece.Source is not MarkedSpan mark || !PartMark.Is(mark))
                yield return Unmarked(piece, ignorables.TryDequeue(out var known) && known != NoId ? known : null);
            else
                yield return Marked(piece, mark, at + 1, isChanged);
        }
    }

    /// <summary>What stands between two segments without a mark.</summary>
    private Ignorable Unmarked(AlignedPiece piece, string? id)
    {
        var target = piece.Target is { } mark ? TargetOf(mark, piece.Order) : piece.Between is { } between ? new Target { Content = _target.Content(between) } : null;
        return new Ignorable { Id = id, Source = new Source { Content = _source.Content([piece.Source]) }, Target = target };
    }

    /// <summary>The part that a mark makes.</summary>
    private UnitPart Marked(AlignedPiece piece, MarkedSpan mark, int number, bool isChanged)
    {
        var isCopy = piece.Target?.Of(XliffNamespaces.Core20, "copy") is not null && piece.Target.Content == mark.Content && !piece.IsMoved;
        var target = piece.Target is not { } there || isCopy ? null : TargetOf(there, piece.Order);
        var source = Side(new Source(), mark);
        var attributes = PartAttributes(mark);
        return PartMark.Of(mark).IsSegment
            ? Segment(mark, number, new Segment { Attributes = attributes, Source = source, Target = target }, isChanged)
            : new Ignorable { Attributes = attributes, Source = source, Target = target };
    }

    /// <summary>A segment with the id and the state that 1.2 says of it.</summary>
    private Segment Segment(MarkedSpan mark, int number, Segment segment, bool isChanged)
    {
        if (!Carried.Has(mark, XliffNamespaces.Core20) && _unit.Of(XliffNamespaces.Core20, "id") is null)
            return Stated(segment with { Id = SegmentId(number) });
        if (segment is { Target: null, State: not (null or "initial") } && !IsUntranslated(mark))
        {
            _losses.Add($"The state '{segment.State}' of the segment {XliffConversion.Named(segment)} of the unit '{_unit.Id}', whose target is gone, was left out.");
            segment = segment with { State = null, SubState = null };
        }

        return isChanged ? Stated(segment) : segment;
    }

    /// <summary>A segment that has a target with the state that 1.2 says of it; what 2.0 has no word for as its sub-state.</summary>
    private Segment Stated(Segment segment)
    {
        if (segment.Target is null)
            return segment;
        var (state, subState) = States.To2(_unit.Target?.State, _unit.Attributes.ValueOf("approved"));
        return segment with { State = state, SubState = subState };
    }

    /// <summary>Whether a tool changed the target's state or the approval since the document was made: the segments' own are of before.</summary>
    private bool IsStateChanged(List<AlignedPiece> pieces)
    {
        var said = States.Earliest(pieces.Select(p => p.Source).OfType<MarkedSpan>().Where(m => PartMark.Of(m).IsSegment).Select(m => IsUntranslated(m) ? (null, null) : (m.Of(XliffNamespaces.Core20, "state"), m.Of(XliffNamespaces.Core20, "subState"))));
        return (_unit.Target?.State is { } state && state != States.To1(said.State, said.SubState))
            || (_unit.Attributes.ValueOf("approved") is { } approved && (approved == "yes") != (said.State == "final"));
    }

    /// <summary>Whether a segment had a state without a target when the document was made.</summary>
    private static bool IsUntranslated(MarkedSpan mark) => mark.Of(XliffNamespaces.Core20, "untranslated") is not null;

    /// <summary>An id that no code of the unit has.</summary>
    private string SegmentId(int number)
    {
        var id = "s" + number.ToString(CultureInfo.InvariantCulture);
        return CodeIds.Contains(id) ? "seg-" + id : id;
    }

    private HashSet<string> CodeIds => field ??= _unit.Inside.SelectMany(e => e.Attributes).Where(a => a.Name.LocalName is "id" or "rid" or "mid").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);

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
        _losses.AddRange(ofSegment.Select(a => $"The attribute '{a.Name}' of a segment of the unit '{_unit.Id}', for which 2.0 has no place, was left out."));

    private Target TargetOf(MarkedSpan mark, int? order)
    {
        Tell(mark.Attributes.Where(a => IsOther(a) || (a.Name.Namespace.Length > 0 && !a.Name.IsDeclaration && a.Name.Namespace != XliffNamespaces.Core20)));
        return Side(new Target(), mark) with { Order = order };
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
}

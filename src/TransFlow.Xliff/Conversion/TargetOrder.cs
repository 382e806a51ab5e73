using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Holds the segments of a unit's target against those of its source, in whatever order the target has them.</summary>
internal sealed class TargetOrder
{
    private readonly List<XliffNode> _source;
    private readonly List<XliffNode> _target;
    private readonly bool _isLaidOut;
    private readonly Dictionary<PartMark, MarkedSpan> _marks;

    /// <summary>By which mark of the target each piece of the source is shown there; null for plain text that is plain text there, too.</summary>
    private readonly List<PartMark?> _keys;

    /// <param name="source">The pieces of the source.</param>
    /// <param name="target">Those of the target, without comments between them; none when there is no target.</param>
    /// <param name="isLaidOut">Whether layout may stand between segments that the source has not there.</param>
    public TargetOrder(List<XliffNode> source, List<XliffNode> target, bool isLaidOut)
    {
        (_source, _target, _isLaidOut) = (source, target, isLaidOut);
        _marks = target.OfType<MarkedSpan>().Where(PartMark.Is).GroupBy(PartMark.Of).ToDictionary(g => g.Key, g => g.First());
        var own = source.OfType<MarkedSpan>().Where(PartMark.Is).Select(PartMark.Of).ToHashSet();
        _keys = [.. source.Select((node, at) => node is MarkedSpan mark && PartMark.Is(mark) ? PartMark.Of(mark) : Wrapped(at) is var key && _marks.ContainsKey(key) && !own.Contains(key) ? key : (PartMark?)null)];
    }

    /// <summary>
    /// The pieces of the source, each with what the target has for it; null when the target's segments are not those of the source, or something
    /// stands beside them.
    /// </summary>
    public List<AlignedPiece>? Aligned()
    {
        var places = Enumerable.Range(0, _source.Count).ToList();
        var stated = places.OrderBy(StatedPlace).ToList();
        if (_marks.Values.Any(m => Stated(m) is not null) && Follow(stated) is { } asStated)
        {
            // Where a tool joined or cut segments, the places that the others state are those of before; what is plain text stays where it is.
            var isStated = stated.Index().All(p => StatedPlace(p.Item) == p.Index + 1) || stated.Index().Any(p => p.Item != p.Index && _keys[p.Item] is null);
            return isStated ? Pieces([], asStated, Stated) : Pieces(NewPlaces(stated), asStated, _ => null);
        }

        // A tool that moves marks knows nothing of the places that they state.
        if (Follow(places) is { } asSource)
            return Pieces([], asSource, _ => null);
        return Moved(places) is { } moved && Follow(moved) is { } asMoved ? Pieces(NewPlaces(moved), asMoved, _ => null) : null;
    }

    /// <summary>The pieces with what was found of the target.</summary>
    /// <param name="newPlaces">The places of those that moved.</param>
    /// <param name="between">What stands in the place of those without a mark.</param>
    /// <param name="stated">The place that a mark states, where that holds.</param>
    private List<AlignedPiece> Pieces(Dictionary<PartMark, int> newPlaces, Dictionary<int, NodeList> between, Func<MarkedSpan, int?> stated) => [.. _source.Select((node, at) =>
    {
        if (_keys[at] is not { } key)
            return new AlignedPiece(node) { Between = between.TryGetValue(at, out var there) ? there : null };
        var mark = _marks.GetValueOrDefault(key);
        return newPlaces.TryGetValue(key, out var place)
            ? new AlignedPiece(node) { Target = mark, Order = place, IsMoved = true }
            : new AlignedPiece(node) { Target = mark, Order = mark is null ? null : stated(mark) };
    })];

    /// <summary>The place that a mark of the target states, from 1; null for none.</summary>
    private static int? Stated(MarkedSpan mark) => int.TryParse(mark.Of(XliffNamespaces.Core20, "order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null;

    /// <summary>The place that the mark of a piece states, or else its own.</summary>
    private int StatedPlace(int place) => _keys[place] is { } key && _marks.GetValueOrDefault(key) is { } mark && Stated(mark) is { } stated ? stated : place + 1;

    /// <summary>The places, from 1, of the pieces that an order has elsewhere than the source.</summary>
    private Dictionary<PartMark, int> NewPlaces(List<int> order)
    {
        var places = new Dictionary<PartMark, int>();
        foreach (var (place, own) in order.Index().Where(m => m.Item != m.Index))
        {
            if (_keys[own] is { } key)
                places[key] = place + 1;
        }

        return places;
    }

    /// <summary>The pieces of the source as the target has them when its segments took each other's places, and what is between them stayed; null for more or fewer segments.</summary>
    private List<int>? Moved(List<int> places)
    {
        var shown = places.Where(p => _keys[p] is { } key && _marks.ContainsKey(key)).ToList();
        var own = shown.GroupBy(p => _keys[p]!.Value).ToDictionary(g => g.Key, g => g.First());
        var stand = _target.OfType<MarkedSpan>().Where(PartMark.Is).Select(m => own.GetValueOrDefault(PartMark.Of(m), -1)).ToList();
        if (stand.Contains(-1) || stand.Distinct().Count() != shown.Count || stand.Count != shown.Count)
            return null;
        List<int> moved = [.. places];
        for (var i = 0; i < shown.Count; i++)
            moved[shown[i]] = stand[i];
        return moved;
    }

    /// <summary>A plain text between two segments of ours whose target is another stands wrapped, by its place.</summary>
    private static PartMark Wrapped(int at) => new(false, at.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Goes through the target with the pieces of the source in an order: what stands between its segments where that is another than in the source,
    /// by the pieces in whose place it stands; null when the target has another order, or something beside the segments.
    /// </summary>
    private Dictionary<int, NodeList>? Follow(List<int> order)
    {
        var found = new Dictionary<int, NodeList>();
        var marked = Enumerable.Range(0, order.Count).Where(i => _keys[order[i]] is not null).ToList();
        var known = new Dictionary<PartMark, int>();
        for (var i = 0; i < marked.Count; i++)
            known.TryAdd(_keys[order[marked[i]]]!.Value, i);
        var last = -1;
        var between = new List<XliffNode>();
        foreach (var node in _target.Append(null))
        {
            if (node is not null && (node is not MarkedSpan mark || !PartMark.Is(mark)))
            {
                between.Add(node);
                continue;
            }

            var next = node is null ? marked.Count : known.GetValueOrDefault(PartMark.Of((MarkedSpan)node), -1);
            if (next <= last)
                return null;
            var own = order[(last < 0 ? 0 : marked[last] + 1)..(next < marked.Count ? marked[next] : order.Count)].FindAll(p => _keys[p] is null);
            if (!IsImplied(own, next == last + 1, between))
            {
                if (next != last + 1 || own.Count != 1)
                    return null;
                found[own[0]] = [.. between];
            }

            last = next;
            between.Clear();
        }

        return found;
    }

    /// <summary>Whether what stands between two segments of the target says nothing that the source does not say there.</summary>
    /// <param name="own">The pieces without marks that the source has there.</param>
    /// <param name="isNext">Whether the two segments follow each other in the source, too.</param>
    /// <param name="between">What the target has there.</param>
    private bool IsImplied(List<int> own, bool isNext, List<XliffNode> between)
    {
        var nodes = own.ConvertAll(p => _source[p]);
        if (nodes.SequenceEqual(between) || (nodes.Concat(between).All(n => n is PlainText) && WrittenText.Words(nodes) == WrittenText.Words(between)))
            return true;
        // In a unit that is laid out, layout stands for what the source has there.
        if (_isLaidOut && Indentation.Is(between) && nodes.TrueForAll(IsSpace))
            return true;
        // Past segments without a target, white space alone says nothing.
        return isNext ? nodes.Count == 0 && between.TrueForAll(n => n is PlainText { Text: "" }) : between.TrueForAll(IsSpace);
    }

    private static bool IsSpace(XliffNode node) => node is PlainText text && string.IsNullOrWhiteSpace(text.Text);
}

using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Splits and joins the segments of a unit as the specification lets tools do it (XLIFF 2.1, 4.6.2): the unit's source as a whole stays what it is.</summary>
public static class Segmentation
{
    private static readonly string[] States = ["initial", "translated", "reviewed", "final"];

    /// <summary>Splits a segment in two. Ends of codes and annotations at the very place stay in the first, everything else at it goes to the second; a code that spans the place becomes a start and an end.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="part">Which of its <see cref="Unit.Parts"/>, from 0; a segment.</param>
    /// <param name="sourceAt">Where in the source: characters (UTF-16) of its text, codes not counted; neither at its start nor at its end, nor inside of what people see as one character.</param>
    /// <param name="targetAt">Where in the target, likewise, or at one of its ends; null leaves the whole target in the first, which is translated at most then, since it says more than its source, and the second is initial.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">There is no such segment or place, or the segment may not be split. Files and groups may forbid it too: see <see cref="Inheritance.Resolve"/>.</exception>
    public static Unit Split(Unit unit, int part, int sourceAt, int? targetAt = null) => Split(unit, part, sourceAt, targetAt, null);

    private static Unit Split(Unit unit, int part, int sourceAt, int? targetAt, XliffContainer? forbidding)
    {
        var parts = unit.Parts.ToList();
        var segment = Segment(unit, parts, part, forbidding);
        if (sourceAt <= 0 || sourceAt >= InlineCut.Length(segment.Source))
            throw new ArgumentException("The place is not inside the segment's source.", nameof(sourceAt));
        if (targetAt is { } place && (segment.Target is null || place < 0 || place > InlineCut.Length(segment.Target)))
            throw new ArgumentException("The place is not in the segment's target.", nameof(targetAt));
        if (IsInside(segment.Source, sourceAt) || (targetAt is { } inside && IsInside(segment.Target, inside)))
            throw new ArgumentException("The place is inside a character.", nameof(sourceAt));
        var (sourceLeft, sourceRight) = InlineCut.At(segment.Source!.Content, sourceAt);
        var (targetLeft, targetRight) = targetAt is { } at ? InlineCut.At(segment.Target!.Content, at) : (segment.Target?.Content ?? [], []);
        var order = TargetOrder(parts);
        // Whoever reviewed or approved the target did so beside the whole source.
        var isAskew = targetAt is null && segment.Target is not null && Rank(segment.State) > Rank("translated");
        var first = segment with
        {
            Source = segment.Source with { Content = sourceLeft },
            Target = segment.Target is null ? null : segment.Target with { Content = targetLeft, Order = null },
            State = isAskew ? "translated" : segment.State,
            SubState = isAskew ? null : segment.SubState,
        };
        var second = segment with
        {
            Id = segment.Id is { } id ? FreeId(unit, id) : null,
            Source = segment.Source with { Content = sourceRight },
            Target = targetAt is null ? null : segment.Target! with { Content = targetRight, Order = null },
            State = targetAt is null && segment.Target is not null ? null : segment.State,
            SubState = targetAt is null && segment.Target is not null ? null : segment.SubState,
        };
        Copied(unit, segment, first, second);
        parts.RemoveAt(part);
        parts.InsertRange(part, [first, second]);
        order = [.. order.SelectMany(p => p == part ? [part, part + 1] : new[] { p > part ? p + 1 : p })];
        return With(unit, parts, order, (part, 1, 2));
    }

    /// <summary>Throws when a code was cut in two that another copies: a copy is of the kind of what it copies (XLIFF 2.1, 4.3.1.3).</summary>
    private static void Copied(Unit unit, Segment whole, Segment first, Segment second)
    {
        static IEnumerable<Code> Inside(XliffElement? element) => element is null ? [] : element.Elements.SelectMany(e => e is Code code ? Inside(e).Prepend(code) : Inside(e));
        static Dictionary<string, int> Spanning(params XliffElement?[] contents) => contents.SelectMany(Inside).OfType<SpanningCode>().CountBy(c => c.Id).ToDictionary(StringComparer.Ordinal);
        var left = Spanning(first.Source, first.Target, second.Source, second.Target);
        foreach (var (id, count) in Spanning(whole.Source, whole.Target))
        {
            if (left.GetValueOrDefault(id) < count && unit.Parts.SelectMany(p => Inside(p.Source).Concat(Inside(p.Target))).FirstOrDefault(c => c.CopyOf == id) is { } copy)
                throw new ArgumentException($"The code '{id}' is copied by the code '{copy.Id}', and a copy is of one piece as it is; it cannot be cut in two.", nameof(unit));
        }
    }

    /// <summary>Joins segments and what stands between them. The earliest state wins, with its sub-state; a start and an end that come together so are one code again.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="first">The first of its <see cref="Unit.Parts"/>, from 0; a segment.</param>
    /// <param name="last">The last; a segment after it.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">There are no such segments, one may not be joined, or their targets do not follow one another.</exception>
    public static Unit Join(Unit unit, int first, int last)
    {
        var (joined, redirection) = Join(unit, first, last, null);
        return (Unit)redirection.In(joined);
    }

    private static (Unit Unit, Redirection Redirection) Join(Unit unit, int first, int last, XliffContainer? forbidding)
    {
        var parts = unit.Parts.ToList();
        if (last <= first)
            throw new ArgumentException("The last segment has to come after the first.", nameof(last));
        _ = Segment(unit, parts, last, forbidding);
        var begin = Segment(unit, parts, first, forbidding);
        var joined = parts.GetRange(first, last - first + 1);
        foreach (var segment in joined.OfType<Segment>())
            _ = Segment(unit, parts, parts.IndexOf(segment), forbidding);
        var order = TargetOrder(parts);
        var start = order.IndexOf(first);
        if (!order.Skip(start).Take(joined.Count).SequenceEqual(Enumerable.Range(first, joined.Count)))
            throw new ArgumentException("The targets of the segments do not follow one another; put them in order first.", nameof(last));
        var segments = joined.OfType<Segment>().ToList();
        if (segments.Exists(s => s.Case != begin.Case))
            throw new ArgumentException("The segments are for different cases of plural, gender or select (pgs:case).", nameof(last));
        var hasTarget = segments.Exists(s => s.Target is not null);
        var earliest = segments.MinBy(s => s.Target is null ? 0 : Rank(s.State))!;
        var id = joined.Select(p => p.Id).FirstOrDefault(i => i is not null);
        var one = begin with
        {
            Id = id,
            State = !hasTarget ? begin.State : earliest.Target is null ? null : earliest.State,
            SubState = !hasTarget ? begin.SubState : earliest.Target is null ? null : earliest.SubState,
            Source = begin.Source! with { Space = Space(joined.Select(p => p.Source)), Content = InlineCut.Join([.. joined.Select(p => p.Source?.Content ?? [])]) },
            Target = !hasTarget ? null : (begin.Target ?? begin.Empty) with
            {
                Order = null,
                Space = Space(joined.Select(p => p.Target)),
                Content = InlineCut.Join([.. joined.Select(p => p.Target?.Content ?? (p is Ignorable ? p.Source?.Content : null) ?? [])]),
            },
        };
        parts.RemoveRange(first, joined.Count);
        parts.Insert(first, one);
        order = [.. order.Where(p => p <= first || p > last).Select(p => p > last ? p - joined.Count + 1 : p)];
        var gone = joined.Select(p => p.Id).OfType<string>().Where(i => i != id).ToHashSet(StringComparer.Ordinal);
        return (With(unit, parts, order, (first, joined.Count, 1)), new Redirection(unit.Id, gone, id!));
    }

    /// <summary>Splits a segment of a document, where neither its unit nor what holds it forbids.</summary>
    /// <param name="document">The document, of the 2.x family.</param>
    /// <param name="unit">The unit itself, as it stands in the document.</param>
    /// <param name="part">Which of its parts, as in <see cref="Split(Unit, int, int, int?)"/>.</param>
    /// <param name="sourceAt">Where in the source.</param>
    /// <param name="targetAt">Where in the target; null leaves the whole target in the first.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">As there, or a file or group forbids it.</exception>
    public static XliffDocument Split(XliffDocument document, Unit unit, int part, int sourceAt, int? targetAt = null)
    {
        var (_, forbidding) = Around(document, unit);
        return (XliffDocument)Replacement.In(document, unit, Split(unit, part, sourceAt, targetAt, forbidding));
    }

    /// <summary>Joins segments of a document, where neither their unit nor what holds it forbids.</summary>
    /// <param name="document">The document, of the 2.x family.</param>
    /// <param name="unit">The unit itself, as it stands in the document.</param>
    /// <param name="first">The first, as in <see cref="Join(Unit, int, int)"/>.</param>
    /// <param name="last">The last.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">As there, or a file or group forbids it.</exception>
    public static XliffDocument Join(XliffDocument document, Unit unit, int first, int last)
    {
        var (file, forbidding) = Around(document, unit);
        var (joined, redirection) = Join(unit, first, last, forbidding);
        return (XliffDocument)(redirection with { File = file }).In(Replacement.In(document, unit, joined));
    }

    /// <summary>The id of the file of a unit, and what around it forbids to split and join, unless a segment allows it itself.</summary>
    private static (string File, XliffContainer? Forbidding) Around(XliffDocument document, Unit unit)
    {
        var around = Replacement.Chain(document, unit) ?? throw new ArgumentException("The unit does not stand in the document.", nameof(unit));
        var closest = around.OfType<XliffContainer>().LastOrDefault(c => c.CanResegment is not null);
        return (around.OfType<XliffFile>().First().Id, closest is { CanResegment: false } ? closest : null);
    }

    private static Segment Segment(Unit unit, List<UnitPart> parts, int at, XliffContainer? forbidding)
    {
        if (at < 0 || at >= parts.Count || parts[at] is not Segment { Source: not null } segment)
            throw new ArgumentException($"The unit '{unit.Id}' has no segment at place {at.ToString(CultureInfo.InvariantCulture)}.", nameof(at));
        if ((segment.CanResegment ?? unit.CanResegment) == false)
            throw new ArgumentException("The segment may be neither split nor joined (canResegment=\"no\").", nameof(at));
        if (segment.CanResegment is null && forbidding is not null)
            throw new ArgumentException($"The {forbidding.Tag.LocalName} '{forbidding.Id}' forbids to split and join segments in it (canResegment=\"no\").", nameof(at));
        return segment;
    }

    /// <summary>Whether a place is inside of what people see as one character: an emoji and its colour, a letter and its marks, a syllable of several letters.</summary>
    private static bool IsInside(InlineContent? content, int at)
    {
        var text = string.Concat(content?.Steps.Select(s => s.Text) ?? []);
        var start = 0;
        while (start < at && start < text.Length)
            start += StringInfo.GetNextTextElementLength(text, start);
        return start != at;
    }

    private static int Rank(string? state) => Math.Max(0, Array.IndexOf(States, state));

    /// <summary>Where they differ, white space counts.</summary>
    private static string? Space(IEnumerable<XliffElement?> sides)
    {
        var spaces = sides.OfType<XliffElement>().Select(s => s.Space).Distinct().ToList();
        return spaces.Count == 1 ? spaces[0] : "preserve";
    }

    /// <summary>The places of parts in the order of the target.</summary>
    private static List<int> TargetOrder(List<UnitPart> parts) => [.. Enumerable.Range(0, parts.Count).OrderBy(p => parts[p].Target?.Order ?? p + 1)];

    /// <summary>
    /// The unit with other parts, and with <c>order</c> on those targets only that are elsewhere than their sources. What stands between
    /// segments gets a target for it when it needs one; a segment without a target says nothing wherever it stands.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="parts">Its parts now.</param>
    /// <param name="order">Their places in the order of the target.</param>
    /// <param name="change">From where on how many parts became how many; comments between parts that became one stand behind it.</param>
    private static Unit With(Unit unit, List<UnitPart> parts, List<int> order, (int From, int Old, int New) change)
    {
        var content = new List<XliffNode>();
        var at = 0;
        foreach (var node in unit.Content)
        {
            if (node is not UnitPart)
                content.Add(node);
            else if (at < change.From || at >= change.From + change.Old)
                Add(at < change.From ? at : at - change.Old + change.New);
            else if (at == change.From)
                Enumerable.Range(at, change.New).ToList().ForEach(Add);
            at += node is UnitPart ? 1 : 0;
        }

        return unit with { Content = [.. content] };
        void Add(int place) => content.Add(At(parts[place], place, order.IndexOf(place), isMade: change.New < change.Old));
    }

    /// <summary>A part with the order of its target.</summary>
    /// <param name="part">The part.</param>
    /// <param name="own">Its place in the source.</param>
    /// <param name="place">Its place in the target.</param>
    /// <param name="isMade">Whether splitting may have made a target that says what the source says, only for its order; it goes when it needs none.</param>
    private static UnitPart At(UnitPart part, int own, int place, bool isMade)
    {
        var target = part.Target ?? (place != own ? part.ImpliedTarget : null);
        if (target is null || (target.Order is null && place == own))
            return part;
        target = target with { Order = place != own ? place + 1 : null };
        return part with { Target = place == own && isMade && target == part.ImpliedTarget ? null : target };
    }

    private static string FreeId(Unit unit, string id)
    {
        var taken = unit.Parts.Select(p => p.Id).Concat(unit.Parts.SelectMany(p => Ids(p))).ToHashSet(StringComparer.Ordinal);
        var number = 2;
        string free;
        do
            free = $"{id}-{number++.ToString(CultureInfo.InvariantCulture)}";
        while (taken.Contains(free));
        return free;
    }

    private static IEnumerable<string?> Ids(XliffElement element) => element.Elements.SelectMany(e => Ids(e).Prepend(e.Attributes.ValueOf("id")));
}

namespace TransFlow.Xliff;

/// <summary>A translation unit of 1.x, its two sides cut at the marks of their segments.</summary>
/// <param name="Source">The pieces of the segmented source: marks, and what stands between them.</param>
/// <param name="Target">The target, its codes as the source has them; null for none.</param>
/// <param name="Translated">The pieces of the target.</param>
/// <param name="Pieces">The pieces of the source with what the target has for each; null when the unit is one segment.</param>
/// <param name="Comments">The comments between the parts, each with the number of parts before it.</param>
internal sealed record UnitCut(List<XliffNode> Source, Target? Target, List<XliffNode> Translated, List<AlignedPiece>? Pieces, List<(int Before, XliffNode Node)> Comments)
{
    /// <summary>Cuts a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="losses">Where to say that its segments became one.</param>
    public static UnitCut Of(TransUnit unit, List<string> losses)
    {
        var target = unit.Target is { } there ? there with { Content = new SourceCodes(unit).In(there.Content) } : null;
        var (segmented, isLaidOut) = Segmented(unit);
        var (source, comments) = WithoutComments(segmented);
        if (isLaidOut && target is not null && Indentation.Is(target.Content))
            target = target with { Content = [] };
        var translated = InMark(target, source) is { } marked ? [marked] : SegmentMarks.Apart(target?.Content ?? []);
        var (unnoted, notes) = Apart(source, translated);
        isLaidOut |= Indentation.Is([.. unnoted.TakeWhile(n => n is not MarkedSpan)]);
        List<AlignedPiece>? pieces = null;
        string? reason = null;
        // A unit has a segment at least. A target whose marks are gone is one text: so is the source then.
        if (!source.Exists(IsSegment) || (target is { Content.Count: > 0 } && !translated.Exists(IsPart)))
            reason = source.Concat(translated).Count(IsSegment) > 1 ? "only one of its sides shows them" : null;
        else if ((reason = Differing(source, unit.Source?.Content ?? [])) is null && (pieces = new TargetOrder(source, unnoted, isLaidOut).Aligned()) is null)
            reason = "its target has others, or words or white space beside them that its source has not";
        if (reason is not null)
            losses.Add($"The segments of the unit '{unit.Id}' became one: {reason}.");
        // Segments that became one have no place between them.
        return new UnitCut(source, target, translated, pieces, pieces is null ? comments.ConvertAll(c => (0, c.Node)) : [.. comments, .. notes]);
    }

    /// <summary>The segmented source, its marks on the outside, without what an editor put there to lay it out; and whether there was such.</summary>
    private static (List<XliffNode> Content, bool IsLaidOut) Segmented(TransUnit unit)
    {
        var segmented = SegmentMarks.Apart(unit.SegmentedSource?.Content ?? []);
        var whole = unit.Source?.Content ?? [];
        return segmented.Count == 0 || WrittenText.Words(segmented) == WrittenText.Words(whole) || Indentation.Undone(segmented, whole) is not { } undone ? (segmented, false) : (undone, true);
    }

    /// <summary>The target of a unit of one segment in the mark that its tool left out; null when it has marks, or the unit more than that segment.</summary>
    private static MarkedSpan? InMark(Target? target, List<XliffNode> source)
    {
        if (target is not { Content.Count: > 0 } || source is not [MarkedSpan only] || !IsSegment(only) || SegmentMarks.Apart(target.Content).Exists(IsPart))
            return null;
        AttributeEntry[] space = target.Space is { } said ? [new AttributeEntry(new XliffName(Carried.Prefix2, "space", XliffNamespaces.Core20), said)] : [];
        return only with { Attributes = [.. only.Attributes.Where(a => a.Name.Is("mtype") || a.Name.Is("mid")), .. space], Content = target.Content };
    }

    /// <summary>The source without the comments between its segments, and those by the number of pieces before each.</summary>
    private static (List<XliffNode> Source, List<(int Before, XliffNode Node)> Comments) WithoutComments(List<XliffNode> source)
    {
        var made = new List<XliffNode>(source.Count);
        var comments = new List<(int Before, XliffNode Node)>();
        foreach (var node in source)
        {
            if (node is Comment or ProcessingInstruction)
                comments.Add((made.Count, node));
            else if (node is PlainText text && made is [.., PlainText last])
                made[^1] = new PlainText(last.Text + text.Text);
            else if (node is not PlainText { Text: "" })
                made.Add(node);
        }

        return (made, comments);
    }

    /// <summary>The target without the comments between its segments, and those by the piece of the source before which they stand.</summary>
    private static (List<XliffNode> Target, List<(int Before, XliffNode Node)> Comments) Apart(List<XliffNode> source, List<XliffNode> target)
    {
        var comments = new List<(int Before, XliffNode Node)>();
        var before = source.Count;
        for (var i = target.Count - 1; i >= 0; i--)
        {
            if (target[i] is MarkedSpan mark && PartMark.Is(mark))
                before = source.FindIndex(n => n is MarkedSpan own && PartMark.Is(own) && PartMark.Of(own) == PartMark.Of(mark)) is var at and >= 0 ? at : before;
            else if (target[i] is Comment or ProcessingInstruction)
                comments.Insert(0, (before, target[i]));
        }

        NodeList rest = [.. target.Where(n => n is not (Comment or ProcessingInstruction))];
        return ([.. rest], comments);
    }

    /// <summary>How the segmented source differs from the whole one so that it cannot be cut; null when it does not.</summary>
    private static string? Differing(List<XliffNode> source, NodeList whole)
    {
        var (words, others) = (WrittenText.Words(source), WrittenText.Words(whole));
        if (words == others)
            return null;
        return WrittenText.Bare(words) == WrittenText.Bare(others) ? "its source and its segmented source differ in white space" : "the words of its source and of its segmented source differ";
    }

    private static bool IsPart(XliffNode node) => node is MarkedSpan mark && PartMark.Is(mark);

    private static bool IsSegment(XliffNode node) => node is MarkedSpan mark && PartMark.Of(mark).IsSegment;
}

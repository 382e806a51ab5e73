namespace TransFlow.Xliff;

/// <summary>What a step through inline content meets.</summary>
public enum InlineStepKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A code that stands alone: <c>ph</c>, in 1.2 <c>x</c>, <c>ph</c>, or an <c>it</c> that says neither open nor close.</summary>
    Code,

    /// <summary>The start of a code that spans text: of <c>pc</c>, or <c>sc</c>; in 1.2 of <c>g</c>, <c>bx</c>, <c>bpt</c>.</summary>
    SpanStart,

    /// <summary>Its end: of <c>pc</c>, or <c>ec</c>; in 1.2 of <c>g</c>, <c>ex</c>, <c>ept</c>.</summary>
    SpanEnd,

    /// <summary>The start of an annotation: of <c>mrk</c>, or <c>sm</c>.</summary>
    MarkStart,

    /// <summary>Its end: of <c>mrk</c>, or <c>em</c>.</summary>
    MarkEnd,
}

/// <summary>One step through inline content.</summary>
/// <param name="Kind">What it meets.</param>
/// <param name="Id">The code's or annotation's id, the same at both ends; empty for text, or when the document does not say.</param>
/// <param name="Text">The text; empty for anything else.</param>
/// <param name="Node">The node.</param>
public readonly record struct InlineStep(InlineStepKind Kind, string Id, string Text, XliffNode Node)
{
    /// <summary>The steps through a content. Elements that nobody knows are passed through; what codes of 1.2 hold is markup, not words.</summary>
    /// <param name="content">The content.</param>
    public static IEnumerable<InlineStep> Of(NodeList content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            var node = content[i];
            if (node is PlainText text)
            {
                yield return new(InlineStepKind.Text, "", text.Text, node);
                continue;
            }

            if (node is not XliffElement element)
                continue;
            if (element is CodePoint point)
                yield return new(InlineStepKind.Text, "", point.Text, node);
            else if (Alone(element) is { } alone)
                yield return alone;
            else
            {
                foreach (var step in Around(element))
                    yield return step;
            }
        }
    }

    /// <summary>The one step of an element that holds no words; null for one that spans some.</summary>
    private static InlineStep? Alone(XliffElement element) => element switch
    {
        StandaloneCode code => new(InlineStepKind.Code, code.Id, "", code),
        SpanningCodeStart start => new(InlineStepKind.SpanStart, start.Id, "", start),
        SpanningCodeEnd end => new(InlineStepKind.SpanEnd, end.StartRef ?? end.Id, "", end),
        MarkedSpanStart start => new(InlineStepKind.MarkStart, start.Id, "", start),
        MarkedSpanEnd end => new(InlineStepKind.MarkEnd, end.StartRef, "", end),
        NativeCode native => new(native.Step, native.PairId, "", native),
        _ => null,
    };

    private static IEnumerable<InlineStep> Around(XliffElement element)
    {
        var (start, end, id) = element switch
        {
            SpanningCode code => (InlineStepKind.SpanStart, InlineStepKind.SpanEnd, code.Id),
            PairedCode code => (InlineStepKind.SpanStart, InlineStepKind.SpanEnd, code.Id),
            MarkedSpan mark => (InlineStepKind.MarkStart, InlineStepKind.MarkEnd, mark.Id),
            _ => (InlineStepKind.Text, InlineStepKind.Text, ""),
        };
        if (start != InlineStepKind.Text)
            yield return new(start, id, "", element);
        foreach (var step in Of(element.Content))
            yield return step;
        if (end != InlineStepKind.Text)
            yield return new(end, id, "", element);
    }
}

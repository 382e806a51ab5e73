namespace TransFlow.Xliff;

/// <summary>Brings the segment marks of 1.2 to the outside where tools put something around them, as <c>g</c> around two segments.</summary>
internal static class SegmentMarks
{
    /// <summary>The marks and what stands between them: a code around one goes into it, one around several becomes a start in the first and an end in the last, an annotation one in each. A code that holds words or codes beside the marks stays around them, too.</summary>
    /// <param name="content">A <c>seg-source</c>'s or target's content.</param>
    public static List<XliffNode> Apart(NodeList content)
    {
        var made = new List<XliffNode>();
        var starts = new List<XliffNode>();
        var ends = new List<XliffNode>();
        var last = -1;
        var flat = content.SelectMany(n => Flat(n)).ToList();
        var outside = Outside(flat);
        foreach (var node in flat)
        {
            if (node is NativeCode { PairRef: { } id } && IsMade(node) && outside.Contains(id))
            {
                Close(made, last, ends);
                made.Add(node);
            }
            else if (IsMade(node) && (last < 0 || node is NativeCode { Step: InlineStepKind.SpanStart }))
            {
                starts.Add(node);
            }
            else if (IsMade(node))
            {
                ends.Add(node);
            }
            else if (node is MarkedSpan mark && PartMark.Is(mark))
            {
                Close(made, last, ends);
                last = made.Count;
                made.Add(starts.Count == 0 ? mark : mark with { Content = [.. starts, .. mark.Content] });
                starts.Clear();
            }
            else if (node is not PlainText { Text: "" })
            {
                made.Add(node);
            }
        }

        Close(made, last, ends);
        return [.. made, .. starts];
    }

    /// <summary>The codes whose first or last thing is no mark.</summary>
    private static HashSet<string> Outside(List<XliffNode> flat)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < flat.Count; i++)
        {
            if (flat[i] is not NativeCode { Position: "made", PairRef: { } id } half)
                continue;
            var step = half.Step == InlineStepKind.SpanStart ? 1 : -1;
            var at = i + step;
            while (at >= 0 && at < flat.Count && ((IsMade(flat[at]) && ((NativeCode)flat[at]).Step == half.Step) || flat[at] is PlainText text && string.IsNullOrWhiteSpace(text.Text)))
                at += step;
            if (at >= 0 && at < flat.Count && !(flat[at] is MarkedSpan mark && PartMark.Is(mark)))
                found.Add(id);
        }

        return found;
    }

    /// <summary>Puts ends into the mark after which they came.</summary>
    private static void Close(List<XliffNode> made, int last, List<XliffNode> ends)
    {
        if (ends.Count > 0)
            made[last] = (MarkedSpan)made[last] is var mark ? mark with { Content = [.. mark.Content, .. ends] } : made[last];
        ends.Clear();
    }

    private static IEnumerable<XliffNode> Flat(XliffNode node) => node switch
    {
        PairedCode code when HoldsMarks(code) => code.Content.SelectMany(Flat).ToList() is var inside && inside is [MarkedSpan only] && PartMark.Is(only)
            ? [only with { Content = [code with { Content = only.Content }] }]
            : [Half("bx", code), .. inside, Half("ex", code)],
        MarkedSpan mark when !PartMark.Is(mark) && HoldsMarks(mark) => mark.Content.SelectMany(Flat).Select(n => Within(n, mark)),
        _ => [node],
    };

    /// <summary>What an annotation says of several segments, said of each.</summary>
    private static XliffNode Within(XliffNode node, MarkedSpan around) => node switch
    {
        MarkedSpan mark when PartMark.Is(mark) => mark with { Content = [around with { Content = mark.Content }] },
        _ when IsMade(node) => node,
        _ => around with { Content = [node] },
    };

    private static bool HoldsMarks(XliffElement element) => element.Elements.Any(e => (e is MarkedSpan mark && PartMark.Is(mark)) || HoldsMarks(e));

    /// <summary>A half of a code; what else the code says, its start says.</summary>
    private static NativeCode Half(string name, PairedCode code)
    {
        var half = new NativeCode(name, name == "bx" ? code.Id : code.Id + "-end") { PairRef = code.Id, Type = code.Type, Position = "made", EquivalentText = code.Attributes.ValueOf("equiv-text") };
        var rest = code.Attributes.Where(a => name == "bx" && a.Name.Namespace != XliffNamespaces.Core20 && !(a.Name.Namespace.Length == 0 && a.Name.LocalName is "id" or "ctype" or "equiv-text" or "rid" or "pos"));
        return half with { Attributes = [.. half.Attributes, .. rest] };
    }

    /// <summary>Whether a code is half of one that stood around marks.</summary>
    public static bool IsMade(XliffNode node) => node is NativeCode { Position: "made" };
}

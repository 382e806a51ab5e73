namespace TransFlow.Xliff;

/// <summary>Brings the segment marks of 1.2 to the outside where tools put codes around them, as <c>g</c> around two segments.</summary>
internal static class SegmentMarks
{
    /// <summary>The marks and what stands between them: a code around several becomes a start in the first and an end in the last.</summary>
    /// <param name="content">A <c>seg-source</c>'s or target's content.</param>
    public static List<XliffNode> Apart(NodeList content)
    {
        var flat = content.SelectMany(Flat).ToList();
        var made = new List<XliffNode>();
        var starts = new List<XliffNode>();
        foreach (var node in flat)
        {
            if (node is NativeCode { Step: InlineStepKind.SpanStart } && !made.Contains(node) && IsMade(node))
                starts.Add(node);
            else if (IsMade(node) && made.FindLastIndex(n => n is MarkedSpan) is >= 0 and var last)
                made[last] = ((MarkedSpan)made[last]) with { Content = [.. ((MarkedSpan)made[last]).Content, node] };
            else if (node is MarkedSpan mark && Version2UnitWriter.IsPart(mark) && starts.Count > 0)
            {
                made.Add(mark with { Content = [.. starts, .. mark.Content] });
                starts.Clear();
            }
            else if (node is not PlainText { Text: "" })
            {
                made.Add(node);
            }
        }

        return [.. made, .. starts];
    }

    private static IEnumerable<XliffNode> Flat(XliffNode node)
    {
        if (node is not PairedCode code || !HoldsMarks(code))
            return [node];
        return [Half("bx", code), .. code.Content.SelectMany(Flat), Half("ex", code)];
    }

    private static bool HoldsMarks(XliffElement element) => element.Elements.Any(e => (e is MarkedSpan mark && Version2UnitWriter.IsPart(mark)) || HoldsMarks(e));

    private static NativeCode Half(string name, PairedCode code) => new(name, name == "bx" ? code.Id : code.Id + "-end") { PairRef = code.Id, Type = code.Type, Position = "made" };

    private static bool IsMade(XliffNode node) => node is NativeCode { Position: "made" };
}

namespace TransFlow.Xliff;

/// <summary>Cuts inline content in two and puts it together again.</summary>
internal static class InlineCut
{
    /// <summary>How many characters of text there are.</summary>
    public static int Length(XliffElement? element) => element?.Content.Sum(Length) ?? 0;

    /// <summary>Cuts content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="at">Where, in characters of its text.</param>
    public static (NodeList Left, NodeList Right) At(NodeList content, int at)
    {
        List<XliffNode> left = [], right = [];
        foreach (var node in content)
        {
            var length = Length(node);
            if (right.Count > 0)
            {
                right.Add(node);
            }
            else if (length <= at && (length > 0 || at > 0 || node is SpanningCodeEnd or MarkedSpanEnd))
            {
                left.Add(node);
                at -= length;
            }
            else if (at == 0)
            {
                right.Add(node);
            }
            else
            {
                Inside(node, at, left, right);
            }
        }

        return ([.. left], [.. right]);
    }

    /// <summary>Puts contents together; a start in one and an end in a later one become a spanning code again where they nest.</summary>
    public static NodeList Join(IReadOnlyList<NodeList> contents)
    {
        var nodes = new List<(XliffNode Node, int From)>();
        for (var i = 0; i < contents.Count; i++)
            nodes.AddRange(contents[i].Select(n => (n, i)));
        for (var end = 0; end < nodes.Count; end++)
        {
            if (StartRef(nodes[end].Node) is not { } id)
                continue;
            var start = nodes.FindLastIndex(end, n => Id(n.Node) == id);
            if (start < 0 || nodes[start].From == nodes[end].From || !IsBalanced(nodes.GetRange(start + 1, end - start - 1)))
                continue;
            var whole = InlinePairs.Together((XliffElement)nodes[start].Node, (XliffElement)nodes[end].Node, [.. nodes.GetRange(start + 1, end - start - 1).Select(n => n.Node)]);
            var from = nodes[end].From;
            nodes.RemoveRange(start, end - start + 1);
            nodes.Insert(start, (whole, from));
            end = start;
        }

        return [.. nodes.Select(n => n.Node)];
    }

    private static int Length(XliffNode node) => node switch
    {
        PlainText text => text.Text.Length,
        CodePoint point => point.Text.Length,
        SpanningCode or MarkedSpan => Length((XliffElement?)node),
        _ => 0,
    };

    private static void Inside(XliffNode node, int at, List<XliffNode> left, List<XliffNode> right)
    {
        if (node is PlainText text)
        {
            left.Add(new PlainText(text.Text[..at]));
            right.Add(new PlainText(text.Text[at..]));
            return;
        }

        var element = (XliffElement)node;
        var (inLeft, inRight) = At(element.Content, at);
        var (start, end) = InlinePairs.Apart(element);
        left.Add(start);
        left.AddRange(inLeft);
        right.AddRange(inRight);
        right.Add(end);
    }

    private static string? Id(XliffNode node) => node switch { SpanningCodeStart start => start.Id, MarkedSpanStart start => start.Id, _ => null };

    private static string? StartRef(XliffNode node) => node switch { SpanningCodeEnd end => end.StartRef, MarkedSpanEnd end => end.StartRef, _ => null };

    /// <summary>Whether every start has its end inside and every end its start.</summary>
    private static bool IsBalanced(List<(XliffNode Node, int From)> nodes)
    {
        var starts = nodes.Select(n => Id(n.Node)).OfType<string>().ToList();
        var ends = nodes.Select(n => StartRef(n.Node)).OfType<string>().ToList();
        return starts.Order(StringComparer.Ordinal).SequenceEqual(ends.Order(StringComparer.Ordinal));
    }
}

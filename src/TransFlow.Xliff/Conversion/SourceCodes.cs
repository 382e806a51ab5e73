namespace TransFlow.Xliff;

/// <summary>
/// What the codes of a unit's source carry of 2.x. Tools write a code of the target by its id alone, and in 1.2 it is the source's code of that id.
/// </summary>
/// <param name="unit">The unit.</param>
internal sealed class SourceCodes(TransUnit unit)
{
    private readonly Dictionary<(string Kind, string Id), AttributeEntry[]> _carried = (((XliffElement?)unit.SegmentedSource ?? unit.Source)?.Inside ?? [])
        .Where(e => e is PairedCode or NativeCode && Carried.Has(e, XliffNamespaces.Core20)).GroupBy(NameOf)
        .ToDictionary(g => g.Key, g => g.First().Attributes.Where(a => a.Name.Namespace == XliffNamespaces.Core20 || Version2Inline.MayHave(g.First(), a.Name)).ToArray());

    /// <summary>A target's content whose codes carry what the source's do.</summary>
    /// <param name="content">The content.</param>
    public NodeList In(NodeList content) => _carried.Count == 0 ? content : [.. AsInSource(content).Select(n => n switch
    {
        XliffElement code when code is PairedCode or NativeCode && !Carried.Has(code, XliffNamespaces.Core20) && _carried.TryGetValue(NameOf(code), out var carried)
            => code with { Attributes = [.. code.Attributes, .. carried], Content = In(code.Content) },
        XliffElement element => element with { Content = In(element.Content) },
        _ => n,
    })];

    /// <summary>Some tools know other elements than the source has: two ends of the id of its <c>g</c> are that, and a code that holds the markup is its <c>x</c>.</summary>
    private List<XliffNode> AsInSource(NodeList content)
    {
        var nodes = content.ToList();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is not NativeCode code || Carried.Has(code, XliffNamespaces.Core20) || _carried.ContainsKey(NameOf(code)))
                continue;
            if (code.Step == InlineStepKind.Code && code.Tag.LocalName != "x" && _carried.ContainsKey(("x", code.Id)))
            {
                nodes[i] = new NativeCode("x", code.Id) { Tag = Tag(code, "x") };
            }
            else if (code.Step == InlineStepKind.SpanStart && _carried.ContainsKey(("g", code.PairId))
                && nodes.FindIndex(i + 1, n => n is NativeCode { Step: InlineStepKind.SpanEnd } end && end.PairId == code.PairId) is > 0 and var close)
            {
                nodes[i] = new PairedCode(code.PairId) { Tag = Tag(code, "g"), Content = [.. nodes.GetRange(i + 1, close - i - 1)] };
                nodes.RemoveRange(i + 1, close - i);
            }
        }

        return nodes;
    }

    private static XliffName Tag(XliffElement like, string name) => new(like.Tag.Prefix, name, like.Tag.Namespace);

    private static (string Kind, string Id) NameOf(XliffElement code) => (code.Tag.LocalName, code.Attributes.ValueOf("id") ?? "");
}

namespace TransFlow.Xliff;

/// <summary>The two ways to write what spans text: one element around it, or a start and an end (XLIFF 2.1, 4.7.2.3 and 4.7.3.3).</summary>
internal static class InlinePairs
{
    private static readonly string[] Halves = ["dataRef", "disp", "equiv", "subFlows"];
    private static readonly string[] Shared = ["canCopy", "canDelete"];

    /// <summary>The start and the end of a <c>pc</c> or <c>mrk</c>.</summary>
    public static (XliffElement Start, XliffElement End) Apart(XliffElement element) => element is MarkedSpan mark
        ? (new MarkedSpanStart(mark.Id) { Tag = Tag(mark, "sm"), Attributes = mark.Attributes }, new MarkedSpanEnd(mark.Id) { Tag = Tag(mark, "em") })
        : Apart((SpanningCode)element);

    /// <summary>The <c>pc</c> or <c>mrk</c> of a start, an end and what stands between.</summary>
    public static XliffElement Together(XliffElement start, XliffElement end, NodeList content) => start is MarkedSpanStart mark
        ? new MarkedSpan(mark.Id) { Tag = Tag(mark, "mrk"), Attributes = mark.Attributes, Content = content }
        : Together((SpanningCodeStart)start, (SpanningCodeEnd)end, content);

    private static (XliffElement Start, XliffElement End) Apart(SpanningCode code)
    {
        if (code.CopyOf is not null)
            throw new ArgumentException($"The code '{code.Id}' copies another, which only a code of one piece does; it cannot be cut in two.", nameof(code));
        // The default of canOverlap is "no" for the one way and "yes" for the other.
        var start = new SpanningCodeStart(code.Id) { Tag = Tag(code, "sc"), Attributes = [], CanOverlap = code.CanOverlap ?? false };
        var end = new SpanningCodeEnd { Tag = Tag(code, "ec"), Attributes = [], StartRef = code.Id, CanOverlap = code.CanOverlap ?? false };
        var startAttributes = start.Attributes;
        var endAttributes = end.Attributes;
        foreach (var attribute in code.Attributes)
        {
            var name = attribute.Name.LocalName;
            if (attribute.Name.Namespace.Length > 0)
                startAttributes = startAttributes.With(attribute.Name, attribute.Value);
            else if (Array.Find(Halves, h => name == h + "Start") is { } half)
                startAttributes = startAttributes.With(Name(half), attribute.Value);
            else if (Array.Find(Halves, h => name == h + "End") is { } other)
                endAttributes = endAttributes.With(Name(other), attribute.Value);
            else if (name != "canOverlap")
                startAttributes = startAttributes.With(Name(name), attribute.Value);
            if (Shared.Contains(name))
                endAttributes = endAttributes.With(Name(name), attribute.Value);
            if (name == "canReorder")
                endAttributes = endAttributes.With(Name(name), attribute.Value == "firstNo" ? "no" : attribute.Value);
        }

        return (start with { Attributes = startAttributes }, end with { Attributes = endAttributes });
    }

    private static SpanningCode Together(SpanningCodeStart start, SpanningCodeEnd end, NodeList content)
    {
        var code = new SpanningCode(start.Id) { Tag = Tag(start, "pc"), CanOverlap = start.CanOverlap == false ? null : true, Content = content };
        var attributes = code.Attributes;
        foreach (var attribute in start.Attributes)
        {
            if (attribute.Name.Namespace.Length == 0 && attribute.Name.LocalName is not ("canOverlap" or "isolated"))
                attributes = attributes.With(Name(Halves.Contains(attribute.Name.LocalName) ? attribute.Name.LocalName + "Start" : attribute.Name.LocalName), attribute.Value);
            else if (attribute.Name.Namespace.Length > 0)
                attributes = attributes.With(attribute.Name, attribute.Value);
        }

        foreach (var half in Halves)
            attributes = attributes.With(Name(half + "End"), end.Attributes.ValueOf(half));
        return code with { Attributes = attributes };
    }

    private static XliffName Tag(XliffElement like, string localName) => new(like.Tag.Prefix, localName, like.Tag.Namespace);

    private static XliffName Name(string localName) => new("", localName, "");
}

namespace TransFlow.Xliff;

/// <summary>
/// One part of a document that is read or written as a stream: the start of the document, of a file, of a group; what stands in
/// them whole, mostly units; their ends. A document is the fold over its parts.
/// </summary>
public abstract record XliffPart
{
    private XliffPart()
    {
    }

    /// <summary>The start of something that parts stand in: an <see cref="XliffDocument"/>, <see cref="XliffFile"/>, <see cref="Group"/> or <see cref="FileBody"/>.</summary>
    /// <param name="Element">The element without its content.</param>
    public sealed record Start(XliffElement Element) : XliffPart;

    /// <summary>Something that is there whole: a unit, notes, a module, a comment, the white space between.</summary>
    /// <param name="Node">The node.</param>
    public sealed record Item(XliffNode Node) : XliffPart;

    /// <summary>The end of what was started last.</summary>
    public sealed record End : XliffPart;

    /// <summary>The parts of a document.</summary>
    /// <param name="document">The document.</param>
    public static IEnumerable<XliffPart> Of(XliffDocument document)
    {
        var before = document.Before.Select(n => new Item(n));
        return before.Concat(Of((XliffElement)(document with { Before = [], After = [] }))).Concat(document.After.Select(n => new Item(n)));
    }

    /// <summary>Whether parts stand in an element rather than it being a part itself.</summary>
    internal static bool IsOpen(XliffElement element) => element is XliffDocument or XliffFile or Group or FileBody;

    private static IEnumerable<XliffPart> Of(XliffElement element)
    {
        yield return new Start(element with { Content = [] });
        foreach (var node in element.Content)
        {
            if (node is XliffElement child && IsOpen(child))
            {
                foreach (var part in Of(child))
                    yield return part;
            }
            else
            {
                yield return new Item(node);
            }
        }

        yield return new End();
    }
}

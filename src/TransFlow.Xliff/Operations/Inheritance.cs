namespace TransFlow.Xliff;

/// <summary>What elements do not state themselves: defaults, and what they take from the elements around them (XLIFF 2.1, 4.2.2 and 4.3.1).</summary>
public static class Inheritance
{
    private static readonly Values Defaults = new(true, true, "auto", "auto", "default");

    /// <summary>States everywhere what holds there: <c>translate</c>, <c>canResegment</c>, <c>srcDir</c>, <c>trgDir</c> and <c>xml:space</c> of files, groups and units, <c>canResegment</c> and <c>state</c> of segments.</summary>
    /// <param name="document">A document of the 2.x family.</param>
    /// <returns>The document with nothing left to inherit.</returns>
    /// <exception cref="ArgumentException">The document is of the 1.x family, which inherits otherwise.</exception>
    public static XliffDocument Resolve(XliffDocument document)
    {
        if (document.IsVersion1)
            throw new ArgumentException("XLIFF 1.x has other rules of inheritance; convert the document first.", nameof(document));
        return (XliffDocument)Children(document, Defaults with { Space = document.Space ?? Defaults.Space });
    }

    private static XliffElement Children(XliffElement element, Values around) =>
        element with { Content = [.. element.Content.Select(n => n is XliffContainer or Segment ? Element((XliffElement)n, around) : n)] };

    private static XliffElement Element(XliffElement element, Values around)
    {
        if (element is Segment segment)
            return segment with { CanResegment = segment.CanResegment ?? around.CanResegment, State = segment.State ?? "initial" };
        var holder = (XliffContainer)element;
        var own = new Values(
            holder.Translate ?? around.Translate,
            holder.CanResegment ?? around.CanResegment,
            holder.SourceDirection ?? around.SourceDirection,
            holder.TargetDirection ?? around.TargetDirection,
            holder.Space ?? around.Space);
        return Children(
            holder with
            {
                Translate = own.Translate,
                CanResegment = own.CanResegment,
                SourceDirection = own.SourceDirection,
                TargetDirection = own.TargetDirection,
                Space = own.Space,
            },
            own);
    }

    private sealed record Values(bool Translate, bool CanResegment, string SourceDirection, string TargetDirection, string Space);
}

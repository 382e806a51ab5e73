namespace TransFlow.Xliff;

/// <summary>Finds elements by what they are, not by what they say, and puts others in their place.</summary>
internal static class Replacement
{
    /// <summary>The tree with one element in the place of another.</summary>
    public static XliffElement In(XliffElement holder, XliffElement old, XliffElement put) => ReferenceEquals(holder, old)
        ? put
        : Chain(holder, old) is null
            ? holder
            : holder with { Content = [.. holder.Content.Select(n => n is XliffElement child ? In(child, old, put) : n)] };

    /// <summary>An element and all that hold it, the outermost first; null when it is not there.</summary>
    public static List<XliffElement>? Chain(XliffElement holder, XliffElement element)
    {
        if (ReferenceEquals(holder, element))
            return [element];
        foreach (var child in holder.Elements)
        {
            if (Chain(child, element) is { } chain)
            {
                chain.Insert(0, holder);
                return chain;
            }
        }

        return null;
    }
}

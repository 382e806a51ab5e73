using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Finds changes that a tool keeps track of and nobody has accepted or rejected yet: the words before and after stand side by side then,
/// and reading on would publish both.
/// </summary>
internal static class TrackedChanges
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "added", "inserted", "insert", "insertion", "ins", "deleted", "delete", "deletion", "del",
    };

    /// <summary>Whether a content holds some.</summary>
    public static bool In(XliffElement? content) => content is not null && content.Elements.Any(e => IsOne(e) || In(e));

    private static bool IsOne(XliffElement element) => element switch
    {
        Annotation { Type: { } type } => Names.Contains(type.Split('-', ':', '_')[^1]),
        Annotation or Code or PairedCode or NativeCode => false,
        _ => Names.Contains(element.Tag.LocalName),
    };
}

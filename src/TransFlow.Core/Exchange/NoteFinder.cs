using System.Collections.Immutable;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Finds what people wrote beside a translation, wherever their tool keeps it: notes of a unit, a group or the whole file, comments on
/// words, and the comments of Trados and memoQ in elements of their own.
/// </summary>
internal sealed class NoteFinder
{
    /// <summary>Comments that stand at the head of a file and are named where they belong (Trados).</summary>
    private readonly Dictionary<string, string> _defined = new(StringComparer.Ordinal);
    private readonly Dictionary<XliffContainer, List<string>> _above = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks through a document.</summary>
    /// <param name="document">The document.</param>
    public NoteFinder(XliffDocument document)
    {
        var waiting = new List<string>();
        XliffContainer? last = null;
        Walk(document, waiting, ref last);
        if (last is not null && waiting.Count > 0)
            _above[last] = [.. _above.GetValueOrDefault(last, []), .. waiting];
    }

    /// <summary>What is written beside a unit; what is written above several stands beside the first of them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="contents">Its sources and targets.</param>
    public ImmutableArray<string> Of(XliffContainer unit, IEnumerable<InlineContent?> contents)
    {
        List<string> notes = _above.TryGetValue(unit, out var above) ? [.. above] : [];
        foreach (var note in unit.Notes)
            notes.Add(note.InnerText);
        // Most units have nothing of anybody else.
        var (hasOthers, hasContext) = (false, false);
        foreach (var node in unit.Content)
        {
            hasOthers |= node is XliffElement other && !IsOurs(other);
            hasContext |= node is XliffElement { Tag.LocalName: "alt-trans" or "context-group" };
        }

        if (hasOthers)
            notes.AddRange(unit.Elements.Where(e => !IsOurs(e)).SelectMany(Comments));
        if (hasContext)
            notes.AddRange(unit.Elements.Where(e => e.Tag.LocalName is "alt-trans" or "context-group").SelectMany(Beside));
        foreach (var content in contents.OfType<InlineContent>().Where(HasAnnotation))
            notes.AddRange(content.Steps.Where(s => s.Kind == InlineStepKind.MarkStart).Select(s => s.Node).OfType<Annotation>().Select(Comment).OfType<string>());
        notes.RemoveAll(string.IsNullOrWhiteSpace);
        return notes.Count < 2 ? [.. notes] : [.. notes.Distinct(StringComparer.Ordinal)];
    }

    private static bool HasAnnotation(XliffElement holder)
    {
        for (var i = 0; i < holder.Content.Count; i++)
        {
            if (holder.Content[i] is XliffElement element && (element is Annotation || HasAnnotation(element)))
                return true;
        }

        return false;
    }

    private void Walk(XliffElement holder, List<string> waiting, ref XliffContainer? last)
    {
        foreach (var element in holder.Elements)
        {
            switch (element)
            {
                case Unit or TransUnit:
                    last = (XliffContainer)element;
                    if (waiting.Count > 0)
                        _above[last] = [.. waiting];
                    waiting.Clear();
                    break;
                case Note note:
                    waiting.Add(note.InnerText);
                    break;
                case var _ when IsOurs(element):
                    Walk(element, waiting, ref last);
                    break;
                default:
                    Define(element, waiting);
                    break;
            }
        }
    }

    private void Define(XliffElement element, List<string> waiting)
    {
        if (element.Tag.LocalName == "cmt-def" && element.Of("", "id") is { } id)
            _defined[id] = string.Join('\n', Comments(element));
        else if (IsComment(element))
            waiting.AddRange(Comments(element));
        else
        {
            foreach (var inner in element.Elements)
                Define(inner, waiting);
        }
    }

    private string? Comment(Annotation mark) =>
        mark.Type == "comment" ? mark.Value
        : mark.Attributes.FirstOrDefault(a => a.Name.LocalName is "comment" or "locQualityIssueComment").Value is { } said ? said
        : mark.Attributes.FirstOrDefault(a => a.Name.LocalName == "cid").Value is { } id ? _defined.GetValueOrDefault(id)
        : null;

    private static IEnumerable<string> Comments(XliffElement element) => IsDeleted(element) ? [] : IsComment(element) ? [element.InnerText] : element.Elements.SelectMany(Comments);

    /// <summary>memoQ keeps a comment that somebody took back, and says so.</summary>
    private static bool IsDeleted(XliffElement element) => IsComment(element) && element.Of("", "deleted") is "true" or "1";

    /// <summary>Notes beside another translation, and what a tool has as context and calls a comment.</summary>
    private static IEnumerable<string> Beside(XliffElement element) => element.Elements.Where(e => e is Note || (e.Tag.LocalName == "context" && e.Of("", "context-type")?.EndsWith("comment", StringComparison.Ordinal) == true)).Select(e => e.InnerText);

    private static bool IsComment(XliffElement element) => element.Tag.LocalName.Equals("comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Elements of XLIFF itself.</summary>
    private static bool IsOurs(XliffElement element) => element.Tag.Namespace.StartsWith("urn:oasis:names:tc:xliff:", StringComparison.Ordinal) || element.Tag.Namespace.Length == 0;
}

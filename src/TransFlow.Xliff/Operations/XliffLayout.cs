using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace TransFlow.Xliff;

/// <summary>The white space between elements, which says nothing and helps people to read.</summary>
public static class XliffLayout
{
    private static readonly PlainText[] Lines = [.. Enumerable.Range(0, 16).Select(Made)];

    private static readonly FrozenSet<Type> Holders = new[]
    {
        typeof(XliffDocument), typeof(XliffFile), typeof(Group), typeof(Unit), typeof(TransUnit), typeof(FileHeader), typeof(FileBody), typeof(BinaryUnit), typeof(Segment), typeof(Ignorable),
        typeof(Notes), typeof(OriginalData), typeof(AlternativeTranslation), typeof(Matches), typeof(Match), typeof(Glossary), typeof(GlossaryEntry), typeof(Metadata), typeof(MetaGroup),
        typeof(ResourceData), typeof(ResourceItem), typeof(SizeProfiles), typeof(ValidationRules), typeof(ChangeTrack), typeof(Revisions), typeof(Revision), typeof(QualityIssues), typeof(ProvenanceRecords),
    }.ToFrozenSet();

    /// <summary>Puts each element that stands among elements on a line of its own, two spaces deeper than what holds it; text, and what stands in foreign elements, stays as it is.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The same document, laid out.</returns>
    public static XliffDocument Indent(XliffDocument document) => (XliffDocument)Indent(document, 0);

    /// <summary>Takes the white space between elements away.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The same document without layout: equal to any other that says the same.</returns>
    public static XliffDocument Strip(XliffDocument document) => (XliffDocument)Strip((XliffElement)document);

    internal static XliffElement Strip(XliffElement element) => HoldsElements(element)
        ? element.Holding([.. element.Content.Where(n => !IsSpace(n)).Select(n => n is XliffElement child ? Strip(child) : n)])
        : element;

    private static XliffElement Indent(XliffElement element, int depth)
    {
        if (!HoldsElements(element))
            return element;
        var content = new List<XliffNode>((element.Content.Count * 2) + 1);
        foreach (var node in element.Content.Items)
        {
            if (IsSpace(node))
                continue;
            content.Add(Line(depth + 1));
            content.Add(node is XliffElement child ? Indent(child, depth + 1) : node);
        }

        if (content.Count > 0)
            content.Add(Line(depth));
        return element.Holding(NodeList.Create(CollectionsMarshal.AsSpan(content)));
    }

    /// <summary>Whether an element holds nothing but elements, by its type and in fact.</summary>
    private static bool HoldsElements(XliffElement element)
    {
        if (!Holders.Contains(element.GetType()))
            return false;
        foreach (var node in element.Content.Items)
        {
            if (node is PlainText && !IsSpace(node))
                return false;
        }

        return true;
    }

    private static bool IsSpace(XliffNode node) => node is PlainText text && !text.Text.AsSpan().ContainsAnyExcept(" \n\t\r");

    private static PlainText Line(int depth) => depth < Lines.Length ? Lines[depth] : Made(depth);

    private static PlainText Made(int depth) => new("\n" + new string(' ', depth * 2));
}

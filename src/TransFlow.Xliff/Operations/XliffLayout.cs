namespace TransFlow.Xliff;

/// <summary>The white space between elements, which says nothing and helps people to read.</summary>
public static class XliffLayout
{
    /// <summary>Puts each element that stands among elements on a line of its own, two spaces deeper than what holds it; text, and what stands in foreign elements, stays as it is.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The same document, laid out.</returns>
    public static XliffDocument Indent(XliffDocument document) => (XliffDocument)Indent(document, 0);

    /// <summary>Takes the white space between elements away.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The same document without layout: equal to any other that says the same.</returns>
    public static XliffDocument Strip(XliffDocument document) => (XliffDocument)Strip((XliffElement)document);

    internal static XliffElement Strip(XliffElement element) => HoldsElements(element)
        ? element with { Content = [.. element.Content.Where(n => !IsSpace(n)).Select(n => n is XliffElement child ? Strip(child) : n)] }
        : element;

    private static XliffElement Indent(XliffElement element, int depth)
    {
        if (!HoldsElements(element))
            return element;
        var content = new List<XliffNode>();
        foreach (var node in element.Content.Where(n => !IsSpace(n)))
        {
            content.Add(Line(depth + 1));
            content.Add(node is XliffElement child ? Indent(child, depth + 1) : node);
        }

        if (content.Count > 0)
            content.Add(Line(depth));
        return element with { Content = [.. content] };
    }

    /// <summary>Whether an element holds nothing but elements, by its type and in fact.</summary>
    private static bool HoldsElements(XliffElement element) =>
        element is XliffDocument or XliffContainer or FileHeader or FileBody or BinaryUnit or UnitPart or Notes or OriginalData or AlternativeTranslation
            or Matches or Match or Glossary or GlossaryEntry or Metadata or MetaGroup or ResourceData or ResourceItem or SizeProfiles or ValidationRules
            or ChangeTrack or Revisions or Revision or QualityIssues or ProvenanceRecords
        && element.Content.All(n => n is not PlainText || IsSpace(n));

    private static bool IsSpace(XliffNode node) => node is PlainText text && text.Text.All(c => c is ' ' or '\n' or '\t' or '\r');

    private static PlainText Line(int depth) => new("\n" + new string(' ', depth * 2));
}

namespace TransFlow.Xliff;

/// <summary>A converted document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Losses">What the other version cannot say, one sentence each; empty when nothing was lost.</param>
public sealed record ConvertedDocument(XliffDocument Document, IReadOnlyList<string> Losses);

/// <summary>
/// Converts documents from version to version. What the other family has no word for travels in attributes and elements of the
/// family it comes from, so that the way back finds it again: see <c>README.md</c> of the package.
/// </summary>
public static class XliffConversion
{
    private const int LongestName = 40;

    /// <summary>Converts a document.</summary>
    /// <param name="document">The document, of any version.</param>
    /// <param name="version">1.2, 2.0, 2.1 or 2.2.</param>
    /// <returns>The document in that version; the layout is made new when the family changes.</returns>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    /// <exception cref="XliffException">The document uses the prefix <c>x1</c> or <c>x2</c>, under which the words of the other family travel, for something else.</exception>
    public static ConvertedDocument To(XliffDocument document, string version)
    {
        if (version is not ("1.2" or "2.0" or "2.1" or "2.2"))
            throw new ArgumentException($"Documents are converted to 1.2, 2.0, 2.1 or 2.2, not to '{version}'.", nameof(version));
        if (document.IsVersion1 != (version == "1.2"))
            Free(document);
        if (!document.IsVersion1)
            return version == "1.2" ? To1(document) : Within2(document, version);
        if (version == "1.2")
            return new(document, []);
        var losses = new List<string>();
        var made = Within2(XliffLayout.Indent(new Version2Writer(XliffLayout.Strip(document), losses).Document()), version);
        return made with { Losses = [.. losses.Concat(made.Losses).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>The prefixes under which the words of one family travel in the other must mean nothing else.</summary>
    private static void Free(XliffElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.IsDeclaration && attribute.Name.LocalName is Carried.Prefix1 or Carried.Prefix2 && !XliffNamespaces.IsCore2(attribute.Value) && !XliffNamespaces.IsVersion1(attribute.Value))
                throw new XliffException($"The prefix '{attribute.Name.LocalName}', which conversion needs, stands for '{attribute.Value}' here; give that another prefix.", element.Line, element.Column);
        }

        foreach (var child in element.Elements)
            Free(child);
    }

    private static ConvertedDocument To1(XliffDocument document)
    {
        var made = Within2(document, "2.0");
        var losses = made.Losses.ToList();
        return new(XliffLayout.Indent(new Version1Writer(XliffLayout.Strip(made.Document), losses).Document()), [.. losses.Distinct(StringComparer.Ordinal)]);
    }

    private static ConvertedDocument Within2(XliffDocument document, string version)
    {
        var losses = new List<string>();
        var isTo22 = version == "2.2";
        var made = (XliffDocument)CoreSpace.Move(document, isTo22 ? XliffNamespaces.Core22 : XliffNamespaces.Core20);
        made = made with { Attributes = made.Attributes.With(new XliffName("", "version", ""), version) };
        if (!isTo22)
            made = (XliffDocument)Without22(made, losses);
        if (version != "2.0" && document.Version is not ("2.1" or "2.2"))
            made = (XliffDocument)Stated(made, losses);
        return new(made, [.. losses.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A segment as people find it: by its id, or by how it begins.</summary>
    internal static string Named(Segment segment)
    {
        if (segment.Id is { } id)
            return $"'{id}'";
        var words = segment.Source?.InnerText ?? "";
        return $"“{(words.Length <= LongestName ? words : words[..(char.IsHighSurrogate(words[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…")}”";
    }

    /// <summary>Takes back the states of segments without a target, which 2.0 alone allows (RULES T02).</summary>
    private static XliffElement Stated(XliffElement element, List<string> losses)
    {
        if (element is Segment { Target: null, State: not (null or "initial") } segment)
        {
            losses.Add($"The state '{segment.State}' of the segment {Named(segment)}, which has no target, was left out.");
            return segment with { State = null, SubState = null };
        }

        return element is XliffDocument or XliffContainer
            ? element with { Content = [.. element.Content.Select(n => n is XliffElement child ? Stated(child, losses) : n)] }
            : element;
    }

    /// <summary>Takes away what 2.2 alone allows.</summary>
    private static XliffElement Without22(XliffElement element, List<string> losses)
    {
        var content = element.Content.AsEnumerable();
        if (element is XliffDocument { } root && root.Elements.Any(e => e is Notes or Metadata))
        {
            losses.Add("Notes and metadata of the whole document, which only 2.2 has, were left out.");
            content = content.Where(n => n is not (Notes or Metadata));
        }

        if (element is ResourceItem item && item.Elements.Any(e => e is Notes))
        {
            losses.Add($"The notes of the resource '{item.Id}', which only 2.2 has, were left out.");
            content = content.Where(n => n is not Notes);
        }

        var attributes = element.Attributes;
        if (element is Note { Reference: not null } note)
        {
            losses.Add($"The reference '{note.Reference}' of a note, which only 2.2 has, was left out.");
            attributes = attributes.With(new XliffName("", "ref", ""), null);
        }

        if (element is Unit unit && unit.Of(XliffNamespaces.Plurals, "switch") is { } variables)
        {
            losses.Add($"The switch '{variables}' of the unit '{unit.Id}', which only 2.2 has, was left out.");
            attributes = attributes.With(new XliffName("pgs", "switch", XliffNamespaces.Plurals), null);
        }

        if (element is Segment { Case: { } said } segment)
        {
            losses.Add($"The case '{said}' of the segment {Named(segment)}, which only 2.2 has, was left out.");
            attributes = attributes.With(new XliffName("pgs", "case", XliffNamespaces.Plurals), null);
        }

        return element with { Attributes = attributes, Content = [.. content.Select(n => n is XliffElement child ? Without22(child, losses) : n)] };
    }
}

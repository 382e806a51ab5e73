namespace TransFlow.Xliff;

/// <summary>What referred to segments that are gone refers to the one that took them in: candidates, glossary entries, notes and annotations.</summary>
/// <param name="Unit">The id of their unit.</param>
/// <param name="Gone">Their ids.</param>
/// <param name="Id">The id of the one that is there now.</param>
internal sealed record Redirection(string Unit, HashSet<string> Gone, string Id)
{
    /// <summary>The id of their file; null when only references from inside the unit are looked at.</summary>
    public string? File { get; init; }

    /// <summary>The same tree with its references mended.</summary>
    public XliffElement In(XliffElement element) => Gone.Count == 0 ? element : In(element, (File is null ? null : "", element is Xliff.Unit));

    private XliffElement In(XliffElement element, (string? File, bool IsInside) at)
    {
        if (element is XliffFile file)
            at = (file.Id, false);
        else if (element is Xliff.Unit unit)
            at = (at.File, unit.Id == Unit && at.File == File);
        XliffNode[]? content = null;
        for (var i = 0; i < element.Content.Count; i++)
        {
            if (element.Content[i] is XliffElement child && In(child, at) is var made && !ReferenceEquals(made, child))
                (content ??= [.. element.Content])[i] = made;
        }

        if (content is not null)
            element = element with { Content = [.. content] };
        return Refers(element) && element.Attributes.ValueOf("ref") is { } reference && Mended(reference, element, at) is var to && to != reference
            ? element with { Attributes = element.Attributes.With(XliffName.Own("ref"), to) }
            : element;
    }

    /// <summary>Whether an element's <c>ref</c> is a fragment identifier; that of a resource is the id of another.</summary>
    private static bool Refers(XliffElement element) => element is Match or GlossaryEntry or GlossaryTranslation or Annotation or Note;

    private string Mended(string reference, XliffElement from, (string? File, bool IsInside) at)
    {
        if (!reference.StartsWith('#'))
            return from is Note && at.IsInside && Gone.Contains(reference) ? Id : reference;
        if (FragmentSyntax.Parse(reference[1..]).Selectors is not [.., { Prefix: "" } last] selectors || !Gone.Contains(last.Id))
            return reference;
        string? Of(string prefix) => selectors.Where(s => s.Prefix == prefix).Select(s => s.Id).FirstOrDefault();
        var isAbsolute = reference.StartsWith("#/", StringComparison.Ordinal);
        var isOurs = (Of("f"), Of("u")) switch
        {
            (null, null) => at.IsInside && !isAbsolute && Of("g") is null,
            (null, var unit) => unit == Unit && at.File == File && !isAbsolute,
            (var file, var unit) => unit == Unit && file == File,
        };
        return isOurs ? reference[..^last.Id.Length] + Id : reference;
    }
}

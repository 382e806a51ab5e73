namespace TransFlow.Xliff;

/// <summary>Something in a document that the specification does not allow.</summary>
/// <param name="Rule">The rule in short, such as <c>unit-id-unique</c>.</param>
/// <param name="Line">The line, from 1; 0 when it concerns the document as a whole.</param>
/// <param name="Message">What is wrong, and what to change.</param>
public sealed record Diagnostic(string Rule, int Line, string Message)
{
    /// <summary>Line, message and rule.</summary>
    public override string ToString() => Line > 0 ? $"line {Line}: {Message} [{Rule}]" : $"{Message} [{Rule}]";
}

/// <summary>Checks the structure of a document: languages, ids, and whether there is anything to translate.</summary>
public static class XliffValidator
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Everything that is wrong, in document order.</returns>
    public static IEnumerable<Diagnostic> Validate(XliffDocument document)
    {
        if (document.SourceLanguage is null)
            yield return new Diagnostic("source-language", 0, document.IsVersion1 ? "No file states its source-language; add it." : "The root has no srcLang; add it.");
        if (document.Files.IsEmpty)
            yield return new Diagnostic("file-present", 0, "There is no file element; add one.");
        if (document is { IsVersion1: false, TargetLanguage: null } && document.Files.SelectMany(f => f.Units).SelectMany(u => u.Parts).Any(p => p.Target is not null))
            yield return new Diagnostic("target-language", 0, "There are targets and the root has no trgLang; add it.");
        foreach (var file in document.Files)
        {
            foreach (var diagnostic in FileOf(file, document.IsVersion1))
                yield return diagnostic;
        }

        foreach (var same in document.Files.Where(f => f.Id is not null).GroupBy(f => f.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new Diagnostic("file-id-unique", 0, $"The file id '{same.Key}' occurs {same.Count()} times; keep it once.");
    }

    private static IEnumerable<Diagnostic> FileOf(XliffFile file, bool isVersion1)
    {
        if (!isVersion1 && file.Id is null)
            yield return new Diagnostic("file-id", 0, "A file has no id; add one.");
        if (!isVersion1 && file.Units.IsEmpty)
            yield return new Diagnostic("unit-present", 0, $"The file '{file.Id}' has no unit; add one.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in file.Units)
        {
            if (unit.Id.Length == 0)
                yield return new Diagnostic("unit-id", unit.Line, "The unit has no id; add one.");
            else if (!ids.Add(unit.Id))
                yield return new Diagnostic("unit-id-unique", unit.Line, $"The unit id '{unit.Id}' occurs twice in its file; give this one another.");
            if (!unit.Parts.OfType<Segment>().Any())
                yield return new Diagnostic("segment-present", unit.Line, $"The unit '{unit.Id}' has no segment; add one.");
            foreach (var same in unit.Parts.Select(p => p.Id).OfType<string>().GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
                yield return new Diagnostic("part-id-unique", unit.Line, $"The id '{same.Key}' occurs {same.Count()} times in unit '{unit.Id}'; keep it once.");
        }
    }
}

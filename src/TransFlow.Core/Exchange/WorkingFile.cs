namespace TransFlow.Core.Exchange;

/// <summary>
/// Knows the file in which a tool keeps its own work: it has each sentence as a unit, under ids of the tool's own, so that nothing tells
/// which sentences are one block.
/// </summary>
public static class WorkingFile
{
    /// <summary>Whether a file is made so of a package's.</summary>
    /// <param name="sent">The package's file as it was handed out.</param>
    /// <param name="returned">The file as it came back.</param>
    /// <returns>True when most of its units are sentences of the package's, and not all of them its blocks.</returns>
    public static bool Is(ReturnedFile sent, ReturnedFile returned)
    {
        var ids = sent.Units.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        if (returned.Units.IsEmpty || returned.Units.Any(u => ids.Contains(u.Id)))
            return false;
        var blocks = sent.Units.Select(u => Letters(u.SourceText)).ToHashSet(StringComparer.Ordinal);
        var sentences = sent.Units.SelectMany(u => u.Pieces).Where(p => p.IsSegment).Select(p => Letters(p.Source.Text)).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        var found = returned.Units.Select(u => Letters(u.SourceText)).Where(sentences.Contains).ToList();
        return found.Count >= returned.Units.Length * ReturnMerge.EnoughToKnow && !found.TrueForAll(blocks.Contains);
    }

    /// <summary>Why such a file cannot be taken, and what to do.</summary>
    /// <returns>The refusal.</returns>
    public static Refusal Refused() => new("working-file", "This is your tool's own working file: it has each sentence as a unit, under ids of the tool's own.",
        "Nothing of it was taken; let your tool save the translation as the file that was handed out (“Save target as” or “Export”, not the bilingual file), and return that.");

    /// <summary>The letters alone: some tools write codes as signs and figures into the text.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Names that an exclamation mark belongs to, such as <c>Yahoo!</c></summary>
internal static class MarkedName
{
    private static readonly WordSet Names = WordFile.Load("names")["exclaimed"];

    /// <summary>Whether a stop is the mark of a name, after which the sentence goes on.</summary>
    /// <param name="candidate">The place.</param>
    public static bool IsBefore(in Candidate candidate)
    {
        if (candidate.Text[candidate.StopStart] is not ('!' or '！') || candidate.End - candidate.StopStart != 1 || !char.IsLetterOrDigit(candidate.After))
            return false;
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        var start = before.Length;
        while (start > 0 && before.Length - start <= Names.Longest && char.IsLetter(before[start - 1]))
            start--;
        return Names.Contains(before[start..]);
    }
}

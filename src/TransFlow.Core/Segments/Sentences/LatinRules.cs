namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Languages in scripts with capitals and spaces: a sentence ends at a stop that white space and no small letter follows,
/// unless the point belongs to an abbreviation, an initial, a number or a list mark. Brackets belong to their sentence; quotations do not hide their stops.
/// </summary>
internal sealed class LatinRules : SentenceRules
{
    private static readonly Abbreviations English = Abbreviations.For("english");

    /// <inheritdoc/>
    public override bool Jumps(MarkKind kind) => MarkTable.IsBracket(kind);

    /// <inheritdoc/>
    public override bool Ends(in Candidate candidate, ref WalkMemory memory)
    {
        if (!candidate.IsSpaced || candidate.StopStart <= candidate.SegmentStart || IsContinuation(candidate.After) || candidate.IsAttributed)
            return false;
        if (candidate.Pair != MarkKind.None)
            return candidate.Opener == candidate.SegmentStart;
        return candidate.Stop != MarkKind.Dot || !IsProtected(candidate);
    }

    private static bool IsProtected(in Candidate candidate)
    {
        if (candidate.End > candidate.StopEnd)
            return false;
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        return ListMark.IsNumber(before) || (Characters.IsLatin(candidate.Before) && English.Is(before, candidate.Rest));
    }

    private static bool IsContinuation(char next) => char.IsLower(next) || next is ',' or ';' or ':' or ')' or ']' or '–' or '—';
}

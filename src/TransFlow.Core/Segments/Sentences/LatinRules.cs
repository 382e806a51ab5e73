namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Languages in scripts with capitals and spaces: a sentence ends at a stop that white space and no small letter follows,
/// unless the point belongs to an abbreviation, an initial, a number or a list mark. Brackets belong to their sentence; quotations do not hide their stops.
/// </summary>
internal sealed class LatinRules : SentenceRules
{
    private const int MostWordsOfName = 4;
    private const int LongestBeginning = 10;
    private const int LongestOpening = 3;

    /// <summary>Symbols of units have fewer letters (pH, kW), names with a capital within have as many or more.</summary>
    private const int ShortestName = 3;

    private static readonly WordFile Words = WordFile.Load("english");
    private static readonly WordSet Saying = Words["saying"];
    private static readonly WordSet Leading = Words["leading"];
    private static readonly Abbreviations English = Abbreviations.For("english");

    /// <inheritdoc/>
    public override bool Jumps(MarkKind kind) => MarkTable.IsBracket(kind);

    /// <inheritdoc/>
    public override bool Ends(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.Stop == MarkKind.Note)
            return false;
        if (!candidate.IsSpaced)
            return LacksSpace(candidate);
        if (candidate.StopStart <= candidate.SegmentStart || (IsContinuation(candidate.After) && !BeginsSmall(candidate) && !NamedSign.IsIcon(candidate.Rest)) || candidate.IsAttributed)
            return false;
        if (candidate.Pair != MarkKind.None)
            return candidate.Opener == candidate.SegmentStart;
        return candidate.Stop switch
        {
            MarkKind.Dot => !IsProtected(candidate, ref memory),
            MarkKind.Exclaim => !(MarkedName.IsBefore(candidate) && !English.Begins(candidate.Rest)) && !Reports(candidate),
            MarkKind.Ellipsis => !Stammers(candidate),
            _ => true,
        };
    }

    /// <summary>Whether the space after a sentence is missing, as in <c>He was a poet.He was a fighter.</c>: a word that hardly stands in a name follows one in small letters.</summary>
    private static bool LacksSpace(in Candidate candidate)
    {
        // Behind a closing mark with its stop any word with a capital begins the next sentence.
        if (candidate.Pair == MarkKind.None && candidate.End == candidate.StopEnd + 1 && candidate.Text[candidate.StopEnd] is '”' or '»' or '"')
            return char.IsAsciiLetterUpper(candidate.After) && candidate.Rest.IndexOf(' ') > 0 && (candidate.Stop == MarkKind.Dot ? char.IsAsciiLetterLower(candidate.Before) : !Reports(candidate));
        if (candidate.Pair != MarkKind.None || candidate.End > candidate.StopEnd || candidate.Stop is not (MarkKind.Dot or MarkKind.Exclaim) || !char.IsAsciiLetterUpper(candidate.After) || !char.IsAsciiLetterLower(candidate.Before))
            return false;
        var word = Abbreviations.Word(candidate.Text[candidate.SegmentStart..candidate.StopStart]);
        return word.Length > 1 && !word.Contains('.') && English.Begins(candidate.Rest) && candidate.Rest.IndexOf(' ') is > 0 and <= LongestBeginning;
    }

    /// <summary>Whether an ellipsis stands behind a word that leads on, or one that is said again, as in <c>We … We should go</c>.</summary>
    private static bool Stammers(in Candidate candidate)
    {
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart].TrimEnd();
        var word = Abbreviations.Word(before);
        if (word.IsEmpty || candidate.End > candidate.StopEnd)
            return false;
        var isFirst = before.Length - word.Length <= LongestOpening && before[..^word.Length].Trim("\"'“‘ ").IsEmpty;
        return (isFirst && Leading.Contains(word)) || (candidate.Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (candidate.Rest.Length == word.Length || !char.IsLetter(candidate.Rest[word.Length])));
    }

    /// <summary>Whether a question or cry in quotation marks is followed by nothing but a name and a verb of saying, as in <c>“Why?” Mr. Kim asked.</c></summary>
    private static bool Reports(in Candidate candidate)
    {
        if (candidate.Text[candidate.End - 1] is not ('"' or '”' or '’' or '\''))
            return false;
        var rest = candidate.Rest;
        for (var words = 0; words <= MostWordsOfName; words++)
        {
            var length = rest.IndexOfAny(" .,;");
            var word = length < 0 ? rest : rest[..length];
            if (words > 0 && Saying.Contains(word))
                return length < 0 || rest[length] != ' ';
            if (length < 0 || word.IsEmpty)
                return false;
            if (rest[length] == '.' && English.Is(word, []))
                length++;
            if (length == rest.Length || rest[length] != ' ')
                return false;
            rest = rest[(length + 1)..];
        }

        return false;
    }

    private static bool IsProtected(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.End > candidate.StopEnd)
            return false;
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        return ListMark.IsInOrder(candidate, true, ref memory.ListNumber) || ListMark.IsNumber(before) || ListMark.IsAnnouncedLetter(before, candidate.Rest) || (Characters.IsLatin(candidate.Before) && English.Is(before, candidate.Rest));
    }

    /// <summary>Whether a sentence may begin with a small letter: the mark of a list (<c>a) bread</c>), or a name with a capital within (<c>eBay</c>, <c>iOS</c>, but not <c>pH</c>).</summary>
    private static bool BeginsSmall(in Candidate candidate)
    {
        if (!char.IsAsciiLetterLower(candidate.After))
            return false;
        return ListMark.IsLetter(candidate.Text, candidate.Next)
            || (candidate.Stop == MarkKind.Dot && Abbreviations.FirstWord(candidate.Rest) is { Length: >= ShortestName } word && word.ContainsAnyInRange('A', 'Z'));
    }

    private static bool IsContinuation(char next) => char.IsLower(next) || next is ',' or ';' or ':' or ')' or ']' or '–' or '—';
}

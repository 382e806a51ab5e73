namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Korean: a quotation and its reporting clause are one segment, brackets belong to their sentence,
/// points after numbers, dates, list marks and Latin abbreviations end nothing, an ellipsis only after a final ending.
/// </summary>
internal sealed class KoreanRules : SentenceRules
{
    private const int LongestAddress = 200;

    private static readonly Abbreviations Latin = Abbreviations.For("english");

    /// <inheritdoc/>
    public override bool Jumps(MarkKind kind) => true;

    /// <inheritdoc/>
    public override bool Ends(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.Stop == MarkKind.Note)
            return false;
        if (candidate.Pair == MarkKind.None)
            return EndsBare(candidate, ref memory);
        if (candidate.Stop == MarkKind.Ellipsis && !KoreanEndings.EndsSentence(candidate.Text[candidate.Opener..candidate.StopStart], false))
            return false;
        return MarkTable.IsQuote(candidate.Pair) ? EndsAfterQuote(candidate, ref memory) : EndsAfterBracket(candidate, ref memory);
    }

    private static bool EndsAfterQuote(in Candidate candidate, ref WalkMemory memory)
    {
        if (!candidate.IsSpaced)
            return EndsGlued(candidate, ref memory);
        var rest = candidate.Rest;
        if (Joins(candidate) || candidate.IsAttributed || KoreanTies.Continues(rest) || Reports(candidate, ref memory) || Names(candidate) || Lists(candidate) || KoreanTies.ContinuesWithNoun(rest, candidate.Opener > candidate.SegmentStart) || KoreanTies.Needs(rest))
            return false;
        if (candidate.Opener == candidate.SegmentStart)
            return true;
        var before = candidate.Text[candidate.SegmentStart..candidate.Opener];
        if ((candidate.Stop == MarkKind.Exclaim || KoreanTies.Names(rest)) && KoreanFrame.LacksRest(before, rest))
            return false;
        return !KoreanFrame.IsNamed(before) && !KoreanFrame.LacksNoun(before) && !Lacks(BeforeQuotations(before), rest);
    }

    private static bool Lacks(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) => KoreanFrame.LacksVerb(before, rest) || KoreanFrame.GoesOn(before, rest);

    /// <summary>Whether a pair is that of titles; corners are those of speech, too, where they hold a sentence and nothing behind them speaks of a work.</summary>
    private static bool IsTitle(in Candidate candidate) => candidate.Pair is MarkKind.Angle or MarkKind.WhiteCorner
        || (candidate.Pair == MarkKind.Corner && candidate.Stop == MarkKind.Exclaim && (KoreanTies.IsOfWork(candidate.Rest) || !KoreanEndings.EndsSentence(candidate.Text[candidate.Opener..candidate.StopStart], true)));

    private static bool Reports(in Candidate candidate, ref WalkMemory memory)
    {
        if (!KoreanReport.Says(candidate.Rest) && !KoreanReport.Is(candidate.Rest))
            return false;
        var isAnnounced = candidate.Opener == candidate.SegmentStart && KoreanReport.Announces(candidate.Text[..candidate.Opener], memory.Announcing);
        if (!KoreanReport.IsOfNext(candidate.Text[candidate.Opener..candidate.StopEnd], candidate.Rest, isAnnounced))
            return true;
        memory.Announcing = candidate.Next;
        return false;
    }

    private static bool Names(in Candidate candidate) => (candidate.Stop == MarkKind.Exclaim && KoreanTies.Names(candidate.Rest)) || KoreanTies.Accompanies(candidate.Rest) || KoreanWording.IsCount(candidate.Rest) || KoreanWording.Appears(candidate.Rest, candidate.Text[candidate.StopEnd - 1]);

    private static bool Lists(in Candidate candidate) => KoreanTies.Lists(candidate.Rest, candidate.Opener == candidate.SegmentStart, candidate.Text[candidate.Opener..candidate.StopEnd]);

    /// <summary>What stands before the first of several quotations in a row.</summary>
    private static ReadOnlySpan<char> BeforeQuotations(ReadOnlySpan<char> before)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (MarkTable.Classify(before[i], out var kind) is MarkRole.Open or MarkRole.Straight && MarkTable.IsQuote(kind))
                return before[..i];
        }

        return before;
    }

    private static bool EndsAfterBracket(in Candidate candidate, ref WalkMemory memory)
    {
        var opensSegment = candidate.Opener == candidate.SegmentStart;
        if (!opensSegment)
            return false;
        // What North Korean papers quote stands in double angle brackets, what older books do in corners.
        if (candidate.Pair is MarkKind.DoubleAngle or MarkKind.Corner or MarkKind.WhiteCorner && (Reports(candidate, ref memory) || Names(candidate) || (candidate.Pair == MarkKind.Corner && Lists(candidate))))
            return false;
        return candidate.IsSpaced ? !Joins(candidate) && !KoreanTies.Continues(candidate.Rest) && !(IsTitle(candidate) && KoreanTies.IsOfTitle(candidate.Rest)) : EndsGlued(candidate, ref memory);
    }

    /// <summary>Without a space, a closing mark ends a sentence before another opening mark and before a word that is no particle.</summary>
    private static bool EndsGlued(in Candidate candidate, ref WalkMemory memory)
    {
        if (MarkTable.Classify(candidate.After, out var kind) is MarkRole.Open or MarkRole.Straight)
            return MarkTable.IsQuote(kind) && !Lists(candidate);
        var word = KoreanWords.WordAtStart(candidate.Rest);
        return !word.IsEmpty && !KoreanTies.ContinuesGlued(word) && !Reports(candidate, ref memory) && !Names(candidate);
    }

    private static bool EndsBare(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.StopStart <= candidate.SegmentStart)
            return false;
        if (candidate.Stop == MarkKind.Dot ? IsProtected(candidate, ref memory) : MarkedName.IsBefore(candidate))
            return false;
        if (candidate.Stop == MarkKind.Ellipsis && !KoreanEndings.EndsSentence(candidate.Text[candidate.SegmentStart..candidate.StopStart], false))
            return false;
        if (!candidate.IsSpaced)
            return EndsBareGlued(candidate);
        if (Joins(candidate))
            return Credit.IsBehindStroke(candidate.Rest) || (candidate.After == '→' && candidate.Text[candidate.SegmentStart] == '→');
        return !Continues(candidate);
    }

    private static bool Continues(in Candidate candidate) =>
        candidate.Stop == MarkKind.Dot
            ? candidate.Rest is ['라', '고' or '는' or '며', ..] && KoreanTies.Continues(candidate.Rest)
            : KoreanTies.ContinuesBare(candidate.Rest);

    private static bool EndsBareGlued(in Candidate candidate)
    {
        var after = candidate.After;
        if (candidate.Stop == MarkKind.FullStop)
            return !Joins(candidate);
        var isQuestion = candidate.Stop == MarkKind.Exclaim;
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        if (IsOfAddress(before))
            return false;
        if (ListMark.IsEnclosed(after))
            return ListMark.BeginsItem(before, candidate.Rest);
        if (!KoreanEndings.EndsSentence(before, isQuestion))
            return candidate.Stop == MarkKind.Dot && KoreanEndings.EndsBefore(before, KoreanWords.WordAtStart(candidate.Rest));
        if (MarkTable.Classify(after, out _) is MarkRole.Open or MarkRole.Straight)
            return true;
        if (char.IsAsciiDigit(after) || Characters.IsHan(after) || char.IsAsciiLetterUpper(after))
            return true;
        var word = KoreanWords.WordAtStart(candidate.Rest);
        if (word.IsEmpty)
            return false;
        if (word.Length == 1 && word[0] is '이' or '나' or '만' or '가' or '한')
            return true;
        if (candidate.Stop != MarkKind.Dot)
            return !KoreanTies.ContinuesGlued(word);
        return word is not ['라', '고' or '는' or '며', ..];
    }

    /// <summary>Whether the word before a stop is a step in an address or a path, as in <c>https://namu.wiki/w/뭐하냐?그가</c>.</summary>
    private static bool IsOfAddress(ReadOnlySpan<char> before)
    {
        var path = before[..^KoreanWords.WordAtEnd(before).Length];
        if (path is not [.., '/' or '\\' or '=' or '&' or '_' or '-' or '#' or '%' or ':'])
            return false;
        path = path[Math.Max(0, path.Length - LongestAddress)..];
        path = path[(path.LastIndexOf(' ') + 1)..];
        return path.Contains("://", StringComparison.Ordinal) || path.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || path is [>= 'A' and <= 'Z', ':', '\\', ..];
    }

    private static bool IsProtected(in Candidate candidate, ref WalkMemory memory)
    {
        var text = candidate.Text;
        var at = candidate.StopStart;
        var before = text[candidate.SegmentStart..at];
        if (candidate.StopEnd <= memory.ProtectedUntil)
            return candidate.StopEnd < memory.ProtectedUntil || !PointedDate.TellsAll(before, candidate.Rest);
        var next = candidate.StopEnd < text.Length ? text[candidate.StopEnd] : ' ';
        if (char.IsAsciiDigit(candidate.Before))
        {
            if (char.IsAsciiDigit(next))
                return true;
            memory.ProtectedUntil = PointedDate.End(text, at);
            if (memory.ProtectedUntil > 0)
                return candidate.StopEnd < memory.ProtectedUntil || !PointedDate.TellsAll(before, candidate.Rest);
            return ListMark.IsInOrder(candidate, false, ref memory.ListNumber) || ListMark.IsNumber(before) || KoreanLabel.IsBeforeNumber(before);
        }

        if (char.IsAsciiLetter(candidate.Before))
            return ListMark.IsNumber(before) || KoreanLabel.IsAlone(before) || (Latin.Is(before, candidate.Rest) && !KoreanLabel.IsBeforeColon(candidate.Rest));
        var isFirst = text[..candidate.SegmentStart].IsWhiteSpace();
        if (ListMark.IsNumber(before) || KoreanLabel.IsAfterNumber(before, isFirst) || KoreanLabel.IsAlone(before))
            return true;
        return ListMark.IsHangul(before, isFirst, ref memory.ListMark);
    }

    /// <summary>Whether punctuation follows that ties what follows to what went before.</summary>
    private static bool Joins(in Candidate candidate) => candidate.After is ',' or '，' or '、' or ';' or '·' or 'ㆍ' or '・' or ')' or ']' or '~' or '→' or '/'
        || (candidate.After == ':' && !NamedSign.IsIcon(candidate.Rest));
}

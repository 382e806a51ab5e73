namespace TransFlow.Core.Segments.Sentences;

/// <summary>What a Korean sentence lacks before a quotation, so that it goes on behind it: a noun, a verb, or all the rest.</summary>
internal static class KoreanFrame
{
    private const int LongestClause = 400;

    private static readonly WordSet Named = KoreanWords.File["named"];
    private static readonly WordSet Describing = KoreanWords.File["describing"];
    private static readonly WordSet Said = KoreanWords.File["said"];
    private static readonly WordSet Thus = KoreanWords.File["thus"];
    private static readonly WordSet Pronouns = KoreanWords.File["pronouns"];

    /// <summary>Whether the word before a quotation says that the quotation is a name.</summary>
    /// <param name="before">The text before the opening mark.</param>
    public static bool IsNamed(ReadOnlySpan<char> before) => Named.Contains(KoreanWords.WordAtEnd(before.TrimEnd()));

    /// <summary>
    /// Whether a sentence that has neither subject nor verb before a quotation goes on after it: before it stands a noun that says what the one
    /// behind it is, as in <c>이번 “가자!” 행사는</c> and <c>KBS ‘무엇이든 물어보세요?’ 제작진</c>, or where, or to what, as in <c>국회 앞에서 “특검하라!” 시위가</c>.
    /// </summary>
    /// <param name="before">The text before the opening mark.</param>
    /// <param name="rest">The text from the next word after the quotation on.</param>
    public static bool LacksRest(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        return (KoreanWords.IsBare(before) || IsPlace(KoreanWords.WordAtEnd(before.TrimEnd()))) && !Pronouns.Contains(word) && KoreanWords.Openers.LengthAtStart(word) == 0 && !IsSpeaker(rest);
    }

    /// <summary>Whether a word is where something is, or what is done to: not whom somebody speaks to, nor what else is done meanwhile.</summary>
    private static bool IsPlace(ReadOnlySpan<char> word) => IsAside(word)
        || (word.Length > 1 && (word[^1] is '에' or '로' or '을' or '를' or '와' or '과' || word.EndsWith("에서") || word.EndsWith("기서") || word.EndsWith("리서")));

    /// <summary>Whether a word ends like a subject and says where: <c>거리에는</c>.</summary>
    private static bool IsAside(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] is '는' or '도' && (word[^2] is '에' or '로' || word[..^1].EndsWith("에서"));

    /// <summary>Whether a text begins with bare words and a quotation, as where several speak in turn: <c>기자 “왜 왔나?” 주민 “살려고요.”</c></summary>
    private static bool IsSpeaker(ReadOnlySpan<char> rest)
    {
        const int MostWords = 3;
        for (var words = 0; words < MostWords && KoreanWords.WordAtStart(rest) is { Length: > 0 } word && rest[word.Length..] is [' ', .. var next]; words++)
        {
            if (!KoreanWords.IsBare(word))
                return false;
            if (next.Length > 0 && MarkTable.Classify(next[0], out var kind) is MarkRole.Open or MarkRole.Straight && MarkTable.IsQuote(kind))
                return true;
            rest = next;
        }

        return false;
    }

    /// <summary>Whether the word before a quotation says whose or what it is, as in <c>그의 “가겠다!” 발언</c>: the noun comes after it.</summary>
    /// <param name="before">The text before the opening mark.</param>
    public static bool LacksNoun(ReadOnlySpan<char> before) => KoreanWords.WordAtEnd(before.TrimEnd()) is { Length: > 1 } word && (word[^1] == '의' || Describing.ContainsEndOf(word));

    /// <summary>Whether a sentence has had its subject before a quotation, and after it goes on with a verb to which no other subject comes, as in <c>그는 “왜 그랬나.” 따져 물었다</c>.</summary>
    /// <param name="before">The sentence up to its first quotation.</param>
    /// <param name="rest">The text from the next word after the quotation on.</param>
    public static bool LacksVerb(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        if (!IsSubject(KoreanWords.WordAtEnd(before.TrimEnd()), out var noun) || Said.ContainsEndOf(noun) || (KoreanWords.Openers.LengthAtStart(KoreanWords.WordAtStart(rest)) > 0 && !rest.StartsWith("다음과 같이 ")))
            return false;
        var clause = rest[..Math.Min(rest.Length, LongestClause)];
        var seen = 0;
        while (KoreanWords.WordWithNumber(clause[seen..]) is { Length: > 0 } word)
        {
            if (IsSubject(KoreanWords.WordAtEnd(word), out _))
                return false;
            seen += word.Length;
            if (clause[seen..] is [',', ..])
                seen++;
            if (clause[seen..] is not [' ', ..])
                return seen < clause.Length && MarkTable.Classify(clause[seen], out _) == MarkRole.Stop && KoreanEndings.EndsSentence(clause[..seen], false);
            seen++;
        }

        return false;
    }

    /// <summary>
    /// Whether a sentence has its subject before a quotation, and no end, and a word follows that ties the quotation to it, as 하면서 does:
    /// <c>할머니가 “괜찮다.” 그러면서 웃으셨다</c>. Before another subject the word begins a sentence.
    /// </summary>
    /// <param name="before">The sentence up to its first quotation.</param>
    /// <param name="rest">The text from the next word after the quotation on.</param>
    public static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        if (!Thus.Contains(word) || rest[word.Length..] is not [' ', .. var next] || (word is not "이후" && IsSubject(KoreanWords.WordAtStart(next), out _)))
            return false;
        before = before.TrimEnd();
        before = before[Math.Max(0, before.Length - LongestClause)..];
        var last = KoreanWords.WordAtEnd(before);
        if (last.IsEmpty || (last[^1] is '다' or '요' or '까' && KoreanEndings.EndsSentence(before, false)))
            return false;
        foreach (var range in before.Split(' '))
        {
            if (IsSubject(KoreanWords.WordAtEnd(before[range]), out _))
                return true;
        }

        return false;
    }

    private static bool IsSubject(ReadOnlySpan<char> word, out ReadOnlySpan<char> noun)
    {
        noun = word.EndsWith("께서") ? word[..^2] : word.Length > 1 && word[^1] is '은' or '는' or '이' or '가' or '도' ? word[..^1] : "";
        return !noun.IsEmpty && !KoreanWords.NotSubject.Contains(word) && !word.EndsWith("같이") && !IsAside(word);
    }
}

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Whether Korean words end a sentence, as their endings tell.</summary>
internal static class KoreanEndings
{
    private static readonly WordSet Final = KoreanWords.File["final"];
    private static readonly WordSet NotFinal = KoreanWords.File["not-final"];
    private static readonly WordSet Speaking = KoreanWords.File["speaking"];
    private static readonly WordSet SpeakingWhole = KoreanWords.File["speaking-whole"];
    private static readonly WordSet Cries = KoreanWords.File["cries"];
    private static readonly WordSet Question = KoreanWords.File["question"];
    private static readonly WordSet Weak = KoreanWords.File["weak"];
    private static readonly WordSet Begun = KoreanWords.File["begun"];

    /// <summary>Whether a text ends with a final ending.</summary>
    /// <param name="text">The text up to the stop.</param>
    /// <param name="isQuestion">True before a question or exclamation mark, where more endings are final.</param>
    public static bool EndsSentence(ReadOnlySpan<char> text, bool isQuestion)
    {
        var word = KoreanWords.WordAtEnd(text);
        if (word.Length == 0 || NotFinal.Contains(word))
            return false;
        if (word.Length == 1)
            return text.Length > 1 ? word[0] is '것' or '듯' or '임' or '함' or '쉼' or '됨' : isQuestion && Cries.Contains(word);
        if (isQuestion && Question.ContainsEndOf(word))
            return true;
        // The past of any verb: 왔음, 떠났어, 갔네, 갔소.
        if (word[^1] is '음' or '어' or '네' or '지' or '소' && KoreanWords.IsPast(word[^2]))
            return true;
        if (word[^1] is '라' or '네' or '야' or '자' or '소' && Speaks(text, word))
            return true;
        return Final.ContainsEndOf(word) && !EndsLikeNoun(word) && !GivesReason(word);
    }

    /// <summary>Whether a point that touches the next word ends a sentence, though what is before it may be a noun: no list goes on with the next word.</summary>
    /// <param name="text">The text up to the point.</param>
    /// <param name="next">The word behind it.</param>
    public static bool EndsBefore(ReadOnlySpan<char> text, ReadOnlySpan<char> next)
    {
        var word = KoreanWords.WordAtEnd(text);
        return text.Length > 1 && !word.IsEmpty && Begun.Contains(next) && Weak.ContainsEndOf(word);
    }

    /// <summary>Whether a word ends as people speak, and as no noun does: 와라, 춥네, 뭐야.</summary>
    private static bool Speaks(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        if (Speaking.ContainsEndOf(word) || SpeakingWhole.Contains(word))
            return true;
        if (word[^1] == '네')
            return EndsOfVerb(word[^2]);
        // What is done to something is a verb, which else may be a noun or a name: 그림을 보라.
        var before = text[..^word.Length];
        return word[^1] == '라' && before is [.., '을' or '를' or '지', ' '];
    }

    /// <summary>Whether a syllable has one of the consonants below it that nouns and names before 네 do not have: 많네, 맞네, 춥네, not 길섭네.</summary>
    private static bool EndsOfVerb(char c)
    {
        const int Tails = 28;
        return c is '춥' or '덥' or '쉽' or '렵' or '롭' or '답' or '럽' or '겁' or '곱' or '맵' or '깝'
            // ㄲ ㄵ ㄶ ㄺ ㄼ ㄿ ㅀ ㅄ ㅈ ㅊ ㅌ ㅍ ㅎ
            || (c is >= '가' and <= '힣' && (c - '가') % Tails is 2 or 5 or 6 or 9 or 11 or 14 or 15 or 18 or 22 or 23 or 25 or 26 or 27);
    }

    /// <summary>The ending of a reason, as in 그러니까 and 있으니까; after a final ㅂ the same letters ask, as in 합니까.</summary>
    private static bool GivesReason(ReadOnlySpan<char> word)
    {
        const int Tails = 28;
        const int Bieup = 17;
        return word.EndsWith("니까") && (word.Length == 2 || (word[^3] - '가') % Tails != Bieup);
    }

    /// <summary>Whether a word ends like a noun, though its last syllables are a final ending, too.</summary>
    /// <param name="word">The word.</param>
    public static bool EndsLikeNoun(ReadOnlySpan<char> word)
    {
        for (var length = 2; length <= Math.Min(NotFinal.Longest, word.Length); length++)
        {
            if (NotFinal.Contains(word[^length..]))
                return true;
        }

        return false;
    }
}

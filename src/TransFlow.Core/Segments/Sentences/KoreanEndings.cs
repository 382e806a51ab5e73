namespace TransFlow.Core.Segments.Sentences;

/// <summary>Whether Korean words end a sentence, as their endings tell.</summary>
internal static class KoreanEndings
{
    private static readonly WordSet Final = KoreanWords.File["final"];
    private static readonly WordSet NotFinal = KoreanWords.File["not-final"];
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
            return word[0] is '것' or '듯' or '임' or '함' or '쉼' or '됨' && text.Length > 1;
        if (isQuestion && Question.ContainsEndOf(word))
            return true;
        // The past of any verb: 왔음, 떠났어, 갔네.
        if (word[^1] is '음' or '어' or '네' or '지' && KoreanWords.IsPast(word[^2]))
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

    /// <summary>The ending of a reason, as in 그러니까 and 있으니까; after a final ㅂ the same letters ask, as in 합니까.</summary>
    private static bool GivesReason(ReadOnlySpan<char> word)
    {
        const int Tails = 28;
        const int Bieup = 17;
        return word.EndsWith("니까") && (word.Length == 2 || (word[^3] - '가') % Tails != Bieup);
    }

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

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// The words of a Korean sentence that say how, when and to whom something is said, and what is done meanwhile: with nothing else before its verb of saying
/// it tells of the quotation before it.
/// </summary>
internal static class KoreanManner
{
    private static readonly WordSet Manner = KoreanWords.File["manner"];
    private static readonly WordSet Contracted = KoreanWords.File["contracted"];
    private static readonly WordSet Before = KoreanWords.File["before"];
    private static readonly WordSet Times = KoreanWords.File["times"];
    private static readonly WordSet SaidElsewhere = KoreanWords.File["said-elsewhere"];

    /// <summary>Whether a word makes the sentence one of its own: it points to what is said elsewhere, or is what it is said of.</summary>
    /// <param name="word">The word.</param>
    public static bool IsOfElsewhere(ReadOnlySpan<char> word) => SaidElsewhere.Contains(word);

    /// <summary>
    /// Whether a word begins what is done meanwhile or before, and its verb comes soon: <c>고개를 저으며</c>, <c>기자를 향해</c>, <c>눈물을 뚝뚝 흘리면서</c>,
    /// <c>고개도 들지 않은 채</c>, <c>기자들과 만난 자리에서</c>.
    /// </summary>
    /// <param name="first">The word.</param>
    /// <param name="clause">The text from the next word on.</param>
    /// <param name="next">What follows the verb.</param>
    public static bool IsDoneMeanwhile(ReadOnlySpan<char> first, ReadOnlySpan<char> clause, out ReadOnlySpan<char> next)
    {
        const int MostWords = 3;
        next = clause;
        if (!IsObject(first) && first[^1] is not ('이' or '가' or '도' or '지' or '와' or '과'))
            return IsAdnominal(first) && IsTime(clause, out next);
        for (var words = 0; words < MostWords; words++)
        {
            var verb = KoreanWords.WordAtStart(next);
            if (verb.IsEmpty || next[verb.Length..] is not [' ', .. var after])
                return false;
            next = after;
            if (IsMeanwhile(verb) || IsBefore(verb) || (verb.EndsWith("에서") && first[^1] is '와' or '과') || (IsAdnominal(verb) && (IsTime(after, out next) || IsPlace(after, out next))))
                return true;
            // How it is done may stand between them, nothing that goes with the verb of saying.
            if (IsSubject(verb) || IsObject(verb) || verb.EndsWith("에게") || verb.EndsWith("에서") || IsOfElsewhere(verb))
                return false;
            next = after;
        }

        return false;
    }

    /// <summary>Whether a word ends as a verb before its noun does.</summary>
    /// <param name="word">The word.</param>
    public static bool IsAdnominal(ReadOnlySpan<char> word) => word.Length > 1 && KoreanWords.IsAdnominal(word[^1]);

    /// <summary>Whether a word follows that says when or how, if a verb stands before it: <c>채</c>, <c>뒤</c>.</summary>
    private static bool IsTime(ReadOnlySpan<char> clause, out ReadOnlySpan<char> next)
    {
        var word = KoreanWords.WordAtStart(clause);
        next = Behind(clause, word);
        return Times.Contains(word) && !next.IsEmpty;
    }

    /// <summary>Whether a word for where follows.</summary>
    private static bool IsPlace(ReadOnlySpan<char> clause, out ReadOnlySpan<char> next)
    {
        var word = KoreanWords.WordAtStart(clause);
        next = Behind(clause, word);
        return word is [_, .., '에'] or [_, .., '에', '서'] && !IsOfElsewhere(word) && !next.IsEmpty;
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> clause, ReadOnlySpan<char> word) => clause[word.Length..] is [' ', .. var next] ? next : [];

    /// <summary>Whether a word is an object: that of a verb of saying is what was said, in other words than the quotation.</summary>
    /// <param name="word">The word.</param>
    public static bool IsObject(ReadOnlySpan<char> word) => word[^1] is '을' or '를' || Contracted.Contains(word);

    /// <summary>Whether a verb says what somebody has done before, or with what: <c>향해</c>, <c>불러</c>, <c>높여</c>, <c>일어나서</c>.</summary>
    /// <param name="word">The word.</param>
    public static bool IsBefore(ReadOnlySpan<char> word)
    {
        var stem = word is [_, .., '서'] ? word[..^1] : word;
        return Before.ContainsEndOf(stem) || (stem.Length > 1 && stem[^1] is not ('나' or '저' or '라' or '다' or '가' or '사' or '자' or '마' or '차' or '까' or '야' or '아') && IsOpen(stem[^1]) && !KoreanEndings.EndsLikeNoun(stem));
    }

    /// <summary>Whether a syllable ends with the vowel of a verb before another one: ㅏ, ㅐ, ㅓ, ㅕ, ㅘ, ㅙ, ㅝ.</summary>
    private static bool IsOpen(char c)
    {
        const int Tails = 28;
        const int Vowels = 21;
        return c is >= '가' and <= '힣' && (c - '가') % Tails == 0 && (c - '가') / Tails % Vowels is 0 or 1 or 4 or 6 or 9 or 10 or 14;
    }

    /// <summary>Whether a word may be how, when or to whom something is said; what is said, of what, and who says it have other endings.</summary>
    /// <param name="word">The word.</param>
    public static bool IsManner(ReadOnlySpan<char> word) => Manner.Contains(word) || word.EndsWith("까지") || word.EndsWith("없이") || word[^1] is not ('은' or '는' or '이' or '가' or '도' or '만' or '지' or '까' or '와' or '과' or '다')
        && !(word.Length > 1 && word[^1] is '고' or '며' && word[^2] is '다' or '라' or '냐' or '자') && !word.EndsWith("것");

    /// <summary>Whether a word says what somebody does meanwhile: 울먹이며, 저으면서.</summary>
    /// <param name="word">The word.</param>
    public static bool IsMeanwhile(ReadOnlySpan<char> word) => word.Length > 1 && ((word[^1] is '며' or '고' && word[^2] is not ('다' or '라' or '냐' or '자'))
        || word.EndsWith("면서") || word.EndsWith("듯") || word.EndsWith("듯이") || word.EndsWith("채") || word.EndsWith("도록") || word.EndsWith("더니") || word.EndsWith("다가") || word.EndsWith("없이"));

    /// <summary>Whether a word may be who says it.</summary>
    /// <param name="word">The word.</param>
    public static bool IsSubject(ReadOnlySpan<char> word) => word.Length > 1 && !IsOfElsewhere(word) && (word[^1] is '이' or '가' or '은' or '는' || word.EndsWith("께서")) && !KoreanWords.NotSubject.Contains(word);
}

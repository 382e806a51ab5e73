namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// The reporting clause behind a Korean quotation: who said it and a verb of saying, or the verb alone. What it looks like decides; whether it tells of
/// the quotation before it nobody knows but the reader.
/// </summary>
internal static class KoreanReport
{
    private const int LongestSubject = 60;
    private const int MostOfSubject = 8;
    private const int MostOfManner = 5;
    private const int LongestReport = 100;

    private static readonly WordSet Saying = KoreanWords.File["saying"];
    private static readonly WordSet NotSaying = KoreanWords.File["not-saying"];
    private static readonly WordSet Spoken = KoreanWords.File["spoken"];
    private static readonly WordSet SpokenWhole = KoreanWords.File["spoken-whole"];
    private static readonly WordSet Light = KoreanWords.File["light"];
    private static readonly WordSet Done = KoreanWords.File["done"];
    private static readonly WordSet Manner = KoreanWords.File["manner"];
    private static readonly WordSet SaidElsewhere = KoreanWords.File["said-elsewhere"];
    private static readonly WordSet Reported = KoreanWords.File["reported"];

    /// <summary>Whether what follows a quotation begins with a verb of saying.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Says(ReadOnlySpan<char> rest) => KoreanWords.WordAtStart(rest) is var word && Saying.LengthAtStart(word) > 0 && !NotSaying.Contains(word);

    /// <summary>
    /// Whether what follows a quotation is a short sentence that tells who said it: words for who it is, a subject, at most a few words for how, when and to whom,
    /// and a verb of saying, whose object the quotation is: <c>익명을 요구한 소식통은 5일 기자들에게 말했다</c>.
    /// </summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Is(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestReport)];
        // What stands before the subject says who it is: 국방부 관계자는, 농민 박모(67) 씨가, 회령의 한 주민은. A name that is kept back, as in A씨, begins with letters.
        var isOpen = false;
        for (var words = 0; words < MostOfSubject; words++)
        {
            var word = WordWithBracket(rest, out var next);
            if (next is not [' ', .. var clause])
                return false;
            var isName = KoreanWords.IsName(word, clause);
            var isSubject = IsSubjectOfReport(word);
            if (isSubject && !isOpen && IsClause(clause))
                return true;
            if (!isName && isSubject)
            {
                // A verb before its noun ends like a subject: 평양에 사는 소식통은.
                if (word[^1] != '는' && word[^1] != '은')
                    return false;
                isOpen = false;
            }
            else if (!isName && word.Length > 1 && !KoreanWords.IsBare(word) && word[^1] != '의' && !(word.Length > 2 && word[^1] == '도'))
            {
                // It belongs to a verb, which has to come before the subject: 익명을 요구한 소식통은.
                if (!IsOfModifier(word))
                    return false;
                isOpen = true;
            }
            else if (KoreanWords.Openers.Contains(word))
            {
                return false;
            }
            else if (isOpen && word.Length > 0 && KoreanWords.IsAdnominal(word[^1]))
            {
                isOpen = false;
            }

            rest = clause;
        }

        return false;
    }

    /// <summary>Whether a clause has nothing but words for how, when and to whom before a verb of saying.</summary>
    private static bool IsClause(ReadOnlySpan<char> clause)
    {
        for (var words = 0; words <= MostOfManner; words++)
        {
            var word = KoreanWords.WordWithNumber(clause);
            if (IsVerbOfReport(word))
                return words == 0 || Done.LengthAtStart(word) == 0;
            if (word.IsEmpty || SaidElsewhere.Contains(word) || clause[word.Length..] is not [' ', .. var next])
                return false;
            if (word[^1] is '을' or '를')
            {
                // What is done meanwhile may have an object: 고개를 저으며.
                var verb = KoreanWords.WordAtStart(next);
                if (!IsMeanwhile(verb) || next[verb.Length..] is not [' ', .. var afterVerb])
                    return false;
                next = afterVerb;
            }
            else if (!IsManner(word))
            {
                return false;
            }

            clause = next;
        }

        return false;
    }

    /// <summary>Whether a word may be how, when or to whom something is said; what is said, of what, and who says it have other endings.</summary>
    private static bool IsManner(ReadOnlySpan<char> word) => Manner.Contains(word) || word[^1] is not ('은' or '는' or '이' or '가' or '도' or '만' or '지' or '까' or '와' or '과' or '다')
        && !(word.Length > 1 && word[^1] is '고' or '며' && word[^2] is '다' or '라' or '냐' or '자') && !word.EndsWith("것");

    /// <summary>Whether a word says what somebody does meanwhile: 울먹이며, 저으면서.</summary>
    private static bool IsMeanwhile(ReadOnlySpan<char> word) => word.Length > 1 && ((word[^1] is '며' or '고' && word[^2] is not ('다' or '라' or '냐' or '자')) || word.EndsWith("면서") || word.EndsWith("듯") || word.EndsWith("듯이") || word.EndsWith("채"));

    /// <summary>Whether a word has a particle with which it goes with a verb behind it, before the subject.</summary>
    private static bool IsOfModifier(ReadOnlySpan<char> word) => word[^1] is '을' or '를' or '에' or '로' or '와' or '과' || word.EndsWith("에서") || word.EndsWith("에게") || word.EndsWith("부터");

    /// <summary>Whether a verb of saying ends as it does when it tells who said what stands before it.</summary>
    private static bool IsVerbOfReport(ReadOnlySpan<char> verb)
    {
        if (verb.IsEmpty)
            return false;
        if (SpokenWhole.Contains(verb) || (Spoken.LengthAtStart(verb) is > 0 and var noun && Light.Contains(verb[noun..])))
            return true;
        var stem = Saying.LengthAtStart(verb);
        // Whoever is few, 적다, has the same past as whoever writes.
        if (stem == 0 || verb.StartsWith("적었"))
            return false;
        if (Reported.Contains(verb[stem..]) || (stem == verb.Length && verb[^1] == '자'))
            return true;
        var past = verb.Length - 1;
        while (past > 0 && !KoreanWords.IsPast(verb[past]))
            past--;
        return past > 0 && Reported.Contains(verb[(past + 1)..]);
    }

    private static bool IsSubjectOfReport(ReadOnlySpan<char> word) => word.Length > 1 && (word[^1] is '이' or '가' or '은' or '는' || word.EndsWith("께서")) && !KoreanWords.NotSubject.Contains(word);

    /// <summary>A word with the age or the like in brackets behind it, and the particle behind those.</summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="next">What follows it.</param>
    private static ReadOnlySpan<char> WordWithBracket(ReadOnlySpan<char> text, out ReadOnlySpan<char> next)
    {
        text = text[..Math.Min(text.Length, LongestSubject)];
        var letters = text.Length - text.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ○0123456789").Length;
        var word = KoreanWords.WordAtStart(text[letters..]);
        next = text[(letters + word.Length)..];
        if (next is [>= 'A' and <= 'z', ..])
        {
            word = KoreanWords.WordWithNumber(text);
            next = text[word.Length..];
        }

        if (next is not ['(', .. var inside] || inside.IndexOf(')') is not (>= 0 and var close) || inside[..close].IndexOfAny(".?!…") >= 0)
            return word.IsEmpty ? text[..letters] : word;
        next = inside[(close + 1)..];
        var particle = KoreanWords.WordAtStart(next);
        next = next[particle.Length..];
        return particle.IsEmpty ? word : text[letters..^next.Length];
    }
}

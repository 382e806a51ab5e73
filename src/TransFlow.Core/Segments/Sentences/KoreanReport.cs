using System.Buffers;

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
    private const int LongestQuestion = 400;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!…”\"’」》\u2028");

    /// <summary>By which words a clause points to a quotation that is not its object.</summary>
    private static readonly SearchValues<string> Thus = SearchValues.Create(["이렇게 ", "이같이 ", "이와 같이 ", "아래와 같이 ", "다음과 같이 "], StringComparison.Ordinal);

    /// <summary>What stands for letters of a name that is kept back: <c>김○○ 씨</c>, <c>박△△</c>, <c>김**</c>.</summary>
    private const string Masks = "○◯〇●△▲□☓×*＊";

    private static readonly WordSet Saying = KoreanWords.File["saying"];
    private static readonly WordSet NotSaying = KoreanWords.File["not-saying"];
    private static readonly WordSet Spoken = KoreanWords.File["spoken"];
    private static readonly WordSet SpokenWhole = KoreanWords.File["spoken-whole"];
    private static readonly WordSet Light = KoreanWords.File["light"];
    private static readonly WordSet Done = KoreanWords.File["done"];
    private static readonly WordSet Reported = KoreanWords.File["reported"];
    private static readonly WordSet ReportedPast = KoreanWords.File["reported-past"];
    private static readonly WordSet Helped = KoreanWords.File["helped"];
    private static readonly WordSet Helping = KoreanWords.File["helping"];
    private static readonly WordSet Compared = KoreanWords.File["compared"];
    private static readonly WordSet Asking = KoreanWords.File["asking"];
    private static readonly WordSet Answering = KoreanWords.File["answering"];

    /// <summary>Whether what follows a quotation begins with a verb of saying that tells of it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Says(ReadOnlySpan<char> rest) =>
        KoreanWords.WordAtStart(rest) is var word && Saying.LengthAtStart(word) > 0 && !NotSaying.Contains(word) && !IsOfNobody(word, rest[word.Length..]);

    /// <summary>
    /// Whether what follows a quotation is a short sentence that tells who said it: words for who it is, a subject, at most a few words for how, when and to whom,
    /// and a verb of saying, whose object the quotation is: <c>익명을 요구한 소식통은 5일 기자들에게 말했다</c>. The subject may be left out.
    /// </summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Is(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestReport)];
        if (KoreanWords.Openers.LengthAtStart(KoreanWords.WordAtStart(rest)) == 0 && IsClause(rest))
            return true;
        if (rest.StartsWith("또 다른 "))
            rest = rest[2..];
        // What stands before the subject says who it is: 국방부 관계자는, 농민 박모(67) 씨가, 회령의 한 주민은. A name that is kept back, as in A씨, begins with letters.
        var speaker = default(KoreanSpeaker);
        for (var words = 0; words < MostOfSubject; words++)
        {
            var word = WordWithBracket(rest, out var next);
            if (next is not [' ', .. var clause])
                return false;
            if (KoreanManner.IsSubject(word) && IsClause(clause))
                return speaker.MayEnd;
            if (!speaker.Takes(word, KoreanWords.IsName(word, clause)))
                return false;
            rest = clause;
        }

        return false;
    }

    /// <summary>
    /// Whether what follows a quotation tells of the next one instead: behind a question somebody answers, as in <c>“누구냐?” 나는 대답했다. “접니다.”</c>, behind a statement
    /// somebody asks, as in <c>“없다.” 그가 물었다. “왜 없소?”</c>, and what is announced has its clause already, as in <c>그가 말했다. “없다.” 나는 말했다. “있다.”</c>
    /// </summary>
    /// <param name="said">The quotation up to its last mark.</param>
    /// <param name="rest">The text from its next word on.</param>
    /// <param name="isAnnounced">Whether a reporting clause announces the quotation.</param>
    public static bool IsOfNext(ReadOnlySpan<char> said, ReadOnlySpan<char> rest, bool isAnnounced)
    {
        var clause = rest[..Math.Min(rest.Length, LongestReport)];
        if (clause.IndexOf('.') is not (> 0 and var end) || rest[(end + 1)..].TrimStart(' ') is not ['“' or '"' or '‘' or '「' or '《', ..] next)
            return false;
        if (isAnnounced)
            return true;
        var verb = KoreanWords.WordAtEnd(clause[..end]);
        if (said is [.., '?' or '？'])
            return Answering.LengthAtStart(verb) > 0;
        return said is [.., '다', '.'] && Asking.LengthAtStart(verb) > 0 && next[1..Math.Min(next.Length, LongestQuestion)].IndexOfAny("”\"’」》") is > 0 and var close && next[close] is '?' or '？';
    }

    /// <summary>Whether the sentence right before a quotation is a reporting clause that announces it, as in <c>그가 말했다. “없다.”</c>: not one that has a quotation before it for its own.</summary>
    /// <param name="text">The text up to the quotation.</param>
    /// <param name="announcing">Where the last clause began that was found to tell of the next quotation.</param>
    public static bool Announces(ReadOnlySpan<char> text, int announcing)
    {
        text = text.TrimEnd();
        if (text is not [.., '.'])
            return false;
        var start = Math.Max(0, text.Length - LongestReport);
        start += text[start..^1].LastIndexOfAny(SentenceEnds) + 1;
        var ownsQuotation = start > 0 && text[start - 1] is '”' or '"' or '’' or '」' or '》';
        while (text[start] == ' ')
            start++;
        if (ownsQuotation && start != announcing)
            return false;
        var clause = text[start..];
        return Is(clause) || clause.ContainsAny(Thus);
    }

    /// <summary>Whether a clause has nothing but words for how, when and to whom before a verb of saying.</summary>
    private static bool IsClause(ReadOnlySpan<char> clause)
    {
        var whole = clause;
        var isPlain = true;
        var hasObject = false;
        for (var words = 0; words <= MostOfManner; words++)
        {
            var word = KoreanWords.WordWithNumber(clause);
            if (IsVerbOfReport(word) || IsVerbOfReport(word, clause[word.Length..]))
                return (isPlain || Done.LengthAtStart(word) == 0) && !(hasObject && IsPutOn(word, KoreanWords.WordAtEnd(whole[..^clause.Length].TrimEnd())));
            if (word.IsEmpty || KoreanManner.IsOfElsewhere(word) || clause[word.Length..] is not [' ', .. var next])
                return false;
            if (!KoreanManner.IsObject(word) && KoreanManner.IsManner(word))
                isPlain &= KoreanManner.IsMeanwhile(word);
            else if (!KoreanManner.IsDoneMeanwhile(word, next, out next))
                return false;
            hasObject |= KoreanManner.IsObject(word);
            clause = next;
        }

        return false;
    }

    /// <summary>Whether a verb behind another one and an object is that of putting something on, which is spelled as that of writing: <c>마스크를 고쳐 썼다</c>, not <c>눈물을 흘리며 썼다</c>.</summary>
    private static bool IsPutOn(ReadOnlySpan<char> verb, ReadOnlySpan<char> before) => verb[0] is '썼' or '쓴' && KoreanManner.IsBefore(before) && !KoreanManner.IsMeanwhile(before);

    /// <summary>
    /// Whether a verb of saying before a noun tells of nobody who said the quotation: nobody answers it, as in <c>대답하는 사람은 아무도 없었다</c>, or how to say something,
    /// or what was said elsewhere, is compared with something, as in <c>말하는 법을 잊었다</c> and <c>생각했던 것보다 쉬웠다</c>.
    /// </summary>
    private static bool IsOfNobody(ReadOnlySpan<char> verb, ReadOnlySpan<char> rest)
    {
        if (!KoreanWords.IsAdnominal(verb[^1]) || rest is not [' ', .. var next])
            return false;
        var noun = KoreanWords.WordAtStart(next);
        if (Compared.LengthAtStart(noun) > 0)
            return true;
        if (Answering.LengthAtStart(verb) == 0 || noun is not [.., '은' or '는' or '이' or '가' or '도'])
            return false;
        for (var words = 0; words < MostOfManner && next[noun.Length..] is [' ', .. var after]; words++)
        {
            next = after;
            noun = KoreanWords.WordAtStart(next);
            if (noun is ['없' or '드', ..])
                return true;
        }

        return false;
    }

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
        return past > 0 && verb[(past + 1)..] is var ending && (Reported.Contains(ending) || ReportedPast.Contains(ending));
    }

    /// <summary>Whether a verb of saying and the next word do so together: <c>말한 것이다</c>, <c>물어 왔다</c>.</summary>
    private static bool IsVerbOfReport(ReadOnlySpan<char> verb, ReadOnlySpan<char> rest)
    {
        if (rest is not [' ', .. var next])
            return false;
        next = KoreanWords.WordAtStart(next);
        if (Helped.Contains(verb))
            return Helping.LengthAtStart(next) > 0;
        return next is ['것' or '셈', '이', _, ..] && KoreanManner.IsAdnominal(verb) && Saying.LengthAtStart(verb) > 0;
    }

    /// <summary>A word with the age or the like in brackets behind it, and the particle behind those.</summary>
    /// <param name="text">The text from the word on.</param>
    /// <param name="next">What follows it.</param>
    private static ReadOnlySpan<char> WordWithBracket(ReadOnlySpan<char> text, out ReadOnlySpan<char> next)
    {
        text = text[..Math.Min(text.Length, LongestSubject)];
        var letters = text.Length - text.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ○0123456789").Length;
        while (letters < text.Length && Characters.IsHan(text[letters]))
            letters++;
        var word = KoreanWords.WordAtStart(text[letters..]);
        next = text[(letters + word.Length)..];
        if (next is [>= 'A' and <= 'z', ..])
        {
            word = KoreanWords.WordWithNumber(text);
            next = text[word.Length..];
        }

        if (word.Length > 0 && next.TrimStart(Masks) is var behind && behind.Length < next.Length)
        {
            var title = KoreanWords.WordAtStart(behind);
            next = behind[title.Length..];
            word = title.IsEmpty ? word : text[letters..^next.Length];
        }

        if (next is not ['(', .. var inside] || inside.IndexOf(')') is not (>= 0 and var close) || inside[..close].IndexOfAny(".?!…") >= 0)
            return word.IsEmpty ? text[..letters] : word;
        next = inside[(close + 1)..];
        var particle = KoreanWords.WordAtStart(next);
        next = next[particle.Length..];
        return particle.IsEmpty ? word : text[letters..^next.Length];
    }
}

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Words behind a Korean quotation, or a stop, that make it a part of their sentence: particles and quotatives, the noun for what it is, more quotations that are a list with it.</summary>
internal static class KoreanTies
{
    private const int LongestList = 400;
    private const int MostListed = 12;

    private static readonly WordSet GluedAlone = KoreanWords.File["glued-alone"];
    private static readonly WordSet NotGlued = KoreanWords.File["not-glued"];
    private static readonly WordSet Called = KoreanWords.File["called"];
    private static readonly WordSet Spaced = KoreanWords.File["spaced"];
    private static readonly WordSet AfterSpaced = KoreanWords.File["after"];
    private static readonly WordSet Within = KoreanWords.File["within"];
    private static readonly WordSet Tying = KoreanWords.File["tying"];
    private static readonly WordSet AfterBare = KoreanWords.File["bare"];
    private static readonly WordSet Free = KoreanWords.File["free"];
    private static readonly WordSet Raised = KoreanWords.File["raised"];
    private static readonly WordSet Uttered = KoreanWords.File["uttered"];
    private static readonly WordSet Carried = KoreanWords.File["carried"];
    private static readonly WordSet Left = KoreanWords.File["left"];
    private static readonly WordSet Ceased = KoreanWords.File["ceased"];
    private static readonly WordSet Said = KoreanWords.File["said"];
    private static readonly WordSet Listing = KoreanWords.File["listing"];
    private static readonly WordSet OfWork = KoreanWords.File["of-work"];
    private static readonly WordSet Beside = KoreanWords.File["beside"];
    private static readonly WordSet Prompting = KoreanWords.File["prompting"];
    private static readonly WordSet Pronouns = KoreanWords.File["pronouns"];

    /// <summary>Whether a word right behind a stop or a quotation goes on with the sentence: it is particles and quotatives, and none with which sentences begin.</summary>
    /// <param name="word">The word.</param>
    public static bool ContinuesGlued(ReadOnlySpan<char> word) => (KoreanWords.IsGlued(word) || GluedAlone.Contains(word)) && !NotGlued.Contains(word);

    /// <summary>Whether what follows a quotation after a space goes on with it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Continues(ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        if (word.IsEmpty || !IsSpaced(word))
            return false;
        var next = rest[word.Length..].TrimStart();
        var following = KoreanWords.WordAtStart(next);
        // Else it is the country.
        if (word.StartsWith("이란"))
            return word.Length == 2 && Called.LengthAtStart(following) is > 0 and var noun && (noun == following.Length || KoreanWords.IsGlued(following[noun..]));
        if (word is "고")
            return next is not ['(', ..] && !KoreanWords.IsPost(following) && !KoreanWords.IsName(following, next[following.Length..]) && !(following.Length == 1 && IsOfName(following[0], KoreanWords.WordAtStart(next[1..].TrimStart())));
        // Alone it is said while one thinks: "에, 그러니까".
        if (word is "에" && next.Length == rest.Length - word.Length)
            return false;
        return following.IsEmpty || next.Length == rest.Length - word.Length || !IsFree(word, following);
    }

    /// <summary>Whether a syllable and a title are somebody's, as in <c>고 정 변호사는</c>; before a post 한 may be the verb behind the quotative, and 이 may point: <c>고 한 선수는</c>.</summary>
    private static bool IsOfName(char name, ReadOnlySpan<char> title) => KoreanWords.IsTitle(title) || (name is not ('한' or '이') && KoreanWords.IsPost(title));

    /// <summary>Whether what follows a question or an exclamation without quotation marks goes on with it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool ContinuesBare(ReadOnlySpan<char> rest) => AfterBare.Contains(KoreanWords.WordAtStart(rest)) && Continues(rest);

    /// <summary>Whether what follows a quotation is the noun for it: within a sentence any, else one that the next word ties to it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    /// <param name="isWithin">Whether the quotation stands within its sentence.</param>
    public static bool ContinuesWithNoun(ReadOnlySpan<char> rest, bool isWithin) =>
        KoreanWords.WordAtStart(rest) is var word && Within.LengthAtStart(word) is > 0 and var noun && (noun == word.Length || KoreanWords.IsGlued(word[noun..])) && (isWithin || IsTied(rest[word.Length..]));

    private static bool IsTied(ReadOnlySpan<char> next) => next is [' ', ..] && Tying.LengthAtStart(KoreanWords.WordAtStart(next.TrimStart())) > 0;

    /// <summary>Whether what follows a quotation is the noun for it, as in <c>“물러가라!” 외침이 광장을 메웠다</c>.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Names(ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        var raised = Raised.LengthAtStart(word);
        var uttered = Uttered.LengthAtStart(word);
        var particle = word[Math.Max(raised, uttered)..];
        if (particle.Length == word.Length)
            return false;
        var next = rest[word.Length..];
        // Without a particle it is a part of a longer noun: 외침 소리가.
        var isCarried = particle.IsEmpty ? IsTied(next) || (next is [' ', ..] && IsOfSpeech(KoreanWords.WordAtStart(next.TrimStart()))) : Carried.Contains(particle) || (raised >= uttered && particle is "은" or "는");
        return isCarried && Ceased.LengthAtStart(KoreanWords.WordAtStart(next.TrimStart())) == 0;
    }

    /// <summary>Whether a word is a noun for what is said, with a particle or without.</summary>
    private static bool IsOfSpeech(ReadOnlySpan<char> word) => Math.Max(Raised.LengthAtStart(word), Uttered.LengthAtStart(word)) is > 0 and var length && (length == word.Length || KoreanWords.IsGlued(word[length..]));

    /// <summary>Whether what follows a quotation is the noun for it and at once says that something comes with it, or that it is left or given, as in <c>“고맙습니다.” 인사말과 함께</c> and <c>“고맙다.” 말을 남기고</c>.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Accompanies(ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        // A word for what kind it is may stand before it: "마지막 인사와 함께".
        if (word.Length > 1 && KoreanWords.IsBare(word) && rest[word.Length..] is [' ', .. var second] && KoreanWords.WordAtStart(second) is [_, .., '과' or '와'] and var last && second[last.Length..].StartsWith(" 함께"))
        {
            word = last;
            rest = second;
        }

        if (word.Length < 2 || word[^1] is not ('과' or '와' or '을' or '를' or '만') || rest[word.Length..] is not [' ', .. var next])
            return false;
        var noun = word[..^1];
        if (!Said.Contains(noun) && !Uttered.Contains(noun) && !Raised.Contains(noun))
            return false;
        return word[^1] is '과' or '와' ? next.StartsWith("함께") || next.StartsWith("더불어") : Left.LengthAtStart(next) > 0;
    }

    /// <summary>
    /// Whether what follows a quotation needs a noun before it, and has the quotation for that: <c>“모른다.” 외에 다른 말은</c>, <c>“모른다.” 대신 “없다.”고</c>,
    /// or says at whose words something is done, as in <c>“가라.” 한마디에</c>.
    /// </summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Needs(ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        if (rest[word.Length..] is not [' ', .. var next])
            return false;
        if (Beside.Contains(word) || (word is [_, _, .., '에'] && Prompting.Contains(word[..^1])))
            return true;
        return word is "대신" && next is ['“' or '"' or '‘' or '\'' or '「', ..];
    }

    /// <summary>Whether what follows a title goes on with its sentence: a noun, and no word with which another one begins.</summary>
    /// <param name="rest">The text from the next word after the title on.</param>
    public static bool IsOfTitle(ReadOnlySpan<char> rest) => KoreanWords.WordAtStart(rest) is { Length: > 1 } word && !Pronouns.Contains(word) && KoreanWords.Openers.LengthAtStart(word) == 0;

    /// <summary>Whether what follows a title is the noun for a work, for who made it or for where it is shown, as in <c>「무엇이든 물어보세요!」 제작진이</c>.</summary>
    /// <param name="rest">The text from the next word after the title on.</param>
    public static bool IsOfWork(ReadOnlySpan<char> rest) =>
        KoreanWords.WordAtStart(rest) is var word && OfWork.LengthAtStart(word) is > 0 and var noun && (noun == word.Length || KoreanWords.IsGlued(word[noun..]));

    /// <summary>Whether what follows a quotation is more of them, and then a word that says they are a list, or one that goes on with the words before the first.</summary>
    /// <param name="rest">The text from the next quotation on.</param>
    /// <param name="isAlone">True when the sentence begins with the first quotation.</param>
    /// <param name="said">The first one up to its last mark.</param>
    public static bool Lists(ReadOnlySpan<char> rest, bool isAlone, ReadOnlySpan<char> said)
    {
        var stop = said[^1];
        var list = rest[..Math.Min(rest.Length, LongestList)];
        var quotations = 0;
        var isGlued = false;
        var endAlike = true;
        var endTheSame = said.Length > 1;
        // A question and what is answered are no list.
        var areAlike = !isAlone || stop is '!' or '?' or '！' or '？';
        while (quotations < MostListed && !list.IsEmpty && MarkTable.Classify(list[0], out var kind) is MarkRole.Open or MarkRole.Straight && (MarkTable.IsQuote(kind) || kind == MarkKind.Corner))
        {
            var close = list[1..].IndexOf(list[0] switch { '“' => '”', '‘' => '’', '«' => '»', '‹' => '›', '„' => '“', '‚' => '‘', '「' => '」', var straight => straight });
            if (close < 0)
                return false;
            endAlike &= close > 0 && list[close] == stop;
            endTheSame &= endAlike && list[close - 1] == said[^2];
            list = list[(close + 2)..];
            isGlued = KoreanWords.WordAtStart(list) is { Length: > 0 } particles && KoreanWords.IsGlued(particles);
            list = list.TrimStart(" ,·");
            quotations++;
        }

        if (quotations == 0)
            return false;
        if ((areAlike && endAlike && Names(list)) || KoreanWording.IsCount(list))
            return true;
        if ((endTheSame || (endAlike && stop != '.')) && KoreanWording.IsOfAll(list))
            return true;
        return Listing.Contains(KoreanWords.WordAtStart(list)) ? isGlued || Continues(list) : !isAlone && (isGlued || Continues(list));
    }

    private static bool IsSpaced(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(Spaced.Longest, word.Length); length > 0; length--)
        {
            if (Spaced.Contains(word[..length]) && (length == word.Length || (length > 1 && AfterSpaced.Contains(word[length..]))))
                return true;
        }

        return false;
    }

    private static bool IsFree(ReadOnlySpan<char> word, ReadOnlySpan<char> following)
    {
        Span<char> joined = stackalloc char[KoreanWords.Longest * 2];
        var length = word.Length + 1 + following.Length;
        if (length > joined.Length)
            return false;
        word.CopyTo(joined);
        joined[word.Length] = '_';
        following.CopyTo(joined[(word.Length + 1)..]);
        return Free.LengthAtStart(joined[..length]) > 0;
    }
}

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// The noun for words that somebody wrote, said or spread, right behind a quotation that ends with a stop: with a verb by which they appear the quotation
/// tells what they are, as in <c>“사랑합니다.” 문자가 왔다</c>. With any other verb the noun begins a sentence, as in <c>“나가라.” 편지를 썼다</c>.
/// </summary>
internal static class KoreanWording
{
    private const int MostBetween = 4;

    private static readonly WordSet Worded = KoreanWords.File["worded"];
    private static readonly WordSet Replied = KoreanWords.File["replied"];
    private static readonly WordSet Joined = KoreanWords.File["joined"];
    private static readonly WordSet Raised = KoreanWords.File["raised"];
    private static readonly WordSet Uttered = KoreanWords.File["uttered"];
    private static readonly WordSet Appearing = KoreanWords.File["appearing"];
    private static readonly WordSet Being = KoreanWords.File["being"];
    private static readonly WordSet Sent = KoreanWords.File["sent"];
    private static readonly WordSet Counts = KoreanWords.File["counts"];
    private static readonly WordSet Counted = KoreanWords.File["counted"];
    private static readonly WordSet Attributing = KoreanWords.File["attributing"];

    /// <summary>Whether what follows a quotation is the noun for it and a verb by which it appears, or by which somebody sends it.</summary>
    /// <param name="rest">The text from the next word on.</param>
    /// <param name="stop">The mark with which the quotation ends.</param>
    public static bool Appears(ReadOnlySpan<char> rest, char stop)
    {
        var word = KoreanWords.WordAtStart(rest);
        var next = rest[word.Length..];
        if (word.IsEmpty || next is not [' ', ..])
            return false;
        // What it is may stand in two words: 안내 방송이.
        var isSecond = IsNoun(word);
        if (isSecond)
        {
            word = KoreanWords.WordAtStart(next[1..]);
            next = next[(1 + word.Length)..];
        }

        var noun = NounOf(word);
        if (!IsNoun(noun) && !(isSecond && Joined.Contains(noun)) && (stop is '?' or '？' || !Replied.Contains(noun)))
            return false;
        return next is [' ', .. var clause] && word[noun.Length..] is [.., var particle] && particle switch
        {
            '이' or '가' => Comes(clause, Appearing),
            '도' => Comes(clause, Appearing) || Comes(clause, Being),
            '을' or '를' => Comes(clause, Sent),
            _ => false,
        };
    }

    /// <summary>Whether what follows quotations counts them, as in <c>‘살려 달라!’, ‘도와 달라!’ 두 문장이</c>.</summary>
    /// <param name="rest">The text from the next word on.</param>
    public static bool IsCount(ReadOnlySpan<char> rest) =>
        KoreanWords.WordAtStart(rest) is var count && Counts.Contains(count) && rest[count.Length..] is [' ', .. var next] && KoreanWords.WordAtStart(next) is var word
        && Counted.LengthAtStart(word) is > 0 and var noun && (noun == word.Length || KoreanWords.IsGlued(word[noun..]));

    /// <summary>
    /// Whether what follows the last of several quotations goes with all of them: it says what they are, as in <c>“사과하라!” “물러나라!”는 구호가</c>.
    /// </summary>
    /// <param name="rest">The text right behind the last closing mark, or from the next word on.</param>
    public static bool IsOfAll(ReadOnlySpan<char> rest)
    {
        var word = KoreanWords.WordAtStart(rest);
        if (!Attributing.Contains(word))
            return false;
        var noun = NounOf(KoreanWords.WordAtStart(rest[word.Length..].TrimStart()));
        return IsNoun(noun) || Raised.Contains(noun) || Uttered.Contains(noun);
    }

    /// <summary>A word without its particle of one syllable, and without that of several things.</summary>
    private static ReadOnlySpan<char> NounOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word[^1] is not ('이' or '가' or '은' or '는' or '을' or '를' or '도' or '의' or '에' or '과' or '와' or '만'))
            return word;
        return word is [_, .., '들', _] ? word[..^2] : word[..^1];
    }

    /// <summary>Whether a noun is one of them, or a longer one that ends with one: 안내방송, 협박문자.</summary>
    private static bool IsNoun(ReadOnlySpan<char> noun)
    {
        if (Worded.Contains(noun))
            return true;
        for (var length = 2; length < noun.Length; length++)
        {
            if (Worded.Contains(noun[^length..]))
                return true;
        }

        return false;
    }

    /// <summary>Whether one of the verbs comes with nothing but words for where, when and how much before it.</summary>
    private static bool Comes(ReadOnlySpan<char> clause, WordSet verbs)
    {
        for (var words = 0; words <= MostBetween; words++)
        {
            var word = KoreanWords.WordWithNumber(clause);
            // What is told of the noun elsewhere is another sentence, "편지가 왔다는 말에", and so is what happens then, "방송이 나오자".
            if (verbs.LengthAtStart(word) > 0)
                return word[^1] != '자' && word is not [.., '다', '는' or '고' or '며' or '던' or '면'] && !word.EndsWith("다면서");
            if (word.IsEmpty || clause[word.Length..] is not [' ', .. var next] || KoreanManner.IsObject(word) || KoreanManner.IsAdnominal(word) || KoreanManner.IsMeanwhile(word) || word[^1] == '자' || !KoreanManner.IsManner(word))
                return false;
            clause = next;
        }

        return false;
    }
}

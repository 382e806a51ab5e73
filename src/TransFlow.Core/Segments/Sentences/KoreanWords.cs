namespace TransFlow.Core.Segments.Sentences;

/// <summary>The Korean word lists, and what every rule asks of a word.</summary>
internal static class KoreanWords
{
    /// <summary>Of a word in Hangul no more is looked at.</summary>
    public const int Longest = 16;

    /// <summary>The lists themselves.</summary>
    public static WordFile File { get; } = WordFile.Load("korean");

    private static readonly WordSet Glued = File["glued"];
    private static readonly WordSet GluedToAddress = File["glued-to-address"];
    private static readonly WordSet Titles = File["titles"];
    private static readonly WordSet Posts = File["posts"];
    private static readonly WordSet PostsAsSubject = File["posts-as-subject"];
    private static readonly WordSet Adverbs = File["adverbs"];

    /// <summary>Words with which a sentence begins.</summary>
    public static WordSet Openers { get; } = File["openers"];

    /// <summary>Words that are no subject of what is said, though they end like one.</summary>
    public static WordSet NotSubject { get; } = File["not-subject"];

    /// <summary>Words before a number that make it a label.</summary>
    public static WordSet Labels { get; } = File["labels"];

    /// <summary>Words after a number that make it a label.</summary>
    public static WordSet Ordinals { get; } = File["ordinals"];

    /// <summary>Those of them that do so at the beginning of a block without 제, too.</summary>
    public static WordSet Numbered { get; } = File["numbered"];

    /// <summary>Words that are labels without a number.</summary>
    public static WordSet Alone { get; } = File["alone"];

    /// <summary>The Hangul at the start of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtStart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < Longest && Characters.IsHangul(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>The Hangul at the end of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtEnd(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < Longest && Characters.IsHangul(text[start - 1]))
            start--;
        return text[start..];
    }

    /// <summary>The word at the start of a text, with the number or the letters that stand in it: 2층으로, 데일리NK에.</summary>
    public static ReadOnlySpan<char> WordWithNumber(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < Longest && (Characters.IsHangul(text[end]) || char.IsAsciiLetterOrDigit(text[end])))
            end++;
        return text[..end];
    }

    /// <summary>Whether a word is particles and quotatives and nothing else.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGlued(ReadOnlySpan<char> word) => IsChain(word, Glued, 4);

    /// <summary>Whether a word is a particle, or a form of 이다, that stands behind an address, and no name of a page.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGluedToAddress(ReadOnlySpan<char> word) => GluedToAddress.Contains(word);

    /// <summary>Whether a text ends with a word that has neither a particle nor an ending.</summary>
    public static bool IsBare(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var word = WordAtEnd(before);
        if (before.IsEmpty || !char.IsLetterOrDigit(before[^1]) || Adverbs.Contains(word))
            return false;
        return !"은는이가을를에게께도만와과로서고며면니자라다어아지서해져나던까요".Contains(before[^1], StringComparison.Ordinal) || NotSubject.Contains(word) || (word.Length > 1 && word[^1] != '다' && KoreanEndings.EndsLikeNoun(word));
    }

    public static bool IsName(ReadOnlySpan<char> name, ReadOnlySpan<char> rest)
    {
        if (name.Length is < 2 or > 4)
            return false;
        return IsTitle(WordAtStart(rest.TrimStart()));
    }

    /// <summary>Whether a word is a title, with a particle or without.</summary>
    public static bool IsTitle(ReadOnlySpan<char> title) =>
        Titles.LengthAtStart(title) is > 0 and var length && title[length..] is var tail && (tail.IsEmpty || tail[0] == '님' || (tail[0] is not ('했' or '한' or '하') && IsGlued(tail)));

    /// <summary>Whether a word is a title or a post such as somebody's family name may stand before: 변호사는, 의사는; not several of them, 선수들은.</summary>
    public static bool IsPost(ReadOnlySpan<char> post)
    {
        if (IsTitle(post))
            return true;
        if (PostsAsSubject.LengthAtStart(post) is > 0 and var length && post[length..] is "은" or "는" or "이" or "가" or "도" or "께서" or "께서는")
            return true;
        return Posts.LengthAtStart(post) is > 0 and var whole && post[whole..] is var tail && (tail.IsEmpty || tail[0] == '님' || (tail[0] is not ('들' or '했' or '한' or '하') && IsGlued(tail)));
    }

    /// <summary>Whether a syllable ends with ㅆ, as the past of every verb has it.</summary>
    public static bool IsPast(char c)
    {
        const int Tails = 28;
        const int SsangSiot = 20;
        return c is >= '가' and <= '힣' && (c - '가') % Tails == SsangSiot;
    }

    /// <summary>Whether a syllable ends with ㄴ, as a verb before its noun does: 요구한, 사는, 온.</summary>
    public static bool IsAdnominal(char c)
    {
        const int Tails = 28;
        const int Nieun = 4;
        return c is >= '가' and <= '힣' && (c - '가') % Tails == Nieun;
    }

    private static bool IsChain(ReadOnlySpan<char> word, WordSet links, int depth)
    {
        for (var length = Math.Min(links.Longest, word.Length); length > 0; length--)
        {
            if (links.Contains(word[..length]) && (length == word.Length || (depth > 1 && IsChain(word[length..], links, depth - 1))))
                return true;
        }

        return false;
    }
}

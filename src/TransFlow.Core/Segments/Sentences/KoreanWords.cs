namespace TransFlow.Core.Segments.Sentences;

/// <summary>The Korean word lists and the questions asked of them.</summary>
internal static class KoreanWords
{
    private const int LongestWord = 16;

    private static readonly WordFile File = WordFile.Load("korean");
    private static readonly WordSet Glued = File["glued"];
    private static readonly WordSet Spaced = File["spaced"];
    private static readonly WordSet AfterSpaced = File["after"];
    private static readonly WordSet Free = File["free"];
    private static readonly WordSet Titles = File["titles"];
    private static readonly WordSet Final = File["final"];
    private static readonly WordSet NotFinal = File["not-final"];
    private static readonly WordSet Question = File["question"];
    private static readonly WordSet Named = File["named"];
    private static readonly WordSet Saying = File["saying"];

    /// <summary>Words before a number that make it a label.</summary>
    public static WordSet Labels { get; } = File["labels"];

    /// <summary>Words after a number that make it a label.</summary>
    public static WordSet Ordinals { get; } = File["ordinals"];

    /// <summary>The Hangul at the start of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtStart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestWord && Characters.IsHangul(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>The Hangul at the end of a text.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WordAtEnd(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < LongestWord && Characters.IsHangul(text[start - 1]))
            start--;
        return text[start..];
    }

    /// <summary>Whether a word is particles and quotatives and nothing else.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGlued(ReadOnlySpan<char> word) => IsChain(word, Glued, 4);

    /// <summary>Whether what follows a quotation after a space goes on with it.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Continues(ReadOnlySpan<char> rest)
    {
        var word = WordAtStart(rest);
        if (word.IsEmpty || !IsSpaced(word))
            return false;
        var next = rest[word.Length..].TrimStart();
        var following = WordAtStart(next);
        if (word is "고")
            return !IsName(following, next[following.Length..]);
        return following.IsEmpty || next.Length == rest.Length - word.Length || !IsFree(word, following);
    }

    /// <summary>Whether a text ends with a final ending.</summary>
    /// <param name="text">The text up to the stop.</param>
    /// <param name="isQuestion">True before a question or exclamation mark, where more endings are final.</param>
    public static bool EndsSentence(ReadOnlySpan<char> text, bool isQuestion)
    {
        var word = WordAtEnd(text);
        if (word.Length == 0 || NotFinal.Contains(word))
            return false;
        if (word.Length == 1)
            return word[0] is '것' or '듯' or '임' or '함' && text.Length > 1;
        if (isQuestion && Question.ContainsEndOf(word))
            return true;
        return Final.ContainsEndOf(word) && !EndsLikeNoun(word) && !GivesReason(word);
    }

    /// <summary>The ending of a reason, as in 그러니까 and 있으니까; after a final ㅂ the same letters ask, as in 합니까.</summary>
    private static bool GivesReason(ReadOnlySpan<char> word)
    {
        const int Tails = 28;
        const int Bieup = 17;
        return word.EndsWith("니까") && (word.Length == 2 || (word[^3] - '가') % Tails != Bieup);
    }

    /// <summary>Whether the word before a quotation says that the quotation is a name.</summary>
    /// <param name="before">The text before the opening mark.</param>
    public static bool IsNamed(ReadOnlySpan<char> before) => Named.Contains(WordAtEnd(before.TrimEnd()));

    /// <summary>Whether what follows a quotation begins with a verb of saying.</summary>
    /// <param name="rest">The text from its next word on.</param>
    public static bool Says(ReadOnlySpan<char> rest) => Saying.LengthAtStart(WordAtStart(rest)) > 0;

    private static bool EndsLikeNoun(ReadOnlySpan<char> word)
    {
        for (var length = 2; length <= Math.Min(NotFinal.Longest, word.Length); length++)
        {
            if (NotFinal.Contains(word[^length..]))
                return true;
        }

        return false;
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

    private static bool IsChain(ReadOnlySpan<char> word, WordSet links, int depth)
    {
        for (var length = Math.Min(links.Longest, word.Length); length > 0; length--)
        {
            if (links.Contains(word[..length]) && (length == word.Length || (depth > 1 && IsChain(word[length..], links, depth - 1))))
                return true;
        }

        return false;
    }

    private static bool IsFree(ReadOnlySpan<char> word, ReadOnlySpan<char> following)
    {
        Span<char> joined = stackalloc char[LongestWord * 2];
        var length = word.Length + 1 + following.Length;
        if (length > joined.Length)
            return false;
        word.CopyTo(joined);
        joined[word.Length] = '_';
        following.CopyTo(joined[(word.Length + 1)..]);
        return Free.LengthAtStart(joined[..length]) > 0;
    }

    private static bool IsName(ReadOnlySpan<char> name, ReadOnlySpan<char> rest)
    {
        if (name.Length is < 2 or > 4)
            return false;
        var title = WordAtStart(rest.TrimStart());
        return Titles.LengthAtStart(title) > 0;
    }
}

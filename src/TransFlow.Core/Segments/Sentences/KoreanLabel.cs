namespace TransFlow.Core.Segments.Sentences;

/// <summary>Labels such as <c>표 1.</c>, <c>그림 2.</c> and <c>제3장.</c> at the start of a segment: they go with their heading.</summary>
internal static class KoreanLabel
{
    private const int Longest = 12;

    private static readonly WordSet BeforeColon = KoreanWords.File["before-colon"];

    /// <summary>A word and its number, as in <c>표 1</c> and <c>제1</c>.</summary>
    /// <param name="before">The segment up to the point.</param>
    public static bool IsBeforeNumber(ReadOnlySpan<char> before)
    {
        if (before.Length > Longest)
            return false;
        var word = before.TrimEnd("0123456789-").TrimEnd();
        return word is "제" || word.Length > 0 && KoreanWords.Labels.Contains(word.TrimStart("[<〈【"));
    }

    /// <summary>A number and its word, as in <c>제3장</c>, or <c>3장</c> with which a block begins.</summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="isFirst">Whether the segment is the first of its block.</param>
    public static bool IsAfterNumber(ReadOnlySpan<char> before, bool isFirst)
    {
        var isOrdinal = before.StartsWith("제");
        if (before.Length > Longest || !(isOrdinal || isFirst || before.EndsWith("단계")))
            return false;
        var number = isOrdinal ? before[1..].TrimStart() : before;
        var digits = number.Length - number.TrimStart("0123456789").Length;
        return digits > 0 && (isOrdinal ? KoreanWords.Ordinals : KoreanWords.Numbered).Contains(number[digits..].Trim());
    }

    /// <summary>A word and a colon with which a text begins, as in <c>장점: 값이 싸다</c>.</summary>
    /// <param name="rest">The text.</param>
    public static bool IsBeforeColon(ReadOnlySpan<char> rest) => KoreanWords.WordAtStart(rest) is var word && rest[word.Length..] is [':' or '：', ..] && BeforeColon.Contains(word);

    /// <summary>A word that is a label by itself, as in <c>답.</c></summary>
    /// <param name="before">The segment up to the point.</param>
    public static bool IsAlone(ReadOnlySpan<char> before) => KoreanWords.Alone.Contains(before);
}

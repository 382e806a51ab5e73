using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Words and signs that say that the number behind them is a value and no date: <c>규모 5.1.</c>, <c>경쟁률은 7.3.</c>, <c>평점(10점 만점): 8.5.</c></summary>
internal static class KoreanMeasure
{
    private const int LongestBracket = 24;
    private const int ShortestCompound = 4;
    private const int LongestSigns = 4;

    private static readonly WordFile File = WordFile.Load("measures");
    private static readonly WordSet Measures = File["measures"];
    private static readonly WordSet NotMeasures = File["not-measures"];
    private static readonly WordSet ShortMeasures = File["short-measures"];
    private static readonly WordSet About = File["about"];
    private static readonly SearchValues<char> Signs = SearchValues.Create("$€£¥￥₩￦+±=<>≤≥≒≈");

    /// <summary>Whether what is measured stands before a number.</summary>
    /// <param name="before">The text up to the number.</param>
    public static bool IsBefore(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty)
            return false;
        if (Signs.Contains(before[^1]))
            return true;
        var words = WithoutBracket(before.TrimEnd(" :-–−"));
        var word = KoreanWords.WordAtEnd(words);
        if (About.Contains(word))
            word = KoreanWords.WordAtEnd(words = WithoutBracket(words[..^word.Length].TrimEnd()));
        return word.IsEmpty ? IsSigns(words) : Is(word) || (word[^1] is '은' or '는' or '이' or '가' or '도' or '만' or '을' or '를' && (word.Length > 1 ? Is(word[..^1]) : IsSigns(words[..^1])));
    }

    private static bool Is(ReadOnlySpan<char> word) =>
        (Measures.ContainsEndOf(word) && !NotMeasures.ContainsEndOf(word))
        // Of three syllables it may be somebody's name: 김지수는 5. 1. 온다.
        || (ShortMeasures.ContainsEndOf(word) && (word.Length >= ShortestCompound || ShortMeasures.Contains(word)));

    /// <summary>Whether a text ends with Latin letters that stand for what is measured, as <c>ERA</c>.</summary>
    private static bool IsSigns(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        while (start > 0 && words.Length - start <= LongestSigns && char.IsAsciiLetter(words[start - 1]))
            start--;
        return start < words.Length && Measures.Contains(words[start..]);
    }

    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> words)
    {
        if (words is not [.., ')'])
            return words;
        var from = Math.Max(0, words.Length - LongestBracket);
        var open = words[from..].LastIndexOf('(');
        return open < 0 ? words : words[..(from + open)].TrimEnd();
    }
}

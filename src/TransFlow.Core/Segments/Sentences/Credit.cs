using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Recognises the words in brackets that say where a picture comes from.</summary>
internal static class Credit
{
    private const int Longest = 60;
    private const int LongestOwner = 30;

    private static readonly SearchValues<char> OwnerEnds = SearchValues.Create(".?!…:;()[]▲△▼▽\n\u2028");
    private static readonly string[] Words = [.. WordFile.Load("credits")["credits"].Words];

    /// <summary>Whether the words inside a bracket are a credit.</summary>
    /// <param name="inside">What stands between the brackets.</param>
    /// <returns>True for a short text with a word of crediting.</returns>
    public static bool Is(ReadOnlySpan<char> inside)
    {
        if (inside.Length > Longest)
            return false;
        foreach (var word in Words)
        {
            if (inside.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text is a credit behind a stroke, as newspapers write it below a picture: <c>/연합뉴스</c>, <c>/사진=로이터·연합뉴스</c>.</summary>
    /// <param name="text">What stands behind a sentence's end and its blank, to the end of the paragraph.</param>
    public static bool IsBehindStroke(ReadOnlySpan<char> text) =>
        text is ['/', ..] && text.Length <= Longest && text[1..].Trim() is { Length: > 0 and <= LongestOwner } owner && char.IsLetter(owner[0]) && !owner.ContainsAny(OwnerEnds)
        && (text[1] != ' ' || Is(owner));

    /// <summary>Whether a text ends with a credit in brackets, or with the sign of copyright and a name, and white space.</summary>
    /// <param name="text">The text up to what follows the credit.</param>
    public static bool IsAtEnd(ReadOnlySpan<char> text)
    {
        var end = text[Math.Max(0, text.Length - Longest)..];
        if (end.IsEmpty || !char.IsWhiteSpace(end[^1]))
            return false;
        if (end.TrimEnd() is [.. var open, ')' or ']'])
            return open.LastIndexOfAny('(', '[') is >= 0 and var at && Is(open[(at + 1)..]);
        var sign = end.LastIndexOfAny('ⓒ', '©');
        if (sign < 0)
            return false;
        var owner = end[(sign + 1)..].Trim();
        return owner.Length is > 0 and <= LongestOwner && !owner.ContainsAny(OwnerEnds);
    }
}

using System.Globalization;

namespace TransFlow.Desk;

/// <summary>A title as it may be shown to somebody who is to know what stands in it.</summary>
internal static class TitlePieces
{
    /// <summary>The words, and by themselves the signs that change the direction of what comes after them, each as its code point.</summary>
    public static IEnumerable<(string Piece, bool IsSign)> Of(string title)
    {
        var start = 0;
        for (var i = 0; i <= title.Length; i++)
        {
            if (i < title.Length && !IsTurning(title[i]))
                continue;
            if (i > start)
                yield return (title[start..i], false);
            if (i < title.Length)
                yield return (string.Create(CultureInfo.InvariantCulture, $"U+{(int)title[i]:X4}"), true);
            start = i + 1;
        }
    }

    /// <summary>The title in one line of text, for where there is no markup.</summary>
    public static string Plain(string title) => string.Concat(Of(title).Select(p => p.IsSign ? $"[{p.Piece}]" : p.Piece));

    /// <summary>Embeddings, overrides and isolates of Unicode's bidirectional algorithm.</summary>
    private static bool IsTurning(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}

using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Names between colons that stand for a sign: those of emoji, as in <c>:smile:</c>, and those of icons, which have hyphens and stand before what they show, as in <c>:material-account:</c>.</summary>
internal static class NamedSign
{
    private const int Longest = 40;
    private const int LongestIcon = 80;

    private static readonly SearchValues<char> EmojiLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly SearchValues<char> IconLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>The length of the name of an emoji with which a text begins; zero for none.</summary>
    /// <param name="text">The text.</param>
    public static int EmojiLength(ReadOnlySpan<char> text)
    {
        if (text is not [':', (>= 'a' and <= 'z') or '+' or '-', ..])
            return 0;
        var close = text[2..Math.Min(text.Length, Longest)].IndexOfAnyExcept(EmojiLetters) + 2;
        return text[close] == ':' ? close + 1 : 0;
    }

    /// <summary>Whether a text begins with the name of an icon: its colon ties it to nothing before it.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIcon(ReadOnlySpan<char> text)
    {
        if (text is not [':', >= 'a' and <= 'z', ..])
            return false;
        var name = text[1..Math.Min(text.Length, LongestIcon)];
        var close = name.IndexOfAnyExcept(IconLetters);
        return close > 1 && name[close] == ':' && name[close - 1] != '-' && name[..close].Contains('-');
    }
}

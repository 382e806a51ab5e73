using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Recognises the words in brackets that say how a sentence was spoken or where more of it is to be read, as in <c>그렇죠. (웃음)</c> and
/// <c>(헌법 제103조 참조)</c>: they belong to the sentence before them, as <c>(웃으며)</c> does to the one behind it.
/// </summary>
internal static class Remark
{
    private const int Longest = 60;

    private static readonly WordFile File = WordFile.Load("remarks");
    private static readonly WordSet Endings = File["endings"];
    private static readonly WordSet Beginnings = File["beginnings"];
    private static readonly WordSet Times = File["times"];
    private static readonly SearchValues<char> VerseSigns = SearchValues.Create("0123456789:-~–∼,; 절상하");
    private static readonly WordSet Alone = File["alone"];

    /// <summary>Whether the words inside a bracket are a remark on the sentence before it.</summary>
    /// <param name="inside">What stands between the brackets.</param>
    public static bool Is(ReadOnlySpan<char> inside) =>
        inside.Length is > 0 and <= Longest && (IsVerse(inside) || Endings.ContainsEndOf(inside) || Alone.Contains(inside) || (Beginnings.LengthAtStart(inside) is > 0 and var length && length < inside.Length && inside[length] != '-' && !char.IsAsciiLetter(inside[length])));

    /// <summary>Whether a text names verses of a holy book, as in <c>마 5:13</c> and <c>요한복음 3:16-18</c>: a name, a chapter and a verse.</summary>
    private static bool IsVerse(ReadOnlySpan<char> inside)
    {
        const int LongestName = 10;
        var numbers = inside.IndexOfAnyInRange('0', '9');
        if (numbers is < 1 or > LongestName || inside[numbers..].IndexOf(':') is not (> 0 and <= 3) || inside[numbers..].ContainsAnyExcept(VerseSigns))
            return false;
        var book = inside[..numbers].TrimEnd(' ');
        return !book.ContainsAnyExceptInRange('가', '힣') && !Times.Contains(book);
    }
}

using System.Buffers;
using System.Globalization;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Marks that number a list item and end with a point: they stay with their item.</summary>
internal static class ListMark
{
    private const string HangulOrder = "가나다라마바사아자차카타파하";
    private const int Longest = 12;
    private const int LongestItem = 400;

    /// <summary>What numbers items between brackets, in order.</summary>
    private static readonly string[][] Orders =
    [
        [.. Enumerable.Range(1, 20).Select(n => n.ToString(CultureInfo.InvariantCulture))],
        [.. "１２３４５６７８９".Select(c => c.ToString())],
        [.. "一二三四五六七八九十".Select(c => c.ToString())],
        [.. HangulOrder.Select(c => c.ToString())],
        [.. "abcdefghij".Select(c => c.ToString())],
        [.. "ABCDEFGHIJ".Select(c => c.ToString())],
        [.. "アイウエオ".Select(c => c.ToString())],
    ];

    private static readonly SearchValues<char> OutlineSigns = SearchValues.Create("0123456789.-");

    /// <summary>Whether everything between the segment's start and a point is a list mark of numbers or Latin letters.</summary>
    /// <param name="before">The segment up to the point.</param>
    public static bool IsNumber(ReadOnlySpan<char> before)
    {
        var mark = WithoutBullets(before);
        if (mark.IsEmpty || mark.Length > Longest)
            return false;
        if (mark.Length == 1)
            return char.IsAsciiLetterOrDigit(mark[0]) || IsEnclosed(mark[0]) || mark[0] is >= 'ㄱ' and <= 'ㅎ';
        return IsOutline(mark) || IsRoman(mark);
    }

    /// <summary>Whether a number inside a sentence counts its items: it is 1 and 2 comes after it, or it comes next after the one before.</summary>
    /// <param name="candidate">The place after the number's point.</param>
    /// <param name="needsColon">True where sentences often end with a number: there a colon has to announce the first.</param>
    /// <param name="last">The last such number in this text; set when this is one.</param>
    public static bool IsInOrder(in Candidate candidate, bool needsColon, ref int last)
    {
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        var words = before.TrimEnd("0123456789");
        if (!candidate.IsSpaced || before.Length - words.Length is not (1 or 2))
            return false;
        var number = int.Parse(before[words.Length..], CultureInfo.InvariantCulture);
        var opensSegment = WithoutBullets(words).IsEmpty;
        if (!opensSegment && !(char.IsWhiteSpace(words[^1]) && words.TrimEnd() is not [.., '.']))
            return false;
        var isInOrder = last > 0 && number == last + 1;
        if (!isInOrder)
        {
            var isAnnounced = needsColon ? words.TrimEnd() is [.., ':' or '：'] : opensSegment || number == 1;
            isInOrder = isAnnounced && (opensSegment || (number == 1 && IsFollowedByTwo(candidate.Rest)));
        }

        if (isInOrder)
            last = number;
        return isInOrder;
    }

    private static bool IsFollowedByTwo(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestItem)];
        for (var at = rest.IndexOf(" 2."); at >= 0; at = rest.IndexOf(" 2."))
        {
            rest = rest[(at + 3)..];
            if (rest.Length > 0 && !char.IsAsciiDigit(rest[0]))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is one of the syllables 가, 나, 다 … in the place where the order asks for it.</summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="isFirst">True for the text's first segment, where any of them may stand.</param>
    /// <param name="last">The last such mark in this text; set when this is one.</param>
    public static bool IsHangul(ReadOnlySpan<char> before, bool isFirst, ref char last)
    {
        var mark = WithoutBullets(before);
        if (mark.Length != 1)
            return false;
        var place = HangulOrder.IndexOf(mark[0], StringComparison.Ordinal);
        if (place < 0 || !(isFirst || place == 0 || HangulOrder[place - 1] == last))
            return false;
        last = mark[0];
        return true;
    }

    /// <summary>
    /// Whether what stands between brackets numbers the item behind it, as where no spaces are written: the item touches it, and another bracket has the number
    /// before it, or it is the first and another has the second.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Offset of the opening bracket.</param>
    /// <param name="close">Offset of the closing one.</param>
    public static bool IsInBrackets(ReadOnlySpan<char> text, int open, int close)
    {
        var mark = text[(open + 1)..close];
        if (mark.Length is 0 or > 2 || close + 1 == text.Length || !char.IsLetterOrDigit(text[close + 1]))
            return false;
        foreach (var order in Orders)
        {
            if (Place(order, mark) is not (>= 0 and var place))
                continue;
            var before = text[Math.Max(0, open - LongestItem)..open];
            var after = text[(close + 1)..Math.Min(text.Length, close + 1 + LongestItem)];
            return place > 0 ? before.IndexOf($"{text[open]}{order[place - 1]}{text[close]}") >= 0 : after.IndexOf($"{text[open]}{order[1]}{text[close]}") >= 0;
        }

        return false;
    }

    private static int Place(string[] order, ReadOnlySpan<char> mark)
    {
        for (var i = 0; i < order.Length; i++)
        {
            if (mark.SequenceEqual(order[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Whether it is letters that make a Roman numeral, or the characters made for them.</summary>
    /// <param name="mark">The mark.</param>
    public static bool IsRoman(ReadOnlySpan<char> mark)
    {
        if (mark.Length > 5)
            return false;
        return !mark.ContainsAnyExcept("IVX") || !mark.ContainsAnyExcept("ivx") || !mark.ContainsAnyExceptInRange('Ⅰ', 'ⅿ');
    }

    private static bool IsEnclosed(char c) => c is (>= '①' and <= '⓿') or (>= 'Ⅰ' and <= 'ⅿ') or (>= '㉠' and <= '㉿');

    private static bool IsOutline(ReadOnlySpan<char> mark)
    {
        if (mark.ContainsAnyExcept(OutlineSigns) || !char.IsAsciiDigit(mark[0]) || !char.IsAsciiDigit(mark[^1]))
            return false;
        var digits = 0;
        foreach (var c in mark)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > 4)
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> WithoutBullets(ReadOnlySpan<char> text) => text.TrimStart("-–—•·*※▲△▶▷►●○◆◇■□★☆ \t\"'“‘");
}

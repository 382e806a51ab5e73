using System.Buffers;
using System.Globalization;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Marks that number a list item and end with a point: they stay with their item.</summary>
internal static class ListMark
{
    private const string HangulOrder = "가나다라마바사아자차카타파하";
    private const int Longest = 12;
    private const int LongestItem = 400;
    private const int LongestLetter = 4;

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

    /// <summary>What numbers items with a point or one bracket behind it, where a small letter goes on with a sentence otherwise.</summary>
    private static readonly string[][] LetterOrders =
    [
        [.. "abcdefghij".Select(c => c.ToString())],
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
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
        // Behind the item before it, as in 가. 개요 나. 내용, only the next one counts.
        var follows = mark is [.., var blank, _] && char.IsWhiteSpace(blank);
        if (mark.Length != 1 && !follows)
            return false;
        mark = mark[^1..];
        // A consonant alone ends nothing, unless somebody laughs.
        if (follows && mark[0] is >= 'ㄱ' and <= 'ㅊ')
            return true;
        var place = HangulOrder.IndexOf(mark[0], StringComparison.Ordinal);
        if (place < 0 || !((isFirst && !follows) || (place == 0 && !follows) || (place > 0 && HangulOrder[place - 1] == last)))
            return false;
        last = mark[0];
        return true;
    }

    /// <summary>
    /// Whether what stands between brackets numbers the item behind it, as where no spaces are written: the item touches it, and another bracket has the number
    /// before it, or it is the first and another has the second. With a blank before the item it may be the number of a note to the sentence before it, so the
    /// bracket with the first number has to stand where an item begins.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Offset of the opening bracket.</param>
    /// <param name="close">Offset of the closing one.</param>
    public static bool IsInBrackets(ReadOnlySpan<char> text, int open, int close)
    {
        var mark = text[(open + 1)..close];
        if (mark.Length is 0 or > 2 || close + 1 == text.Length)
            return false;
        var touches = char.IsLetterOrDigit(text[close + 1]);
        if (!touches && !char.IsWhiteSpace(text[close + 1]))
            return false;
        foreach (var order in Orders)
        {
            if (Place(order, mark) is not (>= 0 and var place))
                continue;
            if (!touches)
                return IsCounted(text, open, order, place, text.Slice(open, 1), text.Slice(close, 1));
            var before = text[Math.Max(0, open - LongestItem)..open];
            var after = text[(close + 1)..Math.Min(text.Length, close + 1 + LongestItem)];
            return place > 0 ? before.IndexOf($"{text[open]}{order[place - 1]}{text[close]}") >= 0 : after.IndexOf($"{text[open]}{order[1]}{text[close]}") >= 0;
        }

        return false;
    }

    /// <summary>Whether a number with nothing but a closing bracket behind it, as in <c>1) 申请。2) 审查。</c>, counts the item behind it: the first such number stands where an item begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="close">Offset of the bracket.</param>
    public static bool IsBeforeBracket(ReadOnlySpan<char> text, int start, int close) =>
        Place(Orders[0], text[start..close]) is >= 0 and var place && IsCounted(text, start, Orders[0], place, [], text.Slice(close, 1));

    /// <summary>Whether the letter or small Roman numeral that a text goes on with counts an item, as the second does in <c>a. First. b. Second.</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the letter begins; a stop and white space are before it.</param>
    public static bool IsLetter(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestLetter + 2)];
        var length = rest.IndexOfAny('.', ')');
        if (length is < 1 or > LongestLetter || length + 1 == rest.Length || rest[length + 1] != ' ')
            return false;
        foreach (var order in LetterOrders)
        {
            if (Place(order, rest[..length]) is > 0 and var place && IsCounted(text, at, order, place, [], rest.Slice(length, 1)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a letter before a point is the first of those that a colon announces, as in <c>Steps: a. Wash. b. Rinse.</c></summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="rest">What follows, from its first visible character on.</param>
    public static bool IsAnnouncedLetter(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) =>
        before is [.., var blank, 'a' or 'i'] && char.IsWhiteSpace(blank) && before[..^1].TrimEnd() is [.., ':']
        && rest[..Math.Min(rest.Length, LongestItem)].IndexOf(before[^1] == 'a' ? " b. " : " ii. ") >= 0;

    /// <summary>Whether the marks before one lead back to the first of them, and that stands where an item begins: at the text's beginning, behind white space or a colon.</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int at, string[] order, int place, ReadOnlySpan<char> open, ReadOnlySpan<char> close)
    {
        while (place-- > 0)
        {
            var before = text[Math.Max(0, at - LongestItem)..at];
            var found = before.LastIndexOf($"{open}{order[place]}{close}");
            if (found < 0)
                return false;
            at -= before.Length - found;
            if (at == 0 || text[at - 1] is ':' or '：')
                return true;
            // Letters are words, too, so a sentence has to end before the first.
            if (char.IsWhiteSpace(text[at - 1]) && (!char.IsAsciiLetter(text[at]) || before[..found].TrimEnd() is [] or [.., '.' or '!' or '?' or ':' or '”' or '"' or ')']))
                return true;
            if (open.IsEmpty && char.IsLetterOrDigit(text[at - 1]))
                return false;
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

    /// <summary>Whether a number or a letter stands in one sign, in a circle or in brackets, or is a Roman one.</summary>
    /// <param name="c">The character.</param>
    public static bool IsEnclosed(char c) => c is (>= '①' and <= '⓿') or (>= 'Ⅰ' and <= 'ⅿ') or (>= '㉠' and <= '㉿');

    /// <summary>Whether such a sign right behind a stop begins an item, as in <c>① 심사.② 면접</c> and <c>낸다.②기다린다</c>, and is no mark of a note: the item touches it, or the one before has the sign before it.</summary>
    /// <param name="before">The segment up to the stop.</param>
    /// <param name="rest">The text from the sign on.</param>
    public static bool BeginsItem(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) =>
        (rest.Length > 1 && char.IsLetterOrDigit(rest[1])) || (WithoutBullets(before) is [var sign, ..] && sign == rest[0] - 1);

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

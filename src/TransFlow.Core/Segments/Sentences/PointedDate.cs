namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Dates written with points, such as <c>2023. 6. 23.</c>, <c>2019.6.5.</c>, <c>’23. 6.</c>, <c>6. 25.</c> and <c>8. 15에</c>.
/// A sentence may begin with a number that counts something, <c>15명</c>, hardly ever with a bare one. Behind a word for what is measured stands a value, as in <c>규모 5.1.</c>
/// </summary>
internal static class PointedDate
{
    private const int LongestNumber = 4;

    /// <summary>Characters of a day with the word before it; of a chain of numbers no more is looked at.</summary>
    private const int LongestDay = 40;

    private static readonly WordSet Days = KoreanWords.File["days"];

    /// <summary>Whether a day is said whole before a sentence begins with what is said of something else: <c>발행일은 2021. 4. 30. 쪽수는 200쪽이다</c>.</summary>
    /// <param name="before">The segment up to the day's last point.</param>
    /// <param name="rest">The text from the next word on.</param>
    public static bool TellsAll(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) =>
        KoreanWords.WordAtStart(rest) is [_, .., '은' or '는'] && Days.ContainsEndOf(before[Math.Max(0, before.Length - LongestDay)..].TrimEnd("0123456789. "));

    /// <summary>Where a date ends that has its year, its month and its day, and whose point stands at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="point">Offset of a point after a digit.</param>
    /// <returns>The offset after the date's last point or day; zero when there is no date.</returns>
    public static int EndOfWhole(ReadOnlySpan<char> text, int point)
    {
        var start = Start(text, point);
        var at = start;
        return Number(text, ref at, out var year, out var digits) && at < text.Length && text[at] == '.' && IsYear(text, start, year, digits)
            && MonthAndDay(text, at + 1, needsDay: true) is var end && end > point ? end : 0;
    }

    /// <summary>Where the date ends whose point stands at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="point">Offset of a point after a digit.</param>
    /// <returns>The offset after the date's last point or day; zero when there is no date.</returns>
    public static int End(ReadOnlySpan<char> text, int point)
    {
        var start = Start(text, point);
        var at = start;
        if (!Number(text, ref at, out var first, out var firstDigits) || at >= text.Length || text[at] != '.')
            return 0;
        var end = IsYear(text, start, first, firstDigits) ? MonthAndDay(text, at + 1) : 0;
        if (end == 0 && first is >= 1 and <= 12)
            end = Day(text, at + 1, needsPoint: true) is > 0 and var day ? day : BareDay(text, at + 1);
        if (end == 0 && firstDigits == 2)
            end = MonthAndDay(text, at + 1, needsDay: true);
        if (start > 0 && text[start - 1] == '-' && !IsRange(text, start) && !IsWeekday(text, end))
            return 0;
        // A value has no blank behind its point.
        var mayBeValue = firstDigits < LongestNumber && end == point + 1 && char.IsAsciiDigit(text[at + 1]);
        return end > point && !(mayBeValue && KoreanMeasure.IsBefore(text[..start])) ? end : 0;
    }

    private static int Start(ReadOnlySpan<char> text, int point)
    {
        var start = point;
        while (start > 0 && point - start < LongestNumber * 3 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        return start > 0 && text[start - 1] is '-' or '/' or ':' or ',' && !IsRange(text, start) && !IsBullet(text, start) ? point : start;
    }

    /// <summary>Behind a point a hyphen leads from one date to the next.</summary>
    private static bool IsRange(ReadOnlySpan<char> text, int start) => start > 1 && text[start - 1] == '-' && text[start - 2] == '.';

    /// <summary>A hyphen at the edge of a word, or behind what the date tells of, as in <c>일시-1. 8.(수)</c>: it may also be a minus, so that the date needs its day of the week.</summary>
    private static bool IsBullet(ReadOnlySpan<char> text, int start) =>
        start > 0 && text[start - 1] == '-' && (start == 1 || char.IsWhiteSpace(text[start - 2]) || Characters.IsHangul(text[start - 2]));

    /// <summary>Whether a day of the week stands in brackets, as in <c>(수)</c> and <c>(수요일)</c>.</summary>
    private static bool IsWeekday(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !char.IsWhiteSpace(text[at]))
            at--;
        return at + 2 < text.Length && text[at + 1] == '(' && text[at + 2] is '월' or '화' or '수' or '목' or '금' or '토' or '일'
            && text[(at + 3)..] is [')' or ',', ..] or ['요', '일', ')' or ',', ..];
    }

    /// <summary>Whether a number is a year of our era, of which two digits may stand behind an apostrophe, or of the older Korean one, as in <c>단기 4283</c>.</summary>
    private static bool IsYear(ReadOnlySpan<char> text, int start, int number, int digits) => digits == LongestNumber
        ? number is >= 1000 and < 3000 || (number is >= 4000 and < 5000 && text[..start].TrimEnd() is [.., '단', '기'] or [.., '檀', '紀'])
        : digits == 2 && IsShortYear(text, start);

    private static bool IsShortYear(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] is '\'' or '’' or '‘';

    private static int MonthAndDay(ReadOnlySpan<char> text, int at, bool needsDay = false)
    {
        SkipSpaces(text, ref at);
        if (!Number(text, ref at, out var month, out _) || month is < 1 or > 12)
            return 0;
        // Papers of the authorities write 2018. 11월, and 2018. 3분기.
        if (!needsDay && text[at..] is ['월', ..] or ['분', '기', ..])
            return at;
        if (at >= text.Length || text[at] != '.')
            return 0;
        var day = Day(text, at + 1, needsPoint: needsDay);
        return day > 0 ? day : needsDay ? 0 : at + 1;
    }

    private static int Day(ReadOnlySpan<char> text, int at, bool needsPoint)
    {
        SkipSpaces(text, ref at);
        if (!Number(text, ref at, out var day, out _) || day is < 1 or > 31)
            return 0;
        var hasPoint = at < text.Length && text[at] == '.';
        if (hasPoint && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            return 0;
        return hasPoint ? at + 1 : needsPoint ? 0 : at;
    }

    /// <summary>A day without a point of its own, which counts nothing.</summary>
    private static int BareDay(ReadOnlySpan<char> text, int at)
    {
        SkipSpaces(text, ref at);
        return Number(text, ref at, out var day, out _) && day is >= 1 and <= 31 && CountsNothing(text, at) ? at : 0;
    }

    /// <summary>Whether a number stands alone, or a particle, <c>일</c> or the end of a range follows it.</summary>
    private static bool CountsNothing(ReadOnlySpan<char> text, int at, bool mayBeRange = true)
    {
        if (at == text.Length || char.IsWhiteSpace(text[at]) || text[at] is ')' or '”' or '’' or '"' or '\'' or '·' or 'ㆍ')
            return true;
        if (IsWeekday(text, at))
            return true;
        if (text[at] is ',' or '.')
            return at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]);
        if (mayBeRange && text[at] is ('~' or '∼' or '～' or '-' or '–'))
        {
            at++;
            return Number(text, ref at, out _, out _) && CountsNothing(text, at, mayBeRange: false);
        }

        var word = KoreanWords.WordAtStart(text[at..]);
        return word is ['일', ..] || (!word.IsEmpty && KoreanWords.IsGlued(word));
    }

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && (text[at] == ' ' || Characters.IsInvisible(text[at])))
            at++;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && digits <= LongestNumber)
        {
            value = (value * 10) + text[at++] - '0';
            digits++;
        }

        return digits is > 0 and <= LongestNumber;
    }
}

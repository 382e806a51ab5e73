namespace TransFlow.Core.Segments.Sentences;

/// <summary>Latin abbreviations and initials: words whose point belongs to them.</summary>
internal sealed class Abbreviations
{
    private const int LongestWord = 24;
    private const int LongestAddress = 80;

    /// <summary>Family names of up to so many letters look like words that begin a sentence: J. He, S. So.</summary>
    private const int ShortName = 2;

    private readonly WordSet _titles;
    private readonly WordSet _others;
    private readonly WordSet _beginnings;
    private readonly WordSet _beginningsBeforeSmall;
    private readonly WordSet _afterTimeOfDay;
    private readonly WordSet _beforeNumber;
    private readonly WordSet _beforeBracket;
    private readonly WordSet _contacts;
    private readonly WordSet _series;
    private readonly WordSet _lettered;
    private readonly WordSet _beforeSpeaker;

    private Abbreviations(WordFile file)
    {
        (_titles, _others, _beforeNumber, _contacts, _lettered, _beforeSpeaker) = (file["titles"], file["abbreviations"], file["before-number"], file["contacts"], file["lettered"], file["before-i"]);
        (_series, _beforeBracket) = (file["series"], file["before-bracket"]);
        (_beginnings, _beginningsBeforeSmall, _afterTimeOfDay) = (file["beginnings"], file["beginnings-before-small"], file["after-time-of-day"]);
    }

    /// <summary>The abbreviations of a word list.</summary>
    /// <param name="list">The list's name.</param>
    public static Abbreviations For(string list) => new(WordFile.Load(list));

    /// <summary>Whether a point after Latin letters belongs to an abbreviation or to initials, and ends no sentence as well.</summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="rest">What follows, from its first visible character on.</param>
    public bool Is(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var word = Word(before);
        if (_titles.Contains(word))
            return true;
        if (word is "a.m" or "p.m")
            return !BeginsAfterTime(rest);
        if (word.Length == 1 && char.IsUpper(word[0]))
            return !IsLettered(before) && !((FirstWord(rest).Length > ShortName || IsSpeaker(before)) && Begins(rest));
        if (IsInitials(word) || _others.Contains(word) || (_series.Contains(word) && IsInSeries(before[..^word.Length], rest)))
            return !Begins(rest);
        if (_beforeNumber.Contains(word) && rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || IsRoman(word, rest)))
            return true;
        if (rest is ['(', >= '0' and <= '9' or >= 'A' and <= 'Z', ..] && _beforeBracket.Contains(word))
            return true;
        return word.IsEmpty ? before.EndsWith("-mail", StringComparison.Ordinal) && IsAddress(rest, isMail: true) : _contacts.Contains(word) && IsAddress(rest, word.EndsWith("ail"));
    }

    /// <summary>Whether another shortened word stands before or behind one, as in the name of a journal: <c>Proc. Natl. Acad. Sci.</c>, <c>Trans. Pattern Anal.</c></summary>
    private bool IsInSeries(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        if (BeginsShortened(rest))
            return true;
        if (FirstWord(rest) is { IsEmpty: false } whole && char.IsUpper(whole[0]) && rest[whole.Length..] is [' ', .. var second] && FirstWord(second) is { Length: > 1 } && BeginsShortened(second))
            return true;
        return before is [.., '.', ' '] && Word(before[..^2]) is var last && (IsInitial(last) || _series.Contains(last));
    }

    /// <summary>Whether a text begins with a shortened word or an initial.</summary>
    private bool BeginsShortened(ReadOnlySpan<char> rest) => FirstWord(rest) is { IsEmpty: false } next && next.Length < rest.Length && rest[next.Length] == '.' && (IsInitial(next) || _series.Contains(next));

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>Whether a letter at the end is what its noun is told from others by, as in <c>before World War I</c>; a line that begins with the noun is a heading (<c>Part I. The road</c>).</summary>
    private bool IsLettered(ReadOnlySpan<char> before)
    {
        var noun = before[..^1];
        return noun is [.., ' '] && Word(noun[..^1]) is { IsEmpty: false } word && word.Length + 1 < noun.Length && _lettered.Contains(word);
    }

    /// <summary>Whether an I at the end is the one who speaks.</summary>
    private bool IsSpeaker(ReadOnlySpan<char> before) => before is [.., ' ', 'I'] && _beforeSpeaker.Contains(Word(before[..^2]));

    /// <summary>Whether a Roman numeral follows; alone and behind a word that is no label, an I is a person.</summary>
    private static bool IsRoman(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) =>
        FirstWord(rest) is { IsEmpty: false } number && ListMark.IsRoman(number) && (number is not "I" || (char.IsUpper(word[0]) && word is not ("No" or "Nos")));

    /// <summary>Whether a telephone number or an address on the net follows; one to which mail is sent has its sign.</summary>
    private static bool IsAddress(ReadOnlySpan<char> rest, bool isMail)
    {
        if (rest is ['+' or '(', >= '0' and <= '9', ..])
            return true;
        var first = rest[..Math.Min(rest.Length, LongestAddress)];
        first = first.IndexOfAny(' ', ',', '\n') is >= 0 and var end ? first[..end] : first;
        if (first is [>= '0' and <= '9', ..])
            return first.IndexOf('-') is var hyphen and > 0 && hyphen + 1 < first.Length && char.IsAsciiDigit(first[hyphen + 1]);
        if (isMail)
            return first.Contains('@') && char.IsAsciiLetter(first[0]);
        return first.Contains("://", StringComparison.Ordinal) || first.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (first is [>= 'a' and <= 'z', ..] && first.TrimEnd('.').LastIndexOf('.') is > 0 and var point && char.IsAsciiLetterLower(first[point - 1]) && char.IsAsciiLetterLower(first[point + 1]));
    }

    /// <summary>Whether what follows reads as the beginning of a sentence, and not as the rest of a name.</summary>
    /// <param name="rest">What follows, from its first visible character on.</param>
    public bool Begins(ReadOnlySpan<char> rest)
    {
        var first = FirstWord(rest);
        if (!_beginningsBeforeSmall.Contains(first))
            return _beginnings.Contains(first);
        var next = rest[first.Length..].TrimStart();
        return next.Length > 0 && next.Length < rest.Length - first.Length && (char.IsLower(next[0]) || char.IsAsciiDigit(next[0]));
    }

    /// <summary>Whether what follows the time of day is a new sentence: any word with a capital that is no day, month or zone.</summary>
    private bool BeginsAfterTime(ReadOnlySpan<char> rest)
    {
        var first = FirstWord(rest);
        if (first.IsEmpty || !char.IsUpper(first[0]))
            return rest.Length > 0 && rest[0] is '“' or '‘' or '"';
        return !_afterTimeOfDay.Contains(first) && !FirstWord(rest[first.Length..].TrimStart()).Equals("time", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The Latin letters with which a text begins.</summary>
    /// <param name="rest">The text.</param>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && Characters.IsLatin(rest[end]))
            end++;
        return rest[..end];
    }

    /// <summary>The Latin word before a point, with the points inside it.</summary>
    /// <param name="before">The segment up to the point.</param>
    public static ReadOnlySpan<char> Word(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start < LongestWord && (Characters.IsLatin(before[start - 1]) || before[start - 1] == '.'))
            start--;
        if (start > 0 && before[start - 1] is '@' or '/' or '-' or '_')
            return [];
        return before[start..];
    }

    /// <summary>Single letters with points between them, the first of which is a capital or has others after it.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length % 2 == 0 || (word.Length == 1 && !char.IsUpper(word[0])))
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return true;
    }
}

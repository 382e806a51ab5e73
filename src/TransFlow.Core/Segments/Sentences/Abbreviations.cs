namespace TransFlow.Core.Segments.Sentences;

/// <summary>Latin abbreviations and initials: words whose point belongs to them.</summary>
internal sealed class Abbreviations
{
    private const int LongestWord = 24;

    private readonly WordSet _always;
    private readonly WordSet _beforeNumber;

    private Abbreviations(WordFile file)
    {
        _always = file["abbreviations"];
        _beforeNumber = file["before-number"];
    }

    /// <summary>The abbreviations of a word list.</summary>
    /// <param name="list">The list's name.</param>
    public static Abbreviations For(string list) => new(WordFile.Load(list));

    /// <summary>Whether a point after Latin letters belongs to an abbreviation or to initials.</summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="rest">What follows, from its first visible character on.</param>
    public bool Is(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        var word = Word(before);
        if (IsInitials(word) || _always.Contains(word))
            return true;
        return _beforeNumber.Contains(word) && rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || ListMark.IsRoman(rest[..1]));
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

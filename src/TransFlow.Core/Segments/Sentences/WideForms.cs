namespace TransFlow.Core.Segments.Sentences;

/// <summary>Letters, digits and points of full width, as they stand in numbers, initials and abbreviations: <c>２．１％</c>, <c>Ｕ．Ｓ．</c>, <c>Ｎｏ．１</c>.</summary>
internal static class WideForms
{
    private const int Longest = 24;
    private const int Distance = '！' - '!';

    /// <summary>Whether a number or a word goes on behind a point, or is abbreviated by it.</summary>
    /// <param name="before">The segment up to the point.</param>
    /// <param name="rest">What touches the point behind it.</param>
    /// <param name="abbreviations">The abbreviations.</param>
    public static bool Continue(ReadOnlySpan<char> before, ReadOnlySpan<char> rest, Abbreviations abbreviations)
    {
        if (before.IsEmpty || rest.IsEmpty)
            return false;
        var (last, next) = (Narrow(before[^1]), Narrow(rest[0]));
        if (char.IsAsciiDigit(last))
            return char.IsAsciiDigit(next) || EndsDate(before);
        if (!char.IsAsciiLetter(last))
            return false;
        // Names such as Ｎｏｄｅ．ｊｓ.
        if (char.IsAsciiLetterLower(next))
            return true;
        Span<char> word = stackalloc char[Longest];
        Span<char> following = stackalloc char[Longest];
        return abbreviations.Is(Narrow(before[Math.Max(0, before.Length - Longest)..], word), Narrow(rest[..Math.Min(rest.Length, Longest)], following));
    }

    /// <summary>Whether a day stands at the end, with its year and its month.</summary>
    private static bool EndsDate(ReadOnlySpan<char> before)
    {
        Span<char> date = stackalloc char[Longest + 1];
        var length = Narrow(before[Math.Max(0, before.Length - Longest)..], date).Length;
        date[length] = '.';
        return PointedDate.EndOfWhole(date[..(length + 1)], length) > 0;
    }

    private static ReadOnlySpan<char> Narrow(ReadOnlySpan<char> text, Span<char> narrow)
    {
        for (var i = 0; i < text.Length; i++)
            narrow[i] = Narrow(text[i]);
        return narrow[..text.Length];
    }

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - Distance) : c;
}

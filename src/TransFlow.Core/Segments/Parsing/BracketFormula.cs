using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Formulas on one line between escaped parentheses or brackets, <c>\(a^2\)</c> and <c>\[a^2\]</c>, with one backslash or two, as MathJax, KaTeX and Hugo read them. For CommonMark
/// these are escaped signs, and people escape those around words, too: what is none of a formula's stays text.
/// </summary>
internal static class BracketFormula
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("_=<>+*|(");

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Behind these an escaped sign is more likely an address's; behind another backslash it is none.</summary>
    private static readonly SearchValues<char> NotBefore = SearchValues.Create("\\/_%-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The end of the formula that begins at a backslash; 0 when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place of the first backslash.</param>
    public static int End(string text, int start)
    {
        var width = start + 1 < text.Length && text[start + 1] == '\\' ? 2 : 1;
        var from = start + width + 1;
        if (from > text.Length || text[from - 1] is not ('(' or '[') || (start > 0 && NotBefore.Contains(text[start - 1])))
            return 0;
        var isInline = text[from - 1] == '(';
        var close = Closing(text.AsSpan(from, Math.Min(text.Length - from, SiteTag.LongestFormula)), width, text[from - 1], isInline ? ')' : ']');
        return close > 0 && IsFormula(text.AsSpan(from, close).Trim(" \t"), isInline) ? from + close + width + 1 : 0;
    }

    /// <summary>Where the backslashes stand that end a formula; -1 where another one begins before, code does, or the line ends.</summary>
    private static int Closing(ReadOnlySpan<char> rest, int width, char open, char close)
    {
        for (var at = 0; at + width < rest.Length && rest[at] is not ('`' or '\r' or '\n'); at++)
        {
            if (rest[at] != '\\')
                continue;
            var isWide = rest[at + 1] == '\\';
            if (isWide == (width == 2) && rest[at + width] == open)
                return -1;
            if (isWide == (width == 2) && rest[at + width] == close)
                return at;
            at++;
        }

        return -1;
    }

    private static bool IsFormula(ReadOnlySpan<char> formula, bool isInline)
    {
        // Prose has a sign of a formula, too: a path of Windows, or a power of ten.
        if (formula.IsEmpty || SiteTag.HasForeignWords(formula) || DisplayFormula.IsOfWords(formula))
            return false;
        // A caret that comes first is that of a note's mark.
        if (SiteTag.HasCommand(formula) || (formula.IndexOf('^') > 0 && formula.ContainsAny(LettersAndDigits)) || formula.Contains("_{", StringComparison.Ordinal))
            return true;
        return SiteTag.HasVariables(formula)
            && (HasOperator(formula) || (isInline && formula.Length <= 2 && char.IsAsciiLetter(formula[0]) && char.IsAsciiLetter(formula[^1])));
    }

    /// <summary>Whether there is a sign of calculation that is not escaped.</summary>
    private static bool HasOperator(ReadOnlySpan<char> formula)
    {
        for (var at = 0; at < formula.Length; at++)
        {
            if (formula[at] == '\\')
                at++;
            else if (Operators.Contains(formula[at]))
                return true;
        }

        return false;
    }
}

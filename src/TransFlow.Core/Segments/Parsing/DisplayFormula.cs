namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Formulas between double dollar signs on several lines. Sites end one at the next two signs, wherever on their line these stand, and know none where they never come; the
/// parser would ask for a line of their own, and take all up to the end of the article without one.
/// </summary>
internal static class DisplayFormula
{
    /// <summary>Longer ones are looked for by nobody.</summary>
    private const int Longest = 10_000;

    private const string Sign = "$$";

    /// <summary>Where a formula ends whose signs are alone on a line, which makes it a block: behind the line of its closing signs; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">The place of its opening signs, if they are there.</param>
    public static int BlockEnd(string text, int open)
    {
        if (!text.AsSpan(open).StartsWith(Sign) || !Rest(text, open).Trim().IsEmpty || Closing(text, open) is not (> 0 and var close))
            return 0;
        var rest = Rest(text, close);
        return IsOfFormula(rest) ? close + Sign.Length + rest.Length : 0;
    }

    /// <summary>Where a formula ends that stands in a paragraph, words around it; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">The place of its opening signs.</param>
    public static int InlineEnd(string text, int open) =>
        !SiteTag.IsEscaped(text, open) && Closing(text, open) is > 0 and var close && text.AsSpan(open + Sign.Length, close - open - Sign.Length) is var formula
        && !IsOfWords(formula) && !HasEmptyLine(formula) && !formula.Contains('"') && formula.ContainsAny("\\^_=") ? close + Sign.Length : 0;

    private static int Closing(string text, int open)
    {
        var from = open + Sign.Length;
        var within = text.AsSpan(from, Math.Min(text.Length - from, Longest));
        if (within.IndexOf(Sign, StringComparison.Ordinal) is not (> 0 and var length) || SiteTag.IsEscaped(text, from + length))
            return 0;
        var formula = within[..length];
        if (!formula.Contains('\n') || formula.ContainsAny("`") || formula.Contains("~~~", StringComparison.Ordinal))
            return 0;
        var before = formula[(formula.LastIndexOf('\n') + 1)..];
        var isAlone = before.Trim("> \t").IsEmpty && Rest(text, from + length).Trim().IsEmpty;
        // Only some sites know empty lines in a formula: more likely the signs close nothing.
        if (HasEmptyLine(formula) ? !isAlone || IsOfWords(formula) : !isAlone && IsOfWords(formula))
            return 0;
        return from + length;
    }

    private static ReadOnlySpan<char> Rest(string text, int close)
    {
        var rest = text.AsSpan(close + Sign.Length);
        return rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest;
    }

    private static bool HasEmptyLine(ReadOnlySpan<char> formula)
    {
        var at = formula.IndexOf('\n');
        while (at >= 0 && formula[(at + 1)..].IndexOf('\n') is >= 0 and var length)
        {
            if (formula.Slice(at + 1, length).Trim("> \t\r").IsEmpty)
                return true;
            at += length + 1;
        }

        return false;
    }

    /// <summary>Whether there are words outside of what commands have in braces: letters of another script, or more of ASCII than a name has.</summary>
    /// <param name="formula">What stands between the signs.</param>
    public static bool IsOfWords(ReadOnlySpan<char> formula)
    {
        var (depth, run) = (0, 0);
        for (var i = 0; i < formula.Length; i++)
        {
            if (formula[i] == '\\')
            {
                do
                    i++;
                while (i + 1 < formula.Length && char.IsAsciiLetter(formula[i]) && char.IsAsciiLetter(formula[i + 1]));
                run = 0;
                continue;
            }

            depth = Math.Max(0, depth + (formula[i] == '{' ? 1 : formula[i] == '}' ? -1 : 0));
            run = char.IsAsciiLetter(formula[i]) ? run + 1 : 0;
            if (depth == 0 && (run > SiteTag.LongestName || formula[i] is >= '\u0370' and <= '\uFFDC' && char.IsLetter(formula[i])))
                return true;
        }

        return false;
    }

    /// <summary>Whether what stands behind the closing signs is no words: marks of punctuation, the name of the formula or its number.</summary>
    private static bool IsOfFormula(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        if (rest is ['(', .., ')'] or ['{', .., '}'] or ['\\', .., '}'])
            return !rest.Contains(' ') && !rest.ContainsAnyInRange('\u0370', '\uFFDC');
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }

        return true;
    }
}

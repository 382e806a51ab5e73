using System.Buffers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Where what only a site generator understands begins and ends.</summary>
internal static class SiteTag
{
    private const int LongestFormula = 300;
    private const int LongestTag = 2000;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("/-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Tags with code, or with what nobody sees, between them and those that close them.</summary>
    private static readonly HashSet<string> CodeTags = new(StringComparer.Ordinal)
    {
        "chart", "code", "codeblock", "comment", "goat", "graphviz", "highlight", "katex", "latex", "math", "mermaid", "plantuml",
    };

    private static readonly SearchValues<char> Formulaic = SearchValues.Create("\\^_{");

    /// <summary>What a tag in braces does: <c>note</c>, <c>/note</c>, <c>endraw</c>; nothing for a list of attributes.</summary>
    public static ReadOnlySpan<char> Name(string text, int start, int end)
    {
        var name = text.AsSpan(start, end - start).TrimStart("{%<- \t");
        var length = name.IndexOfAnyExcept(NameSigns);
        return name[..Math.Max(0, length)];
    }

    /// <summary>Whether a brace begins the name of a value, as in <c>{count}</c> or <c>{props.name}</c>, or a comment of MDX.</summary>
    public static bool IsExpression(string text, int at) => ExpressionEnd(text, at) > 0;

    /// <summary>The end of the tag that begins at a brace; 0 when none does.</summary>
    public static int End(string text, int start) => start + 1 >= text.Length ? 0 : text[start + 1] switch
    {
        '{' => Closing(text, start) is > 0 and var end ? end : After(text, "}}", start + 2),
        '%' => After(text, "%}", start + 2),
        '#' or '.' or ':' => text.AsSpan(start + 2).IndexOfAny("{}\r\n") is >= 0 and var length && text[start + 2 + length] == '}' ? start + 3 + length : 0,
        _ => ExpressionEnd(text, start),
    };

    /// <summary>The end of an expression of MDX that is a name or a comment; 0 when there is none.</summary>
    private static int ExpressionEnd(string text, int start)
    {
        if (text.AsSpan(start + 1).StartsWith("/*"))
            return After(text, "*/}", start + 3);
        var end = start + 1;
        if (end >= text.Length || !char.IsAsciiLetter(text[end]))
            return 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '$'))
            end++;
        if (text.AsSpan(end).StartsWith("()"))
            end += 2;
        return end < text.Length && text[end] == '}' ? end + 1 : 0;
    }

    /// <summary>The end of a tag that Markdown does not take for HTML, since one of its values is an expression of JSX; 0 when there is none.</summary>
    public static int JsxEnd(string text, int start)
    {
        if (start + 1 >= text.Length || !char.IsAsciiLetter(text[start + 1]) || IsEscaped(text, start))
            return 0;
        if (HtmlTag.At(text, start, Math.Min(text.Length, start + LongestTag)) is not { Name.Length: > 0 } tag)
            return 0;
        var written = text.AsSpan(start, tag.End - start);
        if (!written.Contains("={", StringComparison.Ordinal) || written.Contains("\n\n", StringComparison.Ordinal) || written.Contains("\n\r\n", StringComparison.Ordinal) || written.Count('`') % 2 == 1)
            return 0;
        // Whatever its values, an element of HTML that is a block begins a block.
        var isBlock = char.IsAsciiLetterLower(text[start + 1]) && !HtmlWalk.IsInText(tag.Name) && text.AsSpan(0, start)[(text.AsSpan(0, start).LastIndexOf('\n') + 1)..].IsWhiteSpace();
        return isBlock ? 0 : tag.End;
    }

    /// <summary>Where what a tag begins ends: with the tag that closes it when what stands between them is code or a comment, else with the tag itself.</summary>
    public static int CodeEnd(string text, int start, int end, HashSet<string> unclosed)
    {
        var isLiquid = text[start + 1] == '%';
        var name = Name(text, start, end).ToString();
        if (!CodeTags.Contains(name) || (!isLiquid && text[end - 4] == '/') || (!isLiquid && text[start + 2] is not ('<' or '%')))
            return end;
        var closing = (isLiquid ? "end" : "/") + name;
        if (unclosed.Contains(closing))
            return end;
        for (var found = text.IndexOf(closing, end, StringComparison.Ordinal); found >= 0; found = text.IndexOf(closing, found + 1, StringComparison.Ordinal))
        {
            if (text.AsSpan(0, found).TrimEnd(" \t-<%").EndsWith('{') && After(text, isLiquid ? "%}" : "}}", found) is > 0 and var after)
                return after;
        }

        unclosed.Add(closing);
        return end;
    }

    /// <summary>
    /// The end of a formula between dollar signs, single or double; 0 when it is none. It is of ASCII, stands on one line, and has what
    /// only formulas have, or is a letter or two, so that sums of money are none.
    /// </summary>
    public static int FormulaEnd(string text, int start)
    {
        if (IsEscaped(text, start) || (start > 0 && text[start - 1] == '$' && !IsEscaped(text, start - 1)))
            return 0;
        var width = start + 1 < text.Length && text[start + 1] == '$' ? 2 : 1;
        var from = start + width;
        var end = from;
        var limit = Math.Min(text.Length, start + LongestFormula);
        while (end < limit && text[end] is not ('$' or '`') and >= ' ' and <= '~')
            end += text[end] == '\\' ? 2 : 1;
        if (end >= limit || end == from || !text.AsSpan(end).StartsWith(width == 2 ? "$$" : "$"))
            return 0;
        var formula = text.AsSpan(from, end - from);
        if (width == 1 && (formula[0] == ' ' || formula[^1] == ' '))
            return 0;
        if (width == 2 || formula.ContainsAny(Formulaic))
            return end + width;
        var isFormula = formula.Contains('=') || (formula.Length is 1 or 2 && char.IsAsciiLetter(formula[0]) && char.IsAsciiLetter(formula[^1]));
        return isFormula && !(end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '$')) ? end + 1 : 0;
    }

    private static bool IsEscaped(string text, int at)
    {
        var from = at;
        while (from > 0 && text[from - 1] == '\\')
            from--;
        return (at - from) % 2 == 1;
    }

    /// <summary>The end of a tag whose quoted values may hold its closing braces; 0 when its quotation marks do not pair.</summary>
    private static int Closing(string text, int start)
    {
        for (var i = start + 2; i + 1 < text.Length; i++)
        {
            if (text[i] == '}' && text[i + 1] == '}')
                return i + 2;
            if (text[i] != '"')
                continue;
            for (i++; i < text.Length && text[i] is not ('"' or '\r' or '\n'); i++)
                i += text[i] == '\\' ? 1 : 0;
            if (i >= text.Length || text[i] != '"')
                return 0;
        }

        return 0;
    }

    private static int After(string text, string mark, int start) => text.IndexOf(mark, start, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : 0;
}

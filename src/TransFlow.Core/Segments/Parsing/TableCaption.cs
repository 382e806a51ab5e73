using System.Buffers;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The captions of tables, as Pandoc and Quarto have them: a paragraph above or below a pipe table or one of a grid, or right below its last row, that begins with a colon, or with <c>Table:</c>.</summary>
internal static partial class TableCaption
{
    private static readonly SearchValues<char> OfDelimiters = SearchValues.Create("|:-= \t+");

    /// <summary>Finds the marks with which captions begin, and the blanks behind them.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="from">Where the body begins.</param>
    /// <param name="found">Takes the marks.</param>
    public static void Find(string text, int from, List<(int Start, int End)> found)
    {
        foreach (Match line in Line().Matches(text, from))
        {
            if (line.Groups["mark"] is var mark && (IsBelow(text.AsSpan(from, line.Index - from)) || IsAbove(text, line.Index, mark.Index)))
                found.Add((mark.Index, mark.Index + mark.Length));
        }
    }

    /// <summary>Whether a mark is that of a caption.</summary>
    /// <param name="mark">What begins with it.</param>
    public static bool IsMark(ReadOnlySpan<char> mark) => mark is [':', ' ' or '\t', ..] or ['T' or 't', 'a', 'b', 'l', 'e', ':', ..];

    /// <summary>Whether a table ends there, or before the empty lines there: below the first row of one stands the row of its delimiters, and one of a grid ends with such.</summary>
    private static bool IsBelow(ReadOnlySpan<char> before)
    {
        var row = TakeLast(ref before);
        while (row.IsEmpty && !before.IsEmpty)
            row = TakeLast(ref before);
        if (row is ['+', .., '+'] && IsDelimiters(row))
            return true;
        // A row that begins like a caption is none that another one follows.
        for (; row.Contains('|') && !IsMark(row); row = TakeLast(ref before))
        {
            if (IsDelimiters(row))
                return TakeLast(ref before).Contains('|');
        }

        return false;
    }

    /// <summary>Whether a table begins behind the empty line that ends a paragraph. One behind a term, which is a line of words as any other, is what the term means.</summary>
    private static bool IsAbove(string text, int line, int mark)
    {
        var before = text.AsSpan(0, line);
        if (!TakeLast(ref before).IsEmpty || (text[mark] == ':' && !text.AsSpan(line, mark - line).Contains('>') && MayBeTerm(before)))
            return false;
        var rest = text.AsSpan(line);
        while (!TakeFirst(ref rest).IsEmpty)
        {
        }

        var first = TakeFirst(ref rest);
        return IsDelimiters(first) ? first[0] == '+' : first.Contains('|') && IsDelimiters(TakeFirst(ref rest));
    }

    /// <summary>Whether the last line is words, and not of a heading, a rule, a list, a quotation, a fence, a box or a table.</summary>
    private static bool MayBeTerm(ReadOnlySpan<char> before)
    {
        before = before is [.., '\n'] ? before[..^1] : before;
        return !NoTerm().IsMatch(before[(before.LastIndexOf('\n') + 1)..]);
    }

    private static bool IsDelimiters(ReadOnlySpan<char> row) => row.ContainsAny('-', '=') && row.ContainsAny('|', '+') && !row.ContainsAnyExcept(OfDelimiters);

    /// <summary>The last line without the blanks and the marks of quotations at its edges, which is taken off.</summary>
    private static ReadOnlySpan<char> TakeLast(ref ReadOnlySpan<char> lines)
    {
        lines = lines is [.., '\n'] ? lines[..^1] : lines;
        var line = lines[(lines.LastIndexOf('\n') + 1)..];
        lines = lines[..^line.Length];
        return line.Trim(" \t\r>");
    }

    /// <summary>The first line without the blanks and the marks of quotations at its edges, which is taken off.</summary>
    private static ReadOnlySpan<char> TakeFirst(ref ReadOnlySpan<char> lines)
    {
        var line = lines.IndexOf('\n') is >= 0 and var end ? lines[..end] : lines;
        lines = lines[Math.Min(lines.Length, line.Length + 1)..];
        return line.Trim(" \t\r>");
    }

    [GeneratedRegex(@"^[ \t]*(?:\r?$|#{1,6}\s|---|\*\*\*|>|[-*+]\s|[0-9]+[.)]\s|```|~~~|:::|\||\+-)", RegexOptions.CultureInvariant)]
    private static partial Regex NoTerm();

    [GeneratedRegex(@"^[ \t>]*(?<mark>(?::|[Tt]able:)[ \t]+)(?=\S)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}

using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Blanks in the addresses of links and pictures, as in <c>![alt](/assets/Screenshot 2023-05-01.png)</c>. kramdown and Python-Markdown take them, CommonMark
/// would read the whole as words: it is a link all the same when its address begins as a path or ends as a file, since nobody writes that for words.
/// </summary>
internal static partial class AddressBlanks
{
    private const int LongestAddress = 500;

    /// <summary>Adds the blanks.</summary>
    /// <param name="text">The article.</param>
    /// <param name="from">Where its body begins.</param>
    /// <param name="blanks">Where they go, in order.</param>
    public static void Find(string text, int from, List<(int Start, int End)> blanks)
    {
        for (var at = text.IndexOf("](", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            var start = at + 2;
            var address = text.AsSpan(start, End(text, start) - start);
            if (!address.Contains(' ') || address.Contains(" =", StringComparison.Ordinal) || !IsAddress(address, IsPicture(text, at)))
                continue;
            for (var i = 0; i < address.Length; i++)
            {
                if (address[i] == ' ')
                    blanks.Add((start + i, start + i + 1));
            }
        }
    }

    /// <summary>Where an address with blanks ends, before a title or the bracket that closes the link; the beginning when nothing does on its line.</summary>
    private static int End(string text, int start)
    {
        var (depth, limit) = (0, Math.Min(text.Length, start + LongestAddress));
        for (var at = start; at < limit && text[at] is not ('<' or '\n' or '\r' or '\t' or '`'); at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0 || (text[at] == ' ' && at + 1 < limit && text[at + 1] is '"' or '\''))
                return start + text.AsSpan(start, at - start).TrimEnd(' ').Length;
        }

        return start;
    }

    /// <summary>Whether it is one: the path of a page, or the name of a file, in a folder where it is no picture's. Prose between brackets may end with an address.</summary>
    private static bool IsAddress(ReadOnlySpan<char> address, bool isPicture) => Beginning().IsMatch(address) || (Ending().IsMatch(address) && (isPicture || address[..address.IndexOf(' ')].Contains('/')));

    private static bool IsPicture(string text, int close)
    {
        var open = text.LastIndexOf('[', close, Math.Min(close, LongestAddress));
        return open > 0 && text[open - 1] == '!';
    }

    [GeneratedRegex(@"^\.{0,2}/[^\s/]", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"[^\s.]\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{2,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}

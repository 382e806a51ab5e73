using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Publishing;

/// <summary>Plain text in a line of Markdown.</summary>
internal static partial class MarkdownText
{
    /// <summary>
    /// The text with every character escaped that could become inline markup. An address stays one: a backslash in it would be part of it, so that one
    /// with such a character is written as a link.
    /// </summary>
    public static string Escape(string text)
    {
        text = text.ReplaceLineEndings(" ");
        var escaped = new StringBuilder(text.Length);
        var at = 0;
        foreach (var start in Address().EnumerateMatches(text))
        {
            if (start.Index < at)
                continue;
            // Between words without spaces an address ends with its own letters.
            var ascii = text.AsSpan(start.Index).IndexOfAnyExceptInRange('!', '~') is >= 0 and var length ? start.Index + length : text.Length;
            var end = BareAddress.SeenEnd(text.AsSpan(0, ascii), start.Index);
            var (address, shown) = (text[start.Index..end], Plain(text.AsSpan(start.Index, end - start.Index)));
            escaped.Append(Plain(text.AsSpan(at, start.Index - at))).Append(shown == address ? address : $"[{shown}](<{address.Replace("\\", "%5C", StringComparison.Ordinal)}>)");
            at = end;
        }

        return escaped.Append(Plain(text.AsSpan(at))).ToString();
    }

    private static string Plain(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!')
                escaped.Append('\\');
            escaped.Append(c is '&' ? "&amp;" : c.ToString());
        }

        return escaped.ToString();
    }

    [GeneratedRegex("(?<![A-Za-z0-9/@._-])https?://[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Keeps words from becoming a directive in a line, which sites of MDX know (remark-directive, in Docusaurus and Starlight): a colon, a name without a blank, and then
/// a bracket or a brace, as in <c>:abbr[words]</c>. In Chinese that is an everyday colon before a word and a link.
/// </summary>
internal static partial class TextDirective
{
    /// <summary>Words, as they are written, with backslashes before colons that would begin one.</summary>
    /// <param name="words">The words.</param>
    /// <param name="opens">Whether a bracket or a brace follows them.</param>
    /// <param name="source">The source's own markup, whose directives are meant.</param>
    public static string Plain(string words, bool opens, ReadOnlySpan<char> source)
    {
        var made = new StringBuilder(words.Length + 8);
        var at = 0;
        foreach (var found in Beginning().EnumerateMatches(words))
        {
            var end = found.Index + found.Length;
            if (!(end < words.Length ? words[end] == '[' : opens) || Has(source, words.AsSpan(found.Index, found.Length)))
                continue;
            made.Append(words, at, found.Index - at).Append('\\');
            at = found.Index;
        }

        var plain = made.Length == 0 ? words : made.Append(words, at, words.Length - at).ToString();
        // At the beginning of a line the first of two colons is escaped as it is, and behind it the second would begin one.
        return plain.StartsWith("::", StringComparison.Ordinal) && Beginning().Match(plain) is { Success: true, Index: 1 } ? plain.Insert(1, "\\") : plain;
    }

    /// <summary>Whether a text has a directive that begins so.</summary>
    private static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<char> beginning)
    {
        for (var at = 0; text[at..].IndexOf(beginning, StringComparison.Ordinal) is >= 0 and var skip; at++)
        {
            at += skip;
            if ((at == 0 || text[at - 1] != '\\') && at + beginning.Length < text.Length && text[at + beginning.Length] is '[' or '{')
                return true;
        }

        return false;
    }

    [GeneratedRegex(@":[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}

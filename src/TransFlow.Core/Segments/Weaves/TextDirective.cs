using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

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

    /// <summary>
    /// Words of an alternative text, as they are written, with backslashes before colons that would begin one: there a name alone is one, too, as in <c>Photo:AP</c>, and gone,
    /// while sites write it back where it stands among other words.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="opens">Whether a bracket or a brace follows them.</param>
    /// <param name="source">The source's own markup, whose directives are meant where they have more than a name.</param>
    public static string Alternative(string words, bool opens, ReadOnlySpan<char> source) => Bare(words, opens, source, isHeading: false);

    /// <summary>Words of a heading, likewise: Docusaurus takes its table of contents from headings before it writes such a name back. It knows names of ASCII alone.</summary>
    /// <param name="words">The words.</param>
    /// <param name="opens">Whether a bracket or a brace follows them.</param>
    /// <param name="source">The source's own markup, whose names are left as they are.</param>
    public static string Heading(string words, bool opens, ReadOnlySpan<char> source) => Bare(Plain(words, opens, source), opens, source, isHeading: true);

    private static string Bare(string words, bool opens, ReadOnlySpan<char> source, bool isHeading)
    {
        StringBuilder? made = null;
        var at = 0;
        foreach (var found in Beginning().EnumerateMatches(words))
        {
            var end = found.Index + found.Length;
            var next = end < words.Length ? words[end] : opens ? '[' : ' ';
            // Between two colons stands the name of a picture sign.
            if (next == ':' || SiteTag.IsEscaped(words, found.Index) || (isHeading && (!char.IsAsciiLetter(words[found.Index + 1]) || source.IndexOf(words.AsSpan(found.Index, found.Length), StringComparison.Ordinal) >= 0))
                || (next is '[' or '{' && Has(source, words.AsSpan(found.Index, found.Length))))
                continue;
            made = (made ?? new StringBuilder(words.Length + 8)).Append(words, at, found.Index - at).Append('\\');
            at = found.Index;
        }

        return made is null ? words : made.Append(words, at, words.Length - at).ToString();
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

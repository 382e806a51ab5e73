using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Words that readers may see and that stay as they are, since nothing can be put in their place for certain: values of Liquid's own tags and of expressions, arguments of Hugo's
/// and WordPress' shortcodes without quotation marks, the values of Docusaurus' tabs that have no label, and names of code in brackets, as VitePress' groups of code show them.
/// </summary>
internal static partial class KeptInTags
{
    /// <summary>So many characters of a tag are looked at.</summary>
    private const int Looked = 500;

    /// <summary>The words, in the order of the article.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="article">The same, parsed.</param>
    /// <param name="spans">Its tags.</param>
    public static IEnumerable<string> Of(string text, Article article, IReadOnlyList<(int Start, int End)> spans)
    {
        var found = new List<(int At, string Words)>();
        foreach (var (start, end) in spans)
        {
            if (start + 1 < end && (text[start] == '{' ? text[start + 1] is '{' or '%' : text[start] == '[' && char.IsAsciiLetter(text[start + 1])))
                found.AddRange(OfTag(text[start..Math.Min(end, start + Looked)], article.IsMdx).Where(IsWords).Select(words => (start, words)));
        }

        if (text.Contains("<TabItem", StringComparison.Ordinal))
            found.AddRange(Tab().Matches(text).Where(m => IsWords(m.Groups["words"].Value)).Select(m => (m.Index, m.Groups["words"].Value)));
        found.RemoveAll(f => (f.At > 0 && text[f.At - 1] == '`') || article.Kept.Exists(k => k.What == Article.Code && k.Start <= f.At && f.At < k.End));
        if (text.Contains("code-group", StringComparison.Ordinal))
            found.AddRange(Fence().Matches(text).Where(m => IsWords(m.Groups["words"].Value)).Select(m => (m.Index, m.Groups["words"].Value)));
        return found.OrderBy(f => f.At).Select(f => f.Words).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> OfTag(string tag, bool isMdx) => tag switch
    {
        ['[', ..] => Bracketed().Matches(tag).Where(m => m.Groups["words"].Success && !(m.Groups["key"].Success && WordAttribute.IsNoneOfSite(m.Groups["key"].Value, SiteTag.Name(tag, 0, tag.Length).ToString(), isBracketed: true))).Select(m => m.Groups["words"].Value),
        ['{', '{', '<' or '%', ..] => Bare().Matches(Quoted().Replace(tag, "=")).Select(m => m.Value),
        _ when isMdx => [],
        _ when Passing().IsMatch(tag) => Passed().Matches(tag).Select(m => m.Groups["words"].Value),
        _ => Liquid().Matches(tag).Select(m => m.Groups["words"].Value),
    };

    /// <summary>Whether there is a letter of another script than those of addresses, and no stroke or ending as files have it.</summary>
    private static bool IsWords(string value) => !Inset.MayBeAddress(value) && !Inset.IsPath(value) && (value.Contains(' ', StringComparison.Ordinal) || !value.Contains('/', StringComparison.Ordinal));

    /// <summary>What a tag of Liquid assigns, or puts out, once or in turn.</summary>
    [GeneratedRegex("""(?:^\{(?:%-?\s*(?:assign\s+[\w.-]+\s*=|echo\b|cycle\b(?:\s*["'][^"']*["']\s*:)?)|\{-?(?![<%])(?:[^"']*\bdefault:)?)|\G(?<=^\{%-?\s*cycle\b[^%]*)\s*,)\s*["'](?<words>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Liquid();

    /// <summary>A tag of Liquid that hands words to another file.</summary>
    [GeneratedRegex(@"^\{%-?\s*(?:render|include)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Passing();

    [GeneratedRegex("""[\w-]\s*:\s*["'](?<words>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Passed();

    [GeneratedRegex("""\{\{[<%]-?\s*/?[\w/.-]+|[\w-]*=?\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`)|\S+=\S*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>An argument that is neither quoted nor named.</summary>
    [GeneratedRegex("""(?<=\s)[^\s="'`<>%{}/.]+(?=\s|$|[>%]|/>)""", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>An argument of a shortcode of WordPress that is not quoted or not named, and what is passed over.</summary>
    [GeneratedRegex("""(?<=[ \t]|^\[[A-Za-z0-9_-]+=)(?:[A-Za-z_][A-Za-z0-9_-]*[ \t]*=[ \t]*(?:"[^"]*"|'[^']*')|"(?<words>[^"]*)"|'(?<words>[^']*)'|(?:(?<key>[A-Za-z_][A-Za-z0-9_-]*)=)?(?<words>[^\s"'=\[\]]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("""<TabItem\b(?![^>]{0,500}\blabel\s*=)[^>]{0,500}?\bvalue\s*=\s*["'](?<words>[^"'\n]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Tab();

    [GeneratedRegex("""(?<=^|\n)[ \t>]*(?:`{3,}|~{3,})[\w+#-]*[ \t]*\[(?<words>[^\]\r\n]*)\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}

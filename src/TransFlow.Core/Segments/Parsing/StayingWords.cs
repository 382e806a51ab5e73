using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Words in a tag of a site generator that readers may see, and that are no units: what Liquid's own tags and filters put out, arguments without quotation marks, those of Hexo's code, and
/// named ones whose names say keys with some sites and words with others.
/// </summary>
internal static partial class StayingWords
{
    /// <summary>The words, and where they stand in the tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isMdx">Whether it stands in MDX, whose braces hold expressions.</param>
    public static IEnumerable<(int At, string Words)> In(string tag, string name, bool isMdx)
    {
        if (tag[0] == '[')
            return Bracketed().Matches(tag).Where(m => m.Groups["words"].Success && !(m.Groups["name"].Success && WordAttribute.IsNoneOfSite(m.Groups["name"].Value, name, isBracketed: true))).Select(Found);
        var isHugo = tag is ['{', '{', '<' or '%', ..];
        var isLiquid = !isHugo;
        if (isLiquid && isMdx)
            return [];
        var words = isHugo || (isLiquid && name is "codeblock" or "code" or "include_code") ? Bare().Matches(Quoted().Replace(tag, m => new string('=', m.Length))).Select(m => (m.Index, m.Value)) : [];
        if (isLiquid)
            words = words.Concat((LiquidTag.Passes(name) ? Passed() : PutOut()).Matches(tag).Select(Found)).Concat(tag.Contains('|', StringComparison.Ordinal) ? Filtered().Matches(tag).Select(Found) : []);
        var isCall = SiteTag.IsCall(tag);
        return isLiquid && (LiquidTag.IsOwn(name) || (tag[1] == '{' && !isCall)) ? words : words.Concat((isCall ? Argument() : Named()).Matches(tag).Where(m => IsSeen(m, name)).Select(Found));
    }

    private static (int At, string Words) Found(Match match) => (match.Groups["words"].Index, match.Groups["words"].Value);

    private static bool IsSeen(Match argument, string tag) => argument.Groups["name"].Value is var name
        && (WordAttribute.MayBeSeen(name, tag) || (!argument.Groups["quote"].Success && !WordAttribute.IsNoneOfSite(name, tag, isBracketed: false)));

    /// <summary>What a tag of Liquid assigns, or puts out, once or in turn.</summary>
    [GeneratedRegex("""(?:^\{(?:%-?\s*(?:assign\s+[\w.-]+\s*=|echo\b|cycle\b(?:\s*["'][^"']*["']\s*:)?)|\{-?(?![<%]))|\G(?<=^\{%-?\s*cycle\b[^%]*)\s*,)\s*["'](?<words>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex PutOut();

    /// <summary>What a filter of Liquid adds, or puts in the place of something else.</summary>
    [GeneratedRegex("""\|\s*(?:(?:append|prepend|join|date|default)\s*:|replace\w*\s*:\s*(?:"[^"]*"|'[^']*')\s*,)\s*["'](?<words>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Filtered();

    /// <summary>What is handed to another file.</summary>
    [GeneratedRegex("""[\w-]\s*:\s*["'](?<words>[^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Passed();

    [GeneratedRegex("""\{[{%][<%]?-?\s*(?:/\s*)?[\w/.-]+|[\w-]*=?\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`)|\S+=\S*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>An argument that is neither quoted nor named.</summary>
    [GeneratedRegex("""(?<=\s)[^\s="'`<>%{}/.]+(?=\s|$|[>%]|/>)""", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("""(?<=\s)(?<name>[A-Za-z_][\w-]*)\s*=\s*(?:(?<quote>["'`])(?<words>(?:(?!\k<quote>)[^\\]|\\.)*)\k<quote>|(?<words>[^\s"'`=<>%{}\]]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>What is handed to something called.</summary>
    [GeneratedRegex("""(?<=[\s(,])(?<name>[A-Za-z_][\w-]*)\s*=\s*(?<quote>["'`])(?<words>(?:(?!\k<quote>)[^\\]|\\.)*)\k<quote>""", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();

    /// <summary>An argument of a shortcode of WordPress that is not quoted or not named, and what is passed over.</summary>
    [GeneratedRegex("""(?<=[ \t]|^\[[A-Za-z0-9_-]+=)(?:[A-Za-z_][A-Za-z0-9_-]*[ \t]*=[ \t]*(?:"[^"]*"|'[^']*')|"(?<words>[^"]*)"|'(?<words>[^']*)'|(?:(?<name>[A-Za-z_][A-Za-z0-9_-]*)=)?(?<words>[^\s"'=\[\]]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}

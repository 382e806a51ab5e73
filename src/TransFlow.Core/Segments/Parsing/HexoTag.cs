using System.Net;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Hexo's tags whose arguments readers see without quotation marks around them, as in <c>{% blockquote 김기자, 책 이름 %}</c>. Nothing but blanks, addresses and, in some, commas
/// part what they say.
/// </summary>
internal static partial class HexoTag
{
    /// <summary>Those that a comma parts, and of which each part is words or none.</summary>
    private static readonly HashSet<string> Parted = new(StringComparer.Ordinal) { "blockquote", "quote", "btn", "button", "centerquote" };

    /// <summary>Those whose words may stand behind names that nobody sees, and whether commas part them.</summary>
    private static readonly Dictionary<string, bool> Shown = new(StringComparer.Ordinal)
    {
        ["asset_img"] = false,
        ["asset_link"] = false,
        ["checkbox"] = true,
        ["folding"] = true,
        ["hideBlock"] = true,
        ["hideInline"] = true,
        ["hideToggle"] = true,
        ["img"] = false,
        ["label"] = false,
        ["link"] = false,
        ["note"] = false,
        ["post_link"] = false,
        ["radio"] = true,
        ["tab"] = false,
        ["timeline"] = true,
    };

    /// <summary>Signs that would be something else in a tag, and how they are written there.</summary>
    private static readonly (string Sign, string Reference)[] Signs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("%}", "%&#125;"), ("}}", "&#125;&#125;"), ("{{", "&#123;&#123;")];

    /// <summary>The words in the arguments of a tag. What has no letter but ASCII's is none, but may have been.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Where it ends.</param>
    public static IEnumerable<Inset> Words(string text, int start, int end)
    {
        var name = SiteTag.Name(text, start, end).ToString();
        if (!HasWords(name) || end - start > SiteTag.LongestTag)
            yield break;
        var at = text.IndexOf(name, start, StringComparison.Ordinal) + name.Length;
        end -= text[end - 3] == '-' ? 3 : 2;
        var hasCommas = HasCommas(name);
        var isNamed = name is not ("post_link" or "asset_link") && !(name == "tab" && IsGroup(text, start, Token(text, at, end)));
        if (name == "link" && !LeadsSomewhere(text.AsSpan(at, end - at)))
            yield break;
        // Where what commas, addresses and quotation marks part begins and ends, and where its words begin.
        var (from, first, until) = (-1, -1, -1);
        while (true)
        {
            while (at < end && char.IsWhiteSpace(text[at]))
                at++;
            var token = Token(text, at, end);
            var stop = token.AsSpan().IndexOfAny(hasCommas ? "\"'," : name == "label" ? "\"'@" : "\"'");
            if (stop >= 0)
                token = token[..stop];
            var isOver = at >= end || IsAddress(token) || !isNamed;
            if (!isOver && token.Length > 0)
            {
                from = from < 0 ? at : from;
                if (first < 0 && IsWord(token))
                    first = Parted.Contains(name) ? from : at;
                until = at + token.Length;
            }

            at += token.Length;
            if (!isOver && stop < 0)
                continue;
            if (from >= 0 && Of(text, from, first, until) is { } inset)
                yield return inset;
            if (at >= end && isOver && token.Length == 0)
                yield break;
            (from, first, isNamed) = (-1, -1, true);
            if (!isOver)
                at = text[at] is ',' or '@' ? at + 1 : text.IndexOf(text[at], at + 1, end - at - 1) is >= 0 and var close ? close + 1 : end;
        }
    }

    /// <summary>Whether a tag shows a picture, and ends what is said of it at any quotation mark.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsPicture(string text, int start, int end) => text[start + 1] == '%' && SiteTag.Name(text, start, end) is "img" or "asset_img";

    /// <summary>The words in a picture's argument between quotation marks: one text, or, between further marks, a title and an alternative text.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="start">Where it begins, behind its mark.</param>
    /// <param name="end">Where it ends.</param>
    public static IEnumerable<Inset> Quoted(string text, int start, int end)
    {
        var two = TitleAndText().Match(text[start..end]);
        foreach (var part in two.Success ? two.Groups.Values.Skip(1) : [])
        {
            if (InMarks(text, start + part.Index, start + part.Index + part.Length) is { } inset)
                yield return inset;
        }

        if (!two.Success && InMarks(text, start, end) is { } whole)
            yield return whole;
    }

    /// <summary>Words as they stand in a tag without quotation marks, or between those of a picture's: nothing of them ends it or parts its arguments.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="inset">The source's words there.</param>
    /// <param name="words">The words.</param>
    public static string Written(string text, Inset inset, string words)
    {
        var name = SiteTag.Name(text, text.LastIndexOf("{%", inset.Start, StringComparison.Ordinal), inset.Start).ToString();
        foreach (var (sign, reference) in Signs)
            words = words.Replace(sign, reference, StringComparison.Ordinal);
        if (HasCommas(name) || text[inset.End] == ',' || words.EndsWith(','))
            words = words.Replace(",", "&#44;", StringComparison.Ordinal);
        if (name == "label")
            words = words.Replace("@", "&#64;", StringComparison.Ordinal);
        var tokens = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsAddress(tokens[i]))
                tokens[i] = tokens[i].Replace("/", "&#x2F;", StringComparison.Ordinal);
            if (name == "link" && TakenForAddress().IsMatch(tokens[i]))
                tokens[i] = tokens[i].Replace(":", "&#58;", StringComparison.Ordinal).Replace("@", "&#64;", StringComparison.Ordinal).Replace("www", "&#119;ww", StringComparison.Ordinal);
        }

        words = string.Join(' ', tokens);
        // A stroke before the end would be the tag's.
        return words.EndsWith('-') && text[inset.End] is '%' or '-' ? $"{words} " : words;
    }

    /// <summary>Whether words of readers may stand in the arguments of a tag.</summary>
    private static bool HasWords(string name) => Parted.Contains(name) || Shown.ContainsKey(name);

    private static bool HasCommas(string name) => Parted.Contains(name) || Shown.GetValueOrDefault(name);

    private static Inset? Of(string text, int from, int first, int until)
    {
        // A comma before an address is none of the words, nor is a name whose value stands between quotation marks.
        if (text[until - 1] == ',')
            until--;
        var start = first < 0 ? from : first;
        if (until <= start || (text[until - 1] == '=' && text[until] is '"' or '\'') || !WebUtility.HtmlDecode(text[from..until]).Any(char.IsLetterOrDigit))
            return null;
        return new Inset(UnitKind.Attribute, "", WebUtility.HtmlDecode(text[start..until]), start, until) { IsBare = true, Lead = WebUtility.HtmlDecode(text[from..start]), IsAddress = first < 0 };
    }

    private static Inset? InMarks(string text, int start, int end)
    {
        var words = WebUtility.HtmlDecode(text[start..end]);
        return words.Any(char.IsLetterOrDigit) ? new Inset(UnitKind.Attribute, "", words, start, end) { IsBare = true, IsAddress = Inset.IsPath(words) || Inset.MayBeAddress(words) } : null;
    }

    /// <summary>Whether there is an address behind words: else a tag <c>link</c> is Jekyll's, which names a page.</summary>
    private static bool LeadsSomewhere(ReadOnlySpan<char> arguments)
    {
        arguments = arguments.TrimStart();
        return arguments.Contains("://", StringComparison.Ordinal) || arguments.Contains(" /", StringComparison.Ordinal);
    }

    private static string Token(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        var after = at;
        while (after < end && !char.IsWhiteSpace(text[after]))
            after++;
        return text[at..after];
    }

    /// <summary>Whether a tab's first argument is the name of its group, which nobody sees.</summary>
    private static bool IsGroup(string text, int start, string token)
    {
        const int Far = 20_000;
        return text.LastIndexOf("{% tabs ", start, Math.Min(start, Far), StringComparison.Ordinal) is >= 0 and var tabs && Token(text, tabs + "{% tabs ".Length, start) == token;
    }

    /// <summary>Whether an argument is a word in another script than that of names and addresses.</summary>
    private static bool IsWord(string token) => !Inset.MayBeAddress(WebUtility.HtmlDecode(token)) && !Inset.IsPath(token);

    /// <summary>Whether an argument is an address, which parts the words before it from those behind it.</summary>
    private static bool IsAddress(string token) => token.Contains("://", StringComparison.Ordinal) || token is ['/', not '/', ..] or ['.', '/', ..] or ['.', '.', '/', ..];

    /// <summary>What the tag <c>link</c> takes for its address wherever it stands in a word.</summary>
    [GeneratedRegex("[A-Za-z]{3,9}:[A-Za-z0-9.-]|[-;:&=+$,A-Za-z0-9_]@[A-Za-z0-9.-]|www.[A-Za-z0-9.-]", RegexOptions.CultureInvariant)]
    private static partial Regex TakenForAddress();

    [GeneratedRegex("""^(?:\s*"([^"]+)"\s+"([^"]+)"|\s*'([^']+)'\s+'([^']+)'|([^'"]*[^'"\s])\s+'([^']+)'|([^'"]*[^'"\s])\s+"([^"]+)")\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex TitleAndText();
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TransFlow.Xliff.Validation;

/// <summary>A kind of value that attributes have.</summary>
internal sealed partial class ValueType
{
    private static readonly SearchValues<char> AsciiToken = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_:");

    /// <summary>The white space of XML.</summary>
    public static readonly char[] Blank = [' ', '\t', '\n', '\r'];

    private readonly Func<string, bool>? _fits;
    private readonly string _problem;
    private static readonly SearchValues<char> NotInIris = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), '<', '>', '"', '{', '}', '|', '\\', '^', '`']);

    private ValueType(Func<string, bool>? fits, string problem) => (_fits, _problem) = (fits, problem);

    /// <summary>Whether values are name tokens, which have a rule of their own when they are not.</summary>
    public bool IsTokens { get; private init; }

    private static readonly HashSet<string> IssueTypes = new(StringComparer.Ordinal)
    {
        "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency", "grammar", "legal", "register",
        "locale-specific-content", "locale-violation", "style", "characters", "misspelling", "typographical", "formatting", "inconsistent-entities",
        "numbers", "markup", "pattern-problem", "whitespace", "internationalization", "length", "non-conformance", "uncategorized", "other",
    };

    private static readonly HashSet<string> HtmlNames = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont", "bdi", "bdo", "big", "blockquote", "body", "br",
        "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "command", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl",
        "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "isindex", "kbd", "keygen", "label", "legend", "li", "link", "main", "map",
        "mark", "menu", "menuitem", "meta", "meter", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "pre",
        "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong", "style",
        "sub", "summary", "sup", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    };

    /// <summary>The kind of value that the schema names.</summary>
    public static ValueType Of(string type)
    {
        var parts = type.Split(':');
        return parts[0] switch
        {
            "text" => new(null, ""),
            "nmtoken" => new(v => IsToken(v.Trim(Blank)), "make it of letters, digits, '.', '-', '_' and ':' only") { IsTokens = true },
            "nmtokens" => new(v => Tokens(v).Any() && Tokens(v).All(IsToken), "write ids separated by spaces"),
            "enum" => OneOf(parts[1].Split(',')),
            "integer" => new(v => IsInteger(v.Trim(Blank), parts[1], parts[2]), $"write a whole number from {parts[1]}{(parts[2].Length > 0 ? $" to {parts[2]}" : " up")}"),
            "number" => new(v => System.Numerics.BigInteger.TryParse(v.Trim(Blank), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "write a whole number"),
            "decimal" => new(v => IsDecimal(v.Trim(Blank), parts[1], parts[2]), $"write a number from {parts[1]} to {parts[2]}"),
            "iri" => new(IsIri, "it is no IRI; write blanks and characters such as <, >, {, }, \\ as %20 and the like"),
            "prefixed" => new(IsPrefixed, "write 'prefix:value' without spaces"),
            "annotation" => new(v => v is "generic" or "comment" or "term" || IsPrefixed(v), "write generic, comment, term, or 'prefix:value'"),
            "language" => new(IsLanguage, "write a BCP 47 language tag such as 'ko' or 'zh-Hant-TW'"),
            "issueType" => new(IssueTypes.Contains, "write one of the issue types of ITS 2.0, such as 'grammar' or 'other'"),
            "html" => new(HtmlNames.Contains, "write the name of an element of HTML"),
            "subFs" => new(SubFormat().IsMatch, @"write 'name,value', several joined by '\', with '\,' and '\\' for a comma and a backslash inside"),
            _ => throw new InvalidOperationException($"The schema has an unknown kind of value '{type}'."),
        };
    }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Problem(string value) => _fits is null || (IsTokens && IsAsciiToken(value)) || _fits(value) ? null : _problem;

    private static ValueType OneOf(string[] values) => new(v => Array.IndexOf(values, v) >= 0, $"write {string.Join(", ", values)}");

    private static bool IsPrefixed(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < value.Length - 1 && value.LastIndexOf(':') == colon && !value.Any(char.IsWhiteSpace);
    }

    private static bool IsAsciiToken(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(AsciiToken);

    public static bool IsToken(string value)
    {
        if (IsAsciiToken(value))
            return true;
        try
        {
            return XmlConvert.VerifyNMTOKEN(value) == value;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    public static IEnumerable<string> Tokens(string value) => value.Split(Blank, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Well-formed by BCP 47 (RFC 5646, 2.1): the shape of the tag, not the registry.</summary>
    public static bool IsLanguage(string value) => Ascii.IsValid(value) && ((Language().IsMatch(value) && !RepeatedSingleton().IsMatch(value)) || Grandfathered().IsMatch(value));

    /// <summary>Whether a reference has the characters of an IRI (RFC 3987): no blanks, no controls, nothing that has to be escaped, one fragment.</summary>
    public static bool IsIri(string value)
    {
        var iri = value.Trim(Blank);
        return !iri.AsSpan().ContainsAny(NotInIris) && iri.Count(c => c == '#') <= 1 && !BrokenEscape().IsMatch(iri);
    }

    private static bool IsInteger(string value, string least, string most) =>
        System.Numerics.BigInteger.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= int.Parse(least, CultureInfo.InvariantCulture) && (most.Length == 0 || number <= int.Parse(most, CultureInfo.InvariantCulture));

    private static bool IsDecimal(string value, string least, string most) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= int.Parse(least, CultureInfo.InvariantCulture) && number <= int.Parse(most, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:[^,\\]|\\[\\,])+,(?:[^,\\]|\\[\\,])*(?:\\(?:[^,\\]|\\[\\,])+,(?:[^,\\]|\\[\\,])*)*\z")]
    private static partial Regex SubFormat();

    [GeneratedRegex(@"^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    /// <summary>RFC 5646, 2.2.6: each extension at most once; what is private comes after them.</summary>
    [GeneratedRegex(@"^(?!x-)(?:(?!-x-).)*-([0-9a-wy-z])-(?:(?!-x-).)*-\1-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RepeatedSingleton();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex BrokenEscape();

    [GeneratedRegex("^(?:en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE)|art-lojban|cel-gaulish|no-bok|no-nyn|zh-(?:guoyu|hakka|min|min-nan|xiang))\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grandfathered();
}

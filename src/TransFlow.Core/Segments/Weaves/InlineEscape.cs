using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Keeps plain text plain where Markdown could read it as markup (CommonMark 0.31.2, 2.4 and 6). Lightly at first, so that a
/// page stays readable for those who edit it; wholly where the light way did not hold.
/// </summary>
internal static partial class InlineEscape
{
    private const string Heavy = "\\`*_[]<>&#|~!+-=:$^()\"'";

    /// <summary>Every sign that could need anything at all.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(Heavy + "{}\r\n");

    /// <summary>Escapes text inside a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escapesBars">True where <c>|</c> may mean something outside of a cell: wherever the source's words have none, since kramdown makes a table of every line that has one.</param>
    /// <param name="inCell">True in a table cell.</param>
    /// <param name="inLink">True inside a link's text.</param>
    /// <param name="beforeLink">True when a link follows directly.</param>
    /// <param name="hasTildes">True when its block has more than one tilde: GitHub, Hugo and others strike out what stands between two, though the specification of GFM has pairs.</param>
    /// <param name="wholly">True to escape every sign that means something anywhere.</param>
    /// <param name="isMdx">True where each brace begins an expression, and each <c>&lt;</c> a tag.</param>
    /// <param name="altPlain">In an alternative text, the signs that mean nothing there where one of them stands alone; null elsewhere.</param>
    /// <param name="isLinked">True in the alternative text of a picture that is a link's words.</param>
    /// <param name="kept">The places of signs that stay as they are wherever they are not within a link's text; null for none.</param>
    public static string Of(string text, bool escapesBars, bool inCell, bool inLink, bool beforeLink, bool hasTildes, bool wholly, bool isMdx, string? altPlain = null, bool isLinked = false, HashSet<int>? kept = null)
    {
        var isAlt = altPlain is not null;
        var first = text.AsSpan().IndexOfAny(Signs);
        // No site makes a link of an address there.
        var mayLink = !isAlt && BareAddress.MayStandIn(text);
        if (first < 0 && !mayLink)
            return text;
        first = mayLink ? 0 : first;
        var lastBrace = isAlt ? -1 : text.LastIndexOf('}');
        var plain = isAlt ? PlainInAlt(text, altPlain!, isLinked) : [];
        // Marked counts escaped ones there, too, and loses the picture or the link where they are no pairs.
        var refersBrackets = isLinked && !ArePairs(text);
        var escaped = new StringBuilder(text.Length + 8).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (kept is not null && kept.Contains(i) && !inLink)
                escaped.Append(c);
            else if (isMdx && c is '{' or '<')
                escaped.Append('\\').Append(c);
            else if (c == '{' && (wholly || (i + 1 < text.Length && text[i + 1] is '{' or '%' or '#' or '.' or ':') || SiteTag.MayBegin(text, i) || (lastBrace > i && !(i > 0 && text[i - 1] == '{'))))
                escaped.Append(Reference(c));
            // The end of a comment, for templates.
            else if (c == '}' && i > 0 && text[i - 1] == '#')
                escaped.Append(Reference(c));
            else if (c is '\r' or '\n')
                escaped.Append(' ');
            else if (c == '`')
                // A backslash does not part it from the backticks of a code that follows; kramdown looks for them in all of a row.
                escaped.Append(Reference(c));
            // Behind it the line may end: kramdown breaks it where two stand.
            else if (c == '\\' && i + 1 == text.Length)
                escaped.Append(Reference(c));
            else if (c == '|' && inCell)
                escaped.Append("\\|");
            else if (refersBrackets && c is '[' or ']')
                escaped.Append(Reference(c));
            // For marked the brackets before it would be a link within the one, escaped or not.
            else if (c == '(' && inLink && !isAlt && i > 0 && text[i - 1] == ']')
                escaped.Append(Plain(c));
            // Between escaped ones sites look for formulas.
            else if (wholly && c is '(' or ')')
                escaped.Append(Reference(c));
            // Sites would make a link of it, which the source does not have.
            else if ((mayLink && c is ':' or '.' && BareAddress.HasSign(text, i)) || (IsHazard(text, i, escapesBars, inLink, beforeLink, hasTildes) && !(plain.Contains(c) || (isAlt && c == '*' && IsBetweenBlanks(text, i)))) || (wholly && Heavy.Contains(c, StringComparison.Ordinal)))
                escaped.Append(Plain(c));
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// How a sign is written that means nothing: with a backslash where CommonMark, kramdown and Python-Markdown know that escape, else as a reference,
    /// which all of them do.
    /// </summary>
    /// <param name="sign">The sign.</param>
    public static string Plain(char sign) => sign switch
    {
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '>' or '#' or '+' or '-' or '.' or '!' => $"\\{sign}",
        _ => Reference(sign),
    };

    /// <summary>A sign as a reference to it, which every renderer reads, in text and in attributes.</summary>
    /// <param name="sign">The sign.</param>
    public static string Reference(char sign) => sign switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '"' => "&quot;",
        _ => string.Create(CultureInfo.InvariantCulture, $"&#{(int)sign};"),
    };

    /// <summary>Words with references where they have backslashes before signs.</summary>
    /// <param name="words">The words, escaped.</param>
    public static string AsReferences(string words) => Escape().Replace(words, e => Reference(e.ValueSpan[1]));

    /// <summary>Whether a backslash would take the meaning of what follows it, in the text or behind it (CommonMark 0.31.2, 2.4).</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The backslash's place.</param>
    public static bool Escapes(string text, int at) =>
        at + 1 == text.Length || text[at + 1].IsAsciiPunctuation();

    /// <summary>Whether a block has a bar in its words.</summary>
    /// <param name="contents">The block's words.</param>
    public static bool HasBar(Content contents)
    {
        foreach (var (kind, value) in contents.Parts)
        {
            if (kind == InlineKind.Text && value.Contains('|', StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a block has more than one tilde in its words.</summary>
    /// <param name="contents">The block's words.</param>
    public static bool HasTildes(Content contents) => Tildes(contents) > 1;

    /// <summary>How many tildes a block has in its words.</summary>
    /// <param name="contents">The block's words.</param>
    public static int Tildes(Content contents)
    {
        var tildes = 0;
        foreach (var (kind, value) in contents.Parts)
            tildes += kind == InlineKind.Text ? value.AsSpan().Count('~') : 0;
        return tildes;
    }

    /// <summary>Whether a character reference could begin at a place: letters or digits with a semicolon behind them.</summary>
    private static bool MayBeReference(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
            end++;
        return end > at + 1 && end < text.Length && text[end] == ';';
    }

    /// <summary>
    /// The signs that need no escape in an alternative text: brackets in pairs that no other bracket or colon follows, marks of emphasis of which there is no second one, what begins a tag that nothing ends.
    /// Some renderers leave out what is escaped there, and others show it as it is written.
    /// </summary>
    private static ReadOnlySpan<char> PlainInAlt(string text, string alone, bool isLinked)
    {
        var signs = isLinked || text.StartsWith('[') || !ArePairs(text) ? "" : "[]";
        foreach (var sign in alone)
            signs += IsOne(text, sign) ? sign : "";
        return text.Contains('<', StringComparison.Ordinal) && !text.AsSpan().ContainsAny(">=!?") ? signs + "<" : signs;
    }

    private static bool IsBetweenBlanks(string text, int at) => at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ';

    /// <summary>Whether all of a sign stands in one run.</summary>
    private static bool IsOne(string text, char sign) => text.IndexOf(sign) is >= 0 and var first && !text.AsSpan(first..(text.LastIndexOf(sign) + 1)).ContainsAnyExcept(sign);

    private static bool ArePairs(string text)
    {
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('[' or ']'))
                continue;
            if (text[i] == '[' ? isOpen || (i + 1 < text.Length && text[i + 1] == '^') : !isOpen || (i + 1 < text.Length && text[i + 1] is '(' or '[' or ':'))
                return false;
            isOpen = !isOpen;
        }

        return !isOpen;
    }

    /// <summary>Whether a table of contents would stand there: Python-Markdown has one in every element that holds its mark alone, others in every block.</summary>
    private static bool IsContents(string text, int at) => text.AsSpan(at) is ['[', 'T', 'O', 'C', ']', ..] || text.AsSpan(at).StartsWith("[[toc]]", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the brackets end that close behind a place, next to one another.</summary>
    private static int LabelEnd(string text, int at)
    {
        var end = text.IndexOf(']', at);
        while (end >= 0 && end + 1 < text.Length && text[end + 1] == ']')
            end++;
        return end + 1;
    }

    private static bool IsHazard(string text, int i, bool escapesBars, bool inLink, bool beforeLink, bool hasTildes)
    {
        var before = i > 0 ? text[i - 1] : '\0';
        var after = i + 1 < text.Length ? text[i + 1] : '\0';
        return text[i] switch
        {
            '\\' => true,
            '*' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '&' => MayBeReference(text, i),
            // The names of kramdown's elements may be of letters of any script.
            '<' => char.IsLetter(after) || char.IsSurrogate(after) || after is '/' or '!' or '?' or '_' or ':' or '\0',
            '~' => after == '~' || before == '~' || after == '\0' || before == '\0' || (hasTildes && !(before is ' ' && after is ' ')),
            // Older versions of goldmark (Hugo 0.111) make a box of it anywhere in an item of a list.
            '[' => inLink || after is '^' || (after is ' ' or 'x' or 'X' && i + 2 < text.Length && text[i + 2] == ']') || LabelEnd(text, i) is > 0 and var end && end < text.Length && text[end] is '(' or '[' or ':' || IsContents(text, i),
            ']' => inLink,
            // kramdown and Python-Markdown take what comes before for the label of a definition, and show nothing.
            ':' => inLink && before == ']',
            '!' => after == '[' || (after == '\0' && beforeLink),
            '|' => escapesBars,
            '$' => before == '$' || after == '$',
            // A link with nothing else would be a mark of a footnote, and one behind it a note of its own.
            '^' => (inLink && before == '\0') || (beforeLink && after == '\0'),
            _ => false,
        };
    }

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

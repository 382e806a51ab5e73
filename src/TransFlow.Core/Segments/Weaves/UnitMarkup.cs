using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes a unit's contents as the Markdown that stands in its place.</summary>
/// <param name="text">The source article.</param>
/// <param name="inner">What changes inside markup, in order: alternative texts, titles, addresses.</param>
/// <param name="isMdx">Whether the article is MDX.</param>
/// <param name="hasFormulas">Whether there are formulas between dollar signs: two other ones may make one for such a site.</param>
internal sealed partial class UnitMarkup(string text, List<Splice> inner, bool isMdx, bool hasFormulas)
{
    /// <summary>Stand around an address that is bare in the source, while nothing is known of what comes after it. No article has them.</summary>
    private const char AddressStart = '\u0001', AddressEnd = '\u0002';

    private readonly StringBuilder _result = new();
    private readonly StringBuilder _line = new();

    /// <summary>Stands for the first sign of markup on the way, the next characters for the next: no characters either.</summary>
    private const char FirstMark = '\uFDE0';

    /// <summary>Signs of quoting, and what stands for them on the way: no characters (Unicode 23.7).</summary>
    private static readonly (char Sign, char Stand)[] Quoting = [('"', '\uFDD0'), ('\'', '\uFDD1'), ('`', '\uFDD2'), ('\\', '\uFDD3')];

    /// <summary>A unit of a block with inline text.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="contents">Its target's sentences, put together.</param>
    /// <param name="wholly">True to escape every sign.</param>
    public string Leaf(Unit unit, UnitPlace place, Content contents, bool wholly)
    {
        if (place.IsHtml)
            return Ended(Html(place, contents, wholly), unit.Kind, place);
        // Most headings, captions and cells are words and nothing else.
        if (contents.Parts is [{ Kind: InlineKind.Text, Value: var only }])
            return Ended(Line(Plain(InlineEscape.Of(only, only.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place), unit.Kind == UnitKind.TableCell, inLink: place.IsLoose || IsInBrackets(unit, place), beforeLink: false, place.HasLoneTildes || InlineEscape.HasTildes(contents), wholly, isMdx)), StartsLine(place), unit.Kind, HasTag(place)), unit.Kind, place);
        var inCell = unit.Kind == UnitKind.TableCell;
        var result = _result.Clear();
        var line = _line.Clear();
        var links = 0;
        var hasAddresses = false;
        // Tags of Liquid are gone before anybody reads Markdown, and what they hold may be, too: what stands behind them may begin the line.
        var followsTag = false;
        // In an element that says so, and in a shortcode, words may begin a line where its tag ends.
        var opensMarkdown = false;
        var (hasTildes, escapesBars) = (place.HasLoneTildes || InlineEscape.HasTildes(contents), contents.Text.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place));
        var isInBrackets = place.IsLoose || IsInBrackets(unit, place);
        var plainer = EmphasisEdges.WithPlainerMarks(contents.Parts, place);
        for (var i = 0; i < contents.Parts.Length; i++)
        {
            var (kind, value) = contents.Parts[i];
            if (kind == InlineKind.Text)
            {
                var next = i + 1 < contents.Parts.Length && contents.Parts[i + 1] is { Kind: InlineKind.Open } follower && place.Code(follower.Value).Kind == CodeKind.Link;
                var words = Plain(InlineEscape.Of(value, escapesBars, inCell, isInBrackets || links > 0, next, hasTildes, wholly, isMdx));
                // Not every renderer ends a link of two pairs of brackets there.
                if (value.StartsWith('[') && words[0] == '[' && i > 0 && contents.Parts[i - 1].Kind == InlineKind.Close)
                    words = $"\\{words}";
                // With the tag behind it the brace would begin another one.
                if (!isMdx && words.EndsWith('{') && i + 1 < contents.Parts.Length && contents.Parts[i + 1] is { Kind: InlineKind.Standalone } tag && text[place.Code(tag.Value).OpenStart] == '{')
                    words = $"{words.AsSpan(0, words.Length - 1)}{InlineEscape.Reference('{')}";
                if (followsTag && words.AsSpan().TrimStart() is { Length: > 0 } behind)
                {
                    words = string.Concat(words.AsSpan(0, words.Length - behind.Length), LineStart.Escape(behind.ToString()));
                    followsTag = false;
                }

                if (opensMarkdown && words.AsSpan().TrimStart() is { Length: > 0 } inside)
                {
                    words = string.Concat(words.AsSpan(0, words.Length - inside.Length), LineStart.Refer(inside.ToString()));
                    opensMarkdown = false;
                }

                line.Append(Referenced(words, FollowsFormula(contents, i, place) || EmphasisEdges.HidesLetter(text, contents.Parts, i, place, isEnd: false), EmphasisEdges.HidesLetter(text, contents.Parts, i, place, isEnd: true)));
                continue;
            }

            var code = place.Code(value);
            opensMarkdown = kind == InlineKind.Standalone && OpensMarkdown(code);
            followsTag = kind == InlineKind.Standalone && text.AsSpan(code.OpenStart).StartsWith("{%");
            links += code.Kind != CodeKind.Link ? 0 : kind == InlineKind.Open ? 1 : -1;
            if (code.Kind == CodeKind.LineBreak)
            {
                result.Append(Line(line.ToString(), result.Length > 0 || place.Start == 0 || StartsLine(place), UnitKind.Paragraph, HasTag(place)).AsSpan().TrimEnd());
                line.Clear();
                Markup(result, code, kind, isPlainer: wholly);
            }
            else if (code.Words is not null && links == 0)
            {
                line.Append(AddressStart).Append(Splice.Over(text, inner, code.OpenStart, code.OpenEnd)).Append(AddressEnd);
                hasAddresses = true;
            }
            else
            {
                Markup(line, code, kind, isPlainer: wholly || plainer?.Contains(value) == true);
            }
        }

        var last = Line(line.ToString(), result.Length > 0 || StartsLine(place), unit.Kind, HasTag(place));
        var made = result.Length == 0 ? last : result.Append(last).ToString();
        return Ended(hasAddresses ? Linked(made, place, inCell) : made, unit.Kind, place);
    }

    /// <summary>Whether words stand between brackets that others must not end: those of a link, and of a box's title, as in <c>:::note[Title]</c>.</summary>
    private bool IsInBrackets(Unit unit, UnitPlace place)
    {
        if (place.Start > 0 && text[place.Start - 1] == '[')
            return true;
        if (unit.Kind != UnitKind.Title)
            return false;
        var line = text.AsSpan(0, place.Start);
        line = line[(line.LastIndexOf('\n') + 1)..].TrimStart("> \t-*+.)0123456789");
        var name = line.TrimStart(": \t");
        return line.StartsWith(":::") && name.IndexOf('[') is >= 0 and var bracket && !name[..bracket].ContainsAny(" \t");
    }

    private bool OpensMarkdown(CodeSource code)
    {
        var tag = text.AsSpan(code.OpenStart, code.OpenEnd - code.OpenStart);
        return code.Kind == CodeKind.Html ? tag.Contains(" markdown", StringComparison.Ordinal) : tag is ['{', '{', '<' or '%', ..] && SiteTag.Name(text, code.OpenStart, code.OpenEnd) is not ['/', ..];
    }

    /// <summary>Words with other ways to write the signs of what is no Markdown: formulas, where the article has them, and notebooks' comments.</summary>
    private string Plain(string words)
    {
        words = words.Contains("%%", StringComparison.Ordinal) ? words.Replace("%%", $"%{InlineEscape.Reference('%')}", StringComparison.Ordinal) : words;
        return hasFormulas ? words.Replace("$", InlineEscape.Reference('$'), StringComparison.Ordinal) : words;
    }

    /// <summary>Words with another way to write their last sign where what stands behind them would give it a meaning.</summary>
    private string Ended(string made, UnitKind kind, UnitPlace place)
    {
        // With the tag behind it the brace would begin another one.
        if (!isMdx && made.EndsWith('{') && place.End < text.Length && text[place.End] == '{')
            made = $"{made.AsSpan(0, made.Length - 1)}{InlineEscape.Reference('{')}";
        // Older versions of Hugo take the bar at the end of a row for the row's own, escaped or not.
        else if (kind == UnitKind.TableCell && made.EndsWith("\\|", StringComparison.Ordinal) && text.AsSpan(place.End).TrimStart(" \t") is [] or ['\r' or '\n', ..])
            made = $"{made.AsSpan(0, made.Length - 2)}{InlineEscape.Reference('|')}";
        return Begun(made, place);
    }

    /// <summary>
    /// Words that would be a statement of MDX at the beginning of a line, with another way to write the space that makes them one; and those behind a tag of a
    /// site generator that would begin a block once the tag is gone.
    /// </summary>
    private string Begun(string made, UnitPlace place)
    {
        if (isMdx && (place.Start == 0 || text[place.Start - 1] is '\n' or '\r' or '\uFEFF') && (made.StartsWith("import ", StringComparison.Ordinal) || made.StartsWith("export ", StringComparison.Ordinal)))
            return $"{made.AsSpan(0, "import".Length)}&#32;{made.AsSpan("import ".Length)}";
        return !isMdx && text.AsSpan(0, place.Start).TrimEnd(' ') is [.., '>' or '%', '}', '}'] or [.., '%', '}'] ? LineStart.Refer(made) : made;
    }

    /// <summary>Writes addresses that are bare in the source: bare again where they are links as they stand, else such that they are.</summary>
    private string Linked(string made, UnitPlace place, bool inCell)
    {
        var linked = new StringBuilder(made.Length);
        var at = 0;
        for (int start; (start = made.IndexOf(AddressStart, at)) >= 0;)
        {
            linked.Append(made, at, start - at);
            var end = made.IndexOf(AddressEnd, start);
            var address = made[(start + 1)..end];
            at = end + 1;
            var before = linked.Length > 0 ? linked[^1] : place.Start > 0 && !(inCell && text[place.Start - 1] == '|') ? text[place.Start - 1] : '\n';
            var touching = Touching(made.AsSpan(at)).ToString().Replace(AddressStart.ToString(), "", StringComparison.Ordinal).Replace(AddressEnd.ToString(), "", StringComparison.Ordinal);
            if (!inCell && at + touching.Length >= made.Length)
                touching += Touching(text.AsSpan(place.End)).ToString();
            if (BareAddress.IsBeforeAddress(before) && BareAddress.SeenEnd(address + touching, 0) == address.Length)
                linked.Append(address);
            else if (address.StartsWith("www.", StringComparison.Ordinal))
                linked.Append("[www.").Append(InlineEscape.Of(address[4..], escapesBars: true, inCell, inLink: true, beforeLink: false, hasTildes: true, wholly: false, isMdx)).Append("](<http://").Append(address).Append(">)");
            // MDX would take it for a tag.
            else if (isMdx)
                linked.Append('[').Append(InlineEscape.Of(address, escapesBars: true, inCell, inLink: true, beforeLink: false, hasTildes: true, wholly: false, isMdx)).Append("](<").Append(address).Append(">)");
            else
                linked.Append('<').Append(address).Append('>');
        }

        return linked.Append(made, at, made.Length - at).ToString();
    }

    /// <summary>What GFM would take for more of an address that stands before it.</summary>
    private static ReadOnlySpan<char> Touching(ReadOnlySpan<char> after)
    {
        var end = 0;
        while (end < after.Length && after[end] != '<' && !char.IsWhiteSpace(after[end]))
            end++;
        return after[..end];
    }

    /// <summary>Whether words begin with a letter or digit right behind a formula, as in <c>$n$th</c>: the sign that ends a formula has none behind it.</summary>
    private bool FollowsFormula(Content contents, int at, UnitPlace place) => at > 0 && contents.Parts[at].Value is [var letter, ..] && char.IsAsciiLetterOrDigit(letter)
        && contents.Parts[at - 1] is { Kind: InlineKind.Standalone } before && text.AsSpan(place.Code(before.Value).OpenStart) is ['$', not '$', ..];

    /// <summary>Words whose first or last letter is written as a character reference.</summary>
    private static string Referenced(string words, bool first, bool last)
    {
        if (last && Rune.DecodeLastFromUtf16(words, out var letter, out var width) == OperationStatus.Done)
            words = $"{words.AsSpan(0, words.Length - width)}&#{letter.Value};";
        if (first && Rune.DecodeFromUtf16(words, out letter, out width) == OperationStatus.Done && letter.Value != '&')
            words = $"&#{letter.Value};{words.AsSpan(width)}";
        return words;
    }

    private string Html(UnitPlace place, Content contents, bool wholly)
    {
        var result = _result.Clear();
        foreach (var (kind, value) in contents.Parts)
        {
            if (kind == InlineKind.Text)
                result.Append(HtmlMarkup.Text(value, wholly, isMdx));
            else
                Markup(result, place.Code(value), kind, isPlainer: false);
        }

        return result.ToString();
    }

    /// <summary>Words inside markup, quoted as the source quotes them.</summary>
    /// <param name="text">The source article.</param>
    /// <param name="place">Where they stand.</param>
    /// <param name="contents">The words.</param>
    /// <param name="wholly">True to escape every sign.</param>
    /// <param name="isMdx">Whether the article is MDX.</param>
    public static string Inset(string text, UnitPlace place, Content contents, bool wholly, bool isMdx)
    {
        var inset = place.Inset!;
        if (inset.IsOfOption)
            return OptionValue.Written(text, inset, contents.Text);
        if (inset.IsBare)
            return HexoTag.Written(text, inset, contents.Text);
        if ((inset.Pieces.IsEmpty || inset.IsHugo) && inset is { Key: not null, IsHtml: false, Kind: not UnitKind.Title })
            return Attribute(text, inset, Words(text, place, contents, wholly, isMdx));
        // Behind the bracket of a picture another one would begin the name of a note, as in "![[note]]".
        wholly |= inset.Key is null && contents.Text.StartsWith('[');
        var made = new StringBuilder();
        foreach (var (kind, value) in contents.Parts)
        {
            if (kind != InlineKind.Text)
                made.Append(text, place.Code(value).OpenStart, place.Code(value).OpenEnd - place.Code(value).OpenStart);
            else if (inset.Key is null)
                made.Append(InlineEscape.Of(value, value.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place), inset.InCell, inLink: true, beforeLink: false, InlineEscape.HasTildes(contents), wholly, isMdx, isAlt: !wholly));
            else
                made.Append(inset.IsHtml ? HtmlMarkup.Value(value) : Title(value, text[inset.Start], inset.InCell || (value.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place)), wholly));
        }

        return inset.Key is null ? made.Append(inset.Suffix).ToString() : made.Insert(0, text[inset.Start]).Append(text[inset.End - 1]).ToString();
    }

    /// <summary>The words of an attribute with the codes among them, before they stand between its marks.</summary>
    private static string Words(string text, UnitPlace place, Content contents, bool wholly, bool isMdx)
    {
        var inset = place.Inset!;
        var codes = contents.Parts.Where(p => p.Kind != InlineKind.Text).Select(p => inset.Written(text, place.Code(p.Value))).ToList();
        var stand = Shortcodes.Unused(contents.Text);
        var words = codes.Count == 0 ? contents.Text : string.Concat(contents.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : stand.ToString()));
        if (inset.IsMarkdown)
            words = Markdown(words, inset.Marks, wholly, isMdx, InlineEscape.HasTildes(contents));
        // Hugo takes all backslashes away where it takes any.
        if (inset.IsMarkdown && codes.Exists(c => c.Contains('"', StringComparison.Ordinal)))
            words = Escape().Replace(words, m => InlineEscape.Reference(m.Value[1]));
        return codes.Count == 0 ? words : string.Concat(words.Split(stand).Select((w, i) => i < codes.Count ? w + codes[i] : w));
    }

    /// <summary>Words of a title, all signs of which are references: kramdown knows no escapes there.</summary>
    private static string Title(string words, char quote, bool escapesBars, bool wholly)
    {
        var made = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            var isHazard = c switch
            {
                // Python-Markdown looks for code and links before it knows of a title.
                '&' or '{' or '`' or '[' or ']' => true,
                '\'' => c == quote || i == 0 || i == words.Length - 1,
                '$' => wholly,
                '|' => escapesBars,
                '\\' => InlineEscape.Escapes(words, i),
                _ => c == quote || (quote == '(' && c == ')'),
            };
            _ = isHazard ? made.Append(InlineEscape.Reference(c)) : made.Append(c);
        }

        return made.ToString();
    }

    /// <summary>Words in an attribute that the site reads as Markdown: the signs of both ways of quoting are references, which mean nothing to the attribute.</summary>
    private static string Markdown(string words, string marks, bool wholly, bool isMdx, bool hasTildes)
    {
        foreach (var (sign, stand) in Quoting.Where(q => !marks.Contains(q.Sign, StringComparison.Ordinal)))
            words = words.Replace(sign, stand);
        // What the source has as markup is the translator's to write.
        foreach (var (i, mark) in marks.Index())
            words = words.Replace(mark, (char)(FirstMark + i));
        var start = words.Length - words.TrimStart().Length;
        words = words[..start] + InlineEscape.Of(words[start..], escapesBars: false, inCell: false, inLink: false, beforeLink: false, hasTildes, wholly, isMdx);
        foreach (var (i, mark) in marks.Index())
            words = words.Replace((char)(FirstMark + i), mark);
        words = words[..start] + LineStart.Escape(words[start..]);
        foreach (var (sign, stand) in Quoting)
            words = words.Replace(stand.ToString(), InlineEscape.Reference(sign), StringComparison.Ordinal);
        return words;
    }

    /// <summary>The words of an attribute in a tag of braces.</summary>
    private static string Attribute(string text, Inset inset, string words)
    {
        var quote = text[inset.Start];
        if (inset.IsBracketed)
            return $"{quote}{ShortcodeQuotes.Bracketed(words)}{quote}";
        if (ShortcodeQuotes.IsLiquid(text, inset.Start))
            words = words.Replace("%}", "%&#125;", StringComparison.Ordinal);
        if (inset.IsHugo)
        {
            // A backslash before the mark would take it in, and beside an escaped one it is gone: such words stand between backticks, or a space that nobody sees stands behind them.
            var mark = quote == '`' ? '"' : quote;
            if ((quote == '`' || words.EndsWith('\\') || (words.Contains('\\', StringComparison.Ordinal) && words.Contains(mark, StringComparison.Ordinal))) && !words.Contains('`', StringComparison.Ordinal))
                return $"`{words}`";
            return $"{mark}{ShortcodeQuotes.Marked(words, mark)}{(words.EndsWith('\\') ? " " : "")}{mark}";
        }

        return quote == '`' && !words.Contains('`', StringComparison.Ordinal) ? $"`{words}`"
            : quote == '`' ? $"\"{Escaped(words, '"')}\""
            : $"{quote}{Escaped(words, quote)}{quote}";
    }

    private static string Escaped(string words, char quote) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote.ToString(), $"\\{quote}", StringComparison.Ordinal);

    private static string Line(string words, bool isStart, UnitKind kind, bool hasTag)
    {
        // A row that has nothing but these parts kramdown's tables.
        if (kind == UnitKind.TableCell && words.Length > 0 && !words.AsSpan().ContainsAnyExcept("-=:+ "))
            return InlineEscape.Plain(words[0]) + words[1..];
        if (hasTag && IsTag(words))
            return words;
        if (kind == UnitKind.Heading && words.EndsWith('#') && !words.EndsWith("\\#", StringComparison.Ordinal))
            words = words[..^1] + "\\#";
        return isStart ? LineStart.Escape(words) : words;
    }

    /// <summary>Whether the source begins with a tag, as notebooks have it (<c>#news</c>): the site makes no heading of that, so it makes none of another one.</summary>
    private bool HasTag(UnitPlace place) => IsTag(text.AsSpan(place.Start, place.End - place.Start));

    private static bool IsTag(ReadOnlySpan<char> words) => words.Length > 1 && words[0] == '#' && words[1] != '#' && !char.IsWhiteSpace(words[1]);

    /// <summary>Whether nothing of the same line's words stands before the unit: markup of its block, or white space only.</summary>
    private bool StartsLine(UnitPlace place)
    {
        var start = place.Start;
        while (start > 0 && text[start - 1] is not ('\n' or '\r'))
            start--;
        var before = text.AsSpan(start, place.Start - start);
        if (EndsWithLabel(before))
            return true;
        foreach (var c in before)
        {
            if (char.IsLetter(c) || c is '!' or '<' or '|')
                return false;
        }

        return true;
    }

    /// <summary>Whether a line up to here ends with the label of a footnote, as in <c>[^1]: </c>.</summary>
    private static bool EndsWithLabel(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \t");
        return line.EndsWith("]:") && line.LastIndexOf("[^") is >= 0 and var open && line[(open + 2)..^2] is { Length: > 0 } label && !label.Contains(']');
    }

    private void Markup(StringBuilder made, CodeSource code, InlineKind kind, bool isPlainer)
    {
        var (start, end) = kind == InlineKind.Close ? (code.CloseStart, code.CloseEnd - code.Replaced) : (code.OpenStart, code.OpenEnd);
        var from = made.Length;
        made.Append(Splice.Over(text, inner, start, end));
        if (kind == InlineKind.Close)
            made.Append(code.Suffix);
        // Behind the mark a list of attributes may follow.
        var width = code.OpenEnd - code.OpenStart;
        if (isPlainer && code.Kind is CodeKind.Bold or CodeKind.Italic)
            made.Replace('_', '*', from, width);
        else if (isPlainer && code.IsLoneTilde)
            made.Insert(from + width, '~');
    }

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Splicing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>Writes a unit's contents as the Markdown that stands in its place.</summary>
/// <param name="text">The source article.</param>
/// <param name="inner">What changes inside markup, in order: alternative texts, titles, addresses.</param>
/// <param name="isMdx">Whether the article is MDX.</param>
/// <param name="hasFormulas">Whether the site reads formulas between dollar signs: two other ones may make one for it.</param>
/// <param name="leaves">The source's blocks.</param>
internal sealed partial class UnitMarkup(string text, List<Splice> inner, bool isMdx, bool hasFormulas, List<Leaf> leaves)
{
    /// <summary>More signs than most paragraphs have.</summary>
    private const int UsualLength = 1024;

    private readonly SiteMarks _marks = SiteMarks.Of(text);
    private readonly AddressMarkup _addresses = new(text, isMdx);
    private readonly BlockTildes _tildes = new(text, inner);
    private readonly StringBuilder _result = new();
    /// <summary>Holds a paragraph in one piece: one of several pieces is made anew when it is cleared.</summary>
    private readonly StringBuilder _line = new(UsualLength);

    /// <summary>The signs that the source has as plain text in the block that was written last.</summary>
    private PlainSigns? _plain;

    /// <summary>How far lines were looked for, and where the one begins that goes on there.</summary>
    private int _lookedTo, _lineStart;

    /// <summary>A unit of a block with inline text.</summary>
    /// <param name="woven">The unit.</param>
    /// <param name="contents">Its words.</param>
    /// <param name="wholly">True to escape every sign.</param>
    public string Leaf(WovenUnit woven, Content contents, bool wholly)
    {
        var (unit, place) = (woven.Unit, woven.Place);
        if (place.IsHtml)
            return Ended(Html(place, contents, wholly), unit.Kind, place);
        // Most headings, captions and cells are words and nothing else.
        if (contents.Parts is [{ Kind: InlineKind.Text, Value: var only }] && !(only.StartsWith('(') && FollowsBracketTag(contents, 0, place)))
            return Ended(Line(Plain(InlineEscape.Of(only, only.Contains('|', StringComparison.Ordinal) && TableLines.AreNone(text, place), unit.Kind == UnitKind.TableCell, inLink: place.IsLoose || IsInBrackets(unit, place), beforeLink: false, _tildes.Are(contents, unit.Kind, place), wholly, isMdx, kept: wholly ? null : Kept(only, place)), unit.Kind, place, OpensBracket(place.End)), StartsLine(place), unit.Kind, HasTag(place)), unit.Kind, place);
        var inCell = unit.Kind == UnitKind.TableCell;
        var result = _result.Clear();
        var line = _line.Clear();
        var links = place.IsInLink ? 1 : 0;
        var hasAddresses = false;
        // Tags of Liquid are gone before anybody reads Markdown, and what they hold may be, too: what stands behind them may begin the line.
        var followsTag = false;
        // In an element that says so, and in a shortcode, words may begin a line where its tag ends.
        var opensMarkdown = false;
        var (hasTildes, escapesBars) = (_tildes.Are(contents, unit.Kind, place), InlineEscape.HasBar(contents) && TableLines.AreNone(text, place));
        var isInBrackets = place.IsLoose || IsInBrackets(unit, place);
        var hasMarks = Array.Exists(place.Codes, c => c.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike or CodeKind.Link);
        // Between the tags of a shortcode words are Markdown or HTML, as its template likes.
        var (closed, depth) = (_marks.HasShortcodes && !isMdx ? Closed(contents, place) : [], 0);
        _addresses.Begin();
        var raw = new RawElements();
        var lastAddress = place.Codes.Length == 0 ? -1 : AddressMarkup.Last(contents, place);
        // Where the source has its address between brackets, it is as much of a link in the target.
        var closings = lastAddress > 0 && unit.Text.Contains('[', StringComparison.Ordinal) ? contents.Text.AsSpan().Count(']') : 0;
        var forms = !wholly && woven.Forms is { } known ? known : EmphasisForms.Of(text, contents.Parts, place, wholly);
        for (var i = 0; i < contents.Parts.Length; i++)
        {
            var (kind, value) = contents.Parts[i];
            if (kind == InlineKind.Text)
            {
                var next = i + 1 < contents.Parts.Length && contents.Parts[i + 1] is { Kind: not InlineKind.Text } follower && place.Code(follower.Value).Kind is var its && (its == CodeKind.FootnoteMark || (its == CodeKind.Link && follower.Kind == InlineKind.Open));
                var words = Plain(InlineEscape.Of(value, escapesBars, inCell, isInBrackets || links > 0, next, hasTildes, wholly, isMdx, kept: wholly ? null : Kept(value, place)), unit.Kind, place, isMdx && (i + 1 == contents.Parts.Length ? OpensBracket(place.End) : contents.Parts[i + 1].Kind != InlineKind.Close && place.Code(contents.Parts[i + 1].Value) is var behind && (behind.Words is not null || OpensBracket(behind.OpenStart))));
                // Marked takes what stands from there to the next closing one for a tag, with the marks in it.
                if (hasMarks && !isMdx)
                    words = words.Replace("<", InlineEscape.Reference('<'), StringComparison.Ordinal);
                closings -= closings > 0 ? value.AsSpan().Count(']') : 0;
                if (i < lastAddress && words.Contains('[', StringComparison.Ordinal))
                    words = AddressMarkup.Before(words, closings);
                // Not every renderer ends a link of two pairs of brackets there.
                if (value.StartsWith('[') && words[0] == '[' && i > 0 && contents.Parts[i - 1].Kind == InlineKind.Close)
                    words = $"\\{words}";
                if (words.StartsWith('(') && FollowsBracketTag(contents, i, place))
                    words = $"\\{words}";
                if (next && !isMdx && contents.Parts[i + 1].Kind == InlineKind.Open && text[place.Code(contents.Parts[i + 1].Value).CloseEnd - 1] == ']')
                    words = BesideReference(words);
                // With the tag behind it the brace would begin another one.
                if (!isMdx && words.EndsWith('{') && i + 1 < contents.Parts.Length && contents.Parts[i + 1] is { Kind: InlineKind.Standalone } tag && text[place.Code(tag.Value).OpenStart] == '{')
                    words = $"{words.AsSpan(0, words.Length - 1)}{InlineEscape.Reference('{')}";
                if (followsTag && words.AsSpan().TrimStart() is { Length: > 0 } rest)
                {
                    words = string.Concat(words.AsSpan(0, words.Length - rest.Length), LineStart.Escape(rest.ToString()));
                    followsTag = false;
                }

                if (opensMarkdown && words.AsSpan().TrimStart() is { Length: > 0 } inside)
                {
                    words = string.Concat(words.AsSpan(0, words.Length - inside.Length), LineStart.Refer(inside.ToString()));
                    opensMarkdown = false;
                }

                if (depth > 0 || raw.IsOpen)
                    words = InlineEscape.AsReferences(words);
                line.Append(Referenced(words, FollowsFormula(contents, i, place) || IsAddressBehindMark(contents, i, place, forms) || forms.Hides(i, isEnd: false) || EmphasisEdges.HidesLetter(text, contents.Parts, i, place, isEnd: false),
                    forms.Hides(i, isEnd: true) || EmphasisEdges.HidesLetter(text, contents.Parts, i, place, isEnd: true)));
                continue;
            }

            var code = place.Code(value);
            // kramdown and Python-Markdown begin a line anew behind a comment that stands first in one.
            opensMarkdown = kind == InlineKind.Standalone && (OpensMarkdown(code) || (!isMdx && i == 0 && text.AsSpan(code.OpenStart).StartsWith("<!--") && OpensHtml(place.Start)));
            if (code.Kind == CodeKind.Html && !isMdx)
                raw.Pass(text, code);
            if (closed.Count > 0 && kind == InlineKind.Standalone && IsShortcode(code) && SiteTag.Name(text, code.OpenStart, code.OpenEnd) is var name)
                depth += name is ['/', ..] ? -1 : closed.Contains(name.ToString()) ? 1 : 0;
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
                line.Append(_addresses.Marked(Splice.Over(text, inner, code.OpenStart, code.OpenEnd), code));
                hasAddresses = true;
            }
            else
            {
                if (kind == InlineKind.Standalone && IsTagAtLineStart(code, unit.Kind, place, result.Length > 0, line))
                    line.Append(InlineEscape.Reference(' '));
                var from = line.Length;
                Markup(line, code, kind, isPlainer: forms.IsPlainer(value), isSwapped: forms.Swaps(value));
                if (isMdx && code.Kind == CodeKind.Html && (from > 0 || !(result.Length > 0 || StartsLine(place))))
                    CloseInLine(line, from);
            }
        }

        var last = Line(line.ToString(), result.Length > 0 || StartsLine(place), unit.Kind, HasTag(place));
        var made = result.Length == 0 ? last : result.Append(last).ToString();
        return Ended(hasAddresses ? _addresses.Linked(made, place, inCell, _marks.IsHugo) : made, unit.Kind, place);
    }

    /// <summary>The places of signs in words that stay as they are typed, since the source has the same as plain text; null for none.</summary>
    private HashSet<int>? Kept(string words, UnitPlace place)
    {
        if (!PlainSigns.MayStandIn(words))
            return null;
        var leaf = leaves[place.Leaf!.Value];
        if (_plain?.Leaf != leaf)
            _plain = new PlainSigns(text, leaf);
        return _plain.In(words);
    }

    /// <summary>Whether words stand between brackets that others must not end: those of a link, and of a box's title, as in <c>:::note[Title]</c>.</summary>
    private bool IsInBrackets(Unit unit, UnitPlace place)
    {
        if (place.Start > 0 && text[place.Start - 1] == '[')
            return true;
        if (unit.Kind != UnitKind.Title)
            return false;
        // Docusaurus puts a title without brackets between some.
        var line = text.AsSpan(0, place.Start);
        return line[(line.LastIndexOf('\n') + 1)..].TrimStart("> \t-*+.)0123456789").StartsWith(":::");
    }

    /// <summary>The names of the shortcodes that a unit's words close.</summary>
    private HashSet<string> Closed(Content contents, UnitPlace place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, value) in contents.Parts)
        {
            if (kind == InlineKind.Standalone && place.Code(value) is var code && IsShortcode(code) && SiteTag.Name(text, code.OpenStart, code.OpenEnd) is ['/', .. var name])
                names.Add(name.ToString());
        }

        return names;
    }

    private bool IsShortcode(CodeSource code) => text.AsSpan(code.OpenStart).StartsWith("{{<");

    /// <summary>
    /// Whether a comment comes to the beginning of a line where the source has none, a tag of HTML that is none of running text, or a tag or variable, in whose place Hexo puts a
    /// comment: the line would be read as HTML (CommonMark 0.31.2, 4.6). Behind a space, which nobody sees there, it is not.
    /// </summary>
    private bool IsTagAtLineStart(CodeSource code, UnitKind kind, UnitPlace place, bool followsBreak, StringBuilder line)
    {
        if (isMdx || kind is UnitKind.TableCell or UnitKind.Title || !OpensHtml(code.OpenStart) || (followsBreak ? BeginsLine(code.OpenStart) : OpensHtml(place.Start) || !StartsLine(place)))
            return false;
        foreach (var chunk in line.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace())
                return false;
        }

        // That of a heading begins with its mark.
        return followsBreak || kind != UnitKind.Heading || BeginsLine(place.Start);
    }

    /// <summary>Whether a comment, a declaration, a tag of HTML that may begin a block, a tag of a template or its variable stands there; shortcodes of Hugo are none of them.</summary>
    private bool OpensHtml(int at) => text.AsSpan(at) is ['{', '%', ..] or ['{', '{', not ('<' or '%'), ..] or ['<', '!' or '?', ..]
        || (text.AsSpan(at) is ['<', ..] && HtmlTag.At(text, at, text.Length) is { Name: { Length: > 0 } name } && !HtmlTag.IsComponent(name) && !HtmlWalk.IsInText(name));

    private bool BeginsLine(int at) => text.AsSpan(0, at).TrimEnd(" \t>") is [] or [.., '\n' or '\r'];

    private bool OpensMarkdown(CodeSource code)
    {
        var tag = text.AsSpan(code.OpenStart, code.OpenEnd - code.OpenStart);
        return code.Kind == CodeKind.Html ? tag.Contains(" markdown", StringComparison.Ordinal) || (_marks.ParsesHtml && HtmlTag.At(text, code.OpenStart, code.OpenEnd) is { IsOpening: true } element && MarkdownElements.IsReadBlock(element.Name)) : tag is ['{', '{', '<' or '%', ..] && SiteTag.Name(text, code.OpenStart, code.OpenEnd) is not ['/', ..];
    }

    /// <summary>Whether a shortcode between brackets stands right before a part: with a parenthesis behind it, it would be a link for those who read Markdown first.</summary>
    private bool FollowsBracketTag(Content contents, int part, UnitPlace place)
    {
        if (part == 0)
            return place.Start > 0 && text[place.Start - 1] == ']';
        return contents.Parts[part - 1] is { Kind: InlineKind.Standalone } before && place.Code(before.Value) is { Kind: CodeKind.Shortcode } code && text[code.OpenEnd - 1] == ']';
    }

    private bool OpensBracket(int at) => at < text.Length && text[at] is '[' or '{';

    /// <summary>Words with other ways to write the signs of what is no Markdown: formulas, where the article has them, notebooks' comments, and directives.</summary>
    private string Plain(string words, UnitKind kind, UnitPlace place, bool opensBracket)
    {
        if (isMdx && words.Contains(':', StringComparison.Ordinal))
        {
            var source = text.AsSpan(place.Start..Math.Min(text.Length, place.End + 1));
            words = kind == UnitKind.Heading ? TextDirective.Heading(words, opensBracket, source) : TextDirective.Plain(words, opensBracket, source);
        }

        words = IsSeenAsItIs(place) ? InlineEscape.AsReferences(words) : words;
        words = words.Contains("%%", StringComparison.Ordinal) ? words.Replace("%%", $"%{InlineEscape.Reference('%')}", StringComparison.Ordinal) : words;
        words = !isMdx && words.Contains('"', StringComparison.Ordinal) && HasAttributes(place) ? BesideAttributes(words) : words;
        return Formulaless(words);
    }

    /// <summary>Words of which no formula is made.</summary>
    private string Formulaless(string words) => hasFormulas ? words.Replace("$", InlineEscape.Reference('$'), StringComparison.Ordinal) : words;

    /// <summary>Whether a list of attributes stands behind a unit, as in <c>## Words {#name}</c>.</summary>
    private bool HasAttributes(UnitPlace place) => text.AsSpan(place.End).TrimStart(" \t") is ['{', not ('{' or '%' or ':'), ..];

    /// <summary>Words with references for quotation marks, unless they are pairs in one piece: markdown-it-attrs takes braces behind an opening one for a value's.</summary>
    private static string BesideAttributes(string words) =>
        words.AsSpan().Count('"') % 2 == 0 && !words.AsSpan().ContainsAny('\\', '&') ? words : words.Replace("\"", InlineEscape.Reference('"'), StringComparison.Ordinal);

    /// <summary>
    /// Whether some sites show what stands there as it is: between tags of HTML and in what is an abbreviation's long form kramdown does, behind a tag at the beginning of a line Hexo, behind a comment there CommonMark,
    /// and between the tags of a shortcode Hugo, where its template shows what stands there.
    /// </summary>
    private bool IsSeenAsItIs(UnitPlace place)
    {
        if (!isMdx && (IsLongForm(place) || _marks.IsBare(place.Start, place.End) || (_marks.HasShortcodes && IsBetweenTags(place))))
            return true;
        if (isMdx || place.IsInElement || !(_marks.HasTags || _marks.HasComments))
            return place.IsInElement && !isMdx;
        var line = text.AsSpan(LineOf(place.Start)).TrimStart("-*>+ \t");
        return (_marks.HasTags && line.StartsWith("{%")) || (_marks.HasComments && line.TrimStart("0123456789.) \t").StartsWith("<!--"));
    }

    /// <summary>Whether a unit is the long form of an abbreviation: <c>*[HTML]: words</c>.</summary>
    private bool IsLongForm(UnitPlace place)
    {
        var before = text.AsSpan(0, place.Start).TrimEnd(" \t");
        return before.EndsWith("]:") && before[(before.LastIndexOf('\n') + 1)..].StartsWith("*[");
    }

    /// <summary>Whether the tags of a shortcode stand right at both edges of a unit, as in <c>{{&lt; kbd >}}words{{&lt; /kbd >}}</c>.</summary>
    private bool IsBetweenTags(UnitPlace place) => text.AsSpan(0, place.Start).TrimEnd(' ').EndsWith(">}}") && text.AsSpan(place.End).TrimStart(' ') is ['{', '{', '<', .. var tag] && tag.TrimStart(' ') is ['/', ..];

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
        if (IsSeenAsItIs(place))
            made = LineEscape().Replace(made, e => e.Groups[1].Value + InlineEscape.Reference(e.ValueSpan[^1]));
        if (isMdx && (place.Start == 0 || text[place.Start - 1] is '\n' or '\r' or '\uFEFF') && (made.StartsWith("import ", StringComparison.Ordinal) || made.StartsWith("export ", StringComparison.Ordinal)))
            return $"{made.AsSpan(0, "import".Length)}&#32;{made.AsSpan("import ".Length)}";
        return !isMdx && text.AsSpan(0, place.Start).TrimEnd(' ') is var before && (before is [.., '>' or '%', '}', '}'] or [.., '%', '}'] || (before is [.., '>'] && FollowsElement(before)) || MarksBehindTags.EndsWithMark(before)) ? LineStart.Refer(made) : made;
    }

    /// <summary>Whether the last thing before words is the tag of an element that holds blocks of Markdown.</summary>
    private bool FollowsElement(ReadOnlySpan<char> before) => text.LastIndexOf('<', before.Length - 1, Math.Min(before.Length, SiteTag.LongestTag)) is >= 0 and var at && HtmlTag.At(text, at, before.Length) is { IsOpening: true } tag
        && (MarkdownElements.SaysBlocks(text, at, tag) || (_marks.ParsesHtml && MarkdownElements.IsReadBlock(tag.Name) && !MarkdownElements.HoldsSentence(tag.Name)));

    /// <summary>Whether words begin with a letter or digit right behind a formula, as in <c>$n$th</c>: the sign that ends a formula has none behind it.</summary>
    private bool FollowsFormula(Content contents, int at, UnitPlace place) => at > 0 && contents.Parts[at].Value is [var letter, ..] && char.IsAsciiLetterOrDigit(letter)
        && contents.Parts[at - 1] is { Kind: InlineKind.Standalone } before && text.AsSpan(place.Code(before.Value).OpenStart) is ['$', not '$', ..];

    /// <summary>
    /// Whether words begin with the address of a mailbox right behind a mark that would be a part of it: an underscore for micromark, for Hugo a mark that closes, with the words before it.
    /// </summary>
    private bool IsAddressBehindMark(Content contents, int at, UnitPlace place, EmphasisForms forms) => at > 0 && contents.Parts[at].Value is [var letter, ..] words && char.IsAsciiLetterOrDigit(letter) && words.Contains('@', StringComparison.Ordinal)
        && place.IsEmphasis(contents.Parts[at - 1]) && (contents.Parts[at - 1].Kind == InlineKind.Close || IsUnderscore(contents.Parts[at - 1].Value, place, forms)) && Mailbox().IsMatch(words);

    private bool IsUnderscore(string code, UnitPlace place, EmphasisForms forms) => (text[place.Code(code).OpenStart] == '_' && !forms.IsPlainer(code)) != forms.Swaps(code);

    /// <summary>Words whose first or last letter is written as a character reference.</summary>
    private static string Referenced(string words, bool first, bool last)
    {
        if (last && Rune.DecodeLastFromUtf16(words, out var letter, out var width) == OperationStatus.Done)
        {
            // A backslash before it would take the reference's meaning.
            var start = words.Length - width;
            words = $"{words.AsSpan(0, SiteTag.IsEscaped(words, start) ? start - 1 : start)}&#{letter.Value};";
        }

        var escape = words.Length > 1 && words[0] == '\\' && words[1].IsAsciiPunctuation() ? 1 : 0;
        if (first && Rune.DecodeFromUtf16(words.AsSpan(escape), out letter, out width) == OperationStatus.Done && letter.Value != '&')
            words = $"&#{letter.Value};{words.AsSpan(escape + width)}";
        return words;
    }

    /// <summary>Words that may end with a pair of brackets, before a link by reference: Python-Markdown takes the two for one link, a blank between them or none.</summary>
    private static string BesideReference(string words)
    {
        var close = words.Length - (words.Length > 1 && char.IsWhiteSpace(words[^1]) ? 2 : 1);
        if (close < 0 || words[close] != ']' || (close > 0 && words[close - 1] == '\\'))
            return words;
        words = words.Insert(close, "\\");
        return words.LastIndexOf('[', close) is >= 0 and var open && (open == 0 || words[open - 1] != '\\') ? words.Insert(open, "\\") : words;
    }

    private string Html(UnitPlace place, Content contents, bool wholly)
    {
        var result = _result.Clear();
        var mayBeMarkdown = isMdx || MayBeMarkdown(place.Start) || FollowsComment(text.AsSpan(place.Start..place.End));
        var isStart = mayBeMarkdown && !isMdx;
        foreach (var (kind, value) in contents.Parts)
        {
            if (kind != InlineKind.Text)
            {
                isStart &= text.AsSpan(place.Code(value).OpenStart).StartsWith("<!--");
                Markup(result, place.Code(value), kind, isPlainer: false);
                continue;
            }

            var words = Formulaless(HtmlMarkup.Text(value, wholly, mayBeMarkdown));
            if (isStart && words.AsSpan().TrimStart() is { Length: > 0 } rest)
            {
                words = string.Concat(words.AsSpan(0, words.Length - rest.Length), LineStart.Refer(rest.ToString()));
                isStart = false;
            }

            result.Append(words);
        }

        return result.ToString();
    }

    /// <summary>
    /// Whether kramdown or Python-Markdown may read Markdown in HTML where CommonMark does not: behind the tag of an element of running text, which begins a paragraph for them, in one that asks for it,
    /// and everywhere where the article tells kramdown so.
    /// </summary>
    private bool MayBeMarkdown(int at)
    {
        if (_marks.ParsesHtml)
            return true;
        if (at == 0 || text.LastIndexOf('<', at - 1, Math.Min(at, SiteTag.LongestTag)) is not (>= 0 and var open) || HtmlTag.At(text, open, at) is not { Name: { Length: > 0 } name, End: var end })
            return false;
        return HtmlWalk.IsInText(name) || name.Equals("center", StringComparison.OrdinalIgnoreCase) || text.AsSpan(open, end - open).Contains(" markdown", StringComparison.Ordinal);
    }

    /// <summary>Whether words stand behind a comment, where they are HTML for CommonMark and a paragraph for the two others. Marks of Markdown that the source has among them stay marks.</summary>
    private static bool FollowsComment(ReadOnlySpan<char> html) =>
        html.StartsWith("<!--") && html.LastIndexOf("-->") is >= 0 and var end && !html[end..].ContainsAny('[', '*', '`');

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

    /// <summary>Where the line begins in which a unit does. Many may stand in one line, as the cells of a row: each is looked at from the one before.</summary>
    private int LineOf(int at)
    {
        var (from, line) = at >= _lookedTo ? (_lookedTo, _lineStart) : (0, 0);
        var end = text.AsSpan(from, at - from).LastIndexOfAny('\n', '\r');
        (_lookedTo, _lineStart) = (at, end < 0 ? line : from + end + 1);
        return _lineStart;
    }

    /// <summary>Whether nothing of the same line's words stands before the unit: markup of its block, or white space only.</summary>
    private bool StartsLine(UnitPlace place)
    {
        var start = LineOf(place.Start);
        var before = text.AsSpan(start, place.Start - start);
        if (EndsWithLabel(before))
            return true;
        // The mark of a task belongs to the item, and so does a list of attributes (kramdown).
        if (before.TrimEnd(" \t").EndsWith("[x]", StringComparison.OrdinalIgnoreCase))
            before = before.TrimEnd(" \t")[..^"[x]".Length];
        if (before.TrimEnd().EndsWith('}') && before.LastIndexOf("{:") is >= 0 and var list)
            before = before[..list];
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

    private void Markup(StringBuilder made, CodeSource code, InlineKind kind, bool isPlainer, bool isSwapped = false)
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
        if (isSwapped)
            made.Replace(made[from], made[from] == '*' ? '_' : '*', from, width);
    }

    /// <summary>Takes the sign that closes a tag to the line before it where it begins one: behind words MDX takes it for the mark of a quotation, though not where the tag begins a line.</summary>
    private static void CloseInLine(StringBuilder made, int from)
    {
        var at = made.Length - 1;
        while (at > from && made[at] is '>' or ' ' or '\t')
            at--;
        if (at <= from || made[at] != '\n')
            return;
        at -= made[at - 1] == '\r' ? 1 : 0;
        made.Remove(at, made.Length - 1 - at);
    }

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^([0-9]*)\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LineEscape();
}

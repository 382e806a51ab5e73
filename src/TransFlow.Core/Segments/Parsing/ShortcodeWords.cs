using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The words that readers see of the site generators' tags of a text: what their attributes say, and their values without a name.</summary>
/// <param name="text">The text.</param>
/// <param name="mask">A character that it has not.</param>
/// <param name="isMdx">Whether it is MDX.</param>
internal sealed partial class ShortcodeWords(string text, char mask, bool isMdx)
{
    /// <summary>The words in the tag between two places.</summary>
    public IEnumerable<Inset> At(int start, int end)
    {
        // A directive of one line has a list of attributes, too, and so has the line that begins a box.
        var isOfLine = text[start] == ':' || IsOfBox(start);
        if (isOfLine)
            start = text.LastIndexOf('{', end - 1, end - start) is >= 0 and var list && text[end - 1] == '}' ? list : start;
        // What stands in an expression of MDX is code.
        if (text[start] is not ('{' or '[') || (text[start] == '{' && ((isMdx && !isOfLine) || text[start + 1] is '/' or '>' || text.AsSpan(start).StartsWith("{{/*"))))
            yield break;
        // What stands between two tags of code is code, and data are data.
        end = TagContents.TagEnd(text, start, end);
        if (end <= start)
            yield break;
        var isList = text[start] == '{' && text[start + 1] is not ('{' or '%');
        var isHugo = text[start] == '{' && text[start + 1] == '{' && text[start + 2] is '<' or '%';
        // Of a tab readers see its name; of anything else a name is a key.
        var of = isList ? "" : SiteTag.Name(text, start, end).ToString();
        var isTab = text[start] == '{' && of is "tab";
        var isCode = text[start] == '{' && text[start + 1] == '%' && LiquidTag.IsOwn(of);
        var isInclude = text[start] == '{' && text[start + 1] == '%' && LiquidTag.IsInclude(of);
        var nameless = text[start] == '{' && !isList && HasNamelessWords(start, end) ? Nameless().Matches(text[start..end]) : (IEnumerable<Match>)[];
        var tags = nameless.Select(m => m.Groups["value"]).Where(v => HasTagsAlone(v.Value[1..^1])).ToList();
        var (html, after) = (default((int Start, HtmlTag Tag)?), start + 2);
        var isCall = SiteTag.IsCall(text.AsSpan(start..end));
        foreach (Match match in (isCall ? Argument() : Attribute()).Matches(text[start..end]))
        {
            if (tags.Exists(t => t.Index <= match.Index && match.Index < t.Index + t.Length))
                continue;
            // Within a value it would be a word's.
            if (text.LastIndexOf('<', start + match.Index, Math.Max(0, start + match.Index - after)) is >= 0 and var mark)
                html = HtmlTag.At(text, mark, end) is { IsOpening: true, Name.Length: > 0 } tag ? (mark, tag) : null;
            after = start + match.Index + match.Length;
            if (html?.Tag.End > after)
            {
                foreach (var inset in HtmlWalk.Attributes(text, html.Value.Start, html.Value.Tag.End).Where(i => i.Start >= start + match.Index && i.End <= after))
                    yield return inset;
                continue;
            }

            var equals = text.IndexOf('=', start + match.Index);
            var name = text[(start + match.Index)..equals].Trim();
            var open = text.IndexOfAny(['"', '`', '\''], equals);
            var value = text[(open + 1)..(start + match.Index + match.Length - 1)];
            if (isHugo && ShortcodeQuotes.StopsHugo(text.AsSpan(open, start + match.Index + match.Length - open)))
                continue;
            if (isList)
                value = WebUtility.HtmlDecode(value);
            else if (ShortcodeQuotes.IsLiquid(text, start))
                value = value.Replace("&#125;", "}", StringComparison.Ordinal);
            // A list of attributes is HTML's, but for a directive's own.
            var mayBeWords = !(isList && !isOfLine) && !WordAttribute.IsNoneOfSite(name, of, text[start] == '[');
            var isOfTab = isTab && name is "name" or "header";
            if (!value.Any(char.IsLetterOrDigit) || (name is "text" && of is "tab" or "tabpane" && value is "true" or "false") || (isCode ? null : WordAttribute.KindOf(name) ?? (isOfTab || mayBeWords || WordAttribute.IsOfWho(name) ? UnitKind.Attribute : null)) is not { } kind)
                continue;
            var isMarkdown = isHugo && name is "caption" or "attr" && SiteTag.Name(text, start, end) is "figure";
            // An alternative text is none of HTML.
            var inHugo = isHugo && kind != UnitKind.ImageAlt ? TagsIn(open + 1, start + match.Index + match.Length - 1, isMarkdown) : [];
            if (inHugo.Count > 0)
                value = Standing(open + 1, open + 1 + value.Length, inHugo);
            if (isHugo)
                value = ShortcodeQuotes.OfHugo(value, text.AsSpan(open, start + match.Index + match.Length - open));
            else if (text[open] != '`' && !isList)
                value = isInclude ? ShortcodeQuotes.OfInclude(value, text[open]) : ShortcodeQuotes.Unescaped(value, text[open]);
            if (text[start] == '[')
                value = ShortcodeQuotes.Unbracketed(value);
            var marks = "";
            var plain = isMarkdown ? FigureMarkdown.Plain(value, out marks) : null;
            if (!(plain ?? value).Any(char.IsLetterOrDigit))
                continue;
            yield return WithTags(new Inset(kind, name, plain ?? value, open, start + match.Index + match.Length) { IsHugo = isHugo, IsMarkdown = plain is not null, Marks = marks, IsBracketed = text[start] == '[', IsOfInclude = isInclude, IsHtml = isList, IsAddress = WordAttribute.KindOf(name) is null && !isOfTab && (Inset.MayBeAddress(value) || Inset.IsPath(value)) }, inHugo);
        }

        var isReference = isHugo && SiteTag.Name(text, start, end) is "ref" or "relref";
        foreach (var value in nameless.Select(m => m.Groups["value"]))
        {
            var (from, until) = (start + value.Index, start + value.Index + value.Length);
            if (tags.Contains(value))
            {
                foreach (var inset in TagsAlone(from + 1, until - 1))
                    yield return inset;
                continue;
            }

            if (isHugo ? ShortcodeQuotes.StopsHugo(value.ValueSpan) : IsOfUnseen(start, from, of))
                continue;
            if (HexoTag.IsPicture(text, start, end) && !value.ValueSpan.Contains('\\'))
            {
                foreach (var inset in HexoTag.Quoted(text, from + 1, until - 1))
                    yield return inset;
                continue;
            }

            var inHugo = isHugo ? TagsIn(from + 1, until - 1, isMarkdown: false) : [];
            var words = Standing(from + 1, until - 1, inHugo);
            if (isHugo)
                words = ShortcodeQuotes.OfHugo(words, value.ValueSpan);
            else if (value.Value[0] != '`')
                words = ShortcodeQuotes.IsBehindColon(text, from) ? ShortcodeQuotes.OfColon(words, value.Value[0]) : ShortcodeQuotes.Unescaped(words, value.Value[0]);
            if (words.Any(char.IsLetterOrDigit))
                yield return WithTags(new Inset(UnitKind.Attribute, "", words, from, until) { IsHugo = isHugo, IsAddress = isReference || Inset.IsPath(words) || Inset.MayBeAddress(words) }, inHugo);
        }

        foreach (var inset in text[start] == '{' && text[start + 1] == '%' && !isCall ? HexoTag.Words(text, start, end) : [])
            yield return inset;
    }

    /// <summary>The tags of HTML among the words between two places that may stand in a sentence; an element that holds code is one. Where there is nothing else, and it may not be HTML, they are what there is to see.</summary>
    private List<(int Start, int End)> TagsIn(int start, int end, bool isMarkdown)
    {
        var found = new List<(int Start, int End)>();
        for (var at = start; at < end && text.IndexOf('<', at, end - at) is >= 0 and var mark;)
        {
            at = mark + 1;
            var limit = Math.Min(end, mark + SiteTag.LongestTag);
            if (HtmlTag.At(text, mark, limit) is not { Name.Length: > 0 } tag || !HtmlWalk.IsInText(tag.Name))
                continue;
            at = tag.IsOpening && HtmlWalk.IsOpaque(tag.Name) && HtmlTag.Closing(text, tag.Name, tag.End, limit) is { } close ? close : tag.End;
            found.Add((mark, at));
        }

        return isMarkdown || Standing(start, end, found).Any(char.IsLetterOrDigit) ? found : [];
    }

    /// <summary>What stands between two places, with a mark for each of the tags in it.</summary>
    private string Standing(int start, int end, List<(int Start, int End)> tags)
    {
        var made = new StringBuilder(end - start);
        foreach (var (tag, after) in tags)
        {
            made.Append(text, start, tag - start).Append(mask);
            start = after;
        }

        return made.Append(text, start, end - start).ToString();
    }

    /// <summary>Words with the tags in the places of their marks.</summary>
    private Inset WithTags(Inset inset, List<(int Start, int End)> tags)
    {
        if (tags.Count == 0)
            return inset;
        var pieces = ImmutableArray.CreateBuilder<Atom>();
        var from = inset.Start + 1;
        foreach (var (i, words) in inset.Text.Split(mask).Index())
        {
            var until = i < tags.Count ? tags[i].Start : inset.End - 1;
            if (words.Length > 0)
                pieces.Add(new Atom(InlineKind.Text, words, from, until, null));
            if (i < tags.Count)
                pieces.Add(HtmlWalk.Standalone(text, CodeKind.Html, until, from = tags[i].End));
        }

        return inset with { Pieces = pieces.ToImmutable(), Text = string.Concat(pieces.Select(p => p.Code is { } code ? inset.Written(text, code) : p.Text)) };
    }

    /// <summary>The words in the attributes of tags of HTML that are a value of their own; between quotation marks they would be written in two ways at once, and stay.</summary>
    private IEnumerable<Inset> TagsAlone(int start, int end)
    {
        for (var at = start; text[start - 1] == '`' && at < end;)
        {
            var after = text[at] == '<' ? HtmlTag.At(text, at, end)!.Value.End : at + 1;
            foreach (var inset in HtmlWalk.Attributes(text, at, after))
                yield return inset;
            at = after;
        }
    }

    /// <summary>Whether a value is HTML without words: a film, a picture.</summary>
    private static bool HasTagsAlone(string words)
    {
        for (var at = 0; at < words.Length;)
        {
            if (char.IsWhiteSpace(words[at]))
                at++;
            else if (words[at] == '<' && HtmlTag.At(words, at, words.Length) is { } tag)
                at = tag.End;
            else
                return false;
        }

        return true;
    }

    /// <summary>Whether words without a name in a tag are for readers: in Hugo's shortcodes, and in Liquid's tags that are the site's own.</summary>
    private bool HasNamelessWords(int start, int end) => text[start + 1] == '{'
        ? text[start + 2] is '<' or '%' && !WordAttribute.IsNamelessKey(SiteTag.Name(text, start, end))
        : SiteTag.Name(text, start, end) is var name && !LiquidTag.IsOwn(name) && !LiquidTag.IsInclude(name);

    /// <summary>Whether a colon stands before a value, and before that the name of what no reader sees, as in <c>class:"wide"</c>.</summary>
    private bool IsOfUnseen(int start, int value, string tag)
    {
        var before = text.AsSpan(start, value - start).TrimEnd();
        if (before is not [.., ':'])
            return false;
        var name = before[(before.LastIndexOfAny(" \t\n,") + 1)..^1].ToString();
        return name.Length > 0 && WordAttribute.IsNone(name, tag) && !WordAttribute.MayBeSeen(name, tag);
    }

    /// <summary>Whether a list of attributes stands on the line that begins a box, as in <c>:::card{heading="words"}</c>.</summary>
    private bool IsOfBox(int start)
    {
        if (text[start] != '{' || text[start + 1] is '{' or '%')
            return false;
        var before = text.AsSpan(Math.Max(0, start - SiteTag.LongestTag)..start);
        return before[(before.LastIndexOf('\n') + 1)..].TrimStart("> \t").StartsWith(":::", StringComparison.Ordinal);
    }

    /// <summary>A value without a name, or with one and a colon, which only others, or bare words, stand before.</summary>
    [GeneratedRegex("""(?:^\{[{%][<%-]?-?\s*(?:/\s*)?[\w/.-]+|\G)(?:,?\s+[^\s"'`=|<>%}]+(?=\s))*,?\s+(?:[A-Za-z_][\w-]*:)?(?<value>"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|`[^`]*`)(?=[\s}%>/,-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();

    [GeneratedRegex("""(?<=\s|^\{:?)[A-Za-z_][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    /// <summary>What is handed to something called.</summary>
    [GeneratedRegex("""(?<=[\s(,])[A-Za-z_][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)""", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();
}

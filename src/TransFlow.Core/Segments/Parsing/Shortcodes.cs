using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Site generators' tags: Hugo shortcodes, Liquid, attribute lists such as <c>{#id}</c>, what only MDX knows, and formulas. They are no Markdown, so they are hidden from the
/// Markdown parser behind characters that mean nothing to it, in the same places.
/// </summary>
internal sealed partial class Shortcodes
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("{$");
    private static readonly SearchValues<char> SignsAndJsx = SearchValues.Create("{$<");

    /// <summary>What is in every tag that has something of JSX or of Vue.</summary>
    private static readonly SearchValues<string> JsxSigns = SearchValues.Create(["={", " @", " #", "\n@", "\n#"], StringComparison.Ordinal);

    /// <summary>Stands for a sign that begins nothing; punctuation, as the sign is.</summary>
    private const char Sign = '\u2039';

    /// <summary>Signs that end an attribute or a shortcode between brackets, and how they are written in it.</summary>
    private static readonly (string Sign, string Reference)[] InBrackets = [("\"", "&quot;"), ("'", "&#39;"), ("[", "&#91;"), ("]", "&#93;")];

    private static readonly MarkdownPipeline Inlines = new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<InlineLinks>().Build();

    private static readonly (string Sign, string End)[] Openings = [("<?", "?>"), ("<!", ">")];

    /// <summary>Stands for each character of a reference to one; a punctuation mark of the Middle Ages.</summary>
    public const char Reference = '\u2E4F';

    /// <summary>The first of the marks that hide tags, and the private characters that do where the text has all of them.</summary>
    private const char FirstMask = '\u2E30', FirstPrivate = '\uE000', LastPrivate = '\uF8FF';

    private readonly List<(int Start, int End)> _spans = [];
    private readonly string _text;

    private Shortcodes(string text, string masked, char mask, bool isMdx) => (_text, Masked, Mask, IsMdx) = (text, masked, mask, isMdx);

    /// <summary>The text as the Markdown parser sees it: the tags are hidden, and there are empty lines where the front matter is. Every other character stands in its place.</summary>
    public string Masked { get; }

    /// <summary>The character that hides; it occurs nowhere in the article.</summary>
    public char Mask { get; }

    /// <summary>Whether the article is MDX.</summary>
    public bool IsMdx { get; }

    /// <summary>The tags in order.</summary>
    public IReadOnlyList<(int Start, int End)> Spans => _spans;

    /// <summary>The names of tags that have one which closes them.</summary>
    public HashSet<string> Closed { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds the tags from an offset on.</summary>
    public static Shortcodes Find(string text, int from, bool isMdx)
    {
        var mask = Unused(text);
        var spans = Tags(text, from, isMdx);
        var references = References(text, from);
        AddressBlanks.Find(text, from, references);
        var open = Unclosed(text, from);
        BareAddress.Emphasized(text, from, open);
        var sizes = ImageSizes.Find(text, from);
        var found = new Shortcodes(text, spans.Count + references.Count + open.Count + sizes.Count + from == 0 ? text : Hidden(text, from, references, open, sizes, spans, mask), mask, isMdx);
        found._spans.AddRange(spans);
        foreach (var (start, end) in spans)
        {
            if (text[start] != '{')
                continue;
            if (SiteTag.Name(text, start, end) is ['/', .. var shortcode])
                found.Closed.Add(shortcode.ToString());
            else if (text[start + 1] == '%' && SiteTag.Name(text, start, end) is ['e', 'n', 'd', .. var liquid])
                found.Closed.Add(liquid.ToString());
        }

        return found;
    }

    /// <summary>
    /// A character that a text has not: a punctuation mark, as the braces and dollars are that it stands for, so that emphasis holds against
    /// it (CommonMark 0.31.2, 6.2); of the Middle Ages, since a modern one would mean something.
    /// </summary>
    public static char Unused(string text)
    {
        for (var mark = FirstMask; mark < Reference; mark++)
        {
            if (!text.Contains(mark, StringComparison.Ordinal))
                return mark;
        }

        var other = FirstPrivate;
        while (text.Contains(other, StringComparison.Ordinal))
            other++;
        return other;
    }

    /// <summary>Whether there is nothing but a hidden tag in a piece of the text as the Markdown parser sees it.</summary>
    /// <param name="masked">The piece.</param>
    public static bool IsHidden(ReadOnlySpan<char> masked) => masked.Length > 0 && masked[0] is (>= FirstMask and < Reference) or (>= FirstPrivate and <= LastPrivate) && !masked.ContainsAnyExcept(masked[0]);

    /// <summary>
    /// References to characters beside marks of emphasis. For CommonMark they are punctuation as they stand (0.31.2, 6.2), so that a mark holds
    /// against them; the parser looks at what they stand for.
    /// </summary>
    private static List<(int Start, int End)> References(string text, int from)
    {
        var found = new List<(int Start, int End)>();
        for (var at = text.IndexOf("&#", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("&#", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end - at is > 2 and < 10 && end < text.Length && text[end] == ';' && ((at > 0 && text[at - 1] is '*' or '_' or '~') || (end + 1 < text.Length && text[end + 1] is '*' or '_' or '~')))
                found.Add((at, end + 1));
        }

        return found;
    }

    /// <summary>
    /// Signs that begin an instruction or a declaration of HTML in a sentence, and none ends it before the next empty line. They are text, but the
    /// parser would look to the end of the paragraph for each.
    /// </summary>
    private static List<int> Unclosed(string text, int from)
    {
        var found = new List<int>();
        foreach (var (sign, end) in Openings)
        {
            var (close, blank) = (from, from);
            var known = (At: -1, IsInSentence: false);
            for (var at = text.IndexOf(sign, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + 2, StringComparison.Ordinal))
            {
                if (close <= at)
                    close = text.IndexOf(end, at + 2, StringComparison.Ordinal) is >= 0 and var next ? next : text.Length;
                if (blank <= at)
                    blank = text.IndexOf("\n\n", at, StringComparison.Ordinal) is >= 0 and var empty ? empty : text.Length;
                known = (at, IsInSentence(text, at, known));
                if (close >= blank && known.IsInSentence && text[at - 1] != '\\')
                    found.Add(at);
            }
        }

        return found;
    }

    /// <summary>Whether there are words before a place on its line; of an earlier place it is known.</summary>
    private static bool IsInSentence(string text, int at, (int At, bool IsInSentence) known)
    {
        while (at > 0 && at != known.At && text[at - 1] != '\n' && !char.IsLetter(text[at - 1]))
            at--;
        return at == known.At ? known.IsInSentence : at > 0 && text[at - 1] != '\n';
    }

    private static List<(int Start, int End)> Tags(string text, int from, bool isMdx)
    {
        var spans = new List<(int Start, int End)>();
        var marks = LineMarks.Find(text, from);
        if (isMdx)
        {
            marks.AddRange(new MdxExpressions(text).Find(from));
            marks.Sort();
        }

        var signs = isMdx || text.AsSpan(from).ContainsAny(JsxSigns) ? SignsAndJsx : Signs;
        var unclosed = new HashSet<string>(StringComparer.Ordinal);
        var last = text.LastIndexOf('}');
        // The second signs of braces whose tags end nowhere: neither do those after them.
        var endless = "";
        for (int at = from, mark = 0; ;)
        {
            at = text.AsSpan(at).IndexOfAny(signs) is >= 0 and var next ? at + next : text.Length;
            if (mark < marks.Count && marks[mark].Start <= at)
            {
                var found = marks[mark++];
                if (spans.Count > 0 && found.Start < spans[^1].End)
                    continue;
                spans.Add(found);
                at = found.End;
                continue;
            }

            if (at == text.Length)
                return spans;
            var end = text[at] switch
            {
                '$' => SiteTag.FormulaEnd(text, at),
                '<' => SiteTag.JsxEnd(text, at, isMdx),
                _ when isMdx || at >= last || endless.Contains(text[at + 1], StringComparison.Ordinal) || Directive.IsName(text, at) => 0,
                _ when SiteTag.End(text, at) is > 0 and var tag => SiteTag.CodeEnd(text, at, tag, unclosed),
                _ => 0,
            };
            if (end == 0 && text[at] == '{' && at < last && text[at + 1] is '{' or '%' && !endless.Contains(text[at + 1], StringComparison.Ordinal))
                endless += text[at + 1];
            if (end > at)
                spans.Add((at, end));
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>The tag that holds a place.</summary>
    public (int Start, int End) At(int place)
    {
        int low = 0, high = _spans.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _spans[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return _spans[low];
    }

    /// <summary>A title as it was written, where the parser saw something else.</summary>
    public string? Written(string? seen, int start, int end) => seen is not null && seen.AsSpan().ContainsAny(Reference, Sign) ? HtmlHelper.Unescape(_text[(start + 1)..(end - 1)]) : seen;

    private static string Hidden(string text, int bodyStart, List<(int Start, int End)> references, List<int> open, List<(int Start, int End)> sizes, List<(int Start, int End)> spans, char mask) => string.Create(text.Length, (text, bodyStart, references, open, sizes, spans, mask), static (hidden, from) =>
    {
        from.text.CopyTo(hidden);
        hidden[..from.bodyStart].Fill('\n');
        foreach (var at in from.open)
            hidden[at] = Sign;
        foreach (var (start, end) in from.sizes)
            hidden[start..end].Fill(' ');
        foreach (var (start, end) in from.references)
            hidden[start..end].Fill(Reference);
        foreach (var (start, end) in from.spans)
        {
            foreach (ref var c in hidden[start..end])
                c = c is '\n' or '\r' ? c : from.mask;
        }
    });

    /// <summary>The words in the attributes of a tag in braces.</summary>
    public IEnumerable<Inset> Words(int start, int end)
    {
        var text = _text;
        // What stands in an expression of MDX is code.
        if (text[start] is not ('{' or '[') || (text[start] == '{' && (IsMdx || text[start + 1] is '/' or '>' || text.AsSpan(start).StartsWith("{{/*"))))
            yield break;
        // What stands between two tags of code is code.
        end = text[start] == '[' ? end : Math.Min(end, SiteTag.End(text, start));
        var isList = text[start] == '{' && text[start + 1] is not ('{' or '%');
        var isHugo = text[start] == '{' && text[start + 1] == '{' && text[start + 2] is '<' or '%';
        // Of a tab readers see its name; of anything else a name is a key.
        var isTab = text[start] == '{' && !isList && SiteTag.Name(text, start, end) is "tab";
        var nameless = text[start] == '{' && !isList && HasNamelessWords(text, start, end) ? Nameless().Matches(text[start..end]) : (IEnumerable<Match>)[];
        var tags = nameless.Select(m => m.Groups["value"]).Where(v => HasTagsAlone(v.Value[1..^1])).ToList();
        var (html, after) = (default((int Start, HtmlTag Tag)?), start + 2);
        foreach (Match match in Attribute().Matches(text[start..end]))
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
            if (isList)
                value = WebUtility.HtmlDecode(value);
            else if (IsLiquid(text, start))
                value = value.Replace("&#125;", "}", StringComparison.Ordinal);
            if (!value.Any(char.IsLetterOrDigit) || (Kind(name) ?? (IsOfWho(name) || (isTab && name is "name" or "header") ? UnitKind.Attribute : null)) is not { } kind)
                continue;
            var isMarkdown = isHugo && name is "caption" or "attr" && SiteTag.Name(text, start, end) is "figure";
            // An alternative text is none of HTML.
            var inHugo = isHugo && kind != UnitKind.ImageAlt ? TagsIn(text, open + 1, start + match.Index + match.Length - 1, isMarkdown) : [];
            if (inHugo.Count > 0)
                value = Standing(text, open + 1, open + 1 + value.Length, inHugo);
            if (text[open] != '`' && !isList)
                value = Unescaped(value, text[open], isHugo);
            foreach (var (sign, reference) in text[start] == '[' ? InBrackets : [])
                value = value.Replace(reference, sign, StringComparison.Ordinal);
            var marks = "";
            var plain = isMarkdown ? PlainMarkdown(value, out marks) : null;
            if (!(plain ?? value).Any(char.IsLetterOrDigit))
                continue;
            yield return WithTags(new Inset(kind, name, plain ?? value, open, start + match.Index + match.Length) { IsHugo = isHugo, IsMarkdown = plain is not null, Marks = marks, IsBracketed = text[start] == '[', IsHtml = isList, IsAddress = IsOfWho(name) && Inset.MayBeAddress(value) }, inHugo);
        }

        var isReference = isHugo && SiteTag.Name(text, start, end) is "ref" or "relref";
        foreach (var value in nameless.Select(m => m.Groups["value"]))
        {
            var (from, until) = (start + value.Index, start + value.Index + value.Length);
            if (tags.Contains(value))
            {
                foreach (var inset in TagsAlone(text, from + 1, until - 1))
                    yield return inset;
                continue;
            }

            var inHugo = isHugo ? TagsIn(text, from + 1, until - 1, isMarkdown: false) : [];
            var words = Standing(text, from + 1, until - 1, inHugo);
            if (value.Value[0] != '`')
                words = Unescaped(words, value.Value[0], isHugo);
            if (words.Any(char.IsLetterOrDigit))
                yield return WithTags(new Inset(UnitKind.Attribute, "", words, from, until) { IsHugo = isHugo, IsAddress = isReference || Inset.IsPath(words) || Inset.MayBeAddress(words) }, inHugo);
        }

        foreach (var inset in text[start] == '{' && text[start + 1] == '%' ? HexoTag.Words(text, start, end) : [])
            yield return inset;
    }

    /// <summary>The tags of HTML among the words between two places that may stand in a sentence; an element that holds code is one. Where there is nothing else, and it may not be HTML, they are what there is to see.</summary>
    private List<(int Start, int End)> TagsIn(string text, int start, int end, bool isMarkdown)
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

        return isMarkdown || Standing(text, start, end, found).Any(char.IsLetterOrDigit) ? found : [];
    }

    /// <summary>What stands between two places, with a mark for each of the tags in it.</summary>
    private string Standing(string text, int start, int end, List<(int Start, int End)> tags)
    {
        var made = new StringBuilder(end - start);
        foreach (var (tag, after) in tags)
        {
            made.Append(text, start, tag - start).Append(Mask);
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
        foreach (var (i, words) in inset.Text.Split(Mask).Index())
        {
            var until = i < tags.Count ? tags[i].Start : inset.End - 1;
            if (words.Length > 0)
                pieces.Add(new Atom(InlineKind.Text, words, from, until, null));
            if (i < tags.Count)
                pieces.Add(HtmlWalk.Standalone(_text, CodeKind.Html, until, from = tags[i].End));
        }

        return inset with { Pieces = pieces.ToImmutable(), Text = string.Concat(pieces.Select(p => p.Code is { } code ? inset.Written(_text, code) : p.Text)) };
    }

    /// <summary>The words in the attributes of tags of HTML that are a value of their own; between quotation marks they would be written in two ways at once, and stay.</summary>
    private static IEnumerable<Inset> TagsAlone(string text, int start, int end)
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

    /// <summary>Words between quotation marks, as they are meant. Hugo knows an escape of the mark alone.</summary>
    public static string Unescaped(string words, char quote, bool isHugo)
    {
        if (isHugo)
            return Regex.Replace(words, $@"\\+{quote}", m => new string('\\', (m.Length - 2) / 2) + quote, RegexOptions.CultureInvariant);
        return words.Replace($"\\{quote}", quote.ToString(), StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }

    /// <summary>Words as they stand between the marks of a shortcode of Hugo.</summary>
    public static string Marked(string words, char mark) => Regex.Replace(words, $@"\\*{mark}", m => new string('\\', (2 * (m.Length - 1)) + 1) + mark, RegexOptions.CultureInvariant);

    /// <summary>What readers see of words that Hugo's own <c>figure</c> reads as Markdown; markup among them stays as it is written. Null where they are more than a paragraph.</summary>
    /// <param name="words">The words as they stand there.</param>
    /// <param name="marks">The signs of the markup among them.</param>
    private static string? PlainMarkdown(string words, out string marks)
    {
        marks = "";
        var (start, end) = (words.Length - words.TrimStart().Length, words.TrimEnd().Length);
        var blocks = Markdown.Parse(words.Trim(), Inlines);
        if (blocks.Count != 1 || blocks[0] is not ParagraphBlock { Inline: { } inline })
            return null;
        var plain = new StringBuilder(words.Length);
        foreach (var part in inline)
        {
            if (part is LiteralInline literal)
                plain.Append(literal.Content.AsSpan());
            else if (part is HtmlEntityInline entity)
                plain.Append(entity.Transcoded.AsSpan());
            else
                return WithMarks(words, marks = string.Concat(inline.Descendants<Markdig.Syntax.Inlines.Inline>().SelectMany(p => (IEnumerable<char>)SignsOf(p)).Distinct()));
        }

        // What is white space there, is nothing to see, and the translator's.
        return plain.Insert(0, words.AsSpan(0, start)).Append(words.AsSpan(end)).ToString();
    }

    /// <summary>The signs with which markup is written.</summary>
    private static string SignsOf(Markdig.Syntax.Inlines.Inline part) => part switch
    {
        EmphasisInline emphasis => emphasis.DelimiterChar.ToString(),
        CodeInline => "`",
        // The sign of an address, too.
        LinkInline => "[]:",
        HtmlInline or AutolinkInline => "<",
        LineBreakInline { IsHard: true } => "\\",
        _ => "",
    };

    /// <summary>Words among which there is markup, as it is written; all else as it reads.</summary>
    private static string WithMarks(string words, string marks)
    {
        var read = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '\\' && i + 1 < words.Length && words[i + 1].IsAsciiPunctuation() && !marks.Contains(words[i + 1], StringComparison.Ordinal))
            {
                read.Append(words[++i]);
                continue;
            }

            var end = words[i] == '&' ? words.IndexOf(';', i) : -1;
            if (end > i && WebUtility.HtmlDecode(words[i..(end + 1)]) is { Length: 1 } sign && !marks.Contains(sign[0], StringComparison.Ordinal))
            {
                read.Append(sign);
                i = end;
                continue;
            }

            read.Append(words[i]);
        }

        return read.ToString();
    }

    /// <summary>Whether words without a name in a tag are for readers: in Hugo's shortcodes, and in Liquid's tags that are the site's own. What its own tags compare and compute is code.</summary>
    private static bool HasNamelessWords(string text, int start, int end) => text[start + 1] == '{'
        ? text[start + 2] is '<' or '%'
        : SiteTag.Name(text, start, end) is not (['e', 'n', 'd', ..] or "if" or "elsif" or "elif" or "unless" or "case" or "when" or "assign" or "capture" or "for" or "tablerow" or "cycle" or "include" or "include_relative"
            or "include_cached" or "render" or "layout" or "link" or "post_url" or "echo" or "liquid" or "section" or "extends" or "block" or "import" or "from" or "macro" or "call" or "set" or "seo" or "paginate");

    /// <summary>Words as they stand in an attribute of a shortcode between brackets, which knows no other way to write its own signs.</summary>
    public static string Bracketed(string words)
    {
        words = words.Replace("\\", "\\\\", StringComparison.Ordinal);
        foreach (var (sign, reference) in InBrackets)
            words = words.Replace(sign, reference, StringComparison.Ordinal);
        return words;
    }

    /// <summary>Whether a place is in a Liquid tag, whose end counts even between quotation marks.</summary>
    public static bool IsLiquid(string text, int at) => text.LastIndexOf('{', at) is >= 0 and var brace && text[brace + 1] == '%' && (brace == 0 || text[brace - 1] != '{');

    /// <summary>What the words of an attribute are; null when its value is no words.</summary>
    public static UnitKind? Kind(string name) => name switch
    {
        "alt" or "fig-alt" => UnitKind.ImageAlt,
        "caption" or "fig-cap" => UnitKind.Caption,
        "title" or "subtitle" or "description" or "summary" or "text" or "label" or "attr" or "credit" or "placeholder" or "aria-label" => UnitKind.Attribute,
        _ => null,
    };

    /// <summary>Whether an attribute says who says something, or where, or under which name something goes: words when they are written in another script than addresses and names of files.</summary>
    private static bool IsOfWho(string name) => name is "author" or "source" or "content" or "cite" or "attribution" or "tag";

    /// <summary>A value without a name, which only others, or bare words, stand before.</summary>
    [GeneratedRegex("""(?:^\{[{%][<%-]?-?\s*[\w/.-]+|\G)(?:\s+[^\s"'`=|<>%}]+(?=\s))*\s+(?<value>"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|`[^`]*`)(?=[\s}%>/-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();

    [GeneratedRegex("""(?<=\s|^\{:?)[A-Za-z_][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}

using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Finds the words in a block of HTML: each run of text between tags that begin or end a block is a leaf, with the tags inside it as codes;
/// what browsers do not show, and code, is left alone. The HTML need not be whole: an article's block often is a piece of one.
/// </summary>
/// <param name="text">The article's text.</param>
/// <param name="tags">Its hidden tags.</param>
/// <param name="document">The document, whose notes the words may name.</param>
/// <param name="outer">Where the block stands.</param>
/// <param name="atoms">Where the pieces of the leaves go.</param>
/// <param name="sentences">Reads those elements that hold Markdown.</param>
/// <param name="reading">In which HTML the site reads Markdown.</param>
internal sealed partial class HtmlWalk(string text, Shortcodes tags, MarkdownDocument document, UnitKind outer, AtomList atoms, InnerSentences sentences, MarkdownInHtml reading)
{
    private const string ObjectMark = "\uFFFC";
    private const string BreakMark = "\u2028";

    /// <summary>As far it is looked where an element ends that holds sentences of Markdown.</summary>
    private const int LongestSentences = 4_000;

    /// <summary>Elements that stand in a run of text (HTML Living Standard, 3.2.5.2.5, phrasing content without those below).</summary>
    private static readonly HashSet<string> InText = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "meter", "picture", "progress", "q", "rb", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>Elements whose content is no text for readers, or code.</summary>
    private static readonly HashSet<string> Opaque = new(StringComparer.OrdinalIgnoreCase)
    {
        "audio", "canvas", "code", "iframe", "kbd", "math", "noscript", "object", "picture", "pre", "samp", "script", "style", "svg", "template", "textarea", "tt", "var", "video",
    };

    private readonly HashSet<string> _unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int _run = atoms.Count;
    private UnitKind _kind;
    /// <summary>Where the block begins, and the element of a tag that stands alone on its first line.</summary>
    private int _first;
    private string? _alone;
    /// <summary>The least width of a fence that nothing closes any more in the block: nor does anything a wider one.</summary>
    private int _unclosedTicks;
    private int _unclosedTildes;
    /// <summary>Whether there is Markdown in the run of words.</summary>
    private bool _hasMarkdown;
    /// <summary>As far as the content of elements is raw for kramdown unless they say otherwise.</summary>
    private int _rawEnd;

    public List<Leaf> Leaves { get; } = [];

    public List<Inset> Insets { get; } = [];

    public List<PictureMark> Pictures { get; } = [];

    public List<Address> Addresses { get; } = [];

    /// <summary>Whether an element stands in a run of text.</summary>
    public static bool IsInText(string element) => InText.Contains(element);

    /// <summary>Whether what stands in an element is no text for readers, or code.</summary>
    public static bool IsOpaque(string element) => Opaque.Contains(element);

    /// <summary>What the text in an element is; null when the element does not say.</summary>
    public static UnitKind? KindOf(string element) => element.ToLowerInvariant() switch
    {
        "figcaption" or "caption" => UnitKind.Caption,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "summary" => UnitKind.Heading,
        "li" => UnitKind.ListItem,
        "td" or "th" => UnitKind.TableCell,
        "blockquote" => UnitKind.Quotation,
        "dt" or "dd" => UnitKind.Definition,
        _ => null,
    };

    /// <summary>Walks a block.</summary>
    public void Run(int start, int end)
    {
        _kind = outer;
        (_first, _alone) = (start, null);
        (_unclosedTicks, _unclosedTildes) = (int.MaxValue, int.MaxValue);
        while (_first < end && char.IsWhiteSpace(text[_first]))
            _first++;
        var lastBrace = text.LastIndexOf('}', end - 1, end - start);
        for (var at = start; at < end;)
        {
            if ((at == start || text[at - 1] == '\n') && FenceEnd(at, end) is > 0 and var after)
                at = Skipped(after);
            else if (text[at] == '<')
                at = Tag(at, end);
            else if (tags.Masked[at] == tags.Mask)
                at = Code(CodeKind.Shortcode, at, tags.At(at).End, end);
            else if (text[at] == '{' && !tags.IsMdx && at < lastBrace && text.IndexOf('}', at) is > 0 and var close)
                at = Code(CodeKind.Other, at, close + 1, end);
            else
                at = Words(at, end);
        }

        EndRun();
    }

    /// <summary>The words of a tag's attributes: <c>alt</c>, <c>title</c>, <c>caption</c> and the like, between quotation marks.</summary>
    public static IEnumerable<Inset> Attributes(string text, int start, int end)
    {
        var isButton = Button().IsMatch(text.AsSpan(start, end - start));
        var element = HtmlTag.At(text, start, end)?.Name ?? "";
        var isComponent = element.Length > 0 && HtmlTag.IsComponent(element);
        foreach (var (name, open, close) in HtmlTag.Attributes(text, start, end))
        {
            if (isComponent && WordAttribute.KindOf(name.ToLowerInvariant()) is null)
            {
                if (!WordAttribute.IsNone(name, element) && Inset.Of(UnitKind.Attribute, name, Value(text, open + 1, close - 1), text, open, close) is { } words)
                    yield return words with { IsHtml = true, IsAddress = Inset.IsPath(words.Text) || Inset.MayBeAddress(words.Text) };
                continue;
            }

            if ((WordAttribute.KindOf(name.ToLowerInvariant()) ?? (isButton && name.Equals("value", StringComparison.OrdinalIgnoreCase) ? UnitKind.Attribute : null)) is { } kind
                && Inset.Of(kind, name, Value(text, open + 1, close - 1), text, open, close) is { } inset)
                yield return inset with { IsHtml = true };
        }
    }

    /// <summary>The words of a value, and the tags of site generators among them.</summary>
    private static ImmutableArray<Atom> Value(string text, int start, int end)
    {
        var pieces = ImmutableArray.CreateBuilder<Atom>(1);
        var from = start;
        for (var at = start; SiteTag.Next(text, at, end) is var (tag, after); at = from = after)
        {
            Add(from, tag);
            pieces.Add(new Atom(InlineKind.Standalone, ObjectMark, tag, after, new CodeSource(CodeKind.Shortcode) { OpenStart = tag, OpenEnd = after }));
        }

        Add(from, end);
        return pieces.DrainToImmutable();

        void Add(int begin, int until)
        {
            if (begin < until)
                pieces.Add(new Atom(InlineKind.Text, WebUtility.HtmlDecode(text[begin..until]), begin, until, null));
        }
    }

    /// <summary>The labels of the tracks of a film or a sound, among which readers choose.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tag">The tag that begins an element.</param>
    /// <param name="end">Where the element ends.</param>
    public static IEnumerable<Inset> Tracks(string text, HtmlTag tag, int end) => tag.IsOpening && tag.Name.ToLowerInvariant() is "video" or "audio"
        ? HtmlTag.Between(text, tag.End, end).Where(t => t.Tag.Name.Equals("track", StringComparison.OrdinalIgnoreCase)).SelectMany(t => Attributes(text, t.Start, t.Tag.End))
        : [];

    /// <summary>The picture that a tag shows, if it is one of a picture.</summary>
    public static IEnumerable<PictureMark> Pictured(string text, int start, int end) => HtmlTag.At(text, start, end) is { IsOpening: true } tag && tag.Name.Equals("img", StringComparison.OrdinalIgnoreCase)
        ? HtmlTag.Attributes(text, start, end).Where(a => a.Name.Equals("src", StringComparison.OrdinalIgnoreCase)).Take(1).Select(a => new PictureMark(WebUtility.HtmlDecode(text[(a.Open + 1)..(a.Close - 1)]), start, end))
        : [];

    /// <summary>The address to which a tag links, as it is written there.</summary>
    public static IEnumerable<Address> Linked(string text, int start, int end) => HtmlTag.At(text, start, end) is { IsOpening: true } tag && tag.Name.Equals("a", StringComparison.OrdinalIgnoreCase)
        ? HtmlTag.Attributes(text, start, end).Where(a => a.Name.Equals("href", StringComparison.OrdinalIgnoreCase)).Take(1).Select(a => new Address(text[(a.Open + 1)..(a.Close - 1)], a.Open + 1, a.Close - 1))
        : [];

    private int Code(CodeKind kind, int start, int end, int limit)
    {
        end = Math.Min(end, limit);
        atoms.Add(Standalone(text, kind, start, end));
        return end;
    }

    /// <summary>A piece of markup that is a code of its own.</summary>
    public static Atom Standalone(string text, CodeKind kind, int start, int end) =>
        new(InlineKind.Standalone, HtmlTag.IsBreak(text, start, end) ? BreakMark : ObjectMark, start, end, new CodeSource(kind) { OpenStart = start, OpenEnd = end });

    private int Tag(int at, int end)
    {
        if (HtmlTag.At(text, at, end) is not { } tag)
            return Words(at, end, least: 1);
        // A comment parts no sentence.
        if (text.AsSpan(at).StartsWith("<!--"))
            return Code(CodeKind.Html, at, tag.End, end);
        if (tag.IsOpening && HtmlTag.Hides(text, at, tag.End) && !_unclosed.Contains(tag.Name))
        {
            if (HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is { } unseen)
                return InText.Contains(tag.Name) ? Code(CodeKind.Html, at, unseen, end) : Skipped(unseen);
            _unclosed.Add(tag.Name);
        }

        Insets.AddRange(Attributes(text, at, tag.End));
        Pictures.AddRange(Pictured(text, at, tag.End));
        Addresses.AddRange(Linked(text, at, tag.End));
        var after = tag.IsOpening && Opaque.Contains(tag.Name) ? Closing(tag, end) : tag.End;
        if (tag.Name.Equals("picture", StringComparison.OrdinalIgnoreCase))
            Inside(tag.End, after);
        Insets.AddRange(Tracks(text, tag, after));
        if (InText.Contains(tag.Name))
        {
            if (IsAlone(tag, at, after, end))
                return Skipped(after);
            after = Code(CodeKind.Html, at, after, end);
            return Sentences(tag, at, after, end) ?? after;
        }

        EndRun();
        _kind = tag.IsOpening ? KindOf(tag.Name) ?? _kind : KindOf(tag.Name) is null ? _kind : outer;
        return Sentences(tag, at, after, end) ?? after;
    }

    /// <summary>Whether an element's content is Markdown, as it says itself or kramdown is told.</summary>
    private bool HoldsMarkdown(HtmlTag tag, int at, int end)
    {
        if (tags.IsMdx || !tag.IsOpening || HtmlTag.IsVoid(tag.Name))
            return false;
        if (reading == MarkdownInHtml.Everywhere && at >= _rawEnd && !MarkdownElements.IsRead(tag.Name))
            _rawEnd = HtmlTag.ClosingOf(text, tag.Name, tag.End, end) ?? end;
        return MarkdownElements.Says(text, at, tag.End) || (reading == MarkdownInHtml.Everywhere && at >= _rawEnd && MarkdownElements.HoldsSentence(tag.Name));
    }

    /// <summary>Reads an element's content as sentences of Markdown, where it is that and no blocks are in it.</summary>
    /// <returns>Where that ends; null where it is HTML.</returns>
    private int? Sentences(HtmlTag tag, int at, int start, int end)
    {
        if (!HoldsMarkdown(tag, at, end) || HtmlTag.Closing(text, tag.Name, start, Math.Min(end, start + LongestSentences)) is not { } after)
            return null;
        var closing = text.LastIndexOf("</", after - 1, StringComparison.Ordinal);
        if (HtmlTag.Between(text, start, closing).Any(t => t.Tag.Name.Length > 0 && !InText.Contains(t.Tag.Name)))
            return null;
        var count = atoms.Count;
        var content = text.AsSpan(start, closing - start);
        Blank(start, start + content.Length - content.TrimStart().Length);
        if (sentences.Read(text, start, closing) is null)
        {
            atoms.Cut(count);
            return null;
        }

        Blank(start + content.TrimEnd().Length, closing);
        _hasMarkdown = true;
        return closing;
    }

    /// <summary>The white space between two places.</summary>
    private void Blank(int start, int end)
    {
        if (start < end)
            atoms.Add(new Atom(InlineKind.Text, " ", start, end, null));
    }

    /// <summary>
    /// Whether a tag stands alone on the first line, and so makes the lines a block of HTML (CommonMark 0.31.2, 4.6, kind 7), which they are no
    /// more with words beside it; or whether it closes that one on the last.
    /// </summary>
    private bool IsAlone(HtmlTag tag, int at, int after, int end)
    {
        var rest = text.AsSpan(after, end - after);
        if (at == _first && rest.IndexOf('\n') is >= 0 and var line && rest[..line].IsWhiteSpace())
        {
            _alone = tag.Name;
            return true;
        }

        return tag.Name == _alone && !tag.IsOpening && rest.IsWhiteSpace();
    }

    private int Skipped(int to)
    {
        EndRun();
        return to;
    }

    /// <summary>Where an element ends whose content is left alone. What stands in a sentence and does not end is a slip, whose words are read all the same.</summary>
    private int Closing(HtmlTag tag, int end)
    {
        var isSlip = InText.Contains(tag.Name);
        if (isSlip && _unclosed.Contains(tag.Name))
            return tag.End;
        if (HtmlTag.Closing(text, tag.Name, tag.End, end) is { } after)
            return after;
        _unclosed.Add(tag.Name);
        return isSlip ? tag.End : end;
    }

    /// <summary>The words and the pictures in the tags of an element that is one code.</summary>
    private void Inside(int at, int end)
    {
        while (text.IndexOf('<', at, end - at) is >= 0 and var next)
        {
            at = HtmlTag.At(text, next, end)?.End ?? next + 1;
            Insets.AddRange(Attributes(text, next, at));
            Pictures.AddRange(Pictured(text, next, at));
        }
    }

    private int Words(int at, int end, int least = 0)
    {
        var stop = tags.Masked.AsSpan(at + least, end - at - least).IndexOfAny('<', '{', tags.Mask);
        var until = stop < 0 ? end : at + least + stop;
        if (stop >= 0 && until == at)
            until++;
        until = Fence(at, until, end);
        if (Footnotes.Next(document, text, at, until) is var (mark, after))
        {
            if (mark == at)
            {
                atoms.Add(new Atom(InlineKind.Standalone, text[mark..after], mark, after, new CodeSource(CodeKind.FootnoteMark) { OpenStart = mark, OpenEnd = after }));
                return after;
            }

            until = mark;
        }

        atoms.Add(new Atom(InlineKind.Text, Collapsed(WebUtility.HtmlDecode(text[at..until])), at, until, null));
        return until;
    }

    /// <summary>The first line of a fenced block between two places; the second of them for none.</summary>
    private int Fence(int from, int until, int end)
    {
        if (!text.AsSpan(from, until - from).ContainsAny('`', '~'))
            return until;
        for (var line = text.IndexOf('\n', from, until - from) + 1; line > 0; line = text.IndexOf('\n', line, until - line) + 1)
        {
            if (line > from && FenceEnd(line, end) > 0)
                return line;
        }

        return until;
    }

    /// <summary>
    /// Where a fenced block ends that begins on a line; zero for none. In HTML it is none for CommonMark, whose readers see its marks, but it is one
    /// for kramdown behind a tag that is closed: code either way.
    /// </summary>
    private int FenceEnd(int line, int end)
    {
        var rest = text.AsSpan(line, end - line);
        var indent = rest.Length - rest.TrimStart(' ').Length;
        if (indent > 3 || rest.Length <= indent || rest[indent] is not ('`' or '~'))
            return 0;
        var fence = rest[indent..];
        var width = fence.Length - fence.TrimStart(fence[0]).Length;
        var opening = fence.IndexOf('\n');
        ref var unclosed = ref fence[0] == '~' ? ref _unclosedTildes : ref _unclosedTicks;
        if (width < 3 || width >= unclosed || opening < 0 || (fence[0] == '`' && fence[width..opening].Contains('`')))
            return 0;
        for (var at = line + indent + opening + 1; at < end;)
        {
            var next = text.IndexOf('\n', at, end - at) is >= 0 and var newline ? newline + 1 : end;
            var closing = text.AsSpan(at, next - at).Trim();
            if (closing.Length >= width && !closing.ContainsAnyExcept(fence[0]))
                return next;
            at = next;
        }

        unclosed = width;
        return 0;
    }

    /// <summary>Runs of white space are one space in HTML.</summary>
    private static string Collapsed(string words)
    {
        var made = new System.Text.StringBuilder(words.Length);
        foreach (var c in words)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isSpace || made.Length == 0 || made[^1] != ' ')
                made.Append(isSpace ? ' ' : c);
        }

        return made.ToString();
    }

    private void EndRun()
    {
        var hasWords = false;
        foreach (ref readonly var atom in atoms.Items[_run..])
            hasWords |= atom.Kind == InlineKind.Text && !atom.IsSpace(text);
        if (hasWords)
            Leaves.Add(new Leaf(_kind, atoms, _run, atoms.Count) { IsHtml = !_hasMarkdown, IsInElement = _hasMarkdown });
        else
            atoms.Cut(_run);
        _hasMarkdown = false;
        _run = atoms.Count;
    }

    /// <summary>A button, whose value is what it says.</summary>
    [GeneratedRegex("""^<input\s(?:.*\s)?type\s*=\s*["']?(?:submit|button|reset)\b""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Button();
}

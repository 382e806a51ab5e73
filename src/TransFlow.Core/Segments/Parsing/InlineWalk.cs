using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>Turns the inline tree of one block into atoms, and notes the words and addresses inside its markup.</summary>
/// <param name="text">The article's text.</param>
/// <param name="tags">Its hidden tags.</param>
/// <param name="atoms">Where the atoms go.</param>
/// <param name="insets">Where the words inside markup go.</param>
/// <param name="addresses">Where the addresses go.</param>
/// <param name="pictures">Where the pictures go.</param>
internal sealed class InlineWalk(string text, Shortcodes tags, AtomList atoms, List<Inset> insets, List<Address> addresses, List<PictureMark> pictures)
{
    /// <summary>The most marks that may stand in one another; the walk goes as deep as they do.</summary>
    private const int MostNested = 100;

    private const string ObjectMark = "\uFFFC";
    private const string BreakMark = "\u2028";

    private int _depth;

    /// <summary>Whether readers see the ends of lines.</summary>
    public bool BreaksLines { get; init; }

    /// <summary>The definitions that links and pictures name.</summary>
    public HashSet<LinkReferenceDefinition> Named { get; init; } = [];

    /// <summary>Walks the inlines of a block, then lets line breaks own the line ends and prefixes around them.</summary>
    public void Run(ContainerInline container)
    {
        var first = atoms.Count;
        Children(container);
        var own = atoms.Items[first..];
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].Text is not ("\n" or BreakMark) || own[i].Code is { Kind: CodeKind.Html or CodeKind.Shortcode })
                continue;
            var start = i > 0 ? own[i - 1].End : own[i].Start;
            var end = i + 1 < own.Length ? own[i + 1].Start : own[i].End;
            own[i] = own[i] with { Start = start, End = end };
            if (own[i].Code is { } code)
                (code.OpenStart, code.OpenEnd) = (start, end);
        }
    }

    private void Children(ContainerInline container)
    {
        if (++_depth > MostNested)
            throw new ArgumentException($"More than {MostNested} marks are nested in one another.", nameof(container));
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is HtmlInline html && (HtmlTag.Hides(text, html.Span.Start, html.Span.End + 1) || HtmlTag.HoldsNoText(text, html.Span.Start, html.Span.End + 1)) && Unseen(html) is { } last)
                child = last;
            else
                One(child);
        }

        _depth--;
    }

    /// <summary>An element that browsers do not show, or not as text, as one code; null when it does not end among its neighbours.</summary>
    private HtmlInline? Unseen(HtmlInline html)
    {
        var (start, end) = (html.Span.Start, html.Parent!.LastChild!.Span.End + 1);
        if (HtmlTag.At(text, start, end) is not { IsOpening: true } tag || HtmlTag.ClosingOf(text, tag.Name, tag.End, end) is not { } after)
            return null;
        for (var next = html.NextSibling; next is not null && next.Span.End < after; next = next.NextSibling)
        {
            if (next is not HtmlInline last || last.Span.End + 1 != after)
                continue;
            if (!HtmlTag.Hides(text, start, tag.End))
            {
                Tag(start, tag.End);
                insets.AddRange(HtmlWalk.Tracks(text, tag, after));
            }

            atoms.Add(new Atom(InlineKind.Standalone, ObjectMark, start, after, new CodeSource(CodeKind.Html) { OpenStart = start, OpenEnd = after }));
            return last;
        }

        return null;
    }

    private void One(MarkdigInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Literal(literal);
                break;
            case HtmlEntityInline entity:
                AddText(entity.Transcoded.ToString(), entity.Span.Start, entity.Span.End + 1);
                break;
            case EmphasisInline emphasis:
                Emphasis(emphasis);
                break;
            case LinkInline { IsImage: true } image:
                Image(image);
                break;
            case LinkInline link:
                Link(link);
                break;
            case LineBreakInline { IsHard: false } soft when !BreaksLines:
                AddText("\n", soft.Span.Start, soft.Span.End + 1);
                break;
            case LineBreakInline hard:
                Standalone(CodeKind.LineBreak, hard, BreakMark);
                break;
            case Footnotes.Mark mark:
                Standalone(CodeKind.FootnoteMark, mark, text[mark.Span.Start..(mark.Span.End + 1)]);
                break;
            case AutolinkInline auto:
                addresses.Add(new Address(auto.Url, auto.Span.Start + 1, auto.Span.End));
                Standalone(CodeKind.Autolink, auto, ObjectMark);
                break;
            case CodeInline:
                Standalone(CodeKind.CodeSpan, inline, ObjectMark);
                break;
            case HtmlInline html:
                Tag(html.Span.Start, html.Span.End + 1);
                Standalone(CodeKind.Html, inline, HtmlTag.IsBreak(text, html.Span.Start, html.Span.End + 1) ? BreakMark : ObjectMark);
                break;
            case TaskList:
                Standalone(CodeKind.Other, inline, ObjectMark);
                break;
            // The parser leaves a bracket that nothing closes as it is, with all that follows in it.
            case LinkDelimiterInline bracket:
                AddText(null, bracket.Span.Start, bracket.Span.End + 1);
                Children(bracket);
                break;
            case ContainerInline container:
                Children(container);
                break;
            default:
                Standalone(CodeKind.Other, inline, ObjectMark);
                break;
        }
    }

    private void Tag(int start, int end)
    {
        insets.AddRange(HtmlWalk.Attributes(text, start, end));
        pictures.AddRange(HtmlWalk.Pictured(text, start, end));
        addresses.AddRange(HtmlWalk.Linked(text, start, end));
    }

    /// <summary>Reads a literal from its own markup: backslash escapes taken off, hidden tags as codes.</summary>
    private void Literal(LiteralInline literal)
    {
        int start = literal.Span.Start, end = Math.Min(literal.Span.End + 1, text.Length);
        if (literal.Content.IsEmpty)
            return;
        if (!tags.Masked.AsSpan(start, end - start).ContainsAny('\\', Shortcodes.Reference, tags.Mask))
        {
            AddText(null, start, end);
            return;
        }

        var from = start;
        for (var i = start; i < end; i++)
        {
            if (tags.Masked[i] == tags.Mask)
            {
                AddText(null, from, i);
                var tag = tags.At(i);
                if (i == start && GoesOn(i, Math.Min(tag.End, end)) is > 0 and var after)
                {
                    i = after - 1;
                    from = after;
                    continue;
                }

                if (i == start && i == tag.Start && tag.End <= end && Takes(tag))
                {
                    i = tag.End - 1;
                    from = tag.End;
                    continue;
                }

                // In another block it may go on with anything.
                var code = new CodeSource(tags.KindAt(i)) { OpenStart = i, OpenEnd = Math.Min(tag.End, end) };
                if (code.Kind == CodeKind.Html && i == tag.Start)
                    Tag(i, tag.End);
                atoms.Add(new Atom(InlineKind.Standalone, ObjectMark, code.OpenStart, code.OpenEnd, code));
                i = code.OpenEnd - 1;
                from = code.OpenEnd;
            }
            else if (tags.Masked[i] == Shortcodes.Reference && text[i] == '&')
            {
                AddText(null, from, i);
                from = text.IndexOf(';', i) + 1;
                AddText(HtmlHelper.Unescape(text[i..from]), i, from);
                i = from - 1;
            }
            else if (text[i] == '\\' && i + 1 < end && text[i + 1].IsAsciiPunctuation())
            {
                AddText(null, from, i);
                AddText(text[i + 1].ToString(), i, i + 2);
                from = i + 2;
                i++;
            }
        }

        AddText(null, from, end);
    }

    /// <summary>A tag that goes on in another line is one code. Where what begins here ends; 0 when it begins here.</summary>
    private int GoesOn(int at, int end)
    {
        if (atoms.Items is not [.., { Code: { } code } begun, { Text: "\n" or BreakMark }] || code.OpenEnd > at || tags.Masked[code.OpenStart] != tags.Mask || tags.At(code.OpenStart).End < end)
            return 0;
        atoms.Cut(atoms.Count - 1);
        atoms.Items[^1] = begun with { End = end };
        code.OpenEnd = end;
        return end;
    }

    /// <summary>Lets markup take the list of attributes that touches it: apart from it, readers would see the list.</summary>
    private bool Takes((int Start, int End) list)
    {
        if (tags.IsMdx || !SiteTag.IsList(text, list.Start, list.End) || atoms.Items is not [.., { Kind: InlineKind.Close or InlineKind.Standalone, Code: { } code } before] || before.End != list.Start
            || code is not { Suffix: "", Kind: CodeKind.Bold or CodeKind.Italic or CodeKind.Strike or CodeKind.Link or CodeKind.Image or CodeKind.CodeSpan or CodeKind.Autolink })
            return false;
        if (before.Kind == InlineKind.Close)
            code.CloseEnd = list.End;
        else
            code.OpenEnd = list.End;
        atoms.Items[^1] = before with { End = list.End };
        return true;
    }

    /// <summary>Adds a text as a reader sees it; null for what stands in the article.</summary>
    private void AddText(string? words, int start, int end)
    {
        // A mark that marks nothing parts no words, and no address.
        if (words is null && end > start && atoms.Items is [.., { Kind: InlineKind.Text, Text: null } before] && before.End == start)
            atoms.Items[^1] = before with { End = end };
        else if (words is null ? end > start : words.Length > 0)
            atoms.Add(new Atom(InlineKind.Text, words, start, end, null));
    }

    private void Emphasis(EmphasisInline emphasis)
    {
        var kind = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('~', _) => CodeKind.Strike,
            (_, 2) => CodeKind.Bold,
            _ => CodeKind.Italic,
        };
        var (start, end) = (emphasis.Span.Start, emphasis.Span.End + 1);
        var width = kind == CodeKind.Strike && LoneTildes.IsAlone(text, start) ? 1 : emphasis.DelimiterCount;
        Pair(new CodeSource(kind) { OpenStart = start, OpenEnd = start + width, CloseStart = end - width, CloseEnd = end }, emphasis);
    }

    private void Link(LinkInline link)
    {
        if (link.Reference is { } definition)
            Named.Add(definition);
        var (start, end) = (link.Span.Start, link.Span.End + 1);
        var inner = link.LastChild is { } last ? last.Span.End + 1 : start + 1;
        var label = Label(link, inner, end);
        if (link.Reference is null && link.UrlSpan.Start > start && link.UrlSpan.End < end)
            addresses.Add(new Address(UrlOf(link), link.UrlSpan.Start, link.UrlSpan.End + 1));
        Title(link, start, end);
        var isCollapsed = label.Length > 0 && text[inner..end] == "][]";
        Pair(new CodeSource(CodeKind.Link) { OpenStart = start, OpenEnd = start + 1, CloseStart = inner, CloseEnd = end, Suffix = label, Replaced = isCollapsed ? 2 : 0 }, link);
    }

    /// <summary>A shortcut or collapsed reference says its label by its words; with other words the label has to be said.</summary>
    private string Label(LinkInline link, int inner, int end) =>
        link.Reference is not null && text[inner..end] is "]" or "][]" ? $"[{text[(link.Span.Start + (link.IsImage ? 2 : 1))..inner]}]" : "";

    private void Image(LinkInline image)
    {
        if (image.Reference is { } definition)
            Named.Add(definition);
        var (start, end) = (image.Span.Start, image.Span.End + 1);
        pictures.Add(new PictureMark(UrlOf(image), start, end));
        if (image is { FirstChild: { } first, LastChild: { } last })
            Alternative(image, first.Span.Start, last.Span.End + 1);
        Title(image, start, end);
        Standalone(CodeKind.Image, image, ObjectMark);
    }

    /// <summary>The alternative text of a picture: its words without their marks, as browsers have it.</summary>
    private void Alternative(LinkInline image, int start, int end)
    {
        var gathered = new AtomList();
        new InlineWalk(text, tags, gathered, [], [], []).Children(image);
        var inside = gathered.Items.ToArray();
        gathered.Seal();
        if (!Array.TrueForAll(inside, IsAlternative))
            return;
        var label = Label(image, end, image.Span.End + 1);
        if (Inset.Of(UnitKind.ImageAlt, null, [.. inside.Where(a => a.Kind is InlineKind.Text or InlineKind.Standalone).Select(Plain)], text, start, label.Length > 0 ? image.Span.End : end) is { } words)
            insets.Add(label.Length > 0 ? words with { Suffix = $"]{label.AsSpan(0, label.Length - 1)}" } : words);
    }

    private bool IsAlternative(Atom atom) => atom.Kind != InlineKind.Standalone || atom.Code!.Kind switch
    {
        CodeKind.CodeSpan or CodeKind.Html or CodeKind.LineBreak or CodeKind.Autolink => true,
        CodeKind.Shortcode => text[atom.Start] is '{' or '[',
        CodeKind.Other => text[atom.Start] is '$' or '\\',
        _ => false,
    };

    /// <summary>A piece of an alternative text as words; only the tag of a site generator, a formula and an address stay what they are.</summary>
    private Atom Plain(Atom atom) => atom.Code?.Kind switch
    {
        null => atom with { Text = atom.Text == "\n" ? " " : atom.Text ?? text[atom.Start..atom.End] },
        CodeKind.Shortcode or CodeKind.Other or CodeKind.Autolink => atom,
        CodeKind.CodeSpan => new Atom(InlineKind.Text, text[atom.Start..atom.End].Trim('`').ReplaceLineEndings(" "), atom.Start, atom.End, null),
        var kind => new Atom(InlineKind.Text, kind == CodeKind.LineBreak ? " " : "", atom.Start, atom.End, null),
    };

    /// <summary>The address of a link, with the blanks that the parser did not see.</summary>
    private string UrlOf(LinkInline link) => link.Url is { } url && url.Contains(Shortcodes.Reference, StringComparison.Ordinal) && link.Reference is null ? text[link.UrlSpan.Start..(link.UrlSpan.End + 1)] : link.Url ?? "";

    private void Title(LinkInline link, int start, int end)
    {
        var (from, until) = (link.TitleSpan.Start, link.TitleSpan.End + 1);
        if (link.Reference is null && from > start && until <= end && tags.Title(tags.Written(link.Title, from, until), from, until) is { } title)
            insets.Add(title);
    }

    private void Pair(CodeSource code, ContainerInline container)
    {
        atoms.Add(new Atom(InlineKind.Open, "", code.OpenStart, code.OpenEnd, code));
        Children(container);
        atoms.Add(new Atom(InlineKind.Close, "", code.CloseStart, code.CloseEnd, code));
    }

    private void Standalone(CodeKind kind, MarkdigInline inline, string mark)
    {
        var code = new CodeSource(kind) { OpenStart = inline.Span.Start, OpenEnd = inline.Span.End + 1 };
        atoms.Add(new Atom(InlineKind.Standalone, mark, code.OpenStart, code.OpenEnd, code));
    }
}

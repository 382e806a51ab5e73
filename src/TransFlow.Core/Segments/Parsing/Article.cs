using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The parsed body of an article: its blocks with words, the words inside its markup, its addresses, its outline.</summary>
internal sealed partial class Article
{
    private static readonly MarkdownPipeline Pipeline = Builder(isMdx: false).Build();
    /// <summary>The most definitions, far more than articles have: the parser looks through all of them with each, and moves all lines that follow.</summary>
    private const int MostDefinitions = 40_000;

    private static readonly Lazy<MarkdownPipeline> MdxPipeline = new(() => Builder(isMdx: true).Use<IndentedText>().Build());

    private static readonly Lazy<MarkdownPipeline> TitlePipeline = new(() => Builder(isMdx: false).Use<InlinesOnly>().Build());

    private readonly string _text;
    private readonly Shortcodes _tags;
    private readonly bool _hasOwnLines;
    private readonly List<(HtmlBlock Block, UnitKind Kind)> _html = [];
    /// <summary>The titles of definitions, which readers see at the links that name them.</summary>
    private readonly List<(LinkReferenceDefinition Definition, Inset Title)> _titles = [];
    private readonly AtomList _atoms = new();
    private readonly InlineWalk _inlines;
    /// <summary>Whose notes titles of boxes may name.</summary>
    private readonly MarkdownDocument _document;
    /// <summary>Elements that are open around Markdown, and what their words are.</summary>
    private readonly List<(string Name, UnitKind Kind)> _elements = [];

    private Article(string text, Shortcodes tags, MarkdownDocument document, Dialect dialect)
    {
        Dialect = dialect;
        (_text, _tags, _document, Blank, _hasOwnLines) = (text, tags, document, text, text.Contains("*[", StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal) || text.Contains("\n^", StringComparison.Ordinal));
        _inlines = new InlineWalk(text, tags, _atoms, Insets, Addresses, Pictures) { BreaksLines = dialect.BreaksLines };
    }

    /// <summary>An article without anything.</summary>
    public static Article Empty { get; } = Parse("", 0, default);

    /// <summary>The text with blanks for the marks that Markdown has at the beginning of lines of HTML.</summary>
    public string Blank { get; private set; }

    /// <summary>The names of site generators' tags that have one which closes them.</summary>
    public IReadOnlySet<string> Closed => _tags.Closed;

    /// <summary>How the site reads it.</summary>
    public Dialect Dialect { get; }

    /// <summary>Whether the article is MDX.</summary>
    public bool IsMdx => Dialect.IsMdx;

    /// <summary>Whether there are formulas between dollar signs in it.</summary>
    public bool HasFormulas => _tags.Spans.Any(s => _text[s.Start] == '$');

    /// <summary>Blocks with inline text, in document order.</summary>
    public List<Leaf> Leaves { get; } = [];

    /// <summary>Words inside markup.</summary>
    public List<Inset> Insets { get; } = [];

    /// <summary>Addresses of links.</summary>
    public List<Address> Addresses { get; } = [];

    /// <summary>Pictures.</summary>
    public List<PictureMark> Pictures { get; } = [];

    /// <summary>Blocks whose text is kept as it is: code, HTML, formulas.</summary>
    public List<(int Start, int End, string What)> Kept { get; } = [];

    /// <summary>Top-level blocks: kind, start, end.</summary>
    public List<Block> Outline { get; } = [];

    /// <summary>Parses a text that may be anything.</summary>
    public static Outcome<Article> TryParse(string text, int bodyStart, string file, Dialect dialect)
    {
        if (text.AsSpan(bodyStart).Count("]:") > MostDefinitions)
            return new Refusal("too-many-definitions", $"It has more than {MostDefinitions} definitions of links and notes.", "Write the addresses into the links themselves, or cut the article in several.") { File = file };
        try
        {
            return Parse(text, bodyStart, dialect);
        }
        // What the parser says of more than a hundred or so blocks or marks in one another.
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.Ordinal))
        {
            return new Refusal("too-deep", "Its lists, quotations or marks stand in one another more deeply than any article's.", "Look for a line of many '>' or '[' and take them out.") { File = file };
        }
        // What it says of blocks between which it would go to and fro for ever.
        catch (InvalidOperationException e) when (Stuck().Match(e.Message) is { Success: true } place)
        {
            var line = int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) + 1;
            return new Refusal("stuck", "The marks at the beginning of this line, behind those of the line before it, are more than can be read.", "Take the blanks away that stand before them.") { File = file, Line = line };
        }
    }

    /// <summary>Parses the body that begins at an offset.</summary>
    public static Article Parse(string text, int bodyStart, Dialect dialect)
    {
        var tags = Shortcodes.Find(text, bodyStart, dialect.IsMdx);
        var document = Markdown.Parse(tags.Masked, dialect.IsMdx ? MdxPipeline.Value : Pipeline);
        Footnotes.See(document, tags.Masked);
        var article = new Article(text, tags, document, dialect);
        foreach (var block in document)
            article.Top(block);
        article.Titles();
        article.Html();
        foreach (var (start, end) in tags.Spans)
            article.Insets.AddRange(tags.Words(start, end));
        article.Once();
        article.Leaves.Sort((a, b) => a.Atoms[0].Start.CompareTo(b.Atoms[0].Start));
        article.Outline.Sort((a, b) => a.Start.CompareTo(b.Start));
        article._atoms.Seal();
        return article;
    }

    [GeneratedRegex(@"infinite loop.* at line \[(\d+)\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Stuck();

    private static MarkdownPipelineBuilder Builder(bool isMdx) => isMdx ? Common(isMdx) : Common(isMdx).Use<Directives>();

    private static MarkdownPipelineBuilder Common(bool isMdx) => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseCjkFriendlyEmphasis().Use<TabbedHeadings>().Use<InlineLinks>().Use<Footnotes>()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<LoneTildes>().UseTaskLists().UseCustomContainers().UseDefinitionLists().UseMathematics().Use<GfmTables>().Use<IndentedBoxes>().Use(new ElementLines(isMdx));

    private void Top(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case Footnotes.Footnote { IsSeen: false }:
                return;
            case Footnotes.Footnote note:
                Outline.Add(Placed(BlockKind.Definition, LineStart(note.Span.Start), note.Span.End + 1));
                break;
            case LinkReferenceDefinitionGroup group:
                foreach (var definition in group.OfType<LinkReferenceDefinition>())
                    Definition(definition);
                return;
            default:
                Outline.Add(Placed(block is ThematicBreakBlock ? BlockKind.ThematicBreak : BlockKind.Content, block.Span.Start, block.Span.End + 1));
                break;
        }

        Walk(block, _elements is [.., (_, var kind)] ? kind : UnitKind.Paragraph);
    }

    private void Definition(LinkReferenceDefinition definition)
    {
        var (start, end) = (definition.Span.Start, definition.Span.End + 1);
        Outline.Add(Placed(BlockKind.Definition, start, end));
        if (IsComment(definition))
            return;
        if (TitleOf(definition) is { } title && title.Any(char.IsLetterOrDigit) && !title.Contains(_tags.Mask, StringComparison.Ordinal) && definition.TitleSpan.Start > start && definition.TitleSpan.End < end)
            _titles.Add((definition, new Inset(UnitKind.Title, "title", title, definition.TitleSpan.Start, definition.TitleSpan.End + 1)));
        if (definition.UrlSpan.Start > start && definition.UrlSpan.End < end)
            Addresses.Add(new Address(definition.Url ?? "", definition.UrlSpan.Start, definition.UrlSpan.End + 1));
    }

    /// <summary>Adds the titles of the definitions that links name; which of them words within HTML name is not known.</summary>
    private void Titles()
    {
        foreach (var (definition, title) in _titles)
        {
            if (_html.Count > 0 || _inlines.Named.Contains(definition))
                Insets.Add(title);
        }
    }

    /// <summary>The title of a definition. Unlike a link's own, it still has its entities when it comes from the parser.</summary>
    private string? TitleOf(LinkReferenceDefinition definition)
    {
        var written = _tags.Written(definition.Title, definition.TitleSpan.Start, definition.TitleSpan.End + 1);
        return written is null || !ReferenceEquals(written, definition.Title) ? written : HtmlHelper.Unescape(written, removeBackSlash: false);
    }

    /// <summary>Whether a definition is one of those that people write for comments, as in <c>[//]: # (nobody sees this)</c>.</summary>
    private static bool IsComment(LinkReferenceDefinition definition) => definition.Url is null or "" or "#"
        && definition.Label is { } label && (!label.Any(char.IsLetterOrDigit) || label.Equals("comment", StringComparison.OrdinalIgnoreCase));

    private void Walk(Markdig.Syntax.Block block, UnitKind kind)
    {
        if (block is Footnotes.Footnote { IsSeen: false })
            return;
        kind = block switch
        {
            HeadingBlock => UnitKind.Heading,
            QuoteBlock => UnitKind.Quotation,
            ListItemBlock => UnitKind.ListItem,
            TableCell => UnitKind.TableCell,
            Footnotes.Footnote => UnitKind.Footnote,
            Directives.Box { Directive.IsFigure: true } => UnitKind.Caption,
            Markdig.Extensions.DefinitionLists.DefinitionItem => UnitKind.Definition,
            _ => kind,
        };
        if (block is LeafBlock { Inline: { } inline })
        {
            var (atoms, insets) = (_atoms.Count, Insets.Count);
            _inlines.Run(inline);
            for (var i = insets; i < Insets.Count && kind == UnitKind.TableCell; i++)
                Insets[i] = Insets[i] with { InCell = true };
            Leaf(kind, atoms, block.Parent is GfmTables.LooseCell);
        }
        else if (block is ContainerBlock container)
        {
            if (block is Directives.Box { Directive: var directive })
                DirectiveWords(directive);
            else if (block is CustomContainer box)
                BoxTitle(box.Span.Start);
            else if (block is IndentedBoxes.Box { Title: { IsEmpty: false } title })
                BoxTitle(title.Start, title.End + 1);
            var outer = _elements.Count;
            foreach (var child in container)
                Walk(child, _elements.Count > outer ? _elements[^1].Kind : kind);
            if (_elements.Count > outer)
                _elements.RemoveRange(outer, _elements.Count - outer);
        }
        else if (block is HtmlBlock html)
        {
            _html.Add((html, kind));
            if (html is ElementLines.Tags)
                Elements(html);
        }
        else if (block is CodeBlock or IndentedBoxes.Drawing)
        {
            if (block is FencedCodeBlock and not MathBlock && !IsMdx && Directive.At(_text, block.Span.Start) is { } code)
                Insets.AddRange(code.Words(_text));
            else if (block is FencedCodeBlock { Arguments.Length: > 0 } and not MathBlock)
                FenceTitle(block.Span.Start);
            Kept.Add((block.Span.Start, Math.Min(block.Span.End + 1, _text.Length), block is MathBlock ? "formula" : block is CodeBlock ? "code block" : "drawn table"));
        }
    }

    /// <summary>Opens and closes the elements whose tags stand alone on lines, as far as they say what their words are.</summary>
    private void Elements(HtmlBlock tags)
    {
        var end = Math.Min(tags.Span.End + 1, _text.Length);
        for (var at = _text.IndexOf('<', tags.Span.Start, end - tags.Span.Start); at >= 0; at = _text.IndexOf('<', at, end - at))
        {
            var isClosing = at + 1 < end && _text[at + 1] == '/';
            if (HtmlTag.At(_text, at, end) is not { } tag)
            {
                at++;
                continue;
            }

            at = tag.End;
            if (tag.IsOpening && HtmlWalk.KindOf(tag.Name) is { } kind and not UnitKind.TableCell)
                _elements.Add((tag.Name, kind));
            else if (isClosing && _elements.FindLastIndex(e => e.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var open)
                _elements.RemoveRange(open, _elements.Count - open);
        }
    }

    /// <summary>Adds the block whose pieces are the last ones. The first line of an alert is its title, which no words may join.</summary>
    private void Leaf(UnitKind kind, int first, bool isLoose)
    {
        // What stands for a table of contents is not seen.
        if (_atoms.Count == first || (kind == UnitKind.ListItem && _text.AsSpan(_atoms.Items[^1].Start).StartsWith("{:toc")))
            return;
        if (_hasOwnLines)
            first = AfterOwnLines(kind, first);
        var end = kind == UnitKind.Quotation && _atoms.Items[first] is { Code.Kind: CodeKind.Shortcode } mark && _text.AsSpan(mark.Start).StartsWith("[!") ? TitleEnd(first) : -1;
        if (end > first)
            Leaves.Add(new Leaf(kind, _atoms, first, end));
        if (IsMdx)
            Parts(kind, end + 1 > first ? end + 1 : first, isLoose);
        else
            Leaves.Add(new Leaf(kind, _atoms, end + 1 > first ? end + 1 : first, _atoms.Count) { IsLoose = isLoose });
    }

    /// <summary>
    /// Adds a block of MDX in as many parts as tags make of it, those of elements that are no part of a sentence, as in <c>&lt;td&gt;words&lt;/td&gt;</c>.
    /// So do the ends of lines between components.
    /// </summary>
    private void Parts(UnitKind outer, int first, bool isLoose)
    {
        var (depth, kind) = (0, outer);
        for (var i = first; i < _atoms.Count; i++)
        {
            ref readonly var atom = ref _atoms.Items[i];
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            if (depth > 0)
                continue;
            if (EndsLine(atom) && i > first && i + 1 < _atoms.Count && IsOfComponent(_atoms.Items[i - 1]) && IsOfComponent(_atoms.Items[i + 1]))
            {
                Part(kind, first, i, isLoose);
                first = i + 1;
            }
            else if (atom.Code is { Kind: CodeKind.Html } && ElementAt(atom) is { Name: { Length: > 0 } name } tag && !HtmlTag.IsComponent(name) && !HtmlWalk.IsInText(name) && !HtmlWalk.IsOpaque(name))
            {
                Part(kind, first, i, isLoose);
                first = i + 1;
                kind = tag.IsOpening ? HtmlWalk.KindOf(name) ?? kind : HtmlWalk.KindOf(name) is null ? kind : outer;
            }
        }

        Part(kind, first, _atoms.Count, isLoose);
    }

    private void Part(UnitKind kind, int first, int end, bool isLoose)
    {
        if (end > first)
            Leaves.Add(new Leaf(kind, _atoms, first, end) { IsLoose = isLoose });
    }

    private bool IsOfComponent(in Atom atom) => atom.Code is { Kind: CodeKind.Html } && ElementAt(atom) is { Name: { Length: > 0 } name } && HtmlTag.IsComponent(name);

    private HtmlTag? ElementAt(in Atom atom) => HtmlTag.At(_text, atom.Start, atom.End);

    /// <summary>
    /// Adds the lines that are blocks of their own, and those before them: what abbreviations stand for, kramdown's lists of attributes, which belong to the
    /// block before them, and tags of site generators that are no values, around which a theme may put blocks.
    /// </summary>
    /// <returns>The number of the first piece of the block that is left.</returns>
    private int AfterOwnLines(UnitKind kind, int first)
    {
        var depth = 0;
        for (var i = first; i < _atoms.Count; i++)
        {
            ref readonly var atom = ref _atoms.Items[i];
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            if (!EndsLine(atom) || depth != 0 || i == first || i + 1 == _atoms.Count || !(IsOwnLine(first) || IsOwnLine(i + 1)))
                continue;
            Leaves.Add(new Leaf(kind, _atoms, first, i));
            first = i + 1;
        }

        return first;
    }

    private bool IsOwnLine(int at) => _atoms.Items[at] is { Code.Kind: CodeKind.Shortcode } mark
        && (_text[mark.Start] is '*' or '^' || (_text.AsSpan(mark.Start) is ['{', ':' or '%', ..] or ['{', '{', '<' or '%', ..] && (at + 1 == _atoms.Count || EndsLine(_atoms.Items[at + 1]))));

    /// <summary>Whether a piece is the end of a line that the article does not mark as one for readers.</summary>
    private bool EndsLine(in Atom atom) => atom is { Kind: InlineKind.Text, Text: "\n" } || (Dialect.BreaksLines && atom.Code is { Kind: CodeKind.LineBreak });

    /// <summary>The number of the line end after the title of an alert; -1 when there is none, or no words before it.</summary>
    private int TitleEnd(int first)
    {
        var (depth, hasWords) = (0, false);
        for (var i = first; i < _atoms.Count; i++)
        {
            ref readonly var atom = ref _atoms.Items[i];
            if (EndsLine(atom) && depth == 0)
                return hasWords ? i : -1;
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            hasWords |= atom.Kind == InlineKind.Text && !atom.IsSpace(_text);
        }

        return -1;
    }

    /// <summary>The title of a container, as in <c>:::tip Title</c> or <c>:::tip[Title]</c>, which readers see above its text.</summary>
    private void BoxTitle(int start)
    {
        var end = _text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : _text.Length;
        var at = start;
        while (at < end && _text[at] is ':' or '/' or ' ' or '\t')
            at++;
        while (at < end && !char.IsWhiteSpace(_text[at]) && _text[at] != '[' && _tags.Masked[at] != _tags.Mask)
            at++;
        // What stands behind the names of Zenn's and Qiita's is the look.
        if (_text.AsSpan(start, at - start).TrimStart(": ") is var name && (name is "message" || (name is "note" && _text.AsSpan(at, end - at).Trim() is "info" or "warn" or "alert")))
            return;
        if (_text[start] == '/')
            at = _text.IndexOf('|', at, end - at) is >= 0 and var bar ? bar + 1 : end;
        if (at < end && _text[at] == '[')
            end = _text.LastIndexOf(']', end - 1, end - ++at);
        for (var tag = at; tag < end; tag++)
        {
            if (_text[tag] == '{' && _tags.Masked[tag] == _tags.Mask)
                end = tag;
        }

        if (end > at)
            BoxTitle(at, end);
    }

    /// <summary>The title of a directive, and what its options say.</summary>
    private void DirectiveWords(Directive directive)
    {
        var end = _text.AsSpan(directive.NameEnd).IndexOfAny('\r', '\n') is >= 0 and var length ? directive.NameEnd + length : _text.Length;
        if (directive.HasTitle(_text[directive.NameEnd..end]))
            BoxTitle(directive.NameEnd, end);
        Insets.AddRange(directive.Words(_text));
    }

    /// <summary>The title of code, as in <c>```py title="words"</c>, which readers see above it; mostly it is the name of a file.</summary>
    private void FenceTitle(int start)
    {
        var line = _text.AsSpan(start);
        line = line[..(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length)];
        var at = line.IndexOf(" title=", StringComparison.Ordinal) + " title=".Length;
        if (at < " title=".Length || at >= line.Length || line[at] is not ('"' or '\'') || line[(at + 1)..].IndexOf(line[at]) is not (> 0 and var length))
            return;
        var title = line.Slice(at + 1, length).ToString();
        if (title.Any(char.IsLetterOrDigit))
            Insets.Add(new Inset(UnitKind.Attribute, "title", title, start + at, start + at + length + 2) { IsAddress = Inset.MayBeAddress(title), IsOfFence = true });
    }

    private void BoxTitle(int at, int end)
    {
        var written = _text.AsSpan(at, end - at);
        at += written.Length - written.TrimStart().Length;
        var title = written.Trim().ToString();
        var tags = Shortcodes.Find(title, 0, IsMdx);
        var (atoms, insets, addresses, pictures) = (new AtomList(), new List<Inset>(), new List<Address>(), new List<PictureMark>());
        if (Markdown.Parse(tags.Masked, TitlePipeline.Value, Footnotes.Within(_document)) is not [ParagraphBlock { Inline: { } inline }])
            return;
        new InlineWalk(title, tags, atoms, insets, addresses, pictures).Run(inline);
        var first = _atoms.Count;
        foreach (var atom in atoms.Items)
        {
            if (atom is { Kind: not InlineKind.Close, Code: { } code })
                code.Move(at);
            _atoms.Add(atom with { Start = atom.Start + at, End = atom.End + at });
        }

        atoms.Seal();
        Leaves.Add(new Leaf(UnitKind.Title, _atoms, first, _atoms.Count));
        Insets.AddRange(insets.Select(i => i with { Start = i.Start + at, End = i.End + at }));
        Addresses.AddRange(addresses.Select(a => a with { Start = a.Start + at, End = a.End + at }));
        Pictures.AddRange(pictures.Select(p => p with { Start = p.Start + at, End = p.End + at }));
    }

    /// <summary>Takes out what stands in others: the value of a site generator's tag may be HTML, and braces that enclose HTML may be no tag.</summary>
    private void Once()
    {
        if (_tags.Spans.Count == 0 || Insets.Count < 2)
            return;
        var places = Insets.Select((inset, order) => (inset.Start, Length: inset.End - inset.Start, order)).ToArray();
        Array.Sort(places, (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.order.CompareTo(b.order));
        var (end, inner) = (0, new HashSet<int>());
        foreach (var (start, length, order) in places)
        {
            if (start < end)
                inner.Add(order);
            else
                end = start + length;
        }

        var at = 0;
        Insets.RemoveAll(_ => inner.Contains(at++));
    }

    /// <summary>Walks the blocks of HTML, all in one copy of the text in which the marks that Markdown has at the beginning of their lines are blank.</summary>
    private void Html()
    {
        if (_html.Count == 0)
            return;
        Blank = _html.Exists(h => h.Block.Parent is not MarkdownDocument) ? Blanked() : _text;
        foreach (var (block, kind) in _html)
        {
            var (start, end) = (block.Span.Start, Math.Min(block.Span.End + 1, _text.Length));
            Kept.Add((start, end, "HTML block"));
            var walk = new HtmlWalk(Blank, _tags, _document, kind, _atoms);
            walk.Run(start, end);
            Insets.AddRange(walk.Insets);
            Pictures.AddRange(walk.Pictures);
            Addresses.AddRange(walk.Addresses);
            Leaves.AddRange(walk.Leaves);
        }
    }

    private string Blanked() => string.Create(_text.Length, (_text, _html), static (blank, from) =>
    {
        from._text.CopyTo(blank);
        foreach (var (block, _) in from._html)
        {
            for (var i = 1; i < block.Lines.Count; i++)
            {
                // What stands between the end of a line and the beginning of the next one's own text.
                for (var at = block.Lines.Lines[i].Slice.Start - 1; at >= block.Span.Start && blank[at] is not ('\n' or '\r'); at--)
                    blank[at] = ' ';
            }
        }
    });

    private Block Placed(BlockKind kind, int start, int end)
    {
        end = Math.Min(end, _text.Length);
        while (end > start && _text[end - 1] is '\n' or '\r' or ' ' or '\t')
            end--;
        return new Block(kind, start, end - start, null);
    }

    private int LineStart(int offset) => offset <= 0 ? 0 : _text.LastIndexOf('\n', offset - 1) + 1;
}

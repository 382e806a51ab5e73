using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>The parsed body of an article: its blocks with words, the words inside its markup, its addresses, its outline.</summary>
internal sealed partial class Article
{
    /// <summary>The most definitions, far more than articles have: the parser looks through all of them with each, and moves all lines that follow.</summary>
    private const int MostDefinitions = 40_000;

    /// <summary>The most boxes that stand open at the same time; articles have a few.</summary>
    private const int MostOpenBoxes = 250;

    private const string Box = ":::";

    /// <summary>A kept block that is code.</summary>
    public const string Code = "code block";

    /// <summary>A kept block that is a formula.</summary>
    private const string Formula = "formula";

    private readonly string _text;
    private readonly Shortcodes _tags;
    private readonly List<(HtmlBlock Block, UnitKind Kind)> _html = [];
    /// <summary>The titles of definitions, which readers see at the links that name them.</summary>
    private readonly List<(LinkReferenceDefinition Definition, Inset Title)> _titles = [];
    private readonly AtomList _atoms = new();
    private readonly InlineWalk _inlines;
    private readonly LeafParts _parts;
    private readonly InnerSentences _sentences;
    private readonly BoxTitles _boxes;
    private readonly MarkdownDocument _document;
    /// <summary>Elements that are open around Markdown, and what their words are.</summary>
    private readonly List<(string Name, UnitKind Kind)> _elements = [];

    private Article(string text, Shortcodes tags, MarkdownDocument document, Dialect dialect, IReadOnlySet<int>? parted)
    {
        Dialect = dialect;
        (_text, _tags, _document, Blank) = (text, tags, document, text);
        _inlines = new InlineWalk(text, tags, _atoms, Insets, Addresses, Pictures) { BreaksLines = dialect.BreaksLines };
        _parts = new LeafParts(text, _atoms, dialect, Leaves, parted);
        _sentences = new InnerSentences(this, document, _inlines.Named, _atoms);
        _boxes = new BoxTitles(this, text, tags, _sentences, _atoms);
    }

    /// <summary>An article without anything.</summary>
    public static Article Empty { get; } = Parse("", 0, default);

    /// <summary>The text with blanks for the marks that Markdown has at the beginning of lines of HTML.</summary>
    public string Blank { get; private set; }

    /// <summary>The names of site generators' tags that have one which closes them.</summary>
    public IReadOnlySet<string> Closed => _tags.Closed;

    /// <summary>How the site reads it.</summary>
    public Dialect Dialect { get; }

    /// <summary>How a translation of it is read.</summary>
    public Dialect OfTranslations => Dialect with { HasNoData = !_tags.Spans.Any(s => !TagContents.Data(_text, s.Start, s.End).IsEmpty) };

    /// <summary>Whether the article is MDX.</summary>
    public bool IsMdx => Dialect.IsMdx;

    /// <summary>Whether there are formulas between dollar signs in it.</summary>
    public bool HasFormulas => Kept.Exists(k => k.What == Formula) || _tags.Spans.Any(s => _text[s.Start] == '$');

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

    /// <summary>The kinds of boxes that readers see above them, since there is no title.</summary>
    public List<string> SeenKinds { get; } = [];

    /// <summary>Words in tags that readers may see, and that stay.</summary>
    public IEnumerable<string> KeptInTags => Parsing.KeptInTags.Of(_text, this, _tags.Spans);

    /// <summary>Words in formulas, which stay as they are, in order.</summary>
    public IEnumerable<string> KeptInFormulas => FormulaWords.Of(_text, this, _tags.Spans.Where(s => _text[s.Start] == '$').Concat(Kept.Where(k => k.What == Formula).Select(k => (k.Start, k.End))));

    /// <summary>The definitions of notes and links that its text names, in its order: the label as it stands between brackets, and what it stands for.</summary>
    public IEnumerable<(string Label, string Meaning)> Definitions => Footnotes.In(_document).Select(n => (n.Label, _text[n.Span.Start..Math.Min(n.Span.End + 1, _text.Length)] is var note ? note[(note.IndexOf("]:", StringComparison.Ordinal) + 2)..].ReplaceLineEndings(" ").Trim() : ""))
        .Concat(_document.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g).OfType<LinkReferenceDefinition>().Where(d => d.Label is not null).Select(d => (d.Label!, d.Url ?? "")));

    /// <summary>Top-level blocks: kind, start, end.</summary>
    public List<Block> Outline { get; } = [];

    /// <summary>The numbers of blocks whose first lines are parted from the others, as the source's words tell.</summary>
    public IReadOnlySet<int> Parted => _parts.Parted;

    /// <summary>Parses a text that may be anything.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bodyStart">Where its body begins.</param>
    /// <param name="file">Its file, for what is said of it.</param>
    /// <param name="dialect">How the site reads it.</param>
    /// <param name="parted">The blocks whose first lines are parted from the others; null where the words tell.</param>
    public static Outcome<Article> TryParse(string text, int bodyStart, string file, Dialect dialect, IReadOnlySet<int>? parted = null)
    {
        if (text.AsSpan(bodyStart).Count("]:") > MostDefinitions)
            return new Refusal("too-many-definitions", $"It has more than {MostDefinitions} definitions of links and notes.", "Write the addresses into the links themselves, or cut the article in several.") { File = file };
        // The parser would look at each that is open with every line.
        if (OpenBoxes(text, bodyStart) > MostOpenBoxes)
            return TooDeep(file);
        try
        {
            return Parse(text, bodyStart, dialect, parted);
        }
        // What the parser says of more than a hundred or so blocks or marks in one another.
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.Ordinal))
        {
            return TooDeep(file);
        }
        // What it says of blocks between which it would go to and fro for ever.
        catch (InvalidOperationException e) when (Stuck().Match(e.Message) is { Success: true } place)
        {
            var line = int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) + 1;
            return new Refusal("stuck", "The marks at the beginning of this line, behind those of the line before it, are more than can be read.", "Take the blanks away that stand before them.") { File = file, Line = line };
        }
    }

    private static Refusal TooDeep(string file) => new("too-deep", "Its lists, quotations, boxes or marks stand in one another more deeply than any article's.", "Look for a line of many '>' or '[' and take them out, and for boxes (':::') that nothing closes, and close them.") { File = file };

    /// <summary>How many boxes stand open at the same time, at most.</summary>
    private static int OpenBoxes(string text, int from)
    {
        var (open, most) = (0, 0);
        for (var at = text.IndexOf(Box, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Box, from, StringComparison.Ordinal))
        {
            from = at + Box.Length;
            var line = text.AsSpan(from);
            line = line.IndexOf('\n') is >= 0 and var end ? line[..end] : line;
            if (SiteTag.StartsLine(text, at))
                open = line.Trim(": \t\r").IsEmpty ? Math.Max(0, open - 1) : open + 1;
            most = Math.Max(most, open);
            from += line.Length;
        }

        return most;
    }

    /// <summary>Parses the body that begins at an offset.</summary>
    public static Article Parse(string text, int bodyStart, Dialect dialect, IReadOnlySet<int>? parted = null)
    {
        var tags = Shortcodes.Find(text, bodyStart, dialect);
        var document = Markdown.Parse(tags.Masked, Pipelines.Of(dialect));
        Footnotes.See(document, tags.Masked);
        var article = new Article(text, tags, document, dialect, parted);
        foreach (var block in document)
            article.Top(block);
        article.Html();
        var words = new ShortcodeWords(text, tags.Mask, dialect.IsMdx);
        foreach (var (start, end) in tags.Spans)
        {
            article.Insets.AddRange(words.At(start, end));
            if (text[start] == ':')
                article._boxes.OfLine(start, end);
        }

        article.Titles();
        article.Once();
        article.Leaves.Sort((a, b) => a.Atoms[0].Start.CompareTo(b.Atoms[0].Start));
        article.WithoutInner();
        article.Outline.Sort((a, b) => a.Start.CompareTo(b.Start));
        article._atoms.Seal();
        return article;
    }

    [GeneratedRegex(@"infinite loop.* at line \[(\d+)\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Stuck();

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
        if (definition.TitleSpan.Start > start && definition.TitleSpan.End < end && _tags.Title(TitleOf(definition), definition.TitleSpan.Start, definition.TitleSpan.End + 1) is { } title)
            _titles.Add((definition, title));
        if (definition.UrlSpan.Start > start && definition.UrlSpan.End < end)
            Addresses.Add(new Address(definition.Url ?? "", definition.UrlSpan.Start, definition.UrlSpan.End + 1));
    }

    /// <summary>Adds the titles of the definitions that links name. Words within HTML may be Markdown for the site, so that what stands there in brackets may be a name.</summary>
    private void Titles()
    {
        var inHtml = _titles.Count > 0 ? Bracketed() : [];
        foreach (var (definition, title) in _titles)
        {
            if (_inlines.Named.Contains(definition) || inHtml.Contains(Label(definition.Label ?? "")))
                Insets.Add(title);
        }
    }

    /// <summary>What stands in brackets in blocks of HTML, as labels of links are compared.</summary>
    private HashSet<string> Bracketed()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (block, _) in _html)
        {
            var end = Math.Min(block.Span.End + 1, _text.Length);
            for (var open = _text.IndexOf('[', block.Span.Start, end - block.Span.Start); open >= 0; open = _text.IndexOf('[', open + 1, end - open - 1))
            {
                if (_text.AsSpan(open + 1, end - open - 1).IndexOfAny('[', ']') is > 0 and var length && _text[open + 1 + length] == ']')
                    found.Add(Label(_text.Substring(open + 1, length)));
            }
        }

        return found;
    }

    /// <summary>A label as it is compared with others, but for its capitals.</summary>
    private static string Label(string written) => string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
            _parts.Add(kind, atoms, block.Parent is GfmTables.LooseCell, block.Parent is ListItemBlock { Parent: ListBlock { IsLoose: false } });
        }
        else if (block is ContainerBlock container)
        {
            if (block is Directives.Box { Directive: var directive })
                _boxes.OfDirective(directive);
            else if (block is CustomContainer box)
                _boxes.OfBox(box.Span.Start);
            else if (block is IndentedBoxes.Box { Title: { IsEmpty: false } title })
                _boxes.Between(title.Start, title.End + 1);
            else if (block is IndentedBoxes.Box { SeenKind: { } seen } && !SeenKinds.Contains(seen))
                SeenKinds.Add(seen);
            var outer = _elements.Count;
            foreach (var child in container)
                Walk(child, _elements.Count > outer ? _elements[^1].Kind : kind);
            if (_elements.Count > outer)
                _elements.RemoveRange(outer, _elements.Count - outer);
        }
        else if (block is HtmlBlock html)
        {
            _html.Add((html, kind));
            _parts.InElements(html.Span.Start, Math.Min(html.Span.End + 1, _text.Length));
            if (html is ElementLines.Tags)
                Elements(html);
        }
        else if (block is CodeBlock or IndentedBoxes.Drawing)
        {
            if (block is FencedCodeBlock and not MathBlock && !IsMdx && Directive.At(_text, block.Span.Start) is { } code)
                Insets.AddRange(code.Words(_text));
            if (block is FencedCodeBlock and not MathBlock)
            {
                _boxes.OfFence(block.Span.Start);
                Insets.AddRange(CellOptions.Words(_text, block.Span.Start, Math.Min(block.Span.End + 1, _text.Length)));
            }

            Kept.Add((block.Span.Start, Math.Min(block.Span.End + 1, _text.Length), block is MathBlock ? Formula : block is CodeBlock ? Code : "drawn table"));
        }
    }

    /// <summary>Opens and closes the elements whose tags stand alone on lines, as far as they say what their words are.</summary>
    private void Elements(HtmlBlock tags)
    {
        foreach (var (at, tag) in HtmlTag.Between(_text, tags.Span.Start, Math.Min(tags.Span.End + 1, _text.Length)))
        {
            if (tag.IsOpening && HtmlWalk.KindOf(tag.Name) is { } kind and not UnitKind.TableCell)
                _elements.Add((tag.Name, kind));
            else if (_text[at + 1] == '/' && _elements.FindLastIndex(e => e.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var open)
                _elements.RemoveRange(open, _elements.Count - open);
        }
    }

    /// <summary>Takes out labels of directives that stand in other blocks, such as HTML: there the directive is a code.</summary>
    private void WithoutInner()
    {
        if (!Leaves.Exists(l => l.IsOfLine))
            return;
        var end = 0;
        Leaves.RemoveAll(l =>
        {
            if (l.IsOfLine && l.Atoms[0].Start < end)
                return true;
            if (!l.IsOfLine && HasWords(l))
                end = Math.Max(end, l.Atoms[^1].End);
            return false;
        });
    }

    private bool HasWords(Leaf leaf)
    {
        foreach (ref readonly var atom in leaf.Atoms)
        {
            if (atom.Kind == InlineKind.Text && !atom.IsSpace(_text))
                return true;
        }

        return false;
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
            var walk = new HtmlWalk(Blank, _tags, _document, kind, _atoms, _sentences, Dialect.InHtml);
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
            // A tag knows by the marks before it which ones may stand in it.
            for (var at = block.Span.Start - 1; at >= 0 && blank[at] is not ('\n' or '\r'); at--)
                blank[at] = blank[at] == '>' ? ' ' : blank[at];
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

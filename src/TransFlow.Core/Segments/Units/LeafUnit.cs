using System.Globalization;
using System.Runtime.InteropServices;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Cuts the unit out of a block with inline text: what stands at its edges without words stays in the skeleton. One serves all blocks of an article in turn.</summary>
/// <param name="text">The article's text.</param>
/// <param name="body">The same, parsed.</param>
/// <param name="splitter">Finds its sentences.</param>
internal sealed class LeafUnit(string text, Article body, Splitter splitter) : IDisposable
{
    /// <summary>Elements of films, sounds, pictures and drawings, and what stands in them.</summary>
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase) { "audio", "canvas", "embed", "iframe", "object", "param", "picture", "source", "svg", "track", "video" };

    private readonly LeafSentences _sentences = new(text, splitter);
    private readonly AtomList _atoms = new();
    private readonly List<CodeSource> _codes = [];

    /// <summary>The unit of a block; null when there is nothing to translate in it.</summary>
    /// <param name="leaf">The block.</param>
    /// <param name="number">Its number in the article.</param>
    /// <param name="followsImage">True when the block before it is nothing but an image.</param>
    public UnitDraft? Cut(Leaf leaf, int number, bool followsImage)
    {
        _atoms.Cut(0);
        BareAddress.Apart(text, leaf.Atoms, _atoms);
        var all = _atoms.Items;
        if (!HasWords(all))
            return null;

        var atoms = Core(all, !leaf.IsHtml && leaf.Kind != UnitKind.Heading && AreLines(all), leaf.Kind == UnitKind.Heading, out var wrapped, out var image, out var isInLink);
        TakePadding(atoms);
        var codes = Codes(atoms);
        var shown = codes.Length == 0 ? [] : new InlineCode[codes.Length];
        for (var i = 0; i < codes.Length; i++)
            shown[i] = Code(codes[i]);
        var element = wrapped is CodeKind.Html && all.Overlaps(atoms, out var first) && TagOf(all[first - 1]) is { } tag ? HtmlWalk.KindOf(tag.Name) : null;
        var isCaption = leaf.Kind == UnitKind.Paragraph && ((wrapped is CodeKind.Italic && (image || followsImage)) || (all[0].Code is { Kind: CodeKind.Shortcode } && TableCaption.IsMark(text.AsSpan(all[0].Start))));
        var place = new UnitPlace(atoms[0].Start, atoms[^1].End) { Leaf = number, IsHtml = leaf.IsHtml, IsLoose = leaf.IsLoose, IsInElement = leaf.IsInElement, IsInLink = isInLink, Codes = codes, HasLoneTildes = HasLoneTildes(all) };
        return new UnitDraft(isCaption ? UnitKind.Caption : element ?? leaf.Kind, null, _sentences.Split(atoms), ImmutableCollectionsMarshal.AsImmutableArray(shown), place);
    }

    /// <summary>The unit of words inside markup.</summary>
    /// <param name="inset">The words.</param>
    public UnitDraft Cut(Inset inset)
    {
        if (inset.Pieces.IsEmpty)
            return new UnitDraft(inset.Kind, inset.Key, PlainUnits.Split(inset.Text, splitter), [], new UnitPlace(inset.Start, inset.End) { Inset = inset });
        var codes = Codes(inset.Pieces.AsSpan());
        return new UnitDraft(inset.Kind, inset.Key, _sentences.Split(inset.Pieces.AsSpan()), [.. codes.Select(Code)], new UnitPlace(inset.Start, inset.End) { Inset = inset, Codes = codes });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _atoms.Cut(0);
        _atoms.Seal();
        _sentences.Dispose();
    }

    /// <summary>Numbers the codes, in the order of their first marks.</summary>
    private CodeSource[] Codes(ReadOnlySpan<Atom> atoms)
    {
        _codes.Clear();
        foreach (ref readonly var atom in atoms)
        {
            if (atom.Code is not { Id: "" } code)
                continue;
            _codes.Add(code);
            code.Id = _codes.Count.ToString(CultureInfo.InvariantCulture);
        }

        return _codes.Count == 0 ? [] : [.. _codes];
    }

    private static bool HasLoneTildes(ReadOnlySpan<Atom> atoms)
    {
        foreach (ref readonly var atom in atoms)
        {
            if (atom.Code is { IsLoneTilde: true })
                return true;
        }

        return false;
    }

    /// <summary>A number alone counts as words: <c>1,234</c> is another number in German, and <c>2023. 12.</c> a date in Korean alone.</summary>
    private bool HasWords(ReadOnlySpan<Atom> atoms)
    {
        foreach (ref readonly var atom in atoms)
        {
            if (atom.Kind != InlineKind.Text)
                continue;
            foreach (var c in atom.Words(text))
            {
                if (char.IsLetterOrDigit(c))
                    return true;
            }
        }

        return false;
    }

    /// <summary>True when a block shows an image and no words.</summary>
    public bool IsImage(Leaf leaf)
    {
        var hasImage = false;
        foreach (ref readonly var atom in leaf.Atoms)
        {
            if (atom.Kind == InlineKind.Text && !atom.IsSpace(text))
                return false;
            hasImage |= atom.Code?.Kind is CodeKind.Image or CodeKind.Shortcode;
        }

        return hasImage;
    }

    /// <summary>The pieces between the edges.</summary>
    /// <param name="all">All pieces of the block.</param>
    /// <param name="mayBeElement">Whether an element around all of it would be the block: MDX makes no paragraph of what is tags alone, and none stands around a block of HTML that holds Markdown.</param>
    /// <param name="isHeading">Whether the block is a heading.</param>
    /// <param name="wrapped">What stands around the pieces, and is in none of them.</param>
    /// <param name="image">Whether there is a picture at an edge.</param>
    /// <param name="isInLink">Whether all of the pieces are the words of a link.</param>
    private Span<Atom> Core(Span<Atom> all, bool mayBeElement, bool isHeading, out CodeKind? wrapped, out bool image, out bool isInLink)
    {
        wrapped = null;
        image = isInLink = false;
        int first = 0, last = all.Length;
        while (true)
        {
            var (outerFirst, outerLast) = (first, last);
            while (first < last && IsEdge(all[first]) && !IsInWord(all, first, first + 1))
                image |= all[first++].Code?.Kind is CodeKind.Image or CodeKind.Shortcode;
            while (last > first && IsEdge(all[last - 1]) && !IsInWord(all, last - 1, last - 2) && !IsOfWords(all[last - 1], isHeading))
                last--;
            last = BeforeMedia(all, first, last);
            TakeHalves(all, outerFirst, outerLast, ref first, ref last);
            if (mayBeElement && IsElement(all[first..last]))
            {
                wrapped = all[first++].Code!.Kind;
                last--;
                continue;
            }

            if (last - first < 2 || all[first].Kind != InlineKind.Open || all[last - 1].Kind != InlineKind.Close || all[first].Code != all[last - 1].Code || all[first].Code!.Suffix.Length > 0
                || TouchesTag(all[first], all[last - 1].End))
                break;
            wrapped = all[first++].Code!.Kind;
            isInLink |= wrapped is CodeKind.Link;
            last--;
        }

        return all[first..last];
    }

    /// <summary>Where tags of films, drawings and the like begin that stand on lines of their own behind the words: kramdown and MDX make a block of them there; the end of the pieces where there are none.</summary>
    private int BeforeMedia(ReadOnlySpan<Atom> all, int first, int last)
    {
        var (at, media) = (last, last);
        for (; at > first; at--)
        {
            if (TagOf(all[at - 1]) is { } tag && Media.Contains(tag.Name))
                media = at - 1;
            else if (!all[at - 1].IsSpace(text))
                break;
        }

        return at > first && media < last && text.AsSpan(all[at - 1].End..all[media].Start).Contains('\n') && text.AsSpan(all[last - 1].End).TrimStart(" \t") is [] or ['\r' or '\n', ..] ? at : last;
    }

    /// <summary>Whether marks of emphasis touch a tag that Hugo and Liquid replace before Markdown is read: against what stands there then, they may not hold around all words.</summary>
    private bool TouchesTag(in Atom open, int end) => open.Code!.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike
        && (SiteTag.StandsBehind(text, end) || (SiteTag.StandsBefore(text, open.Start) && (end == text.Length || text[end] != '{')));

    /// <summary>Whether pieces are the tag of a component, elsewhere of a block, the one that closes it, and what stands between them.</summary>
    private bool IsElement(ReadOnlySpan<Atom> atoms)
    {
        if (atoms.Length < 2 || TagOf(atoms[0]) is not { IsOpening: true } element || !(body.IsMdx ? HtmlTag.IsComponent(element.Name) : MarkdownElements.IsReadBlock(element.Name)) || TagOf(atoms[^1]) is not { IsOpening: false })
            return false;
        var depth = 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            if (TagOf(atoms[i]) is not { } tag || tag.Name != element.Name)
                continue;
            depth += tag.IsOpening ? 1 : text[atoms[i].Start + 1] == '/' ? -1 : 0;
            if (depth == 0)
                return i == atoms.Length - 1;
        }

        return false;
    }

    /// <summary>Whether pieces begin a line and end one.</summary>
    private bool AreLines(ReadOnlySpan<Atom> all) =>
        all[0].Code is not null && text.AsSpan(0, all[0].Start).TrimEnd("> \t") is [] or [.., '\n' or '\uFEFF'] && text.AsSpan(all[^1].End).TrimStart(" \t") is [] or ['\r' or '\n', ..];

    private HtmlTag? TagOf(in Atom atom) => atom.Kind == InlineKind.Standalone && text[atom.Start] == '<' && HtmlTag.At(text, atom.Start, atom.End) is { Name.Length: > 0 } tag ? tag : null;

    /// <summary>Takes the tags at the edges back of which the other half stands among the words: apart, a translator could move but one of the two.</summary>
    private void TakeHalves(ReadOnlySpan<Atom> all, int outerFirst, int outerLast, ref int first, ref int last)
    {
        if (!HasTag(all[outerFirst..first]) && !HasTag(all[last..outerLast]))
            return;
        var open = new List<(string Name, int At)>();
        var pairs = new List<(int Open, int Close)>();
        for (var i = outerFirst; i < outerLast; i++)
        {
            if (all[i].Code is not { Kind: CodeKind.Shortcode } code)
                continue;
            var name = SiteTag.Name(text, code.OpenStart, code.OpenEnd).ToString();
            var opener = name is ['/', ..] ? name[1..] : name.StartsWith("end", StringComparison.Ordinal) ? name[3..] : null;
            if (opener is null)
            {
                if (name.Length > 0)
                    open.Add((name, i));
            }
            else if (open.FindLastIndex(o => o.Name == opener) is >= 0 and var found)
            {
                pairs.Add((open[found].At, i));
                open.RemoveRange(found, open.Count - found);
            }
        }

        for (var isAll = false; !isAll;)
        {
            isAll = true;
            foreach (var (from, to) in pairs)
            {
                if (from < first && to >= first && to < last)
                    (first, isAll) = (from, false);
                else if (to >= last && from >= first && from < last)
                    (last, isAll) = (to + 1, false);
            }
        }
    }

    private static bool HasTag(ReadOnlySpan<Atom> atoms)
    {
        foreach (ref readonly var atom in atoms)
        {
            if (atom.Code is { Kind: CodeKind.Shortcode })
                return true;
        }

        return false;
    }

    /// <summary>Leaves white space at the edges of the words, such as a table cell's padding, to the skeleton.</summary>
    private void TakePadding(Span<Atom> atoms)
    {
        ref var first = ref atoms[0];
        if (first.Kind == InlineKind.Text)
            first = first with { Text = first.Text?.TrimStart(), Start = Skip(first.Start, first.End) };
        ref var last = ref atoms[^1];
        if (last.Kind == InlineKind.Text)
            last = last with { Text = last.Text?.TrimEnd(), End = SkipBack(last.Start, last.End) };
    }

    private int Skip(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(body.Blank[start]))
            start++;
        return start;
    }

    private int SkipBack(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(body.Blank[end - 1]))
            end--;
        return end;
    }

    /// <summary>Whether a piece says nothing at the edge of words: a formula does.</summary>
    private bool IsEdge(in Atom atom) =>
        atom.IsSpace(text) || (atom is { Kind: InlineKind.Standalone, Code.Kind: CodeKind.Image or CodeKind.Shortcode or CodeKind.LineBreak or CodeKind.Other } && !(atom.Code.Kind == CodeKind.Other && text[atom.Start] is '$' or '\\'));

    /// <summary>Whether a piece is a list of attributes of the words right before it: apart from them, it would be that of what a translator puts there.</summary>
    private bool IsOfWords(in Atom atom, bool isHeading) => !body.IsMdx && atom.Code is { Kind: CodeKind.Shortcode } && text[atom.Start] == '{' && SiteTag.IsOfWords(text, atom.Start, atom.End, isHeading);

    /// <summary>Whether a picture, or what the site puts in, as in <c>{{ name }}</c>, is a part of the word beside it; a tag that another one closes stands around words.</summary>
    private bool IsInWord(ReadOnlySpan<Atom> all, int at, int beside)
    {
        if (all[at].Code is { Kind: CodeKind.Image })
            return beside >= 0 && beside < all.Length && all[beside].Kind == InlineKind.Text && char.IsLetterOrDigit(BesideOf(all, at, beside, ""));
        if (all[at].Code is not { Kind: CodeKind.Shortcode } code)
            return false;
        // The name of a link to another note stands around its words.
        if (text[code.OpenStart] == ']' || text.AsSpan(code.OpenStart, code.OpenEnd - code.OpenStart) is ['[', '[', .., '|'])
            return true;
        if (text[code.OpenStart] != '{' || beside < 0 || beside >= all.Length || all[beside].Kind != InlineKind.Text)
            return false;
        if (body.IsMdx)
            return text[code.OpenStart + 1] != '/' && (text[code.OpenStart + 1] != '#' || IsOfDirective(code.OpenStart));
        // A value may have a blank beside it; what else is set apart by one stands beside the sentence.
        var isValue = text.AsSpan(code.OpenStart, code.OpenEnd - code.OpenStart) is ['{', '{', not ('<' or '%' or '/'), ..];
        if (!char.IsLetterOrDigit(BesideOf(all, at, beside, isValue ? " " : "")) && !(isValue && char.IsPunctuation(BesideOf(all, at, beside, ""))))
            return false;
        var name = SiteTag.Name(text, code.OpenStart, code.OpenEnd);
        var closes = name is ['/', ..] || (name is ['e', 'n', 'd', ..] && text[code.OpenStart + 1] == '%');
        return !name.IsEmpty && !closes && !body.Closed.Contains(name.ToString());
    }

    /// <summary>Whether a list of attributes belongs to a directive in the line, as in <c>:span[words]{#id}</c>.</summary>
    private bool IsOfDirective(int brace)
    {
        var at = brace - 1;
        for (var depth = 0; at >= 0 && text[at] is not ('\r' or '\n') && (depth > 0 || text[at] == ']'); at--)
            depth += text[at] == ']' ? 1 : text[at] == '[' ? -1 : 0;
        var end = at;
        while (at >= 0 && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_'))
            at--;
        return at >= 0 && at < end && text[at] == ':';
    }

    /// <summary>The sign of words that stands next to a piece on its line.</summary>
    private char BesideOf(ReadOnlySpan<Atom> all, int at, int beside, string past)
    {
        var words = all[beside].Words(text);
        var trimmed = past.Length == 0 ? words : beside > at ? words.TrimStart(past) : words.TrimEnd(past);
        return trimmed.IsEmpty ? ' ' : beside > at ? trimmed[0] : trimmed[^1];
    }

    /// <summary>A piece of markup. Most pieces are these.</summary>
    private string Markup(int start, int end) => text.AsSpan(start, end - start) switch
    {
        "**" => "**",
        "*" => "*",
        "[" => "[",
        var other => other.ToString(),
    };

    private InlineCode Code(CodeSource source) =>
        new(source.Id, source.Kind, Markup(source.OpenStart, source.OpenEnd), source.IsPair ? Markup(source.CloseStart, source.CloseEnd) : null)
        {
            Equivalent = source.Kind == CodeKind.LineBreak || HtmlTag.IsBreak(text, source.OpenStart, source.OpenEnd) ? " " : "",
            CanCopy = source.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike,
            CanDelete = source.Kind is CodeKind.Bold or CodeKind.Italic or CodeKind.Strike or CodeKind.LineBreak,
        };
}

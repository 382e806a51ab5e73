namespace TransFlow.Core.Segments.Parsing;

/// <summary>Parts the pieces of a block into those that readers see apart: the title of an alert, lines that are blocks of their own, cells of HTML.</summary>
/// <param name="text">The article's text.</param>
/// <param name="atoms">Its pieces.</param>
/// <param name="dialect">How the site reads it.</param>
/// <param name="leaves">Takes the blocks.</param>
/// <param name="parted">The blocks whose first lines are parted from the others, where that is known from the source; null where the words tell.</param>
internal sealed class LeafParts(string text, AtomList atoms, Dialect dialect, List<Leaf> leaves, IReadOnlySet<int>? parted)
{
    private const string Comment = "<!--";

    private readonly bool _hasOwnLines = text.Contains("*[", StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal) || text.Contains("\n^", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal)
        || text.Contains(Comment, StringComparison.Ordinal);

    /// <summary>How many blocks there were.</summary>
    private int _blocks;

    /// <summary>The numbers of the blocks whose first lines are parted from the others, since these have markup.</summary>
    public HashSet<int> Parted { get; } = [];

    /// <summary>How many elements are open around what comes.</summary>
    private int _open;

    /// <summary>Counts the elements that a block of HTML opens and closes.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Offset after it.</param>
    public void InElements(int start, int end)
    {
        foreach (var (at, tag) in HtmlTag.Between(text, start, end))
        {
            if (HtmlTag.HasEnd(tag.Name) && (tag.IsOpening || (text[at + 1] == '/' && _open > 0)))
                _open += tag.IsOpening ? 1 : -1;
        }
    }

    /// <summary>Adds the block whose pieces are the last ones. The first line of an alert is its title, which no words may join.</summary>
    public void Add(UnitKind kind, int first, bool isLoose, bool isTight)
    {
        _blocks++;
        // What stands for a table of contents is not seen.
        if (atoms.Count == first || (kind == UnitKind.ListItem && text.AsSpan(atoms.Items[^1].Start).StartsWith("{:toc")))
            return;
        if (_hasOwnLines)
            first = AfterOwnLines(kind, first);
        var end = kind == UnitKind.Quotation && atoms.Items[first] is { Code.Kind: CodeKind.Shortcode } mark && text.AsSpan(mark.Start).StartsWith("[!") ? TitleEnd(first) : -1;
        if (end > first)
            Whole(kind, first, end, isLoose: false);
        if (dialect.IsMdx)
            Parts(kind, end + 1 > first ? end + 1 : first, isLoose, isTight);
        else
            Whole(kind, end + 1 > first ? end + 1 : first, atoms.Count, isLoose);
    }

    /// <summary>Adds a block without the tags of elements of running text around it that stand alone on their lines: Markdown for kramdown and Python-Markdown, for others words as they stand.</summary>
    private void Whole(UnitKind kind, int first, int end, bool isLoose)
    {
        var isInElement = _open > 0 || IsTagAlone(first, end);
        while (IsTagAlone(first, end) && end - first > 4 && EndsLine(atoms.Items[end - 2]) && Closes(atoms.Items[end - 1], atoms.Items[first]))
            (first, end) = (first + 2, end - 2);
        leaves.Add(new Leaf(kind, atoms, first, end) { IsLoose = isLoose, IsInElement = isInElement });
    }

    private bool IsTagAlone(int first, int end) => dialect.InHtml != MarkdownInHtml.WhereSaid && end - first > 1 && EndsLine(atoms.Items[first + 1])
        && atoms.Items[first] is { Code.Kind: CodeKind.Html } atom && ElementAt(atom) is { } tag && MarkdownElements.BeginsSentence(tag);

    private bool Closes(in Atom atom, in Atom opening) => atom.Code is { Kind: CodeKind.Html } && text[atom.Start + 1] == '/' && ElementAt(atom)?.Name == ElementAt(opening)!.Value.Name;

    /// <summary>
    /// Adds a block of MDX in as many parts as tags make of it, those of elements that are no part of a sentence, as in <c>&lt;td&gt;words&lt;/td&gt;</c>.
    /// So do the ends of lines between components.
    /// </summary>
    private void Parts(UnitKind outer, int first, bool isLoose, bool isTight)
    {
        var (depth, kind) = (0, outer);
        for (var i = first; i < atoms.Count; i++)
        {
            ref readonly var atom = ref atoms.Items[i];
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            if (depth > 0)
                continue;
            if (EndsLine(atom) && i > first && i + 1 < atoms.Count && IsOfComponent(atoms.Items[i - 1]) && IsOfComponent(atoms.Items[i + 1]))
            {
                Part(kind, first, i, isLoose, isTight);
                first = i + 1;
            }
            else if (atom.Code is { Kind: CodeKind.Html } && ElementAt(atom) is { Name: { Length: > 0 } name } tag && !HtmlTag.IsComponent(name) && !HtmlWalk.IsInText(name) && !HtmlWalk.IsOpaque(name))
            {
                Part(kind, first, i, isLoose, isTight);
                first = i + 1;
                kind = tag.IsOpening ? HtmlWalk.KindOf(name) ?? kind : HtmlWalk.KindOf(name) is null ? kind : outer;
            }
        }

        Part(kind, first, atoms.Count, isLoose, isTight);
    }

    private void Part(UnitKind kind, int first, int end, bool isLoose, bool isTight)
    {
        if (end > first)
            leaves.Add(new Leaf(kind, atoms, first, end) { IsLoose = isLoose, IsInElement = _open > 0, IsTight = isTight });
    }

    private bool IsOfComponent(in Atom atom) => atom.Code is { Kind: CodeKind.Html } && ElementAt(atom) is { Name: { Length: > 0 } name } && HtmlTag.IsComponent(name);

    private HtmlTag? ElementAt(in Atom atom) => HtmlTag.At(text, atom.Start, atom.End);

    /// <summary>
    /// Adds the lines that are blocks of their own, and those before them: what abbreviations stand for, kramdown's lists of attributes, which belong to the
    /// block before them, tags of site generators that are no values, around which a theme may put blocks, and lines that begin with a comment, which for
    /// CommonMark are HTML to their ends (0.31.2, 4.6), or with a tag in whose place Hexo puts one.
    /// </summary>
    /// <returns>The number of the first piece of the block that is left.</returns>
    private int AfterOwnLines(UnitKind kind, int first)
    {
        var (depth, isFirstLine) = (0, true);
        for (var i = first; i < atoms.Count; i++)
        {
            ref readonly var atom = ref atoms.Items[i];
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            if (!(EndsLine(atom) || atom.Code is { Kind: CodeKind.LineBreak }) || depth != 0 || i == first || i + 1 == atoms.Count)
                continue;
            var isOwn = IsOwnLine(first) || IsOwnLine(i + 1) || (isFirstLine && IsParted(first, i));
            isFirstLine = false;
            if (!isOwn)
                continue;
            Whole(kind, first, i, isLoose: false);
            first = i + 1;
        }

        return first;
    }

    private bool IsOwnLine(int at) => atoms.Items[at] is { Code.Kind: CodeKind.Html } comment ? text.AsSpan(comment.Start).StartsWith(Comment) : atoms.Items[at] is { Code.Kind: CodeKind.Shortcode } mark
        && (text[mark.Start] is '*' or '^' or '@' or '#' or '-' || (text[mark.Start] == ':' && !TableCaption.IsMark(text.AsSpan(mark.Start))) || (text.AsSpan(mark.Start) is ['{', ':' or '%', ..] or ['{', '{', '<' or '%', ..] && (at + 1 == atoms.Count || EndsLine(atoms.Items[at + 1]))));

    private bool IsParted(int first, int end)
    {
        if (parted is null ? KeepsMarkupOff(first, end) : parted.Contains(_blocks))
            Parted.Add(_blocks);
        return Parted.Contains(_blocks);
    }

    /// <summary>
    /// Whether a block's first line, which begins with a tag or variable and ends with a sentence, keeps the markup of the others from a line that is HTML for Hexo,
    /// where readers would see its marks. For other site generators lines are free to stay.
    /// </summary>
    private bool KeepsMarkupOff(int first, int end)
    {
        if (dialect.IsMdx || atoms.Items[first] is not { Code.Kind: CodeKind.Shortcode } tag || text.AsSpan(tag.Start) is not (['{', '%', ..] or ['{', '{', not ('<' or '%'), ..])
            || text.AsSpan(tag.End, atoms.Items[end - 1].End - tag.End).TrimEnd(" \t\"'”’」』)") is not [.., '.' or '?' or '!' or '。' or '？' or '！' or '…'])
            return false;
        return !atoms.Items[first..end].ToArray().Any(IsMarkup) && atoms.Items[end..atoms.Count].ToArray().Any(IsMarkup);
    }

    private static bool IsMarkup(Atom atom) => atom.Code is { Kind: not (CodeKind.Html or CodeKind.Shortcode or CodeKind.LineBreak) };

    /// <summary>Whether a piece is the end of a line that the article does not mark as one for readers.</summary>
    private bool EndsLine(in Atom atom) => atom is { Kind: InlineKind.Text, Text: "\n" } || (dialect.BreaksLines && atom.Code is { Kind: CodeKind.LineBreak });

    /// <summary>The number of the line end after the title of an alert; -1 when there is none, or no words before it.</summary>
    private int TitleEnd(int first)
    {
        var (depth, hasWords) = (0, false);
        for (var i = first; i < atoms.Count; i++)
        {
            ref readonly var atom = ref atoms.Items[i];
            if (EndsLine(atom) && depth == 0)
                return hasWords ? i : -1;
            depth += atom.Kind == InlineKind.Open ? 1 : atom.Kind == InlineKind.Close ? -1 : 0;
            hasWords |= atom.Kind == InlineKind.Text && !atom.IsSpace(text);
        }

        return -1;
    }
}

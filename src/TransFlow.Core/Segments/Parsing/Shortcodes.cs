using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace TransFlow.Core.Segments.Parsing;

/// <summary>
/// Site generators' tags: Hugo shortcodes, Liquid, attribute lists such as <c>{#id}</c>, what only MDX knows, and formulas. They are no Markdown, so they are hidden from the
/// Markdown parser behind characters that mean nothing to it, in the same places.
/// </summary>
internal sealed partial class Shortcodes
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("{$\\");
    private static readonly SearchValues<char> SignsAndJsx = SearchValues.Create("{$<\\");

    /// <summary>What is in every tag that has something of JSX or of Vue.</summary>
    private static readonly SearchValues<string> JsxSigns = SearchValues.Create(["={", " @", " #", "\n@", "\n#"], StringComparison.Ordinal);

    /// <summary>Stands for a sign that begins nothing; punctuation, as the sign is.</summary>
    private const char Sign = '\u2039';

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
    public static Shortcodes Find(string text, int from, Dialect dialect)
    {
        var isMdx = dialect.IsMdx;
        var mask = Unused(text);
        var spans = Tags(text, from, dialect);
        if (!isMdx && BareAddress.MayStandIn(text))
            AddressTags.Widen(text, from, spans);
        var marks = isMdx ? [] : MarksBehindTags.Find(text, spans);
        var references = References(text, from);
        AddressBlanks.Find(text, from, references);
        var open = Unclosed(text, from);
        BareAddress.Emphasized(text, from, open);
        var sizes = ImageSizes.Find(text, from);
        var found = new Shortcodes(text, spans.Count + references.Count + open.Count + sizes.Count + from == 0 ? text : Hidden(text, from, references, open, sizes, spans, marks, mask), mask, isMdx);
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
    public static bool IsHidden(ReadOnlySpan<char> masked) => masked.Length > 0 && Hides(masked[0]) && !masked.ContainsAnyExcept(masked[0]);

    /// <summary>Whether a character may stand for a tag in a text as the Markdown parser sees it.</summary>
    /// <param name="sign">The character.</param>
    public static bool Hides(char sign) => sign is (>= FirstMask and < Reference) or (>= FirstPrivate and <= LastPrivate);

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

    private static List<(int Start, int End)> Tags(string text, int from, Dialect dialect)
    {
        var isMdx = dialect.IsMdx;
        var spans = new List<(int Start, int End)>();
        var marks = LineMarks.Find(text, from, dialect.HasNoData);
        if (isMdx)
        {
            marks.AddRange(new MdxExpressions(text).Find(from));
            marks.Sort();
        }

        var signs = isMdx || text.AsSpan(from).ContainsAny(JsxSigns) ? SignsAndJsx : Signs;
        var contents = new TagContents(text, dialect.HasNoData);
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
                at = Math.Max(at, found.End);
                continue;
            }

            if (at == text.Length)
                return spans;
            if (text[at] == '{' && SiteTag.IsEscaped(text, at) && SiteTag.HeadingNameEnd(text, at) is > 0 and var named)
            {
                spans.Add((at - 1, named));
                at = named;
                continue;
            }

            // No line of tags is hidden from the parser, which makes a block of it.
            if (isMdx && text[at] == '<' && SiteTag.StartsLine(text, at) && ElementLines.TagsEnd(text, at) is > 0 and var lineEnd)
            {
                at = lineEnd;
                continue;
            }

            // Nor is a formula that is a block.
            if (text[at] == '$' && SiteTag.StartsLine(text, at) && DisplayFormula.BlockEnd(text, at) is > 0 and var blockEnd)
            {
                at = blockEnd;
                continue;
            }

            var end = text[at] switch
            {
                '$' => SiteTag.FormulaEnd(text, at) is > 0 and var formulaEnd ? formulaEnd : text.AsSpan(at).StartsWith("$$") ? DisplayFormula.InlineEnd(text, at) : 0,
                '<' => SiteTag.JsxEnd(text, at, isMdx),
                '\\' => isMdx ? 0 : BracketFormula.End(text, at),
                _ when isMdx || at >= last || endless.Contains(text[at + 1], StringComparison.Ordinal) || Directive.IsName(text, at) => 0,
                _ when SiteTag.End(text, at) is > 0 and var tag => contents.End(at, tag),
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

    /// <summary>A title, with the hidden tags in it as codes; null when it has no words.</summary>
    /// <param name="title">The title as it was written; null for none.</param>
    /// <param name="start">Offset of its first mark.</param>
    /// <param name="end">Offset after its last one.</param>
    public Inset? Title(string? title, int start, int end)
    {
        if (title is null || !title.Any(char.IsLetterOrDigit))
            return null;
        if (!Masked.AsSpan(start, end - start).Contains(Mask))
            return new Inset(UnitKind.Title, "title", title, start, end);
        var pieces = ImmutableArray.CreateBuilder<Atom>();
        var from = start + 1;
        for (var next = Next(from); next >= 0; next = Next(from))
        {
            Add(next);
            from = Math.Min(At(next).End, end - 1);
            pieces.Add(HtmlWalk.Standalone(_text, KindAt(next), next, from));
        }

        Add(end - 1);
        return Inset.Of(UnitKind.Title, "title", pieces.DrainToImmutable(), _text, start, end);

        int Next(int at) => Masked.AsSpan(at, end - 1 - at).IndexOf(Mask) is >= 0 and var found ? at + found : -1;

        void Add(int until)
        {
            if (from < until)
                pieces.Add(new Atom(InlineKind.Text, HtmlHelper.Unescape(LineBegin().Replace(_text[from..until], "\n")), from, until, null));
        }
    }

    /// <summary>What the tag is that begins at a place.</summary>
    public CodeKind KindAt(int start) => _text.AsSpan(At(start).Start) switch
    {
        ['$', ..] or ['\\', not '{', ..] => CodeKind.Other,
        ['<', ..] => CodeKind.Html,
        _ => CodeKind.Shortcode,
    };

    /// <summary>A title as it was written, where the parser saw something else.</summary>
    public string? Written(string? seen, int start, int end) => seen is not null && seen.AsSpan().ContainsAny(Reference, Sign) ? HtmlHelper.Unescape(_text[(start + 1)..(end - 1)]) : seen;

    private static string Hidden(string text, int bodyStart, List<(int Start, int End)> references, List<int> open, List<(int Start, int End)> sizes, List<(int Start, int End)> spans, List<(int End, string Beginning)> marks, char mask) => string.Create(text.Length, (text, bodyStart, references, open, sizes, spans, marks, mask), static (hidden, from) =>
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
            var stand = IsOfDefinition(from.text, start, end) ? ' ' : from.mask;
            foreach (ref var c in hidden[start..end])
                c = c is '\n' or '\r' ? c : stand;
        }

        // What parts columns ends a paragraph, as a rule does.
        foreach (var (start, end) in from.spans)
        {
            if (from.text.AsSpan(start, end - start) is LineMarks.Column && from.text.AsSpan(end).TrimStart(" \t") is [] or ['\r' or '\n', ..])
                "* * *".CopyTo(hidden[start..]);
        }

        foreach (var (end, beginning) in from.marks)
        {
            hidden[end - beginning.Length - 1] = '\n';
            beginning.CopyTo(hidden[(end - beginning.Length)..]);
        }
    });

    /// <summary>Whether a list of attributes stands right below the definition of a link: it belongs to that, and begins no paragraph (kramdown).</summary>
    private static bool IsOfDefinition(string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).StartsWith("{:") || start < 2 || text[start - 1] != '\n' || (end < text.Length && text[end] is not ('\n' or '\r')))
            return false;
        var line = text.AsSpan(0, start - 1);
        return line[(line.LastIndexOf('\n') + 1)..] is ['[', not '^', ..] definition && definition.Contains("]: ", StringComparison.Ordinal);
    }

    /// <summary>The end of a line, and the marks of quotations that begin the next.</summary>
    [GeneratedRegex(@"\r?\n[ \t>]*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBegin();
}

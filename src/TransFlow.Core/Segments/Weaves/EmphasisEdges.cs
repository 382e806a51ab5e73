using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Moves the marks of emphasis to where plain CommonMark takes them for marks (0.31.2, 6.2): white space goes out of the emphasis, and
/// so does punctuation at its edge that would touch a letter outside, as in <c>**word.**is</c>, a pair of brackets or quotation marks at both edges
/// together; emphasis of nothing goes. Words stay.
/// </summary>
internal static class EmphasisEdges
{
    /// <summary>A symbol beyond ASCII.</summary>
    public const char Symbol = 's';

    /// <summary>Longer signs are looked for by nobody; one may be of many characters, such as that of a family.</summary>
    private const int LongestSign = 64;

    /// <summary>Moves the marks to where they hold.</summary>
    /// <param name="text">The source article.</param>
    /// <param name="parts">The parts in reading order, nested rightly.</param>
    /// <param name="place">Where the unit stands.</param>
    public static void Mend(string text, List<Inline> parts, UnitPlace place)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            // What a step changes can matter to the marks just before it.
            if (Step(text, parts, i, place))
                i = Math.Max(-1, i - 3);
        }
    }

    /// <summary>
    /// Whether a letter or symbol beside a mark has to be written as a character reference: a code, a link or the one half of a pair at the inner edge
    /// cannot go out of the emphasis, and against the letter outside it would undo the mark, as in <c>**`code`**is</c> and <c>**word (w)**is</c>.
    /// </summary>
    /// <param name="text">The source article.</param>
    /// <param name="parts">The unit's parts.</param>
    /// <param name="at">The text.</param>
    /// <param name="place">Where the unit stands.</param>
    /// <param name="isEnd">True for the text's last letter, before a mark that opens; false for its first, after one that closes.</param>
    public static bool HidesLetter(string text, ImmutableArray<Inline> parts, int at, UnitPlace place, bool isEnd)
    {
        var words = parts[at].Value;
        var step = isEnd ? 1 : -1;
        var next = at + step;
        if (words.Length == 0 || Edge(words, isEnd ? words.Length - 1 : 0) is not ('a' or Symbol))
            return false;
        var mark = -1;
        for (; next >= 0 && next < parts.Length && (place.IsEmphasis(parts[next]) || parts[next] is { Kind: InlineKind.Text, Value: "" }); next += step)
        {
            // The text stands in an emphasis of its own.
            if (parts[next].Kind == (isEnd ? InlineKind.Close : InlineKind.Open))
                return false;
            mark = parts[next].Kind == InlineKind.Text ? mark : next;
        }

        if (mark < 0 || next < 0 || next >= parts.Length)
            return false;
        if (parts[next].Kind == InlineKind.Text)
            return (!HasAttributes(parts[mark], place) && PairHalf.Partner(parts, mark, next) is not null) || AreInDoubt(words, parts[next].Value, isEnd);
        var code = place.Code(parts[next].Value);
        var (start, end) = parts[next].Kind == InlineKind.Close ? (code.CloseStart, code.CloseEnd) : (code.OpenStart, code.OpenEnd);
        // An address there is written between angle brackets.
        return start < end && (code.Words is not null || Edge(text, isEnd ? start : end - 1) == '.');
    }

    /// <summary>
    /// Whether some reader takes the symbol inside of a mark for punctuation and the one outside for a letter: many take one beyond U+FFFF, as emoji are, for
    /// a letter, and marked does before a mark alone.
    /// </summary>
    private static bool AreInDoubt(string outside, string inside, bool isEnd) => char.IsSurrogate(isEnd ? outside[^1] : outside[0])
        && Edge(outside, isEnd ? outside.Length - 1 : 0) == Symbol && Edge(inside, isEnd ? 0 : inside.Length - 1) == Symbol
        && (isEnd || !char.IsSurrogate(inside[^1]));

    /// <summary>
    /// The codes of emphasis that touch what their marks may not hold against, and others do: a mark of underscores holds beside a symbol only where
    /// that is punctuation, and not behind a letter with a hyphen (kramdown), one of stars always; a lone tilde beside a letter would be that of a range, two never are.
    /// </summary>
    /// <param name="parts">The unit's parts.</param>
    /// <param name="place">Where the unit stands.</param>
    public static HashSet<string>? WithPlainerMarks(ImmutableArray<Inline> parts, UnitPlace place)
    {
        HashSet<string>? beside = null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Kind == InlineKind.Text || !place.IsEmphasis(parts[i]))
                continue;
            var outside = parts[i].Kind == InlineKind.Open ? i - 1 : i + 1;
            if (outside >= 0 && outside < parts.Length && parts[outside] is { Kind: InlineKind.Text, Value: { Length: > 0 } words } && Edge(words, parts[i].Kind == InlineKind.Open ? words.Length - 1 : 0) is var edge
                && (edge == Symbol || (edge == 'a' && place.Code(parts[i].Value).IsLoneTilde) || (parts[i].Kind == InlineKind.Open && EndsWithHyphen(words) && place.Code(parts[i].Value).Kind != CodeKind.Strike)))
                (beside ??= new(StringComparer.Ordinal)).Add(parts[i].Value);
        }

        return beside;
    }

    /// <summary>Whether words end with a letter and a hyphen, as in <c>K-</c>.</summary>
    public static bool EndsWithHyphen(string words) => words is [.., var letter, '-'] && (char.IsLetter(letter) || char.IsLowSurrogate(letter));

    private static bool Step(string text, List<Inline> parts, int at, UnitPlace place) => parts[at].Kind switch
    {
        InlineKind.Text => false,
        _ when !place.IsEmphasis(parts[at]) => false,
        InlineKind.Open => Empty(parts, at) || Move(text, parts, at, inside: at + 1, isOpen: true, place),
        _ => Move(text, parts, at, inside: at - 1, isOpen: false, place),
    };

    private static bool Empty(List<Inline> parts, int open)
    {
        if (open + 1 >= parts.Count || parts[open + 1].Kind != InlineKind.Close || parts[open + 1].Value != parts[open].Value)
            return false;
        parts.RemoveRange(open, 2);
        return true;
    }

    /// <summary>Moves one sign out over the mark when it has to go.</summary>
    private static bool Move(string text, List<Inline> parts, int mark, int inside, bool isOpen, UnitPlace place)
    {
        if (inside < 0 || inside >= parts.Count || parts[inside].Kind != InlineKind.Text)
            return false;
        var words = parts[inside].Value;
        if (words.Length == 0)
        {
            parts.RemoveAt(inside);
            return true;
        }

        if (HasAttributes(parts[mark], place) && !char.IsWhiteSpace(words[^1]))
            return false;
        var first = Edge(words, isOpen ? 0 : words.Length - 1);
        if (first == 'a')
            return false;
        if (first != ' ')
        {
            var beyond = Beyond(parts, mark + (isOpen ? -1 : 1), isOpen, place);
            var outside = Outside(text, parts, beyond, isOpen, place);
            if (outside != 'a' && !(first == '.' && outside == Symbol))
                return false;
            if (PairHalf.Partner(parts, mark, inside) is { } partner)
            {
                // One half alone outside would be seen. A letter there can be written otherwise, a tag cannot.
                if (!PairHalf.IsAtOtherEdge(parts, mark, partner))
                    return parts[beyond].Kind != InlineKind.Text && MoveOut(parts, mark);
                var other = PairHalf.Other(parts, mark);
                return MoveOut(parts, Math.Max(mark, other)) && MoveOut(parts, Math.Min(mark, other));
            }
        }

        return MoveOut(parts, mark, isRun: first != ' ');
    }

    private static bool MoveOut(List<Inline> parts, int mark, bool isRun = false)
    {
        var isOpen = parts[mark].Kind == InlineKind.Open;
        var inside = isOpen ? mark + 1 : mark - 1;
        var words = parts[inside].Value;
        var width = Width(words, isOpen, isRun);
        var (moved, kept) = isOpen ? (words[..width], words[width..]) : (words[^width..], words[..^width]);
        parts[inside] = new Inline(InlineKind.Text, kept);
        parts.Insert(isOpen ? mark : mark + 1, new Inline(InlineKind.Text, moved));
        return true;
    }

    /// <summary>Whether a list of attributes stands behind a mark: it is punctuation.</summary>
    private static bool HasAttributes(Inline mark, UnitPlace place) => mark.Kind == InlineKind.Close && place.Code(mark.Value) is var code && code.CloseEnd - code.CloseStart > code.OpenEnd - code.OpenStart;

    /// <summary>The part on the other side of a mark, and of other marks of emphasis that it runs together with; none at the edge of the block.</summary>
    private static int Beyond(List<Inline> parts, int at, bool isBefore, UnitPlace place)
    {
        while (at >= 0 && at < parts.Count && (parts[at] is { Kind: InlineKind.Text, Value: "" } || place.IsEmphasis(parts[at])))
            at += isBefore ? -1 : 1;
        return at;
    }

    /// <summary>What stands there: the edge of the block counts as white space, a tag whose output stands in its place before Markdown is read as a letter, other markup as punctuation.</summary>
    private static char Outside(string text, List<Inline> parts, int at, bool isBefore, UnitPlace place)
    {
        if (at < 0 || at >= parts.Count)
            return (isBefore ? SiteTag.StandsBefore(text, place.Start) : SiteTag.StandsBehind(text, place.End)) ? 'a' : ' ';
        return parts[at].Kind == InlineKind.Text ? Edge(parts[at].Value, isBefore ? parts[at].Value.Length - 1 : 0)
            : text.AsSpan(place.Code(parts[at].Value).OpenStart) is ['{', '{' or '%', ..] ? 'a'
            : '.';
    }

    /// <summary>A space for white space, a stop for punctuation, <c>a</c> for anything else, as CommonMark 2.1 has it; symbols beyond ASCII (😀, €) are a kind of their own, since they are punctuation from 0.31 on and were letters before.</summary>
    public static char Edge(string text, int at)
    {
        if (char.IsWhiteSpace(text[at]))
            return ' ';
        var category = CharUnicodeInfo.GetUnicodeCategory(text, at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at);
        return category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation ? '.'
            : category is >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol ? (char.IsAscii(text[at]) ? '.' : Symbol)
            : 'a';
    }

    /// <summary>
    /// How much of a text goes out of it at once: a whole sign as readers see it, such as a flag of two letters or an emoji with the colour of its skin, and with
    /// it those just like it, as in <c>C++</c>, where other words are left.
    /// </summary>
    private static int Width(string words, bool isFirst, bool isRun)
    {
        var width = Sign(words, isFirst);
        if (!isRun)
            return width;
        var run = width;
        while (run < words.Length && (isFirst ? words.AsSpan(run) : words.AsSpan(0, words.Length - run)) is var rest && Sign(rest, isFirst) == width
            && (isFirst ? rest[..width].SequenceEqual(words.AsSpan(0, width)) : rest[^width..].SequenceEqual(words.AsSpan(words.Length - width))))
            run += width;
        return run < words.Length ? run : width;
    }

    /// <summary>The length of the first sign of a text, or of its last.</summary>
    private static int Sign(ReadOnlySpan<char> words, bool isFirst)
    {
        if (isFirst)
            return StringInfo.GetNextTextElementLength(words);
        if (char.IsAscii(words[^1]))
            return 1;
        var rest = words[Math.Max(0, words.Length - LongestSign)..];
        var width = 1;
        for (; !rest.IsEmpty; rest = rest[width..])
            width = StringInfo.GetNextTextElementLength(rest);
        return width;
    }
}

using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Marks of footnotes that are written with tags or links right behind a sentence's end, as in <c>끝났다.&lt;sup&gt;1&lt;/sup&gt;</c> and <c>끝났다.[1](#fn1)</c>.</summary>
internal static class NoteMarks
{
    private const int Longest = 16;
    private const int MostDigits = 3;

    /// <summary>Elements of which a mark is made.</summary>
    private static readonly HashSet<string> Holding = new(StringComparer.OrdinalIgnoreCase) { "sup", "a", "span" };

    /// <summary>Elements that change how words look and nothing else.</summary>
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "small", "big", "font", "span", "a", "q", "cite",
    };

    /// <summary>Whether a sentence may end with a text.</summary>
    /// <param name="before">The text.</param>
    public static bool MayFollow(ReadOnlySpan<char> before) =>
        before.Length > 1 && MarkTable.Classify(before[^1], out var kind) is MarkRole.Stop or MarkRole.Close or MarkRole.Straight && kind != MarkKind.MiddleDot
        // Of 5.<sup>99</sup> the point is that of a price.
        && !(kind == MarkKind.Dot && char.IsDigit(before[^2]));

    /// <summary>Whether a piece is a tag that begins words which look different; sentences are found as if it were not there.</summary>
    /// <param name="atoms">The pieces of a block.</param>
    /// <param name="at">The piece.</param>
    /// <param name="article">The article's text.</param>
    public static bool OpensWords(ReadOnlySpan<Atom> atoms, int at, string article) =>
        at + 1 < atoms.Length && atoms[at + 1].Kind == InlineKind.Text && atoms[at + 1].Words(article) is [var letter, ..] && char.IsLetter(letter)
        && TagAt(atoms[at], article) is { IsOpening: true } tag && Formatting.Contains(tag.Name);

    /// <summary>Where a mark ends that begins with a piece.</summary>
    /// <param name="atoms">The pieces of a block.</param>
    /// <param name="from">The piece.</param>
    /// <param name="article">The article's text.</param>
    /// <returns>The piece after its last one; <paramref name="from"/> when it begins none.</returns>
    public static int Until(ReadOnlySpan<Atom> atoms, int from, string article)
    {
        Span<char> words = stackalloc char[Longest];
        var (length, depth, isRaised) = (0, 0, false);
        for (var i = from; i < atoms.Length; i++)
        {
            ref readonly var atom = ref atoms[i];
            if (atom.Kind == InlineKind.Text)
            {
                var more = atom.Words(article);
                if (length + more.Length > Longest)
                    return from;
                more.CopyTo(words[length..]);
                length += more.Length;
                continue;
            }

            if (atom.Kind == InlineKind.Standalone)
            {
                if (TagAt(atom, article) is not { } tag || !Holding.Contains(tag.Name))
                    return from;
                isRaised |= IsRaising(tag);
                depth += tag.IsOpening ? 1 : -1;
            }
            else if (atom.Code!.Kind != CodeKind.Link)
            {
                return from;
            }
            else
            {
                depth += atom.Kind == InlineKind.Open ? 1 : -1;
            }

            if (depth > 0)
                continue;
            return depth == 0 && Is(words[..length].Trim(), isRaised) && (isRaised || !GoesOn(atoms, i + 1, article)) ? i + 1 : from;
        }

        return from;
    }

    /// <summary>Whether words are a mark: a number, or several, in brackets or without; what is raised may also be a letter or a sign.</summary>
    private static bool Is(ReadOnlySpan<char> words, bool isRaised)
    {
        if (isRaised && words is ['*' or '†' or '‡' or (>= 'a' and <= 'z')])
            return true;
        words = words is ['[' or '(', .. var inside, ']' or ')'] ? inside : words.TrimEnd(')');
        if (words is ['주' or '註' or '注', ..])
            words = words[1..].TrimStart();
        if (words.IsEmpty || !char.IsAsciiDigit(words[0]) || !char.IsAsciiDigit(words[^1]))
            return false;
        var digits = 0;
        foreach (var c in words)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > MostDigits || (digits == 0 && c is not (',' or ' ' or '-' or '–')))
                return false;
        }

        return true;
    }

    /// <summary>Whether a word touches a number behind it: 3명.</summary>
    private static bool GoesOn(ReadOnlySpan<Atom> atoms, int at, string article) => at < atoms.Length && atoms[at].Kind == InlineKind.Text && atoms[at].Words(article) is [var c, ..] && char.IsLetterOrDigit(c);

    private static bool IsRaising(HtmlTag tag) => tag.Name.Equals("sup", StringComparison.OrdinalIgnoreCase);

    private static HtmlTag? TagAt(in Atom atom, string article) =>
        atom is { Kind: InlineKind.Standalone, Code.Kind: CodeKind.Html } && article[atom.Start] == '<' ? HtmlTag.At(article, atom.Start, atom.End) : null;
}

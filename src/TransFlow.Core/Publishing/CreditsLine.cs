using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Publishing;

/// <summary>Takes sentences out of a line of Markdown and leaves its markup whole: marks with nothing left between them go, too.</summary>
internal static partial class CreditsLine
{
    /// <summary>What stands in a place of the line.</summary>
    private enum Kind
    {
        Text,

        /// <summary>A mark of emphasis, a tag, a bracket.</summary>
        Mark,

        /// <summary>What begins an item of a list, a quotation, a row.</summary>
        Bullet,

        /// <summary>Between lines and paragraphs, where a sentence ends whatever its last mark.</summary>
        Break,
    }

    /// <summary>The line without some of its sentences.</summary>
    /// <param name="line">Markdown.</param>
    /// <param name="language">Its language, which decides where sentences end.</param>
    /// <param name="isOut">Whether a sentence goes; it has no markup in it.</param>
    /// <returns>What is left; null when no sentence is.</returns>
    public static string? Without(string line, string language, Predicate<string> isOut)
    {
        var pieces = Pieces(line);
        var isLeft = false;
        for (var from = 0; from < pieces.Count;)
        {
            var to = pieces.FindIndex(from, p => p.Kind == Kind.Break);
            to = to < 0 ? pieces.Count : to;
            isLeft |= Cut(pieces[from..to], language, isOut);
            from = to + 1;
        }

        if (!isLeft)
            return null;
        while (Emptied(pieces) is var (at, count) && count > 0)
            pieces.RemoveRange(at, count);
        return string.Concat(pieces.Select(p => p.Said)).Trim();
    }

    private static List<Piece> Pieces(string line)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match match in Markup().Matches(line))
        {
            if (match.Groups["escaped"].Success)
                continue;
            if (match.Index > at)
                pieces.Add(new Piece(Kind.Text, line[at..match.Index]));
            pieces.Add(new Piece(match.Groups["break"].Success ? Kind.Break : match.Groups["bullet"].Success ? Kind.Bullet : Kind.Mark, match.Value));
            at = match.Index + match.Length;
        }

        if (at < line.Length)
            pieces.Add(new Piece(Kind.Text, line[at..]));
        return pieces;
    }

    /// <summary>Takes the sentences of one part out, with the space that stood between them and others.</summary>
    /// <returns>Whether a sentence is left.</returns>
    private static bool Cut(List<Piece> part, string language, Predicate<string> isOut)
    {
        var texts = part.FindAll(p => p.Kind == Kind.Text);
        var plain = string.Concat(texts.Select(p => p.Text));
        var keeps = new bool[plain.Length];
        var isLeft = false;
        var space = (Start: 0, Length: 0);
        foreach (var piece in SentenceSplitter.Split(plain, language))
        {
            if (piece.IsSpace)
            {
                space = (piece.Start, piece.Length);
            }
            else if (!isOut(plain.Substring(piece.Start, piece.Length)))
            {
                if (isLeft)
                    keeps.AsSpan(space.Start, space.Length).Fill(true);
                keeps.AsSpan(piece.Start, piece.Length).Fill(true);
                isLeft = true;
            }
        }

        var at = 0;
        foreach (var text in texts)
        {
            var said = new StringBuilder();
            foreach (var letter in text.Text)
            {
                if (keeps[at++])
                    said.Append(letter);
            }

            text.Said = said.ToString();
        }

        return isLeft;
    }

    /// <summary>The first pieces that say nothing any more: two marks of a pair, or a break with a bullet, with nothing between them, and the text that was taken out there.</summary>
    private static (int At, int Count) Emptied(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is { Kind: Kind.Text, Said.Length: 0 })
                return (i, 1);
            var (mark, next) = (pieces[i], i + 1 < pieces.Count ? pieces[i + 1] : null);
            if (mark.Kind == Kind.Mark && next is { Kind: Kind.Mark } && IsPair(mark.Text, next.Text))
                return (i, 2);
            if (mark.Kind is Kind.Break or Kind.Bullet && next is null or { Kind: Kind.Break })
                return (i, 1);
            if (mark.Kind == Kind.Break && i == 0)
                return (i, 1);
        }

        return default;
    }

    private static bool IsPair(string open, string close) => open[0] switch
    {
        '*' or '_' or '~' => open == close,
        '(' => close == ")",
        '[' => close[0] == ']',
        '<' => close.StartsWith($"</{Name().Match(open).Value}", StringComparison.OrdinalIgnoreCase) && open[1] != '/',
        _ => false,
    };

    [GeneratedRegex(@"(?<escaped>\\[^\n])|(?<break>[ \t]*\n[ \t]*\n\s*|\s*<br\s*/?>\s*|(?: {2,}|\\)\n|\n(?=\s*(?:[-*+>#|]|\d+[.)])\s))|(?<bullet>(?<![^\n])\s*(?:[-*+>#|]|\d+[.)])\s+)|(?:\*+|_+|~~|</?[A-Za-z][^<>]*>|\]\([^()\s]*\)|[\[\]()])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex("(?<=^<)[A-Za-z][A-Za-z0-9-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary>A run of text or markup.</summary>
    private sealed record Piece(Kind Kind, string Text)
    {
        /// <summary>What is left of it.</summary>
        public string Said { get; set; } = Text;
    }
}

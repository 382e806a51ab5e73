using System.Text.RegularExpressions;

namespace TransFlow.Xliff;

/// <summary>The white space with which editors and scripts lay out a segmented source: the whole source shows what really stands there.</summary>
internal static partial class Indentation
{
    /// <summary>What can be white space that somebody put there to lay out.</summary>
    [GeneratedRegex("[ \t\r\n]*\n[ \t\r\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    /// <summary>Whether nodes are nothing but white space that may be layout.</summary>
    public static bool Is(IReadOnlyList<XliffNode> nodes) =>
        nodes.Any(n => n is PlainText text && text.Text.Contains('\n', StringComparison.Ordinal)) && nodes.All(n => n is PlainText text && string.IsNullOrWhiteSpace(text.Text));

    /// <summary>Stands for a code or an end of one among words; no document has it.</summary>
    private const string Code = "\0";

    /// <summary>The segmented source with the white space of the whole in the place of its own; null when more than layout tells them apart.</summary>
    /// <param name="segmented">The segmented source, its marks on the outside.</param>
    /// <param name="whole">The whole source.</param>
    public static List<XliffNode>? Undone(List<XliffNode> segmented, NodeList whole) => Undone(segmented, whole, withCodes: true) ?? Undone(segmented, whole, withCodes: false);

    private static List<XliffNode>? Undone(List<XliffNode> segmented, NodeList whole, bool withCodes)
    {
        IEnumerable<Run> Of(IEnumerable<XliffNode> nodes) => nodes.SelectMany(n => Runs(n, isOutside: true)).Where(r => withCodes || !r.IsCode);
        var (runs, words) = (Of(segmented).ToList(), string.Concat(Of(whole).SelectMany(r => r.Pieces).Select(p => p.Text)));
        var pieces = runs.SelectMany(r => r.Pieces).ToList();
        var own = Own(pieces);
        var (at, waiting) = (0, new List<Piece>());
        foreach (var (i, piece) in pieces.Index())
        {
            if (piece.IsLayout)
            {
                waiting.Add(piece);
                continue;
            }

            // White space that segments have themselves is theirs.
            var before = waiting.Count == 0 ? 0 : Space(words, at) - own[i];
            if (before < 0 || !words.AsSpan(at + before).StartsWith(piece.Text, StringComparison.Ordinal))
                return null;
            Settle(waiting, words.Substring(at, before));
            at += before + piece.Text.Length;
        }

        if (Space(words, at) != words.Length - at || (waiting.Count == 0 && at < words.Length))
            return null;
        Settle(waiting, words[at..]);
        var made = new Queue<string>(runs.Where(r => !r.IsCode).Select(r => string.Concat(r.Pieces.Select(p => p.Text))));
        return segmented.ConvertAll(n => With(n, made));
    }

    /// <summary>Of layout that nothing but codes and marks is between, one stands for what the source has there: what is between the marks before what is in them.</summary>
    private static void Settle(List<Piece> waiting, string space)
    {
        var one = waiting.Find(p => p.IsOutside) ?? waiting.FirstOrDefault();
        foreach (var piece in waiting)
            piece.Text = ReferenceEquals(piece, one) ? space : "";
        waiting.Clear();
    }

    /// <summary>How much white space besides layout there is from each piece on to the next word or code.</summary>
    private static int[] Own(List<Piece> pieces)
    {
        var own = new int[pieces.Count + 1];
        for (var i = pieces.Count - 1; i >= 0; i--)
            own[i] = pieces[i].IsLayout ? own[i + 1] : Space(pieces[i].Text, 0) is var space && space == pieces[i].Text.Length ? space + own[i + 1] : space;
        return own;
    }

    /// <summary>How much white space of any kind stands at a place: those who lay out put line breaks for all of it.</summary>
    private static int Space(string words, int at)
    {
        var end = at;
        while (end < words.Length && char.IsWhiteSpace(words[end]))
            end++;
        return end - at;
    }

    private static IEnumerable<Run> Runs(XliffNode node, bool isOutside) => node switch
    {
        PlainText text => [new Run(false, Pieces(text.Text, isOutside))],
        NativeCode => [new Run(true, [new Piece(isOutside, false, Code)])],
        PairedCode or MarkedSpan when node is not MarkedSpan mark || !PartMark.Is(mark) =>
            [new Run(true, [new Piece(isOutside, false, Code)]), .. Inside((XliffElement)node), new Run(true, [new Piece(isOutside, false, Code)])],
        XliffElement element => Inside(element),
        _ => [],
    };

    private static IEnumerable<Run> Inside(XliffElement element) => element.Content.SelectMany(n => Runs(n, isOutside: false));

    private static List<Piece> Pieces(string text, bool isOutside)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (var layout in Layout().EnumerateMatches(text))
        {
            if (layout.Index > at)
                pieces.Add(new Piece(isOutside, false, text[at..layout.Index]));
            at = layout.Index + layout.Length;
            pieces.Add(new Piece(isOutside, true, text[layout.Index..at]));
        }

        if (at < text.Length)
            pieces.Add(new Piece(isOutside, false, text[at..]));
        return pieces;
    }

    private static XliffNode With(XliffNode node, Queue<string> made) => node switch
    {
        PlainText => new PlainText(made.Dequeue()),
        XliffElement element and not NativeCode => element with { Content = [.. element.Content.Select(n => With(n, made))] },
        _ => node,
    };

    /// <summary>A text, or a code between two.</summary>
    private sealed record Run(bool IsCode, List<Piece> Pieces);

    /// <summary>A part of a text: words, or what may be layout.</summary>
    private sealed class Piece(bool isOutside, bool isLayout, string text)
    {
        public bool IsOutside => isOutside;

        public bool IsLayout => isLayout;

        public string Text { get; set; } = text;
    }
}

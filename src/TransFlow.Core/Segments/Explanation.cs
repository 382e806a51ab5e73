using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments;

/// <summary>What became of a piece of an article.</summary>
public enum SpanFate
{
    /// <summary>Words that are translated.</summary>
    Unit,

    /// <summary>Markup inside a unit, shown to translators as a code.</summary>
    Code,

    /// <summary>Everything else: it stays as it is.</summary>
    Skeleton,
}

/// <summary>One piece of an article, and what became of it.</summary>
/// <param name="Start">Where it begins, in UTF-16 characters of the article's text.</param>
/// <param name="Length">How long it is; at least 1.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="What">What it is: the unit's name, the kind of code, or why it stays.</param>
public sealed record ExplainedSpan(int Start, int Length, SpanFate Fate, string What);

/// <summary>Says of every character of an article what became of it.</summary>
public static class Explanation
{
    /// <summary>Explains an article.</summary>
    /// <param name="article">The article, taken apart.</param>
    /// <returns>Its pieces in order; together they are its text.</returns>
    public static IReadOnlyList<ExplainedSpan> Of(Extraction article)
    {
        var marks = new string?[article.Text.Length];
        var fates = new SpanFate[article.Text.Length];
        Array.Fill(fates, SpanFate.Skeleton);
        void Mark(int start, int end, SpanFate fate, string what)
        {
            for (var i = Math.Max(0, start); i < Math.Min(end, marks.Length); i++)
                (marks[i], fates[i]) = (what, fate);
        }

        Mark(0, marks.Length, SpanFate.Skeleton, "markup");
        Mark(0, article.Head.BodyStart, SpanFate.Skeleton, "front matter");
        foreach (var scalar in article.Head.Scalars)
            Mark(scalar.Start, scalar.Start + scalar.Length, SpanFate.Skeleton, $"front matter, {scalar.Key} kept");
        foreach (var (start, end, what) in article.Body.Kept)
            Mark(start, end, SpanFate.Skeleton, what);
        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Definition && !article.Places.Any(p => p.Start >= block.Start && p.End <= block.Start + block.Length))
                Mark(block.Start, block.Start + block.Length, SpanFate.Skeleton, "link definition");
            else if (block.Kind == BlockKind.Standing)
                Mark(block.Start, block.Start + block.Length, SpanFate.Skeleton, $"standing text {block.Standing}");
        }

        foreach (var (unit, place) in article.Units.Zip(article.Places).OrderBy(u => u.Second.Inset is not null))
        {
            Mark(place.Start, place.End, SpanFate.Unit, unit.Name);
            foreach (var code in place.Codes)
                Codes(code, unit, Mark);
        }

        return Pieces(article, marks, fates);
    }

    private static void Codes(CodeSource code, Unit unit, Action<int, int, SpanFate, string> mark)
    {
        var what = $"{code.Kind.ToString().ToLowerInvariant()} in {unit.Name}";
        mark(code.OpenStart, code.OpenEnd, SpanFate.Code, what);
        if (code.IsPair)
            mark(code.CloseStart, code.CloseEnd, SpanFate.Code, what);
    }

    private static List<ExplainedSpan> Pieces(Extraction article, string?[] marks, SpanFate[] fates)
    {
        var pieces = new List<ExplainedSpan>();
        for (var start = 0; start < marks.Length;)
        {
            var end = start + 1;
            while (end < marks.Length && fates[end] == fates[start] && marks[end] == marks[start])
                end++;
            var isBlank = fates[start] == SpanFate.Skeleton && string.IsNullOrWhiteSpace(article.Text[start..end]);
            pieces.Add(new ExplainedSpan(start, end - start, fates[start], isBlank ? "white space" : marks[start]!));
            start = end;
        }

        return pieces;
    }
}

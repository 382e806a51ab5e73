using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Makes spans of boundaries.</summary>
internal static class SentenceSpans
{
    /// <summary>The sentences and the white space around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">The exclusive end of every segment but the last.</param>
    /// <returns>Spans in order that cover the text exactly.</returns>
    public static ImmutableArray<SentenceSpan> Of(string text, ImmutableArray<int> ends)
    {
        var spans = ImmutableArray.CreateBuilder<SentenceSpan>((ends.Length * 2) + 3);
        var at = Space(text, 0, spans);
        foreach (var end in ends)
        {
            spans.Add(new SentenceSpan(at, end - at, false));
            at = Space(text, end, spans);
        }

        if (at < text.Length)
        {
            var end = LastEnd(text);
            spans.Add(new SentenceSpan(at, end - at, false));
            Space(text, end, spans);
        }

        return spans.DrainToImmutable();
    }

    private static int LastEnd(string text)
    {
        var end = text.AsSpan().TrimEnd().Length;
        var hardBreak = text.IndexOf(Characters.HardBreak, end);
        return hardBreak < 0 ? end : hardBreak + 1;
    }

    private static int Space(string text, int start, ImmutableArray<SentenceSpan>.Builder spans)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        if (end > start)
            spans.Add(new SentenceSpan(start, end - start, true));
        return end;
    }
}

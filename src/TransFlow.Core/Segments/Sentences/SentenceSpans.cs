using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Makes spans of boundaries.</summary>
internal static class SentenceSpans
{
    /// <summary>Adds the sentences without the white space around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">The exclusive end of every segment but the last.</param>
    /// <param name="sentences">Where they go.</param>
    public static void Visible(ReadOnlySpan<char> text, List<int> ends, List<(int Start, int End)> sentences)
    {
        var at = Skip(text, 0);
        foreach (var end in ends)
        {
            sentences.Add((at, end));
            at = Skip(text, end);
        }

        if (at < text.Length)
            sentences.Add((at, LastEnd(text)));
    }

    /// <summary>The sentences and the white space around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">The exclusive end of every segment but the last.</param>
    /// <returns>Spans in order that cover the text exactly.</returns>
    public static ImmutableArray<SentenceSpan> Of(string text, ImmutableArray<int> ends)
    {
        var sentences = new List<(int Start, int End)>();
        Visible(text, [.. ends], sentences);
        var spans = ImmutableArray.CreateBuilder<SentenceSpan>((sentences.Count * 2) + 1);
        var at = 0;
        foreach (var (start, end) in sentences)
        {
            Space(at, start, spans);
            spans.Add(new SentenceSpan(start, end - start, false));
            at = end;
        }

        Space(at, text.Length, spans);
        return spans.DrainToImmutable();
    }

    private static int LastEnd(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().Length;
        var hardBreak = text[end..].IndexOf(Characters.HardBreak);
        return hardBreak < 0 ? end : end + hardBreak + 1;
    }

    private static void Space(int start, int end, ImmutableArray<SentenceSpan>.Builder spans)
    {
        if (end > start)
            spans.Add(new SentenceSpan(start, end - start, true));
    }

    private static int Skip(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}

using System.Collections.Immutable;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Splits a text into sentences and the white space around them.</summary>
/// <param name="text">The text.</param>
internal delegate ImmutableArray<SentenceSpan> Splitter(string text);

/// <summary>Units of plain text: front matter values and words inside markup.</summary>
internal static class PlainUnits
{
    /// <summary>Splits plain text into its sentences; white space at the edges is not part of it.</summary>
    public static IEnumerable<Segment> Split(string text, Splitter split)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();
        var spans = split(line);
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].IsSpace)
                continue;
            var after = i + 1 < spans.Length && spans[i + 1].IsSpace && i + 2 < spans.Length ? line.Substring(spans[i + 1].Start, spans[i + 1].Length) : "";
            yield return new Segment(Content.Of(line.Substring(spans[i].Start, spans[i].Length)), after);
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Units of plain text: front matter values and words inside markup.</summary>
internal static class PlainUnits
{
    /// <summary>Splits plain text into its sentences; white space at the edges is not part of it.</summary>
    public static ImmutableArray<Segment> Split(string text, Splitter splitter)
    {
        var line = text.AsSpan().ContainsAny('\r', '\n') ? string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text.Trim();
        var sentences = splitter.Split(line);
        var segments = new Segment[sentences.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var (start, end) = sentences[i];
            segments[i] = new Segment(Content.Of(line[start..end]), i + 1 < segments.Length ? line[end..sentences[i + 1].Start] : "");
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(segments);
    }
}

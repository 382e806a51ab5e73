using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using TransFlow.Core.Segments.Heads;
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

    /// <summary>
    /// Splits a front matter value into its sentences. Between two of them line breaks stay; an empty line and the mark of a list end a sentence
    /// whatever it ends with. Inside a sentence they are kept only where the value says them, not where somebody has wrapped its lines.
    /// </summary>
    public static ImmutableArray<Segment> Split(HeadScalar scalar, Splitter splitter)
    {
        if (!scalar.Value.AsSpan().Trim().Contains('\n'))
            return Split(scalar.Value, splitter);
        var segments = new List<Segment>();
        var paragraph = new StringBuilder();
        var wraps = new HashSet<int>();
        var breaks = 0;
        foreach (var written in scalar.Value.ReplaceLineEndings("\n").Split('\n'))
        {
            breaks++;
            var line = written.Trim();
            if (line.Length == 0)
                continue;
            if (paragraph.Length > 0 && (!scalar.MayBeWrapped || breaks > 1 || IsItem(line)))
            {
                Sentences(paragraph, wraps, segments, splitter);
                segments[^1] = segments[^1] with { SpaceAfter = new string('\n', breaks) + (IsItem(line) ? written[..written.IndexOf(line[0], StringComparison.Ordinal)] : "") };
            }
            else if (paragraph.Length > 0)
            {
                wraps.Add(paragraph.Length);
                paragraph.Append(' ');
            }

            paragraph.Append(line);
            breaks = 0;
        }

        Sentences(paragraph, wraps, segments, splitter);
        return [.. segments];
    }

    /// <summary>Takes the sentences of a paragraph, and begins the next.</summary>
    private static void Sentences(StringBuilder paragraph, HashSet<int> wraps, List<Segment> segments, Splitter splitter)
    {
        var text = paragraph.ToString();
        var sentences = splitter.Split(text);
        for (var i = 0; i < sentences.Count; i++)
        {
            var (start, end) = sentences[i];
            var space = i + 1 < sentences.Count ? text[end..sentences[i + 1].Start] : "";
            segments.Add(new Segment(Content.Of(text[start..end]), wraps.Contains(end) ? "\n" : space));
        }

        paragraph.Clear();
        wraps.Clear();
    }

    private static bool IsItem(string line)
    {
        if (line is ['-' or '*' or '+' or '•', ' ', ..])
            return true;
        var number = line.AsSpan().TrimStart("0123456789");
        return number.Length < line.Length && number is ['.' or ')', ' ', ..];
    }
}

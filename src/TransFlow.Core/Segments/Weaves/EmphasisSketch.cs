using System.Text;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// A unit's marks of emphasis with no more of its words than what stands beside them, one letter for each (<c>a</c>, a stop, a hyphen behind a letter, a space), and what they are meant
/// as. Some renderers go through a text from its beginning and pair no runs; they are asked what they make of it.
/// </summary>
internal sealed class EmphasisSketch
{
    /// <summary>Longer ones are read by nobody: such readers look ahead from every mark.</summary>
    private const int Longest = 240;

    private readonly string _text;
    private readonly EmphasisStyle[] _meant;

    /// <summary>The same to readers that do not know what is struck out.</summary>
    private readonly EmphasisStyle[] _plain;

    /// <summary>Sketches runs that are not used up.</summary>
    public EmphasisSketch(List<EmphasisRuns.Run> runs)
    {
        var text = new StringBuilder();
        var (meant, plain) = (new List<EmphasisStyle>(), new List<EmphasisStyle>());
        var style = EmphasisStyle.None;
        void Add(char letter, EmphasisStyle shown)
        {
            text.Append(letter);
            meant.Add(shown);
            plain.Add(letter == '~' ? style & ~EmphasisStyle.Struck : shown & ~EmphasisStyle.Struck);
        }

        foreach (var run in runs)
        {
            if (run.Marks.Count > 0 && (run.Preceding is 'a' or '.' or '-' || (run.Preceding == ' ' && text.Length > 0)))
                Add(run.Preceding, style);
            if (run.Marks.Count == 0)
                Add(run.Sign, style);
            foreach (var mark in run.Marks)
            {
                var own = run.Sign == '~' ? EmphasisStyle.Struck : mark.Width == 2 ? EmphasisStyle.Bold : EmphasisStyle.Italic;
                style = mark.IsOpen ? style | own : style & ~own;
                for (var i = 0; i < mark.Width; i++)
                    Add(run.Sign, EmphasisStyle.Mark);
            }

            if (run.Marks.Count > 0 && run.Following is 'a' or '.' or '-' or ' ')
                Add(run.Following, style);
        }

        (_text, _meant, _plain) = (text.ToString(), [.. meant], [.. plain]);
    }

    /// <summary>How many of two versions of marked, kramdown and Python-Markdown see what is meant.</summary>
    public int Readers => _text.Length > Longest ? 4
        : Count(_meant, MarkedReading.Of(_text, isNewer: false)) + Count(_meant, MarkedReading.Of(_text, isNewer: true)) + Count(_plain, KramdownReading.Of(_text)) + Count(_plain, PythonMarkdownReading.Of(_text));

    private static int Count(EmphasisStyle[] meant, EmphasisStyle[] read) => read.AsSpan().SequenceEqual(meant) ? 1 : 0;
}

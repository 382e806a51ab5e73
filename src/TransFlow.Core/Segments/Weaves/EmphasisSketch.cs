using System.Text;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// A unit's marks of emphasis with no more of its words than what stands beside them, one letter for each (<c>a</c>, a stop, a space), and what they are meant
/// as. Some renderers go through a text from its beginning and pair no runs; they are asked what they make of it.
/// </summary>
internal sealed class EmphasisSketch
{
    /// <summary>Longer ones are read by nobody: such readers look ahead from every mark.</summary>
    private const int Longest = 240;

    private readonly string _text;
    private readonly EmphasisStyle[] _meant;

    /// <summary>Sketches runs that are not used up.</summary>
    public EmphasisSketch(List<EmphasisRuns.Run> runs)
    {
        var text = new StringBuilder();
        var meant = new List<EmphasisStyle>();
        var style = EmphasisStyle.None;
        void Add(char letter, EmphasisStyle shown)
        {
            text.Append(letter);
            meant.Add(shown);
        }

        foreach (var run in runs)
        {
            if (run.Marks.Count > 0 && run.Preceding is 'a' or '.' or ' ' && text.Length > 0)
                Add(run.Preceding, style);
            if (run.Marks.Count == 0)
                Add(run.Sign, style);
            foreach (var mark in run.Marks)
            {
                var own = run.Sign == '~' ? EmphasisStyle.None : mark.Width == 2 ? EmphasisStyle.Bold : EmphasisStyle.Italic;
                style = mark.IsOpen ? style | own : style & ~own;
                for (var i = 0; i < mark.Width; i++)
                    Add(run.Sign, run.Sign == '~' ? style : EmphasisStyle.Mark);
            }

            if (run.Marks.Count > 0 && run.Following is 'a' or '.' or ' ')
                Add(run.Following, style);
        }

        (_text, _meant) = (text.ToString(), [.. meant]);
    }

    /// <summary>How many of kramdown and Python-Markdown see what is meant.</summary>
    public int Readers => _text.Length > Longest ? 2 : (Sees(KramdownReading.Of(_text)) ? 1 : 0) + (Sees(PythonMarkdownReading.Of(_text)) ? 1 : 0);

    private bool Sees(EmphasisStyle[] read) => read.AsSpan().SequenceEqual(_meant);
}

using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Splits the inline pieces of a block into sentences; a sentence never ends inside a spanning code.</summary>
/// <param name="atoms">The pieces.</param>
/// <param name="ids">The ids of their codes.</param>
/// <param name="language">The source language.</param>
internal sealed class LeafSentences(List<Atom> atoms, IReadOnlyDictionary<CodeSource, string> ids, string language)
{
    private readonly int[] _starts = new int[atoms.Count + 1];

    public IEnumerable<Segment> Split()
    {
        var flat = Flatten();
        var spans = Joined(SentenceSplitter.Split(flat, language));
        var parts = spans.ConvertAll(_ => new List<Inline>());
        for (var i = 0; i < atoms.Count; i++)
            Place(i, spans, parts);
        for (var i = 0; i < spans.Count; i++)
        {
            var after = i + 1 < spans.Count ? flat[spans[i].End..spans[i + 1].Start].Replace('\n', ' ') : "";
            yield return new Segment(new Content(parts[i]), after);
        }
    }

    /// <summary>Between two sentences an opening half goes to the later one, a closing half to the earlier one.</summary>
    private void Place(int number, List<(int Start, int End)> spans, List<List<Inline>> parts)
    {
        var (atom, at, until) = (atoms[number], _starts[number], _starts[number + 1]);
        if (atom.Kind == InlineKind.Text)
        {
            for (var i = 0; i < spans.Count; i++)
            {
                int first = Math.Max(at, spans[i].Start), last = Math.Min(until, spans[i].End);
                if (first < last)
                    parts[i].Add(new Inline(InlineKind.Text, atom.Text[(first - at)..(last - at)].Replace('\n', ' ')));
            }

            return;
        }

        var isBehind = atom.Kind == InlineKind.Close && OpenOf(atom) < at;
        var place = isBehind ? spans.FindLastIndex(s => s.Start < at) : spans.FindIndex(s => s.End > at);
        parts[place < 0 ? (isBehind ? 0 : spans.Count - 1) : place].Add(new Inline(atom.Kind, ids[atom.Code!]));
    }

    private int OpenOf(Atom close) => _starts[atoms.FindIndex(a => a.Kind == InlineKind.Open && a.Code == close.Code)];

    private string Flatten()
    {
        var flat = new StringBuilder();
        for (var i = 0; i < atoms.Count; i++)
        {
            _starts[i] = flat.Length;
            if (atoms[i].Kind is InlineKind.Text or InlineKind.Standalone)
                flat.Append(atoms[i].Text);
        }

        _starts[atoms.Count] = flat.Length;
        return flat.ToString();
    }

    /// <summary>The sentences, joined where a spanning code reaches over their boundary.</summary>
    private List<(int Start, int End)> Joined(IEnumerable<SentenceSpan> spans)
    {
        var pairs = Pairs();
        var joined = new List<(int Start, int End)>();
        foreach (var span in spans.Where(s => !s.IsSpace))
        {
            var end = span.Start + span.Length;
            if (joined.Count > 0 && pairs.Exists(p => p.Open < joined[^1].End && p.Close > span.Start))
                joined[^1] = (joined[^1].Start, end);
            else
                joined.Add((span.Start, end));
        }

        return joined;
    }

    private List<(int Open, int Close)> Pairs()
    {
        var open = new Dictionary<CodeSource, int>();
        var pairs = new List<(int, int)>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind == InlineKind.Open)
                open[atoms[i].Code!] = _starts[i];
            else if (atoms[i].Kind == InlineKind.Close)
                pairs.Add((open[atoms[i].Code!], _starts[i]));
        }

        return pairs;
    }
}

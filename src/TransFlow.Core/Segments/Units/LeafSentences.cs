using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Splits the inline pieces of a block into sentences; a sentence never ends inside a spanning code.</summary>
/// <param name="atoms">The pieces.</param>
/// <param name="ids">The ids of their codes.</param>
/// <param name="split">Splits a text into sentences.</param>
internal sealed class LeafSentences(List<Atom> atoms, IReadOnlyDictionary<CodeSource, string> ids, Splitter split)
{
    private readonly int[] _starts = new int[atoms.Count + 1];
    private readonly Dictionary<CodeSource, int> _opens = [];

    public IEnumerable<Segment> Split()
    {
        var flat = Flatten();
        var spans = Joined(split(flat));
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
            for (var i = EndingAfter(spans, at); i < spans.Count && spans[i].Start < until; i++)
            {
                int first = Math.Max(at, spans[i].Start), last = Math.Min(until, spans[i].End);
                if (first < last)
                    parts[i].Add(new Inline(InlineKind.Text, atom.Text[(first - at)..(last - at)].Replace('\n', ' ')));
            }

            return;
        }

        var next = EndingAfter(spans, at);
        var isBehind = atom.Kind == InlineKind.Close && _opens[atom.Code!] < at;
        var place = isBehind ? next < spans.Count && spans[next].Start < at ? next : next - 1 : next;
        parts[Math.Clamp(place, 0, spans.Count - 1)].Add(new Inline(atom.Kind, ids[atom.Code!]));
    }

    /// <summary>The first sentence that ends after a place; as many as there are when none does.</summary>
    private static int EndingAfter(List<(int Start, int End)> spans, int at)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

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
        var (next, reach) = (0, -1);
        foreach (var span in spans.Where(s => !s.IsSpace))
        {
            var end = span.Start + span.Length;
            for (; joined.Count > 0 && next < pairs.Count && pairs[next].Open < joined[^1].End; next++)
                reach = Math.Max(reach, pairs[next].Close);
            if (joined.Count > 0 && reach > span.Start)
                joined[^1] = (joined[^1].Start, end);
            else
                joined.Add((span.Start, end));
        }

        return joined;
    }

    /// <summary>Where spanning codes begin and end in the flat text, in the order of their beginnings.</summary>
    private List<(int Open, int Close)> Pairs()
    {
        var pairs = new List<(int Open, int Close)>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind == InlineKind.Open)
                _opens[atoms[i].Code!] = _starts[i];
            else if (atoms[i].Kind == InlineKind.Close)
                pairs.Add((_opens[atoms[i].Code!], _starts[i]));
        }

        pairs.Sort();
        return pairs;
    }
}

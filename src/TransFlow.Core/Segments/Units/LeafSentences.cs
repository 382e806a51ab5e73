using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Splits the inline pieces of a block into sentences; a sentence never ends inside a spanning code. One serves all blocks of an article in turn.</summary>
/// <param name="split">Splits a text into sentences.</param>
internal sealed class LeafSentences(Splitter split)
{
    private readonly StringBuilder _flat = new();
    private readonly List<int> _starts = [];
    private readonly Stack<int> _open = new();
    private readonly List<(int Open, int Close)> _pairs = [];
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<List<Inline>> _parts = [];

    /// <summary>Splits a block.</summary>
    /// <param name="atoms">Its pieces.</param>
    /// <param name="ids">The ids of their codes.</param>
    public ImmutableArray<Segment> Split(List<Atom> atoms, IReadOnlyDictionary<CodeSource, string> ids)
    {
        var flat = Flatten(atoms);
        Join(split(flat), atoms);
        while (_parts.Count < _spans.Count)
            _parts.Add([]);
        for (var i = 0; i < atoms.Count; i++)
            Place(atoms[i], _starts[i], _starts[i + 1], ids);
        var segments = new Segment[_spans.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var after = i + 1 < segments.Length ? flat[_spans[i].End.._spans[i + 1].Start].Replace('\n', ' ') : "";
            segments[i] = new Segment(new Content(_parts[i]), after);
            _parts[i].Clear();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(segments);
    }

    /// <summary>Between two sentences an opening half goes to the later one, a closing half to the earlier one.</summary>
    private void Place(Atom atom, int at, int until, IReadOnlyDictionary<CodeSource, string> ids)
    {
        var next = EndingAfter(at);
        if (atom.Kind == InlineKind.Text)
        {
            for (var i = next; i < _spans.Count && _spans[i].Start < until; i++)
            {
                int first = Math.Max(at, _spans[i].Start), last = Math.Min(until, _spans[i].End);
                if (first < last)
                    _parts[i].Add(new Inline(InlineKind.Text, atom.Text[(first - at)..(last - at)].Replace('\n', ' ')));
            }

            return;
        }

        if (atom.Kind == InlineKind.Open)
            _open.Push(at);
        var isBehind = atom.Kind == InlineKind.Close && _open.Pop() < at;
        var place = isBehind ? next < _spans.Count && _spans[next].Start < at ? next : next - 1 : next;
        _parts[Math.Clamp(place, 0, _spans.Count - 1)].Add(new Inline(atom.Kind, ids[atom.Code!]));
    }

    /// <summary>The first sentence that ends after a place; as many as there are when none does.</summary>
    private int EndingAfter(int at)
    {
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private string Flatten(List<Atom> atoms)
    {
        _flat.Clear();
        _starts.Clear();
        foreach (var atom in atoms)
        {
            _starts.Add(_flat.Length);
            if (atom.Kind is InlineKind.Text or InlineKind.Standalone)
                _flat.Append(atom.Text);
        }

        _starts.Add(_flat.Length);
        return atoms is [{ Kind: InlineKind.Text } only] ? only.Text : _flat.ToString();
    }

    /// <summary>The sentences, joined where a spanning code reaches over their boundary.</summary>
    private void Join(ImmutableArray<SentenceSpan> spans, List<Atom> atoms)
    {
        Pair(atoms);
        _spans.Clear();
        var (next, reach) = (0, -1);
        foreach (var span in spans)
        {
            if (span.IsSpace)
                continue;
            for (; _spans.Count > 0 && next < _pairs.Count && _pairs[next].Open < _spans[^1].End; next++)
                reach = Math.Max(reach, _pairs[next].Close);
            if (_spans.Count > 0 && reach > span.Start)
                _spans[^1] = (_spans[^1].Start, span.End);
            else
                _spans.Add((span.Start, span.End));
        }
    }

    /// <summary>Where spanning codes begin and end in the flat text, in the order of their beginnings.</summary>
    private void Pair(List<Atom> atoms)
    {
        _pairs.Clear();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind == InlineKind.Open)
                _open.Push(_starts[i]);
            else if (atoms[i].Kind == InlineKind.Close)
                _pairs.Add((_open.Pop(), _starts[i]));
        }

        _pairs.Sort();
    }
}

using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Srx;

/// <summary>A paragraph without its inline codes, for rules look at words alone (SRX 2.0, 2.1), its Hangul composed, and the way back to the paragraph.</summary>
internal sealed class SrxText
{
    private readonly string _text;
    private readonly int[] _places;

    public SrxText(string text)
    {
        _text = text;
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = CodeEnd(i);
            if (end > i)
            {
                i = end - 1;
                continue;
            }

            // A rule cannot know our mark for a hard line break; a line feed is what it expects.
            plain.Append(text[i] == Characters.HardBreak ? '\n' : text[i]);
            places.Add(i);
        }

        Plain = plain.ToString();
        _places = [.. places];
        if (!LetterComposition.Needs(Plain))
            return;
        // Rules are written in syllables. The last unit of what became one is where it ends.
        var composed = new LetterComposition(Plain);
        Plain = composed.Text;
        _places = [.. Enumerable.Range(1, Plain.Length).Select(next => places[composed.Offset(next) - 1])];
    }

    /// <summary>The words alone.</summary>
    public string Plain { get; }

    /// <summary>The ends of segments in the paragraph for places in the words: after the last visible character, and after footnote marks there.</summary>
    public ImmutableArray<int> Ends(IEnumerable<int> places)
    {
        var ends = new SortedSet<int>();
        foreach (var place in places.Where(p => p > 0 && p < Plain.Length))
            Add(ends, _places[place - 1] + 1);
        for (var at = _text.IndexOf(Characters.HardBreak); at >= 0; at = _text.IndexOf(Characters.HardBreak, at + 1))
        {
            if (!string.IsNullOrWhiteSpace(_text[..at]) && !string.IsNullOrWhiteSpace(_text[(at + 1)..]))
                ends.Add(at + 1);
        }

        // Line breaks that follow each other end one segment.
        var last = 0;
        return [.. ends.Where(end => !_text.AsSpan(last, end - last).IsWhiteSpace() && (last = end) > 0)];
    }

    /// <summary>Adds an end where there are words on both sides of it, and no hard line break says the same anyway.</summary>
    private void Add(SortedSet<int> ends, int end)
    {
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
            end--;
        while (end < _text.Length && _text[end] == '[' && CodeEnd(end) is var after && after > end)
            end = after;
        var rest = _text.AsSpan(end);
        var next = rest.Length - rest.TrimStart().Length;
        if (end > 0 && next < rest.Length && !rest[..next].Contains(Characters.HardBreak) && !char.IsLowSurrogate(_text[end]))
            ends.Add(end);
    }

    /// <summary>The end of the code that begins at a place; the place itself when none does.</summary>
    private int CodeEnd(int at)
    {
        if (_text[at] == '\uFFFC')
            return at + 1;
        if (_text[at] != '[' || at + 1 >= _text.Length || _text[at + 1] != '^')
            return at;
        var length = _text.AsSpan(at).IndexOfAny("] \t\n");
        return length > 2 && _text[at + length] == ']' ? at + length + 1 : at;
    }
}

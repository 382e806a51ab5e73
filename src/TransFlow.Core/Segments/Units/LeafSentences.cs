using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Segments.Units;

/// <summary>Splits the inline pieces of a block into sentences; a sentence never ends inside a spanning code. One serves all blocks of an article in turn.</summary>
/// <param name="text">The article's text.</param>
/// <param name="splitter">Finds the sentences of a text.</param>
internal sealed class LeafSentences(string text, Splitter splitter) : IDisposable
{
    /// <summary>As many pieces as few blocks exceed.</summary>
    private const int Usual = 16;

    private const char RaisedNumber = '\u2070';

    private static readonly HashSet<string> Looks = new(["b", "strong", "i", "em", "u", "s", "mark", "small", "big", "span", "font", "ins", "del", "a"], StringComparer.OrdinalIgnoreCase);

    private readonly List<int> _starts = new(Usual);
    private readonly List<(int Start, int End)> _notes = [];

    /// <summary>Where in the flat text the tags of HTML stand that give words a look within their sentence, as in <c>“…” &lt;b&gt;그가&lt;/b&gt; 말했다</c>: to the rules they are not there.</summary>
    private readonly List<int> _looks = [];
    private readonly Stack<int> _open = new();
    private readonly List<(int Open, int Close)> _pairs = [];
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<Piece> _pieces = new(Usual);
    private readonly List<Inline> _parts = new(Usual);
    private char[] _flat = ArrayPool<char>.Shared.Rent(1024);

    /// <summary>Splits a block.</summary>
    /// <param name="atoms">Its pieces; their codes have ids.</param>
    public ImmutableArray<Segment> Split(ReadOnlySpan<Atom> atoms)
    {
        var flat = Flatten(atoms);
        Join(Found(flat), atoms);
        TakeBlankPairs();
        if (_spans.Count > 0 && _spans[0].Start > 0 && IsBehindElement(atoms))
            _spans[0] = (0, _spans[0].End);
        _pieces.Clear();
        var sentence = 0;
        for (var i = 0; i < atoms.Length; i++)
            Place(atoms[i], _starts[i], _starts[i + 1], ref sentence);
        var segments = new Segment[_spans.Count];
        for (int i = 0, next = 0; i < segments.Length; i++)
        {
            var after = i + 1 < segments.Length ? Gap(atoms, flat, _spans[i].End, _spans[i + 1].Start) : [];
            segments[i] = new Segment(Said(i, ref next, flat), after is " " ? " " : Words(after));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(segments);
    }

    /// <summary>The sentences of a text; the marks of notes in it are to be raised numbers meanwhile.</summary>
    private List<(int Start, int End)> Found(ReadOnlySpan<char> flat)
    {
        if (_notes.Count == 0)
            return _looks.Count == 0 ? splitter.Split(flat) : FoundWithoutLooks(flat);
        var written = flat.ToString();
        foreach (var (start, end) in _notes)
            _flat.AsSpan(start, end - start).Fill(RaisedNumber);
        var found = splitter.Split(flat);
        written.CopyTo(_flat);
        return found;
    }

    /// <summary>The sentences of a text from which the tags are left out; one before a sentence's first word is its own, one behind its last word, too.</summary>
    private List<(int Start, int End)> FoundWithoutLooks(ReadOnlySpan<char> flat)
    {
        var plain = new char[flat.Length];
        var places = new int[flat.Length + 1];
        var (length, next) = (0, 0);
        for (var at = 0; at < flat.Length; at++)
        {
            var until = at;
            for (; next < _looks.Count && _looks[next] == until; next++)
                until++;
            if (until > at && IsWithin(flat, at, until))
                at = until;
            for (until = Math.Max(until, at + 1); at < until; at++)
            {
                places[length] = at;
                plain[length++] = flat[at];
            }

            at--;
        }

        places[length] = flat.Length;
        var found = splitter.Split(plain.AsSpan(0, length));
        for (var i = 0; i < found.Count; i++)
        {
            var start = places[found[i].Start];
            while (start > 0 && flat[start - 1] == Characters.Object && (found[i].Start == 0 || places[found[i].Start - 1] < start - 1))
                start--;
            found[i] = (start, places[found[i].End - 1] + 1);
        }

        return found;
    }

    /// <summary>Whether tags in a row stand at the edge of a word or in it, and not beside a stop, so that no sentence ends at them.</summary>
    private static bool IsWithin(ReadOnlySpan<char> flat, int start, int end)
    {
        if (start == 0 || end == flat.Length)
            return false;
        var (before, after) = (flat[start - 1], flat[end]);
        return (char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(after) || after == ' ')) || (before == ' ' && char.IsLetterOrDigit(after));
    }

    /// <summary>Whether a code is a tag that gives words a look.</summary>
    private bool IsLook(in Atom atom) =>
        atom is { Kind: InlineKind.Standalone, Code.Kind: CodeKind.Html } && HtmlTag.At(text, atom.Start, atom.End) is { } tag && Looks.Contains(tag.Name);

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_flat);
        _flat = [];
    }

    /// <summary>Whether a block begins with an element that holds no words, such as an icon: readers see the blank behind it.</summary>
    private bool IsBehindElement(ReadOnlySpan<Atom> atoms)
    {
        var at = 0;
        while (at < atoms.Length && atoms[at].Kind != InlineKind.Text)
            at++;
        return at > 0 && atoms[at - 1] is { Kind: InlineKind.Standalone } tag && text[tag.Start] == '<' && HtmlTag.At(text, tag.Start, tag.End) is { Name.Length: > 0, IsOpening: false };
    }

    /// <summary>Between two sentences an opening half goes to the later one, a closing half to the earlier one.</summary>
    private void Place(in Atom atom, int at, int until, ref int next)
    {
        // The first sentence that ends after the place; as many as there are when none does.
        while (next < _spans.Count && _spans[next].End <= at)
            next++;
        if (atom.Kind == InlineKind.Text)
        {
            for (var i = next; i < _spans.Count && _spans[i].Start < until; i++)
                Place(new Piece(i, InlineKind.Text, Math.Max(at, _spans[i].Start), Math.Min(until, _spans[i].End), ""));
            return;
        }

        if (atom.Kind == InlineKind.Open)
            _open.Push(at);
        var isBehind = atom.Kind == InlineKind.Close && _open.Pop() < at;
        var place = isBehind ? next < _spans.Count && _spans[next].Start < at ? next : next - 1 : next;
        Place(new Piece(Math.Clamp(place, 0, _spans.Count - 1), atom.Kind, at, until, atom.Code!.Id));
    }

    /// <summary>Adds a piece to its sentence, which is mostly the last one so far; text that goes on where other text ended is one with it.</summary>
    private void Place(Piece piece)
    {
        if (piece.Kind == InlineKind.Text && piece.Start >= piece.End)
            return;
        var at = _pieces.Count;
        while (at > 0 && _pieces[at - 1].Sentence > piece.Sentence)
            at--;
        if (at > 0 && piece.Kind == InlineKind.Text && _pieces[at - 1] is { Kind: InlineKind.Text } before && before.Sentence == piece.Sentence && before.End == piece.Start)
            _pieces[at - 1] = before with { End = piece.End };
        else
            _pieces.Insert(at, piece);
    }

    private Content Said(int sentence, ref int next, ReadOnlySpan<char> flat)
    {
        _parts.Clear();
        for (; next < _pieces.Count && _pieces[next].Sentence == sentence; next++)
        {
            var (_, kind, start, end, id) = _pieces[next];
            _parts.Add(new Inline(kind, kind == InlineKind.Text ? Words(flat[start..end]) : id));
        }

        return new Content(CollectionsMarshal.AsSpan(_parts));
    }

    /// <summary>What stands between two sentences, without what stands for codes, which are in the sentences.</summary>
    private ReadOnlySpan<char> Gap(ReadOnlySpan<Atom> atoms, ReadOnlySpan<char> flat, int start, int end)
    {
        var gap = flat[start..end];
        if (!gap.ContainsAny(Characters.HardBreak, Characters.Object))
            return gap;
        var words = new StringBuilder();
        for (var i = 0; i < atoms.Length; i++)
        {
            var (from, to) = (Math.Max(_starts[i], start), Math.Min(_starts[i + 1], end));
            if (atoms[i].Kind == InlineKind.Text && from < to)
                words.Append(flat[from..to]);
        }

        return words.ToString();
    }

    /// <summary>A text in which line ends are spaces.</summary>
    private static string Words(ReadOnlySpan<char> flat) => flat.Contains('\n') ? flat.ToString().Replace('\n', ' ') : flat.ToString();

    /// <summary>The block as a text without codes, and where in it each piece begins.</summary>
    private ReadOnlySpan<char> Flatten(ReadOnlySpan<Atom> atoms)
    {
        _starts.Clear();
        _notes.Clear();
        _looks.Clear();
        if (atoms is [{ Kind: InlineKind.Text } only])
        {
            var words = only.Words(text);
            _starts.Add(0);
            _starts.Add(words.Length);
            return words;
        }

        var (length, note, noteStart) = (0, 0, 0);
        var nothing = LeadingCodes.Until(atoms, 0, text);
        for (var i = 0; i < atoms.Length; i++)
        {
            ref readonly var atom = ref atoms[i];
            _starts.Add(length);
            var isBehindNote = note > 0 && i == note;
            if (isBehindNote)
                _notes.Add((noteStart, length));
            if (i >= note && atom.Kind is InlineKind.Open or InlineKind.Standalone && (isBehindNote || NoteMarks.MayFollow(_flat.AsSpan(0, length))))
            {
                var until = NoteMarks.Until(atoms, i, text);
                (note, noteStart) = until > i ? (until, length) : (0, 0);
                if (note == 0 && NoteMarks.OpensWords(atoms, i, text))
                    continue;
            }

            if (atom.Kind is InlineKind.Open or InlineKind.Close || (i < nothing && atom.Kind == InlineKind.Standalone))
                continue;
            if (splitter.IsOurs && IsLook(atom))
                _looks.Add(length);
            var words = atom.Words(text);
            if (_flat.Length < length + words.Length)
            {
                var larger = ArrayPool<char>.Shared.Rent(Math.Max(_flat.Length * 2, length + words.Length));
                _flat.AsSpan(0, length).CopyTo(larger);
                ArrayPool<char>.Shared.Return(_flat);
                _flat = larger;
            }

            words.CopyTo(_flat.AsSpan(length));
            length += words.Length;
            if (words is [Characters.HardBreak])
                nothing = LeadingCodes.Until(atoms, i + 1, text);
        }

        if (note == atoms.Length)
            _notes.Add((noteStart, length));
        _starts.Add(length);
        return _flat.AsSpan(0, length);
    }

    /// <summary>The sentences, joined where a spanning code reaches over their boundary; what is codes alone goes with the next one, or else with the last.</summary>
    private void Join(List<(int Start, int End)> found, ReadOnlySpan<Atom> atoms)
    {
        Pair(atoms);
        _spans.Clear();
        var (next, reach, atom) = (0, -1, 0);
        var bare = (Start: -1, End: -1);
        foreach (var (start, end) in found)
        {
            var from = bare.Start >= 0 ? bare.Start : start;
            if (!HasWords(atoms, start, end, ref atom))
            {
                bare = (from, end);
                continue;
            }

            bare.Start = -1;
            for (; _spans.Count > 0 && next < _pairs.Count && _pairs[next].Open < _spans[^1].End; next++)
                reach = Math.Max(reach, _pairs[next].Close);
            if (_spans.Count > 0 && reach > from)
                _spans[^1] = (_spans[^1].Start, end);
            else
                _spans.Add((from, end));
        }

        if (bare.Start >= 0 && _spans.Count > 0)
            _spans[^1] = (_spans[^1].Start, bare.End);
        else if (bare.Start >= 0)
            _spans.Add(bare);
    }

    /// <summary>
    /// White space between two sentences that stands in a spanning code of its own, such as a link with a blank in it, goes with the later sentence; where
    /// the code stands in one that reaches out of the earlier sentence, with that.
    /// </summary>
    private void TakeBlankPairs()
    {
        // The sentence out of which a code reaches, and how far.
        var (next, reaching, reach) = (0, -1, -1);
        foreach (var (open, close) in _pairs)
        {
            while (next < _spans.Count && _spans[next].End <= open)
                next++;
            if (next == _spans.Count)
                return;
            if (close > _spans[next].Start)
            {
                if (close > _spans[next].End)
                    (reaching, reach) = (next, Math.Max(reach, close));
                continue;
            }

            if (next > 0 && reaching == next - 1 && close <= reach)
                _spans[next - 1] = (_spans[next - 1].Start, reach);
            else if (next > 0 && open < close)
                _spans[next] = (open, _spans[next].End);
        }
    }

    /// <summary>Whether there is anything to read but codes between two places; a picture on a line of its own is no sentence.</summary>
    /// <param name="atoms">The block's pieces.</param>
    /// <param name="start">Where it begins in the flat text.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="at">The first piece that may reach there.</param>
    private bool HasWords(ReadOnlySpan<Atom> atoms, int start, int end, ref int at)
    {
        while (at + 1 < atoms.Length && _starts[at + 1] <= start)
            at++;
        for (var i = at; i < atoms.Length && _starts[i] < end; i++)
        {
            if (atoms[i].Kind != InlineKind.Text)
                continue;
            foreach (var c in atoms[i].Words(text)[Math.Max(0, start - _starts[i])..(Math.Min(end, _starts[i + 1]) - _starts[i])])
            {
                if (!char.IsWhiteSpace(c) && !Characters.IsInvisible(c))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Where spanning codes begin and end in the flat text, in the order of their beginnings.</summary>
    private void Pair(ReadOnlySpan<Atom> atoms)
    {
        _pairs.Clear();
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i].Kind == InlineKind.Open)
            {
                _open.Push(_pairs.Count);
                _pairs.Add((_starts[i], -1));
            }
            else if (atoms[i].Kind == InlineKind.Close)
            {
                var pair = _open.Pop();
                _pairs[pair] = (_pairs[pair].Open, _starts[i]);
            }
        }
    }

    /// <summary>A piece of a sentence: text of the block, or a mark of a code.</summary>
    private readonly record struct Piece(int Sentence, InlineKind Kind, int Start, int End, string Id);
}

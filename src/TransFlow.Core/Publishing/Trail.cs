using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>The live words of a unit as they stand on the page, each character with the one of a segment from which it came.</summary>
internal sealed class Trail
{
    /// <summary>What stands around the words and is none of them.</summary>
    private const int Around = -2;

    private readonly List<(string Shown, Inline Own, int Segment)> _steps = [];
    private readonly ImmutableArray<Content?> _targets;

    /// <param name="words">The words as they stand on the page.</param>
    /// <param name="targets">The unit's live targets.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="breaks">The ids of the codes that are line breaks.</param>
    public Trail(UnitWords words, ImmutableArray<Content?> targets, string language, ImmutableArray<string> breaks)
    {
        _targets = targets;
        var space = SentenceSpace.Of(language);
        var at = 0;
        for (var s = 0; s < targets.Length; s++)
        {
            if (targets[s] is not { } target)
                continue;
            at += at == 0 ? 0 : 1;
            if (target.IsEmpty)
                continue;
            // A line break sets sentences apart by itself.
            if (_steps.Count > 0 && space.Length > 0 && !(_steps[^1].Own is { Kind: InlineKind.Standalone, Value: var code } && breaks.Contains(code)))
                _steps.Add((space, default, -1));
            foreach (var part in target.Parts)
            {
                if (part.Kind != InlineKind.Text)
                {
                    _steps.Add(("", part, s));
                    at += part.Kind == InlineKind.Standalone ? 1 : 0;
                    continue;
                }

                foreach (var c in part.Value)
                    _steps.Add((words.Now[at++], new Inline(InlineKind.Text, c.ToString()), s));
            }
        }
    }

    private Trail(IEnumerable<(string Shown, Inline Own, int Segment)> steps, ImmutableArray<Content?> targets)
    {
        _steps.AddRange(steps);
        _targets = targets;
    }

    /// <summary>The same words with what stands around them in a block of the page; null where the block has them otherwise.</summary>
    public Trail? Within(Content block)
    {
        var (own, at) = (Shown().Text, 0);
        if (own.Length == 0 || block.Text.IndexOf(own, StringComparison.Ordinal) is not (>= 0 and var start))
            return null;
        var (before, after) = (new List<(string, Inline, int)>(), new List<(string, Inline, int)>());
        foreach (var part in block.Parts)
        {
            if (part.Kind != InlineKind.Text)
            {
                (at <= start ? before : after).Add(("", part, Around));
                continue;
            }

            foreach (var c in part.Value)
            {
                if (at < start || at >= start + own.Length)
                    (at < start ? before : after).Add((c.ToString(), new Inline(InlineKind.Text, c.ToString()), Around));
                at++;
            }
        }

        return new Trail([.. before, .. _steps, .. after], _targets);
    }

    /// <summary>Whether what was followed last changed something around the words.</summary>
    public bool IsTouchedAround { get; private set; }

    /// <summary>For codes of the page, those of the source's unit.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether this is what stands on the page; notes which code is which, and where the page has it: weaving moves marks of emphasis past punctuation.</summary>
    public bool Fits(Content page)
    {
        Codes.Clear();
        var own = Shown();
        var (mine, theirs) = (own.Parts.Where(p => p.Kind != InlineKind.Text).ToList(), page.Parts.Where(p => p.Kind != InlineKind.Text).ToList());
        if (own.Text != page.Text || mine.Count != theirs.Count)
            return false;
        foreach (var (my, their) in mine.Zip(theirs))
        {
            if (my.Kind != their.Kind || (Codes.TryGetValue(their.Value, out var known) && known != my.Value))
                return false;
            Codes[their.Value] = my.Value;
        }

        if (!own.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : "").SequenceEqual(page.Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : "")))
            Move(page);
        return true;
    }

    /// <summary>Puts the codes where the page has them.</summary>
    private void Move(Content page)
    {
        var (words, codes) = (new Queue<(string Shown, Inline Own, int Segment)>(_steps.Where(s => s.Own.Kind == InlineKind.Text)), new Queue<(string, Inline, int)>(_steps.Where(s => s.Own.Kind != InlineKind.Text)));
        _steps.Clear();
        foreach (var part in page.Parts)
        {
            if (part.Kind != InlineKind.Text)
                _steps.Add(codes.Dequeue());
            for (var left = part.Kind == InlineKind.Text ? part.Value.Length : 0; left > 0; left -= _steps[^1].Shown.Length)
                _steps.Add(words.Dequeue());
        }

        _steps.AddRange(words);
    }

    /// <summary>What becomes of each segment when the page's words become others.</summary>
    public List<Content?> Follow(Content now)
    {
        var changes = WordChanges.Between(Shown(), now);
        var isLost = Lost(changes);
        var isTouched = new bool[_targets.Length];
        var pieces = Pieces(changes, isLost, isTouched);
        Spaces(pieces);
        var segments = _targets.Select(t => t is null ? null : new List<Inline>()).ToList();
        foreach (var piece in pieces.Where(p => p.Segment >= 0))
        {
            segments[piece.Segment]!.Add(piece.Own);
            isTouched[piece.Segment] |= piece.IsTyped;
        }

        // What nobody touched stays as it was typed, wherever the page has its codes.
        return [.. segments.Select((s, i) => s is null ? null : isTouched[i] ? new Content(s).Trimmed() : _targets[i])];
    }

    /// <summary>Which steps are not on the page any more. Of a mark that the house style shows with space inside, the mark counts, not the space.</summary>
    private bool[] Lost(IReadOnlyList<(WordChange Change, Content Piece)> changes)
    {
        var isLost = new bool[_steps.Count];
        Walk(changes, (at, change, shown) => isLost[at] |= change != WordChange.Same && (shown is not { } c || !char.IsWhiteSpace(c) || string.IsNullOrWhiteSpace(_steps[at].Shown)), (_, _) => { });
        return isLost;
    }

    /// <summary>The pieces of the new words in their order, each with its segment.</summary>
    private List<Piece> Pieces(IReadOnlyList<(WordChange Change, Content Piece)> changes, bool[] isLost, bool[] isTouched)
    {
        var pieces = new List<Piece>();
        var last = _targets.IndexOf(_targets.First(t => t is { IsEmpty: false }));
        var shownAt = -1;
        Walk(
            changes,
            (at, change, shown) =>
            {
                var (words, own, segment) = _steps[at];
                last = segment >= 0 ? segment : last;
                IsTouchedAround |= change != WordChange.Same && segment == Around;
                if (segment >= 0)
                    isTouched[segment] |= isLost[at];
                if (change != WordChange.Same)
                    return;
                if (isLost[at] || (shown is { } c && char.IsWhiteSpace(c) && !string.IsNullOrWhiteSpace(words)))
                {
                    // A letter that is left of what the house style made of one, or space that may be a mark's, or not any more.
                    pieces.Add(new Piece(segment, new Inline(InlineKind.Text, shown.ToString()!)));
                }
                else if (shownAt != at)
                {
                    pieces.Add(new Piece(segment, own) { HasSpaceBefore = words.Length > 1 && char.IsWhiteSpace(words[0]), HasSpaceAfter = words.Length > 1 && char.IsWhiteSpace(words[^1]) });
                    shownAt = at;
                }
            },
            (at, typed) =>
            {
                if (at > 0 && _steps[at - 1].Segment == Around && (at == _steps.Count || _steps[at].Segment == Around))
                {
                    IsTouchedAround = true;
                    return;
                }

                // What is put in before the first word of a sentence belongs to it; all else to the sentence before.
                last = at < _steps.Count && _steps[at].Segment >= 0 ? _steps[at].Segment : last;
                foreach (var part in typed.Parts)
                    pieces.AddRange((part.Kind == InlineKind.Text ? part.Value.Select(c => new Inline(InlineKind.Text, c.ToString())) : [part]).Select(p => new Piece(last, p) { IsTyped = true }));
            });
        return pieces;
    }

    /// <summary>The house style puts space inside its marks: what stands there, whoever put it there, is not the segment's.</summary>
    private static void Spaces(List<Piece> pieces)
    {
        bool IsSpace(int at, int segment) => at >= 0 && at < pieces.Count && pieces[at].Segment == segment && pieces[at].Own.Kind == InlineKind.Text && string.IsNullOrWhiteSpace(pieces[at].Own.Value);
        for (var at = pieces.Count - 1; at >= 0; at--)
        {
            var mark = pieces[at];
            while (mark.HasSpaceAfter && IsSpace(at + 1, mark.Segment))
                pieces.RemoveAt(at + 1);
            while (mark.HasSpaceBefore && IsSpace(at - 1, mark.Segment))
                pieces.RemoveAt(--at);
        }
    }

    /// <summary>Goes through what became of the page's words, character by character.</summary>
    /// <param name="changes">What became of them.</param>
    /// <param name="isThere">Told of each step for each character shown of it, or once for a code and for what is not shown, and what became of that.</param>
    /// <param name="isTyped">Told of what was put in, and before which step, or within it.</param>
    private void Walk(IReadOnlyList<(WordChange Change, Content Piece)> changes, Action<int, WordChange, char?> isThere, Action<int, Content> isTyped)
    {
        var (at, into) = (0, 0);
        foreach (var (change, piece) in changes)
        {
            if (change == WordChange.Added)
            {
                isTyped(at, piece);
                continue;
            }

            foreach (var part in piece.Parts)
            {
                for (var i = 0; i < (part.Kind == InlineKind.Text ? part.Value.Length : 1) && at < _steps.Count; i++)
                {
                    for (; at < _steps.Count - 1 && _steps[at] is { Shown.Length: 0, Own.Kind: InlineKind.Text }; at++)
                        isThere(at, change, null);
                    if (part.Kind != InlineKind.Text || _steps[at].Own.Kind != InlineKind.Text)
                    {
                        isThere(at++, change, null);
                        continue;
                    }

                    isThere(at, change, part.Value[i]);
                    if (++into >= _steps[at].Shown.Length)
                        (at, into) = (at + 1, 0);
                }
            }
        }
    }

    /// <summary>A piece of the new words of a segment.</summary>
    private readonly record struct Piece(int Segment, Inline Own)
    {
        /// <summary>Whether the house style puts space before it.</summary>
        public bool HasSpaceBefore { get; init; }

        /// <summary>Whether the house style puts space behind it.</summary>
        public bool HasSpaceAfter { get; init; }

        /// <summary>Whether somebody typed it into the file.</summary>
        public bool IsTyped { get; init; }
    }

    private Content Shown() => new(_steps.Select(s => s.Own.Kind == InlineKind.Text ? new Inline(InlineKind.Text, s.Shown) : s.Own));
}

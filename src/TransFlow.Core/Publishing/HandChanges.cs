using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Finds, for what somebody changed in a published file, the segments to which it belongs: the page as it was made and the file are
/// taken apart alike, their blocks aligned, and what differs in a block is followed back through the house style to the segment's words.
/// </summary>
/// <param name="source">The source article, of the revision that is live.</param>
/// <param name="targets">The live targets of each unit that has words.</param>
/// <param name="caption">The front matter units whose words the house style puts under the lead picture: its caption and credit, or none.</param>
/// <param name="language">The page's language.</param>
internal sealed partial class HandChanges(Extraction source, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, ImmutableArray<Unit> caption, string language)
{
    /// <summary>Two blocks that are less alike than this are not the same one changed.</summary>
    private const double Alike = 0.4;

    /// <summary>The changes in the order of the page.</summary>
    /// <param name="made">The page as it was published, taken apart.</param>
    /// <param name="hand">The file, taken apart alike.</param>
    public ImmutableArray<HandChange> Between(Extraction made, Extraction hand)
    {
        var units = Origins(made);
        var keys = made.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => u.Key).ToHashSet();
        // A key that somebody put in is told with the front matter, and is no block beside it.
        var pairs = Pairs(made.Units, [.. hand.Units.Where(u => u.Kind != UnitKind.FrontMatter || keys.Contains(u.Key))]);
        var moved = MovedWords.Of(pairs);
        ImmutableArray<HandChange> changes = [.. FrontMatter(made, hand, keys), .. Once(pairs.SelectMany((p, i) => Changes(p, moved.TryGetValue(i, out var bar) ? bar : null, units).Select(c => Marked(c, p, made, hand))))];
        // What lies between the blocks is told too, whatever it is.
        if (changes.Any(c => c.Bar is not null))
            return changes;
        var (around, other) = (Around(made), Around(hand));
        if (Differing(around, other) is var (was, now))
            return changes.Add(new HandChange("markup", was, now) { Bar = HandChangeBar.Markup });
        return around == other ? changes : changes.Add(new HandChange("whole page", "", "") { Bar = HandChangeBar.Unseen });
    }

    /// <summary>A change that is not to be seen in the words alone, with the block as it is written.</summary>
    private static HandChange Marked(HandChange change, BlockPair pair, Extraction made, Extraction hand)
    {
        if (change.Bar is null || pair is not { Made: { } old, Hand: { } now } || (change.Bar != HandChangeBar.Codes && change.Was != change.Now))
            return change;
        var (was, isNow) = (Written(made, old), Written(hand, now));
        // The address of a link may stand elsewhere on the page.
        return was != isNow ? change with { Was = was, Now = isNow } : change with { Was = $"{was} {Others(old, now)}".TrimEnd(), Now = $"{isNow} {Others(now, old)}".TrimEnd() };
    }

    private static string Written(Extraction page, Unit unit)
    {
        var place = page.Places[page.Units.IndexOf(unit)];
        return page.Text[place.Start..place.End];
    }

    /// <summary>The markup of codes that another block does not have.</summary>
    private static string Others(Unit unit, Unit other) => string.Join(' ', unit.Codes.Select(c => c.Opening + c.Closing).Except(other.Codes.Select(c => c.Opening + c.Closing), StringComparer.Ordinal));

    /// <summary>The blocks that differ, each with what it became, in the order of the page.</summary>
    private static List<BlockPair> Pairs(ImmutableArray<Unit> made, ImmutableArray<Unit> hand)
    {
        var (was, now) = (made.Select(Identity).ToArray(), hand.Select(Identity).ToArray());
        var runs = BlockRuns.Between(made, was, hand, now);
        var pairs = new List<BlockPair>();
        int i = 0, j = 0;
        foreach (var (old, other) in CommonItems.Of([.. was.Select((id, at) => runs.Made.GetValueOrDefault(at, id))], [.. now.Select((id, at) => runs.Hand.GetValueOrDefault(at, id))]).Append((made.Length, hand.Length)))
        {
            pairs.AddRange(Gap(made[i..old], hand[j..other]));
            if (old < made.Length && was[old] != now[other])
                pairs.Add(new BlockPair(made[old], hand[other]) { StaysInPlace = true });
            (i, j) = (old + 1, other + 1);
        }

        return pairs;
    }

    /// <summary>A caption that stands in the front matter and under its picture has one segment, which takes one change: that of the front matter.</summary>
    private static IEnumerable<HandChange> Once(IEnumerable<HandChange> changes)
    {
        var taken = new Dictionary<(string?, int), Content>();
        foreach (var change in changes)
        {
            if (change.New is null || taken.TryAdd((change.UnitId, change.Index), change.New))
                yield return change;
            else if (!taken[(change.UnitId, change.Index)].Equals(change.New))
                yield return change with { Old = null, New = null, Bar = HandChangeBar.Elsewhere };
        }
    }

    /// <summary>For units of the page as it was made, the source's units whose words they hold.</summary>
    private Dictionary<string, Unit> Origins(Extraction made)
    {
        var own = source.Units.Where(u => targets.ContainsKey(u.Id)).ToList();
        return CommonItems.Of([.. own.Select(u => Key(u, new UnitWords(targets[u.Id]).Text))], [.. made.Units.Select(u => Key(u, u.Text))]).ToDictionary(p => made.Units[p.New].Id, p => own[p.Old], StringComparer.Ordinal);
    }

    /// <summary>The words of a block, whatever a house style makes of them.</summary>
    private static string Key(Unit unit, string text) => $"{unit.Kind} {unit.Key} {Upper(Unlettered().Replace(text, ""))}";

    /// <summary>Words in capitals, of whatever language: what a heading's letters become there is one.</summary>
    private static string Upper(string text) => text.Replace("ß", "SS", StringComparison.Ordinal).Replace('ı', 'I').Replace('İ', 'I').ToUpperInvariant();

    private static string Identity(Unit unit) => $"{unit.Kind} {unit.Key} {Whole(unit)} {string.Join(' ', unit.Codes.Select(Markup))}";

    /// <summary>A code's own markup; the words inside a picture's are a unit of their own.</summary>
    private static string Markup(InlineCode code) => $"{code.Kind} {AltText().Replace(code.Opening, "![]")} {code.Closing}";

    private static Content Whole(Unit unit) => new(unit.Segments.SelectMany(s => s.Source.Parts.Add(new Inline(InlineKind.Text, s.SpaceAfter))));

    /// <summary>What of a page stands in no unit.</summary>
    private static string Around(Extraction page)
    {
        var (around, at) = (new StringBuilder(), 0);
        foreach (var place in page.Places.OrderBy(p => p.Start))
        {
            if (place.Start >= at)
                around.Append(page.Text, at, place.Start - at).Append('\n');
            at = Math.Max(at, place.End);
        }

        return around.Append(page.Text, at, page.Text.Length - at).ToString();
    }

    /// <summary>The first lines of two texts that differ; null when none do but empty ones, and in white space at their ends.</summary>
    internal static (string Was, string Now)? Differing(string made, string hand)
    {
        static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.TrimStart('\ufeff').TrimEnd()).Where(l => l.Length > 0)];
        var (was, now) = (Lines(made), Lines(hand));
        var at = 0;
        while (at < was.Length && at < now.Length && was[at] == now[at])
            at++;
        if (at == Math.Max(was.Length, now.Length))
            return null;
        var (old, other) = (was.ElementAtOrDefault(at) ?? "", now.ElementAtOrDefault(at) ?? "");
        return old.Trim() == other.Trim() ? (old, other) : (old.Trim(), other.Trim());
    }

    private static IEnumerable<HandChange> FrontMatter(Extraction made, Extraction hand, HashSet<string?> own)
    {
        var was = made.FrontMatter.Where(v => !own.Contains(v.Key)).ToLookup(v => v.Key, v => v.Value, StringComparer.Ordinal);
        var now = hand.FrontMatter.Where(v => !own.Contains(v.Key)).ToLookup(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return was.Select(v => v.Key).Union(now.Select(v => v.Key), StringComparer.Ordinal)
            .Select(key => new HandChange($"front matter: {key}", string.Join(", ", was[key]), string.Join(", ", now[key])) { Bar = HandChangeBar.FrontMatter })
            .Where(c => c.Was != c.Now);
    }

    private static IEnumerable<BlockPair> Gap(ImmutableArray<Unit> made, ImmutableArray<Unit> hand)
    {
        var next = 0;
        foreach (var old in made)
        {
            var at = -1;
            for (var k = next; k < hand.Length && at < 0; k++)
            {
                if (hand[k].Kind == old.Kind && hand[k].Key == old.Key && (made.Length == hand.Length || Similarity.Of(old.Text, hand[k].Text) >= Alike))
                    at = k;
            }

            for (; next < at; next++)
                yield return new BlockPair(null, hand[next]);
            yield return new BlockPair(old, at < 0 ? null : hand[at]);
            next = Math.Max(next, at + 1);
        }

        for (; next < hand.Length; next++)
            yield return new BlockPair(null, hand[next]);
    }

    private List<HandChange> Changes(BlockPair pair, HandChangeBar? moved, Dictionary<string, Unit> origins)
    {
        if (pair.Made is not { } made)
            return [new HandChange("new block", "", pair.Hand!.Text) { Bar = moved ?? HandChangeBar.Added }];
        if (!origins.TryGetValue(made.Id, out var unit))
            return pair.Hand is { } other ? Restyled(made, other) : [new HandChange("house style", made.Text, "") { Bar = HandChangeBar.Furniture }];
        if (pair.Hand is not { } hand)
            return [new HandChange(unit.Name, made.Text, "") { Bar = moved ?? HandChangeBar.Removed }];
        return moved is { } bar ? [Barred(unit, made, hand, bar)] : Changed(unit, made, hand, OnPage(unit, Whole(made)));
    }

    /// <summary>A unit's live words as they stand in a block of the page; null when they are not all that stands there.</summary>
    private Trail? OnPage(Unit unit, Content block)
    {
        var at = 0;
        return UnitWords.OnPage(targets[unit.Id], block.Text, ref at) is { } words && TrailOf(unit, words) is var trail && trail.Fits(block) ? trail : null;
    }

    private Trail TrailOf(Unit unit, UnitWords words) => new(words, targets[unit.Id], language, [.. unit.Codes.Where(c => c.Kind == CodeKind.LineBreak).Select(c => c.Id)]);

    /// <summary>The same within a block that has more.</summary>
    private Trail? Within(Unit unit, Content block)
    {
        for (var start = 0; start < block.Text.Length; start++)
        {
            var at = start;
            if (UnitWords.OnPage(targets[unit.Id], block.Text, ref at) is { } words && TrailOf(unit, words).Within(block) is { } trail && trail.Fits(block))
                return trail;
        }

        return null;
    }

    /// <summary>The changes of a block that the house style made: in a lead picture's caption those of its words are the front matter's.</summary>
    private List<HandChange> Restyled(Unit made, Unit hand)
    {
        var furniture = new HandChange("house style", made.Text, hand.Text) { Bar = HandChangeBar.Furniture };
        var found = caption.Where(u => targets.ContainsKey(u.Id)).Select(u => (Unit: u, Trail: Within(u, Whole(made)))).Where(f => f.Trail is not null)
            .Select(f => (f.Unit, f.Trail, Changes: Changed(f.Unit, made, hand, f.Trail))).ToList();
        if (found.FindIndex(f => f.Changes.Count > 0 && !f.Trail!.IsTouchedAround) is >= 0 and var alone)
            return found[alone].Changes;
        var own = found.SelectMany(f => f.Changes).Where(c => c.Bar is null).ToList();
        var isAll = own.Count > 0 && own.TrueForAll(c => c.Was.Length > 0) && own.Aggregate(made.Text, (text, c) => text.Replace(c.Was, c.Now, StringComparison.Ordinal)) == hand.Text;
        // Where the house's own words changed, too, the credit among them is in doubt.
        return isAll ? own : [.. own.Where(c => c.UnitId == caption[0].Id), furniture];
    }

    private static HandChange Barred(Unit unit, Unit made, Unit hand, HandChangeBar bar) => new(unit.Name, made.Text, hand.Text) { UnitId = unit.Id, Bar = bar };

    /// <summary>The changes of one block, segment by segment.</summary>
    private List<HandChange> Changed(Unit unit, Unit made, Unit hand, Trail? trail)
    {
        if (!made.Codes.Select(Markup).Order(StringComparer.Ordinal).SequenceEqual(hand.Codes.Select(Markup).Order(StringComparer.Ordinal)))
            return [Barred(unit, made, hand, HandChangeBar.Codes)];
        if (trail is null)
            return [Barred(unit, made, hand, HandChangeBar.Elsewhere)];
        // Codes of the file, by their markup, are codes of the page, which stand in the order of the targets' own.
        var ids = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);
        foreach (var code in made.Codes)
            (ids.TryGetValue(Markup(code), out var same) ? same : ids[Markup(code)] = new()).Enqueue(trail.Codes.GetValueOrDefault(code.Id, code.Id));
        var map = hand.Codes.ToDictionary(c => c.Id, c => ids[Markup(c)].Dequeue(), StringComparer.Ordinal);
        var now = new Content(Whole(hand).Parts.Select(p => p.Kind == InlineKind.Text ? p : p with { Value = map[p.Value] }));
        var segments = trail.Follow(now);
        if (segments.All(s => string.IsNullOrWhiteSpace(s?.Text ?? "")))
            return [Barred(unit, made, hand, HandChangeBar.Empty)];
        var changes = segments.Select((s, i) => (New: s, Old: targets[unit.Id][i], Index: i)).Where(s => s.New is not null && !s.New.Equals(s.Old))
            .Select(s => new HandChange(unit.Name, s.Old?.Text ?? "", s.New!.Text) { UnitId = unit.Id, Index = s.Index, Old = s.Old, New = s.New }).ToList();
        return changes.Count > 0 || Identity(made) == Identity(hand) ? changes : [Barred(unit, made, hand, IsRestyled(made.Text, hand.Text) ? HandChangeBar.Styled : HandChangeBar.Markup)];
    }

    /// <summary>Whether two texts differ in capitals and quotation marks, and in nothing else that a reader sees.</summary>
    private static bool IsRestyled(string was, string now)
    {
        static string Bare(string text, bool isFolded) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !(isFolded && QuoteStyle.IsMark(c))).Select(c => isFolded ? char.ToUpperInvariant(c) : c));
        return Bare(was, isFolded: true) == Bare(now, isFolded: true) && Bare(was, isFolded: false) != Bare(now, isFolded: false);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Unlettered();

    [GeneratedRegex(@"!\[[^\]]*\]")]
    private static partial Regex AltText();

    /// <summary>The live words of a unit as they stand on the page, each character with the one of a segment from which it came.</summary>
    private sealed class Trail
    {
        /// <summary>What stands around the words and is none of them.</summary>
        private const int Around = -2;

        private readonly List<(string Shown, Inline Own, int Segment)> _steps = [];
        private readonly ImmutableArray<Content?> _targets;

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
}

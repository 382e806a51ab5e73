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
/// <param name="words">For each unit the ways in which its live words may stand on the page: styled, and as they were typed.</param>
/// <param name="targets">The live targets of each unit.</param>
/// <param name="caption">The front matter unit whose words the house style puts under the lead picture; null for none.</param>
/// <param name="language">The page's language.</param>
internal sealed partial class HandChanges(Extraction source, IReadOnlyDictionary<string, ImmutableArray<UnitWords>> words, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, Unit? caption, string language)
{
    /// <summary>Two blocks that are less alike than this are not the same one changed.</summary>
    private const double Alike = 0.4;

    /// <summary>The changes in the order of the page.</summary>
    /// <param name="made">The page as it was made, taken apart.</param>
    /// <param name="hand">The file, taken apart alike.</param>
    public ImmutableArray<HandChange> Between(Extraction made, Extraction hand)
    {
        var units = Origins(made);
        var keys = made.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => u.Key).ToHashSet();
        // A key that somebody put in is told with the front matter, and is no block beside it.
        var pairs = Pairs(made.Units, [.. hand.Units.Where(u => u.Kind != UnitKind.FrontMatter || keys.Contains(u.Key))]);
        var moved = MovedWords.Of(pairs);
        return [.. FrontMatter(made, hand, keys), .. Once(pairs.SelectMany((p, i) => Changes(p, moved.TryGetValue(i, out var bar) ? bar : null, units)))];
    }

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
        var own = source.Units.Where(u => words.ContainsKey(u.Id)).ToList();
        return CommonItems.Of([.. own.Select(u => Key(u, words[u.Id][0].Text))], [.. made.Units.Select(u => Key(u, u.Text))]).ToDictionary(p => made.Units[p.New].Id, p => own[p.Old], StringComparer.Ordinal);
    }

    /// <summary>The words of a block, whatever a house style makes of them.</summary>
    private static string Key(Unit unit, string text) => $"{unit.Kind} {unit.Key} {Unlettered().Replace(text, "").ToUpperInvariant()}";

    private static string Identity(Unit unit) => $"{unit.Kind} {unit.Key} {Whole(unit)} {string.Join(' ', unit.Codes.Select(Markup))}";

    /// <summary>A code's own markup; the words inside a picture's are a unit of their own.</summary>
    private static string Markup(InlineCode code) => $"{code.Kind} {AltText().Replace(code.Opening, "![]")} {code.Closing}";

    private static Content Whole(Unit unit) => new(unit.Segments.SelectMany(s => s.Source.Parts.Add(new Inline(InlineKind.Text, s.SpaceAfter))));

    /// <summary>
    /// Whether the page that has taken what is offered has all that somebody changed: it differs from the file in nothing but the way in which
    /// signs are escaped, the form of apostrophes, and blocks that nobody touched and that have the words of others, as captions have.
    /// </summary>
    /// <param name="next">That page, taken apart.</param>
    /// <param name="hand">The file, taken apart alike.</param>
    /// <param name="made">The page as it was made.</param>
    public static bool ReadAlike(Extraction next, Extraction hand, Extraction made) =>
        next.Units.Length == hand.Units.Length && Around(next) == Around(hand)
        && next.Units.Zip(hand.Units, (n, h) => (Next: Folded(n), Hand: Folded(h))).Index().All(u => u.Item.Next == u.Item.Hand || (made.Units.Length == hand.Units.Length && Folded(made.Units[u.Index]) == u.Item.Hand));

    private static string Folded(Unit unit) => Identity(unit).Replace('\'', '’');

    /// <summary>All that stands in no unit.</summary>
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

    private IEnumerable<HandChange> Changes(BlockPair pair, HandChangeBar? moved, Dictionary<string, Unit> origins)
    {
        if (pair.Made is not { } made)
            return [new HandChange("new block", "", pair.Hand!.Text) { Bar = moved ?? HandChangeBar.Added }];
        if (!origins.TryGetValue(made.Id, out var unit))
            return pair.Hand is { } other ? Restyled(made, other) : [new HandChange("house style", made.Text, "") { Bar = HandChangeBar.Furniture }];
        if (pair.Hand is not { } hand)
            return [new HandChange(unit.Name, made.Text, "") { Bar = moved ?? HandChangeBar.Removed }];
        return moved is { } bar ? [Barred(unit, made, hand, bar)] : Changed(unit, made, hand, Trails(unit));
    }

    /// <summary>The ways in which a unit's live words may stand on the page.</summary>
    private IEnumerable<Trail> Trails(Unit unit) => words[unit.Id].Select(w => new Trail(w, targets[unit.Id], language, [.. unit.Codes.Where(c => c.Kind == CodeKind.LineBreak).Select(c => c.Id)]));

    /// <summary>The changes of a block that the house style made: in a lead picture's caption those of its words are the front matter's.</summary>
    private List<HandChange> Restyled(Unit made, Unit hand)
    {
        var (whole, furniture) = (Whole(made), new HandChange("house style", made.Text, hand.Text) { Bar = HandChangeBar.Furniture });
        if (caption is not null && words.ContainsKey(caption.Id) && Trails(caption).Select(t => t.Within(whole)).OfType<Trail>().FirstOrDefault() is { } trail)
        {
            var changes = Changed(caption, made, hand, [trail]).ToList();
            if (changes.Count > 0 && !trail.IsTouchedAround)
                return changes;
            return [.. changes, furniture];
        }

        return [furniture];
    }

    private static HandChange Barred(Unit unit, Unit made, Unit hand, HandChangeBar bar) => new(unit.Name, made.Text, hand.Text) { UnitId = unit.Id, Bar = bar };

    /// <summary>The changes of one block, segment by segment.</summary>
    private IEnumerable<HandChange> Changed(Unit unit, Unit made, Unit hand, IEnumerable<Trail> trails)
    {
        if (!made.Codes.Select(Markup).Order(StringComparer.Ordinal).SequenceEqual(hand.Codes.Select(Markup).Order(StringComparer.Ordinal)))
            return [Barred(unit, made, hand, HandChangeBar.Codes)];
        var whole = Whole(made);
        if (trails.FirstOrDefault(t => t.Fits(whole)) is not { } trail)
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
        return segments.Select((s, i) => (New: s, Old: targets[unit.Id][i], Index: i)).Where(s => s.New is not null && !s.New.Equals(s.Old))
            .Select(s => new HandChange(unit.Name, s.Old?.Text ?? "", s.New!.Text) { UnitId = unit.Id, Index = s.Index, Old = s.Old, New = s.New });
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

        /// <summary>Whether this is what stands on the page; notes which code is which.</summary>
        public bool Fits(Content page)
        {
            Codes.Clear();
            var own = Shown();
            if (own.Text != page.Text || own.Parts.Length != page.Parts.Length)
                return false;
            foreach (var (mine, theirs) in own.Parts.Zip(page.Parts))
            {
                if (mine.Kind != theirs.Kind || (mine.Kind == InlineKind.Text && mine.Value != theirs.Value))
                    return false;
                if (mine.Kind != InlineKind.Text && Codes.TryGetValue(theirs.Value, out var known) && known != mine.Value)
                    return false;
                if (mine.Kind != InlineKind.Text)
                    Codes[theirs.Value] = mine.Value;
            }

            return true;
        }

        /// <summary>What becomes of each segment when the page's words become others.</summary>
        public List<Content?> Follow(Content now)
        {
            var segments = _targets.Select(t => t is null ? null : new List<Inline>()).ToList();
            var (at, last) = (0, _targets.IndexOf(_targets.First(t => t is { IsEmpty: false })));
            foreach (var (change, piece) in WordChanges.Between(Shown(), now))
            {
                if (change == WordChange.Added)
                {
                    if (at > 0 && _steps[at - 1].Segment == Around && (at == _steps.Count || _steps[at].Segment == Around))
                    {
                        IsTouchedAround = true;
                        continue;
                    }

                    // What is put in before the first word of a sentence belongs to it; all else to the sentence before.
                    var place = at < _steps.Count && _steps[at].Segment >= 0 ? _steps[at].Segment : last;
                    segments[place]!.AddRange(piece.Parts);
                    last = place;
                    continue;
                }

                foreach (var part in piece.Parts)
                {
                    for (var left = part.Kind == InlineKind.Text ? part.Value.Length : 1; left > 0 && at < _steps.Count; at++)
                    {
                        var (shown, own, segment) = _steps[at];
                        left -= own.Kind != InlineKind.Text ? 1 : shown.Length;
                        last = segment >= 0 ? segment : last;
                        IsTouchedAround |= change != WordChange.Same && segment == Around;
                        if (change == WordChange.Same && segment >= 0)
                            segments[segment]!.Add(own);
                    }
                }
            }

            return segments.ConvertAll(s => s is null ? null : new Content(s).Trimmed());
        }

        private Content Shown() => new(_steps.Select(s => s.Own.Kind == InlineKind.Text ? new Inline(InlineKind.Text, s.Shown) : s.Own));
    }
}

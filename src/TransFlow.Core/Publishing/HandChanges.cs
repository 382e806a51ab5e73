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
/// <param name="language">The page's language.</param>
internal sealed partial class HandChanges(Extraction source, IReadOnlyDictionary<string, ImmutableArray<UnitWords>> words, IReadOnlyDictionary<string, ImmutableArray<Content?>> targets, string language)
{
    /// <summary>Two blocks that are less alike than this are not the same one changed.</summary>
    private const double Alike = 0.4;

    /// <summary>The changes in the order of the page.</summary>
    /// <param name="made">The page as it was made, taken apart.</param>
    /// <param name="hand">The file, taken apart alike.</param>
    public ImmutableArray<HandChange> Between(Extraction made, Extraction hand)
    {
        var units = Origins(made);
        var pairs = Pairs(made.Units, hand.Units);
        var moved = MovedWords.Of(pairs);
        return [.. FrontMatter(made, hand), .. pairs.SelectMany((p, i) => Changes(p, moved.TryGetValue(i, out var bar) ? bar : null, units))];
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

    /// <summary>Whether two pages differ in nothing but the way in which signs are escaped, and the form of apostrophes.</summary>
    /// <param name="one">A page, taken apart.</param>
    /// <param name="other">Another one, taken apart alike.</param>
    public static bool ReadAlike(Extraction one, Extraction other) => one.Units.Select(Folded).SequenceEqual(other.Units.Select(Folded), StringComparer.Ordinal) && Around(one) == Around(other);

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

    private static IEnumerable<HandChange> FrontMatter(Extraction made, Extraction hand)
    {
        var own = made.Units.Where(u => u.Kind == UnitKind.FrontMatter).Select(u => u.Key).ToHashSet();
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
            return [new HandChange(NameOf(made, origins), made.Text, pair.Hand?.Text ?? "") { Bar = HandChangeBar.Furniture }];
        if (pair.Hand is not { } hand)
            return [new HandChange(unit.Name, made.Text, "") { Bar = moved ?? HandChangeBar.Removed }];
        return moved is { } bar ? [Barred(unit, made, hand, bar)] : Changed(unit, made, hand);
    }

    private static string NameOf(Unit unit, Dictionary<string, Unit> origins) => origins.TryGetValue(unit.Id, out var own) ? own.Name : "house style";

    private static HandChange Barred(Unit unit, Unit made, Unit hand, HandChangeBar bar) => new(unit.Name, made.Text, hand.Text) { UnitId = unit.Id, Bar = bar };

    /// <summary>The changes of one block, segment by segment.</summary>
    private IEnumerable<HandChange> Changed(Unit unit, Unit made, Unit hand)
    {
        if (!made.Codes.Select(Markup).Order(StringComparer.Ordinal).SequenceEqual(hand.Codes.Select(Markup).Order(StringComparer.Ordinal)))
            return [Barred(unit, made, hand, HandChangeBar.Codes)];
        var whole = Whole(made);
        if (words[unit.Id].Select(w => new Trail(w, targets[unit.Id], language)).FirstOrDefault(t => t.Fits(whole)) is not { } trail)
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
        private readonly List<(string Shown, Inline Own, int Segment)> _steps = [];
        private readonly ImmutableArray<Content?> _targets;

        public Trail(UnitWords words, ImmutableArray<Content?> targets, string language)
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
                if (_steps.Count > 0 && space.Length > 0)
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

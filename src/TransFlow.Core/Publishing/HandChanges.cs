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
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>Makes editions from source articles, and carries them over when the article changes.</summary>
public static class EditionRevision
{
    /// <summary>From where on two sentences are one that was changed.</summary>
    internal const double Alike = 0.5;

    /// <summary>From where on they are one that went into another block, too.</summary>
    internal const double AlikeElsewhere = 0.7;

    /// <summary>From where on they are nearly the same.</summary>
    private const double MuchAlike = 0.85;

    private static readonly ImmutableHashSet<string> NoCodes = [];

    /// <summary>The first state of an edition.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The target language.</param>
    /// <param name="source">The source article.</param>
    /// <param name="route">The stages it passes.</param>
    /// <returns>The edition; nothing in it is translated.</returns>
    public static Edition Begin(string article, string language, Extraction source, Route route) =>
        new(article, language, 1, route) { Segments = SegmentsOf(source), TitleUnit = source.TitleUnit?.Id };

    /// <summary>
    /// The edition for a changed source: a segment whose words stayed keeps its target and its sign-offs, in a unit that stayed;
    /// one whose words changed comes back to the translator with the old target as its candidate. A text that stands for several sentences
    /// comes back as a whole when one of them was changed, moved or taken out. Words that are put back have their target and their sign-offs
    /// again, and what was written for the words that stood there meanwhile is kept for when those come back. Of what stands in several places
    /// each has its own target; where it is in doubt whose is whose, and they differ, or where one has come, a person decides. What is said beside a sentence goes with it. What is live stays live.
    /// </summary>
    /// <param name="edition">The edition of the former revision.</param>
    /// <param name="source">The changed article, its units named with the former extraction in mind.</param>
    /// <param name="revision">The number of the new revision.</param>
    /// <param name="before">The former extraction, from which it is known what the codes of a sentence stand for that went into another block; null when none did.</param>
    /// <returns>The edition of the new revision.</returns>
    public static Edition Revise(Edition edition, Extraction source, int revision, Extraction? before = null)
    {
        var now = SegmentsOf(source);
        var copies = new FormerCopies(edition.Segments, now, before is null ? null : new ArticleChange(before, source));
        edition = FollowedCodes.Follow(edition, now, copies, source.Language);
        var joined = JoinedText.In(edition.Segments, source.Language).Select(t => edition.Segments.Slice(t.First, t.Count)).ToList();
        var texts = joined.SelectMany(t => t.Select(s => (Sentence: s, Text: t))).ToDictionary(t => KeyOf(t.Sentence), t => t.Text);
        var places = Enumerable.Range(0, edition.Segments.Length).ToDictionary(p => KeyOf(edition.Segments[p]));
        SegmentWork? Said(int i) => copies.Offered(i) is { } other ? FollowedCodes.Under(edition.Segments[places[KeyOf(other)]], now[i].Source) : null;
        // Of several that say the same, one may have been changed while the others still stand.
        var standing = Enumerable.Range(0, now.Length).Select(copies.Of).OfType<SegmentWork>().Select(KeyOf).ToHashSet();
        var changed = new ChangedSentences(edition.Segments, s => texts.ContainsKey(KeyOf(s)), s => standing.Contains(KeyOf(s)));
        var origins = Enumerable.Range(0, now.Length).Select(i => (copies.Of(i) ?? copies.Corrected(i)) is { } own ? edition.Segments[places[KeyOf(own)]] : null).ToList();
        bool IsNew(int i) => !copies.IsKnown(i);
        changed.Find(now, origins, IsNew, MuchAlike);
        List<SegmentWork> left = [.. edition.Segments.Where(f => f.Shown is { IsEmpty: false } && !texts.ContainsKey(KeyOf(f)) && !standing.Contains(KeyOf(f)))];
        // One that is nearly the same in another block comes before one of its own block that has something in common.
        FindElsewhere(now, origins, left, places, IsNew, MuchAlike);
        changed.Find(now, origins, IsNew, Alike);
        FindElsewhere(now, origins, left, places, IsNew, AlikeElsewhere);
        changed.FindShared(now, origins, IsNew);
        SameRole.Find(now, origins, source, left, IsNew);
        var heard = origins.OfType<SegmentWork>().Select(KeyOf).ToHashSet();
        bool IsGone(SegmentWork f) => !heard.Contains(KeyOf(f)) && !standing.Contains(KeyOf(f)) && !texts.ContainsKey(KeyOf(f));
        for (var i = 0; i < now.Length; i++)
        {
            if (origins[i] is { } was && was.UnitId == now[i].UnitId && !was.Source.Equals(now[i].Source) && !texts.ContainsKey(KeyOf(was)))
                origins[i] = OneOfSeveral.Of(now[i].Source, edition.Segments, places[KeyOf(was)], IsGone, source.Language, edition.Language);
        }

        var segments = now.Select((s, i) => (origins[i] ?? Said(i)) is not { } was || texts.ContainsKey(KeyOf(was)) ? s : copies.Of(i) is null ? Offer(s, was) : Continue(s, was)).ToArray();
        foreach (var text in joined)
            Carry(text, now, origins, segments, source.Language);
        var used = PutBack(segments, edition, copies.IsKnown);
        OfferFromShelf(segments, edition, copies.IsKnown);
        NumberTwins.Offer(segments, edition.Segments, IsNew);
        TakeGoneCodes(segments, source);
        return edition with { Revision = revision, Segments = [.. segments], TitleUnit = source.TitleUnit?.Id, Shelf = Shelved(edition, segments, standing, used), Comments = Moved(edition, now, new SentenceHeirs(edition.Segments, now, copies)) };
    }

    /// <summary>Takes codes out of what is shown beside a sentence that its block has no longer: no file could carry them.</summary>
    private static void TakeGoneCodes(SegmentWork[] segments, Extraction source)
    {
        var codes = source.Units.ToDictionary(u => u.Id, u => u.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Candidate is { } shown)
                segments[i] = segments[i] with { Candidate = shown.WithCodesOf(codes[segments[i].UnitId]) };
        }
    }

    /// <summary>
    /// Gives words that were there before, and not in the former revision, what they had when they went away; a unit for which one text
    /// stood only when all its sentences are there again. Words that others had meanwhile come back in their own unit alone.
    /// </summary>
    /// <returns>The segments of the shelf that came back by themselves.</returns>
    private static HashSet<SegmentWork> PutBack(SegmentWork[] segments, Edition edition, Predicate<int> isKnown)
    {
        var shelf = edition.Shelf;
        var used = new HashSet<SegmentWork>(ReferenceEqualityComparer.Instance);
        if (shelf.IsEmpty)
            return used;
        var joined = JoinedText.Units(shelf);
        var alone = shelf.Where(s => !joined.Contains(s.UnitId)).GroupBy(s => s.Source.InOrder()).ToDictionary(g => g.Key, g => g.ToList());
        var alike = alone.Where(a => AreOne(a.Value)).Select(a => a.Key).ToHashSet();
        var texts = shelf.Where(s => joined.Contains(s.UnitId)).ToLookup(s => s.UnitId, StringComparer.Ordinal);
        var at = 0;
        foreach (var unit in segments.GroupBy(s => s.UnitId, StringComparer.Ordinal).Select(u => u.ToList()).ToList())
        {
            var was = texts[unit[0].UnitId].TakeLast(unit.Count).ToList();
            // Whose words stand with a sentence that is not among them has none of its own.
            if (was is [{ Target.IsEmpty: false }, ..] && unit.Exists(s => s.Target is null) && was.Select(s => s.Source).SequenceEqual(unit.Select(s => s.Source)))
                was.CopyTo(segments, at);
            at += unit.Count;
        }

        var before = edition.Segments.Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);
        var stood = edition.Segments.Select(s => (s.UnitId, s.Source.InOrder())).ToHashSet();
        var homes = new HashSet<(string Now, string Was)>();
        var doubtful = new List<int>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Target is not null || segments[i].Source.InOrder() is not { } words || stood.Contains((segments[i].UnitId, words)) || !alone.TryGetValue(words, out var there) || there.Count == 0)
                continue;
            // A unit that is new may have the id of another that said the same.
            var its = before.Contains(segments[i].UnitId) ? there.FindAll(s => s.UnitId == segments[i].UnitId) : [];
            if (its.Count == 0 && isKnown(i))
                continue;
            var back = its.Count > 0 ? OwnOf(segments, i, its) : alike.Contains(words) || AreOne(there) ? there[^1] : null;
            if (there.Count == 1)
                homes.Add((segments[i].UnitId, there[0].UnitId));
            segments[i] = back is null ? Offer(segments[i], FollowedCodes.Under(there[^1], segments[i].Source)) : Placed(back, segments[i]);
            if (back is null)
            {
                doubtful.Add(i);
                continue;
            }

            used.Add(back);
            there.RemoveAt(there.FindLastIndex(s => ReferenceEquals(s, back)));
        }

        // Of several that say the same, one came back with the rest of its block.
        var gone = shelf.ToLookup(s => (s.UnitId, s.Source.InOrder()));
        var rests = homes.ToLookup(h => h.Now, h => h.Was, StringComparer.Ordinal);
        foreach (var i in doubtful)
        {
            if (rests[segments[i].UnitId].ToList() is not [var was] || gone[(was, segments[i].Source.InOrder())].Where(s => !joined.Contains(was) && !used.Contains(s)).ToList() is not { Count: > 0 } those || OwnOf(segments, i, those) is not { } its)
                continue;
            used.Add(its);
            segments[i] = Placed(its, segments[i]);
        }

        return used;
    }

    /// <summary>
    /// Of several sentences of one unit that said the same and went away, the one that came back: by order when all are back, else the one that went last when it
    /// is where it was.
    /// </summary>
    /// <param name="segments">The segments now.</param>
    /// <param name="at">The place of the first of those that came back and have nothing yet.</param>
    /// <param name="gone">Those that went away, in the order in which they went; each with its place at that time.</param>
    /// <returns>The one; null when it is in doubt.</returns>
    private static SegmentWork? OwnOf(SegmentWork[] segments, int at, List<SegmentWork> gone)
    {
        if (AreOne(gone))
            return gone[^1];
        var open = segments.Skip(at).TakeWhile(s => s.UnitId == segments[at].UnitId).Count(s => s.Target is null && s.Source.ReadsAs(segments[at].Source));
        return open == gone.Count ? gone.MinBy(s => s.Index) : open == 1 && gone[^1].Index == segments[at].Index ? gone[^1] : null;
    }

    private static SegmentWork Placed(SegmentWork was, SegmentWork now) => Continue(now, FollowedCodes.Under(was, now.Source));

    /// <summary>Whether all of several that say the same have the same translation.</summary>
    private static bool AreOne(List<SegmentWork> same) => same.TrueForAll(s => Equals(s.TargetInOrder, same[0].TargetInOrder));

    /// <summary>
    /// What went away: as many segments as an edition has, the oldest given up first. Where one text stands for several sentences, their
    /// unit goes and comes as a whole. Of words that stand in several places each waits for its own.
    /// </summary>
    /// <param name="edition">The edition before.</param>
    /// <param name="now">The segments now.</param>
    /// <param name="standing">The former segments that stand somewhere.</param>
    /// <param name="used">What came back from the shelf.</param>
    private static ImmutableArray<SegmentWork> Shelved(Edition edition, SegmentWork[] now, HashSet<(string, int)> standing, HashSet<SegmentWork> used)
    {
        var translated = now.Where(s => s.Target is not null).Select(s => (s.UnitId, s.Source, s.Target)).ToHashSet();
        var there = now.Select(s => (s.UnitId, s.Index, s.Source, s.Target)).ToHashSet();
        bool Stands(SegmentWork s) => there.Contains((s.UnitId, s.Index, s.Source, s.Target));
        var (joined, shelved) = (JoinedText.Units(edition.Segments), JoinedText.Units(edition.Shelf));
        var (units, former) = (edition.Segments.ToLookup(s => s.UnitId, StringComparer.Ordinal), edition.Shelf.ToLookup(s => s.UnitId, StringComparer.Ordinal));
        var broken = joined.Where(u => units[u].All(s => s.Target is not null) && !units[u].All(Stands)).ToHashSet(StringComparer.Ordinal);
        var restored = shelved.Where(u => former[u].All(Stands)).ToHashSet(StringComparer.Ordinal);
        var gone = edition.Segments.Where(s => joined.Contains(s.UnitId) ? broken.Contains(s.UnitId) : s.Target is not null && !standing.Contains(KeyOf(s)) && !translated.Contains((s.UnitId, s.Source, s.Target))).ToList();
        var newer = gone.Select(s => (s.UnitId, s.Source, s.Target)).ToHashSet();
        var left = edition.Shelf.Where(s => shelved.Contains(s.UnitId) ? !restored.Contains(s.UnitId) : !used.Contains(s) && !translated.Contains((s.UnitId, s.Source, s.Target)) && !newer.Contains((s.UnitId, s.Source, s.Target)));
        return [.. left.Concat(gone).TakeLast(Math.Max(now.Length, edition.Segments.Length))];
    }

    /// <summary>
    /// What people said, each beside its sentence, wherever that stands now and whatever its words are. What was said of a sentence that is
    /// gone stays open, and keeps back what it stands beside until somebody settles it; when the words are put back, it is beside them again.
    /// </summary>
    private static ImmutableArray<Comment> Moved(Edition edition, ImmutableArray<SegmentWork> now, SentenceHeirs heirs)
    {
        var known = edition.Segments.Select(s => s.Source).ToHashSet();
        Comment Move(Comment comment) => comment.About is { } about && !known.Contains(about) && now.FirstOrDefault(s => s.Source.Equals(about)) is { } back
            ? comment with { UnitId = back.UnitId, Index = back.Index, About = null }
            : heirs.Move(comment);
        return [.. edition.Comments.Select(Move)];
    }

    /// <summary>The sentences of an article, nothing of them translated.</summary>
    internal static ImmutableArray<SegmentWork> SegmentsOf(Extraction source)
    {
        var segments = ImmutableArray.CreateBuilder<SegmentWork>(source.Units.Sum(u => u.Segments.Length));
        foreach (var unit in source.Units)
        {
            for (var i = 0; i < unit.Segments.Length; i++)
                segments.Add(new SegmentWork(unit.Id, i, unit.Segments[i].Source));
        }

        return segments.MoveToImmutable();
    }

    private static (string Unit, int Index) KeyOf(SegmentWork segment) => (segment.UnitId, segment.Index);

    private static SegmentWork Continue(SegmentWork now, SegmentWork was) => was.Source.Equals(now.Source)
        ? KeyOf(was) == KeyOf(now) ? was : was with { UnitId = now.UnitId, Index = now.Index }
        : Offer(now, was);

    private static SegmentWork Offer(SegmentWork now, SegmentWork was) => now with { Candidate = was.Shown, CandidateSource = was.Translated, CandidateBy = was.ShownBy };

    /// <summary>
    /// For sentences that are new in their block, those of other blocks that stand nowhere any more and were the same but for little: a block was split,
    /// or a sentence moved, and a number put right on the way. Each has one heir; their codes are another block's.
    /// </summary>
    private static void FindElsewhere(ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, List<SegmentWork> gone, Dictionary<(string, int), int> places, Predicate<int> isNew, double least)
    {
        var heard = origins.OfType<SegmentWork>().Select(KeyOf).ToHashSet();
        List<SegmentWork> left = [.. gone.Where(f => !heard.Contains(KeyOf(f)))];
        var open = new List<(int At, int Place)>();
        var behind = 0;
        for (var i = 0; i < now.Length; i++)
        {
            if (origins[i] is { } last)
                behind = places[KeyOf(last)] + 1;
            else if (isNew(i))
                open.Add((i, behind));
        }

        var pairs = new AlikeSentences([.. left.Select(f => (places[KeyOf(f)], f.Translated.Text))]).Pair([.. open.Select(o => (now[o.At].Source.Text, o.Place))], least);
        foreach (var (i, found) in pairs)
        {
            var nearest = left[found];
            origins[open[i].At] = nearest.Target is null ? nearest with { Candidate = nearest.Candidate?.WithCodesOf(NoCodes) } : nearest with { Target = nearest.Target.WithCodesOf(NoCodes) };
        }
    }

    /// <summary>
    /// Shows, beside new sentences that have nothing else, what was written for words that went away earlier and were the same but for little: a
    /// sentence that was changed, taken out and put back is no stranger.
    /// </summary>
    private static void OfferFromShelf(SegmentWork[] segments, Edition edition, Predicate<int> isKnown)
    {
        var joined = JoinedText.Units(edition.Shelf);
        List<SegmentWork> shelf = [.. edition.Shelf.Reverse().Where(s => s.Target is { IsEmpty: false } && !joined.Contains(s.UnitId))];
        if (shelf.Count == 0)
            return;
        List<int> open = [.. Enumerable.Range(0, segments.Length).Where(i => segments[i] is { Target: null, Candidate: null, CandidateBy: null } && !isKnown(i))];
        var pairs = new AlikeSentences([.. shelf.Select((s, place) => (place, s.Translated.Text))]).Pair([.. open.Select(i => (segments[i].Source.Text, shelf.Count - 1 - i))], AlikeElsewhere);
        foreach (var (i, found) in pairs)
        {
            var (now, nearest) = (segments[open[i]], shelf[found]);
            // A sentence that has as many codes in the same order was changed in its words; what others were for nobody knows.
            segments[open[i]] = Offer(now, nearest.UnitId == now.UnitId || Codes(nearest.Translated).SequenceEqual(Codes(now.Source)) ? nearest : nearest with { Target = nearest.Target!.WithCodesOf(NoCodes) });
        }
    }

    private static IEnumerable<Inline> Codes(Content content) => content.Parts.Where(p => p.Kind != InlineKind.Text);

    /// <summary>Keeps a joined text where all its sentences stand as they did; else all of them are open, and it is shown beside the first.</summary>
    private static void Carry(ImmutableArray<SegmentWork> text, ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, SegmentWork[] segments, string language)
    {
        var heirs = Enumerable.Range(0, now.Length).Where(i => origins[i] is { } was && text.Any(s => ReferenceEquals(s, was))).ToList();
        if (heirs.Exists(at => Stands(text, now, origins, at)))
        {
            var at = heirs.Find(at => Stands(text, now, origins, at));
            for (var i = 0; i < text.Length; i++)
                segments[at + i] = Continue(now[at + i], text[i]);
            return;
        }

        foreach (var there in heirs.GroupBy(i => now[i].UnitId, StringComparer.Ordinal))
        {
            var (first, last) = (there.Min(), there.Max());
            // Its words may end up in any of them.
            foreach (var i in there)
                segments[i] = segments[i] with { CandidateBy = text[0].ShownBy };
            // Shown beside each of them it would come back for each, when a tool says that all is done.
            if (first != heirs[0])
                continue;
            segments[first] = segments[first] with
            {
                Candidate = text[0].Shown,
                CandidateSource = text[0].Target is null ? text[0].CandidateSource : JoinedText.Source(text.Select(s => s.Source), language),
                CandidateFor = last == first ? null : JoinedText.Source(now[first..(last + 1)].Select(s => s.Source), language),
            };
        }
    }

    private static bool Stands(ImmutableArray<SegmentWork> text, ImmutableArray<SegmentWork> now, List<SegmentWork?> origins, int at) => at + text.Length <= now.Length
        && Enumerable.Range(0, text.Length).All(i => ReferenceEquals(origins[at + i], text[i]) && now[at + i].Source.Equals(text[i].Source) && now[at + i].UnitId == now[at].UnitId);
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>One text of a return with the sentences that it stands for: one, or several that were joined. It is taken for all of them or for none.</summary>
/// <param name="Sentences">The sentences in order; the words are the first's.</param>
internal sealed record ReturnedText(ImmutableArray<MergedSegment> Sentences)
{
    /// <summary>The sentence that has the words.</summary>
    public MergedSegment First => Sentences[0];

    /// <summary>True when it stands for several sentences.</summary>
    public bool IsJoined => Sentences.Length > 1;

    /// <summary>True when it is another than went out, or stands for others.</summary>
    public bool IsChanged => Sentences.Any(s => s.Changed);

    /// <summary>The texts of a return, in order.</summary>
    /// <param name="said">What it says.</param>
    public static IEnumerable<ReturnedText> In(ImmutableArray<MergedSegment> said)
    {
        for (int first = 0, next; first < said.Length; first = next)
        {
            // An empty target that went out and came back as none says what it said: the words stand before.
            for (next = first + 1; next < said.Length && (said[next].Target ?? said[next].Sent) is { IsEmpty: true } && said[next].UnitId == said[first].UnitId && said[next].Index == said[next - 1].Index + 1;)
                next++;
            yield return new ReturnedText(said[first..next]);
        }
    }

    /// <summary>
    /// Where each text stands in an edition: the place of its first sentence; -1 where its sentences do not stand one after another any
    /// more. One that left its unit is found where the very sentences stand now: untranslated and nobody else's, or with the words that went
    /// out or came back, or else with others if there is but one such place; unless the return says them in another way in another place, too.
    /// </summary>
    /// <param name="segments">The edition's segments.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="standing">Where each source stands.</param>
    /// <param name="settled">Places that had their words already when the file went out: no other sentence came there.</param>
    /// <param name="copies">Which of several sentences of a unit that say the same are which; null when that is not in question.</param>
    public static int[] Places(IReadOnlyList<SegmentWork> segments, IReadOnlyList<ReturnedText> texts, SourcePlaces standing, IReadOnlySet<int> settled, ReturnedCopies? copies)
    {
        var places = texts.Select(t => t.Own(segments, standing, copies)).ToArray();
        var taken = places.Zip(texts).Where(p => p.First >= 0).SelectMany(p => Enumerable.Range(p.First, p.Second.Sentences.Length)).ToHashSet();
        var several = texts.GroupBy(t => t.First.Source, Content.Reading).Where(g => g.DistinctBy(t => t.First.Target).Skip(1).Any()).Select(g => g.Key).ToHashSet(Content.Reading);
        var left = Enumerable.Range(0, places.Length).Where(i => places[i] < 0 && texts[i].First.Target is not null && !several.Contains(texts[i].First.Source) && copies?.HasCorrection(texts[i].First) != true).ToList();
        if (left.Count == 0)
            return places;
        var waiting = left.GroupBy(i => texts[i].First.Source).ToDictionary(g => g.Key, g => g.Count());
        foreach (var i in left)
        {
            var (text, length) = (texts[i], texts[i].Sentences.Length);
            var there = standing.Of(text.First.Source).Where(at => copies?.IsCorrected(at) != true && text.Stands(segments, at) && !Enumerable.Range(at, length).Any(taken.Contains)).ToList();
            var came = there.FindAll(at => !settled.Contains(at));
            var fit = there.FindAll(at => text.IsChanged && Enumerable.Range(at, length).All(k => IsOpen(segments[k]))).Union(came.FindAll(at => text.IsSaid(segments, at))).Order().ToList();
            var at = fit.Count > 0 && fit.Count <= waiting[text.First.Source] ? fit[0] : fit.Count == 0 && text.IsChanged && came is [var only] ? only : -1;
            waiting[text.First.Source]--;
            if (at < 0)
                continue;
            places[i] = at;
            taken.UnionWith(Enumerable.Range(at, length));
        }

        return places;
    }

    /// <summary>The place of a sentence in its unit: its own among several that say the same, else the same place with the same source, or one with that source; -1 for none.</summary>
    public static int Place(IReadOnlyList<SegmentWork> segments, MergedSegment said, SourcePlaces standing, ReturnedCopies? copies) => new ReturnedText([said]).Own(segments, standing, copies);

    private double Likeness(SegmentWork segment) => Similarity.ButForNumbers(segment.Source.Text, First.Source.Text);

    /// <summary>Shows the text to the translator beside what became of its sentences: beside the first of several, and of one beside the one that is most like it.</summary>
    /// <param name="segments">The edition's segments.</param>
    /// <param name="heirs">What became of its sentences.</param>
    /// <param name="units">The article's units by their ids.</param>
    /// <param name="language">The article's language.</param>
    /// <param name="by">Who returned it.</param>
    /// <returns>The place of the segment beside which it is shown, and the segment as it was; null for none.</returns>
    public (int At, SegmentWork Was)? Offer(ImmutableArray<SegmentWork>.Builder segments, ImmutableArray<int> heirs, IReadOnlyDictionary<string, Unit> units, string language, Change by)
    {
        var open = heirs.Where(i => IsOpen(segments[i])).OrderBy(i => segments[i].UnitId == First.UnitId ? 0 : 1).ToList();
        if (open.Count == 0)
            return null;
        var first = IsJoined ? open[0] : open.MaxBy(i => (Likeness(segments[i]), Similarity.Of(segments[i].Source.Text, First.Source.Text)));
        var last = IsJoined ? open.Last(i => segments[i].UnitId == segments[first].UnitId) : first;
        var was = segments[first];
        for (var i = first; i <= last; i++)
            segments[i] = segments[i] with { CandidateBy = [.. segments[i].ShownBy, by] };
        // Of another block's codes nobody knows what they would be here.
        HashSet<string> codes = segments[first].UnitId == First.UnitId || Sentences.Any(s => s.Source.Equals(segments[first].Source)) ? [.. units[segments[first].UnitId].Codes.Select(c => c.Id)] : [];
        segments[first] = segments[first] with
        {
            // A code that the block has no longer could be in no file, and what is handed out has to be what is kept.
            Candidate = First.Target?.WithCodesOf(codes),
            CandidateSource = JoinedText.Source(Sentences.Select(s => s.Source), language),
            CandidateFor = last == first ? null : JoinedText.Source(Enumerable.Range(first, last - first + 1).Select(i => segments[i].Source), language),
        };
        return (first, was);
    }

    /// <summary>Whether a sentence has no words of its own yet.</summary>
    public static bool IsOpen(SegmentWork segment) => segment.Target is null or { IsEmpty: true };

    private int Own(IReadOnlyList<SegmentWork> segments, SourcePlaces standing, ReturnedCopies? copies)
    {
        if (copies?.IsOneOfSeveral(First.Source) == true)
            return copies.PlaceOf(First) is >= 0 and var own && Stands(segments, own) ? own : -1;
        var found = -1;
        foreach (var i in standing.Of(First.UnitId, First.Source))
        {
            if (!Stands(segments, i))
                continue;
            if (segments[i].Index == First.Index)
                return i;
            found = i;
        }

        return found;
    }

    /// <summary>Whether its sentences have the words there with which they went out, or those that came back.</summary>
    private bool IsSaid(IReadOnlyList<SegmentWork> segments, int at) =>
        Has(segments, at, s => s.Sent) || Has(segments, at, s => s.Target);

    private bool Has(IReadOnlyList<SegmentWork> segments, int at, Func<MergedSegment, Content?> words) =>
        segments[at].Target is { IsEmpty: false } && Sentences.Select((s, i) => (Said: words(s), segments[at + i].Target)).All(p => Equals(p.Said is { IsEmpty: true } ? null : p.Said, p.Target is { IsEmpty: true } ? null : p.Target));

    private bool Stands(IReadOnlyList<SegmentWork> segments, int at)
    {
        if (at + Sentences.Length > segments.Count)
            return false;
        for (var i = 0; i < Sentences.Length; i++)
        {
            if (segments[at + i].UnitId != segments[at].UnitId || segments[at + i].Index != segments[at].Index + i || !segments[at + i].Source.Equals(Sentences[i].Source))
                return false;
        }

        return true;
    }
}

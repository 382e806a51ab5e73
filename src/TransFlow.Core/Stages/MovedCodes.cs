using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// Inline codes of sentences that went into another block. The ids of codes are their block's, and the same link may have another id in
/// another block: a sentence whose words and markup are the same is the same, and so are the codes of its translation. Where its words stood once and stand once,
/// it is the same as well when a note has another number now, or a link another address.
/// </summary>
internal sealed class MovedCodes
{
    /// <summary>For sentences of the former article, each by its unit and words, the words of the same one now, which have other ids.</summary>
    private readonly Dictionary<(string Unit, Content Source), Content> _heirs = [];

    /// <summary>By their places, sentences that were not there and say what one said that was there: its place, and their words.</summary>
    private readonly Dictionary<int, (int Place, Content Source)> _again = [];

    /// <summary>Words that are written in several ways: their codes stand for one thing in one place, and for another in another.</summary>
    private readonly HashSet<Content> _various = [];

    /// <summary>Finds the sentences of a changed article that a former one had with codes of other ids.</summary>
    /// <param name="before">The article in which the ids are known.</param>
    /// <param name="now">The article as it is.</param>
    public MovedCodes(Extraction before, Extraction now)
    {
        var (former, present) = (SentencesOf(before), SentencesOf(now));
        Places = new int[present.Count];
        Array.Fill(Places, SamePlaces.None);
        if (!former.Exists(s => s.HasCodes) || !present.Exists(s => s.HasCodes))
            return;
        var isKnown = new bool[former.Count];
        var places = SamePlaces.Of([.. former.Select(s => s.Markup)], [.. present.Select(s => s.Markup)]);
        for (var i = 0; i < places.Length; i++)
        {
            if (present[i].HasCodes && places[i] >= 0)
                Settle(i, places[i]);
        }

        Pair(s => (s.Unit, s.Source, s.Markup));
        Pair(s => (s.Source, s.Markup));
        Pair(s => s.Markup);
        Pair(s => (s.Unit, s.Source));
        var (kindsBefore, kindsNow) = (Counted(former), Counted(present));
        Pair(s => kindsBefore.GetValueOrDefault(s.Kinds) == 1 && kindsNow.GetValueOrDefault(s.Kinds) == 1 ? s.Kinds : null);

        var written = new Dictionary<Content, string>();
        foreach (var (source, markup) in former.Concat(present).Where(s => s.HasCodes).Select(s => (s.Source, s.Markup)).Concat(present.Index().Where(s => Places[s.Index] >= 0).Select(s => (s.Item.Source, former[Places[s.Index]].Markup))))
        {
            if (!written.TryAdd(source, markup) && written[source] != markup)
                _various.Add(source);
        }

        var said = former.Select((s, place) => (s, place)).Where(s => s.s.HasCodes).GroupBy(s => s.s.Markup, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().place, StringComparer.Ordinal);
        for (var i = 0; i < present.Count; i++)
        {
            if (present[i].HasCodes && Places[i] < 0 && said.TryGetValue(present[i].Markup, out var place))
                _again[i] = (place, present[i].Source);
        }

        // In order those that have a sign in common.
        void Pair<T>(Func<Sentence, T?> sign)
            where T : notnull
        {
            var left = Enumerable.Range(0, former.Count).Where(p => former[p].HasCodes && !isKnown[p] && sign(former[p]) is not null).GroupBy(p => sign(former[p])!).ToDictionary(g => g.Key, g => new Queue<int>(g));
            for (var i = 0; i < present.Count && left.Count > 0; i++)
            {
                if (present[i].HasCodes && Places[i] < 0 && sign(present[i]) is { } own && left.TryGetValue(own, out var same) && same.TryDequeue(out var place))
                    Settle(i, place);
            }
        }

        void Settle(int at, int place)
        {
            (Places[at], isKnown[place]) = (place, true);
            if (!present[at].Source.Equals(former[place].Source))
                _heirs[(former[place].Unit, former[place].Source)] = present[at].Source;
        }
    }

    /// <summary>For each sentence of the article as it is that has codes, the place of the one that it was, by its markup; -1 for none, and for those without codes.</summary>
    public int[] Places { get; }

    /// <summary>Whether their markup tells sentences apart that have the same words.</summary>
    /// <param name="source">The words.</param>
    public bool Tells(Content source) => _various.Contains(source);

    /// <summary>What another sentence has that reads the same, markup and all, for one that says it again in a block in which its codes have other ids.</summary>
    /// <param name="at">The place of the sentence.</param>
    /// <param name="former">The segments of the former article.</param>
    /// <returns>The other with the ids of this one; null when there is none, or nobody translated it.</returns>
    public SegmentWork? Again(int at, ImmutableArray<SegmentWork> former) =>
        _again.TryGetValue(at, out var copy) && former[copy.Place] is { Target: not null } was && Under(was, Ids(was.Source, copy.Source)) is var same && same.Source.Equals(copy.Source) ? same : null;

    /// <summary>True when no sentence has its codes under other ids.</summary>
    public bool IsEmpty => _heirs.Count == 0;

    /// <summary>For a sentence of the former article, the ids that its codes have now.</summary>
    /// <param name="unitId">The sentence's unit.</param>
    /// <param name="source">Its source words.</param>
    /// <returns>The ids by the former ones; null when it does not stand elsewhere with other ids.</returns>
    public Dictionary<string, string>? Of(string unitId, Content source) => _heirs.TryGetValue((unitId, source), out var heir) ? Ids(source, heir) : null;

    private static Dictionary<string, string> Ids(Content before, Content now)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (was, its) in before.Parts.Zip(now.Parts))
        {
            if (was.Kind != InlineKind.Text)
                ids[was.Value] = its.Value;
        }

        return ids;
    }

    /// <summary>An edition of the former article with the codes of such sentences under their present ids, so that what was written and approved goes with them.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="language">The source language.</param>
    public Edition Follow(Edition edition, string language)
    {
        if (IsEmpty)
            return edition;
        var segments = edition.Segments.ToBuilder();
        foreach (var (first, count) in Texts(edition, language))
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = first; i < first + count; i++)
            {
                foreach (var (was, id) in Of(segments[i].UnitId, segments[i].Source) ?? [])
                    ids[was] = id;
            }

            if (ids.Count == 0)
                continue;
            for (var i = first; i < first + count; i++)
                segments[i] = Under(segments[i], ids);
        }

        return edition with { Segments = segments.DrainToImmutable() };
    }

    /// <summary>The segments by themselves, and those for which one text stands together: its codes are those of all its sentences.</summary>
    private static IEnumerable<(int First, int Count)> Texts(Edition edition, string language)
    {
        var joined = JoinedText.In(edition.Segments, language).ToDictionary(t => t.First, t => t.Count);
        for (var i = 0; i < edition.Segments.Length;)
        {
            var count = joined.GetValueOrDefault(i, 1);
            yield return (i, count);
            i += count;
        }
    }

    /// <summary>A segment with its codes under other ids; as it is when what was written for it has a code of another sentence, which stays where it is.</summary>
    private static SegmentWork Under(SegmentWork segment, Dictionary<string, string> ids)
    {
        if (new[] { segment.Source, segment.Target, segment.Candidate }.Any(c => c is not null && c.Parts.Any(p => p.Kind != InlineKind.Text && !ids.ContainsKey(p.Value))))
            return segment;
        var was = segment.Fingerprint;
        var next = segment with
        {
            Source = segment.Source.Recoded(ids),
            Target = segment.Target?.Recoded(ids),
            Candidate = segment.Candidate?.Recoded(ids),
            CandidateSource = segment.CandidateSource?.Recoded(ids),
        };
        return next with
        {
            SignOffs = [.. next.SignOffs.Select(s => s.Fingerprint == was ? s with { Fingerprint = next.Fingerprint } : s)],
            Reused = next.Reused is { } reuse && reuse.Fingerprint == was ? reuse with { Fingerprint = next.Fingerprint } : next.Reused,
        };
    }

    private static bool HasCodes(Content words) => words.Parts.Any(p => p.Kind != InlineKind.Text);

    private static List<Sentence> SentencesOf(Extraction article)
    {
        var sentences = new List<Sentence>();
        foreach (var unit in article.Units)
        {
            var codes = unit.Codes.IsEmpty ? null : unit.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
            foreach (var (source, _) in unit.Segments)
            {
                var hasCodes = codes is not null && HasCodes(source);
                sentences.Add(hasCodes ? new Sentence(unit.Id, source, true, source.Written(codes!, Markup), source.Written(codes!, Kind)) : new Sentence(unit.Id, source, false, source.Text, ""));
            }
        }

        return sentences;
    }

    private static string Kind(InlineKind kind, InlineCode code) => $"\0{(char)('0' + (int)kind)}{(char)('0' + (int)code.Kind)}";

    private static string Markup(InlineKind kind, InlineCode code) => $"{Kind(kind, code)}{code.Opening}\0{code.Closing}\0";

    private static Dictionary<string, int> Counted(List<Sentence> sentences) => sentences.Where(s => s.HasCodes).GroupBy(s => s.Kinds, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>A sentence of an article.</summary>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Source">Its words.</param>
    /// <param name="HasCodes">Whether there are codes in it.</param>
    /// <param name="Markup">Its words with what each code stands for in the place of its id.</param>
    /// <param name="Kinds">Its words with the kind of each code in the place of its id.</param>
    private sealed record Sentence(string Unit, Content Source, bool HasCodes, string Markup, string Kinds);
}

using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// Inline codes of sentences that went into another block. The ids of codes are their block's, and the same link may have another id in
/// another block: a sentence whose words and markup are the same is the same, and so are the codes of its translation. Where its words stood once and stand once,
/// it is the same as well when a note has another number now, or a link another address.
/// </summary>
internal sealed class MovedCodes
{
    private readonly Dictionary<string, Dictionary<string, InlineCode>> _before;
    private readonly HashSet<Content> _standing;
    private readonly Dictionary<string, Queue<Content>> _moved = new(StringComparer.Ordinal);

    /// <summary>By its words and kinds of codes, a sentence that stands once now and stood once before; null where there are more.</summary>
    private readonly Dictionary<string, Content?> _changed = new(StringComparer.Ordinal);

    /// <summary>Finds the sentences of a changed article that a former one had with codes of other ids.</summary>
    /// <param name="before">The article in which the ids are known.</param>
    /// <param name="known">The source words of that article, as they are kept.</param>
    /// <param name="now">The article as it is.</param>
    public MovedCodes(Extraction before, IEnumerable<Content> known, Extraction now)
    {
        _before = CodesOf(before);
        _standing = [.. now.Units.SelectMany(u => u.Segments.Select(s => s.Source))];
        var there = known.ToHashSet();
        var codes = CodesOf(now);
        foreach (var (unit, source) in now.Units.SelectMany(u => u.Segments.Select(s => (u.Id, s.Source))).Where(s => HasCodes(s.Source) && !there.Contains(s.Source)))
        {
            var words = InMarkup(source, codes[unit]);
            (_moved.TryGetValue(words, out var same) ? same : _moved[words] = new Queue<Content>()).Enqueue(source);
        }

        if (_moved.Count == 0)
            return;
        foreach (var (unit, source) in now.Units.SelectMany(u => u.Segments.Select(s => (u.Id, s.Source))).Where(s => HasCodes(s.Source)))
        {
            var words = InKinds(source, codes[unit]);
            _changed[words] = _changed.ContainsKey(words) || there.Contains(source) ? null : source;
        }

        foreach (var twice in before.Units.SelectMany(u => u.Segments.Where(s => HasCodes(s.Source)).Select(s => InKinds(s.Source, _before[u.Id]))).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            _changed.Remove(twice.Key);
    }

    /// <summary>True when no sentence has its codes under other ids.</summary>
    public bool IsEmpty => _moved.Count == 0;

    /// <summary>For a sentence of the former article, the ids that its codes have now; each present sentence is given once.</summary>
    /// <param name="unitId">The sentence's unit.</param>
    /// <param name="source">Its source words.</param>
    /// <returns>The ids by the former ones; null when it does not stand elsewhere with other ids.</returns>
    public Dictionary<string, string>? Of(string unitId, Content source)
    {
        if (!HasCodes(source) || _standing.Contains(source) || !_before.TryGetValue(unitId, out var codes))
            return null;
        if ((_moved.TryGetValue(InMarkup(source, codes), out var same) && same.TryDequeue(out var there) ? there : _changed.GetValueOrDefault(InKinds(source, codes))) is not { } heir)
            return null;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (was, now) in source.Parts.Zip(heir.Parts))
        {
            if (was.Kind != InlineKind.Text)
                ids[was.Value] = now.Value;
        }

        return ids;
    }

    /// <summary>An edition of the former article with the codes of such sentences under their present ids, so that what was written and approved goes with them.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="before">The article of its revision.</param>
    /// <param name="now">The article as it is.</param>
    public static Edition Follow(Edition edition, Extraction before, Extraction now)
    {
        var moved = new MovedCodes(before, edition.Segments.Select(s => s.Source), now);
        if (moved.IsEmpty)
            return edition;
        var segments = edition.Segments.ToBuilder();
        foreach (var (first, count) in Texts(edition, before.Language))
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = first; i < first + count; i++)
            {
                foreach (var (was, id) in moved.Of(segments[i].UnitId, segments[i].Source) ?? [])
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

    private static Dictionary<string, Dictionary<string, InlineCode>> CodesOf(Extraction article) =>
        article.Units.ToDictionary(u => u.Id, u => u.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Words with what each code stands for in the place of its id.</summary>
    private static string InMarkup(Content words, Dictionary<string, InlineCode> codes) => Written(words, codes, code => $"{code.Opening}\0{code.Closing}\0");

    /// <summary>Words with the kind of each code in the place of its id.</summary>
    private static string InKinds(Content words, Dictionary<string, InlineCode> codes) => Written(words, codes, _ => "");

    private static string Written(Content words, Dictionary<string, InlineCode> codes, Func<InlineCode, string> markup)
    {
        var text = new StringBuilder();
        foreach (var (kind, value) in words.Parts)
        {
            if (kind == InlineKind.Text)
                text.Append(value);
            else if (codes.TryGetValue(value, out var code))
                text.Append('\0').Append((char)('0' + (int)kind)).Append((char)('0' + (int)code.Kind)).Append(markup(code));
        }

        return text.ToString();
    }
}

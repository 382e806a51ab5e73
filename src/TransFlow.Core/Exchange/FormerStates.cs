using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>How far people were with what they wrote for a former article, and what a note says that they wrote for former words: it holds again where these are back.</summary>
internal sealed class FormerStates
{
    private const string Reviewed = "reviewed";

    private readonly Dictionary<(string Unit, Content Source, Content Target), string> _states = [];
    private readonly Dictionary<(Content Source, Content Target), string?> _noted = [];
    private Dictionary<(Content Source, Content Target), string>? _anywhere;

    /// <summary>Notes the state of a sentence's target.</summary>
    /// <param name="work">The sentence, which has one.</param>
    /// <param name="state">The state.</param>
    public void Add(SegmentWork work, string state) => _states[(work.UnitId, work.Source, work.Target!)] = state;

    /// <summary>Notes what a note says of former words.</summary>
    /// <param name="work">The sentence beside which it stands, which has its candidate.</param>
    /// <param name="state">The state that the note tells; null for none.</param>
    public void AddNoted(SegmentWork work, string? state)
    {
        if (work is { CandidateSource: { } was, Candidate: { } target })
            _noted[(was, target)] = state;
    }

    /// <summary>Knows the sentences by the ids that their codes have in another block.</summary>
    /// <param name="was">The segments as they were.</param>
    /// <param name="now">The same with such ids.</param>
    public void Follow(ImmutableArray<SegmentWork> was, ImmutableArray<SegmentWork> now)
    {
        foreach (var (before, after) in was.Zip(now).Where(p => !ReferenceEquals(p.First, p.Second)))
        {
            if (before.Target is { } target && _states.TryGetValue((before.UnitId, before.Source, target), out var state))
                Add(after, state);
        }
    }

    /// <summary>The state of a sentence's target, or of its candidate when it was one; null where nothing is said.</summary>
    /// <param name="work">The sentence.</param>
    /// <param name="former">The former edition's segments.</param>
    /// <param name="language">The source language.</param>
    public string? Of(SegmentWork work, ImmutableArray<SegmentWork> former, string language)
    {
        if (work.Shown is not { } shown || (work.Target is null && work.CandidateSource is null))
            return null;
        return _states.GetValueOrDefault((work.UnitId, work.Translated, shown)) ?? (_anywhere ??= Anywhere(former, language)).GetValueOrDefault((work.Translated, shown)) ?? _noted.GetValueOrDefault((work.Translated, shown));
    }

    /// <summary>
    /// Segments of which those that read again as a note says that they did have their translation back. A note has words without codes: where the sentence
    /// has some, nothing was changed, and the codes are to be put in.
    /// </summary>
    /// <param name="segments">The segments.</param>
    /// <param name="language">The source language.</param>
    public ImmutableArray<SegmentWork> PutBack(ImmutableArray<SegmentWork> segments, string language)
    {
        if (!segments.Any(s => s is { Target: null, CandidateSource: not null }))
            return segments;
        var joined = JoinedText.In(segments, language).ToDictionary(j => j.First, j => j.Count);
        var put = segments.ToBuilder();
        for (var i = 0; i < put.Count; i++)
        {
            if (put[i] is not { Target: null, CandidateSource: { } was, Candidate: { } words } work)
                continue;
            var now = work.CandidateFor ?? work.Source;
            if (was.Equals(now) && now.Parts.All(p => p.Kind == InlineKind.Text) && _noted.TryGetValue((was, words), out var state))
            {
                put[i] = work with { Target = words, Candidate = null, CandidateSource = null, CandidateFor = null, CandidateBy = null };
                if (state is not null)
                    Add(put[i], state);
                for (var other = i + 1; other < i + joined.GetValueOrDefault(i, 1); other++)
                    put[other] = put[other] with { Target = Content.Empty };
            }
            else if (was.Text == now.Text && was.Parts.Length < now.Parts.Length)
            {
                put[i] = work with { CandidateSource = now };
                AddNoted(put[i], _noted.GetValueOrDefault((was, words)));
            }
        }

        return put.ToImmutable();
    }

    /// <summary>The states of texts wherever they stand, those for several sentences with the source of all of them; the lesser where they differ.</summary>
    private Dictionary<(Content Source, Content Target), string> Anywhere(ImmutableArray<SegmentWork> former, string language)
    {
        var whole = JoinedText.In(former, language).Where(j => former[j.First].Target is not null)
            .Select(j => (Source: JoinedText.Source(former[j.First..(j.First + j.Count)].Select(s => s.Source), language), Target: former[j.First].Target!, State: _states.GetValueOrDefault((former[j.First].UnitId, former[j.First].Source, former[j.First].Target!))));
        return _states.Select(s => (s.Key.Source, s.Key.Target, State: (string?)s.Value)).Concat(whole).Where(s => s.State is not null)
            .GroupBy(s => (s.Source, s.Target)).ToDictionary(g => g.Key, g => g.FirstOrDefault(s => s.State == Reviewed).State ?? g.First().State!);
    }
}

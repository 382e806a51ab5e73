using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// How far people were with what they wrote for a former article, and what a note says that they wrote for former words: it holds again where these are back.
/// It goes with each text where a newsroom has who wrote it, so that of two sentences that say the same neither gets the other's state.
/// </summary>
internal sealed class FormerStates
{
    private const string Unsaid = "";

    /// <summary>The states, each of which says the one before, too.</summary>
    private static readonly string[] Steps = ["reviewed", "final"];

    /// <summary>Where the notes stood that tell of other words than those beside which they stood.</summary>
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    /// <summary>A sentence with the state of its target.</summary>
    /// <param name="work">The sentence.</param>
    /// <param name="state">The state; null where nothing is said of it.</param>
    public static SegmentWork With(SegmentWork work, string? state) =>
        work with { Changes = Said(work, state), SignOffs = [.. Steps.Take(Array.IndexOf(Steps, state) + 1).Select(s => new SignOff(s, "", work.Fingerprint))] };

    /// <summary>A sentence with the state of its candidate, of which a note tells.</summary>
    /// <param name="work">The sentence beside which it stands, which has its candidate.</param>
    /// <param name="state">The state; null where the note says nothing of it.</param>
    public SegmentWork WithNoted(SegmentWork work, string? state)
    {
        var said = work with { CandidateBy = Said(work, state) };
        // What another sentence of the same words had is shown beside this one, and is not its own.
        if (work.CandidateSource is { } was && was.Text != (work.CandidateFor ?? work.Source).Text)
            _noted.UnionWith(said.ShownBy.Select(c => c.Person));
        return said;
    }

    /// <summary>The state of a sentence's target, or of its candidate when it was one; null where nothing is said, or where it was put together from several.</summary>
    /// <param name="work">The sentence.</param>
    public static string? Of(SegmentWork work) =>
        (work.Target is not null || work.CandidateSource is not null) && work.ShownBy is [{ Stage: not Unsaid and var state }] ? state : null;

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
            if (was.Equals(now) && now.Parts.All(p => p.Kind == InlineKind.Text) && work.CandidateBy is [var by] && _noted.Contains(by.Person))
            {
                put[i] = work with { Target = words, Changes = [by], Candidate = null, CandidateSource = null, CandidateFor = null, CandidateBy = null };
                for (var other = i + 1; other < i + joined.GetValueOrDefault(i, 1); other++)
                    put[other] = put[other] with { Target = Content.Empty };
            }
            else if (was.Text == now.Text && was.Parts.Length < now.Parts.Length)
            {
                put[i] = work with { CandidateSource = now };
            }
        }

        return put.ToImmutable();
    }

    private static ImmutableArray<Change> Said(SegmentWork work, string? state) => [new Change($"{work.UnitId} {work.Index}", state ?? Unsaid)];
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>One segment of one edition, and all that was decided about it. Where it stands follows from it.</summary>
/// <param name="UnitId">Its unit.</param>
/// <param name="Index">Its place in the unit, from 0.</param>
/// <param name="Source">The source words.</param>
public sealed record SegmentWork(string UnitId, int Index, Content Source)
{
    /// <summary>The target words; null while there are none.</summary>
    public Content? Target { get; init; }

    /// <summary>Who changed the target, at which stage, in order; what one changes at one stage in a row once. The edit chain that four eyes looks at.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>Stages that were finished, each for one content.</summary>
    public ImmutableArray<SignOff> SignOffs { get; init; } = [];

    /// <summary>Why the segment came back; null when nobody sent it back since it was last delivered.</summary>
    public SentBack? SentBack { get; init; }

    /// <summary>The target that belonged to this place before the source changed; a candidate, never a translation.</summary>
    public Content? Candidate { get; init; }

    /// <summary>The source words that the candidate translates; null when there is none.</summary>
    public Content? CandidateSource { get; init; }

    /// <summary>
    /// The source words that stand now where the candidate's stood, this segment's first, when the candidate translates several sentences;
    /// null when they are the segment's own.
    /// </summary>
    public Content? CandidateFor { get; init; }

    /// <summary>Who wrote the candidate, in order, as <see cref="Changes"/> had it: whoever hands it on has these people's words. Null when it was not noted.</summary>
    public ImmutableArray<Change>? CandidateBy { get; init; }

    /// <summary>The strand to which a rule gave it; null for none.</summary>
    public string? Strand { get; init; }

    /// <summary>The stages of the edition's route that it does not pass; null for none.</summary>
    public ImmutableArray<string>? Skips { get; init; }

    /// <summary>From where its target was taken, when nobody wrote it for this edition; null when somebody did.</summary>
    public Reuse? Reused { get; init; }

    /// <summary>True while the target is still the one that was taken from an earlier edition.</summary>
    public bool IsReused => Reused is { } reuse && reuse.Fingerprint == Fingerprint;

    /// <summary>Which words of the source are others than those that the candidate translates, in a line that a person can read.</summary>
    /// <returns>The difference; null when there is no candidate, or when it translates the very same words.</returns>
    public string? Difference()
    {
        if (Candidate is null || CandidateSource is not { } was)
            return null;
        var now = CandidateFor ?? Source;
        // Where nothing but markup came, went or became other markup, which has another id, the words are shown with it.
        return was.Text != now.Text ? WordDifference.Of(was.Text, now.Text) : was.Equals(now) ? null : WordDifference.Of(was.ToString(), now.ToString());
    }

    /// <summary>Who wrote what a person who gets the segment sees.</summary>
    internal ImmutableArray<Change> ShownBy => Target is null ? CandidateBy ?? [] : Changes;

    /// <summary>The words that what is shown translates.</summary>
    internal Content Translated => Target is null ? CandidateSource ?? Source : Source;

    /// <summary>What a person who gets the segment sees as its target: the target, else the candidate; null for neither.</summary>
    internal Content? Shown => Target ?? Candidate;

    /// <summary>The target with its codes numbered as they come in the source: what those of sentences that say the same are compared by.</summary>
    internal Content? TargetInOrder => Target?.Recoded(Source.Order());

    /// <summary>
    /// What a sign-off is bound to: a digest of source and target. Change either and the sign-off is void, put it back and it holds again.
    /// </summary>
    public string Fingerprint => FingerprintOf(Source, Target);

    /// <summary>The digest of a pair of source and target.</summary>
    /// <param name="source">The source words.</param>
    /// <param name="target">The target words.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string FingerprintOf(Content source, Content? target) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\u241E{target}")).AsSpan(0, 16));

    /// <summary>
    /// The place in the route where the segment stands: after the last of its stages that was finished for its present content, and never
    /// past a clearance or an approval that it does not have.
    /// </summary>
    /// <param name="route">The edition's route.</param>
    /// <returns>A place in <see cref="Route.Stages"/>, never that of a stage that it skips; their number when all are finished.</returns>
    public int Position(Route route)
    {
        // Most have no sign-off yet; what is asked of those that have takes room for each.
        var at = SignOffs.IsEmpty ? 0 : Finished(route);
        while (at < route.Stages.Length && SkipsStage(route.Stages[at].Name))
            at++;
        return at;
    }

    /// <summary>Whether it does not pass a stage.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <returns>True when it goes by.</returns>
    public bool SkipsStage(string stage) => Skips is { } skips && skips.Contains(stage);

    /// <summary>The place after the last stage that was finished.</summary>
    private int Finished(Route route)
    {
        var fingerprint = Fingerprint;
        var last = -1;
        foreach (var signOff in SignOffs)
        {
            if (Holds(signOff, fingerprint))
                last = Math.Max(last, route.IndexOf(signOff.Stage));
        }

        // Later stages say nothing of a clearance or an approval that nobody gave.
        for (var gate = 0; gate < last; gate++)
        {
            if (route.Stages[gate] is { Role: StageRole.Clear or StageRole.Approve, Name: var name } && !SkipsStage(name) && !SignOffs.Any(s => s.Stage == name && Holds(s, fingerprint)))
                return gate;
        }

        return last + 1;
    }

    /// <summary>The sign-off of a stage that holds for the present words.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <returns>The last of them; null when there is none.</returns>
    public SignOff? SignOffAt(string stage)
    {
        var fingerprint = Fingerprint;
        return SignOffs.LastOrDefault(s => s.Stage == stage && Holds(s, fingerprint));
    }

    /// <summary>Whether a sign-off holds for the present words. A clearance is one of the source, wherever its target came from.</summary>
    private bool Holds(SignOff signOff, string fingerprint) => signOff.Fingerprint == fingerprint
        || (Route.RoleOf(signOff.Stage) == StageRole.Clear && signOff.Fingerprint == FingerprintOf(Source, null));

    /// <summary>Whether what is shown still has to be written or written anew at a stage.</summary>
    internal bool IsOpen(Stage stage) => stage.Role == StageRole.Write && (Target is null || SentBack is not null);

    /// <inheritdoc/>
    public bool Equals(SegmentWork? other) =>
        other is not null && UnitId == other.UnitId && Index == other.Index && Source.Equals(other.Source)
        && Equals(Target, other.Target) && Equals(Candidate, other.Candidate) && Equals(CandidateSource, other.CandidateSource) && Equals(CandidateFor, other.CandidateFor) && Equals(SentBack, other.SentBack)
        && (CandidateBy ?? []).SequenceEqual(other.CandidateBy ?? []) && Changes.SequenceEqual(other.Changes) && SignOffs.SequenceEqual(other.SignOffs)
        && Strand == other.Strand && (Skips ?? []).SequenceEqual(other.Skips ?? []) && Equals(Reused, other.Reused);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(UnitId, Index, Source, Target);
}

/// <summary>A target was taken from an earlier edition, with the record of those who wrote it.</summary>
/// <param name="Kind">Why: <c>in-context</c> or <c>boilerplate</c>.</param>
/// <param name="Article">The article from whose edition it was taken.</param>
/// <param name="Fingerprint">The content that was taken: when it is another, somebody wrote it anew.</param>
public sealed record Reuse(string Kind, string Article, string Fingerprint);

/// <summary>A person changed the target at a stage.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Stage">The stage's name.</param>
public sealed record Change(string Person, string Stage);

/// <summary>A person finished a stage for one content.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Fingerprint">The content, as <see cref="SegmentWork.Fingerprint"/> gives it.</param>
public sealed record SignOff(string Stage, string Person, string Fingerprint);

/// <summary>A person sent a segment back.</summary>
/// <param name="Stage">The stage it was sent back from.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record SentBack(string Stage, string Person, string Reason);

using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// Lets what was signed off in earlier editions go by the writer, where the settings want it: before the writer's file is cut, so that
/// nobody has it in hands. The people who wrote it then are its record here, so that four eyes hold as if they had written it now.
/// </summary>
/// <param name="room">The newsroom.</param>
internal sealed class EarlierWork(NewsroomContext room)
{
    /// <summary>In so many earlier articles words stand that are no chance repetition.</summary>
    private const int FewestArticles = 3;

    /// <summary>Editions that were looked at as they are.</summary>
    private readonly Dictionary<(string, string), int> _looked = [];

    /// <summary>Fills what may go by the writer of an edition.</summary>
    /// <param name="head">The edition.</param>
    /// <param name="packages">What was handed out of it.</param>
    /// <returns>Its head afterwards; null when nothing was filled.</returns>
    public EditionHead? Fill(EditionHead head, ImmutableArray<PackageHead> packages)
    {
        if (head is not { Role: StageRole.Write, Hold: null } || room.Settings.StageOf(head.Stage).Reuse is not { IsEmpty: false } kinds
            || packages.Any(p => Seat.Of(p.Stage).Stage == head.Stage && p.Revision == head.Revision && p.Round == head.Round)
            || (_looked.TryGetValue((head.Article, head.Language), out var version) && version == head.Version))
        {
            return null;
        }

        _looked[(head.Article, head.Language)] = head.Version;
        if (room.Store.Edition(head.Article, head.Language) is not { } row || row.Version != head.Version)
            return null;
        var source = room.Extract(head.Article, head.Revision);
        var filled = Filled(row.Edition, source, kinds);
        var reused = filled.Segments.Where((s, i) => !s.Equals(row.Edition.Segments[i])).Select(s => s.Reused!).ToList();
        if (reused.Count == 0)
            return null;
        return room.Commit(new Changes
        {
            Editions = [(filled, row.Version)],
            Events = [Event.Of("reused", head.Article, head.Language, Event.Program, ("stage", head.Stage!), ("segments", reused.Count.ToString(CultureInfo.InvariantCulture)), ("from", string.Join(" ", reused.Select(r => r.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(5))))],
        })
            ? EditionHead.Of(filled, row.Version + 1)
            : null;
    }

    private Edition Filled(Edition edition, Extraction source, ImmutableArray<string> kinds)
    {
        var open = Enumerable.Range(0, edition.Segments.Length).Where(i => IsOpen(edition, edition.Segments[i])).ToList();
        var earlier = new Dictionary<(string, string), Edition?>();
        var segments = edition.Segments.ToBuilder();
        foreach (var kind in kinds)
        {
            foreach (var (place, at) in Places(edition, [.. open.Where(i => segments[i].Target is null)], kind))
            {
                if (Signed(at, earlier) is { } signed && HasSameCodes(source, segments[place], earlier[(at.Article, at.Language)]!, signed) && Taken(edition, segments[place], signed, at.Article, kind) is { } taken)
                    segments[place] = taken;
            }
        }

        var filled = edition with { Segments = segments.ToImmutable() };
        var broken = UnitCodes.Check(source, filled).Where(f => f.Severity == Severity.Block).Select(f => f.UnitId).ToHashSet(StringComparer.Ordinal);
        return broken.Count == 0 ? filled : filled with { Segments = [.. filled.Segments.Select((s, i) => broken.Contains(s.UnitId) ? edition.Segments[i] : s)] };
    }

    private static bool IsOpen(Edition edition, SegmentWork segment) =>
        segment is { Target: null, SentBack: null } && segment.Position(edition.Route) == edition.Route.WriteIndex && segment.Source.Text.Any(char.IsLetter);

    /// <summary>For each open segment that has one, a place where it stands signed off; none when it was translated in more than one way.</summary>
    private IEnumerable<(int Place, SignedPlace At)> Places(Edition edition, List<int> open, string kind)
    {
        var isContext = kind == StageSettings.InContext;
        var digests = open.ConvertAll(i => isContext ? SignedSegments.ContextOf(edition, i) : SignedSegments.SourceOf(edition.Language, edition.Segments[i].Source));
        var found = (isContext ? room.Store.InContext(digests) : room.Store.OfSource(digests)).Where(s => s.Article != edition.Article).ToLookup(s => isContext ? s.Context : s.Source);
        foreach (var (place, digest) in open.Zip(digests))
        {
            var there = found[digest].ToList();
            if (there.Count > 0 && there.TrueForAll(s => s.Pair == there[0].Pair) && (isContext || there.DistinctBy(s => s.Article).Count() >= FewestArticles))
                yield return (place, there.OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Place).First());
        }
    }

    private SegmentWork? Signed(SignedPlace at, Dictionary<(string, string), Edition?> earlier)
    {
        if (!earlier.TryGetValue((at.Article, at.Language), out var edition))
            earlier[(at.Article, at.Language)] = edition = room.Store.Edition(at.Article, at.Language)?.Edition;
        return edition is not null && at.Place < edition.Segments.Length && edition.Segments[at.Place] is { Target.IsEmpty: false } segment && segment.Position(edition.Route) == edition.Route.Stages.Length ? segment : null;
    }

    /// <summary>The marks in a target stand for codes of its unit: those of the two have to be of a kind.</summary>
    private bool HasSameCodes(Extraction source, SegmentWork segment, Edition there, SegmentWork signed)
    {
        if (!segment.Source.Equals(signed.Source))
            return false;
        var ids = signed.Target!.Parts.Concat(signed.Source.Parts).Where(p => p.Kind != InlineKind.Text).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
            return true;
        var (own, other) = (CodesOf(source, segment.UnitId), CodesOf(room.Extract(there.Article, there.Revision), signed.UnitId));
        return ids.All(i => own.TryGetValue(i, out var one) && other.TryGetValue(i, out var two) && one.Kind == two.Kind && one.IsPair == two.IsPair);
    }

    private static Dictionary<string, InlineCode> CodesOf(Extraction source, string unit) => source.Units.First(u => u.Id == unit).Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>The segment with the earlier target and its record; null when nobody would be left who may approve it.</summary>
    private SegmentWork? Taken(Edition edition, SegmentWork segment, SegmentWork signed, string article, string kind)
    {
        var write = edition.Route.Stages[edition.Route.WriteIndex].Name;
        var fingerprint = SegmentWork.FingerprintOf(segment.Source, signed.Target);
        var writer = signed.SignOffs.LastOrDefault(s => Route.RoleOf(s.Stage) == StageRole.Write)?.Person ?? (signed.Changes.IsEmpty ? null : signed.Changes[0].Person);
        if (writer is null)
            return null;
        var taken = segment with
        {
            Target = signed.Target,
            Changes = signed.Changes,
            SignOffs = [.. segment.SignOffs, new SignOff(write, writer, fingerprint)],
            Candidate = null,
            CandidateSource = null,
            CandidateFor = null,
            CandidateBy = null,
            Reused = new Reuse(kind, article, fingerprint),
        };
        var alone = edition with { Segments = [taken] };
        // Not only the next stage needs somebody who has not had these words in hands.
        return edition.Route.Stages.Skip(edition.Route.WriteIndex + 1).Where(s => !taken.SkipsStage(s.Name)).Select(s => alone.SeatOf(taken, s.Name))
            .All(s => room.PeopleOf(edition, s) is var people && (people.IsEmpty || !room.Candidates(alone, s).IsEmpty)) ? taken : null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// The translated file of a former article, and what of it goes into that of the changed one: translations that hold with their states; what was
/// written for former words and what nobody confirmed, as candidates; and people's notes.
/// </summary>
public sealed class FormerWork
{
    private const string NotDone = "initial";
    private const string Reviewed = "reviewed";
    private const string Final = "final";

    private readonly Extraction _former;
    private readonly Edition _edition;
    private readonly FormerStates _states = new();
    private readonly List<(string Unit, string Text)> _notes = [];

    private FormerWork(Extraction former, Edition begun, MergedReturn merged, Func<string, Dictionary<(string, int), Content>> said)
    {
        _former = former;
        Findings = [.. merged.Findings.Where(f => f.Severity != Severity.Info)];
        var (drafts, targets) = (said(NotDone), Targets(merged));
        var segments = begun.Segments.Select(s => s with { Target = targets.GetValueOrDefault((s.UnitId, s.Index)) }).ToArray();
        var (reviewed, final) = (said(Reviewed), said(Final));
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is { Target: { } target } s)
                segments[i] = FormerStates.With(s, target.Equals(final.GetValueOrDefault((s.UnitId, s.Index))) ? Final : target.Equals(reviewed.GetValueOrDefault((s.UnitId, s.Index))) ? Reviewed : null);
        }

        var units = former.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var starts = Enumerable.Range(0, segments.Length).GroupBy(i => segments[i].UnitId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var ((unit, index), target) in drafts.Where(d => !d.Value.IsEmpty))
        {
            var first = starts[unit] + index;
            var last = first + 1;
            while (last < segments.Length && segments[last].UnitId == unit && drafts.TryGetValue((unit, segments[last].Index), out var other) && other.IsEmpty)
                last++;
            if (Array.TrueForAll(segments[first..last], s => s.Target is null))
                segments[first] = segments[first] with { Candidate = target, CandidateFor = last == first + 1 ? null : JoinedText.Source(segments[first..last].Select(s => s.Source), former.Language) };
        }

        foreach (var (unit, text) in merged.Notes.Distinct())
        {
            ImmutableArray<SegmentWork> own = [.. segments.Skip(starts[unit]).Take(units[unit].Segments.Length)];
            if (FormerNotes.Read(text, own, former.Language) is { } known)
                segments[starts[unit] + known.Index] = _states.WithNoted(known, FormerNotes.State(text));

            // What a newsroom says of a draft is all that tells what it was written for.
            else if (FormerNotes.IsNeeded(text, own) || FormerNotes.IsAnother(text, own) || !FormerNotes.IsOurs(text, units[unit]))
                _notes.Add((unit, text));
        }

        _edition = begun with { Segments = [.. segments] };
    }

    /// <summary>What the file's targets lack.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Notes of paragraphs that the changed article does not have.</summary>
    public ImmutableArray<string> LeftNotes { get; private set; } = [];

    /// <summary>How many translations of the former article stand nowhere in the changed one, not even in a note.</summary>
    public int LeftTargets { get; private set; }

    /// <summary>Reads what a file says of the article of which it was made.</summary>
    /// <param name="former">The article.</param>
    /// <param name="begun">The edition of it, in which nothing is translated.</param>
    /// <param name="returned">The file; null for none.</param>
    /// <returns>The work; refused when the file is not the article's.</returns>
    public static Outcome<FormerWork> Of(Extraction former, Edition begun, ReturnedFile? returned)
    {
        if (returned is null)
            return new FormerWork(former, begun, new MergedReturn([], [], [], []), _ => []);
        var sent = ReturnedFile.Of(Package.Cut(former, begun)!);
        if (!Merge(p => p.Said != NotDone).Try(out var merged, out var refusal))
            return refusal;
        return merged.Refused.FirstOrDefault() is { } bad ? bad : new FormerWork(former, begun, merged, Said);

        // Held against the article in the same way, whatever a tool did to its segments.
        Outcome<MergedReturn> Merge(Predicate<ReturnedPiece> isMeant) =>
            ReturnMerge.Merge(sent, returned with { Units = [.. returned.Units.Select(u => u.Pieces.All(p => isMeant(p)) ? u : u with { Pieces = [.. u.Pieces.Select(p => isMeant(p) ? p : p with { Target = null })] })] }, begun.Language, isReviewed: false, isKnown: false);

        Dictionary<(string, int), Content> Said(string state) =>
            returned.Units.Any(u => u.Pieces.Any(p => p.Said == state)) && Merge(p => p.Said == state).Try(out var own, out _) ? Targets(own) : [];
    }

    /// <summary>The changed article's package: translated as far as it holds, the rest as candidates in notes.</summary>
    /// <param name="now">The changed article, its units named with the former in mind.</param>
    /// <param name="alone">The same as it is read alone: what weaves the file knows no former article, so its ids are the file's.</param>
    public Package Revised(Extraction now, Extraction alone)
    {
        var there = now.Units.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        // A note is its block's; where that is gone it goes where its first sentence went.
        var edition = _edition with { Comments = [.. _notes.Where(n => !there.Contains(n.Unit)).Select(n => new Comment(n.Unit, 0, "", default, n.Text))] };
        edition = EditionRevision.Revise(edition, now, 2, _former);
        edition = edition with { Segments = _states.PutBack(edition.Segments, now.Language) };
        var offers = new FormerOffers(_edition.Segments, edition.Segments);
        LeftTargets = offers.Lost;
        LeftNotes = [.. edition.Comments.Where(c => c.About is not null || !there.Contains(c.UnitId)).Select(c => c.Text)];
        var notes = _notes.Where(n => there.Contains(n.Unit)).Concat(edition.Comments.Where(c => c.About is null).Select(c => (Unit: c.UnitId, c.Text))).Distinct().ToLookup(n => n.Unit, n => n.Text, StringComparer.Ordinal);
        var package = Package.Cut(now, edition)!;
        var named = now.Units.Zip(alone.Units).ToDictionary(u => u.First.Id, u => u.Second, StringComparer.Ordinal);
        return package with { IsSelfContained = true, Units = [.. package.Units.Select(u => Renamed(u with { Remarks = [.. offers.Notes[u.Unit.Id].Concat(notes[u.Unit.Id]).Distinct()], States = [.. u.Segments.Select(s => FormerStates.Of(s))] }, named[u.Unit.Id]))] };
    }

    /// <summary>The same work on a unit with other ids for itself and its codes.</summary>
    private static PackageUnit Renamed(PackageUnit work, Segments.Unit unit)
    {
        var ids = work.Unit.Codes.Zip(unit.Codes).ToDictionary(c => c.First.Id, c => c.Second.Id, StringComparer.Ordinal);
        // Codes that are gone stand in former words alone, and take no id that another has now.
        foreach (var part in work.Segments.SelectMany(s => (s.CandidateSource?.Parts ?? []).Concat(s.Candidate?.Parts ?? [])))
        {
            if (part.Kind != InlineKind.Text)
                ids.TryAdd(part.Value, (ids.Count + 1).ToString(CultureInfo.InvariantCulture));
        }

        return work with
        {
            Unit = unit,
            Segments = [.. work.Segments.Select(s => s with
            {
                UnitId = unit.Id,
                Source = unit.Segments[s.Index].Source,
                Target = s.Target?.Recoded(ids),
                Candidate = s.Candidate?.Recoded(ids),
                CandidateSource = s.CandidateSource?.Recoded(ids),
                CandidateFor = s.CandidateFor?.Recoded(ids),
            })],
        };
    }

    private static Dictionary<(string, int), Content> Targets(MergedReturn merged) =>
        merged.Segments.Where(s => s.Target is not null).ToDictionary(s => (s.UnitId, s.Index), s => s.Target!);
}

using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>All that the desk shows of one edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The number of its last change.</param>
/// <param name="Source">Its source article, taken apart.</param>
public sealed record EditionSheet(Edition Edition, int Version, Extraction Source)
{
    /// <summary>The article's title in its own language.</summary>
    public required string Title { get; init; }

    /// <summary>What is noticed about its units now.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The words with which each segment came to its stage, where they are known.</summary>
    public required ImmutableDictionary<(string UnitId, int Index), Content> Before { get; init; }

    /// <summary>The live words of each segment, wherever it stood when it was published; of one that was written anew those in whose place it came.</summary>
    public required ImmutableDictionary<(string UnitId, int Index), Content> Live { get; init; }

    /// <summary>The newsroom's terms that have words in both languages.</summary>
    public required ImmutableArray<SheetTerm> Terms { get; init; }

    /// <summary>A unit's name.</summary>
    /// <param name="unitId">Its id.</param>
    /// <returns>The name; the id when the article has it no more.</returns>
    public string NameOf(string unitId) => Source.Units.FirstOrDefault(u => u.Id == unitId)?.Name ?? unitId;

    /// <summary>The terms that occur in a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The terms; longer ones first, since they are the more telling.</returns>
    public IEnumerable<SheetTerm> TermsOf(SegmentWork segment) => Terms.Where(t => segment.Source.Text.Contains(t.Source, StringComparison.OrdinalIgnoreCase)).OrderByDescending(t => t.Source.Length);

    /// <summary>What is odd about a segment's words, for whoever approves them.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The findings, in order.</returns>
    public IEnumerable<Finding> DoubtsOf(SegmentWork segment) => Findings.Where(f => f.Severity != Severity.Info && f.UnitId == segment.UnitId && (f.Segment ?? 0) == segment.Index);

    /// <summary>The stage at which a person may change a segment's words now; null for none.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="actor">The person.</param>
    /// <returns>The stage.</returns>
    public Stage? StageFor(SegmentWork segment, Actor actor) => SegmentActs.StageFor(Edition, segment, Edition.ActorFor(actor, segment));

    /// <summary>Whether the stage at which a segment stands is the person's, and with nobody else.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="actor">The person.</param>
    /// <returns>True when the person may finish it there, if the segment allows it.</returns>
    public bool MayFinish(SegmentWork segment, Actor actor) => SegmentActs.MayFinish(Edition, segment, Edition.ActorFor(actor, segment));

    internal static Outcome<EditionSheet> Of(NewsroomContext room, string article, string language)
    {
        if (!room.Edition(article, language).Try(out var row, out var refusal))
            return refusal;
        var edition = row.Edition;
        var source = room.Extract(article, edition.Revision);
        return new EditionSheet(edition, row.Version, source)
        {
            Title = source.Title ?? article,
            Findings = [.. UnitCodes.Check(source, edition), .. OddTargets.Check(source, edition), .. StyleFindings(room, source, edition), .. source.Findings],
            Before = HandedOut(room, row.Edition),
            Terms = TermsFor(room, source.Language, language),
            Live = LiveWords(room, edition),
        };
    }

    private static ImmutableArray<Finding> StyleFindings(NewsroomContext room, Extraction source, Edition edition) =>
        room.Settings.Targets.TryGetValue(edition.Language, out var target) ? new EditionPage(target.Style, null).StyleFindings(source, edition) : [];

    /// <summary>No terms when a file of terms is broken: whoever hands out or checks terms is told of that.</summary>
    private static ImmutableArray<SheetTerm> TermsFor(NewsroomContext room, string source, string target) => new ReferenceShelf(room).Termbase().Try(out var entries, out _)
        ?
        [
            .. from entry in entries
               let forms = entry.Languages.Where(l => Languages.AreSame(l.Language, target)).SelectMany(l => l.Terms).ToImmutableArray()
               where forms.Any(f => f.Status != TermStatus.Forbidden)
               from term in entry.Languages.Where(l => Languages.AreSame(l.Language, source)).SelectMany(l => l.Terms)
               where term.Text.Length > 0
               select new SheetTerm(term.Text, [.. forms.Where(f => f.Status != TermStatus.Forbidden).Select(f => f.Text)], [.. forms.Where(f => f.Status == TermStatus.Forbidden).Select(f => f.Text)]),
        ]
        : [];

    private static ImmutableDictionary<(string, int), Content> LiveWords(NewsroomContext room, Edition edition)
    {
        var words = ImmutableDictionary.CreateBuilder<(string, int), Content>();
        if (LiveRevision.Of(room, edition) is not { } live)
            return words.ToImmutable();
        var heirs = live.In(edition);
        // The nearest of kin first: one sentence may stand for several that were there.
        foreach (var (target, heir) in live.Edition.Segments.Select(s => (s.Target, Heir: heirs.Of(s.UnitId, s.Index))).Where(l => l.Target is not null && l.Heir is { Kinship: not Kinship.Beside }).OrderBy(l => l.Heir!.Value.Kinship))
            words.TryAdd((edition.Segments[heir!.Value.At].UnitId, edition.Segments[heir.Value.At].Index), target!);
        return words.ToImmutable();
    }

    /// <summary>The targets in the newest package that each segment was in: what the person of its stage was given.</summary>
    private static ImmutableDictionary<(string, int), Content> HandedOut(NewsroomContext room, Edition edition)
    {
        var before = ImmutableDictionary.CreateBuilder<(string, int), Content>();
        foreach (var package in room.Store.Packages(edition.Article, edition.Language).Where(p => edition.Route.IndexOf(Seat.Of(p.Stage).Stage) <= edition.Position))
        {
            if (!ReturnReader.Read(package.Xliff, package.Path).Try(out var file, out _))
                continue;
            var given = file.Units.SelectMany(u => u.Pieces.Where(p => p.IsSegment).Select((p, i) => new SegmentWork(u.Id, p.Place ?? i, p.Source) { Target = p.Target ?? Content.Empty }))
                .DistinctBy(s => (s.UnitId, s.Index)).ToImmutableArray();
            // What was given before the article changed is held against its own sentences, wherever they are now.
            var heirs = package.Revision == edition.Revision ? null : new SentenceHeirs(given, edition.Segments);
            foreach (var segment in given)
            {
                if (heirs is null)
                    before.TryAdd((segment.UnitId, segment.Index), segment.Target!);
                else if (heirs.Of(segment.UnitId, segment.Index) is { Kinship: Kinship.Same or Kinship.Changed, At: var at })
                    before.TryAdd((edition.Segments[at].UnitId, edition.Segments[at].Index), segment.Target!);
            }
        }

        return before.ToImmutable();
    }
}

/// <summary>A term of the newsroom in the two languages of an edition.</summary>
/// <param name="Source">The term in the source language.</param>
/// <param name="Use">What to write for it, best first.</param>
/// <param name="Avoid">What not to write.</param>
public sealed record SheetTerm(string Source, ImmutableArray<string> Use, ImmutableArray<string> Avoid);

using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Where sentences of a file stand in an article that has changed since, as their work goes when the article changes: under the ids that their codes have there,
/// and each of several that say the same in its own place. Which is whose is in doubt for them as for the edition's own work.
/// </summary>
internal sealed class ReturnedCopies
{
    private readonly HashSet<Content> _several = new(Content.Reading);
    private readonly Dictionary<(string Unit, int Index), int> _places = [];
    private readonly Dictionary<int, (string Unit, int Index)> _origins = [];
    private readonly Dictionary<int, (string Unit, int Index)> _corrected = [];
    private readonly HashSet<(string Unit, int Index)> _corrections = [];

    private ReturnedCopies(ImmutableArray<SegmentWork> former, Edition edition, ArticleChange change)
    {
        var copies = new FormerCopies(former, edition.Segments, change);
        for (var i = 0; i < edition.Segments.Length; i++)
        {
            if (copies.Corrected(i) is { } its)
            {
                _corrected[i] = (its.UnitId, its.Index);
                _corrections.Add(_corrected[i]);
                _several.Add(edition.Segments[i].Source);
            }

            if (copies.Of(i) is not { } was)
                continue;
            _places[(was.UnitId, was.Index)] = i;
            _origins[i] = (was.UnitId, was.Index);
        }

        _several.UnionWith(Several(former));
        _several.UnionWith(Several(edition.Segments));
        KeepWhatStands(former, edition);
        Followed = [.. former.Select(s => _places.TryGetValue((s.UnitId, s.Index), out var at) && !edition.Segments[at].Source.Equals(s.Source) ? s.Source.IdsIn(edition.Segments[at].Source) : null)];
    }

    /// <summary>For each sentence of the file's article the ids that its codes have now; null where they are the same, and where nobody knows.</summary>
    private ImmutableArray<Dictionary<string, string>?> Followed { get; }

    /// <summary>Finds them.</summary>
    /// <param name="edition">The edition as it is.</param>
    /// <param name="source">Its article.</param>
    /// <param name="said">What the return says.</param>
    /// <param name="before">The article of the file's revision; null when it is the edition's.</param>
    /// <returns>Them, and what the return says with its codes under the ids that they have now; null, and what it says as it is, when the article is the same.</returns>
    public static (ReturnedCopies? Copies, ImmutableArray<MergedSegment> Said) Of(Edition edition, Extraction source, ImmutableArray<MergedSegment> said, Extraction? before)
    {
        if (before is null)
            return (null, said);
        var change = new ArticleChange(before, source);
        var sent = said.ToLookup(s => (s.UnitId, s.Index));
        // Of several whose translations differ, each has its own place or none.
        ImmutableArray<SegmentWork> former = [.. change.Former.Select(s => sent[(s.UnitId, s.Index)].FirstOrDefault() is { } its ? s with { Target = its.Target ?? its.Sent } : s)];
        var copies = new ReturnedCopies(former, edition, change);
        var ids = former.Zip(copies.Followed).Where(f => f.Second is not null).ToDictionary(f => (f.First.UnitId, f.First.Index), f => f.Second!);
        return (copies, ids.Count == 0 ? said : [.. said.Select(s => ids.TryGetValue((s.UnitId, s.Index), out var its) ? Under(s, its) : s)]);
    }

    /// <summary>
    /// Of several whose words are in the edition already, each is where they are: in the revisions between it came there. But what has no words where it stands brought them
    /// nowhere, and what stands at the place of one that the file says nothing of is that one's own: it was given the same words.
    /// </summary>
    private void KeepWhatStands(ImmutableArray<SegmentWork> former, Edition edition)
    {
        var said = former.Where(s => s.Target is { IsEmpty: false } && IsOneOfSeveral(s.Source)).ToLookup(s => s.TargetInOrder!);
        if (said.Count == 0)
            return;
        var unsaid = former.Where(s => s.Target is null).Select(s => (s.UnitId, s.Index)).ToHashSet();
        for (var i = 0; i < edition.Segments.Length; i++)
        {
            if (edition.Segments[i] is not { Target.IsEmpty: false } there || !IsOneOfSeveral(there.Source) || said[there.TargetInOrder!].Where(s => s.Source.ReadsAs(there.Source)).ToList() is not [var one])
                continue;
            var own = (one.UnitId, one.Index);
            var isPlaced = _places.TryGetValue(own, out var place);
            if ((isPlaced && ReturnedText.IsOpen(edition.Segments[place])) || (_origins.TryGetValue(i, out var origin) && (origin == own || unsaid.Contains(origin))))
                continue;
            _places.Remove(origin);
            if (isPlaced)
                _origins.Remove(place);
            (_places[own], _origins[i]) = (i, own);
        }
    }

    /// <summary>Whether the article has, or had, several sentences of the same words.</summary>
    public bool IsOneOfSeveral(Content source) => _several.Contains(source);

    /// <summary>The place of a sentence of the file now; -1 for none.</summary>
    public int PlaceOf(MergedSegment said) => _places.GetValueOrDefault((said.UnitId, said.Index), -1);

    /// <summary>Whether a sentence of the file stands where it stood, and was edited there: who says now what it said is another.</summary>
    public bool HasCorrection(MergedSegment said) => _corrections.Contains((said.UnitId, said.Index));

    /// <summary>Whether what stands at a place was edited there: it is no other sentence of the file, though one may have said the same.</summary>
    public bool IsCorrected(int at) => _corrected.ContainsKey(at);

    /// <summary>Whether what stands at a place is a sentence of the file that was edited there.</summary>
    public bool IsCorrectionOf(MergedSegment said, int at) => _corrected.TryGetValue(at, out var was) && was == (said.UnitId, said.Index);

    /// <summary>Whether what stands at a place is the sentence of the file.</summary>
    public bool IsOrigin(MergedSegment said, int at) => _origins.TryGetValue(at, out var was) && was == (said.UnitId, said.Index);

    private static MergedSegment Under(MergedSegment said, Dictionary<string, string> ids) => said.Target is { } target && target.Parts.Any(p => p.Kind != InlineKind.Text && !ids.ContainsKey(p.Value))
        ? said
        : said with { Source = said.Source.Recoded(ids), Sent = said.Sent?.Recoded(ids), Target = said.Target?.Recoded(ids) };

    private static IEnumerable<Content> Several(ImmutableArray<SegmentWork> segments) => segments.GroupBy(s => s.Source, Content.Reading).Where(g => g.Skip(1).Any()).Select(g => g.Key);
}

using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>What a present sentence is to a former one; the nearer kin first.</summary>
internal enum Kinship
{
    /// <summary>It has the same words.</summary>
    Same,

    /// <summary>It is the same with other words.</summary>
    Changed,

    /// <summary>The former one is gone, and this one came in its place.</summary>
    Instead,

    /// <summary>The former one is gone, and this one is the nearest that was there before.</summary>
    Beside,
}

/// <summary>What stands now for a former sentence.</summary>
/// <param name="At">Its place in the article, from 0.</param>
/// <param name="Kinship">What it is to the former.</param>
internal readonly record struct Heir(int At, Kinship Kinship);

/// <summary>
/// Where the sentences of a former article stand in a changed one: by the same words first, as their work goes; then, among those that came
/// into the same unit or between the same neighbours, by words that are alike; and where a sentence is gone, what stands nearest to its place.
/// </summary>
internal sealed class SentenceHeirs
{
    /// <summary>Between neighbours that are further apart, much else was written anew: there only the unit tells which sentence was changed.</summary>
    private const int MostBetween = 40;

    private readonly ImmutableArray<SegmentWork> _former, _now;
    private readonly Dictionary<(string Unit, int Index), int> _places;
    private readonly ILookup<string, int> _units;
    private readonly int?[] _at, _corrected;
    private readonly bool[] _isNew;
    private readonly (int After, int Before)[] _gaps;

    /// <summary>Finds those with the same words.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="now">The segments now.</param>
    /// <param name="copies">Which of them are which.</param>
    public SentenceHeirs(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now, FormerCopies copies)
    {
        (_former, _now) = (former, now);
        _places = Enumerable.Range(0, former.Length).ToDictionary(i => (former[i].UnitId, former[i].Index));
        _units = Enumerable.Range(0, now.Length).ToLookup(i => now[i].UnitId, StringComparer.Ordinal);
        (_at, _corrected, _isNew) = (new int?[former.Length], new int?[former.Length], new bool[now.Length]);
        for (var i = 0; i < now.Length; i++)
        {
            if (copies.Of(i) is { } was)
                _at[_places[(was.UnitId, was.Index)]] = i;
            else if (copies.Corrected(i) is { } its)
                _corrected[_places[(its.UnitId, its.Index)]] = i;
            else
                _isNew[i] = true;
        }

        _gaps = Gaps();
    }

    /// <summary>Finds those with the same words.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="now">The segments now.</param>
    public SentenceHeirs(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now)
        : this(former, now, new FormerCopies(former, now))
    {
    }

    /// <summary>Finds them by what their articles say, too.</summary>
    /// <param name="before">The former article.</param>
    /// <param name="source">The article now.</param>
    /// <param name="now">Its segments.</param>
    public SentenceHeirs(Extraction before, Extraction source, ImmutableArray<SegmentWork> now)
        : this(new ArticleChange(before, source), now)
    {
    }

    private SentenceHeirs(ArticleChange change, ImmutableArray<SegmentWork> now)
        : this(change.Former, now, new FormerCopies(change.Former, now, change))
    {
    }

    /// <summary>What stands now for a former sentence.</summary>
    /// <param name="unitId">Its former unit.</param>
    /// <param name="index">Its place in it, from 0.</param>
    /// <returns>The sentence; null when there was none at that place, or when the article has none now.</returns>
    public Heir? Of(string unitId, int index)
    {
        if (!_places.TryGetValue((unitId, index), out var former) || _now.IsEmpty)
            return null;
        var heir = _at[former] is { } same ? new Heir(same, Kinship.Same) : (_corrected[former] ?? Changed(former)) is { } changed ? new Heir(changed, Kinship.Changed) : Nearest(former);
        return _now[heir.At].Source.Equals(_former[former].Source) ? heir with { Kinship = Kinship.Same } : heir;
    }

    /// <summary>
    /// What was said beside a former sentence, beside the one that stands for it now. When the sentence is gone, that is the nearest, of its block
    /// as long as there is one, and what was said names the words that it was about.
    /// </summary>
    /// <param name="comment">What was said.</param>
    /// <returns>It in its new place; the same when it stood beside no sentence.</returns>
    public Comment Move(Comment comment)
    {
        if (Of(comment.UnitId, comment.Index) is not { } heir)
            return comment;
        var gone = heir.Kinship is Kinship.Instead or Kinship.Beside ? _former[_places[(comment.UnitId, comment.Index)]].Source : null;
        return comment with { UnitId = _now[heir.At].UnitId, Index = _now[heir.At].Index, About = comment.About ?? gone };
    }

    /// <summary>The new sentence that is most like a former one, when none that is gone is more like it.</summary>
    private int? Changed(int former)
    {
        var alike = NewFor(former).Select(i => (At: i, Likeness: Likeness(former, i))).Where(a => a.Likeness.ButForNumbers >= EditionRevision.Alike).ToList();
        if (alike.Count == 0)
            return null;
        var (at, likeness) = alike.MaxBy(a => a.Likeness);
        return Enumerable.Range(0, _former.Length).Any(other => other != former && _at[other] is null && IsFor(at, other) && Likeness(other, at) is var rival && rival.CompareTo(likeness) is var order && (order > 0 || (order == 0 && other < former)))
            ? null
            : at;
    }

    /// <summary>A sentence of which a number was put right is the same, as it is for its translation.</summary>
    private (double ButForNumbers, double WithThem) Likeness(int former, int now) =>
        (Similarity.ButForNumbers(_former[former].Source.Text, _now[now].Source.Text), Similarity.Of(_former[former].Source.Text, _now[now].Source.Text));

    /// <summary>The new sentences in the unit of a former one, or between its neighbours.</summary>
    private IEnumerable<int> NewFor(int former)
    {
        var (after, before) = _gaps[former];
        return _units[_former[former].UnitId].Concat(Enumerable.Range(after + 1, Math.Max(0, before - after - 1))).Where(i => _isNew[i]).Distinct();
    }

    private bool IsFor(int now, int former) => _now[now].UnitId == _former[former].UnitId || (_gaps[former].After < now && now < _gaps[former].Before);

    /// <summary>
    /// For each former sentence the places between which its neighbours stand; one and the same where these are far apart or were moved.
    /// </summary>
    private (int After, int Before)[] Gaps()
    {
        var gaps = new (int After, int Before)[_former.Length];
        for (int i = 0, last = -1; i < gaps.Length; last = _at[i++] ?? last)
            gaps[i].After = last;
        for (int i = gaps.Length - 1, next = _now.Length; i >= 0; next = _at[i--] ?? next)
            gaps[i].Before = next - gaps[i].After - 1 is > 0 and <= MostBetween ? next : gaps[i].After;
        return gaps;
    }

    /// <summary>The place of a sentence that is gone: in its block as far as that is there, else at the nearest of the blocks that were around it.</summary>
    private Heir Nearest(int former)
    {
        var unit = _former[former].UnitId;
        if (Neighbour(former, isWithin: true) is { } within)
            return within;
        if (_units[unit].ToList() is { Count: > 0 } block)
            return Standing(block[Math.Min(_former[former].Index, block.Count - 1)]);
        return Neighbour(former, isWithin: false) ?? Standing(Math.Min(former, _now.Length - 1));
    }

    private Heir Standing(int at) => new(at, _isNew[at] ? Kinship.Instead : Kinship.Beside);

    /// <summary>The nearest sentence whose place is known, or what came between it and the one that is gone.</summary>
    private Heir? Neighbour(int former, bool isWithin)
    {
        for (var distance = 1; distance < _former.Length; distance++)
        {
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var neighbour = former + (side * distance);
                if (neighbour < 0 || neighbour >= _former.Length || _at[neighbour] is not { } at || (isWithin && _former[neighbour].UnitId != _former[former].UnitId))
                    continue;
                var next = at - side;
                return next >= 0 && next < _now.Length && _isNew[next] && _now[next].UnitId == _now[at].UnitId == isWithin ? new Heir(next, Kinship.Instead) : new Heir(at, Kinship.Beside);
            }
        }

        return null;
    }
}

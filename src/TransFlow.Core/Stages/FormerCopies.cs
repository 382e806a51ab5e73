using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>
/// For each sentence of a changed article whose words stood there before, the segment that it was. Words that stood in several places may
/// have a translation of its own in each: which is whose follows from the unit and from the sentence before; where it does not, none is taken.
/// </summary>
internal sealed class FormerCopies
{
    /// <summary>Both neighbours.</summary>
    private const int Both = 2;

    /// <summary>The neighbour of what stands several times is looked for over so many of its sentences.</summary>
    private const int MostOfBlock = 20;

    /// <summary>Of so many that say the same none is held against all others.</summary>
    private const int MostCompared = 100_000;

    /// <summary>By how much of their signs blocks are told apart, the most first.</summary>
    private static readonly Func<UnitSign, UnitSign>[] Levels = [s => s, s => s with { Address = null }];

    private readonly ImmutableArray<SegmentWork> _former, _now;
    private readonly SegmentWork?[] _origins, _offered;
    private readonly bool[] _taken;

    /// <summary>How many that say the same stand in a row where each stands, before and now.</summary>
    private readonly int[] _rowsBefore, _rowsNow;

    /// <summary>The number of the words of each, before and now.</summary>
    private readonly int[] _was, _its;
    private readonly HashSet<int> _known;
    private readonly HashSet<int> _once = [];
    private readonly UnitSigns? _signsBefore, _signsNow;

    /// <summary>The former place of each that was edited there, so that its words are its own, whoever said them before; -1 for the others.</summary>
    private readonly int[] _corrected;

    /// <summary>Units whose id says nothing of where their sentences stood.</summary>
    private readonly HashSet<string> _others;

    /// <summary>Finds them.</summary>
    /// <param name="former">The segments before.</param>
    /// <param name="now">The segments now.</param>
    /// <param name="change">The articles that they are of; null where nothing is known of what their codes stand for, and of their blocks.</param>
    public FormerCopies(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now, ArticleChange? change = null)
    {
        (_former, _now) = (former, now);
        (_signsBefore, _signsNow) = (change?.SignsBefore, change?.SignsNow);
        (_origins, _offered, _taken) = (new SegmentWork?[now.Length], new SegmentWork?[now.Length], new bool[former.Length]);
        (_was, _its) = change is null ? Numbered(former, now) : (change.Words.Before, [.. change.Words.Now]);
        _known = [.. _was];
        var places = new FormerPlaces(former, now, change is null ? null : (change.SignsBefore, change.SignsNow), _was, _its);
        (_corrected, _others) = (places.Corrected, places.Others);
        foreach (var place in _corrected.Where(p => p >= 0))
            _taken[place] = true;
        var before = Enumerable.Range(0, former.Length).Where(p => !_taken[p]).GroupBy(p => _was[p]).ToDictionary(g => g.Key, g => g.ToList());
        (_rowsBefore, _rowsNow) = (Rows(_was), Rows(_its));
        foreach (var same in Enumerable.Range(0, now.Length).GroupBy(i => _its[i]))
        {
            if (!before.TryGetValue(same.Key, out var there))
                continue;
            var heirs = same.ToList();
            // Words that stood in one place alone came from there: their block was moved, split or merged.
            if (heirs.Count == 1 && there.Count == 1)
                _origins[heirs[0]] = former[there[0]];
            else
                ShareBySigns(heirs, there, places.Standing);
        }

        Between();
        _once.UnionWith(_its.CountBy(w => w).Where(g => g.Value == 1 && before.TryGetValue(g.Key, out var there) && there.Count == 1).Select(g => g.Key));
        foreach (var same in Enumerable.Range(0, now.Length).GroupBy(i => _its[i]))
        {
            if (before.TryGetValue(same.Key, out var there) && there.Count > 1 && !AreOne(there))
                WeighBySigns([.. same], there);
        }

        OfferAlike();
        OfferCorrected();
    }

    /// <summary>The segment that a sentence was; null for none, or when it is in doubt.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public SegmentWork? Of(int at) => _origins[at];

    /// <summary>For a sentence of which it is in doubt, a segment with the same words whose translation a person may look at; else null.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public SegmentWork? Offered(int at) => _offered[at];

    /// <summary>The segment that a sentence was that was edited where it stands, whoever said before what it says now; null for others.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public SegmentWork? Corrected(int at) => _corrected[at] < 0 ? null : _former[_corrected[at]];

    /// <summary>Whether the words of a sentence were there before, wherever they stood, and are not a correction of others.</summary>
    /// <param name="at">The sentence's place in the article.</param>
    public bool IsKnown(int at) => _known.Contains(_its[at]);

    /// <summary>
    /// Looks again at sentences whose words stood in several places with translations of their own. Those that were exchanged are taken in order where each has as much beside it of what
    /// stood there, and all together have more: something else moved. Where some came or went, each goes where both its neighbours were.
    /// </summary>
    private void Weigh(List<int> heirs, List<int> there)
    {
        var at = there.ToDictionary(p => (_former[p].UnitId, _former[p].Index));
        var places = heirs.ConvertAll(i => _origins[i] is { } was ? at[(was.UnitId, was.Index)] : SamePlaces.None);
        if (heirs.Count == there.Count)
        {
            var (own, has) = (heirs.Select((h, n) => Beside(h, there[n])).ToList(), heirs.Select((h, n) => Beside(h, places[n])).ToList());
            if (!places.Index().Any(p => p.Item >= 0 && p.Item != there[p.Index]) || own.Sum() <= has.Sum() || !own.Index().All(o => o.Item > 0 && o.Item >= has[o.Index]))
                return;
            // What belongs to something that stands once, and moved with it, is its own, whatever it stands beside now.
            if (heirs.Index().Any(h => places[h.Index] != there[h.Index] && BelongsAsBefore(h.Item, places[h.Index])))
                return;
            foreach (var (n, heir) in heirs.Index())
                Settle(heir, there[n]);
            return;
        }

        if ((long)heirs.Count * there.Count > MostCompared)
            return;
        foreach (var (n, heir) in heirs.Index().Where(h => Beside(h.Item, places[h.Index]) < Both))
        {
            var own = there.Exists(p => Beside(heir, p) == Both) ? there.Find(p => Beside(heir, p) == Both) : SamePlaces.None;
            if (own >= 0 && !heirs.Index().Any(h => h.Item != heir && places[h.Index] == own && Beside(h.Item, own) == Both))
            {
                if (places.IndexOf(own) is >= 0 and var other)
                    (_origins[heirs[other]], _offered[heirs[other]], places[other]) = (null, _former[own], SamePlaces.None);
                places[n] = own;
                Settle(heir, own);
            }
        }
    }

    /// <summary>
    /// How many of a sentence's two neighbours are those of a former place: none for no place. Only what stood and stands once tells: what others say, too, beside both is passed over, so that
    /// of a block or list that stands twice what stands beside it tells for each of its sentences.
    /// </summary>
    private int Beside(int at, int place) => place < 0 ? 0 : IsBeside(at, place, -1) + IsBeside(at, place, 1);

    private int IsBeside(int at, int place, int step)
    {
        var (beside, was) = (at + step, place + step);
        for (var n = 1; n < MostOfBlock && IsInside(beside, was); n++)
            (beside, was) = (beside + step, was + step);
        var (isEdge, wasEdge) = (beside < 0 || beside == _now.Length, was < 0 || was == _former.Length);
        return !isEdge && !wasEdge && _its[beside] == _was[was] && _once.Contains(_its[beside]) ? 1 : 0;

        bool IsInside(int beside, int was) => beside >= 0 && beside < _now.Length && was >= 0 && was < _former.Length
            && _its[beside] == _was[was] && !_once.Contains(_its[beside])
            && (_its[beside] != _its[at] || (_now[beside].UnitId == _now[at].UnitId && _former[was].UnitId == _former[place].UnitId));
    }

    /// <summary>
    /// Whether a sentence belongs to what its former self belonged to: a note to its sentence, by its id; others to a sentence of their block that stands once, the first cell of their row, the item under which theirs is, their
    /// heading, or what stands once right before them; what announces something to that.
    /// </summary>
    private bool BelongsAsBefore(int at, int place)
    {
        if (place < 0 || _signsNow is null || _former[place].UnitId != _now[at].UnitId)
            return false;
        if (SignNow(at).Kind == UnitKind.Footnote)
            return true;
        return Around(-1) || Around(1) || HasItsHead() || (_signsNow.LeadOf(_now[at].UnitId) is { IsLed: false, Leads: true } ? IsBeforeItsOwn() : IsBehindItsOwn());

        bool HasItsHead() => HeadOf(at, _now, _signsNow) is var head and >= 0 && HeadOf(place, _former, _signsBefore!) is var former and >= 0 && IsOf(head, former);

        bool IsBehindItsOwn() => at > 0 && place > 0 && (_once.Contains(_its[at - 1]) || _signsNow.LeadOf(_now[at].UnitId).IsLed) && IsOf(at - 1, place - 1);

        bool IsBeforeItsOwn() => at + 1 < _now.Length && place + 1 < _former.Length && IsOf(at + 1, place + 1);

        bool IsOf(int its, int was) => ReferenceEquals(_origins[its], _former[was]) || _corrected[its] == was;

        bool Around(int step)
        {
            for (var i = at + step; i >= 0 && i < _now.Length && Math.Abs(i - at) < MostOfBlock && _now[i].UnitId == _now[at].UnitId; i += step)
            {
                if (_once.Contains(_its[i]) && _origins[i]?.UnitId == _former[place].UnitId)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The sentence to whose block that of another belongs; -1 for none.</summary>
    private static int HeadOf(int at, ImmutableArray<SegmentWork> all, UnitSigns signs)
    {
        var (kind, own) = (signs.Of(all[at].UnitId).Kind, signs.LeadOf(all[at].UnitId));
        for (var i = at - 1; i >= 0 && at - i < MostOfBlock; i--)
        {
            var (above, its) = (signs.Of(all[i].UnitId).Kind, signs.LeadOf(all[i].UnitId));
            if (above == UnitKind.Heading || (above == kind && (kind == UnitKind.TableCell ? own.IsLed && !its.IsLed : kind == UnitKind.ListItem && its.Depth < own.Depth)))
                return i;
        }

        return SamePlaces.None;
    }

    /// <summary>Sentences in doubt that stand between the same two as before, right beside them.</summary>
    private void Between()
    {
        var at = new Dictionary<(string, int), int>();
        for (var p = 0; p < _former.Length; p++)
            at[(_former[p].UnitId, _former[p].Index)] = p;
        for (int i = 0, last = -1; i <= _now.Length; i++)
        {
            if (i < _now.Length && _origins[i] is null)
                continue;
            var (before, after) = (last < 0 ? -1 : PlaceOf(last), i == _now.Length ? _former.Length : PlaceOf(i));
            var many = i - last - 1;
            if (many > 0 && after - before - 1 == many && Enumerable.Range(1, many).All(n => !_taken[before + n] && _was[before + n] == _its[last + n] && SignNow(last + n) == SignBefore(before + n)))
            {
                for (var n = 1; n <= many; n++)
                    Settle(last + n, before + n);
            }

            last = i;
        }

        int PlaceOf(int i) => at[(_origins[i]!.UnitId, _origins[i]!.Index)];
    }

    /// <summary>Offers what says now what another said before it was corrected the words of that.</summary>
    private void OfferCorrected()
    {
        var said = _corrected.Where(p => p >= 0 && _former[p].Shown is not null).GroupBy(p => _was[p]).ToDictionary(g => g.Key, g => _former[g.First()]);
        for (var i = 0; i < _now.Length; i++)
        {
            if (_origins[i] is null && _corrected[i] < 0)
                _offered[i] ??= said.GetValueOrDefault(_its[i]);
        }
    }

    /// <summary>Offers sentences that are new the words of one that reads the same, and whose codes stand for something else.</summary>
    private void OfferAlike()
    {
        List<int> open = [.. Enumerable.Range(0, _now.Length).Where(i => !IsKnown(i) && _now[i].Source.Parts.Any(p => p.Kind != InlineKind.Text))];
        if (open.Count == 0)
            return;
        var readings = _former.Where(s => s.Shown is not null).DistinctBy(s => s.Source, Content.Reading).ToDictionary(s => s.Source, Content.Reading);
        foreach (var i in open)
            _offered[i] ??= readings.GetValueOrDefault(_now[i].Source);
    }

    /// <summary>
    /// Shares them out among those of one kind and address first, then among those of one kind; what is left goes to another kind only where that one has fewer than before, and its own more.
    /// </summary>
    private void ShareBySigns(List<int> heirs, List<int> there, int[] places)
    {
        if (!AreVarious(heirs, there))
        {
            Share([.. heirs], [.. there], places);
            return;
        }

        var (left, gone) = (heirs, there);
        foreach (var sign in Levels)
        {
            var (before, now) = (gone.ToLookup(p => sign(SignBefore(p))), left.ToLookup(i => sign(SignNow(i))));
            foreach (var same in now.Where(n => before.Contains(n.Key)))
            {
                List<int> its = [.. before[same.Key]];
                if (its is [var only] && same.Count() == 1)
                    Settle(same.First(), only);
                else
                    Share([.. same], its, places);
            }

            // Of those in doubt none is another's while one of their own is there.
            (left, gone) = ([.. left.Where(i => _origins[i] is null && sign(SignNow(i)) is var own && now[own].Count() > before[own].Count())],
                [.. gone.Where(p => !_taken[p] && sign(SignBefore(p)) is var own && before[own].Count() > now[own].Count())]);
        }

        // A block that became one of another kind stands in its place; what belongs to a picture or a key becomes no block.
        var free = gone.Where(p => IsBlock(SignBefore(p))).ToHashSet();
        foreach (var heir in left.Where(i => IsBlock(SignNow(i)) && free.Contains(places[i]) && !_taken[places[i]]))
            Settle(heir, places[heir]);
        var shown = Shown(there);
        foreach (var heir in heirs.Where(i => _origins[i] is null))
            _offered[heir] ??= shown;
    }

    /// <summary>Weighs those of one sign against each other: neighbours tell nothing of those that their signs tell apart.</summary>
    private void WeighBySigns(List<int> heirs, List<int> there)
    {
        if (!AreVarious(heirs, there))
        {
            Weigh(heirs, there);
            return;
        }

        var before = there.ToLookup(SignBefore);
        foreach (var same in heirs.GroupBy(SignNow))
        {
            List<int> its = [.. before[same.Key]];
            List<int> own = [.. same.Where(i => _origins[i] is not { } was || its.Exists(p => ReferenceEquals(_former[p], was)))];
            if (own.Count > 0 && its.Count > 0)
                Weigh(own, its);
        }
    }

    /// <summary>Whether signs tell some of them apart.</summary>
    private bool AreVarious(List<int> heirs, List<int> there) =>
        _signsNow is not null && SignBefore(there[0]) is var first && (heirs.Exists(i => SignNow(i) != first) || there.Exists(p => SignBefore(p) != first));

    private static bool IsBlock(UnitSign sign) => sign is { Key: null, Kind: not (UnitKind.ImageAlt or UnitKind.Title) };

    private UnitSign SignNow(int at) => _signsNow?.Of(_now[at].UnitId) ?? default;

    private UnitSign SignBefore(int place) => _signsBefore?.Of(_former[place].UnitId) ?? default;

    private void Share(List<int> heirs, List<int> there, int[] places)
    {
        var areOne = AreOne(there);
        var areAsMany = heirs.Count == there.Count;
        var shown = Shown(there);
        var own = there.ToHashSet();
        foreach (var heir in heirs.Where(i => own.Contains(places[i]) && !_taken[places[i]]))
            Settle(heir, places[heir]);
        heirs.RemoveAll(i => _origins[i] is not null);
        there.RemoveAll(p => _taken[p]);
        Pair(heirs, there, (all, words, i) => (UnitOf(all, i), all[i].Index == 0 ? null : words[i - 1]), isBehind: true);
        Pair(heirs, there, (_, words, i) => ("", i == 0 ? null : words[i - 1]), isBehind: true, areInside: true);
        Pair(heirs, there, (all, _, i) => (UnitOf(all, i), null));
        // Which of them went is nobody's to know: those stay that people were less far with.
        if (areOne && heirs.Count <= there.Count)
            Pair(heirs, [.. there.OrderBy(SignedOff).Take(heirs.Count).Order()], (_, _, _) => ("", null));
        // None came and none went, and what stands before each is no new sentence: neighbours changed places, and each has its own by order.
        if (areAsMany && heirs.TrueForAll(i => i == 0 || _known.Contains(_its[i - 1])))
            Pair(heirs, there, (_, _, _) => ("", null));
        foreach (var heir in heirs)
            _offered[heir] = Shown(there) ?? shown;
    }

    private string UnitOf(ImmutableArray<SegmentWork> all, int at) => all == _now && _others.Contains(all[at].UnitId) ? "" : all[at].UnitId;

    private int SignedOff(int place) => _former[place].SignOffs is { IsEmpty: false } signOffs && _former[place].Fingerprint is var own ? signOffs.Count(s => s.Fingerprint == own) : 0;

    private SegmentWork? Shown(List<int> places) => places.Select(p => _former[p]).FirstOrDefault(s => s.Shown is not null);

    /// <summary>Pairs, in order, those that have the same sign, when there are as many of them as before. Who is paired is left out.</summary>
    /// <param name="heirs">Sentences now.</param>
    /// <param name="there">Segments before.</param>
    /// <param name="sign">The sign.</param>
    /// <param name="isBehind">True when the sign is what stands before.</param>
    /// <param name="areInside">True when one of two has to be inside its unit: whether two that begin their units are the same, the units' ids say.</param>
    private void Pair(List<int> heirs, List<int> there, Func<ImmutableArray<SegmentWork>, int[], int, (string, int?)> sign, bool isBehind = false, bool areInside = false)
    {
        if (heirs.Count == 0 || there.Count == 0)
            return;
        var before = there.ToLookup(p => sign(_former, _was, p));
        foreach (var same in heirs.GroupBy(i => sign(_now, _its, i)))
        {
            var own = before[same.Key].ToList();
            if (own.Count != same.Count() || (areInside && !same.Zip(own).All(p => _now[p.First].Index > 0 || _former[p.Second].Index > 0)))
                continue;
            // Of several in a row some of which are gone, what stands before the row is no sign of the first.
            if (isBehind && same.Zip(own).Any(p => _rowsBefore[p.Second] > _rowsNow[p.First]))
                continue;
            foreach (var (heir, was) in same.Zip(own))
                Settle(heir, was);
        }

        heirs.RemoveAll(i => _origins[i] is not null);
        there.RemoveAll(p => _taken[p]);
    }

    private static int[] Rows(int[] words)
    {
        var rows = new int[words.Length];
        for (int first = 0, next; first < rows.Length; first = next)
        {
            for (next = first + 1; next < rows.Length && words[next] == words[first];)
                next++;
            rows.AsSpan(first, next - first).Fill(next - first);
        }

        return rows;
    }

    /// <summary>Numbers of the words alone: the ids of codes are their block's, and two of its sentences that say the same have codes of other ids.</summary>
    private static (int[] Before, int[] Now) Numbered(ImmutableArray<SegmentWork> former, ImmutableArray<SegmentWork> now)
    {
        var numbers = new Dictionary<Content, int>(former.Length);
        return ([.. former.Select(Number)], [.. now.Select(Number)]);

        int Number(SegmentWork sentence)
        {
            var words = sentence.Source.InOrder();
            if (!numbers.TryGetValue(words, out var number))
                numbers.Add(words, number = numbers.Count);
            return number;
        }
    }

    /// <summary>Whether all of several that say the same have the same translation.</summary>
    private bool AreOne(List<int> there) => _former[there[0]].TargetInOrder is var first && there.TrueForAll(p => Equals(_former[p].TargetInOrder, first));

    private void Settle(int heir, int was) => (_origins[heir], _taken[was]) = (_former[was], true);
}

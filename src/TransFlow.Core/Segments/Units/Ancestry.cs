using System.Collections.Immutable;
using Sign = (int Place, int Owner, int Near, int Far, (int At, int Length) Run);

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Finds for each unit of a changed article the one that it was before. What says something that stands once is known by its words; of
/// several that say the same each is known by what stands around it, and one whose place is in doubt is a new unit, since the
/// translation of another may be wrong for it.
/// </summary>
internal sealed class Ancestry
{
    private const int None = Surrounding.None;
    private const double Alike = 0.4;
    private const double MuchAlike = 0.6;

    /// <summary>The most former units that one is compared with, so that an article that is new from end to end costs no more than its length.</summary>
    private const int MostCompared = 50;

    /// <summary>By what two units that say the same are known for one, the surest first; null where a unit has nothing of the kind.</summary>
    private static readonly Func<Surrounding, Sign?>[] Signs =
    [
        s => (s.Section, s.Owner, s.Near, s.Far, s.Run),
        s => (s.Section, s.Owner, s.Near, None, s.Run),
        s => s is { Section: < 0 } or { Column: >= 0 } ? null : (s.Section, s.Owner, None, None, default),
        s => (None, s.Owner, s.Near, None, s.Run),
        s => s.Owner < 0 ? null : (s.Column, s.Owner, None, None, default),
        s => s.Label < 0 ? null : (s.Column, s.Label, None, None, default),
        s => s is { Column: >= 0, Near: None } ? null : (None, None, s.Near, None, s.Run),
        s => s.Owner < 0 ? null : (None, s.Owner, None, None, default),
    ];

    private readonly IReadOnlyList<UnitDraft> _drafts;
    private readonly string _text;
    private readonly Extraction _former;
    private readonly FormerLabels _labels;

    /// <summary>The sentences to which notes belong, now and before.</summary>
    private readonly NoteOwners _owners, _formerOwners;

    /// <summary>The number of each unit's kind, key and words, now and before.</summary>
    private readonly int[] _now, _was;

    /// <summary>How many units have the words of each number.</summary>
    private readonly int[] _manyNow, _manyWas;

    private readonly int[] _places;
    private readonly bool[] _used;

    /// <summary>The places of each number, now and before.</summary>
    private readonly Lazy<ILookup<int, int>> _copiesNow, _copiesWas;

    /// <summary>The columns of the tables, now and before, and which of them are which, by the tables.</summary>
    private readonly Lazy<TableColumns> _columnsNow, _columnsWas;
    private readonly Dictionary<(int Now, int Was), int[]> _columns = [];

    /// <summary>To which neighbour each unit belongs, now and before.</summary>
    private readonly Lead[] _leads, _leadsWas;

    /// <summary>The sentences that stand once, before and now.</summary>
    private readonly Lazy<HashSet<string>> _kept;

    /// <summary>How units that say the same are written, now and before.</summary>
    private Dictionary<int, (string Block, string Markup)?> _written = [], _writtenThen = [];

    /// <summary>The markup that such units have both now and before.</summary>
    private HashSet<string?> _standing = [];

    private Ancestry(IReadOnlyList<UnitDraft> drafts, string text, Extraction former, FormerLabels labels)
    {
        (_drafts, _text, _former, _labels) = (drafts, text, former, labels);
        (_owners, _formerOwners) = (new(text, drafts.Select(d => (d.Segments, d.Codes))), new(former.Text, former.Units.Select(u => (u.Segments, u.Codes))));
        var numbers = new Dictionary<(UnitKind, string?, string), int>(former.Units.Length);
        _was = new int[former.Units.Length];
        for (var i = 0; i < _was.Length; i++)
        {
            var unit = former.Units[i];
            _was[i] = Number((unit.Kind, unit.Key, CodeIds.Text(unit)));
        }

        _now = new int[drafts.Count];
        for (var i = 0; i < _now.Length; i++)
            _now[i] = Number((drafts[i].Kind, drafts[i].Key, drafts[i].Text));
        _places = new int[_now.Length];
        Array.Fill(_places, None);
        _used = new bool[_was.Length];
        _copiesNow = new(() => Enumerable.Range(0, _now.Length).ToLookup(i => _now[i]));
        _copiesWas = new(() => Enumerable.Range(0, _was.Length).ToLookup(p => _was[p]));
        _columnsNow = new(() => new TableColumns(text, [.. drafts.Select(d => (d.Kind, d.Place))]));
        _columnsWas = new(() => new TableColumns(former.Text, [.. former.Units.Zip(former.Places, (u, p) => (u.Kind, p))]));
        (_leads, _leadsWas) = (Lead.Of(text, [.. drafts.Select(d => (d.Kind, d.Place))], _columnsNow.Value), Lead.Of(former.Text, [.. former.Units.Zip(former.Places, (u, p) => (u.Kind, p))], _columnsWas.Value));
        // What closes something in either article closes it in both.
        var closing = Closing(drafts.Select((d, i) => (d.Kind, d.Text, _leads[i]))).Union(Closing(former.Units.Select((u, p) => (u.Kind, u.Text, _leadsWas[p])))).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _leads.Length; i++)
            _leads[i] = _leads[i] with { Leads = _leads[i].Leads && !(drafts[i].Kind == UnitKind.Paragraph && closing.Contains(drafts[i].Text)) };
        for (var p = 0; p < _leadsWas.Length; p++)
            _leadsWas[p] = _leadsWas[p] with { Leads = _leadsWas[p].Leads && !(former.Units[p].Kind == UnitKind.Paragraph && closing.Contains(former.Units[p].Text)) };
        _kept = new(() => [.. Lone(drafts.SelectMany(d => d.Segments)).Intersect(Lone(former.Units.SelectMany(u => u.Segments)), StringComparer.Ordinal)]);
        var corrected = Corrected();
        foreach (var (number, (at, _)) in corrected.Index())
            _now[at] = numbers.Count + number;
        var many = numbers.Count + corrected.Count;
        (_manyNow, _manyWas) = (Counted(_now, many), Counted(_was, many));
        foreach (var (at, place) in corrected)
            Settle(at, place);

        static IEnumerable<string> Closing(IEnumerable<(UnitKind Kind, string Text, Lead Lead)> units) => units.Where(u => u.Kind == UnitKind.Paragraph && !u.Lead.Leads).Select(u => u.Text);
        static IEnumerable<string> Lone(IEnumerable<Segment> sentences) => sentences.CountBy(s => s.Source.Text).Where(s => s.Value == 1).Select(s => s.Key);
        int Number((UnitKind, string?, string) words)
        {
            if (!numbers.TryGetValue(words, out var number))
                numbers.Add(words, number = numbers.Count);
            return number;
        }
    }

    /// <summary>The place of the former unit that each unit was; -1 for a new one.</summary>
    /// <param name="drafts">The units now.</param>
    /// <param name="text">The article's text now.</param>
    /// <param name="former">The article before.</param>
    /// <param name="labels">Which labels are which.</param>
    public static int[] Of(IReadOnlyList<UnitDraft> drafts, string text, Extraction former, FormerLabels labels)
    {
        var ancestry = new Ancestry(drafts, text, former, labels);
        ancestry.Find();
        return ancestry._places;
    }

    private static int[] Counted(int[] words, int numbers)
    {
        var many = new int[numbers];
        foreach (var number in words)
            many[number]++;
        return many;
    }

    private void Find()
    {
        var places = new int[_manyWas.Length];
        for (var i = 0; i < _was.Length; i++)
            places[_was[i]] = i;
        var copies = new List<int>();
        for (var i = 0; i < _now.Length; i++)
        {
            if (_places[i] >= 0)
                continue;
            if (_manyWas[_now[i]] == 1 && _manyNow[_now[i]] == 1 && !_used[places[_now[i]]])
                Settle(i, places[_now[i]]);
            else if (_manyWas[_now[i]] > 0)
                copies.Add(i);
        }

        if (copies.Count > 0)
        {
            BySigns(copies);
            ByOrder(copies);
        }

        foreach (var (now, was) in SameAddress.Of(_drafts, _text, _former, i => _places[i] < 0 && _manyWas[_now[i]] == 0, p => !_used[p] && _manyNow[_was[p]] == 0))
            Settle(now, was);
        ByOwners();
        Edited([.. Enumerable.Range(0, _now.Length).Where(i => _manyWas[_now[i]] == 0)], _ => true);
        // What was edited is known now, and what stands beside it by that.
        if (copies.Count > 0)
            ByOrder(copies);
        // One that says again what others say: it stands where one stands whose words are gone.
        Edited(copies, p => _manyNow[_was[p]] == 0);
        Elsewhere();
    }

    /// <summary>
    /// Those that were edited where they stand, with their former places, whoever said before what they say now: their words are as new ones.
    /// What is known by what belongs to it, as a note or a picture, is left to that.
    /// </summary>
    private List<(int At, int Place)> Corrected()
    {
        var known = _was.ToHashSet();
        var places = EditedInPlace.Places(
            [.. _former.Units.Select((u, p) => new LineAlignment.Line(u.Kind, u.Text, _leadsWas[p].IsLed, Depth: _leadsWas[p].Depth))],
            [.. _drafts.Select((d, i) => new LineAlignment.Line(d.Kind, WordsOf(d), _leads[i].IsLed, Depth: _leads[i].Depth))]);
        return [.. Enumerable.Range(0, _now.Length).Where(i => places[i] >= 0 && EditedInPlace.IsKnownByPlace(_drafts[i].Kind) && IsCorrection(i, places[i])).Select(i => (i, places[i]))];

        bool IsCorrection(int at, int place) => WordsOf(_drafts[at]) is var words && words != _former.Units[place].Text && (_drafts[at].Kind != UnitKind.TableCell || IsInColumn(at, place))
            && (known.Contains(_now[at]) || NumberFrame.IsOneNumberOff(words, _former.Units[place].Text) || !TookIn(at, place));

        // It took sentences of another in; of which of the two it is more tells what it kept.
        bool TookIn(int at, int place) => _drafts[at].Segments.Any(s => _kept.Value.Contains(s.Source.Text) && !_former.Units[place].Segments.Any(f => f.Source.Text == s.Source.Text));
    }

    /// <summary>Notes that were written anew are the ones that belonged to the same sentence.</summary>
    private void ByOwners()
    {
        var was = Lone(Enumerable.Range(0, _was.Length).Where(p => !_used[p] && _manyNow[_was[p]] == 0), FormerOwner);
        foreach (var (owner, at) in Lone(Enumerable.Range(0, _now.Length).Where(i => _places[i] < 0 && _manyWas[_now[i]] == 0), Owner))
        {
            if (at >= 0 && was.GetValueOrDefault(owner, None) is >= 0 and var place)
                Settle(at, place);
        }

        static Dictionary<string, int> Lone(IEnumerable<int> units, Func<int, string?> owner)
        {
            var lone = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var i in units)
            {
                if (owner(i) is { } its && !lone.TryAdd(its, i))
                    lone[its] = None;
            }

            return lone;
        }
    }

    private string? Owner(int at) => _owners.Of(_drafts[at].Kind, _drafts[at].Place);

    private string? FormerOwner(int place) => _formerOwners.Of(_former.Units[place].Kind, _former.Places[place]);

    private void Settle(int now, int was)
    {
        _places[now] = was;
        _used[was] = true;
    }

    /// <summary>
    /// Units that say the same, where a sign is one unit's alone, now and before. The surest is the markup: of two pictures each is known by its file,
    /// wherever it goes; where one file stands twice, by what stands around it, too.
    /// </summary>
    private void BySigns(List<int> copies)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var now = Surrounding.Of(_text, [.. _drafts.Select(d => (d.Kind, d.Place))], _now, numbers, _columnsNow.Value, _leads);
        var was = Surrounding.Of(_former.Text, [.. _former.Units.Zip(_former.Places, (u, p) => (u.Kind, p))], _was, numbers, _columnsWas.Value, _leadsWas);
        var left = Enumerable.Range(0, _was.Length).Where(p => !_used[p] && _manyNow[_was[p]] > 0).ToList();
        _written = copies.ToDictionary(i => i, i => Surrounding.MarkupOf(_text, _drafts[i].Kind, _drafts[i].Place) is var (block, markup) ? (block, _labels.Now(markup)) : ((string, string)?)null);
        _writtenThen = left.ToDictionary(p => p, p => Surrounding.MarkupOf(_former.Text, _former.Units[p].Kind, _former.Places[p]) is var (block, markup) ? (block, _labels.Before(markup)) : ((string, string)?)null);
        _standing = [.. _written.Values.Select(w => w?.Markup).Intersect(_writtenThen.Values.Select(w => w?.Markup))];
        By(copies, left, Owner, FormerOwner);
        By(copies, left, i => _written[i], p => _writtenThen[p]);
        By(copies, left, i => _written[i]?.Markup, p => _writtenThen[p]?.Markup);
        foreach (var step in (int[])[-1, 1])
            Beside(copies, left, now, was, step);
        foreach (var sign in Signs)
            By(copies, left, i => Both(sign(now[i]), _written[i]), p => Both(sign(was[p]), _writtenThen[p]));
        foreach (var sign in Signs)
            By(copies, left, i => _standing.Contains(_written[i]?.Markup) ? null : sign(now[i]), p => _standing.Contains(_writtenThen[p]?.Markup) ? null : sign(was[p]));

        static (Sign, string?)? Both(Sign? sign, (string Block, string Markup)? written) => sign is { } its ? (its, written?.Markup) : null;
    }

    /// <summary>
    /// Units that stand right behind the one behind which they stood, whatever stands behind them, unless that moved and another stands behind something new, and under the same headings before the same as the former one. In its row,
    /// for a cell. What announces something, as a question does, is known in the same way by what it stands right before; a heading belongs to all that comes below it. Of several in a row that say the same, some of which came or went, nobody knows
    /// which they were.
    /// </summary>
    private void Beside(List<int> copies, List<int> left, Surrounding[] now, Surrounding[] was, int step)
    {
        var stay = copies.Where(i => Place(i) < 0 && now[i].Far >= 0).Select(i => (_now[i], now[i].Section, now[i].Far)).ToHashSet();
        foreach (var i in copies)
        {
            if (Place(i) is >= 0 and var place && (IsStill(i + step) || !stay.Contains((_was[place], was[place].Section, was[place].Far))))
                Settle(i, place);
        }

        copies.RemoveAll(i => _places[i] >= 0);
        left.RemoveAll(p => _used[p]);

        bool IsStill(int i) => (i + step is var next && next < 0 ? None : next == _places.Length ? _was.Length : _places[next]) == _places[i] + step;

        int Place(int i) => _drafts[i].Kind is not (UnitKind.Heading or UnitKind.Footnote) && _leads[i].Leads == step > 0 && i + step >= 0 && i + step < _places.Length && _places[i + step] is >= 0 and var beside
            && beside - step is var place && place >= 0 && place < _was.Length && !_used[place] && _was[place] == _now[i] && now[i].Run.Length == was[place].Run.Length && now[i].Near >= 0 && MayBe(i, place)
            && !(_drafts[i].Kind == UnitKind.TableCell && LineAlignment.IsRank(_drafts[i + step].Text)) ? place : None;
    }

    /// <summary>Whether a unit may be a former one by its place alone: one that is written otherwise is not, where either way to write stands elsewhere.</summary>
    private bool MayBe(int now, int was) =>
        !_written.TryGetValue(now, out var its) || !_writtenThen.TryGetValue(was, out var former) || its?.Markup == former?.Markup || !(_standing.Contains(its?.Markup) || _standing.Contains(former?.Markup));

    /// <summary>Settles the units that have a sign alone, and takes them and their former ones from those that are left.</summary>
    private void By<T>(List<int> copies, List<int> left, Func<int, T> now, Func<int, T> was)
    {
        if (copies.Count == 0)
            return;
        var heirs = Alone(copies, _now, now);
        foreach (var (mark, place) in Alone(left, _was, was))
        {
            if (place >= 0 && heirs.TryGetValue(mark, out var heir) && heir >= 0)
                Settle(heir, place);
        }

        copies.RemoveAll(i => _places[i] >= 0);
        left.RemoveAll(p => _used[p]);
    }

    /// <summary>By its words and a sign, the unit that has them; -1 where several do.</summary>
    private static Dictionary<(int, T), int> Alone<T>(IEnumerable<int> units, int[] words, Func<int, T> sign)
    {
        var alone = new Dictionary<(int, T), int>();
        foreach (var i in units)
        {
            var its = sign(i);
            if (its is not null && !alone.TryAdd((words[i], its), i))
                alone[(words[i], its)] = None;
        }

        return alone;
    }

    /// <summary>
    /// Units that say the same and follow the one that they followed before, unless what follows them speaks for another, or another stands right before what
    /// followed, and this one not right behind what stood before. Of what announces something the same is said of what follows it.
    /// </summary>
    private void ByOrder(List<int> copies)
    {
        var (forward, backward) = (Walk(1), Walk(-1));
        var (behind, nearer) = (Right(forward), Right(backward));
        foreach (var i in copies)
        {
            var (own, other, others) = _leads[i].Leads ? (backward[i], forward[i], behind) : (forward[i], backward[i], nearer);
            if (own is { Place: >= 0 and var place, IsBeside: var isBeside } && (other.Place < 0 ? isBeside || !others.Contains(place) : other.Place == place) && !_used[place])
                Settle(i, place);
        }

        // It stands right before what followed it, and nothing new came before it; or it is of one list with what follows, to which it belongs more than to what stands before.
        foreach (var i in copies)
        {
            var (own, other, step) = _leads[i].Leads ? (backward[i], forward[i], 1) : (forward[i], backward[i], -1);
            if (_places[i] < 0 && own.Place < 0 && (i + step < 0 || i + step == _places.Length || _places[i + step] >= 0 || IsItem(i)) && other is { Place: >= 0 and var place, IsBeside: true } && !_used[place])
                Settle(i, place);
        }

        copies.RemoveAll(i => _places[i] >= 0);

        HashSet<int> Right((int Place, bool IsBeside)[] walk) => [.. copies.Where(i => walk[i] is { Place: >= 0, IsBeside: true }).Select(i => walk[i].Place)];
    }

    private bool IsItem(int at) => _drafts[at].Kind == UnitKind.ListItem && at + 1 < _drafts.Count && _drafts[at + 1].Kind == UnitKind.ListItem;

    /// <summary>
    /// For each unit that says what others say, too, the former one that comes next after the one known last, in one direction. Blocks that are
    /// gone, or new, may stand between; not both, for then one may have taken the other's place.
    /// </summary>
    /// <returns>Each with whether it stands right beside the one that is known.</returns>
    private (int Place, bool IsBeside)[] Walk(int step)
    {
        var found = new (int Place, bool IsBeside)[_now.Length];
        var at = step > 0 ? -1 : _was.Length;
        var isBehindNew = false;
        for (var i = step > 0 ? 0 : _now.Length - 1; i >= 0 && i < _now.Length; i += step)
        {
            found[i] = (None, false);
            if (_places[i] >= 0)
            {
                (at, isBehindNew) = (_places[i], false);
                continue;
            }

            var next = at + step;
            while (next >= 0 && next < _was.Length && !_used[next] && _manyNow[_was[next]] == 0)
                next += step;
            var isBehindGone = next != at + step;
            if (next < 0 || next >= _was.Length || _used[next] || _was[next] != _now[i] || !MayBe(i, next) || (isBehindNew && isBehindGone))
            {
                isBehindNew = true;
                continue;
            }

            (found[i], at, isBehindNew) = ((next, !isBehindNew && !isBehindGone), next, false);
        }

        return found;
    }

    /// <summary>
    /// Units whose words were changed are the former ones that stood where they stand, when they are alike: those first that kept most sentences which stand once, then
    /// the most alike, so that a new one takes no other's former self; of those that differ in numbers alone, those of which most numbers stayed.
    /// </summary>
    private void Edited(List<int> units, Predicate<int> isOpen)
    {
        var pairs = new List<Likeness>();
        int[] known = new int[_places.Length], next = new int[_places.Length];
        for (int i = 0, last = None; i < known.Length; i++)
            (known[i], last) = (last, _places[i] >= 0 ? i : last);
        for (int i = next.Length - 1, last = next.Length; i >= 0; i--)
            (next[i], last) = (last, _places[i] >= 0 ? i : last);
        foreach (var at in units.Where(i => _places[i] < 0))
        {
            if (_drafts[at].Kind == UnitKind.FrontMatter)
            {
                if (Enumerable.Range(0, _was.Length).Where(p => IsOfKind(p, _drafts[at]) && isOpen(p)).DefaultIfEmpty(None).First() is >= 0 and var value)
                    Settle(at, value);
                continue;
            }

            pairs.AddRange(Near(at, known[at], next[at], isOpen));
        }

        foreach (var pair in pairs.OrderByDescending(p => p.Kept).ThenByDescending(p => p.ButForNumbers).ThenByDescending(p => p.WithThem).ThenByDescending(p => p.Markup).ThenBy(p => p.Distance).ThenBy(p => p.Now).ThenBy(p => p.Was))
        {
            if (_places[pair.Now] < 0 && !_used[pair.Was] && Free(pair.Now, pair.Was) is >= 0 and var place)
                Settle(pair.Now, place);
        }
    }

    /// <summary>The former units that are like one and stood where it stands, between those on its two sides that are known.</summary>
    private IEnumerable<Likeness> Near(int at, int known, int next, Predicate<int> isOpen)
    {
        var draft = _drafts[at];
        var before = known >= 0 ? _places[known] : None;
        var after = next < _places.Length ? _places[next] : _was.Length;
        var expected = before + at - known;
        var first = Math.Max(before + 1, Math.Min(expected - (MostCompared / 2), after - MostCompared));
        var words = WordsOf(draft);
        string? written = null;
        return Enumerable.Range(first, Math.Clamp(after - first, 0, MostCompared))
            .Where(p => IsOfKind(p, draft) && isOpen(p) && (draft.Kind != UnitKind.TableCell || IsInColumn(at, p)) && Free(at, p) >= 0)
            .Select(p => (Place: p, Score: Similarity.ButForNumbers(_former.Units[p].Text, words)))
            .Where(c => c.Score >= Alike)
            // Of those that said the same, the one whose links lead where its own do, or else the one that stood where it stands.
            // A cell of numbers is known by its place, not by the digits that it shares with another.
            .Select(c => new Likeness(at, c.Place, Kept(draft, _former.Units[c.Place]), c.Score, draft.Kind == UnitKind.TableCell ? 0 : Similarity.Of(_former.Units[c.Place].Text, words), draft.Codes.IsEmpty ? 0 : Similarity.Of(WithMarkup(_former.Units[c.Place]), written ??= WithMarkup(draft)), Math.Abs(c.Place - expected)));
    }

    /// <summary>How many sentences a unit kept of those that stand once, before and now.</summary>
    private int Kept(UnitDraft draft, Unit unit) => unit.Segments.Length == 1 || draft.Segments.Length == 1 ? 0
        : draft.Segments.Count(s => _kept.Value.Contains(s.Source.Text) && unit.Segments.Any(f => f.Source.Text == s.Source.Text));

    /// <summary>
    /// Of former units that said the same, and of which some are still to be found, the one that is left for a unit with other words: when there is one, by order.
    /// </summary>
    /// <param name="at">The unit with other words.</param>
    /// <param name="place">One of the former units.</param>
    /// <returns>The place of the one that is left; as it was asked when there are several, -1 when there is none.</returns>
    private int Free(int at, int place)
    {
        var words = _was[place];
        if (_manyNow[words] is 0 or > MostCompared || _manyWas[words] is 1 or > MostCompared)
            return place;
        var copies = _copiesNow.Value[words].Where(i => _places[i] < 0).ToList();
        var free = _copiesWas.Value[words].Where(p => !_used[p]).ToList();
        return copies.Count == 0 || free.Count > copies.Count + 1 ? place : free.Count <= copies.Count ? None : free[copies.Count(i => i < at)];
    }

    /// <summary>Whether a cell stands in the column in which a former one stood.</summary>
    private bool IsInColumn(int at, int place)
    {
        var ((table, column), (formerTable, former)) = (_columnsNow.Value[at], _columnsWas.Value[place]);
        if (!_columns.TryGetValue((table, formerTable), out var columns))
            _columns.Add((table, formerTable), columns = _columnsNow.Value.Pair(table, _columnsWas.Value, formerTable));
        return column < columns.Length ? columns[column] == former : column == former;
    }

    private bool IsOfKind(int place, UnitDraft draft) => !_used[place] && _former.Units[place].Kind == draft.Kind && _former.Units[place].Key == draft.Key;

    /// <summary>Blocks that are left over on both sides: one that was moved and edited, or made a quotation or an item of a list, is still the same.</summary>
    private void Elsewhere()
    {
        var left = Enumerable.Range(0, _was.Length).Where(p => !_used[p] && IsText(_former.Units[p].Kind)).Take(MostCompared).ToList();
        var open = Enumerable.Range(0, _now.Length).Where(i => left.Count > 0 && _places[i] < 0 && _manyWas[_now[i]] == 0 && IsText(_drafts[i].Kind)).ToList();
        foreach (var (now, was) in new AlikeSentences([.. left.Select(p => (p, _former.Units[p].Text))]).Pair([.. open.Select(i => (WordsOf(_drafts[i]), i))], MuchAlike))
            Settle(open[now], left[was]);
    }

    private static string WordsOf(UnitDraft draft) => string.Concat(draft.Segments.Select(s => s.Source.Text + s.SpaceAfter));

    private string WithMarkup(Unit unit) => WithMarkup(unit.Segments, [.. unit.Codes.Select(_labels.Before)]);

    private string WithMarkup(UnitDraft draft) => WithMarkup(draft.Segments, [.. draft.Codes.Select(_labels.Now)]);

    /// <summary>The words of a unit with the markup that its codes stand for.</summary>
    private static string WithMarkup(ImmutableArray<Segment> segments, ImmutableArray<InlineCode> codes)
    {
        var known = codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return string.Concat(segments.Select(s => s.Source.Written(known, (kind, code) => (kind == InlineKind.Close ? code.Closing : code.Opening) ?? "")));
    }

    private static bool IsText(UnitKind kind) => kind is UnitKind.Heading or UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.Caption;

    /// <summary>How like a unit is to a former one.</summary>
    private readonly record struct Likeness(int Now, int Was, int Kept, double ButForNumbers, double WithThem, double Markup, int Distance);
}

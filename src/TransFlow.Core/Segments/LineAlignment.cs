using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments;

/// <summary>
/// Pairs the lines of a text, before and now, that stand in the same place: what stands once, before and now, and kept its order, by what it says; and between two
/// such what is alike, in order. Of what changed its order the most stays, and what keeps its neighbours and what others belong to before the rest.
/// </summary>
internal sealed partial class LineAlignment
{
    /// <summary>Stands for none.</summary>
    public const int None = -1;

    /// <summary>From here on two lines may be one that was edited.</summary>
    public const double MuchAlike = 0.6;

    /// <summary>What it costs that a line came, or went.</summary>
    private const double OfOne = 1;

    /// <summary>What it costs that a line was edited, besides how unlike it is now; and that more of it than a number was.</summary>
    private const double OfEdit = 0.5, OfMore = 0.3;

    /// <summary>What it costs that a line belongs to something else than it did.</summary>
    private const double OfStray = 1;

    /// <summary>How much it says that a line kept its order: most of a heading, by which what stands below it is known, least of what belongs to others.</summary>
    private const double OfHeading = 8, OfLed = 2, OfOther = 3;

    /// <summary>Of more lines between two that are sure, each with each, none is held against the others: an article that is new from end to end costs no more than its length.</summary>
    private const int MostCompared = 2_500;

    /// <summary>With fewer signs a line is no part of another by which it would be known.</summary>
    private const int FewestSigns = 5;

    /// <summary>No rank has more signs.</summary>
    private const int LongestRank = 8;

    private readonly IReadOnlyList<Line> _before, _now;
    private readonly (UnitKind Kind, string Frame)[] _was, _its;
    private readonly int[] _headsBefore, _heads;
    private readonly List<(int FirstBefore, int First, int Many)> _runs = [];

    /// <summary>Pairs them.</summary>
    /// <param name="before">The lines before.</param>
    /// <param name="now">The lines now.</param>
    public LineAlignment(IReadOnlyList<Line> before, IReadOnlyList<Line> now)
    {
        (_before, _now) = (before, now);
        (_was, _its) = (Frames(before), Frames(now));
        (_headsBefore, _heads) = (Heads(before), Heads(now));
        (Places, Heirs) = (new int[now.Count], new int[before.Count]);
        Array.Fill(Places, None);
        Array.Fill(Heirs, None);
        var sure = Sure();
        foreach (var (place, at) in sure)
            Pair(place, at);
        var (from, fromNow) = (0, 0);
        foreach (var (place, at) in sure.Append((before.Count, now.Count)))
        {
            Between(from, place, fromNow, at);
            (from, fromNow) = (place + 1, at + 1);
        }
    }

    /// <summary>The former place of each line now; -1 for what came.</summary>
    public int[] Places { get; }

    /// <summary>The place now of each former line; -1 for what went.</summary>
    public int[] Heirs { get; }

    /// <summary>The lines between two that are sure, where there are as many as before, and each is paired with the one in its order.</summary>
    public IReadOnlyList<(int FirstBefore, int First, int Many)> Runs => _runs;

    /// <summary>Whether a line says now what it said but for its numbers, and is of the same kind.</summary>
    /// <param name="at">The line now.</param>
    /// <param name="place">The former one.</param>
    public bool IsOfOneFrame(int at, int place) => _its[at] == _was[place];

    /// <summary>Whether a line belongs to what it belonged to: the same, or what stands in its place.</summary>
    /// <param name="at">The line now.</param>
    /// <param name="place">The former one.</param>
    public bool IsOfSame(int at, int place) => Places[_heads[at]] == _headsBefore[place] || _now[_heads[at]].Text == _before[_headsBefore[place]].Text;

    /// <summary>Whether a line is no more than a place in an order, as <c>1위</c> is: what stands there may be another's tomorrow.</summary>
    /// <param name="words">What it says.</param>
    public static bool IsRank(string words) => words.Length <= LongestRank && Rank().IsMatch(words);

    /// <summary>Takes two lines apart.</summary>
    /// <param name="at">The line now.</param>
    public void Part(int at) => (Heirs[Places[at]], Places[at]) = (None, None);

    private void Pair(int place, int at) => (Places[at], Heirs[place]) = (place, at);

    private static (UnitKind Kind, string Frame)[] Frames(IReadOnlyList<Line> lines) => [.. lines.Select(l => (l.Kind, NumberFrame.Of(l.Text)))];

    /// <summary>What stands once, before and now: the weightiest of it that kept its order.</summary>
    private List<(int Was, int Now)> Sure()
    {
        var (once, onceNow) = (Once(_before), Once(_now));
        List<(int Was, int Now)> pairs = [.. onceNow.Where(l => once.ContainsKey(l.Key)).Select(l => (Was: once[l.Key], Now: l.Value)).Where(p => !IsOfAnother(p.Was, p.Now)).OrderBy(p => p.Now)];
        return OrderedChain.Of(pairs, Weight);

        // What it belongs to stood before and had other words below it, or what it belonged to stands and has others now: it may say what another said that is gone, or says no more. A paragraph that announces something goes with it,
        // and does not announce what another came with that stands behind it; where a line stands in a ranking says nothing.
        bool IsOfAnother(int place, int at) => _now[at].IsLed && _before[place].IsLed && _now[_heads[at]] is var head && _before[_headsBefore[place]] is var former && head.Kind == former.Kind && head.Text != former.Text
            && !(IsRank(head.Text) && IsRank(former.Text)) && (head.Kind == UnitKind.Paragraph ? Stands(head) && Stands(former) && !CameWithNext(place, at) : Stands(head) || Stands(former));

        bool CameWithNext(int place, int at) => place + 1 < _before.Count && at + 1 < _now.Count && _now[at + 1] is { Kind: UnitKind.Paragraph } next && next.Text == _before[place + 1].Text && Stands(next);

        bool Stands(Line head) => once.ContainsKey((head.Kind, head.Text)) && onceNow.ContainsKey((head.Kind, head.Text));
    }

    /// <summary>How much it says that a line kept its order: the more of what stands around it did, too.</summary>
    private double Weight(int place, int at) => (_now[at].Kind == UnitKind.Heading ? OfHeading : _now[at].IsLed ? OfLed : OfOther) + Beside(place, at, -1) + Beside(place, at, 1) + ((Beside(place, at, -2) + Beside(place, at, 2)) / 2);

    private double Beside(int place, int at, int step)
    {
        var (was, its) = (place + step, at + step);
        var (isEdge, isEdgeNow) = (was < 0 || was >= _before.Count, its < 0 || its >= _now.Count);
        return isEdge || isEdgeNow ? (isEdge && isEdgeNow ? 2 : 0) : _was[was] != _its[its] ? 0 : _before[was].Text == _now[its].Text ? 2 : 1;
    }

    /// <summary>The places of what stands once.</summary>
    private static Dictionary<(UnitKind, string), int> Once(IReadOnlyList<Line> lines)
    {
        var once = new Dictionary<(UnitKind, string), int>(lines.Count);
        var several = new HashSet<(UnitKind, string)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!once.TryAdd((lines[i].Kind, lines[i].Text), i))
                several.Add((lines[i].Kind, lines[i].Text));
        }

        foreach (var line in several)
            once.Remove(line);
        return once;
    }

    /// <summary>Pairs lines between two that are sure so that the fewest came and went, and the least was edited (Needleman and Wunsch, 1970).</summary>
    private void Between(int first, int end, int firstNow, int endNow)
    {
        var (many, manyNow) = (end - first, endNow - firstNow);
        if (many == 0 || manyNow == 0 || (long)many * manyNow > MostCompared)
            return;
        var costs = new double[many + 1, manyNow + 1];
        var edits = new double[many, manyNow];
        for (var w = many; w >= 0; w--)
        {
            for (var n = manyNow; n >= 0; n--)
            {
                if (w == many || n == manyNow)
                {
                    costs[w, n] = OfOne * (many - w + manyNow - n);
                    continue;
                }

                edits[w, n] = Edit(first + w, firstNow + n);
                costs[w, n] = Math.Min(edits[w, n] + costs[w + 1, n + 1], OfOne + Math.Min(costs[w + 1, n], costs[w, n + 1]));
            }
        }

        var paired = 0;
        for (var (w, n) = (0, 0); w < many && n < manyNow;)
        {
            if (edits[w, n] + costs[w + 1, n + 1] <= OfOne + Math.Min(costs[w + 1, n], costs[w, n + 1]))
            {
                Pair(first + w++, firstNow + n++);
                paired++;
            }
            else if (costs[w + 1, n] <= costs[w, n + 1])
            {
                w++;
            }
            else
            {
                n++;
            }
        }

        if (paired == many && paired == manyNow)
            _runs.Add((first, firstNow, many));
    }

    private double Edit(int place, int at)
    {
        if (_was[place].Kind != _its[at].Kind)
            return double.PositiveInfinity;
        var stray = _before[_headsBefore[place]].Text == _now[_heads[at]].Text || !_now[at].IsLed ? 0 : OfStray;
        if (_before[place].Text == _now[at].Text)
            return stray;
        var alike = IsOfOneFrame(at, place) ? 1 : Likeness(_before[place].Text, _now[at].Text);
        return alike < MuchAlike ? double.PositiveInfinity : stray + OfEdit + 1 - alike + (NumberFrame.IsOneNumberOff(_now[at].Text, _before[place].Text) ? 0 : OfMore);
    }

    /// <summary>How alike two lines are; one that says all that the other says, and more, is much like it.</summary>
    private static double Likeness(string before, string now)
    {
        var (shorter, longer) = before.Length < now.Length ? (before, now) : (now, before);
        var alike = Similarity.ButForNumbers(before, now);
        return alike < MuchAlike && shorter.Length >= FewestSigns && longer.Contains(shorter, StringComparison.Ordinal) ? MuchAlike : alike;
    }

    /// <summary>For each line the one to which it belongs; itself where it belongs to none.</summary>
    private static int[] Heads(IReadOnlyList<Line> lines)
    {
        var heads = new int[lines.Count];
        for (var i = 0; i < heads.Length; i++)
            heads[i] = lines[i].IsLed ? heads[i - 1] : i;
        return heads;
    }

    [GeneratedRegex(@"^[\[(]?(?:제|No\.? ?|#)?[0-9]{1,3} ?(?:위|등|번|번째|순위|位|st|nd|rd|th)?[.)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    /// <summary>A block or a sentence.</summary>
    /// <param name="Kind">Of which kind it is.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="IsLed">Whether it belongs to what stands right before it: to a heading, a paragraph's first sentences, or a row's first cells.</param>
    /// <param name="Group">The paragraph that it is of; empty for a whole one.</param>
    /// <param name="Depth">How far it is set in, for an item of a list.</param>
    internal readonly record struct Line(UnitKind Kind, string Text, bool IsLed, string Group = "", int Depth = 0);
}

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Pairs the marks of emphasis as CommonMark does (0.31.2, 6.2, rules 1 to 17, and the appendix), which goes by how many signs a run had at first, or as
/// micromark does, and so MDX, which goes by how many are left of it.
/// </summary>
internal static class EmphasisRuns
{
    /// <summary>A mark of a code, as it is meant.</summary>
    /// <param name="Id">The code.</param>
    /// <param name="IsOpen">Whether it opens.</param>
    /// <param name="Width">How many signs it has.</param>
    public readonly record struct Mark(string Id, bool IsOpen, int Width);

    /// <summary>A run of the same signs, or a bracket of a link: emphasis in a link ends in it.</summary>
    /// <param name="sign">The sign; a bracket for a link's.</param>
    public sealed class Run(char sign)
    {
        private int _first;

        public char Sign { get; } = sign;

        /// <summary>The marks that it is meant as, in order.</summary>
        public List<Mark> Marks { get; } = [];

        /// <summary>The part of the unit that stands right before it, and right behind; -1 for none with words.</summary>
        public int Before { get; set; } = -1;

        /// <inheritdoc cref="Before"/>
        public int After { get; set; } = -1;

        /// <summary>What stands right before it, and right behind: a space, a stop, a hyphen or <c>a</c>, or a sign of other marks.</summary>
        public char Preceding { get; private set; }

        /// <inheritdoc cref="Preceding"/>
        public char Following { get; private set; }

        public bool Opens { get; private set; }

        public bool Closes { get; private set; }

        /// <summary>How many signs it had at first.</summary>
        public int Full { get; private set; }

        /// <summary>How many of them are left.</summary>
        public int Left { get; private set; }

        /// <summary>The mark that would be the next to close, and to open.</summary>
        public Mark First => Marks[_first];

        /// <inheritdoc cref="First"/>
        public Mark Last => Marks[^1];

        /// <summary>Adds a mark.</summary>
        public void Add(Mark mark)
        {
            Marks.Add(mark);
            Full += mark.Width;
            Left = Full;
        }

        /// <summary>Says what it can do between two characters: a space for white space, a stop for punctuation, a hyphen for one behind a letter, <c>a</c> for anything else, or the sign of other marks.</summary>
        public void Stand(char before, char after)
        {
            (Preceding, Following) = (before, after);
            (before, after) = (KindOf(before), KindOf(after));
            var left = after != ' ' && (after == 'a' || before != 'a');
            var right = before != ' ' && (before == 'a' || after != 'a');
            Opens = left && (Sign != '_' || !right || before == '.');
            Closes = right && (Sign != '_' || !left || after == '.');
        }

        private static char KindOf(char beside) => beside is '*' or '_' or '~' or '-' ? '.' : beside;

        /// <summary>Takes the first mark, or the last.</summary>
        public void Take(bool isFirst)
        {
            Left -= isFirst ? First.Width : Last.Width;
            if (isFirst)
                _first++;
            else
                Marks.RemoveAt(Marks.Count - 1);
        }
    }

    /// <summary>Whether the marks pair as they are meant.</summary>
    /// <param name="runs">The runs in order; they are used up.</param>
    /// <param name="byLeft">Whether it counts how many signs are left of a run.</param>
    public static bool Hold(List<Run> runs, bool byLeft = false)
    {
        var links = new Stack<int>();
        var open = new List<Run>();
        foreach (var run in runs)
        {
            if (run.Sign == '[')
            {
                links.Push(open.Count);
            }
            else if (run.Sign != ']')
            {
                open.Add(run);
            }
            else if (links.TryPop(out var start))
            {
                if (!Pair(open.GetRange(start, open.Count - start), byLeft))
                    return false;
                open.RemoveRange(start, open.Count - start);
            }
        }

        return Pair(open, byLeft);
    }

    private static bool Pair(List<Run> runs, bool byLeft)
    {
        for (var at = 0; at < runs.Count;)
        {
            var closer = runs[at];
            var opener = closer.Closes ? runs.FindLastIndex(Math.Max(at - 1, 0), at, r => r.Sign == closer.Sign && r.Opens && !IsOfThree(r, closer, byLeft)) : -1;
            if (opener < 0)
            {
                if (closer.Opens)
                    at++;
                else
                    return false;
                continue;
            }

            var width = Math.Min(2, Math.Min(runs[opener].Left, closer.Left));
            if (runs[opener].Last is not { IsOpen: true } open || closer.First is not { IsOpen: false } close || open.Id != close.Id || open.Width != width)
                return false;
            // What stands between them pairs with nothing any more.
            if (opener + 1 < at)
                return false;
            runs[opener].Take(isFirst: false);
            closer.Take(isFirst: true);
            if (runs[opener].Left == 0)
                runs.RemoveAt(opener);
            at = runs.IndexOf(closer);
            if (closer.Left == 0)
                runs.RemoveAt(at);
        }

        return runs.Count == 0;
    }

    /// <summary>Rules 9 and 10.</summary>
    private static bool IsOfThree(Run opener, Run closer, bool byLeft)
    {
        var (first, last) = byLeft ? (opener.Left, closer.Left) : (opener.Full, closer.Full);
        return (opener.Closes || closer.Opens) && (first + last) % 3 == 0 && (first % 3 != 0 || last % 3 != 0);
    }
}

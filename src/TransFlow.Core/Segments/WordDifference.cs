using System.Text;

namespace TransFlow.Core.Segments;

/// <summary>Says in a line which words of a sentence were changed.</summary>
internal static class WordDifference
{
    /// <summary>Sentences of more words than this, multiplied, are not held word against word.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>A run of Chinese signs that is no longer is taken for one word.</summary>
    private const int LongestHanWord = 6;

    /// <summary>So many letters of a script without blanks are understood without those beside them.</summary>
    private const int FewestLetters = 4;

    /// <summary>What was changed, such as <c>21명이 → 215명이; + 어제; − 모두</c>; the whole former sentence when most of it is another.</summary>
    /// <param name="was">The former sentence.</param>
    /// <param name="now">The sentence.</param>
    public static string Of(string was, string now)
    {
        DifferencePiece[] former = DifferencePiece.Of(was), present = DifferencePiece.Of(now);
        if ((long)former.Length * present.Length > MostPairs)
            return Whole(was);
        var common = Common(former, present);
        // One word for another is said as such: nothing of a lone one can be the same.
        if (common[0, 0] * 2 < Math.Max(former.Length, present.Length) && (former.Length, present.Length) != (1, 1))
            return Whole(was);
        var steps = Steps(former, present, common);
        Grow(steps);
        var line = new StringBuilder();
        for (var at = 0; at < steps.Count;)
        {
            var end = EndOfChange(steps, at);
            if (end > at)
                Say(line, Text(steps[at..end].Select(s => s.Was)), Text(steps[at..end].Select(s => s.Now)));
            at = Math.Max(end, at + 1);
        }

        return line.Length == 0 ? Whole(was) : line.ToString();
    }

    /// <summary>The whole former sentence, in quotation marks unless it has its own at an edge.</summary>
    private static string Whole(string was) => was.Trim() is var text && (IsQuote(text, 0) || IsQuote(text, text.Length - 1)) ? $"it was: {text}" : $"it was “{text}”";

    private static bool IsQuote(string text, int at) => text.Length > 0 && text[at] is '“' or '”' or '‘' or '’' or '"' or '\'' or '「' or '」' or '『' or '』' or '«' or '»';

    /// <summary>For each pair of places, how many words the rests have in common, in order.</summary>
    private static int[,] Common(DifferencePiece[] former, DifferencePiece[] present)
    {
        var common = new int[former.Length + 1, present.Length + 1];
        for (var i = former.Length - 1; i >= 0; i--)
        {
            for (var j = present.Length - 1; j >= 0; j--)
                common[i, j] = former[i].Text == present[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    /// <summary>Both sentences side by side: what both have, what one has.</summary>
    private static List<Step> Steps(DifferencePiece[] former, DifferencePiece[] present, int[,] common)
    {
        var steps = new List<Step>();
        for (int i = 0, j = 0; i < former.Length || j < present.Length;)
        {
            if (i < former.Length && j < present.Length && former[i].Text == present[j].Text)
                steps.Add(new Step(former[i++], present[j++], IsChanged: false));
            else if (j == present.Length || (i < former.Length && common[i + 1, j] >= common[i, j + 1]))
                steps.Add(new Step(former[i++], null, IsChanged: true));
            else
                steps.Add(new Step(null, present[j++], IsChanged: true));
        }

        return steps;
    }

    /// <summary>Takes into changes that nobody would understand alone, as one of a sign in a run of Chinese, what stands beside them.</summary>
    private static void Grow(List<Step> steps)
    {
        for (var at = 0; at < steps.Count;)
        {
            var end = EndOfChange(steps, at);
            if (end == at)
            {
                at++;
                continue;
            }

            // Two changes around one sign are one.
            while (end < steps.Count && steps[end].Kind is PieceKind.Han or PieceKind.Letter && EndOfChange(steps, end + 1) is var further && further > end + 1)
            {
                steps[end] = steps[end] with { IsChanged = true };
                end = further;
            }

            at = Grow(steps, at, end);
        }
    }

    /// <returns>Where what is taken in ends.</returns>
    private static int Grow(List<Step> steps, int start, int end)
    {
        var changed = steps[start..end];
        var (before, after) = (0, 0);
        if (changed.TrueForAll(s => s.Kind == PieceKind.Kana))
        {
            before = Beside(steps, start, -1, PieceKind.Han);
            before = before == 0 ? Beside(steps, start, -1, PieceKind.Word) > 0 ? 1 : 0 : before > LongestHanWord ? 2 : before;
        }
        else if (changed.TrueForAll(s => s.Kind == PieceKind.Han) && Longest(changed) == 1)
        {
            (before, after) = (Beside(steps, start, -1, PieceKind.Han), Beside(steps, end, 1, PieceKind.Han));
            if (before + 1 + after > LongestHanWord)
                (before, after) = (Math.Min(before, 1), Math.Min(after, 1));
        }
        else if (changed.TrueForAll(s => s.Kind == PieceKind.Letter) && Longest(changed) < FewestLetters)
        {
            (before, after) = (Math.Min(Beside(steps, start, -1, PieceKind.Letter), FewestLetters), Math.Min(Beside(steps, end, 1, PieceKind.Letter), FewestLetters));
        }

        for (var i = start - before; i < end + after; i++)
            steps[i] = steps[i] with { IsChanged = true };
        return end + after;
    }

    /// <summary>How many pieces of a kind that both have stand beside a place, without a blank between.</summary>
    private static int Beside(List<Step> steps, int at, int direction, PieceKind kind)
    {
        var count = 0;
        for (var i = direction < 0 ? at - 1 : at; i >= 0 && i < steps.Count && !steps[i].IsChanged && steps[i].Kind == kind; i += direction, count++)
        {
            // The one behind says whether a blank is between.
            if (direction < 0 ? i + 1 < steps.Count && steps[i + 1].IsApart : steps[i].IsApart)
                break;
        }

        return count;
    }

    private static int Longest(List<Step> steps) => Math.Max(steps.Count(s => s.Was is not null), steps.Count(s => s.Now is not null));

    private static int EndOfChange(List<Step> steps, int at)
    {
        while (at < steps.Count && steps[at].IsChanged)
            at++;
        return at;
    }

    private static string Text(IEnumerable<DifferencePiece?> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces.OfType<DifferencePiece>())
            text.Append(piece.IsApart && text.Length > 0 ? " " : "").Append(piece.Text);
        return text.ToString();
    }

    private static void Say(StringBuilder line, string gone, string come)
    {
        if (line.Length > 0)
            line.Append("; ");
        if (gone.Length > 0 && come.Length > 0)
        {
            // Punctuation at an edge of both says nothing, and runs into the note's own.
            var (start, end) = (0, 0);
            while (start < Math.Min(gone.Length, come.Length) && gone[start] == come[start] && IsEdge(gone[start]))
                start++;
            while (end < Math.Min(gone.Length, come.Length) - start && gone[^(end + 1)] == come[^(end + 1)] && IsEdge(gone[^(end + 1)]) && gone[^(end + 1)] is not ('%' or '％' or '‰'))
                end++;
            if (start + end < Math.Min(gone.Length, come.Length))
                (gone, come) = (gone[start..^end], come[start..^end]);
            line.Append(gone).Append(" → ").Append(come);
        }
        else
        {
            line.Append(gone.Length == 0 ? "+ " : "− ").Append(gone).Append(come);
        }
    }

    /// <summary>Punctuation, but for braces: they belong to the marks of codes.</summary>
    private static bool IsEdge(char sign) => char.IsPunctuation(sign) && sign is not ('{' or '}');

    /// <summary>What stands at one place of both sentences, or of one.</summary>
    private readonly record struct Step(DifferencePiece? Was, DifferencePiece? Now, bool IsChanged)
    {
        private DifferencePiece Either => (Now ?? Was)!.Value;

        public PieceKind Kind => Either.Kind;

        public bool IsApart => Either.IsApart;
    }
}

using System.Text;

namespace TransFlow.Core.Segments;

/// <summary>Says in a line which words of a sentence were changed.</summary>
internal static class WordDifference
{
    /// <summary>Sentences of more words than this, multiplied, are not held word against word.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>What was changed, such as <c>21명이 → 215명이; + 어제; − 모두</c>; the whole former sentence when most of it is another.</summary>
    /// <param name="was">The former sentence.</param>
    /// <param name="now">The sentence.</param>
    public static string Of(string was, string now)
    {
        string[] former = Words(was), present = Words(now);
        if ((long)former.Length * present.Length > MostPairs)
            return Whole(was);
        var common = Common(former, present);
        if (common[0, 0] * 2 < Math.Max(former.Length, present.Length))
            return Whole(was);
        var line = new StringBuilder();
        for (int i = 0, j = 0; i < former.Length || j < present.Length;)
        {
            var (fromFormer, fromPresent) = (i, j);
            while (i < former.Length && j < present.Length && former[i] != present[j] || i < former.Length != j < present.Length)
            {
                if (j == present.Length || (i < former.Length && common[i + 1, j] >= common[i, j + 1]))
                    i++;
                else
                    j++;
            }

            Say(line, former[fromFormer..i], present[fromPresent..j]);
            while (i < former.Length && j < present.Length && former[i] == present[j])
                (i, j) = (i + 1, j + 1);
        }

        return line.Length == 0 ? Whole(was) : line.ToString();
    }

    private static string Whole(string was) => $"it was “{was.Trim()}”";

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>For each pair of places, how many words the rests have in common, in order.</summary>
    private static int[,] Common(string[] former, string[] present)
    {
        var common = new int[former.Length + 1, present.Length + 1];
        for (var i = former.Length - 1; i >= 0; i--)
        {
            for (var j = present.Length - 1; j >= 0; j--)
                common[i, j] = former[i] == present[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static void Say(StringBuilder line, string[] gone, string[] come)
    {
        if (gone.Length + come.Length == 0)
            return;
        if (line.Length > 0)
            line.Append("; ");
        line.Append(gone.Length == 0 ? "+ " : come.Length == 0 ? "− " : "").AppendJoin(' ', gone).Append(gone.Length > 0 && come.Length > 0 ? " → " : "").AppendJoin(' ', come);
    }
}

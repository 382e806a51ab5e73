using System.Globalization;
using System.Text;

namespace TransFlow.Core.Publishing;

/// <summary>The difference of two texts, as people and <c>patch</c> read it.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>What has to be done to one text to get the other.</summary>
    /// <param name="old">The older text; null when there is none.</param>
    /// <param name="now">The newer text; null when there will be none.</param>
    /// <param name="path">The file's name.</param>
    /// <returns>A unified diff; empty when they are the same.</returns>
    public static string Of(string? old, string? now, string path)
    {
        if (old == now)
            return "";
        List<string> was = Lines(old), will = Lines(now);
        var diff = new StringBuilder();
        diff.Append(CultureInfo.InvariantCulture, $"--- {(old is null ? "/dev/null" : "a/" + path)}\n+++ {(now is null ? "/dev/null" : "b/" + path)}\n");
        foreach (var hunk in Hunks(Steps(was, will)))
            Write(diff, hunk, was, will);
        return diff.ToString();
    }

    private static List<string> Lines(string? text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text?.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>Each line once: ' ' for both, '-' for the older text, '+' for the newer, with how many lines of each stand before it.</summary>
    private static List<(char Sign, int Old, int New)> Steps(List<string> was, List<string> will)
    {
        var steps = new List<(char Sign, int Old, int New)>();
        int i = 0, j = 0;
        foreach (var (old, now) in CommonItems.Of(was, will).Append((was.Count, will.Count)))
        {
            for (; i < old; i++)
                steps.Add(('-', i, j));
            for (; j < now; j++)
                steps.Add(('+', i, j));
            if (i < was.Count)
                steps.Add((' ', i++, j++));
        }

        return steps;
    }

    private static IEnumerable<List<(char Sign, int Old, int New)>> Hunks(List<(char Sign, int Old, int New)> steps)
    {
        for (var i = steps.FindIndex(s => s.Sign != ' '); i >= 0;)
        {
            var last = i;
            int next;
            while ((next = steps.FindIndex(last + 1, s => s.Sign != ' ')) >= 0 && next - last <= 2 * Context)
                last = next;
            var from = Math.Max(0, i - Context);
            yield return steps[from..Math.Min(steps.Count, last + 1 + Context)];
            i = next;
        }
    }

    private static void Write(StringBuilder diff, List<(char Sign, int Old, int New)> hunk, List<string> was, List<string> will)
    {
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(hunk[0].Old, hunk.Count(s => s.Sign != '+'))} +{Range(hunk[0].New, hunk.Count(s => s.Sign != '-'))} @@\n");
        foreach (var (sign, old, now) in hunk)
        {
            var line = sign == '+' ? will[now] : was[old];
            diff.Append(sign).Append(line);
            if (!line.EndsWith('\n'))
                diff.Append("\n\\ No newline at end of file\n");
        }
    }

    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)}{(count == 1 ? "" : $",{count}")}");
}

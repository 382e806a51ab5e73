using System.Text;

namespace TransFlow.Cli;

/// <summary>A table in plain text; Hangul, kana and Chinese characters take two columns.</summary>
internal static class Table
{
    public static void Write(TextWriter output, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = new List<IReadOnlyList<string>> { heads };
        all.AddRange(rows);
        var widths = Enumerable.Range(0, heads.Count).Select(c => all.Max(r => Width(r[c]))).ToList();
        foreach (var row in all)
        {
            var line = new StringBuilder();
            for (var c = 0; c < row.Count; c++)
                line.Append(row[c]).Append(' ', widths[c] - Width(row[c]) + 2);
            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 ? 2 : 1);
}

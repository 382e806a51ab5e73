using System.Text.RegularExpressions;

namespace TransFlow.Core.Tests.Newsroom;

/// <summary>Holds a published page against the parallel article.</summary>
internal static partial class PublishedText
{
    /// <summary>Fails with the lines that differ, apart from those that differ for a reason.</summary>
    public static void AssertSame(string expected, string actual)
    {
        var (was, now) = (Comparable(expected), Comparable(actual));
        var differences = was.Zip(now).Select((p, i) => (p.First, p.Second, Line: i + 1)).Where(p => p.First != p.Second)
            .Select(p => $"{p.Line}:\n- {p.First}\n+ {p.Second}").ToList();
        Assert.AreEqual("", string.Join('\n', differences));
        Assert.HasCount(was.Length, now);
    }

    /// <summary>
    /// The lines without what differs for a reason: comments in front matter and the widths of a table's rule are the source's
    /// own characters, which weaving leaves alone; a folded value says the same wherever its lines break.
    /// </summary>
    private static string[] Comparable(string page)
    {
        var text = FoldedLine().Replace(page, m => m.Groups[1].Value + string.Join(' ', m.Groups[2].Value.Split('\n').Select(l => l.Trim())).Trim() + "\n");
        text = Comment().Replace(text, "\"");
        return [.. text.Split('\n').Select(l => l.StartsWith("|:--", StringComparison.Ordinal) ? l.Replace("-", "", StringComparison.Ordinal) : l)];
    }

    [GeneratedRegex("""( >-\n)((?:  \S.*\n)+)""")]
    private static partial Regex FoldedLine();

    [GeneratedRegex("""\"   # .*""")]
    private static partial Regex Comment();
}

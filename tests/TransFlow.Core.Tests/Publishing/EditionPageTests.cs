using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed partial class EditionPageTests
{
    private static IEnumerable<string[]> Articles => Sample.Articles.Select(a => new[] { a });

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public void The_page_equals_the_parallel_article(string article)
    {
        var source = Sample.Korean(article);
        var parallel = Sample.Parallel(article);
        var page = Page(article, source, ParallelText.Targets(source, parallel), SourceUrl(parallel));
        AssertSameLines(parallel, page.Markdown);
    }

    private static Publication Page(string article, Extraction source, Dictionary<string, ImmutableArray<Content?>> targets, string url)
    {
        var route = Route.Of("default", ["translate", "edit"]).Value!;
        var edition = EditionRevision.Begin(article, "en", source, route);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = targets[s.UnitId][s.Index] })] };
        var page = new EditionPage(Sample.English, url).Make(source, edition, new Credits(["Mina Park"], ["Jonas Reed"]), "x.md");
        return page.Try(out var publication, out var refusal) ? publication : throw new AssertFailedException(refusal.ToString());
    }

    private static string SourceUrl(string parallel) =>
        parallel.Split('\n').Single(l => l.StartsWith("[Read in", StringComparison.Ordinal)).Split('(')[1].TrimEnd(')');

    private static void AssertSameLines(string expected, string actual)
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

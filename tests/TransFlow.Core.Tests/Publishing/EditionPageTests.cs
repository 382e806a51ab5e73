using System.Collections.Immutable;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class EditionPageTests
{
    private static IEnumerable<string[]> Articles => Sample.Articles.Select(a => new[] { a });

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public void The_page_equals_the_parallel_article(string article)
    {
        var source = Sample.Korean(article);
        var parallel = Sample.Parallel(article);
        var page = Page(article, source, ParallelText.Targets(source, parallel), SourceUrl(parallel));
        PublishedText.AssertSame(parallel, page.Markdown);
    }

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public void What_the_newsroom_sets_stands_on_the_page_whatever_the_article_says(string article)
    {
        var source = Sample.Korean(article);
        var parallel = Sample.Parallel(article);
        var style = Sample.English with { Set = [new FrontMatterEdit("lang", ["en-GB"]), new FrontMatterEdit("desk.name", ["international: \"en\""]), new FrontMatterEdit("draft", ["false"]) { IsBare = true }] };
        var page = Page(article, source, ParallelText.Targets(source, parallel), SourceUrl(parallel), style);
        var published = MarkdownExtractor.Extract(System.Text.Encoding.UTF8.GetBytes(page.Markdown), "x.md", new ExtractionOptions("en")).Value!;
        Assert.AreEqual("en-GB|international: \"en\"|false", string.Join('|', new[] { "lang", "desk.name", "draft" }.Select(published.Value)));
    }

    [TestMethod]
    public void A_link_to_the_original_that_nobody_can_make_is_told()
    {
        const string Story = "autumn-rice-prices";
        var source = Sample.Korean(Story);
        var targets = ParallelText.Targets(source, Sample.Parallel(Story));
        Assert.DoesNotContain("no-original", Page(Story, source, targets, "https://example.com/x").Findings.Select(f => f.Check));
        Assert.Contains("no-original", Page(Story, source, targets, null).Findings.Select(f => f.Check));
        Assert.DoesNotContain("no-original", Page(Story, source, targets, null, Sample.English with { ReadIn = null }).Findings.Select(f => f.Check));
    }

    private static Publication Page(string article, Extraction source, Dictionary<string, ImmutableArray<Content?>> targets, string? url, HouseStyle? style = null)
    {
        var route = Route.Of("default", ["translate", "edit"]).Value!;
        var edition = EditionRevision.Begin(article, "en", source, route);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = targets[s.UnitId][s.Index] })] };
        var page = new EditionPage(style ?? Sample.English, url).Make(source, edition, new Credits(["Mina Park"], ["Jonas Reed"]), "x.md");
        return page.Try(out var publication, out var refusal) ? publication : throw new AssertFailedException(refusal.ToString());
    }

    private static string SourceUrl(string parallel) =>
        parallel.Split('\n').Single(l => l.StartsWith("[Read in", StringComparison.Ordinal)).Split('(')[1].TrimEnd(')');
}

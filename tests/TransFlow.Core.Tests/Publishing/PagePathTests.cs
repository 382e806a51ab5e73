using System.Text;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class PagePathTests
{
    [TestMethod]
    [DataRow("{dir}/{name}.{lang}.md", "2026/쌀.ko.md", "2026/쌀.en.md")]
    [DataRow("{dir}/{name}.{lang}.md", "쌀.ko.md", "쌀.en.md")]
    [DataRow("_posts/{yyyy}-{mm}-{dd}-{slug}.md", "2026/rice.md", "_posts/2026-03-01-rice-prices.md")]
    [DataRow("{lang}/{dir}/{slug}/index.md", "a/b/rice.ko.markdown", "en/a/b/rice-prices/index.md")]
    public void A_page_goes_where_the_pattern_says(string pattern, string source, string path)
    {
        Assert.IsNull(new PagePath(pattern).Problem);
        Assert.AreEqual(path, new PagePath(pattern).Of(Article("date: 2026-03-01T09:00:00+09:00"), "rice-prices", source, "en").Value);
    }

    [TestMethod]
    public void A_page_of_MDX_stays_one() => Assert.AreEqual("posts/a.mdx", new PagePath("posts/{slug}.md").Of(Article("tags: [a]"), "a", "a.ko.mdx", "en").Value);

    [TestMethod]
    [DataRow("{year}-{slug}.md")]
    [DataRow("{yyyy}.md")]
    [DataRow("{slug}/")]
    [DataRow("/srv/{slug}.md")]
    [DataRow("../{slug}.md")]
    public void A_pattern_by_which_nothing_can_be_published_is_told(string pattern) => Assert.IsNotNull(new PagePath(pattern).Problem);

    [TestMethod]
    public void An_article_without_a_date_has_no_path_that_takes_one()
    {
        Assert.AreEqual("no-date", new PagePath("{dd}-{slug}.md").Of(Article("tags: [a]"), "a", "a.md", "en").Refusal?.Code);
        Assert.AreEqual("a.md", new PagePath("{slug}.md").Of(Article("tags: [a]"), "a", "a.md", "en").Value);
    }

    private static Extraction Article(string head) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes($"---\n{head}\n---\n\n글이다.\n"), "a.md", new ExtractionOptions("ko")).Value!;
}

using TransFlow.Core.Publishing;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class PagePreviewTests
{
    private const string Page = "---\nlang: en\ntitle: A title\n---\n\nFirst.\n\n**둘째**는 [link](/a) ![x](/b.jpg)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

    [TestMethod]
    public void A_page_is_shown_with_its_front_matter_apart()
    {
        var preview = Preview(Page, null);
        Assert.AreEqual("A title", preview.FrontMatter.Single(f => f.Key == "title").Value);
        Assert.Contains("<strong>둘째</strong>는", preview.Html);
        Assert.Contains("<table>", preview.Html);
        Assert.DoesNotContain("title:", preview.Html);
        Assert.AreEqual(0, preview.Changed);
    }

    [TestMethod]
    public void Addresses_of_the_site_itself_are_made_whole()
    {
        Assert.Contains("src=\"https://example.com/b.jpg\"", Preview(Page, null).Html);
        Assert.Contains("href=\"https://example.com/a\"", Preview(Page, null).Html);
        Assert.Contains("src=\"//other.example/b.jpg\"", Preview("![x](//other.example/b.jpg)\n", null).Html);
    }

    [TestMethod]
    public void What_a_site_makes_of_attributes_and_alerts_is_no_words()
    {
        var html = Preview("## Heading {#sub-a}\n\nA paragraph.\n{: .lead}\n\n> [!NOTE]\n> A note {name}.\n", null).Html;
        foreach (var sign in new[] { "sub-a}", "lead", "[!NOTE]" })
            Assert.DoesNotContain(sign, html);
        Assert.Contains("A note {name}.", html);
    }

    [TestMethod]
    public void A_directive_shows_what_it_holds()
    {
        var html = Preview("```{note}\n:class: x\nA **note**.\n```\n\n:::{mermaid}\na --> b\n:::\n", null).Html;
        Assert.Contains("A <strong>note</strong>.", html);
        Assert.Contains("<pre><code class=\"language-{mermaid}\">a --&gt; b", html);
        Assert.DoesNotContain(":class:", html);
    }

    [TestMethod]
    public void Blocks_that_the_older_page_does_not_have_are_marked()
    {
        var preview = Preview(Page.Replace("First.", "Firstly.", StringComparison.Ordinal), Page);
        Assert.AreEqual(1, preview.Changed);
        Assert.Contains($"<p class=\"{PagePreview.ChangedClass}\">Firstly.</p>", preview.Html);
        Assert.AreEqual(0, Preview(Page, Page).Changed);
    }

    [TestMethod]
    [DataRow("A word.")]
    [DataRow("# A word")]
    [DataRow("- x\n- A word")]
    [DataRow("> A word.")]
    [DataRow("| x |\n|---|\n| A word |")]
    [DataRow("x\n: A word")]
    [DataRow("> [!NOTE]\n> A word.")]
    [DataRow("::: note\nA word.\n:::")]
    [DataRow("```\nA word\n```")]
    [DataRow("    A word")]
    [DataRow("<figure>\n<figcaption>A word</figcaption>\n</figure>")]
    [DataRow("x[^1]\n\n[^1]: A word.")]
    [DataRow("![A word](/a.png)")]
    public void What_is_counted_as_changed_is_marked_whatever_block_it_is(string block)
    {
        var preview = Preview($"First.\n\n{block.Replace("A word", "Another word", StringComparison.Ordinal)}\n\nLast.\n", $"First.\n\n{block}\n\nLast.\n");
        Assert.AreEqual(1, preview.Changed);
        Assert.AreEqual(2, preview.Html.Split(PagePreview.ChangedClass).Length, preview.Html);
    }

    [TestMethod]
    public void A_link_that_goes_elsewhere_is_a_change_where_it_stands()
    {
        var preview = Preview("x\n\n[x][r]\n\n[r]: /b\n", "x\n\n[x][r]\n\n[r]: /a\n");
        Assert.AreEqual(1, preview.Changed);
        Assert.Contains($"<p class=\"{PagePreview.ChangedClass}\"><a", preview.Html);
    }

    [TestMethod]
    public void What_lone_tildes_strike_out_is_shown_so() =>
        Assert.AreEqual("<p>It was <del>5 won</del>, 3~4 or 5~6.</p>\n", Preview("It was ~5 won~, 3~4 or 5~6.\n", null).Html);

    [TestMethod]
    public void Ends_of_lines_are_shown_where_the_site_shows_them() =>
        Assert.AreEqual("<p>a<br />\nb</p>\n", PagePreview.Of("a\nb\n", "a.md", "en", "", null, breaksLines: true).Value!.Html);

    [TestMethod]
    public void Markdown_beside_tags_is_shown_where_the_site_reads_MDX() =>
        Assert.AreEqual("<p><Aside><strong>a</strong></Aside></p>\n", PagePreview.Of("<Aside>**a**</Aside>\n", "a.md", "en", "", null, isMdx: true).Value!.Html);

    private static PagePreview Preview(string markdown, string? older) => PagePreview.Of(markdown, "a.en.md", "en", "https://example.com", older).Value!;
}

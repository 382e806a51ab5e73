using System.Text;
using TransFlow.Core.Publishing;

namespace TransFlow.Core.Tests.Publishing;

[TestClass]
public sealed class PreviewTemplateTests
{
    private const string Least = "<html lang=\"{{lang}}\" dir='{{ dir }}'><title>{{title}}</title>{{content}}";

    [TestMethod]
    public void Places_are_filled_and_values_are_no_markup()
    {
        var page = PagePreview.Of("---\ntitle: A <b> & c\nimage:\n  alt: x\n---\n\n**Bold** {{title}}\n", "a.md", "ar", "", null).Value!;
        Assert.AreEqual("<html lang=\"ar\" dir='rtl'><title>A &lt;b&gt; &amp; c</title><p><strong>Bold</strong> {{title}}</p>\nx|", PreviewTemplate.Of(Least + "{{page.image.alt}}|{{page.none}}").Value!.Fill(page, "ar"));
    }

    [TestMethod]
    public void A_template_that_lacks_a_place_or_has_a_strange_one_is_refused_with_its_line()
    {
        Assert.AreEqual("template-lacks", PreviewTemplate.Of("{{title}} {{lang}}").Refusal!.Code);
        var stray = PreviewTemplate.Of(Least + "\n\n{{body}}").Refusal!;
        Assert.AreEqual(("template-place", 3), (stray.Code, stray.Line));
        Assert.Contains("{{content}}", stray.Remedy);
    }

    [TestMethod]
    [DataRow("ar", "rtl")]
    [DataRow("he-IL", "rtl")]
    [DataRow("az-Arab", "rtl")]
    [DataRow("ug-Latn", "ltr")]
    [DataRow("en", "ltr")]
    public void A_page_runs_in_the_direction_of_its_language_or_script(string language, string direction) => Assert.AreEqual(direction, PageLanguage.DirectionOf(language));

    [TestMethod]
    public void A_value_that_is_a_list_is_put_in_whole() =>
        Assert.Contains(">a, b<", PreviewTemplate.Of(Least + "<p>{{page.tags}}</p>").Value!.Fill(PagePreview.Of("---\ntags: [a, b]\n---\n\nx\n", "a.md", "en", "", null).Value!, "en"));

    [TestMethod]
    public void Stylesheets_and_pictures_of_its_folder_are_put_in_and_nothing_from_elsewhere()
    {
        var asked = new List<string>();
        byte[]? Asset(string path)
        {
            asked.Add(path);
            return path switch { "css/a.css" => Encoding.UTF8.GetBytes("p{background:url(../i.png)}</style><script>"), "css/../i.png" or "logo.svg" => [1], _ => null };
        }

        var template = PreviewTemplate.Of(Least + "<link rel=stylesheet href=css/a.css><link rel=\"stylesheet\" href=\"https://x.example/b.css\"><img src=\"logo.svg\"><img src=\"/c.png\">").Value!.With(Asset);
        var html = template.Fill(PagePreview.Of("a\n", "a.md", "en", "", null).Value!, "en");
        Assert.Contains("<style>p{background:url(data:image/png;base64,AQ==)}<\\/style><script></style>", html);
        Assert.Contains("<img src=\"data:image/svg+xml;base64,AQ==\">", html);
        Assert.Contains("href=\"https://x.example/b.css\"", html);
        CollectionAssert.AreEquivalent(new[] { "css/a.css", "css/../i.png", "logo.svg" }, asked);
        Assert.HasCount(1, template.Styles.ToList());
    }
}

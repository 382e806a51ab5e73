using TransFlow.Core.Publishing;
using TransFlow.Engine.Files;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Files;

[TestClass]
public sealed class PreviewFilesTests
{
    [TestMethod]
    public void Nothing_outside_the_folder_is_read_by_whatever_way()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/a.css", "p{}");
        folder.Write("secret.css", "secret");
        File.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(folder.Write("site/b.css", "x"))!, "link.css"), folder.Write("secret.css", "secret"));
        var template = folder.Write("t.html", "{{content}}{{title}}{{lang}}" + string.Concat(new[] { "a.css", "../secret.css", "%2e%2e/secret.css", "link.css", "x/../../secret.css" }.Select(h => $"<link rel=\"stylesheet\" href=\"{h}\">")));
        var html = PreviewFiles.Template(new PreviewSettings(template, Path.Combine(Path.GetDirectoryName(template)!, "site"))).Value!.Fill(PagePreview.Of("x\n", "x.md", "en", "", null).Value!, "en");
        Assert.Contains("<style>p{}</style>", html);
        Assert.DoesNotContain(">secret<", html);
        Assert.HasCount(2, html.Split("<style>"));
    }
}

using System.Net;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class PreviewTests
{
    [TestMethod]
    public async Task Both_languages_are_shown_in_sandboxes_without_origin_or_scripts()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page("/editions/sinuiju-customs-trucks/en/preview");
        var frames = page.QuerySelectorAll("iframe");
        Assert.HasCount(2, frames);
        foreach (var frame in frames)
        {
            Assert.AreEqual("", frame.GetAttribute("sandbox"));
            using var inside = await jonas.Get(frame.GetAttribute("src")!);
            var policy = inside.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("sandbox; default-src 'none';", policy);
            Assert.DoesNotContain("script-src", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.DoesNotContain("example.com", policy, "pictures are loaded from the site only if the newsroom says so");
        }
    }

    [TestMethod]
    public async Task What_is_shown_is_what_would_be_published()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page("/editions/autumn-rice-prices/en/preview");
        Assert.AreEqual(desk.Room.Read("translations/published/en/autumn-rice-prices.en.md"), page.QuerySelector("pre")!.TextContent);
        var inside = await jonas.Page("/editions/autumn-rice-prices/en/preview/target");
        Assert.Contains("Translated by Mina Park", inside.Body!.TextContent);
        Assert.Contains("Read in Korean", inside.Body.TextContent);
        Assert.IsNull(inside.QuerySelector(".transflow-changed"));
    }

    [TestMethod]
    public async Task Blocks_that_differ_from_the_live_page_are_marked_and_a_page_changed_by_hand_is_told_of()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var segments = desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Segments;
        async Task Change(Core.Stages.SegmentWork segment, string words)
        {
            using var begun = await jonas.Post("/editions/autumn-rice-prices/en/correct", ("reason", "A slip."), ("kind", "Correction"), ("unit", segment.UnitId));
            Assert.IsNull(desk.Newsroom.SegmentActs.Save("autumn-rice-prices", "en", "jonas", new(segment.UnitId, segment.Index, segment.Fingerprint), words, finish: true).Refusal);
        }

        await Change(segments.Last(s => s.Target!.Parts.Length == 1), "Another ending.");
        Assert.HasCount(1, (await jonas.Page("/editions/autumn-rice-prices/en/preview/target")).QuerySelectorAll(".transflow-changed"));
        await Change(segments[0], "Another title");
        Assert.IsNotNull((await jonas.Page("/editions/autumn-rice-prices/en/preview/target")).QuerySelector("h1.transflow-changed"));
        Assert.Contains("So does the front matter: title", (await jonas.Page("/editions/autumn-rice-prices/en/preview")).QuerySelector("main")!.TextContent);
        desk.Room.Write("translations/published/en/autumn-rice-prices.en.md", "by hand");
        Assert.IsNotNull((await jonas.Page("/editions/autumn-rice-prices/en/preview")).QuerySelector("main > .note.warn"));
    }

    [TestMethod]
    public async Task Pictures_of_the_newsrooms_own_folder_stand_in_the_preview_and_of_others_their_words()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__PICTURES", "static"));
        byte[] png = [0x89, .. "PNG\r\n"u8, .. new byte[40]];
        Directory.CreateDirectory(desk.Room.PathOf("static/images"));
        File.WriteAllBytes(desk.Room.PathOf("static/images/bridge.png"), png);
        desk.Room.Write("translations/articles/pictured.ko.md", "---\nlang: ko\ntitle: 사진\n---\n\n![다리](/images/bridge.png)\n\n![\"강\" 1 < 2](https://elsewhere.example/x.png)\n\n<img alt='시장' srcset=\"https://elsewhere.example/y.png 2x\" src=/images/bridge.png>\n\n글이다.\n");
        await desk.Pass();
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Get("/editions/pictured/en/preview/source");
        Assert.Contains("img-src data:;", answer.Headers.GetValues("Content-Security-Policy").Single());
        var page = await TestVisitor.Document(answer);
        var pictures = page.QuerySelectorAll("img");
        Assert.HasCount(2, pictures);
        foreach (var picture in pictures)
            Assert.AreEqual($"data:image/png;base64,{Convert.ToBase64String(png)}", picture.GetAttribute("src"));
        Assert.AreEqual("시장", pictures[1].GetAttribute("alt"));
        Assert.AreEqual("\"강\" 1 < 2", page.QuerySelector(".transflow-picture")!.TextContent);
        Assert.DoesNotContain("elsewhere.example", page.Body!.InnerHtml);
    }

    [TestMethod]
    public async Task What_is_not_there_is_not_found()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        foreach (var path in new[] { "/editions/nothing/en/preview", "/editions/nothing/en/preview/target", "/editions/autumn-rice-prices/en/preview/elsewhere" })
        {
            using var answer = await jonas.Get(path);
            Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode, path);
        }
    }
}

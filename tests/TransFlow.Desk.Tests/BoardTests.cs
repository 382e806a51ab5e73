using AngleSharp.Dom;
using TransFlow.Desk.Tests.Driver;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class BoardTests
{
    [TestMethod]
    public async Task What_waits_for_me_comes_first()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        CollectionAssert.AreEqual(new[] { "sinuiju-customs-trucks en" }, Rows(await jonas.Page("/")));
        using var mina = await desk.SignedIn("mina");
        CollectionAssert.AreEquivalent(new[] { "envoys-phone-talks en", "school-firewood-quota en" }, Rows(await mina.Page("/")));
    }

    [TestMethod]
    public async Task What_nobody_has_does_not_wait_for_somebody_whom_four_eyes_keep_from_it()
    {
        await using var desk = await TestDesk.Start(["jonas", "mina"]);
        Assert.IsNull(desk.Newsroom.Claims.Break("sinuiju-customs-trucks", "en", "edit", "eva", "x").Refusal);
        using var jonas = await desk.SignedIn("jonas");
        Assert.Contains("sinuiju-customs-trucks en", Rows(await jonas.Page("/?show=mine")));
        using var mina = await desk.SignedIn("mina");
        var board = await mina.Page("/?show=mine");
        CollectionAssert.AreEquivalent(new[] { "envoys-phone-talks en", "school-firewood-quota en" }, Rows(board), "she translated it");
        Assert.AreEqual("2", board.QuerySelector(".tabs a[aria-current] .count")!.TextContent);
    }

    [TestMethod]
    public async Task What_an_older_program_noted_of_editions_is_made_anew_without_a_change()
    {
        await using var desk = await TestDesk.Start();
        string Noted() => string.Join('\n', desk.Newsroom.Store.Heads().Select(h => $"{h.Article} {h.Language} {h.Marks.Form} {h.Marks.LiveSha256} {string.Join(' ', h.Marks.Barred ?? [])} {string.Join(' ', h.Marks.Ahead ?? [])}"));
        var (noted, last) = (Noted(), desk.Newsroom.Store.LastEvent());
        var titles = desk.Newsroom.Store.Heads().Select(h => h.Marks.Title).ToList();
        Assert.IsTrue(titles.Exists(t => t is not null));
        Assert.Contains("sinuiju-customs-trucks en 3  mina ", noted);
        desk.Room.Execute("UPDATE edition SET marks = '{}', document = json_remove(document, '$.titleUnit')");
        await desk.Pass();
        Assert.AreEqual(noted, Noted());
        CollectionAssert.AreEqual(titles, desk.Newsroom.Store.Heads().Select(h => h.Marks.Title).ToList(), "which unit is the title was not noted then");
        Assert.AreEqual(last, desk.Newsroom.Store.LastEvent());
    }

    [TestMethod]
    public async Task Signs_that_turn_the_direction_of_writing_are_shown_in_titles_and_reach_no_further()
    {
        await using var desk = await TestDesk.Start();
        desk.Room.Write("translations/articles/turned.ko.md", "---\nlang: ko\ntitle: \"쌀값 \u202Egnp.exe \u2067끝\"\n---\n\n글이다.\n");
        await desk.Pass();
        using var mina = await desk.SignedIn("mina");
        var link = (await mina.Page("/?q=turned")).QuerySelector(".board .title")!;
        Assert.AreEqual("BDI", link.FirstElementChild!.TagName);
        CollectionAssert.AreEqual(new[] { "U+202E", "U+2067" }, link.QuerySelectorAll(".sign").Select(s => s.TextContent).ToList());
        Assert.DoesNotContain("\u202E", link.TextContent);
        var page = await mina.Page("/editions/turned/en");
        Assert.HasCount(2, page.QuerySelectorAll("h1 bdi .sign"));
        Assert.Contains("[U+202E]gnp.exe", page.Title!);
    }

    [TestMethod]
    public async Task A_person_sees_the_editions_of_the_own_languages_alone_and_the_chief_all()
    {
        await using var desk = await TestDesk.Start();
        using var aoi = await desk.SignedIn("aoi");
        Assert.IsTrue(Rows(await aoi.Page("/?show=all")).All(r => r.EndsWith(" ja", StringComparison.Ordinal)));
        Assert.HasCount(4, Rows(await aoi.Page("/?show=all&language=en")));
        using var eva = await desk.SignedIn("eva");
        Assert.HasCount(8, Rows(await eva.Page("/?show=all")));
        Assert.HasCount(4, Rows(await eva.Page("/?show=all&language=en")));
        using var otto = await desk.SignedIn("otto");
        Assert.IsEmpty(Rows(await otto.Page("/?show=all")));
    }

    [TestMethod]
    public async Task Counts_filters_and_search_agree()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        var board = await eva.Page("/?show=all");
        foreach (var link in board.QuerySelectorAll(".stages td a, .tabs a"))
        {
            var count = int.Parse((link.QuerySelector(".count") ?? link).TextContent, System.Globalization.CultureInfo.InvariantCulture);
            Assert.HasCount(count, Rows(await eva.Page(link.GetAttribute("href")!)), link.GetAttribute("href"));
        }

        CollectionAssert.AreEquivalent(new[] { "envoys-phone-talks en", "envoys-phone-talks ja" }, Rows(await eva.Page("/?q=" + Uri.EscapeDataString("북핵 통화"))));
        CollectionAssert.AreEquivalent(new[] { "school-firewood-quota en", "school-firewood-quota ja" }, Rows(await eva.Page("/?q=FIREWOOD")));
        Assert.IsEmpty(Rows(await eva.Page("/?q=nothing+like+it")));
    }

    [TestMethod]
    public async Task An_edition_is_shown_and_found_by_its_own_title_too()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        var title = desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Title!;
        var row = (await eva.Page("/?show=all&q=" + Uri.EscapeDataString(title))).QuerySelectorAll(".board tbody tr").Single();
        Assert.AreEqual(("en", title), (row.QuerySelector(".translated bdi")!.GetAttribute("lang"), row.QuerySelector(".translated")!.TextContent.Trim()));
        Assert.IsNull((await eva.Page("/?show=all&q=firewood")).QuerySelector(".translated"), "nobody translated it");
        var page = await eva.Page("/editions/autumn-rice-prices/en");
        Assert.AreEqual(title, page.QuerySelector("header .translated")!.TextContent.Trim());
        Assert.StartsWith(title, page.Title!);

        desk.Room.Write("translations/articles/quoted.ko.md", "---\nlang: ko\ntitle: “신부” ‘값’이 오른다\n---\n\n글이다.\n");
        await desk.Pass();
        CollectionAssert.AreEquivalent(new[] { "quoted en", "quoted ja" }, Rows(await eva.Page("/?q=" + Uri.EscapeDataString("\"신부\" '값'이"))));
    }

    [TestMethod]
    public async Task An_edition_waits_since_it_reached_its_stage_whatever_was_done_there()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__LATEAFTER", "2"));
        using var eva = await desk.SignedIn("eva");
        desk.Clock.Advance(TimeSpan.FromHours(1.5));
        var segment = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments.First(s => s.Target is { Parts.Length: 1 });
        Assert.IsNull(desk.Newsroom.SegmentActs.Save("sinuiju-customs-trucks", "en", "jonas", new(segment.UnitId, segment.Index, segment.Fingerprint), "Other words.", finish: true).Refusal);
        Assert.IsNull(desk.Newsroom.SegmentActs.Accept("sinuiju-customs-trucks", "en", "jonas", [Place(3)]).Refusal);
        Assert.IsNull(desk.Newsroom.Acts.Hold("sinuiju-customs-trucks", "en", "Wait.", "eva").Refusal);
        Assert.IsNull(desk.Newsroom.Acts.Release("sinuiju-customs-trucks", "en", "eva").Refusal);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("sinuiju-customs-trucks en", Rows(await eva.Page("/?show=late")));

        SegmentPlace Place(int at)
        {
            var there = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments[at];
            return new(there.UnitId, there.Index, there.Fingerprint);
        }
    }

    [TestMethod]
    public async Task What_has_waited_too_long_is_late_and_stands_first()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__LATEAFTER", "2"));
        using var eva = await desk.SignedIn("eva");
        Assert.IsEmpty(Rows(await eva.Page("/?show=late")));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsNull(desk.Newsroom.Acts.SendBack("sinuiju-customs-trucks", "en", "jonas", [], "Shorter, please.").Refusal);
        desk.Clock.Advance(TimeSpan.FromHours(1.5));
        var late = Rows(await eva.Page("/?show=late"));
        Assert.DoesNotContain("sinuiju-customs-trucks en", late, "it moved an hour and a half ago");
        Assert.HasCount(6, late);
        Assert.AreEqual("sinuiju-customs-trucks en", Rows(await eva.Page("/?show=open"))[^1]);
        var (article, language) = (late[0].Split(' ')[0], late[0].Split(' ')[1]);
        Assert.IsNull(desk.Newsroom.Acts.Hold(article, language, "Wait.", "eva").Refusal);
        CollectionAssert.AreEqual(late.Skip(1).ToList(), Rows(await eva.Page("/?show=late")), "what is held is not late");
    }

    [TestMethod]
    public async Task A_long_board_has_pages()
    {
        await using var desk = await TestDesk.Start();
        TransFlow.Tests.Newsroom.Many.Articles(desk.Room, 60);
        await desk.Pass();
        using var eva = await desk.SignedIn("eva");
        var first = await eva.Page("/?show=all&language=en");
        var second = await eva.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.HasCount(50, Rows(first));
        Assert.HasCount(14, Rows(second));
        Assert.IsEmpty(Rows(first).Intersect(Rows(second)));
        Assert.IsNull(second.QuerySelector("a[rel=next]"));
        CollectionAssert.AreEqual(Rows(second), Rows(await eva.Page("/?show=all&language=en&page=99")), "behind the last page there is none");
    }

    private static List<string> Rows(IDocument page) =>
        [.. page.QuerySelectorAll(".board tbody tr").Select(r => $"{r.QuerySelector(".id")!.TextContent} {r.QuerySelector(".tag")!.TextContent}")];
}

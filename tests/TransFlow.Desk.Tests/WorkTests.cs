using System.Net;
using System.Text;
using AngleSharp.Dom;
using TransFlow.Desk.Tests.Driver;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Desk.Tests;

/// <summary>An edition as work, files in and out, and the pages about the newsroom.</summary>
[TestClass]
public sealed class WorkTests
{
    private const string Work = "/editions/sinuiju-customs-trucks/en/work";

    [TestMethod]
    public async Task The_chief_holds_with_a_reason_and_releases()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        var without = await Refused(eva, "hold", ("reason", " "));
        Assert.Contains("without a reason", without.QuerySelector("#hold .refusal")!.TextContent);
        await Done(eva, "hold", ("reason", "A source asked for a day."));
        Assert.AreEqual("A source asked for a day.", Trucks(desk).Hold);
        Assert.AreEqual("Another reason.", (await Refused(eva, "hold", ("reason", "Another reason."))).QuerySelector("main textarea[readonly]")!.TextContent);
        Assert.Contains("A source asked for a day.", (await eva.Page(Work)).QuerySelector(".facts")!.TextContent);
        await Done(eva, "release");
        Assert.IsNull(Trucks(desk).Hold);
        await Refused(eva, "release");
    }

    [TestMethod]
    public async Task A_stage_is_taken_handed_over_by_whoever_has_it_and_taken_away_with_a_reason()
    {
        await using var desk = await TestDesk.Start(["jonas", "eva", "otto"], ("TRANSFLOW__STAGES__EDIT__ASSIGN", "claim"));
        using var jonas = await desk.SignedIn("jonas");
        using var otto = await desk.SignedIn("otto");
        using var eva = await desk.SignedIn("eva");
        Assert.IsNotNull((await jonas.Page("/editions/sinuiju-customs-trucks/en")).QuerySelector(".facts form"), "it is free, and his to take");
        await Done(jonas, "claim", ("stage", "edit"));
        Assert.Contains("jonas has it until", (await Refused(otto, "claim", ("stage", "edit"))).QuerySelector("main > .refusal")!.TextContent);
        Assert.Contains("otto does not have the stage", (await Refused(otto, "hand-over", ("stage", "edit"), ("person", "otto"))).QuerySelector("main > .refusal")!.TextContent);
        await Done(jonas, "hand-over", ("stage", "edit"), ("person", "otto"));
        Assert.AreEqual("otto", Trucks(desk).Assignments["edit"]);
        await Refused(eva, "break", ("stage", "edit"), ("reason", ""));
        await Done(eva, "break", ("stage", "edit"), ("reason", "He is on leave."));
        Assert.IsFalse(Trucks(desk).Assignments.ContainsKey("edit"));
        Assert.Contains("He is on leave.", (await eva.Page("/editions/sinuiju-customs-trucks/en/history")).QuerySelector(".events")!.TextContent);
        await Refused(eva, "hand-over", ("stage", "edit"), ("person", "mina"));
    }

    [TestMethod]
    public async Task An_embargo_is_set_by_one_person_and_lifted_by_two()
    {
        await using var desk = await TestDesk.Start(["jonas", "eva"]);
        using var jonas = await desk.SignedIn("jonas");
        using var eva = await desk.SignedIn("eva");
        Assert.Contains("is over", (await Refused(jonas, "embargo", ("until", "2020-01-01T06:00"))).QuerySelector("#embargo .refusal")!.TextContent);
        await Done(jonas, "embargo", ("until", "2027-03-20T06:00"), ("zone", "Europe/Berlin"));
        Assert.AreEqual(new DateTimeOffset(2027, 3, 20, 5, 0, 0, TimeSpan.Zero), Trucks(desk).Embargo!.Until.ToUniversalTime());
        Assert.Contains("2027-03-20", (await jonas.Page("/editions/sinuiju-customs-trucks/en")).QuerySelector(".facts")!.TextContent);
        Assert.Contains("embargo", (await jonas.Page("/?show=all&q=sinuiju")).QuerySelector(".board")!.TextContent);
        await Refused(jonas, "lift", ("reason", ""));
        await Done(jonas, "lift", ("reason", "Everybody has it."));
        Assert.Contains("another person", (await Refused(jonas, "lift")).QuerySelector("#lift .refusal")!.TextContent);
        Assert.AreEqual("/editions/sinuiju-customs-trucks/en/work?said=lifted", await Done(eva, "lift"));
        Assert.IsNull(Trucks(desk).Embargo);
    }

    [TestMethod]
    public async Task What_is_live_is_corrected_by_block_and_described()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page("/editions/autumn-rice-prices/en/work");
        var unit = page.QuerySelectorAll("#correct [name=unit]")[3].GetAttribute("value")!;
        var refused = await Refused(jonas, "correct", "autumn-rice-prices", ("reason", ""), ("kind", "Correction"), ("unit", unit), ("who", "translator"));
        Assert.AreEqual("translator", refused.QuerySelector("#correct [name=who] option[selected]")!.GetAttribute("value"));
        await Done(jonas, "correct", "autumn-rice-prices", ("reason", "A wrong figure."), ("kind", "Correction"), ("unit", unit), ("urgent", "on"));
        var edition = desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition;
        Assert.IsTrue(edition is { IsUrgent: true, Correction.LacksLine: true, Stage.Name: "edit" });
        Assert.IsTrue(edition.Segments.All(s => s.UnitId == unit == s.Position(edition.Route) < 2), "the rest stays signed");
        Assert.IsNull(desk.Newsroom.Acts.Accept("autumn-rice-prices", "en", "edit", "jonas", []).Refusal);
        var needed = (await jonas.Page("/editions/autumn-rice-prices/en")).QuerySelector("header .lacks-line")!;
        Assert.Contains("not published before that", needed.TextContent);
        Assert.IsNotNull((await jonas.Page(needed.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector("#describe"));
        Assert.Contains("needs its line", (await jonas.Page("/?show=all")).QuerySelector(".board")!.TextContent);
        await Done(jonas, "describe", "autumn-rice-prices", ("kind", "Correction"), ("line", "An earlier version named a wrong price."));
        Assert.AreEqual("An earlier version named a wrong price.", desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Correction!.Line);
        Assert.IsNull((await jonas.Page("/editions/autumn-rice-prices/en")).QuerySelector("header .lacks-line"));
        Assert.Contains("An earlier version", (await jonas.Page("/editions/autumn-rice-prices/en/work")).QuerySelector("main")!.TextContent);
    }

    [TestMethod]
    public async Task A_source_that_changes_amid_a_correction_is_asked_about_until_somebody_describes_it_again()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__SOURCE__WHENREVISED", "ask"));
        using var jonas = await desk.SignedIn("jonas");
        await Done(jonas, "correct", "autumn-rice-prices", ("reason", "A slip."), ("kind", "Silent"), ("who", "editor"));
        desk.Room.Write("translations/articles/autumn-rice-prices.ko.md", desk.Room.Read("translations/articles/autumn-rice-prices.ko.md") + "\n값은 더 오를 것으로 보인다.\n");
        await desk.Pass();
        Assert.Contains("changed since", (await jonas.Page("/editions/autumn-rice-prices/en/work")).QuerySelector("main")!.TextContent);
        await Done(jonas, "describe", "autumn-rice-prices", ("kind", "Silent"), ("line", ""));
        Assert.DoesNotContain("changed since", (await jonas.Page("/editions/autumn-rice-prices/en/work")).QuerySelector("main")!.TextContent);
    }

    [TestMethod]
    public async Task What_is_approved_is_opened_again_with_a_reason()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        Assert.IsNull(desk.Newsroom.Acts.Accept("sinuiju-customs-trucks", "en", null, "jonas", []).Refusal);
        await Refused(jonas, "reopen", ("stage", "edit"), ("reason", ""));
        await Done(jonas, "reopen", ("stage", "edit"), ("reason", "One name."));
        Assert.AreEqual("edit", Trucks(desk).Stage!.Name);
    }

    [TestMethod]
    public async Task Two_people_who_are_sure_retract_an_article_in_every_language()
    {
        await using var desk = await TestDesk.Start(["jonas", "eva"]);
        using var jonas = await desk.SignedIn("jonas");
        using var eva = await desk.SignedIn("eva");
        await Refused(jonas, "retract", ("reason", "Made up."));
        Assert.IsNull(Trucks(desk).RetractionAsked, "nobody said to be sure");
        await Done(jonas, "retract", ("reason", "Made up."), ("sure", "on"));
        Assert.AreEqual("Made up.", Trucks(desk).RetractionAsked!.Reason);
        Assert.Contains("Made up.", (await eva.Page(Work)).QuerySelector("main")!.TextContent, "the second reads why");
        Assert.Contains("sinuiju-customs-trucks en", Waiting(await eva.Page("/?show=mine")), "the second key is hers to turn");
        await Refused(jonas, "retract", ("sure", "on"));
        Assert.AreEqual("/editions/sinuiju-customs-trucks/en/work?said=retracted", await Done(eva, "retract", ("sure", "on")));
        Assert.IsTrue(desk.Newsroom.Store.Editions("sinuiju-customs-trucks").All(e => e.Edition.Retraction is not null));
        Assert.IsNull((await eva.Page(Work)).QuerySelector(".deeds form"), "nothing more is done with it");
        Assert.DoesNotContain("sinuiju-customs-trucks", string.Join('|', Waiting(await eva.Page("/?show=open"))), "there is nothing left to do");
        Assert.Contains("sinuiju-customs-trucks en", Waiting(await eva.Page("/?show=all&stage=retracted")));
        Assert.IsEmpty((await jonas.Page("/editions/sinuiju-customs-trucks/en")).QuerySelectorAll("form.target textarea[name=target], form.target button.main"), "no words of it are anybody's to change");
    }

    [TestMethod]
    public async Task A_chief_who_works_no_stage_is_offered_what_a_chief_may_do()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        CollectionAssert.AreEqual(new[] { "hold", "embargo" }, (await eva.Page(Work)).QuerySelectorAll(".deed").Select(d => d.Id).ToList());
    }

    [TestMethod]
    public async Task What_is_held_takes_no_words_and_offers_no_field()
    {
        await using var desk = await TestDesk.Start();
        Assert.IsNull(desk.Newsroom.Acts.Hold("sinuiju-customs-trucks", "en", "The lawyers read it.", "eva").Refusal);
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page("/editions/sinuiju-customs-trucks/en");
        Assert.IsEmpty(page.QuerySelectorAll("textarea[name=target], button[value=accept], button[value=send-back]"));
        Assert.IsNotEmpty(page.QuerySelectorAll("textarea[name=comment]"), "comments are taken");
        Assert.Contains("The lawyers read it.", page.QuerySelector("main")!.TextContent);
    }

    private static List<string> Waiting(AngleSharp.Dom.IDocument board) =>
        [.. board.QuerySelectorAll(".board tbody tr").Select(r => $"{r.QuerySelector(".id")!.TextContent} {r.QuerySelector(".tag")!.TextContent}")];

    [TestMethod]
    public async Task What_may_not_be_done_is_not_offered()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        Assert.IsEmpty((await mina.Page(Work)).QuerySelectorAll(".deeds"));
        using var jonas = await desk.SignedIn("jonas");
        var offered = (await jonas.Page(Work)).QuerySelectorAll(".deed").Select(d => d.Id).ToList();
        CollectionAssert.AreEqual(new[] { "embargo", "retract" }, offered, "it was never live, nothing of it is approved, and only a chief holds");
        Assert.Contains("never published", (await Refused(jonas, "correct", ("reason", "x"))).QuerySelector("main > .refusal")!.TextContent, "and is refused with a reason all the same");
    }

    [TestMethod]
    public async Task The_chief_publishes_what_is_finished_now()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        await Refused(eva, "publish");
        Assert.IsNull(desk.Newsroom.Acts.Accept("sinuiju-customs-trucks", "en", null, "jonas", []).Refusal);
        await Done(eva, "publish");
        Assert.IsTrue(desk.Room.Exists("translations/published/en/sinuiju-customs-trucks.en.md"));
    }

    [TestMethod]
    public async Task The_file_of_the_stage_is_there_for_a_tool_and_comes_back_by_the_same_way()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var file = await mina.Get("/editions/envoys-phone-talks/en/package?form=2.0");
        Assert.AreEqual(Encoding.UTF8.GetString(desk.Newsroom.Export("envoys-phone-talks", "en", null).Value.Bytes), await file.Content.ReadAsStringAsync());
        Assert.AreEqual("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        using var whole = await mina.Get("/editions/envoys-phone-talks/en/package");
        Assert.AreEqual("PK", Encoding.ASCII.GetString(await whole.Content.ReadAsByteArrayAsync())[..2]);
        using var old = await mina.Get("/editions/envoys-phone-talks/en/package?form=1.2");
        Assert.Contains("version=\"1.2\"", await old.Content.ReadAsStringAsync());

        var rehearsed = await Upload(mina, SampleReturns.Translated("envoys-phone-talks"), isRehearsal: true);
        Assert.Contains("Nothing was changed.", rehearsed.QuerySelector(".result")!.TextContent);
        Assert.AreEqual("translate", desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Stage!.Name);
        var taken = await Upload(mina, SampleReturns.Translated("envoys-phone-talks"));
        Assert.Contains("Taken.", taken.QuerySelector(".result")!.TextContent);
        Assert.AreEqual("edit", desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Stage!.Name);
    }

    [TestMethod]
    public async Task What_is_refused_is_told_by_unit_with_the_way_out()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        var broken = await Upload(mina, "no XLIFF at all"u8.ToArray());
        Assert.IsNotNull(broken.QuerySelector(".result .note.bad"));
        Assert.IsNotEmpty(broken.QuerySelectorAll(".result li em"));
        var unit = System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(SampleReturns.Translated("envoys-phone-talks")), "<pc [^>]*>|</pc>|<ph [^>]*/>", "");
        var lost = await Upload(mina, Encoding.UTF8.GetBytes(unit));
        Assert.IsNotEmpty(lost.QuerySelectorAll(".result li"));
    }

    [TestMethod]
    public async Task A_file_of_another_language_is_refused_and_nothing_is_said_of_it()
    {
        await using var desk = await TestDesk.Start();
        using var aoi = await desk.SignedIn("aoi");
        var page = await Upload(aoi, SampleReturns.Translated("envoys-phone-talks"));
        Assert.DoesNotContain("envoys-phone-talks", page.QuerySelector(".result")!.TextContent);
        Assert.Contains("Not taken.", page.QuerySelector(".result")!.TextContent);
        Assert.AreEqual("translate", desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Stage!.Name);
    }

    [TestMethod]
    public async Task Every_uploaded_file_is_answered_the_empty_ones_and_those_that_are_too_many()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var content = new MultipartFormDataContent { { new StringContent(await mina.Proof()), "form" } };
        for (var i = 0; i < 202; i++)
            content.Add(new ByteArrayContent([]), "files", $"{i}.xlf");
        using var answer = await mina.Send("/packages", content);
        var results = (await TestVisitor.Document(answer)).QuerySelectorAll(".result");
        Assert.HasCount(202, results);
        Assert.Contains("The file is empty.", results[0].TextContent);
        Assert.HasCount(2, results.Where(r => r.TextContent.Contains("was not looked at", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    public async Task Several_files_are_rehearsed_together_as_they_would_be_taken()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var content = new MultipartFormDataContent { { new StringContent(await mina.Proof()), "form" }, { new StringContent("on"), "rehearsal" } };
        foreach (var name in new[] { "b.xlf", "b.xlf", "a.xlf" })
            content.Add(new ByteArrayContent(SampleReturns.Translated("envoys-phone-talks")), "files", name);
        using var answer = await mina.Send("/packages", content);
        var results = (await TestVisitor.Document(answer)).QuerySelectorAll(".result").ToDictionary(r => r.QuerySelector("h2")!.TextContent, r => r.QuerySelector(".note")!.TextContent.Trim());
        CollectionAssert.AreEqual(new[] { "a.xlf", "b.xlf", "b (2).xlf" }, results.Keys.ToArray());
        Assert.StartsWith("Taken.", results["a.xlf"]);
        Assert.DoesNotStartWith("Taken.", results["b.xlf"], "what the first brought is known then");
        Assert.AreEqual("translate", desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Stage!.Name);
    }

    [TestMethod]
    public async Task Uploads_and_forms_have_bounds()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var large = new MultipartFormDataContent { { new StringContent(await mina.Proof()), "form" }, { new ByteArrayContent(new byte[Room.PackageRoutes.LargestUpload + 1000]), "files", "large.xlf" } };
        Assert.IsTrue(await IsTurnedAway(mina, "/packages", large));
        using var form = new MultipartFormDataContent { { new StringContent(await mina.Proof()), "form" }, { new StringContent(new string('a', 1_100_000)), "target" } };
        Assert.IsTrue(await IsTurnedAway(mina, "/editions/envoys-phone-talks/en/segments", form));
    }

    [TestMethod]
    public async Task History_shows_each_person_the_own_languages()
    {
        await using var desk = await TestDesk.Start();
        using var aoi = await desk.SignedIn("aoi");
        Assert.DoesNotContain("[en]", (await aoi.Page("/history")).Body!.TextContent);
        Assert.DoesNotContain("Account opened", (await aoi.Page("/history")).Body!.TextContent);
        using var eva = await desk.SignedIn("eva");
        var all = await eva.Page("/history");
        Assert.Contains("[en]", all.Body!.TextContent);
        Assert.Contains("Account opened", all.Body.TextContent);
        Assert.Contains("Handed out", (await eva.Page("/editions/sinuiju-customs-trucks/en/history")).Body!.TextContent);
        using var otto = await desk.SignedIn("otto");
        Assert.IsEmpty((await otto.Page("/history")).QuerySelectorAll(".events li"));
    }

    [TestMethod]
    public async Task The_newsrooms_pages_say_what_they_are_for()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        Assert.HasCount(3, (await eva.Page("/schedule")).QuerySelectorAll("tbody tr"));
        Assert.Contains("jonas", (await eva.Page("/people")).QuerySelector("tbody")!.TextContent);
        Assert.Contains("record of events", (await eva.Page("/health")).QuerySelector("tbody")!.TextContent);
        Assert.IsGreaterThan(15, (await eva.Page("/keys")).QuerySelectorAll("kbd").Length);
        using var mina = await desk.SignedIn("mina");
        Assert.DoesNotContain("aoi", (await mina.Page("/people")).QuerySelector("tbody")!.TextContent);
        Assert.IsNull((await mina.Page("/")).QuerySelector("a[href='/health']"));
    }

    private static Core.Stages.Edition Trucks(TestDesk desk) => desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition;

    private static Task<string> Done(TestVisitor visitor, string act, params (string Name, string Value)[] fields) => Done(visitor, act, "sinuiju-customs-trucks", fields);

    private static async Task<string> Done(TestVisitor visitor, string act, string article, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.Post($"/editions/{article}/en/{act}", fields);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        Assert.AreNotEqual("", (await visitor.Page(answer.Headers.Location!.OriginalString)).QuerySelector("#said")!.TextContent.Trim(), act);
        return answer.Headers.Location.OriginalString;
    }

    private static Task<IDocument> Refused(TestVisitor visitor, string act, params (string Name, string Value)[] fields) => Refused(visitor, act, "sinuiju-customs-trucks", fields);

    private static async Task<IDocument> Refused(TestVisitor visitor, string act, string article, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.Post($"/editions/{article}/en/{act}", fields);
        Assert.AreEqual(HttpStatusCode.Conflict, answer.StatusCode, act);
        var page = await TestVisitor.Document(answer);
        Assert.IsNotNull(page.QuerySelector(".refusal"), act);
        return page;
    }

    private static async Task<IDocument> Upload(TestVisitor visitor, byte[] bytes, bool isRehearsal = false)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await visitor.Proof()), "form" }, { new ByteArrayContent(bytes), "files", "C:\\work\\any name.xlf" } };
        if (isRehearsal)
            content.Add(new StringContent("on"), "rehearsal");
        using var answer = await visitor.Send("/packages", content);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        return await TestVisitor.Document(answer);
    }

    /// <summary>A server may answer that it is too much, or hang up while it is still being sent.</summary>
    private static async Task<bool> IsTurnedAway(TestVisitor visitor, string path, HttpContent content)
    {
        try
        {
            using var answer = await visitor.Send(path, content);
            return answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}

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
    public async Task The_chief_holds_with_a_reason_releases_and_assigns()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__PEOPLE__EDIT__EN", "jonas"));
        using var eva = await desk.SignedIn("eva");
        using var without = await eva.Post(Work, ("act", "hold"), ("reason", " "));
        Assert.AreEqual(HttpStatusCode.Conflict, without.StatusCode);
        using var held = await eva.Post(Work, ("act", "hold"), ("reason", "A source asked for a day."));
        Assert.AreEqual(HttpStatusCode.Redirect, held.StatusCode);
        Assert.AreEqual("A source asked for a day.", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Hold);
        Assert.Contains("A source asked for a day.", (await eva.Page(Work)).QuerySelector(".facts")!.TextContent);
        using var released = await eva.Post(Work, ("act", "release"));
        Assert.IsNull(desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Hold);
        using var stranger = await eva.Post(Work, ("act", "assign"), ("stage", "edit"), ("person", "otto"));
        Assert.AreEqual(HttpStatusCode.Conflict, stranger.StatusCode);
        using var nonsense = await eva.Post(Work, ("act", "explode"));
        Assert.AreEqual(HttpStatusCode.Conflict, nonsense.StatusCode);
    }

    [TestMethod]
    public async Task The_chief_publishes_what_is_finished_now()
    {
        await using var desk = await TestDesk.Start();
        using var eva = await desk.SignedIn("eva");
        using var early = await eva.Post(Work, ("act", "publish"));
        Assert.AreEqual(HttpStatusCode.Conflict, early.StatusCode);
        Assert.IsNull(desk.Newsroom.Acts.Accept("sinuiju-customs-trucks", "en", null, "jonas", []).Refusal);
        using var now = await eva.Post(Work, ("act", "publish"));
        Assert.AreEqual(HttpStatusCode.Redirect, now.StatusCode);
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

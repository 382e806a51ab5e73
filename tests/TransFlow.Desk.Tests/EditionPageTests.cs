using System.Net;
using AngleSharp.Dom;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

/// <summary>Every decision on an edition's page, by forms alone.</summary>
[TestClass]
public sealed class EditionPageTests
{
    private const string Trucks = "/editions/sinuiju-customs-trucks/en";
    private const string Envoys = "/editions/envoys-phone-talks/en";

    [TestMethod]
    public async Task Source_and_target_stand_side_by_side_in_the_order_of_the_article()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        var segments = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments;
        CollectionAssert.AreEqual(segments.Select(s => s.Source.Text).ToList(), page.QuerySelectorAll(".source").Select(WithoutChips).ToList());
        CollectionAssert.AreEqual(segments.Where(s => !s.Target!.IsEmpty).Select(s => s.Target!.Text).ToList(), page.QuerySelectorAll(".words").Select(WithoutChips).ToList());
        Assert.IsNotNull(page.QuerySelector(".block.Heading"));
        Assert.IsNotNull(page.QuerySelector(".block.ImageAlt"));
    }

    [TestMethod]
    public async Task An_editor_accepts_one_sentence_and_then_all_that_is_shown()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var one = await Act(jonas, await jonas.Page(Trucks), "s3", "accept");
        Assert.AreEqual(HttpStatusCode.Found, one.StatusCode, await one.Content.ReadAsStringAsync());
        Assert.EndsWith("#s3", one.Headers.Location!.OriginalString);
        var after = await jonas.Page(Trucks);
        Assert.IsTrue(after.QuerySelector("#s3")!.ClassList.Contains("done"));
        Assert.AreEqual(43, int.Parse(after.QuerySelector(".whole button")!.TextContent.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));

        using var all = await Whole(jonas, after, "accept");
        Assert.AreEqual(HttpStatusCode.Found, all.StatusCode);
        Assert.IsNull(desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Stage);
        Assert.AreEqual("43 sentence(s) done.", (await jonas.Page(all.Headers.Location!.OriginalString)).QuerySelector("#said")!.TextContent);
    }

    [TestMethod]
    public async Task Sending_back_takes_a_reason_which_the_translator_reads()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        using var without = await Act(jonas, page, "s2", "send-back", ("reason", " "));
        Assert.AreEqual(HttpStatusCode.Conflict, without.StatusCode);
        Assert.IsNotNull((await TestVisitor.Document(without)).QuerySelector("#s2 .refusal"));
        using var with = await Act(jonas, page, "s2", "send-back", ("reason", "The name is spelled otherwise."));
        Assert.AreEqual(HttpStatusCode.Found, with.StatusCode);

        using var mina = await desk.SignedIn("mina");
        var hers = await mina.Page(Trucks + "?show=mine");
        Assert.Contains("The name is spelled otherwise.", hers.QuerySelector("#s2 .beside")!.TextContent);
        Assert.HasCount(1, hers.QuerySelectorAll("[data-segment]"));
    }

    [TestMethod]
    public async Task A_translator_writes_saves_and_is_done()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var half = await Act(mina, await mina.Page(Envoys), "s1", "save", ("target", "Envoys talk by phone"));
        Assert.AreEqual(HttpStatusCode.Found, half.StatusCode, await half.Content.ReadAsStringAsync());
        Assert.AreEqual(0, desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Segments[0].Position(desk.Newsroom.Settings.Targets["en"].Route), "saved is not done");
        using var done = await Act(mina, await mina.Page(Envoys), "s1", "accept", ("target", "Envoys talk by telephone"));
        Assert.AreEqual(HttpStatusCode.Found, done.StatusCode);
        var segment = desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Segments[0];
        Assert.AreEqual(("Envoys talk by telephone", 1), (segment.Target!.Text, segment.Position(desk.Newsroom.Settings.Targets["en"].Route)));
        using var own = await Act(mina, await mina.Page(Envoys), "s1", "send-back", ("reason", "x"));
        Assert.AreEqual(HttpStatusCode.Conflict, own.StatusCode, "a translator sends nothing back");
    }

    [TestMethod]
    public async Task An_editor_changes_words_and_the_change_is_marked_against_what_the_translator_delivered()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        var draft = page.QuerySelector("#s1 textarea[name=target]")!.TextContent;
        using var saved = await Act(jonas, page, "s1", "save", ("target", draft.Replace("customs house", "Customs", StringComparison.Ordinal)));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        var after = await jonas.Page(Trucks + "?show=changed");
        Assert.HasCount(1, after.QuerySelectorAll("[data-segment]"));
        Assert.AreEqual("Customs", after.QuerySelector("#s1 ins")!.TextContent);
        Assert.AreEqual("customs house", after.QuerySelector("#s1 del")!.TextContent);
        Assert.IsNull((await jonas.Page(Trucks + "?against=none")).QuerySelector("ins"));
    }

    [TestMethod]
    public async Task Words_that_differ_from_the_live_page_are_marked_against_it()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page("/editions/autumn-rice-prices/en?against=live");
        Assert.IsNull(page.QuerySelector("ins"));
        var draft = page.QuerySelector("#s2 textarea[name=target]")!.TextContent;
        using var saved = await Act(jonas, page, "s2", "save", ("target", draft + " again"));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        Assert.AreEqual("again", (await jonas.Page("/editions/autumn-rice-prices/en?against=live")).QuerySelector("#s2 ins")!.TextContent.Trim());
    }

    [TestMethod]
    public async Task A_lost_marker_is_refused_and_what_was_typed_stays_in_the_field()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        var field = page.QuerySelectorAll("textarea[name=target]").First(t => t.TextContent.Contains("{1}", StringComparison.Ordinal) && (t.GetAttribute("data-codes") ?? "").Contains("keep", StringComparison.Ordinal));
        var id = field.Closest("[data-segment]")!.Id!;
        using var lost = await Act(jonas, page, id, "save", ("target", "No markers any more"));
        Assert.AreEqual(HttpStatusCode.Conflict, lost.StatusCode);
        var again = await TestVisitor.Document(lost);
        Assert.AreEqual("No markers any more", again.QuerySelector($"#{id} textarea[name=target]")!.TextContent);
        Assert.Contains("marker", again.QuerySelector($"#{id} .refusal")!.TextContent);
        Assert.IsTrue(again.QuerySelector($"#{id} details.edit")!.HasAttribute("open"));
    }

    [TestMethod]
    public async Task Of_two_who_change_the_same_words_the_second_is_told_and_loses_nothing()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__PEOPLE__EDIT__EN", "jonas"), ("TRANSFLOW__PEOPLE__TRANSLATE__EN", "mina"));
        using var mina = await desk.SignedIn("mina");
        using var other = await desk.SignedIn("mina");
        var (first, second) = (await mina.Page(Envoys), await other.Page(Envoys));
        using var one = await Act(mina, first, "s1", "save", ("target", "First"));
        Assert.AreEqual(HttpStatusCode.Found, one.StatusCode);
        using var two = await Act(other, second, "s1", "save", ("target", "Second"));
        Assert.AreEqual(HttpStatusCode.Conflict, two.StatusCode);
        var told = await TestVisitor.Document(two);
        Assert.Contains("mina changed these words", told.QuerySelector("#s1 .refusal")!.TextContent);
        Assert.AreEqual("First", told.QuerySelector("#s1 .words")!.TextContent.Trim());
        Assert.AreEqual("Second", told.QuerySelector("#s1 textarea[name=target]")!.TextContent);
        using var anyway = await Act(other, told, "s1", "save", ("target", "Second"));
        Assert.AreEqual(HttpStatusCode.Found, anyway.StatusCode, "having seen the first, it is a decision");
    }

    [TestMethod]
    public async Task Nobody_accepts_words_that_changed_after_the_page_was_loaded()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var other = await desk.SignedIn("jonas");
        var stale = await jonas.Page(Trucks);
        using var change = await Act(other, await other.Page(Trucks), "s1", "save", ("target", "Changed meanwhile"));
        Assert.AreEqual(HttpStatusCode.Found, change.StatusCode);
        using var accept = await Whole(jonas, stale, "accept");
        Assert.AreEqual(HttpStatusCode.Conflict, accept.StatusCode);
        Assert.AreEqual("edit", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Stage!.Name);
        Assert.Contains("changed these words", (await TestVisitor.Document(accept)).QuerySelector("main > .refusal")!.TextContent);
    }

    [TestMethod]
    public async Task Typed_words_are_not_lost_by_sending_back_or_commenting()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        foreach (var act in new[] { "send-back", "comment" })
        {
            using var answer = await Act(jonas, page, "s1", act, ("target", "Half written"), ("reason", "because"), ("comment", "look"));
            Assert.AreEqual(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.AreEqual("Half written", (await TestVisitor.Document(answer)).QuerySelector("#s1 textarea[name=target]")!.TextContent);
        }
    }

    [TestMethod]
    public async Task Comments_stand_beside_the_sentence_and_are_only_words()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var said = await Act(jonas, await jonas.Page(Trucks), "s4", "comment", ("comment", "Is <b>this</b> right?\n<script>alert(1)</script>"));
        Assert.AreEqual(HttpStatusCode.Found, said.StatusCode);
        using var mina = await desk.SignedIn("mina");
        var page = await mina.Page(Trucks + "?show=noted");
        Assert.AreEqual("Is <b>this</b> right?\n<script>alert(1)</script>", page.QuerySelector("#s4 .said-words")!.TextContent);
        Assert.HasCount(1, page.QuerySelectorAll("script"), "the desk's own");
        Assert.DoesNotContain("right?", string.Concat(desk.Newsroom.Store.Events().SelectMany(e => e.Event.Details.Values)));
    }

    [TestMethod]
    public async Task Who_wrote_a_sentence_is_told_why_another_has_to_approve_it()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__PEOPLE__EDIT__EN", "mina"));
        using var mina = await desk.SignedIn("mina");
        var page = await mina.Page(Trucks);
        Assert.IsNull(page.QuerySelector("#s1 button[value=accept]"));
        Assert.Contains("cannot approve", page.QuerySelector("#s1 form.target")!.TextContent);
        using var forced = await Act(mina, page, "s1", "accept");
        Assert.AreEqual(HttpStatusCode.Conflict, forced.StatusCode);
    }

    [TestMethod]
    public async Task Terms_of_a_sentence_stand_beside_it()
    {
        await using var desk = await TestDesk.Start();
        desk.Room.Write("translations/terms/own.tsv", "id\tko\ten\tforbidden_en\nx1\t세관\tcustoms house\tcustom house\n");
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        Assert.Contains("customs house", page.QuerySelector("#s1 .terms")!.TextContent);
        Assert.Contains("custom house", page.QuerySelectorAll("#s1 .terms s").Select(s => s.TextContent));
        Assert.IsNull(page.QuerySelector("#s3 .terms"), "there it does not occur");
    }

    [TestMethod]
    public async Task Two_people_at_once_are_told_of_each_other()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var jonas = await desk.SignedIn("jonas");
        await mina.Page(Trucks);
        var page = await jonas.Page(Trucks);
        Assert.Contains("mina", page.QuerySelector("#others")!.TextContent);
        using var asked = await mina.Get(Trucks + "/others?version=0");
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;
        Assert.Contains("jonas", (string)answer["others"]!);
        Assert.AreNotEqual("", (string)answer["changed"]!);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.AreEqual("", (await jonas.Page(Trucks)).QuerySelector("#others")!.TextContent);
    }

    [TestMethod]
    public async Task An_edition_that_is_not_there_is_not_found()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        foreach (var path in new[] { "/editions/nothing/en", "/editions/nothing/en/others" })
        {
            using var answer = await jonas.Get(path);
            Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>Sends a segment's form as a browser does, with some fields filled in.</summary>
    private static Task<HttpResponseMessage> Act(TestVisitor visitor, IDocument page, string segment, string act, params (string Name, string Value)[] typed) =>
        Submit(visitor, page.QuerySelector($"#{segment} form.target")!, act, typed);

    private static Task<HttpResponseMessage> Whole(TestVisitor visitor, IDocument page, string act, params (string Name, string Value)[] typed) =>
        Submit(visitor, page.QuerySelector("form.whole")!, act, typed);

    private static async Task<HttpResponseMessage> Submit(TestVisitor visitor, IElement form, string act, (string Name, string Value)[] typed)
    {
        var fields = form.QuerySelectorAll("input, textarea").ToDictionary(f => f.GetAttribute("name")!, f => f.LocalName == "input" ? f.GetAttribute("value") ?? "" : f.TextContent, StringComparer.Ordinal);
        fields["act"] = act;
        foreach (var (name, value) in typed.Where(t => fields.ContainsKey(t.Name)))
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await visitor.Send(form.GetAttribute("action")!, content);
    }

    private static string WithoutChips(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var chip in copy.QuerySelectorAll(".chip").ToList())
            chip.Remove();
        return copy.TextContent.Trim('\n', ' ');
    }
}

using System.Net;
using AngleSharp.Dom;
using TransFlow.Desk.Tests.Driver;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Tests;

/// <summary>Every decision on an edition's page, by forms alone.</summary>
[TestClass]
public sealed class EditionPageTests
{
    private const string Trucks = "/editions/sinuiju-customs-trucks/en";
    private const string Envoys = "/editions/envoys-phone-talks/en";

    [TestMethod]
    public async Task What_readers_have_is_not_changed_without_a_correction_and_then_its_sentences_alone()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        const string Rice = "/editions/autumn-rice-prices/en";
        var page = await jonas.Page(Rice);
        Assert.IsEmpty(page.QuerySelectorAll("textarea[name=target]"));
        Assert.IsEmpty(page.QuerySelectorAll("[data-segment] button[value=send-back]"));
        Assert.IsNotNull(page.QuerySelector($"header a[href='{Rice}/work#correct']"));

        var segments = desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Segments;
        var (first, last) = (segments[0], segments[^1]);
        Core.Refusal? Save(Core.Stages.SegmentWork segment) => desk.Newsroom.SegmentActs.Save("autumn-rice-prices", "en", "jonas", new(segment.UnitId, segment.Index, segment.Fingerprint), "Other words.", finish: true).Refusal;
        Assert.AreEqual("live", Save(first)!.Code);
        using var begun = await jonas.Post($"{Rice}/correct", ("reason", "A slip."), ("kind", "Correction"), ("unit", first.UnitId));
        Assert.AreEqual("live", Save(last)!.Code);
        Assert.AreEqual("live", desk.Newsroom.SegmentActs.SendBack("autumn-rice-prices", "en", "jonas", [new(last.UnitId, last.Index, last.Fingerprint)], "Weak.").Refusal!.Code);
        Assert.IsNull(Save(first));
    }

    [TestMethod]
    public async Task Quotation_marks_that_do_not_pair_up_are_told_beside_their_sentence()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__TARGETS__EN__STYLE__QUOTES", "“”‘’"));
        using var jonas = await desk.SignedIn("jonas");
        var segment = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments.First(s => s.Target is { Parts.Length: 1 });
        Assert.IsNull(desk.Newsroom.SegmentActs.Save("sinuiju-customs-trucks", "en", "jonas", new(segment.UnitId, segment.Index, segment.Fingerprint), "He said: \"no", finish: false).Refusal);
        Assert.Contains("its quotation marks do not pair up", (await jonas.Page("/editions/sinuiju-customs-trucks/en")).QuerySelector("main")!.TextContent);
    }

    [TestMethod]
    [DataRow("/segments", "")]
    [DataRow("/shown", "")]
    [DataRow("/by-hand", "")]
    [DataRow("/hold", "/work")]
    [DataRow("/retract", "/work")]
    public async Task The_address_of_an_act_leads_back_to_its_page_when_it_is_loaded_anew(string act, string page)
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Get("/editions/sinuiju-customs-trucks/en" + act);
        Assert.AreEqual("/editions/sinuiju-customs-trucks/en" + page, answer.Headers.Location?.ToString());
    }

    [TestMethod]
    public async Task What_was_typed_is_given_back_where_the_sign_in_had_ended()
    {
        await using var desk = await TestDesk.Start();
        using var nobody = desk.Visitor();
        using var answer = await nobody.Post("/editions/sinuiju-customs-trucks/en/segments", ("act", "save"), ("target", "Words <typed>"));
        Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.AreEqual("Words <typed>", (await TestVisitor.Document(answer)).QuerySelector("main textarea")!.TextContent);
    }

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
    public async Task What_can_hardly_be_a_translation_is_told_beside_the_sentence_in_the_readers_language()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var saved = await Act(jonas, await jonas.Page(Trucks), "s3", "save", ("target", "米の価格が上がった。"));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        Assert.Contains("it is in a script in which 'en' is not written", (await jonas.Page(Trucks)).QuerySelector("#s3")!.TextContent);
        (await jonas.Post("/preferences", ("language", "ko"))).Dispose();
        Assert.Contains("‘en’에서 쓰지 않는 문자로", (await jonas.Page(Trucks)).QuerySelector("#s3")!.TextContent);
    }

    [TestMethod]
    public async Task Markdown_that_was_typed_is_told_beside_its_sentence_and_when_it_is_accepted()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var one = await Act(jonas, await jonas.Page(Trucks + "?show=mine"), "s3", "accept", ("target", "It is **very** bad."));
        Assert.AreEqual(HttpStatusCode.Found, one.StatusCode, await one.Content.ReadAsStringAsync());
        Assert.Contains("it holds signs of Markdown, “**”", (await jonas.Page(one.Headers.Location!.OriginalString)).QuerySelector("#said")!.TextContent, "it is no longer among those that are shown");
        Assert.Contains("it holds signs of Markdown, “**”", (await jonas.Page(Trucks)).QuerySelector("#s3 .beside")!.TextContent);

        var page = await jonas.Page(Trucks);
        using var saved = await Act(jonas, page, "s4", "save", ("target", "It is *so*."));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        using var all = await Whole(jonas, await jonas.Page(Trucks), "accept");
        Assert.AreEqual(HttpStatusCode.Found, all.StatusCode, await all.Content.ReadAsStringAsync());
        var said = (await jonas.Page(all.Headers.Location!.OriginalString)).QuerySelector("#said")!.TextContent;
        Assert.Contains("“*so*”", said);
        Assert.DoesNotContain("“**”", said, "that was told when it was accepted");
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
    public async Task A_long_article_comes_in_pages_and_all_that_is_shown_is_what_the_page_shows()
    {
        await using var desk = await TestDesk.Start();
        desk.Room.Write("translations/articles/long.ko.md", TestDesk.LongArticle);
        await desk.Pass();
        using var mina = await desk.SignedIn("mina");
        var first = await mina.Page("/editions/long/en");
        var second = await mina.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.IsNull(first.QuerySelector("a[rel=prev]"));
        var numbers = new[] { first, second, await mina.Page(second.QuerySelector("a[rel=next]")!.GetAttribute("href")!) }.SelectMany(p => p.QuerySelectorAll("[data-segment]")).Select(s => s.Id).ToList();
        CollectionAssert.AreEqual(Enumerable.Range(1, 301).Select(n => $"s{n}").ToList(), numbers, "each once, in order");
        Assert.AreEqual("301", second.QuerySelector(".tools [aria-current] .count")!.TextContent, "counts are of the whole");

        using var one = await Act(mina, second, "s200", "accept", ("target", "One."));
        Assert.IsNotNull((await mina.Page(one.Headers.Location!.OriginalString)).QuerySelector("#s200.done, #s200.at-Review"), "the same page again");
        using var refused = await Act(mina, second, "s201", "comment", ("target", "Typed"), ("comment", "look"));
        Assert.AreEqual("Typed", (await TestVisitor.Document(refused)).QuerySelector("#s201 textarea[name=target]")!.TextContent);

        using var save = await Act(mina, second, "s202", "save", ("target", "Two."));
        using var other = await Act(mina, first, "s2", "save", ("target", "On the first page."));
        var page = await mina.Page("/editions/long/en?at=200");
        using var all = await Whole(mina, page, "accept");
        Assert.AreEqual(HttpStatusCode.Found, all.StatusCode);
        var edition = desk.Newsroom.Store.Edition("long", "en")!.Edition;
        Assert.AreEqual((1, 0), (edition.Segments[201].Position(edition.Route), edition.Segments[1].Position(edition.Route)));
    }

    [TestMethod]
    [DataRow("same-origin", "gzip")]
    [DataRow("none", "gzip")]
    [DataRow("cross-site", null)]
    [DataRow(null, null)]
    public async Task A_page_is_compressed_unless_another_site_had_asked_for_it(string? asked, string? encoding)
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Trucks, UriKind.Relative)) { Headers = { { "Accept-Encoding", "gzip" } } };
        if (asked is not null)
            request.Headers.Add("Sec-Fetch-Site", asked);
        using var answer = await jonas.Client.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.AreEqual(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [TestMethod]
    public async Task What_another_has_is_not_written_over_before_it_is_handed_over()
    {
        await using var desk = await TestDesk.Start(["jonas", "otto"]);
        Assert.AreEqual("otto", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Assignments["edit"]);
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        Assert.IsEmpty(page.QuerySelectorAll("textarea[name=target], button[value=accept], button[value=send-back]"));
        Assert.AreEqual("0", page.QuerySelector(".tools a[href*='show=mine'] .count")!.TextContent);
        Assert.Contains("is with otto, not with jonas", page.QuerySelector("main > .note:not(.empty)")!.TextContent);
        foreach (var act in new[] { "save", "accept", "send-back" })
        {
            using var refused = await Act(jonas, page, "s1", act, act == "save" ? ("target", "Jonas's words") : ("reason", "Because."));
            Assert.AreEqual(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("is with otto, not with jonas", (await TestVisitor.Document(refused)).QuerySelector("#s1 .refusal")!.TextContent, act);
        }

        Assert.AreEqual("not-assigned", desk.Newsroom.Acts.Accept("sinuiju-customs-trucks", "en", null, "jonas", []).Refusal!.Code, "at the terminal, too");
        using var otto = await desk.SignedIn("otto");
        using var given = await otto.Post(Trucks + "/hand-over", ("stage", "edit"), ("person", "jonas"));
        Assert.AreEqual(HttpStatusCode.Found, given.StatusCode);
        using var accepted = await Act(jonas, await jonas.Page(Trucks), "s1", "accept");
        Assert.AreEqual(HttpStatusCode.Found, accepted.StatusCode);
    }

    [TestMethod]
    public async Task What_a_translator_mends_after_handing_it_in_stays_with_the_editor_until_that_approves_it()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var mended = await Act(mina, await mina.Page(Trucks), "s1", "save", ("target", "Mended"));
        Assert.AreEqual(HttpStatusCode.Found, mended.StatusCode);
        var edition = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition;
        Assert.AreEqual(("Mended", "edit"), (edition.Segments[0].Target!.Text, edition.Stage!.Name));
        using var jonas = await desk.SignedIn("jonas");
        var before = await mina.Page(Trucks);
        using var approved = await Act(jonas, await jonas.Page(Trucks), "s1", "accept");
        Assert.AreEqual(HttpStatusCode.Found, approved.StatusCode);
        Assert.IsNull((await mina.Page(Trucks)).QuerySelector("#s1 textarea[name=target]"), "what would be refused is not offered");
        using var late = await Act(mina, before, "s1", "save", ("target", "Mended again"));
        Assert.Contains("was approved at", (await TestVisitor.Document(late)).QuerySelector("#s1 .refusal")!.TextContent);
    }

    [TestMethod]
    public async Task Words_that_stand_with_the_sentence_before_are_not_written_a_second_time()
    {
        await using var desk = await TestDesk.Start();
        Core.Stages.Edition Now() => desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition;
        var unit = Now().Segments.First(s => s.Index == 1).UnitId;
        Core.Outcome<Core.Stages.Edition> Save(int index, string words) => desk.Newsroom.SegmentActs.Save("sinuiju-customs-trucks", "en", "jonas", Now().Segments.Where(s => s.UnitId == unit && s.Index == index).Select(s => new SegmentPlace(unit, index, s.Fingerprint)).Single(), words, finish: false);
        var row = desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!;
        Assert.IsTrue(desk.Newsroom.Store.Commit(new Engine.Store.Changes { Editions = [(row.Edition with { Segments = [.. row.Edition.Segments.Select(s => s.UnitId == unit && s.Index == 1 ? Emptied(s) : s)] }, row.Version)] }, desk.Newsroom.Clock.GetUtcNow()));
        StringAssert.Contains(Save(1, "Once more.").Refusal!.Message, "Its words stand in the text of a sentence before it", StringComparison.Ordinal);
        Assert.IsNull(Save(0, "The first alone.").Refusal);
        Assert.IsNull(Save(1, "The second.").Refusal);

        static Core.Stages.SegmentWork Emptied(Core.Stages.SegmentWork work) => work with
        {
            Target = Core.Segments.Content.Empty,
            SignOffs = [new Core.Stages.SignOff("translate", "mina", Core.Stages.SegmentWork.FingerprintOf(work.Source, Core.Segments.Content.Empty))],
        };
    }

    [TestMethod]
    public async Task A_translator_does_not_write_over_what_the_editor_changed()
    {
        await using var desk = await TestDesk.Start();
        using var mina = await desk.SignedIn("mina");
        using var jonas = await desk.SignedIn("jonas");
        using var changed = await Act(jonas, await jonas.Page(Trucks), "s1", "save", ("target", "The editor's words"));
        var page = await mina.Page(Trucks);
        Assert.IsNull(page.QuerySelector("#s1 textarea[name=target]"), "what would be refused is not offered");
        using var late = await Act(mina, page, "s1", "save", ("target", "The translator's words"));
        Assert.Contains("jonas changed this text at 'edit'.", (await TestVisitor.Document(late)).QuerySelector("#s1 .refusal")!.TextContent);
        using var back = await Act(jonas, await jonas.Page(Trucks), "s1", "send-back", ("reason", "Look at it again."));
        using var again = await Act(mina, await mina.Page(Trucks), "s1", "save", ("target", "The translator's words"));
        Assert.AreEqual(HttpStatusCode.Found, again.StatusCode);
        Assert.AreEqual("The translator's words", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments[0].Target!.Text);
    }

    [TestMethod]
    public async Task The_board_counts_what_the_page_says_waits_for_me_also_where_one_sentence_went_back()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var back = await Act(jonas, await jonas.Page(Trucks), "s1", "send-back", ("reason", "The name is spelled otherwise."));
        Assert.AreEqual("translate", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Stage!.Name);
        Assert.AreEqual("43", (await jonas.Page(Trucks)).QuerySelector(".tools a[href*='show=mine'] .count")!.TextContent);
        Assert.IsNotNull((await jonas.Page("/?show=mine")).QuerySelector(".board a[href='/editions/sinuiju-customs-trucks/en']"));
    }

    [TestMethod]
    public async Task What_four_eyes_bar_does_not_wait_for_me()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__PEOPLE__EDIT__EN", "mina"));
        using var mina = await desk.SignedIn("mina");
        Assert.AreEqual("0", (await mina.Page(Trucks)).QuerySelector(".tools a[href*='show=mine'] .count")!.TextContent);
    }

    [TestMethod]
    public async Task A_form_from_before_another_sign_in_comes_back_as_a_page_with_the_typed_words()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        jonas.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        jonas.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = "of another sign-in", ["act"] = "save", ["target"] = "한글 <typed>", ["reason"] = "Because" });
        using var answer = await jonas.Send(Trucks + "/segments", content);
        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.AreEqual("text/html", answer.Content.Headers.ContentType!.MediaType);
        var page = await TestVisitor.Document(answer);
        Assert.AreEqual("한글 <typed>\nBecause", page.QuerySelector("main textarea")!.TextContent);
        Assert.AreEqual("오래된 입력입니다", page.QuerySelector("h1")!.TextContent);
        using var back = await jonas.Get(page.QuerySelector("main a")!.GetAttribute("href")!);
        Assert.AreEqual(Trucks, back.Headers.Location!.OriginalString);
    }

    [TestMethod]
    public async Task Words_that_are_not_this_persons_to_send_come_back_too()
    {
        await using var desk = await TestDesk.Start();
        using var aoi = await desk.SignedIn("aoi");
        using var answer = await aoi.Post(Trucks + "/segments", ("act", "save"), ("target", "Typed"));
        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.AreEqual("Typed", (await TestVisitor.Document(answer)).QuerySelector("main textarea")!.TextContent);
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
        using var begun = await jonas.Post("/editions/autumn-rice-prices/en/correct", ("reason", "A slip."), ("kind", "Correction"), ("unit", desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Segments[1].UnitId));
        var page = await jonas.Page("/editions/autumn-rice-prices/en?against=live");
        Assert.IsNull(page.QuerySelector("ins"));
        var draft = page.QuerySelector("#s2 textarea[name=target]")!.TextContent;
        using var saved = await Act(jonas, page, "s2", "save", ("target", draft + " again"));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        Assert.AreEqual("again", (await jonas.Page("/editions/autumn-rice-prices/en?against=live")).QuerySelector("#s2 ins")!.TextContent.Trim());
    }

    [TestMethod]
    public async Task What_is_live_is_held_against_the_same_sentence_wherever_the_source_has_it_now()
    {
        const string Source = "translations/articles/autumn-rice-prices.ko.md", Rice = "/editions/autumn-rice-prices/en", First = "추수가 끝났지만", Second = "해마다 이맘때면";
        await using var desk = await TestDesk.Start();
        string Card(string sentence) => $"#s{desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Segments.ToList().FindIndex(s => s.Source.Text.StartsWith(sentence, StringComparison.Ordinal)) + 1}";
        desk.Room.Write(Source, desk.Room.Read(Source).Replace(First, "새 문장이 앞에 왔다. " + First, StringComparison.Ordinal).Replace(Second, "해마다 이맘때쯤이면", StringComparison.Ordinal));
        await desk.Pass();
        using var mina = await desk.SignedIn("mina");
        var page = await mina.Page(Rice + "?against=live");
        Assert.IsNull(page.QuerySelector(Card(First) + " ins"));
        using var saved = await Act(mina, page, Card("해마다")[1..], "save", ("target", "Each year at about this time prices fell."));
        Assert.AreEqual(HttpStatusCode.Found, saved.StatusCode, await saved.Content.ReadAsStringAsync());
        using var added = await Act(mina, page, Card("새 문장이")[1..], "save", ("target", "A new sentence came first."));
        Assert.AreEqual(HttpStatusCode.Found, added.StatusCode, await added.Content.ReadAsStringAsync());

        var changed = await mina.Page(Rice + "?against=live&show=changed");
        Assert.AreEqual(Card("해마다"), "#" + changed.QuerySelectorAll("[data-segment]").Single().Id);
        Assert.IsNotNull(changed.QuerySelector(Card("해마다") + " ins"));
        Assert.IsNull((await mina.Page(Rice)).QuerySelectorAll(".note").FirstOrDefault(n => n.TextContent.Contains("Live now", StringComparison.Ordinal) && n.Closest(Card("해마다")) is null));
    }

    [TestMethod]
    public async Task What_a_stage_was_given_is_held_against_the_same_sentence_when_one_before_it_was_taken_out()
    {
        const string Source = "translations/articles/autumn-rice-prices.ko.md", Gone = "추수가 끝났지만 북한 시장의 쌀값은 좀처럼 내리지 않고 있다. ";
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        async Task<string> Marked() => string.Join('|', (await jonas.Page("/editions/autumn-rice-prices/en")).QuerySelectorAll("section.segment").Where(s => !s.QuerySelector(".source")!.TextContent.StartsWith("추수가 끝났지만", StringComparison.Ordinal)).SelectMany(s => s.QuerySelectorAll("ins")).Select(i => i.TextContent));
        var before = await Marked();
        Assert.Contains(Gone, desk.Room.Read(Source));
        desk.Room.Write(Source, desk.Room.Read(Source).Replace(Gone, "", StringComparison.Ordinal));
        await desk.Pass();
        Assert.AreEqual(before, await Marked());
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
    [DataRow("comment")]
    [DataRow("send-back")]
    [DataRow("given")]
    [DataRow("match:0")]
    [DataRow("term:0:0")]
    public async Task Whatever_is_pressed_words_that_another_saved_are_told_before_typed_ones_may_replace_them(string act)
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var mina = await desk.SignedIn("mina");
        var stale = await jonas.Page(Trucks);
        using var change = await Act(mina, await mina.Page(Trucks), "s1", "save", ("target", "Hers"));
        Assert.AreEqual(HttpStatusCode.Found, change.StatusCode);
        using var pressed = await Act(jonas, stale, "s1", act, ("target", "His"), ("comment", "look"), ("reason", "because"));
        Assert.AreEqual(HttpStatusCode.Conflict, pressed.StatusCode);
        var told = await TestVisitor.Document(pressed);
        Assert.Contains("mina changed these words", told.QuerySelector("#s1 .refusal")!.TextContent);
        Assert.EndsWith("Hers", told.QuerySelector("#s1 .words")!.TextContent.Trim());
        Assert.AreEqual("His", told.QuerySelector("#s1 textarea[name=target]")!.TextContent);
    }

    [TestMethod]
    [DataRow("save", "target")]
    [DataRow("comment", "comment")]
    [DataRow("send-back", "reason")]
    [DataRow("term:0:0", "target")]
    public async Task What_was_written_to_a_sentence_that_is_gone_meanwhile_is_told_and_given_back(string act, string field)
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        const string Source = "translations/articles/sinuiju-customs-trucks.ko.md";
        var text = desk.Room.Read(Source);
        var heading = text.Split('\n').First(l => l.StartsWith("## ", StringComparison.Ordinal));
        var gone = page.QuerySelectorAll("[data-segment]").First(s => s.QuerySelector(".source")!.TextContent.Trim() == heading[3..].Trim()).Id!;
        desk.Room.Write(Source, text.Replace(heading + "\n\n", "", StringComparison.Ordinal));
        await desk.Pass();
        using var pressed = await Act(jonas, page, gone, act, (field, "Words of mine"));
        Assert.AreEqual(HttpStatusCode.Conflict, pressed.StatusCode);
        var told = await TestVisitor.Document(pressed);
        Assert.Contains("no such segment any more", told.QuerySelector("main [role=alert]")!.TextContent);
        Assert.Contains("Words of mine", told.QuerySelector("main .lost")!.TextContent);
    }

    [TestMethod]
    public async Task A_comment_that_is_refused_stays_a_comment()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        using var longest = await Act(jonas, page, "s1", "comment", ("comment", string.Concat(Enumerable.Repeat("ab\r\n", 666))));
        Assert.AreEqual(HttpStatusCode.Found, longest.StatusCode, "1,998 characters as a browser counts them");
        using var refused = await Act(jonas, page, "s1", "comment", ("comment", new string('c', 2001)));
        var told = await TestVisitor.Document(refused);
        Assert.AreEqual((2001, 0), (told.QuerySelector("#s1 textarea[name=comment]")!.TextContent.Length, told.QuerySelector("#s1 textarea[name=reason]")!.TextContent.Length));
    }

    [TestMethod]
    public async Task A_field_that_nobody_touched_holds_no_words_of_ones_own()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var mina = await desk.SignedIn("mina");
        var stale = await jonas.Page(Trucks);
        using var change = await Act(mina, await mina.Page(Trucks), "s1", "save", ("target", "Hers"));
        using var comment = await Act(jonas, stale, "s1", "comment", ("comment", "look"));
        Assert.AreEqual(HttpStatusCode.Found, comment.StatusCode);
        foreach (var act in new[] { "accept", "send-back", "term:0:0" })
        {
            using var pressed = await Act(jonas, stale, "s1", act, ("reason", "because"));
            Assert.AreEqual(HttpStatusCode.Conflict, pressed.StatusCode);
            Assert.AreEqual("Hers", (await TestVisitor.Document(pressed)).QuerySelector("#s1 textarea[name=target]")!.TextContent, act);
        }
    }

    [TestMethod]
    public async Task Words_typed_beside_an_act_that_was_refused_replace_none_that_came_after_it()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        using var mina = await desk.SignedIn("mina");
        using var refused = await Act(jonas, await jonas.Page(Trucks), "s1", "comment", ("target", "His"), ("comment", "look"));
        var page = await TestVisitor.Document(refused);
        using var change = await Act(mina, await mina.Page(Trucks), "s1", "save", ("target", "Hers"));
        using var save = await Act(jonas, page, "s1", "save");
        Assert.AreEqual(HttpStatusCode.Conflict, save.StatusCode);
        Assert.AreEqual("Hers", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments[0].Target!.Text);
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
    public async Task What_earlier_editions_have_stands_beside_the_sentence_and_is_put_into_the_field()
    {
        await using var desk = await TestDesk.Start();
        var earlier = desk.Newsroom.Store.Edition("autumn-rice-prices", "en")!.Edition.Segments.First(s => s.Target is { IsEmpty: false } && s.Source.Parts.Length == 1 && s.Source.Text.Length > 20);
        desk.Room.Write("translations/articles/rice-again.ko.md", $"---\nlang: ko\ntitle: 다시 쌀값\n---\n\n{earlier.Source.Text}\n\n어제 {earlier.Source.Text}\n");
        await desk.Pass();
        using var mina = await desk.SignedIn("mina");
        var page = await mina.Page("/editions/rice-again/en");
        var same = page.QuerySelectorAll(".match").First(m => m.QuerySelector(".was") is null);
        Assert.Contains("100 %", same.QuerySelector("b")!.TextContent);
        Assert.Contains(earlier.Target!.Text, same.TextContent);
        var alike = page.QuerySelectorAll(".match .was").Single(m => m.QuerySelector("ins")?.TextContent.Trim() == "어제");
        var segment = alike.Closest("[data-segment]")!;
        var button = segment.QuerySelector(".match button")!;
        Assert.AreEqual(segment.QuerySelector("form.target")!.Id, button.GetAttribute("form"), "it sends the sentence's own form");

        using var put = await Act(mina, page, segment.Id!, button.GetAttribute("value")!);
        Assert.AreEqual(HttpStatusCode.OK, put.StatusCode);
        var after = (await TestVisitor.Document(put)).QuerySelector($"#{segment.Id}")!;
        Assert.AreEqual(earlier.Target.Text, after.QuerySelector("textarea[name=target]")!.TextContent);
        Assert.IsTrue(after.QuerySelector("details.edit")!.HasAttribute("open"));
        Assert.IsNull(desk.Newsroom.Store.Edition("rice-again", "en")!.Edition.Segments[0].Target, "nothing is saved before somebody says so");
    }

    [TestMethod]
    public async Task A_term_is_put_behind_what_was_typed()
    {
        await using var desk = await TestDesk.Start();
        desk.Room.Write("translations/terms/own.tsv", "id\tko\ten\tforbidden_en\nx1\t세관\tcustoms house\tcustom house\n");
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        var button = page.QuerySelectorAll("#s1 .terms button").Single(b => b.TextContent == "customs house");
        using var put = await Act(jonas, page, "s1", button.GetAttribute("value")!, ("target", "Typed so far"));
        Assert.AreEqual("Typed so far customs house", (await TestVisitor.Document(put)).QuerySelector("#s1 textarea[name=target]")!.TextContent);
        using var none = await Act(jonas, page, "s1", "term:99:0", ("target", "Typed so far"));
        Assert.AreEqual("Typed so far", (await TestVisitor.Document(none)).QuerySelector("#s1 textarea[name=target]")!.TextContent);
    }

    [TestMethod]
    public async Task An_open_note_keeps_its_sentence_at_a_stage_that_asks_for_it_until_somebody_settles_it()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__STAGES__EDIT__OPENNOTES", "stop"));
        using var jonas = await desk.SignedIn("jonas");
        using var said = await Act(jonas, await jonas.Page(Trucks), "s4", "comment", ("comment", "Which bridge?"));
        Assert.AreEqual(HttpStatusCode.Found, said.StatusCode);
        var page = await jonas.Page(Trucks);
        using var one = await Act(jonas, page, "s3", "accept");
        Assert.AreEqual(HttpStatusCode.Found, one.StatusCode, "others go on");
        using var kept = await Act(jonas, page, "s4", "accept");
        Assert.AreEqual(HttpStatusCode.Conflict, kept.StatusCode);
        Assert.Contains("Which bridge?", (await TestVisitor.Document(kept)).QuerySelector("#s4 .refusal")!.TextContent);
        using var all = await Whole(jonas, await jonas.Page(Trucks), "accept");
        Assert.AreEqual(HttpStatusCode.Conflict, all.StatusCode);
        Assert.AreEqual("open-note", desk.Newsroom.Acts.Accept("sinuiju-customs-trucks", "en", null, "jonas", []).Refusal!.Code, "at the terminal, too");

        using var mina = await desk.SignedIn("mina");
        var hers = await mina.Page(Trucks + "?show=noted");
        using var settled = await Act(mina, hers, "s4", hers.QuerySelector("#s4 .comment button")!.GetAttribute("value")!);
        Assert.AreEqual(HttpStatusCode.Found, settled.StatusCode, await settled.Content.ReadAsStringAsync());
        Assert.AreEqual("mina", desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Comments.Single().Settled!.Person);
        var after = await jonas.Page(Trucks);
        Assert.IsNull(after.QuerySelector("#s4 .comment button"));
        Assert.Contains("settled by mina", after.QuerySelector("#s4 .comment")!.TextContent);
        using var again = await Act(jonas, after, "s4", "accept");
        Assert.AreEqual(HttpStatusCode.Found, again.StatusCode);
        using var twice = await Act(mina, hers, "s4", "settle:1");
        Assert.AreEqual(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [TestMethod]
    public async Task An_open_note_goes_with_its_sentence_when_the_source_article_changes()
    {
        const string Source = "translations/articles/sinuiju-customs-trucks.ko.md", First = "북한 당국이 이달 초부터", Noted = "하루면 끝나던 통관이";
        await using var desk = await TestDesk.Start(("TRANSFLOW__STAGES__EDIT__OPENNOTES", "stop"));
        string Card(string sentence) => $"#s{desk.Newsroom.Store.Edition("sinuiju-customs-trucks", "en")!.Edition.Segments.ToList().FindIndex(s => s.Source.Text.StartsWith(sentence, StringComparison.Ordinal)) + 1}";
        using var jonas = await desk.SignedIn("jonas");
        using var said = await Act(jonas, await jonas.Page(Trucks), Card(Noted)[1..], "comment", ("comment", "Three days?"));
        Assert.AreEqual(HttpStatusCode.Found, said.StatusCode);

        var was = Card(Noted);
        desk.Room.Write(Source, desk.Room.Read(Source).Replace(First, "새 문장이 앞에 왔다. " + First, StringComparison.Ordinal));
        await desk.Pass();
        Assert.AreEqual(was, Card(First), "the sentence before it stands in its place");
        var page = await jonas.Page(Trucks);
        Assert.Contains("Three days?", page.QuerySelector(Card(Noted) + " .comment")!.TextContent);
        Assert.HasCount(1, page.QuerySelectorAll(".comment"));
        using var other = await Act(jonas, page, Card(First)[1..], "accept");
        Assert.AreEqual(HttpStatusCode.Found, other.StatusCode, await other.Content.ReadAsStringAsync());
        using var kept = await Act(jonas, page, Card(Noted)[1..], "accept");
        Assert.AreEqual(HttpStatusCode.Conflict, kept.StatusCode);
        Assert.Contains("Three days?", (await TestVisitor.Document(kept)).QuerySelector(Card(Noted) + " .refusal")!.TextContent);

        var text = desk.Room.Read(Source);
        var gone = text[text.IndexOf(Noted, StringComparison.Ordinal)..text.IndexOf("\n\n평안북도의 한 소식통은", StringComparison.Ordinal)];
        desk.Room.Write(Source, text.Replace(gone, "", StringComparison.Ordinal));
        await desk.Pass();
        var note = (await jonas.Page(Trucks + "?show=noted")).QuerySelector(Card(First) + " .comment")!.TextContent;
        Assert.Contains("Three days?", note);
        Assert.Contains($"about “{gone}”, which is no longer there", note);
    }

    [TestMethod]
    public async Task A_returned_file_changes_a_sentence_with_an_open_note_and_does_not_finish_it()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__STAGES__TRANSLATE__OPENNOTES", "stop"));
        using var mina = await desk.SignedIn("mina");
        using var said = await Act(mina, await mina.Page(Envoys), "s1", "comment", ("comment", "Which envoys?"));
        Assert.AreEqual(HttpStatusCode.Found, said.StatusCode);
        var taken = desk.Newsroom.Acts.Return(TransFlow.Tests.Newsroom.SampleReturns.Translated("envoys-phone-talks"), "x.xlf", "mina").Single();
        Assert.AreEqual(("partly", "open-note", 1), (taken.Outcome, taken.Refusals.FirstOrDefault()?.Code, taken.Left), string.Join('\n', taken.Refusals));
        var edition = desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition;
        Assert.IsTrue(edition.Segments.All(s => s.Target is not null), "no word of it is lost");
        Assert.AreEqual((0, 1), (edition.Segments[0].Position(edition.Route), edition.Segments[1].Position(edition.Route)));
    }

    [TestMethod]
    public async Task What_one_person_goes_on_changing_in_one_sentence_is_one_event()
    {
        await using var desk = await TestDesk.Start();
        int Edits() => desk.Newsroom.Store.Events("envoys-phone-talks", "en").Count(e => e.Event.Kind == "edited");
        using var mina = await desk.SignedIn("mina");
        async Task Save(string segment, string words, string act = "save")
        {
            using var answer = await Act(mina, await mina.Page(Envoys), segment, act, ("target", words));
            Assert.AreEqual(HttpStatusCode.Found, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        await Save("s1", "Envoys");
        await Save("s1", "Envoys talk");
        await Save("s1", "Envoys talk by phone");
        Assert.AreEqual(1, Edits());
        Assert.AreEqual("Envoys talk by phone", desk.Newsroom.Store.Edition("envoys-phone-talks", "en")!.Edition.Segments[0].Target!.Text);
        await Save("s2", "Another");
        await Save("s1", "Envoys talk by telephone");
        Assert.AreEqual(3, Edits(), "another sentence came between");
        desk.Clock.Advance(SegmentActs.LongestSession);
        await Save("s1", "Envoys talk on the telephone");
        Assert.AreEqual(4, Edits(), "after an hour it is another session");
        await Save("s1", "Envoys talk on the telephone", "accept");
        Assert.Contains("Accepted", (await mina.Page(Envoys + "/history")).QuerySelector(".events li")!.TextContent);
        Assert.HasCount(1, (await mina.Page(Envoys + "/history")).QuerySelectorAll(".events li b").Where(b => b.TextContent == "Words changed"), "in the history they are one");
    }

    [TestMethod]
    public async Task A_picture_of_the_newsrooms_own_folder_stands_where_the_article_has_it()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__PICTURES", "static"));
        using var jonas = await desk.SignedIn("jonas");
        Assert.IsNull((await jonas.Page(Trucks)).QuerySelector(".picture img"), "it is not there");
        Assert.Contains("/images/2024/03/yalu-bridge.jpg", (await jonas.Page(Trucks)).QuerySelector(".picture")!.TextContent);
        byte[] png = [0x89, .. "PNG\r\n"u8, .. new byte[40]];
        var path = desk.Room.PathOf("static/images/2024/03/yalu-bridge.jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, png);
        var page = await jonas.Page(Trucks);
        var picture = page.QuerySelector(".picture img")!;
        Assert.IsNotNull(picture.Closest(".block")!.QuerySelector(".kind .what")!.TextContent.StartsWith("Image", StringComparison.Ordinal) ? picture : null, "at its own words");
        using var shown = await jonas.Get(picture.GetAttribute("src")!);
        Assert.AreEqual("image/png", shown.Content.Headers.ContentType!.MediaType, "by what it is, not by its name");
        CollectionAssert.AreEqual(png, await shown.Content.ReadAsByteArrayAsync());
        using var aoi = await desk.SignedIn("aoi");
        Assert.AreEqual(HttpStatusCode.Forbidden, (await aoi.Get(picture.GetAttribute("src")!)).StatusCode);
    }

    [TestMethod]
    [DataRow("/../../transflow.json")]
    [DataRow("/%2e%2e/%2e%2e/transflow.json")]
    [DataRow("../../secret.png")]
    [DataRow("/link/secret.png")]
    [DataRow("/words.png")]
    [DataRow("/large.png")]
    [DataRow("file:///etc/hostname")]
    [DataRow("https://elsewhere.example/x.png")]
    [DataRow("//elsewhere.example/x.png")]
    public async Task Nothing_else_is_shown_for_a_picture(string address)
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__PICTURES", "static"));
        byte[] png = [0x89, .. "PNG\r\n"u8, .. new byte[40]];
        Directory.CreateDirectory(desk.Room.PathOf("static"));
        Directory.CreateDirectory(desk.Room.PathOf("elsewhere"));
        File.WriteAllBytes(desk.Room.PathOf("secret.png"), png);
        File.WriteAllBytes(desk.Room.PathOf("elsewhere/secret.png"), png);
        File.WriteAllText(desk.Room.PathOf("static/words.png"), "no picture at all, but words");
        File.WriteAllBytes(desk.Room.PathOf("static/large.png"), [.. png, .. new byte[Editions.PictureRoutes.Largest]]);
        Directory.CreateSymbolicLink(desk.Room.PathOf("static/link"), desk.Room.PathOf("elsewhere"));
        desk.Room.Write("translations/articles/pictured.ko.md", $"---\nlang: ko\ntitle: 사진\n---\n\n![사진]({address})\n\n글이다.\n");
        await desk.Pass();
        using var jonas = await desk.SignedIn("jonas");
        using var shown = await jonas.Get("/editions/pictured/en/pictures/0");
        Assert.AreEqual(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.IsFalse((await jonas.Page("/editions/pictured/en")).QuerySelectorAll(".picture img").Any(i => i.GetAttribute("src")!.Contains("elsewhere", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Pictures_of_the_site_are_loaded_only_where_the_settings_say_so()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__DESK__IMAGES", "site"));
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Get(Trucks);
        Assert.Contains("img-src 'self' https://example.com;", answer.Headers.GetValues("Content-Security-Policy").Single());
        var picture = (await TestVisitor.Document(answer)).QuerySelector(".picture img")!;
        Assert.AreEqual(("https://example.com/images/2024/03/yalu-bridge.jpg", "no-referrer"), (picture.GetAttribute("src"), picture.GetAttribute("referrerpolicy")));
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
    public async Task All_that_is_shown_gets_one_comment_by_one_form()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        using var empty = await Whole(jonas, page, "comment");
        Assert.AreEqual(HttpStatusCode.Conflict, empty.StatusCode);
        using var answer = await Whole(jonas, page, "comment", ("comment", "Check the names."));
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await jonas.Page(Trucks);
        Assert.HasCount(after.QuerySelectorAll("section.segment").Length, after.QuerySelectorAll(".note.comment"));
    }

    [TestMethod]
    public async Task Words_and_fields_have_the_language_and_the_direction_of_their_side()
    {
        await using var desk = await TestDesk.Start();
        using var jonas = await desk.SignedIn("jonas");
        var page = await jonas.Page(Trucks);
        foreach (var (part, language) in new[] { (".words", "en"), ("textarea[name=target]", "en"), (".source", "ko") })
            Assert.IsTrue(page.QuerySelectorAll(part).All(e => e.GetAttribute("dir") == "ltr" && e.GetAttribute("lang") == language), part);
        Assert.AreEqual("ltr", (await jonas.Page(Trucks + "/preview/target")).DocumentElement.GetAttribute("dir"));
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

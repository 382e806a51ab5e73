using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>The desk as people meet it: a real browser over the running worker.</summary>
[TestClass]
[DoNotParallelize]
public sealed class BrowserTests : InBrowser
{
    private const string Trucks = "/editions/sinuiju-customs-trucks/en";
    private const string Envoys = "/editions/envoys-phone-talks/en";
    private const string Published = "translations/published/en/sinuiju-customs-trucks.en.md";

    [TestMethod]
    public async Task An_editor_signs_in_reads_approves_and_the_worker_publishes()
    {
        using var desk = await WorkerDesk.Start(null, "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.Go(Trucks);
        Assert.AreEqual("/sign-in", await tab.Text("location.pathname"), "first a person signs in");
        await tab.SignIn("jonas");
        await tab.Picture("board");
        await tab.Leave(() => tab.Click(".board .title"));
        Assert.AreEqual(Trucks, await tab.Text("location.pathname"));
        await tab.Picture("edition");
        await tab.Leave(() => tab.Click("#s1 button.main"));
        Assert.IsTrue(await tab.Is("document.querySelector('#s1').classList.contains('done')"));
        await tab.Leave(() => tab.Click(".whole button.main"));
        Assert.Contains("done", await tab.TextOf("#said"));
        await NewsroomProcess.Until(() => desk.Room.Exists(Published), "published");
        await tab.Go(Trucks + "/preview");
        await tab.Picture("preview");
    }

    [TestMethod]
    public async Task What_is_sent_back_comes_to_the_translator_with_its_reason()
    {
        using var desk = await WorkerDesk.Start(null, "jonas", "mina");
        var editor = await Browser.Open(desk.Address);
        await editor.SignIn("jonas");
        await editor.Go(Trucks);
        await editor.Click("#s2 details.back summary");
        await editor.Type("#s2 [name=reason]", "The name is spelled otherwise.");
        await editor.Leave(() => editor.Click("#s2 button[value=send-back]"));
        Assert.Contains("sent back", await editor.TextOf("#said"));

        var translator = await Browser.Open(desk.Address);
        await translator.SignIn("mina");
        await translator.Go(Trucks + "?show=mine");
        Assert.Contains("The name is spelled otherwise.", await translator.TextOf("#s2 .beside"));
        await translator.Picture("sent-back");
        await NewsroomProcess.Until(() => desk.Room.Exists("translations/en/translate/sinuiju-customs-trucks.xlf"), "handed out again");
    }

    [TestMethod]
    public async Task Words_are_changed_in_place_saved_by_themselves_and_chips_survive_deleting()
    {
        using var desk = await WorkerDesk.Start(null, "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("jonas");
        await tab.Go(Trucks);
        var id = await tab.Text("[...document.querySelectorAll('textarea[name=target]')].find(f => f.value.split('{').length > 2).closest('[data-segment]').id");
        await tab.Click($"#{id} details.edit summary");
        var marks = await tab.Text($"document.querySelector('#{id} textarea').value.match(/\\{{[^}}]*\\}}/g).join(' ')");
        await tab.Picture("chips");
        Assert.DoesNotContain("{", await tab.TextOf($"#{id} details.edit .hint"), "markers are not to be seen here");

        await tab.Click($"#{id} .field");
        await tab.Value($"getSelection().selectAllChildren(document.querySelector('#{id} .field'))");
        await tab.Press("Delete");
        Assert.AreEqual("", await tab.Text($"[...document.querySelector('#{id} .field').childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('').trim()"));
        Assert.AreEqual(marks, await tab.Text($"(document.querySelector('#{id} textarea').value.match(/\\{{[^}}]*\\}}/g) ?? []).join(' ')"), "all words went, no chip did");
        await tab.Value($"getSelection().collapse(document.querySelector('#{id} .field'), document.querySelector('#{id} .field').childNodes.length)");
        for (var i = 0; i < 4; i++)
            await tab.Press("Backspace");
        Assert.AreEqual(marks, await tab.Text($"(document.querySelector('#{id} textarea').value.match(/\\{{[^}}]*\\}}/g) ?? []).join(' ')"));
        await tab.Value($"(() => {{ const f = document.querySelector('#{id} .field'); const chip = f.querySelector('.chip'); getSelection().collapse(f, [...f.childNodes].indexOf(chip) + 1); f.focus(); }})()");
        await tab.Type("Written anew");
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        Assert.Contains("Written anew", await tab.TextOf($"#{id} .words"));
        await tab.Go(Trucks);
        Assert.Contains("Written anew", await tab.Text($"document.querySelector('#{id} textarea').value"));
        Assert.IsTrue(await tab.Is($"document.querySelector('#{id} .words ins')"), "marked against what the translator delivered");
        await tab.Picture("changed");
    }

    [TestMethod]
    public async Task A_chip_is_taken_out_on_purpose_alone_and_is_put_back_by_a_button()
    {
        using var desk = await WorkerDesk.Start(null, "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("jonas");
        await tab.Go(Trucks);
        var id = await tab.Text("[...document.querySelectorAll('textarea[name=target]')].find(f => f.value.includes('{')).closest('[data-segment]').id");
        await tab.Click($"#{id} details.edit summary");
        var before = await tab.Text($"document.querySelectorAll('#{id} .field .chip').length");
        await tab.Click($"#{id} .field .chip");
        await tab.Press("Delete");
        await tab.Until($"document.querySelectorAll('#{id} .field .chip').length < {before} && document.querySelector('#{id} .tray button')");
        await tab.Click($"#{id} .tray button");
        await tab.Until($"document.querySelectorAll('#{id} .field .chip').length === {before}");
        Assert.IsTrue(await tab.Is($"document.activeElement === document.querySelector('#{id} .field')"));
    }

    [TestMethod]
    public async Task Of_two_browsers_the_second_to_change_a_sentence_is_told_and_loses_nothing()
    {
        using var desk = await WorkerDesk.Start(r => r.Environment["TRANSFLOW__PEOPLE__TRANSLATE__EN"] = "mina", "mina", "jonas");
        var (first, second) = (await Browser.Open(desk.Address), await Browser.Open(desk.Address));
        foreach (var tab in new[] { first, second })
        {
            await tab.SignIn("mina");
            await tab.Go(Envoys);
        }

        await first.Type("#s1 .field", "Words of the first");
        await first.Until("document.querySelector('#s1 .state').textContent === 'Saved by itself.'");
        await second.Type("#s1 .field", "Words of the second");
        await second.Until("document.querySelector('#s1 .state.bad')");
        Assert.Contains("mina changed these words", await second.TextOf("#s1 .state"));
        Assert.Contains("Words of the second", await second.TextOf("#s1 .field"));
        await second.Picture("conflict");

        var editor = await Browser.Open(desk.Address);
        await editor.SignIn("jonas");
        await editor.Go(Envoys);
        Assert.Contains("mina", await editor.TextOf("#others"));
    }

    [TestMethod]
    public async Task Everything_can_be_done_from_the_keyboard()
    {
        using var desk = await WorkerDesk.Start(null, "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.Go("/sign-in");
        await tab.Until("document.activeElement?.name === 'person'");
        await tab.Type("jonas");
        await tab.Press("Tab");
        await tab.Type(Driver.TestDesk.Password);
        await tab.Leave(() => tab.Press("Enter"));
        await tab.Go(Trucks);
        await tab.Press("?", 8);
        await tab.Until("document.querySelector('dialog[open]')");
        Assert.IsTrue(await tab.Is("document.activeElement.matches('dialog h1')"), "it begins at its beginning");
        await tab.Picture("keys");
        await tab.Press("Escape");
        await tab.Until("!document.querySelector('dialog[open]')");

        await tab.Press("j");
        await tab.Press("j");
        Assert.AreEqual("s2", await tab.Text("document.activeElement.id"));
        Assert.AreNotEqual("none", await tab.Text("getComputedStyle(document.activeElement).outlineStyle"), "where one is can be seen");
        await tab.Press("e");
        Assert.IsTrue(await tab.Is("document.activeElement.matches('#s2 .field')"));
        await tab.Press("End", 2);
        await tab.Type(" indeed");
        await tab.Leave(() => tab.Press("Enter", 2));
        Assert.IsTrue(await tab.Is("document.querySelector('#s2').classList.contains('done')"), "saved and accepted");
        Assert.Contains("indeed", await tab.TextOf("#s2 .words"));
        Assert.AreEqual("s3", await tab.Text("document.activeElement.id"), "and one is at the next that waits");
        await tab.Leave(() => tab.Press("a"));
        Assert.AreEqual("s4", await tab.Text("document.activeElement.id"));
        await tab.Press("e");
        await tab.Press("Escape");
        await tab.Press("s");
        await tab.Type("Because.");
        await tab.Leave(() => tab.Press("Enter", 2));
        Assert.Contains("Because.", await tab.TextOf("#s4 .beside"), "nothing was accepted");
        await tab.Press("A", 8);
        Assert.IsTrue(await tab.Is("document.activeElement.closest('.whole')"));
        await tab.Leave(() => tab.Press("p"));
        Assert.EndsWith("/preview", await tab.Text("location.pathname"));
        await tab.Leave(() => tab.Press("b"));
        await tab.Press("/");
        Assert.AreEqual("search", await tab.Text("document.activeElement.id"));
    }

    [TestMethod]
    public async Task A_long_article_comes_in_pages_that_keys_turn_and_makes_the_fields_that_are_near()
    {
        using var desk = await WorkerDesk.Start(r => r.Write("translations/articles/long.ko.md", Driver.TestDesk.LongArticle), "mina");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("mina");
        await tab.Go("/editions/long/en#s148");
        Assert.AreEqual("148", await tab.Text("document.querySelectorAll('textarea[name=target]').length"));
        Assert.IsTrue(await tab.Is("document.querySelectorAll('.field').length < 100"), "those that nobody sees are not made");
        Assert.AreEqual("s148", await tab.Text("document.activeElement.id"));
        await tab.Leave(() => tab.Press("j"));
        Assert.AreEqual("s149", await tab.Text("document.activeElement.id"));
        await tab.Press("e");
        await tab.Type("Typed on the second page");
        await tab.Leave(() => tab.Press("Enter", 2));
        Assert.Contains("Typed on the second page", await tab.TextOf("#s149 .words"));
        Assert.AreEqual("s150", await tab.Text("document.activeElement.id"), "the next that waits");
        await tab.Press("k");
        Assert.AreEqual("s149", await tab.Text("document.activeElement.id"));
        await tab.Leave(() => tab.Press("k"));
        Assert.AreEqual("s148", await tab.Text("document.activeElement.id"));
    }

    [TestMethod]
    public async Task Keys_of_one_letter_can_be_switched_off()
    {
        using var desk = await WorkerDesk.Start(null, "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("jonas");
        await tab.Value("document.querySelector('[name=keys]').value = 'off'");
        await tab.Leave(() => tab.Click(".foot button"));
        await tab.Go(Trucks);
        await tab.Press("j");
        Assert.AreNotEqual("s1", await tab.Text("document.activeElement.id"));
    }

    [TestMethod]
    public async Task Every_decision_is_made_without_scripts()
    {
        using var desk = await WorkerDesk.Start(null, "jonas", "mina");
        var tab = await Browser.Open(desk.Address, hasScripts: false);
        await tab.SignIn("jonas");
        await tab.Go(Trucks);
        Assert.IsFalse(await tab.Is("document.querySelector('.field')"), "there are plain fields only");
        await tab.Leave(() => tab.Click("#s1 button[value=accept]"));
        Assert.IsTrue(await tab.Is("document.querySelector('#s1').classList.contains('done')"));
        await tab.Click("#s2 details.back summary");
        await tab.Type("#s2 [name=reason]", "Look again.");
        await tab.Leave(() => tab.Click("#s2 button[value=send-back]"));
        Assert.Contains("Look again.", await tab.TextOf("#s2 .beside"));
        await tab.Click("#s3 details.more:not(.back) summary");
        await tab.Type("#s3 [name=comment]", "Good.");
        await tab.Leave(() => tab.Click("#s3 button[value=comment]"));
        Assert.Contains("Good.", await tab.TextOf("#s3 .beside"));
        await tab.Click("#s4 details.edit summary");
        await tab.Type("#s4 textarea[name=target]", "Plain ");
        await tab.Leave(() => tab.Click("#s4 button[value=save]"));
        Assert.Contains("Plain", await tab.TextOf("#s4 .words"));
        await tab.Picture("no-scripts");
    }

    [TestMethod]
    public async Task Korean_is_typed_as_an_input_method_types_it()
    {
        using var desk = await WorkerDesk.Start(null, "mina");
        var tab = await Browser.Open(desk.Address, language: "ko");
        await tab.SignIn("mina");
        Assert.AreEqual("ko", await tab.Text("document.documentElement.lang"));
        Assert.Contains("현황판", await tab.TextOf("h1"));
        await tab.Type("#search", "북핵");
        await tab.Leave(() => tab.Press("Enter"));
        Assert.AreEqual("1", await tab.Text("document.querySelectorAll('.board tbody tr').length"));
        await tab.Go(Envoys);
        await tab.Click("#s1 .field");
        await tab.Compose("ㅎ", "하", "한");
        await tab.Compose("ㄱ", "그", "글");
        await tab.Until("document.querySelector('#s1 .state').textContent === '자동 저장했습니다.'");
        Assert.AreEqual("한글", await tab.Text("document.querySelector('#s1 textarea').value"));
        await tab.Picture("korean");
        await tab.Go(Envoys);
        Assert.AreEqual("한글", (await tab.TextOf("#s1 .words")).Trim());
    }

    [TestMethod]
    public async Task A_match_is_taken_by_a_key_and_a_term_at_the_cursor_by_a_click()
    {
        using var desk = await WorkerDesk.Start(
            r =>
            {
                r.Write("translations/articles/rice-again.ko.md", "---\nlang: ko\ntitle: 다시 쌀값\n---\n\n![쌀자루](rice.png)\n\n보건증은 1년마다 갱신한다.\n\n세관 건물을 보았다.\n");
                r.Write("translations/articles/health-cards.ko.md", "---\nlang: ko\ntitle: 보건증\n---\n\n보건증은 2년마다 갱신한다.\n");
                r.Write("translations/terms/own.tsv", "id\tko\ten\nx1\t세관\tcustoms house\n");
                File.WriteAllBytes(r.PathOf("translations/articles/rice.png"), Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mP4z8BAEmIY1TCqYfhqAACQ+f8B8u7oVwAAAABJRU5ErkJggg=="));
            },
            "mina", "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("mina");
        await tab.Go("/editions/health-cards/en");
        foreach (var (segment, words) in new[] { ("s1", "Health cards"), ("s2", "A health card is renewed every two years.") })
        {
            await tab.Type($"#{segment} .field", words);
            await tab.Leave(() => tab.Press("Enter", 2));
        }

        var editor = await Browser.Open(desk.Address);
        await editor.SignIn("jonas");
        await editor.Go("/editions/health-cards/en");
        await editor.Leave(() => editor.Click(".whole button.main"));

        await tab.Go("/editions/rice-again/en");
        await tab.Until("document.querySelector('.picture img').naturalWidth > 0");
        var id = await tab.Text("document.querySelector('.match').closest('[data-segment]').id");
        await tab.Value($"document.querySelector('#{id}').focus()");
        await tab.Press("m");
        Assert.AreEqual("A health card is renewed every two years.", await tab.TextOf($"#{id} .field"));
        Assert.AreEqual("2년마다 1년마다", await tab.Text($"[...document.querySelectorAll('#{id} .match .was :is(ins, del)')].map(e => e.textContent.trim()).join(' ')"));
        await tab.Until($"document.querySelector('#{id} .state').textContent === 'Saved by itself.'");
        await tab.Picture("match");

        var at = await tab.Text("document.querySelector('.terms .put').closest('[data-segment]').id");
        await tab.Type($"#{at} .field", "We saw the  building.");
        await tab.Value($"getSelection().collapse(document.querySelector('#{at} .field').firstChild, 'We saw the '.length)");
        await tab.Click($"#{at} .terms .put");
        Assert.AreEqual("We saw the customs house building.", await tab.Text($"document.querySelector('#{at} textarea').value"));
    }

    [TestMethod]
    public async Task Every_page_fits_a_phone_and_meets_what_WCAG_asks_of_contrast_names_and_structure()
    {
        using var desk = await WorkerDesk.Start(null, "eva", "jonas");
        string[] pages = ["/", "/?show=all", Trucks, Trucks + "/preview", Trucks + "/history", Trucks + "/work", "/packages", "/history", "/schedule", "/people", "/health", "/keys"];
        var found = new List<string>();
        foreach (var (width, isDark, language) in new[] { (320, false, "ko"), (320, false, "en"), (1280, true, "en"), (800, false, "en") })
        {
            var tab = await Browser.Open(desk.Address, width, 740, language: language, isDark: isDark);
            await tab.SignIn("eva");
            foreach (var page in pages)
            {
                await tab.Go(page);
                var problems = JsonNode.Parse(await tab.Text(PageAudit.Script(width)))!.AsArray();
                Assert.AreEqual(isDark ? "dark" : "light", await tab.Text("getComputedStyle(document.documentElement).colorScheme"), "scrollbars and controls follow");
                Assert.IsFalse(page == "/people" && await tab.Is("[...document.querySelectorAll('main *')].some(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')"), $"the table of people scrolls sideways at {width}");
                await tab.Picture($"{(isDark ? "dark" : "light")}-{width}-{page.Split('?')[0].Trim('/').Replace('/', '-')}");
                found.AddRange(problems.Select(p => $"{page} at {width} {(isDark ? "dark" : "light")} {language}: {p}"));
            }
        }

        Assert.AreEqual("", string.Join('\n', found));
    }

    [TestMethod]
    public async Task What_an_article_brings_along_does_not_run_on_the_desk()
    {
        using var desk = await WorkerDesk.Start(r => r.Write("translations/articles/hostile.ko.md", """
            ---
            lang: ko
            title: <script>parent.document.title='owned'</script>나쁜 기사
            ---

            첫 문장이다.

            <script>document.title = 'owned'; try { parent.document.title = 'owned' } catch { }</script>

            <img src="x" onerror="document.title = 'owned'">

            <form action="/sign-out" method="post"><button id="trap">누르기</button></form>

            <meta http-equiv="refresh" content="0;url=https://evil.example/">

            """.ReplaceLineEndings("\n")), "jonas");
        var tab = await Browser.Open(desk.Address);
        await tab.SignIn("jonas");
        await tab.Go("/editions/hostile/en/preview");
        await tab.Until("['source', 'target'].every(s => performance.getEntriesByType('resource').some(e => e.name.endsWith('/preview/' + s) && e.responseEnd > 0))");
        await tab.Settle();
        Assert.AreNotEqual("owned", await tab.Text("document.title"));
        await tab.Picture("hostile");
        foreach (var side in new[] { "source", "target" })
        {
            await tab.Go($"/editions/hostile/en/preview/{side}");
            Assert.AreEqual("null", await tab.Text("self.origin"), "its origin is nobody's");
            Assert.AreNotEqual("owned", await tab.Text("document.title"));
            await tab.Click("#trap");
            await tab.Settle();
            Assert.EndsWith(side, await tab.Text("location.pathname"), "a form in it goes nowhere");
        }

        await tab.Go("/");
        Assert.AreEqual("/", await tab.Text("location.pathname"), "still signed in");
    }
}

using System.Net;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

/// <summary>A published file that somebody changed, on the desk: without scripts, by those who edit.</summary>
[TestClass]
public sealed class HandChangeTests
{
    private const string Story = "autumn-rice-prices";
    private const string Page = $"translations/published/en/{Story}.en.md";

    [TestMethod]
    public async Task An_editor_sees_the_change_and_takes_it_in_by_a_form()
    {
        await using var desk = await Changed();
        using var jonas = await desk.SignedIn("jonas");
        var part = (await jonas.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand")!;
        Assert.AreEqual("12-paragraph", part.QuerySelector("li b")!.TextContent);
        Assert.Contains("show little sign", part.QuerySelector("del")!.TextContent);
        Assert.Contains("show no sign", part.QuerySelector("ins")!.TextContent);
        Assert.HasCount(2, part.QuerySelectorAll("form[action$='/by-hand']"));
        var seen = part.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "take"), ("seen", seen), ("reason", "Typed by the web desk."), ("kind", "Silent"));
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("show no sign", desk.Newsroom.Store.Edition(Story, "en")!.Edition.Segments.First(s => s.Target!.Text.Contains("rice prices at North Korean", StringComparison.Ordinal)).Target!.Text);
        Assert.Contains("It is decided", (await jonas.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand")!.TextContent);
    }

    [TestMethod]
    public async Task A_kind_that_there_is_not_is_none()
    {
        await using var desk = await Changed();
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "take"), ("seen", await Seen(jonas)), ("reason", "Typed."), ("kind", "7"));
        Assert.IsTrue(Enum.IsDefined(desk.Newsroom.Store.Edition(Story, "en")!.Edition.Correction?.Kind ?? default));
        await jonas.Page($"/editions/{Story}/en/work");
    }

    [TestMethod]
    public async Task The_board_tells_editors_of_it_until_it_is_decided()
    {
        await using var desk = await Changed();
        using var jonas = await desk.SignedIn("jonas");
        var row = (await jonas.Page("/?show=mine")).QuerySelectorAll(".board tbody tr").Single(r => r.TextContent.Contains(Story, StringComparison.Ordinal));
        Assert.Contains("changed by hand", row.TextContent);
        using var mina = await desk.SignedIn("mina");
        Assert.DoesNotContain(Story, (await mina.Page("/?show=mine")).QuerySelector("main")!.TextContent, "she edits nothing");
        Assert.Contains(Story, (await mina.Page("/?show=open")).QuerySelector(".board")!.TextContent);
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "discard"), ("seen", await Seen(jonas)));
        await desk.Pass();
        Assert.DoesNotContain(Story, (await jonas.Page("/?show=mine")).QuerySelector("main")!.TextContent);
    }

    [TestMethod]
    public async Task Where_a_change_stands_is_told_in_the_persons_language()
    {
        await using var desk = await Changed();
        desk.Room.Write(Page, desk.Room.Read(Page).Replace("category: economy", "category: markets", StringComparison.Ordinal).Replace("The harvest is over", "A block more.\n\nThe harvest is over", StringComparison.Ordinal)
            .Replace("Edited by Jonas Reed", "Edited by J. Reed", StringComparison.Ordinal));
        using var jonas = await desk.SignedIn("jonas");
        jonas.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        jonas.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        var places = (await jonas.Page($"/editions/{Story}/en")).QuerySelectorAll("section.by-hand > ul > li > b").Select(b => b.TextContent).ToList();
        CollectionAssert.IsSubsetOf(new[] { "머리글: category", "새 단락", "편집 양식" }, places, string.Join(" | ", places));
    }

    [TestMethod]
    public async Task It_is_discarded_by_the_other_form_and_a_copy_is_kept()
    {
        await using var desk = await Changed();
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "discard"), ("seen", await Seen(jonas)));
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("show no sign", desk.Room.Read($"translations/rejected/{Story}.en.md"));
    }

    [TestMethod]
    public async Task What_would_come_back_is_listed_beside_a_tick_without_which_nothing_is_decided()
    {
        await using var desk = await Changed();
        var block = desk.Room.Read(Page).Split('\n').First(l => l.StartsWith("Future prices", StringComparison.Ordinal));
        desk.Room.Write(Page, desk.Room.Read(Page).Replace(block + "\n", "", StringComparison.Ordinal));
        using var jonas = await desk.SignedIn("jonas");
        var forms = (await jonas.Page($"/editions/{Story}/en")).QuerySelectorAll("section.by-hand form");
        Assert.HasCount(2, forms);
        foreach (var form in forms)
        {
            Assert.Contains(block[..30], form.QuerySelector("li")!.ParentElement!.TextContent);
            Assert.IsTrue(form.QuerySelector("input[name=put-back]")!.HasAttribute("required"));
        }

        foreach (var act in new[] { "take", "discard" })
        {
            using var refused = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", act), ("seen", await Seen(jonas)), ("reason", "Why <it> is"), ("kind", "Update"), ("line", "What readers are told"));
            Assert.AreEqual(HttpStatusCode.Conflict, refused.StatusCode);
            var page = await TestVisitor.Document(refused);
            Assert.Contains(block[..30], page.QuerySelector("[role=alert]")!.TextContent);
            Assert.DoesNotContain("--put-back", page.QuerySelector("[role=alert]")!.TextContent, "what the terminal has is no help here");
            Assert.AreEqual("Why <it> is", page.QuerySelector(".by-hand textarea[name=reason]")!.TextContent);
            Assert.AreEqual("What readers are told", page.QuerySelector(".by-hand input[name=line]")!.GetAttribute("value"));
            Assert.AreEqual("Update", page.QuerySelector(".by-hand option[selected]")!.GetAttribute("value"));
        }

        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "take"), ("seen", await Seen(jonas)), ("reason", "x"), ("kind", "Silent"), ("put-back", "yes"));
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [TestMethod]
    public async Task Who_does_not_edit_sees_it_without_forms_and_is_refused()
    {
        await using var desk = await Changed();
        using var mina = await desk.SignedIn("mina");
        var part = (await mina.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand")!;
        Assert.IsEmpty(part.QuerySelectorAll("form"));
        using var answer = await mina.Post($"/editions/{Story}/en/by-hand", ("act", "discard"));
        Assert.AreEqual(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.IsFalse(desk.Room.Exists($"translations/rejected/{Story}.en.md"));
    }

    [TestMethod]
    public async Task A_file_that_changed_again_since_the_page_was_shown_is_not_decided_on()
    {
        await using var desk = await Changed();
        using var jonas = await desk.SignedIn("jonas");
        var seen = await Seen(jonas);
        desk.Room.Write(Page, desk.Room.Read(Page).Replace("no sign", "not one sign", StringComparison.Ordinal));
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "take"), ("seen", seen), ("reason", "x"));
        Assert.AreEqual(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.IsNotNull((await TestVisitor.Document(answer)).QuerySelector("[role=alert]"));
    }

    [TestMethod]
    public async Task A_file_that_cannot_be_read_is_told_as_that_and_can_be_given_up()
    {
        await using var desk = await Changed();
        desk.Room.Write(Page, "---\ntitle: \"not closed\nlang: en\n---\n\nText.\n");
        using var jonas = await desk.SignedIn("jonas");
        var part = (await jonas.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand")!;
        Assert.Contains("the file cannot be read as a page", part.TextContent);
        Assert.Contains("Line ", part.TextContent);
        using var answer = await jonas.Post($"/editions/{Story}/en/by-hand", ("act", "discard"), ("seen", await Seen(jonas)), ("put-back", "yes"));
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("not closed", desk.Room.Read($"translations/rejected/{Story}.en.md"));
    }

    [TestMethod]
    public async Task What_takes_a_sentence_from_the_page_says_so()
    {
        await using var desk = await Changed();
        var page = desk.Room.Read(Page);
        desk.Room.Write(Page, page.Remove(page.IndexOf("The harvest is over", StringComparison.Ordinal), page.IndexOf("Every year around", StringComparison.Ordinal) - page.IndexOf("The harvest is over", StringComparison.Ordinal)));
        using var jonas = await desk.SignedIn("jonas");
        Assert.Contains("This sentence will be missing from the page.", (await jonas.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand li")!.TextContent);
    }

    [TestMethod]
    public async Task A_preview_stands_in_the_sites_own_template_under_the_same_policy()
    {
        await using var desk = await TestDesk.Start(("TRANSFLOW__PREVIEW__TEMPLATE", Template()));
        using var jonas = await desk.SignedIn("jonas");
        using var answer = await jonas.Get($"/editions/{Story}/en/preview/target");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("sandbox; default-src 'none'; style-src 'sha256-", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("script-src", policy);
        var page = await TestVisitor.Document(answer);
        Assert.AreEqual("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Translated by Mina Park", page.QuerySelector("article.site")!.TextContent);
    }

    private static string Template()
    {
        var file = Path.Combine(Path.GetTempPath(), $"transflow-template-{Environment.ProcessId}.html");
        File.WriteAllText(file, "<!DOCTYPE html><html lang=\"{{lang}}\" dir=\"{{dir}}\"><head><title>{{title}}</title><style>p { color: #222; }</style></head><body><article class=\"site\">{{content}}</article></body></html>");
        return file;
    }

    private static async Task<string> Seen(TestVisitor visitor) =>
        (await visitor.Page($"/editions/{Story}/en")).QuerySelector("section.by-hand input[name=seen]")!.GetAttribute("value")!;

    private static async Task<TestDesk> Changed()
    {
        var desk = await TestDesk.Start();
        desk.Room.Write(Page, desk.Room.Read(Page).Replace("show little sign", "show no sign", StringComparison.Ordinal));
        await desk.Newsroom.Step("sweep", CancellationToken.None);
        return desk;
    }
}

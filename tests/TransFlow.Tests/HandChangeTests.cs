using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>A fix that somebody typed straight into a published file.</summary>
[TestClass]
public sealed class HandChangeTests
{
    private const string Story = "autumn-rice-prices";
    private const string Page = $"translations/published/en/{Story}.en.md";

    [TestMethod]
    public async Task A_fix_goes_back_to_its_segment_and_the_next_page_is_the_file_as_it_was_fixed()
    {
        using var room = await Live();
        Fix(room, "show little sign of coming down. Every year", "show no sign of coming down. Every single year");
        Fix(room, "in our [price archive]", "in the [price archive]");
        Fix(room, "title: 'Rice prices hold", "title: 'Rice prices stay");
        var fixedPage = room.Read(Page);
        await room.Do("run", "--once");
        Assert.Contains("transflow changes", (string)(await room.Edition(Story))["next"]!);
        await room.Do("changes", Story, "-l", "en", "--json");
        var report = JsonNode.Parse(room.Out)!;
        Assert.AreEqual("01-title 1|12-paragraph 1|12-paragraph 2|47-paragraph 1", string.Join('|', report["changes"]!.AsArray().Select(c => $"{c!["where"]} {c["segment"]}")));
        Assert.AreEqual("Future prices can be checked every two weeks in the {1}price archive{/1}.", (string)report["changes"]![3]!["new"]!);
        await room.Do("changes", Story, "-l", "en", "--take", "--reason", "Typed by the web desk.", "--kind", "silent", "--as", "jonas");
        Assert.AreEqual(fixedPage, room.Read(Page));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        Assert.AreEqual(fixedPage, room.Read(Page));
        Assert.AreEqual("", (string)(await room.Edition(Story))["flags"]!);
        Assert.IsEmpty(await room.Quarantine(), "all of it is in the segments, so that no copy is needed");
    }

    [TestMethod]
    public async Task What_lies_outside_all_segments_is_said_so_and_stays_as_a_copy()
    {
        using var room = await Live();
        Fix(room, "category: economy", "category: markets");
        Fix(room, "Edited by Jonas Reed.*", "Edited by J. Reed.*");
        Fix(room, "](https://example.com/en/prices)", "](https://example.com/en/archive)");
        Fix(room, "The harvest is over", "A block more.\n\nThe harvest is finally over");
        var fixedPage = room.Read(Page);
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        foreach (var told in new[] { "front matter: category: not offered, because it stands in no segment", "house style: not offered", "47-paragraph: not offered, because a link", "new block: not offered", "12-paragraph, sentence 1:" })
            Assert.Contains(told, room.Out);
        await room.Do("changes", Story, "-l", "en", "--take", "--put-back", "--reason", "x", "--kind", "silent", "--as", "jonas");
        Assert.AreEqual(fixedPage, room.Read($"translations/rejected/{Story}.en.md"));
        await room.Do("run", "--once");
        Assert.Contains("The harvest is finally over", room.Read(Page));
        Assert.DoesNotContain("A block more", room.Read(Page));
    }

    [TestMethod]
    public async Task Killed_while_a_fix_is_taken_or_given_up_nothing_of_it_is_lost_and_it_counts_once()
    {
        const int Rounds = 6;
        using var room = await Live();
        var chance = new Random(20231106);
        var word = "little";
        for (var round = 0; round < Rounds; round++)
        {
            var isTaken = round % 2 == 0;
            var live = room.Read(Page);
            Fix(room, $"show {word} sign", $"show word{round} sign");
            var fixedPage = room.Read(Page);
            await room.Do("run", "--once");
            string[] act = isTaken ? ["changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas"] : ["changes", Story, "-l", "en", "--discard", "--as", "jonas"];
            using (var killed = NewsroomProcess.Start(room, act))
            {
                await Task.Delay(chance.Next(150, 900));
                await killed.Kill();
            }

            // Done before the kill, or now.
            await room.Run(act);
            await (isTaken ? room.Do("run", "--once") : room.Do("publish", Story, "-l", "en"));
            await room.Do("check");
            Assert.AreEqual("published", await room.Stage(Story));
            Assert.AreEqual(isTaken ? fixedPage : live, room.Read(Page));
            if (!isTaken)
                Assert.Contains(fixedPage, Directory.GetFiles(room.PathOf("translations/rejected"), $"{Story}*").Select(File.ReadAllText));
            word = isTaken ? $"word{round}" : word;
        }

        await room.Do("history", Story, "--json");
        foreach (var kind in new[] { "hand-change-taken", "hand-change-discarded" })
            Assert.HasCount(Rounds / 2, JsonNode.Parse(room.Out)!.AsArray().Where(e => (string)e!["kind"]! == kind), kind);
    }

    [TestMethod]
    [DataRow("](/assets/img/2023/rice-market.jpg)", "](/assets/img/2023/market.jpg)")]
    [DataRow("|:-----|-----:|", "|:-----|:-----|")]
    [DataRow("\n\n## MARKET", "\n\n\n## MARKET")]
    [DataRow("\n\n## MARKET", "\n\n<!-- later -->\n\n## MARKET")]
    public async Task What_only_markup_tells_is_not_lost_beside_a_fix(string was, string now)
    {
        using var room = await Live();
        Fix(room, was, now);
        Fix(room, "show little sign", "show no sign");
        var changed = room.Read(Page);
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("12-paragraph, sentence 1:", room.Out);
        Assert.Contains("not offered, because", room.Out);
        await room.Do("changes", Story, "-l", "en", "--take", "--put-back", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.Contains("show no sign", room.Read(Page));
        Assert.AreEqual(changed, room.Read($"translations/rejected/{Story}.en.md"));
    }

    [TestMethod]
    public async Task What_was_taken_off_the_page_comes_back_only_when_somebody_says_so()
    {
        using var room = await Live();
        var page = room.Read(Page);
        var block = page.Split('\n').First(l => l.StartsWith("Future prices", StringComparison.Ordinal));
        Fix(room, block + "\n", "");
        Fix(room, "The harvest is over", "A block more.\n\nThe harvest is over");
        Fix(room, "show little sign", "show no sign");
        var changed = room.Read(Page);
        string[] take = ["changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas"], discard = ["changes", Story, "-l", "en", "--discard", "--as", "jonas"];
        foreach (var verb in new[] { take, discard })
        {
            var said = await room.Refused(verb);
            Assert.Contains(block[..30], said);
            Assert.Contains("“A block more.”", said[said.IndexOf("Off the page again: ", StringComparison.Ordinal)..]);
        }

        await room.Do("run", "--once");
        Assert.AreEqual(changed, room.Read(Page), "what was refused is not done");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("--take --put-back", room.Out);
        await room.Do([.. take, "--put-back"]);
        await room.Do("run", "--once");
        Assert.Contains(block, room.Read(Page));
        Assert.Contains("show no sign", room.Read(Page));
    }

    [TestMethod]
    public async Task It_takes_an_editor_of_the_language_and_a_reason_and_is_a_correction_like_any_other()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        await room.Do("run", "--once");
        Assert.AreEqual(2, await room.Run("changes", Story, "-l", "en", "--take", "--as", "jonas"));
        Assert.AreEqual(2, await room.Run("changes", Story, "-l", "en", "--take", "--reason", "x"));
        Assert.Contains("no reason", (await room.Refused("changes", Story, "-l", "en", "--take", "--reason", " ", "--as", "jonas")).Replace("without a reason", "no reason", StringComparison.Ordinal));
        foreach (var stranger in new[] { "mina", "ren", "otto" })
        {
            await room.Refused("changes", Story, "-l", "en", "--take", "--reason", "x", "--as", stranger);
            await room.Refused("changes", Story, "-l", "en", "--discard", "--as", stranger);
        }

        await room.Do("changes", Story, "-l", "en", "--take", "--reason", "x", "--as", "jonas");
        Assert.Contains("Write what the page says of it", room.Out);
        await room.Do("run", "--once");
        Assert.AreEqual("ready", await room.Stage(Story));
        await room.Do("correct", Story, "-l", "en", "--line", "It said little.", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.Contains("It said little.", room.Read(Page));
        Assert.Contains("show no sign", room.Read(Page));
    }

    [TestMethod]
    public async Task A_route_with_a_sign_off_asks_for_it_again()
    {
        using var room = new TestNewsroom(withReturns: true);
        room.Set("\"default\": [\"translate\", \"edit\"]", "\"default\": [\"translate\", \"edit\", \"sign-off\"]");
        room.Set("\"edit\": { \"en\": [\"jonas\"]", "\"sign-off\": { \"en\": [\"petra\"], \"ja\": [\"petra\"] },\n    \"edit\": { \"en\": [\"jonas\"]");
        await room.Do("run", "--once");
        await room.Do("sign-off", Story, "-l", "en", "--as", "petra");
        await room.Do("run", "--once");
        Fix(room, "show little sign", "show no sign");
        await room.Do("changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas");
        Assert.Contains("stands at 'sign-off'", room.Out);
        await room.Do("run", "--once");
        Assert.AreEqual("sign-off", await room.Stage(Story));
        await room.Do("sign-off", Story, "-l", "en", "--as", "petra");
        Assert.Contains("1 segment(s) accepted", room.Out);
    }

    [TestMethod]
    public async Task What_is_discarded_is_replaced_by_the_next_publication_and_kept_as_a_copy()
    {
        using var room = await Live();
        var page = room.Read(Page);
        Fix(room, "show little sign", "show no sign");
        var changed = room.Read(Page);
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en", "--discard", "--as", "jonas");
        Assert.AreEqual(changed, room.Read(Page), "nothing is replaced by the decision itself");
        Assert.AreEqual(changed, room.Read($"translations/rejected/{Story}.en.md"));
        Assert.Contains("decided", (string)(await room.Edition(Story))["flags"]!);
        await room.Refused("changes", Story, "-l", "en", "--discard", "--as", "jonas");
        await room.Do("publish", Story, "-l", "en");
        Assert.AreEqual(page, room.Read(Page));
    }

    [TestMethod]
    public async Task A_file_that_is_changed_again_after_the_decision_is_not_overwritten()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en", "--discard", "--as", "jonas");
        Fix(room, "show no sign", "show not one sign");
        await room.Do("correct", Story, "-l", "en", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Run("publish", Story, "-l", "en");
        Assert.Contains("show not one sign", room.Read(Page));
    }

    [TestMethod]
    public async Task A_segment_that_was_changed_since_is_not_overwritten_by_the_fix()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        await room.Do("correct", Story, "-l", "en", "--unit", "12-paragraph", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("run", "--once");
        var file = $"translations/en/edit/{Story}.xlf";
        room.Write(file, room.Read(file).Replace("show little sign", "show hardly a sign", StringComparison.Ordinal).Replace("state=\"translated\"", "state=\"reviewed\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        Assert.Contains("other words by now", await room.Refused("changes", Story, "-l", "en", "--take", "--reason", "x", "--as", "jonas"));
    }

    [TestMethod]
    public async Task A_file_as_it_was_published_or_gone_has_nothing_to_offer()
    {
        using var room = await Live();
        Assert.Contains("as it was published", await room.Refused("changes", Story, "-l", "en"));
        File.Delete(room.PathOf(Page));
        Assert.Contains("gone", await room.Refused("changes", Story, "-l", "en"));
        Assert.Contains("never published", await room.Refused("changes", Story, "-l", "ja"));
    }

    [TestMethod]
    public async Task What_is_refused_because_the_edition_is_held_leaves_no_copy_that_says_it_was_done()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        await room.Do("run", "--once");
        await room.Do("hold", Story, "-l", "en", "--reason", "The lawyer.");
        await room.Refused("changes", Story, "-l", "en", "--discard", "--as", "jonas");
        await room.Refused("changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas");
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    [DataRow("", "", DisplayName = "emptied")]
    [DataRow("\uFEFF다", "UTF-8", DisplayName = "UTF-16")]
    [DataRow("---\ntitle: \"not closed\nlang: en\n---\n\nText.\n", "from line ", DisplayName = "broken front matter")]
    public async Task A_file_that_cannot_be_read_is_told_as_that_and_can_be_given_up(string text, string told)
    {
        using var room = await Live();
        var published = room.Read(Page);
        var bytes = (text.StartsWith('\uFEFF') ? System.Text.Encoding.Unicode : System.Text.Encoding.UTF8).GetBytes(text);
        room.Write(Page, bytes);
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("whole page: not offered, because the published file cannot be read as a page", room.Out);
        Assert.Contains(told, room.Out);
        Assert.Contains("Live again", await room.Refused("changes", Story, "-l", "en", "--discard", "--as", "jonas"));
        await room.Do("changes", Story, "-l", "en", "--discard", "--put-back", "--as", "jonas");
        CollectionAssert.AreEqual(bytes, await File.ReadAllBytesAsync(room.PathOf($"translations/rejected/{Story}.en.md")));
        await room.Do("publish", Story, "-l", "en");
        Assert.AreEqual(published, room.Read(Page));
    }

    [TestMethod]
    public async Task While_a_change_waits_for_a_decision_check_and_a_rehearsal_say_so()
    {
        using var room = await Live();
        await room.Do("check");
        Fix(room, "show little sign", "show no sign");
        await room.Run("publish", Story, "-l", "en", "--dry-run");
        Assert.Contains("waits. Somebody changed the published file by hand", room.Out);
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run("check"));
        Assert.Contains("changed by hand and wait for a decision", room.Out);
        await room.Do("publish", "--dry-run");
        Assert.Contains($"{Story} [en]: waits. Somebody changed the published file by hand", room.Out);
        await room.Do("changes", Story, "-l", "en", "--discard", "--as", "jonas");
        await room.Do("check");
    }

    [TestMethod]
    public async Task Settings_that_changed_since_put_no_words_into_segments()
    {
        using var room = await Live();
        room.Set("\"headingCase\": \"upper\"", "\"headingCase\": \"sentence\"");
        Fix(room, "show little sign", "show no sign");
        await room.Do("changes", Story, "-l", "en", "--json");
        Assert.AreEqual("12-paragraph", (string)JsonNode.Parse(room.Out)!["changes"]!.AsArray().Single()!["where"]!);
        await room.Do("changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("publish", Story, "-l", "en");
        Assert.Contains("show no sign", room.Read(Page));
        Assert.DoesNotContain("## MARKET", room.Read(Page));
    }

    [TestMethod]
    public async Task A_page_of_a_version_that_did_not_keep_it_is_made_again_while_that_is_possible()
    {
        using var room = await Live();
        room.Execute("UPDATE edition SET document = json_remove(document, '$.live.markdown')");
        Fix(room, "show little sign", "show no sign");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("12-paragraph, sentence 1:", room.Out);
        room.Set("\"headingCase\": \"upper\"", "\"headingCase\": \"asTyped\"");
        room.Set("*Translated by", "*Put into English by");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("whole page: not offered, because the page was published by a version that did not note how it was", room.Out);
        await room.Refused("changes", Story, "-l", "en", "--take", "--put-back", "--reason", "x", "--as", "jonas");
        await room.Do("changes", Story, "-l", "en", "--discard", "--put-back", "--as", "jonas");
    }

    [TestMethod]
    public async Task A_second_fix_between_the_first_and_its_publication_is_taken_like_the_first()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        string[] take = ["changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas"];
        await room.Do(take);
        Fix(room, "in our [price archive]", "in the [price archive]");
        var fixedPage = room.Read(Page);
        await room.Do("run", "--once");
        Assert.AreEqual(fixedPage, room.Read(Page));
        await room.Do(take);
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        Assert.AreEqual(fixedPage, room.Read(Page));
    }

    [TestMethod]
    public async Task A_fix_is_offered_to_its_sentence_wherever_a_changed_source_has_it_now()
    {
        const string Source = $"translations/articles/{Story}.ko.md";
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        Fix(room, "in our [price archive]", "in the [price archive]");
        var article = room.Read(Source);
        // Words are put into no other sentence that came into its place.
        room.Write(Source, article.Replace("추수가 끝났지만 북한 시장의 쌀값은 좀처럼 내리지 않고 있다. ", "", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("12-paragraph: not offered, because its sentence is no longer in the source article", room.Out);

        room.Write(Source, article.Replace("추수가 끝났지만", "새 문단이 앞에 왔다.\n\n새 문장이 앞에 왔다. 추수가 끝났지만", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        Assert.DoesNotContain("not offered", room.Out);
        Assert.Contains("13-paragraph, sentence 2:\n  - The harvest is over", room.Out);
        await room.Do("changes", Story, "-l", "en", "--take", "--reason", "x", "--kind", "silent", "--as", "jonas");
        using (var newsroom = room.Open(TimeProvider.System))
            Assert.Contains("show no sign", newsroom.Store.Edition(Story, "en")!.Edition.Segments.Single(s => s.Source.Text.StartsWith("추수가 끝났지만", StringComparison.Ordinal)).Target!.Text);
    }

    [TestMethod]
    [DataRow("show little sign", "show no sign", true)]
    [DataRow("The harvest is over, but rice prices at North Korean markets show little sign of coming down. ", "", false)]
    public async Task What_left_the_source_with_its_sentence_is_not_said_to_come_back(string was, string now, bool isGone)
    {
        const string Source = $"translations/articles/{Story}.ko.md";
        using var room = await Live();
        Fix(room, was, now);
        if (!isGone)
            Fix(room, "in our [price archive]", "in the [price archive]");
        room.Write(Source, room.Read(Source).Replace("추수가 끝났지만 북한 시장의 쌀값은 좀처럼 내리지 않고 있다. ", "", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        Assert.DoesNotContain("live again", room.Out);
        string[] discard = ["changes", Story, "-l", "en", "--discard", "--as", "jonas"];
        if (isGone)
        {
            Assert.Contains("gone from the page at the next publication, with its sentence", room.Out);
            var said = await room.Refused(discard);
            Assert.Contains("Live again: –. Off the page again: “", said);
            discard = [.. discard, "--put-back"];
        }
        else
        {
            Assert.DoesNotContain("--put-back", room.Out);
        }

        await room.Do(discard);
        await room.Do("run", "--once");
        Assert.DoesNotContain("The harvest is over", room.Read(Page));
    }

    [TestMethod]
    public async Task A_segment_with_other_words_by_now_is_told_and_keeps_no_other_back()
    {
        using var room = await Live();
        Fix(room, "show little sign", "show no sign");
        Fix(room, "in our [price archive]", "in the [price archive]");
        await room.Do("correct", Story, "-l", "en", "--unit", "12-paragraph", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("run", "--once");
        var file = $"translations/en/edit/{Story}.xlf";
        room.Write(file, room.Read(file).Replace("show little sign", "show hardly a sign", StringComparison.Ordinal).Replace("state=\"translated\"", "state=\"reviewed\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("changes", Story, "-l", "en");
        Assert.Contains("12-paragraph: not offered, because its sentence has other words by now", room.Out);
        await room.Do("changes", Story, "-l", "en", "--take", "--put-back", "--reason", "x", "--kind", "silent", "--as", "jonas");
        await room.Do("publish", Story, "-l", "en");
        Assert.Contains("show hardly a sign", room.Read(Page));
        Assert.Contains("in the [price archive]", room.Read(Page));
    }

    [TestMethod]
    public async Task A_standing_text_that_was_changed_by_hand_is_told_as_the_newsrooms_own()
    {
        using var room = await Live();
        var standing = room.Read("translations/boilerplate/contact.en.md").Trim();
        Fix(room, standing, standing + " And more.");
        await room.Do("changes", Story, "-l", "en", "--json");
        var change = JsonNode.Parse(room.Out)!["changes"]!.AsArray().Single()!;
        Assert.AreEqual("house style", (string)change["where"]!);
        Assert.EndsWith("And more.", (string)change["now"]!);
    }

    private static void Fix(TestNewsroom room, string was, string now)
    {
        Assert.Contains(was, room.Read(Page));
        room.Write(Page, room.Read(Page).Replace(was, now, StringComparison.Ordinal));
    }

    private static async Task<TestNewsroom> Live()
    {
        var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        return room;
    }
}

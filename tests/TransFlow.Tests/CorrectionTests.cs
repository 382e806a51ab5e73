using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What happens to a page that readers already have.</summary>
[TestClass]
public sealed partial class CorrectionTests
{
    private const string Story = "envoys-phone-talks";
    private const string Page = $"translations/published/en/{Story}.en.md";
    private const string ToEdit = $"translations/en/edit/{Story}.xlf";

    [TestMethod]
    public async Task A_correction_opens_its_unit_alone_and_the_page_stays_as_it_was_until_it_is_through_and_then_says_so()
    {
        using var room = await Live();
        var live = room.Read(Page);
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "They are not nuclear envoys.", "--line", "The title named the envoys wrongly.", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "under correction", StringComparison.Ordinal);
        Assert.AreEqual(live, room.Read(Page));
        var file = room.Read(ToEdit);
        Assert.AreEqual(2, file.Split("<unit ").Length, "the rest stays signed");
        room.Write(ToEdit, Approved(file).Replace("nuclear envoys", "chief envoys", StringComparison.Ordinal));
        await room.Do("run", "--once");

        var page = room.Read(Page);
        StringAssert.Contains(page, "chief envoys speak", StringComparison.Ordinal);
        StringAssert.Contains(page, "*Correction, 2026-03-02: The title named the envoys wrongly.*\n\n*Translated by Mina Park. Edited by Jonas Reed.*", StringComparison.Ordinal);
        Assert.AreEqual(live.Replace("nuclear envoys", "chief envoys", StringComparison.Ordinal).Replace("*Translated by", "*Correction, 2026-03-02: The title named the envoys wrongly.*\n\n*Translated by", StringComparison.Ordinal), page, "and nothing else changed");
    }

    [TestMethod]
    public async Task An_editors_file_that_is_saved_late_changes_nothing_that_readers_have()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        var file = room.Read(ToEdit);
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        var live = room.Read(Page);

        var late = file.Replace("nuclear envoys", "chief envoys", StringComparison.Ordinal);
        room.Write(ToEdit, late);
        await room.Do("run", "--once");
        Assert.AreEqual(live, room.Read(Page));
        StringAssert.Contains(room.Read(ToEdit + ".txt"), "This text is published", StringComparison.Ordinal);
        room.Write("late.xlf", Approved(late));
        StringAssert.Contains(await room.Refused("return", "late.xlf"), "transflow correct", StringComparison.Ordinal);
        Assert.AreEqual("published", await room.Stage(Story));

        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "They are not nuclear envoys.", "--kind", "silent", "--as", "jonas");
        await room.Run("return", "late.xlf");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "chief envoys speak", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_second_correction_keeps_the_line_of_the_first()
    {
        using var room = await Live();
        await room.Do("correct", Story, "-l", "en", "--reason", "First.", "--line", "The first line.", "--as", "jonas");
        await room.Do("run", "--once");
        await room.Do("correct", Story, "-l", "en", "--reason", "Second.", "--kind", "update", "--line", "The second line.", "--as", "jonas");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "*Correction, 2026-03-02: The first line.*\n\n*The second line.*", StringComparison.Ordinal);
        await room.Do("run", "--once");
        StringAssert.StartsWith(room.Out, "Nothing new.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_correction_without_its_line_waits_for_it_and_a_silent_one_does_not()
    {
        using var room = await Live();
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A slip.", "--as", "jonas");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("ready", await room.Stage(Story));
        StringAssert.Contains((string)(await room.Edition(Story))["next"]!, "--line", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("publish", Story, "-l", "en"), "Nobody wrote", StringComparison.Ordinal);
        await room.Do("correct", Story, "-l", "en", "--kind", "silent", "--as", "jonas");
        var before = room.Read(Page);
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        Assert.AreEqual(before, room.Read(Page));
    }

    [TestMethod]
    public async Task A_changed_source_of_a_live_article_asks_what_it_is_to_the_readers_where_the_newsroom_wants_that()
    {
        using var room = await Live();
        room.Set("\"language\": \"ko\",", "\"language\": \"ko\", \"whenRevised\": \"ask\",");
        await ChangeSource(room);
        await room.Do("correct", Story, "-l", "en", "--line", "The call lasted 50 minutes.", "--as", "jonas");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "*Correction, 2026-03-02: The call lasted 50 minutes.*", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("silent", "The call lasted 50 minutes.")]
    [DataRow("correction", "A name and a time were wrong.")]
    public async Task A_correction_under_way_does_not_speak_for_a_source_that_changes_meanwhile(string kind, string line)
    {
        using var room = await Live();
        room.Set("\"language\": \"ko\",", "\"language\": \"ko\", \"whenRevised\": \"ask\",");
        string[] said = kind == "silent" ? [] : ["--line", "A name was wrong."];
        await room.Do(["correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name.", "--kind", kind, "--as", "jonas", .. said]);
        await ChangeSource(room);
        StringAssert.Contains(await room.Refused("publish", Story, "-l", "en"), "The source article was changed", StringComparison.Ordinal);
        await room.Do("correct", Story, "-l", "en", "--kind", "correction", "--line", line, "--as", "jonas");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), line, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Who_writes_a_line_over_that_of_another_is_told_what_it_had_said()
    {
        using var room = await Live();
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name.", "--line", "A name was wrong.", "--as", "jonas");
        await room.Do("correct", Story, "-l", "en", "--line", "A time was wrong.", "--as", "mina");
        StringAssert.Contains(room.Out, "It had said: A name was wrong.", StringComparison.Ordinal);
        await room.Do("history", Story, "-l", "en");
        StringAssert.Contains(room.Out, "said what the page tells of the correction: A time was wrong.; it had said: A name was wrong.", StringComparison.Ordinal);
        await room.Do("correct", Story, "-l", "en", "--kind", "silent", "--as", "jonas");
        StringAssert.Contains(room.Out, "It had said: A time was wrong.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_source_that_is_put_back_as_it_is_live_asks_nothing(bool isCorrected)
    {
        using var room = await Live();
        room.Set("\"language\": \"ko\",", "\"language\": \"ko\", \"whenRevised\": \"ask\",");
        if (isCorrected)
            await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name.", "--kind", "silent", "--as", "jonas");
        var source = $"translations/articles/{Story}.ko.md";
        var (words, page) = (room.Read(source), room.Read(Page));
        room.Write(source, words.Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(await room.Refused("publish", Story, "-l", "en"), "It stands at", StringComparison.Ordinal);
        room.Write(source, words);
        await room.Do("run", "--once");
        if (isCorrected)
        {
            Assert.AreEqual("edit", await room.Stage(Story), "what the correction opened stays open");
            await room.Do("accept", Story, "-l", "en");
            await room.Do("run", "--once");
        }

        Assert.AreEqual("published", await room.Stage(Story));
        Assert.AreEqual(page, room.Read(Page));
    }

    [TestMethod]
    public async Task Beside_a_sentence_that_readers_have_and_that_stays_the_one_that_is_needed_is_taken()
    {
        using var room = await Live();
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var path = $"translations/en/translate/{Story}.xlf";
        var file = room.Read(path).Replace("40 minutes", "50 minutes", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal);
        var both = BesideTheCall().Replace(file, "$1Polished: ");
        Assert.AreNotEqual(file, both);
        room.Write(path, both);
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story), "what was needed is here");
        StringAssert.Contains((await room.Quarantine())[path], "This text is published", StringComparison.Ordinal);
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "50 minutes", StringComparison.Ordinal);
        Assert.DoesNotContain("Polished", room.Read(Page));
    }

    [TestMethod]
    public async Task A_sentence_that_readers_have_stays_when_another_was_put_in_front_of_it()
    {
        using var room = await Live();
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("한국과 일본의 북핵 수석대표가 20일", "새 문장이 앞에 왔다. 한국과 일본의 북핵 수석대표가 20일", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var path = $"translations/en/translate/{Story}.xlf";
        var polished = BesideTheCall().Replace(room.Read(path), "$1Polished: ");
        Assert.AreNotEqual(room.Read(path), polished);
        room.Write(path, polished);
        await room.Do("run", "--once");
        StringAssert.Contains((await room.Quarantine())[path], "This text is published", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_was_retracted_before_it_was_translated_is_not_shown_as_done()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        Assert.AreEqual(0, (int)(await room.Edition(Story))["done"]!);
    }

    [TestMethod]
    public async Task A_page_in_a_language_that_the_newsroom_dropped_amid_a_change_is_told_of_and_offered_to_nobody()
    {
        using var room = await Live();
        await room.Do("check");
        room.Set("\"en\": {\n", "\"fr\": {\n");
        foreach (var text in new[] { "network", "contact" })
            room.Write($"translations/boilerplate/{text}.fr.md", "Un texte.\n");
        await room.Run("check");
        Assert.DoesNotContain("in an older form", room.Out, "what is finished stays as it is");
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var next = (string)(await room.Edition(Story))["next"]!;
        StringAssert.StartsWith(next, "nothing: 'en' is no longer among the targets", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, $"such as {Story} [en]", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Whoever_hands_words_on_unchanged_after_the_source_changed_did_not_write_them_and_whoever_did_does_not_approve_them()
    {
        using var room = await Live();
        room.Set("\"translate\": { \"en\": [\"mina\"]", "\"translate\": { \"en\": [\"mina\", \"hana\"]");
        room.Set("\"edit\": { \"en\": [\"jonas\"]", "\"edit\": { \"en\": [\"jonas\", \"mina\"]");
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("assign", Story, "-l", "en", "--to", "hana");
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", room.Read($"translations/en/translate/{Story}.xlf").Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("history", Story, "-l", "en");
        StringAssert.Contains(room.Out, "1 finished, 0 changed", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
        StringAssert.Contains(await room.Refused("accept", Story, "-l", "en", "--as", "mina"), "mina", StringComparison.Ordinal);
        await room.Do("accept", Story, "-l", "en", "--as", "jonas");
    }

    [TestMethod]
    [DataRow("\"due\": \"08:00\", \"urgentDue\": \"00:30\"")]
    [DataRow("\"urgentDue\": \"00:30\"")]
    public async Task A_correction_that_becomes_urgent_at_its_stage_has_the_urgent_due_time_from_then(string timing)
    {
        using var room = await Live();
        room.Set($"\"stages\": {{ \"edit\": {{ {timing} }} }}");
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name is wrong.", "--line", "A name.", "--as", "jonas");
        room.Later(TimeSpan.FromHours(1));
        await room.Do("correct", Story, "-l", "en", "--reason", "It is dangerous.", "--urgent", "--as", "jonas");
        var left = (DateTimeOffset)(await room.Edition(Story))["due"]! - room.Now;
        Assert.IsTrue(left > TimeSpan.FromMinutes(29) && left <= TimeSpan.FromMinutes(30), $"{left} are left");
        await room.Do("reroute", "--dry-run", Story, "-l", "en");
        Assert.DoesNotContain("due", room.Out, "it goes by the settings of now");
    }

    [TestMethod]
    public async Task Urgent_corrections_have_their_own_due_time()
    {
        using var room = await Live();
        room.Set("\"stages\": { \"edit\": { \"due\": \"08:00\", \"urgentDue\": \"00:30\" } }");
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name is wrong.", "--urgent", "--as", "jonas");
        var due = (DateTimeOffset)(await room.Edition(Story))["due"]!;
        Assert.IsLessThan(TimeSpan.FromMinutes(31), due - room.Now);
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "urgent", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Only_people_of_the_newsroom_correct_what_is_live_and_only_with_a_reason()
    {
        using var room = await Live();
        await room.Refused("correct", Story, "-l", "en", "--reason", "x", "--as", "stranger");
        await room.Refused("correct", Story, "-l", "en", "--unit", "01-title", "--as", "jonas");
        await room.Refused("correct", Story, "-l", "ja", "--reason", "x", "--as", "jonas");
        await room.Refused("correct", Story, "-l", "en", "--unit", "99-nothing", "--reason", "x", "--as", "jonas");
        Assert.AreEqual("published", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Two_people_retract_an_article_in_all_languages_and_tombstones_without_its_words_stand_where_it_was()
    {
        using var room = await Live();
        room.Set("\"credits\": \"*Translated", "\"retraction\": \"Retracted on {date}.\", \"credits\": \"*Translated");
        await room.Do("retract", Story, "--reason", "The source was not what it said.", "--as", "jonas");
        StringAssert.Contains((string)(await room.Edition(Story, "ja"))["flags"]!, "waits for a second person", StringComparison.Ordinal);
        await room.Refused("retract", Story, "--as", "jonas");
        await room.Refused("retract", Story, "--as", "mina");
        StringAssert.Contains(room.Read(Page), "envoys", StringComparison.Ordinal);

        await room.Do("retract", Story, "--as", "ren");
        Assert.AreEqual("""
            ---
            title: "Retracted on 2026-03-02."
            date: "2023-09-20T18:40:00+09:00"
            slug: "envoys-phone-talks"
            translationKey: "envoys-phone-talks"
            lang: "en"
            retracted: "2026-03-02"
            ---

            Retracted on 2026-03-02.

            """.ReplaceLineEndings("\n"), room.Read(Page));
        await room.Do("run", "--once");
        Assert.AreEqual("retracted", await room.Stage(Story));
        Assert.AreEqual("retracted", await room.Stage(Story, "ja"));
        Assert.IsFalse(room.Exists($"translations/ja/translate/{Story}.xlf"), "nobody works on it any more");
        await room.Refused("accept", Story, "-l", "ja");
        await room.Refused("publish", Story, "-l", "ja");
        Assert.IsFalse(room.Exists($"translations/published/ja/{Story}.ja.md"));
    }

    [TestMethod]
    public async Task A_page_changed_by_hand_is_noticed_and_left_alone()
    {
        using var room = await Live();
        room.Write(Page, room.Read(Page) + "Added by hand.\n");
        await room.Do("run", "--once");
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "changed by hand", StringComparison.Ordinal);
        await room.Do("correct", Story, "-l", "en", "--reason", "x", "--line", "A line.", "--as", "jonas");
        await room.Do("run", "--once");
        StringAssert.EndsWith(room.Read(Page), "Added by hand.\n", StringComparison.Ordinal);
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "parked", StringComparison.Ordinal);

        File.Delete(room.PathOf(Page));
        await room.Do("retry", Story, "-l", "en");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "A line.", StringComparison.Ordinal);
        Assert.AreEqual("", (string)(await room.Edition(Story))["flags"]!);
        File.Delete(room.PathOf(Page));
        await room.Do("run", "--once");
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "its published file is gone", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, "published file(s) are gone", StringComparison.Ordinal);
        await room.Do("publish", Story, "-l", "en", "--dry-run");
        StringAssert.Contains(room.Out, "A line.*", StringComparison.Ordinal);
        Assert.IsFalse(File.Exists(room.PathOf(Page)));
        await room.Do("publish", Story, "-l", "en");
        StringAssert.Contains(room.Read(Page), "A line.", StringComparison.Ordinal);
        Assert.AreEqual("", (string)(await room.Edition(Story))["flags"]!);
        await room.Do("history", Story);
        StringAssert.Contains(room.Out, "published-file-changed", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_was_retracted_does_not_stay_because_somebody_changed_it_by_hand_and_the_change_is_kept_aside()
    {
        using var room = await Live();
        room.Write(Page, room.Read(Page) + "Added by hand.\n");
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        StringAssert.Contains(room.Read(Page), "has been retracted", StringComparison.Ordinal);
        StringAssert.EndsWith(room.Read($"translations/rejected/{Story}.en.md"), "Added by hand.\n", StringComparison.Ordinal);
        Assert.HasCount(1, await room.Quarantine());
        File.Delete(room.PathOf($"translations/rejected/{Story}.en.md"));
        await room.Do("run", "--once");
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task A_language_that_comes_after_a_retraction_is_not_begun_and_one_that_comes_between_the_keys_goes_with_the_others()
    {
        using var room = await Live();
        await room.Do("retract", Story, "--reason", "Made up", "--as", "jonas");
        room.Set("\"ja\": {\n", "\"zh\": {}, \"ja\": {\n");
        await room.Do("run", "--once");
        StringAssert.Contains((string)(await room.Edition(Story, "zh"))["flags"]!, "waits for a second person", StringComparison.Ordinal);
        await room.Do("retract", Story, "--as", "ren");
        Assert.DoesNotContain("first key", room.Out);
        foreach (var language in new[] { "en", "ja", "zh" })
            Assert.AreEqual("retracted", await room.Stage(Story, language));

        room.Set("\"zh\": {}, ", "\"zh\": {}, \"vi\": {}, ");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists($"translations/vi/translate/{Story}.xlf"));
        await room.Do("status", "--json");
        Assert.DoesNotContain("\"vi\"", string.Concat(room.Out.Split('{').Where(p => p.Contains(Story, StringComparison.Ordinal))));
    }

    [TestMethod]
    public async Task A_page_in_a_language_that_is_no_longer_one_of_the_newsrooms_is_taken_down_too()
    {
        using var room = await Live();
        foreach (var text in new[] { "network", "contact" })
            room.Write($"translations/boilerplate/{text}.fr.md", "Un texte.\n");
        room.Set("\"en\": {\n", "\"fr\": {\n");
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        StringAssert.Contains(room.Read(Page), "has been retracted", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_tombstone_that_is_gone_or_changed_is_told_and_put_back_when_that_is_asked_for()
    {
        using var room = await Live();
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        var tombstone = room.Read(Page);
        foreach (var spoil in new Action[] { () => File.Delete(room.PathOf(Page)), () => room.Write(Page, tombstone + "The whole story again.\n") })
        {
            spoil();
            await room.Do("run", "--once");
            StringAssert.Contains((string)(await room.Edition(Story))["next"]!, $"transflow publish {Story} -l en", StringComparison.Ordinal);
            Assert.AreEqual(1, await room.Run("check"));
            StringAssert.Contains(room.Out, "its tombstone", StringComparison.Ordinal);
            StringAssert.Contains(await room.Refused("changes", Story, "-l", "en"), $"transflow publish {Story} -l en", StringComparison.Ordinal);
            await room.Do("publish", Story, "-l", "en", "--dry-run");
            StringAssert.Contains(room.Out, $"{Story}.en.md", StringComparison.Ordinal);
            await room.Do("publish", Story, "-l", "en");
            Assert.AreEqual(tombstone, room.Read(Page));
            Assert.AreEqual("", (string)(await room.Edition(Story))["flags"]!);
        }

        StringAssert.EndsWith(room.Read($"translations/rejected/{Story}.en.md"), "The whole story again.\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_tombstone_does_not_follow_what_becomes_of_the_source()
    {
        using var room = await Live();
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        var tombstone = room.Read(Page);
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("slug: envoys-phone-talks", "slug: elsewhere", StringComparison.Ordinal).Replace("slug: \"envoys-phone-talks\"", "slug: \"elsewhere\"", StringComparison.Ordinal) + "\n덧붙인 문단이다.\n");
        await room.Do("run", "--once");
        Assert.AreEqual(tombstone, room.Read(Page));
        await room.Do("history", Story, "-l", "en");
        Assert.HasCount(2, room.Out.Split("tombstone-published"), room.Out);
    }

    [TestMethod]
    public async Task A_source_that_is_put_back_brings_its_approval_back()
    {
        using var room = await Live();
        var source = $"translations/articles/{Story}.ko.md";
        var (page, was) = (room.Read(Page), room.Read(source));
        room.Write(source, was.Replace("외교부", "외무부", StringComparison.Ordinal));
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage(Story));
        room.Write(source, was);
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(Story));
        Assert.AreEqual(page, room.Read(Page));
    }

    [TestMethod]
    public async Task What_a_retraction_or_a_changed_source_ended_counts_as_nobodys_work()
    {
        using var room = await Live();
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A name.", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        await room.Do("history", Story, "-l", "en");
        Assert.DoesNotContain("it is through its stages from edit", room.Out[room.Out.IndexOf("correction-begun", StringComparison.Ordinal)..]);
        await room.Do("stats", "--json", "-l", "en");
        Assert.AreEqual(1, (int)JsonNode.Parse(room.Out)!["turnaround"]!.AsArray().Single(s => (string)s!["stage"]! == "edit")!["count"]!);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"(외교부가 밝혔다\.</source>\s*<target[^>]*>)")]
    private static partial System.Text.RegularExpressions.Regex BesideTheCall();

    private static string Approved(string xliff) => xliff.Replace("state=\"translated\"", "state=\"final\"", StringComparison.Ordinal);

    /// <summary>The sample newsroom with the story live in English.</summary>
    private static async Task<TestNewsroom> Live()
    {
        var room = new TestNewsroom();
        room.Set("\"credits\": \"*Translated", "\"correction\": \"*Correction, {date}: {correction}*\", \"credits\": \"*Translated");
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        return room;
    }

    /// <summary>The source says another time, and its translation goes through all stages.</summary>
    private static async Task ChangeSource(TestNewsroom room)
    {
        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source).Replace("약 40분간", "약 50분간", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var file = room.Read($"translations/en/translate/{Story}.xlf");
        room.Write($"translations/en/translate/{Story}.xlf", file.Replace("40 minutes", "50 minutes", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("ready", await room.Stage(Story));
    }
}

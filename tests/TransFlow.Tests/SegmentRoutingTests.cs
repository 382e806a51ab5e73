using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Segments of one article that go to other people, along another route, or by the translator.</summary>
[TestClass]
public sealed partial class SegmentRoutingTests
{
    private const string Story = """
        # 쌀값이 올랐다

        쌀값이 크게 올랐다. 한 주민은 “먹고살기가 너무 힘들다”고 말했다. 당국은 아직 말이 없다.

        > 우리는 기다릴 수 없다.

        ## 법률

        법은 이렇게 말한다.

        """;

    private const string Quotations = "\"routing\": [{ \"part\": \"quotations\", \"languages\": [\"en\"], \"people\": { \"translate\": [\"hana\"] } }]";

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task Quotations_go_to_another_translator_and_everything_meets_at_the_editor(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        room.Set(Quotations);
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        var edition = await room.Edition("rice");
        Assert.AreEqual("translate", (string)edition["stage"]!);
        CollectionAssert.AreEqual(new[] { "translate", "translate+quotations" }, edition["parts"]!.AsArray().Select(p => (string)p!["name"]!).ToList());
        StringAssert.Contains((string)edition["person"]!, "hana", StringComparison.Ordinal);
        Assert.DoesNotContain("기다릴", room.Read("translations/en/translate/rice.xlf"));
        Assert.DoesNotContain("크게", room.Read("translations/en/translate/rice+quotations.xlf"));

        Fill(room, "translations/en/translate/rice+quotations.xlf");
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage("rice"), "the rest is still with the other translator");
        Assert.IsFalse(room.Exists("translations/en/translate/rice+quotations.xlf"), "what is done is taken away");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("rice"));
        await room.Do("units", "rice", "-l", "en", "--json");
        await room.Do("send-back", "rice", "-l", "en", "--unit", Unit(room, "quotation"), "--reason", "Say who waits.");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/rice+quotations.xlf"), "Say who waits.", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("translations/en/translate/rice.xlf"), "what is signed stays signed");
        room.Write("translations/en/translate/rice+quotations.xlf", room.Read("translations/en/translate/rice+quotations.xlf").Replace("<target>", "<target>The people: ", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(await room.Refused("accept", "rice", "-l", "en", "--as", "mina"), "mina is not named for 'edit'", StringComparison.Ordinal);
        await room.Do("accept", "rice", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("rice"));
        StringAssert.Contains(room.Read("translations/published/en/rice.en.md"), "> The people: ", StringComparison.Ordinal);
        await room.Do("history", "rice");
        StringAssert.Contains(room.Out, "returned translate+quotations", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_part_is_claimed_handed_over_and_exported_like_a_stage()
    {
        using var room = new TestNewsroom();
        room.Set("\"stages\": { \"translate\": { \"assign\": \"claim\" } },\n  " + Quotations.Replace("\"hana\"", "\"hana\", \"suji\"", StringComparison.Ordinal));
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        await room.Do("claim", "rice", "-l", "en", "--as", "hana");
        StringAssert.Contains(room.Out, "yours until", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("claim", "rice", "-l", "en", "--stage", "translate+quotations", "--as", "suji"), "hana has it", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("claim", "rice", "-l", "en", "--stage", "translate", "--as", "hana"), "not named", StringComparison.Ordinal);
        await room.Do("assign", "rice", "-l", "en", "--stage", "translate+quotations", "--to", "suji");
        await room.Do("run", "--once");
        StringAssert.Contains(await room.Refused("export", "rice", "-l", "en"), "--stage", StringComparison.Ordinal);
        await room.Do("export", "rice", "-l", "en", "--stage", "translate+quotations", "--package");
        Assert.IsFalse(room.Exists("translations/en/translate/rice.xlf"), "nobody claimed the rest");
        room.Later(TimeSpan.FromHours(5));
        await room.Do("run", "--once");
        Assert.AreEqual("", (string)(await room.Edition("rice"))["parts"]![1]!["person"]!, "the claim lapsed");
    }

    [TestMethod]
    public async Task What_a_rule_gives_to_a_person_is_nobody_elses()
    {
        using var room = new TestNewsroom();
        room.Set("\"stages\": { \"translate\": { \"assign\": \"claim\" } },\n  " + Quotations);
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        StringAssert.Contains(await room.Refused("claim", "rice", "-l", "en", "--stage", "translate+quotations", "--as", "mina"), "is for hana alone", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("assign", "rice", "-l", "en", "--stage", "translate+quotations", "--to", "mina"), "is for hana alone", StringComparison.Ordinal);
        await room.Do("claim", "rice", "-l", "en", "--stage", "translate+quotations", "--as", "hana");
        await room.Do("claim", "rice", "-l", "en", "--stage", "translate", "--as", "mina");
    }

    [TestMethod]
    public async Task A_rule_that_leads_past_a_clearance_is_told_of()
    {
        using var room = new TestNewsroom();
        room.Set("\"routes\": {", "\"routes\": { \"short\": [\"translate\", \"edit\"],");
        room.Set("\"default\": [\"translate\", \"edit\"]", "\"default\": [\"clearance\", \"translate\", \"edit\"]");
        room.Set("\"routing\": [{ \"section\": \"법*\", \"name\": \"law\", \"route\": \"short\", \"languages\": [\"en\"] }]");
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        await room.Run("check");
        StringAssert.Contains(room.Out + room.Error, "Its sentences go past clearance", StringComparison.Ordinal);
        await room.Do("route", "rice", "-l", "en");
        StringAssert.Contains(room.Out, "goes past clearance", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_section_takes_a_longer_route_and_the_rest_waits_for_it()
    {
        using var room = new TestNewsroom();
        room.Set("\"routes\": {", "\"routes\": { \"long\": [\"translate\", \"edit\", \"sign-off\"],");
        room.Set("\"routing\": [{ \"section\": \"법*\", \"name\": \"law\", \"route\": \"long\", \"languages\": [\"en\"] }]");
        room.Environment["TRANSFLOW__PEOPLE__SIGN-OFF__EN"] = "chief";
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        await room.Do("accept", "rice", "-l", "en");
        Assert.AreEqual("sign-off", await room.Stage("rice"));
        await room.Do("run", "--once");
        await room.Do("sign-off", "rice", "-l", "en", "--as", "chief");
        StringAssert.Contains(room.Out, "2 segment(s) accepted", StringComparison.Ordinal);
        await room.Do("route", "rice", "-l", "en", "--json");
        var law = JsonNode.Parse(room.Out)!["segments"]!.AsArray().Where(s => (string)s!["strand"]! == "law").ToList();
        Assert.HasCount(2, law);
        StringAssert.Contains((string)law[0]!["why"]!, "section 법*", StringComparison.Ordinal);
        Assert.AreEqual("chief", (string)law[0]!["stages"]!.AsArray()[^1]!["person"]!);
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("rice"));
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task What_stood_signed_off_in_the_same_context_goes_straight_to_the_editor_with_the_record_of_its_people(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        room.Set("\"stages\": { \"translate\": { \"reuse\": \"in-context\" } }");
        await Publish(room, "rice", Story);
        await room.Do("add", Draft(room, "again", Story.Replace("당국은 아직 말이 없다", "당국은 오늘도 말이 없다", StringComparison.Ordinal)));
        await room.Do("run", "--once");
        await room.Do("route", "again", "-l", "en", "--json");
        var reused = JsonNode.Parse(room.Out)!["segments"]!.AsArray().Where(s => ((string)s!["why"]!).Contains("in-context in rice", StringComparison.Ordinal)).Select(s => (string)s!["source"]!).ToList();
        CollectionAssert.Contains(reused, "쌀값이 크게 올랐다.");
        CollectionAssert.DoesNotContain(reused, "당국은 오늘도 말이 없다.");
        Assert.IsFalse(reused.Exists(r => r.Contains("먹고살기", StringComparison.Ordinal)), "a neighbour is another");
        Assert.DoesNotContain("법은 이렇게", room.Read("translations/en/translate/again.xlf"), "the translator does not get it");

        Fill(room, "translations/en/translate/again.xlf");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("again"));
        StringAssert.Contains(room.Read("translations/en/edit/again.xlf"), "법은 이렇게", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("accept", "again", "-l", "en", "--as", "mina"), "mina", StringComparison.Ordinal);
        await room.Do("accept", "again", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("again"));
        await room.Do("stats", "--json", "-l", "en");
        var text = JsonNode.Parse(room.Out)!["texts"]!.AsArray().Single()!;
        Assert.AreEqual(reused.Count, (int)text["reusedSegments"]!);
        Assert.IsGreaterThan(0, (int)text["reused"]!["words"]!);
    }

    [TestMethod]
    public async Task An_editors_own_words_come_back_to_another_editor_and_words_of_an_article_that_is_held_wait()
    {
        using var room = new TestNewsroom();
        room.Set("\"stages\": { \"translate\": { \"reuse\": \"in-context\" } }");
        room.Set("\"edit\": { \"en\": [\"jonas\"]", "\"edit\": { \"en\": [\"jonas\", \"kim\"]");
        await room.Do("add", Draft(room, "rice", Story));
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        using (var newsroom = room.Open(TimeProvider.System))
        {
            foreach (var segment in newsroom.Store.Edition("rice", "en")!.Edition.Segments)
                Assert.IsNull(newsroom.SegmentActs.Save("rice", "en", "jonas", new Engine.Jobs.SegmentPlace(segment.UnitId, segment.Index, segment.Fingerprint), $"Jonas wrote {segment.Target}", finish: true).Refusal);
        }

        await room.Do("add", Draft(room, "again", Story));
        await room.Do("run", "--once");
        Assert.Contains("Jonas wrote", room.Read("translations/en/edit/again.xlf"));
        StringAssert.Contains(await room.Refused("accept", "again", "-l", "en", "--as", "jonas"), "jonas", StringComparison.Ordinal);
        await room.Do("hold", "rice", "-l", "en", "--reason", "A source is in danger.", "--as", "jonas");
        await room.Do("accept", "again", "-l", "en", "--as", "kim");
        await room.Do("run", "--once");
        Assert.AreEqual("ready", await room.Stage("again"));
        StringAssert.Contains(await room.Refused("publish", "again", "-l", "en"), "held or under embargo", StringComparison.Ordinal);
        await room.Do("release", "rice", "-l", "en");
        await room.Do("publish", "again", "-l", "en");
        Assert.AreEqual("published", await room.Stage("again"));
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task What_is_held_or_under_embargo_leaves_by_no_other_article(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        room.Set("\"stages\": { \"translate\": { \"reuse\": [\"in-context\", \"boilerplate\"] } }");
        await room.Do("add", Draft(room, "rice", Story));
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        await room.Do("embargo", "rice", "-l", "en", "--until", "2026-03-05 06:00", "--as", "jonas");
        await room.Do("accept", "rice", "-l", "en");
        await room.Do("add", Draft(room, "again", Story.Replace("당국은 아직 말이 없다", "당국은 오늘도 말이 없다", StringComparison.Ordinal)));
        await room.Do("run", "--once");
        await Nothing("again");

        room.Later(TimeSpan.FromDays(5));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("rice"));
        await room.Do("hold", "rice", "-l", "en", "--reason", "The lawyer.");
        await room.Do("add", Draft(room, "third", Story.Replace("당국은 아직 말이 없다", "당국은 내일도 말이 없다", StringComparison.Ordinal)));
        await room.Do("run", "--once");
        await Nothing("third");

        await room.Do("release", "rice", "-l", "en");
        await room.Do("run", "--once");
        await room.Do("add", Draft(room, "fourth", Story.Replace("당국은 아직 말이 없다", "당국은 다시 말이 없다", StringComparison.Ordinal)));
        await room.Do("run", "--once");
        Assert.DoesNotContain("법은 이렇게", room.Read("translations/en/translate/fourth.xlf"), "what readers have is taken again");

        async Task Nothing(string article)
        {
            StringAssert.Contains(room.Read($"translations/en/translate/{article}.xlf"), "법은 이렇게", StringComparison.Ordinal);
            await room.Do("export", article, "-l", "en", "--package", "-o", "out");
            using var zip = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(room.PathOf("out"), $"*{article}*.zip").Single());
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                Assert.DoesNotContain("in English.", await reader.ReadToEndAsync(), entry.FullName);
            }
        }
    }

    [TestMethod]
    public async Task Words_that_stand_in_three_articles_always_the_same_are_boilerplate_and_words_with_two_translations_are_not()
    {
        using var room = new TestNewsroom();
        room.Set("\"stages\": { \"translate\": { \"reuse\": [\"in-context\", \"boilerplate\"] } }");
        for (var i = 0; i < 4; i++)
        {
            await room.Do("add", Draft(room, $"story-{i}", $"# 제목 {(char)('가' + i)}\n\n본문 {(char)('가' + i)}이다.\n\n이 기사는 현지 소식통의 도움으로 썼다.\n\n다음 {(char)('가' + i)}을 기다린다.\n"));
            await room.Do("run", "--once");
            var isKnown = !room.Read($"translations/en/translate/story-{i}.xlf").Contains("소식통", StringComparison.Ordinal);
            Assert.AreEqual(i == 3, isKnown, $"article {i}");
            Fill(room, $"translations/en/translate/story-{i}.xlf", number: false);
            await room.Do("run", "--once");
            await room.Do("accept", $"story-{i}", "-l", "en");
            await room.Do("run", "--once");
        }
    }

    [TestMethod]
    public async Task Nothing_goes_by_the_translator_to_an_editor_who_wrote_it()
    {
        using var room = new TestNewsroom();
        room.Set("\"stages\": { \"translate\": { \"reuse\": \"in-context\" } }");
        await Publish(room, "rice", Story);
        // Who translated then edits now, alone.
        room.Environment["TRANSFLOW__PEOPLE__EDIT__EN"] = "mina";
        room.Environment["TRANSFLOW__PEOPLE__TRANSLATE__EN"] = "suji";
        await room.Do("add", Draft(room, "again", Story));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/again.xlf"), "법은 이렇게", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_changed_source_keeps_what_is_done_and_sends_what_is_new_where_it_belongs()
    {
        using var room = new TestNewsroom();
        room.Set(Quotations);
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        Fill(room, "translations/en/translate/rice+quotations.xlf");
        await room.Do("run", "--once");
        room.Write("translations/articles/rice.ko.md", Story.Replace("> 우리는 기다릴 수 없다.", "> 우리는 기다릴 수 없다. 지금 당장 필요하다.", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/rice+quotations.xlf"), "지금 당장", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("translations/en/translate/rice.xlf"));
        Assert.AreEqual("hana", (string)(await room.Edition("rice"))["person"]!);
    }

    [TestMethod]
    public async Task Settings_that_changed_move_work_under_way_only_when_somebody_says_so_and_lose_nothing()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("rice"));
        Assert.IsNull((string?)(await room.Edition("rice"))["due"]);

        room.Set("\"stages\": { \"edit\": { \"due\": \"02:00\" } },\n  \"routing\": [{ \"path\": \"rice\", \"languages\": [\"en\"], \"route\": \"long\" }]");
        room.Set("\"routes\": {", "\"routes\": { \"long\": [\"translate\", \"edit\", \"sign-off\"],");
        room.Environment["TRANSFLOW__PEOPLE__SIGN-OFF__EN"] = "chief";
        await room.Do("run", "--once");
        Assert.IsNull((string?)(await room.Edition("rice"))["due"], "not by itself");
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, "transflow reroute", StringComparison.Ordinal);
        await room.Do("reroute", "rice", "-l", "en", "--dry-run");
        StringAssert.Contains(room.Out, "translate edit sign-off", StringComparison.Ordinal);
        Assert.IsNull((string?)(await room.Edition("rice"))["due"], "a rehearsal changes nothing");

        await room.Do("reroute", "rice", "-l", "en", "--as", "chief");
        var edition = await room.Edition("rice");
        Assert.AreEqual("edit", (string)edition["stage"]!, "what the translator signed stays signed");
        Assert.IsNotNull((string?)edition["due"]);
        await room.Do("run", "--once");
        await room.Do("accept", "rice", "-l", "en");
        Assert.AreEqual("sign-off", await room.Stage("rice"));
        await room.Do("reroute", "rice", "-l", "en");
        StringAssert.Contains(room.Out, "Everything goes as the settings have it", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_is_sent_along_a_route_with_a_clearance_is_cleared_before_anything_of_it_is_published()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        room.Set("\"default\": [\"translate\", \"edit\"]", "\"default\": [\"clearance\", \"translate\", \"edit\"]");
        room.Environment["TRANSFLOW__PEOPLE__CLEARANCE__EN"] = "cleo";
        await room.Do("reroute", "rice", "-l", "en", "--dry-run");
        StringAssert.Contains(room.Out, "clearance", StringComparison.Ordinal);
        await room.Do("reroute", "rice", "-l", "en");
        Assert.AreEqual("clearance", await room.Stage("rice"));
        await room.Do("run", "--once");
        await room.Do("accept", "rice", "-l", "en", "--as", "cleo");
        Assert.AreEqual("edit", await room.Stage("rice"), "what the translator signed stays signed");
        await room.Do("route", "rice", "-l", "en", "--json");
        StringAssert.Contains(room.Out, "cleo", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_part_that_nobody_has_is_in_nobodys_way_and_status_says_where_to_name_somebody()
    {
        using var room = new TestNewsroom();
        // Whoever translates everything is the only one to edit the quotations: four eyes leave them with nobody.
        room.Set("\"routing\": [{ \"part\": \"block-quotes\", \"name\": \"quotations\", \"people\": { \"edit\": \"mina\" } }]");
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Run("check");
        StringAssert.Contains(room.Out + room.Error, "Only mina is named, who also translates.", StringComparison.Ordinal);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        StringAssert.Contains((string)(await room.Edition("rice"))["next"]!, "mina wrote or changed what waits there, and four eyes need another person; name somebody else in the rule 'quotations' under routing", StringComparison.Ordinal);
        await room.Do("accept", "rice", "-l", "en", "--as", "jonas");
        await room.Do("units", "rice", "-l", "en", "--json");
        var units = JsonNode.Parse(room.Out)!.AsArray();
        Assert.IsTrue(units.All(u => ((string)u!["stage"]! == "edit") == ((string)u["name"]!).EndsWith("quotation", StringComparison.Ordinal)), room.Out);
    }

    [TestMethod]
    public async Task While_an_edition_is_held_nobody_moves_its_words_and_words_may_be_said_about_it()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        Fill(room, "translations/en/translate/rice.xlf");
        await room.Do("run", "--once");
        await room.Do("hold", "rice", "-l", "en", "--reason", "The lawyer reads it.");
        foreach (var act in new[] { new[] { "accept" }, ["send-back", "--reason", "No."], ["reopen", "--reason", "No."] })
            StringAssert.Contains(await room.Refused([act[0], "rice", "-l", "en", .. act[1..]]), "The lawyer reads it.", StringComparison.Ordinal);
        await room.Do("break", "rice", "-l", "en", "--stage", "translate", "--reason", "She is away.");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists("translations/en/edit/rice.xlf"), "it is not with anybody");
        await room.Do("release", "rice", "-l", "en");
        await room.Do("accept", "rice", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage("rice"));
    }

    private static async Task Publish(TestNewsroom room, string article, string text)
    {
        room.Write($"translations/articles/{article}.ko.md", text);
        await room.Do("run", "--once");
        Fill(room, $"translations/en/translate/{article}.xlf");
        await room.Do("run", "--once");
        await room.Do("accept", article, "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(article));
    }

    private static string Draft(TestNewsroom room, string name, string text)
    {
        room.Write($"drafts/{name}.ko.md", text);
        return $"drafts/{name}.ko.md";
    }

    private static string Unit(TestNewsroom room, string kind) =>
        JsonNode.Parse(room.Out)!.AsArray().Select(u => (string)u!["name"]!).First(n => n.EndsWith(kind, StringComparison.Ordinal));

    [TestMethod]
    public async Task The_files_of_two_people_that_a_tool_merged_into_one_go_to_each()
    {
        using var room = new TestNewsroom();
        room.Set(Quotations);
        room.Write("translations/articles/rice.ko.md", Story);
        await room.Do("run", "--once");
        const string Mine = "translations/en/translate/rice.xlf", Others = "translations/en/translate/rice+quotations.xlf";
        Fill(room, Others);
        var others = room.Read(Others);
        others = others[others.IndexOf("<unit ", StringComparison.Ordinal)..others.IndexOf("</file>", StringComparison.Ordinal)];
        Fill(room, Mine);
        room.Write("merged.xlf", room.Read(Mine).Replace("</file>", others + "</file>", StringComparison.Ordinal));
        await room.Do("return", "merged.xlf");
        Assert.DoesNotContain("ignored", room.Out);
        Assert.AreEqual("edit", await room.Stage("rice"));
    }

    /// <summary>Writes targets into a file that was handed out, as a translator would.</summary>
    private static void Fill(TestNewsroom room, string file, bool number = true)
    {
        var count = 0;
        room.Write(file, Source().Replace(room.Read(file), m => $"{m.Value}<target>{(number ? $"Sentence {++count}" : "Sentence")} in English.</target>"));
    }

    [GeneratedRegex(@"(?<=<segment[^>]*>\s*)<source>[^<]*(?:<(?!/source>)[^<]*)*</source>(?!\s*<target>)")]
    private static partial Regex Source();
}

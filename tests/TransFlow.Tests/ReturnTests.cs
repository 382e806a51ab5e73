using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Files that come back with more than words, twice, late, out of order, or by the wrong hands.</summary>
[TestClass]
public sealed class ReturnTests
{
    private const string Story = "envoys-phone-talks";
    private const string ToTranslate = $"translations/en/translate/{Story}.xlf";
    private const string ToEdit = $"translations/en/edit/{Story}.xlf";

    [TestMethod]
    public async Task Of_two_articles_in_one_file_the_held_one_is_taken_when_it_is_released()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var (one, other) = (Text("envoys-phone-talks"), Text("school-firewood-quota"));
        room.Write("translations/returned/both.xlf", one.Replace("</xliff>", other[other.IndexOf("<file ", StringComparison.Ordinal)..], StringComparison.Ordinal));
        await room.Do("hold", "envoys-phone-talks", "-l", "en", "--reason", "The lawyers read it.", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.AreEqual(("translate", "edit"), (await room.Stage("envoys-phone-talks"), await room.Stage("school-firewood-quota")));
        await room.Do("release", "envoys-phone-talks", "-l", "en");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("envoys-phone-talks"));
        await room.Do("run", "--once");
        await room.Do("status");
        Assert.DoesNotContain("both.xlf", room.Out, "nothing of it waits any more");

        static string Text(string article) => System.Text.Encoding.UTF8.GetString(SampleReturns.Translated(article));
    }

    [TestMethod]
    public async Task A_translators_note_reaches_the_editor_once_and_our_own_notes_are_none()
    {
        using var room = await HandedOut();
        var file = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var noted = new Regex("</notes>").Replace(file, "<note id=\"q1\">Who said this?</note></notes>", 1);
        room.Write("mine.xlf", noted);
        await room.Do("return", "mine.xlf");
        StringAssert.Contains(room.Out, "1 comment(s)", StringComparison.Ordinal);
        await room.Do("run", "--once");
        Assert.DoesNotContain("Who said this?", room.Read(ToEdit), "what people say among themselves does not travel with the text");

        room.Write("again.xlf", noted.Replace("q1", "q2", StringComparison.Ordinal));
        await room.Do("return", "again.xlf");
        await room.Do("units", Story, "-l", "en", "--json");
        var comments = JsonNode.Parse(room.Out)!.AsArray().SelectMany(u => u!["comments"]!.AsArray()).ToList();
        Assert.AreEqual("Who said this?", (string)comments.Single()!["text"]!);
        Assert.AreEqual("mina", (string)comments[0]!["person"]!);
    }

    [TestMethod]
    public async Task A_question_alone_is_taken_and_a_comment_on_words_is_one()
    {
        using var room = await HandedOut();
        room.Write("question.xlf", new Regex("</notes>").Replace(room.Read(ToTranslate), "<note>What is this?</note></notes>", 1));
        await room.Do("return", "question.xlf");
        room.Write("marked.xlf", new Regex("<target>([^<]*)</target>").Replace(Encoding.UTF8.GetString(SampleReturns.Translated(Story)), "<target><mrk id=\"c1\" type=\"comment\" value=\"Or “spoke”?\">$1</mrk></target>", 1));
        await room.Do("return", "marked.xlf");
        await room.Do("units", Story, "-l", "en");
        StringAssert.Contains(room.Out, "mina: What is this?", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "Or “spoke”?", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task New_rows_of_terms_in_a_returned_package_become_proposals_once()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/back.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("terms.csv", Encoding.UTF8.GetBytes("id,ko,en\nt001,김정은,Kim Jong Un\n,해상 환적,ship-to-ship transfer\n"))));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        room.Write("more.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("terms.csv", Encoding.UTF8.GetBytes("ko;en\n해상 환적;ship-to-ship transfer\n"))));
        await room.Do("return", "more.zip");
        await room.Do("terms", "proposals", "--json");
        var proposal = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        Assert.AreEqual("해상 환적 ship-to-ship transfer mina", $"{proposal["source"]} {proposal["target"]} {proposal["person"]}");
    }

    [TestMethod]
    [DataRow("back.csv", "translations/returned/")]
    [DataRow("back.csv", "")]
    [DataRow("back.zip", "translations/returned/")]
    [DataRow("back.zip", "")]
    public async Task Terms_that_come_back_alone_are_proposed_with_the_article_that_has_them(string name, string folder)
    {
        using var room = await HandedOut();
        var table = Encoding.UTF8.GetBytes("id,ko,en\nt001,김정은,Kim Jong Un\n,해상 환적,ship-to-ship transfer\n");
        room.Write(folder + name, name == "back.csv" ? table : Packed.Zip(("terms/new.csv", table)));
        for (var i = 0; i < 2; i++)
            await (folder.Length > 0 ? room.Do("run", "--once") : room.Do("return", name));
        await room.Do("terms", "proposals", "--json");
        var proposal = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        Assert.AreEqual($"{Story} 해상 환적 ship-to-ship transfer mina", $"{proposal["article"]} {proposal["source"]} {proposal["target"]} {proposal["person"]}");
        Assert.IsEmpty(await room.Quarantine());
        Assert.AreEqual("translate", await room.Stage(Story));
        await room.Do("history", Story, "--json");
        Assert.HasCount(1, JsonNode.Parse(room.Out)!.AsArray().Where(e => (string)e!["kind"]! == "terms-proposed"));
    }

    [TestMethod]
    public async Task Terms_alone_of_no_article_are_refused_with_what_to_do_and_only_new_ones_are_counted()
    {
        using var room = await HandedOut();
        room.Write("none.csv", "ko,en\n낙타,camel\n");
        StringAssert.Contains(await room.Refused("return", "none.csv"), "None of its terms occurs in an article that is out in 'en'.", StringComparison.Ordinal);
        await room.Do("return", "none.csv", "--article", Story, "-l", "en");
        StringAssert.Contains(room.Out, "1 new term(s) are proposed for the termbase: 낙타.", StringComparison.Ordinal);
        room.Write("more.csv", "ko,en\n낙타,camel\n해상 환적,ship-to-ship transfer\n");
        await room.Do("return", "more.csv");
        StringAssert.Contains(room.Out, "1 new term(s) are proposed for the termbase: 해상 환적.", StringComparison.Ordinal);
        await room.Do("return", "more.csv");
        StringAssert.Contains(room.Out, "All terms in it are known", StringComparison.Ordinal);
        room.Write("broken.csv", "a,b b,c c\n1,2,3\n");
        StringAssert.Contains(await room.Refused("return", "broken.csv"), "No column is named by a language or its tag", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task New_entries_of_the_glossary_inside_a_file_become_proposals_once()
    {
        using var room = await HandedOut();
        const string entries = """<g:glossary xmlns:g="urn:oasis:names:tc:xliff:glossary:2.0"><g:glossEntry id="g1"><g:term>김정은</g:term><g:translation>Kim Jong Un</g:translation></g:glossEntry><g:glossEntry id="g2"><g:term> 해상 환적</g:term><g:translation>ship-to-ship transfer</g:translation></g:glossEntry></g:glossary>""";
        var file = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var at = file.IndexOf('>', file.IndexOf("<unit ", StringComparison.Ordinal)) + 1;
        room.Write("back.xlf", Encoding.UTF8.GetBytes(file.Insert(at, entries)));
        await room.Do("return", "back.xlf", "--dry-run");
        StringAssert.Contains(room.Out, "해상 환적", StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
            await room.Do("return", "back.xlf");
        await room.Do("terms", "proposals", "--json");
        var proposal = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        Assert.AreEqual("해상 환적 ship-to-ship transfer mina", $"{proposal["source"]} {proposal["target"]} {proposal["person"]}");
    }

    [TestMethod]
    public async Task Terms_that_cannot_be_read_are_told_and_the_work_is_taken()
    {
        using var room = await HandedOut();
        room.Write("back.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("terms.csv", [.. "ko,en\n"u8, 0xBD, 0xD2, .. ",rice\n"u8])));
        await room.Do("return", "back.zip");
        StringAssert.Contains(room.Out, "Terms were not taken: terms.csv:2: The file is not valid UTF-8", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Placeholders_saved_in_place_are_taken_and_told_beside_the_file()
    {
        using var room = await HandedOut();
        var begun = new Regex("<target>[^<]*</target>", RegexOptions.RightToLeft).Replace(Encoding.UTF8.GetString(SampleReturns.Translated(Story)), "", 1);
        room.Write(ToTranslate, new Regex("<target>[^<]*</target>").Replace(begun, "<target>TODO</target>", 1));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate + ".txt"), "“TODO” looks like a placeholder", StringComparison.Ordinal);
        await room.Do("units", Story, "-l", "en");
        StringAssert.Contains(room.Out, "TODO", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_same_file_twice_under_two_names_changes_nothing_the_second_time()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/one.xlf", SampleReturns.Translated(Story));
        room.Write("translations/returned/one (1).xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("history", Story, "--json");
        Assert.HasCount(1, JsonNode.Parse(room.Out)!.AsArray().Where(e => (string)e!["kind"]! == "returned"));
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task A_file_from_before_it_was_sent_back_is_no_answer_but_new_words_in_it_are()
    {
        using var room = await HandedOut();
        room.Write("mine.xlf", SampleReturns.Translated(Story));
        await room.Do("return", "mine.xlf");
        await room.Do("run", "--once");
        await room.Do("send-back", Story, "-l", "en", "--unit", "01-title", "--reason", "Name both countries.");
        room.Write("mine again.xlf", SampleReturns.Translated(Story));
        await room.Do("return", "mine again.xlf");
        StringAssert.Contains(room.Out, "Nothing in it is new.", StringComparison.Ordinal);
        Assert.AreEqual("translate", await room.Stage(Story));

        room.Write("changed.xlf", Encoding.UTF8.GetString(SampleReturns.Translated(Story)).Replace("speak by phone", "talk on the phone", StringComparison.Ordinal));
        await room.Do("return", "changed.xlf");
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Another_persons_work_is_taken_once_the_stage_is_theirs()
    {
        using var room = new TestNewsroom();
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"translate\": { \"en\": [\"mina\"]", "\"translate\": { \"en\": [\"mina\", \"sol\"]", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var (who, other) = (string)(await room.Edition(Story))["person"]! == "mina" ? ("mina", "sol") : ("sol", "mina");
        room.Write("theirs.xlf", SampleReturns.Translated(Story));
        Assert.AreEqual(1, await room.Run("return", "theirs.xlf", "--as", other));
        StringAssert.Contains(room.Error, $"is with {who}, not with {other}", StringComparison.Ordinal);
        StringAssert.Contains(room.Error, $"transflow assign {Story} -l en --to {other}", StringComparison.Ordinal);
        await room.Do("assign", Story, "-l", "en", "--to", other);
        await room.Do("return", "theirs.xlf", "--as", other);
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Work_that_comes_late_is_taken_and_said_to_be_late()
    {
        using var room = await HandedOut();
        room.Later(TimeSpan.FromDays(15));
        room.Write("late.xlf", SampleReturns.Translated(Story));
        await room.Do("return", "late.xlf");
        StringAssert.Contains(room.Out, "The package was good until 2026-03-16.", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Nothing_of_a_retracted_article_is_taken_any_more()
    {
        using var room = await HandedOut();
        await room.Do("retract", Story, "--reason", "Made up.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        room.Write("late.xlf", SampleReturns.Translated(Story));
        StringAssert.Contains(await room.Refused("return", "late.xlf"), "The article was retracted.", StringComparison.Ordinal);
        Assert.AreEqual("retracted", await room.Stage(Story));
    }

    [TestMethod]
    public async Task An_editors_file_that_comes_before_the_translators_waits_for_it()
    {
        using var room = await HandedOut();
        const string article = "autumn-rice-prices";
        room.Write("translations/returned/edited.xlf", SampleReturns.Edited(article));
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage(article));
        room.Write("translations/returned/translated.xlf", SampleReturns.Translated(article));
        await room.Do("run", "--once");
        Assert.AreEqual("published", await room.Stage(article));
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task Several_packages_in_one_file_and_one_package_in_two_halves_are_taken()
    {
        using var room = await HandedOut();
        var (one, other) = (Encoding.UTF8.GetString(SampleReturns.Translated(Story)), Encoding.UTF8.GetString(SampleReturns.Translated("sinuiju-customs-trucks")));
        room.Write("both.xlf", one.Replace("</xliff>", other[other.IndexOf("  <file", StringComparison.Ordinal)..], StringComparison.Ordinal));
        await room.Do("return", "both.xlf");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.AreEqual("edit", await room.Stage("sinuiju-customs-trucks"));

        var rice = Encoding.UTF8.GetString(SampleReturns.Translated("autumn-rice-prices"));
        var middle = rice.IndexOf("    <unit ", rice.Length / 2, StringComparison.Ordinal);
        room.Write("first.xlf", rice[..middle] + "  </file>\n</xliff>\n");
        room.Write("second.xlf", rice[..rice.IndexOf("    <unit ", StringComparison.Ordinal)] + rice[middle..]);
        await room.Do("return", "second.xlf", "first.xlf");
        Assert.AreEqual("edit", await room.Stage("autumn-rice-prices"));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("ja")]
    public async Task Each_language_of_one_file_that_lost_our_names_goes_to_its_own_job_or_that_alone_which_was_asked_for(string? asked)
    {
        using var room = await WithDam();
        string Section(string language, string words) => $"<file original=\"dam-{language}.md\" source-language=\"ko\" target-language=\"{language}\" datatype=\"plaintext\"><body>"
            + string.Concat(Regex.Matches(room.Read($"translations/{language}/translate/dam.xlf"), "<unit id=\"([^\"]*)\".*?</unit>", RegexOptions.Singleline).Select(u =>
                $"<trans-unit id=\"{u.Groups[1].Value}\"><source>{string.Join(' ', Regex.Matches(u.Value, "<source>(.+?)</source>").Select(s => Regex.Replace(s.Groups[1].Value, "<[^>]*>", "")).Where(s => s.Trim().Length > 0))}</source><target>{words} {u.Groups[1].Value}</target></trans-unit>")) + "</body></file>";
        room.Write("all.xlf", $"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">{Section("en", "Water is high.")}{Section("ja", "水位が上がった。")}</xliff>");
        await room.Do(["return", "all.xlf", .. asked is null ? Array.Empty<string>() : ["--article", "dam", "-l", asked]]);
        foreach (var (language, words) in new[] { ("en", "Water is high."), ("ja", "水位が上がった。") })
        {
            await room.Do("units", "dam", "-l", language);
            Assert.AreEqual(asked is null || asked == language, room.Out.Contains(words, StringComparison.Ordinal), language);
        }
    }

    [TestMethod]
    public async Task A_tools_own_working_file_is_told_as_that_with_what_to_do()
    {
        using var room = await WithDam();
        string[] sentences = ["댐의 물", "강물이 {1>크게<1} 불었다.", "주민이 대피했다.", "비가 왔다.", "바람이 불었다."];
        room.Write("job.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"C:\\job.xlf\" source-language=\"ko\" target-language=\"en\" datatype=\"x-tool\"><body>"
            + string.Concat(sentences.Select((s, i) => $"<trans-unit id=\"{i + 1}\"><source>{s.Replace(">", "&gt;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</source><target>Words {i}.</target></trans-unit>")) + "</body></file></xliff>");
        foreach (var arguments in (string[][])[["return", "job.xlf"], ["return", "job.xlf", "--article", "dam", "-l", "en"]])
        {
            var said = await room.Refused(arguments);
            StringAssert.Contains(said, "This is your tool's own working file", StringComparison.Ordinal);
            StringAssert.Contains(said, "“Save target as” or “Export”", StringComparison.Ordinal);
        }
    }

    private static async Task<TestNewsroom> WithDam()
    {
        var room = new TestNewsroom();
        room.Write("translations/articles/dam.ko.md", "# 댐의 물\n\n강물이 **크게** 불었다. 주민이 대피했다.\n\n비가 왔다. 바람이 불었다.\n");
        await room.Do("run", "--once");
        return room;
    }

    [TestMethod]
    public async Task A_file_whose_ids_the_tool_renumbered_is_known_by_its_units_and_a_working_file_in_an_archive_is_read()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/job_en-US.zip", Packed.Zip(("en-US/job.sdlxliff", Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(SampleReturns.Translated(Story)), "<file id=\"[^\"]*\" original=\"[^\"]*\"", "<file id=\"f1\" original=\"C:\\job.md\"")))));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_refusal_stands_beside_the_file_with_unit_text_what_is_missing_and_what_to_do()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/codes.ko.md", "# 제목\n\n[링크](https://example.com/a)가 여기에 있다.\n");
        await room.Do("run", "--once");
        var file = Regex.Replace(room.Read("translations/en/translate/codes.xlf"), "<source>(.*?)</source>", m => m.Value + "<target>Words here.</target>");
        room.Write("translations/en/translate/codes.xlf", file);
        await room.Do("run", "--once");
        var text = room.Read("translations/en/translate/codes.xlf.txt");
        StringAssert.Contains(text, "02-paragraph", StringComparison.Ordinal);
        StringAssert.Contains(text, "lacks the code", StringComparison.Ordinal);
        StringAssert.Contains(text, "https://example.com/a", StringComparison.Ordinal);
        StringAssert.Contains(text, "return the file again", StringComparison.Ordinal);
        room.Write("copy.xlf", file);
        Assert.AreEqual(1, await room.Run("return", "copy.xlf", "--dry-run"));
        StringAssert.Contains(room.Error, "lacks the code", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("b.xlf", "a.xlf", 3600, DisplayName = "by their times")]
    [DataRow("mine.xlf", "mine (1).xlf", 0, DisplayName = "by their names, where the times are one")]
    [DataRow("mine (2).xlf", "mine (10).xlf", 0, DisplayName = "by the numbers in their names")]
    public async Task Of_two_files_in_the_box_or_at_the_terminal_the_newer_wins_and_the_texts_that_it_replaces_are_named(string older, string newer, int seconds)
    {
        foreach (var isDropped in new[] { true, false })
        {
            using var room = await HandedOut();
            var folder = isDropped ? "translations/returned/" : "";
            foreach (var (name, bytes, age) in new[] { (newer, Reworded, 0), (older, SampleReturns.Translated(Story), seconds) })
            {
                room.Write(folder + name, bytes);
                File.SetLastWriteTimeUtc(room.PathOf(folder + name), new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc).AddSeconds(-age));
            }

            await room.Do(isDropped ? ["run", "--once"] : ["return", older, newer]);
            await room.Do("preview", Story, "-l", "en");
            StringAssert.Contains(room.Out, "talk on the phone", StringComparison.OrdinalIgnoreCase);
            var told = Directory.GetFiles(room.PathOf("translations/archive"), "*.txt", SearchOption.AllDirectories).Single();
            StringAssert.EndsWith(told, $".{newer}.txt", StringComparison.Ordinal);
            StringAssert.Contains(File.ReadAllText(told), "it replaces what you returned before. Before: “", StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task Of_two_files_in_an_archive_the_newer_wins_whichever_was_packed_first()
    {
        using var room = await HandedOut();
        using (var archive = System.IO.Compression.ZipFile.Open(room.PathOf("both.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, bytes, day) in new[] { ("a.xlf", Reworded, 2), ("b.xlf", SampleReturns.Translated(Story), 1) })
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        await room.Do("return", "both.zip", "--dry-run");
        var said = room.Out;
        await room.Do("return", "both.zip");
        Assert.AreEqual(said, room.Out);
        await room.Do("preview", Story, "-l", "en");
        StringAssert.Contains(room.Out, "talk on the phone", StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public async Task What_is_told_beforehand_of_several_files_is_what_then_becomes_of_them()
    {
        using var room = await HandedOut();
        room.Write("a.xlf", SampleReturns.Translated(Story));
        room.Write("b.xlf", SampleReturns.Translated(Story));
        room.Write("c.xlf", Reworded);
        await room.Do("return", "--dry-run", "a.xlf", "b.xlf", "c.xlf");
        var said = room.Out;
        Assert.AreEqual("translate", await room.Stage(Story));
        await room.Do("return", "a.xlf", "b.xlf", "c.xlf");
        Assert.AreEqual(said, room.Out);
        StringAssert.Contains(said, "Nothing in it is new", StringComparison.Ordinal);

        await room.Do("return", "--dry-run", "a.xlf");
        said = room.Out;
        StringAssert.Contains(said, "This very file was taken before", StringComparison.Ordinal);
        await room.Do("return", "a.xlf");
        Assert.AreEqual(said, room.Out);
    }

    [TestMethod]
    public async Task Words_that_a_translator_changes_after_the_editors_file_went_out_stand_in_a_newer_one()
    {
        using var room = await HandedOut();
        await Return(room, "one.xlf", SampleReturns.Translated(Story));
        Assert.DoesNotContain("talk on the phone", room.Read(ToEdit));
        await Return(room, "two.xlf", Reworded);
        StringAssert.Contains(room.Read(ToEdit), "talk on the phone", StringComparison.Ordinal);
        await room.Do("export", Story, "-l", "en", "-o", "out", "--form", "1.2");
        StringAssert.Contains(File.ReadAllText(Directory.GetFiles(room.PathOf("out")).Single()), "talk on the phone", StringComparison.Ordinal);

        // Back to the words of the first file, which has to be the newest then.
        await Return(room, "three.xlf", [.. SampleReturns.Translated(Story), .. "\n"u8]);
        Assert.DoesNotContain("talk on the phone", room.Read(ToEdit));
        File.Delete(room.PathOf(ToEdit));
        await room.Do("run", "--once");
        Assert.DoesNotContain("talk on the phone", room.Read(ToEdit));
        await Return(room, "edited.xlf", Encoding.UTF8.GetBytes(room.Read(ToEdit)));
        Assert.AreEqual("published", await room.Stage(Story));
    }

    [TestMethod]
    public async Task What_came_back_by_another_way_stands_in_the_next_file_and_export_with_all_that_was_in_the_one_before()
    {
        using var room = await HandedOut();
        var whole = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var units = Regex.Count(whole, "<unit ");
        var middle = whole.IndexOf("    <unit ", whole.Length / 2, StringComparison.Ordinal);
        await Return(room, "half.xlf", Encoding.UTF8.GetBytes(whole[..middle] + "  </file>\n</xliff>\n"));
        var next = room.Read(ToTranslate);
        Assert.AreEqual(units, Regex.Count(next, "<unit "));
        Assert.AreEqual(Regex.Count(whole[..middle], "<target>"), Regex.Count(next, "<target>"));
        await room.Do("export", Story, "-l", "en", "-o", "out");
        Assert.AreEqual(next, File.ReadAllText(Directory.GetFiles(room.PathOf("out")).Single()));
        await Return(room, "rest.xlf", Encoding.UTF8.GetBytes(whole));
        Assert.AreEqual("edit", await room.Stage(Story));
        await Return(room, "half again.xlf", Encoding.UTF8.GetBytes(whole[..middle] + "  </file>\n</xliff>\n"));
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task Work_of_another_stage_than_the_present_cannot_be_exported()
    {
        using var room = await HandedOut();
        await Return(room, "one.xlf", SampleReturns.Translated(Story));
        StringAssert.Contains(await room.Refused("export", Story, "-l", "en", "--stage", "translate"), "It stands at 'edit'", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_is_handed_in_while_an_edition_is_held_is_kept_and_taken_when_it_is_released()
    {
        using var room = await HandedOut();
        await room.Do("hold", Story, "-l", "en", "--reason", "A lawyer reads it.", "--as", "jonas");
        room.Write("mine.xlf", SampleReturns.Translated(Story));
        StringAssert.Contains(await room.Refused("return", "mine.xlf"), "It is kept in translations/returned/mine.xlf", StringComparison.Ordinal);
        await room.Do("run", "--once");
        StringAssert.Contains((await room.Quarantine())["translations/returned/mine.xlf"], "The edition is held: A lawyer reads it.", StringComparison.Ordinal);
        await room.Do("status");
        StringAssert.Contains(room.Out, "Not taken, or waiting where they are (translations/rejected/ has a copy of each", StringComparison.Ordinal);
        await room.Do("release", Story, "-l", "en", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task A_text_that_comes_back_for_what_an_editor_changed_is_kept_beside_it()
    {
        using var room = await HandedOut();
        await Return(room, "one.xlf", SampleReturns.Translated(Story));
        room.Write("edited.xlf", room.Read(ToEdit).Replace("speak by phone", "confer by phone", StringComparison.Ordinal));
        await room.Do("return", "edited.xlf");
        room.Write("two.xlf", Reworded);
        StringAssert.Contains(await room.Refused("return", "two.xlf"), "Both are kept", StringComparison.Ordinal);
        await room.Do("notes", Story, "-l", "en");
        StringAssert.Contains(room.Out, "talk on the phone", StringComparison.Ordinal);
        await room.Do("preview", Story, "-l", "en");
        Assert.DoesNotContain("talk on the phone", room.Out);
    }

    [TestMethod]
    public async Task An_editors_file_approves_no_words_that_are_not_in_it()
    {
        using var room = await HandedOut();
        await Return(room, "one.xlf", SampleReturns.Translated(Story));
        var asItWentOut = room.Read(ToEdit);
        room.Write("unsure.xlf", asItWentOut.Replace("speak by phone", "confer by phone", StringComparison.Ordinal).Replace(" state=\"translated\"", " state=\"translated\" subState=\"po:fuzzy\"", StringComparison.Ordinal));
        await room.Do("return", "unsure.xlf");
        room.Write("finished.xlf", asItWentOut);
        var said = await room.Refused("return", "finished.xlf");
        StringAssert.Contains(said, "The file has other words than the edition has now", StringComparison.Ordinal);
        StringAssert.Contains(said, "confer by phone", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("preview", Story, "-l", "en");
        StringAssert.Contains(room.Out, "confer by phone", StringComparison.OrdinalIgnoreCase);
        await room.Do("run", "--once");
        await Return(room, "newest.xlf", Encoding.UTF8.GetBytes(room.Read(ToEdit)));
        Assert.AreEqual("published", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_sentence_that_is_needed_is_taken_beside_an_approved_one_that_may_not_change()
    {
        using var room = new TestNewsroom();
        const string Article = "translations/articles/beside.ko.md";
        room.Write(Article, "# 다리 공사\n\n주민들은 반겼다. 아이들도 나왔다.\n");
        await room.Do("run", "--once");
        await Return(room, "all.xlf", Filled("beside"));
        await room.Do("accept", "beside", "-l", "en", "--as", "jonas");
        await room.Do("hold", "beside", "-l", "en", "--reason", "Wait.", "--as", "jonas");
        room.Write(Article, "# 다리 공사\n\n주민들은 반겼다. 아이들도 나왔다. 공사비는 90억 원이다.\n");
        await room.Do("run", "--once");
        await room.Do("release", "beside", "-l", "en", "--as", "jonas");
        await room.Do("run", "--once");
        room.Write("touched.xlf", Encoding.UTF8.GetString(Filled("beside")).Replace("<target>Words 2.", "<target>Other words.", StringComparison.Ordinal));
        StringAssert.Contains(await room.Refused("return", "touched.xlf"), "“주민들은 반겼다.”", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage("beside"));
        await room.Do("preview", "beside", "-l", "en");
        StringAssert.Contains(room.Out, "Words 2. Words 3. Words 3.", StringComparison.Ordinal);

        byte[] Filled(string article)
        {
            var number = 0;
            return Encoding.UTF8.GetBytes(Regex.Replace(room.Read($"translations/en/translate/{article}.xlf"), "(<source>.*?</source>)(\\s*<target>.*?</target>)?(?=\\s*</segment>)",
                m => ++number > 0 && m.Groups[2].Success ? m.Value : $"{m.Groups[1].Value}<target>Words {number}.</target>"));
        }
    }

    [TestMethod]
    public async Task Terms_that_cannot_be_read_are_named_after_the_pass()
    {
        using var room = new TestNewsroom();
        room.Write("translations/terms/theirs.csv", "Term;Translation\n쌀;rice\n");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Error, "translations/terms/theirs.csv:1: No column is named by a language or its tag", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("2.0")]
    [DataRow("1.2")]
    public async Task Two_translations_in_one_segment_are_refused_by_name(string form)
    {
        using var room = await HandedOut();
        await room.Do("export", Story, "-l", "en", "--form", form, "-o", "out");
        var file = File.ReadAllText(Directory.GetFiles(room.PathOf("out")).Single());
        var target = new Regex("<target[^>]*/>|<target.*?</target>", RegexOptions.Singleline);
        var source = new Regex("</source>(\\s*)(<seg-source>.*?</seg-source>)?", RegexOptions.Singleline);
        room.Write("two.xlf", source.Replace(target.Replace(file, ""), "$0<target>One way.</target><target>Another way.</target>", 1));
        var said = await room.Refused("return", "two.xlf");
        StringAssert.Contains(said, "It has two translations in one segment; the second is “Another way.”.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_sentence_that_is_marked_finished_without_words_is_named()
    {
        using var room = await HandedOut();
        var file = new Regex("(-s2\" state=\"translated\">\\s*<source>(.*?)</source>)\\s*<target>.*?</target>").Replace(Encoding.UTF8.GetString(SampleReturns.Translated(Story)), "$1<target/>", 1);
        room.Write("joined.xlf", file);
        await room.Do("return", "joined.xlf", "--dry-run");
        var said = room.Out;
        StringAssert.Contains(said, "is marked as finished, and has no text", StringComparison.Ordinal);
        StringAssert.Contains(said, "1 sentence(s) came back without a translation", StringComparison.Ordinal);
        room.Write("translations/returned/joined.xlf", file);
        await room.Do("run", "--once");
        StringAssert.Contains(File.ReadAllText(Directory.GetFiles(room.PathOf("translations/archive"), "*.txt", SearchOption.AllDirectories).Single()), "is marked as finished, and has no text", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("# 제목\n\n어디로 갔나?\n\n예.\n\n시장에는 갔나?\n\n예.\n", "# 제목\n\n시장에는 갔나?\n\n예.\n", "Words 5.")]
    [DataRow("# 제목\n\n예.\n\n예.\n", "# 제목\n\n예.\n", "")]
    public async Task A_translation_that_was_under_way_comes_to_its_own_block_or_to_a_person(string before, string after, string expected)
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/cut.ko.md", before);
        await room.Do("run", "--once");
        var number = 0;
        var file = Regex.Replace(room.Read("translations/en/translate/cut.xlf"), "<source>(.*?)</source>(?=\\s*</segment>)", m => m.Value + $"<target>Words {++number}.</target>");
        room.Write("translations/articles/cut.ko.md", after);
        await room.Do("run", "--once");
        room.Write("old.xlf", file);
        await room.Run("return", "old.xlf");
        await room.Do("units", "cut", "-l", "en", "--json");
        var answers = JsonNode.Parse(room.Out)!.AsArray().Where(u => (string)u!["source"]! == "예.").Select(u => (string)u!["target"]!).ToList();
        Assert.IsTrue(answers.TrueForAll(a => a == expected), string.Join('|', answers));
    }

    [TestMethod]
    public async Task The_newest_file_is_taken_after_an_older_one_was_refused_for_a_sentence_that_has_changed()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/moved.ko.md", "# 군청이 자리를 옮겼다\n\n주민들은 멀어졌다고 말했다. 버스가 하루 세 번 다닌다.\n");
        await room.Do("run", "--once");
        var file = Filled(room, "moved");
        room.Write("translations/en/translate/moved.xlf", file);
        await room.Do("run", "--once");
        room.Write("translations/articles/moved.ko.md", "# 군청이 자리를 옮겼다\n\n주민들은 너무 멀어졌다고 말했다. 버스가 하루 세 번 다닌다.\n");
        await room.Do("run", "--once");
        room.Write("old.xlf", file.Replace("Words 2.", "Words two.", StringComparison.Ordinal));
        StringAssert.Contains(await room.Refused("return", "old.xlf"), "take the newer file", StringComparison.OrdinalIgnoreCase);
        room.Write("translations/en/translate/moved.xlf", Filled(room, "moved"));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("moved"));

        static string Filled(TestNewsroom room, string article)
        {
            var number = 0;
            return Regex.Replace(room.Read($"translations/en/translate/{article}.xlf"), "(<source>.*?</source>)(\\s*<target>.*?</target>)?", m => $"{m.Groups[1].Value}<target>Words {++number}.</target>");
        }
    }

    [TestMethod]
    public async Task What_is_odd_about_words_is_told_when_they_are_accepted()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/fare.ko.md", "# 운임이 올랐다\n\n운임은 **5만** 원이다. 열차 운임의 열 배다.\n");
        await room.Do("run", "--once");
        var targets = new Queue<string>(["The fare", "Fifty thousand won.", "TODO"]);
        room.Write("done.xlf", Regex.Replace(room.Read("translations/en/translate/fare.xlf"), "<segment[^>]*>\\s*<source>.*?</source>", m => $"{m.Value}<target>{targets.Dequeue()}</target>"));
        await room.Do("return", "done.xlf");
        await room.Do("run", "--once");
        StringAssert.Contains(await room.Refused("accept", "fare", "-l", "en", "--unit", "09-list"), "Its units are 01-heading, 02-paragraph (", StringComparison.Ordinal);
        await room.Do("accept", "fare", "-l", "en", "--unit", "01-heading");
        Assert.DoesNotContain("TODO", room.Out);
        await room.Do("accept", "fare", "-l", "en");
        Assert.Contains("“TODO”", room.Out);
        Assert.Contains("bold is missing", room.Out);
    }

    [TestMethod]
    [DataRow("운임은 5만 원이다. 열차 운임의 열 배다.", "운임은 5만 원으로 열차 운임의 열 배다.", "Words 2. Words 3.", DisplayName = "two became one")]
    [DataRow("운임은 5만 원이다. 열차는 하루 3번 다닌다고 했다.", "운임은 5만 원이다.\n\n열차는 하루 5번 다닌다고 했다.", "Words 3.", DisplayName = "it went into another block with another number")]
    public async Task What_came_back_for_sentences_that_are_no_more_is_shown_beside_what_became_of_them(string was, string now, string shown)
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/fare.ko.md", $"# 운임이 올랐다\n\n{was}\n");
        await room.Do("run", "--once");
        var number = 0;
        room.Write("old.xlf", Regex.Replace(room.Read("translations/en/translate/fare.xlf"), "<segment[^>]*>\\s*<source>.*?</source>", m => $"{m.Value}<target>Words {++number}.</target>"));
        room.Write("translations/articles/fare.ko.md", $"# 운임이 올랐다\n\n{now}\n");
        await room.Do("run", "--once");
        var said = await room.Refused("return", "old.xlf");
        StringAssert.Contains(said, "Take the newer file", StringComparison.Ordinal);
        Assert.IsFalse(said.Contains("translated already", StringComparison.Ordinal) || said.Contains("not needed", StringComparison.Ordinal), said);
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/fare.xlf"), $"<target>{shown}</target>", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_translation_of_a_sentence_with_markup_that_went_into_another_block_is_taken_there()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/joined.ko.md", "# 다리 공사\n\n길이는 [240m](https://ex.example/len)다. 공사비는 90억 원이다.\n\n주민들은 **반겼다**. 아이들도 나왔다.\n");
        await room.Do("run", "--once");
        var file = Regex.Replace(room.Read("translations/en/translate/joined.xlf"), "(<source>(.*?)</source>)", m => $"{m.Groups[1].Value}<target>{Regex.Replace(m.Groups[2].Value, "[가-힣]+", "word")}</target>");
        room.Write("translations/articles/joined.ko.md", "# 다리 공사\n\n길이는 [240m](https://ex.example/len)다. 공사비는 90억 원이다. 주민들은 **반겼다**. 아이들도 나왔다.\n");
        await room.Do("run", "--once");
        await Return(room, "old.xlf", Encoding.UTF8.GetBytes(file));
        Assert.AreEqual("edit", await room.Stage("joined"));
        await room.Do("preview", "joined", "-l", "en");
        StringAssert.Contains(room.Out, "**word**", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "[240m](https://ex.example/len)", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_translation_of_a_sentence_that_was_taken_out_of_the_article_asks_for_nothing_and_is_there_when_it_is_put_back()
    {
        const string article = "# 제목\n\n첫 문장이 여기 있다. 둘째 문장도 여기 있다.\n";
        using var room = new TestNewsroom();
        room.Write("translations/articles/cut.ko.md", article);
        await room.Do("run", "--once");
        static string Translated(string file, string sources) => Regex.Replace(file, $"<source>({sources})</source>(?=\\s*</segment>)", m => m.Value + "<target>Words here.</target>");
        var file = room.Read("translations/en/translate/cut.xlf");
        room.Write("rest.xlf", Translated(file, "제목|첫 문장이 여기 있다\\."));
        room.Write("gone.xlf", Translated(file, "둘째 문장도 여기 있다\\."));
        room.Write("translations/articles/cut.ko.md", article.Replace(" 둘째 문장도 여기 있다.", "", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("return", "rest.xlf");
        await room.Do("return", "gone.xlf");
        StringAssert.Contains(room.Out, "02-paragraph “둘째 문장도 여기 있다.”: the sentence is no longer in the article", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage("cut"));
        room.Write("translations/articles/cut.ko.md", article);
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage("cut"));
    }

    [TestMethod]
    public async Task Equal_sentences_of_a_paragraph_have_each_its_own_words_though_another_came_before_them()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/twice.ko.md", "# 제목\n\n가격이 올랐다. 시장은 닫혔다. 가격이 올랐다. 사람들이 떠났다.\n");
        await room.Do("run", "--once");
        var words = 0;
        var file = Regex.Replace(room.Read("translations/en/translate/twice.xlf"), "<source>(.*?)</source>(?=\\s*</segment>)", m => m.Value + $"<target>Words {++words}.</target>");
        room.Write("translations/articles/twice.ko.md", "# 제목\n\n새 소식이 왔다. 가격이 올랐다. 시장은 닫혔다. 가격이 올랐다. 사람들이 떠났다.\n");
        await room.Do("run", "--once");
        room.Write("old.xlf", file);
        await room.Do("return", "old.xlf");
        Assert.DoesNotContain("it replaces what you returned before", room.Out);
        await room.Do("run", "--once");
        await Return(room, "new.xlf", Encoding.UTF8.GetBytes(Regex.Replace(room.Read("translations/en/translate/twice.xlf"), "(<source>새 소식이 왔다.</source>)(\\s*<target>.*?</target>)?", "$1<target>News came.</target>")));
        await room.Do("preview", "twice", "-l", "en");
        StringAssert.Contains(room.Out, "News came. Words 2. Words 3. Words 4. Words 5.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Units_of_another_article_that_a_tool_merged_into_one_section_go_where_they_belong()
    {
        using var room = await HandedOut();
        var (one, other) = (Encoding.UTF8.GetString(SampleReturns.Translated(Story)), Encoding.UTF8.GetString(SampleReturns.Translated("sinuiju-customs-trucks")));
        var (from, to) = (other.IndexOf("    <unit ", StringComparison.Ordinal), other.IndexOf("  </file>", StringComparison.Ordinal));
        room.Write("merged.xlf", one.Replace("  </file>", other[from..to] + "  </file>", StringComparison.Ordinal));
        await room.Do("return", "merged.xlf");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.AreEqual("edit", await room.Stage("sinuiju-customs-trucks"));
    }

    [TestMethod]
    public async Task A_new_row_fits_the_terms_of_a_package_in_which_none_occur()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/bare.ko.md", "# 제목\n\n용어가 없는 문장이다.\n");
        await room.Do("run", "--once");
        await room.Do("export", "bare", "-l", "en", "--package", "-o", "out");
        using var archive = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(room.PathOf("out"), "*.zip").Single());
        using var reader = new StreamReader(archive.GetEntry("terms.csv")!.Open());
        Assert.AreEqual("id,ko,en", (await reader.ReadLineAsync())!.TrimStart('\uFEFF'));
    }

    [TestMethod]
    public async Task Terms_of_another_language_than_the_editions_are_told()
    {
        using var room = await HandedOut();
        room.Write("back.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("terms.csv", Encoding.UTF8.GetBytes("ko,ja\n해상 환적,洋上積み替え\n"))));
        await room.Do("return", "back.zip");
        StringAssert.Contains(room.Out, "1 term(s) were not taken in ja, since what came with them is in en", StringComparison.Ordinal);
        room.Write("more.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("terms.csv", Encoding.UTF8.GetBytes("ko,en,ja,xx\n해상 환적,ship-to-ship transfer,洋上積み替え,xx\n"))));
        await room.Do("return", "more.zip");
        StringAssert.Contains(room.Out, "1 term(s) were not taken in ja, since what came with them is in en", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Terms_that_come_with_files_of_several_languages_are_proposed_in_each()
    {
        using var room = await HandedOut();
        room.Write("back.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("b.xlf", File.ReadAllBytes(room.PathOf($"translations/ja/translate/{Story}.xlf"))), ("terms.csv", Encoding.UTF8.GetBytes("ko,en,ja\n해상 환적,ship-to-ship transfer,洋上積み替え\n"))));
        await room.Do("return", "back.zip");
        Assert.DoesNotContain("were not taken", room.Out);
        await room.Do("terms", "proposals");
        StringAssert.Contains(room.Out, "ship-to-ship transfer", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "洋上積み替え", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_broken_archive_within_one_is_named_and_what_lies_beside_it_is_taken()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/back.zip", Packed.Zip(("a.xlf", SampleReturns.Translated(Story)), ("more/old.zip", "PK\u0003\u0004xx"u8.ToArray())));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        StringAssert.Contains((await room.Quarantine()).Single().Value, "more/old.zip: The archive cannot be read", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("zh-TW", "zh-Hant")]
    [DataRow("zh-CN", "zh-Hans")]
    [DataRow("zh", null)]
    public async Task A_file_without_its_id_belongs_to_the_edition_of_its_script(string said, string? language)
    {
        using var room = new TestNewsroom();
        room.Set("\"ja\": [\"aoi\"] }", "\"ja\": [\"aoi\"], \"zh-Hans\": [\"mina\"], \"zh-Hant\": [\"mina\"] }");
        room.Set("\"ja\": {", "\"zh-Hans\": { \"route\": \"default\" }, \"zh-Hant\": { \"route\": \"default\" }, \"ja\": {");
        await room.Do("run", "--once");
        var file = Regex.Replace(room.Read($"translations/zh-Hans/translate/{Story}.xlf"), "<file id=\"[^\"]*\" original=\"[^\"]*\"", "<file id=\"f1\"");
        file = Regex.Replace(file, "<source>([^<]*)</source>(?=\\s*</segment>)", "$0<target>大米。</target>").Replace("trgLang=\"zh-Hans\"", $"trgLang=\"{said}\"", StringComparison.Ordinal);
        room.Write("f.xlf", file);
        var code = await room.Run("return", "f.xlf");
        if (language is null)
        {
            Assert.AreEqual(1, code);
            StringAssert.Contains(room.Error, $"Which job is this? Its sentences were handed out for {Story} [zh-Hans], {Story} [zh-Hant] alike", StringComparison.Ordinal);
            return;
        }

        StringAssert.Contains(room.Out + room.Error, $"{Story} [{language}]", StringComparison.Ordinal);
        foreach (var other in (string[])["zh-Hans", "zh-Hant"])
        {
            await room.Do("units", Story, "-l", other);
            Assert.AreEqual(other == language, room.Out.Contains("大米", StringComparison.Ordinal));
        }
    }

    private static async Task Return(TestNewsroom room, string name, byte[] bytes)
    {
        room.Write(name, bytes);
        await room.Do("return", name);
        await room.Do("run", "--once");
    }

    /// <summary>The same work with one wording changed.</summary>
    private static byte[] Reworded => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SampleReturns.Translated(Story)).Replace("speak by phone", "talk on the phone", StringComparison.Ordinal));

    private static async Task<TestNewsroom> HandedOut()
    {
        var room = new TestNewsroom();
        await room.Do("run", "--once");
        return room;
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Files that are saved in their place while the edition goes on without them: what is taken, what is refused, and that the newest takes their place.</summary>
[TestClass]
public sealed partial class NewestFileTests
{
    private const string Article = "translations/articles/flow.ko.md";
    private const string ToTranslate = "translations/en/translate/flow.xlf";
    private const string ToEdit = "translations/en/edit/flow.xlf";
    private const string Rejected = "translations/rejected/flow.xlf";
    private const string Two = "---\ntitle: 제목\n---\n\n첫 문장은 11이다. 둘째 문장은 21이다.\n\n셋째 문장은 31이다.\n";
    private const string Three = "첫째 문장은 11이다.\n\n둘째 문장은 21이다.\n\n셋째 문장은 31이다.\n";

    [TestMethod]
    public async Task What_an_editor_saved_while_the_source_changed_stands_in_the_translators_file()
    {
        using var room = await Translated(Two);
        room.Write(ToEdit, With(room.Read(ToEdit), "11이다.", "Edited words.", "final"));
        await Revise(room, Two.Replace("21이다", "22이다", StringComparison.Ordinal));
        StringAssert.Contains(room.Read(ToTranslate), "<target>Edited words.</target>", StringComparison.Ordinal);
        File.Delete(room.PathOf(ToTranslate));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "<target>Edited words.</target>", StringComparison.Ordinal);

        await Save(room, ToTranslate, With(room.Read(ToTranslate), "22이다.", "New words."));
        Assert.IsEmpty(await room.Quarantine());
        Assert.AreEqual("edit", await room.Stage("flow"));
        Assert.AreEqual("Edited words. New words.", await Target(room, "첫 문장은 11이다. 둘째 문장은 22이다."));
        StringAssert.Contains(room.Read(ToEdit), "<target>New words.</target>", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("final")]
    public async Task What_an_editor_wrote_for_the_sentence_that_changed_is_shown_beside_the_new_one(string state)
    {
        using var room = await Translated(Two);
        room.Write(ToEdit, With(room.Read(ToEdit), "21이다.", "Edited words.", state.Length > 0 ? state : null));
        await Revise(room, Two.Replace("21이다", "22이다", StringComparison.Ordinal));
        StringAssert.Contains(room.Read(ToTranslate), "<target>Edited words.</target>", StringComparison.Ordinal);
        var token = Token().Match(room.Read(ToTranslate)).Value;
        await room.Do("run", "--once");
        await room.Do("export", "flow", "-l", "en", "-o", "out");
        Assert.AreEqual(token, Token().Match(File.ReadAllText(Directory.GetFiles(room.PathOf("out")).Single())).Value, "the same words make the same file");
    }

    [TestMethod]
    public async Task A_file_that_went_out_again_has_what_was_saved_in_the_one_before()
    {
        using var room = await HandedOut(Two);
        await Save(room, ToTranslate, With(room.Read(ToTranslate), "31이다.", "The third."));
        File.Delete(room.PathOf(ToTranslate));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "<target>The third.</target>", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("translated")]
    [DataRow("final")]
    public async Task A_sentence_that_was_left_as_it_was_handed_out_is_no_conflict_for_the_one_beside_it(string state)
    {
        using var room = await Translated(Two);
        var edited = With(room.Read(ToEdit), "11이다.", "Edited words.", "final");
        await Revise(room, Two.Replace("21이다", "22이다", StringComparison.Ordinal));
        var old = room.Read(ToTranslate);
        Assert.DoesNotContain("Edited words.", old);
        await Save(room, "translations/returned/edited.xlf", edited);
        StringAssert.Contains(room.Read(ToTranslate), "Edited words.", StringComparison.Ordinal);

        // The translator has the older file open, and saves it.
        await Save(room, ToTranslate, With(old.Replace("state=\"translated\"", $"state=\"{state}\"", StringComparison.Ordinal), "22이다.", "New words.", state));
        Assert.IsEmpty(await room.Quarantine());
        Assert.AreEqual("edit", await room.Stage("flow"));
        Assert.AreEqual("Edited words. New words.", await Target(room, "첫 문장은 11이다. 둘째 문장은 22이다."));
    }

    [TestMethod]
    public async Task Nor_is_one_that_the_editor_left_and_that_was_approved_with_other_words()
    {
        using var room = await Translated(Two);
        var old = room.Read(ToEdit);
        await Save(room, ToEdit, With(old, "11이다.", "Edited words.", "final"));
        await Save(room, ToEdit, With(With(old, "21이다.", "Better words.", "final"), "11이다.", "Words 2.", "final"));
        Assert.IsEmpty(await room.Quarantine());
        Assert.AreEqual("Edited words. Better words.", await Target(room, "첫 문장은 11이다. 둘째 문장은 21이다."));
    }

    [TestMethod]
    public async Task A_sentence_beside_one_that_the_editor_has_not_seen_is_taken_and_the_newest_file_shows_both()
    {
        using var room = await Translated(Two);
        var old = room.Read(ToEdit);
        await Save(room, "translations/returned/unsure.xlf", With(old, "11이다.", "Perhaps so.", "translated\" subState=\"po:fuzzy"));
        Assert.AreEqual("edit", await room.Stage("flow"));
        await Save(room, ToEdit, With(With(old, "21이다.", "Better words.", "final"), "11이다.", "Words 2.", "final"));
        StringAssert.Contains(room.Read(Rejected + ".txt"), "The file has other words than the edition has now", StringComparison.Ordinal);
        Assert.AreEqual("Perhaps so. Better words.", await Target(room, "첫 문장은 11이다. 둘째 문장은 21이다."));
        var newest = room.Read(ToEdit);
        StringAssert.Contains(newest, "<target>Perhaps so.</target>", StringComparison.Ordinal);
        StringAssert.Contains(newest, "<target>Better words.</target>", StringComparison.Ordinal);
        await Save(room, ToEdit, newest.Replace("state=\"translated\"", "state=\"final\"", StringComparison.Ordinal));
        Assert.AreEqual("published", await room.Stage("flow"));
    }

    [TestMethod]
    public async Task The_newest_file_takes_the_place_of_one_whose_sentence_has_its_translation_already()
    {
        using var room = await Translated(Three);
        await Revise(room, Three.Replace("11이다", "12이다", StringComparison.Ordinal));
        var typed = With(room.Read(ToTranslate), "12이다.", "Twelve it is.");
        room.Write(ToTranslate, typed);
        await Revise(room, Three.Replace("31이다", "32이다", StringComparison.Ordinal));
        StringAssert.Contains(room.Read(ToTranslate), "셋째 문장은 32이다.", StringComparison.Ordinal);
        Assert.DoesNotContain("Twelve", room.Read(ToTranslate));
        StringAssert.Contains(room.Read(ToTranslate + ".txt"), "“Twelve it is.”. What is there now is translated already, and stays.", StringComparison.Ordinal);
        IsKept(room, typed);

        // A tool that still has the older one open saves it once more.
        await Save(room, ToTranslate, typed);
        StringAssert.Contains(room.Read(ToTranslate), "셋째 문장은 32이다.", StringComparison.Ordinal);

        await Save(room, ToTranslate, With(room.Read(ToTranslate), "32이다.", "Thirty-two it is."));
        Assert.AreEqual("edit", await room.Stage("flow"));
        IsKept(room, typed);
        await IsDealtWith(room);
    }

    [TestMethod]
    public async Task What_comes_back_late_is_taken_though_a_cell_of_the_same_words_has_the_same_translation()
    {
        const string tables = "| 지역 | 쌀 |\n|---|---|\n| 평양 | 없음 |\n\n| 지역 | 콩 |\n|---|---|\n| 원산 | 있음 |\n";
        using var room = await Translated(tables[..tables.IndexOf("\n\n", StringComparison.Ordinal)] + "\n");
        await Revise(room, tables);
        var typed = With(With(room.Read(ToTranslate), "지역", "Words 1.", "translated"), "콩", "Beans", "translated");
        await Revise(room, tables + "\n덧붙임이다.\n");
        await Save(room, "translations/returned/late.xlf", typed);
        Assert.IsEmpty(await room.Quarantine());
        await room.Do("units", "flow", "-l", "en", "--json");
        var targets = JsonNode.Parse(room.Out)!.AsArray().Where(u => (string)u!["source"]! is "지역" or "콩").Select(u => (string?)u!["target"]);
        Assert.AreEqual("Words 1.|Words 1.|Beans", string.Join('|', targets));
    }

    [TestMethod]
    public async Task A_file_that_nobody_needs_any_more_goes_out_of_its_place_and_is_kept()
    {
        using var room = await Translated(Three);
        await Revise(room, Three.Replace("11이다", "12이다", StringComparison.Ordinal));
        var typed = With(room.Read(ToTranslate), "12이다.", "Twelve it is.");
        room.Write(ToTranslate, typed);
        await Revise(room, Three);
        Assert.AreEqual("edit", await room.Stage("flow"));
        Assert.IsTrue(room.Exists(ToEdit));
        Assert.IsFalse(room.Exists(ToTranslate));
        StringAssert.Contains(room.Read(ToTranslate + ".txt"), "“Twelve it is.”", StringComparison.Ordinal);
        IsKept(room, typed);
        await IsDealtWith(room);
        Assert.IsFalse(room.Exists(ToTranslate + ".txt"));
    }

    [TestMethod]
    public async Task The_newest_file_takes_the_place_of_an_editors_whose_sentence_has_its_translation_already()
    {
        using var room = await Translated(Three);
        await Revise(room, Three.Replace("11이다", "12이다", StringComparison.Ordinal));
        await Save(room, ToTranslate, With(room.Read(ToTranslate), "12이다.", "Twelve it is."));
        var typed = With(room.Read(ToEdit), "12이다.", "It is twelve.");
        room.Write(ToEdit, typed);
        await Revise(room, Three);
        Assert.AreEqual("edit", await room.Stage("flow"));
        StringAssert.Contains(room.Read(ToEdit), "첫째 문장은 11이다.", StringComparison.Ordinal);
        Assert.DoesNotContain("twelve", room.Read(ToEdit));
        StringAssert.Contains(room.Read(ToEdit + ".txt"), "“It is twelve.”. What is there now is translated already, and stays.", StringComparison.Ordinal);
        IsKept(room, typed);
        await Save(room, ToEdit, room.Read(ToEdit).Replace("state=\"translated\"", "state=\"final\"", StringComparison.Ordinal));
        Assert.AreEqual("published", await room.Stage("flow"));
        await IsDealtWith(room);
    }

    [TestMethod]
    public async Task The_newest_file_takes_the_place_of_one_whose_words_another_has_changed()
    {
        using var room = await HandedOut(Two);
        var translated = Filled(room.Read(ToTranslate));
        await Save(room, ToTranslate, translated);
        var typed = With(room.Read(ToEdit), "11이다.", "Edited words.", "final");
        room.Write("later.xlf", With(translated, "11이다.", "Of another."));
        await room.Do("return", "later.xlf");
        await Save(room, ToEdit, typed);
        StringAssert.Contains(room.Read(ToEdit), "<target>Of another.</target>", StringComparison.Ordinal);
        StringAssert.Contains(room.Read(ToEdit + ".txt"), "Yours: “Edited words.”", StringComparison.Ordinal);
        IsKept(room, typed);
    }

    [TestMethod]
    public async Task The_newest_file_takes_the_place_of_one_that_changes_what_readers_have()
    {
        using var room = await Translated(Two);
        await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
        await room.Do("publish", "flow", "-l", "en");
        await Revise(room, Two.Replace("21이다", "22이다", StringComparison.Ordinal));
        var newest = room.Read(ToTranslate);
        var typed = With(newest, "11이다.", "Other words.");
        await Save(room, ToTranslate, typed);
        Assert.AreEqual(newest, room.Read(ToTranslate));
        StringAssert.Contains(room.Read(ToTranslate + ".txt"), "This text is published", StringComparison.Ordinal);
        IsKept(room, typed);

        // What is needed beside it is taken, and then nothing of the file is left in the place.
        await Save(room, ToTranslate, With(typed, "22이다.", "New words."));
        Assert.AreEqual("edit", await room.Stage("flow"));
        Assert.IsFalse(room.Exists(ToTranslate));
        Assert.AreEqual("Words 2. New words.", await Target(room, "첫 문장은 11이다. 둘째 문장은 22이다."));
    }

    [TestMethod]
    public async Task A_file_that_is_to_be_mended_stays_in_its_place()
    {
        using var room = await HandedOut("[링크](https://example.com/a)가 있다.\n\n둘째 문장은 21이다.\n");
        var typed = Filled(room.Read(ToTranslate));
        await Save(room, ToTranslate, typed);
        Assert.AreEqual(typed, room.Read(ToTranslate), "the codes are to be put right in it");
        StringAssert.Contains(room.Read(ToTranslate + ".txt"), "Put the codes right", StringComparison.Ordinal);
        const string broken = "<xliff version=\"2.0\"><file></xliff>";
        await Save(room, ToTranslate, broken);
        room.Later(TimeSpan.FromMinutes(3));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        Assert.AreEqual(broken, room.Read(ToTranslate));
    }

    /// <summary>What was refused is kept among what is rejected, with the reason, and in the archive.</summary>
    private static void IsKept(TestNewsroom room, string typed)
    {
        Assert.AreEqual(typed, room.Read(Rejected));
        Assert.IsTrue(room.Exists(Rejected + ".txt"));
        var kept = Directory.GetFiles(room.PathOf("translations/archive"), "*.xlf", SearchOption.AllDirectories).Single(f => File.ReadAllText(f) == typed);
        Assert.IsTrue(File.Exists(kept + ".txt"));
    }

    /// <summary>It is told until a person removes the reason.</summary>
    private static async Task IsDealtWith(TestNewsroom room)
    {
        Assert.HasCount(1, await room.Quarantine());
        File.Delete(room.PathOf(Rejected + ".txt"));
        await room.Do("run", "--once");
        Assert.IsEmpty(await room.Quarantine());
        Assert.IsFalse(room.Exists(Rejected));
    }

    private static async Task<string?> Target(TestNewsroom room, string source)
    {
        await room.Do("units", "flow", "-l", "en", "--json");
        return (string?)JsonNode.Parse(room.Out)!.AsArray().Single(u => (string)u!["source"]! == source)!["target"];
    }

    /// <summary>A file with other words for the sentence that ends so, marked as the tool marks it.</summary>
    private static string With(string file, string source, string words, string? state = null)
    {
        Assert.Contains(source + "</source>", file);
        return Regex.Replace(file, $"(<segment [^>]*?)( state=\"[^>]*\")?>(\\s*<source>[^<]*{Regex.Escape(source)}</source>)(\\s*<target>[^<]*</target>)?",
            m => $"{m.Groups[1].Value}{(state is null ? m.Groups[2].Value : $" state=\"{state}\"")}>{m.Groups[3].Value}<target>{words}</target>");
    }

    private static string Filled(string file)
    {
        var number = 0;
        return Empty().Replace(file, m => $"{m.Value}<target>Words {++number}.</target>");
    }

    private static Task Revise(TestNewsroom room, string source) => Save(room, Article, source);

    private static async Task Save(TestNewsroom room, string file, string text)
    {
        room.Write(file, text);
        await room.Do("run", "--once");
    }

    /// <summary>A newsroom with one article, translated: Words 1., Words 2. and so on.</summary>
    private static async Task<TestNewsroom> Translated(string source)
    {
        var room = await HandedOut(source);
        await Save(room, ToTranslate, Filled(room.Read(ToTranslate)));
        Assert.AreEqual("edit", await room.Stage("flow"));
        return room;
    }

    private static async Task<TestNewsroom> HandedOut(string source)
    {
        var room = new TestNewsroom();
        Directory.Delete(room.PathOf("translations/articles"), recursive: true);
        await Revise(room, source);
        return room;
    }

    [GeneratedRegex("tf-[a-z0-9]{10}")]
    private static partial Regex Token();

    [GeneratedRegex("</source>(?=\\s*</segment>)")]
    private static partial Regex Empty();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Texts that stand for several sentences, as every XLIFF 1.2 file has them, and sentences that moved, while the article changes.</summary>
[TestClass]
public sealed partial class JoinedTextTests
{
    private const string Article = "translations/articles/flow.ko.md";
    private const string ToTranslate = "translations/en/translate/flow.xlf";
    private const string First = "첫째 문장은 쌀값 이야기다.";
    private const string Second = "둘째 문장은 옥수수 이야기다.";
    private const string Third = "셋째 문장은 석탄 이야기다.";
    private const string Whole = "The first is about rice prices. The second is about corn. The third is about coal.";
    private const string Source = $"# 시장 소식\n\n{First} {Second} {Third}\n\n그 사이의 문단이다.\n\n마지막 문단이다.\n";

    [TestMethod]
    [DataRow("쌀값", "밀값", $"첫째 문장은 밀값 이야기다. {Second} {Third}")]
    [DataRow("옥수수", "보리", $"{First} 둘째 문장은 보리 이야기다. {Third}")]
    [DataRow(First + " ", "", $"{Second} {Third}")]
    [DataRow(" " + Second, "", $"{First} {Third}")]
    [DataRow(" " + Third, "", $"{First} {Second}")]
    [DataRow(" " + Third, " 새 문장이다. " + Third, $"{First} {Second} 새 문장이다. {Third}")]
    public async Task A_joined_text_is_not_taken_for_some_of_its_sentences(string was, string now, string paragraph)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await Revise(room, Source.Replace(was, now, StringComparison.Ordinal));
        var said = await room.Refused("return", "f.xlf");
        StringAssert.Contains(said, $"The article has changed in the 3 sentences for which your text stands since the file was handed out: “{Whole}”.", StringComparison.Ordinal);
        await IsOpen(room, paragraph);

        // What is written for the first of them alone is not all.
        room.Write("one.xlf", FirstTarget().Replace(room.Read(ToTranslate), "$1<target>One.</target>", 1).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("return", "one.xlf");
        Assert.AreEqual("translate", (string)(await Paragraph(room))["stage"]!);
    }

    [TestMethod]
    [DataRow("옥수수", "보리", $"{First} 둘째 문장은 보리 이야기다. {Third}")]
    [DataRow(" " + Third, "", $"{First} {Second}")]
    [DataRow(First + " ", "", $"{Second} {Third}")]
    public async Task A_joined_text_that_readers_have_opens_as_a_whole_when_one_of_its_sentences_changes(string was, string now, string paragraph)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
        await room.Do("publish", "flow", "-l", "en");
        await Revise(room, Source.Replace(was, now, StringComparison.Ordinal));
        await IsOpen(room, paragraph);

        // Whatever else changes, what is open stays so.
        var elsewhere = Source.Replace(was, now, StringComparison.Ordinal).Replace("그 사이의 문단이다.\n\n마지막 문단이다.", "마지막 문단이다.\n\n그 사이의 문단이다.", StringComparison.Ordinal);
        await Revise(room, elsewhere);
        await IsOpen(room, paragraph);
        await Revise(room, elsewhere.Replace("그 사이의", "그사이의", StringComparison.Ordinal));
        await IsOpen(room, paragraph);

        // And again, before anybody has looked.
        await Revise(room, Source.Replace(was, now, StringComparison.Ordinal).Replace("둘째 문장은", "그 둘째 문장은", StringComparison.Ordinal));
        await IsOpen(room, paragraph.Replace("둘째 문장은", "그 둘째 문장은", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task The_same_text_is_taken_for_the_changed_sentences_when_somebody_says_it_again()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await Revise(room, Source.Replace(Second, "둘째 문장은 옥수수의 이야기다.", StringComparison.Ordinal));
        await room.Refused("return", "f.xlf");
        await room.Do("run", "--once");
        Directory.Delete(room.PathOf("out"), recursive: true);
        var again = await Joined(room);
        room.Write("g.xlf", again);
        await room.Run("return", "g.xlf");
        Assert.AreEqual("translate", (string)(await Paragraph(room))["stage"]!, "as it was handed out it says nothing");
        room.Write("g.xlf", again.Replace($"<target>{Whole}", $"<target state=\"translated\">{Whole}", StringComparison.Ordinal));
        await room.Do("return", "g.xlf");
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);
        Assert.AreEqual(Whole, (string)(await Paragraph(room))["target"]!);
    }

    [TestMethod]
    public async Task The_answer_to_a_suggestion_whose_code_went_with_the_source_is_taken()
    {
        using var room = new TestNewsroom();
        Directory.Delete(room.PathOf("translations/articles"), recursive: true);
        await Revise(room, $"# 시장 소식\n\n**첫째** 문장은 쌀값 이야기다. {Second}\n");
        var bold = Bold().Match(room.Read(ToTranslate)).Value;
        room.Write("f.xlf", Sources().Replace(room.Read(ToTranslate).Replace(bold + " 문장은 쌀값 이야기다.</source>", $"{bold} 문장은 쌀값 이야기다.</source><target>{bold.Replace("첫째", "The first", StringComparison.Ordinal)} is about rice.</target>", StringComparison.Ordinal), m => m.Groups[1].Value == Second ? m.Value + "<target>About corn.</target>" : m.Value));
        await Revise(room, $"# 시장 소식\n\n{First} {Second}\n");
        await room.Refused("return", "f.xlf");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "<target>The first is about rice.</target>", StringComparison.Ordinal);

        room.Write("g.xlf", room.Read(ToTranslate).Replace("The first is about rice.", "This one is about rice.", StringComparison.Ordinal).Replace("About corn.", "And about corn.", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("return", "g.xlf");
        Assert.AreEqual("This one is about rice. And about corn.", (string)(await Paragraph(room))["target"]!);
    }

    [TestMethod]
    public async Task A_joined_text_goes_where_all_its_sentences_go()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        const string Merged = $"# 시장 소식\n\n그 사이의 문단이다. {First} {Second} {Third}\n\n마지막 문단이다.\n";
        await Revise(room, Merged);
        await room.Do("return", "f.xlf");
        await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
        await room.Do("publish", "flow", "-l", "en");
        StringAssert.Contains(Page(room), $"In between. {Whole}\n\nThe last.", StringComparison.Ordinal);

        await Revise(room, $"# 시장 소식\n\n{First} {Second} {Third}\n\n그 사이의 문단이다.\n\n마지막 문단이다.\n");
        StringAssert.Contains(Page(room), $"{Whole}\n\nIn between.\n\nThe last.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_joined_text_whose_sentences_went_apart_is_shown_once_so_that_nobody_confirms_it_twice()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await Revise(room, $"# 시장 소식\n\n{First} {Second}\n\n그 사이의 문단이다. {Third}\n\n마지막 문단이다.\n");
        await room.Do("run", "--once");
        Assert.AreEqual(2, room.Read(ToTranslate).Split(Whole).Length);
    }

    [TestMethod]
    public async Task A_sentence_that_moved_into_another_paragraph_is_taken_there()
    {
        using var room = await HandedOut();
        var file = Translated(room.Read(ToTranslate));
        await Revise(room, Source.Replace(" " + Second, "", StringComparison.Ordinal).Replace("마지막 문단이다.", $"마지막 문단이다. {Second}", StringComparison.Ordinal));
        room.Write("f.xlf", file);
        await room.Do("return", "f.xlf");
        Assert.DoesNotContain("no longer in the article", room.Out);
        await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
        await room.Do("publish", "flow", "-l", "en");
        StringAssert.Contains(Page(room), "About rice. About coal.\n\nIn between.\n\nThe last. About corn.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(" " + Second, "\n\n" + Second, "About rice.\n\nAbout corn.")]
    [DataRow(Third + "\n\n", Third + " ", "About corn. About all the coal. In between.")]
    public async Task What_an_editor_mended_while_the_paragraph_was_split_or_merged_is_published(string was, string now, string expected)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", Translated(room.Read(ToTranslate)));
        await room.Do("return", "f.xlf");
        await room.Do("run", "--once");
        var file = room.Read("translations/en/edit/flow.xlf").Replace("About coal.", "About all the coal.", StringComparison.Ordinal);
        await Revise(room, Source.Replace(was, now, StringComparison.Ordinal));
        room.Write("edited.xlf", file);
        await room.Do("return", "edited.xlf");
        Assert.DoesNotContain("no longer in the article", room.Out);
        await room.Do("run", "--once");
        StringAssert.Contains(Page(room), expected, StringComparison.Ordinal);
        StringAssert.Contains(Page(room), "About all the coal.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_part_of_a_joined_text_is_not_changed_alone()
    {
        using var room = await HandedOut();
        var plain = room.Read(ToTranslate);
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        room.Write("part.xlf", FirstTarget().Replace(plain, "$1<target>Only the first.</target>", 1));
        StringAssert.Contains(await room.Refused("return", "part.xlf"), $"Its words stand in one text with other sentences: “{Whole}”. Yours: “Only the first.”.", StringComparison.Ordinal);
        Assert.AreEqual(Whole, (string)(await Paragraph(room))["target"]!);
        await room.Do("notes", "flow", "-l", "en");
        StringAssert.Contains(room.Out, "Only the first.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("1.2")]
    [DataRow("2.0")]
    [DataRow("2.2")]
    public async Task A_newsrooms_file_with_a_joined_text_is_understood_without_the_newsroom(string version)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await room.Do("run", "--once");
        await room.Do("xliff", "convert", "translations/en/edit/flow.xlf", "--to", version, "-o", "edit.xlf");
        room.Write("a.ko.md", Source);
        await room.Do("weave", "a.ko.md", "--xliff", "edit.xlf", "-o", "a.en.md");
        Assert.Contains($"\n\n{Whole}\n\n", room.Read("a.en.md"));
        await room.Do("extract", "a.ko.md", "--former", "a.ko.md", "--xliff", "edit.xlf", "--target", "en", "-o", "b.xlf");
        await room.Do("weave", "a.ko.md", "--xliff", "b.xlf", "-o", "b.en.md");
        Assert.Contains($"\n\n{Whole}\n\n", room.Read("b.en.md"));

        // Once each has its own words, the note is of before.
        var number = 1;
        room.Write("edit.xlf", new Regex("<target/>|(<mrk [^>]*mid=\"[0-9]+\")/>").Replace(room.Read("edit.xlf"), m => m.Groups[1].Success ? $"{m.Groups[1]}>Sentence {++number}.</mrk>" : $"<target>Sentence {++number}.</target>").Replace(Whole, "Sentence 1.", StringComparison.Ordinal));
        await room.Do("weave", "a.ko.md", "--xliff", "edit.xlf", "-o", "a.en.md");
        Assert.Contains("\n\nSentence 1. Sentence 2. Sentence 3.\n\n", room.Read("a.en.md"));
    }

    [TestMethod]
    public async Task Words_that_stand_in_a_joined_text_are_not_said_a_second_time_beside_it()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await room.Do("run", "--once");
        var edit = room.Read("translations/en/edit/flow.xlf");
        StringAssert.Contains(edit, "Paragraph. The target of sentence 1 stands for sentences 1 to 3", StringComparison.Ordinal);
        var number = 1;
        var filled = new Regex("<target/>").Replace(edit, _ => $"<target>Sentence {++number} again.</target>");
        Assert.AreEqual(3, number);
        room.Write("filled.xlf", filled);
        StringAssert.Contains(await room.Refused("return", "filled.xlf"), $"Its words stand in the text of a sentence before it: “{Whole}”. Yours: “Sentence 2 again.”.", StringComparison.Ordinal);
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);
        await room.Do("notes", "flow", "-l", "en");
        StringAssert.Contains(room.Out, "Sentence 3 again.", StringComparison.Ordinal);

        // Nor where that text was mended on the way.
        room.Write("mended.xlf", filled.Replace("rice prices", "the prices of rice", StringComparison.Ordinal));
        StringAssert.Contains(await room.Refused("return", "mended.xlf"), "Its words stand in the text of a sentence before it", StringComparison.Ordinal);
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);

        // Each with its own words is what an editor may make of it.
        room.Write("apart.xlf", filled.Replace(Whole, "Sentence 1.", StringComparison.Ordinal));
        await room.Do("return", "apart.xlf");
        Assert.AreEqual("Sentence 1. Sentence 2 again. Sentence 3 again.", (string)(await Paragraph(room))["target"]!);
        Assert.AreNotEqual("edit", (string)(await Paragraph(room))["stage"]!);
    }

    [TestMethod]
    [DataRow(Third, Third + " 넷째 문장은 소금 이야기다.", true)]
    [DataRow(Third, Third + " 넷째 문장은 소금 이야기다.", false)]
    [DataRow(First, "넷째 문장은 소금 이야기다. " + First, true)]
    [DataRow(First, "넷째 문장은 소금 이야기다. " + First, false)]
    public async Task A_sentence_that_came_to_a_paragraph_that_readers_have_comes_back_in_a_form_without_sentences(string was, string now, bool isJoined)
    {
        using var room = await HandedOut();
        if (isJoined)
            room.Write("f.xlf", await Joined(room));
        else
            room.Write("f.xlf", Translated(room.Read(ToTranslate)));
        await room.Do("return", "f.xlf");
        await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
        await room.Do("publish", "flow", "-l", "en");
        var live = (string)(await Paragraph(room))["target"]!;
        await Revise(room, Source.Replace(was, now, StringComparison.Ordinal));
        if (Directory.Exists(room.PathOf("out")))
            Directory.Delete(room.PathOf("out"), recursive: true);
        var file = await Exported(room);
        StringAssert.Contains(file, live, StringComparison.Ordinal);
        room.Write("new.xlf", file.Replace("넷째 문장은 소금 이야기다.</target>", "The fourth is about salt.</target>", StringComparison.Ordinal).Replace("<target>넷째 문장은 소금 이야기다.", "<target>The fourth is about salt.", StringComparison.Ordinal));
        await room.Do("return", "new.xlf");
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);
        Assert.AreEqual(was == First ? $"The fourth is about salt. {live}" : $"{live} The fourth is about salt.", (string)(await Paragraph(room))["target"]!);
    }

    [TestMethod]
    public async Task A_confirmed_suggestion_for_several_sentences_is_not_said_a_second_time_beside_it()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await Revise(room, Source.Replace("옥수수", "보리", StringComparison.Ordinal));
        var number = 1;
        var filled = new Regex("<target/>").Replace(room.Read(ToTranslate), _ => $"<target>Sentence {++number} again.</target>");
        Assert.AreEqual(3, number);
        room.Write("confirmed.xlf", filled.Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        StringAssert.Contains(await room.Refused("return", "confirmed.xlf"), "Its words stand in the text of a sentence before it", StringComparison.Ordinal);
        Assert.AreEqual("translate", (string)(await Paragraph(room))["stage"]!);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_joined_text_that_holds_is_handed_out_as_done_and_filling_it_keeps_nothing_else_back(bool isPublished)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", Translated(LastJoined(room.Read(ToTranslate))));
        await room.Do("return", "f.xlf");
        if (isPublished)
        {
            await room.Do("accept", "flow", "-l", "en", "--as", "jonas");
            await room.Do("publish", "flow", "-l", "en");
        }

        await Revise(room, Source.Replace("쌀값", "밀값", StringComparison.Ordinal));
        var file = room.Read(ToTranslate);
        Assert.IsTrue(EmptiedAndDone().IsMatch(file), file);
        Assert.HasCount(1, Open().Matches(file));

        // Whoever fills what is empty nonetheless is told where the words stand.
        room.Write(ToTranslate, file.Replace("<target/>", "<target>About coal again.</target>", StringComparison.Ordinal).Replace("<target>About rice.", "<target>About wheat.", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Out, "Its words stand in the text of a sentence before it: “About corn and coal.”. Yours: “About coal again.”.", StringComparison.Ordinal);
        Assert.AreEqual(isPublished, room.Out.Contains("begin a correction first", StringComparison.Ordinal));
        var unit = await Paragraph(room);
        Assert.AreEqual("edit", (string)unit["stage"]!);
        Assert.AreEqual("About wheat. About corn and coal.", (string)unit["target"]!);
    }

    [TestMethod]
    [DataRow("About the barley and the coal of the North, which cost more than a year ago.", "That is coal.", true)]
    [DataRow("About the corn and the coal of the North, which cost more than a year ago.", "That is coal.", false)]
    public async Task What_is_written_anew_for_each_sentence_may_be_like_what_stood_for_them_together(string second, string third, bool isTaken)
    {
        const string Former = "About the corn and the coal of the North, which cost more than a year ago.";
        using var room = await HandedOut();
        room.Write("f.xlf", Translated(LastJoined(room.Read(ToTranslate))).Replace("About corn and coal.", Former, StringComparison.Ordinal));
        await room.Do("return", "f.xlf");
        await Revise(room, Source.Replace("옥수수", "보리", StringComparison.Ordinal));
        room.Write("g.xlf", room.Read(ToTranslate).Replace(Former, second, StringComparison.Ordinal).Replace("<target/>", $"<target>{third}</target>", StringComparison.Ordinal).Replace("state=\"initial\"", "state=\"translated\"", StringComparison.Ordinal));
        if (isTaken)
            await room.Do("return", "g.xlf");
        else
            StringAssert.Contains(await room.Refused("return", "g.xlf"), $"Its words stand in the text of a sentence before it: “{Former}”. Yours: “{third}”.", StringComparison.Ordinal);
        Assert.AreEqual(isTaken ? "edit" : "translate", (string)(await Paragraph(room))["stage"]!);
        Assert.AreEqual(isTaken ? $"About rice. {second} {third}" : "About rice.", ((string)(await Paragraph(room))["target"]!).Trim());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Saving_a_file_of_joined_texts_in_place_approves_what_was_changed_and_nothing_else(bool isVersion1)
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await room.Do("run", "--once");
        const string ToEdit = "translations/en/edit/flow.xlf";
        if (isVersion1)
        {
            Directory.Delete(room.PathOf("out"), recursive: true);
            room.Write(ToEdit, await Exported(room));
            StringAssert.Contains(room.Read(ToEdit), $"{Whole}</target>", StringComparison.Ordinal);
        }

        await SaveInPlace(room, ToEdit, room.Read(ToEdit) + "\n");
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);
        await SaveInPlace(room, ToEdit, room.Read(ToEdit).Replace("Market news", "News of the market", StringComparison.Ordinal));
        Assert.AreEqual("edit", (string)(await Paragraph(room))["stage"]!);
        Assert.IsFalse(Directory.Exists(room.PathOf("translations/published/en")));

        await SaveInPlace(room, ToEdit, room.Read(ToEdit).Replace("rice prices", "the price of rice", StringComparison.Ordinal));
        Assert.AreEqual(Whole.Replace("rice prices", "the price of rice", StringComparison.Ordinal), (string)(await Paragraph(room))["target"]!);
        Assert.AreNotEqual("edit", (string)(await Paragraph(room))["stage"]!);
    }

    [TestMethod]
    public async Task A_joined_text_that_was_sent_back_and_is_left_alone_is_no_answer()
    {
        using var room = await HandedOut();
        room.Write("f.xlf", await Joined(room));
        await room.Do("return", "f.xlf");
        await room.Do("send-back", "flow", "-l", "en", "--reason", "Look at the style.", "--as", "jonas");
        await room.Do("run", "--once");
        Directory.Delete(room.PathOf("out"), recursive: true);
        room.Write(ToTranslate, await Exported(room));
        await SaveInPlace(room, ToTranslate, room.Read(ToTranslate).Replace("Market news", "News of the market", StringComparison.Ordinal));
        Assert.AreEqual("translate", (string)(await Paragraph(room))["stage"]!);
        room.Write("g.xlf", room.Read(ToTranslate));
        await room.Run("return", "g.xlf");
        Assert.AreEqual("translate", (string)(await Paragraph(room))["stage"]!);
    }

    /// <summary>The whole paragraph is to be written anew, with the former text and what was changed beside it.</summary>
    private static async Task IsOpen(TestNewsroom room, string paragraph)
    {
        await room.Do("run", "--once");
        var unit = await Paragraph(room);
        Assert.AreEqual("translate", (string)unit["stage"]!);
        Assert.AreEqual("", (string?)unit["target"] ?? "");
        Assert.AreEqual(paragraph, (string)unit["source"]!);
        Assert.IsFalse(string.IsNullOrEmpty((string?)unit["change"]));
        var file = room.Read(ToTranslate);
        file = file[file.IndexOf("name=\"02-", StringComparison.Ordinal)..];
        file = file[..file.IndexOf("</unit>", StringComparison.Ordinal)];
        StringAssert.Contains(file, $"<target>{Whole}</target>", StringComparison.Ordinal);
        StringAssert.Contains(file, "whose target stood for those after it too; write all of them anew", StringComparison.Ordinal);
        Assert.HasCount(1, AnyTarget().Matches(file));

        // A form that knows no sentences has the former text alone, without words of the source behind it.
        if (Directory.Exists(room.PathOf("out")))
            Directory.Delete(room.PathOf("out"), recursive: true);
        StringAssert.Contains(await Exported(room), $"<target>{Whole}</target>", StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Paragraph(TestNewsroom room)
    {
        await room.Do("units", "flow", "-l", "en", "--json");
        return JsonNode.Parse(room.Out)!.AsArray().Single(u => (string)u!["name"]! == "02-paragraph")!;
    }

    private static string Page(TestNewsroom room) => File.ReadAllText(Directory.GetFiles(room.PathOf("translations/published/en"), "*.md", SearchOption.AllDirectories).Single());

    private static async Task Revise(TestNewsroom room, string source)
    {
        room.Write(Article, source);
        await room.Do("run", "--once");
    }

    /// <summary>The XLIFF 1.2 file of the article, translated.</summary>
    private static async Task<string> Joined(TestNewsroom room) => Translated(await Exported(room));

    private static async Task<string> Exported(TestNewsroom room)
    {
        await room.Do("export", "flow", "-l", "en", "--form", "1.2", "-o", "out");
        return File.ReadAllText(Directory.GetFiles(room.PathOf("out")).Single());
    }

    private static async Task SaveInPlace(TestNewsroom room, string file, string text)
    {
        room.Write(file, text);
        await room.Do("run", "--once");
    }

    /// <summary>The file as a tool has it in which the last two sentences of the paragraph were joined.</summary>
    private static string LastJoined(string file) => BetweenLast().Replace(file, " ");

    private static string Translated(string file) => Sources().Replace(file, m => m.Value + m.Groups[1].Value switch
    {
        $"{First} {Second} {Third}" or $"{First} 둘째 문장은 옥수수의 이야기다. {Third}" => $"<target>{Whole}</target>",
        $"{Second} {Third}" => "<target>About corn and coal.</target>",
        First => "<target>About rice.</target>",
        Second => "<target>About corn.</target>",
        Third => "<target>About coal.</target>",
        "시장 소식" => "<target>Market news</target>",
        "그 사이의 문단이다." => "<target>In between.</target>",
        "마지막 문단이다." => "<target>The last.</target>",
        _ => "",
    });

    private static async Task<TestNewsroom> HandedOut()
    {
        var room = new TestNewsroom();
        Directory.Delete(room.PathOf("translations/articles"), recursive: true);
        await Revise(room, Source);
        return room;
    }

    [GeneratedRegex("<pc [^>]*>첫째</pc>")]
    private static partial Regex Bold();

    [GeneratedRegex("<source>([^<]*)</source>")]
    private static partial Regex Sources();

    [GeneratedRegex("(<source>(?:첫째|둘째)[^<]*</source>)(\\s*<target>[^<]*</target>)?")]
    private static partial Regex FirstTarget();

    [GeneratedRegex(@"(?<=둘째 문장은 옥수수 이야기다\.)</source>.*?<source>(?=셋째)", RegexOptions.Singleline)]
    private static partial Regex BetweenLast();

    [GeneratedRegex("state=\"translated\">\\s*<source>셋째[^<]*</source>\\s*<target/>")]
    private static partial Regex EmptiedAndDone();

    [GeneratedRegex("state=\"initial\"")]
    private static partial Regex Open();

    [GeneratedRegex("<target>")]
    private static partial Regex AnyTarget();
}

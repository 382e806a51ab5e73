using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Cli;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("frobnicate")]
    [DataRow("accept")]
    [DataRow("run", "--twice")]
    [DataRow("extract", "a.md", "-o", "b.xlf")]
    public async Task What_is_not_understood_gives_2_and_says_where_help_is(params string[] arguments)
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(2, await room.Run(arguments));
        StringAssert.Contains(room.Error, "--help", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("There is no option '--unknown' here. Known: --output, --language, --target, --former, --xliff, --srx, --mdx, --replace, --explain, --json, --help, --settings.", "extract", "--unknown", "a.ko.md", "-o", "b.xlf", "--target", "en")]
    [DataRow("There is no option '-x' here.", "weave", "a.ko.md", "-x", "a.xlf", "-o", "b.md")]
    [DataRow("There is no option '--unknown' here.", "pseudo", "a.ko.md", "--unknown", "-o", "b.md")]
    [DataRow("There is no option '--unknown' here.", "segment", "--unknown", "--language", "ko")]
    [DataRow("There is no option '--unknown' here.", "accept", "--unknown", "a", "-l", "en")]
    [DataRow("There is no command 'show'. Known here: run, schedule, status, ", "show", "a.ko.md")]
    [DataRow("There is no command 'xliff conv'. Known here: convert, split, join, diff.", "xliff", "conv", "a.xlf", "--to", "1.2")]
    [DataRow("transflow xliff needs a command. Known here: convert, split, join, diff.", "xliff")]
    [DataRow("transflow needs a command. Known here: run, schedule, status, ")]
    [DataRow("extract needs IN with --output and --target, or with --explain.", "extract")]
    [DataRow("--target: 'english' is no language tag; write 'en'.", "extract", "a.ko.md", "-o", "b.xlf", "--target", "english")]
    [DataRow("--language: 'Korean' is no language tag; write 'ko'.", "extract", "a.ko.md", "-o", "b.xlf", "--target", "en", "--language", "Korean")]
    [DataRow("--language: 'klingonese' is no language tag; write one such as 'ko'", "segment", "--language", "klingonese")]
    [DataRow("IN: an empty text is no name;", "extract", "", "-o", "out", "--target", "en")]
    [DataRow("--output: an empty text is no name;", "pseudo", "a.ko.md", "-o", "")]
    [DataRow("--xliff: an empty text is no name;", "weave", "a.ko.md", "--xliff", "", "-o", "b.md")]
    [DataRow("[suggest:x]: 'x' is no place in the line", "[suggest:x]", "transflow wea")]
    [DataRow("[suggest:-1]: '-1' is no place in the line", "[suggest:-1]", "transflow wea")]
    public async Task What_is_mistyped_is_named_with_what_is_known(string said, params string[] arguments)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다.\n");
        Assert.AreEqual(2, await room.Run(arguments));
        StringAssert.StartsWith(room.Error, said, StringComparison.Ordinal);
        Assert.HasCount(3, room.Error.Split('\n'), "it, and where help is");
    }

    [TestMethod]
    [DataRow("First steps:", "help")]
    [DataRow("extract <IN>...", "help", "extract")]
    [DataRow("xliff diff <FIRST>", "help", "xliff", "diff")]
    [DataRow("First steps", "help", "help")]
    public async Task Help_may_be_asked_for_by_its_word(string said, params string[] arguments)
    {
        using var room = new TestNewsroom();
        await room.Do(arguments);
        StringAssert.Contains(room.Out, said, StringComparison.Ordinal);
        var all = room.Out;
        await room.Do([.. arguments.SkipWhile(a => a == "help"), "--help"]);
        Assert.AreEqual(room.Out, all);
    }

    /// <summary>As dotnet-suggest asks for it: the position, and the line so far.</summary>
    [TestMethod]
    [DataRow("weave", "[suggest:13]", "transflow wea")]
    [DataRow("convert", "[suggest:16]", "transflow xliff ")]
    [DataRow("--explain", "[suggest:22]", "transflow extract --ex")]
    public async Task A_shell_may_complete_the_line(string expected, params string[] arguments)
    {
        using var room = new TestNewsroom();
        await room.Do(arguments);
        CollectionAssert.Contains(room.Out.Split('\n'), expected);
    }

    [TestMethod]
    public async Task A_file_may_have_the_name_of_an_option()
    {
        using var room = new TestNewsroom();
        room.Write("--a.ko.md", "글이다.\n");
        await room.Do("pseudo", "-o", "b.md", "--", "--a.ko.md");
        Assert.AreEqual("⟦글이다.⟧\n", room.Read("b.md"));
        await room.Do("pseudo", "-o", "c.md", "./--a.ko.md");
        Assert.AreEqual(room.Read("b.md"), room.Read("c.md"));
    }

    [TestMethod]
    public async Task What_is_not_understood_of_a_verb_in_a_verb_says_where_its_help_is()
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(2, await room.Run("xliff", "diff", "a", "b", "c"));
        StringAssert.Contains(room.Error, "See: transflow xliff diff --help", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Every_verb_has_help_that_says_what_it_does()
    {
        using var room = new TestNewsroom();
        await room.Do("--help");
        var verbs = room.Out.Split('\n').SkipWhile(l => l != "Commands:").Skip(1).Select(l => l.Trim().Split(' ')[0]).Where(v => v.Length > 0).ToList();
        Assert.IsGreaterThan(20, verbs.Count);
        foreach (var verb in verbs)
        {
            await room.Do(verb, "--help");
            StringAssert.Contains(room.Out, "Usage:", StringComparison.Ordinal);
            Assert.IsGreaterThan(20, room.Out.Split('\n')[1].Trim().Length, verb);
        }
    }

    [TestMethod]
    public async Task Extract_and_weave_cut_sentences_by_rules_of_ones_own_and_a_broken_file_of_rules_refuses_the_whole()
    {
        using var room = new TestNewsroom();
        const string Rules = "<srx version=\"2.0\"><header cascade=\"no\"/><body><languagerules><languagerule languagerulename=\"a\"><rule><beforebreak>;</beforebreak></rule></languagerule></languagerules>"
            + "<maprules><languagemap languagepattern=\"ko\" languagerulename=\"a\"/></maprules></body></srx>";
        room.Write("rules.srx", Encoding.UTF8.GetBytes(Rules));
        room.Write("broken.srx", Encoding.UTF8.GetBytes(Rules.Replace(">;<", ">[;<", StringComparison.Ordinal)));
        room.Write("a.ko.md", Encoding.UTF8.GetBytes("하나. 둘; 셋. 넷\n"));

        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en", "--srx", "rules.srx");
        var xliff = File.ReadAllText(room.PathOf("a.xlf"));
        StringAssert.Contains(xliff, "<source>하나. 둘;</source>", StringComparison.Ordinal);
        room.Write("a.xlf", Encoding.UTF8.GetBytes(xliff.Replace("<source>셋. 넷</source>", "<source>셋. 넷</source><target>Three. Four</target>", StringComparison.Ordinal)));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md", "--srx", "rules.srx");
        Assert.AreEqual("하나. 둘; Three. Four\n", File.ReadAllText(room.PathOf("a.en.md")));

        Assert.AreEqual(1, await room.Run("extract", "a.ko.md", "-o", "b.xlf", "--target", "en", "--srx", "broken.srx"));
        StringAssert.Contains(room.Error, "broken.srx:1: A set without its end", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("b.xlf"));
    }

    [TestMethod]
    public async Task What_leads_out_of_the_process_is_written_to_and_not_replaced()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Left out: pipes have names as Linux gives them.");
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다.\n");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        await room.Do("pseudo", "a.ko.md", "-o", $"/dev/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}");
        pipe.DisposeLocalCopyOfClientHandle();
        using var reader = new StreamReader(pipe);
        Assert.AreEqual("⟦글이다.⟧\n", await reader.ReadToEndAsync());

        var shared = Path.Combine("/dev/shm", $"transflow-{Environment.ProcessId}.md");
        await room.Do("pseudo", "a.ko.md", "-o", shared);
        Assert.AreEqual("⟦글이다.⟧\n", File.ReadAllText(shared), "shared memory holds files");
        File.Delete(shared);
    }

    [TestMethod]
    [DataRow("utf-16", "-:1: The file is UTF-16, not UTF-8.")]
    [DataRow("latin1", "-:1: The file is not UTF-8.")]
    public async Task An_article_on_standard_input_in_another_encoding_is_told_as_one_in_a_file(string encoding, string told)
    {
        using var room = new TestNewsroom();
        using var program = NewsroomProcess.StartReading(room, Encoding.GetEncoding(encoding) is var coding ? [.. coding.GetPreamble(), .. coding.GetBytes("Één woord.\n")] : [], "pseudo", "-", "--language", "nl", "-o", "-");
        Assert.AreEqual(1, await program.Code());
        Assert.StartsWith(told, program.Error);
    }

    [TestMethod]
    public async Task What_stays_without_a_target_on_a_page_that_has_others_is_told()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "첫 문장이다. 붉은 글도 있다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("", room.Error);
        room.Write("a.xlf", Encoding.UTF8.GetBytes(room.Read("a.xlf").Replace("첫 문장이다.</source>", "첫 문장이다.</source><target>All in one.</target>", StringComparison.Ordinal)));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("a.ko.md: 01-paragraph “붉은 글도 있다.”: it has no target, and stays as it is. --missing fail refuses that.\n", room.Error);
    }

    [TestMethod]
    public async Task Standard_input_that_is_not_UTF_8_is_told()
    {
        using var room = new TestNewsroom();
        using var program = NewsroomProcess.StartReading(room, "글\n"u8.ToArray().Concat(new byte[] { 0xB0, 0xA1, (byte)'\n' }).ToArray(), "segment", "--language", "ko");
        Assert.AreEqual(1, await program.Code());
        Assert.Contains("Standard input is not UTF-8", program.Error);
        Assert.DoesNotContain("\uFFFD", program.Out);
    }

    [TestMethod]
    [DataRow("가다. 나다.\r\n다다.\n\n라다. 마다.\n", "가다.␞나다.\r\n다다.\n\n라다.␞마다.\n")]
    [DataRow("가다.\r나다. 다다.\r\r\n\r라다", "가다.\r나다.␞다다.\r\r\n\r라다\n", DisplayName = "carriage returns by themselves")]
    [DataRow("\uFEFF가다. 나다.\r", "가다.␞나다.\r", DisplayName = "at the end")]
    [DataRow("", "")]
    public async Task Paragraphs_keep_their_line_ends(string paragraphs, string sentences)
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(0, await room.RunWith(paragraphs, "segment", "--language", "kor"), room.Error);
        Assert.AreEqual(sentences, room.Out);
    }

    [TestMethod]
    public async Task A_paragraph_with_the_sign_that_cuts_is_refused()
    {
        using var room = new TestNewsroom();
        Assert.AreEqual(1, await room.RunWith("가다.\n나␞다.\n", "segment", "--language", "ko"));
        Assert.Contains("-:2: The paragraph holds U+241E", room.Error);
    }

    [TestMethod]
    [DataRow("버스가 어제 늦게 왔다고 한다.", "비행기는 모두 오늘 결항했다.")]
    [DataRow("버스가 어제 30분 늦게 왔다고 한다.", "버스가 어제 35분 늦게 왔다고 한다.")]
    [DataRow("김철수 소장이 체포됐다.", "김철수 소장이 체포되지 않았다.")]
    public async Task Weaving_an_article_that_changed_says_so(string before, string after)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", before + "\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        room.Write("a.xlf", Encoding.UTF8.GetBytes(room.Read("a.xlf").Replace("</source>", "</source><target>It came.</target>", StringComparison.Ordinal)));
        room.Write("a.ko.md", after + "\n");
        Assert.AreEqual(1, await room.Run("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md"));
        Assert.Contains($"“{before}” in the file and “{after}” in the article", room.Error);
        Assert.Contains("one of the two has changed since the file was made", room.Error);
    }

    [TestMethod]
    [DataRow(1, "extract in -o made.xlf --target en", "made.xlf: This is a file; what is made of several articles needs a folder.", DisplayName = "a file where a folder has to be")]
    [DataRow(1, "extract in/a.ko.md -o made.xlf/a.xlf --target en", "made.xlf/a.xlf: The file '", DisplayName = "a file on the way")]
    [DataRow(1, "pseudo in/a.ko.md -o /dev/full", ": '/dev/full'. Mend that, or name another place with -o. What was there before is as it was.", DisplayName = "no room left")]
    [DataRow(1, "extract in -o - --target en", "Standard output takes what is made of one article, and here are 2.", DisplayName = "several into standard output")]
    [DataRow(3, "memory convert words.csv -o made.xlf/a.tmx", "Mend that, then run the command again.", DisplayName = "a memory under a file")]
    [DataRow(2, "extract in -o", "extract needs IN with --output and --target, or with --explain.", DisplayName = "an option without its value")]
    [DataRow(2, "extract in -o out --target xx_yy", "'xx_yy' is no language tag", DisplayName = "no language")]
    [DataRow(2, "segment --language k", "'k' is no language tag", DisplayName = "no language of paragraphs")]
    [DataRow(1, "extract in/a.ko.md -o out/ --target ko", "in/a.ko.md: It is in 'ko' already.", DisplayName = "the articles' own language")]
    public async Task What_cannot_be_written_or_understood_is_refused(int code, string line, string said)
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        room.Write("in/sub/b.ko.md", "글이다.\n");
        room.Write("words.csv", "ko,en\n글,words\n");
        room.Write("made.xlf", "kept");
        Assert.AreEqual(code, await room.Run(line.Split(' ')));
        StringAssert.Contains(room.Error, said, StringComparison.Ordinal);
        Assert.AreEqual("kept", room.Read("made.xlf"));
    }

    [TestMethod]
    public async Task Translations_are_not_written_over_unless_that_is_asked_for()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var translated = room.Read("a.xlf").Replace("</source>", "</source><target>Words.</target>", StringComparison.Ordinal);
        room.Write("a.xlf", translated);
        Assert.AreEqual(1, await room.Run("extract", "a.ko.md", "-o", "a.xlf", "--target", "en"));
        StringAssert.StartsWith(room.Error, "a.xlf: This file holds translations; it was not written over.", StringComparison.Ordinal);
        Assert.AreEqual(translated, room.Read("a.xlf"));
        foreach (var other in new[] { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(translated)).ToArray(), Encoding.UTF8.GetBytes(translated.Replace("<target", "<x:target", StringComparison.Ordinal)) })
        {
            room.Write("b.xlf", other);
            Assert.AreEqual(1, await room.Run("extract", "a.ko.md", "-o", "b.xlf", "--target", "en"));
        }

        foreach (var made in new string[][] { ["pseudo", "a.ko.md", "-o", "a.xlf"], ["weave", "a.ko.md", "--xliff", "b.xlf", "-o", "a.xlf"] })
        {
            room.Write("b.xlf", translated);
            Assert.AreEqual(1, await room.Run(made));
            Assert.AreEqual(translated, room.Read("a.xlf"));
        }

        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en", "--replace");
        Assert.DoesNotContain("<target", room.Read("a.xlf"));
    }

    [TestMethod]
    [DataRow("</notes>", "<note>Which?</note></notes>")]
    [DataRow("<notes>", "<notes><note category=\"translator\">Which?</note>")]
    [DataRow("글이다.", "<mrk id=\"m1\" type=\"comment\" value=\"Which?\">글이다.</mrk>")]
    [DataRow("글이다.", "<mrk id=\"m1\" type=\"x:memo\" its:locQualityIssueComment=\"Which?\">글이다.</mrk>")]
    [DataRow("<segment", "<mq:comment xmlns:mq=\"MQXliff\">Which?</mq:comment><segment")]
    [DataRow("</unit>", "<!-- Which? --></unit>")]
    public async Task Notes_of_people_are_not_written_over_unless_that_is_asked_for(string place, string note)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "글이다. a:target &lt;!-- note comment=\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var noted = room.Read("a.xlf").Replace(place, note, StringComparison.Ordinal);
        room.Write("a.xlf", noted);
        Assert.AreEqual(1, await room.Run("extract", "a.ko.md", "-o", "a.xlf", "--target", "en"));
        StringAssert.StartsWith(room.Error, "a.xlf: This file holds notes that somebody wrote; it was not written over.", StringComparison.Ordinal);
        Assert.AreEqual(noted, room.Read("a.xlf"));
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en", "--replace");
        Assert.DoesNotContain("Which?", room.Read("a.xlf"));
    }

    [TestMethod]
    public async Task An_article_is_taken_apart_as_the_settings_say_that_are_named()
    {
        using var room = new TestNewsroom();
        var settings = JsonNode.Parse(room.Read("transflow.json"), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        settings["source"]!["frontMatter"] = new JsonObject { ["translate"] = new JsonArray("opener") };
        room.Write("other.json", settings.ToJsonString());
        room.Write("a.md", "---\nopener: 여는 말\n---\n\n글이다.\n");
        await room.Do("extract", "a.md", "--explain", "--language", "ko");
        Assert.DoesNotContain("unit\t01-opener", room.Out);
        await room.Do("extract", "a.md", "--explain", "--settings", "other.json");
        Assert.Contains("unit\t01-opener\t여는 말", room.Out);
        await room.Do("pseudo", "a.md", "-o", "b.md", "--settings", "other.json");
        Assert.Contains("opener: ⟦여는 말⟧", room.Read("b.md"));
        Assert.AreEqual(3, await room.Run("extract", "a.md", "--explain", "--settings", "none.json"));
    }

    [TestMethod]
    public async Task The_page_of_a_folder_is_known_by_the_folder()
    {
        using var room = new TestNewsroom();
        foreach (var (path, id) in new[] { ("cows/index.ko.md", "cows"), ("markets/index.ko.md", "markets"), ("markets/_index.ko.md", "markets_index"), ("docs/README.ko.md", "docs"), ("index.ko.md", "index") })
            room.Write($"translations/articles/{path}", $"# {id}의 글\n\n글이다.\n");
        await room.Do("run", "--once");
        await room.Do("status", "--json");
        foreach (var id in new[] { "cows", "markets", "markets_index", "docs", "index" })
            Assert.Contains($"\"article\": \"{id}\"", room.Out);
    }

    [TestMethod]
    public async Task Kept_words_of_a_front_matter_are_told_once_by_who_takes_the_article_in()
    {
        const string Told = "translations/articles/box.ko.md: box: this value of the front matter reads as words, and is kept as it is.";
        using var room = new TestNewsroom();
        room.Write("translations/articles/box.ko.md", "---\nlang: ko\nbox: 쌀값이 오른 까닭을 묻는다\n---\n\n글이다.\n");
        await room.Do("run", "--once");
        Assert.Contains(Told, room.Error);
        await room.Do("run", "--once");
        Assert.DoesNotContain(Told, room.Error);
    }

    [TestMethod]
    public async Task A_page_without_words_in_a_folder_is_told_and_written_as_it_is()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        room.Write("in/picture.ko.md", "![](/a.png)\n");
        room.Write("in/picture.en.md", "![](/b.png)\n");
        await room.Do("extract", "in", "--language", "ko", "--target", "en", "-o", "xliff");
        Assert.Contains("picture.ko.md: it has no words, and there is nothing to translate in it", room.Error);
        await room.Do("extract", "in", "--language", "ko", "--explain");
        Assert.Contains("picture.ko.md: it has no words", room.Error);
        await room.Do("weave", "in", "--xliff", "xliff", "-o", "out");
        CollectionAssert.AreEquivalent(new[] { "a.ko.md", "picture.ko.md" }, Directory.GetFiles(Path.Combine(room.Folder, "out")).Select(Path.GetFileName).ToArray());
        await room.Refused("extract", "in/picture.ko.md", "--target", "en", "-o", "one.xlf");
        Assert.AreEqual(1, await room.RunWith("글이다.\n", "extract", "-", "-", "--language", "ko", "--target", "en", "-o", "-"));
        room.Write("other/a.ko.md", "다른 글이다.\n");
        await room.Do("extract", "--explain", "in/a.ko.md", "other", "--target", "en");
        Assert.Contains("other/a.ko.md:1", room.Out);
    }

    [TestMethod]
    public async Task Pages_whose_names_say_another_language_than_the_one_asked_for_are_passed_over()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        room.Write("in/a.en.md", "Words.\n");
        room.Write("in/b.md", "글이다.\n");
        room.Write("other/a.en.md", "Words.\n");
        await room.Do("extract", "in", "--language", "ko-KR", "--target", "ja", "-o", "out");
        CollectionAssert.AreEquivalent(new[] { "a.ko.xlf", "b.xlf" }, Directory.GetFiles(Path.Combine(room.Folder, "out")).Select(Path.GetFileName).ToArray());
        Assert.Contains("in/a.en.md: left out, since the name says 'en'.", room.Error);
        await room.Do("extract", "other", "--language", "ko", "--target", "ja", "-o", "out");
        Assert.Contains("other: nothing was made of what is in it; it is all in other languages than the one asked for (en).", room.Error);
        await room.Do("extract", "in/a.en.md", "--language", "ko", "--target", "ja", "-o", "one.xlf");
    }

    [TestMethod]
    public async Task A_link_in_a_circle_is_refused_and_the_rest_is_done()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        File.CreateSymbolicLink(Path.Combine(room.Folder, "in/loop.ko.md"), "loop.ko.md");
        Assert.AreEqual(1, await room.Run("pseudo", "in", "-o", "out"));
        Assert.Contains("in/loop.ko.md: ", room.Error);
        Assert.AreEqual("⟦글이다.⟧\n", room.Read("out/a.ko.md"));
    }

    [TestMethod]
    public async Task A_command_that_waits_for_a_pipe_ends_when_it_is_told_to()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Left out: pipes are made as on Linux.");
        using var room = new TestNewsroom();
        var pipe = Path.Combine(room.Folder, "pipe.ko.md");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        using var stop = new CancellationTokenSource();
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, TextReader.Null, room.Folder, room.Environment, TimeProvider.System);
        var waiting = CommandLine.Run(["pseudo", "pipe.ko.md", "-o", "out.md"], terminal, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
        // Whoever still waits is let go.
        await File.WriteAllTextAsync(pipe, "", CancellationToken.None);
    }

    [TestMethod]
    public async Task A_pipe_in_a_folder_is_passed_over()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Left out: pipes are made as on Linux.");
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(room.Folder, "in/pipe.ko.md")]))
            await made.WaitForExitAsync();
        File.CreateSymbolicLink(Path.Combine(room.Folder, "in/link.ko.md"), "pipe.ko.md");
        File.CreateSymbolicLink(Path.Combine(room.Folder, "in/good.ko.md"), "a.ko.md");
        await room.Do("pseudo", "in", "-o", "out");
        CollectionAssert.AreEquivalent(new[] { "a.ko.md", "good.ko.md" }, Directory.GetFiles(Path.Combine(room.Folder, "out")).Select(Path.GetFileName).ToArray());
        Assert.Contains("in/pipe.ko.md: passed over; it is a pipe or a device and no file.", room.Error);
        Assert.Contains("in/link.ko.md: passed over;", room.Error);
    }

    [TestMethod]
    [DataRow("a.xlf", "글이다.\n")]
    [DataRow("a.ko.md", "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"/>")]
    public async Task XLIFF_in_the_place_of_an_article_is_named_as_such(string name, string text)
    {
        using var room = new TestNewsroom();
        room.Write(name, text);
        Assert.Contains("This is XLIFF, not the article.", await room.Refused("extract", name, "-o", "b.xlf", "--target", "en", "--language", "ko"));
        Assert.Contains("weave ARTICLE --xliff", room.Error);
    }

    [TestMethod]
    public async Task Hidden_folders_and_folders_that_are_links_are_not_gone_into()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        room.Write("in/.git/b.ko.md", "글이다.\n");
        Directory.CreateSymbolicLink(Path.Combine(room.Folder, "in", "again"), Path.Combine(room.Folder, "in"));
        await room.Do("pseudo", "in", "-o", "out");
        CollectionAssert.AreEqual(new[] { "a.ko.md" }, Directory.GetFiles(Path.Combine(room.Folder, "out"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public async Task Weaving_a_link_that_lost_its_words_says_so()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "[쌀값](u)이 올랐다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        room.Write("a.xlf", Encoding.UTF8.GetBytes(room.Read("a.xlf").Replace("</source>", "</source><target>Rice rose.<pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d2\"></pc></target>", StringComparison.Ordinal)));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.Contains("the code {1} has no words in it", room.Error);
    }

    [TestMethod]
    [DataRow("<target/>")]
    [DataRow("<target></target>")]
    public async Task Weaving_a_file_whose_every_target_is_empty_says_so(string target)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "쌀값이 올랐다. 값은 그대로다.\n\n끝이다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        room.Write("a.xlf", Encoding.UTF8.GetBytes(Regex.Replace(room.Read("a.xlf"), "(<segment[^>]*>\\s*<source>[^<]*</source>)", "$1" + target)));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("a.ko.md: No unit has a translation: every target in the file is empty, and the article stays as it is. --missing fail refuses that.\n", room.Error);
        Assert.AreEqual(room.Read("a.ko.md"), room.Read("a.en.md"));
    }

    [TestMethod]
    public async Task What_was_extracted_of_a_very_long_article_is_woven()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"가 {i}.\n\n")));
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual(room.Read("a.ko.md"), room.Read("a.en.md"));
    }

    [TestMethod]
    public async Task Nothing_is_written_over_what_is_read()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "글이다.\n");
        room.Write("in/b.ko.md", "글이다.\n");
        await room.Do("extract", "in", "-o", "files", "--target", "en");
        File.CreateSymbolicLink(Path.Combine(room.Folder, "link"), Path.Combine(room.Folder, "in"));
        foreach (var line in (string[][])[["weave", "in", "--xliff", "files", "-o", "in"], ["weave", "in", "--xliff", "files", "-o", "link"], ["pseudo", "in/a.ko.md", "-o", "in/a.ko.md"], ["extract", "in/a.ko.md", "-o", "in/a.ko.md", "--target", "en"], ["weave", "in/a.ko.md", "--xliff", "files/a.ko.xlf", "-o", "files/a.ko.xlf"]])
        {
            Assert.AreEqual(1, await room.Run(line), string.Join(' ', line));
            Assert.Contains("would be overwritten", room.Error);
        }

        Assert.AreEqual("글이다.\n", room.Read("in/a.ko.md"));
        Assert.Contains("<xliff", room.Read("files/a.ko.xlf"));
    }

    [TestMethod]
    public async Task Weaving_tells_of_emphasis_that_is_lost()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "그는 **크게** 말했다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        room.Write("a.xlf", Regex.Replace(room.Read("a.xlf"), "</source>(?=\\s*</segment>)", m => m.Value + "<target>He spoke.</target>"));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("He spoke.\n", room.Read("a.en.md"));
        Assert.AreEqual("a.ko.md: 01-paragraph: bold is missing; put it in if it matters.", room.Error.Trim());
    }

    [TestMethod]
    [DataRow("a pair taken out", "시장에 갔나?\n\n예.\n")]
    [DataRow("pairs changed places", "시장에 갔나?\n\n예.\n\n어디로 갔나?\n\n예.\n")]
    [DataRow("a pair came first", "누가 왔나?\n\n예.\n\n어디로 갔나?\n\n예.\n\n시장에 갔나?\n\n예.\n")]
    public async Task An_older_file_is_not_woven_where_it_is_in_doubt_which_translation_is_whose(string name, string after)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "어디로 갔나?\n\n예.\n\n시장에 갔나?\n\n예.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var number = 0;
        room.Write("a.xlf", Regex.Replace(room.Read("a.xlf"), "</source>(?=\\s*</segment>)", m => m.Value + $"<target>Words {++number}.</target>"));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("Words 1.\n\nWords 2.\n\nWords 3.\n\nWords 4.\n", room.Read("a.en.md"));

        room.Write("a.ko.md", "어디로 갔나?\n\n예.\n\n시장에 갔나?\n\n예.\n\n고맙다.\n");
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual("Words 1.\n\nWords 2.\n\nWords 3.\n\nWords 4.\n\n고맙다.\n", room.Read("a.en.md"));

        room.Write("a.ko.md", after);
        Assert.AreEqual(1, await room.Run("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "b.en.md"), name);
        StringAssert.Contains(room.Error, "“예.” stands in several places", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("b.en.md"));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_tool_that_drops_names_and_puts_units_into_another_order_leaves_no_doubt_where_the_article_is_the_same(bool isOfFormer)
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "가게의 문장이다.\n\n다른 문단이다.\n\n가게의 문장이다.\n");
        await room.Do("extract", "a.ko.md", "-o", "a.xlf", "--target", "en");
        var number = 0;
        room.Write("a.xlf", Regex.Replace(room.Read("a.xlf"), "</source>(?=\\s*</segment>)", m => m.Value + $"<target>Words {++number}.</target>"));
        if (isOfFormer)
        {
            room.Write("was.ko.md", room.Read("a.ko.md"));
            room.Write("was.xlf", room.Read("a.xlf"));
            room.Write("a.ko.md", "새 문단이다.\n\n" + room.Read("was.ko.md"));
            await room.Do("extract", "a.ko.md", "--former", "was.ko.md", "--xliff", "was.xlf", "-o", "a.xlf", "--target", "en", "--replace");
        }

        var units = Regex.Matches(room.Read("a.xlf"), "\\s*<unit .*?</unit>", RegexOptions.Singleline).Select(m => Regex.Replace(m.Value, " name=\"[^\"]*\"", "")).ToList();
        string[] turned = [units[^1], .. units.SkipLast(1)];
        room.Write("a.xlf", Regex.Replace(room.Read("a.xlf"), "\\s*<unit .*</unit>", _ => string.Concat(turned), RegexOptions.Singleline));
        await room.Do("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "a.en.md");
        Assert.AreEqual((isOfFormer ? "새 문단이다.\n\n" : "") + "Words 1.\n\nWords 2.\n\nWords 3.\n", room.Read("a.en.md"));

        // Where the article is another one nobody can tell.
        room.Write("a.ko.md", "다른 문단이다.\n\n가게의 문장이다.\n\n가게의 문장이다.\n");
        Assert.Contains("or a tool has put the file's units into another order", await room.Refused("weave", "a.ko.md", "--xliff", "a.xlf", "-o", "b.en.md"));
    }

    [TestMethod]
    public async Task Where_there_is_no_newsroom_it_says_how_to_make_one()
    {
        using var room = new TestNewsroom();
        File.Delete(room.PathOf("transflow.json"));
        Assert.AreEqual(3, await room.Run("status"));
        StringAssert.Contains(room.Error, "transflow init", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_mistake_in_the_settings_is_named_with_its_line_and_the_nearest_word()
    {
        using var room = new TestNewsroom();
        var text = room.Read("transflow.json").Replace("\"headingCase\"", "\"headingCaes\"", StringComparison.Ordinal);
        room.Write("transflow.json", text);
        Assert.AreEqual(3, await room.Run("run", "--once"));
        var line = text[..text.IndexOf("headingCaes", StringComparison.Ordinal)].Split('\n').Length;
        StringAssert.Contains(room.Error, $"transflow.json:{line}:", StringComparison.Ordinal);
        StringAssert.Contains(room.Error, "'headingCase'", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_missing_source_folder_is_unavailable_and_nothing_is_lost()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        Directory.Move(room.PathOf("translations/articles"), room.PathOf("away"));
        Assert.AreEqual(3, await room.Run("run", "--once"));
        StringAssert.Contains(room.Error, "translations/articles", StringComparison.Ordinal);
        Directory.Move(room.PathOf("away"), room.PathOf("translations/articles"));
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage("autumn-rice-prices"));
    }

    [TestMethod]
    [DataRow("accept", "nothing", "-l", "en")]
    [DataRow("accept", "autumn-rice-prices", "-l", "fr")]
    [DataRow("accept", "autumn-rice-prices")]
    [DataRow("status", "nothing")]
    [DataRow("publish", "autumn-rice-prices", "-l", "en")]
    [DataRow("release", "autumn-rice-prices", "-l", "en")]
    [DataRow("retry", "autumn-rice-prices", "-l", "en")]
    [DataRow("assign", "autumn-rice-prices", "-l", "en", "--to", "stranger")]
    [DataRow("return", "no-such-file.xlf")]
    [DataRow("history", "nothing")]
    public async Task A_no_gives_1_with_a_reason_and_a_way_out(params string[] arguments)
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        Assert.AreEqual(1, await room.Run(arguments), room.Out);
        Assert.IsGreaterThan(20, room.Error.Trim().Length);
    }

    [TestMethod]
    public async Task A_new_newsroom_works_as_it_was_made()
    {
        using var room = new TestNewsroom();
        await room.Do("init", "fresh", "--target", "en", "--target", "ja");
        room.Write("fresh/translations/articles/hello.ko.md", "# 안녕\n\n첫 기사다.\n");
        await room.Do("run", "--once", "--settings", "fresh/transflow.json");
        Assert.IsTrue(room.Exists("fresh/translations/ja/translate/hello.xlf"));
        await room.Do("check", "--settings", "fresh/transflow.json");
        Assert.AreEqual(1, await room.Run("init", "fresh"));
    }

    [TestMethod]
    public async Task An_added_article_is_taken_in_and_handed_out()
    {
        using var room = new TestNewsroom();
        room.Write("drafts/hello.ko.md", "# 안녕\n\n첫 기사다.\n");
        await room.Do("add", "drafts/hello.ko.md");
        Assert.AreEqual("translate", await room.Stage("hello"));
        Assert.IsTrue(room.Exists("translations/en/translate/hello.xlf"));
    }

    [TestMethod]
    public async Task Every_piece_of_an_article_is_explained()
    {
        using var room = new TestNewsroom();
        room.Write("a.ko.md", "# 제목\n\n첫 **말**.\n\n```\n코드\n```\n");
        await room.Do("extract", "a.ko.md", "--explain");
        StringAssert.Contains(room.Out, "a.ko.md:1\tunit\t01-heading\t제목", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "a.ko.md:3\tcode\tbold in 02-paragraph\t**", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "skeleton\tcode block\t```⏎코드⏎```", StringComparison.Ordinal);
        await room.Do("extract", "a.ko.md", "--explain", "--json");
        StringAssert.Contains(room.Out, "\"fate\": \"unit\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Folders_within_folders_go_to_and_fro_and_no_file_is_written_over_another_of_the_same_call()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.md", "하나다.\n");
        room.Write("in/deep/a.ko.md", "둘이다.\n");
        await room.Do("extract", "in", "-o", "files", "--target", "en");
        foreach (var (file, words) in new[] { ("files/a.ko.xlf", "One."), ("files/deep/a.ko.xlf", "Two.") })
            room.Write(file, room.Read(file).Replace("</source>", $"</source><target>{words}</target>", StringComparison.Ordinal));
        await room.Do("weave", "in", "--xliff", "files", "-o", "out");
        Assert.AreEqual("One.\n", room.Read("out/a.ko.md"));
        Assert.AreEqual("Two.\n", room.Read("out/deep/a.ko.md"));

        Assert.Contains("in/deep/a.ko.md: It would replace", await room.Refused("extract", "in/a.ko.md", "in/deep/a.ko.md", "-o", "flat", "--target", "en"));
        Assert.Contains("하나다.", room.Read("flat/a.ko.xlf"));
        room.Write("in/a.ko.mdx", "셋이다.\n");
        Assert.Contains("a.ko.mdx: It would replace", await room.Refused("extract", "in", "-o", "files", "--target", "en"));
    }

    [TestMethod]
    public async Task Pages_in_the_target_language_and_other_translations_in_a_folder_are_passed_over()
    {
        using var room = new TestNewsroom();
        room.Write("in/story.ko.md", "글이다.\n");
        room.Write("in/story.en.md", "Words.\n");
        room.Write("in/deep/broken.en.md", "---\ntitle: [\n---\n");
        room.Write("in/deep/page.md", "---\nparams:\n  language: en_US\n---\n\nWords.\n");
        room.Write("in/deep/page.ja.md", "---\ntitle: 題\n---\n");
        await room.Do("extract", "in/story.ko.md", "in/story.ko.md", "-o", "files/", "--target", "en");
        await room.Do("weave", "in", "--xliff", "files", "-o", "out");
        Assert.AreEqual("", room.Error);
        Assert.AreEqual("out/story.ko.md", string.Join('|', Directory.EnumerateFiles(Path.Combine(room.Folder, "out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(room.Folder, f))));

        room.Write("in/other.ko.md", "글이다.\n");
        Assert.Contains("There is no such XLIFF file.", await room.Refused("weave", "in", "--xliff", "files", "-o", "out"));
        Assert.HasCount(2, room.Error.Split('\n'), "the other article alone");
        Assert.Contains("files/story.en.xlf: There is no such XLIFF file.", await room.Refused("weave", "in/story.ko.md", "in/story.en.md", "--xliff", "files", "-o", "out"));
        Assert.Contains("There is no such XLIFF file.", await room.Refused("weave", "in", "--xliff", "in", "-o", "out"));

        File.Delete(Path.Combine(room.Folder, "in/deep/broken.en.md"));
        await room.Do("extract", "in", "-o", "made", "--target", "en-US");
        Assert.IsFalse(File.Exists(Path.Combine(room.Folder, "made/deep/page.xlf")));
    }

    [TestMethod]
    public async Task A_folder_with_nothing_left_says_so_and_a_page_that_is_named_is_refused()
    {
        using var room = new TestNewsroom();
        room.Write("in/story.en.md", "Words.\n");
        room.Write("in/broken.en.md", "---\ntitle: [\n---\n");
        await room.Do("extract", "in", "-o", "files", "--target", "en");
        Assert.Contains("nothing was made of what is in it; it is all in the target's language already (en).", room.Error);
        Assert.Contains("It is in 'en' already.", await room.Refused("extract", "in/story.en.md", "-o", "files/", "--target", "en"));
        Assert.Contains("It is in 'en' already.", await room.Refused("extract", "in/story.en.md", "in", "-o", "files/", "--target", "en"));
    }

    [TestMethod]
    public async Task Articles_of_MDX_are_known_by_their_names_and_stay_what_they_are()
    {
        using var room = new TestNewsroom();
        room.Write("in/a.ko.mdx", "안녕, {이름}!\n");
        await room.Do("pseudo", "in", "-o", "out");
        Assert.AreEqual("⟦안녕, {이름}!⟧\n", room.Read("out/a.ko.mdx"));
        Assert.AreEqual(0, await room.RunWith("안녕, {이름}!\n", "extract", "-", "-o", "-", "--language", "ko", "--target", "en", "--mdx"), room.Error);
        StringAssert.Contains(room.Out, "안녕, <ph ", StringComparison.Ordinal);
        room.Write("empty/a.txt", "글\n");
        Assert.AreEqual(2, await room.Run("extract", "empty", "-o", "out", "--target", "en"));
        StringAssert.StartsWith(room.Error, "empty: no article is in it", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_article_of_MDX_is_handed_out()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/hello.ko.mdx", "# 안녕, {이름}!\n\n<Box {...props}>첫 기사다.</Box>\n");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/en/translate/hello.xlf"), "equiv", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Articles_go_through_standard_input_and_output()
    {
        using var room = new TestNewsroom();
        const string Article = "# 제목\n\n첫 **말**이다.\n";
        Assert.AreEqual(0, await room.RunWith(Article, "extract", "-", "-o", "-", "--language", "ko", "--target", "en"), room.Error);
        StringAssert.Contains(room.Out, "<source>제목</source>", StringComparison.Ordinal);
        room.Write("a.xlf", room.Out);
        Assert.AreEqual(0, await room.RunWith(Article, "weave", "-", "--xliff", "a.xlf", "-o", "-", "--language", "ko"), room.Error);
        Assert.AreEqual(Article, room.Out);
        room.Write("a.ko.md", Article);
        Assert.AreEqual(0, await room.RunWith(room.Read("a.xlf").Replace("</source>", "</source><target>Words</target>", StringComparison.Ordinal), "weave", "a.ko.md", "--xliff", "-", "-o", "-", "--missing", "fail"), room.Error);
        Assert.AreEqual("# Words\n\nWords\n", room.Out);
        Assert.AreEqual(1, await room.RunWith(Article, "weave", "-", "--xliff", "-", "-o", "-", "--language", "ko"));
        Assert.AreEqual(0, await room.RunWith(Article, "pseudo", "-", "-o", "-", "--language", "ko"), room.Error);
        StringAssert.StartsWith(room.Out, "# ⟦제목⟧", StringComparison.Ordinal);
    }
}

using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

[TestClass]
public sealed class XliffVerbTests
{
    private const string Article = "# 제목\n\n첫 **문장**이다. 둘째 문장이다.\n";

    [TestMethod]
    public async Task A_file_is_converted_to_1_2_and_back_without_a_difference()
    {
        using var room = await Extracted();
        await room.Do("xliff", "convert", "a.xlf", "--to", "1.2", "-o", "b.xlf");
        StringAssert.Contains(room.Read("b.xlf"), "<mrk mtype=\"seg\" mid=\"0\"", StringComparison.Ordinal);
        await room.Do("xliff", "convert", "b.xlf", "--to", "2.0", "-o", "c.xlf");
        await room.Do("xliff", "diff", "a.xlf", "b.xlf");
        await room.Do("xliff", "diff", "a.xlf", "c.xlf");
        Assert.AreEqual("", room.Out);
        await room.Do("validate", "a.xlf", "b.xlf", "c.xlf");
    }

    [TestMethod]
    public async Task What_a_version_cannot_say_is_told_and_the_rest_is_written()
    {
        using var room = new TestNewsroom();
        room.Write("n.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.2\" version=\"2.2\" srcLang=\"ko\"><notes><note>all</note></notes><file id=\"f\"><unit id=\"u\"><segment><source>가</source></segment></unit></file></xliff>");
        Assert.AreEqual(1, await room.Run("xliff", "convert", "n.xlf", "--to", "2.0", "-o", "o/"));
        StringAssert.Contains(room.Error, "n.xlf: Notes and metadata of the whole document, which only 2.2 has, were left out.", StringComparison.Ordinal);
        await room.Do("validate", "o/n.xlf");
    }

    [TestMethod]
    public async Task A_batch_says_of_each_file_one_line_whatever_its_name_is_and_what_is_no_file_as_such()
    {
        using var room = new TestNewsroom();
        room.Write("a\tb\nc.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ko\"><file id=\"f\"><unit id=\"u\"><segment><source>가</source></segment></unit></file></xliff>");
        room.Write("folder/d.xlf", "<xliff/>");
        Assert.AreEqual(1, await room.Run("validate", "--batch", "a\tb\nc.xlf", "folder", "nowhere.xlf"));
        Assert.AreEqual("OK\ta\\tb\\nc.xlf\nBAD\tfolder\tThis is a folder; name the files in it. [no-file]\nBAD\tnowhere.xlf\tThere is no such file; check its path. [no-file]\n", room.Out.ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public async Task Empty_lines_among_paths_are_no_files()
    {
        using var room = await Extracted();
        Assert.AreEqual(0, await room.RunWith("a.xlf\n\n", "validate", "--batch", "-"), room.Out);
        Assert.AreEqual("OK\ta.xlf\n", room.Out.ReplaceLineEndings("\n"));
        Assert.AreEqual(0, await room.RunWith("\uFEFFa.xlf\n", "validate", "--batch", "-"), "a byte order mark is none of a path");
    }

    [TestMethod]
    public async Task Segments_are_split_and_joined_and_the_difference_is_shown()
    {
        using var room = await Extracted();
        var unit = room.Read("a.xlf").Split("<unit id=\"")[2].Split('"')[0];
        await room.Do("xliff", "split", "a.xlf", "--unit", unit, "--segment", "2", "--after", "둘째 ", "-o", "b.xlf");
        Assert.AreEqual(1, await room.Run("xliff", "diff", "a.xlf", "b.xlf"));
        StringAssert.Contains(room.Out, $"/{unit}: segments", StringComparison.Ordinal);
        StringAssert.Contains(room.Read("b.xlf"), "<source>둘째 </source>", StringComparison.Ordinal);
        await room.Do("validate", "b.xlf");
        await room.Do("xliff", "join", "b.xlf", "--unit", unit, "--from", "2", "--to", "3", "-o", "c.xlf");
        await room.Do("xliff", "diff", "a.xlf", "c.xlf");
        await room.Do("xliff", "diff", "a.xlf", "b.xlf", "--json").ContinueWith(_ => { }, TaskScheduler.Default);
        StringAssert.Contains(room.Out, "\"kind\": \"segments\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Files_of_one_name_keep_their_folders_and_none_is_written_over_another()
    {
        using var room = await Extracted();
        foreach (var name in new[] { "in/en/a.xlf", "in/ja/a.xlf", "in/ja/more/b.xlf" })
            room.Write(name, room.Read("a.xlf"));
        await room.Do("xliff", "convert", "in/en/a.xlf", "in/ja/a.xlf", "in/ja/more/b.xlf", "--to", "1.2", "-o", "out");
        await room.Do("validate", "out/en/a.xlf", "out/ja/a.xlf", "out/ja/more/b.xlf");
        foreach (var folder in new[] { "one/", "two" })
        {
            await room.Do("xliff", "convert", "in/en/a.xlf", "in/en/../en/a.xlf", "--to", "1.2", "-o", folder);
            await room.Do("validate", Path.Combine(folder, "a.xlf"));
        }
    }

    [TestMethod]
    [DataRow("need a folder", "in/a.xlf", "in/b.xlf")]
    [DataRow("would be overwritten", "in/a.xlf", "in/b.xlf", "-o", "in")]
    [DataRow("would be overwritten", "in/a.xlf", "-o", "in/")]
    [DataRow("This is a file", "in/a.xlf", "in/b.xlf", "-o", "a.xlf")]
    public async Task Conversion_never_writes_over_what_it_reads_unless_that_is_asked_for(string reason, params string[] arguments)
    {
        using var room = await Extracted();
        var text = room.Read("a.xlf");
        room.Write("in/a.xlf", text);
        room.Write("in/b.xlf", text);
        Assert.AreEqual(1, await room.Run(["xliff", "convert", .. arguments, "--to", "1.2"]));
        StringAssert.Contains(room.Error, reason, StringComparison.Ordinal);
        foreach (var name in new[] { "a.xlf", "in/a.xlf", "in/b.xlf" })
            Assert.AreEqual(text, room.Read(name));
        await room.Do("xliff", "convert", "in/a.xlf", "--to", "1.2", "-o", "in/a.xlf");
        StringAssert.Contains(room.Read("in/a.xlf"), "version=\"1.2\"", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("work/a.xlf", "news/en", DisplayName = "a link is read")]
    [DataRow("news/en/a.xlf", "work", DisplayName = "a link is written to")]
    [DataRow("news/en/a.xlf", "deep/en", DisplayName = "a link further up")]
    [DataRow("news/en/b.xlf", "news/en", DisplayName = "the file itself is a link")]
    [DataRow("one/a.xlf", "news/en", DisplayName = "the file is a link into the folder")]
    public async Task No_link_leads_conversion_over_what_it_reads(string input, string output)
    {
        using var room = await Extracted();
        var text = room.Read("a.xlf");
        room.Write("news/en/a.xlf", text);
        Directory.CreateDirectory(room.PathOf("one"));
        Directory.CreateSymbolicLink(room.PathOf("work"), "news/en");
        Directory.CreateSymbolicLink(room.PathOf("again"), room.PathOf("news"));
        Directory.CreateSymbolicLink(room.PathOf("deep"), "again");
        File.CreateSymbolicLink(room.PathOf("news/en/b.xlf"), "a.xlf");
        File.CreateSymbolicLink(room.PathOf("one/a.xlf"), "../news/en/a.xlf");
        Assert.AreEqual(1, await room.Run("xliff", "convert", input, "--to", "1.2", "-o", output));
        StringAssert.Contains(room.Error, "would be overwritten", StringComparison.Ordinal);
        Assert.AreEqual(text, room.Read("news/en/a.xlf"));
        Assert.AreEqual("a.xlf", new FileInfo(room.PathOf("news/en/b.xlf")).LinkTarget);
    }

    [TestMethod]
    [DataRow("ln.xlf", "real/a.xlf", DisplayName = "a link is read")]
    [DataRow("real/a.xlf", "ln.xlf", DisplayName = "a link is written to")]
    [DataRow("real/a.xlf", "folder/a.xlf", DisplayName = "a link of the folder")]
    public async Task Only_by_its_own_name_a_file_is_written_over_itself(string input, string output)
    {
        using var room = await Extracted();
        var text = room.Read("a.xlf");
        room.Write("real/a.xlf", text);
        File.CreateSymbolicLink(room.PathOf("ln.xlf"), "real/a.xlf");
        Directory.CreateSymbolicLink(room.PathOf("folder"), "real");
        foreach (var command in (string[][])[["convert", input, "--to", "1.2"], ["split", input, "--unit", text.Split("<unit id=\"")[2].Split('"')[0], "--after", "1"]])
        {
            Assert.AreEqual(1, await room.Run(["xliff", .. command, "-o", output]));
            StringAssert.Contains(room.Error, "would be overwritten", StringComparison.Ordinal);
            Assert.AreEqual(text, room.Read("real/a.xlf"));
        }

        await room.Do("xliff", "convert", "ln.xlf", "--to", "1.2", "-o", "ln.xlf");
        StringAssert.Contains(room.Read("real/a.xlf"), "version=\"1.2\"", StringComparison.Ordinal);
        Assert.AreEqual("real/a.xlf", new FileInfo(room.PathOf("ln.xlf")).LinkTarget);
    }

    [TestMethod]
    public async Task Two_files_are_not_written_to_one_place_through_a_link()
    {
        using var room = await Extracted();
        room.Write("in/en/a.xlf", room.Read("a.xlf"));
        room.Write("in/ja/a.xlf", room.Read("a.xlf"));
        Directory.CreateDirectory(room.PathOf("out/en"));
        Directory.CreateSymbolicLink(room.PathOf("out/ja"), "en");
        Assert.AreEqual(1, await room.Run("xliff", "convert", "in/en/a.xlf", "in/ja/a.xlf", "--to", "1.2", "-o", "out"));
        StringAssert.Contains(room.Error, "Several files would be written to this one", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("out/en/a.xlf"));
    }

    [TestMethod]
    public async Task Standard_input_is_a_file_that_is_read_and_standard_output_one_that_is_written()
    {
        using var room = await Extracted();
        var text = room.Read("a.xlf");
        foreach (var output in new[] { Array.Empty<string>(), ["-o", "-"] })
        {
            Assert.AreEqual(0, await room.RunWith(text, ["xliff", "convert", "-", "--to", "1.2", .. output]), room.Error);
            StringAssert.Contains(room.Out, "version=\"1.2\"", StringComparison.Ordinal);
        }

        Assert.IsFalse(room.Exists("-"));
        Assert.AreEqual(0, await room.RunWith(text, "xliff", "diff", "-", "a.xlf"), room.Error);
        Assert.AreEqual(0, await room.RunWith(text, "xliff", "convert", "-", "a.xlf", "--to", "1.2", "-o", "out"), room.Error);
        await room.Do("xliff", "diff", "out/standard-input.xlf", "out/a.xlf");
        Assert.AreEqual("", room.Out);
    }

    [TestMethod]
    public async Task What_conversion_writes_that_is_not_valid_is_told()
    {
        using var room = new TestNewsroom();
        room.Write("n.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"ko\"><file id=\"f\"><unit id=\"u\"><c:x xmlns:c=\"urn:oasis:names:tc:xliff:changetracking:2.0\"/><segment><source>가</source></segment></unit></file></xliff>");
        await room.Do("validate", "n.xlf");
        Assert.AreEqual(1, await room.Run("xliff", "convert", "n.xlf", "--to", "2.0", "-o", "o.xlf"));
        StringAssert.Contains(room.Error, "n.xlf: What was written is not valid:", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("There is no unit 'zz'", "xliff", "split", "a.xlf", "--unit", "zz", "--after", "1")]
    [DataRow("has no segment '9'", "xliff", "join", "a.xlf", "--unit", "@", "--from", "1", "--to", "9")]
    [DataRow("The source has no 'xyz'", "xliff", "split", "a.xlf", "--unit", "@", "--after", "xyz")]
    [DataRow("not inside the segment's source", "xliff", "split", "a.xlf", "--unit", "@", "--after", "999")]
    [DataRow("nowhere.xlf", "xliff", "convert", "nowhere.xlf", "--to", "1.2")]
    [DataRow("which conversion needs", "xliff", "convert", "taken.xlf", "--to", "2.0")]
    [DataRow("could not be written", "xliff", "convert", "a.xlf", "--to", "1.2", "-o", "a.md/b.xlf")]
    [DataRow("could not be written", "xliff", "split", "a.xlf", "--unit", "@", "--after", "1", "-o", "a.md/b.xlf")]
    [DataRow("This is a folder. Name the files in it.", "xliff", "convert", "translations", "--to", "1.2")]
    [DataRow("This is a folder. Name the files in it.", "xliff", "diff", "a.xlf", "translations")]
    [DataRow("This is a folder. Name the files in it.", "xliff", "split", "translations", "--unit", "@", "--after", "1")]
    [DataRow("Not well-formed", "xliff", "diff", "a.xlf", "a.md")]
    [DataRow("Standard input can be read once only.", "xliff", "diff", "-", "-")]
    public async Task What_cannot_be_done_is_refused_with_its_reason(string reason, params string[] arguments)
    {
        using var room = await Extracted();
        room.Write("taken.xlf", "<xliff version=\"1.2\" xmlns:x1=\"urn:mine\"><file original=\"a\" source-language=\"en\" datatype=\"x\"><body/></file></xliff>");
        var unit = room.Read("a.xlf").Split("<unit id=\"")[2].Split('"')[0];
        Assert.AreEqual(1, await room.Run([.. arguments.Select(a => a.Replace("@", unit, StringComparison.Ordinal))]));
        StringAssert.Contains(room.Error, reason, StringComparison.Ordinal);
    }

    private static async Task<TestNewsroom> Extracted()
    {
        var room = new TestNewsroom();
        room.Write("a.md", Article);
        await room.Do("extract", "a.md", "-o", "a.xlf", "--language", "ko", "--target", "en");
        return room;
    }
}

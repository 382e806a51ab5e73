using System.Text;
using TransFlow.Core.Tests.Newsroom;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Bad input is set aside with a reason beside it, and the rest of the newsroom goes on.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Good = "school-firewood-quota";

    [TestMethod]
    [DataRow("broken.ko.md", "---\ntitle: [one\nlang: ko\n---\n\n본문이다.\n", "front matter")]
    [DataRow("open.ko.md", "---\ntitle: 하나\n\n본문이다.\n", "front matter")]
    [DataRow("empty.ko.md", "", "no words")]
    [DataRow("space.ko.md", "  \n\n\t\n", "no words")]
    [DataRow("story.md", "# 제목\n\n본문이다.\n", "in which language")]
    public async Task A_bad_article_is_set_aside_with_its_reason(string name, string text, string reason)
    {
        await AssertSetAside("translations/articles/" + name, Encoding.UTF8.GetBytes(text), reason);
    }

    [TestMethod]
    public async Task An_article_that_is_not_UTF_8_is_set_aside_with_the_line() =>
        await AssertSetAside("translations/articles/old.ko.md", [.. "---\nlang: ko\n---\n\n"u8, 0xB0, 0xA1, 0xB3, 0xAA, (byte)'\n'], "Line 5");

    [TestMethod]
    public async Task Of_two_new_articles_with_one_id_neither_is_taken_and_the_known_one_stays_known()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var text = room.Read($"translations/articles/{Good}.ko.md");
        room.Write("translations/articles/copy.ko.md", text);
        room.Write("translations/articles/one.ko.md", "---\nlang: ko\nslug: same\n---\n\n하나이다.\n");
        room.Write("translations/articles/two.ko.md", "---\nlang: ko\nslug: same\n---\n\n둘이다.\n");
        await room.Do("run", "--once");

        var quarantine = await room.Quarantine();
        CollectionAssert.AreEquivalent(new[] { "translations/articles/copy.ko.md", "translations/articles/one.ko.md", "translations/articles/two.ko.md" }, quarantine.Keys);
        StringAssert.Contains(quarantine["translations/articles/one.ko.md"], "two.ko.md", StringComparison.Ordinal);
        Assert.AreEqual("translate", await room.Stage(Good));

        room.Write("translations/articles/two.ko.md", "---\nlang: ko\nslug: other\n---\n\n둘이다.\n");
        File.Delete(room.PathOf("translations/articles/copy.ko.md"));
        await room.Do("run", "--once");
        Assert.IsEmpty(await room.Quarantine());
        Assert.AreEqual("translate", await room.Stage("same"));
        Assert.AreEqual("translate", await room.Stage("other"));
    }

    [TestMethod]
    [DataRow("<html", "The file ends in the middle.")]
    [DataRow("translated at last!", "This is no XLIFF file")]
    [DataRow("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><xliff>&a;</xliff>", "document type")]
    [DataRow("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ko\" trgLang=\"en\"><file id=\"tf-0000000000\"><unit id=\"nobody\"><segment><source>가</source><target>a</target></segment></unit></file></xliff>", "belongs to no package")]
    public async Task A_return_that_is_none_is_set_aside(string text, string reason) =>
        await AssertSetAside("translations/returned/mail attachment.xlf", Encoding.UTF8.GetBytes(text), reason);

    [TestMethod]
    public async Task A_return_for_another_language_is_set_aside() =>
        await AssertSetAside("translations/returned/a.xlf", Changed(t => t.Replace("trgLang=\"en\"", "trgLang=\"fr\"", StringComparison.Ordinal)), "This file is for 'fr'");

    [TestMethod]
    public async Task A_return_with_a_unit_twice_with_different_texts_is_set_aside() =>
        await AssertSetAside("translations/returned/a.xlf", Changed(t =>
        {
            var start = t.IndexOf("    <unit ", StringComparison.Ordinal);
            var end = t.IndexOf("    <unit ", start + 10, StringComparison.Ordinal);
            return t.Insert(end, t[start..end].Replace("<target>", "<target>Not ", StringComparison.Ordinal));
        }), "occurs twice with different translations");

    [TestMethod]
    public async Task A_broken_file_saved_in_place_stays_there_with_its_reason_until_it_is_mended()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var place = $"translations/en/translate/{Good}.xlf";
        room.Write(place, "<xliff>half");
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        Assert.AreEqual("<xliff>half", room.Read(place), "a translator's file is not replaced");
        StringAssert.Contains(room.Read(place + ".txt"), "The file ends in the middle.", StringComparison.Ordinal);

        room.Write(place, SampleReturns.Translated(Good));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Good));
        Assert.IsFalse(room.Exists(place) || room.Exists(place + ".txt"));
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task A_folder_that_cannot_be_written_keeps_no_other_language_from_its_work()
    {
        using var room = new TestNewsroom();
        room.Write("translations/en", "a file where the folder should be");
        Assert.AreEqual(3, await room.Run("run", "--once"));
        StringAssert.Contains(room.Error, "translations/en", StringComparison.Ordinal);
        Assert.IsTrue(room.Exists($"translations/ja/translate/{Good}.xlf"));
        File.Delete(room.PathOf("translations/en"));
        await room.Do("run", "--once");
        Assert.IsTrue(room.Exists($"translations/en/translate/{Good}.xlf"));
    }

    [TestMethod]
    public async Task Everything_bad_at_once_leaves_the_good_work_going_on()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        foreach (var (i, text) in new[] { "", "---\na: [\n---\n가", "\uFFFD", "---\nlang: ko\nslug: x\n---\n" }.Index())
            room.Write($"translations/articles/bad{i}.ko.md", text);
        room.Write("translations/articles/binary.ko.md", [0, 1, 2, 0xFF, 0xFE]);
        room.Write("translations/returned/binary.xlf", [0, 1, 2, 0xFF, 0xFE]);
        room.Write("translations/returned/empty.xlf", []);
        room.Write("translations/returned/good.xlf", SampleReturns.Translated(Good));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Good));

        room.Write("translations/returned/good2.xlf", SampleReturns.Edited(Good));
        await room.Do("run", "--once");
        PublishedText.AssertSame(Sample.Parallel(Good), room.Read($"translations/published/en/{Good}.en.md"));
    }

    [TestMethod]
    public async Task Pipes_devices_and_links_that_go_in_circles_hold_nothing_up()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Left out: pipes and devices are made as Linux has them.");
        using var room = new TestNewsroom();
        foreach (var place in new[] { "translations/articles/pipe.ko.md", "translations/returned/pipe.xlf" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(room.PathOf(place))!);
            using var made = System.Diagnostics.Process.Start("mkfifo", [room.PathOf(place)]);
            await made.WaitForExitAsync();
        }

        File.CreateSymbolicLink(room.PathOf("translations/articles/zeros.ko.md"), "/dev/zero");
        File.CreateSymbolicLink(room.PathOf("translations/articles/elsewhere.ko.md"), room.PathOf("elsewhere.ko.md"));
        room.Write("elsewhere.ko.md", "---\nlang: ko\nslug: elsewhere\n---\n\n첫 문장이다.\n");
        Directory.CreateSymbolicLink(room.PathOf("translations/articles/circle"), ".");
        Directory.CreateSymbolicLink(room.PathOf("translations/returned/circle"), ".");
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage(Good));
        Assert.AreEqual("translate", await room.Stage("elsewhere"), "a link to a file is as good as the file");
        CollectionAssert.IsSubsetOf(new[] { "translations/articles/pipe.ko.md", "translations/articles/zeros.ko.md" }, (await room.Quarantine()).Keys.ToList());
    }

    [TestMethod]
    public async Task Adding_a_bad_article_is_refused_with_its_reason()
    {
        using var room = new TestNewsroom();
        room.Write("drafts/empty.ko.md", "");
        Assert.AreEqual(1, await room.Run("add", "drafts/empty.ko.md"));
        StringAssert.Contains(room.Error, "empty.ko.md", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_page_of_front_matter_alone_is_an_article_and_one_that_lost_its_text_is_set_aside()
    {
        using var room = new TestNewsroom();
        room.Write("translations/articles/list.ko.md", "---\ntitle: 목록\n---\n");
        await room.Do("run", "--once");
        Assert.AreEqual("translate", await room.Stage("list"));
        var text = room.Read($"translations/articles/{Good}.ko.md");
        room.Write($"translations/articles/{Good}.ko.md", text[..(text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)]);
        await room.Do("run", "--once");
        Assert.Contains("had text below it before", (await room.Quarantine())[$"translations/articles/{Good}.ko.md"]);
        room.Write($"translations/articles/{Good}.ko.md", text);
        await room.Do("run", "--once");
        Assert.IsEmpty(await room.Quarantine());

        room.Write("translations/en/translate/list.xlf", room.Read("translations/en/translate/list.xlf").Replace("</source>", "</source><target>The list</target>", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Do("accept", "list", "-l", "en");
        await room.Do("run", "--once");
        Assert.Contains("title: The list", room.Read("translations/published/en/list.en.md"));
    }

    private static byte[] Changed(Func<string, string> change) => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(SampleReturns.Translated(Good))));

    /// <summary>The bad file stays where it is or is kept in <c>rejected/</c>, with its reason; a good return beside it is taken.</summary>
    private static async Task AssertSetAside(string path, byte[] bytes, string reason)
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write(path, bytes);
        room.Write("translations/returned/good.xlf", SampleReturns.Translated("autumn-rice-prices"));
        await room.Do("run", "--once");

        StringAssert.Contains(room.Out, "1 not taken", StringComparison.Ordinal);
        StringAssert.Contains((await room.Quarantine())[path], reason, StringComparison.Ordinal);
        var name = Path.GetFileName(path);
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(room.PathOf($"translations/rejected/{name}")));
        StringAssert.Contains(room.Read($"translations/rejected/{name}.txt"), reason, StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage("autumn-rice-prices"));
        Assert.AreEqual("translate", await room.Stage(Good));

        await room.Do("run", "--once");
        StringAssert.StartsWith(room.Out, "Nothing new.", StringComparison.Ordinal);
    }
}

using System.IO.Compression;
using System.Text;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>The drop box as a new newsroom has it: what was dealt with is taken out.</summary>
[TestClass]
public sealed class DropBoxTests
{
    private const string Story = "envoys-phone-talks";

    [TestMethod]
    public async Task A_refused_file_is_set_aside_with_its_reason_until_a_person_removes_that()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/mine.xlf", Encoding.UTF8.GetString(SampleReturns.Translated(Story)).Replace("target-language=\"en\"", "target-language=\"fr\"", StringComparison.Ordinal).Replace("trgLang=\"en\"", "trgLang=\"fr\"", StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
            await room.Do("run", "--once");
        Assert.IsFalse(room.Exists("translations/returned/mine.xlf"));
        Assert.IsTrue(room.Exists("translations/rejected/mine.xlf"));
        StringAssert.Contains(room.Read("translations/rejected/mine.xlf.txt"), "'fr'", StringComparison.Ordinal);
        await room.Do("status");
        StringAssert.Contains(room.Out, "mine.xlf", StringComparison.Ordinal);

        File.Delete(room.PathOf("translations/rejected/mine.xlf.txt"));
        await room.Do("run", "--once");
        await room.Do("status");
        Assert.DoesNotContain("mine.xlf", room.Out);
    }

    [TestMethod]
    public async Task Every_file_that_was_handed_back_is_kept()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/mine.xlf", SampleReturns.Translated(Story));
        room.Write("elsewhere.xlf", SampleReturns.Translated(Story).Concat("\n"u8.ToArray()).ToArray());
        await room.Do("run", "--once");
        await room.Run("return", "elsewhere.xlf");
        var kept = Directory.GetFiles(room.PathOf("translations/archive"), "*", SearchOption.AllDirectories);
        Assert.HasCount(1, kept, "the second says nothing new");
        CollectionAssert.AreEqual(SampleReturns.Translated(Story), File.ReadAllBytes(kept[0]));
        StringAssert.EndsWith(kept[0], ".mine.xlf", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_file_that_was_saved_in_its_place_is_kept_as_well()
    {
        using var room = await HandedOut();
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        var kept = Directory.GetFiles(room.PathOf("translations/archive"), "*", SearchOption.AllDirectories);
        CollectionAssert.AreEqual(SampleReturns.Translated(Story), File.ReadAllBytes(kept.Single()));
    }

    [TestMethod]
    public async Task What_cannot_be_read_is_told_and_keeps_nothing_else_from_being_taken()
    {
        using var room = await HandedOut();
        room.Write("translations/returned/zz.xlf", SampleReturns.Translated(Story));
        using (var large = File.Create(room.PathOf("translations/returned/aa.mp4")))
            large.SetLength(3L << 30);
        Directory.CreateDirectory(room.PathOf("translations/returned/folder"));
        File.CreateSymbolicLink(room.PathOf("translations/returned/folder/bb.xlf"), "bb.xlf");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        StringAssert.Contains(room.Read("translations/rejected/aa.mp4.txt"), "3072 MB", StringComparison.Ordinal);
        File.Delete(room.PathOf("translations/returned/aa.mp4"));
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists("translations/rejected/aa.mp4.txt"));
    }

    [TestMethod]
    public async Task A_file_that_is_still_being_written_waits_and_one_that_stays_broken_is_refused()
    {
        using var room = await HandedOut();
        var whole = SampleReturns.Translated(Story);
        room.Jump(DateTimeOffset.UtcNow - room.Now);
        room.Write("translations/returned/slow.xlf", whole[..(whole.Length / 2)]);
        await room.Do("run", "--once");
        StringAssert.Contains(room.Error, "translations/returned/slow.xlf: The file ends in the middle and was written to just now.", StringComparison.Ordinal);
        Assert.IsTrue(room.Exists("translations/returned/slow.xlf"));
        Assert.IsFalse(room.Exists("translations/rejected/slow.xlf"));

        room.Write("translations/returned/slow.xlf", whole);
        await room.Do("run", "--once");
        Assert.DoesNotContain("ends in the middle", room.Error);
        Assert.AreEqual("edit", await room.Stage(Story));

        room.Write("translations/returned/stuck.xlf", whole[..(whole.Length / 2)]);
        room.Later(TimeSpan.FromMinutes(5));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read("translations/rejected/stuck.xlf.txt"), "ends in the middle", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_older_file_of_the_same_package_does_not_undo_a_newer_one()
    {
        using var room = await HandedOut();
        var first = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var at = first.IndexOf("</target>", StringComparison.Ordinal);
        room.Write("one.xlf", first.Insert(at, " First thought"));
        room.Write("two.xlf", first.Insert(at, " Second thought"));
        await room.Do("return", "one.xlf");
        await room.Do("return", "two.xlf");
        StringAssert.Contains(room.Out, "it replaces what you returned before", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "First thought", StringComparison.Ordinal);
        await room.Do("return", "one.xlf");
        StringAssert.Contains(room.Out, "This very file was taken before", StringComparison.Ordinal);
        await room.Do("units", Story, "-l", "en", "--json");
        StringAssert.Contains(room.Out, "Second thought", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Files_in_an_archive_are_known_by_what_is_in_them_and_the_others_are_named()
    {
        using var room = await HandedOut();
        room.Write("outer.zip", Packed.Zip(("inner.bin", Packed.Zip(("export.xml", SampleReturns.Translated(Story)))), ("QUESTIONS.txt", "Who is this?"u8.ToArray())));
        await room.Do("return", "outer.zip");
        StringAssert.Contains(room.Out, "QUESTIONS.txt", StringComparison.Ordinal);
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_damaged_archive_is_refused()
    {
        using var room = await HandedOut();
        var zip = Packed.Zip(CompressionLevel.NoCompression, ("a.xlf", SampleReturns.Translated(Story)));
        var at = zip.AsSpan().IndexOf("</target>"u8) - 2;
        zip[at] ^= 1;
        room.Write("damaged.zip", zip);
        StringAssert.Contains(await room.Refused("return", "damaged.zip"), "damaged on the way", StringComparison.Ordinal);
        Assert.AreEqual("translate", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_file_that_lost_our_id_is_known_by_its_sources()
    {
        using var room = await HandedOut();
        var file = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var token = file[file.IndexOf("tf-", StringComparison.Ordinal)..][..13];
        file = file.Replace(token, "f1", StringComparison.Ordinal);
        var unit = file.IndexOf("<unit ", StringComparison.Ordinal);
        room.Write("lost.xlf", file.Insert(unit, "<unit id=\"mine\"><segment><source>덧붙인 것</source><target>Added</target></segment></unit>"));
        await room.Do("return", "lost.xlf");
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_file_that_lost_all_that_says_whose_it_is_is_taken_for_the_edition_that_a_person_names()
    {
        using var room = await HandedOut();
        var file = Encoding.UTF8.GetString(SampleReturns.Translated(Story));
        var token = file[file.IndexOf("tf-", StringComparison.Ordinal)..][..13];
        var first = file.IndexOf("<unit ", StringComparison.Ordinal);
        var second = file.IndexOf("<unit ", first + 1, StringComparison.Ordinal);
        const string Strange = "<unit id=\"x{0}\"><segment><source>다른 기사의 문장 {0}</source><target>Of another story</target></segment></unit>";
        var one = file[..second].Replace(token, "f1", StringComparison.Ordinal) + string.Concat(Enumerable.Range(1, 3).Select(i => Strange.Replace("{0}", $"{i}", StringComparison.Ordinal))) + "</file></xliff>";
        room.Write("one.xlf", one);
        Assert.AreEqual(1, await room.Run("return", "one.xlf"));
        StringAssert.Contains(room.Error, "--article", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("return", "one.xlf", "--article", Story));
        Assert.AreEqual(1, await room.Run("return", "one.xlf", "--article", "nobody", "-l", "en"));
        Assert.AreEqual(1, await room.Run("return", "one.xlf", "--article", "autumn-rice-prices", "-l", "en"));
        StringAssert.Contains(room.Error, "No sentence of the file was handed out for autumn-rice-prices [en].", StringComparison.Ordinal);
        await room.Do("return", "one.xlf", "--article", Story, "-l", "en");
        StringAssert.Contains(room.Out, $"{Story} [en]: 1 segment(s) finished", StringComparison.Ordinal);

        room.Write("known.xlf", file);
        Assert.AreEqual(1, await room.Run("return", "known.xlf", "--article", "autumn-rice-prices", "-l", "en"));
        StringAssert.Contains(room.Error, $"The file is of {Story} [en]", StringComparison.Ordinal);
    }

    private static async Task<TestNewsroom> HandedOut()
    {
        var room = new TestNewsroom();
        if (room.Read("transflow.json").Contains("\"afterTaking\": \"keep\"", StringComparison.Ordinal))
            room.Set("\"afterTaking\": \"keep\"", "\"afterTaking\": \"remove\"");
        await room.Do("run", "--once");
        return room;
    }
}

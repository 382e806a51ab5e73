using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

[TestClass]
public sealed class ExchangeVerbTests
{
    [TestMethod]
    public async Task A_termbase_goes_through_every_format_and_comes_back()
    {
        using var room = new TestNewsroom();
        var last = "translations/terms/starter.tsv";
        foreach (var (name, to) in new[] { ("a.tbx", "tbx"), ("b.tbx", "tbx-dct"), ("c.tbx", "martif"), ("d.csv", null), ("e.tsv", (string?)null) })
        {
            await room.Do(to is null ? ["terms", "convert", last, "-o", name] : ["terms", "convert", last, "-o", name, "--to", to]);
            last = name;
        }

        StringAssert.Contains(room.Read("b.tbx"), "<min:administrativeStatus", StringComparison.Ordinal);
        await room.Do("terms", "convert", "translations/terms/starter.tsv", "-o", "direct.tsv");
        Assert.AreEqual(room.Read("direct.tsv"), room.Read("e.tsv"));
    }

    [TestMethod]
    public async Task Files_of_pairs_become_a_memory_and_a_memory_a_table()
    {
        using var room = new TestNewsroom();
        room.Write("done.xlf", SampleReturns.Translated("envoys-phone-talks"));
        room.Write("old.tsv", "ko\ten\n쌀값\trice price\n");
        await room.Do("memory", "convert", "done.xlf", "old.tsv", "-o", "all.tmx");
        StringAssert.Contains(room.Read("all.tmx"), "<seg>rice price</seg>", StringComparison.Ordinal);
        await room.Do("memory", "convert", "all.tmx", "-o", "all.csv");
        StringAssert.StartsWith(room.Read("all.csv"), "ko,en\r\n", StringComparison.Ordinal);
        StringAssert.Contains(room.Read("all.csv"), "쌀값,rice price\r\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_is_broken_is_told_with_file_and_line_and_nothing_is_written()
    {
        using var room = new TestNewsroom();
        room.Write("bad.tmx", "<tmx><header/><body>\n<tu><tuv><seg>a</seg></tuv></tu></body></tmx>");
        Assert.AreEqual(1, await room.Run("memory", "convert", "bad.tmx", "-o", "x.csv"));
        StringAssert.StartsWith(room.Error, "bad.tmx:2: ", StringComparison.Ordinal);
        Assert.IsFalse(room.Exists("x.csv"));
        Assert.AreEqual(1, await room.Run("terms", "convert", "none.tbx", "-o", "x.csv"));
        room.Write("t.tsv", "ko\ten\n쌀\trice\n");
        Assert.AreEqual(1, await room.Run("terms", "convert", "t.tsv", "-o", "x.doc"));
        StringAssert.Contains(room.Error, "tbx-core", StringComparison.Ordinal);
        room.Write("bare.tsv", "쌀\trice\n");
        Assert.AreEqual(1, await room.Run("terms", "convert", "bare.tsv", "-o", "x.tbx"));
        await room.Do("terms", "convert", "bare.tsv", "-o", "x.tbx", "--columns", "ko,en");
    }
}

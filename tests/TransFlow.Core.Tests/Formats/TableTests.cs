using System.Text;
using CsCheck;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tables;

namespace TransFlow.Core.Tests.Formats;

[TestClass]
public sealed class TableTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["ab,;|\t\"\r\n =가é"], 0, 8], Gen.Const(""), Gen.Const("\""), Gen.Const("sep=;"), Gen.Const("🚚"));

    [TestMethod]
    [DataRow(',')]
    [DataRow(';')]
    [DataRow('\t')]
    [DataRow('|')]
    public void What_is_written_is_read_again(char separator) => Cell.Array[1, 5].Array[0, 6].Sample(rows =>
    {
        using var stream = new MemoryStream();
        TableWriter.Write(stream, new TableFormat(separator), rows);
        stream.Position = 0;
        var read = TableReader.Read(stream, separator).Select(r => string.Join('\u241E', r.Cells)).ToList();
        CollectionAssert.AreEqual(rows.Select(r => string.Join('\u241E', r)).ToList(), read);
    });

    [TestMethod]
    [DataRow("a,b\r\n1,\"x, y\"\r\n", "a|b;1|x, y")]
    [DataRow("a;b\n1;\"x \"\"y\"\"\"", "a|b;1|x \"y\"")]
    [DataRow("a\tb\r1\t12\" wide\r", "a|b;1|12\" wide")]
    [DataRow("sep=;\na,b;c\n", "a,b|c")]
    [DataRow("\uFEFFa,b\n\n1,2\n", "a|b;1|2")]
    [DataRow("\uFEFF\uFEFFa,b\n1,2\n", "a|b;1|2")]
    [DataRow("\uFEFF\uFEFFsep=;\na,b;c\n", "a,b|c")]
    [DataRow("one\ntwo\n", "one;two")]
    [DataRow("a,b\n\"two\nlines\",x\n", "a|b;two\nlines|x")]
    public void Tables_of_spreadsheets_are_read(string text, string rows) => Assert.AreEqual(rows, Shown(Encoding.UTF8.GetBytes(text)));

    [TestMethod]
    public void UTF_16_is_known_by_its_byte_order_mark()
    {
        foreach (var encoding in new Encoding[] { new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
            Assert.AreEqual("쌀|rice;값|price", Shown([.. encoding.GetPreamble(), .. encoding.GetBytes("쌀\trice\r\n값\tprice\r\n")]));
    }

    [TestMethod]
    [DataRow("a,b\n1,\"open\n2,3\n", 2, "none closes it")]
    [DataRow("a,b\n\"x\"y,2\n", 2, "goes on after its closing quotation mark")]
    [DataRow("a,b\n\"x\n1\"y,2\n", 3, "goes on after its closing quotation mark")]
    public void A_broken_table_is_told_with_its_line(string text, int line, string words)
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Shown(Encoding.UTF8.GetBytes(text)));
        Assert.AreEqual(line, broken.Line);
        Assert.Contains(words, broken.Message);
    }

    [TestMethod]
    public void Another_encoding_is_told_and_not_guessed()
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Shown([.. "a,b\nc,"u8, 0xBD, 0xD2, (byte)'\n']));
        Assert.Contains("not valid UTF-8", broken.Message);
        Assert.AreEqual(2, broken.Line);
    }

    [TestMethod]
    public void A_missing_quotation_mark_does_not_take_all_memory()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("\"open\n" + string.Concat(Enumerable.Repeat(new string('x', 1000) + "\n", 6000))));
        Assert.Contains("may be missing", Assert.ThrowsExactly<BrokenFileException>(() => TableReader.Read(stream).Count()).Message);
    }

    [TestMethod]
    public void Comma_separated_lines_end_as_RFC_4180_says_and_a_mark_goes_before_when_asked()
    {
        using var stream = new MemoryStream();
        TableWriter.Write(stream, TableFormat.Csv with { HasByteOrderMark = true }, [["a", "b,c"]]);
        CollectionAssert.AreEqual((byte[])[0xEF, 0xBB, 0xBF, .. "a,\"b,c\"\r\n"u8], stream.ToArray());
    }

    private static string Shown(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return string.Join(';', TableReader.Read(stream).Select(r => string.Join('|', r.Cells)));
    }
}

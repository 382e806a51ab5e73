using System.Text;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class XliffRoundTripTests
{
    [TestMethod]
    [DataRow("profile-2.0.xlf")]
    [DataRow("profile-1.2.xlf")]
    public void A_file_of_the_profile_comes_back_byte_for_byte(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", name));
        Assert.AreEqual(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(XliffWriter.Write(Read(bytes))));
    }

    [TestMethod]
    [DataRow("utf-8", false)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16BE", true)]
    [DataRow("euc-kr", false)]
    [DataRow("windows-1252", false)]
    public void Any_encoding_that_the_file_declares_is_read(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var words = encoding == "windows-1252" ? "é" : "가";
        var own = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? own.GetPreamble() : [], .. own.GetBytes($"<?xml version='1.0' encoding='{encoding}'?>{Minimal(words)}")];
        Assert.AreEqual(words, Read(bytes).Files.Single().Units.Single().Parts.Single().Source!.InnerText);
    }

    [TestMethod]
    [DataRow("utf-8", true)]
    [DataRow("utf-8", false)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16BE", true)]
    [DataRow("euc-kr", false)]
    public void It_is_read_wherever_its_first_bytes_end(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var own = Encoding.GetEncoding(encoding);
        for (var blanks = 0; blanks < 4; blanks++)
        {
            var words = new string('a', blanks) + new string('가', 1000);
            foreach (var declaration in encoding == "euc-kr" ? [$"<?xml version='1.0' encoding='{encoding}'?>"] : new[] { $"<?xml version='1.0' encoding='{encoding}'?>", "" })
            {
                byte[] bytes = [.. mark ? own.GetPreamble() : [], .. own.GetBytes(declaration + Minimal(words))];
                Assert.AreEqual(words, Read(bytes).Files.Single().Units.Single().Parts.Single().Source!.InnerText);
            }
        }
    }

    [TestMethod]
    [DataRow("", "Not well-formed")]
    [DataRow("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'><file>", "Not well-formed")]
    [DataRow("<html/>", "no XLIFF")]
    [DataRow("<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff/>", "document type")]
    [DataRow("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='9'/>", "version '9'")]
    [DataRow("plain words", "Not well-formed")]
    public void What_is_no_XLIFF_is_refused_with_its_place(string text, string message)
    {
        var error = Assert.ThrowsExactly<XliffException>(() => Read(Encoding.UTF8.GetBytes(text)));
        StringAssert.Contains(error.Message, message, StringComparison.Ordinal);
        Assert.IsTrue(error.Line > 0 || text.Length == 0);
    }

    [TestMethod]
    public void Bytes_in_another_encoding_than_declared_are_refused()
    {
        byte[] bytes = [.. "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'><file><unit id='"u8, 0xB0, 0xA1, .. "'/></file></xliff>"u8];
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => Read(bytes)).Message, "encoding", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Depth_is_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<group>", 400)) + string.Concat(Enumerable.Repeat("</group>", 400));
        var error = Assert.ThrowsExactly<XliffException>(() => Read(Encoding.UTF8.GetBytes(Minimal("x").Replace("<unit", deep + "<unit", StringComparison.Ordinal))));
        StringAssert.Contains(error.Message, "stand in one another", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Version_1_2_is_read_with_its_codes()
    {
        var document = Read("""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o" source-language="ko" target-language="en"><body><group><trans-unit id="u1" resname="n"><source>가<g id="1">나</g><x id="2"/></source><seg-source><mrk mtype="seg" mid="0">가</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="0">a<bpt id="1" rid="1">**</bpt>b<ept id="1" rid="1">**</ept></mrk></target><alt-trans><target>no</target></alt-trans></trans-unit></group></body></file></xliff>"""u8.ToArray());
        var unit = document.Files.Single().TransUnits.Single();
        Assert.AreEqual(("가나", "ab", "translated"), (unit.Source!.InnerText, string.Concat(unit.Target!.Steps.Select(s => s.Text)), unit.Target.State));
        CollectionAssert.AreEqual(
            new[] { "MarkStart 0", "Text ", "SpanStart 1", "Text ", "SpanEnd 1", "MarkEnd 0" },
            unit.Target.Steps.Select(s => $"{s.Kind} {s.Id}").ToList());
    }

    private static string Minimal(string words) =>
        $"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='ko'><file id='f'><unit id='u'><segment><source>{words}</source></segment></unit></file></xliff>";

    private static XliffDocument Read(byte[] bytes) => XliffReader.Read(new MemoryStream(bytes));
}

using System.Text;
using TransFlow.Core.Exchange;

namespace TransFlow.Core.Tests.Exchange;

[TestClass]
public sealed class ReturnReaderTests
{
    [TestMethod]
    public void A_file_larger_than_any_article_is_refused_before_anything_is_made_of_it()
    {
        static byte[] Of(int units, string unit) => System.Text.Encoding.UTF8.GetBytes($"<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"x\" source-language=\"ko\" target-language=\"en\" datatype=\"plaintext\"><body>{string.Concat(Enumerable.Range(0, units).Select(i => unit.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))}</body></file></xliff>");
        const string Unit = "<trans-unit id='#'><source>a</source></trans-unit>";
        Assert.IsNotNull(ReturnReader.Read(Of(50_000, Unit), "x").Value);
        Assert.AreEqual("too-large", ReturnReader.Read(Of(50_001, Unit), "x").Refusal!.Code);
        Assert.IsNotNull(ReturnReader.Read(Of(50_001, Unit), "x", isBounded: false).Value);
        Assert.AreEqual("too-large", ReturnReader.Read(Of(1_500_000, "<a/>"), "x").Refusal!.Code, "told by its tags, whatever they are");
    }

    [TestMethod]
    [DataRow("  ")]
    [DataRow("\u00A0")]
    [DataRow("\u200B\u2060")]
    [DataRow("<ph id=\"1\"/>")]
    [DataRow("<cp hex=\"0008\"/>")]
    public void A_target_without_anything_to_read_is_none(string target) =>
        Assert.IsNull(Only(Version2($"<unit id=\"u\"><segment><source>쌀<ph id=\"1\"/></source><target>{target}</target></segment></unit>")).Pieces.Single().Target);

    [TestMethod]
    public void A_target_of_codes_alone_is_one_where_the_source_is_of_codes_alone() =>
        Assert.IsNotNull(Only(Version2("<unit id=\"u\"><segment><source><ph id=\"1\"/></source><target><ph id=\"1\"/></target></segment></unit>")).Pieces.Single().Target);

    [TestMethod]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"3\">Three.</mrk>", "One.|-|Three.")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\"> </mrk> <mrk mtype=\"seg\" mid=\"3\"/>", "One.|-|-")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">One</mrk>, and <mrk mtype=\"seg\" mid=\"2\">two</mrk>. <mrk mtype=\"seg\" mid=\"3\">Three.</mrk>", "One, and |two. |Three.")]
    public void Marked_sentences_of_version_1_come_back_one_by_one(string target, string expected) =>
        Assert.AreEqual(expected, string.Join('|', Only(Version1(target)).Pieces.Where(p => p.IsSegment).Select(p => p.Target?.Text ?? "-")));

    [TestMethod]
    [DataRow("One. Two. Three.", false)]
    [DataRow("<mrk mtype=\"seg\" mid=\"3\">Three.</mrk> <mrk mtype=\"seg\" mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\">Two.</mrk>", false)]
    [DataRow("<g id=\"1\"><mrk mtype=\"seg\" mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\">Two.</mrk></g>", true)]
    public void A_target_marked_otherwise_is_taken_whole_and_told_when_sentences_are_missing(string target, bool isPartial)
    {
        var piece = Only(Version1(target)).Pieces.Single();
        Assert.AreEqual(isPartial, piece.IsPartial);
        Assert.Contains("One.", piece.Target!.Text);
    }

    [TestMethod]
    public void What_people_wrote_is_found_wherever_it_stands()
    {
        var file = Read("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ko" trgLang="en"><file id="f"><notes><note>of the file</note></notes>
            <group id="g"><notes><note>of the group</note></notes><unit id="u"><mq:comments xmlns:mq="MQXliff"><mq:comment id="c">of memoQ</mq:comment></mq:comments>
            <segment><source><mrk id="m" type="comment" value="on the source">쌀</mrk></source><target>Rice</target></segment></unit></group></file></xliff>
            """);
        Assert.AreEqual("of the file|of the group|of memoQ|on the source", string.Join('|', file.Units.Single().Notes));
    }

    [TestMethod]
    public void What_people_wrote_in_Trados_is_found_beside_its_words()
    {
        var file = Read("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c1"><Comments xmlns=""><Comment>of Trados</Comment></Comments></cmt-def></cmt-defs></doc-info>
            <file original="f" source-language="ko" target-language="en" datatype="plaintext"><header><note>of the header</note></header><body><group><note>of the group</note><trans-unit id="a"><source>쌀</source><target>Rice</target></trans-unit></group>
            <trans-unit id="b"><source>쌀</source><target><mrk mtype="x-sdl-comment" sdl:cid="c1">Rice</mrk></target></trans-unit></body></file></xliff>
            """);
        Assert.AreEqual("of the header|of the group", string.Join('|', file.Units[0].Notes));
        Assert.AreEqual("of Trados", string.Join('|', file.Units[1].Notes));
    }

    [TestMethod]
    public void A_comment_on_words_of_1_2_is_found() => Assert.AreEqual("Is it so?", string.Join('|', Read("""
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="f" source-language="ko" target-language="en" datatype="plaintext"><body>
        <trans-unit id="b"><source>쌀</source><target><mrk mtype="x-note" comment="Is it so?">Rice</mrk></target></trans-unit></body></file></xliff>
        """).Units[0].Notes));

    [TestMethod]
    public void White_space_before_the_declaration_does_no_harm() =>
        Assert.HasCount(1, Read("\n\n<?xml version=\"1.0\"?>" + Version2("<unit id=\"u\"><segment><source>쌀</source></segment></unit>")).Units);

    [TestMethod]
    [DataRow("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")]
    [DataRow("<?xml version='1.0' encoding='utf-16' standalone='yes'?>", "<!DOCTYPE xliff PUBLIC \"-//XLIFF//DTD XLIFF//EN\" \"xliff.dtd\">")]
    [DataRow("\n<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "")]
    [DataRow("", "")]
    public void A_file_in_UTF_16_is_mended_like_any_other(string declaration, string type)
    {
        var text = declaration + type + Version2("<unit id=\"u\" mq:x=\"1\"><segment><source>쌀 🚌</source></segment></unit>");
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            foreach (var bytes in new byte[][] { [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], encoding.GetBytes(text.TrimStart()) })
                Assert.AreEqual("쌀 🚌", ReturnReader.Read(bytes, "a.xlf").Value?.Units.Single().SourceText, ReturnReader.Read(bytes, "a.xlf").Refusal?.ToString());
        }
    }

    [TestMethod]
    [DataRow("ISO-8859-1")]
    [DataRow("utf-16")]
    [DataRow("euc-kr")]
    public void A_byte_order_mark_of_UTF_8_says_more_than_the_declaration(string declared) =>
        Assert.AreEqual("쌀 é", Read($"\uFEFF<?xml version=\"1.0\" encoding=\"{declared}\"?>" + Version2("<unit id=\"u\"><segment><source>쌀 é</source></segment></unit>")).Units.Single().SourceText);

    [TestMethod]
    public void A_byte_order_mark_and_white_space_before_the_declaration_do_no_harm() =>
        Assert.HasCount(1, Read("\uFEFF\r\n<?xml version=\"1.0\"?>" + Version2("<unit id=\"u\"><segment><source>쌀</source></segment></unit>")).Units);

    [TestMethod]
    public void A_file_that_is_not_in_the_encoding_that_it_declares_is_to_be_saved_in_it()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\n" + Version2("<unit id=\"u\"><segment><source>é</source></segment></unit>") + "\n");
        var refusal = ReturnReader.Read(bytes, "a.xlf").Refusal!;
        Assert.AreEqual(3, refusal.Line);
        StringAssert.Contains(refusal.ToString(), "save it again as UTF-8", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("<mq:comments xmlns:mq=\"MQXliff\"><mq:comment deleted=\"true\">Gone.</mq:comment><mq:comment deleted=\"false\">There.</mq:comment></mq:comments>")]
    [DataRow("<alt-trans><target>x</target><note>There.</note></alt-trans>")]
    [DataRow("<context-group><context context-type=\"x-comment\">There.</context><context context-type=\"linenumber\">7</context></context-group>")]
    public void What_people_wrote_beside_a_unit_of_1_2_is_found_unless_they_took_it_back(string beside) =>
        Assert.AreEqual("There.", string.Join('|', Only(Version1("One. Two. Three.").Replace("</target>", $"</target>{beside}", StringComparison.Ordinal)).Notes));

    [TestMethod]
    public void A_remark_of_quality_on_words_is_found() => Assert.AreEqual("Too long.", string.Join('|', Only(Version2("<unit id=\"u\"><segment><source>쌀</source><target><mrk id=\"m\" type=\"its:any\" "
        + "xmlns:its=\"http://www.w3.org/2005/11/its\" its:locQualityIssueComment=\"Too long.\">Rice</mrk></target></segment></unit>")).Notes));

    [TestMethod]
    [DataRow("", ReturnReader.CutOff)]
    [DataRow("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ko\"><file id=\"f\"><unit i", ReturnReader.CutOff)]
    [DataRow("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ko\"><file id=\"f\">", ReturnReader.CutOff)]
    [DataRow("<xliff version=\"2.0\"></xlif>", "not-xliff")]
    [DataRow("msgid \"쌀\"\nmsgstr \"Rice\"\n", "not-xliff")]
    [DataRow(" \n", ReturnReader.CutOff)]
    public void A_file_that_ends_in_the_middle_is_told_apart_from_a_broken_one(string text, string code) =>
        Assert.AreEqual(code, ReturnReader.Read(Encoding.UTF8.GetBytes(text), "a.xlf").Refusal?.Code);

    [TestMethod]
    [DataRow("", "The file is empty.")]
    [DataRow("\uFEFF\n", "The file is empty.")]
    [DataRow("<xliff version=\"2.0\"></xliff>\n\nRegards, Kim\n", "Behind its end, </xliff>, there stands something")]
    [DataRow("<xliff version=\"2.0\"><a>Rice & corn</a></xliff>", "write &amp; for it")]
    [DataRow("<xliff version=\"2.0\"><a>Rice&corn</a></xliff>", "write &amp; for it")]
    [DataRow("<xliff version=\"2.0\"><a>Rice < corn</a></xliff>", "write &lt; for it")]
    public void What_is_wrong_with_a_file_is_said_by_its_cause(string text, string words) =>
        StringAssert.Contains(ReturnReader.Read(Encoding.UTF8.GetBytes(text), "a.xlf").Refusal?.ToString(), words, StringComparison.Ordinal);

    private static ReturnedUnit Only(string xliff) => Read(xliff).Units.Single();

    private static ReturnedFile Read(string xliff)
    {
        Assert.IsTrue(ReturnReader.Read(Encoding.UTF8.GetBytes(xliff), "a.xlf").Try(out var file, out var refusal), refusal?.ToString());
        return file!;
    }

    private static string Version2(string unit) => $"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ko\" trgLang=\"en\"><file id=\"f\">{unit}</file></xliff>";

    private static string Version1(string target) => "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"f\" source-language=\"ko\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"u\"><source>하나. 둘. 셋.</source>"
        + "<seg-source><mrk mtype=\"seg\" mid=\"1\">하나.</mrk> <mrk mtype=\"seg\" mid=\"2\">둘.</mrk> <mrk mtype=\"seg\" mid=\"3\">셋.</mrk></seg-source>"
        + $"<target>{target}</target></trans-unit></body></file></xliff>";
}

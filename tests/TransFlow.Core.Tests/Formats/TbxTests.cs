using System.Text;
using CsCheck;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tables;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Terms;

namespace TransFlow.Core.Tests.Formats;

[TestClass]
public sealed class TbxTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab<>&\"'가힣é—"], 1, 8];

    private static readonly Gen<TermField> Said = Gen.Select(Gen.OneOfConst(("descrip", "definition"), ("descrip", "subjectField"), ("descrip", "x-own"), ("note", ""), ("admin", "source")), Words)
        .Select((f, w) => new TermField(f.Item1, f.Item2, w));

    private static readonly Gen<TermForm> Form = Gen.Select(Words, Gen.Enum<TermStatus>(), Words).Select((t, s, p) => new TermForm(t) { Status = s, Fields = [new TermField("termNote", "partOfSpeech", p)] });

    private static readonly Gen<TermEntry> Entry = Gen.Select(Form.Array[1, 3], Form.Array[1, 2], Said.Array[0, 3], Gen.Int[1, 99])
        .Select((ko, en, said, id) => new TermEntry($"c{id}", [new TermLanguage("ko", [.. ko]), new TermLanguage("en-US", [.. en]) { Fields = [.. said.Take(1)] }])
        {
            Fields = [.. said, new TermField("descrip", "context", "x") { About = [new TermField("admin", "source", "y")] }],
        });

    [TestMethod]
    public void A_term_without_words_is_none() => Assert.AreEqual("쌀값|", string.Join('|', TbxReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
        "<martif><text><body><termEntry><langSet xml:lang=\"ko\"><tig><term>쌀값</term></tig></langSet><langSet xml:lang=\"en\"><tig><term/></tig></langSet></termEntry></body></text></martif>"))).Single().Languages.Select(l => string.Join(',', l.Terms.Select(t => t.Text)))));

    [TestMethod]
    [DataRow(TbxStyle.Dca)]
    [DataRow(TbxStyle.Dct)]
    [DataRow(TbxStyle.Martif)]
    public void What_is_written_is_read_again(TbxStyle style) => Entry.Array[0, 4].Sample(entries =>
    {
        var bytes = Written(style, entries);
        var read = Read(bytes);
        CollectionAssert.AreEqual(entries, read);
        CollectionAssert.AreEqual(bytes, Written(style, read));
    });

    [TestMethod]
    [DataRow(TbxStyle.Dca)]
    [DataRow(TbxStyle.Dct)]
    [DataRow(TbxStyle.Martif)]
    public void The_context_of_a_term_stays_an_element_that_describes(TbxStyle style)
    {
        var entry = Read("""
            <tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic" style="dct" type="TBX-Basic" xml:lang="en"><text><body>
            <conceptEntry id="c1"><langSec xml:lang="ko"><termSec><term>쌀값</term><basic:context>쌀값이 올랐다.</basic:context></termSec></langSec></conceptEntry></body></text></tbx>
            """).Single();
        Assert.AreEqual(new TermField("descrip", "context", "쌀값이 올랐다."), entry.Languages[0].Terms[0].Fields.Single());
        var written = System.Text.Encoding.UTF8.GetString(Written(style, [entry]));
        StringAssert.Contains(written, style == TbxStyle.Dct ? "<basic:context>쌀값이" : "<descrip type=\"context\">쌀값이", StringComparison.Ordinal);
        Assert.AreEqual(entry, Read(Written(style, [entry])).Single());
    }

    [TestMethod]
    [DataRow(TbxStyle.Dca)]
    [DataRow(TbxStyle.Dct)]
    [DataRow(TbxStyle.Martif)]
    public void A_term_that_was_superseded_stays_that(TbxStyle style)
    {
        var read = Read("<martif><text><body><termEntry><langSet xml:lang=\"ko\"><tig><term>쌀값</term><termNote type=\"administrativeStatus\">supersededTerm-admn-sts</termNote></tig></langSet></termEntry></body></text></martif>");
        Assert.AreEqual(TermStatus.Forbidden, read.Single().Languages.Single().Terms.Single().Status);
        var written = Encoding.UTF8.GetString(Written(style, read));
        StringAssert.Contains(written, "supersededTerm-admn-sts", StringComparison.Ordinal);
        Assert.DoesNotContain("deprecatedTerm", written);
    }

    [TestMethod]
    [DataRow(TbxStyle.Dca)]
    [DataRow(TbxStyle.Core)]
    [DataRow(TbxStyle.Martif)]
    public void A_language_without_a_term_is_not_written_and_neither_is_an_entry(TbxStyle style)
    {
        var written = Encoding.UTF8.GetString(Written(style, [new TermEntry("c1", [new TermLanguage("ko", []), new TermLanguage("en", [new TermForm("rice price")])]), new TermEntry("c2", [new TermLanguage("ko", [])])]));
        Assert.DoesNotContain("lang=\"ko\"", written);
        Assert.DoesNotContain("c2", written);
        StringAssert.Contains(written, "rice price", StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_core_keeps_terms_and_notes() => Entry.Array[0, 4].Sample(entries =>
    {
        var read = Read(Written(TbxStyle.Core, entries));
        CollectionAssert.AreEqual(
            entries.SelectMany(e => e.Languages).SelectMany(l => l.Terms).Where(t => t.Status != TermStatus.Forbidden).Select(t => t.Text).ToList(),
            read.SelectMany(e => e.Languages).SelectMany(l => l.Terms).Select(t => t.Text).ToList());
    });

    [TestMethod]
    public void All_three_ways_of_writing_a_termbase_say_the_same()
    {
        var expected = new TermEntry("c5", [new TermLanguage("ko", [new TermForm("쌀값")]), new TermLanguage("en", [new TermForm("rice price") { Status = TermStatus.Preferred, Fields = [new TermField("termNote", "partOfSpeech", "noun")] }])])
        {
            Fields = [new TermField("descrip", "subjectField", "market")],
        };
        Assert.AreEqual(expected, Read("""
            <?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
            <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></martifHeader><text><body>
            <termEntry id="c5"><descrip type="subjectField">market</descrip><langSet xml:lang="ko"><ntig><termGrp><term>쌀값</term></termGrp></ntig></langSet>
            <langSet xml:lang="en"><tig><term>rice price</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry>
            </body></text></martif>
            """).Single());
        Assert.AreEqual(expected, Read("""
            <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
            <conceptEntry id="c5"><descrip type="subjectField">market</descrip><langSec xml:lang="ko"><termSec><term>쌀값</term></termSec></langSec>
            <langSec xml:lang="en"><termSec><term>ri<hi>ce pr</hi>ice</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
            </body></text></tbx>
            """).Single());
        Assert.AreEqual(expected, Read("""
            <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
            <conceptEntry id="c5"><min:subjectField>market</min:subjectField><langSec xml:lang="ko"><termSec><term>쌀값</term></termSec></langSec>
            <langSec xml:lang="en"><termSec><term>rice price</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry>
            </body></text></tbx>
            """).Single());
    }

    [TestMethod]
    [DataRow("<tmx/>", 1, "This is no TBX")]
    [DataRow("<martif><text><body>\n<termEntry>\n<langSet><tig><term>a</term></tig></langSet></termEntry></body></text></martif>", 3, "'xml:lang' is missing")]
    [DataRow("<martif><text><body>\n<termEntry><langSet xml:lang=\"ko\">\n<tig/></langSet></termEntry></body></text></martif>", 3, "The term is missing")]
    [DataRow("<martif><text>\n<body></martif>", 2, "Not well-formed")]
    [DataRow("<martif><text><body>\n<termEntry><langSet xml:lang=\"ko\"><tig><term>A & B</term></tig></langSet></termEntry></body></text></martif>", 2, "Not well-formed")]
    public void A_broken_file_is_told_with_its_line(string text, int line, string words)
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Read(text));
        Assert.Contains(words, broken.Message);
        Assert.AreEqual(line, broken.Line);
    }

    [TestMethod]
    public void The_newsrooms_starter_table_goes_to_TBX_and_back_without_a_loss()
    {
        var table = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "newsroom", "starter.tsv"));
        var entries = Table(table);
        Assert.IsGreaterThan(50, entries.Count);
        Assert.AreEqual(TermStatus.Forbidden, entries[0].Languages.Single(l => l.Language == "en").Terms[^1].Status);
        foreach (var style in new[] { TbxStyle.Dca, TbxStyle.Dct, TbxStyle.Martif })
        {
            using var stream = new MemoryStream();
            TermTable.Write(stream, TableFormat.Tsv, Read(Written(style, entries)));
            CollectionAssert.AreEqual(entries, Table(stream.ToArray()), style.ToString());
        }
    }

    [TestMethod]
    public void A_table_without_names_of_columns_is_read_when_they_are_given()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("쌀값\trice price\tmarket page\n"));
        var entry = TermTable.Read(stream, ["ko", "en", "note"]).Single();
        Assert.AreEqual("rice price", entry.Languages[1].Terms.Single().Text);
        Assert.AreEqual("market page", entry.Fields.Single().Value);
    }

    [TestMethod]
    [DataRow("Term;Translation\n쌀;rice\n", 1, "No column is named by a language or its tag")]
    [DataRow("ko,en\n쌀,rice,of the field\n", 2, "The row has 3 cells, the table 2 columns")]
    public void A_table_that_is_no_termbase_is_told_with_its_line(string text, int line, string words)
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Table(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(words, broken.Message);
        Assert.AreEqual(line, broken.Line);
    }

    [TestMethod]
    [DataRow("Korean;English;Note\n쌀;rice;market\n", "ko", "en")]
    [DataRow("한국어\t영어\tNote\n쌀\trice\tmarket\n", "ko", "en")]
    [DataRow("KOREAN,English (US),note\n쌀,rice,market\n", "ko", "en-US")]
    [DataRow("한국어,日本語,note\n쌀,rice,market\n", "ko", "ja")]
    [DataRow("Korean,Chinese (Simplified),note\n쌀,rice,market\n", "ko", "zh-Hans")]
    public void Columns_may_be_named_by_their_languages_in_words(string text, string source, string target)
    {
        var entry = Table(Encoding.UTF8.GetBytes(text)).Single();
        Assert.AreEqual($"{source} {target}", string.Join(' ', entry.Languages.Select(l => l.Language)));
        Assert.AreEqual("rice", entry.Languages[1].Terms.Single().Text);
        Assert.AreEqual(("note", "market"), (entry.Fields.Single().Element, entry.Fields.Single().Value));
    }

    [TestMethod]
    public void Columns_of_a_language_in_a_region_may_be_written_with_a_low_line()
    {
        var entry = Table("ko_KR,EN_us,en_GB\n극장,theater,theatre\n"u8.ToArray()).Single();
        Assert.AreEqual("ko-KR en-US en-GB", string.Join(' ', entry.Languages.Select(l => l.Language)));
    }

    [TestMethod]
    public void Columns_named_in_capitals_are_languages_and_parts_of_speech_are_in_the_words_of_TBX()
    {
        var entry = Table("ID,KO,EN,FORBIDDEN_EN,Pos\n1,김정은,Kim Jong Un,Kim Jong-un,proper noun\n"u8.ToArray()).Single();
        Assert.AreEqual("1 ko,en Kim Jong-un", $"{entry.Id} {string.Join(',', entry.Languages.Select(l => l.Language))} {entry.Languages[1].Terms.Single(t => t.Status == TermStatus.Forbidden).Text}");
        Assert.Contains(">properNoun<", Encoding.UTF8.GetString(Written(TbxStyle.Dca, [entry])));
        CollectionAssert.AreEqual(new[] { "administrativeStatus", "forbidden terms", "partOfSpeech" }, TbxWriter.LeftOutOfCore([entry]).ToArray());
    }

    [TestMethod]
    public void What_a_table_has_no_place_for_is_named()
    {
        var field = new TermField("descrip", "context", "in a sentence") { About = [new TermField("admin", "source", "a paper")] };
        CollectionAssert.AreEqual(new[] { "context", "source" }, TermTable.LeftOut([new TermEntry("1", [new TermLanguage("ko", [new TermForm("쌀") { Fields = [field] }])])]).ToArray());
    }

    private static byte[] Written(TbxStyle style, IEnumerable<TermEntry> entries)
    {
        using var stream = new MemoryStream();
        TbxWriter.Write(stream, style, "en", entries);
        return stream.ToArray();
    }

    private static List<TermEntry> Table(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return [.. TermTable.Read(stream)];
    }

    private static List<TermEntry> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<TermEntry> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return [.. TbxReader.Read(stream)];
    }
}
